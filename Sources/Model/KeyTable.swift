/// Finds the row of a key among those of one chunk: records name each other by keys, and looking at
/// every row of a large register for each link would be felt.
package struct KeyTable: Sendable {
  /// A key that is looked for, made ready once for all chunks.
  struct Key {
    let bytes: [UInt8]
    fileprivate let hash: UInt32

    init(_ name: String) {
      bytes = Array(name.utf8)
      hash = bytes.withUnsafeBufferPointer { NameHashes.hash($0[...]) }
    }
  }

  /// Place + 1 among all rows, those in the bin last; 0 where a slot is free. The length is a power
  /// of two.
  package let slots: [UInt32]

  /// - Parameter hashes: Of the keys, by place.
  init(_ hashes: [UInt32]) {
    var size = 4
    while size < hashes.count * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for (place, hash) in hashes.enumerated() {
      var slot = KeyTable.slot(hash, size)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: place + 1)
    }
    self.slots = slots
  }

  /// - Parameter slots: As a table had them that was made of the same keys.
  package init(kept slots: [UInt32]) { self.slots = slots }

  /// The first place with the hash of `key` that `isIt`: of records with the same key the first.
  func place(of key: Key, where isIt: (Int) -> Bool) -> Int? {
    var slot = KeyTable.slot(key.hash, slots.count)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if isIt(place) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Where the search begins in a table whose size is a power of two.
  private static func slot(_ hash: UInt32, _ size: Int) -> Int {
    Int(hash ^ (hash >> 15)) & (size - 1)
  }
}
