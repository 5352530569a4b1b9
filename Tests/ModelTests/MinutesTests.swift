import Model
import Testing

/// Minutes in the styles officers paste, written for these tests.
@Suite struct MinutesTests {
  static let splitter = MinutesSplitter(provinces: ["Lạng Sơn", "Cao Bằng", "Quảng Trị"])

  private static func kept(_ text: String) -> [MinutesCandidate] {
    splitter.read(text).candidates.filter { $0.score >= MinutesSplitter.keepingScore }
  }

  private static func titles(_ text: String) -> [String] { kept(text).map(\.title) }

  // MARK: - Styles

  private static let article = """
    Lạng Sơn: làm việc về công tác biên giới
    Sáng 12/5/2024, đoàn công tác của Bộ làm việc với lãnh đạo tỉnh Lạng Sơn.
    Các đại biểu dự buổi làm việc. (Ảnh: Mai Lan)
    Phát biểu tại buổi làm việc, Chủ tịch UBND tỉnh Nguyễn Văn A cho biết kim ngạch năm 2023 đạt 4,5 tỷ USD, tăng 8,7%.
    Tỉnh mong muốn Bộ hỗ trợ nâng cấp cửa khẩu Chi Ma; tạo điều kiện để tỉnh tổ chức hội chợ thương mại biên giới năm 2025.
    Bộ cũng giúp địa phương kết nối với các doanh nghiệp logistics của Hàn Quốc, Nhật Bản.
    Bộ trưởng Trần Văn B đánh giá cao sự chuẩn bị của tỉnh. Bộ trưởng đề nghị các đơn vị khẩn trương rà soát quy hoạch cửa khẩu, Bộ sẽ cung cấp thông tin thị trường hằng quý cho tỉnh.
    Bộ trưởng giao Cục Ngoại vụ tổng hợp các kiến nghị của tỉnh.
    """

