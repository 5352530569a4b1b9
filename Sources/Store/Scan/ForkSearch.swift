internal import Model

/// Finds records that two people changed without sight of each other, without decoding the others.
enum ForkSearch {
  /// Whether a change does not name the one before it. Files hold the newest first.
  ///
  /// Linear in the changes; a record that was only made costs two steps.
  static func isForked(_ changes: JSONNode) -> Bool {
    var newer: JSONNode?
    for change in changes.elements {
      if let newer, let id = change["id"]?.plainText, !names(newer["after"], id) { return true }
      newer = change
    }
    return false
  }

  private static func names(
    _ after: JSONNode?, _ id: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let after else { return false }
    for name in after.elements {
      if let bytes = name.plainText, bytes.count == id.count, bytes.elementsEqual(id) {
        return true
      }
    }
    return false
  }

  /// Decodes the record: to be asked of the few that are forked.
  static func hasConflict(_ record: JSONNode) -> Bool {
    guard let record = try? RecordCoding.record(record.value) else { return false }
    return !record.conflicts.isEmpty
  }
}
