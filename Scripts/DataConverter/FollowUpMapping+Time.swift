internal import Model

extension FollowUpMapping {
  /// Adds the days of a record: when it was raised, its words, deadline, period and end.
  ///
  /// The source has one precision for all its dates: it goes to the deadline where there is one,
  /// else to the period, where "period" goes without saying.
  func addTime(of record: Value, to fields: inout Fields) {
    let dates = record["dates"]
    let target = dates["target_date"].text.flatMap(lastDay)
    let precision = dates["precision"].text.flatMap(DatePrecision.init)
    fields[.raisedOn] = dates["session_date"]
    fields[.dateWords] = dates["when_text"]
    fields[.recurrence] = dates["recurrence"]
    fields[.period] = .object([
      "from": dates["period_from"], "to": dates["period_to"],
      "precision": .text(target == nil && precision != .period ? precision?.rawValue : nil),
    ])
    if dates["period_from"].isEmpty { fields[.period] = .null }
    guard let target else { return }
    let date = PartialDate(target, precision: precision ?? .day)
    fields[.due] = Deadline(date, origin: .paper).value
    if ends(record) { fields[.doneOn] = date.value }
  }

  /// Whether the day meant is also the day it was done: an event or result that is over.
  private func ends(_ record: Value) -> Bool {
    guard record["status"].text == "done", let kind = record["kind"].text.flatMap(Kind.init)
    else { return false }
    switch kind {
    case .event, .result: return true
    case .request, .commitment, .instruction: return false
    }
  }

  /// The last day meant: `2020-02` is 29 February 2020.
  private func lastDay(_ text: String) -> Day? {
    Day(text) ?? Day(text + "-01")?.lastOfMonth
  }
}
