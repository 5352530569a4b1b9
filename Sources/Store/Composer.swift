internal import Model
internal import Vietnamese

/// Puts changed records into the bytes of a follow-up file; all others stay byte for byte.
enum Composer {
  /// The bytes between records, and around them, as the canonical form has them.
  private static let indent = 2

  /// The file's bytes with the changed records in them.
  ///
  /// - Parameters:
  ///   - bytes: The file as it is; empty for a file that is not there yet.
  ///   - chunk: The rows of those bytes.
  ///   - changed: The records that differ, by key; those the file does not hold are added.
  /// - Returns: The new bytes, in canonical form where they are new.
  static func compose(_ bytes: [UInt8], _ chunk: Chunk?, changed: [String: Record]) -> [UInt8] {
    guard let chunk, !chunk.allRows.isEmpty else {
      return CanonicalWriter.file(records: inOrder(changed.values).map(RecordCoding.value))
    }
    let rows = chunk.allRows.sorted { $0.bytes.begin < $1.bytes.begin }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 4096)
    var copied = 0
    var left = changed
    for row in rows {
      guard let record = left.removeValue(forKey: chunk.key(row)) else { continue }
      output += bytes[copied..<row.bytes.range.lowerBound]
      output += CanonicalWriter.record(RecordCoding.value(record), indent: indent)
      copied = row.bytes.range.upperBound
    }
    if !left.isEmpty {
      let end = rows.last?.bytes.range.upperBound ?? copied
      output += bytes[copied..<end]
      copied = end
      for record in inOrder(left.values) {
        output += Array(",\n  ".utf8)
        output += CanonicalWriter.record(RecordCoding.value(record), indent: indent)
      }
    }
    return output + bytes[copied...]
  }

  /// New records by their codes, so that a file goes on as it began.
  private static func inOrder(_ records: some Collection<Record>) -> [Record] {
    records.map { (key: SortKey(code: $0.code), record: $0) }
      .sorted { ($0.key, $0.record.key) < ($1.key, $1.record.key) }.map(\.record)
  }
}
