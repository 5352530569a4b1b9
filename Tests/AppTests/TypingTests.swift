import App
import Model
import Terminal
import TestKit
import Testing
import Vietnamese

/// Telex and VNI in the text fields of the interface.
@Suite struct TypingTests {
  private static let middle = Size(rows: 36, columns: 120)

  private static func driver(
    _ typing: Composer.Method, _ size: Size = middle
  ) throws -> AppDriver {
    var driver = try AppDriver(RealRegister.path, size: size)
    driver.state.typing = typing
    return driver
  }

  // MARK: - The field

  @Test(arguments: [
    (["t", "o", "a", "s", "n"], "toán"), (["d", "d", "a", "backspace", "o", "f"], "đò"),
    (["a", "s", "left", "s"], "sá"), (["h", "a", "left", "right", "s"], "has"),
    (["d", "a", "t", "a", "ctrl-a", "x"], "xdata"), (["a", "ctrl-w", "s"], "s"),
    (["t", "e", "f", "space", "ctrl-h", "s"], "tès"),
  ])
  func aFieldComposesWhatIsTypedHereAndNow(names: [String], text: String) throws {
    var field = TextField()
    for name in names {
      let key = try #require(KeyPress(name: name))
      let isTyped = field.press(key, .telex)
      #expect(isTyped)
    }
    #expect(field.text == text)
  }

  @Test func pastedTextIsNeitherComposedNorGoneOnWith() {
    var field = TextField()
    _ = field.press(.character("a"), .telex)
    field.insert("sf")
    _ = field.press(.character("s"), .telex)
    #expect(field.text == "asfs")
  }

  @Test func theWordInTheMiddleOfATextIsComposed() {
    var field = TextField("Bộ  giao")
    _ = field.press(.home, .telex)
    for _ in 0..<3 { _ = field.press(.right, .telex) }
    for key in "Ngoaij" { _ = field.press(.character(key), .telex) }
    #expect(field.text == "Bộ Ngoại giao")
    #expect(field.beforeCursor == "Bộ Ngoại")
  }

  @Test func anotherMethodBeginsAnotherWord() {
    var field = TextField()
    _ = field.press(.character("a"), .telex)
    _ = field.press(.character("1"), .vni)
    _ = field.press(.character("a"), .vni)
    _ = field.press(.character("1"), .vni)
    #expect(field.text == "a1á")
  }

  // MARK: - Finding

  /// What is typed in Telex for the searches that have accents.
  private static let withAccents = [
    "Xay Nhạ By Ly": "Xay Nhaj By Ly", "DUNG QUẤT": "DUNG QUAATS",
    "yên tử côn sơn": "yeen tuwr coon sown",
  ]

  @Test(arguments: FindingTests.answers)
  func theSearchesOfTheStoryAreFoundWithTelexOn(typed: String, codes: [String]) throws {
    var driver = try Self.driver(.telex)
    driver.state.views.selected = .all
    driver.press("/")
    driver.type(Self.withAccents[typed] ?? typed)
    #expect(driver.state.list.filter == typed)
    #expect(Set(driver.codes) == Set(codes))
  }

  @Test(arguments: [Composer.Method.telex, .vni], ["QN23-09", "NA23-16", "QG23-08"])
  func codesAreFoundInEitherMethod(method: Composer.Method, code: String) throws {
    var driver = try Self.driver(method)
    driver.state.views.selected = .all
    driver.press("/")
    driver.type(code)
    #expect(driver.codes == [code])
  }

  @Test(arguments: QueryField.allCases.flatMap(\.names))
  func namesOfFieldsStayAsTheyAre(name: String) throws {
    var driver = try Self.driver(.telex)
    driver.press("/")
    driver.type(name + ":")
    #expect(driver.state.list.filter == name + ":")
  }

  @Test(
    arguments: QueryShorthand.allCases.flatMap(\.names).filter { $0.utf8.allSatisfy { $0 < 128 } })
  func shorthandsStayAsTheyAre(name: String) throws {
    for end in ["space", "enter"] {
      var driver = try Self.driver(.telex)
      driver.press("/")
      driver.type("hoso:x -(" + name)
      driver.press(end)
      #expect(driver.state.list.filter.hasPrefix("hoso:x -(" + name))
    }
  }

  @Test func enterEndsTheWord() throws {
    var driver = try Self.driver(.telex)
    driver.press("/")
    driver.type("data")
    #expect(driver.state.list.filter == "dât")
    driver.press("enter")
    #expect(driver.state.list.filter == "data")
  }

  // MARK: - Forms and help

  @Test func aFormComposesProseButNoCode() throws {
    var driver = try Self.driver(.vni)
    driver.press("A")
    driver.type("d9a4 ho5p vo71i UBBG")
    guard case .form(let form) = driver.state.layers.last else {
      Issue.record("no form")
      return
    }
    #expect(form.fields[0].text == "đã họp với UBBG")
    var codes = try Self.driver(.vni)
    let step = try #require(Status.allCases.firstIndex(of: .merged))
    codes.press("s \(MenuLayer.keys[step])")
    codes.type("na23-16")
    guard case .form(let merging) = codes.state.layers.last else {
      Issue.record("no form")
      return
    }
    #expect(merging.fields[0].text == "na23-16")
  }

  @Test func helpIsSearchedInVietnamese() throws {
    var driver = try Self.driver(.telex)
    driver.press("?")
    driver.type("hoafn tasc")
    guard case .help(let help) = driver.state.layers.last else {
      Issue.record("no help")
      return
    }
    #expect(help.field.text == "hoàn tác")
    #expect(help.choices(keymap: driver.state.keymap).first == .command(.undo))
  }

  // MARK: - Changing the method

  @Test(arguments: ["", "/", "?", "A", "s"])
  func theKeyGoesRoundEverywhere(opening: String) throws {
    var driver = try Self.driver(.telex)
    driver.press(opening)
    let layers = driver.state.layers
    for method in [Composer.Method.vni, .off, .telex] {
      driver.press("ctrl-t")
      #expect(driver.state.typing == method)
    }
    #expect(driver.state.layers == layers)
  }

  @Test(arguments: [(Composer.Method.telex, "Telex"), (.vni, "VNI")])
  func theStatusLineNamesTheMethod(method: Composer.Method, name: String) throws {
    let line = try Self.driver(method).text.split(separator: "\n")[0]
    #expect(line.contains("  ·  \(name) "))
    let off = try Self.driver(.off).text.split(separator: "\n")[0]
    #expect(!off.contains(name))
  }

  @Test(arguments: [Size(rows: 24, columns: 80), middle])
  func pictureOfFindingInTelex(size: Size) throws {
    var driver = try Self.driver(.telex, size)
    driver.press("/")
    driver.type("cuwra khaaur")
    try expectPicture(driver.canvas, "telex-\(size.columns)x\(size.rows)-vi")
  }

  @Test func pictureOfAFormInVNI() throws {
    var driver = try Self.driver(.vni)
    driver.press("w")
    driver.type("cuo61i quy1")
    try expectPicture(driver.canvas, "vni-form-120x36-vi")
  }
}
