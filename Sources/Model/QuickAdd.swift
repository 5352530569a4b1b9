package import Vietnamese

/// The inline fields of a quick-add line, with the names people type, the Vietnamese one first.
package enum QuickAddField: String, CaseIterable, Sendable {
  case province, kind, direction, tier, category
  case lead, coordinating, counterparts
  case due, raisedOn, session, priority, programme, dossiers, tags, sources

  package var names: [String] {
    switch self {
    case .province: ["tinh", "province"]
    case .kind: ["loai", "kind"]
    case .direction: ["chieu", "direction"]
    case .tier: ["muc", "tier"]
    case .category: ["linhvuc", "category"]
    case .lead: ["chutri", "lead"]
    case .coordinating: ["phoihop", "with", "coordinating"]
    case .counterparts: ["doitac", "counterpart", "counterparts"]
    case .due: ["han", "due"]
    case .raisedOn: ["ngay", "raised", "ngayneu"]
    case .session: ["phien", "session"]
    case .priority: ["uutien", "priority"]
    case .programme: ["ct", "chuongtrinh", "programme"]
    case .dossiers: ["hoso", "dossier", "dossiers"]
    case .tags: ["nhan", "tag", "tags"]
    case .sources: ["nguon", "source", "sources"]
    }
  }

  /// The record's field that it fills.
  package var field: Field {
    switch self {
    case .province: .province
    case .kind: .kind
    case .direction: .direction
    case .tier: .tier
    case .category: .category
    case .lead: .lead
    case .coordinating: .coordinating
    case .counterparts: .counterparts
    case .due: .due
    case .raisedOn: .raisedOn
    case .session: .session
    case .priority: .priority
    case .programme: .programme
    case .dossiers: .dossiers
    case .tags: .tags
    case .sources: .sources
    }
  }

  /// What may stand before a value instead of the name and a colon: `#bg`, `@dba`, `/ck`;
  /// the sign of the kind also stands before a tier or a direction.
  package var sign: Character? {
    switch self {
    case .category: "#"
    case .lead: "@"
    case .kind: "/"
    case .province, .direction, .tier, .coordinating, .counterparts, .due, .raisedOn, .session,
      .priority, .programme, .dossiers, .tags, .sources:
      nil
    }
  }

  package static func signed(_ sign: Character?) -> QuickAddField? {
    sign.flatMap { sign in allCases.first { $0.sign == sign } }
  }

  /// May be typed several times in a line, and hold several values with commas between.
  package var isList: Bool { field.shape == .set }

  package static func named(_ typed: String) -> QuickAddField? {
    let name = SearchWord.fold(typed)
    return allCases.first { $0.names.contains(name) }
  }
}

/// Something wrong with a quick-add line, and where.
package struct QuickAddError: Error, Hashable, Sendable {
  package enum Fault: Hashable, Sendable {
    case unknownField(String, nearest: String?)
    case noValue(QuickAddField)
    /// `nearest` is a raw value, an id, or a code.
    case unknownValue(String, QuickAddField, nearest: String?)
    /// `candidates` are raw values or ids, the likelier first.
    case ambiguous(String, QuickAddField, candidates: [String])
    case date(DateInputError)
    /// One day is wanted, and this is a month or a year.
    case notADay(String, QuickAddField)
    /// A deadline cannot be counted from this record; nil for one that is not there.
    case event(String, EventFault?)
    case repeated(QuickAddField)
    case openQuote
    /// The line is longer than ``QuickAdd/mostCharacters``.
    case tooLong(characters: Int)
  }

  package var fault: Fault
  /// Characters of the line, counted from its start.
  package var range: Range<Int>

  package init(_ fault: Fault, _ range: Range<Int>) {
    self.fault = fault
    self.range = range
  }
}

/// One thing that was understood, for the echo under the line.
package struct QuickAddFact: Hashable, Sendable {
  package enum Origin: String, Hashable, Sendable {
    case typed
    /// Kept from the line before, as the interface keeps it.
    case kept
    /// From the working session's own record.
    case session
    /// What every new record has until somebody says otherwise.
    case usual
  }

  package var field: Field
  /// As the files would hold it; of a list the element.
  package var value: Value
  package var origin: Origin
  /// The characters it was read from; nil for what was not typed.
  package var range: Range<Int>?
}

