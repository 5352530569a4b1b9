import TestKit
import Testing

@testable import Terminal

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("tỉnh", 4), ("Thư\u{300}a Thie\u{302}n", 10), ("日本", 4), ("한", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("❤\u{FE0F}", 1), ("1\u{FE0F}\u{20E3}", 1),
    ("🇻🇳", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("❤\u{FE0F}\u{200D}🔥", 1), ("क्ष", 2), ("─▲◆◑✓…", 6),
    ("\u{3000}", 2), ("a\u{200B}b", 2), ("\u{301}", 1),
  ])
  func countsColumns(text: String, columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
    #expect(TextWidth.cells(of: text).reduce(0) { $0 + $1.columns } == columns)
  }

  @Test(arguments: [
    ("\u{1B}[31mđỏ", "␛[31mđỏ"), ("a\tb\nc\r\nd", "a␉b␊c␍␊d"), ("\u{0}\u{7}\u{7F}", "␀␇␡"),
    ("\u{9B}31m", "\u{FFFD}31m"), ("\u{202E}abc\u{2069}", "\u{FFFD}abc\u{FFFD}"),
    ("\u{200E}\u{200F}\u{61C}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("\u{E000}\u{F0000}", "\u{FFFD}\u{FFFD}"),
    ("\u{378}", "\u{FFFD}"), ("a\u{2028}b", "a\u{FFFD}b"),
    ("so\u{AD}ft\u{FEFF}\u{2060}", "soft"), ("x\u{200D}y", "xy"), ("👨‍👩‍👧!", "👨!"),
    ("👍🏽!", "👍!"), ("\u{301}a", "◌\u{301}a"), ("🏴\u{E0067}\u{E007F}", "🏴"),
  ])
  func makesHostileTextVisibleOrDropsIt(text: String, shown: String) {
    #expect(Array(TextWidth.harmless(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test(arguments: [0xFDD0, 0xFFFE, 0x10FFFF] as [UInt32])
  func showsANoncharacterAsAReplacement(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(TextWidth.harmless(String(Character(scalar))) == "\u{FFFD}")
  }

  @Test func keepsNoMoreMarksThanACellHolds() {
    let glyphs = TextWidth.cells(of: "e" + String(repeating: "\u{301}", count: 50))
    #expect(glyphs.count == 1)
    #expect(glyphs.first?.marks.count == TextWidth.mostMarks)
  }

  @Test func everyGlyphIsSafeAndHasTheWidthTheSystemGivesIt() {
    let system = systemWidths()
    var disagreements: [Unicode.Scalar] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for glyph in TextWidth.cells(of: String(Character(scalar))) {
        let width = Int(system[Int(glyph.base.value)])
        let hasGoodMarks = glyph.marks.allSatisfy { system[Int($0.value)] == 0 }
        let isGood = width == glyph.columns && hasGoodMarks
        // In a Unicode newer than the C library's the device shows a stand-in.
        if !isGood, !isNewer(scalar) { disagreements.append(scalar) }
      }
    }
    #expect(disagreements.isEmpty)
  }

  private func isNewer(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.age.map { ($0.major, $0.minor) > (14, 0) } ?? false
  }

  @Test func anASCIITerminalGetsLettersWithoutMarks() {
    let shown = "ĐÔN ĐỐC ứng phó … ─│╭▲日".unicodeScalars.map { StandIn.ascii(for: $0.value) }
    #expect(String(String.UnicodeScalarView(shown)) == "DON DOC ung pho ~ -|+^?")
  }
}
