internal import Glibc
internal import Model

/// What a merge of copies took over, kept in `merges/` so that it can be undone as one.
struct MergeLog {
  struct Entry {
    var key: String
    var changes: [Change.ID]
  }

  var batch: String
  var at: Moment
  var by: String
  var records: [Entry]

  private static let directory = "merges"

  func write(_ folder: RegisterFolder) throws(RegisterProblem) {
    let path = folder.path + "/" + MergeLog.directory
    try Posix.makeFolders(path)
    try SafeFile.replace("\(path)/\(batch).json", with: CanonicalWriter.object(value))
  }

  private var value: Value {
    .object([
      "batch": .text(batch), "at": .text(at.text), "by": .text(by),
      "records": .list(
        records.map { entry in
          .object(["key": .text(entry.key), "changes": .list(entry.changes.map { .text($0) })])
        }),
    ])
  }

  /// Those there are; one that cannot be read is passed over, it only cannot be undone as one.
  static func all(_ folder: RegisterFolder) -> [MergeLog] {
    let path = folder.path + "/" + directory
    guard Posix.isFolder(path) else { return [] }
    return ((try? Posix.names(in: path)) ?? []).filter { $0.hasSuffix(".json") }.compactMap {
      name in
      guard let value = try? folder.readValue("\(directory)/\(name)"),
        let batch = value["batch"].text, let at = value["at"].text.flatMap({ Moment($0) })
      else { return nil }
      let records = value["records"].elements.compactMap { item -> Entry? in
        guard let key = item["key"].text else { return nil }
        return Entry(key: key, changes: item["changes"].elements.compactMap(\.text))
      }
      return MergeLog(batch: batch, at: at, by: value["by"].text ?? "", records: records)
    }
  }
}

extension MergeLog {
  /// Values that were in conflict and stand as this copy had them are set once more: with the merge
  /// its conflicts go too.
  fileprivate static func confirming(
    _ record: Record, _ conflicts: [Conflict], beside edits: [Edit]
  ) -> [Edit] {
    let touched = Set(edits.compactMap(\.field))
    var all: [Edit] = []
    for conflict in conflicts {
      let field: String =
        switch conflict.matter {
        case .field(let name): name
        case .line: Field.counterparts.rawValue
        case .split, .removal: Field.status.rawValue
        }
      guard !touched.contains(field), !all.contains(where: { $0.field == field }) else { continue }
      let value = record.fields[name: field]
      if field == Field.counterparts.rawValue {
        all.append(.alter(field: field, remove: value.elements, add: value.elements))
      } else {
        all.append(.set(field: field, from: value, to: value))
      }
    }
    return all
  }
}

extension StoreState {
  /// Takes a merge of copies back: every record as it would be without what was taken over; one that
  /// came with it goes into the bin. The other copy was never altered.
  mutating func drafts(undoing log: MergeLog, today: Day) -> [Draft] {
    log.records.compactMap { entry in
      guard let address = address(ofKey: entry.key),
        let record = try? record(slot: address.slot, key: entry.key)
      else { return nil }
      let taken = Set(entry.changes)
      let left = record.changes.filter { !taken.contains($0.id) }
      var edits: [Edit] = []
      if left.contains(where: \.after.isEmpty) {
        edits = record.fields.edits(becoming: Record.fold(left))
      } else if record.fields[.binned].isEmpty {
        edits = [.set(.binned, from: .null, to: .text(today.iso))]
      }
      let conflicts = record.conflicts.filter { $0.changes.contains(where: taken.contains) }
      edits += MergeLog.confirming(record, conflicts, beside: edits)
      guard !edits.isEmpty else { return nil }
      return Draft(
        address: address, record: record, edits: edits, undoes: log.batch,
        settles: conflicts.flatMap(\.changes))
    }
  }
}
