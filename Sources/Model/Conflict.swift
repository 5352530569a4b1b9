/// Changes of one record that were made without sight of each other and cannot all stand.
///
/// It is derived from the changes alone: the same on every copy that has them, in whatever order they
/// came. Nothing is lost by it: the latest side is in force, and each stays in the history.
package struct Conflict: Hashable, Sendable {
  package enum Matter: Hashable, Sendable {
    /// A single value was set to different values.
    case field(String)
    /// The line of a counterpart was altered in different ways.
    case line(counterpart: String)
    /// It was split here, and its status was changed there.
    case split
    /// It was merged into another or put into the bin here, and changed there.
    case removal

    /// As scripts and people type it: the field, `doitac.<id>`, `split` or `removal`.
    package var name: String {
      switch self {
      case .field(let name): name
      case .line(let id): "\(Field.counterparts.rawValue).\(id)"
      case .split: "split"
      case .removal: "removal"
      }
    }
  }

  /// One of the changes, and what it made of the matter.
  package struct Side: Hashable, Sendable {
    package var change: Change.ID
    package var by: String
    package var at: Moment
    package var value: Value
  }

  package var matter: Matter
  /// Two or more, the latest last.
  package var sides: [Side]
}

extension Record {
  /// Whether some change was made without sight of the one before it. Linear in the changes.
  ///
  /// Only then can there be conflicts.
  package var isForked: Bool {
    zip(changes, changes.dropFirst()).contains { !$1.after.contains($0.id) }
  }

  /// What nobody has settled yet. Linear in the changes where they follow one another.
  package var conflicts: [Conflict] {
    isForked ? ConflictFinder(changes).all : []
  }
}

extension Record {
  /// What the matter of `conflict` held when its sides went apart; for a split and a removal the status.
  package func value(before conflict: Conflict) -> Value {
    let known = Dictionary(changes.map { ($0.id, $0.after) }) { first, _ in first }
    var shared: Set<Change.ID>?
    for side in conflict.sides {
      var (seen, left) = (Set<Change.ID>(), known[side.change] ?? [])
      while let id = left.popLast() {
        if seen.insert(id).inserted { left += known[id] ?? [] }
      }
      shared = shared?.intersection(seen) ?? seen
    }
    let before = Record.fold(changes.filter { shared?.contains($0.id) == true })
    switch conflict.matter {
    case .field(let name): return before[name: name]
    case .line(let counterpart):
      return before[.counterparts].elements.first { $0["id"].text == counterpart } ?? .null
    case .split, .removal: return before[.status]
    }
  }
}

extension [Change] {
  /// The same with nothing left of the settlements that were taken back, nor of what took them back:
  /// what they decided is open again. Linear in the changes.
  var withoutSettlementsTakenBack: [Change] {
    var settling = Set(filter { !$0.settles.isEmpty }.map(\.batchOrSelf))
    // Redo of the undo, undo of that, and so on: all are about the settlement.
    for change in self {
      if let target = change.undoes, settling.contains(target) {
        settling.insert(change.batchOrSelf)
      }
    }
    func undoesSettlement(_ change: Change) -> Bool { change.undoes.map(settling.contains) == true }
    guard !settling.isEmpty, contains(where: undoesSettlement) else { return self }
    // Newest first: what is taken back itself takes nothing back.
    var takenBack: Set<String> = []
    for change in reversed() where !takenBack.contains(change.batchOrSelf) {
      if let target = change.undoes { takenBack.insert(target) }
    }
    return map { change in
      let isTakenBack = !change.settles.isEmpty && takenBack.contains(change.batchOrSelf)
      guard isTakenBack || undoesSettlement(change) else { return change }
      var empty = change
      (empty.edits, empty.settles) = ([], [])
      return empty
    }
  }
}

/// Finds the conflicts among changes that are in order.
private struct ConflictFinder {
  private let changes: [Change]
  /// For each change those that its author had seen, with all that their authors had seen.
  private let ancestors: [ChangeSet]
  /// For each change what it settles.
  private let settled: [ChangeSet]

