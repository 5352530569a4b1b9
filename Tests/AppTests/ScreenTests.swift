import App
import Foundation
import Model
import Store
import Terminal
import TestKit
import Testing
import Vietnamese

/// Pictures of the screens on the real register, at the day of the screens in the design.
@Suite struct ScreenTests {
  static let small = Size(rows: 24, columns: 80)
  static let middle = Size(rows: 36, columns: 120)
  static let wide = Size(rows: 48, columns: 160)

  static func driver(
    _ size: Size, _ language: Language = .vi, _ theme: Theme.Name = .dark
  ) throws -> AppDriver {
    try AppDriver(RealRegister.path, size: size, language: language, theme: theme)
  }

  @Test(arguments: [small, middle, wide], Language.allCases)
  func mainScreen(size: Size, language: Language) throws {
    let driver = try Self.driver(size, language)
    try expectPicture(driver.canvas, "main-\(size.columns)x\(size.rows)-\(language.rawValue)")
  }

  @Test(arguments: [Theme.Name.light, .sixteen, .mono])
  func mainScreenInOtherThemes(theme: Theme.Name) throws {
    let driver = try Self.driver(Self.middle, .vi, theme)
    try expectPicture(driver.canvas, "main-120x36-\(theme.rawValue)")
  }

  @Test(arguments: [small, middle], Language.allCases)
  func statusMenu(size: Size, language: Language) throws {
    var driver = try Self.driver(size, language)
    driver.press("/")
    driver.type("hoanh mo dong trung")
    driver.press("enter s")
    try expectPicture(driver.canvas, "status-\(size.columns)x\(size.rows)-\(language.rawValue)")
  }

  @Test(arguments: Language.allCases)
  func formOfAStep(language: Language) throws {
    var driver = try Self.driver(Self.middle, language)
    driver.press("s 9")
    driver.type("dịch bệnh")
    driver.press("tab")
    driver.type("cuối quý")
    try expectPicture(driver.canvas, "pause-120x36-\(language.rawValue)")
  }

  @Test(arguments: [small, middle])
  func pickerOfUnits(size: Size) throws {
    var driver = try Self.driver(size)
    driver.press("o ctrl-u")
    driver.type("bien gioi")
    try expectPicture(driver.canvas, "lead-\(size.columns)x\(size.rows)-vi")
  }

  @Test(arguments: [small, middle], Language.allCases)
  func help(size: Size, language: Language) throws {
    var driver = try Self.driver(size, language)
    driver.press("?")
    try expectPicture(driver.canvas, "help-\(size.columns)x\(size.rows)-\(language.rawValue)")
  }

  @Test func helpThatWasSearched() throws {
    var driver = try Self.driver(Self.middle)
    driver.press("?")
    driver.type("gia han")
    try expectPicture(driver.canvas, "help-searched-120x36-vi")
  }

  @Test(arguments: DetailPane.Tab.allCases)
  func tabsOfTheDetail(tab: DetailPane.Tab) throws {
    var driver = try Self.driver(Self.small)
    driver.press("/")
    driver.type("QN23-20")
    driver.press("enter enter")
    for _ in 0..<tab.rawValue { driver.press("L") }
    try expectPicture(driver.canvas, "detail-\(tab)-80x24-vi")
  }

  @Test(arguments: [StandardView.byUnit, .programmes, .calendar])
  func groupedLists(view: StandardView) throws {
    var driver = try Self.driver(Self.middle)
    driver.press("h g g")
    while driver.state.views.selected != .standard(view) { driver.press("j") }
    try expectPicture(driver.canvas, "view-\(view.rawValue)-120x36-vi")
  }

  @Test func viewsAloneOnASmallScreen() throws {
    var driver = try Self.driver(Self.small)
    driver.press("h")
    try expectPicture(driver.canvas, "views-80x24-vi")
  }

  @Test func nothingFound() throws {
    var driver = try Self.driver(Self.middle)
    driver.press("/")
    driver.type("không có ở đâu cả")
    driver.press("enter")
    try expectPicture(driver.canvas, "nothing-120x36-vi")
  }

  @Test func aQueryThatIsWrong() throws {
    var driver = try Self.driver(Self.middle)
    driver.press("/")
    driver.type("statu:new")
    try expectPicture(driver.canvas, "query-wrong-120x36-vi")
  }

  @Test(arguments: [(20, 5), (59, 24), (80, 14), (1, 1)])
  func aWindowTooSmallAsksForRoom(columns: Int, rows: Int) throws {
    let driver = try Self.driver(Size(rows: rows, columns: columns))
    #expect(Layout(driver.state).shape == .tooSmall)
    #expect(driver.canvas.columns == columns && driver.canvas.rows == rows)
    if columns == 20 { try expectPicture(driver.canvas, "tooSmall-20x5-vi") }
  }

  @Test func theSmallestScreenIsDrawn() throws {
    let driver = try Self.driver(Size(rows: 15, columns: 60))
    try expectPicture(driver.canvas, "main-60x15-vi")
  }

  @Test func aFileInTroubleHasABanner() throws {
    let folder = try RealRegister.copy()
    try folder.write("[\n  {\"code\": }\n]\n", to: "follow-ups/nghe-an/2023.json")
    let driver = try AppDriver(folder.path, size: Self.middle)
    try expectPicture(driver.canvas, "banner-120x36-vi")
  }

  @Test func aResizeKeepsTheCursorInSight() throws {
    var driver = try Self.driver(Self.wide)
    driver.press("G")
    let key = driver.state.list.cursorKey
    for size in [Self.small, Size(rows: 15, columns: 60), Self.middle, Self.wide] {
      driver.send(.resized(size))
      #expect(driver.state.list.cursorKey == key)
      let line = driver.state.list.line(ofRow: driver.state.list.cursor)
      let shown = driver.state.list.window.lines(
        of: driver.state.list.lineCount, height: Layout(driver.state).listRows)
      #expect(shown.contains(line))
    }
  }
}
