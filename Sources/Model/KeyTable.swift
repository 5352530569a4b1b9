/// Finds the row of a key among those of one chunk: records name each other by keys, and looking at
/// every row of a large register for each link would be felt.
struct KeyTable: Sendable {
  /// A key that is looked for, made ready once for all chunks.
  struct Key {
    let bytes: [UInt8]
    fileprivate let hash: Int

    init(_ name: String) {
      bytes = Array(name.utf8)
      hash = KeyTable.hash(bytes[...])
    }
  }

  /// Place + 1 among all rows, those in the bin last; 0 where a slot is free. The length is a power
  /// of two.
  private let slots: [UInt32]

  init(_ rows: [Row], _ binned: [Row], _ text: [UInt8]) {
    var size = 4
    while size < (rows.count + binned.count) * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    func add(_ row: Row, _ place: Int) {
      var slot = KeyTable.hash(text[row.key.range]) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: place + 1)
    }
    for (index, row) in rows.enumerated() { add(row, index) }
    for (index, row) in binned.enumerated() { add(row, rows.count + index) }
    self.slots = slots
  }

  /// The first place with the hash of `key` that `isIt`: of records with the same key the first.
  func place(of key: Key, where isIt: (Int) -> Bool) -> Int? {
    var slot = key.hash & (slots.count - 1)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if isIt(place) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash ^ (hash >> 15))
  }
}
