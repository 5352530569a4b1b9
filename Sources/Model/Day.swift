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
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    let dash = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash,
      let year = Day.number(bytes, 0..<4), let month = Day.number(bytes, 5..<7),
      let day = Day.number(bytes, 8..<10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ digits: Range<Int>) -> Int? {
    var number = 0
    for place in digits {
      let byte = bytes[place]
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
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
