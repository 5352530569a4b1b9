/// What a chunk is made of, so that it need not be worked out of its file a second time.
package struct KeptChunk: Sendable {
  package var rows: [Row]
  package var binned: [Row]
  package var ids: [EntryPlace]
  package var hashes: NameHashes
  /// Of the table that finds keys.
  package var slots: [UInt32]
  package var text: FixedBytes
  package var folded: FixedBytes
  package var sessions: [String]
  package var merged: [Int: String]
  package var conflicts: Int

  package init(
    rows: [Row], binned: [Row], ids: [EntryPlace], hashes: NameHashes, slots: [UInt32],
    text: FixedBytes, folded: FixedBytes, sessions: [String], merged: [Int: String], conflicts: Int
  ) {
    (self.rows, self.binned, self.ids) = (rows, binned, ids)
    (self.hashes, self.slots) = (hashes, slots)
    (self.text, self.folded) = (text, folded)
    (self.sessions, self.merged, self.conflicts) = (sessions, merged, conflicts)
  }
}

extension Chunk {
  /// Whether its texts are those of a file that is mapped.
  package var isMapped: Bool { text.isMapped }

  /// nil where it names what the registry does not know: that is said at each start.
  package var kept: KeptChunk? {
    guard strays.isEmpty else { return nil }
    return KeptChunk(
      rows: rows, binned: binned, ids: ids, hashes: hashes, slots: keys.slots, text: text,
      folded: folded, sessions: sessions, merged: merged, conflicts: conflicts)
  }
}

/// The hashes of the keys and codes of rows, by place: to find what stands twice without a look at
/// the texts.
package struct NameHashes: Sendable {
  package let keys: [UInt32]
  package let codes: [UInt32]

  package init(kept keys: [UInt32], codes: [UInt32]) { (self.keys, self.codes) = (keys, codes) }

  init(_ rows: [Row], _ text: [UInt8]) {
    (keys, codes) = text.withUnsafeBufferPointer { text in
      (
        rows.map { NameHashes.hash(text[$0.key.range]) },
        rows.map { NameHashes.hash(text[$0.code.range]) }
      )
    }
  }

  static func hash(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }
}
