internal import Model
internal import Terminal
internal import Vietnamese

/// What the triage screen says of a record, line by line.
struct TriageText {
  private let state: AppState
  private let details: DetailText
  private let width: Int
  /// Whether groups of lines are parted by an empty one.
  private let isSpaced: Bool

  static let labelWidth = 16

  init(_ state: AppState, width: Int, isSpaced: Bool) {
    self.state = state
    details = DetailText(state)
    self.width = width
    self.isSpaced = isSpaced
  }

  func lines(_ followUp: FollowUp, _ triage: TriageScreen) -> [[Span]] {
    let gap: [[Span]] = isSpaced ? [[]] : []
    var lines = head(followUp, triage) + gap
    lines += Need.fiveClear.flatMap { mark($0, followUp) }
    let facts = facts(followUp)
    return facts.isEmpty ? lines : lines + gap + facts
  }

  private func style(_ role: Role) -> Style { state.theme.style(role) }
  private func say(_ words: Words) -> String { words(state.language) }

  // MARK: - Head

  private func head(_ followUp: FollowUp, _ triage: TriageScreen) -> [[Span]] {
    let category = details.name(followUp.category, .categories)
    let about = [say(followUp.kind.words), say(followUp.direction.words), category]
    var first = [
      Span(text: followUp.code + "  ", style: style(.accent).bold),
      Span(text: about.joined(separator: " · "), style: style(.dim)),
    ]
    if triage.state != .waiting {
      first.append(Span(text: "  " + say(triage.state.words), style: style(.done)))
    }
    let title = TextWidth.wrap(followUp.title.prefix(1000), to: width)
    var lines = [first] + title.map { [Span(text: $0, style: style(.strong))] }
    if state.language == .en, let english = followUp.titleEn {
      lines += TextWidth.wrap(english, to: width).map { [Span(text: $0, style: style(.dim))] }
    }
    return lines
  }

  // MARK: - The five marks

  private func mark(_ need: Need, _ followUp: FollowUp) -> [[Span]] {
    let isMissing = FiveClear(followUp).lacks(need)
    let text = isMissing ? missing(need, followUp) : there(need, followUp)
    return field(
      need.clearWords, (isMissing ? "○ " : "● ") + text, style(isMissing ? .soon : .done),
      hanging: 2)
  }

  private func missing(_ need: Need, _ followUp: FollowUp) -> String {
    switch need {
    case .person, .lead:
      guard let lead = followUp.lead else {
        return say(Words("chưa có cơ quan chủ trì", "no lead unit yet"))
      }
      return details.name(lead.unit, .units)
        + say(Words("  (dự kiến — chưa ai xác nhận)", "  (proposed — nobody has confirmed it)"))
    case .work: return say(Words("chưa có nội dung", "no title yet"))
    case .time, .due:
      let recurrence = followUp.recurrence.map { " (" + say($0.words) + ")" } ?? ""
      return say(Words("chưa có hạn", "no deadline yet")) + recurrence + emphasis(followUp)
    case .result: return say(Words("chưa ghi kết quả mong đợi", "no expected result yet"))
    case .responsibility: return say(Words("chưa có cán bộ theo dõi", "no officer yet"))
    }
  }

  private func emphasis(_ followUp: FollowUp) -> String {
    guard let words = followUp.emphasis, followUp.priority == nil else { return "" }
    let priority = Emphasis.priority(suggestedBy: words)
    return say(
      Words(
        "  bài nhấn mạnh “\(words)”: nên đặt mức \(priority.words.vi)",
        "  stressed by “\(words)”: priority \(priority.words.en) suggests itself"))
  }

  private func there(_ need: Need, _ followUp: FollowUp) -> String {
    switch need {
    case .person, .lead: return followUp.lead.map { details.name($0.unit, .units) } ?? "—"
    case .work: return say(Words("đã nêu ở tên mục", "as the title says"))
    case .time, .due:
      if let due = followUp.due {
        let deadline = followUp.deadlineFacts(status: state.register.status(of: followUp))
          .state(on: state.today, limits: state.context.limits)
        let standing = deadline == .off ? "" : " · " + details.words.full(deadline)
        return details.words.date(due.date) + standing
      }
      if let reason = followUp.noDeadlineReason {
        return say(Words("chưa có hạn: ", "no deadline: ")) + reason
      }
      return followUp.recurrence.map { say($0.words) } ?? "—"
    case .result: return followUp.expectedResult ?? "—"
    case .responsibility: return followUp.officer ?? "—"
    }
  }

  // MARK: - What else helps to decide

  private func facts(_ followUp: FollowUp) -> [[Span]] {
    var lines: [[Span]] = []
    if let question = followUp.toConfirm {
      lines += field(Field.toConfirm.words, "! " + question, style(.soon), hanging: 2)
    }
    let isEmphasised = followUp.priority != nil || followUp.due != nil
    let rows: [(Words, String?)] = [
      (Field.coordinating.words, details.names(followUp.coordinating, .units)),
      (
        Field.counterparts.words,
        followUp.counterparts.map { details.name($0.counterpart, .counterparts) }
          .joined(separator: "; ")
      ),
      (Field.alsoProvinces.words, details.names(followUp.alsoProvinces, .provinces)),
      (Field.priority.words, followUp.priority.map { say($0.words) }),
      (Field.emphasis.words, isEmphasised ? followUp.emphasis.map { "“\($0)”" } : nil),
      (Field.dateWords.words, followUp.dateWords.map { "“\($0)”" }),
      (Field.sources.words, followUp.sources.map(details.source).joined(separator: "; ")),
    ]
    for case (let label, let text?) in rows where !text.isEmpty {
      lines += field(label, text, style(.text))
    }
    return lines
  }

  /// What is like it: always a line, so that nothing moves when it was found.
  func similar(_ triage: TriageScreen) -> [[Span]] {
    let label = TextWidth.pad(say(Words("Có thể trùng", "Like")), to: TriageText.labelWidth)
    guard let similar = triage.similar, !similar.isEmpty else {
      let none = Words("không thấy mục nào giống", "nothing like it was found")
      return [
        [
          Span(text: label, style: style(.dim)),
          Span(text: triage.similar == nil ? "…" : say(none), style: style(.dim)),
        ]
      ]
    }
    return similar.enumerated().map { index, other in
      let percent = "  " + say(Words("\(other.percent) % giống", "\(other.percent) % alike"))
      let room = width - TriageText.labelWidth - TextWidth.columns(of: percent)
      let name = TextWidth.cut(other.code + "  " + other.title, to: max(8, room))
      let blank = String(repeating: " ", count: TriageText.labelWidth)
      return [
        Span(text: index == 0 ? label : blank, style: style(.dim)),
        Span(text: name, style: style(.text)), Span(text: percent, style: style(.soon)),
      ]
    }
  }

  /// A label and its text beside it; further lines are set in by `hanging` more.
  private func field(
    _ label: Words, _ text: String, _ textStyle: Style, hanging: Int = 0
  ) -> [[Span]] {
    let room = max(8, width - TriageText.labelWidth - hanging)
    return TextWidth.wrap(text, to: room).enumerated().map { index, line in
      let name = index == 0 ? say(label) : ""
      let indent = String(repeating: " ", count: index == 0 ? 0 : hanging)
      return [
        Span(text: TextWidth.pad(name, to: TriageText.labelWidth), style: style(.dim)),
        Span(text: indent + line, style: textStyle),
      ]
    }
  }
}
