internal import Model

/// What an action does to other records than those it is done to.
extension StoreState {
  mutating func addOthers(
    of action: Action, on addresses: [RecordAddress], at now: Moment, force: Bool,
    to drafts: inout [Draft]
  ) throws(StoreError) {
    switch action {
    case .edit(let edit): try addOtherEnds(of: edit, on: addresses, to: &drafts)
    case .split: try addParts(of: action, at: now, force: force, to: &drafts)
    case .settle(let matter, let settlement, _):
      try takeBack(matter, settlement, at: now, in: &drafts)
    case .merge, .step: break
    case .note, .due, .lead, .accept, .bin, .restore, .chase, .stub, .rate, .deliver,
      .handOver, .follow:
      return
    }
    if action.mergeTarget != nil { try addTarget(of: action, to: &drafts) }
    if case .step(let step) = action, !force { try checkParts(step, drafts) }
  }

  /// Links are seen from both ends: the records linked to are changed in the same batch.
  private mutating func addOtherEnds(
    of edit: RecordEdit, on addresses: [RecordAddress], to drafts: inout [Draft]
  ) throws(StoreError) {
    for address in addresses {
      for case let (key, back)? in edit.fields.map({ $0.otherEnd(of: address.key) }) {
        guard let other = self.address(ofKey: key) else {
          throw .problem(.recordGone(code: key))
        }
        try add(to: other, on: edit.on, in: &drafts) { (fields) throws(ActionError) in
          try fields.edits(back, on: edit.on)
        }
      }
    }
  }

  func address(ofKey key: String) -> RecordAddress? {
    shelves.firstIndex { $0.shown?.index(ofKey: key) != nil }
      .map { RecordAddress(slot: $0, key: key) }
  }

  /// Adds to what is done to a record, which may be nothing yet.
  private mutating func add(
    to address: RecordAddress, on day: Day, in drafts: inout [Draft],
    _ edits: (Fields) throws(ActionError) -> [Edit]
  ) throws(StoreError) {
    let index = drafts.firstIndex { $0.address.key == address.key }
    let record: Record
    if let index { record = drafts[index].record } else { record = try current(address) }
    do throws(ActionError) {
      if let index {
        var standing = record.fields
        for edit in drafts[index].edits { standing.apply(edit) }
        drafts[index].edits += try edits(standing)
      } else {
        let new = try edits(record.fields)
        guard !new.isEmpty else { return }
        drafts.append(Draft(address: address, record: record, on: day, edits: new))
      }
    } catch {
      throw .refused(code: record.code, error)
    }
  }

  // MARK: - Splitting

  /// Makes the parts, with the next free numbers behind the code of the whole.
  private mutating func addParts(
    of action: Action, at now: Moment, force: Bool, to drafts: inout [Draft]
  ) throws(StoreError) {
    guard case .split(let parts, let on) = action else { return }
    var numbers = CodeNumbers(shownChunks, registry: loader.registry)
    for index in drafts.indices {
      let whole = drafts[index].seen ?? drafts[index].record
      let prefix =
        RecordCodes.prefix(of: whole.code)
        ?? RecordCodes.prefix(
          letters: RecordCodes.letters(of: whole.code) ?? "", year: now.day.year)
      let names = parts.map { _ in
        (key: Identifier.make(now), code: numbers.next(behind: prefix))
      }
      let made: [Fields]
      do throws(ActionError) {
        made = try action.fieldsOfParts(of: whole, names: names, force: force)
      } catch {
        throw .refused(code: whole.code, error)
      }
      drafts[index].edits.append(
        .add(.links, names.map { Link(.hasPart, to: $0.key).value }))
      for (fields, name) in zip(made, names) {
        let slot = slotOfFile(RegisterFolder.file(for: Record(fields: fields, changes: [])))
        guard !shelves[slot].isInTrouble else {
          throw .problem(.fileInTrouble(path: shelves[slot].path))
        }
        drafts.append(
          Draft(
            address: RecordAddress(slot: slot, key: name.key), record: Record(changes: []),
            on: on, edits: fields.creation, isNew: true))
      }
    }
  }

  /// A record that was split is not done while a part of it is open. Source: domain.md §14 rule 7.
  private func checkParts(_ step: StatusStep, _ drafts: [Draft]) throws(StoreError) {
    guard step.to == .done || step.to == .closed else { return }
    for draft in drafts {
      let parts = (draft.seen ?? draft.record).fields[.links].elements.compactMap { try? Link($0) }
        .filter { $0.relation == .hasPart }
      var open: [String] = []
      for part in parts {
        guard let address = address(ofKey: part.to), let chunk = shelves[address.slot].shown,
          let row = chunk.index(ofKey: part.to).flatMap(chunk.row(at:)), row.status.isOpen,
          !row.flags.contains(.binned)
        else { continue }
        open.append(chunk.code(row))
      }
      if !open.isEmpty { throw .refused(code: draft.record.code, .step(.openParts(open))) }
    }
  }

  // MARK: - Merging one record into another

  /// The target takes over what it lacks.
  private mutating func addTarget(
    of action: Action, to drafts: inout [Draft]
  ) throws(StoreError) {
    guard let key = action.mergeTarget else { return }
    guard let address = address(ofKey: key) else { throw .problem(.recordGone(code: key)) }
    let target = try current(address)
    let sources = drafts.map(\.record)
    if let since = target.fields[.binned].text.flatMap({ Day($0) }) {
      throw .refused(code: target.code, .inTheBin(since: since))
    }
    if target.fields[.status].text == Status.merged.rawValue {
      throw .refused(
        code: sources.first?.code ?? "",
        .targetIsMerged(code: target.code, into: codeOfEnd(of: target)))
    }
    for source in sources {
      if source.key == key { throw .refused(code: source.code, .step(.intoItself)) }
      try add(to: address, on: action.on, in: &drafts) { (fields) throws(ActionError) in
        let edits = fields.edits(takingOverFrom: source.fields)
        try Action.refuseAttachments(edits.flatMap(\.newTexts), in: fields)
        return edits
      }
    }
  }

  /// Where a chain of merged records ends; chains that come back to themselves end where they do.
  mutating func codeOfEnd(of record: Record) -> String {
    var (end, seen) = (record, Set<String>())
    while seen.insert(end.key).inserted, let next = end.fields[.mergedInto].text,
      let address = address(ofKey: next), let record = try? current(address)
    {
      end = record
    }
    return end.code
  }

  // MARK: - Settling

  /// Where the other side of a split or a merge was chosen, its whole batch is taken back.
  private mutating func takeBack(
    _ matter: Conflict.Matter, _ settlement: Settlement, at now: Moment, in drafts: inout [Draft]
  ) throws(StoreError) {
    for index in drafts.indices {
      guard let batch = drafts[index].record.batchTakenBack(matter, settlement) else { continue }
      var records: [Found] = []
      for (address, _) in changedRows() {
        if let record = try? record(slot: address.slot, key: address.key) {
          records.append((address, record))
        }
      }
      for var undone in try StoreState.drafts(
        undoing: batch, in: records, today: now.day, isLenient: true)
      {
        if undone.record.key == drafts[index].record.key {
          undone.settles = drafts[index].settles
          undone.on = drafts[index].on
          drafts[index] = undone
        } else {
          drafts.append(undone)
        }
      }
    }
  }
}