  init(_ all: [Change]) {
    let changes = all.withoutSettlementsTakenBack
    self.changes = changes
    var places: [Change.ID: Int] = [:]
    for (place, change) in changes.enumerated() { places[change.id] = place }
    var ancestors: [ChangeSet] = []
    for (place, change) in changes.enumerated() {
      var seen = ChangeSet(count: changes.count)
      for parent in change.after.compactMap({ places[$0] }) where parent < place {
        seen.formUnion(ancestors[parent])
        seen.insert(parent)
      }
      ancestors.append(seen)
    }
    self.ancestors = ancestors
    settled = changes.map { change in
      var set = ChangeSet(count: changes.count)
      for place in change.settles.compactMap({ places[$0] }) { set.insert(place) }
      return set
    }
  }

  var all: [Conflict] {
    let removals = removals
    let removing = Set(removals.flatMap { $0.sides.map(\.change) })
    var fields: [Conflict] = []
    for field in Field.allCases.map(\.rawValue) + unknownFields {
      if let conflict = self.field(field) { fields.append(conflict) }
    }
    func sides(of field: Field) -> Set<Change.ID>? {
      fields.first { $0.matter == .field(field.rawValue) }.map { Set($0.sides.map(\.change)) }
    }
    let (statusSides, dueSides) = (sides(of: .status), sides(of: .due))
    fields.removeAll { conflict in
      guard case .field(let name) = conflict.matter, let field = Field(rawValue: name) else {
        return false
      }
      let sides = Set(conflict.sides.map(\.change))
      if field == .status || field.goesWithStatus {
        if sides.isSubset(of: removing) { return true }
      }
      if field == .noDeadlineReason, dueSides.map(sides.isSubset) == true { return true }
      return field.goesWithStatus && statusSides.map(sides.isSubset) == true
    }
    return removals + splits + fields + lines
  }

  // MARK: - Which changes see which

  private func areConcurrent(_ one: Int, _ other: Int) -> Bool {
    !ancestors[one].contains(other) && !ancestors[other].contains(one)
  }

  /// Those of `places` that no later one of them has seen.
  private func standing(_ places: [Int]) -> [Int] {
    places.filter { place in
      !places.contains { $0 > place && ancestors[$0].contains(place) }
    }
  }

  /// Whether a change that has seen both says that they are settled.
  private func isSettled(_ one: Int, _ other: Int) -> Bool {
    changes.indices.contains { place in
      ancestors[place].contains(one) && ancestors[place].contains(other)
        && settled[place].contains(one) && settled[place].contains(other)
    }
  }

  private func side(_ place: Int, _ value: Value) -> Conflict.Side {
    let change = changes[place]
    return Conflict.Side(change: change.id, by: change.by, at: change.at, value: value)
  }

  // MARK: - Single values

  private var unknownFields: [String] {
    var names: Set<String> = []
    for change in changes {
      for case .set(let field, _, _) in change.edits where Field(rawValue: field) == nil {
        names.insert(field)
      }
    }
    return names.sorted()
  }

  /// What the change at `place` leaves in a field; nil where it does not set it.
  private func value(of field: String, setBy place: Int) -> Value? {
    for case .set(field, _, let to) in changes[place].edits.reversed() {
      return to.isEmpty ? .null : to
    }
    return nil
  }

  private func field(_ field: String) -> Conflict? {
    // The day of a status alone is none to ask about: the later one shows.
    guard field != Field.statusOn.rawValue else { return nil }
    return conflict(.field(field)) { value(of: field, setBy: $0) }
  }

  /// The values that stand side by side, if they differ.
  private func conflict(_ matter: Conflict.Matter, _ value: (Int) -> Value?) -> Conflict? {
    let setters = changes.indices.filter { value($0) != nil }
    guard setters.count > 1 else { return nil }
    let sides = standing(setters).map { side($0, value($0) ?? .null) }
    guard Set(sides.map(\.value)).count > 1 else { return nil }
    return Conflict(matter: matter, sides: sides)
  }

  // MARK: - Lines

  private var lines: [Conflict] {
    var names: Set<String> = []
    for change in changes { names.formUnion(change.edits.flatMap(\.touchedLines)) }
    return names.sorted().compactMap { name in
      conflict(.line(counterpart: name)) { place in
        changes[place].edits.reversed().compactMap { $0.line(name) }.first
      }
    }
  }

  // MARK: - Splitting, merging, binning

