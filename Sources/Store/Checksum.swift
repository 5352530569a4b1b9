/// CRC-32 as in zip and png, for finding a flipped bit in a journal line.
enum Checksum {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1
    }
  }

  static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8)
    }
  }

  /// For finding damage in what is thrown away then: some 8 bytes a cycle. Any one word that is other
  /// gives another sum.
  static func sum64(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var (a, b, c, d) = (factor, ~factor, UInt64(bytes.count), factor >> 1)
    var place = 0
    while bytes.count - place >= 32 {
      a = (a ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* factor
      b = (b ^ bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)) &* factor
      c = (c ^ bytes.loadUnaligned(fromByteOffset: place + 16, as: UInt64.self)) &* factor
      d = (d ^ bytes.loadUnaligned(fromByteOffset: place + 24, as: UInt64.self)) &* factor
      place += 32
    }
    for byte in bytes[place...] { a = (a ^ UInt64(byte)) &* factor }
    for part in [b, c, d] { a = (a ^ (a >> 32) ^ part) &* factor }
    return a ^ (a >> 32)
  }

  /// The sum as eight hexadecimal digits.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    let digits = String(crc32(bytes), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
