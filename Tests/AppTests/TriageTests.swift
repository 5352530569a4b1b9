import App
import Model
import Store
import Terminal
import TestKit
import Testing
import Vietnamese

/// Story S1: the records of the session of 24/3/2023, from the list to the end of the queue.
@Suite struct TriageTests {
  static let small = Size(rows: 24, columns: 80)
  static let middle = Size(rows: 36, columns: 120)
  static let today = Day("2023-03-27") ?? Day(ordinal: 0)

  /// The list of the session, on a copy of the real register that may be written.
  private static func driver(
    _ size: Size = middle, filter: String = "session:QN23-01 kind:request",
    language: Language = .vi, theme: Theme.Name = .dark
  ) throws -> (AppDriver, TemporaryFolder) {
    let folder = try RealRegister.copy()
    var driver = try AppDriver(
      folder.path, size: size, language: language, theme: theme, today: today)
    driver.isWriting = true
    driver.state.views.selected = .all
    driver.press("S 1 /")
    driver.type(filter)
    driver.press("enter g g")
    return (driver, folder)
  }

  private static func triage(_ driver: AppDriver) -> TriageScreen? {
    guard case .triage(let triage) = driver.state.layers.first?.screen else { return nil }
    return triage
  }

  private static func isShown(_ code: String, _ driver: AppDriver) -> Bool {
    driver.state.detail.followUp?.code == code && driver.text.contains(code)
  }

  // MARK: - The story

  @Test func theSessionsRecordsAreShownAndTheBackgroundHidden() throws {
    var (driver, folder) = try Self.driver(filter: "session:QN23-01")
    defer { withExtendedLifetime(folder) {} }
    #expect(driver.codes.count == 46)
    driver.press("/ ctrl-u")
    driver.type("session:QN23-01 muc:core")
    driver.press("enter")
    #expect(driver.codes.count == 42)
  }

