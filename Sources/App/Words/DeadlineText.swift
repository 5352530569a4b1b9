package import Model
package import Vietnamese

/// A deadline and its state as people read them.
package struct DeadlineText: Sendable {
  private let language: Language

  package init(_ language: Language) { self.language = language }

  /// The date as exactly as it is known: `31/12/2023`, `8/2020`, `năm 2023`.
  package func date(_ date: PartialDate) -> String {
    switch date.precision {
    case .day, .period, .relative: day(date.day)
    case .month: DateFormat.month(date.day.civil.month, of: date.day.year, language)
    case .year: Words("năm \(date.day.year)", "in \(date.day.year)")(language)
    }
  }

  package func day(_ day: Day) -> String {
    DateFormat.day(day.civil, language)
  }

  package func dayAndWeekday(_ day: Day) -> String {
    DateFormat.dayWithWeekday(day.civil, language)
  }

  /// For the list's last column, with the shape that says it without colour; at most 15 columns
  /// but for `event`: the code of that which a deadline without a day is counted from.
  package func brief(
    _ state: DeadlineState, due: PartialDate?, event: String? = nil
  ) -> String {
    switch state {
    case .overdue(let days): Words("▲ quá \(days) ngày", "▲ \(days) d overdue")(language)
    case .dueToday: Words("◆ hôm nay", "◆ today")(language)
    case .dueSoon(let days): Words("◆ còn \(days) ngày", "◆ \(days) d left")(language)
    case .within, .none, .off, .doneInTime:
      "  " + (due.map(date) ?? event.map { EventText.brief($0)(language) } ?? "—")
    case .doneLate(let days): Words("  trễ \(days) ngày", "  \(days) d late")(language)
    case .periodic: Words("↻ định kỳ", "↻ periodic")(language)
    }
  }

  /// The whole sentence for the detail pane.
  package func full(_ state: DeadlineState) -> String {
    switch state {
    case .none: Words("chưa có hạn", "no deadline")(language)
    case .within(let days):
      Words("trong hạn, còn \(days) ngày", "in time, \(days) days left")(language)
    case .dueSoon(let days):
      Words("◆ sắp đến hạn, còn \(days) ngày", "◆ due soon, \(days) days left")(language)
    case .dueToday: Words("◆ đến hạn hôm nay", "◆ due today")(language)
    case .overdue(let days): Words("▲ quá hạn \(days) ngày", "▲ overdue by \(days) days")(language)
    case .doneInTime: Words("hoàn thành đúng hạn", "done in time")(language)
    case .doneLate(let days):
      Words("hoàn thành quá hạn \(days) ngày", "done \(days) days late")(language)
    case .periodic(let days):
      Words("↻ định kỳ, kỳ tới còn \(days) ngày", "↻ periodic, next in \(days) days")(language)
    case .off: "—"
    }
  }
}
