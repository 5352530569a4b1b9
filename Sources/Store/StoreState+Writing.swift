internal import Model

extension StoreState.Draft {
  /// The newest changes that its author had seen: not always the newest there are.
  fileprivate var base: [Change.ID] {
    guard let seen = address.seen else { return record.newest }
    let known = Set(record.changes.map(\.id))
    let base = seen.filter(known.contains)
    return base.isEmpty ? record.newest : base
  }

  fileprivate func following(_ change: Change) -> Record {
    isProven ? record.followed(by: change) : record.merged(with: [change])
  }
}

extension StoreState {
  // MARK: - Changes

  mutating func perform(
    _ action: Action, on addresses: [RecordAddress], as signature: Signature, force: Bool,
    why: String?
  ) throws(StoreError) -> Saved {
    try changing(as: signature) { (state, now) throws(StoreError) in
      try state.drafts(of: action, on: addresses, as: signature, at: now, force: force, why: why)
    }
  }

  /// What `action` would do to each record, and to those it links to. Nothing is written.
  mutating func preview(
    _ action: Action, on addresses: [RecordAddress], as signature: Signature, force: Bool
  ) throws(StoreError) -> [PlannedChange] {
    try drafts(
      of: action, on: addresses, as: signature, at: signature.now, force: force, why: nil
    ).map { draft in
      guard draft.isNew else {
        return PlannedChange(record: draft.record, edits: draft.edits, forced: draft.forced)
      }
      var fields = Fields()
      for edit in draft.edits { fields.apply(edit) }
      return PlannedChange(
        record: Record(fields: fields, changes: []), edits: draft.edits, forced: [], isNew: true)
    }
  }

  mutating func drafts(
    of action: Action, on addresses: [RecordAddress], as signature: Signature, at now: Moment,
    force: Bool, why: String?
  ) throws(StoreError) -> [Draft] {
    var drafts: [Draft] = []
    var unchanged: Record?
    let known = manyRecords(addresses)
    for (place, address) in addresses.enumerated() {
      let record = if let known = known[place] { known } else { try current(address) }
      try refuseRatingOfClosedYear(action, record)
      do throws(ActionError) {
        try Action.refuseSecrets([why].compactMap(\.self), in: record.fields)
        let basis = record.asSeen(address.seen)
        let outcome = try action.outcome(
          on: record, seenAs: basis, author: signature.author, noteID: Identifier.make(now),
          force: force)
        drafts.append(
          Draft(
            address: address, record: record, seen: basis, isProven: true, on: action.on,
            edits: outcome.edits,
            why: StoreState.joined([outcome.why, why]),
            forced: outcome.forced, settles: outcome.settles))
      } catch .mergedMeanwhile {
        throw .refused(code: record.code, .mergedMeanwhile(into: codeOfEnd(of: record)))
      } catch {
        // Of several records those that are so already are left alone.
        guard action.mayLeaveUnchanged, error == .nothingChanged else {
          throw .refused(code: record.code, error)
        }
        unchanged = record
      }
    }
    if drafts.isEmpty, let unchanged { throw .refused(code: unchanged.code, .nothingChanged) }
    try refuseRings(drafts)
    try addOthers(of: action, on: addresses, at: now, force: force, to: &drafts)
    return drafts
  }

  static func joined(_ reasons: [String?]) -> String? {
    let said = reasons.compactMap { $0 }
    return said.isEmpty ? nil : said.joined(separator: "; ")
  }

  mutating func undo(as signature: Signature) throws(StoreError) -> Saved {
    try locked(as: signature) { (state, now) throws(StoreError) in
      let recent = state.recentHistory(\.undoable)
      guard let batch = recent.batch else { throw .nothingToUndo }
      return try state.takeBack(batch, recent, by: signature.author, at: now)
    }
  }

  mutating func redo(as signature: Signature) throws(StoreError) -> Saved {
    try locked(as: signature) { (state, now) throws(StoreError) in
      let recent = state.recentHistory(\.redoable)
      guard let batch = recent.batch else { throw .nothingToRedo }
      return try state.takeBack(batch, recent, by: signature.author, at: now)
    }
  }

  private mutating func takeBack(
    _ batch: String, _ recent: Recent, by author: String, at now: Moment
  ) throws(StoreError) -> Saved {
    if let log = recent.merges.first(where: { $0.includes(batch) }) {
      return try turn(log, undoing: batch, in: recent.records, by: author, at: now)
    }
    let drafts = try StoreState.drafts(undoing: batch, in: recent.records, today: now.day)
    do throws(RegisterProblem) {
      return try write(drafts, by: author, at: now)
    } catch {
      throw .problem(error)
    }
  }

