internal import Model

/// A merge of copies, and its undo, alter records and the files beside them: all of it or nothing.
///
/// What is going to be done is written down first. Files that get more are replaced before the
/// records are saved, and files that get less after: so nothing is named that is not there. Whether
/// it was done is told by the records; whoever is cut off leaves it to the next writer to bring the
/// files to the side on which the records are.
extension StoreState {
  mutating func carryOut(
    _ log: MergeLog, _ save: (inout StoreState) throws(RegisterProblem) -> Saved
  ) throws(RegisterProblem) -> Saved {
    try log.begin(folder)
    var saved: Saved
    do throws(RegisterProblem) {
      if log.side == .after { try put(log, .after) }
      saved = try save(&self)
      // Where no record says so it is done when the log does.
      if saved.records.isEmpty {
        if log.side == .before { try put(log, .before) }
        try log.write(folder)
      }
    } catch {
      // What cannot be put right on a disk that fails, the next writer puts right.
      try? finishMerge()
      throw error
    }
    saved.files = log.files.map(\.file)
    try? finishMerge()
    return saved
  }

  /// Ends what was begun, whether now or by somebody who was cut off; the lock is held.
  mutating func finishMerge() throws(RegisterProblem) {
    guard let log = MergeLog.begun(folder) else { return }
    if isDone(log) {
      try put(log, log.side)
      try log.write(folder)
    } else {
      try put(log, log.side.other)
    }
    try MergeLog.end(folder)
  }

  /// The same for a register that is being opened: where there is nothing to end it costs one look.
  ///
  /// Whoever holds the lock is at it still. What cannot be ended now is left to the next one.
  static func finishMerge(_ folder: RegisterFolder, _ files: [String]) {
    guard MergeLog.begun(folder) != nil,
      let lock = try? FolderLock(folder: folder.path, waiting: 0)
    else { return }
    defer { lock.release() }
    let loader = Loader(folder: folder, registry: folder.registry().0)
    var state = StoreState(folder: folder, loader: loader, files: files)
    _ = state.readJournal()
    for slot in state.shelves.indices {
      _ = state.shelve(loader.scan(state.shelves[slot].path), in: slot)
    }
    _ = state.addRecordsWithoutFile()
    try? state.finishMerge()
  }

  /// What somebody has altered in between is left alone.
  private func put(_ log: MergeLog, _ side: MergedFile.Side) throws(RegisterProblem) {
    for file in log.files where try file.present(in: folder) == file.bytes(side.other) {
      try file.put(side, in: folder)
    }
  }

  private mutating func isDone(_ log: MergeLog) -> Bool {
    if log.isKept(folder) { return true }
    let turn = log.turns.last?.batch
    return log.records.contains { entry in
      guard let address = address(ofKey: entry.key),
        let record = try? record(slot: address.slot, key: entry.key)
      else { return false }
      return record.changes.contains { change in
        turn.map { $0 == change.batchOrSelf } ?? entry.changes.contains(change.id)
      }
    }
  }
}

// MARK: - Undo

extension StoreState {
  /// Takes a merge of copies back, or does again what was taken back: records and files as one.
  mutating func turn(
    _ log: MergeLog, undoing batch: String, in records: [Found], by author: String, at now: Moment
  ) throws(StoreError) -> Saved {
    let drafts =
      log.batch == batch
      ? drafts(undoing: log, today: now.day)
      : try StoreState.drafts(undoing: batch, in: records, today: now.day)
    var log = log
    let turn = MergeLog.Turn(batch: Identifier.make(now), at: now, by: author, undoes: batch)
    log.turns.append(turn)
    try refuseAltered(log)
    if !log.isInForce { try refuseNamed(log, beside: drafts) }
    do throws(RegisterProblem) {
      return try carryOut(log) { (state) throws(RegisterProblem) in
        try state.write(drafts, by: author, at: now, batch: turn.batch)
      }
    } catch {
      throw .problem(error)
    }
  }

  /// Every record as it would be without what was taken over; one that came with it goes into the
  /// bin. The other copy was never altered.
  private mutating func drafts(undoing log: MergeLog, today: Day) -> [Draft] {
    log.records.compactMap { entry in
      guard let address = address(ofKey: entry.key),
        let record = try? record(slot: address.slot, key: entry.key)
      else { return nil }
      let taken = Set(entry.changes)
      let left = record.changes.filter { !taken.contains($0.id) }
      var edits: [Edit] = []
      if left.contains(where: \.after.isEmpty) {
        edits = record.fields.edits(becoming: Record.fold(left))
      } else if record.fields[.binned].isEmpty {
        edits = [.set(.binned, from: .null, to: .text(today.iso))]
      }
      let conflicts = record.conflicts.filter { $0.changes.contains(where: taken.contains) }
      edits += StoreState.confirming(record, conflicts, beside: edits)
      guard !edits.isEmpty else { return nil }
      return Draft(
        address: address, record: record, edits: edits, undoes: log.batch,
        settles: conflicts.flatMap(\.changes))
    }
  }

  /// Values that were in conflict and stand as this copy had them are set once more: with the merge
  /// its conflicts go too.
  private static func confirming(
    _ record: Record, _ conflicts: [Conflict], beside edits: [Edit]
  ) -> [Edit] {
    let touched = Set(edits.compactMap(\.field))
    var all: [Edit] = []
    for conflict in conflicts {
      let field: String =
        switch conflict.matter {
        case .field(let name): name
        case .line: Field.counterparts.rawValue
        case .split, .removal: Field.status.rawValue
        }
      guard !touched.contains(field), !all.contains(where: { $0.field == field }) else { continue }
      let value = record.fields[name: field]
      if field == Field.counterparts.rawValue {
        all.append(.alter(field: field, remove: value.elements, add: value.elements))
      } else {
        all.append(.set(field: field, from: value, to: value))
      }
    }
    return all
  }

  // MARK: - What stands in the way

  private func refuseAltered(_ log: MergeLog) throws(StoreError) {
    for file in log.files {
      let present: [UInt8]?
      do throws(RegisterProblem) {
        present = try file.present(in: folder)
      } catch {
        throw .problem(error)
      }
      guard present == file.after || present == file.before else {
        throw .mergeStays(.altered(file: file.file))
      }
    }
  }

  /// No entry goes that a record names which stays, or another file.
  private mutating func refuseNamed(
    _ log: MergeLog, beside drafts: [Draft]
  ) throws(StoreError) {
    let gone = GoneEntries(log.files)
    guard !gone.isEmpty else { return }
    if let (entry, file) = gone.named(in: folder, beside: log.files) {
      throw .mergeStays(.named(entry: entry, by: [file]))
    }
    let edits = Dictionary(drafts.map { ($0.address.key, $0.edits) }) { first, _ in first }
    var namers: [String: [String]] = [:]
    for (key, kept) in allRecords() {
      var fields = kept.record.fields
      for edit in edits[key] ?? [] { fields.apply(edit) }
      guard let followUp = try? FollowUp(fields), followUp.binned == nil else { continue }
      for entry in gone.named(by: followUp) { namers[entry, default: []].append(followUp.code) }
    }
    if let (entry, codes) = namers.min(by: { $0.key < $1.key }) {
      throw .mergeStays(.named(entry: entry, by: codes.sorted()))
    }
  }
}
