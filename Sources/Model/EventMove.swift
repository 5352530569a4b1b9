/// What follows where an event gets a new day: new deadlines for what is counted from it or serves
/// it.
package struct EventMove: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package var address: RecordAddress
    package var place: RowPlace
    package var code: String
    package var old: Day?
    package var new: Day
    /// nil for what only serves the event: its distance is kept.
    package var span: EventOffset.Span?
  }

  /// The event's key and code.
  package var event: String
  package var code: String
  package var from: Day?
  package var to: Day
  package var lines: [Line]
  /// Years, ascending, whose holidays were needed and are not known.
  package var yearsWithoutHolidays: [Int] = []

  /// nil where nothing follows. Linear in the records.
  package init?(
    _ event: FollowUp, from: Day?, to: Day, in register: Register, isWorked: (Day) -> Bool?
  ) {
    (self.event, code, self.from, self.to, lines) = (event.key, event.code, from, to, [])
    let served = Set(event.links.filter { $0.relation == .servedBy }.map(\.to))
    var years: Set<Int> = []
    for (slot, chunk) in register.chunks.enumerated() {
      guard let chunk else { continue }
      for (index, row) in chunk.rows.enumerated() where row.status.isOpen {
        let isCounted = row.dueSpan != nil && chunk.dueEvent(row) == event.key
        let serves = !served.isEmpty && row.dueSpan == nil && served.contains(chunk.key(row))
        guard isCounted || serves else { continue }
        guard let (day, unknown) = EventMove.day(row, from, to, isWorked), day != row.due else {
          continue
        }
        years.formUnion(unknown)
        lines.append(
          Line(
            address: RecordAddress(slot: slot, key: chunk.key(row)),
            place: RowPlace(slot: slot, index: index), code: chunk.code(row), old: row.due,
            new: day, span: isCounted ? row.dueSpan : nil))
      }
    }
    yearsWithoutHolidays = years.sorted()
    guard !lines.isEmpty else { return nil }
  }

  /// What is counted from the event is counted anew; what only serves it keeps its distance, or,
  /// without a deadline, is offered the event's own day.
  private static func day(
    _ row: Row, _ from: Day?, _ to: Day, _ isWorked: (Day) -> Bool?
  ) -> (Day, [Int])? {
    if let span = row.dueSpan { return span.day(from: to, isWorked: isWorked) }
    guard let due = row.due else { return (to, []) }
    guard let from else { return nil }
    return (Day(ordinal: due.ordinal + to.ordinal - from.ordinal), [])
  }

  /// The change of all of them, in one batch.
  package func action(reason: String, on day: Day) -> Action {
    .follow(
      EventFollowing(
        event: event,
        days: Dictionary(lines.map { ($0.address.key, $0.new) }) { first, _ in first },
        reason: reason, on: day))
  }
}

/// Deadlines that go with an event, by the keys of their records.
package struct EventFollowing: Hashable, Sendable {
  package var event: String
  package var days: [String: Day]
  package var reason: String
  package var on: Day

  /// The deadline of the record; nil where it is counted from another event by now.
  func deadline(of followUp: FollowUp) -> Deadline? {
    guard let day = days[followUp.key] else { return nil }
    guard let offset = followUp.dueEvent else {
      return Deadline(PartialDate(day), origin: .officer)
    }
    guard offset.event == event else { return nil }
    var deadline = Deadline(PartialDate(day, precision: .relative), origin: .officer)
    deadline.event = offset
    return deadline
  }
}

extension Record {
  /// The day its deadline has since the newest change, and the one before it; nil where that change
  /// was of something else, or left no day.
  package var movedDue: (from: Day?, to: Day)? { changes.last.flatMap(Record.movedDue) }

  /// The same of the newest change that moved it.
  package var lastMovedDue: (from: Day?, to: Day)? {
    changes.reversed().lazy.compactMap(Record.movedDue).first
  }

  private static func movedDue(_ change: Change) -> (from: Day?, to: Day)? {
    for case .set(let field, let from, let to) in change.edits
    where field == Field.due.rawValue {
      let old = from["date"].text.flatMap { Day($0) }
      guard let new = to["date"].text.flatMap({ Day($0) }), old != new else { return nil }
      return (old, new)
    }
    return nil
  }
}
