/// Words for the parts of made-up records that the real ones leave empty.
enum SampleWords {
  static let authors = ["an.nv", "binh.tt", "chi.lt", "dung.pq", "ha.dt", "khanh.vm", "linh.nt"]

  static let officers = [
    "Nguyễn Văn An", "Trần Thị Bình", "Lê Thị Chi", "Phạm Quốc Dũng", "Đỗ Thu Hà",
    "Vũ Minh Khánh", "Nguyễn Thùy Linh", "Hoàng Đức Long", "Bùi Thị Ngọc", "Đặng Hữu Phúc",
  ]

  /// Ends of titles.
  static let endings = [
    "", "", "", " – giai đoạn tiếp theo", " – đợt 2", " – phần việc của Sở Ngoại vụ",
    " theo kết luận buổi làm việc", " (bổ sung)", " – rà soát giữa kỳ", " – kiến nghị lần hai",
  ]

  static let notes = [
    "Đã trao đổi qua điện thoại với đầu mối của Bộ.", "Chờ ý kiến Ủy ban nhân dân tỉnh.",
    "Đối tác đề nghị lùi thời gian làm việc.", "Đã gửi dự thảo để lấy ý kiến các đơn vị.",
    "Cơ quan đại diện đã tiếp xúc đối tác, đang chờ trả lời.",
    "Đề nghị Sở Ngoại vụ cung cấp thêm hồ sơ.",
  ]

  static let results = [
    "Đã có công văn trả lời.", "Đã tổ chức đoàn công tác.", "Đã ký bản ghi nhớ.",
    "Đã cung cấp thông tin và danh sách đối tác.", "Đã giải trình tại buổi rà soát.",
  ]

  static let reasons = [
    "Không thuộc thẩm quyền của Bộ.", "Đối tác không còn quan tâm.", "Trùng với chương trình khác.",
    "Chưa bố trí được kinh phí.",
  ]

  static let tags = ["ưu tiên", "đoàn 2026", "họp giao ban", "cần báo cáo", "kinh tế biển"]

  static let channels = ["công văn", "điện thoại", "thư điện tử", "họp"]
}
