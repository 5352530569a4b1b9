import App
@testable import Model
import Store
import Terminal
import TestKit
import Testing

/// Links to other records, picked in the form.
@Suite struct LinkPickerTests {
  private static func driver(
    _ size: Size = Size(rows: 36, columns: 120), writing: Bool = false
  ) throws -> (AppDriver, TemporaryFolder) {
    let folder = try RealRegister.copy()
    var driver = try AppDriver(folder.path, size: size)
    driver.isWriting = writing
    driver.state.views.selected = .all
    driver.press("/")
    driver.type("QN23-09")
    driver.press("enter e")
    return (driver, folder)
  }

  private static func go(to question: FormQuestion, _ driver: inout AppDriver) {
    for _ in 0..<60 {
      guard case .form(let form) = driver.state.layers.last,
        form.fields[form.active].question != question
      else { return }
      driver.press("tab")
    }
    Issue.record("no question \(question)")
  }

  private static func picker(_ driver: AppDriver) throws -> Picker {
    guard case .form(let form) = driver.state.layers.last,
      let field = form.field(.field(.links))
    else { throw Missing() }
    return field.picker
  }

  private struct Missing: Error {}

  private static func key(_ code: String, _ driver: AppDriver) throws -> String {
    let place = try #require(driver.state.register.place(ofCode: code))
    let (chunk, row) = try #require(driver.state.register.row(at: place))
    return chunk.key(row)
  }

  private static func edits(_ driver: AppDriver) -> [FieldEdit] {
    driver.effects.flatMap { effect -> [FieldEdit] in
      if case .act(.edit(let edit), _, _, _) = effect { edit.fields } else { [] }
    }
  }

  @Test func whatTheRecordIsLinkedToStandsThereInWords() throws {
    let (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    #expect(
      try Self.picker(driver).chosen.map(\.name) == ["cùng hồ sơ: QN23-10", "liên quan: QN23-37"])
  }

  @Test func aRecordIsFoundByCodeAndLinkedByTheRelationAbove() throws {
    var (driver, folder) = try Self.driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    Self.go(to: .relation, &driver)
    driver.press("ctrl-u")
    driver.type("phu thuoc")
    driver.press("enter")
    driver.type("na23-16")
    #expect(try Self.picker(driver).suggestions.map(\.id) == ["NA23-16"])
    driver.press("enter ctrl-s")
    let key = try Self.key("NA23-16", driver)
    #expect(Self.edits(driver) == [.link(.dependsOn, to: key)])
    #expect(driver.state.detail.followUp?.links.contains(Link(.dependsOn, to: key)) == true)
  }

  @Test func aRecordIsFoundByAPartOfItsTitleWithoutAccents() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    Self.go(to: .field(.links), &driver)
    driver.type("van don")
    let found = try Self.picker(driver).suggestions
    #expect(!found.isEmpty)
    driver.press("enter")
    #expect(
      try Self.picker(driver).chosen.last?.name.hasPrefix("liên quan: \(found[0].id)") == true)
    driver.press("ctrl-s")
    #expect(
      Self.edits(driver) == [.link(.relates, to: try Self.key(found[0].id, driver))])
  }

  /// `mở` by itself asks a query for what is open; here it is a word of the title.
  @Test func aShorthandOfQueriesIsAWordHere() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    Self.go(to: .field(.links), &driver)
    driver.type("mở thị trường xuất")
    #expect(try Self.picker(driver).suggestions.map(\.id).contains("NA23-12"))
  }

  @Test func aRecordIsNotOfferedToItself() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    Self.go(to: .field(.links), &driver)
    driver.type("QN23-09")
    #expect(try !Self.picker(driver).suggestions.contains { $0.id == "QN23-09" })
  }

  @Test func anyLinkIsTakenOff() throws {
    var (driver, folder) = try Self.driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    Self.go(to: .field(.links), &driver)
    driver.press("left left")
    #expect(try Self.picker(driver).chip == 0)
    #expect(driver.text.contains("[×cùng hồ sơ: QN23-10]"))
    driver.press("backspace ctrl-s")
    let key = try Self.key("QN23-10", driver)
    #expect(Self.edits(driver) == [.unlink(.sameDossier, to: key)])
    #expect(driver.state.detail.followUp?.links.contains(Link(.sameDossier, to: key)) == false)
  }

  @Test func aRelationAloneChangesNothing() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    Self.go(to: .relation, &driver)
    driver.press("ctrl-u")
    driver.type("phu thuoc")
    driver.press("enter ctrl-s")
    #expect(driver.effects.isEmpty)
  }

  @Test func wordsThatFitNoRecordAreSaidAndStay() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    Self.go(to: .field(.links), &driver)
    driver.type("zzzz")
    #expect(driver.text.contains("không có mục nào như vậy"))
    driver.press("ctrl-s")
    #expect(driver.effects.isEmpty)
    #expect(try Self.picker(driver).field.text == "zzzz")
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 36, columns: 120)])
  func picture(size: Size) throws {
    var (driver, folder) = try Self.driver(size)
    defer { withExtendedLifetime(folder) {} }
    Self.go(to: .field(.links), &driver)
    driver.type("cua khau")
    driver.press("down")
    try expectPicture(driver.canvas, "links-\(size.columns)x\(size.rows)-vi")
  }
}
