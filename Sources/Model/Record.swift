/// A record as it is kept: the changes, which are the truth, and the fields they fold to.
package struct Record: Hashable, Sendable {
  package private(set) var fields: Fields
  /// In the order they are folded, oldest first.
  package private(set) var changes: [Change]

  /// A record read from a file, whose fields are taken to be the fold of its changes.
  package init(fields: Fields, changes: [Change]) {
    self.fields = fields
    self.changes = changes.sorted(by: Change.isInOrder)
  }

  /// A record of changes alone.
  package init(changes: [Change]) {
    let ordered = changes.sorted(by: Change.isInOrder)
    self.init(fields: Record.fold(ordered), changes: ordered)
  }

  package var key: String { fields[.key].text ?? "" }
  package var code: String { fields[.code].text ?? "" }

  /// The union with `others`, folded anew; in any order and any number of times the same.
  ///
  /// Fields that are not what the changes come to were edited by hand: they are adopted first
  /// (``adoption``), so that folding anew never loses them.
  package func merged(with others: [Change]) -> Record {
    guard !others.isEmpty else { return self }
    let known = Set(changes.map(\.id))
    guard !others.allSatisfy({ known.contains($0.id) }) else { return self }
    let base = adopted
    var seen = Set(base.changes.map(\.id))
    let unseen = others.filter { seen.insert($0.id).inserted }
    guard !unseen.isEmpty else { return base }
    guard hasOnlyKnownEdits else { return following(unseen) }
    if let last = base.changes.last, unseen.allSatisfy({ Change.isInOrder(last, $0) }) {
      return base.following(unseen)
    }
    return Record(changes: base.changes + unseen)
  }

  /// With a change made by somebody who sees the record as it is: one later than all of its own, where
  /// the fields are known to be what these come to.
  package func followed(by change: Change) -> Record { following([change]) }

  /// The changes folded onto the fields: right where they come after all others, and where the
  /// fields alone have what edits of a newer dondoc did.
  private func following(_ unseen: [Change]) -> Record {
    var fields = fields
    for change in unseen.sorted(by: Change.isInOrder) {
      for edit in change.edits { fields.apply(edit) }
    }
    return Record(fields: fields, changes: changes + unseen)
  }

  /// The changes no other change has seen: what the next change comes after.
  package var newest: [Change.ID] {
    let seen = Set(changes.flatMap(\.after))
    return changes.map(\.id).filter { !seen.contains($0) }
  }

  package var lastMoment: Moment { changes.last?.at ?? Moment(milliseconds: 0) }

  /// Whether the fields are what the changes come to.
  package var isProven: Bool { Record.fold(changes) == fields }

  /// What changes come to, folded in the order given.
  package static func fold(_ changes: [Change]) -> Fields {
    var fields = Fields()
    for change in changes {
      for edit in change.edits { fields.apply(edit) }
    }
    return fields
  }
}

extension Fields {
  /// Applies one edit; an edit that only a newer dondoc knows leaves the fields as they are.
  package mutating func apply(_ edit: Edit) {
    switch edit {
    case .set(let field, _, let to): self[name: field] = to
    case .alter(let field, let remove, let add):
      let isNamed = field == Field.counterparts.rawValue
      self[name: field] = .list(
        altered(self[name: field].elements, remove: remove, add: add, isNamed: isNamed))
    case .unknown: break
    }
  }

  /// Lines of counterparts are known by their ids: of one counterpart there is never more than one,
  /// also where two people altered it without sight of each other.
  private func altered(
    _ items: [Value], remove: [Value], add: [Value], isNamed: Bool
  ) -> [Value] {
    var items = items
    var place: Int?
    func index(of value: Value) -> Int? {
      if let exact = items.firstIndex(of: value) { return exact }
      guard isNamed, !value["id"].isEmpty else { return nil }
      return items.firstIndex { $0["id"] == value["id"] }
    }
    for value in remove {
      guard let index = index(of: value) else { continue }
      items.remove(at: index)
      place = min(place ?? index, index)
    }
    var joining: [Value] = []
    for value in add where !items.contains(value) {
      if let index = index(of: value) { items[index] = value } else { joining.append(value) }
    }
    items.insert(contentsOf: joining, at: place ?? items.count)
    return items
  }
}
