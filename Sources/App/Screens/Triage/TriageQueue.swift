internal import Model

/// The records of a queue by their places, found again where files are replaced: a key for each of a
/// hundred thousand would be megabytes, and take longer than a key may.
package struct TriageQueue: Equatable, Sendable {
  private var places: [RowPlace] = []
  /// The files the places are good in, by slot.
  private var chunks: [Chunk?]
  /// The keys of those that are in no file now, by their index.
  private var lost: [Int: String] = [:]

  init(_ register: Register) { chunks = register.chunks }

  package var count: Int { places.count }
  var isEmpty: Bool { places.isEmpty }

  mutating func append(_ place: RowPlace) { places.append(place) }

  func key(_ index: Int) -> String? {
    guard places.indices.contains(index) else { return nil }
    return lost[index] ?? row(index).map { $0.chunk.key($0.row) }
  }

  /// As it was when the queue last followed the register; nil for one that is in no file.
  func row(_ index: Int) -> (chunk: Chunk, row: Row)? {
    guard lost[index] == nil, let chunk = chunks[Int(places[index].slot)],
      let row = chunk.row(at: Int(places[index].index))
    else { return nil }
    return (chunk, row)
  }

  /// The first that is at one of these places.
  func firstIndex(among wanted: Set<RowPlace>) -> Int? {
    places.indices.first { wanted.contains(places[$0]) && lost[$0] == nil }
  }

  /// Finds the records of files that are other ones now; gives the indices of those that may have
  /// changed. Linear in the queue only where a file has changed.
  mutating func follow(_ register: Register) -> [Int] {
    guard chunks != register.chunks else { return [] }
    let changed = chunks.indices.map { chunks[$0] !== register.chunk(inSlot: $0) }
    let moved = places.indices.filter { changed[Int(places[$0].slot)] || lost[$0] != nil }
    let keys = moved.map { key($0) ?? "" }
    chunks = register.chunks
    for (index, key) in zip(moved, keys) {
      let slot = Int(places[index].slot)
      if let own = register.chunk(inSlot: slot)?.index(ofKey: key) {
        (places[index], lost[index]) = (RowPlace(slot: slot, index: own), nil)
      } else if let place = register.place(ofKey: key) {
        (places[index], lost[index]) = (place, nil)
      } else {
        lost[index] = key
      }
    }
    return moved
  }
}
