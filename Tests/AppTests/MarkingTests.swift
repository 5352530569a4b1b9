import App
@testable import Model
import Store
import Terminal
import TestKit
import Testing

/// Marks, and what a change is for while there are any.
@Suite struct MarkingTests {
  /// Six records QN23-01 to QN23-06 by code: two lead by UBBGQG, the last done.
  static func driver(writing: Bool = false) throws -> (AppDriver, TemporaryFolder) {
    let folder = try SmallRegister.make([
      ["status": "\"agreed\"", "lead": "{\"unit\": \"ubbgqg\"}"],
      ["status": "\"inProgress\"", "due": "{\"date\": \"2023-09-29\", \"origin\": \"officer\"}"],
      ["lead": "{\"unit\": \"ubbgqg\"}"], ["title": "\"Cửa khẩu\""], [:],
      ["status": "\"done\""],
    ])
    var driver = try AppDriver(folder.path, size: Size(rows: 36, columns: 120))
    driver.state.views.selected = .all
    driver.press("S 3")
    driver.press("g g")
    driver.isWriting = writing
    return (driver, folder)
  }

  private func marked(_ driver: AppDriver) -> [String] {
    driver.state.context.marks.places.compactMap { place in
      driver.state.register.row(at: place).map { $0.chunk.code($0.row) }
    }
  }

  private func filter(_ text: String, _ driver: inout AppDriver) {
    driver.press("/ ctrl-u")
    driver.type(text)
    driver.press("enter")
  }

  @Test(arguments: ["space", "t"])
  func aMarkGoesDownAndTheSameKeyTakesItBack(key: String) throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("\(key) \(key) j \(key)")
    #expect(marked(driver) == ["QN23-01", "QN23-02", "QN23-04"])
    #expect(driver.state.list.cursor == 4)
    driver.press("k k k \(key)")
    #expect(marked(driver) == ["QN23-01", "QN23-04"])
    #expect(driver.state.list.shownMarks == 2)
    driver.press("U")
    #expect(marked(driver).isEmpty)
  }

  @Test(arguments: ["v", "enter"])
  func aRangeGrowsWithTheCursorAndEnds(end: String) throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("j v j j")
    #expect(marked(driver).isEmpty)
    driver.press(end)
    #expect(marked(driver) == ["QN23-02", "QN23-03", "QN23-04"])
    #expect(driver.state.focus == .list)
    driver.press("j v k k k k esc")
    #expect(marked(driver) == ["QN23-02", "QN23-03", "QN23-04"])
    #expect(driver.state.list.range == nil)
  }

  @Test func aChangeEndsTheRangeAndIsForIt() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("v j j A")
    guard case .form(let form) = driver.state.layers.last else {
      Issue.record("no form")
      return
    }
    #expect(form.targets.addresses.map(\.key) == ["k1", "k2", "k3"])
  }

  @Test func allThatIsShownIsMarkedAndNoMore() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    filter("chutri:ubbgqg", &driver)
    driver.press("V")
    #expect(marked(driver) == ["QN23-01", "QN23-03"])
    driver.press("esc V")
    #expect(marked(driver).count == 6)
  }

  @Test func marksAreSetByAQueryAmongWhatIsShown() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    filter("mở", &driver)
    driver.press("T")
    driver.type("chutri:ubbgqg")
    #expect(driver.text.contains("= 2 mục"))
    driver.press("enter")
    #expect(marked(driver) == ["QN23-01", "QN23-03"])
    #expect(driver.state.notice?.text == "Đã đánh dấu 2 mục")
    driver.press("/ ctrl-u")
    driver.type("đã-đánh-dấu")
    #expect(driver.codes == ["QN23-01", "QN23-03"])
  }

  @Test func marksSurviveSortingFilteringGroupingAndReloading() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("space j space")
    let before = marked(driver)
    driver.press("S 4")
    filter("cửa khẩu", &driver)
    driver.press("esc b 3 S 3 S 3")
    let chunk = try #require(driver.store.load().register.chunks[0])
    driver.send(.shelved([ChunkNews(slot: 0, chunk: chunk)], []))
    #expect(marked(driver) == before)
    #expect(before == ["QN23-01", "QN23-03"])
    #expect(driver.state.list.shownMarks == 2)
  }

  @Test func theMarkOfARecordThatLeavesTheRegisterIsDropped() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("V")
    let other = try SmallRegister.make([[:], [:]])
    let chunk = try #require(try RegisterStore(other.path).load().register.chunks[0])
    driver.send(.shelved([ChunkNews(slot: 0, chunk: chunk)], []))
    #expect(marked(driver) == ["QN23-01", "QN23-02"])
  }

  /// derailed/k9s #3939: marks survive a filter, and what is marked and not shown is deleted.
  @Test func k9s3939HiddenMarksAreNamedAndLeftAlone() throws {
    var (driver, folder) = try Self.driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    driver.press("V")
    filter("chutri:ubbgqg", &driver)
    let before = try ["k2", "k4", "k5", "k6"].map { try driver.store.record(slot: 0, key: $0) }
    #expect(driver.text.contains("đánh dấu 6 · 4 đang ẩn"))
    driver.press("A")
    #expect(
      driver.text.contains("4 mục đánh dấu đang ẩn, không đụng tới: QN23-02, QN23-04, QN23-05, …"))
    driver.type("gửi chung")
    driver.press("ctrl-s")
    #expect(driver.text.contains("Sẽ sửa (2)"))
    driver.press("enter")
    #expect(driver.state.layers.isEmpty)
    let after = try ["k2", "k4", "k5", "k6"].map { try driver.store.record(slot: 0, key: $0) }
    #expect(after == before)
    for key in ["k1", "k3"] {
      #expect(try driver.store.record(slot: 0, key: key).changes.count == 2)
    }
  }

  @Test func withEveryMarkHiddenNothingIsDone() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("space")
    filter("cửa khẩu", &driver)
    driver.press("A")
    #expect(driver.state.layers.isEmpty)
    #expect(driver.state.notice?.text.contains("đang ẩn nên không đụng tới") == true)
  }

  @Test func oneMarkAwayFromTheCursorIsShownFirstToo() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("space j A")
    driver.type("x")
    driver.press("ctrl-s")
    guard case .preview(let preview) = driver.state.layers.last else {
      Issue.record("no preview")
      return
    }
    #expect(preview.targets.addresses.map(\.key) == ["k1"])
  }

  @Test func aHundredThousandAreMarkedAtOnceAndCostNothingPerKey() throws {
    let rows = (0..<100_000).map { RowPlace(slot: $0 / 1000, index: $0 % 1000) }
    let clock = ContinuousClock()
    var marks = Marks()
    let time = clock.measure { marks = Marks(rows) }
    #expect(marks.count == 100_000)
    #expect(time < .seconds(1))
  }
}

