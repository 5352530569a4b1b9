import App
import Model
import Terminal
import TestKit
import Testing
import Vietnamese

@Suite struct SearchTests {
  private static func driver(_ keymap: Keymap = .standard) throws -> AppDriver {
    try AppDriver(RealRegister.path, size: Size(rows: 36, columns: 120), keymap: keymap)
  }

  private func search(_ driver: inout AppDriver, _ text: String) {
    driver.press("/ ctrl-u")
    driver.type(text)
    driver.press("enter")
  }

  @Test func upBringsBackEarlierSearchesAndDownTheLater() throws {
    var driver = try Self.driver()
    for text in ["unesco", "cua khau"] { search(&driver, text) }
    driver.press("esc /")
    driver.press("up")
    #expect(driver.state.list.typing?.field.text == "cua khau")
    driver.press("up up")
    #expect(driver.state.list.typing?.field.text == "unesco")
    #expect(driver.state.list.filter == "unesco")
    driver.press("down down")
    #expect(driver.state.list.typing?.field.text == "")
    #expect(driver.remembered?.filters.lines == ["unesco", "cua khau"])
  }

  @Test func whereSomethingIsTypedUpMovesTheCursor() throws {
    var driver = try Self.driver()
    search(&driver, "unesco")
    driver.press("esc / m")
    let before = driver.state.list.cursor
    driver.press("down")
    #expect(driver.state.list.cursor == before + 1)
    driver.press("up")
    #expect(driver.state.list.typing?.field.text == "m")
    #expect(driver.state.list.cursor == before)
  }

  @Test func nGoesFromMatchToMatchAndRound() throws {
    var driver = try Self.driver()
    driver.state.views.selected = .all
    search(&driver, "unesco")
    let found = driver.codes
    #expect(found.count > 2)
    driver.press("esc g g")
    #expect(driver.codes.count > found.count)
    var visited: [String] = []
    for _ in found {
      driver.press("n")
      visited.append(driver.codes[driver.state.list.cursor])
    }
    #expect(Set(visited) == Set(found))
    driver.press("n")
    #expect(driver.codes[driver.state.list.cursor] == visited[0])
    driver.press("N")
    #expect(driver.codes[driver.state.list.cursor] == visited.last)
    #expect(driver.state.notice != nil)
  }

  @Test func inAFilteredListEveryRowIsAMatch() throws {
    var driver = try Self.driver()
    search(&driver, "unesco")
    driver.press("n")
    #expect(driver.state.list.cursor == 1)
    driver.press("N N")
    #expect(driver.state.list.cursor == driver.codes.count - 1)
  }

  @Test func withoutASearchItSaysWhatToPress() throws {
    var driver = try Self.driver(.preset(.mutt))
    driver.press("n")
    #expect(driver.state.notice?.text.contains("bấm l ") == true)
  }

  @Test func whatIsChosenByKeyIsRemembered() throws {
    var driver = try Self.driver()
    driver.press("ctrl-t")
    #expect(driver.remembered?.typing == .telex)
    driver.press("g t")
    #expect(driver.remembered?.language == .en)
    driver.press("j k")
    #expect(driver.remembered?.typing == .telex)
  }

  @Test func theToneStyleIsThePersons() throws {
    var driver = try Self.driver()
    driver.state.typing = .telex
    driver.state.tones = .new
    driver.press("/")
    driver.type("hoaf")
    #expect(driver.state.list.typing?.field.text == "hoà")
  }

  @Test func aWeekWithoutHolidaysIsSaidBehindTheDate() throws {
    var driver = try Self.driver()
    let known = Value.object(["year": .number(2023), "weekdaysOff": .list([.text("2023-10-03")])])
    driver.press("w")
    driver.type("+5nlv")
    #expect(driver.text.contains("▲ chưa có lịch nghỉ 2023"))
    let year = try #require(WorkingCalendar.Year(known, of: 2023))
    driver.send(.calendar(WorkingCalendar([2023: year])))
    #expect(!driver.text.contains("chưa có lịch nghỉ"))
    #expect(driver.text.contains("10/10/2023"))
  }

  @Test func whatAnInputMethodLeftOpenIsReadAfterAMoment() throws {
    var driver = try Self.driver()
    // `u`, then a backspace and the same letter again: only time tells what that was.
    driver.send(.key(.character("u")))
    driver.send(.key(.backspace))
    #expect(driver.state.inputMethod.isWaiting)
    driver.send(.idle)
    #expect(!driver.state.inputMethod.isWaiting)
  }
}
