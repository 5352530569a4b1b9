internal import Model

extension StoreState {
  /// Refuses deadlines that are counted from an event which is itself counted from the record.
  mutating func refuseRings(_ drafts: [Draft]) throws(StoreError) {
    for draft in drafts {
      for case .set(Field.due.rawValue, _, let to) in draft.edits {
        guard var event = to["event"].text else { continue }
        var way: [String] = []
        while event != draft.record.key, !way.contains(event) {
          way.append(event)
          guard let next = self.event(of: event) else { break }
          event = next
        }
        if event == draft.record.key {
          throw .refused(code: draft.record.code, .dueInARing(way))
        }
      }
    }
  }

  /// The key of the event that the deadline of a record is counted from.
  private mutating func event(of key: String) -> String? {
    guard let address = address(ofKey: key), let record = try? current(address) else { return nil }
    return record.fields[.due]["event"].text
  }
}
