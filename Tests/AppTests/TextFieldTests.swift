@testable import App
import Terminal
import Testing
import Vietnamese

/// The text field by itself: characters, words, cutting, undo, lines, pastes.
@Suite struct TextFieldTests {
  /// Presses keys by name; what is no key's name is typed.
  private static func press(
    _ script: [String], in field: inout TextField, width: Int = 20,
    _ method: Composer.Method = .off
  ) {
    for name in script {
      if let key = KeyPress(name: name) {
        _ = field.press(key, method, width: width)
      } else {
        for character in name { _ = field.press(.character(character), method, width: width) }
      }
    }
  }

  private static func field(_ text: String, _ script: [String], multiline: Bool = false)
    -> TextField
  {
    var field = TextField(text, isMultiline: multiline)
    press(script, in: &field)
    return field
  }

  // MARK: - Characters

  @Test(arguments: [
    ("a\u{302}\u{301}", ["backspace"], ""),
    ("tie\u{302}\u{301}ng", ["left", "left", "backspace"], "ting"),
    ("漢字", ["left", "backspace"], "字"), ("👩‍👩‍👧‍👦x", ["left", "backspace"], "x"),
    ("🇻🇳🇯🇵", ["backspace"], "🇻🇳"), ("e\u{301}x", ["home", "del"], "x"),
    ("👍🏽", ["left", "right", "backspace"], ""),
  ])
  func aCharacterIsOneStepWhateverItIsMadeOf(text: String, script: [String], left: String) {
    #expect(Self.field(text, script).text == left)
  }

  @Test func aMarkJoinsTheLetterBeforeItAndAJoinerWhatStandsBehind() {
    var field = TextField("a")
    field.insert("\u{302}")
    #expect(field.characters == ["â"])
    var family = TextField("👩👧")
    _ = family.press(.left, .off)
    family.insert("\u{200D}")
    #expect(family.characters.count == 1)
    #expect(family.cursor == 1)
    var middle = TextField("ab")
    _ = middle.press(.left, .off)
    middle.insert("\u{301}")
    #expect(middle.characters == ["á", "b"])
    #expect(middle.cursor == 1)
  }

  // MARK: - Words and cutting

  @Test(arguments: [
    (["alt-b"], 11), (["alt-b", "alt-b"], 4), (["home", "alt-f"], 2),
    (["home", "alt-f", "alt-f"], 9), (["ctrl-a"], 0), (["ctrl-a", "ctrl-e"], 13),
  ])
  func motionsGoByWords(script: [String], cursor: Int) {
    #expect(Self.field("Bộ, Ngoại, g1", script).cursor == cursor)
  }

  @Test(arguments: [
    (["ctrl-w"], "một hai "), (["ctrl-u"], ""), (["home", "ctrl-k"], ""),
    (["home", "alt-d"], " hai ba"), (["alt-backspace"], "một hai "),
    (["ctrl-w", "ctrl-w", "ctrl-y"], "một hai ba"),
    (["home", "alt-d", "alt-d", "end", "ctrl-y"], " bamột hai"),
    (["ctrl-w", "left", "ctrl-w", "ctrl-y"], "một hai "),
    (["ctrl-w", "ctrl-y", "ctrl-y"], "một hai baba"),
  ])
  func cutsFollowingEachOtherJoinAndAreYanked(script: [String], text: String) {
    #expect(Self.field("một hai ba", script).text == text)
  }

  @Test func linesAreCutOneByOne() {
    let field = Self.field(
      "một\nhai\nba", ["alt-<", "ctrl-k", "ctrl-k", "ctrl-k", "alt->", "ctrl-y"], multiline: true)
    #expect(field.text == "\nbamột\nhai")
  }

  // MARK: - Undo

  @Test(arguments: [
    (["một", "space", "hai", "ctrl-z"], "một "), (["một", "space", "hai", "ctrl-z", "ctrl-_"], ""),
    (["một", "space", "hai", "ctrl-z", "ctrl-z", "ctrl-r"], "một "),
    (["abc", "backspace", "backspace", "ctrl-z"], "abc"),
    (["abc", "ctrl-u", "ctrl-z"], "abc"), (["abc", "left", "x", "ctrl-z"], "abc"),
    (["abc", "ctrl-z", "ctrl-z", "ctrl-z"], ""), (["abc", "ctrl-z", "x", "ctrl-r"], "x"),
  ])
  func undoTakesBackAWordOrARunOfDeletions(script: [String], text: String) {
    #expect(Self.field("", script).text == text)
  }

  @Test func undoTakesBackWhatTheComposerMade() {
    var field = TextField()
    Self.press(["nguowif", "space", "ddaf"], in: &field, .telex)
    #expect(field.text == "người đà")
    Self.press(["ctrl-z"], in: &field, .telex)
    #expect(field.text == "người ")
    Self.press(["ctrl-z"], in: &field, .telex)
    #expect(field.text == "")
    Self.press(["ctrl-r", "ctrl-r"], in: &field, .telex)
    #expect(field.text == "người đà")
  }

