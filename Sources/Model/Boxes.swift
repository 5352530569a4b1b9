/// The box a record is counted in: exactly one, on any day. Source: features.md §3 idea 3.
package enum Box: String, CaseIterable, Sendable {
  case doneInTime, doneLate, openInTime, openOverdue, noDeadline, off
}

extension DeadlineState {
  /// The box follows from the state alone, so that boxes and lists cannot disagree.
  ///
  /// What is done without a deadline, or on a day nobody wrote down, is in `noDeadline`: whether it
  /// was in time cannot be told. What falls due again and again stands by its next issue.
  package var box: Box {
    switch self {
    case .none: .noDeadline
    case .within, .dueSoon, .dueToday, .periodic: .openInTime
    case .overdue: .openOverdue
    case .doneInTime: .doneInTime
    case .doneLate: .doneLate
    case .off: .off
    }
  }
}

/// How many records are in each box; together they are the total.
package struct Boxes: Hashable, Sendable {
  private var counts = Array(repeating: 0, count: Box.allCases.count)

  package init() {}

  package subscript(box: Box) -> Int { counts[Boxes.place(box)] }

  package mutating func add(_ box: Box, times: Int = 1) { counts[Boxes.place(box)] += times }

  package var total: Int { counts.reduce(0, +) }
  /// All that was done against a deadline, and all that is open with one.
  package var done: Int { self[.doneInTime] + self[.doneLate] }
  package var open: Int { self[.openInTime] + self[.openOverdue] }

  private static func place(_ box: Box) -> Int { box.place }
}

extension Box {
  /// Its place among all.
  var place: Int {
    switch self {
    case .doneInTime: 0
    case .doneLate: 1
    case .openInTime: 2
    case .openOverdue: 3
    case .noDeadline: 4
    case .off: 5
    }
  }
}

/// Which deadline a report counts by. Source: features.md §3 idea 4.
package enum DeadlineBasis: String, CaseIterable, Sendable {
  /// As it stands, after extensions.
  case adjusted
  /// The first one, which no extension alters.
  case original
}

extension FollowUp {
  /// The deadline before any extension.
  package var originalDue: Day? { extensions.first?.from.day ?? due?.date.day }

  package func deadlineFacts(by basis: DeadlineBasis) -> DeadlineFacts {
    var facts = deadlineFacts
    switch basis {
    case .adjusted: break
    case .original: facts.due = originalDue
    }
    return facts
  }
}
