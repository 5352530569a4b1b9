import App
import Model
import Store
import Terminal
import TestKit
import Testing
import Vietnamese

/// Dashboard, board, calendar and visit sheet on the real register.
@Suite struct BoardsTests {
  static let small = Size(rows: 24, columns: 80)
  static let middle = Size(rows: 36, columns: 120)
  static let today = Day("2023-10-02") ?? Day(ordinal: 0)

  private static func driver(
    _ size: Size = middle, language: Language = .vi, theme: Theme.Name = .dark
  ) throws -> AppDriver {
    var driver = try AppDriver(
      RealRegister.path, size: size, language: language, theme: theme, today: today)
    driver.send(.calendar(WorkingDays(driver.store.folder).calendar()))
    return driver
  }

  private static func writing(_ size: Size = middle) throws -> (AppDriver, TemporaryFolder) {
    let folder = try RealRegister.copy()
    var driver = try AppDriver(folder.path, size: size, today: today)
    driver.isWriting = true
    return (driver, folder)
  }

  private static func dashboard(_ driver: AppDriver) throws -> DashboardScreen {
    guard case .dashboard(let dashboard) = driver.state.layers.last?.screen else {
      throw Missing()
    }
    return dashboard
  }

  private static func calendar(_ driver: AppDriver) throws -> CalendarScreen {
    guard case .calendar(let calendar) = driver.state.layers.last?.screen else { throw Missing() }
    return calendar
  }

  private static func board(_ driver: AppDriver) throws -> BoardScreen {
    guard case .board(let board) = driver.state.layers.last?.screen else { throw Missing() }
    return board
  }

  private struct Missing: Error {}

  private static func name(_ screen: String, _ driver: AppDriver) -> String {
    let size = driver.state.size
    return "\(screen)-\(size.columns)x\(size.rows)-\(driver.state.language.rawValue)"
  }

  // MARK: - Dashboard

  /// What a figure says is what its query finds, whatever the figure.
  @Test(
    arguments: Language.allCases, ["", "tinh:quang-ninh HOẶC tinh:nghe-an", "linhvuc:bien-gioi"])
  func everyFigureLeadsToJustItsRecords(language: Language, filter: String) throws {
    var driver = try Self.driver(language: language)
    driver.state.list.filter = filter
    driver.press("B")
    var checked = 0
    for _ in DashboardScreen.Section.allCases {
      driver.press("b")
      let dashboard = try Self.dashboard(driver)
      for section in DashboardScreen.Section.allCases {
        for figure in dashboard.figures(section) {
          guard case .query(let text) = figure.target else { continue }
          let query = try QueryParser(registry: driver.state.register.registry).parse(text)
          let found = Matcher(query, in: driver.state.register, context: driver.state.context)
            .places(in: driver.state.register).count
          #expect(found == figure.count, "\(text)")
          checked += 1
        }
      }
    }
    #expect(checked > 400)
  }

  @Test func theDashboardCountsWhatStatsCounts() throws {
    var driver = try Self.driver()
    driver.press("B")
    let places = Matcher(.all, in: driver.state.register, context: driver.state.context)
      .places(in: driver.state.register)
    let counted = Statistics(of: places, in: driver.state.register, context: driver.state.context)
    #expect(try Self.dashboard(driver).statistics == counted)
    #expect(counted.boxes.total == driver.state.register.count)
  }

  @Test func enterOnABoxShowsItsRecordsInTheList() throws {
    var driver = try Self.driver()
    driver.press("B j j j enter")
    #expect(driver.state.layers.isEmpty)
    #expect(driver.state.list.filter == "tinhtrang:qua-han")
    let overdue = driver.state.views.tally.count(.overdue)
    #expect(driver.codes.count == overdue && overdue > 0)
  }

  @Test func escapeLeavesTheListAsItWas() throws {
    var driver = try Self.driver()
    driver.press("j j")
    let before = (driver.state.list.cursorKey, driver.codes)
    driver.press("B tab tab esc")
    #expect(driver.state.layers.isEmpty)
    #expect(driver.state.list.cursorKey == before.0 && driver.codes == before.1)
  }

  @Test(arguments: [small, middle], Language.allCases)
  func theDashboard(size: Size, language: Language) throws {
    var driver = try Self.driver(size, language: language)
    driver.press("B")
    try expectPicture(driver.canvas, Self.name("dashboard", driver))
  }

  @Test(arguments: [small, middle])
  func theDashboardBelowItsFirstFigures(size: Size) throws {
    var driver = try Self.driver(size)
    driver.press("B b tab tab tab G")
    try expectPicture(driver.canvas, Self.name("dashboard-end", driver))
  }

