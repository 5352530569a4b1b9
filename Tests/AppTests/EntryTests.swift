import App
import Model
import Store
import Terminal
import TestKit
import Testing
import Vietnamese

/// The quick-add line.
@Suite struct EntryTests {
  private static let whole = #"linhvuc:"bien gioi" nguon:"biên bản 12" tinh:qn"#

  private static func driver(
    _ size: Size = Size(rows: 24, columns: 80), _ language: Language = .vi
  ) throws -> AppDriver {
    let register = try SampleRegister()
    var driver = try AppDriver(register.path, size: size, language: language)
    driver.isWriting = true
    driver.folder = register
    return driver
  }

  private static func drafts(_ driver: AppDriver) -> [RecordDraft] {
    driver.effects.flatMap { effect -> [RecordDraft] in
      if case .create(let drafts, _) = effect { drafts } else { [] }
    }
  }

  @Test func aLineBecomesARecordAndTheNextKeepsItsFields() throws {
    var driver = try EntryTests.driver()
    driver.press("a")
    driver.type("Công bố cửa khẩu X \(Self.whole) han:cuối quý +biên-giới")
    driver.press("enter")
    driver.type("Mở đường bay")
    driver.press("enter")
    let drafts = Self.drafts(driver)
    #expect(drafts.map(\.title) == ["Công bố cửa khẩu X", "Mở đường bay"])
    #expect(drafts.map(\.province) == ["quang-ninh", "quang-ninh"])
    #expect(drafts[1].sources == ["biên bản 12"])
    #expect(drafts[1].tags == [] && drafts[1].due == nil)
    #expect(driver.state.entry.added.map(\.code) == ["QN23-04", "QN23-05"])
    #expect(driver.state.entry.isBlank)
    #expect(driver.text.contains("✓ QN23-05  Mở đường bay"))
  }

  @Test func whatWasAddedIsInTheListAtOnceAndGoesWithUndo() throws {
    var driver = try EntryTests.driver()
    driver.press("a")
    driver.type("Việc mới \(Self.whole)")
    driver.press("enter esc")
    #expect(driver.codes.contains("QN23-04"))
    #expect(driver.state.detail.record?.code == "QN23-04")
    driver.press("u")
    #expect(!driver.codes.contains("QN23-04"))
    #expect(driver.state.entry.added == [])
  }

  @Test func escKeepsTheHalfTypedLine() throws {
    var driver = try EntryTests.driver()
    driver.press("a")
    driver.type("dở dang tinh:qn")
    driver.press("esc")
    #expect(driver.state.layers == [])
    driver.press("a")
    #expect(driver.state.entry.field.text == "dở dang tinh:qn")
  }

  @Test func enterOnWhatLacksSomethingSaysWhatAndKeepsTheLine() throws {
    var driver = try EntryTests.driver()
    driver.press("a")
    driver.type("Việc mới tinh:qn")
    driver.press("enter")
    #expect(Self.drafts(driver) == [])
    #expect(driver.state.entry.field.text == "Việc mới tinh:qn")
    #expect(driver.text.contains("Còn thiếu: lĩnh vực (linhvuc:), nguồn (nguon:)."))
  }

  @Test(arguments: [
    ("han:31/2", "31/2"), ("han:15/3/24x", "15/3/24x"), ("xyz:1", "xyz:"), ("tinh:zzz", "zzz"),
    ("chutri:vụ", "vụ"),
  ])
  func badInputIsNamedAndStays(typed: String, named: String) throws {
    var driver = try EntryTests.driver(Size(rows: 36, columns: 120))
    driver.press("a")
    driver.type("Việc mới \(typed)")
    driver.press("enter")
    let said = driver.text.split(separator: "\n").filter { $0.contains("! ") && $0.contains(named) }
    #expect(!said.isEmpty, "\(driver.text)")
    #expect(driver.state.entry.field.text == "Việc mới \(typed)")
    #expect(Self.drafts(driver) == [])
  }

  @Test func aRefusedLineComesBack() throws {
    var driver = try EntryTests.driver()
    driver.isWriting = false
    driver.press("a")
    let line = "Việc mới \(Self.whole)"
    driver.type(line)
    driver.press("enter")
    #expect(driver.state.entry.isBlank)
    driver.send(.refused(sentence: "Đĩa đầy."))
    #expect(driver.state.entry.field.text == line)
    #expect(driver.text.contains("Đĩa đầy."))
  }

  @Test func upAndDownGoThroughTheLinesOfTheSitting() throws {
    var driver = try EntryTests.driver()
    driver.press("a")
    driver.type("Một \(Self.whole)")
    driver.press("enter")
    driver.type("Hai")
    driver.press("enter")
    driver.type("nháp")
    driver.press("up")
    #expect(driver.state.entry.field.text == "Hai")
    driver.press("up up")
    #expect(driver.state.entry.field.text.hasPrefix("Một"))
    driver.press("down down")
    #expect(driver.state.entry.field.text == "nháp")
  }

