import Model

/// JSON on its way to standard output, written straight into bytes.
///
/// Whatever could drive a terminal is written as an escape, so that JSON is as harmless as text.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  init(room: Int = 1024) { bytes.reserveCapacity(room) }

  mutating func openObject() { open("{") }
  mutating func closeObject() { close("}") }
  mutating func openList() { open("[") }
  mutating func closeList() { close("]") }

  /// Begins a member of an object; its value comes next.
  mutating func member(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    isFirst = true
  }

  mutating func member(named name: String) {
    text(name)
    bytes.append(UInt8(ascii: ":"))
    isFirst = true
  }

  mutating func newLine() { bytes.append(UInt8(ascii: "\n")) }

  /// Puts the next element of a list on a line of its own.
  mutating func newLineBeforeElement() {
    separate()
    newLine()
    isFirst = true
  }

  mutating func null() { literal("null") }
  mutating func bool(_ flag: Bool) { literal(flag ? "true" : "false") }

  mutating func number(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  mutating func number(_ number: Int?) {
    if let number { self.number(number) } else { null() }
  }

  mutating func text(_ text: String?) {
    guard var text else { return null() }
    text.withUTF8 { self.text(utf8: $0) }
  }

  mutating func value(_ value: Value) {
    switch value {
    case .null: null()
    case .bool(let flag): bool(flag)
    case .number(let digits):
      separate()
      bytes.append(contentsOf: digits.utf8)
    case .text(let text): self.text(text)
    case .list(let items):
      openList()
      for item in items { self.value(item) }
      closeList()
    case .object(let members):
      openObject()
      for member in members {
        self.member(named: member.key)
        self.value(member.value)
      }
      closeObject()
    }
  }

  // MARK: - Parts

  private mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    isFirst = true
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    isFirst = false
  }

  private mutating func literal(_ word: StaticString) {
    separate()
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  mutating func text(utf8: UnsafeBufferPointer<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var plain = 0
    var place = 0
    while place < utf8.count {
      guard JSONText.mayNeedEscape(utf8[place]), let (scalar, length) = special(utf8, at: place)
      else {
        place += 1
        continue
      }
      bytes.append(contentsOf: utf8[plain..<place])
      escape(scalar)
      place += length
      plain = place
    }
    bytes.append(contentsOf: utf8[plain...])
    bytes.append(UInt8(ascii: "\""))
  }

  @inline(__always)
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x5C, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: true
    default: false
    }
  }

  /// The scalar at `place`, and its bytes, if it may not stand for itself.
  private func special(
    _ utf8: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (scalar: UInt32, length: Int)? {
    let byte = utf8[place]
    let second = place + 1 < utf8.count ? utf8[place + 1] : 0
    let third = place + 2 < utf8.count ? utf8[place + 2] : 0
    switch (byte, second, third) {
    case (0..<0x80, _, _): return (UInt32(byte), 1)
    case (0xC2, 0x80...0x9F, _): return (UInt32(second), 2)
    case (0xD8, 0x9C, _): return (0x61C, 2)
    case (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xA8...0xAE), (0xE2, 0x81, 0xA6...0xAF):
      return (0x2000 + UInt32(second & 0x3F) << 6 + UInt32(third & 0x3F), 3)
    case (0xEF, 0xBF, 0xB9...0xBB): return (0xFFC0 + UInt32(third & 0x3F), 3)
    default: return nil
    }
  }

  private mutating func escape(_ scalar: UInt32) {
    bytes.append(UInt8(ascii: "\\"))
    switch scalar {
    case 0x22: bytes.append(UInt8(ascii: "\""))
    case 0x5C: bytes.append(UInt8(ascii: "\\"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      let digits = String(scalar, radix: 16)
      bytes.append(UInt8(ascii: "u"))
      bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, 4 - digits.count)))
      bytes.append(contentsOf: digits.utf8)
    }
  }
}
