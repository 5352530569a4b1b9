import App
import Model
import Store
import Terminal
import TestKit
import Testing
import Vietnamese

/// Units that changed, on the screen: found by the old name, shown with their days, handed over.
@Suite struct HandOverScreenTests {
  static let small = Size(rows: 24, columns: 80)
  static let middle = Size(rows: 36, columns: 120)
  static let today = Day("2025-03-10") ?? Day(ordinal: 0)

  private func lead(_ code: String, _ driver: AppDriver) throws -> String? {
    let place = try #require(driver.state.register.place(ofCode: code))
    let (chunk, row) = try #require(driver.state.register.row(at: place))
    let record = try driver.store.record(slot: Int(place.slot), key: chunk.key(row))
    return try FollowUp(record.fields).lead?.unit
  }

  @Test(arguments: [
    (small, Language.vi), (middle, .vi), (small, .en), (middle, .en),
  ])
  func thePaletteShowsWhatGoesOverBeforeItDoesAndUndoTakesItBack(
    size: Size, language: Language
  ) throws {
    var driver = try AppDriver.onCopy(size, language, today: Self.today)
    driver.run(language == .vi ? "chuyển giao vu-thkt" : "hand-over vu-thkt")
    try expectPicture(
      driver.canvas, "hand-over-\(size.columns)x\(size.rows)-\(language.rawValue)")
    driver.press("enter")
    #expect(try lead("QN23-14", driver) == "vu-ngkt")
    driver.press("u")
    #expect(try lead("QN23-14", driver) == "vu-thkt")
  }

  @Test func byItselfItIsAboutTheLeadUnderTheCursor() throws {
    var driver = try AppDriver.onCopy(Self.middle, today: Self.today)
    driver.run("QN23-14")
    driver.run("chuyển giao")
    guard case .preview(let preview)? = driver.state.layers.last else {
      Issue.record("no preview")
      return
    }
    #expect(preview.accepted.count > 3)
  }

  @Test func aUnitThatIsStillThereNeedsATaker() throws {
    var driver = try AppDriver.onCopy(Self.middle, today: Self.today)
    driver.run("chuyển giao ubbg")
    guard case .palette(let palette)? = driver.state.layers.last else {
      Issue.record("no palette")
      return
    }
    #expect(palette.fault?.sentence.vi.contains("nêu tên bên nhận") == true)
    driver.press("esc")
    driver.run("chuyển giao ubbg > vụ châu âu")
    #expect(driver.text.contains("Xem trước"), "\(driver.text)")
    driver.press("enter")
    #expect(try lead("QN23-09", driver) == "vu-chau-au")
  }

  @Test(arguments: [small, middle])
  func thePickerFindsTheOldNameAndOffersTheSuccessorFirst(size: Size) throws {
    var driver = try AppDriver.onCopy(size, today: Self.today)
    driver.run("QN23-09")
    driver.press("o")
    for _ in 0..<40 { driver.press("backspace") }
    driver.type("tổng hợp kinh")
    try expectPicture(driver.canvas, "lead-ended-\(size.columns)x\(size.rows)-vi")
    driver.press("down")
    driver.press("enter")
    try expectPicture(driver.canvas, "lead-warned-\(size.columns)x\(size.rows)-vi")
    driver.press("esc")
  }
}
