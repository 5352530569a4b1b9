internal import Model

/// Merges of copies that were taken back, of which the other copy brings something once more.
///
/// By the union alone merging again would bring nothing: those changes are known. But whoever merges
/// the same copy again asks for what it has. So it is united with this copy as if the merge and its
/// undo had never been, and what then comes of each record is done by one more change.
struct UndoneMerges {
  fileprivate struct Masked {
    let kept: KeptRecord
    /// What came with the merge, and what took it back.
    var ids: Set<Change.ID> = []
    /// What took it back, and did it again.
    var turns: [Change] = []
  }

  private var masked: [String: Masked] = [:]

  init(_ logs: [MergeLog], mine: [String: KeptRecord], theirs: [String: KeptRecord]) {
    for log in logs {
      let turns = UndoneMerges.turns(of: log, mine)
      guard turns.isTakenBack, UndoneMerges.brings(theirs, log, turns.changes) else { continue }
      for entry in log.records {
        guard let kept = mine[entry.key] else { continue }
        var item = masked[entry.key] ?? Masked(kept: kept)
        item.ids.formUnion(entry.changes)
        let own = turns.changes[entry.key] ?? []
        item.ids.formUnion(own.map(\.id))
        item.turns += own.filter { change in !item.turns.contains { $0.id == change.id } }
        masked[entry.key] = item
      }
    }
    masked = masked.filter { $0.value.isWhole }
  }

  /// The changes that took the merge back and did it again, by record; whether it is taken back now.
  private static func turns(
    of log: MergeLog, _ mine: [String: KeptRecord]
  ) -> (changes: [String: [Change]], isTakenBack: Bool) {
    let all = log.records.compactMap { mine[$0.key] }.flatMap { kept in
      kept.record.changes.filter { $0.undoes != nil }.map { (kept.record.key, $0) }
    }.sorted { Change.isInOrder($0.1, $1.1) }
    var isTakenBack = [log.batch: false]
    var changes: [String: [Change]] = [:]
    var last = false
    for (key, change) in all {
      guard let before = change.undoes.flatMap({ isTakenBack[$0] }) else { continue }
      last = !before
      isTakenBack[change.batchOrSelf] = last
      changes[key, default: []].append(change)
    }
    return (changes, last)
  }

  /// Whether the other copy has something of the merge, and has not heard of its undo.
  private static func brings(
    _ theirs: [String: KeptRecord], _ log: MergeLog, _ turns: [String: [Change]]
  ) -> Bool {
    func has(_ key: String, _ ids: some Collection<Change.ID>) -> Bool {
      theirs[key]?.record.changes.contains { ids.contains($0.id) } == true
    }
    return log.records.contains { has($0.key, $0.changes) }
      && !turns.contains { has($0.key, $0.value.map(\.id)) }
  }

  /// The records as if the merges had never been.
  func masking(_ mine: [String: KeptRecord]) -> [String: KeptRecord] {
    var all = mine
    for (key, item) in masked { all[key] = item.without }
    return all
  }

  /// What is to be saved of a record that the union takes, as it becomes then.
  func taking(
    _ taken: CopyUnion.Taken, as author: String, at moment: Moment, batch: String, _ number: Int
  ) -> CopyUnion.Taken {
    guard let item = masked[taken.record.key] else { return taken }
    let known = Set(item.kept.record.changes.map(\.id))
    var result = taken
    result.slot = item.kept.slot
    result.changes.removeAll { known.contains($0.id) }
    let record = item.kept.record.merged(with: result.changes)
    let again = Change(
      id: "\(batch)-\(number)", at: moment, by: author, after: record.newest,
      edits: item.edits(from: record.fields, to: taken.record.fields), batch: batch,
      undoes: item.turns.last?.batchOrSelf)
    result.changes.append(again)
    result.record = record.merged(with: [again])
    return result
  }
}

extension UndoneMerges.Masked {
  private var left: [Change] { kept.record.changes.filter { !ids.contains($0.id) } }

  /// Whether nothing is left, or a record with its beginning.
  fileprivate var isWhole: Bool { left.isEmpty || left.contains { $0.after.isEmpty } }

  /// nil where the merge brought the record. Whoever had seen what is left out had seen what that
  /// came after.
  fileprivate var without: KeptRecord? {
    guard !left.isEmpty else { return nil }
    let parents = Dictionary(kept.record.changes.map { ($0.id, $0.after) }) { first, _ in first }
    func seen(_ after: [Change.ID]) -> [Change.ID] {
      var (found, open, met) = ([Change.ID](), after, Set<Change.ID>())
      while let id = open.popLast() {
        guard met.insert(id).inserted else { continue }
        if ids.contains(id) { open += parents[id] ?? [] } else { found.append(id) }
      }
      return found.sorted()
    }
    let changes = left.map { change in
      var change = change
      if change.after.contains(where: ids.contains) { change.after = seen(change.after) }
      return change
    }
    return KeptRecord(slot: kept.slot, record: Record(changes: changes))
  }

  /// Single values that a turn set are set in any case: so that none of them stands beside what the
  /// other copy says.
  fileprivate func edits(from old: Fields, to new: Fields) -> [Edit] {
    var edits = old.edits(becoming: new)
    for case let field? in turns.flatMap(\.edits).map(\.field)
    where !edits.contains(where: { $0.field == field }) {
      let value = new[name: field]
      if field == Field.counterparts.rawValue {
        edits.append(.alter(field: field, remove: value.elements, add: value.elements))
      } else if Field(rawValue: field)?.shape != .set {
        edits.append(.set(field: field, from: value, to: value))
      }
    }
    return edits
  }
}
