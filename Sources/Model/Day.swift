package import Vietnamese

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
    guard let civil = CivilDate(iso: iso) else { return nil }
    self.init(ordinal: civil.ordinal)
  }

  /// The same from UTF-8.
  package init?(utf8 bytes: some Collection<UInt8>) {
    var numbers = [0, 0, 0]
    for (place, byte) in bytes.enumerated() {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard place < 10, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let part = place < 4 ? 0 : place < 7 ? 1 : 2
      numbers[part] = numbers[part] * 10 + Int(byte - UInt8(ascii: "0"))
    }
    guard bytes.count == 10 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  package static func < (earlier: Day, later: Day) -> Bool { earlier.ordinal < later.ordinal }

  package init(_ civil: CivilDate) { self.init(ordinal: civil.ordinal) }

  package var civil: CivilDate { CivilDate(ordinal: ordinal) }
  package var iso: String { civil.iso }
  package var year: Int { civil.year }
  package var lastOfMonth: Day { Day(civil.lastOfMonth) }
  package var lastOfQuarter: Day { Day(civil.lastOfQuarter) }
  package var lastOfYear: Day { Day(civil.lastOfYear) }
}
