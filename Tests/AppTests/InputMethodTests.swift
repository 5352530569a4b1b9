import App
import Foundation
import Terminal
import TestKit
import Testing

private typealias Program = InputMethodProgram
private typealias Typing = InputMethodTyping

private func decoded(_ pieces: some Sequence<some Sequence<UInt8>>) -> [KeyPress] {
  Typing.decoded(pieces)
}

private func decoded(_ text: String) -> [KeyPress] { Typing.decoded([text.utf8]) }

private func presses(_ text: some Sequence<Character>) -> [KeyPress] {
  text.map(KeyPress.character)
}

private func written(_ keys: some Sequence<KeyPress>) -> String { Typing.written(keys) }

private let bound = Keymap.standard.characters

extension InputMethodKeys {
  fileprivate init(_ method: InputMethodSimulator.Method) {
    self.init(method: method == .telex ? .telex : .vni, bound: bound)
  }

  fileprivate mutating func read(_ keys: [KeyPress]) -> String {
    written(keys.flatMap { self.keys(for: $0) })
  }

  fileprivate mutating func read(_ text: String) -> String { read(decoded(text)) }
}

extension InputMethodKeys {
  /// As it was pressed, or as fewer keys that send the same.
  fileprivate mutating func expectToRead(_ word: String, sentBy program: Program) {
    let sent = program.bytes(word)
    let found = read(decoded([sent]))
    let isShorter = found.count < word.count && program.bytes(found) == sent
    #expect(found == word || isShorter, "\(word) became \(found) of \(program.manner)")
  }
}

@Suite struct InputMethodTests {
  private static let characters = bound.sorted()
  private static let pairs = characters.flatMap { first in characters.map { [first, $0] } }

  @Test(arguments: Program.all, InputMethodKeySet.all)
  fileprivate func everyPairOfKeysComesOutAsPressed(program: Program, keys: InputMethodKeySet) {
    for first in keys.characters {
      let one = Typing(program, keys).pressing(first)
      for second in keys.characters { one.pressing(second).expectToBeReadAsPressed() }
    }
  }

  /// The third keys of every pair are a few of all, others each time; all when
  /// `DONDOC_ALL_TRIPLES` is set, which takes minutes.
  @Test(arguments: Program.all, InputMethodKeySet.presets)
  fileprivate func everyTripleOfBoundKeysComesOutAsPressed(
    program: Program, keys: InputMethodKeySet
  ) {
    let isWhole = ProcessInfo.processInfo.environment["DONDOC_ALL_TRIPLES"] != nil
    let step = isWhole ? 1 : 29
    let characters = keys.characters
    for (row, first) in characters.enumerated() {
      let one = Typing(program, keys).pressing(first)
      for (column, second) in characters.enumerated() {
        let two = one.pressing(second)
        for index in stride(from: (row + column) % step, to: characters.count, by: step) {
          two.pressing(characters[index]).expectToBeReadAsPressed()
        }
      }
    }
  }

  /// Vowels carry the marks and these keys set them, so these are the hard ones, all of them.
  @Test(arguments: Program.all)
  fileprivate func everyTripleOfHardKeysComesOutAsPressed(program: Program) {
    let keys = InputMethodKeySet.printed
    let hard = Array("aouwAOUWiydDntsS[765")
    for first in hard {
      let one = Typing(program, keys).pressing(first)
      for second in hard {
        let two = one.pressing(second)
        for third in hard { two.pressing(third).expectToBeReadAsPressed() }
      }
    }
  }

  /// Some of the twins, so that the test above is seen to find them.
  @Test(arguments: [
    ("uS", "us"), ("oJ", "oj"), ("[J", "[j"), ("dD", "dd"), ("Dd", "DD"), ("Ee", "EE"),
    ("aA", "aa"), ("jAS", "jAs"),
  ])
  func keysOfTheOtherCaseThatSendTheSameAreReadAsOne(keys: String, found: String) {
    let program = Program(method: .telex, manner: .init())
    #expect(program.bytes(keys) == program.bytes(found))
    var reader = InputMethodKeys(.telex)
    #expect(reader.read(decoded([program.bytes(keys)])) == found)
  }

  /// *ươ* of *ưo* and a letter is the same whether the letter alone was pressed, or `w` before it.
  @Test(arguments: [
    ("wou", "wou"), ("won", "won"), ("woT", "woT"), ("wowu", "wou"), ("uwon", "uwon"),
    ("uwown", "uwon"), ("wow", "wow"), ("wowk", "wowk"), ("wo/", "wo/"),
  ])
  func theHornAFollowingLetterSetsIsNoKey(keys: String, found: String) {
    for program in Program.all where program.method == .telex {
      var reader = InputMethodKeys(.telex)
      let read = reader.read(decoded([program.bytes(keys)])) + written(reader.pause())
      let isLate = program.manner.correctsLate
      #expect(read == (isLate ? keys : found), "\(program.manner)")
    }
  }

