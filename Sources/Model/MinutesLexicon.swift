/// The words by which Vietnamese official prose asks, promises, orders and reports.
struct MinutesLexicon: Sendable {
  /// Who says or is to do something.
  enum Side: Hashable, Sendable {
    case province, ministry, units, both
  }

  private let provinces: [[String]]

  init(provinces: [String]) {
    self.provinces = provinces.map { MinutesLexicon.syllables($0) }.filter { !$0.isEmpty }
  }

  static func syllables(_ phrase: String) -> [String] {
    phrase.lowercased().split(separator: " ").map { String($0) }
  }

  /// How many words of the first phrase that stands at `index`; the longest counts.
  static func length(
    _ phrases: [[String]], _ words: some RandomAccessCollection<MinutesWord>, at index: Int
  ) -> Int {
    var best = 0
    let words = words as? ArraySlice<MinutesWord> ?? ArraySlice(words)
    for phrase in phrases where phrase.count > best && index + phrase.count <= words.endIndex {
      let isThere = phrase.indices.allSatisfy { place in
        words[index + place].text == phrase[place]
          && (place == phrase.count - 1
            || words[index + place].after.isEmpty && words[index + place + 1].before.isEmpty)
      }
      if isThere { best = phrase.count }
    }
    return best
  }

  private static func table(_ text: String) -> [[String]] {
    text.split(separator: ",").map { syllables(String($0)) }
  }

  // MARK: - Tables

  static let asking = table(
    "đề nghị, kiến nghị, đề xuất, mong muốn, mong, rất mong, mong rằng, nhờ, xin, yêu cầu, trân trọng đề nghị"
  )
  static let ordering = table(
    """
    giao,giao cho,phân công,chỉ đạo,lưu ý,yêu cầu,đề nghị,ủy quyền,giao nhiệm vụ
    """)
  static let promising = table(
    """
    sẽ,cam kết,sẵn sàng,nhận,bảo đảm sẽ,đồng hành,tiếp tục đồng hành
    """)
  static let duties = table(
    """
    cần,cần phải,phải,có trách nhiệm,chủ động,tập trung,khẩn trương,tiếp tục
    """)
  static let agreeing = table("thống nhất, nhất trí, đồng ý, đồng tình")
  /// What introduces the words of somebody, and reports by itself.
  static let saying = table(
    "cho biết, khẳng định, nhấn mạnh, cho rằng, chia sẻ, phát biểu, đánh giá, bày tỏ, thông tin, báo cáo, kết luận, trả lời, trao đổi, nêu, tin tưởng, chúc mừng, cảm ơn, ghi nhận, tiếp thu"
  )
  /// What tells what something is for: what follows is no matter of its own.
  static let purposes = table(
    "nhằm, để, qua đó, từ đó, góp phần, phục vụ, nhờ đó, bởi, vì, do, giúp cho, tạo cơ sở, làm cơ sở, hướng tới, đáp ứng, theo đúng"
  )
  /// What singles something out of what was said before.
  static let stresses = table(
    "nhất là, đặc biệt là, đặc biệt, trước mắt, trước mắt là, trước hết là, trong đó, trong đó có, bao gồm"
  )
  static let links = table(
    """
    đồng thời,và,cũng như,bên cạnh đó,ngoài ra,cùng với đó,song song với đó,mặt khác
    """)
  static let joiners: Set<String> = ["và", "cùng", "hoặc"]

  /// With what a matter begins.
  static let acts = table(
    """
    hỗ trợ,giúp,giúp đỡ,tạo điều kiện,tạo thuận lợi,cung cấp,giới thiệu,thúc đẩy,tăng cường,mở rộng,\
    đẩy mạnh,phối hợp,xây dựng,hoàn thiện,hoàn thành,rà soát,tổng hợp,triển khai,thực hiện,công bố,\
    nâng cấp,mở đường,mở ra,mở thêm,tổ chức,thu hút,kết nối,quảng bá,đào tạo,bồi dưỡng,tận dụng,quản lý,bảo vệ,bảo tồn,\
    vận động,thiết lập,ký kết,ký,tìm kiếm,tìm,nắm,nắm bắt,nắm chắc,khai thông,khơi thông,đa dạng hóa,\
    tham mưu,nghiên cứu,đón,đăng,gửi,lập,báo cáo,kiểm tra,đôn đốc,theo dõi,bố trí,ban hành,\
    tiếp cận,xúc tiến,cập nhật,xác minh,thẩm tra,cảnh báo,tháo gỡ,giải quyết,khắc phục,\
    nâng cao,củng cố,phát huy,phát triển,khai thác,duy trì,tham gia,chuẩn bị,ủng hộ,trao đổi,\
    chia sẻ,thông tin,hướng dẫn,tư vấn,mời,thông báo,khảo sát,hướng đến,kêu gọi,đồng hành,tranh thủ,\
    cử,bàn giao,thí điểm,xử lý,đưa,làm tốt,kiên định,tiếp tục,quan tâm,chỉ đạo,đặt hàng,\
    thu xếp,đàm phán,thống nhất,ưu tiên,sớm,tìm đúng,tính đến,quán triệt,bảo hộ,khuyến khích,thành lập,\
    điều chỉnh,bổ sung,sửa đổi,phê duyệt,thẩm định,chủ trì,đề xuất,góp ý,lấy ý kiến,công nhận,\
    giữ vững,ứng phó,liên hệ,đề cử,đăng cai,nhân rộng,đổi mới,cải thiện,định hướng
    """)
  /// Verbs that say little by themselves: what follows them is the matter.
  static let light = table(
    """
    quan tâm,chỉ đạo,tiếp tục,sớm,chủ động,cũng,cùng,tích cực,khẩn trương,kịp thời,ngay,\
    trước hết
    """)

