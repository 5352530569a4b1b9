package import Model

extension Record {
  /// A record made by one change that sets each of `fields`.
  package init(creating fields: Fields, id: Change.ID, on day: Day, by author: String) {
    let creation = Change(
      id: id, at: Moment(startOf: day), by: author, on: day, edits: Record.edits(making: fields))
    self.init(changes: [creation])
  }

  /// The edits that make `fields` out of nothing, in their order.
  package static func edits(making fields: Fields) -> [Edit] {
    fields.members.map { member in
      switch Field(rawValue: member.key)?.shape ?? .single {
      case .single: .set(field: member.key, from: .null, to: member.value)
      case .set: .alter(field: member.key, remove: [], add: member.value.elements)
      }
    }
  }

  /// The record as a follow-up file holds it: its fields, then its changes with the newest first.
  package var fileValue: Value {
    .object(
      fields.members + [Value.Member("changes", .list(changes.reversed().map(\.value)))])
  }
}
