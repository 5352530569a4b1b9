/// The views every register has, in the order of the Views pane.
package enum StandardView: String, CaseIterable, Sendable {
  case inbox, open, ours, theirs
  case overdue, dueSoon, awaiting, toChase
  case byUnit, byCounterpart, programmes, dossiers, calendar
  case closed, all

  package var query: Query {
    switch self {
    case .inbox: .every([.inbox, .tier(.core)])
    case .open: .open
    case .ours: .ours
    case .theirs: .theirs
    case .overdue: .overdue
    case .dueSoon: .dueSoon
    case .awaiting: .awaiting
    case .toChase: .toChase
    case .byUnit, .byCounterpart: .open
    case .programmes: .inProgramme
    case .dossiers: .inDossier
    case .calendar: .every([.open, .dated])
    case .closed: .not(.open)
    case .all: .all
    }
  }

  /// How the view is grouped until the person chooses otherwise.
  package var grouping: Grouping {
    switch self {
    case .byUnit: .lead
    case .byCounterpart: .counterpart
    case .programmes: .programme
    case .dossiers: .dossier
    case .calendar: .month
    case .inbox, .open, .ours, .theirs, .overdue, .dueSoon, .awaiting, .toChase, .closed, .all:
      .none
    }
  }

  /// What the view is sorted by until the person chooses otherwise.
  package var sorting: Sorting {
    switch self {
    case .closed, .all, .inbox: Sorting(by: .register)
    case .open, .ours, .theirs, .overdue, .dueSoon, .awaiting, .toChase, .byUnit, .byCounterpart,
      .programmes, .dossiers, .calendar:
      Sorting(by: .due)
    }
  }
}

/// What a list is grouped by.
package enum Grouping: String, CaseIterable, Sendable {
  case none, province, lead, status, category, kind, session, counterpart, programme, dossier, month
  /// Whose court it is in.
  case holder
}

/// What a list is sorted by; core records come first in any order. Source: product.md §3.
package struct Sorting: Hashable, Sendable {
  package enum Key: String, CaseIterable, Sendable {
    /// Register order: province, newest year first, number.
    case register
    case due, code, title, lead, status, updated, priority
  }

  package var key: Key
  package var isDescending: Bool

  package init(by key: Key, isDescending: Bool = false) {
    self.key = key
    self.isDescending = isDescending
  }
}