  @Test func tabCompletesNamesAndValuesInTurn() throws {
    var driver = try EntryTests.driver()
    driver.press("a")
    driver.type("Việc tin")
    driver.press("tab")
    #expect(driver.state.entry.field.text == "Việc tinh:")
    driver.type("ng")
    driver.press("tab")
    let first = driver.state.entry.field.text
    #expect(first.hasPrefix("Việc tinh:"))
    driver.press("shift-tab tab")
    #expect(driver.state.entry.field.text == first)
  }

  @Test func ctrlKOnAnEmptyLineForgetsWhatWasKept() throws {
    var driver = try EntryTests.driver()
    driver.press("a")
    driver.type("Một \(Self.whole)")
    driver.press("enter")
    #expect(driver.state.entry.defaults.province == "quang-ninh")
    driver.press("ctrl-k")
    #expect(driver.state.entry.defaults == QuickAddDefaults())
  }

  @Test(arguments: QuickAddField.allCases.flatMap(\.names))
  func namesOfFieldsStayAsTheyAreInTelex(name: String) throws {
    var driver = try EntryTests.driver()
    driver.state.typing = .telex
    driver.press("a")
    driver.type("Cuwra khaaur \(name):")
    #expect(driver.state.entry.field.text == "Cửa khẩu \(name):")
  }

  @Test func aShortPasteIsTypedAndALongSentenceIsRefused() throws {
    var driver = try EntryTests.driver()
    driver.press("a")
    driver.type("dở ")
    driver.send(.paste("dán\u{1B}[31m vào"))
    #expect(driver.state.entry.field.text == "dở dán[31m vào")
    driver.send(.paste(String(repeating: "a", count: 10_000_000)))
    #expect(driver.state.entry.field.text == "dở dán[31m vào")
    #expect(driver.text.contains("4000"))
  }

  // MARK: - What is kept

  @Test func whatFollowsANewSessionIsOfIt() throws {
    var driver = try EntryTests.driver()
    driver.press("a")
    driver.type("Buổi làm việc phien:mới ngay:1/9/2023 \(Self.whole)")
    driver.press("enter")
    driver.type("Việc thứ nhất")
    driver.press("enter")
    let drafts = Self.drafts(driver)
    let session = try #require(driver.state.entry.added.first)
    #expect(drafts[1].session == session.key)
    #expect(drafts[1].raisedOn == Day("2023-09-01"))
    driver.press("esc u u a")
    #expect(driver.state.entry.defaults.session == nil)
  }

  @Test func aLineWithoutATitleSaysWhatTheNextBeginWith() throws {
    var driver = try EntryTests.driver()
    driver.press("a")
    driver.type(Self.whole)
    driver.press("enter")
    #expect(Self.drafts(driver) == [])
    #expect(driver.text.contains("Giữ cho các dòng sau."))
    driver.type("Việc mới")
    driver.press("enter")
    #expect(Self.drafts(driver).map(\.category) == ["bien-gioi"])
  }

  /// Keys in the line cost nothing by the number of records.
  @Test func aKeyCostsTheSameInABigRegister() throws {
    func time(copies: Int) throws -> Duration {
      var driver = try AppDriver(RealRegister.path, size: Size(rows: 36, columns: 120))
      let chunks = driver.state.register.chunks
      for copy in 1..<max(2, copies) {
        for (slot, chunk) in chunks.enumerated() {
          driver.state.register.place(chunk, in: copy * chunks.count + slot)
        }
      }
      driver.press("a")
      driver.type("Công bố cửa khẩu tinh:qn @ubbg han:15/4 ")
      let clock = ContinuousClock()
      return (0..<5).map { _ in clock.measure { driver.type("abcdefgh ") } }.min() ?? .zero
    }
    let (small, big) = (try time(copies: 1), try time(copies: 60))
    #expect(big < small * 4 + .milliseconds(20))
  }

  // MARK: - Pictures

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 36, columns: 120)], Language.allCases)
  func picture(size: Size, language: Language) throws {
    if language == .en && size.columns == 80 { return }
    var driver = try AppDriver(RealRegister.path, size: size, language: language)
    driver.press("a")
    driver.type("Công bố cửa khẩu X tinh:qn chutri:ubbg han:cuối quý +biên-giới xyz:1 doitac:qu")
    try expectPicture(
      driver.canvas, "entry-\(size.columns)x\(size.rows)-\(language.rawValue)")
  }

  @Test func pictureAfterTwoLines() throws {
    var driver = try EntryTests.driver()
    driver.press("a")
    driver.type("Công bố cửa khẩu X \(Self.whole) han:cuối quý")
    driver.press("enter")
    driver.type("Mở đường bay đến Vân Đồn")
    driver.press("enter")
    try expectPicture(driver.canvas, "entry-added-80x24-vi")
  }
}
