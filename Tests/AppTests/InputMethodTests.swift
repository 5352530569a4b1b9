import App
import Terminal
import TestKit
import Testing

private typealias Simulator = InputMethodSimulator

/// What the terminal makes of bytes that come in these pieces.
private func decoded(_ pieces: some Sequence<some Sequence<UInt8>>) -> [KeyPress] {
  var decoder = KeyDecoder()
  var keys: [KeyPress] = []
  for piece in pieces {
    decoder.feed(piece)
    while let event = decoder.next() {
      if case .key(let key) = event { keys.append(key) }
    }
  }
  return keys
}

private func decoded(_ text: String) -> [KeyPress] { decoded([text.utf8]) }

private func presses(_ text: some Sequence<Character>) -> [KeyPress] {
  text.map(KeyPress.character)
}

/// Characters as they are, other keys by name between blanks.
private func written(_ keys: some Sequence<KeyPress>) -> String {
  keys.map { $0.name.count == 1 ? $0.name : " \($0.name) " }.joined()
}

extension InputMethodKeys {
  fileprivate init(
    _ method: InputMethodSimulator.Method, _ preset: KeyPreset = .standard
  ) {
    self.init(
      method: method == .telex ? .telex : .vni, bound: Keymap.preset(preset).characters)
  }

  fileprivate mutating func read(_ keys: [KeyPress]) -> String {
    written(keys.flatMap { self.keys(for: $0) })
  }

  fileprivate mutating func read(_ text: String) -> String { read(decoded(text)) }
}

/// Each method with each manner.
private struct Program: CustomTestStringConvertible, Sendable {
  let method: InputMethodSimulator.Method
  let manner: InputMethodSimulator.Manner

  var testDescription: String { "\(method) \(manner)" }

  func bytes(_ keys: some Sequence<Character>) -> [UInt8] {
    Simulator.bytes(keys, method, manner)
  }

  static let all = Simulator.Method.allCases.flatMap { method in
    Simulator.Manner.allCases.map { Program(method: method, manner: $0) }
  }
}

@Suite struct InputMethodTests {
  private static let characters = characters(of: .standard)
  private static let pairs = pairs(of: .standard)

  private static func characters(of preset: KeyPreset) -> [Character] {
    Keymap.preset(preset).characters.sorted()
  }

  private static func pairs(of preset: KeyPreset) -> [[Character]] {
    let characters = characters(of: preset)
    return characters.flatMap { first in characters.map { [first, $0] } }
  }

  /// Whether no reader can know better: other keys, only of the other case, give the same bytes.
  private func isTwin(_ found: String, of keys: [Character], _ program: Program) -> Bool {
    found.lowercased() == String(keys).lowercased() && program.bytes(found) == program.bytes(keys)
  }

  @Test(arguments: Program.all, KeyPreset.allCases)
  fileprivate func everyPairOfBoundKeysComesOutAsPressed(program: Program, preset: KeyPreset) {
    var twins: Set<String> = []
    for pair in Self.pairs(of: preset) where program.method == .vni || !pair.contains("]") {
      var reader = InputMethodKeys(program.method, preset)
      let found = reader.read(decoded([program.bytes(pair)])) + written(reader.pause())
      if found == String(pair) { continue }
      #expect(isTwin(found, of: pair, program), "\(String(pair)) became \(found)")
      twins.insert(String(pair))
    }
    let isKnown = program.method == .telex && !program.manner.correctsLate
    #expect(twins == (isKnown ? Self.twins(of: preset) : []))
  }

  /// Keys of which both cases are bound, behind a letter whose mark or tone they set.
  private static func twins(of preset: KeyPreset) -> Set<String> {
    func each(_ letters: String, _ keys: String) -> Set<String> {
      Set(letters.flatMap { letter in keys.map { "\(letter)\($0)" } })
    }
    return switch preset {
    case .standard: each("A[ouw", "FJS")
    case .vim: each("AouwW", "FJS").union(each("Aou", "W"))
    case .mutt: each("A[ouwO", "FJS").union(["Oo", "oO", "[O"])
    }
  }

  @Test(arguments: Program.all)
  fileprivate func aSampleOfTriplesComesOutAsPressed(program: Program) {
    let last = Self.characters.filter { $0 != "]" || program.method == .vni }
    for (index, pair) in Self.pairs.enumerated() where last.contains(pair[0]) {
      guard last.contains(pair[1]) else { continue }
      for offset in stride(from: index % 5, to: last.count, by: 5) {
        let keys = pair + [last[offset]]
        var reader = InputMethodKeys(program.method)
        let found = reader.read(decoded([program.bytes(keys)])) + written(reader.pause())
        #expect(
          found == String(keys) || isTwin(found, of: keys, program),
          "\(String(keys)) became \(found)")
      }
    }
  }

  /// Vowels carry the marks, so these are the hard ones, all of them.
  @Test(arguments: Program.all)
  fileprivate func everyTripleThatBeginsWithUndoComesOutAsPressed(program: Program) {
    let keys = Self.characters.filter { $0 != "]" || program.method == .vni }
    for second in keys {
      for third in keys {
        let triple: [Character] = ["u", second, third]
        var reader = InputMethodKeys(program.method)
        let found = reader.read(decoded([program.bytes(triple)])) + written(reader.pause())
        #expect(
          found == String(triple) || isTwin(found, of: triple, program),
          "\(String(triple)) became \(found)")
      }
    }
  }

  @Test(arguments: Program.all.filter { [.init(), .init(sendsFiller: true)].contains($0.manner) })
  fileprivate func itDoesNotMatterHowTheBytesAreTorn(program: Program) {
    for pair in Self.pairs {
      let bytes = program.bytes(pair)
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
    var reader = InputMethodKeys(bound: Keymap.standard.characters)
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
      #expect(reader.read(decoded([program.bytes(word)])) == word, "\(program.manner)")
    }
  }

  @Test(arguments: [
    "d9u7o7ng2", "nguoi72", "tie6ng1", "vie6t5", "hoan2", "quo6c1", "D9o6ng", "ruou75", "a66",
    "u55k", "d99", "o61245",
  ])
  func wholeWordsOfVNIComeOutAsPressed(word: String) {
    for program in Program.all where program.method == .vni {
      var reader = InputMethodKeys(method: .vni)
      #expect(reader.read(decoded([program.bytes(word)])) == word, "\(program.manner)")
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
    #expect(reader.read(decoded([Simulator.bytes(keys, .telex)])) == found)
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
    #expect(reader.read(" u\u{7F}ụ") == " space u5")
    #expect(reader.read(" u\u{7F}ụ\u{7F}uj u\u{7F}ụ") == " space u5j space uj")
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
      reader.read("u\u{7F}ủ uj u\u{7F}ụ\u{7F}u5 u\u{7F}ụ") == "ur space uj space uj5 space uj")
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