  /// What is to be done to one record.
  struct Draft {
    let address: RecordAddress
    let record: Record
    /// As the author saw it, where others have changed it since.
    var seen: Record?
    /// The record's fields were seen to be what its changes come to.
    var isProven = false
    var on: Day?
    var edits: [Edit]
    var why: String?
    var forced: [String] = []
    var undoes: String?
    /// The record is made by this.
    var isNew = false
    /// The changes it decides between.
    var settles: [Change.ID] = []
  }

  /// Locks, takes up what others changed, lets `draft` say what to do, and puts that on disk.
  private mutating func changing(
    as signature: Signature,
    _ draft: (inout StoreState, Moment) throws(StoreError) -> [Draft]
  ) throws(StoreError) -> Saved {
    try locked(as: signature) { (state, now) throws(StoreError) in
      let drafts = try draft(&state, now)
      do throws(RegisterProblem) {
        return try state.write(drafts, by: signature.author, at: now)
      } catch {
        throw .problem(error)
      }
    }
  }

  /// Locks, takes up what others changed, and lets `body` put something on disk.
  mutating func locked(
    as signature: Signature, _ body: (inout StoreState, Moment) throws(StoreError) -> Saved
  ) throws(StoreError) -> Saved {
    let lock: FolderLock
    do throws(RegisterProblem) {
      lock = try FolderLock(folder: folder.path)
    } catch {
      throw .problem(error)
    }
    defer { lock.release() }
    let others: [ShelfUpdate]
    do throws(RegisterProblem) {
      others = try refresh()
      try finishMerge()
    } catch {
      throw .problem(error)
    }
    let now = max(signature.now, Moment(milliseconds: newestSeen.milliseconds + 1))
    let saved = try body(&self, now)
    let slots = Set(saved.updates.map(\.slot))
    return Saved(
      records: saved.records,
      updates: saved.updates + others.filter { !slots.contains($0.slot) }, batch: saved.batch,
      files: saved.files)
  }

  mutating func write(
    _ drafts: [Draft], by author: String, at now: Moment, batch: String? = nil
  ) throws(RegisterProblem) -> Saved {
    let batch = batch ?? Identifier.make(now)
    var entries: [Journal.Entry] = []
    var records: [(address: RecordAddress, record: Record)] = []
    for (index, draft) in drafts.enumerated() {
      let change = Change(
        id: drafts.count == 1 ? batch : "\(batch)-\(index + 1)", at: now, by: author,
        on: draft.on == now.day ? nil : draft.on, after: draft.base,
        edits: draft.edits.map(\.composed),
        why: draft.why, forced: draft.forced, batch: drafts.count == 1 ? nil : batch,
        batchSize: drafts.count == 1 ? nil : drafts.count, undoes: draft.undoes,
        settles: draft.settles)
      entries.append(Journal.Entry(record: draft.address.key, change: change))
      records.append((draft.address, draft.following(change)))
    }
    return try save(entries, records, batch: batch, at: now)
  }

  /// Puts a batch on disk, and keeps what it made of the records.
  mutating func save(
    _ entries: [Journal.Entry], _ records: [(address: RecordAddress, record: Record)],
    batch: String, at now: Moment
  ) throws(RegisterProblem) -> Saved {
    guard !entries.isEmpty else { return Saved(records: [], updates: [], batch: batch) }
    journalStamp = try Journal(folder).append(entries)
    newestSeen = now
    return keep(entries, records, batch: batch)
  }

  private mutating func keep(
    _ entries: [Journal.Entry], _ records: [(address: RecordAddress, record: Record)],
    batch: String
  ) -> Saved {
    for entry in entries { note(entry) }
    for (address, record) in records { shelves[address.slot].pending[record.key] = record }
    let changed = Dictionary(grouping: records, by: \.address.slot)
    let slots = changed.keys.sorted()
    let keys = records.map(\.record.key)
    let pieces = loader.scan(records.map(\.record)).map { Dictionary(zip(keys, $0)) { $1 } } ?? [:]
    for (slot, records) in changed {
      showPending(in: slot, changed: records.map(\.record.key), pieces)
    }
    return Saved(
      records: records.map(\.record),
      updates: slots.map { ShelfUpdate(slot: $0, chunk: shelves[$0].shown) }, batch: batch)
  }