  @Test func theDashboardWithoutColours() throws {
    var driver = try Self.driver(theme: .mono)
    driver.press("B")
    try expectPicture(driver.canvas, "dashboard-120x36-mono")
  }

  // MARK: - Board

  @Test func theBoardHoldsTheRecordsOfTheListOnceEach() throws {
    var driver = try Self.driver()
    driver.press("C")
    let board = try Self.board(driver)
    let cards = BoardScreen.Column.allCases.flatMap { board.cards($0) }
    #expect(Set(cards) == Set(driver.state.list.arrangement.rows))
    #expect(cards.count == Set(cards).count)
  }

  @Test func movingACardAsksWhatTheStepNeedsAndTheCursorFollows() throws {
    var (driver, folder) = try Self.writing()
    defer { withExtendedLifetime(folder) {} }
    driver.press("/")
    driver.type("QN23-09")
    driver.press("enter C")
    let column = try Self.board(driver).column
    driver.press("L")
    guard case .form(let form) = driver.state.layers.last else {
      Issue.record("no form")
      return
    }
    #expect(form.purpose == .step(try #require(column.next)))
    driver.press("esc")
    #expect(try Self.board(driver).column == column)
  }

  @Test(arguments: [small, middle], Language.allCases)
  func theBoard(size: Size, language: Language) throws {
    var driver = try Self.driver(size, language: language)
    driver.press("2 C")
    try expectPicture(driver.canvas, Self.name("board", driver))
    driver.press("l l l l l")
    try expectPicture(driver.canvas, Self.name("board-right", driver))
  }

  @Test func anEmptyListHasNoBoard() throws {
    var driver = try Self.driver()
    driver.press("/")
    driver.type("khongcogica")
    driver.press("enter C")
    #expect(driver.state.layers.isEmpty)
    #expect(driver.state.notice != nil)
  }

  // MARK: - Calendar

  @Test func theKeysOfTheCalendarGoByDayWeekAndMonth() throws {
    var driver = try Self.driver()
    driver.press("c")
    #expect(try Self.calendar(driver).day == Self.today)
    driver.press("l j")
    #expect(try Self.calendar(driver).day.iso == "2023-10-10")
    driver.press("n")
    #expect(try Self.calendar(driver).day.iso == "2023-11-10")
    driver.press("p p p")
    #expect(try Self.calendar(driver).day.iso == "2023-08-10")
    driver.press("G n")
    #expect(try Self.calendar(driver).day.iso == "2023-09-30")
    driver.press("t")
    #expect(try Self.calendar(driver).day == Self.today)
  }

  /// The same days as `dondoc calendar --from 1/10/2023 --to 31/12/2023` has them.
  @Test func theCalendarHasWhatTheCommandHas() throws {
    var driver = try Self.driver()
    driver.state.list.filter = "tinh:quang-ninh"
    driver.press("c n n")
    let calendar = try Self.calendar(driver)
    let lines = calendar.agenda.entries.map { entry in
      let code = driver.state.register.row(at: entry.place).map { $0.chunk.code($0.row) } ?? ""
      return "\(entry.day.iso) \(entry.sort.rawValue) \(code)"
    }
    #expect(lines.contains("2023-12-31 anniversary QN23-38"))
    #expect(lines.contains("2023-12-31 deadline QN23-23"))
    #expect(lines.contains("2023-12-31 event QN23-24"))
  }

  @Test func enterOnADayGoesToItsAgendaAndThenToTheRecord() throws {
    var driver = try Self.driver()
    driver.press("c n n G enter")
    #expect(try Self.calendar(driver).part == .agenda)
    driver.press("enter")
    #expect(driver.state.layers.isEmpty)
    let shown = try #require(driver.state.detail.followUp)
    #expect(driver.codes.contains(shown.code))
  }

  @Test(arguments: [small, middle], Language.allCases)
  func theCalendar(size: Size, language: Language) throws {
    var driver = try Self.driver(size, language: language)
    driver.press("c n n G")
    try expectPicture(driver.canvas, Self.name("calendar", driver))
  }

  @Test func theUndatedListOfTheCalendar() throws {
    var driver = try Self.driver()
    driver.press("c tab j j")
    try expectPicture(driver.canvas, "calendar-undated-120x36-vi")
  }

  // MARK: - An event's day

