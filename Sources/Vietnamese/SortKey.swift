/// Vietnamese alphabetical order as bytes: the smaller key, compared byte by byte, comes first.
///
/// The rule is that of Vietnamese dictionaries (the Vietnam Lexicography Centre's). Texts are
/// compared syllable by syllable. Of two syllables the letters decide first:
/// digits, then a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z, then other
/// scripts by code point; if they are equal the tone decides: level, huyền, hỏi, ngã, sắc, nặng,
/// then foreign marks. So *ba ba* and *ba con* come before *bà*, and *Hạ Long* before *Hải Dương*.
/// A text that ends comes before one that goes on. What is no letter and no digit only parts
/// syllables. Where all that is equal, a small letter comes before a capital one.
///
/// The key does not depend on NFC or NFD, nor on where the tone is written (*hòa*, *hoà*).
package struct SortKey: Hashable, Comparable, Sendable {
  package let bytes: [UInt8]

  /// How runs of digits compare.
  package enum Digits: Sendable {
    /// Digit by digit, as in a dictionary: 10 before 9.
    case asWritten
    /// By value, as in codes: QN23-9 before QN23-10. Leading zeros do not count.
    case asNumbers
  }

  package init(_ text: some StringProtocol, digits: Digits = .asWritten) {
    var key: [UInt8] = []
    Folding.withUTF8(of: text) { Self.append(utf8: $0, digits: digits, to: &key) }
    bytes = key
  }

  /// The order of people: by given name (the last word), then by the name from its beginning.
  package init(person name: some StringProtocol) {
    let given = name.split { $0.isWhitespace }.last.map { String($0) } ?? ""
    bytes = Self("\(given) \(name)").bytes
  }

  /// The order of codes such as QN23-09: digits as numbers.
  package init(code: some StringProtocol) {
    self.init(code, digits: .asNumbers)
  }

  /// The first eight bytes as one number: where two differ they order as the keys do.
  package var prefix: UInt64 {
    var prefix: UInt64 = 0
    for index in 0..<8 {
      prefix = prefix << 8 | UInt64(index < bytes.count ? bytes[index] : 0)
    }
    return prefix
  }

  package static func < (one: Self, other: Self) -> Bool {
    one.bytes.lexicographicallyPrecedes(other.bytes)
  }

  /// Appends the key of `utf8` to `key`.
  package static func append(
    utf8: UnsafeBufferPointer<UInt8>, digits: Digits = .asWritten, to key: inout [UInt8]
  ) {
    var writer = SortKeyWriter(digits: digits)
    var iterator = utf8.makeIterator()
    var decoder = UTF8()
    key.reserveCapacity(key.count + utf8.count + 8)
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): writer.add(scalar, to: &key)
      case .error: writer.endSyllable(in: &key)
      case .emptyInput:
        writer.finish(in: &key)
        return
      }
    }
  }
}
