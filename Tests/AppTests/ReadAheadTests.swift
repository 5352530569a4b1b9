import App
import Model
import Store
import Terminal
import TestKit
import Testing
import Vietnamese

/// What is worked out for the next step before it is made.
@Suite struct ReadAheadTests {
  private func driver() throws -> AppDriver {
    try AppDriver(RealRegister.path, size: Size(rows: 36, columns: 120))
  }

  @Test func theStepsUpAndDownAreWithinReach() throws {
    var driver = try driver()
    #expect(driver.state.withinReach.count == 2)
    driver.press("j")
    let near = driver.state.withinReach.map(\.key)
    #expect(near.count == 3)
    #expect(near[1] == driver.state.detail.record?.key)
    driver.press("j")
    #expect(driver.state.detail.record?.key == near[2])
    driver.press("k")
    driver.press("k")
    #expect(driver.state.detail.record?.key == near[0])
  }

  @Test(arguments: ["tab", "/", "?", "s", "B"])
  func whereKeysAreForSomethingElseNothingIs(key: String) throws {
    var driver = try driver()
    driver.press(key)
    #expect(driver.state.withinReach.isEmpty)
  }

  @Test func aRecordThatIsOtherwiseByNowIsShownAsItIs() throws {
    var driver = try driver()
    driver.press("j")
    let next = try #require(driver.state.withinReach.last)
    let old = try driver.store.record(slot: next.slot, key: next.key)
    driver.send(.readAhead([old]))
    var fields = old.fields
    fields[.officer] = .text("Người khác")
    let new = Record(fields: fields, changes: old.changes)
    driver.send(.opened(new))
    #expect(driver.state.detail.record == new)
    #expect(driver.state.detail.followUp?.officer == "Người khác")
  }

  @Test func whatWasReadAheadIsDrawnLikeWhatWasNot() throws {
    var (ahead, plain) = (try driver(), try driver())
    for _ in 0..<20 {
      let records = try ahead.state.withinReach.map {
        try ahead.store.record(slot: $0.slot, key: $0.key)
      }
      ahead.send(.readAhead(records))
      plain.send(.readAhead([]))
      for driver in [ahead, plain] { #expect(driver.state.withinReach.count > 1) }
      ahead.press("j")
      plain.press("j")
      #expect(ahead.canvas == plain.canvas)
    }
  }

  /// The days each side had it are counted up to the day in force.
  @Test func onAnotherDayItIsWorkedOutAnew() throws {
    var driver = try driver()
    driver.press("j")
    let next = try #require(driver.state.withinReach.last)
    driver.send(.readAhead([try driver.store.record(slot: next.slot, key: next.key)]))
    let later = try #require(Day("2026-11-22"))
    driver.send(.today(later))
    driver.press("j")
    var fresh = try AppDriver(
      RealRegister.path, size: Size(rows: 36, columns: 120), today: later)
    fresh.send(.opened(try #require(driver.state.detail.record)))
    #expect(driver.state.detail.holding == fresh.state.detail.holding)
  }
}
