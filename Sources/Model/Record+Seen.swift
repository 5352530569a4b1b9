/// What its author has in sight when a change is made: not always all there is.
extension Record {
  /// The record as somebody had it who had seen the changes `seen`, with all that their authors had.
  ///
  /// It is the record itself where that is all there is, or where it cannot be told: nothing of
  /// `seen` is known here, or an edit of a newer dondoc stands in the history. Linear in the changes.
  package func asSeen(_ seen: [Change.ID]?) -> Record {
    guard let seen, hasOnlyKnownEdits else { return self }
    let known = Dictionary(changes.map { ($0.id, $0.after) }) { first, _ in first }
    var taken: Set<Change.ID> = []
    var left = seen.filter { known[$0] != nil }
    while let id = left.popLast() {
      if taken.insert(id).inserted { left += known[id] ?? [] }
    }
    let standing = changes.filter { taken.contains($0.id) }
    guard !standing.isEmpty, standing.count < changes.count else { return self }
    let record = Record(changes: standing)
    return record.key == key ? record : self
  }
}

extension Action {
  /// The edits this comes to on `record` for somebody who saw it as `basis`: what it takes is looked
  /// for there, and only there, so that two who answer at once get a conflict and no refusal.
  ///
  /// - Throws: ``ActionError`` as ``outcome(on:author:noteID:force:)`` does on what was seen, and
  ///   where others have done meanwhile what leaves nothing to change.
  package func outcome(
    on record: Record, seenAs basis: Record, author: String, noteID: String, force: Bool = false
  ) throws(ActionError) -> ActionOutcome {
    guard basis.changes.count < record.changes.count, isAnsweredAsSeen else {
      return try outcome(on: record, author: author, noteID: noteID, force: force)
    }
    try refuseIfGone(record, since: basis)
    var outcome = try outcome(on: basis, author: author, noteID: noteID, force: force)
    let texts = outcome.edits.flatMap(\.newTexts) + [outcome.why].compactMap(\.self)
    // A secret paper may have been noted meanwhile.
    try Action.refuseAttachments(texts, in: record.fields)
    let edits = record.fields.rebased(outcome.edits, from: basis.fields)
    // A split gets its links when its parts have their keys.
    guard !edits.isEmpty || outcome.edits.isEmpty else { throw .nothingChanged }
    outcome.edits = edits
    return outcome
  }

  /// A split or a merge that somebody has settled is not taken back once more.
  private var isAnsweredAsSeen: Bool {
    guard case .settle(let matter, _, _) = self else { return true }
    return matter != .split && matter != .removal
  }

  /// What is in the bin is left alone. What went on as another record may be altered beside that,
  /// which is a conflict; but two ways to go on are not folded into one.
  private func refuseIfGone(_ record: Record, since basis: Record) throws(ActionError) {
    if basis.fields[.binned].isEmpty, let day = record.fields[.binned].text.flatMap({ Day($0) }) {
      throw .inTheBin(since: day)
    }
    if goesOn, basis.fields[.mergedInto].isEmpty, let key = record.fields[.mergedInto].text {
      throw .mergedMeanwhile(into: key)
    }
  }

  /// Whether it says how the record goes on.
  private var goesOn: Bool {
    switch self {
    case .step, .split, .merge: true
    case .note, .due, .lead, .edit, .bin, .restore, .accept, .chase, .rate, .deliver, .stub,
      .handOver, .follow, .settle:
      false
    }
  }
}

extension Fields {
  /// Edits that were made on `seen`, as they come to the same on these fields.
  ///
  /// What an edit replaces is what stands here, so that its undo puts that back. Of a line that two
  /// people altered, what only the one altered stays.
  func rebased(_ edits: [Edit], from seen: Fields) -> [Edit] {
    var standing = self
    var rebased: [Edit] = []
    func take(_ edit: Edit) {
      standing.apply(edit)
      rebased.append(edit)
    }
    for edit in edits {
      if let edit = standing.rebased(edit) { take(edit) }
    }
    for edit in companionsOfStatus(edits, seen) { take(edit) }
    if let edit = standing.companionOfDeadline(edits) { take(edit) }
    return rebased
  }

  private func rebased(_ edit: Edit) -> Edit? {
    switch edit {
    case .set(let field, _, let to): return .set(field: field, from: self[name: field], to: to)
    case .alter(let field, let remove, let add):
      let elements = self[name: field].elements
      guard let name = Fields.names[field] else {
        let gone = remove.filter(elements.contains)
        let new = add.filter { gone.contains($0) || !elements.contains($0) }
        return gone.isEmpty && new.isEmpty ? nil : .alter(field: field, remove: gone, add: new)
      }
      func find(_ element: Value, in list: [Value]) -> Value? {
        list.first { other in name.allSatisfy { element[$0] == other[$0] } }
      }
      let gone = elements.filter { find($0, in: remove) != nil || find($0, in: add) != nil }
      let new = add.map { element in
        find(element, in: gone).map { present in
          present.taking(element, since: find(element, in: remove) ?? .null)
        } ?? element
      }
      return gone.isEmpty && new.isEmpty ? nil : .alter(field: field, remove: gone, add: new)
    case .unknown: return edit
    }
  }

  /// The members by which an element is known, of lists in which nothing stands twice.
  private static let names: [String: [String]] = [
    Field.counterparts.rawValue: ["id"], Field.ratings.rawValue: ["year", "side"],
    Field.deliveries.rawValue: ["period"],
  ]

  /// Where another status was set meanwhile, what went with it goes: as if this side were chosen.
  private func companionsOfStatus(_ edits: [Edit], _ seen: Fields) -> [Edit] {
    guard let status = edits.value(of: .status), self[.status] != seen[.status],
      self[.status] != status
    else { return [] }
    let others = Field.withStatus + [.holder]
    return others.filter { self[$0] != seen[$0] && edits.value(of: $0) == nil }
      .map { .set($0, from: self[$0], to: seen[$0]) }
  }

  /// No record has a deadline and a reason for having none: what was said now stands.
  private func companionOfDeadline(_ edits: [Edit]) -> Edit? {
    guard !self[.due].isEmpty, !self[.noDeadlineReason].isEmpty else { return nil }
    if edits.value(of: .due)?.isEmpty == false {
      return .set(.noDeadlineReason, from: self[.noDeadlineReason], to: .null)
    }
    return edits.value(of: .noDeadlineReason) == nil ? nil : .set(.due, from: self[.due], to: .null)
  }
}

extension [Edit] {
  /// What these leave in a single field; nil where they leave it alone.
  fileprivate func value(of field: Field) -> Value? {
    for case .set(field.rawValue, _, let to) in reversed() { return to }
    return nil
  }
}

extension Value {
  /// This with the members that `new` has otherwise than `old`.
  fileprivate func taking(_ new: Value, since old: Value) -> Value {
    guard case .object(var members) = self, case .object(let news) = new else { return new }
    let olds = if case .object(let olds) = old { olds } else { [Member]() }
    for key in news.map(\.key) + olds.map(\.key) where new[key] != old[key] {
      let value = new[key]
      if value.isEmpty {
        members.removeAll { $0.key == key }
      } else if let index = members.firstIndex(where: { $0.key == key }) {
        members[index] = Member(key, value)
      } else {
        members.append(Member(key, value))
      }
    }
    return .object(members)
  }
}
