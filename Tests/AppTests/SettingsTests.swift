import App
import Model
import Terminal
import Testing
import Vietnamese

/// A configuration as a test writes it: each value on a line of its own.
private struct Config {
  private var line = 1
  var members: [(key: String, place: FilePlace, value: PlacedValue)] = []

  private mutating func place(_ column: Int) -> FilePlace {
    FilePlace(path: "c.json", line: line, column: column)
  }

  private mutating func value(_ value: Any) -> PlacedValue {
    let here = place(10)
    switch value {
    case let text as String: return PlacedValue(.text(text), here)
    case let list as [Any]: return PlacedValue(.list(list.map { self.value($0) }), here)
    case let pairs as KeyValuePairs<String, Any>: return object(pairs)
    default: return PlacedValue(.other, here)
    }
  }

  private mutating func object(_ pairs: KeyValuePairs<String, Any>) -> PlacedValue {
    let here = place(1)
    return PlacedValue(
      .object(
        pairs.map { key, inner in
          line += 1
          return (key: key, place: place(3), value: value(inner))
        }), here)
  }

  static func read(_ pairs: KeyValuePairs<String, Any>) -> SettingsReader {
    var config = Config()
    return SettingsReader(config.object(pairs))
  }
}

private func at(_ line: Int, _ column: Int) -> FilePlace {
  FilePlace(path: "c.json", line: line, column: column)
}

@Suite struct SettingsTests {
  @Test func everySettingIsRead() {
    let reader = Config.read([
      "$schema": "x", "language": "en", "theme": "light", "typing": "VNI", "tones": "new",
      "inputMethod": "telex", "keyPreset": "vim", "data": "~/so", "author": "Lan",
      "view": "overdue", "sort": "-due", "index": "none",
      "keys": ["nextTab": ["L", "ctrl-n"], "note": "g n"] as KeyValuePairs<String, Any>,
    ])
    #expect(reader.faults == [])
    var settings = Settings()
    settings.language = .en
    settings.theme = .light
    settings.typing = .vni
    settings.tones = .new
    settings.inputMethod = .telex
    settings.preset = .vim
    (settings.data, settings.author, settings.view) = ("~/so", "Lan", "overdue")
    settings.sorting = Sorting(by: .due, isDescending: true)
    settings.index = IndexUse.none
    settings.bindings = [
      OwnBinding(
        .nextTab, at(15, 3),
        keys: [.init([.character("L")], at(15, 10)), .init([.control("n")], at(15, 10))]),
      OwnBinding(
        .note, at(16, 3), keys: [.init([.character("g"), .character("n")], at(16, 10))]),
    ]
    #expect(reader.settings == settings)
  }

  @Test func whatIsWrongIsNamedAndTheRestIsUsed() {
    let reader = Config.read([
      "langauge": "en", "theme": "pink", "typing": 3, "sort": "size", "author": "Lan",
    ])
    #expect(
      reader.faults == [
        .unknownKey("langauge", nearest: "language", at(2, 3)),
        .unknownValue(
          "pink", key: "theme", known: ["auto", "dark", "light", "sixteen", "mono"], at(3, 10)),
        .wrongType(key: "typing", .text, at(4, 10)),
        .unknownValue(
          "size", key: "sort", known: Sorting.Key.allCases.map(\.rawValue), at(5, 10)),
      ])
    #expect(reader.settings.author == "Lan")
    #expect(reader.settings.language == nil)
  }

  @Test func keysThatClashOrAreNoneAreNamedWithBothPlaces() {
    let reader = Config.read([
      "keys": [
        "nextTab": ["L", "g"], "note": ["L"], "due": ["g d"], "lead": ["ctrl-§"], "fly": ["f"],
        "undo": ["backspace"], "goToView": ["1", "a"], "sort": 3,
      ] as KeyValuePairs<String, Any>
    ])
    #expect(
      reader.faults == [
        .clash("L", .note, with: "L", .nextTab, at(4, 10), first: at(3, 10)),
        .clash("gd", .due, with: "g", .nextTab, at(5, 10), first: at(3, 10)),
        .unknownPress("ctrl-§", .lead, at(6, 10)),
        .unknownCommand("fly", nearest: nil, at(7, 3)),
        .fixedPress("backspace", .undo, at(8, 10)),
        .notADigit("a", at(9, 10)),
        .wrongType(key: "sort", .list, at(10, 10)),
      ])
    #expect(reader.settings.bindings.map(\.command).contains(.nextTab))
  }

  @Test func aFileThatIsNoObjectSetsNothing() {
    let reader = SettingsReader(PlacedValue(.list([]), at(1, 1)))
    #expect(reader.faults == [.notAnObject(at(1, 1))])
    #expect(reader.settings == Settings())
  }

  @Test(arguments: Language.allCases)
  func everyFaultBeginsWithItsPlace(language: Language) {
    let faults: [SettingsFault] = [
      .badSyntax(at(3, 5), .trailingComma), .notAnObject(at(3, 5)),
      .unknownKey("k", nearest: nil, at(3, 5)), .wrongType(key: "k", .text, at(3, 5)),
      .unknownValue("v", key: "k", known: ["a"], at(3, 5)),
      .unknownCommand("fly", nearest: "filter", at(3, 5)), .unknownPress("q1", .due, at(3, 5)),
      .fixedPress("esc", .due, at(3, 5)), .notADigit("a", at(3, 5)),
      .clash("L", .note, with: "L", .nextTab, at(3, 5), first: at(2, 5)),
      .clash("gd", .note, with: "g", .nextTab, at(3, 5), first: at(2, 5)),
      .keyless(.done, taken: "d", by: .undo, at(3, 5)),
    ]
    for fault in faults {
      #expect(fault.words(language).hasPrefix("c.json:3:5: "), "\(fault)")
      #expect(fault.words(language).hasSuffix(".") || fault.words(language).hasSuffix("?"))
    }
    #expect(SettingsFault.notice([]) == nil)
    #expect(SettingsFault.notice(faults)?(language).contains("11") == true)
  }
}

