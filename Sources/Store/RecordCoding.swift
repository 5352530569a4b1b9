internal import Model

/// A record as the files hold it: its fields, then its changes, the newest first.
enum RecordCoding {
  static let changesKey = "changes"

  static func value(_ record: Record) -> Value {
    let changes = Value.list(record.changes.reversed().map(\.value))
    return .object(record.fields.members + [Value.Member(changesKey, changes)])
  }

  /// The same without what the changes did: all that a row is made of. Where changes were made without
  /// sight of each other, whether they are in conflict is seen by what they did.
  static func outline(_ record: Record) -> Value {
    guard !record.isForked else { return value(record) }
    let changes = record.changes.reversed().map { change in
      var change = change
      change.edits = []
      return change.value
    }
    return .object(record.fields.members + [Value.Member(changesKey, .list(changes))])
  }

  static func record(_ value: Value) throws(ValueError) -> Record {
    guard case .object(let members) = value else { throw ValueError("", .expected(.object)) }
    var changes: [Change] = []
    for (index, item) in value[changesKey].elements.enumerated() {
      do throws(ValueError) {
        changes.append(try Change(item))
      } catch {
        throw ValueError("\(changesKey)[\(index)].\(error.path)", error.problem)
      }
    }
    return Record(fields: Fields(members.filter { $0.key != changesKey }), changes: changes)
  }
}
