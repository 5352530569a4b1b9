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

  @Test(arguments: [(small, Language.vi), (middle, .vi), (middle, .en)])
  func theFormSaysTheDayOrThatThereIsNoneYet(size: Size, language: Language) throws {
    var driver = try AppDriver.onCopy(size, language, today: Self.today)
    driver.run("QN23-09")
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
    var driver = try AppDriver.onCopy(size, today: Self.today)
    driver.run("QN23-09")
    driver.run("hạn 30 ngày trước QN23-24")
    driver.run("QN23-24")
    driver.run("hạn 15/11/2023 vì:\"đã chốt\"")
    guard case .menu(let menu)? = driver.state.layers.last else {
      Issue.record("no menu: \(driver.text)")
      return
    }
    #expect(menu.items.count == 4)
    try expectPicture(driver.canvas, "event-move-\(size.columns)x\(size.rows)-vi")
    driver.press("enter")
    driver.run("QN23-09")
    #expect(driver.state.detail.followUp?.due?.date.day.iso == "2023-10-16")
    driver.press("u")
    #expect(driver.state.detail.followUp?.due == nil)
  }
}
