import App
import Model
import Store
import Terminal
import TestKit
import Testing
import Vietnamese

/// Deadlines that are counted from an event, on the screen.
@Suite struct EventDeadlineScreenTests {
  static let small = Size(rows: 24, columns: 80)
  static let middle = Size(rows: 36, columns: 120)
  static let today = Day("2023-04-03") ?? Day(ordinal: 0)

  private func driver(
    _ size: Size = middle, _ language: Language = .vi
  ) throws -> (AppDriver, TemporaryFolder) {
    let folder = try RealRegister.copy()
    var driver = try AppDriver(folder.path, size: size, language: language, today: Self.today)
    driver.isWriting = true
    return (driver, folder)
  }

  private func run(_ line: String, _ driver: inout AppDriver) {
    driver.press(":")
    driver.send(.paste(line))
    driver.press("enter")
  }

  @Test(arguments: [(small, Language.vi), (middle, .vi), (middle, .en)])
  func theFormSaysTheDayOrThatThereIsNoneYet(size: Size, language: Language) throws {
    var (driver, folder) = try driver(size, language)
    defer { withExtendedLifetime(folder) {} }
    run("QN23-09", &driver)
    driver.press("w")
    driver.send(.paste("30 ngày trước QN23-24"))
    try expectPicture(
      driver.canvas, "due-event-\(size.columns)x\(size.rows)-\(language.rawValue)")
    driver.press("ctrl-s")
    #expect(driver.state.detail.followUp?.due == nil)
    #expect(driver.state.detail.followUp?.dueEvent?.span == EventOffset.Span(-30, .day))
    try expectPicture(
      driver.canvas, "due-event-saved-\(size.columns)x\(size.rows)-\(language.rawValue)")
  }

  @Test(arguments: [small, middle])
  func aNewDayOfTheEventOffersAllThatGoesWithIt(size: Size) throws {
    var (driver, folder) = try driver(size)
    defer { withExtendedLifetime(folder) {} }
    run("QN23-09", &driver)
    run("hạn 30 ngày trước QN23-24", &driver)
    run("QN23-24", &driver)
    run("hạn 15/11/2023 vì:\"đã chốt\"", &driver)
    guard case .menu(let menu)? = driver.state.layers.last else {
      Issue.record("no menu: \(driver.text)")
      return
    }
    #expect(menu.items.count == 4)
    try expectPicture(driver.canvas, "event-move-\(size.columns)x\(size.rows)-vi")
    driver.press("enter")
    run("QN23-09", &driver)
    #expect(driver.state.detail.followUp?.due?.date.day.iso == "2023-10-16")
    driver.press("u")
    #expect(driver.state.detail.followUp?.due == nil)
  }
}
