/// A week, month, quarter or year of the calendar.
struct Period {
  let unit: DateUnit
  let lastDay: CivilDate

  /// The period of this kind that a day is in.
  init(_ unit: DateUnit, containing day: CivilDate) {
    self.unit = unit
    lastDay =
      switch unit {
      case .week: day.lastOfWeek
      case .month: day.lastOfMonth
      case .quarter: day.lastOfQuarter
      case .year: day.lastOfYear
      }
  }

  /// The period so many units from the one that a day is in.
  init(_ unit: DateUnit, from day: CivilDate, shift: Int) {
    let shifted =
      switch unit {
      case .week: day.adding(days: 7 * shift)
      case .month: day.adding(months: shift)
      case .quarter: day.adding(months: 3 * shift)
      case .year: day.adding(months: 12 * shift)
      }
    self.init(unit, containing: shifted)
  }
}

// Periods and their ends.
extension DateReader {
  /// After `cuối` or `end of`.
  mutating func end() throws(DateInputError) -> DateInput.Value? {
    _ = take("the")
    if let year = takeNumber(digits: 4...4) {
      return .day(try self.year(year).lastDay)
    }
    let before = tokens
    if let unit = takeWord(in: DateWords.units), isAtEnd {
      return .day(Period(unit, containing: today).lastDay)
    }
    tokens = before
    return try period().map { .day($0.lastDay) }
  }

  /// A period that stands alone. A week is no date: its first or its last day may be meant.
  mutating func periodDate() throws(DateInputError) -> DateInput.Value? {
    guard let period = try period(), isAtEnd else { return nil }
    let last = period.lastDay
    switch period.unit {
    case .week: throw .ambiguous(text, readings: [.day(last), .day(last.adding(days: -6))])
    case .month: return .month(year: last.year, month: last.month)
    case .quarter: return .day(last)
    case .year: return .year(last.year)
    }
  }

  private mutating func period() throws(DateInputError) -> Period? {
    if let shift = takeWord(in: DateWords.shiftsBefore) {
      return takeWord(in: DateWords.units).map { Period($0, from: today, shift: shift) }
    }
    if let month = takeWord(in: DateWords.englishMonths) { return try self.month(month) }
    if take("q") { return try quarter() }
    guard let unit = takeWord(in: DateWords.units) else { return nil }
    if let shift = takeWord(in: DateWords.shiftsAfter) {
      return Period(unit, from: today, shift: shift)
    }
    switch unit {
    case .week: return nil
    case .month:
      guard let month = takeNumber(digits: 1...2) else { return nil }
      return try self.month(month)
    case .quarter: return try quarter()
    case .year:
      guard let year = takeYear() else { return nil }
      return try self.year(year)
    }
  }

  /// After the number of a month: its year or none.
  private mutating func month(_ month: Int) throws(DateInputError) -> Period {
    let year = takeYearAfterMonth()
    let found = year ?? impliedYear { CivilDate(year: $0, month: month, day: 1)?.lastOfMonth }
    guard (1...12).contains(month), let found
    else { throw .impossible(day: nil, month: month, year: year) }
    guard let first = CivilDate(year: found, month: month, day: 1) else { throw .outOfRange(text) }
    return Period(.month, containing: first)
  }

  /// After `quý` or `q`: 1...4 or I...IV, then its year or none.
  private mutating func quarter() throws(DateInputError) -> Period? {
    let number = takeNumber(digits: 1...1) ?? takeWord(in: DateWords.romanQuarters)
    guard let number, (1...4).contains(number) else { return nil }
    let year = takeYearAfterMonth()
    let found = year ?? impliedYear { CivilDate(year: $0, month: 3 * number, day: 1)?.lastOfMonth }
    guard let found, let day = CivilDate(year: found, month: 3 * number, day: 1)
    else { throw .outOfRange(text) }
    return Period(.quarter, containing: day)
  }

  private func year(_ year: Int) throws(DateInputError) -> Period {
    guard let day = CivilDate(year: year, month: 1, day: 1) else { throw .outOfRange(text) }
    return Period(.year, containing: day)
  }
}