/// The way of a change of several: form, preview, one batch.
@Suite struct PreviewTests {
  private func preview(_ driver: AppDriver) -> PreviewLayer? {
    if case .preview(let preview) = driver.state.layers.last { preview } else { nil }
  }

  @Test func nothingIsDoneBeforeThePreviewIsAnswered() throws {
    var (driver, folder) = try MarkingTests.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("space space A")
    driver.type("gửi chung")
    driver.press("ctrl-s")
    let addresses = ["k1", "k2"].map { RecordAddress(slot: 0, key: $0) }
    let action = Action.note("gửi chung", on: Day(ordinal: 19_632))
    #expect(driver.effects == [.preview(action, addresses, isForced: false)])
    driver.press("enter")
    // What the preview showed is what was seen of them.
    let seen = zip(["k1", "k2"], ["c1", "c2"]).map { key, change in
      RecordAddress(slot: 0, key: key, seen: [change])
    }
    #expect(driver.effects.last == .actOnMany(action, seen, why: nil))
  }

  @Test func escGoesBackToWhatWasTyped() throws {
    var (driver, folder) = try MarkingTests.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("space space A")
    driver.type("gửi chung")
    driver.press("ctrl-s esc")
    guard case .form(let form) = driver.state.layers.last else {
      Issue.record("the form has gone")
      return
    }
    #expect(form.fields[0].input.text == "gửi chung")
    #expect(driver.effects.count == 1)
  }

