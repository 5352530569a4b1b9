import Testing

@testable import Terminal

@Suite struct KeyPressTests {
  @Test(arguments: [
    (KeyPress.character("a"), "a"), (.character("A"), "A"), (.character(" "), "space"),
    (.character("đ"), "đ"), (.character("-"), "-"), (.character("f"), "f"),
    (.control("c"), "ctrl-c"),
    (.control(" "), "ctrl-space"), (.control("]"), "ctrl-]"), (.alt("x"), "alt-x"),
    (.alt("-"), "alt--"), (.alt("\r"), "alt-enter"), (.alt("\u{7F}"), "alt-backspace"),
    (.up, "up"), (.pageDown, "pgdn"), (.backTab, "shift-tab"), (.escape, "esc"),
    (.function(1), "f1"), (.function(12), "f12"),
  ])
  func itsNameReadsBack(key: KeyPress, name: String) {
    #expect(key.name == name)
    #expect(KeyPress(name: name) == key)
  }

  @Test(arguments: [
    "", " ", "ctrl-", "ctrl-C", "ctrl-á", "ctrl-cc", "f0", "f21", "f01", "fx", "Up", "alt-", "\t",
    "\u{1B}", "ab",
  ])
  func noKeyHasThisName(name: String) {
    #expect(KeyPress(name: name) == nil)
  }
}

@Suite struct KeyDecoderTests {
  private func events(_ text: String, patience: Bool = true) -> [TerminalEvent] {
    var decoder = KeyDecoder()
    return events(Array(text.utf8), &decoder, patience: patience)
  }

