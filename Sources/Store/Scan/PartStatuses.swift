internal import Model

/// The status of a record that was split, as its parts have it. Source: domain.md §14 rule 7.
///
/// Parts are looked for in the file of the whole: that is where splitting puts them. For parts that
/// stand in other files the whole keeps the status it was given.
enum PartStatuses {
  /// Parts may have parts; deeper than this nobody splits.
  private static let deepest = 8

  /// Linear in the rows where some have parts; nothing to do where none has.
  static func derive(_ rows: inout [Row], _ wholes: [(row: Int, keys: [String])], _ text: [UInt8]) {
    guard !wholes.isEmpty else { return }
    let wanted = Set(wholes.flatMap(\.keys))
    var places: [String: Int] = [:]
    for (index, row) in rows.enumerated() {
      let key = String(decoding: text[row.key.range], as: UTF8.self)
      if wanted.contains(key) { places[key] = index }
    }
    let own = wholes.map { rows[$0.row].status }
    for _ in 0..<deepest {
      var isSettled = true
      for (whole, status) in zip(wholes, own) {
        let parts = whole.keys.compactMap { places[$0] }.map { rows[$0].status }
        let derived = status.derived(from: parts)
        if derived != rows[whole.row].status {
          rows[whole.row].status = derived
          isSettled = false
        }
      }
      if isSettled { return }
    }
  }
}
