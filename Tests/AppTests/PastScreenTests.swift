import App
import Model
import Store
import Terminal
import TestKit
import Testing
import Vietnamese

/// The time machine on the screen: to a past day, only looking, and back.
@Suite struct PastScreenTests {
  private func driver(
    _ size: Size = Size(rows: 24, columns: 80), _ language: Language = .vi
  ) throws -> AppDriver {
    try AppDriver(RealRegister.path, size: size, language: language)
  }

  private func travelled(
    _ size: Size = Size(rows: 24, columns: 80), _ language: Language = .vi
  ) throws -> AppDriver {
    var driver = try driver(size, language)
    driver.press("g d")
    driver.type("1/4/2023")
    driver.press("enter")
    return driver
  }

  @Test(arguments: [
    (24, 80, Language.vi, "past-80x24-vi"), (36, 120, .vi, "past-120x36-vi"),
    (36, 120, .en, "past-120x36-en"),
  ])
  func theStatusLineSaysWhichDayIsShown(
    rows: Int, columns: Int, language: Language, name: String
  ) throws {
    let driver = try travelled(Size(rows: rows, columns: columns), language)
    try expectPicture(driver.canvas, name)
  }

  @Test func aPromptAsksForTheDay() throws {
    var driver = try driver()
    driver.press("g d")
    try expectPicture(driver.canvas, "past-prompt-80x24-vi")
    driver.type("hôm kia kìa")
    driver.press("enter")
    #expect(driver.state.past == nil)
    #expect(driver.state.layers.count == 1)
  }

  @Test func onlyWhatWasRecordedThenIsThereAndTodayIsThatDay() throws {
    var driver = try driver()
    let (present, today) = (driver.state.register.count, driver.state.today)
    driver.press("g d")
    driver.type("1/4/2023")
    driver.press("enter")
    #expect(driver.state.today == Day("2023-04-01"))
    #expect(driver.state.register.count < present)
    #expect(driver.effects.last == .travel(Day("2023-04-01")))
    driver.press("esc")
    #expect(driver.state.past == nil)
    #expect(driver.state.today == today)
    #expect(driver.state.register.count == present)
  }

  @Test func theSameKeyGoesBackToo() throws {
    var driver = try travelled()
    driver.press("g d")
    #expect(driver.state.past == nil)
  }

  @Test(arguments: ["s", "d", "x", "A", "w", "o", "u", "ctrl-r"])
  func nothingIsChangedThere(key: String) throws {
    var driver = try travelled()
    let effects = driver.effects.count
    driver.press(key)
    #expect(driver.state.layers.isEmpty)
    #expect(driver.effects.count == effects)
    #expect(driver.state.notice?.text.contains("01/04/2023") == true)
  }

  @Test func aNewDayOutsideIsTheOneToComeBackTo() throws {
    var driver = try travelled()
    driver.send(.today(Day(ordinal: 19_700)))
    #expect(driver.state.today == Day("2023-04-01"))
    driver.press("esc")
    #expect(driver.state.today == Day(ordinal: 19_700))
  }
}
