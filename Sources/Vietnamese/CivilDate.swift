/// A day of the week; weeks begin on Monday.
package enum Weekday: Int, CaseIterable, Hashable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday
}

/// A day of the Gregorian calendar, carried back before 1582, in the years 1...9999.
package struct CivilDate: Hashable, Sendable {
  package let year: Int
  /// 1...12
  package let month: Int
  /// 1...31
  package let day: Int

  package static let years = 1...9999
  package static let first = CivilDate(unchecked: years.lowerBound, 1, 1)
  package static let last = CivilDate(unchecked: years.upperBound, 12, 31)

  /// Nil if the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month),
      day >= 1, day <= Self.daysInMonth(month, of: year)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// The day so many days after 1970-01-01; days outside ``years`` are held at the border.
  package init(ordinal: Int) {
    guard ordinal > Self.first.ordinal else {
      self = .first
      return
    }
    guard ordinal < Self.last.ordinal else {
      self = .last
      return
    }
    // Years are counted from 1 March, so that the leap day ends a year and 400 years an era.
    let dayOfEras = ordinal + Self.daysToEpoch
    let era = dayOfEras / Self.daysInEra
    let dayOfEra = dayOfEras % Self.daysInEra
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / (Self.daysInEra - 1)) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      unchecked: 400 * era + yearOfEra + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// Reads the form of the files, `2026-03-15`; nil for anything else.
  package init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let dash = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash,
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  private static let daysInEra = 146_097
  /// Days from 0000-03-01 to 1970-01-01.
  private static let daysToEpoch = 719_468

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }
}

// MARK: - Counting

extension CivilDate: Comparable {
  /// Days since 1970-01-01, negative before it.
  package var ordinal: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * Self.daysInEra + dayOfEra - Self.daysToEpoch
  }

  package static func < (one: Self, other: Self) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }

  package var weekday: Weekday {
    let sinceMonday = (ordinal + 3) % 7
    return Weekday(rawValue: (sinceMonday + 7) % 7 + 1) ?? .monday
  }

  /// 1...4
  package var quarter: Int { (month + 2) / 3 }

  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// 28...31, or 0 if there is no such month.
  package static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    case 1...12: 31
    default: 0
    }
  }

  /// The day so many days later; held at the borders of ``years``.
  package func adding(days: Int) -> Self {
    let (sum, overflow) = ordinal.addingReportingOverflow(days)
    return Self(ordinal: overflow ? (days < 0 ? .min : .max) : sum)
  }

  /// The same day so many months later, or the last of that month if it is shorter: a month after
  /// 31 January is 28 or 29 February. Held at the borders of ``years``.
  package func adding(months: Int) -> Self {
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, sum >= 12 else { return months < 0 ? .first : .last }
    guard sum / 12 <= Self.years.upperBound else { return .last }
    let month = sum % 12 + 1
    return Self(
      unchecked: sum / 12, month, min(day, Self.daysInMonth(month, of: sum / 12)))
  }

  package var lastOfMonth: Self {
    Self(unchecked: year, month, Self.daysInMonth(month, of: year))
  }

  package var lastOfQuarter: Self {
    Self(unchecked: year, quarter * 3, Self.daysInMonth(quarter * 3, of: year))
  }

  package var lastOfYear: Self { Self(unchecked: year, 12, 31) }

  /// The Sunday of this week.
  package var lastOfWeek: Self { adding(days: 7 - weekday.rawValue) }

  /// The form of the files: `2026-03-15`.
  package var iso: String {
    "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

/// A number with zeros before it, at least `width` digits.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
