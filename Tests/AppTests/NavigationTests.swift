import App
import Model
import Store
import Terminal
import TestKit
import Testing
import Vietnamese

@Suite struct NavigationTests {
  static func driver(_ size: Size = Size(rows: 36, columns: 120)) throws -> AppDriver {
    try AppDriver(RealRegister.path, size: size)
  }

  @Test func coreRecordsComeFirst() throws {
    var driver = try Self.driver()
    driver.state.views.selected = .all
    for key in Sorting.Key.allCases.indices {
      driver.press("S \(MenuLayer.keys[key])")
      let tiers = driver.state.list.arrangement.rows.compactMap { place in
        driver.state.register.row(at: place)?.row.tier
      }
      let ranks = tiers.map { Tier.allCases.firstIndex(of: $0) ?? 9 }
      #expect(ranks == ranks.sorted())
    }
  }

  @Test func theCountsOfTheViewsAreWhatTheListsHold() throws {
    var driver = try Self.driver()
    for view in StandardView.allCases where view.grouping == .none {
      driver.state.views.selected = view == .all ? .open : .all
      driver.press("h g g")
      while driver.state.views.selected != .standard(view) { driver.press("j") }
      #expect(driver.codes.count == driver.state.views.tally.count(view), "\(view)")
      driver.press("l")
    }
  }

  @Test func aRecordStandsInEachOfItsGroupsOnce() throws {
    var driver = try Self.driver()
    driver.press("/")
    driver.type("QG23-23")
    driver.press("enter b 8")
    #expect(driver.codes == Array(repeating: "QG23-23", count: 4))
    #expect(driver.state.list.arrangement.groups.count == 4)
  }

  @Test(arguments: [("j", 1), ("j j k", 1), ("G", 146), ("G g g", 0), ("k", 0), ("pgdn", 18)])
  func keysMoveTheCursor(keys: String, row: Int) throws {
    var driver = try Self.driver()
    driver.press(keys)
    #expect(driver.state.list.cursor == row)
  }

  @Test func everyMoveShowsTheRecordItLandsOn() throws {
    var driver = try Self.driver()
    for key in ["j", "G", "ctrl-u", "g g", "pgdn", "3", "k"] {
      driver.press(key)
      #expect(driver.state.selectedRecord != nil, "\(key)")
    }
  }

  @Test func digitsOpenViews() throws {
    var driver = try Self.driver()
    driver.press("5")
    #expect(driver.state.views.selected == .standard(.overdue))
    #expect(driver.codes == ["QN22-11"])
  }

  @Test func onePaneAtATimeNothingIsLost() throws {
    var driver = try Self.driver(Size(rows: 24, columns: 80))
    #expect(driver.text.contains("VIỆC ĐANG MỞ"))
    driver.press("enter")
    #expect(driver.text.contains("[Tóm tắt]"))
    driver.press("esc h")
    #expect(driver.text.contains("CHẾ ĐỘ XEM"))
  }

  @Test func zoomGivesAPaneTheWholeScreen() throws {
    var driver = try Self.driver()
    driver.press("l z")
    #expect(!driver.text.contains("CHẾ ĐỘ XEM"))
    driver.press("esc")
    #expect(driver.text.contains("CHẾ ĐỘ XEM"))
  }

  @Test func aClickChoosesAndTheWheelMoves() throws {
    var driver = try Self.driver()
    let list = Layout(driver.state).list
    driver.send(
      .mouse(
        MouseEvent(.press, button: .left, at: Point(row: list.row + 4, column: list.column + 9))))
    #expect(driver.state.list.cursor == 3)
    driver.send(
      .mouse(MouseEvent(.wheelDown, at: Point(row: list.row + 4, column: list.column + 9))))
    #expect(driver.state.list.cursor == 6)
    let views = Layout(driver.state).views
    driver.send(
      .mouse(MouseEvent(.press, button: .left, at: Point(row: views.row + 1, column: 3))))
    #expect(driver.state.views.selected == .standard(.inbox))
  }

  @Test func helpRunsWhatItFinds() throws {
    var driver = try Self.driver()
    driver.press("?")
    driver.type("phong to")
    driver.press("enter")
    #expect(driver.state.layers.isEmpty)
    #expect(driver.state.isZoomed)
  }

  @Test func theLanguageIsSwitchedOnTheSpot() throws {
    var driver = try Self.driver()
    driver.press("g t")
    #expect(driver.text.contains("VIEWS"))
  }

  @Test func aPasteInTheListIsNotTakenForKeys() throws {
    var driver = try Self.driver()
    let before = driver.state.list.cursor
    driver.send(.paste("jjjd q"))
    #expect(driver.state.list.cursor == before)
    #expect(driver.effects.isEmpty)
    #expect(driver.state.notice != nil)
  }
}
