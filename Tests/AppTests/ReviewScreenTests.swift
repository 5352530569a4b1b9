import App
import Model
import Store
import Terminal
import TestKit
import Testing
import Vietnamese

/// The review of the programme with Nghệ An, by keys.
@Suite struct ReviewScreenTests {
  private static let today = Day("2023-12-29") ?? Day(ordinal: 0)

  private static func driver(
    _ size: Size = Size(rows: 36, columns: 120), language: Language = .vi,
    theme: Theme.Name = .dark
  ) throws -> (AppDriver, TemporaryFolder) {
    let folder = try RealRegister.copy()
    var driver = try AppDriver(
      folder.path, size: size, language: language, theme: theme, today: today)
    driver.isWriting = true
    driver.state.views.selected = .all
    driver.press("/")
    driver.type("NA23-30")
    driver.press("enter P enter")
    return (driver, folder)
  }

  private static func review(_ driver: AppDriver) -> ReviewScreen? {
    guard case .review(let review)? = driver.state.layers.first?.screen else { return nil }
    return review
  }

  private static func code(_ driver: AppDriver) -> String? { review(driver)?.item?.code }

  @Test func theReviewOpensForTheProgrammeOfTheRecordAtTheFirstTaskNotRated() throws {
    let (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    let review = try #require(Self.review(driver))
    #expect(review.programme == ReviewStory.programme)
    #expect(review.year == 2023)
    #expect(review.sheet?.tasks == 21)
    #expect(Self.code(driver) == "NA23-15")
    #expect(driver.state.detail.followUp?.code == "NA23-15")
  }

  @Test func oneKeyRatesAndTheNextTaskComes() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("1 2")
    #expect(Self.code(driver) == "NA23-17")
    #expect(Self.review(driver)?.sheet?.rated(by: .province) == 2)
    driver.press("tab k k 3")
    #expect(Self.review(driver)?.sheet?.rated(by: .ministry) == 1)
    #expect(Self.review(driver)?.sheet?.differences.map(\.code) == ["NA23-15"])
    driver.press("=")
    #expect(Self.review(driver)?.items.map(\.code) == ["NA23-15"])
  }

