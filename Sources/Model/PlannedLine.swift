/// Which record is meant: its file's slot, and its key.
package struct RecordAddress: Hashable, Sendable {
  package let slot: Int
  package let key: String
  /// The record's newest changes when the person saw it; nil for those there are when it is written.
  package let seen: [Change.ID]?

  package init(slot: Int, key: String, seen: [Change.ID]? = nil) {
    self.slot = slot
    self.key = key
    self.seen = seen
  }

  /// The same whatever was seen of it.
  package var withoutSeen: RecordAddress { RecordAddress(slot: slot, key: key) }
}

/// What an action would do to one record, or why it would not.
package struct PlannedLine: Hashable, Sendable {
  package enum Refusal: Hashable, Sendable {
    case action(ActionError)
    case problem(RegisterProblem)
  }

  package let address: RecordAddress
  package let code: String
  package let title: String
  package let edits: [Edit]
  /// The requirements that would be passed over.
  package let forced: [String]
  package let refusal: Refusal?
  /// Whether it is not meant itself, but linked to by one that is.
  package let isOtherEnd: Bool

  package init(
    _ address: RecordAddress, code: String, title: String, edits: [Edit] = [],
    forced: [String] = [], refusal: Refusal? = nil, isOtherEnd: Bool = false
  ) {
    self.address = address
    self.code = code
    self.title = title
    self.edits = edits
    self.forced = forced
    self.refusal = refusal
    self.isOtherEnd = isOtherEnd
  }

  /// Whether the record is as it is to be already.
  package var isUnchanged: Bool { refusal == .action(.nothingChanged) }
}

extension [PlannedLine] {
  /// The records that are meant and will be changed.
  package var accepted: [RecordAddress] {
    compactMap { $0.refusal == nil && !$0.isOtherEnd ? $0.address : nil }
  }

  /// How many will not be changed although they were to be.
  package var refusedCount: Int { count { $0.refusal != nil && !$0.isUnchanged } }
}
