extension Canvas {
  /// The canvas as text, for snapshots: its rows, then a letter a cell for the styles, if any.
  ///
  /// Each row ends in `|` so that spaces can be seen. A wide glyph takes one character of its row and
  /// two letters. Letters go by first appearance, a space is the plain style, and lines such as
  /// `a = bold, fg 56b6c2` tell what they are.
  package var picture: String {
    var letters = StyleLetters()
    var (glyphs, styles) = ("", "")
    for row in 0..<rows {
      for cell in cells[row * columns..<(row + 1) * columns] {
        glyphs.unicodeScalars.append(contentsOf: scalars(of: cell))
        styles.append(letters.letter(for: cell.style))
      }
      glyphs += "|\n"
      styles += "|\n"
    }
    return letters.legend.isEmpty ? glyphs : glyphs + "styles\n" + styles + letters.legend
  }
}

/// A letter for each style of a picture.
private struct StyleLetters {
  private static let letters = Array(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")

  private var known: [Style: Character] = [.plain: " "]
  private(set) var legend = ""

  mutating func letter(for style: Style) -> Character {
    if let letter = known[style] { return letter }
    let count = known.count - 1
    let letter = count < StyleLetters.letters.count ? StyleLetters.letters[count] : "?"
    known[style] = letter
    legend += "\(letter) = \(style.words)\n"
    return letter
  }
}

extension Style {
  /// The style in words, for a picture's legend: `bold, fg 56b6c2, bg 22262e`.
  var words: String {
    var words: [String] = []
    if isBold { words.append("bold") }
    if isDim { words.append("dim") }
    if isItalic { words.append("italic") }
    if isUnderlined { words.append("underlined") }
    if isReversed { words.append("reversed") }
    if let hex = foreground.hex { words.append("fg \(sixDigits(hex))") }
    if let hex = background.hex { words.append("bg \(sixDigits(hex))") }
    return words.joined(separator: ", ")
  }
}

/// `0xRRGGBB` as six hexadecimal digits.
func sixDigits(_ hex: UInt32) -> String {
  let digits = String(hex, radix: 16)
  return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
}
