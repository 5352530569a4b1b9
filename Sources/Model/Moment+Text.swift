extension Moment {
  private static let millisecondsPerDay: Int64 = 86_400_000

  /// The start of a day in UTC.
  package init(startOf day: Day) {
    self.init(milliseconds: Int64(day.ordinal) * Moment.millisecondsPerDay)
  }

  /// A moment as written in the files: `2023-03-24T08:15:00.000Z`; nil for any other form.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard let moment = bytes.withUnsafeBufferPointer({ Moment(utf8: $0) }) else { return nil }
    self = moment
  }

  /// The same from UTF-8.
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 24, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "."),
      bytes[23] == UInt8(ascii: "Z"),
      let day = Day(utf8: UnsafeBufferPointer(rebasing: bytes[..<10])),
      let hour = Moment.number(bytes[11..<13], below: 24),
      let minute = Moment.number(bytes[14..<16], below: 60),
      let second = Moment.number(bytes[17..<19], below: 60),
      let millisecond = Moment.number(bytes[20..<23], below: 1000)
    else { return nil }
    let seconds = (hour * 60 + minute) * 60 + second
    self.init(
      milliseconds: Int64(day.ordinal) * Moment.millisecondsPerDay + seconds * 1000 + millisecond)
  }

  private static func number(
    _ digits: Slice<UnsafeBufferPointer<UInt8>>, below limit: Int64
  ) -> Int64? {
    var number: Int64 = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int64(digit - UInt8(ascii: "0"))
    }
    return number < limit ? number : nil
  }

  /// The moment as written in the files.
  package var text: String {
    let inDay = milliseconds - Int64(day.ordinal) * Moment.millisecondsPerDay
    let (hours, minutes) = (inDay / 3_600_000, inDay / 60_000 % 60)
    let (seconds, rest) = (inDay / 1000 % 60, inDay % 1000)
    return day.iso
      + "T\(padded(hours, 2)):\(padded(minutes, 2)):\(padded(seconds, 2)).\(padded(rest, 3))Z"
  }

  /// The day in UTC.
  package var day: Day {
    let days = milliseconds / Moment.millisecondsPerDay
    let isBefore = milliseconds % Moment.millisecondsPerDay < 0
    return Day(ordinal: Int(isBefore ? days - 1 : days))
  }

  /// The moment `seconds` east of UTC, for showing a local time.
  package func shifted(bySeconds seconds: Int) -> Moment {
    Moment(milliseconds: milliseconds + Int64(seconds) * 1000)
  }

  /// Hours and minutes as `08:15`.
  package var clock: String {
    let inDay = milliseconds - Int64(day.ordinal) * Moment.millisecondsPerDay
    return "\(padded(inDay / 3_600_000, 2)):\(padded(inDay / 60_000 % 60, 2))"
  }
}

private func padded(_ number: Int64, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