  @Test func theRefusedStandFirstAndOnlyAnExplicitKeyLeavesThemOut() throws {
    var (driver, folder) = try MarkingTests.driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    driver.press("space space w")
    driver.type("15/12/2023")
    driver.press("enter ctrl-s")
    #expect(preview(driver)?.entries.first == .heading(.refused, 1))
    driver.press("enter")
    #expect(preview(driver)?.fault != nil)
    #expect(driver.effects.count == 1)
    driver.press("b")
    #expect(driver.state.layers.isEmpty)
    let addresses = [RecordAddress(slot: 0, key: "k1", seen: ["c1"])]
    guard case .actOnMany(_, addresses, why: nil) = driver.effects.last else {
      Issue.record("\(String(describing: driver.effects.last))")
      return
    }
    #expect(try driver.store.record(slot: 0, key: "k2").changes.count == 1)
  }

  @Test func forcingNeedsAReasonWhichTheHistoryKeeps() throws {
    var (driver, folder) = try MarkingTests.driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    driver.press("space space w")
    driver.type("15/12/2023")
    driver.press("enter ctrl-s ! enter")
    #expect(preview(driver)?.fault != nil)
    driver.type("theo chỉ đạo")
    driver.press("enter")
    #expect(preview(driver)?.refusedCount == 0)
    driver.press("enter")
    let change = try driver.store.record(slot: 0, key: "k2").changes.last
    #expect(change?.why == "theo chỉ đạo")
    #expect(change?.forced == ["reason"])
    #expect(change?.batchSize == 2)
  }

  @Test func oneUndoTakesAllBackAndTheNoticeHasTheNumberOfTheBatch() throws {
    var (driver, folder) = try MarkingTests.driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    let before = driver.state.detail.record?.fields
    driver.press("V A")
    driver.type("gửi chung")
    driver.press("ctrl-s enter")
    let batch = try #require(driver.state.detail.record?.changes.last?.batch)
    #expect(
      driver.state.notice?.text == "Đã sửa 6 mục (lô \(batch.suffix(4)))  ·  u hoàn tác")
    driver.press("L")
    #expect(driver.text.contains("lô \(batch.suffix(4)) gồm 6 mục"))
    driver.press("u")
    #expect(driver.state.detail.record?.fields == before)
    #expect(driver.state.context.marks.count == 6)
    #expect(
      driver.state.notice?.text
        == "Đã hoàn tác: QN23-01, QN23-02, QN23-03 và 3 mục nữa  ·  Ctrl-R làm lại")
  }

  @Test func aStepOfManyAsksForAllItMayNeed() throws {
    var (driver, folder) = try MarkingTests.driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    driver.press("space space s 4")
    driver.type("đã gọi")
    driver.press("ctrl-s")
    #expect(preview(driver)?.refusedCount == 0)
    driver.press("enter")
    #expect(driver.state.notice?.tone == .good)
    #expect(try driver.store.record(slot: 0, key: "k1").fields[.status] == .text("inProgress"))
  }

  @Test func theLastChangeIsRepeatedHereAndOnTheMarks() throws {
    var (driver, folder) = try MarkingTests.driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    driver.press(".")
    #expect(driver.state.notice?.text == "Chưa có thay đổi nào để lặp lại.")
    driver.press("A")
    driver.type("đã gọi")
    driver.press("ctrl-s j .")
    let action = Action.note("đã gọi", on: Day(ordinal: 19_632))
    #expect(driver.effects.last == .act(action, slot: 0, key: "k2"))
    driver.press("j space space .")
    #expect(preview(driver)?.accepted.map(\.key) == ["k3", "k4"])
    driver.press("enter")
    #expect(try driver.store.record(slot: 0, key: "k4").changes.count == 2)
  }

  @Test func anAnswerToAnotherQuestionIsNotTaken() throws {
    var (driver, folder) = try MarkingTests.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("space space A")
    driver.type("gửi chung")
    driver.press("ctrl-s")
    let before = preview(driver)
    let line = PlannedLine(RecordAddress(slot: 0, key: "k9"), code: "QN23-09", title: "khác")
    let action = Action.note("gửi chung", on: Day(ordinal: 19_632))
    driver.send(.previewed(Plan(action, isForced: false, lines: [line])))
    #expect(preview(driver) == before)
  }
}
