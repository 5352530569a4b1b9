extension Command {
  /// The lines in help of the keys that reviews have.
  var reviewSummary: Words { reviewWords.summary }

  var reviewHint: Words { reviewWords.hint }

  /// Empty for a command of other screens.
  private var reviewWords: (summary: Words, hint: Words) {
    switch ReviewStep(rawValue: rawValue) {
    case .rate:
      (
        Words(
          "1 đạt, 2 một phần, 3 chưa đạt, 4 chuyển năm sau, 5 dừng",
          "1 met, 2 partly, 3 not met, 4 to next year, 5 stop"), Words("đánh giá", "rate")
      )
    case .switchSide:
      (Words("Đổi bên đánh giá: tỉnh, Bộ", "The other side rates"), Words("đổi bên", "side"))
    case .comment: (Words("Nhận xét", "Comment"), Words("nhận xét", "comment"))
    case .addEvidence: (Words("Minh chứng", "Evidence"), Words("minh chứng", "evidence"))
    case .nextTask:
      (Words("Mục sau chưa đánh giá", "The next task not rated"), Words("mục sau", "next"))
    case .previousTask:
      (
        Words("Mục trước chưa đánh giá", "The previous task not rated"),
        Words("mục trước", "previous")
      )
    case .taskDown: (Words("Xuống một mục", "Down one task"), Words("xuống", "down"))
    case .taskUp: (Words("Lên một mục", "Up one task"), Words("lên", "up"))
    case .onlyDifferences:
      (
        Words("Chỉ mục hai bên khác nhau", "Only where the sides differ"),
        Words("khác nhau", "differ")
      )
    case .closeYear:
      (
        Words("Khóa kỳ rà soát (hỏi lại)", "Close the review (asks first)"),
        Words("khóa kỳ", "close")
      )
    case .copyYear:
      (
        Words("Chép kỳ đã khóa làm kế hoạch năm sau", "Copy the closed year as the next plan"),
        Words("chép sang năm sau", "copy to next year")
      )
    case .leaveReview:
      (Words("Nghỉ, lần sau làm tiếp", "Leave, to go on another time"), Words("nghỉ", "leave"))
    case nil:
      (
        Words("Rà soát chương trình của mục này", "Review the programme of this record"),
        Words("rà soát", "review")
      )
    }
  }
}