  @Test(arguments: Program.all)
  fileprivate func itDoesNotMatterHowTheBytesAreTorn(program: Program) {
    for pair in Self.pairs {
      let bytes = program.bytes(pair)
      guard bytes.contains(where: { $0 > 0x7E }) else { continue }
      let whole = decoded([bytes])
      #expect(decoded(bytes.map { [$0] }) == whole)
      for place in bytes.indices {
        #expect(decoded([bytes[..<place], bytes[place...]]) == whole)
      }
    }
  }

  @Test func theRestOfACharacterIsWaitedForLongerThanForTheEscapeKey() {
    var decoder = KeyDecoder()
    decoder.feed([0xE1, 0xBB])
    #expect(decoder.next() == nil)
    #expect(decoder.patience == 500)
    decoder.feed([0xA5])
    #expect(decoder.next() == .key(.character("ụ")))
  }

  @Test func withoutAnInputMethodEveryKeyPassesAtOnce() {
    var reader = InputMethodKeys(bound: bound)
    for pair in Self.pairs {
      for key in presses(pair) { #expect(reader.keys(for: key) == [key]) }
    }
    let others: [KeyPress] = [.up, .enter, .control("d"), .alt("x"), .function(1), .backspace]
    for key in others { #expect(reader.keys(for: key) == [key]) }
  }

  @Test(arguments: [
    "dduwowngf", "nguwowif", "nguoiwf", "tieengs", "vieetj", "hoanf", "thuyr", "quoocs", "giuwx",
    "khuyeens", "DDoong", "ruwowuj", "chuyeenr", "huowu", "aaa", "ujjk", "dddo", "uwwj", "osxfr",
  ])
  func wholeWordsOfTelexComeOutAsPressed(word: String) {
    for program in Program.all where program.method == .telex {
      var reader = InputMethodKeys(method: .telex)
      reader.expectToRead(word, sentBy: program)
    }
  }

  @Test(arguments: [
    "d9u7o7ng2", "nguoi72", "tie6ng1", "vie6t5", "hoan2", "quo6c1", "D9o6ng", "ruou75", "a66",
    "u55k", "d99", "o61245",
  ])
  func wholeWordsOfVNIComeOutAsPressed(word: String) {
    for program in Program.all where program.method == .vni {
      var reader = InputMethodKeys(method: .vni)
      reader.expectToRead(word, sentBy: program)
    }
  }

  @Test(arguments: [
    (sent: "u\u{7F}ụ", keys: "uj"), ("ư", "w"), ("Ư", "W"), ("ơ", "["), ("d\u{7F}đ", "dd"),
    ("D\u{7F}Đ", "DD"), ("u\u{8}ụ\u{8}uj", "ujj"), ("ư\u{7F}w", "ww"), ("ơ\u{7F}[", "[["),
    ("tuo\u{7F}\u{7F}ươ", "tuow"), ("oa\u{7F}\u{7F}oá", "oas"), ("o\u{7F}ọ\u{7F}oạ", "oja"),
    // As UniKey was seen to send `vieetj`.
    ("vie\u{8}êt\u{8}\u{8}ệt", "vieetj"),
    // A word that is shown only when it is done.
    ("ụ", "uj"), ("đ", "dd"), ("ế", "ees"), ("uư", "u]"),
    // Put back as it was typed, at the key that ends the word.
    ("u\u{7F}ụk\u{7F}\u{7F}ujk\r", "ujk enter "), ("ưk\u{7F}\u{7F}wk/", "wk/"),
    // A person who does press backspace.
    ("\u{7F}", " backspace "), ("j\u{7F}k", "j backspace k"), ("u\u{7F}u", "u backspace u"),
    ("j\u{7F}\u{7F}", "j backspace  backspace "), ("j\u{7F}\u{1B}[A", "j backspace  up "),
  ])
  func theseBytesAreTheseKeys(sent: String, keys: String) {
    var reader = InputMethodKeys()
    #expect(reader.read(sent) == keys)
  }

  @Test func onlyTakingAToneAwayHasToWait() {
    var reader = InputMethodKeys(.telex)
    #expect(reader.read("u\u{7F}ụ\u{7F}u") == "uj")
    #expect(reader.isWaiting)
    var other = reader
    #expect(reader.pause() == [.character("z")])
    #expect(!reader.isWaiting)
    #expect(other.read("k") == "zk")
  }

  /// `]` gives ư as `w` does; only after a vowel that `w` would have changed is it known.
  @Test(arguments: [("]", "w"), ("j]", "jw"), ("u]", "u]"), ("ou]", "ouw"), ("o]", "o]")])
  func aLoneLetterWithAHornIsW(keys: String, found: String) {
    var reader = InputMethodKeys(.telex)
    #expect(reader.read(decoded([InputMethodSimulator.bytes(keys, .telex)])) == found)
  }
}

@Suite struct InputMethodLearningTests {
  @Test(arguments: [(InputMethodKeys.Method.telex, "uj"), (.vni, "u5")])
  func whatIsSetDecides(method: InputMethodKeys.Method, keys: String) {
    var reader = InputMethodKeys(method: method)
    #expect(reader.read("u\u{7F}ụ") == keys)
  }

  @Test func itBeginsWithTelex() {
    var reader = InputMethodKeys()
    #expect(reader.read("u\u{7F}ụ") == "uj")
  }

  @Test func aKeyTakenBackByItselfProvesTheMethod() {
    var reader = InputMethodKeys()
    #expect(reader.read("u\u{7F}ụ\u{7F}u5") == "uj5")
    #expect(reader.method == .vni)
    #expect(reader.read(" u\u{7F}ụ") == " u5")
    #expect(reader.read(" u\u{7F}ụ\u{7F}uj u\u{7F}ụ") == " u5j uj")
    #expect(reader.method == .telex)
  }

  @Test func aToneKeyLeftAloneIsNoneOfTheMethod() {
    var reader = InputMethodKeys()
    #expect(reader.read("uj") == "uj")
    #expect(reader.method == .telex, "no input method was seen yet")
    _ = reader.read(" u\u{7F}ụ uj ")
    #expect(reader.method == .vni)
    #expect(reader.read("u\u{7F}ụ") == "u5")
  }

  @Test func theKeyThatDoesSomethingIsTaken() {
    var reader = InputMethodKeys(bound: ["u", "3", "j", "5"])
    #expect(reader.read("u\u{7F}ủ") == "u3")
    #expect(reader.method == .vni)
    var upper = InputMethodKeys(bound: ["u", "R", "3"])
    #expect(upper.read("u\u{7F}ủ") == "uR")
  }

  @Test func whatIsSetIsNotUnlearned() {
    var reader = InputMethodKeys(method: .telex, bound: ["u", "3"])
    #expect(
      reader.read("u\u{7F}ủ uj u\u{7F}ụ\u{7F}u5 u\u{7F}ụ") == "ur uj uj5 uj")
    #expect(reader.method == .telex)
  }
}

@Suite struct InputMethodInTheAppTests {
  private func driver(_ method: InputMethodKeys.Method? = nil) throws -> AppDriver {
    var driver = try AppDriver(RealRegister.path, size: Size(rows: 36, columns: 120))
    driver.state.inputMethod = InputMethodKeys(
      method: method, bound: driver.state.keymap.characters)
    return driver
  }