  @Test func anythingDoneIsTakenBackStepByStepAndRedone() {
    var random = SystemRandomNumberGenerator()
    let keys = [
      "a", "e", "w", "s", "space", "backspace", "delete", "left", "right", "home", "ctrl-k",
      "ctrl-w", "ctrl-y", "alt-b", "alt-d", "enter", "up", "down",
    ]
    for _ in 0..<50 {
      var field = TextField("Bộ Ngoại giao", isMultiline: true)
      let script = (0..<40).map { _ in keys.randomElement(using: &random) ?? "a" }
      Self.press(script, in: &field, .telex)
      field.finishWord()
      let after = field.text
      for _ in 0..<80 { field.undo() }
      #expect(field.text == "Bộ Ngoại giao", "\(script)")
      for _ in 0..<80 { field.redo() }
      #expect(field.text == after, "\(script)")
    }
  }

  // MARK: - Lines

  private static func lines(_ text: String, _ width: Int) -> [String] {
    let field = TextField(text, isMultiline: true)
    return field.lines(width: width).map { String(field.characters[$0]) }
  }

  @Test(arguments: [
    ("", 10, [""]), ("một hai ba", 20, ["một hai ba"]), ("một hai ba", 8, ["một hai ", "ba"]),
    ("một hai ba", 7, ["một hai ", "ba"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("漢字漢字", 5, ["漢字", "漢字"]), ("a\n\nb\n", 5, ["a", "", "b", ""]),
    ("a\u{302}\u{301} a\u{302}", 2, ["a\u{302}\u{301} ", "a\u{302}"]),
  ])
  func linesBreakBetweenWords(text: String, width: Int, lines: [String]) {
    #expect(Self.lines(text, width) == lines)
  }

  @Test func everyCharacterStandsInOneLine() {
    let text =
      "Ủy ban Biên giới quốc gia 漢字 👩‍👩‍👧 chủ trì,\n  phối hợp với Sở Ngoại vụ  \nrất_dài_không_có_chỗ_ngắt"
    for width in 2...30 {
      let field = TextField(text, isMultiline: true)
      let lines = field.lines(width: width)
      let joined = lines.flatMap { Array($0) }
      #expect(joined == joined.sorted())
      #expect(joined.count == field.characters.filter { !$0.isNewline }.count)
    }
  }

  @Test(arguments: [
    (["up"], 10), (["up", "up"], 2), (["up", "up", "down", "down"], 17), (["home"], 15),
    (["up", "home"], 8), (["up", "end"], 14), (["up", "up", "end"], 7),
  ])
  func upAndDownGoByShownLinesAndKeepTheColumn(script: [String], cursor: Int) {
    var field = TextField("một hai ba bốn năm", isMultiline: true)
    _ = field.press(.left, .off)
    Self.press(script, in: &field, width: 7)
    #expect(field.lines(width: 7).map(\.lowerBound) == [0, 8, 15])
    #expect(field.cursor == cursor)
  }

  @Test func atTheFirstLineUpIsForWhoeverComesNext() {
    var field = TextField("một", isMultiline: true)
    let isUsed = field.press(.up, .off, width: 10)
    #expect(!isUsed)
    var single = TextField("một")
    let isEnterUsed = single.press(.enter, .off)
    #expect(!isEnterUsed)
  }

  @Test func enterMakesALineOnlyWhereThereAreSeveral() {
    #expect(Self.field("a", ["enter", "b"], multiline: true).text == "a\nb")
    #expect(Self.field("a", ["enter", "b"]).text == "ab")
  }

  // MARK: - Pastes

  @Test(arguments: [
    ("a\nb\r\nc\rd", true, "a\nb\nc\nd"), ("a\nb\tc", false, "a b c"),
    ("x\u{1B}[31my\u{7}", true, "x[31my"), ("a\u{202E}b\u{2066}c\u{200F}d\u{61C}", true, "abcd"),
    ("\u{9B}31m", false, "31m"),
  ])
  func aPasteKeepsTextAndNothingElse(pasted: String, isMultiline: Bool, text: String) {
    var field = TextField(isMultiline: isMultiline)
    #expect(field.insert(pasted) == 0)
    #expect(field.text == text)
  }

  @Test func aPasteOfMegabytesIsCutAtOnce() {
    let pasted = String(repeating: "Ủy ban ", count: 1 << 20)
    var field = TextField(isMultiline: true)
    let clock = ContinuousClock()
    var left = 0
    let time = clock.measure { left = field.insert(pasted) }
    #expect(field.text.unicodeScalars.count == TextField.most(isMultiline: true))
    #expect(left == pasted.utf8.count - field.text.utf8.count)
    #expect(time < .seconds(2))
    _ = field.press(.character("x"), .off)
    #expect(field.text.unicodeScalars.count == TextField.most(isMultiline: true))
    field.undo()
    #expect(field.isEmpty)
  }
}