  @Test func theRequestsAreGroupedByTheirProposedLead() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("b")
    let lead = try #require(Grouping.allCases.firstIndex(of: .lead))
    driver.press(String(MenuLayer.keys[lead]))
    let arrangement = driver.state.list.arrangement
    var counts: [String: Int] = [:]
    for group in arrangement.groups {
      let name = driver.state.register.registry.name(group.id ?? "", in: .units)
      counts[name] = group.rows.count
    }
    #expect(
      counts == [
        "Vụ Đông Bắc Á": 5, "Cục Ngoại vụ": 2, "Ủy ban Biên giới quốc gia": 4,
        "Vụ Tổng hợp kinh tế": 4, "Cục Lãnh sự": 1,
        "Vụ Đông Nam Á - Nam Á - Nam Thái Bình Dương": 1, "Vụ Ngoại giao văn hóa và UNESCO": 2,
      ])
    try expectPicture(driver.canvas, "triage-list-120x36-vi")
  }

  /// Every request is walked through; the flags are read off the screen.
  @Test func theQueueRaisesTheFlagsOfTheStory() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("i")
    let queue = try #require(Self.triage(driver)).queue
    #expect(queue.count == 19)
    var flags: [String: [String]] = [:]
    for _ in 0..<queue.count {
      let code = try #require(driver.state.detail.followUp).code
      let text = driver.text
      let marks = [
        "○ chưa có hạn", "dự kiến — chưa ai xác nhận", "! ", "Tỉnh liên quan",
      ]
      for mark in marks where text.contains(mark) { flags[mark, default: []].append(code) }
      let followUp = try #require(driver.state.detail.followUp)
      if let words = followUp.emphasis, text.contains("“\(words)”") {
        flags["emphasis", default: []].append(code)
      }
      let lines = text.split(separator: "\n")
      if lines.contains(where: { $0.contains("Đối tác") && $0.contains(";") }) {
        flags["several", default: []].append(code)
      }
      driver.press("n")
    }
    #expect(flags["○ chưa có hạn"]?.count == 18)
    #expect(flags["○ chưa có hạn"]?.contains("QN23-23") == false)
    #expect(flags["dự kiến — chưa ai xác nhận"]?.count == 19)
    #expect(flags["emphasis"] == ["QN23-06", "QN23-14", "QN23-23"])
    #expect(flags["! "] == ["QN23-07", "QN23-10", "QN23-11", "QN23-12", "QN23-13", "QN23-14"])
    #expect(flags["several"]?.contains("QN23-16") == true)
    #expect(flags["several"]?.contains("QN23-18") == true)
    #expect(flags["Tỉnh liên quan"] == ["QN23-14", "QN23-20"])
  }

  // MARK: - Keys

  @Test func enterAsksForWhatIsMissingOnlyAndGoesOn() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("i")
    #expect(Self.isShown("QN23-05", driver))
    driver.press("enter")
    guard case .form(let form) = driver.state.layers.last else {
      Issue.record("no form")
      return
    }
    #expect(
      form.fields.map(\.question) == [
        .required(.lead), .required(.dueOrReason), .expectedResult, .officer, .reason,
      ])
    driver.press("enter")
    driver.type("30/6")
    driver.press("enter")
    driver.type("văn bản trả lời")
    driver.press("enter")
    driver.type("Hà")
    driver.press("enter enter")
    #expect(Self.isShown("QN23-06", driver))
    #expect(driver.text.contains("1 / 19"))
    // The officer named last is there already for the next.
    driver.press("enter")
    guard case .form(let next) = driver.state.layers.last else {
      Issue.record("no form")
      return
    }
    #expect(next.fields[3].text == "Hà")
  }

  @Test func aRecordWithGapsStaysUntilAReasonIsGiven() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("i enter ctrl-s")
    guard case .form(let form) = driver.state.layers.last else {
      Issue.record("the form has gone")
      return
    }
    #expect(form.fault?.sentence.contains("cán bộ theo dõi") == true)
    try expectPicture(driver.canvas, "triage-form-120x36-vi")
    driver.press("tab tab tab tab")
    driver.type("lãnh đạo yêu cầu gửi ngay")
    driver.press("ctrl-s")
    #expect(driver.state.layers.count == 1)
    let record = try driver.record("QN23-05")
    let change = try #require(record.changes.last)
    #expect(change.forced == ["time", "result", "responsibility"])
    #expect(change.why == "lãnh đạo yêu cầu gửi ngay")
    #expect(record.fields[.passedOn].text == "2023-03-27")
    #expect(Self.triage(driver)?.states.first == .passed)
  }

  @Test func aDigitGivesTheLeadAndGoesOn() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("i")
    let unit = try #require(Self.triage(driver)).units[1]
    driver.press("2")
    #expect(driver.state.detail.followUp?.code == "QN23-06")
    #expect(Self.triage(driver)?.units[1] == unit || Self.triage(driver)?.units[0] == unit)
    driver.press("N")
    let followUp = try #require(driver.state.detail.followUp)
    #expect(followUp.code == "QN23-05")
    #expect(followUp.lead == Lead(unit: unit, isProposed: false))
    // Nobody has said who gives the work, so the status waits.
    #expect(followUp.status == .agreed)
  }

  @Test func aRecordThatIsReadyIsAssignedByOneDigit() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("i")
    let key = try #require(Self.triage(driver)?.key)
    var edit = RecordEdit([.set(.assigner, .text("Giám đốc"))], on: Self.today)
    edit.fields.append(.set(.noDeadlineReason, .text("chờ phía bạn")))
    try driver.write(.edit(edit), key: key)
    driver.press("1 N")
    #expect(driver.state.detail.followUp?.status == .assigned)
    #expect(driver.state.detail.followUp?.lead?.isProposed == false)
  }

  @Test func puttingOffTakesItOutOfTheInboxUntilTheDay() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("i w")
    driver.type("26/3/2023")
    driver.press("enter")
    #expect(driver.state.layers.count == 2)
    driver.press("ctrl-u")
    driver.type("3/4")
    driver.press("enter")
    #expect(Self.isShown("QN23-06", driver))
    let (_, row) = try #require(driver.row("QN23-05"))
    #expect(row.triageState(on: Self.today) == .putOff)
    #expect(!row.isInInbox(on: Self.today))
    #expect(row.isInInbox(on: Day(ordinal: Self.today.ordinal + 7)))
  }

  @Test func undoComesBackToTheRecord() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("i n n w")
    driver.type("+30")
    driver.press("enter")
    #expect(Self.isShown("QN23-08", driver))
    driver.press("u")
    #expect(Self.isShown("QN23-07", driver))
    #expect(Self.triage(driver)?.touched == 0)
  }

  @Test func theQueueIsTakenUpAgainAtTheFirstThatWaits() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("i w")
    driver.type("+30")
    driver.press("enter n n q")
    #expect(driver.state.layers.isEmpty)
    driver.press("i")
    #expect(Self.isShown("QN23-06", driver))
    #expect(driver.text.contains("1 / 19"))
    // Another sitting: the program knows no more than what the records say.
    driver.press("q")
    driver.state.leftTriage = nil
    driver.press("i")
    #expect(Self.isShown("QN23-06", driver))
    #expect(Self.triage(driver)?.queue.count == 18)
  }

  @Test func returningAsksForTheReasonAndADuplicateForTheOther() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("i x 2 enter")
    driver.type("không thuộc thẩm quyền")
    driver.press("ctrl-s")
    #expect(try driver.record("QN23-05").fields[.status].text == "notPursued")
    driver.press("&")
    driver.type("QN23-08")
    driver.press("ctrl-s")
    #expect(try driver.record("QN23-06").fields[.status].text == "merged")
    #expect(Self.isShown("QN23-07", driver))
    #expect(Self.triage(driver)?.touched == 2)
  }

  @Test func aRecordIsSplitByALineForEachPart() throws {
    var (driver, folder) = try Self.driver(filter: "QN23-16")
    defer { withExtendedLifetime(folder) {} }
    let before = driver.state.register.count
    driver.press("i \\")
    guard case .form(let form) = driver.state.layers.last else {
      Issue.record("no form")
      return
    }
    let titles = form.fields.compactMap(\.text)
    #expect(titles.count > 1)
    driver.press("ctrl-s")
    #expect(driver.state.layers.count == 1)
    #expect(driver.state.register.count == before + titles.count)
    #expect(Self.isShown("QN23-16", driver))
  }

  @Test func whatWaitsNowhereIsSaid() throws {
    var (driver, folder) = try Self.driver(filter: "status:done")
    defer { withExtendedLifetime(folder) {} }
    driver.press("i")
    #expect(driver.state.layers.isEmpty)
    #expect(driver.state.notice != nil)
  }

  // MARK: - Pictures

  @Test(arguments: [small, middle], Language.allCases)
  func theScreen(size: Size, language: Language) throws {
    var (driver, folder) = try Self.driver(size, language: language)
    defer { withExtendedLifetime(folder) {} }
    driver.press("i")
    for _ in 0..<9 { driver.press("n") }
    #expect(Self.isShown("QN23-14", driver))
    try expectPicture(driver.canvas, "triage-\(size.columns)x\(size.rows)-\(language.rawValue)")
  }

  @Test func theScreenWithoutColours() throws {
    var (driver, folder) = try Self.driver(theme: .mono)
    defer { withExtendedLifetime(folder) {} }
    driver.press("i")
    try expectPicture(driver.canvas, "triage-120x36-mono")
  }

  @Test func aRecordThatIsClearNow() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("i enter enter")
    driver.type("30/6")
    driver.press("enter")
    driver.type("văn bản trả lời")
    driver.press("enter")
    driver.type("Hà")
    driver.press("enter enter N")
    try expectPicture(driver.canvas, "triage-clear-120x36-vi")
  }

  @Test(arguments: [small, middle])
  func theMenuOfDuplicates(size: Size) throws {
    var (driver, folder) = try Self.driver(size, filter: "QN23-10")
    defer { withExtendedLifetime(folder) {} }
    driver.press("i")
    #expect(Self.triage(driver)?.similar?.isEmpty == false)
    driver.press("=")
    try expectPicture(driver.canvas, "triage-duplicates-\(size.columns)x\(size.rows)-vi")
  }

  @Test(arguments: [small, middle])
  func theEndOfTheQueue(size: Size) throws {
    var (driver, folder) = try Self.driver(size, filter: "QN23-05 HOẶC QN23-06 HOẶC QN23-07")
    defer { withExtendedLifetime(folder) {} }
    driver.press("i w")
    driver.type("+30")
    driver.press("enter x 2 enter")
    driver.type("không thuộc thẩm quyền")
    driver.press("ctrl-s enter tab tab tab tab")
    driver.type("gấp")
    driver.press("enter")
    try expectPicture(driver.canvas, "triage-end-\(size.columns)x\(size.rows)-vi")
  }
}

extension AppDriver {
  fileprivate func row(_ code: String) -> (chunk: Chunk, row: Row)? {
    state.register.place(ofCode: code).flatMap { state.register.row(at: $0) }
  }

  fileprivate func record(_ code: String) throws -> Record {
    let place = try #require(state.register.place(ofCode: code))
    let (chunk, row) = try #require(state.register.row(at: place))
    return try store.record(slot: Int(place.slot), key: chunk.key(row))
  }

  /// What another program does to a record.
  fileprivate mutating func write(_ action: Action, key: String) throws {
    let place = try #require(state.register.place(ofKey: key))
    perform(action, slot: Int(place.slot), key: key)
  }
}