  private func sending(_ text: String, to driver: AppDriver) -> AppState {
    var driver = driver
    for key in decoded(text) { driver.send(.key(key)) }
    driver.state.inputMethod = InputMethodKeys()
    return driver.state
  }

  @Test(arguments: [
    ("u\u{7F}ụj", "ujj"), ("ư", "w"), ("d\u{7F}đ", "dd"), ("ơ", "["),
    ("jj\u{7F}\u{7F}", "jj"),
  ])
  func telexInTheListDoesWhatTheKeysDo(sent: String, keys: String) throws {
    let driver = try driver()
    #expect(sending(sent, to: driver) == sending(keys, to: driver))
  }

  @Test func undoAndThenDownAreBothDone() throws {
    var driver = try driver()
    for key in decoded("u\u{7F}ụ") { driver.send(.key(key)) }
    #expect(driver.effects == [.undo])
    #expect(driver.state.list.cursor == 1)
  }

  @Test func undoAndThenAViewAreBothDoneInVNI() throws {
    var driver = try driver(.vni)
    for key in decoded("u\u{7F}ụ") { driver.send(.key(key)) }
    #expect(driver.effects == [.undo])
    #expect(driver.state == sending("5", to: try self.driver(.vni)).withMethod(of: driver.state))
  }

  @Test func inAFieldItIsTextAndAfterwardsForgotten() throws {
    var driver = try driver()
    driver.type("u")
    for key in decoded("/u\u{7F}ụ") { driver.send(.key(key)) }
    #expect(driver.state.list.typing?.field.text == "ụ")
    driver.press("esc backspace")
    for key in decoded("ụ") { driver.send(.key(key)) }
    #expect(driver.effects == [.undo, .undo], "ụ alone is u and j, not j after the first u")
  }

  @Test(arguments: [
    Message.paste("x"),
    .mouse(MouseEvent(.press, button: .left, at: Point(row: 0, column: 0))),
    .key(.up),
  ])
  func aPasteTheMouseAndOtherKeysEndTheWord(message: Message) throws {
    var driver = try driver()
    driver.type("u")
    driver.send(message)
    for key in decoded("\u{7F}ụ") { driver.send(.key(key)) }
    #expect(driver.effects == [.undo, .undo])
  }
}

extension AppState {
  fileprivate func withMethod(of other: AppState) -> AppState {
    var state = self
    state.inputMethod = other.inputMethod
    return state
  }
}
