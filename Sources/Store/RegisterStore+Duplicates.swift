internal import Model
internal import Synchronization

/// Finds records that share a code or a key, over all files of a register.
enum Duplicates {
  /// One record that stands a second time.
  struct Pair {
    let isCode: Bool
    let first: RowPlace
    let second: RowPlace
  }

  /// Linear in the records; nothing is made for records that stand once.
  static func pairs(in chunks: [Chunk?]) -> [Pair] {
    let found = Mutex<[Pair]>([])
    Threads.together(2) { part in
      let pairs = pairs(in: chunks, isCode: part == 0)
      found.withLock { $0 += pairs }
    }
    return found.withLock { $0.filter(\.isCode) + $0.filter { !$0.isCode } }
  }

  private static func pairs(in chunks: [Chunk?], isCode: Bool) -> [Pair] {
    let count = chunks.reduce(0) { $0 + ($1?.hashes.keys.count ?? 0) }
    var places: [RowPlace] = []
    var hashes: [UInt32] = []
    places.reserveCapacity(count)
    hashes.reserveCapacity(count)
    for (slot, chunk) in chunks.enumerated() {
      guard let chunk else { continue }
      let own = isCode ? chunk.hashes.codes : chunk.hashes.keys
      hashes += own
      places += own.indices.map { RowPlace(slot: slot, index: $0) }
    }
    var table = Table(count: places.count)
    var pairs: [Pair] = []
    for place in places.indices {
      let first = table.firstOrAdd(place, hashes[place]) { other in
        hashes[other] == hashes[place]
          && bytes(of: places[other], chunks, isCode)
            == bytes(of: places[place], chunks, isCode)
      }
      if let first {
        pairs.append(Pair(isCode: isCode, first: places[first], second: places[place]))
      }
    }
    return pairs
  }

  private static func bytes(
    of place: RowPlace, _ chunks: [Chunk?], _ isCode: Bool
  ) -> [UInt8] {
    guard let chunk = chunks[Int(place.slot)], let row = chunk.row(at: Int(place.index))
    else { return [] }
    return chunk.text[(isCode ? row.code : row.key).range]
  }

  /// An open hash table of places.
  private struct Table {
    /// Place + 1; 0 where a slot is free. The length is a power of two.
    private var slots: [UInt32]

    init(count: Int) {
      var size = 16
      while size < count * 2 { size *= 2 }
      slots = Array(repeating: 0, count: size)
    }

    /// The place that is there already, or nil when `place` is the first of its kind.
    mutating func firstOrAdd(_ place: Int, _ hash: UInt32, isSame: (Int) -> Bool) -> Int? {
      var slot = Int(hash ^ (hash >> 15)) & (slots.count - 1)
      while slots[slot] != 0 {
        let other = Int(slots[slot]) - 1
        if isSame(other) { return other }
        slot = (slot + 1) & (slots.count - 1)
      }
      slots[slot] = UInt32(place + 1)
      return nil
    }
  }
}

extension StoreState {
  /// The codes and keys that more than one record has, each with the file and line of the second.
  func duplicates() -> [RegisterProblem] {
    let chunks = shelves.map(\.onDisk)
    return Duplicates.pairs(in: chunks).compactMap { pair in
      guard let chunk = chunks[Int(pair.second.slot)],
        let row = chunk.row(at: Int(pair.second.index))
      else { return nil }
      let (second, first) = (filePlace(of: pair.second), filePlace(of: pair.first))
      return pair.isCode
        ? .duplicateCode(chunk.code(row), second, first: first)
        : .duplicateKey(chunk.key(row), second, first: first)
    }
  }

  private func filePlace(of place: RowPlace) -> FilePlace {
    let shelf = shelves[Int(place.slot)]
    var line = 1
    if let offset = shelf.onDisk?.row(at: Int(place.index))?.bytes.range.lowerBound,
      let bytes = try? bytesOnDisk(Int(place.slot)), offset <= bytes.count
    {
      for byte in bytes[..<offset] where byte == UInt8(ascii: "\n") { line += 1 }
    }
    return FilePlace(path: shelf.path, line: line, column: 3)
  }
}
