package import Vietnamese

/// What `register.json` says of the register as a whole.
package struct RegisterProfile: Hashable, Sendable {
  package var name: String
  package var nameEn: String?
  /// The provinces this office follows, in its own order; files are read in that order.
  package var provinces: [String] = []
  package var dueSoon = DueSoonLimits()
  package var ladder = ChaseLadder.standard
  /// The ministry's contact point, who has a copy of every letter; a unit's id.
  package var contactMinistry = "cuc-ngoai-vu"

  package init(name: String) { self.name = name }

  package func name(in language: Language) -> String {
    switch language {
    case .vi: name
    case .en: nameEn ?? name
    }
  }
}

/// A row's place: which chunk, and which row of it. Good until that chunk is replaced.
package struct RowPlace: Hashable, Sendable {
  package let slot: Int32
  package let index: Int32

  package init(slot: Int, index: Int) {
    self.slot = Int32(truncatingIfNeeded: slot)
    self.index = Int32(truncatingIfNeeded: index)
  }
}

extension [RowPlace] {
  /// Runs of places that stand side by side and are of one file.
  var runs: [(slot: Int, indices: [Int])] {
    var runs: [(slot: Int, indices: [Int])] = []
    var start = startIndex
    while start < endIndex {
      let slot = self[start].slot
      let end = self[start...].firstIndex { $0.slot != slot } ?? endIndex
      runs.append((Int(slot), self[start..<end].map { Int($0.index) }))
      start = end
    }
    return runs
  }
}

/// All that lists and counts are made from: the chunks in register order, and the registry.
package struct Register: Equatable, Sendable {
  package var profile: RegisterProfile
  package var registry: Registry
  /// One slot a file, in register order; nil until the file is loaded or while it cannot be.
  package private(set) var chunks: [Chunk?]

  package init(profile: RegisterProfile, registry: Registry, slots: Int) {
    self.profile = profile
    self.registry = registry
    chunks = Array(repeating: nil, count: slots)
  }

  /// How many records the lists have: those in the bin are not counted.
  package private(set) var count = 0

  /// Puts a chunk into its slot; slots beyond the last are added.
  package mutating func place(_ chunk: Chunk?, in slot: Int) {
    if slot >= chunks.count {
      chunks.append(contentsOf: repeatElement(nil, count: slot + 1 - chunks.count))
    }
    count += (chunk?.rows.count ?? 0) - (chunks[slot]?.rows.count ?? 0)
    chunks[slot] = chunk
  }

  package func chunk(inSlot slot: Int) -> Chunk? {
    chunks.indices.contains(slot) ? chunks[slot] : nil
  }

  package func row(at place: RowPlace) -> (chunk: Chunk, row: Row)? {
    guard chunks.indices.contains(Int(place.slot)), let chunk = chunks[Int(place.slot)],
      let row = chunk.row(at: Int(place.index))
    else { return nil }
    return (chunk, row)
  }

  /// The place of the record with this code. Linear in the records.
  package func place(ofCode code: String) -> RowPlace? {
    place { $0.index(ofCode: code) }
  }

  /// The place of the record with this key. Linear in the files.
  package func place(ofKey key: String) -> RowPlace? {
    let key = KeyTable.Key(key)
    return place { $0.index(of: key) }
  }

  private func place(_ find: (Chunk) -> Int?) -> RowPlace? {
    for (slot, chunk) in chunks.enumerated() {
      if let chunk, let index = find(chunk) { return RowPlace(slot: slot, index: index) }
    }
    return nil
  }

  /// The code of the record with this key; the key itself where there is no such record.
  package func code(ofKey key: String) -> String {
    guard let place = place(ofKey: key), let (chunk, row) = row(at: place) else { return key }
    return chunk.code(row)
  }

  /// The code, and behind that of a merged record those of the records it goes on as. Linear in the
  /// records.
  package func codes(from code: String) -> [String] {
    var codes = [code]
    var place = place(ofCode: code)
    while let here = place, let key = chunks[Int(here.slot)]?.merged[Int(here.index)],
      let next = self.place(ofKey: key), let (chunk, row) = row(at: next),
      !codes.contains(chunk.code(row))
    {
      codes.append(chunk.code(row))
      place = next
    }
    return codes
  }

  /// The records in conflict, in register order, those in the bin too. Only files that have some are
  /// looked through.
  package var placesInConflict: [RowPlace] {
    chunks.enumerated().flatMap { slot, chunk -> [RowPlace] in
      guard let chunk, chunk.conflicts > 0 else { return [] }
      return chunk.allRows.indices.filter { chunk.allRows[$0].isInConflict }
        .map { RowPlace(slot: slot, index: $0) }
    }
  }

  /// Every tag with the number of its records. Linear in the records.
  package var tagsInUse: [String: Int] {
    var counts: [String: Int] = [:]
    for case let chunk? in chunks {
      for row in chunk.rows where row.flags.contains(.hasTags) {
        for tag in chunk.tags(row) { counts[tag, default: 0] += 1 }
      }
    }
    return counts
  }

  /// The id an entry's place stands for.
  package func id(_ place: EntryPlace, in kind: RegistryKind, chunk: Chunk) -> String? {
    if place == .none { return nil }
    if let stray = place.strayIndex {
      return stray < chunk.strays.count ? chunk.strays[stray] : nil
    }
    let entries = registry[kind].entries
    return Int(place.raw) < entries.count ? entries[Int(place.raw)].id : nil
  }

  package func entry(_ place: EntryPlace, in kind: RegistryKind) -> RegistryEntry? {
    let entries = registry[kind].entries
    return Int(place.raw) < entries.count ? entries[Int(place.raw)] : nil
  }
}
