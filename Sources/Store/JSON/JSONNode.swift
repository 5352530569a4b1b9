import CSimdJSON
import Glibc

/// One value of a file that was read, seen in the reader's memory.
///
/// It is three words that own nothing: copying it costs nothing, and it is only good inside
/// ``JSONReader/withRoot(_:)``.
package struct JSONNode {
  package enum Kind: Hashable, Sendable {
    case object, array, text, number, bool, null
  }

  let bytes: UnsafePointer<UInt8>
  let tape: UnsafePointer<sj_node>
  let index: Int

  var node: sj_node { tape[index] }

  package var kind: Kind {
    switch node.kind {
    case .object: .object
    case .array: .array
    case .text, .key: .text
    case .number: .number
    case .true, .false: .bool
    case .null: .null
    }
  }

  /// Where the value stands in the file, with its quotes or brackets.
  package var byteRange: Range<Int> {
    let quote = isTextOrKey ? 1 : 0
    return Int(node.begin) - quote..<Int(node.end) + quote
  }

  /// The value as it stands in the file.
  package var rawBytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + byteRange.lowerBound, count: byteRange.count)
  }

  package var isNull: Bool { node.kind == .null }

  /// Nil unless it is `true` or `false`.
  package var bool: Bool? {
    switch node.kind {
    case .true: true
    case .false: false
    case .object, .array, .text, .number, .null, .key: nil
    }
  }

  /// Nil unless it is a number without fraction and exponent that fits.
  package var integer: Int? {
    guard node.kind == .number else { return nil }
    let isNegative = bytes[Int(node.begin)] == UInt8(ascii: "-")
    var result = 0
    for place in Int(node.begin) + (isNegative ? 1 : 0)..<Int(node.end) {
      let digit = Int(bytes[place]) - Int(UInt8(ascii: "0"))
      guard (0...9).contains(digit) else { return nil }
      let (tenfold, isTooMuch) = result.multipliedReportingOverflow(by: 10)
      let (sum, isOver) = tenfold.subtractingReportingOverflow(digit)
      guard !isTooMuch, !isOver else { return nil }
      result = sum
    }
    // Gathered below zero, where there is room for one more.
    if isNegative { return result }
    return result == Int.min ? nil : -result
  }

  var isTextOrKey: Bool {
    node.kind == .text || node.kind == .key
  }

  var hasEscapes: Bool { node.flags & UInt8(sj_has_escapes) != 0 }
}

// MARK: - Text

extension JSONNode {
  /// The bytes between the quotes of a text that needs no unescaping, which is nearly every one.
  package var plainText: UnsafeBufferPointer<UInt8>? {
    isTextOrKey && !hasEscapes ? betweenQuotes : nil
  }

  /// Nil unless it is a text.
  package var text: String? {
    guard isTextOrKey else { return nil }
    let inside = betweenQuotes
    guard hasEscapes else { return String(decoding: inside, as: UTF8.self) }
    return String(unsafeUninitializedCapacity: inside.count) { unescape(into: $0) }
  }

  /// Appends a text in UTF-8 without its escapes; anything else appends nothing and gives false.
  @discardableResult
  package func appendText(to output: inout [UInt8]) -> Bool {
    guard isTextOrKey else { return false }
    let inside = betweenQuotes
    if hasEscapes {
      output.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: inside.count) { room, count in
          count = unescape(into: room)
        })
    } else {
      output.append(contentsOf: inside)
    }
    return true
  }

  /// Whether it is a text of exactly these bytes, however it is escaped.
  @inline(__always)
  package func isText(_ expected: StaticString) -> Bool {
    let count = expected.utf8CodeUnitCount
    guard isTextOrKey else { return false }
    guard !hasEscapes else { return isEscapedText(expected) }
    return Int(node.end) - Int(node.begin) == count
      && memcmp(bytes + Int(node.begin), expected.utf8Start, count) == 0
  }

  @inline(never)
  private func isEscapedText(_ expected: StaticString) -> Bool {
    var unescaped: [UInt8] = []
    appendText(to: &unescaped)
    return unescaped.elementsEqual(
      UnsafeBufferPointer(start: expected.utf8Start, count: expected.utf8CodeUnitCount))
  }

  private var betweenQuotes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + Int(node.begin), count: Int(node.end) - Int(node.begin))
  }

  /// The bytes written; `room` is as long as the escaped text.
  private func unescape(into room: UnsafeMutableBufferPointer<UInt8>) -> Int {
    guard let output = room.baseAddress else { return 0 }
    return sj_unescape(bytes + Int(node.begin), node.end - node.begin, output)
  }
}
