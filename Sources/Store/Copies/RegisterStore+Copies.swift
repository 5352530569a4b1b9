package import Model
internal import Synchronization

extension RegisterStore {
  /// Brings what `other` holds into this register: the union of the changes of both, and of the files
  /// beside the records.
  ///
  /// All of it is on disk when this comes back, or nothing. Nothing of either is lost, the other copy
  /// is not altered, and doing it again changes nothing. It is one undo; merged once more after that,
  /// it stands again.
  package func merge(
    _ other: RegisterStore, as author: Signature, isTrial: Bool
  ) throws(StoreError) -> (report: CopyReport, saved: Saved?) {
    let theirs = other.state.withLock { $0.allRecords() }
    return try state.withLock { state throws(StoreError) in
      let trial = try union(of: &state, theirs, other.folder)
      if isTrial || trial.isEmpty { return (trial.records.report, nil) }
      var report = trial.records.report
      let saved = try state.locked(as: author) { (state, now) throws(StoreError) in
        let fresh = try union(of: &state, theirs, other.folder)
        report = fresh.records.report
        guard !fresh.isEmpty else { return Saved(records: [], updates: [], batch: "") }
        do throws(RegisterProblem) {
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
  ) throws(StoreError) -> Union {
    let files: FileUnion
    do throws(RegisterProblem) {
      files = try FileUnion(self.folder, folder, registry: registry)
    } catch {
      throw .problem(error)
    }
    let mine = state.allRecords()
    let undone = UndoneMerges(MergeLog.all(self.folder), mine: mine, theirs: theirs)
    var records = CopyUnion(undone.masking(mine), theirs, registry: files.registry)
    records.report.files = files.report
    return Union(records: records, files: files, undone: undone)
  }
}

/// All that a merge of copies comes to.
private struct Union {
  let records: CopyUnion
  let files: FileUnion
  let undone: UndoneMerges

  var isEmpty: Bool { records.isEmpty && files.isEmpty }
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

  /// Puts what the union adds on disk, the changes in one line of the journal, and notes it for undo.
  fileprivate mutating func take(
    _ union: Union, as author: String, at now: Moment
  ) throws(RegisterProblem) -> Saved {
    let batch = Identifier.make(now)
    let moment = Moment(milliseconds: max(now, union.records.newest).milliseconds + 1)
    var entries: [Journal.Entry] = []
    var records: [(address: RecordAddress, record: Record)] = []
    var log = MergeLog(batch: batch, at: moment, by: author, records: [], files: union.files.files)
    for (index, found) in union.records.taken.enumerated() {
      let taken = union.undone.taking(found, as: author, at: moment, batch: batch, index + 1)
      let key = taken.record.key
      let slot = taken.slot ?? slotOfFile(RegisterFolder.file(for: taken.record))
      guard !shelves[slot].isInTrouble else { throw .fileInTrouble(path: shelves[slot].path) }
      entries += taken.changes.map { Journal.Entry(record: key, change: $0) }
      records.append((RecordAddress(slot: slot, key: key), taken.record))
      log.records.append(MergeLog.Entry(key: key, changes: taken.changes.map(\.id)))
    }
    try union.files.keepPassedOver(folder)
    let saved = try carryOut(log) { (state) throws(RegisterProblem) in
      try state.save(entries, records, batch: batch, at: now)
    }
    newestSeen = moment
    return saved
  }
}
