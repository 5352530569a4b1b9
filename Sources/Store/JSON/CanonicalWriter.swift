package import Model

/// Writes values in the one form that the register's files have, so that equal values are equal
/// bytes and a small change is a small difference.
///
/// A record has a line for each of its fields, and one for each element of a field that is a list
/// with objects in it; all else stands on the line of its field. Keys keep the order given. The
/// caller sees to it that no key comes twice and that numbers are JSON's.
package enum CanonicalWriter {
  /// A file of many records.
  package static func file(records: [Value]) -> [UInt8] {
    var output = Output()
    guard !records.isEmpty else { return Array("[]\n".utf8) }
    output.put("[")
    for (place, value) in records.enumerated() {
      if place > 0 { output.put(",") }
      output.newLine(indent: 2)
      output.record(value, indent: 2)
    }
    output.put("\n]\n")
    return output.bytes
  }

  /// A file of one object.
  package static func object(_ value: Value) -> [UInt8] {
    record(value, indent: 0) + [UInt8(ascii: "\n")]
  }

  /// The bytes of one record just as they stand inside a file, from `{` to `}`; its closing
  /// bracket has `indent` spaces in front, which are 2 in a file of records.
  package static func record(_ value: Value, indent: Int) -> [UInt8] {
    var output = Output()
    output.record(value, indent: indent)
    return output.bytes
  }

  /// The value on one line, without an end of line.
  package static func line(_ value: Value) -> [UInt8] {
    var output = Output()
    output.compact(value)
    return output.bytes
  }
}

private struct Output {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func newLine(indent: Int) {
    put("\n")
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }

  mutating func record(_ value: Value, indent: Int) {
    guard case .object(let fields) = value, !fields.isEmpty else { return compact(value) }
    put("{")
    for (place, field) in fields.enumerated() {
      if place > 0 { put(",") }
      newLine(indent: indent + 2)
      text(field.key)
      put(": ")
      self.field(field.value, indent: indent + 2)
    }
    newLine(indent: indent)
    put("}")
  }

  private mutating func field(_ value: Value, indent: Int) {
    guard case .list(let elements) = value, elements.contains(where: \.isObject) else {
      return compact(value)
    }
    put("[")
    for (place, element) in elements.enumerated() {
      if place > 0 { put(",") }
      newLine(indent: indent + 2)
      compact(element)
    }
    newLine(indent: indent)
    put("]")
  }

  mutating func compact(_ value: Value) {
    switch value {
    case .null: put("null")
    case .bool(let isTrue): isTrue ? put("true") : put("false")
    case .number(let digits): bytes.append(contentsOf: digits.utf8)
    case .text(let string): text(string)
    case .list(let elements):
      put("[")
      for (place, element) in elements.enumerated() {
        if place > 0 { put(", ") }
        compact(element)
      }
      put("]")
    case .object(let members):
      put("{")
      for (place, member) in members.enumerated() {
        if place > 0 { put(", ") }
        text(member.key)
        put(": ")
        compact(member.value)
      }
      put("}")
    }
  }

  private mutating func text(_ string: String) {
    var string = string
    put("\"")
    string.withUTF8 { utf8 in
      var plain = 0
      var place = 0
      while place < utf8.count {
        guard Escape.mayBegin(utf8[place]), let special = Escape(utf8, at: place) else {
          place += 1
          continue
        }
        bytes.append(contentsOf: utf8[plain..<place])
        bytes.append(contentsOf: special.escaped.utf8)
        place += special.length
        plain = place
      }
      bytes.append(contentsOf: utf8[plain...])
    }
    put("\"")
  }
}

/// A character that does not stand for itself in a file.
private struct Escape {
  let escaped: String
  /// The bytes it replaces.
  let length: Int

  /// Whether anything but a character that stands for itself can begin with this byte.
  static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x5C, 0x7F, 0xC2, 0xD8, 0xE2: true
    default: false
    }
  }

  /// Nil if the byte stands for itself, or goes on with a character that does.
  init?(_ utf8: UnsafeBufferPointer<UInt8>, at place: Int) {
    let byte = utf8[place]
    switch byte {
    case 0..<0x20, 0x22, 0x5C, 0x7F: length = 1
    case 0xC2, 0xD8: length = 2
    case 0xE2: length = 3
    default: return nil
    }
    switch byte {
    case 0x22: escaped = #"\""#
    case 0x5C: escaped = #"\\"#
    case 0x08: escaped = #"\b"#
    case 0x0C: escaped = #"\f"#
    case 0x0A: escaped = #"\n"#
    case 0x0D: escaped = #"\r"#
    case 0x09: escaped = #"\t"#
    case 0xC2, 0xD8, 0xE2:
      guard let scalar = Escape.drivingScalar(utf8, at: place) else { return nil }
      let digits = String(scalar, radix: 16)
      escaped = #"\u"# + String(repeating: "0", count: 4 - digits.count) + digits
    default:
      escaped = (byte < 0x10 ? #"\u000"# : #"\u00"#) + String(byte, radix: 16)
    }
  }

  /// What would end a line, turn it, or drive the terminal of somebody who only looks at the file:
  /// C1 controls, U+2028, U+2029 and the signs of writing direction. The text is whole UTF-8.
  private static func drivingScalar(
    _ utf8: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> UInt32? {
    let (second, isLong) = (utf8[place + 1], utf8[place] == 0xE2)
    let third = isLong ? utf8[place + 2] : 0
    switch (utf8[place], second, third) {
    case (0xC2, 0x80...0x9F, _): return UInt32(second)
    case (0xD8, 0x9C, _): return 0x61C
    case (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xA8...0xAE), (0xE2, 0x81, 0xA6...0xA9):
      return 0x2000 + UInt32(second & 0x3F) << 6 + UInt32(third & 0x3F)
    default: return nil
    }
  }
}

extension Value {
  fileprivate var isObject: Bool {
    if case .object = self { return true }
    return false
  }
}
