extension Record {
  /// The record as the register had it at `moment`: what was recorded later is not in it.
  ///
  /// nil where it was not recorded yet. Counted is when a change was recorded, not the day its fact
  /// belongs to: the question is what the register said then.
  package func asOf(_ moment: Moment) -> Record? {
    guard lastMoment > moment else { return self }
    let record = Record(changes: changes.filter { $0.at <= moment })
    // Without its creation, as by a clock that went wrong, it is no record yet.
    return Field.mandatory.allSatisfy { !record.fields[$0].isEmpty } ? record : nil
  }
}

extension FollowUp {
  /// An event of defence: public as an event, and its content is not for the register. Source:
  /// domain.md §10, story S12.
  package var isOfDefence: Bool {
    let title = title.lowercased()
    return kind == .event
      && (lead?.unit == "bo-quoc-phong" || title.contains("quốc phòng"))
  }
}

extension Record {
  /// The record as others may have it: nothing of the stub, the notes and what was said of them, and no
  /// history; nil for what is the office's own. Source: domain.md §10, §14 rule 9.
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
