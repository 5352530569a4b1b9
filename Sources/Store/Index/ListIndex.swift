internal import Model

/// What the follow-up files came to when they were last read, so that a start reads only those that
/// have changed since.
///
/// It is thrown away at any time: nothing is kept in it alone, no file is believed to be the same
/// that has another stamp, and whatever is odd about it means no more than that files are read.
final class ListIndex: Sendable {
  private let file: OwnFile
  private let texts: MappedPart
  private let entries: [String: IndexLayout.Entry]

  /// nil where there is none of this program for this register.
  init?(_ path: String, _ basis: IndexBasis) {
    guard let file = OwnFile(path),
      let header = file.bytes(0, MemoryLayout<IndexLayout.Header>.size)?.withUnsafeBytes({
        $0.loadUnaligned(as: IndexLayout.Header.self)
      }),
      header.mark == IndexLayout.Header().mark, header.version == IndexLayout.Header().version,
      let start = Int(exactly: header.tail),
      let tail = file.bytes(header.tail, file.count - start),
      tail.withUnsafeBytes(Checksum.sum64) == header.sum,
      let entries = tail.withUnsafeBytes({ ListIndex.entries($0, header, basis) }),
      let texts = Int(exactly: header.texts).flatMap({ MappedPart(file, $0) })
    else { return nil }
    (self.file, self.texts, self.entries) = (file, texts, entries)
  }

  private static func entries(
    _ tail: UnsafeRawBufferPointer, _ header: IndexLayout.Header, _ basis: IndexBasis
  ) -> [String: IndexLayout.Entry]? {
    var cursor = IndexCursor(tail)
    guard let count = UInt32(exactly: header.entries),
      let list = cursor.list(count, of: IndexLayout.Entry.self),
      let paths = Int(exactly: header.paths).flatMap({ cursor.take($0) }),
      let own = Int(exactly: header.basis).flatMap({ cursor.take($0) }),
      own.elementsEqual(basis.bytes)
    else { return nil }
    var entries: [String: IndexLayout.Entry] = [:]
    entries.reserveCapacity(list.count)
    var names = IndexCursor(paths)
    for entry in list {
      guard let name = names.take(Int(entry.path)) else { return nil }
      entries[String(decoding: name, as: UTF8.self)] = entry
    }
    return entries
  }

  /// The chunk of a file that still is as it was; nil where it has to be read.
  ///
  /// A file that was written shortly before the index was may have been written again within the
  /// same tick of the system's clock, with the same stamp: it is read.
  func chunk(_ path: String, stamp: FileStamp) -> Chunk? {
    guard let entry = entries[path], entry.stamp == stamp,
      stamp.modified < file.modified - ListIndex.tooFresh,
      let solid = file.bytes(entry.solidAt, entry.solid)
    else { return nil }
    return solid.withUnsafeBytes { solid in
      guard Checksum.sum64(solid) == entry.sum else { return nil }
      return kept(entry, solid).map { Chunk($0, path: path) }
    }
  }

  /// Nanoseconds: longer than reading and writing takes.
  private static let tooFresh: Int64 = 10_000_000_000

  private func kept(_ entry: IndexLayout.Entry, _ solid: UnsafeRawBufferPointer) -> KeptChunk? {
    var cursor = IndexCursor(solid)
    let all = entry.rows + entry.binned
    guard let rows = cursor.list(entry.rows, of: Row.self),
      let binned = cursor.list(entry.binned, of: Row.self),
      let ids = cursor.list(entry.ids, of: EntryPlace.self),
      let keys = cursor.list(all, of: UInt32.self), let codes = cursor.list(all, of: UInt32.self),
      let slots = cursor.list(entry.slots, of: UInt32.self),
      let (sessions, merged) = ListIndex.names(&cursor),
      let text = texts.bytes(entry.textAt, entry.text),
      let folded = texts.bytes(entry.foldedAt, entry.folded)
    else { return nil }
    return KeptChunk(
      rows: rows, binned: binned, ids: ids, hashes: NameHashes(kept: keys, codes: codes),
      slots: slots, text: FixedBytes(mapped: text, by: texts),
      folded: FixedBytes(mapped: folded, by: texts), sessions: sessions, merged: merged,
      conflicts: Int(entry.conflicts))
  }

  private static func names(_ cursor: inout IndexCursor) -> ([String], [Int: String])? {
    guard let count = cursor.one(UInt32.self) else { return nil }
    var sessions: [String] = []
    for _ in 0..<count {
      guard let key = cursor.text() else { return nil }
      sessions.append(key)
    }
    var merged: [Int: String] = [:]
    while !cursor.isAtEnd {
      guard let row = cursor.one(UInt32.self), let key = cursor.text() else { return nil }
      merged[Int(row)] = key
    }
    return (sessions, merged)
  }
}
