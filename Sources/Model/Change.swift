/// What one edit does to one field.
package enum Edit: Hashable, Sendable {
  /// A single value was `from` and becomes `to`; null stands for empty on either side.
  case set(field: String, from: Value, to: Value)
  /// Elements leave a list and others join it; what joins takes the place of what left.
  case alter(field: String, remove: [Value], add: [Value])
  /// An edit that a newer dondoc made in a way this one does not know: kept whole, never applied.
  case unknown(Value)

  package static func set(_ field: Field, from: Value, to: Value) -> Edit {
    .set(field: field.rawValue, from: from, to: to)
  }

  package static func add(_ field: Field, _ values: [Value]) -> Edit {
    .alter(field: field.rawValue, remove: [], add: values)
  }

  /// The field this edits; nil for an edit this dondoc does not know.
  package var field: String? {
    switch self {
    case .set(let field, _, _), .alter(let field, _, _): field
    case .unknown: nil
    }
  }

  /// The edit that puts back what this one changed; nil for one this dondoc does not know.
  package var inverse: Edit? {
    switch self {
    case .set(let field, let from, let to): .set(field: field, from: to, to: from)
    case .alter(let field, let remove, let add): .alter(field: field, remove: add, add: remove)
    case .unknown: nil
    }
  }
}

/// One thing done to one record: the only way a register alters. Source: architecture.md §1.
package struct Change: Hashable, Sendable {
  package typealias ID = String

  /// Unique in the world.
  package var id: ID
  /// When it was recorded; never earlier than any change its author had seen.
  package var at: Moment
  package var by: String
  /// The day the fact belongs to, where that is not the day it was recorded.
  package var on: Day?
  /// The record's newest changes that the author had seen; empty for its creation.
  package var after: [ID]
  package var edits: [Edit]
  package var why: String?
  /// The requirements that were not met and were passed over all the same.
  package var forced: [String]
  /// Shared by changes that were made, and are undone, together.
  package var batch: String?
  /// How many changes the batch has, where it has several: the receipt of a bulk change.
  package var batchSize: Int?
  /// The batch this one takes back.
  package var undoes: String?
  package var settles: [ID]
  /// Keys that only a newer dondoc knows, handed on as they came.
  package var extra: [Value.Member]

  package init(
    id: ID, at: Moment, by: String, on: Day? = nil, after: [ID] = [], edits: [Edit],
    why: String? = nil, forced: [String] = [], batch: String? = nil, batchSize: Int? = nil,
    undoes: String? = nil,
    settles: [ID] = [], extra: [Value.Member] = []
  ) {
    self.id = id
    self.at = at
    self.by = by
    self.on = on
    self.after = after
    self.edits = edits
    self.why = why
    self.forced = forced
    self.batch = batch
    self.batchSize = batchSize
    self.undoes = undoes
    self.settles = settles
    self.extra = extra
  }

  /// Whether undo may take it back. What was entered has a batch; what was imported has none.
  package var isUndoable: Bool { !after.isEmpty || batch != nil }

  /// What is undone as one: the batch, or the change by itself.
  package var batchOrSelf: String { batch ?? id }

  /// The end of a batch's name, which is enough to be read out over the telephone.
  package static func number(ofBatch batch: String) -> String { String(batch.suffix(4)) }

  /// The order in which changes are folded: by time, then by id, the same on every machine.
  package static func isInOrder(_ one: Change, _ other: Change) -> Bool {
    (one.at, one.id) < (other.at, other.id)
  }
}

/// A moment as changes are ordered by: milliseconds since 1970 in UTC.
package struct Moment: Hashable, Comparable, Sendable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static func < (one: Moment, other: Moment) -> Bool {
    one.milliseconds < other.milliseconds
  }
}