@Suite struct OwnKeysTests {
  private func own(_ keys: KeyValuePairs<String, Any>, preset: KeyPreset = .standard) -> (
    keymap: Keymap, faults: [SettingsFault]
  ) {
    var settings = Config.read(["keys": keys]).settings
    settings.preset = preset
    return Keymap.own(settings)
  }

  @Test func ownKeysComeInThePlaceOfTheCommandsOthers() {
    let (keymap, faults) = own(["nextTab": ["ctrl-n"]])
    #expect(faults == [])
    #expect(keymap.answer(to: [.control("n")]) == .command(.nextTab))
    #expect(keymap.answer(to: [.character("L")]) == .nothing)
  }

  @Test func aCommandThatLosesItsLastKeyIsNamed() {
    let (keymap, faults) = own(["undo": ["d"]])
    #expect(keymap.answer(to: [.character("d")]) == .command(.undo))
    #expect(
      faults == [.keyless(.done, taken: "d", by: .undo, at(3, 10))])
  }

  @Test func takingOneOfSeveralKeysOrNoneAtAllIsMeant() {
    #expect(own(["note": ["f"]]).faults == [])
    #expect(own(["note": ["f"]]).keymap.answer(to: [.character("/")]) == .command(.filter))
    let (keymap, faults) = own(["closeWithoutResult": [String](), "undo": ["x"]])
    #expect(faults == [])
    #expect(keymap.answer(to: [.character("x")]) == .command(.undo))
  }

  @Test func aSequenceTakesTheKeyThatWouldBeInItsWay() {
    let (keymap, faults) = own(["note": ["d n"]])
    #expect(keymap.answer(to: [.character("d")]) == .prefix)
    #expect(faults == [.keyless(.done, taken: "d", by: .note, at(3, 10))])
  }

  @Test func thereIsAlwaysAWayOut() {
    let (keymap, _) = own(["quit": [String](), "quitNow": [String](), "back": ["b"]])
    #expect(keymap.answer(to: [.control("c")]) == .command(.quitNow))
    #expect(keymap.answer(to: [.escape]) == .command(.back))
  }

  @Test(arguments: KeyPreset.allCases)
  func ownKeysAreInForceInEveryPreset(preset: KeyPreset) {
    let (keymap, _) = own(["note": ["j"]], preset: preset)
    #expect(keymap.answer(to: [.character("j")]) == .command(.note))
    #expect(keymap.answer(to: [.down]) == .command(.next))
  }
}

@Suite struct RememberedStateTests {
  @Test func whatIsRememberedComesBack() {
    var state = RememberedState()
    state.typing = .vni
    state.language = .en
    for line in ["mở", "quá-hạn", "mở"] { state.filters.add(line) }
    state.commands.add("set han:+7")
    #expect(state.filters.lines == ["quá-hạn", "mở"])
    #expect(RememberedState(state.value) == state)
  }

  @Test(arguments: [
    Value.null, .list([]), .object(["typing": .number(3), "filters": .text("x")]),
  ])
  func anythingElseIsNothing(value: Value) {
    #expect(RememberedState(value) == RememberedState())
  }

  @Test func ofManyLinesTheNewestAreKept() {
    var history = RememberedState.History()
    for number in 0..<250 { history.add("\(number)") }
    #expect(history.lines.count == RememberedState.History.most)
    #expect(history.lines.last == "249")
  }
}
