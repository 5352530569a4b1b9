extension Action {
  /// The key of the record that another one is merged into, if this is what is done.
  package var mergeTarget: String? {
    switch self {
    case .merge(let key, _): key
    case .step(let step): step.to == .merged ? step.otherKey : nil
    case .note, .due, .lead, .edit, .bin, .restore, .accept, .split, .chase, .stub, .settle, .rate,
      .deliver, .handOver, .follow:
      nil
    }
  }
}

extension Fields {
  /// What this record takes over from one that is merged into it: what it has not got itself.
  ///
  /// Nothing of its own is altered. Source: domain.md §4, *Đã gộp*.
  package func edits(takingOverFrom other: Fields) -> [Edit] {
    let taken: [Field] = [
      .alsoProvinces, .coordinating, .counterparts, .places, .topics, .tags, .quantities, .dossiers,
      .documents, .evidence, .sources, .notes,
    ]
    var edits: [Edit] = []
    for field in taken {
      var here = Set(self[field].elements.map(Fields.name))
      if field == .coordinating, let lead = self[.lead]["unit"].text { here.insert(.text(lead)) }
      if field == .alsoProvinces { here.insert(self[.province]) }
      let new = other[field].elements.filter { here.insert(Fields.name($0)).inserted }
      if !new.isEmpty { edits.append(.add(field, new)) }
    }
    return edits
  }

  /// By what an element is known: its id or document, else all of it.
  private static func name(_ element: Value) -> Value {
    for key in ["id", "document"] where !element[key].isEmpty { return element[key] }
    return element
  }
}
