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
  /// The keys of the records, in the order of the list.
  package private(set) var queue: [String]
  /// Where each of them stood when it was last looked at: mostly it still does.
  private var places: [RowPlace]
  package private(set) var states: [TriageState]
  /// The record shown; one past the last when the queue is at its end.
  package private(set) var index = 0
  /// Lines of the record scrolled off at the top.
  var scroll = 0
  private(set) var place: RowPlace?
  package private(set) var similar: [Similar] = []
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
    let isGrouped = !state.list.arrangement.groups.isEmpty
    var known: Set<RowPlace> = []
    (queue, places) = ([], [])
    for place in state.list.arrangement.rows {
      guard let (chunk, row) = state.register.row(at: place),
        row.triageState(on: state.today) == .waiting,
        !isGrouped || known.insert(place).inserted
      else { continue }
      queue.append(chunk.key(row))
      places.append(place)
    }
    states = Array(repeating: .waiting, count: queue.count)
    session = TriageScreen.session(of: places, in: state.register)
    settle(in: state)
  }

  /// The one session they all came out of; nil where some did not.
  private static func session(of places: [RowPlace], in register: Register) -> String? {
    func session(_ place: RowPlace) -> String? {
      register.row(at: place).flatMap { chunk, row in chunk.session(row) }
    }
    let first = places.first.flatMap(session)
    return places.allSatisfy { session($0) == first } ? first : nil
  }

  package var key: String? { queue.indices.contains(index) ? queue[index] : nil }
  var isAtEnd: Bool { key == nil }
  /// How many are done with.
  package var touched: Int { states.count { $0 != .waiting } }

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

  /// Finds the record shown, what is like it, and the units; all that must not be done for each key.
  private mutating func settle(in state: AppState) {
    scroll = 0
    place = key.flatMap { state.register.place(ofKey: $0) }
    similar = place.map { similar(to: $0, in: state.register) } ?? []
    units = numberedUnits(in: state.register)
  }

  private func similar(to place: RowPlace, in register: Register) -> [Similar] {
    register.similar(to: place).compactMap { likeness in
      register.row(at: likeness.place).map { chunk, row in
        Similar(
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
    readStates(of: news.map { Set($0.records.map(\.key)) }, in: state)
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
      guard let first = queue.firstIndex(where: { key in news.records.contains { $0.key == key } })
      else { return }
      index = first
      settle(in: state)
    }
  }

  /// `changed` names the records to look at; nil stands for all.
  private mutating func readStates(of changed: Set<String>?, in state: AppState) {
    for (index, key) in queue.enumerated() where changed?.contains(key) ?? true {
      if let row = row(of: key, index, in: state.register) {
        states[index] = row.triageState(on: state.today)
      }
    }
  }

  private mutating func row(of key: String, _ index: Int, in register: Register) -> Row? {
    if let (chunk, row) = register.row(at: places[index]), chunk.key(row) == key { return row }
    guard let place = register.place(ofKey: key) else { return nil }
    places[index] = place
    return register.row(at: place)?.row
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