/// What a quick-add line comes to.
package struct QuickAddReading: Hashable, Sendable {
  package var draft: RecordDraft
  /// In the order of the line, then what was not typed.
  package var facts: [QuickAddFact]
  /// What no record may lack and nothing gives.
  package var missing: [Field]
  /// In the order of the line.
  package var errors: [QuickAddError]
  /// Years whose holidays were needed and are not known.
  package var yearsWithoutHolidays: [Int]

  /// Whether the record may be made.
  package var isReady: Bool { missing.isEmpty && errors.isEmpty }

  /// Whether it makes no record, but says what the next lines begin with: fields that are kept, and
  /// no title.
  package var isHeader: Bool {
    let typed = facts.filter { $0.origin == .typed }.map(\.field)
    return draft.title.isEmpty && !draft.isSession && errors.isEmpty && !typed.isEmpty
      && typed.allSatisfy(QuickAddDefaults.kept.contains)
  }
}

/// What lines begin with when they do not say otherwise: kept by an interface between two lines.
package struct QuickAddDefaults: Hashable, Sendable {
  package var session: WorkingSession?
  package var province: String?
  package var category: String?
  package var kind: Kind?
  package var direction: Direction?
  package var sources: [String] = []

  /// What a line hands on to the next.
  package static let kept: Set<Field> = [
    .session, .province, .category, .kind, .direction, .sources,
  ]

  package init() {}
}

/// Reads a line such as `Công bố cửa khẩu X tinh:qn chutri:ubbg han:cuối quý +biên-giới` into the
/// draft of a new record.
///
/// - `field:value` in either language, the value right after the colon and in quotes or not.
///   Without quotes it goes on over the next words as long as they still name one thing or a date.
/// - A lead is proposed unless a `!` follows it: `chutri:ubbg!`. A `?` says the same as nothing.
/// - Lists take commas: `phoihop:dba,sngv`. `+word` is a tag.
/// - `#word` is the category, `@word` the lead, `/word` the kind, tier or direction; they may
///   follow each other without a blank.
/// - Of units that have one name in each province that of the record's own is meant.
/// - `phien:mới` makes the record a working session of its own.
/// - All other words are the title; what stands in quotes there is never a field.
///
/// Nothing is guessed: what is not typed, kept or the session's is missing.
package struct QuickAdd: Equatable, Sendable {
  /// The longest line that is read.
  package static let mostCharacters = 4000

  package let picker: EntryPicker
  let forms: ChoiceForms
  /// The side of each unit.
  let sides: [String: Side]
  package let sessions: [WorkingSession]
  package let today: Day
  /// The events that a deadline can be counted from.
  let events: EventCodes

  /// To be kept while lines are typed: making it costs more than reading a line.
  ///
  /// `letters` are those in use: ``Register/lettersInUse``.
  package init(
    registry: Registry, letters: [String: String] = [:], forms: ChoiceForms,
    sessions: [WorkingSession] = [], events: EventCodes = EventCodes(), today: Day
  ) {
    self.init(
      registry: registry, picker: EntryPicker(registry, today: today, letters: letters),
      forms: forms, sessions: sessions, events: events, today: today)
  }

  /// The same with a picker of this registry, day and letters that was made already.
  package init(
    registry: Registry, picker: EntryPicker, forms: ChoiceForms, sessions: [WorkingSession],
    events: EventCodes, today: Day
  ) {
    self.picker = picker
    self.forms = forms
    sides = Dictionary(registry[.units].entries.map { ($0.id, $0.side) }) { first, _ in first }
    self.sessions = sessions
    self.events = events
    self.today = today
  }

  /// What the line comes to. `isWorkingDay` is asked for steps in working days only.
  package func read(
    _ line: String, defaults: QuickAddDefaults = QuickAddDefaults(),
    isWorkingDay: (CivilDate) -> Bool? = { _ in nil }
  ) -> QuickAddReading {
    let count = line.utf8.count > QuickAdd.mostCharacters ? line.count : 0
    guard count <= QuickAdd.mostCharacters else {
      var reader = QuickAddReader(self, defaults)
      var reading = reader.finished()
      let error = QuickAddError(.tooLong(characters: count), 0..<QuickAdd.mostCharacters)
      reading.errors.insert(error, at: 0)
      return reading
    }
    var reader = QuickAddReader(self, defaults)
    reader.read(QuickAddPiece.pieces(of: line), isWorkingDay)
    return reader.finished()
  }
}
