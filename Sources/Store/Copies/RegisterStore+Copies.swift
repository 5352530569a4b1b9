package import Model
internal import Synchronization

extension RegisterStore {
  /// Brings what `other` holds into this register: the union of the changes of both.
  ///
  /// All records are on disk when this comes back, or none; the files beside them come first. Nothing of either is lost, the other copy is
  /// not altered, and doing it again changes nothing. It is one undo.
  package func merge(
    _ other: RegisterStore, as author: Signature, isTrial: Bool
  ) throws(StoreError) -> (report: CopyReport, saved: Saved?) {
    let theirs = other.state.withLock { $0.allRecords() }
    return try state.withLock { state throws(StoreError) in
      let (trial, files) = try union(of: &state, theirs, other.folder)
      if isTrial || (trial.isEmpty && files.isEmpty) { return (trial.report, nil) }
      var report = trial.report
      let saved = try state.locked(as: author) { (state, now) throws(StoreError) in
        let (fresh, files) = try union(of: &state, theirs, other.folder)
        report = fresh.report
        do throws(RegisterProblem) {
          // What records name comes before them: cut off in between, nothing is named that is not there.
          try files.write(folder)
          guard !fresh.isEmpty else { return Saved(records: [], updates: [], batch: "") }
          return try state.take(fresh, as: author.author, at: now)
        } catch {
          throw .problem(error)
        }
      }
      return (report, saved)
    }
  }

  private func union(
    of state: inout StoreState, _ theirs: [String: KeptRecord], _ folder: RegisterFolder
  ) throws(StoreError) -> (CopyUnion, FileUnion) {
    let files: FileUnion
    do throws(RegisterProblem) {
      files = try FileUnion(self.folder, folder, registry: registry)
    } catch {
      throw .problem(error)
    }
    var union = CopyUnion(state.allRecords(), theirs, registry: files.registry)
    union.report.files = files.report
    return (union, files)
  }
}

/// A record, whole, and where it stands.
struct KeptRecord {
  let slot: Int
  let record: Record
}

extension StoreState {
  /// Every record by its key, whole.
  mutating func allRecords() -> [String: KeptRecord] {
    var all: [String: KeptRecord] = [:]
    for slot in shelves.indices {
      guard let chunk = shelves[slot].shown else { continue }
      for row in chunk.allRows {
        let key = chunk.key(row)
        guard let record = try? record(slot: slot, key: key) else { continue }
        all[key] = KeptRecord(slot: slot, record: record.adopted)
      }
    }
    return all
  }

  /// Puts what the union adds on disk, in one line of the journal, and notes it for undo.
  fileprivate mutating func take(
    _ union: CopyUnion, as author: String, at now: Moment
  ) throws(RegisterProblem) -> Saved {
    let batch = Identifier.make(now)
    var entries: [Journal.Entry] = []
    var records: [(address: RecordAddress, record: Record)] = []
    for taken in union.taken {
      let slot = taken.slot ?? slotOfFile(RegisterFolder.file(for: taken.record))
      guard !shelves[slot].isInTrouble else { throw .fileInTrouble(path: shelves[slot].path) }
      entries += taken.changes.map { Journal.Entry(record: taken.record.key, change: $0) }
      records.append((RecordAddress(slot: slot, key: taken.record.key), taken.record))
    }
    let saved = try save(entries, records, batch: batch, at: now)
    newestSeen = Moment(milliseconds: max(now, union.newest).milliseconds + 1)
    let log = MergeLog(
      batch: batch, at: newestSeen, by: author,
      records: union.taken.map { MergeLog.Entry(key: $0.record.key, changes: $0.changes.map(\.id)) }
    )
    try log.write(folder)
    return saved
  }
}