  /// Many records as ``current(_:)`` gives them, on two threads; nil for those that have to be asked for
  /// by themselves: they have changes in the journal, or something is wrong.
  private func manyRecords(_ addresses: [RecordAddress]) -> [Record?] {
    guard addresses.count >= Threads.many else { return addresses.map { _ in nil } }
    let state = self
    return Threads.halves(addresses) { half in
      var reader = JSONReader()
      return half.map { address in
        guard state.shelves.indices.contains(address.slot),
          !state.shelves[address.slot].isInTrouble,
          state.shelves[address.slot].pending[address.key] == nil
        else { return nil }
        return try? state.recordOnDisk(address.slot, address.key) { bytes throws(JSONError) in
          try reader.read(bytes)
          return reader.withRoot(\.value)
        }.adopted
      }
    }
  }

  mutating func current(_ address: RecordAddress) throws(StoreError) -> Record {
    do throws(RegisterProblem) {
      guard shelves.indices.contains(address.slot), !shelves[address.slot].isInTrouble else {
        throw .fileInTrouble(
          path: shelves.indices.contains(address.slot) ? shelves[address.slot].path : address.key)
      }
      return try record(slot: address.slot, key: address.key).adopted
    } catch {
      throw .problem(error)
    }
  }

  // MARK: - Undo

  typealias Found = (address: RecordAddress, record: Record)

  static func drafts(
    undoing batch: String, in records: [Found], today: Day, isLenient: Bool = false
  ) throws(StoreError) -> [Draft] {
    var drafts: [Draft] = []
    for found in records where found.record.changes.contains(where: { $0.batchOrSelf == batch }) {
      do throws(UndoConflict) {
        let edits = try found.record.edits(
          undoing: batch, today: today, isLenient: isLenient)
        drafts.append(
          Draft(address: found.address, record: found.record, edits: edits, undoes: batch))
      } catch {
        throw .undoConflict(error)
      }
    }
    return drafts
  }

  /// The batch to take back, and the records it is to be found in.
  ///
  /// Reads the records changed last, and more of them only while the answer might lie further
  /// back: every change at least as late as the oldest row taken is then known.
  private mutating func recentHistory(
    _ wanted: KeyPath<UndoHistory, UndoHistory.Entry?>
  ) -> Recent {
    let candidates = changedRows()
    var recent = Recent(merges: MergeLog.all(folder))
    var taken = 0
    while true {
      let until = min(candidates.count, max(64, taken * 4))
      for (address, _) in candidates[taken..<until] {
        if let record = try? record(slot: address.slot, key: address.key) {
          recent.records.append((address, record))
        }
      }
      taken = until
      let found = UndoHistory(recent.batches)[keyPath: wanted]
      recent.batch = found?.batch
      guard taken < candidates.count else { return recent }
      if let found, found.at.milliseconds > candidates[taken].updated { return recent }
    }
  }

  /// The rows that were changed after they were made, the last changed first.
  func changedRows() -> [(address: RecordAddress, updated: Int64)] {
    var rows: [(address: RecordAddress, updated: Int64)] = []
    for (slot, shelf) in shelves.enumerated() {
      guard let chunk = shelf.shown else { continue }
      for row in chunk.allRows where row.flags.contains(.isChanged) {
        rows.append((RecordAddress(slot: slot, key: chunk.key(row)), row.updated))
      }
    }
    return rows.sorted { $0.updated > $1.updated }
  }
}

/// What was done last, as far as it has been read.
private struct Recent {
  var batch: String?
  var records: [StoreState.Found] = []
  let merges: [MergeLog]

  init(merges: [MergeLog]) { self.merges = merges }

  /// Each batch once. Imports are left out: they are never undone.
  ///
  /// Who settles a split or a merge by the other side takes it back on the way: that is something
  /// done, and no undo. What came with a merge that was taken back is gone with it.
  var batches: [UndoHistory.Entry] {
    let names = Set(merges.map(\.batch))
    let gone = Set(merges.filter { !$0.isInForce }.flatMap(\.records).flatMap(\.changes))
    let changes = records.flatMap(\.record.changes)
      .filter { $0.isUndoable && !gone.contains($0.id) }
    let settlements = Set(changes.filter { !$0.settles.isEmpty }.map(\.batchOrSelf))
    var entries: [String: UndoHistory.Entry] = [:]
    for entry in merges.flatMap(\.history) { entries[entry.batch] = entry }
    for change in changes {
      let batch = change.batchOrSelf
      let isUndo = !settlements.contains(batch) || change.undoes.map(names.contains) == true
      entries[batch] = .init(batch: batch, at: change.at, undoes: isUndo ? change.undoes : nil)
    }
    return Array(entries.values)
  }
}
