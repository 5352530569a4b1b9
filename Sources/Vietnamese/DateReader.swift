/// Reads the pieces of a written date from first to last. Every function that returns nil has met
/// a text that is no date; what it took does not matter then.
struct DateReader {
  let text: String
  var tokens: ArraySlice<DateToken>
  let today: CivilDate
  let missingYear: DateInput.MissingYear

  /// A step in working days is left to the caller, who knows the holidays.
  enum Meaning {
    case value(DateInput.Value)
    case workingDays(Int)
  }

  var isAtEnd: Bool { tokens.isEmpty }

  mutating func meaning() throws(DateInputError) -> Meaning? {
    if tokens == [.mark("-")] {
      tokens = []
      return .value(.noDate)
    }
    if let words = restAsWords() {
      if DateWords.noDate.contains(words) {
        tokens = []
        return .value(.noDate)
      }
      if let days = DateWords.nearDays[words] {
        tokens = []
        return .value(.day(today.adding(days: days)))
      }
    }
    switch tokens.first {
    case .mark("+"), .mark("-"): return try step()
    case .mark, nil: return nil
    case .number: return try numericDate().map { .value($0) }
    case .word(let word): return try wordDate(word).map { .value($0) }
    }
  }

  private mutating func wordDate(_ word: String) throws(DateInputError) -> DateInput.Value? {
    if let weekday = takeWeekday() { return try weekdayDate(weekday) }
    if take("ngay") { return try numericDate() }
    if take("cuoi") { return try end() }
    if take("end") {
      _ = take("of")
      return try end()
    }
    if let unit = DateWords.ends[word] {
      tokens.removeFirst()
      return .day(Period(unit, containing: today).lastDay)
    }
    if DateWords.shiftsBefore[word] != nil, let weekday = shiftedWeekday() { return weekday }
    return try periodDate()
  }

  // MARK: Taking

  mutating func take(_ word: String) -> Bool {
    guard tokens.first == .word(word) else { return false }
    tokens.removeFirst()
    return true
  }

  mutating func takeWord() -> String? {
    guard case .word(let word) = tokens.first else { return nil }
    tokens.removeFirst()
    return word
  }

  mutating func takeWord<Meaning>(in words: [String: Meaning]) -> Meaning? {
    guard case .word(let word) = tokens.first, let meaning = words[word] else { return nil }
    tokens.removeFirst()
    return meaning
  }

  mutating func takeNumber(digits allowed: ClosedRange<Int>) -> Int? {
    guard case .number(let number, let digits) = tokens.first, allowed.contains(digits)
    else { return nil }
    tokens.removeFirst()
    return number
  }

  mutating func takeSeparator() -> Character? {
    guard case .mark(let mark) = tokens.first, mark != "+" else { return nil }
    tokens.removeFirst()
    return mark
  }

  /// A year of two or four digits.
  mutating func takeYear() -> Int? {
    if let short = takeNumber(digits: 2...2) { return short < 70 ? 2000 + short : 1900 + short }
    return takeNumber(digits: 4...4)
  }

  func restAsWords() -> [String]? {
    var words: [String] = []
    for token in tokens {
      guard case .word(let word) = token else { return nil }
      words.append(word)
    }
    return words
  }

  // MARK: Years that are not written

  /// The year in which `day` falls where the person means it; nil if it never falls.
  func impliedYear(_ day: (Int) -> CivilDate?) -> Int? {
    switch missingYear {
    case .upcoming:
      return (today.year...today.year + 8).first { year in
        day(year).map { $0 >= today } ?? false
      }
    case .nearest:
      // From the latest back, and only a closer one wins: so the later of two is kept.
      var nearest: (year: Int, distance: Int)?
      for year in (today.year - 8...today.year + 8).reversed() {
        guard let distance = day(year).map({ abs($0.ordinal - today.ordinal) }) else { continue }
        if distance < nearest?.distance ?? .max { nearest = (year, distance) }
      }
      return nearest?.year
    }
  }
}
