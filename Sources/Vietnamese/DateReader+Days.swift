// Days by number, by weekday and by steps from today.
extension DateReader {
  // MARK: Numbers

  /// A text that begins with a number: `15/3`, `15.3.26`, `2026-03-15`, `11/2023`, `2023`,
  /// `15 tháng 3 năm 2026`, `2 Oct 2023`.
  mutating func numericDate() throws(DateInputError) -> DateInput.Value? {
    guard case .number(let first, let digits) = tokens.first else { return nil }
    tokens.removeFirst()
    if digits == 4 { return try dateFromYear(first) }
    guard digits <= 2 else { return nil }
    if take("thang") {
      guard let month = takeNumber(digits: 1...2) else { return nil }
      return try day(first, month, takeYearAfterMonth())
    }
    if let month = takeWord(in: DateWords.englishMonths) {
      return try day(first, month, takeYearAfterMonth())
    }
    guard let separator = takeSeparator() else { return nil }
    if let year = takeNumber(digits: 4...4) { return try month(first, year) }
    guard let month = takeNumber(digits: 1...2) else { return nil }
    guard !isAtEnd else { return try day(first, month, nil) }
    guard takeSeparator() == separator, let year = takeYear() else { return nil }
    return try day(first, month, year)
  }

  /// After a year of four digits: `2023`, `2023-11`, `2026-03-15`.
  private mutating func dateFromYear(_ year: Int) throws(DateInputError) -> DateInput.Value? {
    guard !isAtEnd else { return .year(year) }
    guard let separator = takeSeparator(), let month = takeNumber(digits: 1...2)
    else { return nil }
    guard !isAtEnd else { return try self.month(month, year) }
    guard takeSeparator() == separator, let day = takeNumber(digits: 1...2) else { return nil }
    return try self.day(day, month, year)
  }

  /// `/2026`, `năm 2026`, `năm sau`, ` 2026`; nil, with nothing taken, for anything else.
  mutating func takeYearAfterMonth() -> Int? {
    let before = tokens
    if take("nam") {
      if let shift = takeWord(in: DateWords.shiftsAfter) { return today.year + shift }
    } else {
      _ = takeSeparator()
    }
    if let year = takeYear() { return year }
    tokens = before
    return nil
  }

  private func day(
    _ day: Int, _ month: Int, _ year: Int?
  ) throws(DateInputError) -> DateInput.Value {
    let found = year ?? impliedYear { CivilDate(year: $0, month: month, day: day) }
    guard let found, let date = CivilDate(year: found, month: month, day: day)
    else { throw .impossible(day: day, month: month, year: year) }
    return .day(date)
  }

  func month(_ month: Int, _ year: Int) throws(DateInputError) -> DateInput.Value {
    guard (1...12).contains(month) else { throw .impossible(day: nil, month: month, year: year) }
    return .month(year: year, month: month)
  }

  // MARK: Weekdays

  mutating func takeWeekday() -> Weekday? {
    if let weekday = takeWord(in: DateWords.englishWeekdays) { return weekday }
    if take("cn") { return .sunday }
    let before = tokens
    if isEnglishThursday {
      tokens.removeFirst()
      return .thursday
    }
    if take("chu"), take("nhat") { return .sunday }
    tokens = before
    if take("thu"), let weekday = takeWord(in: DateWords.weekdayNumbers) ?? takeWeekdayNumber() {
      return weekday
    }
    tokens = before
    if take("t"), let weekday = takeWeekdayNumber() { return weekday }
    tokens = before
    return nil
  }

  /// `Thu` alone or before an English date; else it is *thứ*.
  private var isEnglishThursday: Bool {
    guard tokens.first == .word("thu") else { return false }
    switch tokens.dropFirst(2).first {
    case .word(let word): return DateWords.englishMonths[word] != nil
    case .number, .mark: return false
    case nil: return tokens.count == 1
    }
  }

  /// Vietnamese counts from Monday, the second day: 2...7.
  private mutating func takeWeekdayNumber() -> Weekday? {
    guard let number = takeNumber(digits: 1...1), (2...7).contains(number) else { return nil }
    return Weekday(rawValue: number - 1)
  }

  /// After a weekday: nothing, a week, or the date it must agree with.
  mutating func weekdayDate(_ weekday: Weekday) throws(DateInputError) -> DateInput.Value? {
    if isAtEnd { return .day(next(weekday)) }
    if take("tuan") {
      return takeWord(in: DateWords.shiftsAfter).map { .day(day(weekday, weeksAhead: $0)) }
    }
    if let shift = takeWord(in: DateWords.shiftsBefore) {
      return take("week") ? .day(day(weekday, weeksAhead: shift)) : nil
    }
    _ = take("ngay")
    let value = try numericDate()
    guard case .day(let date) = value, isAtEnd else { return nil }
    guard date.weekday == weekday else {
      throw .ambiguous(text, readings: [.day(date), .day(next(weekday))])
    }
    return value
  }

  /// `next friday`, `this friday`; nil, with nothing taken, if no weekday follows.
  mutating func shiftedWeekday() -> DateInput.Value? {
    let before = tokens
    if let shift = takeWord(in: DateWords.shiftsBefore), let weekday = takeWeekday() {
      return .day(day(weekday, weeksAhead: shift))
    }
    tokens = before
    return nil
  }

  private func next(_ weekday: Weekday) -> CivilDate {
    let ahead = (weekday.rawValue - today.weekday.rawValue + 7) % 7
    return today.adding(days: ahead == 0 ? 7 : ahead)
  }

  private func day(_ weekday: Weekday, weeksAhead: Int) -> CivilDate {
    today.adding(days: weekday.rawValue - today.weekday.rawValue + 7 * weeksAhead)
  }

  // MARK: Steps

  /// The longest step in working days: each is walked.
  private static let mostWorkingDays = 9999

  /// `+10`, `-3`, `+2t`, `+1 tháng`, `+5nlv`.
  mutating func step() throws(DateInputError) -> Meaning? {
    let sign = tokens.first == .mark("-") ? -1 : 1
    tokens.removeFirst()
    guard let count = takeNumber(digits: 1...6), let words = restAsWords(),
      let step = DateWords.steps[words]
    else { return nil }
    tokens = []
    let signed = sign * count
    switch step {
    case .days: return .value(.day(today.adding(days: signed)))
    case .weeks: return .value(.day(today.adding(days: 7 * signed)))
    case .months: return .value(.day(today.adding(months: signed)))
    case .years: return .value(.day(today.adding(months: 12 * signed)))
    case .workingDays:
      guard count <= Self.mostWorkingDays else { throw .outOfRange(text) }
      return .workingDays(signed)
    case .daysOrYears:
      throw .ambiguous(
        text,
        readings: [
          .day(today.adding(days: signed)), .day(today.adding(months: 12 * signed)),
        ])
    }
  }
}
