/// A day in the life of a record that lists may be narrowed to, beside its deadline.
package enum DayField: String, CaseIterable, Sendable {
  /// It was raised; its status stands since; it was done; its deadline was put off last; it was
  /// pressed for last.
  case raised, since, done, extended, chased

  func ordinal(_ row: Row) -> Int32 {
    switch self {
    case .raised: row.raisedOrdinal
    case .since: row.statusOrdinal
    case .done: row.doneOrdinal
    case .extended: row.extensionOrdinal
    case .chased: row.chaseOrdinal
    }
  }
}

extension QueryField {
  /// The day it stands for; nil for what is no such day.
  var dayField: DayField? { DayField(rawValue: rawValue) }
}
