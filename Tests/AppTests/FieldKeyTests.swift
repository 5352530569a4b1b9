@testable import App
@testable import Model
import Store
import Terminal
import TestKit
import Testing
import Vietnamese

/// The table of keys that fields and windows hear themselves.
@Suite final class FieldKeyTests {
  /// They go with the test.
  private var folders: [TemporaryFolder] = []

  @Test func everyNameInTheTableIsAKeyAndEveryRowHasWords() {
    for place in KeyPlace.allCases {
      #expect(!place.keys.isEmpty)
      for key in place.keys {
        #expect(!key.keys.isEmpty && Set(key.keys).count == key.keys.count, "\(key.summary.vi)")
        for text in [key.summary.vi, key.summary.en] {
          // What help has room for on 80 columns.
          #expect((1...49).contains(TextWidth.columns(of: text)), "\(text)")
        }
        #expect(TextWidth.columns(of: key.helpKeys) <= 22, "\(key.helpKeys)")
      }
    }
  }

  // MARK: - Every key does something

  /// All that a key can alter, without what every key alters.
  private struct Seen: Equatable {
    var layers: [Layer]
    var entry: EntryLine
    var typing: FilterTyping?
    var cursor: Int
    var notice: Notice?
    var effects: [Effect]

    init(_ driver: AppDriver) {
      layers = driver.state.layers
      entry = driver.state.entry
      typing = driver.state.list.typing
      cursor = driver.state.list.cursor
      notice = driver.state.notice
      effects = driver.effects
    }
  }

  private static func does(_ key: KeyPress, _ driver: AppDriver) -> Bool {
    var driver = driver
    driver.state.notice = nil
    let before = Seen(driver)
    driver.send(.key(key))
    return Seen(driver) != before
  }

