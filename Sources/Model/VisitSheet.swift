/// Whom a visit is to.
package enum VisitSubject: Hashable, Sendable {
  case province(String)
  /// A counterpart; a country stands for its places too.
  case counterpart(String)

  package func query(in registry: Registry) -> Query {
    switch self {
    case .province(let id): .province(id)
    case .counterpart: .some(ids(in: registry).map(Query.counterpart))
    }
  }

  private func ids(in registry: Registry) -> [String] {
    switch self {
    case .province(let id): [id]
    case .counterpart(let id):
      [id] + registry[.counterparts].entries.filter { $0.country == id }.map(\.id)
    }
  }

  /// The places of what the records that concern it name.
  fileprivate func names(in registry: Registry) -> Mentions.Names {
    let ids = ids(in: registry)
    return switch self {
    case .province: .provinces(ids.compactMap { registry[.provinces].place(of: $0) })
    case .counterpart: .counterparts(ids.compactMap { registry[.counterparts].place(of: $0) })
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

  /// Linear in the records; in those that have to do with the subject where `mentions` says which.
  package init(
    _ subject: VisitSubject, in register: Register, context: QueryContext,
    mentions: [Mentions]? = nil
  ) {
    self.subject = subject
    let places = VisitSheet.places(subject, register, context, mentions)
    lastMeeting = VisitSheet.lastMeeting(places, register, context.today)
    let since = lastMeeting ?? Day(ordinal: context.today.ordinal - 365)
    var found: [Section: [(due: Int32, place: RowPlace)]] = [:]
    for place in places {
      guard let (_, row) = register.row(at: place) else { continue }
      if row.flags.contains(.hasQuantities) { withQuantities.append(place) }
      if let section = VisitSheet.section(row, since: since, context) {
        found[section, default: []].append((row.dueOrdinal, place))
      }
    }
    // The first due first, what has no day last; equals as the register has them.
    sections = found.mapValues { rows in rows.sorted { $0.due < $1.due }.map(\.place) }
  }

  private static func places(
    _ subject: VisitSubject, _ register: Register, _ context: QueryContext,
    _ mentions: [Mentions]?
  ) -> [RowPlace] {
    let matcher = Matcher(subject.query(in: register.registry), in: register, context: context)
    guard let mentions else { return matcher.places(in: register) }
    let names = subject.names(in: register.registry)
    var places: [RowPlace] = []
    for (slot, chunk) in register.chunks.enumerated() {
      guard let chunk else { continue }
      let rows = mentions.indices.contains(slot) ? mentions[slot].rows(naming: names) : nil
      if rows?.isEmpty == true { continue }
      for index in matcher.indices(in: chunk, slot: slot, among: rows) {
        places.append(RowPlace(slot: slot, index: index))
      }
    }
    return places
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

  private static func lastMeeting(
    _ places: [RowPlace], _ register: Register, _ today: Day
  ) -> Day? {
    var days: [Day] = []
    var sessions: Set<String> = []
    for run in places.runs {
      guard let chunk = register.chunk(inSlot: run.slot) else { continue }
      var own: Set<UInt16> = []
      for index in run.indices {
        let row = chunk.rows[index]
        if row.session != .none, own.insert(row.session.raw).inserted,
          let session = chunk.session(row)
        {
          sessions.insert(session)
        }
        if row.kind == .event, let day = row.doneOn, day <= today { days.append(day) }
      }
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
