/// Dates as people write them: day first, never month first; accents, case, NFC or NFD no matter.
///
/// - Days: `15/3`, `15-3`, `15.3.26`, `15/03/2026`, `2026-03-15`, `15 tháng 3 năm 2026`,
///   `2 Oct 2023`.
/// - Near days: `hôm nay`, `mai`, `mốt`, `ngày kia`, `hôm qua`, `today`, `tomorrow`, `yesterday`.
/// - Weekdays: `thứ 6`, `t6`, `thứ Sáu`, `cn`, `fri`: the next such day after today. With
///   `tuần này`, `tuần sau`, `this`, `next`: that day of this or the next week, Monday to Sunday.
/// - Steps from today: `+10`, `-3` days, `+2t`, `+2w` weeks, `+1th`, `+1m` months, `+1y` years,
///   `+5nlv`, `+5wd` working days.
/// - Ends: `cuối tuần` (Sunday), `cuối tháng 6`, `cuối quý`, `cuối năm`, `end of month`…
/// - Periods: `tháng 11`, `11/2023`, `Nov 2023`, `quý III/2026`, `q3`, `năm 2023`, `2023`,
///   `tháng sau`, `next year`.
/// - No date: `-`, `không`, `none`.
///
/// Two-digit years are 2000–2069 and 1970–1999. Years outside ``years`` are refused.
package enum DateInput {
  /// The years a written date may lie in.
  package static let years = 1900...2199

  /// What was written, as precise as it was written.
  package enum Value: Hashable, Sendable {
    case noDate
    case day(CivilDate)
    /// `month` is 1...12.
    case month(year: Int, month: Int)
    case year(Int)

    /// The last day that still belongs to it; nil for no date.
    package var lastDay: CivilDate? {
      switch self {
      case .noDate: nil
      case .day(let day): day
      case .month(let year, let month):
        CivilDate(year: year, month: month, day: 1)?.lastOfMonth
      case .year(let year): CivilDate(year: year, month: 12, day: 31)
      }
    }
  }

  /// A value and what the person should be warned of.
  package struct Reading: Hashable, Sendable {
    package let value: Value
    /// Years, ascending, whose holidays were needed and are not known: there Monday to Friday
    /// were counted as working days.
    package let yearsWithoutHolidays: [Int]
  }

  /// Which year is meant where none is written.
  package enum MissingYear: Sendable {
    /// The next such day on or after today, today itself included; a month or quarter that holds
    /// today counts. `29/2` waits for a leap year. For deadlines.
    case upcoming
    /// The such day closest to today, before or after it, the later of two equally close; so a
    /// day more than about six months back is next year's. For things that have happened.
    case nearest
  }

  /// Reads `text` as a date.
  ///
  /// `isWorkingDay` says whether a day is worked, or nil if that year's holidays are not known; it
  /// is asked only for steps in working days.
  package static func parse(
    _ text: some StringProtocol, today: CivilDate, missingYear: MissingYear = .upcoming,
    isWorkingDay: (CivilDate) -> Bool? = { _ in nil }
  ) throws(DateInputError) -> Reading {
    let written = String(text)
    guard let tokens = DateToken.split(written) else { throw .notADate(written) }
    var reader = DateReader(
      text: written, tokens: tokens[...], today: today, missingYear: missingYear)
    guard let meaning = try reader.meaning(), reader.isAtEnd else { throw .notADate(written) }
    switch meaning {
    case .value(let value):
      return Reading(value: try checked(value, written), yearsWithoutHolidays: [])
    case .workingDays(let count):
      let (day, years) = today.adding(workingDays: count, isWorkingDay: isWorkingDay)
      return Reading(value: try checked(.day(day), written), yearsWithoutHolidays: years)
    }
  }

  private static func checked(
    _ value: Value, _ text: String
  ) throws(DateInputError) -> Value {
    if let last = value.lastDay, !years.contains(last.year) { throw .outOfRange(text) }
    return value
  }
}

/// Why a text is no date.
package enum DateInputError: Error, Hashable, Sendable {
  case notADate(String)
  /// Numbers in the places of a date that the calendar has not, such as 31/2. `day` is nil for a
  /// month alone, `year` is nil where none was written.
  case impossible(day: Int?, month: Int, year: Int?)
  /// Text that people mean in more than one way, with those ways, the likelier first.
  case ambiguous(String, readings: [DateInput.Value])
  /// A date outside ``DateInput/years`` or a step too far to count.
  case outOfRange(String)
}

extension CivilDate {
  /// The day so many working days later, or earlier if negative; 0 gives this day whatever it is.
  ///
  /// Where `isWorkingDay` does not know a year, Monday to Friday are taken for working days and
  /// the year is named, ascending. Linear in `workingDays`; stops at the borders of ``years``.
  package func adding(
    workingDays: Int, isWorkingDay: (CivilDate) -> Bool?
  ) -> (day: CivilDate, yearsWithoutHolidays: [Int]) {
    var day = self
    var left = workingDays.magnitude
    var unknown: Set<Int> = []
    while left > 0, day > .first, day < .last {
      day = day.adding(days: workingDays.signum())
      if let isWorked = isWorkingDay(day) {
        left -= isWorked ? 1 : 0
      } else {
        unknown.insert(day.year)
        left -= day.weekday.rawValue <= Weekday.friday.rawValue ? 1 : 0
      }
    }
    return (day, unknown.sorted())
  }
}
