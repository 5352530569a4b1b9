internal import Glibc
package import Model
internal import Synchronization

extension RegisterStore {
  /// The former versions that are kept of the follow-up files, by file, the newest first.
  package func generations() -> [Generation] {
    Generations(folder.path).all().filter { $0.file.hasPrefix("follow-ups/") }
  }

  /// What a version has otherwise. Reads it whole.
  ///
  /// - Throws: Why the version cannot be read; it was kept because it was in the way, perhaps.
  package func difference(
    of generation: Generation
  ) throws(RegisterProblem) -> GenerationDifference {
    try state.withLock { state throws(RegisterProblem) in try state.difference(of: generation) }
  }

  /// What ``restore(_:as:)`` would do to each record now. Nothing is written.
  package func previewRestoring(
    _ generation: Generation
  ) throws(StoreError) -> [PlannedChange] {
    try state.withLock { state throws(StoreError) in
      try state.restored(generation).map { restored in
        PlannedChange(
          record: restored.now ?? restored.kept, edits: restored.edits, forced: [],
          isNew: restored.now == nil)
      }
    }
  }

  /// The kept version with this name.
  package func generation(named name: String) -> Generation? {
    generations().first { $0.name == name }
  }

  /// What restoring would do, with how much it is.
  package func restoringPlan(_ generation: Generation) throws(StoreError) -> RestoringPlan {
    let difference: GenerationDifference
    do throws(RegisterProblem) {
      difference = try self.difference(of: generation)
    } catch {
      throw .problem(error)
    }
    let planned = difference.putsBack ? [] : try previewRestoring(generation)
    return RestoringPlan(
      name: generation.name, difference: difference,
      lines: planned.map { change in
        RestoringPlan.Line(
          code: change.record.code, title: change.record.fields[.title].text ?? "—",
          edits: change.isNew ? [] : change.edits, isNew: change.isNew)
      })
  }

  /// Makes the records what they were in a version, by changes: the present stays in their history
  /// and can be had back by undo. Records that are newer than the version stay as they are.
  ///
  /// A file that cannot be read is kept as a version itself, the version takes its place, and the
  /// changes of the journals kept since are joined to it.
  package func restore(
    _ generation: Generation, as author: Signature
  ) throws(StoreError) -> Saved {
    try state.withLock { state throws(StoreError) in
      try state.restore(generation, as: author)
    }
  }
}

extension StoreState {
  /// A record as it was, and as it is.
  struct Restored {
    let kept: Record
    let address: RecordAddress?
    /// nil where it is gone.
    let now: Record?
    /// Changes the register has lost.
    let lost: [Change]
    let edits: [Edit]
  }

  func isUnreadable(_ file: String) -> Bool {
    shelves.contains { $0.path == file && $0.isInTrouble }
  }

  mutating func difference(
    of generation: Generation
  ) throws(RegisterProblem) -> GenerationDifference {
    var difference = GenerationDifference()
    let kept = try generation.records()
    difference.records = kept.count
    guard !isUnreadable(generation.file) else {
      difference.putsBack = true
      return difference
    }
    for record in kept {
      guard let address = address(ofKey: record.key) else {
        difference.missing += 1
        continue
      }
      let now = try self.record(slot: address.slot, key: address.key)
      if now.fields != record.fields { difference.changed += 1 }
    }
    let keys = Set(kept.map(\.key))
    let shown = shelves.first { $0.path == generation.file }?.shown
    difference.newer =
      shown?.allRows.count { row in
        !keys.contains(shown?.key(row) ?? "")
      } ?? 0
    return difference
  }

  /// The records that are not as they were.
  mutating func restored(_ generation: Generation) throws(StoreError) -> [Restored] {
    let records: [Record]
    do throws(RegisterProblem) {
      records = try generation.records()
    } catch {
      throw .problem(error)
    }
    var restored: [Restored] = []
    for kept in records.map(\.adopted) {
      guard let address = address(ofKey: kept.key) else {
        restored.append(
          Restored(
            kept: kept, address: nil, now: nil, lost: kept.changes, edits: kept.fields.creation))
        continue
      }
      let now = try current(address)
      let known = Set(now.changes.map(\.id))
      let lost = kept.changes.filter { !known.contains($0.id) }
      let edits = now.merged(with: lost).fields.edits(becoming: kept.fields)
      guard !lost.isEmpty || !edits.isEmpty else { continue }
      restored.append(
        Restored(kept: kept, address: address, now: now, lost: lost, edits: edits))
    }
    return restored
  }

