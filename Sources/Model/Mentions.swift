/// Which rows of a file name a province or a counterpart, so that whoever asks for a few of them
/// need not look at all rows.
package struct Mentions: Equatable, Sendable {
  /// Entries of one table of the registry, by their places.
  enum Names {
    case provinces([Int]), counterparts([Int])
  }

  /// The province of every row; none where rows differ in it.
  private let home: EntryPlace
  private let provinces: Pairs
  private let counterparts: Pairs

  package init(of chunk: Chunk) {
    let first = chunk.rows.first?.province ?? .none
    let home = chunk.rows.allSatisfy { $0.province == first } ? first : .none
    self.home = home
    provinces = Pairs(chunk) { row, name in
      if row.province != home { name(row.province) }
      chunk.otherProvinces(row).forEach(name)
    }
    counterparts = Pairs(chunk) { row, name in chunk.counterparts(row).forEach(name) }
  }

  /// At least every row that names one of them, each once and in order; nil for any row.
  func rows(naming names: Names) -> [Int]? {
    switch names {
    case .provinces(let places):
      if home != .none, places.contains(Int(home.raw)) { return nil }
      return provinces.rows(places)
    case .counterparts(let places): return counterparts.rows(places)
    }
  }
}

/// Entries and rows that name them, four bytes each, in the order of the entries.
private struct Pairs: Equatable, Sendable {
  /// nil where there are more rows than fit.
  private let raw: [UInt32]?

  init(_ chunk: Chunk, _ forEachName: (Row, (EntryPlace) -> Void) -> Void) {
    guard chunk.rows.count <= 1 << 16 else {
      raw = nil
      return
    }
    var pairs: [UInt32] = []
    for (index, row) in chunk.rows.enumerated() {
      forEachName(row) { name in pairs.append(UInt32(name.raw) << 16 | UInt32(index)) }
    }
    // Sorting makes a copy without the room that was left over.
    raw = pairs.sorted()
  }

  func rows(_ places: [Int]) -> [Int]? {
    guard let raw else { return nil }
    var rows: [Int] = []
    for place in places {
      var index = first(of: place, raw)
      while index < raw.count, raw[index] >> 16 == place {
        rows.append(Int(raw[index] & 0xFFFF))
        index += 1
      }
    }
    return places.count > 1 ? Set(rows).sorted() : rows
  }

  private func first(of place: Int, _ raw: [UInt32]) -> Int {
    var (low, high) = (0, raw.count)
    while low < high {
      let middle = (low + high) / 2
      if raw[middle] >> 16 < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
