import App
import Foundation
import Model
import Store
import Terminal
import TestKit
import Testing
import Vietnamese

/// Stories S4, S7 and S9 on the screen: the same answers as the commands give.
@Suite struct StoryScreensTests {
  static let small = Size(rows: 24, columns: 80)
  static let middle = Size(rows: 36, columns: 120)
  static let sizes: [(Size, Language)] = [
    (small, .vi), (middle, .vi), (small, .en), (middle, .en),
  ]

  private func driver(
    _ folder: TemporaryFolder, _ today: String, _ size: Size, _ language: Language = .vi
  ) throws -> AppDriver {
    var driver = try AppDriver(
      folder.path, size: size, language: language, today: try #require(Day(today)))
    driver.isWriting = true
    driver.send(.calendar(WorkingDays(driver.store.folder).calendar()))
    return driver
  }

  private func show(_ query: String, _ driver: inout AppDriver) {
    driver.press(":")
    driver.send(.paste("xem tất cả"))
    driver.press("enter :")
    driver.send(.paste("lọc " + query))
    driver.press("enter")
  }

  private func paper(_ driver: AppDriver) throws -> DraftLayer {
    guard case .draft(let draft)? = driver.state.layers.last else {
      Issue.record("no paper: \(driver.text)")
      throw Missing()
    }
    return draft
  }

  private struct Missing: Error {}

  private func picture(_ name: String, _ driver: AppDriver) throws {
    let size = driver.state.size
    try expectPicture(
      driver.canvas, "\(name)-\(size.columns)x\(size.rows)-\(driver.state.language.rawValue)")
  }

  // MARK: - S4

  @Test(arguments: sizes)
  func theLettersOfMondayAreOnePaper(size: Size, language: Language) throws {
    let folder = try RoundStory.register()
    var driver = try driver(folder, "2023-10-02", size, language)
    show("tinh:quang-ninh", &driver)
    driver.press("g r")
    let draft = try paper(driver)
    #expect(draft.title.vi == "3 công văn đôn đốc, 5 mục")
    try picture("letters", driver)
    driver.press("G")
    try picture("letters-end", driver)
  }

  @Test func theLettersSayWhatTheStorySays() throws {
    let folder = try RoundStory.register()
    var driver = try driver(folder, "2023-10-02", Self.middle)
    show("tinh:quang-ninh", &driver)
    driver.press("g r")
    let lines = try paper(driver).lines
    #expect(
      lines.filter { $0.hasPrefix("Kính gửi") } == [
        "Kính gửi: Vụ Đông Bắc Á", "Kính gửi: Ủy ban Biên giới quốc gia",
        "Kính gửi: Vụ Tổng hợp kinh tế",
      ])
    #expect(lines.filter { $0 == "Đồng kính gửi: Cục Ngoại vụ" }.count == 3)
    let text = lines.joined(separator: "\n")
    for standing in [
      "QN23-06  Thúc đẩy hợp tác song phương giữa Quảng Ninh và Quảng Tây\n   Hạn 31/08/2023, quá hạn 32 ngày; đôn đốc lần 2",
      "QN23-22  Hỗ trợ thúc đẩy hợp tác Quảng Ninh – Shiga\n   Hạn 28/09/2023, quá hạn 4 ngày; đôn đốc lần 1",
      "Hạn 29/09/2023, quá hạn 3 ngày; đôn đốc lần 1",
      "Hạn 15/09/2023, quá hạn 17 ngày; đôn đốc lần 1",
      "QN23-40  ▲ quá hạn 12 ngày\n  QN23-11  ▲ quá hạn 3 ngày",
      "Lần nhắc tới, nếu chưa có trả lời: 16/10/2023.",
    ] { #expect(text.contains(standing), "\(standing)\n\(text)") }
    for (code, reason) in [
      ("QN23-08", "hôm nay"), ("QN23-12", "còn 4 ngày"), ("QN23-17", "Tạm dừng"),
      ("QN23-18", "quá hạn 2 ngày"), ("QN23-20", "trong hạn"), ("QN23-23", "trong hạn"),
    ] {
      let line = lines.last { $0.contains(code) } ?? ""
      #expect(line.lowercased().contains(reason.lowercased()), "\(code): \(line)")
    }
    #expect(!text.contains("NA23-32"))
    let command = try Run(
      "letter", "tinh:quang-ninh", "--dry-run", "--today", "2023-10-02", data: folder.path)
    #expect(command.output == text + "\n")
  }

  @Test func enterWritesTheLettersDownAsSentInOneBatch() throws {
    let folder = try RoundStory.register()
    var driver = try driver(folder, "2023-10-02", Self.middle)
    show("tinh:quang-ninh", &driver)
    driver.press("g r enter enter")
    let chased = try Run(
      "list", "--json", "dondoc:2023-10-02", "--today", "2023-10-02", data: folder.path)
    #expect(chased.code == 0, "\(chased.complaint)")
    driver.press("g r")
    #expect(try paper(driver).title.vi == "0 công văn đôn đốc, 0 mục")
    driver.press("esc u g r")
    #expect(try paper(driver).title.vi == "3 công văn đôn đốc, 5 mục")
  }

  // MARK: - S7

  @Test(arguments: sizes)
  func theAnswersOfFourCounterparts(size: Size, language: Language) throws {
    let folder = try RealRegister.copy()
    for answer in RoundStory.answers {
      let run = try Run(
        list: ["line", "QG23-23"] + answer + ["--today", "2024-03-20"], data: folder.path)
      #expect(run.code == 0, "\(run.complaint)")
    }
    var driver = try driver(folder, "2024-03-20", size, language)
    show("ma:QG23-23", &driver)
    driver.press("g a")
    try picture("answers-paper", driver)
    guard language == .vi else { return }
    let lines = try paper(driver).lines
    #expect(lines.first?.hasPrefix("QG23-23  Đang thực hiện") == true)
    #expect(lines.last == "trả lời 3/4, còn: châu Á (Vụ Đông Bắc Á)")
    #expect(lines.count == 6)
    let command = try Run("line", "QG23-23", data: folder.path)
    #expect(command.output == lines.joined(separator: "\n") + "\n")
  }

  // MARK: - S9

  @Test(arguments: sizes)
  func whatWasGivenAndReceivedInTheEpidemic(size: Size, language: Language) throws {
    let folder = try RealRegister.copy()
    var driver = try driver(folder, "2023-05-10", size, language)
    show("hoso:hs-covid", &driver)
    driver.press("g q")
    try picture("quantities", driver)
    guard language == .vi else { return }
    let text = try paper(driver).lines.joined(separator: "\n")
    for (item, given, received) in [
      ("khẩu trang (cái)", "gần 1.100.000", "577.000"), ("đồ phòng hộ (bộ)", "14.000", "41.120"),
      ("vắc-xin (liều)", "—", "200.000"),
    ] {
      let line = text.split(separator: "\n").first { $0.lowercased().contains(item) } ?? ""
      #expect(line.contains(given) && line.contains(received), "\(item): \(line)\n\(text)")
    }
    #expect(
      text.contains(
        "Cộng từ: QN22-02, QN22-03, QN22-05, QN22-06, QN22-07, QN22-08, QN22-09, QN22-10"),
      "\(text)")
    #expect(text.contains("110.000.000"))
  }

  @Test func theVisitSheetOpensTheQuantitiesOfItsPartner() throws {
    let folder = try RealRegister.copy()
    var driver = try driver(folder, "2023-05-10", Self.middle)
    show("ma:QN22-05", &driver)
    driver.press("M")
    guard case .menu(let menu)? = driver.state.layers.last,
      let index = menu.items.firstIndex(where: { $0.label.vi.contains("Quảng Tây") })
    else {
      Issue.record("no menu")
      return
    }
    driver.press("\(index + 1)")
    driver.press("g q")
    let text = try paper(driver).lines.joined(separator: "\n")
    #expect(text.contains("470.000"), "\(text)")
    #expect(!text.contains("577.000"))
    try picture("quantities-visit", driver)
    driver.press("y")
    #expect(driver.effects.last == .copy(text))
  }

  @Test func withoutFiguresThePaperSaysSo() throws {
    let folder = try RealRegister.copy()
    var driver = try driver(folder, "2023-05-10", Self.middle)
    show("ma:QN23-09", &driver)
    driver.press("g q")
    #expect(try paper(driver).lines == ["Các mục đang hiện không có số lượng nào."])
  }
}
