/// A search as a value.
package indirect enum Query: Hashable, Sendable {
  case every([Query])
  case some([Query])
  case not(Query)
  /// Words, found as `/` finds them.
  case text(String)
  case kind(Kind)
  case status(Status)
  case direction(Direction)
  case tier(Tier)
  /// Ids of the registry.
  case province(String)
  case category(String)
  case lead(String)
  /// A coordinating unit.
  case with(String)
  /// A unit that answers for a counterpart.
  case lineUnit(String)
  case counterpart(String)
  case programme(String)
  case dossier(String)
  /// The code of the session's own record.
  case session(String)
  case code(String)
  /// The beginning of a code, as far as it is typed.
  case codePrefix(String)
  case tag(String)
  case priority(Comparison, Priority)
  case due(WrittenDate)
  /// The day of the newest change.
  case changed(WrittenDate)
  case missing(Need)
  /// A day of the record's life, or that it has none.
  case day(DayField, WrittenDate)
  case noDay(DayField)
  case box(Box)
  /// Names nothing in a field of the registry.
  case absent(QueryField)
  /// The province it is of, those concerned too left out.
  case home(String)
  case open, overdue, dueSoon, awaiting, inbox, ours, theirs
  case holder(Holder)
  /// The next step of the ladder is due.
  case toChase
  /// Two people changed it without sight of each other, and nobody has settled it.
  case inConflict
  /// Has no deadline.
  case undated
  /// Among the records the person has marked.
  case marked
  /// Has a deadline; belongs to a programme; belongs to a dossier.
  case dated, inProgramme, inDossier

  package static let all = Query.every([])

  /// Both at once.
  package func and(_ other: Query) -> Query {
    let parts = conditions + other.conditions
    return parts.count == 1 ? parts[0] : .every(parts)
  }

  private var conditions: [Query] { if case .every(let parts) = self { parts } else { [self] } }

  /// Whether marking a record can change the answer.
  package var asksForMarks: Bool {
    if case .every(let parts) = self { return parts.contains(where: \.asksForMarks) }
    if case .some(let parts) = self { return parts.contains(where: \.asksForMarks) }
    if case .not(let part) = self { return part.asksForMarks }
    return self == .marked
  }
}

/// What a query is answered for: the day in force, the limits of "soon" and what is marked.
package struct QueryContext: Hashable, Sendable {
  package var today: Day
  package var limits: DueSoonLimits
  package var marks: Marks
  /// Where a day of changes begins; Việt Nam keeps UTC+7 all year.
  package var secondsEastOfUTC: Int
  /// Which waits of the ladder are over.
  package var round: ChaseRound

  package init(
    today: Day, limits: DueSoonLimits, marks: Marks = Marks(), secondsEastOfUTC: Int = 25_200,
    round: ChaseRound? = nil
  ) {
    self.today = today
    self.limits = limits
    self.marks = marks
    self.secondsEastOfUTC = secondsEastOfUTC
    self.round = round ?? ChaseRound(today: today)
  }
}
