import Terminal
import Testing

@Suite struct StyleTests {
  @Test(arguments: [Colour.default, Colour(hex: 0), Colour(hex: 0xFFFFFF), Colour(hex: 0x56B6C2)])
  func keepsItsColoursApart(colour: Colour) {
    var style = Style(foreground: colour, background: Colour(hex: 0x123456)).bold.underlined
    #expect(style.foreground == colour)
    #expect(style.background == Colour(hex: 0x123456))
    style.background = colour
    style.foreground = .default
    #expect(style.background == colour)
    #expect(style.foreground == .default)
    #expect(style == Style(background: colour, isBold: true, isUnderlined: true))
  }

  @Test func eachAttributeIsItsOwn() {
    let styles = [
      Style.plain, .plain.bold, .plain.dim, .plain.italic, .plain.underlined, .plain.reversed,
      .plain.on(Colour(hex: 0)), Style(foreground: Colour(hex: 0)),
    ]
    #expect(Set(styles).count == styles.count)
  }
}

@Suite struct ColourDepthTests {
  @Test(arguments: [
    (0x000000, 16), (0xFFFFFF, 231), (0xFF0000, 196), (0x5F87AF, 67), (0x808080, 244),
    (0x080808, 232), (0xEEEEEE, 255), (0x56B6C2, 73), (0x22262E, 235),
  ])
  func findsTheNearestOf256(hex: Int, index: Int) {
    let code = ColourDepth.twoFiftySix.nearest(to: Colour(hex: UInt32(hex)))
    #expect(code == .indexed(UInt8(index)))
  }

  @Test(arguments: [
    (0x000000, 0), (0x22262E, 0), (0xFFFFFF, 15), (0xCC0000, 1), (0xFF1010, 9), (0x00CDCD, 6),
    (0x7F848E, 8), (0xE6E6E6, 7),
  ])
  func findsTheNearestOfSixteen(hex: Int, index: Int) {
    let code = ColourDepth.sixteen.nearest(to: Colour(hex: UInt32(hex)))
    #expect(code == .indexed(UInt8(index)))
  }

  @Test func theDefaultStaysAndMonoHasNothingElse() {
    #expect(ColourDepth.allCases.allSatisfy { $0.nearest(to: .default) == .default })
    #expect(ColourDepth.mono.nearest(to: Colour(hex: 0xFF0000)) == .default)
    #expect(ColourDepth.trueColour.nearest(to: Colour(hex: 0x123456)) == .direct(0x123456))
  }

  @Test(arguments: [
    (["COLORTERM": "truecolor"], 256, true, ColourDepth.trueColour),
    (["COLORTERM": "24bit"], 256, true, .trueColour),
    (["COLORTERM": "truecolor"], 256, false, .twoFiftySix),
    (["COLORTERM": "1"], 256, true, .twoFiftySix),
    ([:], 256, true, .twoFiftySix),
    ([:], 1 << 24, false, .trueColour),
    (["COLORTERM": "truecolor"], 8, true, .sixteen),
    ([:], 16, false, .sixteen), ([:], 8, false, .sixteen), ([:], 7, false, .mono),
    ([:], -1, false, .mono),
    (["NO_COLOR": "1", "COLORTERM": "truecolor"], 256, true, .mono),
    (["NO_COLOR": ""], 256, false, .twoFiftySix),
  ])
  func isDecidedByTheWishAndTheTerminal(
    environment: [String: String], colours: Int, hasDirect: Bool, depth: ColourDepth
  ) {
    #expect(
      ColourDepth.best(environment: environment, colours: colours, hasDirectEntry: hasDirect)
        == depth)
  }

  @Test(arguments: [
    ("xterm-256color", ["xterm-direct"]), ("tmux-256color", ["tmux-direct"]),
    ("xterm-kitty", ["xterm-kitty-direct", "xterm-direct"]), ("foot", ["foot-direct"]),
  ])
  func looksForADirectEntry(terminal: String, names: [String]) {
    #expect(ColourDepth.directNames(for: terminal) == names)
  }
}
