import Terminal
import TestKit
import Testing

@Suite struct CanvasTests {
  @Test(arguments: [
    (text: "tỉnh", width: 4, shown: "tỉnh |\n"),
    (text: "tỉnh Nghệ An", width: 5, shown: "tỉnh…|\n"),
    (text: "bộ", width: 9, shown: "bộ   |\n"), (text: "bộ", width: 0, shown: "     |\n"),
    (text: "日本語", width: 4, shown: "日…  |\n"), (text: "a\u{7}", width: 4, shown: "a␇   |\n"),
  ])
  func cutsAndPads(text: String, width: Int, shown: String) {
    var canvas = Canvas(rows: 1, columns: 5)
    canvas.write(text, row: 0, column: 0, width: width)
    #expect(canvas.picture == shown)
  }

  @Test(arguments: [
    (Alignment.leading, "ab  .|\n"), (.trailing, "  ab.|\n"), (.centre, " ab .|\n"),
  ])
  func alignsInItsWidth(alignment: Alignment, shown: String) {
    var canvas = Canvas(rows: 1, columns: 5)
    canvas.fill(canvas.bounds, with: ".")
    canvas.write("ab", row: 0, column: 0, width: 4, alignment: alignment)
    #expect(canvas.picture == shown)
  }

  @Test func withoutAWidthItTakesWhatItNeedsAndSaysHowMuch() {
    var canvas = Canvas(rows: 1, columns: 9)
    canvas.fill(canvas.bounds, with: ".")
    #expect(canvas.write("日bộ", row: 0, column: 1) == 4)
    #expect(canvas.picture == ".日bộ....|\n")
    #expect(canvas.write("Quảng Ninh", row: 0, column: 4) == 5)
    #expect(canvas.picture == ".日b Quản…|\n".replacing(" ", with: ""))
  }

  @Test(arguments: [(-3, 0), (0, -9), (1, 0), (0, 5)])
  func drawingOutsideDoesNothing(row: Int, column: Int) {
    var canvas = Canvas(rows: 1, columns: 5)
    canvas.write("bộ", row: row, column: column, width: 3)
    canvas.fill(Rect(row: row, column: column, rows: 1, columns: 3), with: "x")
    canvas.frame(Rect(row: row, column: column, rows: 2, columns: 3))
    #expect(canvas == Canvas(rows: 1, columns: 5) || row == 0 && column < 0)
    #expect(canvas.picture == "     |\n" || canvas.picture.hasPrefix("     "))
  }

  @Test func textIsClippedAtBothEdges() {
    var canvas = Canvas(rows: 2, columns: 4)
    canvas.write("abcdef", row: 0, column: -1, width: 6)
    canvas.write("日本語", row: 1, column: -1, width: 6)
    #expect(canvas.picture == "bcde|\n 本 |\n")
  }

  @Test(arguments: [
    (column: 1, shown: " x本|\n"), (column: 0, shown: "x 本|\n"), (column: 2, shown: "日x |\n"),
    (column: 3, shown: "日 x|\n"),
  ])
  func overwritingHalfAWideGlyphBlanksTheOther(column: Int, shown: String) {
    var canvas = Canvas(rows: 1, columns: 4)
    canvas.write("日本", row: 0, column: 0)
    canvas.write("x", row: 0, column: column, width: 1)
    #expect(canvas.picture == shown)
  }

  @Test func aWideGlyphOverTwoHalvesLeavesNoHalf() {
    var canvas = Canvas(rows: 1, columns: 4)
    canvas.write("日本", row: 0, column: 0)
    canvas.write("語", row: 0, column: 1)
    #expect(canvas.picture == " 語 |\n")
  }

  @Test func framesAndHairlines() {
    var canvas = Canvas(rows: 3, columns: 5)
    canvas.frame(canvas.bounds)
    canvas.horizontalLine(row: 1, column: 1, width: 3)
    canvas.verticalLine(row: 1, column: 2, height: 1)
    #expect(canvas.picture == "╭───╮|\n│─│─│|\n╰───╯|\n")
  }

