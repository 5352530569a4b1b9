package import Model

/// The records of the list one by one, until each is accepted, returned or put off.
///
/// What was done with a record is read from the record; nothing is kept beside it.
package struct TriageScreen: Equatable, Sendable {
  /// A record that may be the same matter as the one shown.
  package struct Similar: Equatable, Sendable {
    package var code: String
    package var title: String
    package var percent: Int
  }

  /// The view and filter the queue was taken from, by which it is found again.
  let view: ViewChoice
  let filter: String
  /// The session all records came out of, if they did, by its key.
  let session: String?
  /// The records, in the order of the list.
  package private(set) var queue: TriageQueue
  package private(set) var states: [TriageState]
  /// How many are done with.
  package private(set) var touched = 0
  /// The day the states are those of.
  private var today: Day
  /// The record shown; one past the last when the queue is at its end.
  package private(set) var index = 0
  /// Lines of the record scrolled off at the top.
  var scroll = 0
  private(set) var place: RowPlace?
  /// What is like the record shown, at most ``mostSimilar``; nil until it was looked for.
  package private(set) var similar: [Similar]?
  /// Whether that is being looked for.
  var isSought = false
  /// The units by their digits, the first first.
  package private(set) var units: [String] = []
  /// Those given to in this sitting, the latest first.
  private var given: [String] = []
  /// The record that a key has just given to a unit: then the next one is shown.
  private var justGiven: String?
  /// Who was named last, and is likely to follow the next record too.
  private(set) var lastOfficer: String?
  /// Why a record was let through last, and likely the next one too.
  private(set) var lastReason: String?

  /// Takes the records of the list that are not clear yet.
  init(_ state: AppState) {
    (view, filter) = (state.views.selected, state.list.filter)
    today = state.today
    let isGrouped = !state.list.arrangement.groups.isEmpty
    var known: Set<RowPlace> = []
    queue = TriageQueue(state.register)
    var (slot, chunk): (Int32, Chunk?) = (-1, nil)
    for place in state.list.arrangement.rows {
      if place.slot != slot {
        (slot, chunk) = (place.slot, state.register.chunk(inSlot: Int(place.slot)))
      }
      guard let chunk, chunk.waitsForTriage(at: Int(place.index), on: state.today),
        !isGrouped || known.insert(place).inserted
      else { continue }
      queue.append(place)
    }
    states = Array(repeating: .waiting, count: queue.count)
    session = TriageScreen.session(of: queue)
    settle(in: state)
  }

  /// The one session they all came out of; nil where some did not.
  private static func session(of queue: TriageQueue) -> String? {
    func session(_ index: Int) -> String? {
      queue.row(index).flatMap { chunk, row in chunk.session(row) }
    }
    guard !queue.isEmpty, let first = session(0) else { return nil }
    return (0..<queue.count).allSatisfy { session($0) == first } ? first : nil
  }

  package var key: String? { queue.key(index) }
  var isAtEnd: Bool { index >= queue.count }

  func count(_ state: TriageState) -> Int { states.count { $0 == state } }

  /// What was done with the record shown.
  var state: TriageState { states.indices.contains(index) ? states[index] : .waiting }

  func place(in register: Register) -> RowPlace? { place }
}

// MARK: - Moving

extension TriageScreen {
  /// To the next record that waits; from the end to the first. Else the queue is at its end.
  mutating func goOn(in state: AppState) {
    let after = states[min(index + 1, states.count)...].firstIndex(of: .waiting)
    index = after ?? (isAtEnd ? states.firstIndex(of: .waiting) : nil) ?? states.count
    settle(in: state)
  }

  /// To the record before, whatever was done with it.
  mutating func goBack(in state: AppState) {
    index = max(0, index - 1)
    settle(in: state)
  }

  /// Takes the queue up again at the first record that waits.
  mutating func resume(in state: AppState) {
    refresh(after: nil, in: state)
    index = states.firstIndex(of: .waiting) ?? states.count
    settle(in: state)
  }

  /// Finds the record shown and the units; all that must not be done for each key. What is like it
  /// has to be looked for still.
  private mutating func settle(in state: AppState) {
    scroll = 0
    place = key.flatMap { state.register.place(ofKey: $0) }
    (similar, isSought) = (place == nil ? [] : nil, false)
    units = numberedUnits(in: state.register)
  }
}

// MARK: - What is like it

