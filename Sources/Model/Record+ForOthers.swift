extension Record {
  /// The record as others may have it: nothing of the stub, the notes and what was said of them,
  /// and no history; nil for what is the office's own. Source: domain.md §10, §14 rule 9.
  package var forOthers: Record? {
    guard fields[.regime].text != Regime.internal.rawValue else { return nil }
    var shared = fields
    for field in Field.internalOnly { shared[field] = .null }
    return Record(fields: shared, changes: [])
  }
}

extension Field {
  /// What never leaves the office.
  package static let internalOnly: [Field] = [.secretStub, .notes, .remarks, .toConfirm, .chases]
}
