/// What an SVG picture of a canvas is drawn with.
package struct SVGPalette: Equatable, Sendable {
  package var foreground: Colour
  package var background: Colour
  package var fontFamily: String
  /// A cell's size and the letters' in it, in pixels.
  package var cellWidth: Int
  package var cellHeight: Int
  package var fontSize: Int

  package init(
    foreground: Colour = Colour(hex: 0xD4D7DD), background: Colour = Colour(hex: 0x16191F),
    fontFamily: String = "'JetBrains Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace",
    cellWidth: Int = 9, cellHeight: Int = 20, fontSize: Int = 15
  ) {
    self.foreground = foreground
    self.background = background
    self.fontFamily = fontFamily
    self.cellWidth = cellWidth
    self.cellHeight = cellHeight
    self.fontSize = fontSize
  }
}

extension Canvas {
  /// The canvas as an SVG picture, one cell of ground around it.
  ///
  /// Each run of one style has its place and its length, so columns hold whatever the font.
  package func svg(_ palette: SVGPalette = SVGPalette()) -> String {
    let width = (columns + 2) * palette.cellWidth
    let height = (rows + 1) * palette.cellHeight
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \
      width="\(width)" height="\(height)" font-family="\(escaped(palette.fontFamily))" \
      font-size="\(palette.fontSize)">
      <rect width="100%" height="100%" rx="8" fill="\(css(palette.background, else: "#000000"))"/>

      """
    let drawing = SVGDrawing(palette: palette)
    for row in 0..<rows {
      for piece in pieces(ofRow: row) { svg += drawing.ground(piece) }
      for piece in pieces(ofRow: row) { svg += drawing.ink(piece) }
    }
    return svg + "</svg>\n"
  }

  /// Row `row` in pieces of one style; a line or a wide glyph is a piece by itself.
  private func pieces(ofRow row: Int) -> [SVGPiece] {
    var pieces: [SVGPiece] = []
    for column in 0..<columns {
      let cell = cells[row * columns + column]
      guard cell.columns > 0 else { continue }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars(of: cell))
      let piece = SVGPiece(
        row: row, column: column, columns: Int(cell.columns), style: cell.style,
        text: String(text))
      if let last = pieces.last, let joined = last.joined(with: piece) {
        pieces[pieces.count - 1] = joined
      } else {
        pieces.append(piece)
      }
    }
    return pieces
  }
}

private struct SVGPiece {
  let row: Int
  let column: Int
  var columns: Int
  let style: Style
  var text: String

  /// What is drawn instead of written; nil for letters.
  var arms: LineArms? { text.first.flatMap { LineArms($0) } }

  func joined(with next: SVGPiece) -> SVGPiece? {
    let isAlike = next.style == style && next.arms == arms && (arms?.mayRunOn ?? true)
    guard isAlike, next.columns == 1, columns == text.count else { return nil }
    var joined = self
    joined.columns += next.columns
    joined.text += next.text
    return joined
  }
}

/// The strokes of a line glyph, from the middle of its cell to the edges. Fonts do not agree on where
/// those glyphs meet, so they are drawn.
private struct LineArms: OptionSet {
  let rawValue: UInt8

  static let left = LineArms(rawValue: 1)
  static let right = LineArms(rawValue: 2)
  static let up = LineArms(rawValue: 4)
  static let down = LineArms(rawValue: 8)
  static let horizontal: LineArms = [.left, .right]
  static let vertical: LineArms = [.up, .down]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init?(_ glyph: Character) {
    switch glyph {
    case "─": self = .horizontal
    case "│": self = .vertical
    case "├": self = [.vertical, .right]
    case "┤": self = [.vertical, .left]
    case "┬": self = [.horizontal, .down]
    case "┴": self = [.horizontal, .up]
    case "┼": self = [.horizontal, .vertical]
    case "┌", "╭": self = [.right, .down]
    case "┐", "╮": self = [.left, .down]
    case "└", "╰": self = [.right, .up]
    case "┘", "╯": self = [.left, .up]
    default: return nil
    }
  }

  /// Whether a row of these is one stroke.
  var mayRunOn: Bool { self == .horizontal }
}

private struct SVGDrawing {
  let palette: SVGPalette

  private func x(_ column: Int) -> Int { (column + 1) * palette.cellWidth }
  private func y(_ row: Int) -> Int { row * palette.cellHeight + palette.cellHeight / 2 }

  private var ink: String { css(palette.foreground, else: "#ffffff") }
  private var paper: String { css(palette.background, else: "#000000") }

  func ground(_ piece: SVGPiece) -> String {
    let style = piece.style
    guard style.isReversed || style.background != .default else { return "" }
    let fill = style.isReversed ? css(style.foreground, else: ink) : css(style.background, else: "")
    return rect(
      x(piece.column), y(piece.row), piece.columns * palette.cellWidth, palette.cellHeight, fill)
  }

  func ink(_ piece: SVGPiece) -> String {
    let style = piece.style
    guard style.isUnderlined || piece.text.contains(where: { $0 != " " }) else { return "" }
    let fill =
      style.isReversed ? css(style.background, else: paper) : css(style.foreground, else: ink)
    let (left, top) = (x(piece.column), y(piece.row))
    let width = piece.columns * palette.cellWidth
    if let arms = piece.arms { return strokes(arms, left, top, width, fill) }
    if piece.text == "▌" { return rect(left, top, width / 2, palette.cellHeight, fill) }
    var attributes = ""
    if style.isBold { attributes += " font-weight=\"bold\"" }
    if style.isItalic { attributes += " font-style=\"italic\"" }
    if style.isDim { attributes += " opacity=\"0.6\"" }
    if style.isUnderlined { attributes += " text-decoration=\"underline\"" }
    let baseline = top + (palette.cellHeight + palette.fontSize * 7 / 10) / 2
    return """
      <text x="\(left)" y="\(baseline)" textLength="\(width)" lengthAdjust="spacingAndGlyphs" \
      xml:space="preserve" fill="\(fill)"\(attributes)>\(escaped(piece.text))</text>

      """
  }

  /// The strokes of a cell, or of a run of level ones `width` wide.
  private func strokes(_ arms: LineArms, _ x: Int, _ y: Int, _ width: Int, _ fill: String) -> String
  {
    let (across, down) = (palette.cellWidth / 2, palette.cellHeight / 2)
    var strokes = ""
    if !arms.isDisjoint(with: .horizontal) {
      let begin = arms.contains(.left) ? x : x + across
      let end = arms.contains(.right) ? x + width : x + across + 1
      strokes += rect(begin, y + down, end - begin, 1, fill)
    }
    if !arms.isDisjoint(with: .vertical) {
      let begin = arms.contains(.up) ? y : y + down
      let end = arms.contains(.down) ? y + palette.cellHeight : y + down + 1
      strokes += rect(x + across, begin, 1, end - begin, fill)
    }
    return strokes
  }

  private func rect(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ fill: String) -> String {
    "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(fill)\"/>\n"
  }
}

private func css(_ colour: Colour, else fallback: String) -> String {
  colour.hex.map { "#" + sixDigits($0) } ?? fallback
}

private func escaped(_ text: String) -> String {
  text.reduce(into: "") { result, character in
    switch character {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default: result.append(character)
    }
  }
}
