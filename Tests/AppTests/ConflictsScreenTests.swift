import App
import Model
import Store
import Terminal
import TestKit
import Testing
import Vietnamese

/// Settling what two people did differently, by keys.
@Suite struct ConflictsScreenTests {
  private static let middle = Size(rows: 36, columns: 120)

  private static func driver(
    _ size: Size = middle, language: Language = .vi, theme: Theme.Name = .dark
  ) throws -> (AppDriver, TemporaryFolder) {
    let folder = try RealRegister.copy()
    try ConflictStory.play(in: folder.path)
    var driver = try AppDriver(
      folder.path, size: size, language: language, theme: theme, today: ConflictStory.today)
    driver.isWriting = true
    return (driver, folder)
  }

  private static func screen(_ driver: AppDriver) -> ConflictsScreen? {
    guard case .conflicts(let conflicts)? = driver.state.layers.first?.screen else { return nil }
    return conflicts
  }

  private static func matters(_ driver: AppDriver) -> [String] {
    (screen(driver)?.items ?? []).filter { !$0.isSettled }
      .map { "\($0.code) \($0.conflict.matter.name)" }
  }

  private static func record(_ code: String, _ driver: AppDriver) throws -> Record {
    let register = driver.state.register
    let place = try #require(register.place(ofCode: code))
    let (chunk, row) = try #require(register.row(at: place))
    return try driver.store.record(slot: Int(place.slot), key: chunk.key(row))
  }

  private static func go(to code: String, _ driver: inout AppDriver) {
    for _ in 0..<8 where screen(driver)?.item?.code != code { driver.press("j") }
  }

