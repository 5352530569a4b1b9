internal import Model
internal import Vietnamese

/// Ratings, issues that were sent, chases and extensions in a sentence each, for the history and
/// for before → after.
struct RoundsValueText {
  private let registry: Registry
  private let language: Language
  private let dates: DeadlineText

  init(_ registry: Registry, _ language: Language) {
    self.registry = registry
    self.language = language
    dates = DeadlineText(language)
  }

  /// nil for a value of any other field.
  func text(_ value: Value, of field: Field) -> String? {
    if field == .ratings { return (try? Rating(value)).map(rating) }
    if field == .deliveries { return (try? Delivery(value)).map(delivery) }
    if field == .chases { return (try? Chase(value)).map(chase) }
    return field == .extensions ? (try? Extension(value)).map(extended) : nil
  }

  /// `năm 2023, Tỉnh: 2 đạt một phần; “chờ đối tác”; minh chứng: công văn 12`.
  func rating(_ rating: Rating) -> String {
    let mark = rating.mark.map { "\($0.rawValue) " + say($0.words) } ?? "—"
    let head = say(
      Words(
        "năm \(rating.year), \(rating.side.words.vi): ",
        "\(rating.year), \(rating.side.words.en): "))
    let evidence = rating.evidence.map { say(Words("minh chứng: ", "evidence: ")) + $0 }
    return ([head + mark] + [rating.comment.map { "“\($0)”" }, evidence].compactMap { $0 })
      .joined(separator: "; ")
  }

  /// `kỳ 07/2023 gửi ngày 28/07/2023, công văn 12`.
  func delivery(_ delivery: Delivery) -> String {
    let day = dates.day(delivery.sentOn)
    let text = Words(
      "kỳ \(delivery.issue.words.vi) gửi ngày \(day)",
      "issue \(delivery.issue.words.en) sent on \(day)")
    return ([say(text)] + [delivery.paper].compactMap { $0 }).joined(separator: ", ")
  }

  /// `03/10/2023 · công văn · → Vụ Đông Bắc Á`.
  func chase(_ chase: Chase) -> String {
    let channel = ChaseChannel(rawValue: chase.channel).map { say($0.words) } ?? chase.channel
    let reply = chase.replyBy.map {
      say(Words("cần trả lời trước ", "answer by ")) + dates.day($0)
    }
    let to = chase.to.map { "→ " + registry.name($0, in: .units, language: language) }
    return [dates.day(chase.on), channel, to, chase.paper, reply].compactMap { $0 }
      .joined(separator: " · ")
  }

  private func extended(_ moved: Extension) -> String {
    let to = moved.to.map(dates.date) ?? say(Words("không có hạn", "no deadline"))
    return ([dates.date(moved.from) + " → " + to, moved.reason] + [moved.paper].compactMap { $0 })
      .joined(separator: "; ")
  }

  private func say(_ words: Words) -> String { words(language) }
}
