import App
import Foundation
import Model
import Store
import Terminal
import TestKit
import Testing
import Vietnamese

/// Pictures of marks, of the preview and of the palette, on the real register.
@Suite struct BulkScreenTests {
  private func name(_ what: String, _ driver: AppDriver) -> String {
    let size = driver.state.size
    return "\(what)-\(size.columns)x\(size.rows)-\(driver.state.language.rawValue)"
  }

  private static let cases: [(Size, Language)] = [
    (ScreenTests.small, .vi), (ScreenTests.middle, .vi), (ScreenTests.middle, .en),
  ]

  @Test(arguments: cases)
  func marksAndARange(size: Size, language: Language) throws {
    var driver = try ScreenTests.driver(size, language)
    driver.press("space j space j v j j")
    driver.state.notice = nil
    try expectPicture(driver.canvas, name("marks", driver))
  }

  @Test(arguments: cases)
  func aFormForMany(size: Size, language: Language) throws {
    var driver = try ScreenTests.driver(size, language)
    driver.press("space space space space space /")
    driver.type("QN23")
    driver.press("enter w")
    try expectPicture(driver.canvas, name("marks-form", driver))
  }

  @Test(arguments: cases)
  func aPreview(size: Size, language: Language) throws {
    var driver = try ScreenTests.driver(size, language)
    driver.press("space space space space space /")
    driver.type("QN23")
    driver.press("enter w")
    driver.type("15/12/2023")
    driver.press("enter enter")
    try expectPicture(driver.canvas, name("preview", driver))
  }

  @Test(arguments: cases)
  func aPreviewWithRefusals(size: Size, language: Language) throws {
    var driver = try ScreenTests.driver(size, language)
    driver.press("h")
    while driver.state.views.selected != .all { driver.press("j") }
    driver.press("l V s 5")
    driver.type("Quảng Tây")
    driver.press("enter enter enter")
    try expectPicture(driver.canvas, name("preview-refused", driver))
    driver.press("!")
    driver.type("theo chỉ đạo")
    try expectPicture(driver.canvas, name("preview-force", driver))
  }

  @Test(arguments: cases)
  func thePalette(size: Size, language: Language) throws {
    var driver = try ScreenTests.driver(size, language)
    driver.press(":")
    try expectPicture(driver.canvas, name("palette", driver))
    driver.type(language == .vi ? "dau" : "mark")
    try expectPicture(driver.canvas, name("palette-found", driver))
  }

  @Test(arguments: cases)
  func thePaletteCompletes(size: Size, language: Language) throws {
    var driver = try ScreenTests.driver(size, language)
    driver.press(":")
    driver.send(.paste("set ut"))
    try expectPicture(driver.canvas, name("palette-fields", driver))
    driver.press("tab")
    driver.send(.paste("1 where chutri:ubbgg open"))
    driver.press("enter")
    try expectPicture(driver.canvas, name("palette-wrong", driver))
  }

  @Test func markingByAQuery() throws {
    var driver = try ScreenTests.driver(ScreenTests.middle)
    driver.press("T")
    driver.type("chutri:ubbg")
    try expectPicture(driver.canvas, name("palette-mark", driver))
  }
}
