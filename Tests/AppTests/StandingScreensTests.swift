import App
import Model
import Terminal
import TestKit
import Testing

/// Screens that count, while records change under them.
@Suite struct StandingScreensTests {
  private static let today = Day("2023-10-02") ?? Day(ordinal: 0)

  private static func driver() throws -> (AppDriver, TemporaryFolder) {
    let folder = try RealRegister.copy()
    var driver = try AppDriver(folder.path, size: Size(rows: 36, columns: 120), today: today)
    driver.isWriting = true
    return (driver, folder)
  }

  private static func places(_ driver: AppDriver) -> [RowPlace] {
    Matcher(.all, in: driver.state.register, context: driver.state.context)
      .places(in: driver.state.register)
  }

  /// Puts a record aside from under whatever shows.
  private static func pause(_ driver: inout AppDriver) throws {
    let register = driver.state.register
    let place = try #require(
      driver.state.list.arrangement.rows.first {
        register.row(at: $0)?.row.status == .inProgress
      })
    let (chunk, row) = try #require(driver.state.register.row(at: place))
    let key = chunk.key(row)
    var step = StatusStep(to: .paused, on: today)
    (step.reason, step.lookAgainOn) = ("chờ kinh phí", Day(ordinal: today.ordinal + 90))
    driver.perform(.step(step), slot: Int(place.slot), key: key)
    let changed = try #require(driver.state.register.place(ofKey: key))
    #expect(driver.state.register.row(at: changed)?.row.status == .paused)
  }

  @Test func afterAChangeOnlyItsFileIsCounted() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    let files = driver.state.register.chunks.count
    #expect(files > 1)
    #expect(driver.state.standing.countings == files)
    driver.press("B q c q C q")
    #expect(driver.state.standing.countings == files)
    try Self.pause(&driver)
    #expect(driver.state.standing.countings == files + 1)
    driver.send(.today(Day(ordinal: Self.today.ordinal + 1)))
    #expect(driver.state.standing.countings == 2 * files + 1)
  }

  @Test func theDashboardFollowsAChangeAndAnotherDay() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("B")
    func expectItCountsAll() throws {
      guard case .dashboard(let dashboard)? = driver.state.layers.last?.screen else {
        Issue.record("no dashboard")
        return
      }
      let counted = Statistics(
        of: Self.places(driver), in: driver.state.register, context: driver.state.context)
      #expect(dashboard.statistics == counted)
    }
    try expectItCountsAll()
    try Self.pause(&driver)
    try expectItCountsAll()
    driver.send(.today(Day(ordinal: Self.today.ordinal + 40)))
    try expectItCountsAll()
  }

  @Test func theCalendarFollowsAChange() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("c n n")
    try Self.pause(&driver)
    guard case .calendar(let calendar)? = driver.state.layers.last?.screen else {
      Issue.record("no calendar")
      return
    }
    let (first, last) = (Day("2023-11-27"), Day("2024-01-07"))
    let agenda = Agenda(
      Self.places(driver), in: driver.state.register, from: try #require(first),
      to: try #require(last), chasing: driver.state.context)
    #expect(calendar.agenda == agenda)
  }

  @Test func theBoardFollowsAChange() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.state.views.selected = .standard(.all)
    driver.press("/ enter C")
    try Self.pause(&driver)
    guard case .board(let board)? = driver.state.layers.last?.screen else {
      Issue.record("no board")
      return
    }
    for column in BoardScreen.Column.allCases {
      let rows = board.cards(column).compactMap { driver.state.register.row(at: $0)?.row }
      #expect(Set(rows.map(\.status)).count <= (column == .aside || column == .ended ? 4 : 1))
    }
    #expect(board.cards(.ended).count == driver.state.views.tally.count(.closed))
  }
}
