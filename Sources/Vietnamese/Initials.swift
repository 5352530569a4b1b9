/// The first letters of a name's words, as people abbreviate: `ubbgqg`, `bng`, `vđba`.
package enum Initials {
  private static let fewest = 3

  /// In lower case, đ kept, without other marks; nil for a name of fewer than three words.
  package static func of(_ name: some StringProtocol) -> String? {
    let letters = MarkedText.words(name).compactMap(\.first).compactMap(letter)
    return letters.count < fewest ? nil : String(letters)
  }

  private static func letter(_ byte: UInt8) -> Character? {
    switch byte {
    case 1, 2: "a"
    case 3: "đ"
    case 4: "e"
    case 5, 6: "o"
    case 7: "u"
    case 0..<0x80: Character(Unicode.Scalar(byte))
    default: nil
    }
  }
}