  static let provincial = table(
    """
    tỉnh,thành phố,địa phương,ubnd tỉnh,bí thư,bí thư tỉnh ủy,chủ tịch ubnd,chủ tịch ubnd tỉnh,\
    phó chủ tịch,phó bí thư,quyền chủ tịch,sở ngoại vụ,lãnh đạo tỉnh,tỉnh ủy,hđnd tỉnh,thành ủy,\
    ubnd,sở,người đứng đầu tỉnh ủy,văn phòng tỉnh ủy,ban thường vụ,chủ tịch
    """)
  static let ministerial = table(
    """
    bộ,bộ ngoại giao,bộ trưởng,thứ trưởng,trợ lý bộ trưởng,lãnh đạo bộ,đồng chí bộ trưởng,ngành ngoại giao,\
    đoàn công tác bộ,phía bộ,ngành
    """)
  static let unitNames = table(
    """
    các đơn vị,đơn vị,cục,vụ,cục ngoại vụ,các cục,các vụ,cơ quan đại diện,trưởng cơ quan đại diện,đại sứ quán,\
    các đại sứ,tổng lãnh sự quán,các cơ quan,ủy ban biên giới quốc gia,viện,học viện,văn phòng bộ
    """)
  static let joint = table("hai bên,các bên,hai phía,đôi bên,bộ và tỉnh")

  /// Words before a cue that make a noun of it: *các đề xuất*, *hồ sơ đề nghị*.
  static let determiners: Set<String> = [
    "các", "những", "với", "mọi", "sơ", "theo", "bản", "thư", "từ", "sự", "công", "nội", "dung",
    "số", "đơn",
    "tất", "hai", "ba", "nhiều", "một", "được", "vào",
  ]

  // MARK: - Asking the tables

  func side(_ words: ArraySlice<MinutesWord>, at index: Int) -> (side: Side, length: Int)? {
    // "nhiệm vụ", "cán bộ" and "cơ sở" are nobody: names of one syllable have a capital.
    let isSmall =
      !words[index].isCapital
      && ["bộ", "cục", "vụ", "sở", "viện", "ubnd", "chủ"].contains(words[index].text)
    if isSmall { return nil }
    let found: [(Side, Int)] = [
      (.units, MinutesLexicon.length(MinutesLexicon.unitNames, words, at: index)),
      (.both, MinutesLexicon.length(MinutesLexicon.joint, words, at: index)),
      (.ministry, MinutesLexicon.length(MinutesLexicon.ministerial, words, at: index)),
      (.province, MinutesLexicon.length(MinutesLexicon.provincial, words, at: index)),
      (.province, MinutesLexicon.length(provinces, words, at: index)),
    ]
    guard let best = found.max(by: { $0.1 < $1.1 }), best.1 > 0 else { return nil }
    return (best.0, best.1)
  }

  func beginsAct(_ words: some RandomAccessCollection<MinutesWord>, at index: Int) -> Bool {
    actLength(words, at: index) > 0
  }

  /// An act and not a thing of the same name: something follows it.
  func actLength(_ words: some RandomAccessCollection<MinutesWord>, at index: Int) -> Int {
    let words = words as? ArraySlice<MinutesWord> ?? ArraySlice(words)
    let length = MinutesLexicon.length(MinutesLexicon.acts, words, at: index)
    guard length > 0, index + length < words.endIndex, words[index + length - 1].after.isEmpty
    else { return 0 }
    let isThing =
      index > words.startIndex && words[index - 1].after.isEmpty
      && MinutesLexicon.determiners.contains(words[index - 1].text)
    return isThing ? 0 : length
  }

  /// The words from the first act on, a borrowed verb before them where they have none.
  func title(
    of words: [MinutesWord], characters: [Character], borrowing verb: [String]
  ) -> String {
    guard let last = words.last else { return "" }
    var start = 0
    while start < words.count {
      let step = max(
        MinutesLexicon.length(MinutesLexicon.links, words, at: start),
        MinutesLexicon.length(MinutesLexicon.stresses, words, at: start),
        MinutesLexicon.length(MinutesLexicon.light, words, at: start))
      // "tiếp tục" and the like go only where an act follows.
      guard step > 0, start + step < words.count else { break }
      if MinutesLexicon.length(MinutesLexicon.light, words, at: start) == step,
        !beginsAct(words, at: start + step)
      {
        break
      }
      start += step
    }
    var text = MinutesText.plain(
      characters, words[start].range.lowerBound..<last.range.upperBound)
    if !verb.isEmpty, !beginsAct(words, at: start) {
      text = verb.joined(separator: " ") + " " + text
    }
    return MinutesLexicon.sentenceCase(text)
  }

  static func sentenceCase(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
