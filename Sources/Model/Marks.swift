/// The records a person has marked: a bit a row, so that marking a hundred thousand is a matter of
/// a millisecond.
package struct Marks: Hashable, Sendable {
  private var bits: [Int32: [Bool]] = [:]
  package private(set) var count = 0

  package init() {}

  package init(_ places: some Sequence<RowPlace>) {
    for place in places { insert(place) }
  }

  package var isEmpty: Bool { count == 0 }

  package func contains(_ place: RowPlace) -> Bool {
    guard count > 0, let rows = bits[place.slot] else { return false }
    return rows.indices.contains(Int(place.index)) && rows[Int(place.index)]
  }

  /// Whether it was not marked before.
  @discardableResult
  package mutating func insert(_ place: RowPlace) -> Bool {
    guard place.slot >= 0, place.index >= 0, !contains(place) else { return false }
    let missing = Int(place.index) + 1 - bits[place.slot, default: []].count
    if missing > 0 {
      bits[place.slot, default: []].append(contentsOf: repeatElement(false, count: missing))
    }
    bits[place.slot]?[Int(place.index)] = true
    count += 1
    return true
  }

  /// Whether it was marked before.
  @discardableResult
  package mutating func remove(_ place: RowPlace) -> Bool {
    guard contains(place) else { return false }
    bits[place.slot]?[Int(place.index)] = false
    count -= 1
    return true
  }

  package mutating func removeAll() { self = Marks() }

  /// A bit for each row of a file, as far as rows of it are marked.
  package func rows(inSlot slot: Int) -> [Bool] { bits[Int32(slot)] ?? [] }

  /// Every marked place, in register order.
  package var places: [RowPlace] {
    bits.keys.sorted().flatMap { slot in
      (bits[slot] ?? []).enumerated().compactMap { index, isMarked in
        isMarked ? RowPlace(slot: Int(slot), index: index) : nil
      }
    }
  }

  /// Follows the records of a file that is replaced by a newer reading of it: they are the same by
  /// key. What is not in it any more, or is in the bin, is marked no longer.
  ///
  /// Linear in the file's rows, and free where none is marked.
  package mutating func follow(slot: Int, from old: Chunk?, to new: Chunk?) {
    guard let marked = bits.removeValue(forKey: Int32(slot)) else { return }
    count -= marked.count { $0 }
    guard let old, let new else { return }
    var keys: Set<String> = []
    for (index, isMarked) in marked.enumerated() where isMarked {
      guard let row = old.row(at: index) else { continue }
      if new.rows.indices.contains(index), new.hasSameKey(at: index, as: row, in: old) {
        insert(RowPlace(slot: slot, index: index))
      } else {
        keys.insert(old.key(row))
      }
    }
    guard !keys.isEmpty else { return }
    for (index, row) in new.rows.enumerated() where keys.contains(new.key(row)) {
      insert(RowPlace(slot: slot, index: index))
    }
  }
}

extension Chunk {
  fileprivate func hasSameKey(at index: Int, as row: Row, in other: Chunk) -> Bool {
    text.part(rows[index].key.range, is: other.text[row.key.range])
  }
}
