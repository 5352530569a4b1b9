import App
import Model
import Store
import Terminal
import TestKit
import Testing
import Vietnamese

/// The screen that splits pasted minutes.
@Suite struct MinutesScreenTests {
  static let page = """
    Biên bản làm việc với tỉnh Quảng Ninh
    Tỉnh Quảng Ninh đề nghị Bộ:
    - Hỗ trợ nâng cấp cửa khẩu Hoành Mô; bố trí cán bộ tham gia tổ công tác;
    - Kết nối tỉnh với các hãng hàng không để mở đường bay tới Vân Đồn.
    - Giúp đào tạo cán bộ đối ngoại của tỉnh, nhất là đào tạo tiếng Trung.
    Bộ trưởng giao Cục Ngoại vụ tổng hợp các kiến nghị của tỉnh. Bộ sẽ cung cấp thông tin thị trường hằng quý.
    """

  private static func driver(
    _ size: Size = Size(rows: 24, columns: 80), _ language: Language = .vi
  ) throws -> AppDriver {
    let register = try SampleRegister()
    var driver = try AppDriver(register.path, size: size, language: language)
    driver.isWriting = true
    driver.folder = register
    driver.send(.paste(page))
    return driver
  }

  private static func layer(_ driver: AppDriver) throws -> MinutesLayer {
    guard case .minutes(let layer) = driver.state.layers.last else {
      throw Missing()
    }
    return layer
  }

  private struct Missing: Error {}

  private static func setCommon(_ driver: inout AppDriver) {
    driver.press("D")
    driver.type(#"tinh:qn linhvuc:"bien gioi" nguon:"biên bản 12""#)
    driver.press("enter")
  }

  private static func drafts(_ driver: AppDriver) -> [RecordDraft] {
    driver.effects.flatMap { effect -> [RecordDraft] in
      if case .create(let drafts, _) = effect { drafts } else { [] }
    }
  }

  @Test func aPasteOpensTheScreenWhetherTheLineIsOpenOrNot() throws {
    let driver = try Self.driver()
    #expect(try Self.layer(driver).items.count == 7)
    var other = try Self.driver()
    other.press("esc a")
    other.type("dở dang")
    other.send(.paste(Self.page))
    #expect(try Self.layer(other).items.count == 7)
    other.press("esc")
    #expect(other.state.layers == [.entry])
    #expect(other.state.entry.field.text == "dở dang")
  }

  @Test func allKeptAreMadeAfterOneQuestionWithTheirSentences() throws {
    var driver = try Self.driver()
    driver.press("space")
    Self.setCommon(&driver)
    driver.press("enter")
    #expect(driver.text.contains("Tạo 6 mục, bỏ 1?"))
    #expect(Self.drafts(driver) == [])
    driver.press("enter")
    let drafts = Self.drafts(driver)
    #expect(drafts.count == 6)
    #expect(drafts[0].title == "Bố trí cán bộ tham gia tổ công tác")
    #expect(drafts[0].remarks == "bố trí cán bộ tham gia tổ công tác")
    #expect(drafts.last?.kind == .commitment)
    #expect(driver.state.layers == [])
    #expect(driver.text.contains("Đã thêm 6 mục: QN23-04 … QN23-09"))
    driver.press("u")
    #expect(!driver.codes.contains("QN23-09"))
  }

  @Test func nothingIsStoredThatLacksAField() throws {
    var driver = try Self.driver()
    driver.press("enter")
    #expect(driver.text.contains("Còn thiếu: tỉnh (tinh:), lĩnh vực (linhvuc:), nguồn (nguon:)."))
    #expect(Self.drafts(driver) == [])
  }

  @Test func whatWasNeverSeenIsShownBeforeItIsStored() throws {
    var driver = try Self.driver()
    driver.press("esc")
    let long =
      "Tỉnh đề nghị Bộ:\n" + String(repeating: "- Hỗ trợ đào tạo cán bộ của tỉnh.\n", count: 40)
    driver.send(.paste(long))
    Self.setCommon(&driver)
    driver.press("enter")
    let seen = try Self.layer(driver).items.count { $0.wasSeen }
    #expect(seen < 40)
    #expect(driver.text.contains("mục giữ chưa xem"))
    driver.press("G enter enter")
    #expect(Self.drafts(driver) == [])
  }

  @Test func joiningAndSplittingChangeWhatIsThere() throws {
    var driver = try Self.driver()
    driver.press("&")
    #expect(
      try Self.layer(driver).items[0].candidate.text
        == "Hỗ trợ nâng cấp cửa khẩu Hoành Mô; bố trí cán bộ tham gia tổ công tác")
    driver.press("\\")
    #expect(driver.text.contains("Tách ở chỗ 1/"))
    driver.press("enter")
    let titles = try Self.layer(driver).items.prefix(2).map(\.candidate.title)
    #expect(
      titles == ["Hỗ trợ nâng cấp cửa khẩu Hoành Mô", "Bố trí cán bộ tham gia tổ công tác"])
    driver.press("u u")
    #expect(try Self.layer(driver).items.count == 7)
  }

  @Test func digitsSetTheKindAndELetsTheLineBeTyped() throws {
    var driver = try Self.driver()
    Self.setCommon(&driver)
    driver.press("4 e")
    driver.type(" han:31/2")
    driver.press("enter")
    #expect(driver.text.contains("31/2"))
    driver.press("backspace backspace backspace backspace")
    driver.type("15/3 chutri:ubbg")
    driver.press("enter j enter enter")
    let draft = try #require(Self.drafts(driver).first)
    #expect(draft.kind == .event)
    #expect(draft.title == "Hỗ trợ nâng cấp cửa khẩu Hoành Mô")
    #expect(draft.due != nil)
  }

  @Test func escAsksOnlyIfSomethingWasChanged() throws {
    var driver = try Self.driver()
    driver.press("space esc")
    #expect(driver.text.contains("Bỏ bản này?"))
    driver.press("esc")
    #expect(try Self.layer(driver).items.count == 7)
    driver.press("esc enter")
    #expect(driver.state.layers == [])
  }

  @Test func aRefusalLeavesTheScreenAsItIs() throws {
    var driver = try Self.driver()
    driver.isWriting = false
    Self.setCommon(&driver)
    driver.press("enter enter")
    driver.send(.refused(sentence: "Đĩa đầy."))
    #expect(try Self.layer(driver).items.count == 7)
    #expect(driver.text.contains("Đĩa đầy."))
    driver.press("enter enter")
    #expect(Self.drafts(driver).count == 14)
  }

  @Test func aPasteBeyondTheCeilingIsSaid() throws {
    var driver = try Self.driver()
    driver.press("esc")
    driver.send(.paste(String(repeating: "Tỉnh nêu tình hình.\n", count: 20_000)))
    #expect(driver.text.contains("Chỉ đọc 200000 ký tự đầu; 200000 ký tự sau không được đọc."))
  }

  @Test(
    arguments: [
      (Size(rows: 24, columns: 80), Language.vi), (Size(rows: 36, columns: 120), .vi),
      (Size(rows: 24, columns: 80), .en),
    ])
  func picture(size: Size, language: Language) throws {
    var driver = try Self.driver(size, language)
    Self.setCommon(&driver)
    driver.press("j j space")
    try expectPicture(driver.canvas, "minutes-\(size.columns)x\(size.rows)-\(language.rawValue)")
  }

  @Test func pictureOfSplitting() throws {
    var driver = try Self.driver()
    driver.press("& \\ \\")
    try expectPicture(driver.canvas, "minutes-splitting-80x24-vi")
  }
}