  private var splits: [Conflict] {
    let status = Field.status.rawValue
    let statuses = standing(changes.indices.filter { value(of: status, setBy: $0) != nil })
    let splitters = changes.indices.filter { place in
      let parts = changes[place].partsMade
      return !parts.isEmpty
        && !changes.indices.contains {
          ancestors[$0].contains(place) && changes[$0].takesAway(parts)
        }
    }
    return pairs(splitters, statuses) { splitter, step in
      let parts = changes[splitter].partsMade.map { Value.text($0) }
      return Conflict(
        matter: .split,
        sides: [
          side(splitter, .list(parts)), side(step, value(of: status, setBy: step) ?? .null),
        ])
    }
  }

  private var removals: [Conflict] {
    let fields = [Field.mergedInto.rawValue, Field.binned.rawValue]
    let removers = fields.flatMap { field in
      standing(changes.indices.filter { value(of: field, setBy: $0) != nil })
        .filter { value(of: field, setBy: $0) != .null }
    }
    let others = changes.indices.filter { place in
      !removers.contains(place) && changes[place].altersMore
    }
    return pairs(removers, others) { remover, other in
      let into = fields.compactMap { value(of: $0, setBy: remover) }.first { $0 != .null }
      let edits = changes[other].edits.filter { $0.field != Field.statusOn.rawValue }
      return Conflict(
        matter: .removal,
        sides: [side(remover, into ?? .null), side(other, .list(edits.map(\.value)))])
    }
  }

  /// The pairs that were made without sight of each other and are not settled, each side in order.
  private func pairs(
    _ ones: [Int], _ others: [Int], _ make: (Int, Int) -> Conflict
  ) -> [Conflict] {
    var found: [Conflict] = []
    for one in ones {
      for other in others
      where one != other && areConcurrent(one, other) && !isSettled(one, other) {
        found.append(make(one, other))
      }
    }
    return found
  }
}

/// Places of changes, as bits.
private struct ChangeSet {
  private var words: [UInt64]

  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  func contains(_ place: Int) -> Bool { words[place / 64] & (1 << UInt64(place % 64)) != 0 }
  mutating func insert(_ place: Int) { words[place / 64] |= 1 << UInt64(place % 64) }

  mutating func formUnion(_ other: ChangeSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }
}

extension Field {
  /// What a step to another status sets beside the status itself.
  package var goesWithStatus: Bool { Field.withStatus.contains(self) }

  package static let withStatus: [Field] = [
    .statusOn, .agreement, .waiting, .pause, .carriedTo, .mergedInto, .reason, .result, .doneOn,
  ]
}

extension Edit {
  fileprivate var touchedLines: [String] {
    guard case .alter(Field.counterparts.rawValue, let remove, let add) = self else { return [] }
    return (remove + add).compactMap { $0["id"].text }
  }

  /// What this leaves of the line of a counterpart, null for nothing; nil where it leaves it alone.
  fileprivate func line(_ name: String) -> Value? {
    guard case .alter(Field.counterparts.rawValue, let remove, let add) = self else { return nil }
    if let line = add.last(where: { $0["id"].text == name }) {
      return line.withoutMember("inferred")
    }
    return remove.contains { $0["id"].text == name } ? .null : nil
  }
}

extension Value {
  fileprivate func withoutMember(_ key: String) -> Value {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { $0.key != key })
  }
}

extension Change {
  /// The keys of the parts that it links the record to.
  package var partsMade: [String] { edits.flatMap { $0.parts(\.added) } }

  fileprivate func takesAway(_ parts: [String]) -> Bool {
    edits.contains { $0.parts(\.removed).contains(where: parts.contains) }
  }

  /// Whether it does something that is not seen any more when the record goes on as another one.
  fileprivate var altersMore: Bool {
    !after.isEmpty && edits.contains { $0.field != Field.links.rawValue }
  }
}

extension Edit {
  fileprivate var added: [Value] {
    if case .alter(_, _, let add) = self { add } else { [] }
  }

  fileprivate var removed: [Value] {
    if case .alter(_, let remove, _) = self { remove } else { [] }
  }

  fileprivate func parts(_ side: KeyPath<Edit, [Value]>) -> [String] {
    guard field == Field.links.rawValue else { return [] }
    return self[keyPath: side].compactMap { try? Link($0) }.filter { $0.relation == .hasPart }
      .map(\.to)
  }
}
