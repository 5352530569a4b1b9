internal import Vietnamese

/// A calendar day, with no time of day and no time zone.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01 in the Gregorian calendar.
  package let ordinal: Int

  package init(ordinal: Int) { self.ordinal = ordinal }

  /// The day of a year, month and day of month; nil where the calendar has none, as on 31/2.
  package init?(year: Int, month: Int, day: Int) {
    guard let civil = CivilDate(year: year, month: month, day: day) else { return nil }
    self.init(ordinal: civil.ordinal)
  }

  /// A day as the files hold it, `2023-03-24`; nil for any other form.
  package init?(_ iso: some StringProtocol) {
    let parts = iso.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      iso.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }),
      let year = Int(String(decoding: parts[0], as: UTF8.self)),
      let month = Int(String(decoding: parts[1], as: UTF8.self)),
      let day = Int(String(decoding: parts[2], as: UTF8.self))
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package static func < (earlier: Day, later: Day) -> Bool { earlier.ordinal < later.ordinal }

  package var iso: String {
    let civil = CivilDate(ordinal: ordinal)
    return padded(civil.year, 4) + "-" + padded(civil.month, 2) + "-" + padded(civil.day, 2)
  }

  package var year: Int { CivilDate(ordinal: ordinal).year }

  package var lastOfMonth: Day {
    let civil = CivilDate(ordinal: ordinal)
    return Day.last(ofMonth: civil.month, year: civil.year) ?? self
  }

  package var lastOfQuarter: Day {
    let civil = CivilDate(ordinal: ordinal)
    return Day.last(ofMonth: (civil.month + 2) / 3 * 3, year: civil.year) ?? self
  }

  package var lastOfYear: Day { Day(year: year, month: 12, day: 31) ?? self }

  /// The last day of a month; nil for a month outside 1 to 12.
  package static func last(ofMonth month: Int, year: Int) -> Day? {
    let next = month == 12 ? (year + 1, 1) : (year, month + 1)
    return Day(year: next.0, month: next.1, day: 1).map { Day(ordinal: $0.ordinal - 1) }
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