  @Test func everyConflictOfTheRegisterIsListed() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("X")
    #expect(
      Self.matters(driver) == [
        "QN23-07 removal", "QN23-09 officer", "QN23-16 split", "QN23-22 due",
      ])
    #expect(driver.state.detail.followUp?.code == "QN23-07")
    #expect(driver.text.contains("0 / 4"))
  }

  @Test func theStatusLineCountsThem() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    #expect(driver.text.contains("4 xung đột"))
    driver.press("X j 1")
    #expect(driver.text.contains("3 xung đột"))
    let calm = try AppDriver(RealRegister.path, size: Self.middle)
    #expect(!calm.text.contains("xung đột"))
  }

  @Test func oneKeyTakesASideAndTheNextComes() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("X j 1")
    #expect(try Self.record("QN23-09", driver).fields[.officer] == .text("Lan"))
    #expect(Self.screen(driver)?.item?.code == "QN23-16")
    #expect(driver.text.contains("1 / 4"))
    Self.go(to: "QN23-22", &driver)
    driver.press("2")
    #expect(try Self.record("QN23-22", driver).fields[.due]["date"] == .text("2023-11-30"))
    #expect(Self.screen(driver)?.item?.code == "QN23-07")
    #expect(Self.matters(driver) == ["QN23-07 removal", "QN23-16 split"])
  }

  @Test func theSideNotTakenStaysInTheHistory() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("X j 1")
    let changes = try Self.record("QN23-09", driver).changes
    #expect(
      changes.contains { change in
        change.by == "Minh" && change.edits.contains { $0.field == Field.officer.rawValue }
      })
  }

  @Test func aThirdValueIsTypedAndCheckedAsInTheForm() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("X G")
    #expect(Self.screen(driver)?.item?.code == "QN23-22")
    driver.press("e ctrl-u")
    driver.type("32/13/2023")
    driver.press("enter")
    guard case .form(let form)? = driver.state.layers.last else {
      Issue.record("no form")
      return
    }
    #expect(form.fault != nil)
    driver.press("ctrl-u")
    driver.type("20/12/2023")
    driver.press("enter")
    #expect(try Self.record("QN23-22", driver).fields[.due]["date"] == .text("2023-12-20"))
    #expect(!Self.matters(driver).contains("QN23-22 due"))
    #expect(Self.screen(driver)?.item?.code == "QN23-07")
  }

  @Test func typingNothingNewSettlesNothing() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("X G e enter")
    #expect(driver.effects.isEmpty)
    #expect(driver.text.contains("Chưa nhập giá trị khác"))
  }

  @Test func aThirdValueMayNotBearASecretMark() throws {
    let (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    let record = try Self.record("QN23-09", driver)
    let action = Action.settle(
      .field(Field.officer.rawValue), .value(.text("công văn MẬT số 12")), on: ConflictStory.today)
    let error = #expect(throws: ActionError.self) {
      try action.outcome(on: record, author: "Lan", noteID: "n")
    }
    guard case .secretMark(let mark)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(mark.text == "MẬT")
  }

  @Test func aSplitOrARemovalTakesOnlyASide() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("X e")
    #expect(driver.state.layers.count == 1)
    #expect(driver.state.notice?.text.contains("chỉ chọn một bên") == true)
    driver.press("2")
    let record = try Self.record("QN23-07", driver)
    #expect(record.conflicts.isEmpty)
    #expect(record.fields[.mergedInto].isEmpty)
    #expect(record.fields[.lead]["unit"] == .text("cuc-le-tan"))
  }

  @Test func aNumberBeyondTheSidesIsNone() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("X 3")
    #expect(driver.effects.isEmpty)
    #expect(driver.state.notice != nil)
  }

  @Test func undoBringsTheConflictBackAndTheCursorToIt() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("X j 1")
    #expect(Self.screen(driver)?.settledCount == 1)
    driver.press("u")
    #expect(Self.screen(driver)?.settledCount == 0)
    #expect(Self.screen(driver)?.item?.code == "QN23-09")
    #expect(driver.text.contains("4 xung đột"))
    driver.press("ctrl-r")
    #expect(Self.screen(driver)?.settledCount == 1)
    #expect(try Self.record("QN23-09", driver).fields[.officer] == .text("Lan"))
  }

  /// Each kind of matter, settled by each side, taken back, and settled by the other side.
  @Test(arguments: ["QN23-07", "QN23-09", "QN23-16", "QN23-22"], [("1", "2"), ("2", "1")])
  func aSettlementThatIsTakenBackCanBeMadeOtherwise(
    code: String, keys: (first: String, second: String)
  ) throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("X")
    Self.go(to: code, &driver)
    driver.press(keys.second)
    let wanted = try Self.record(code, driver).fields
    driver.press("u")
    #expect(try Self.record(code, driver).conflicts.count == 1)
    driver.press(keys.first)
    #expect(try Self.record(code, driver).conflicts.isEmpty)
    #expect(try Self.record(code, driver).fields != wanted)
    driver.press("u \(keys.second)")
    #expect(try Self.record(code, driver).fields == wanted)
    #expect(try Self.record(code, driver).conflicts.isEmpty)
    #expect(try RegisterCheck.run(folder.path).problems.filter { !$0.isWarning }.isEmpty)
  }

  @Test func enterOpensTheRecordInTheList() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("X j j enter")
    #expect(driver.state.layers.isEmpty)
    #expect(driver.state.detail.followUp?.code == "QN23-16")
  }

  @Test func whatAColleagueSettlesLeavesTheCursorWhereItIs() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("X j")
    let other = try RegisterStore(folder.path)
    let (register, _) = other.load()
    let place = try #require(register.place(ofCode: "QN23-09"))
    let record = try Self.record("QN23-09", driver)
    let conflict = try #require(record.conflicts.first)
    let now = Moment(milliseconds: Moment(startOf: ConflictStory.today).milliseconds + 80_000_000)
    _ = try other.perform(
      .settle(conflict.matter, .side(conflict.changes[0]), on: ConflictStory.today),
      on: [RecordAddress(slot: Int(place.slot), key: record.key)],
      as: Signature(author: "Hoa", now: now))
    let updates = try driver.store.refresh()
    driver.send(.shelved(updates.map { ChunkNews(slot: $0.slot, chunk: $0.chunk) }, []))
    #expect(Self.screen(driver)?.item?.code == "QN23-09")
    #expect(Self.screen(driver)?.item?.isSettled == true)
    driver.press("1")
    #expect(driver.effects.isEmpty)
    #expect(driver.state.notice?.text.contains("đã xử lý") == true)
  }

  @Test func theDetailMarksTheFieldWithBothValues() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("X G enter")
    let lines = DetailText(driver.state).lines(width: 90).map { $0.map(\.text).joined() }
    let due = try #require(lines.firstIndex { $0.hasPrefix("Hạn") })
    #expect(lines[due + 1].contains("15/12/2023 (Lan) ↔ 30/11/2023 (Minh)"))
    #expect(lines[due + 1].contains("X xử lý"))
  }

  @Test(arguments: ["xung-đột", "xung-dot", "conflict"])
  func theyAreFoundByAWord(word: String) throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.state.views.selected = .all
    driver.press("/")
    driver.send(.paste(word))
    driver.press("enter")
    #expect(Set(driver.codes) == ["QN23-07", "QN23-09", "QN23-16", "QN23-22"])
  }

  @Test func valuesBeforeAreThoseBothHadSeen() throws {
    let (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    let lead = try Self.record("QN23-07", driver)
    let conflict = try #require(lead.conflicts.first)
    #expect(lead.value(before: conflict) == .text("agreed"))
    let due = try Self.record("QN23-22", driver)
    #expect(due.value(before: try #require(due.conflicts.first)) == .null)
  }

  // MARK: - Pictures

  private static let cases: [(Size, Language)] = [
    (Size(rows: 24, columns: 80), .vi), (middle, .vi), (Size(rows: 24, columns: 80), .en),
    (middle, .en),
  ]

  private static func name(_ what: String, _ driver: AppDriver) -> String {
    let size = driver.state.size
    return "\(what)-\(size.columns)x\(size.rows)-\(driver.state.language.rawValue)"
  }

  @Test(arguments: cases)
  func theScreenIsDrawn(size: Size, language: Language) throws {
    var (driver, folder) = try Self.driver(size, language: language)
    defer { withExtendedLifetime(folder) {} }
    driver.press("X j 1 G")
    driver.state.notice = nil
    try expectPicture(driver.canvas, Self.name("conflicts", driver))
    driver.press("g g")
    try expectPicture(driver.canvas, Self.name("conflicts-merged", driver))
  }

  @Test(arguments: cases)
  func theFormForAnotherValueIsDrawn(size: Size, language: Language) throws {
    var (driver, folder) = try Self.driver(size, language: language)
    defer { withExtendedLifetime(folder) {} }
    driver.press("X G e")
    try expectPicture(driver.canvas, Self.name("conflicts-form", driver))
  }

  @Test(arguments: cases)
  func theEmptyStateIsInWords(size: Size, language: Language) throws {
    var driver = try AppDriver(RealRegister.path, size: size, language: language)
    driver.press("X")
    try expectPicture(driver.canvas, Self.name("conflicts-none", driver))
  }

  @Test(arguments: cases)
  func theEndIsInWords(size: Size, language: Language) throws {
    var (driver, folder) = try Self.driver(size, language: language)
    defer { withExtendedLifetime(folder) {} }
    driver.press("X 2 1 2 1")
    driver.state.notice = nil
    #expect(Self.screen(driver)?.isAllSettled == true)
    try expectPicture(driver.canvas, Self.name("conflicts-end", driver))
  }

  @Test(arguments: cases)
  func theListAndTheDetailMarkThem(size: Size, language: Language) throws {
    var (driver, folder) = try Self.driver(size, language: language)
    defer { withExtendedLifetime(folder) {} }
    driver.press("X G enter")
    try expectPicture(driver.canvas, Self.name("conflicts-detail", driver))
  }
}