  @Test func aNewDayOfAnEventOffersNewDeadlinesToWhatServesIt() throws {
    var (driver, folder) = try Self.writing()
    defer { withExtendedLifetime(folder) {} }
    driver.state.views.selected = .standard(.all)
    driver.press("/")
    driver.type("ma:QN23-24")
    driver.press("enter w ctrl-u")
    driver.type("15/11/2023")
    driver.press("ctrl-s")
    guard case .menu(let menu) = driver.state.layers.last else {
      Issue.record("no menu: \(driver.text)")
      return
    }
    #expect(menu.items.count == 2)
    #expect(menu.items[0].label.vi.contains("→ 15/11/2023"))
    try expectPicture(driver.canvas, "event-shift-120x36-vi")
    driver.press("1")
    guard case .act(.follow(let following), _, let key, _) = driver.effects.last else {
      Issue.record("nothing was done")
      return
    }
    #expect(key == "qn-req-hokkaido-festival-support")
    #expect(following.days[key]?.iso == "2023-11-15")
    #expect(following.reason.contains("QN23-24"))
  }

  // MARK: - Visit sheet

  @Test(arguments: [small, middle], Language.allCases)
  func theVisitSheetOfAProvince(size: Size, language: Language) throws {
    var driver = try Self.driver(size, language: language)
    driver.press("M 1")
    try expectPicture(driver.canvas, Self.name("visit", driver))
  }

  /// Story S9 on a screen: Quảng Tây alone.
  @Test func theVisitSheetOfAPartnerHasWhatWasGivenAndReceived() throws {
    var driver = try Self.driver()
    driver.press("/")
    driver.type("ma:QN22-05")
    driver.press("enter")
    driver.state.views.selected = .standard(.all)
    driver.press("/ enter M 2")
    guard case .visit(let visit) = driver.state.layers.last?.screen else {
      Issue.record("no sheet: \(driver.text)")
      return
    }
    #expect(visit.subject == .counterpart("quang-tay"))
    let text = visit.lines.compactMap { line in
      if case .text(let text) = line { text } else { nil }
    }
    func has(_ item: String, _ given: String, _ received: String) -> Bool {
      text.contains { line in
        line.split(separator: " ").joined(separator: " ") == "\(item) \(given) \(received)"
      }
    }
    #expect(has("khẩu trang (cái)", "1.000.000", "470.000"))
    #expect(has("vắc-xin (liều)", "—", "200.000"))
    #expect(has("tiền (VND)", "gần 1.000.000.000", "—"))
    driver.press("G")
    try expectPicture(driver.canvas, "visit-partner-120x36-vi")
  }

  // MARK: - The detail pane

  /// Story S7 on a screen.
  @Test func theAnswersOfFourCounterparts() throws {
    var (driver, folder) = try Self.writing()
    defer { withExtendedLifetime(folder) {} }
    driver.state.views.selected = .standard(.all)
    driver.press("/")
    driver.type("ma:QG23-23")
    driver.press("enter")
    let key = try #require(driver.state.detail.record).key
    let answers: [(String, [FieldEdit.LinePart])] = [
      ("hoa-ky", [.status(.done), .paper("trả lời số 1"), .unit("vu-chau-my")]),
      ("australia", [.status(.inProgress), .paper("trả lời tạm số 2"), .unit("vu-dna-na-ntbd")]),
      ("chau-a", [.status(.awaitingReply), .unit("vu-dba")]),
      ("chau-au", [.status(.notPursued), .paper("trả lời số 3"), .unit("vu-chau-au")]),
    ]
    for (id, parts) in answers {
      for part in parts {
        let place = try #require(driver.state.selectedPlace)
        let edit = RecordEdit([.line(counterpart: id, part)], on: Self.today)
        driver.perform(.edit(edit), slot: Int(place.slot), key: key)
      }
    }
    #expect(driver.text.contains("trả lời 3/4, còn: châu Á (Vụ Đông Bắc Á)"))
    try expectPicture(driver.canvas, "answers-120x36-vi")
  }

  @Test(arguments: [small, middle])
  func theFormOfAChaseAndItsDraft(size: Size) throws {
    var (driver, folder) = try Self.writing(size)
    defer { withExtendedLifetime(folder) {} }
    driver.press("5 r")
    try expectPicture(driver.canvas, Self.name("chase-form", driver))
    driver.press("esc")
    let place = try #require(driver.state.selectedPlace)
    let (chunk, row) = try #require(driver.state.register.row(at: place))
    driver.perform(
      .chase(Chase(on: Self.today, channel: .letter, paper: "45/CV")), slot: Int(place.slot),
      key: chunk.key(row))
    try expectPicture(driver.canvas, Self.name("chased", driver))
    driver.press("r")
    try expectPicture(driver.canvas, Self.name("chase-draft", driver))
  }
}
