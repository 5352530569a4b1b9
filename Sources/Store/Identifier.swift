internal import Model

/// Names that are unique in the world and sort by the time they were made.
enum Identifier {
  private static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// Ten letters of time, eight of chance.
  static func make(_ now: Moment) -> String {
    var bytes: [UInt8] = []
    for shift in stride(from: 45, through: 0, by: -5) {
      bytes.append(letters[Int((now.milliseconds >> Int64(shift)) & 31)])
    }
    let chance = UInt64.random(in: 0...UInt64.max)
    for shift in stride(from: 0, to: 40, by: 5) {
      bytes.append(letters[Int((chance >> UInt64(shift)) & 31)])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
