/// The rows of one follow-up file, with the bytes their texts stand in.
///
/// It never alters: a file that changed gives a new chunk, so two chunks are equal when they are
/// the same one.
package final class Chunk: Sendable, Equatable {
  /// The file's path in the register, such as `follow-ups/quang-ninh/2023.json`.
  package let path: String
  package let rows: [Row]
  /// The rows in the bin, which no list has; their places come after those of ``rows``.
  package let binned: [Row]
  package let text: FixedBytes
  package let folded: FixedBytes
  package let ids: [EntryPlace]
  /// The keys of the working sessions the rows came out of, and of events they are due before.
  package let sessions: [String]
  /// Ids that the registry does not know.
  package let strays: [String]
  package let keys: KeyTable
  /// Of all rows, by place.
  package let hashes: NameHashes
  /// The rows that go on as other records, by the keys of those.
  package let merged: [Int: String]
  /// How many of all rows are in conflict.
  package let conflicts: Int

  /// Conflicts are counted where they are not given.
  package init(
    path: String, rows: [Row] = [], binned: [Row] = [], text: [UInt8] = [], folded: [UInt8] = [],
    ids: [EntryPlace] = [], sessions: [String] = [], strays: [String] = [],
    merged: [Int: String] = [:], conflicts: Int? = nil
  ) {
    self.path = path
    self.rows = rows
    self.binned = binned
    self.text = FixedBytes(text)
    self.folded = FixedBytes(folded)
    self.ids = ids
    self.sessions = sessions
    self.strays = strays
    hashes = NameHashes(binned.isEmpty ? rows : rows + binned, text)
    keys = KeyTable(hashes.keys)
    self.merged = merged
    self.conflicts = conflicts ?? (rows + binned).count(where: \.isInConflict)
  }

  /// Out of what ``kept`` gave.
  package init(_ kept: KeptChunk, path: String) {
    self.path = path
    (rows, binned, ids) = (kept.rows, kept.binned, kept.ids)
    (text, folded) = (kept.text, kept.folded)
    (hashes, keys) = (kept.hashes, KeyTable(kept: kept.slots))
    (sessions, strays) = (kept.sessions, [])
    (merged, conflicts) = (kept.merged, kept.conflicts)
  }

  /// Stands before each tag among a row's texts: a byte that is in no UTF-8.
  package static let tagBegins: UInt8 = 0xFF

  package static func == (one: Chunk, other: Chunk) -> Bool { one === other }
}

extension Chunk {
  package func string(_ span: Row.Span32) -> String {
    text.string(span.range)
  }

  package func code(_ row: Row) -> String { string(row.code) }
  package func key(_ row: Row) -> String { string(row.key) }
  package func title(_ row: Row) -> String { string(row.title) }

  /// As much of the title as a line can show: a title may be a megabyte of anything.
  package func titleForALine(_ row: Row) -> String {
    let range = row.title.range
    guard range.count > Chunk.longestLine else { return string(row.title) }
    var end = range.lowerBound + Chunk.longestLine
    while end > range.lowerBound, text[end] & 0xC0 == 0x80 { end -= 1 }
    return text.string(range.lowerBound..<end)
  }

  /// Bytes; more than any screen is wide.
  private static let longestLine = 4096

  /// The key of the event that its deadline is counted from.
  package func dueEvent(_ row: Row) -> String? {
    row.dueEvent == .none ? nil : sessions[Int(row.dueEvent.raw)]
  }

  package func session(_ row: Row) -> String? {
    row.session == .none ? nil : sessions[Int(row.session.raw)]
  }

  package func counterparts(_ row: Row) -> ArraySlice<EntryPlace> {
    run(row, from: 0, count: row.lists.counterparts)
  }

  package func otherProvinces(_ row: Row) -> ArraySlice<EntryPlace> {
    run(row, from: Int(row.lists.counterparts), count: row.lists.provinces)
  }

  package func dossiers(_ row: Row) -> ArraySlice<EntryPlace> {
    run(
      row, from: Int(row.lists.counterparts) + Int(row.lists.provinces), count: row.lists.dossiers)
  }

  package func coordinating(_ row: Row) -> ArraySlice<EntryPlace> {
    let before =
      Int(row.lists.counterparts) + Int(row.lists.provinces) + Int(row.lists.dossiers)
    return run(row, from: before, count: row.lists.coordinating)
  }

  /// The row's tags as they were written. Linear in its texts.
  package func tags(_ row: Row) -> [String] {
    guard row.flags.contains(.hasTags) else { return [] }
    let parts = text[row.texts.range].split(
      separator: Chunk.tagBegins, omittingEmptySubsequences: false)
    return parts.dropFirst().map { part in
      String(decoding: part.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
  }

  package func places(_ row: Row) -> ArraySlice<EntryPlace> {
    let before =
      Int(row.lists.counterparts) + Int(row.lists.provinces) + Int(row.lists.dossiers)
      + Int(row.lists.coordinating)
    return run(row, from: before, count: row.lists.places)
  }

  /// The units of its counterpart lines that the registry knows.
  package func lineUnits(_ row: Row) -> ArraySlice<EntryPlace> {
    let lists = row.lists
    let before = [
      lists.counterparts, lists.provinces, lists.dossiers, lists.coordinating, lists.places,
    ].reduce(0) { $0 + Int($1) }
    return run(row, from: before, count: lists.lineUnits)
  }

  private func run(_ row: Row, from offset: Int, count: UInt8) -> ArraySlice<EntryPlace> {
    let start = Int(row.lists.start) + offset
    return ids[start..<(start + Int(count))]
  }

  /// Every row with those in the bin, by place: to look records up, never to list them.
  package var allRows: [Row] { binned.isEmpty ? rows : rows + binned }

  /// The row at a place, those in the bin too.
  package func row(at index: Int) -> Row? {
    if rows.indices.contains(index) { return rows[index] }
    let index = index - rows.count
    return binned.indices.contains(index) ? binned[index] : nil
  }

  /// The place of the row whose code is `name`, in the bin too. Linear in the rows.
  package func index(ofCode name: String) -> Int? {
    let wanted = Array(name.utf8)
    return index { holds($0.code, wanted) }
  }

  /// The same by the key, in a time that does not depend on the rows.
  package func index(ofKey name: String) -> Int? { index(of: KeyTable.Key(name)) }

  func index(of key: KeyTable.Key) -> Int? {
    keys.place(of: key) { place in row(at: place).map { holds($0.key, key.bytes) } ?? false }
  }

  private func index(where isWanted: (Row) -> Bool) -> Int? {
    rows.firstIndex(where: isWanted)
      ?? binned.firstIndex(where: isWanted).map { $0 + rows.count }
  }

  private func holds(_ span: Row.Span32, _ wanted: [UInt8]) -> Bool {
    text.part(span.range, is: wanted)
  }
}
