package import Vietnamese

/// A date as exactly as it is known, held by its last day.
package struct PartialDate: Hashable, Sendable {
  /// The last day of what was meant: 31/12 for a year, the month's last day for a month.
  package var day: Day
  package var precision: DatePrecision

  package init(_ day: Day, precision: DatePrecision = .day) {
    self.day = day
    self.precision = precision
  }
}

/// The day by which something is owed.
package struct Deadline: Hashable, Sendable {
  package var date: PartialDate
  package var origin: DueOrigin
  /// What it is counted from, where that is an event.
  package var event: EventOffset?

  package init(_ date: PartialDate, origin: DueOrigin) {
    self.date = date
    self.origin = origin
  }
}

extension Deadline {
  /// A deadline that a person types, as exactly as it is typed; nil for "no date".
  package init?(_ typed: DateInput.Value) {
    guard let last = typed.lastDay else { return nil }
    let precision: DatePrecision =
      switch typed {
      case .noDate, .day: .day
      case .month: .month
      case .year: .year
      }
    self.init(PartialDate(Day(last), precision: precision), origin: .officer)
  }
}

/// How a record stands to its deadline: derived, never stored. Source: domain.md §5.
package enum DeadlineState: Hashable, Sendable {
  /// No deadline was set, or it cannot be told whether it was kept.
  case none
  case within(days: Int)
  case dueSoon(days: Int)
  case dueToday
  case overdue(days: Int)
  case doneInTime
  case doneLate(days: Int)
  /// Falls due again and again; `days` to the next time.
  case periodic(days: Int)
  /// Paused, carried over, not pursued or merged.
  case off

  /// The name in `--json`.
  package var name: String {
    switch self {
    case .none: "none"
    case .within: "within"
    case .dueSoon: "dueSoon"
    case .dueToday: "dueToday"
    case .overdue: "overdue"
    case .doneInTime: "doneInTime"
    case .doneLate: "doneLate"
    case .periodic: "periodic"
    case .off: "off"
    }
  }

  /// Days left, days late, or 0 on the day itself; nil where there is nothing to count.
  package var days: Int? {
    switch self {
    case .none, .doneInTime, .off: nil
    case .dueToday: 0
    case .within(let days), .dueSoon(let days), .overdue(let days), .doneLate(let days),
      .periodic(let days):
      days
    }
  }
}

/// How many days before a deadline it counts as near.
package struct DueSoonLimits: Hashable, Sendable {
  package var usual = 7
  package var events = 30

  package init(usual: Int = 7, events: Int = 30) {
    self.usual = usual
    self.events = events
  }

  package func days(for kind: Kind) -> Int {
    switch kind {
    case .event: events
    case .request, .commitment, .instruction, .result: usual
    }
  }
}

/// The facts a deadline state follows from, and nothing else.
package struct DeadlineFacts: Hashable, Sendable {
  package var status: Status
  package var kind: Kind
  package var due: Day?
  package var doneOn: Day?
  package var recurrence: Recurrence?

  package init(status: Status, kind: Kind, due: Day?, doneOn: Day?, recurrence: Recurrence?) {
    self.status = status
    self.kind = kind
    self.due = due
    self.doneOn = doneOn
    self.recurrence = recurrence
  }

  /// The state on `today`. Source: domain.md §5, rules 1 to 5.
  package func state(on today: Day, limits: DueSoonLimits) -> DeadlineState {
    if status.stopsTheClock { return .off }
    if status == .done || status == .closed { return stateWhenDone }
    guard let due else { return periodicState(on: today) ?? .none }
    let left = due.ordinal - today.ordinal
    if left < 0 { return .overdue(days: -left) }
    if left == 0 { return .dueToday }
    return left <= limits.days(for: kind) ? .dueSoon(days: left) : .within(days: left)
  }

  private var stateWhenDone: DeadlineState {
    guard let due, let doneOn else { return .none }
    let late = doneOn.ordinal - due.ordinal
    return late > 0 ? .doneLate(days: late) : .doneInTime
  }

  private func periodicState(on today: Day) -> DeadlineState? {
    let next: Day
    switch recurrence {
    case .monthly: next = today.lastOfMonth
    case .quarterly: next = today.lastOfQuarter
    case .annual: next = today.lastOfYear
    case .ongoing, nil: return nil
    }
    return .periodic(days: next.ordinal - today.ordinal)
  }
}