  private func events(
    _ bytes: [UInt8], _ decoder: inout KeyDecoder, patience: Bool = true
  ) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    decoder.feed(bytes)
    while let event = decoder.next() { events.append(event) }
    guard patience, decoder.isWaiting else { return events }
    decoder.giveUpWaiting()
    while let event = decoder.next() { events.append(event) }
    return events
  }

  @Test(arguments: [
    ("aĐ", [KeyPress.character("a"), .character("Đ")]),
    ("\u{3}\u{1A}\u{13}", [.control("c"), .control("z"), .control("s")]),
    ("\r\n\t\u{7F}\u{8}\u{0}", [.enter, .enter, .tab, .backspace, .backspace, .control(" ")]),
    ("\u{1C}\u{1F}", [.control("\\"), .control("_")]),
    ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}x", [.alt("x")]),
    ("\u{1B}đ", [.alt("đ")]), ("\u{1B}[", [.alt("[")]), ("\u{1B}O", [.alt("O")]),
    ("\u{1B}\r\u{1B}\u{7F}", [.alt("\r"), .alt("\u{7F}")]), ("\u{1B}\u{1B}[A", [.escape, .up]),
    ("\u{1B}[A\u{1B}OB\u{1B}[1;5C\u{1B}[1;2D", [.up, .down, .alt("f"), .left]),
    (
      "\u{1B}[H\u{1B}OF\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~",
      [.home, .end, .home, .end, .home, .end]
    ),
    (
      "\u{1B}[2~\u{1B}[3~\u{1B}[3;5~\u{1B}[5~\u{1B}[6~",
      [.insert, .delete, .delete, .pageUp, .pageDown]
    ),
    (
      "\u{1B}OP\u{1B}[[A\u{1B}[11~\u{1B}[15~\u{1B}[17~\u{1B}[24~",
      [1, 1, 1, 5, 6, 12].map(KeyPress.function)
    ),
    ("\u{1B}[Z\u{1B}OM\u{1B}Op", [.backTab, .enter, .character("0")]),
    ("\u{1B}[97;5u\u{1B}[97;3u\u{1B}[13;2u", [.control("a"), .alt("a"), .enter]),
    ("\u{1B}[I\u{1B}[O\u{1B}[?62;4c\u{1B}[99;99Rx", [.character("x")]),
    ("\u{1B}[12\u{1B}[A", [.up]), ("\u{1B}[1;5", []),
  ])
  func readsKeys(text: String, keys: [KeyPress]) {
    #expect(events(text) == keys.map(TerminalEvent.key))
  }

  @Test(arguments: [
    "đ", "\u{1B}[A", "😀", "\u{1B}[15~", "\u{1B}[<0;3;4M", "\u{1B}[200~dán\rđ\u{1B}[31m\u{1B}[201~x",
  ])
  func aByteAtATimeGivesTheSame(text: String) {
    var decoder = KeyDecoder()
    let oneByOne = text.utf8.flatMap { events([$0], &decoder, patience: false) }
    #expect(oneByOne == events(text))
  }

  @Test(arguments: [("\u{1B}", 25), ("\u{1B}[", 25), ("\u{1B}[2", 500), ("\u{1B}[200", 500)])
  func waitsLongerInTheMiddleOfASequence(text: String, milliseconds: Int32) {
    var decoder = KeyDecoder()
    decoder.feed(text.utf8)
    #expect(decoder.next() == nil)
    #expect(decoder.isWaiting)
    #expect(decoder.patience == milliseconds)
  }

  @Test func bytesThatAreNotUTF8AreLeftOut() {
    var decoder = KeyDecoder()
    #expect(
      events([0xFF, 0xC3, 0x61, 0xED, 0xA0, 0x80, 0x62, 0xE1], &decoder) == [
        .key(.character("a")), .key(.character("b")),
      ])
  }

  @Test func aPasteIsOneEventAndItsEscapesStayData() {
    #expect(
      events("\u{1B}[200~a\u{1B}[2J\r\nb\rq\u{1B}[20\u{1B}[201~j") == [
        .paste("a\u{1B}[2J\nb\nq\u{1B}[20"), .key(.character("j")),
      ])
    #expect(events("\u{1B}[200~") == [])
  }

  @Test func aPasteThatIsTooLongComesInPiecesWithNothingTorn() {
    var decoder = KeyDecoder(longestPaste: 7)
    let text = "đđđđđđđđđđ"
    let pieces = events(Array("\u{1B}[200~\(text)\u{1B}[201~x".utf8), &decoder)
    #expect(pieces.count > 2)
    #expect(pieces.last == .key(.character("x")))
    let pasted = pieces.compactMap { event -> String? in
      if case .paste(let piece) = event { piece } else { nil }
    }
    #expect(pasted.joined() == text)
  }

  @Test func readsTheMouse() {
    let point = Point(row: 6, column: 4)
    #expect(
      events("\u{1B}[<0;5;7M\u{1B}[<2;5;7m\u{1B}[<64;5;7M\u{1B}[<81;5;7M\u{1B}[<35;5;7M") == [
        .mouse(MouseEvent(.press, button: .left, at: point)),
        .mouse(MouseEvent(.release, button: .right, at: point)),
        .mouse(MouseEvent(.wheelUp, at: point)), .mouse(MouseEvent(.wheelDown, at: point)),
      ])
    #expect(events("\u{1B}[<0;0;7M\u{1B}[<0;5M\u{1B}[<999999999999999999999;5;7M").isEmpty)
  }

  @Test func aSecondPressSoonAndOnTheSameCellIsDouble() {
    let press = MouseEvent(.press, button: .left, at: Point(row: 1, column: 1))
    let elsewhere = MouseEvent(.press, button: .left, at: Point(row: 1, column: 2))
    var clicks = DoubleClick()
    #expect(clicks.read(press, at: 0).kind == .press)
    #expect(clicks.read(press, at: DoubleClick.longest).kind == .double)
    #expect(clicks.read(press, at: DoubleClick.longest + 1).kind == .press)
    #expect(clicks.read(elsewhere, at: DoubleClick.longest + 2).kind == .press)
    #expect(clicks.read(elsewhere, at: 2 * DoubleClick.longest + 3).kind == .press)
  }

  @Test func randomBytesNeverStopTheDecoder() {
    var generator = SplitMix(state: 7)
    let interesting: [UInt8] = [
      0x1B, 0x5B, 0x4F, 0x3C, 0x3B, 0x4D, 0x7E, 0x30, 0x32, 0x31, 0xE1, 0xBB,
    ]
    for _ in 0..<2000 {
      var decoder = KeyDecoder(longestPaste: 16)
      let bytes = (0..<40).map { _ in
        Bool.random(using: &generator)
          ? interesting.randomElement(using: &generator) ?? 0
          : UInt8.random(in: 0...255, using: &generator)
      }
      _ = events(bytes, &decoder)
      #expect(!decoder.isWaiting)
    }
  }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