extension TriageScreen {
  /// As many are shown.
  static let mostSimilar = 3

  /// What is like the record shown; nil where that is known.
  func question(in state: AppState) -> LikenessQuestion? {
    guard similar == nil, let key, let place else { return nil }
    return LikenessQuestion(
      key: key, place: place, register: state.register, sample: state.titles ?? TitleSample())
  }

  mutating func take(_ found: [Similar], for key: String) {
    if similar == nil && key == self.key { similar = found }
  }
}

/// A record of which is asked what is like it, in the register as it was then.
package struct LikenessQuestion: Equatable, Sendable {
  package let key: String
  let place: RowPlace
  let register: Register
  let sample: TitleSample

  /// Reads all folded bytes: about 10 ms at 100 000 records, so not on the way of a key.
  package func answer() -> [TriageScreen.Similar] {
    var sample = sample
    sample.follow(register)
    return register.similar(to: place, by: sample, limit: TriageScreen.mostSimilar)
      .compactMap { likeness in
        register.row(at: likeness.place).map { chunk, row in
          TriageScreen.Similar(
            code: chunk.code(row), title: chunk.titleForALine(row), percent: likeness.percent)
        }
      }
  }
}

// MARK: - After changes

extension TriageScreen {
  /// Reads again what became of the records; goes on when the one shown is done with, and back to
  /// one whose change was taken back.
  mutating func refresh(after news: SavedNews?, in state: AppState) {
    let wasWaiting = self.state == .waiting
    followRecords(in: state)
    place = key.flatMap { state.register.place(ofKey: $0) }
    guard let news else { return }
    switch news.deed {
    case .fold, .create: break
    case .change:
      guard let record = news.records.first(where: { $0.key == key }) else { return }
      lastOfficer = record.fields[.officer].text ?? lastOfficer
      let unit = record.changes.last?.edits.contains { $0.field == Field.lead.rawValue } ?? false
      if unit, let lead = try? Lead(record.fields[.lead]) { note(given: lead.unit) }
      if !record.fields[.passedOn].isEmpty { lastReason = record.changes.last?.why ?? lastReason }
      let isGiven = justGiven == record.key
      justGiven = nil
      if wasWaiting && (self.state != .waiting || isGiven) { goOn(in: state) }
    case .undo, .redo:
      let places = Set(news.records.compactMap { state.register.place(ofKey: $0.key) })
      guard let first = queue.firstIndex(among: places) else { return }
      index = first
      settle(in: state)
    }
  }

  /// Finds the records of files that have changed, and what became of them.
  mutating func followRecords(in state: AppState) {
    let changed = queue.follow(state.register)
    if today == state.today {
      for index in changed { readState(index) }
    } else {
      today = state.today
      for index in states.indices { readState(index) }
    }
  }

  private mutating func readState(_ index: Int) {
    guard let state = queue.row(index)?.row.triageState(on: today) else { return }
    touched += (state == .waiting ? 0 : 1) - (states[index] == .waiting ? 0 : 1)
    states[index] = state
  }
}

// MARK: - Units

extension TriageScreen {
  static let mostUnits = 9

  mutating func give(to unit: String) {
    justGiven = key
    note(given: unit)
  }

  private mutating func note(given unit: String) {
    given.removeAll { $0 == unit }
    given.insert(unit, at: 0)
  }

  /// The record's own lead, those given to in this sitting, then the commonest of such records of
  /// the session, of the session, and of the file.
  private func numberedUnits(in register: Register) -> [String] {
    guard let place, let (chunk, row) = register.row(at: place) else { return [] }
    var units: [String] = []
    func add(_ unit: String?) {
      if let unit, !units.contains(unit), units.count < TriageScreen.mostUnits {
        units.append(unit)
      }
    }
    add(register.id(row.lead, in: .units, chunk: chunk))
    given.forEach(add)
    let ofSession = chunk.rows.filter { $0.session == row.session && row.session != .none }
    for rows in [ofSession.filter { $0.kind == row.kind }, ofSession, chunk.rows] {
      let counts = Dictionary(grouping: rows.map(\.lead), by: \.self).mapValues(\.count)
      let leads = counts.sorted { ($1.value, $0.key.raw) < ($0.value, $1.key.raw) }
      for (lead, _) in leads where lead != .none {
        add(register.id(lead, in: .units, chunk: chunk))
      }
    }
    return units
  }
}