  @Test func aGroundLaidUnderARowKeepsItsInk() {
    var canvas = Canvas(rows: 1, columns: 3)
    let ink = Colour(hex: 0x56B6C2)
    let ground = Colour(hex: 0x22262E)
    canvas.write("日", row: 0, column: 0, style: Style(foreground: ink, isBold: true))
    canvas.restyle(Rect(row: 0, column: 0, rows: 1, columns: 1), background: ground)
    let cell = canvas[Point(row: 0, column: 1)]
    #expect(cell?.style == Style(foreground: ink, background: ground, isBold: true))
    #expect(canvas[Point(row: 0, column: 2)]?.style == .plain)
  }
}

@Suite struct CanvasChangesTests {
  @Test func sendsOnlyWhatChangedInRuns() {
    let old = Canvas(rows: 2, columns: 9)
    var new = old
    new.write("ab", row: 1, column: 2)
    new.write("c", row: 1, column: 7)
    #expect(
      new.changes(since: old).map { [$0.row, $0.column, $0.cells.count] } == [
        [1, 2, 2], [1, 7, 1],
      ])
    #expect(new.changes(since: nil).map(\.cells.count) == [9, 9])
    #expect(new.changes(since: Canvas(rows: 2, columns: 8)).count == 2)
    #expect(new.changes(since: new).isEmpty)
  }

  @Test func aChangeOfStyleAloneIsSent() {
    let old = Canvas(rows: 1, columns: 4)
    var new = old
    new.restyle(Rect(row: 0, column: 1, rows: 1, columns: 2)) { $0.isUnderlined = true }
    #expect(new.changes(since: old).map(\.columns) == [1..<3])
  }

  @Test func wideGlyphsAreSentWhole() {
    var old = Canvas(rows: 1, columns: 4)
    old.write("日", row: 0, column: 1)
    var new = Canvas(rows: 1, columns: 4)
    new.write("本", row: 0, column: 1)
    #expect(new.changes(since: old).map(\.columns) == [1..<3])
    #expect(Canvas(rows: 1, columns: 4).changes(since: old).map(\.columns) == [1..<3])
  }

  @Test func clustersCompareByWhatTheyShow() {
    var (old, new) = (Canvas(rows: 1, columns: 4), Canvas(rows: 1, columns: 4))
    old.write("e\u{301}o\u{301}", row: 0, column: 0)
    new.write("o\u{301}", row: 0, column: 1)
    new.write("e\u{301}", row: 0, column: 0)
    #expect(new == old)
    new.write("e\u{300}", row: 0, column: 0)
    #expect(new.changes(since: old).map(\.columns) == [0..<1])
  }
}

@Suite struct CanvasPictureTests {
  @Test func stylesAreLettersWithALegend() {
    var canvas = Canvas(rows: 2, columns: 3)
    canvas.write("日", row: 0, column: 0, style: Style(isBold: true))
    canvas.write("x", row: 1, column: 2, style: Style(foreground: Colour(hex: 0xFF)).italic)
    #expect(
      canvas.picture == """
        日 |
          x|
        styles
        aa |
          b|
        a = bold
        b = italic, fg 0000ff

        """)
  }

  @Test func anSVGEscapesItsTextAndHoldsItsColumns() {
    var canvas = Canvas(rows: 1, columns: 12)
    canvas.write("<a&b>\"", row: 0, column: 0, style: Style(foreground: Colour(hex: 0xE06C75)))
    canvas.write("──│", row: 0, column: 8)
    let svg = canvas.svg()
    #expect(svg.contains("fill=\"#e06c75\">&lt;a&amp;b&gt;&quot;</text>"))
    #expect(svg.contains("x=\"9\" y=\"25\" textLength=\"54\""))
    #expect(svg.contains("<rect x=\"81\" y=\"20\" width=\"18\" height=\"1\""))
    #expect(svg.contains("<rect x=\"103\" y=\"10\" width=\"1\" height=\"20\""))
    #expect(!svg.contains("─"))
  }
}
