internal import Vietnamese

/// How a value of a record must stand to the one that is typed.
package enum Comparison: String, CaseIterable, Sendable {
  // The longer ones first: they are tried in this order.
  case atMost = "<="
  case atLeast = ">="
  case less = "<"
  case more = ">"
  case equal = "="

  /// The numbers that stand so to a range: `<` before all of it, `<=` not after its end.
  func numbers(_ range: ClosedRange<Int>) -> ClosedRange<Int> {
    switch self {
    case .equal: range
    case .less: Int.min...(range.lowerBound - 1)
    case .atMost: Int.min...range.upperBound
    case .more: (range.upperBound + 1)...Int.max
    case .atLeast: range.lowerBound...Int.max
    }
  }
}

/// A date in a query, kept as it was written: what is `+7d` today is another day tomorrow.
package struct WrittenDate: Hashable, Sendable {
  package var comparison: Comparison
  package var text: String

  package init(_ comparison: Comparison, _ text: String) {
    self.comparison = comparison
    self.text = text
  }

  /// The day ordinals meant on `today`; nil where that day there is no such date.
  func ordinals(
    on today: Day, missingYear: DateInput.MissingYear
  ) -> ClosedRange<Int>? {
    guard case .days(let range) = try? read(on: today, missingYear: missingYear) else { return nil }
    return comparison.numbers(range.lowerBound.ordinal...range.upperBound.ordinal)
  }

  enum Reading: Equatable {
    case noDate
    case days(ClosedRange<Day>)
  }

  func read(
    on today: Day, missingYear: DateInput.MissingYear
  ) throws(QueryDateFault) -> Reading {
    let reading: DateInput.Reading
    do throws(DateInputError) {
      reading = try DateInput.parse(spelled, today: today.civil, missingYear: missingYear)
    } catch {
      throw QueryDateFault(error)
    }
    // Holidays are not known here, so a step in working days would be a guess.
    guard reading.yearsWithoutHolidays.isEmpty else { throw .workingDays }
    guard let first = reading.value.firstDay, let last = reading.value.lastDay else {
      return .noDate
    }
    return .days(Day(first)...Day(last))
  }

  /// As ``DateInput`` reads it: a dash between letters is a blank, and the `n` of `-3n` is days.
  private var spelled: String {
    var characters = Array(text)
    for index in characters.indices.dropFirst().dropLast() where characters[index] == "-" {
      if characters[index - 1].isLetter, characters[index + 1].isLetter { characters[index] = " " }
    }
    if let sign = characters.first, sign == "+" || sign == "-",
      let last = characters.last, last == "n" || last == "N",
      characters.dropFirst().dropLast().allSatisfy(\.isWholeNumber)
    {
      characters[characters.count - 1] = "d"
    }
    return String(characters)
  }
}

extension DateInput.Value {
  /// The first day that belongs to it; nil for no date.
  fileprivate var firstDay: CivilDate? {
    switch self {
    case .noDate: nil
    case .day(let day): day
    case .month(let year, let month): CivilDate(year: year, month: month, day: 1)
    case .year(let year): CivilDate(year: year, month: 1, day: 1)
    }
  }
}

extension QueryDateFault {
  fileprivate init(_ error: DateInputError) {
    self =
      switch error {
      case .notADate: .notADate
      case .impossible: .impossible
      case .ambiguous: .ambiguous
      case .outOfRange: .outOfRange
      }
  }
}
