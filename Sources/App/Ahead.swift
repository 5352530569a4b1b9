package import Model

extension AppState {
  /// The record the cursor is on, and those that one step up or down the list would show; none while
  /// files are read, or where keys are for something else.
  package var withinReach: [RecordAddress] {
    guard !isLoading, layers.isEmpty, focus == .list, list.typing == nil else { return [] }
    let rows = list.arrangement.rows
    return (list.cursor - 1...list.cursor + 1).compactMap { index in
      guard rows.indices.contains(index), let (chunk, row) = register.row(at: rows[index]) else {
        return nil
      }
      return RecordAddress(slot: Int(rows[index].slot), key: chunk.key(row))
    }
  }

  /// Works out now what showing these records would need.
  mutating func prepare(_ records: [Record]) {
    detail.ahead = records.map { record in
      detail.ahead.first { $0.record == record } ?? reading(of: record)
    }
  }
}
