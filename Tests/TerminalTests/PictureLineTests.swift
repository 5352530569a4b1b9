import Terminal
import Testing

@Suite struct PictureLineTests {
  /// A cell at (0, 0) is 9 × 20 pixels with its corner at (9, 10); its middle is at (13, 20).
  @Test(arguments: [
    (
      glyph: Unicode.Scalar("├"), across: "x=\"13\" y=\"20\" width=\"5\"",
      down: "y=\"10\" width=\"1\" height=\"20\""
    ),
    (
      glyph: "┬", across: "x=\"9\" y=\"20\" width=\"9\"", down: "y=\"20\" width=\"1\" height=\"10\""
    ),
    (
      glyph: "┴", across: "x=\"9\" y=\"20\" width=\"9\"", down: "y=\"10\" width=\"1\" height=\"11\""
    ),
    (
      glyph: "┘", across: "x=\"9\" y=\"20\" width=\"5\"", down: "y=\"10\" width=\"1\" height=\"11\""
    ),
  ])
  func joiningGlyphsAreDrawnToTheEdgesOfTheirCell(
    glyph: Unicode.Scalar, across: String, down: String
  ) {
    var canvas = Canvas(Size(rows: 1, columns: 1))
    canvas.horizontalLine(row: 0, column: 0, width: 1, style: .plain, with: glyph)
    let svg = canvas.svg()
    #expect(svg.contains(across))
    #expect(svg.contains(down))
    #expect(!svg.contains("<text"))
  }
}