  @Test(arguments: KeyPlace.allCases)
  func everyKeyDoesSomethingInItsPlace(place: KeyPlace) throws {
    let drivers = try drivers(in: place)
    for row in place.keys {
      for key in row.keys {
        #expect(
          drivers.contains { Self.does(key, $0) }, "\(place) \(key.name): \(row.summary.vi)")
      }
    }
    // A key that no place knows does nothing, so the test can fail; to some it is as good as Esc.
    if ![.draft, .minutesSplit, .minutesAsk, .minutesLeave].contains(place) {
      #expect(!drivers.allSatisfy { Self.does(.function(9), $0) }, "\(place)")
    }
  }

  /// The real register with the list on a record that has much.
  private func real(_ keys: String = "", _ size: Size = Size(rows: 36, columns: 120)) throws
    -> AppDriver
  {
    var driver = try AppDriver(RealRegister.path, size: size)
    driver.state.views.selected = .all
    driver.press("/")
    driver.type("QN23")
    driver.press("enter")
    driver.press(keys)
    return driver
  }

  /// What `keys` make of it.
  private func after(_ driver: AppDriver, _ keys: String, typed: String = "") -> AppDriver {
    var driver = driver
    driver.type(typed)
    driver.press(keys)
    return driver
  }

  private func form(at question: FormQuestion) throws -> AppDriver {
    var driver = try real("e")
    for _ in 0..<60 {
      guard case .form(let form) = driver.state.layers.last else { break }
      if form.fields[form.active].question == question { return driver }
      driver.press("tab")
    }
    Issue.record("no question \(question)")
    return driver
  }

  private func drivers(in place: KeyPlace) throws -> [AppDriver] {
    switch place {
    case .text: return texts(try real("m"))
    case .lines:
      let lines = after(try real("A"), "enter", typed: "một")
      return [lines, after(lines, "up")]
    case .filter:
      let filter = after(try real("/ ctrl-u"), "down", typed: "QN23")
      return [filter]
    case .form: return [try form(at: .field(.raisedOn)), after(try real("e"), "x esc")]
    case .choice:
      let choice = try form(at: .field(.priority))
      return [choice, after(choice, "right"), after(choice, "right right")]
    case .picker: return try pickers()
    case .modify: return [after(try real("m"), "", typed: "han:15/12/2023")]
    case .entry: return try entries()
    case .minutes, .minutesSplit, .minutesLine, .minutesAsk, .minutesLeave:
      return try minutes(place)
    case .preview, .reason: return try previews(place)
    case .palette:
      let run = after(try real(":"), "enter", typed: "sort due")
      return [try real(":"), after(try real(":"), "down", typed: "s"), after(run, ":")]
    case .menu: return [try real("s"), after(try real("s"), "end"), after(try real("s"), "home")]
    case .savedViews, .savedViewName: return try savedViews(place)
    case .sheet: return try sheets()
    case .draft: return try drafts()
    case .help: return [try real("?"), after(try real("?"), "pgdn down")]
    }
  }

  /// The cursor amid words, with something cut, undone and to be undone.
  private func texts(_ driver: AppDriver) -> [AppDriver] {
    let words = after(driver, "ctrl-w", typed: "một hai ba bốn năm")
    let amid = after(words, "ctrl-y ctrl-z alt-b alt-b left")
    return [amid, after(words, "ctrl-z"), after(words, "ctrl-y ctrl-z")]
  }

  private func pickers() throws -> [AppDriver] {
    let empty = try real("p")
    let chosen = after(after(empty, "enter", typed: "dba"), "enter", typed: "ngoại vụ")
    return [
      empty, after(empty, "down", typed: "vu"), chosen, after(chosen, "left left"),
    ]
  }

  private func entries() throws -> [AppDriver] {
    let register = try SampleRegister()
    var driver = try AppDriver(register.path, size: Size(rows: 36, columns: 120))
    driver.isWriting = true
    driver.folder = register
    let whole = #"linhvuc:"bien gioi" nguon:"biên bản 12" tinh:qn"#
    let added = after(after(driver, "a"), "enter", typed: "Một \(whole)")
    return [
      added, after(added, "enter up", typed: "Hai"), after(added, "", typed: "Ba tin"),
    ]
  }

  private func minutes(_ place: KeyPlace) throws -> [AppDriver] {
    let register = try SampleRegister()
    var driver = try AppDriver(register.path, size: Size(rows: 24, columns: 80))
    driver.folder = register
    let page = MinutesScreenTests.page
    let more = (0..<30).map { "- Hỗ trợ việc thứ \($0).\n" }.joined()
    let several = "\n- Hỗ trợ làm đường, bố trí cán bộ, cử chuyên gia và tặng thiết bị.\n"
    driver.send(.paste(place == .minutes ? page + "\n" + more : page + several))
    let common = #"tinh:qn linhvuc:"bien gioi" nguon:"biên bản 12""#
    let ready = after(after(driver, "D"), "enter", typed: common)
    switch place {
    case .minutesSplit: return [after(driver, "G \\")]
    case .minutesLine: return [after(driver, "e")]
    case .minutesAsk: return [after(ready, "g pgdn pgdn G enter")]
    case .minutesLeave: return [after(driver, "space esc")]
    default: return [driver, after(driver, "j space j j 2 space"), after(driver, "G")]
    }
  }

  private func previews(_ place: KeyPlace) throws -> [AppDriver] {
    let small = Size(rows: 12, columns: 80)
    let due = after(
      try real("V w", small), "enter enter", typed: "15/12/2023")
    let refused = after(try real("V s 5", small), "enter enter enter", typed: "Quảng Tây")
    if place == .reason { return [after(refused, "!")] }
    return [due, after(due, "G"), refused, after(refused, "G")]
  }

  private func savedViews(_ place: KeyPlace) throws -> [AppDriver] {
    let folder = try RealRegister.copy()
    folders.append(folder)
    let views = (1...9).map { #"{"name": "Xem \#($0)", "query": "unesco"}"# }
    try folder.write(#"{"views": [\#(views.joined(separator: ", "))]}"#, to: "views.json")
    var driver = try AppDriver(folder.path, size: Size(rows: 36, columns: 120))
    try driver.readViews()
    driver.press("F")
    guard place == .savedViewName else { return [driver, after(driver, "j j")] }
    return [
      after(driver, "/ down"), after(driver, "s", typed: ""), after(driver, "r"),
      after(driver, "x"),
    ]
  }

  private func sheets() throws -> [AppDriver] {
    let open = try real("E")
    guard case .editOutside(let text) = open.effects.last else { return [] }
    var (changed, failed) = (open, open)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("Ghi chú:") ? "Ghi chú: mới" : String($0) }
    changed.send(
      .editedOutside(OutsideEdit(editor: "ed", text: lines.joined(separator: "\n"))))
    failed.send(.editedOutside(OutsideEdit(editor: "ed", text: nil, fault: .exited(3))))
    return [changed, failed]
  }

  private func drafts() throws -> [AppDriver] {
    let small = Size(rows: 12, columns: 80)
    let letters = try real("g r", small)
    guard case .draft? = letters.state.layers.last else {
      Issue.record("no letters")
      return []
    }
    return [letters, after(letters, "G")]
  }

  // MARK: - Feet, help

  /// The foot of each place, on a row of its picture.
  @Test(arguments: [Size(rows: 36, columns: 120), Size(rows: 24, columns: 80)])
  func feetAreMadeOfTheTable(size: Size) throws {
    let cases: [(String, [FieldKey])] = [
      ("s", MenuKey.foot), ("?", HelpKey.foot), (":", PaletteKey.foot), ("m", ModifyKey.rows),
      ("/", FilterKey.rows), ("F", SavedViewsKey.foot), ("F s", [SavedViewNameKey.save.row]),
      ("p", [PickerKey.choose.row, PickerKey.take.row, FormKey.save.row]),
      ("A", [LinesKey.newLine.row, FormKey.go.row, FormKey.save.row, FormKey.leave.row]),
      ("w", [FormKey.next.row]), ("w tab down", [LinesKey.newLine.row]),
      ("g d", [FormKey.look.row, FormKey.leave.row]), ("E", [SheetKey.reopen.row]),
      ("a", [EntryKey.add, .complete, .earlier, .close].map(\.row)),
      ("e x esc", [FormKey.throwAway.row]),
    ]
    for (keys, rows) in cases {
      let driver = try real(keys, size)
      let foot = FieldKey.foot(rows)(.vi)
      #expect(driver.text.contains(foot), "\(keys): \(foot)\n\(driver.text)")
    }
  }

  @Test func theKeyOfTheTypingMethodIsTheOneThatIsBound() throws {
    var driver = try real("m")
    #expect(driver.text.contains("Ctrl-T kiểu gõ"))
    driver.state.keymap = Keymap([
      Keymap.Binding(command: .switchTyping, keys: [[.function(4)]])
    ])
    #expect(driver.text.contains("f4 kiểu gõ"))
  }

  @Test func helpFindsAKeyOfAFieldAndEnterOnlyLeavesItThere() throws {
    var driver = try real("?")
    driver.type("cuối từ")
    guard case .help(let help) = driver.state.layers.last else { throw Missing() }
    #expect(help.choices(keymap: driver.state.keymap) == [.key(TextKey.wordRight.row, .text)])
    #expect(driver.text.contains("Phím này bấm ở nơi ấy"))
    driver.press("enter")
    #expect(driver.state.layers.count == 1)
    driver.press("esc")
    #expect(driver.state.layers.isEmpty)
  }

  private struct Missing: Error {}

  @Test func helpFindsAFieldKeyByItsName() throws {
    var driver = try real("?")
    driver.type("alt-d")
    #expect(driver.text.contains(TextKey.cutAhead.row.summary.vi))
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 36, columns: 120)], Language.allCases)
  func helpOfFieldsInAPicture(size: Size, language: Language) throws {
    var driver = try AppDriver(RealRegister.path, size: size, language: language)
    driver.press("?")
    driver.type(language == .vi ? "biên bản" : "minutes")
    driver.press("down down down")
    try expectPicture(
      driver.canvas, "help-fields-\(size.columns)x\(size.rows)-\(language.rawValue)")
  }
}