  @Test func whoeverComesBackGoesOnWhereItWasLeft() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("1 1 1 q P enter")
    #expect(Self.code(driver) == "NA23-18")
    // After a kill the records are all there is.
    var other = try AppDriver(folder.path, size: Size(rows: 24, columns: 80), today: Self.today)
    other.state.views.selected = .all
    other.press("/")
    other.type("NA23-30")
    other.press("enter P enter")
    #expect(Self.code(other) == "NA23-18")
    #expect(Self.review(other)?.sheet?.rated(by: .province) == 3)
  }

  @Test func undoTakesARatingBack() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("1 u")
    #expect(Self.review(driver)?.sheet?.rated(by: .province) == 0)
  }

  @Test func aCommentAndEvidenceAreKeptWithTheSide() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("A")
    driver.type("tốt")
    driver.press("ctrl-s @")
    driver.type("CV 12")
    driver.press("enter")
    let rating = Self.review(driver)?.item?.rating(.province)
    #expect(rating?.comment == "tốt")
    #expect(rating?.evidence == "CV 12")
    #expect(rating?.mark == nil)
    #expect(Self.code(driver) == "NA23-15")
  }

  @Test func closingIsAskedForAndTheClosedYearIsNotRated() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("Z enter")
    #expect(Self.review(driver)?.isClosed == false)
    driver.press("Z 2")
    #expect(Self.review(driver)?.isClosed == true)
    driver.press("1")
    #expect(driver.state.notice?.text.contains("đã khóa") == true)
  }

  @Test(arguments: [(120, 36, Language.vi), (80, 24, .vi), (120, 36, .en), (80, 24, .en)])
  func theScreenIsDrawn(columns: Int, rows: Int, language: Language) throws {
    var (driver, folder) = try Self.driver(
      Size(rows: rows, columns: columns), language: language)
    defer { withExtendedLifetime(folder) {} }
    driver.press("1 1 2 1 4 tab k k k k k 1 1 1 n n")
    let name = "review-\(columns)x\(rows)-\(language == .vi ? "vi" : "en")"
    try expectPicture(driver.canvas, name)
  }

  @Test func theScreenIsDrawnWithoutColours() throws {
    var (driver, folder) = try Self.driver(theme: .mono)
    defer { withExtendedLifetime(folder) {} }
    driver.press("1 4 Z")
    try expectPicture(driver.canvas, "review-mono-120x36-vi")
  }

  @Test func theSecondToCloseTheYearIsToldAndNothingIsCarriedTwice() throws {
    var (lan, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    var minh = try AppDriver(folder.path, size: Size(rows: 36, columns: 120), today: Self.today)
    minh.isWriting = true
    minh.state.views.selected = .all
    minh.press("/")
    minh.type("NA23-30")
    minh.press("enter P enter 4 Z")
    lan.press("Z 2")
    #expect(Self.review(lan)?.isClosed == true)
    minh.press("2")
    // The driver says the error itself; its words are those of the command.
    #expect(minh.state.notice?.tone == .bad)
    #expect(minh.state.notice?.text.contains("closedAlready") == true)
    #expect(Self.review(minh)?.isClosed == true)
    let programme = try #require(lan.store.registry.programme(ReviewStory.programme))
    let fresh = try RegisterStore(folder.path)
    _ = fresh.load()
    for task in fresh.records(ofProgramme: programme.id) {
      #expect(task.followUp.extensions.count <= 1, "\(task.followUp.code)")
    }
  }

  @Test func aClosedYearLeavesNoEmptyNotice() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("Z 2")
    #expect(driver.state.notice?.text.contains("Đã lưu   ") != true)
    #expect(driver.state.notice?.text.contains("Đã khóa") == true)
  }

  @Test func aClosedYearIsCopiedAsTheNextPlanAfterAPreviewAndUndoneAtOnce() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    for code in ["NA23-15", "NA23-17"] {
      let place = try #require(driver.state.register.place(ofCode: code))
      let (chunk, row) = try #require(driver.state.register.row(at: place))
      var step = StatusStep(to: .done, on: Self.today)
      step.resultKind = .met
      _ = try driver.store.perform(
        .step(step), on: [RecordAddress(slot: Int(place.slot), key: chunk.key(row))],
        as: Signature(author: "Lan", now: Moment(startOf: Self.today)), force: true, why: "thử")
    }
    driver.send(.key(.escape))
    driver = try AppDriver(
      folder.path, size: Size(rows: 36, columns: 120), today: Self.today)
    driver.isWriting = true
    driver.state.views.selected = .all
    driver.press("/")
    driver.type("NA23-30")
    driver.press("enter P enter C")
    #expect(driver.state.notice?.text.contains("chưa khóa") == true)
    driver.press("Z 2")
    let count = driver.state.register.count
    driver.press("C")
    guard case .draft(let draft)? = driver.state.layers.last else {
      Issue.record("no preview: \(driver.text)")
      return
    }
    #expect(draft.creates.count == 2)
    #expect(driver.state.register.count == count)
    try expectPicture(driver.canvas, "review-copy-120x36-vi")
    driver.press("enter")
    #expect(driver.state.register.count == count + 2)
    #expect(driver.state.notice?.text.contains("Đã thêm 2 mục: NA24-01, NA24-02") == true)
    #expect(Self.review(driver)?.isClosed == true)
    driver.press("C")
    #expect(driver.state.notice?.text.contains("Không có việc nào cần chép") == true)
    driver.press("u")
    #expect(driver.state.register.count == count)
  }

  @Test(arguments: [(120, 36), (80, 24)])
  func aProgrammeWithoutTasksSaysSo(columns: Int, rows: Int) throws {
    let folder = try RealRegister.copy()
    defer { withExtendedLifetime(folder) {} }
    try folder.write(
      #"{"id": "ct-trong", "name": "Chương trình trống", "province": "nghe-an"}"#,
      to: "programmes/ct-trong.json")
    var driver = try AppDriver(
      folder.path, size: Size(rows: rows, columns: columns), today: Self.today)
    driver.isWriting = true
    // A record of no programme leads to the choice of one.
    driver.press("/")
    driver.type("ma:QN23-09")
    driver.press("enter P")
    guard case .menu(let menu)? = driver.state.layers.last,
      let place = menu.items.firstIndex(where: { $0.label.vi == "Chương trình trống" })
    else {
      Issue.record("no menu: \(driver.text)")
      return
    }
    for _ in 0..<place { driver.press("j") }
    driver.press("enter")
    try expectPicture(driver.canvas, "review-empty-\(columns)x\(rows)-vi")
    driver.press("Z")
    #expect(driver.state.notice?.text.isEmpty == false)
    #expect(driver.state.layers.contains { if case .menu = $0 { true } else { false } } == false)
  }

  @Test func ratingsAndIssuesReadAsSentencesInHistoryAndProgramme() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("2 k A")
    driver.type("chờ đối tác")
    driver.press("ctrl-s")
    #expect(Self.code(driver) == "NA23-15")
    driver.press("q / ctrl-u")
    driver.type("ma:NA23-15")
    driver.press("enter L")
    #expect(
      driver.text.contains("năm 2023, Tỉnh: 2 đạt một phần; “chờ"), "\(driver.text)")
    try expectPicture(driver.canvas, "review-history-120x36-vi")
    driver.press("L L")
    #expect(driver.text.contains("năm 2023, Tỉnh: 2 đạt một phần"), "\(driver.text)")
    try expectPicture(driver.canvas, "review-programme-tab-120x36-vi")
  }
}