  mutating func restore(
    _ generation: Generation, as signature: Signature
  ) throws(StoreError) -> Saved {
    try locked(as: signature) { (state, now) throws(StoreError) in
      do throws(RegisterProblem) {
        if state.isUnreadable(generation.file) { return try state.putBack(generation, at: now) }
      } catch {
        throw .problem(error)
      }
      let restored = try state.restored(generation)
      do throws(RegisterProblem) {
        return try state.write(restored, of: generation, by: signature.author, at: now)
      } catch {
        throw .problem(error)
      }
    }
  }

  private mutating func write(
    _ restored: [Restored], of generation: Generation, by author: String, at now: Moment
  ) throws(RegisterProblem) -> Saved {
    let batch = Identifier.make(now)
    var entries: [Journal.Entry] = []
    var records: [(address: RecordAddress, record: Record)] = []
    for (index, item) in restored.enumerated() {
      entries += item.lost.map { Journal.Entry(record: item.kept.key, change: $0) }
      let address =
        item.address
        ?? RecordAddress(slot: slotOfFile(generation.file), key: item.kept.key)
      guard let standing = item.now?.merged(with: item.lost) else {
        records.append((address, item.kept))
        continue
      }
      let change = Change(
        id: "\(batch)-\(index + 1)", at: now, by: author, after: standing.newest,
        edits: item.edits, why: "khôi phục / restored: \(generation.name)", batch: batch,
        batchSize: restored.count { $0.now != nil && !$0.edits.isEmpty })
      if !item.edits.isEmpty {
        entries.append(Journal.Entry(record: item.kept.key, change: change))
      }
      records.append((address, item.edits.isEmpty ? standing : standing.merged(with: [change])))
    }
    guard !entries.isEmpty else { return Saved(records: [], updates: [], batch: batch) }
    return try save(entries, records, batch: batch, at: now)
  }

  /// Puts a version in the place of a file that cannot be read.
  private mutating func putBack(
    _ generation: Generation, at now: Moment
  ) throws(RegisterProblem) -> Saved {
    // Whether it is a file of records is found out before anything is touched.
    let kept = try generation.records()
    let bytes = try generation.bytes()
    let keeping = Generations(folder.path)
    try keeping.keep(generation.file)
    try SafeFile.replace(folder.path + "/" + generation.file, with: bytes)
    var updates = try refresh()
    let entries = changesSince(kept, in: generation.file)
    let batch = Identifier.make(now)
    guard !entries.isEmpty else { return Saved(records: kept, updates: updates, batch: batch) }
    journalStamp = try Journal(folder).append(entries)
    for entry in entries { note(entry) }
    if let slot = shelves.firstIndex(where: { $0.path == generation.file }) {
      _ = shelve(loader.scan(shelves[slot].path), in: slot)
      updates.append(ShelfUpdate(slot: slot, chunk: shelves[slot].shown))
    }
    for slot in addRecordsWithoutFile().sorted() {
      updates.append(ShelfUpdate(slot: slot, chunk: shelves[slot].shown))
    }
    return Saved(records: kept, updates: updates, batch: batch)
  }

  /// The changes in the journals kept that a version of a file has not got.
  private func changesSince(_ kept: [Record], in file: String) -> [Journal.Entry] {
    var known: [String: Set<Change.ID>] = [:]
    for record in kept { known[record.key] = Set(record.changes.map(\.id)) }
    var entries: [Journal.Entry] = []
    for path in Generations(folder.path).keptJournals() {
      for entry in (try? Journal(at: path).read())?.entries ?? [] {
        if known[entry.record] == nil {
          let created = Record(changes: [entry.change])
          guard !created.code.isEmpty, RegisterFolder.file(for: created) == file,
            address(ofKey: entry.record) == nil
          else { continue }
          known[entry.record] = []
        }
        if known[entry.record]?.insert(entry.change.id).inserted == true { entries.append(entry) }
      }
    }
    return entries
  }
}