  @Test func anArticleGivesWishesPromisesAndOrders() {
    let found = Self.kept(Self.article)
    #expect(
      found.map { "\($0.kind.rawValue) \($0.title)" } == [
        "event Sáng 12/5/2024, đoàn công tác của Bộ làm việc với lãnh đạo tỉnh Lạng Sơn",
        "request Hỗ trợ nâng cấp cửa khẩu Chi Ma",
        "request Tạo điều kiện để tỉnh tổ chức hội chợ thương mại biên giới năm 2025",
        "request Giúp địa phương kết nối với các doanh nghiệp logistics của Hàn Quốc, Nhật Bản",
        "instruction Rà soát quy hoạch cửa khẩu",
        "commitment Cung cấp thông tin thị trường hằng quý cho tỉnh",
        "instruction Tổng hợp các kiến nghị của tỉnh",
      ])
    #expect(found[4].direction == .ministerToUnits)
    #expect(found[5].direction == .ministryToProvince)
  }

  private static let numbered = """
    BIÊN BẢN LÀM VIỆC
    I. Kiến nghị của tỉnh Cao Bằng
    1. Đề nghị Bộ công bố cặp cửa khẩu Pò Peo - Nhạc Vu.
    2. Đề nghị Bộ hỗ trợ đào tạo
    cán bộ đối ngoại của tỉnh.
    II. Kết luận của Thứ trưởng
    1. Giao Cục Lãnh sự trả lời tỉnh trước ngày 24/3.
    2. Tỉnh cần hoàn thiện đề án và gửi Bộ trong quý II.
    """

  @Test func numberedMinutesGiveAPointEach() {
    #expect(
      Self.titles(Self.numbered) == [
        "Công bố cặp cửa khẩu Pò Peo - Nhạc Vu",
        "Hỗ trợ đào tạo cán bộ đối ngoại của tỉnh",
        "Cục Lãnh sự trả lời tỉnh trước ngày 24/3",
        "Hoàn thiện đề án và gửi Bộ trong quý II",
      ])
  }

  private static let dashed = """
    Tỉnh Quảng Trị đề nghị Bộ:
    - Hỗ trợ xây dựng khu kinh tế cửa khẩu Lao Bảo - Đensavan; bố trí cán bộ tham gia tổ công tác;
    + Kết nối tỉnh với Hiệp hội doanh nghiệp tại Thái Lan.
    - Giúp vận động nguồn viện trợ rà phá bom mìn giai đoạn 2025 - 2030.
    """

  @Test func dashedPointsAndSemicolonsGiveAMatterEach() {
    let found = Self.kept(Self.dashed)
    #expect(
      found.map(\.title) == [
        "Hỗ trợ xây dựng khu kinh tế cửa khẩu Lao Bảo - Đensavan",
        "Bố trí cán bộ tham gia tổ công tác",
        "Kết nối tỉnh với Hiệp hội doanh nghiệp tại Thái Lan",
        "Giúp vận động nguồn viện trợ rà phá bom mìn giai đoạn 2025 - 2030",
      ])
    #expect(found.allSatisfy { $0.kind == .request && $0.direction == .provinceToMinistry })
  }

  // MARK: - What is passed over, and what is not parted

  @Test(arguments: [
    "Quang cảnh buổi làm việc. (Ảnh: Minh Anh)", "Chủ tịch tỉnh phát biểu tại hội nghị. |",
    "Kinh tế của tỉnh phục hồi khá toàn diện trên các lĩnh vực.",
    "Bộ trưởng chúc mừng những thành tựu của tỉnh.", "Nguồn: https://example.org/tin-tuc",
    "Tỉnh đánh giá cao các đề xuất của Bộ.", "", "   \n \n",
  ])
  func reportsAndCaptionsAreNoMatters(line: String) {
    #expect(Self.titles("Tiêu đề của bài\n" + line) == [])
  }

  @Test(arguments: [
    ("Tỉnh đề nghị Bộ hỗ trợ 2.500 bộ thiết bị cho TP. Đông Hà.", 1),
    ("Tỉnh đề nghị Bộ trả lời trước ngày 24/3. Tỉnh đề nghị Bộ cử cán bộ hỗ trợ tỉnh.", 2),
    ("Tỉnh đề nghị Bộ giúp đào tạo, bồi dưỡng, cập nhật kiến thức đối ngoại.", 1),
    ("Tỉnh đề nghị Bộ công bố cửa khẩu Hoành Mô - Động Trung, Bắc Phong Sinh - Lý Hỏa...", 2),
    ("Tỉnh đề nghị Bộ mở rộng quan hệ với Hàn Quốc, Nhật Bản, Trung Quốc, Singapore.", 1),
    ("Tỉnh mong muốn Bộ thúc đẩy hợp tác với tỉnh Gangwon và Jeonnam.", 2),
  ])
  func aSentenceIsAsManyMattersAsCanBeClosedApart(sentence: String, count: Int) {
    #expect(Self.titles(sentence).count == count, "\(Self.titles(sentence))")
  }

  @Test func aPromiseWithinTheWishesOfAProvinceIsAWish() {
    let text = "Tỉnh mong muốn Bộ hỗ trợ quảng bá du lịch. Bộ sẽ cung cấp thông tin cho tỉnh."
    #expect(Self.kept(text).map(\.kind) == [.request, .request])
  }

  // MARK: - Ranges, points, limits

  @Test func everyRangeIsTheWordsInTheSource() {
    for text in [Self.article, Self.numbered, Self.dashed] {
      let reading = Self.splitter.read(text)
      let characters = Array(reading.text)
      for candidate in reading.candidates {
        let words = characters[candidate.range].split(whereSeparator: \.isWhitespace)
        #expect(words.map { String($0) }.joined(separator: " ") == candidate.text)
      }
    }
  }

  @Test func theLikeliestPointToSplitIsASemicolon() {
    let text = "hỗ trợ tỉnh, kết nối doanh nghiệp; mở đường bay và quảng bá"
    let points = Self.splitter.points(in: text)
    let words = points.map { place in String(Array(text)[place...].prefix(3)) }
    #expect(words == ["mở ", "kết", "và "])
  }

  @Test func whatControlsATerminalIsLeftOut() {
    let reading = Self.splitter.read(
      "Tỉnh đề nghị \u{1B}[31mBộ\u{1B}[0m hỗ trợ\u{7} đào tạo\u{202E} cán bộ.\r\nHết\u{1B}]0;x\u{7}."
    )
    #expect(reading.text == "Tỉnh đề nghị Bộ hỗ trợ đào tạo cán bộ.\nHết.")
  }

  @Test func aPasteOfMegabytesIsReadToTheCeiling() {
    let line = "Tỉnh đề nghị Bộ hỗ trợ đào tạo cán bộ.\n"
    let count = 10_000_000 / line.utf8.count
    let reading = Self.splitter.read(String(repeating: line, count: count))
    #expect(reading.text.unicodeScalars.count == MinutesSplitter.mostCharacters)
    #expect(
      reading.charactersLeftOut == count * line.unicodeScalars.count
        - MinutesSplitter.mostCharacters
    )
  }

  @Test(arguments: [
    ("một dòng", false), ("hai\ndòng", true), ("Câu một. Câu hai.", true), ("TP. Huế", false),
    ("cuối\n\n", false), ("24/3. 2.500", true),
  ])
  func severalLinesOrSentencesAreMinutes(text: String, isMinutes: Bool) {
    #expect(MinutesSplitter.isMinutes(text) == isMinutes)
  }

  @Test func decomposedTextIsReadLikeComposed() {
    let text =
      "Ti\u{309}nh đe\u{302}\u{300} nghi\u{323} Bo\u{302}\u{323} ho\u{302}\u{303} trợ đào tạo cán bộ"
    #expect(Self.kept(text).count == 1)
  }
}
