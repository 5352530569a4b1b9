package import Model
package import Vietnamese

/// What is said of deadlines that are counted from an event's day.
package struct EventText: Sendable {
  private let language: Language

  package init(_ language: Language) { self.language = language }

  /// `30 ngày trước`, `2 tuần sau`.
  package func span(_ span: EventOffset.Span) -> String {
    let count = Int(span.count.magnitude)
    let unit: Words =
      switch span.unit {
      case .day: Words("ngày", count == 1 ? "day" : "days")
      case .week: Words("tuần", count == 1 ? "week" : "weeks")
      case .workingDay: Words("ngày làm việc", count == 1 ? "working day" : "working days")
      }
    let side = span.count > 0 ? Words("sau", "after") : Words("trước", "before")
    return "\(count) \(unit(language)) \(side(language))"
  }

  /// `30 ngày trước QN23-24 (chưa rõ ngày)`, or with the day.
  package func due(
    _ offset: EventOffset, code: String, day: Day?, hasWeekday: Bool = false
  ) -> String {
    let text = span(offset.span) + " " + code
    guard let day else {
      return text + Words(" (chưa rõ ngày)", " (day not known)")(language)
    }
    let dates = DeadlineText(language)
    return (hasWeekday ? dates.dayAndWeekday(day) : dates.day(day)) + " (" + text + ")"
  }

  /// For a list's column, of a deadline whose event has no day: `theo QN23-24`.
  package static func brief(_ code: String) -> Words { Words("theo \(code)", "by \(code)") }

  /// `Sự kiện QN23-24 dời ngày 15/05/2023 → 20/05/2023; việc theo đó:`
  package func head(_ move: EventMove) -> String {
    let words = DeadlineText(language)
    let old = move.from.map(words.day) ?? "—"
    let new = words.day(move.to)
    return Words(
      "Sự kiện \(move.code): \(old) → \(new). Hạn tính theo đó:",
      "Event \(move.code): \(old) → \(new). Deadlines that go with it:")(language)
  }

  /// `QN23-23  16/04/2023 → 20/04/2023  (30 ngày trước QN23-24)`.
  package func line(_ line: EventMove.Line, of move: EventMove) -> String {
    let words = DeadlineText(language)
    let span = line.span.map { "  (" + self.span($0) + " " + move.code + ")" } ?? ""
    return "\(line.code)  \(line.old.map(words.day) ?? "—") → \(words.day(line.new))" + span
  }

  /// What the history keeps.
  package func reason(_ move: EventMove) -> String {
    Words(
      "theo ngày mới của sự kiện \(move.code)", "by the new day of the event \(move.code)")(
        language)
  }

  package func howToApply(_ move: EventMove) -> String {
    Words(
      "Chưa dời gì; dời tất cả: dondoc follow \(move.code)",
      "Nothing was moved; to move them all: dondoc follow \(move.code)")(language)
  }

  static let ring = Words(
    "Hạn không thể tính vòng lại chính nó: sự kiện ấy tính theo mục này.",
    "A deadline cannot be counted from itself: that event is counted from this record.")

  package static func nothingFollows(_ code: String) -> Words {
    Words(
      "Không có hạn nào phải dời theo \(code).", "No deadline has to go with \(code).")
  }

  package static func noDay(_ code: String) -> Words {
    Words(
      "\(code) chưa có ngày cụ thể, nên không dời hạn nào theo.",
      "\(code) has no day yet, so no deadline goes with it.")
  }
}

extension CommandWords {
  package static let noPaperHere = Words(
    "Hạn tính theo sự kiện không kèm --paper; ghi văn bản vào --reason.",
    "A deadline counted from an event takes no --paper; name the paper in --reason.")
}

extension EventFault {
  package func words(_ code: String) -> Words {
    switch self {
    case .notAnEvent:
      Words("\(code) không phải là sự kiện.", "\(code) is no event.")
    case .binned:
      Words("\(code) đang trong thùng rác.", "\(code) is in the bin.")
    case .merged:
      Words(
        "\(code) đã gộp vào mục khác; tính từ mục ấy.",
        "\(code) is merged into another record; count from that one.")
    case .notPursued:
      Words("\(code) không diễn ra nữa.", "\(code) will not take place.")
    }
  }
}
