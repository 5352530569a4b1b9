/// Whom a visit is to.
package enum VisitSubject: Hashable, Sendable {
  case province(String)
  /// A counterpart; a country stands for its places too.
  case counterpart(String)

  package func query(in registry: Registry) -> Query {
    switch self {
    case .province(let id): return .province(id)
    case .counterpart(let id):
      let within = registry[.counterparts].entries.filter { $0.country == id }.map(\.id)
      return .some(([id] + within).map(Query.counterpart))
    }
  }
}

/// What a leader has to know the evening before: all that stands between us and one province or
/// counterpart. Source: features.md §3 idea 19.
package struct VisitSheet: Hashable, Sendable {
  /// Every record that is open stands in one of them, and so does what was done of late.
  package enum Section: String, CaseIterable, Sendable {
    case overdue, open, byMinistry, byProvince, joint, events, done
  }

  package let subject: VisitSubject
  /// The day of the last session or event that has been; what was done since is told.
  package private(set) var lastMeeting: Day?
  package private(set) var sections: [Section: [RowPlace]] = [:]
  /// The records with figures, for "cho và nhận".
  package private(set) var withQuantities: [RowPlace] = []

  /// Linear in the records.
  package init(_ subject: VisitSubject, in register: Register, context: QueryContext) {
    self.subject = subject
    let places = Matcher(subject.query(in: register.registry), in: register, context: context)
      .places(in: register)
    lastMeeting = VisitSheet.lastMeeting(places, register, context.today)
    let since = lastMeeting ?? Day(ordinal: context.today.ordinal - 365)
    for place in places {
      guard let (_, row) = register.row(at: place) else { continue }
      if row.flags.contains(.hasQuantities) { withQuantities.append(place) }
      if let section = VisitSheet.section(row, since: since, context) {
        sections[section, default: []].append(place)
      }
    }
    for section in Section.allCases { sections[section]?.sort(by: VisitSheet.order(register)) }
  }

  package func places(_ section: Section) -> [RowPlace] { sections[section] ?? [] }

  private static func section(_ row: Row, since: Day, _ context: QueryContext) -> Section? {
    guard row.status.isOpen else {
      guard let done = row.doneOn, done >= since, done <= context.today else { return nil }
      return .done
    }
    if case .overdue = row.deadlineState(on: context.today, limits: context.limits) {
      return .overdue
    }
    switch row.kind {
    case .event: return .events
    case .request: return .open
    case .result: return nil
    case .commitment, .instruction:
      switch row.direction {
      case .ministryToProvince, .ministerToUnits: return .byMinistry
      case .provinceToMinistry: return .byProvince
      case .joint, .external: return .joint
      }
    }
  }

  /// The first due first, what has no day last; equals as the register has them.
  private static func order(_ register: Register) -> (RowPlace, RowPlace) -> Bool {
    { one, other in
      let here = register.row(at: one)?.row.dueOrdinal ?? Row.noDay
      let there = register.row(at: other)?.row.dueOrdinal ?? Row.noDay
      return here == there ? (one.slot, one.index) < (other.slot, other.index) : here < there
    }
  }

  private static func lastMeeting(
    _ places: [RowPlace], _ register: Register, _ today: Day
  ) -> Day? {
    var days: [Day] = []
    var sessions: Set<String> = []
    for place in places {
      guard let (chunk, row) = register.row(at: place) else { continue }
      if let session = chunk.session(row) { sessions.insert(session) }
      if row.kind == .event, let day = row.doneOn, day <= today { days.append(day) }
    }
    for session in sessions {
      if let place = register.place(ofKey: session),
        let day = register.row(at: place)?.row.raisedOn,
        day <= today
      {
        days.append(day)
      }
    }
    return days.max()
  }
}
