package import Model
internal import Synchronization

extension RegisterStore {
  /// The files' rows as they were at `moment`, of all slots or of those named, and what could not be
  /// read. Everything must have been loaded.
  ///
  /// Files without any later change are handed out as they are. Of the others each record that was
  /// changed later is read whole and folded anew, about 60 µs each, and the file is scanned again.
  package func past(
    asOf moment: Moment, slots: [Int]? = nil
  ) -> (updates: [ShelfUpdate], problems: [RegisterProblem]) {
    state.withLock { $0.past(asOf: moment, slots: slots) }
  }

  /// One record as it was at `moment`.
  package func record(
    slot: Int, key: String, asOf moment: Moment
  ) throws(RegisterProblem) -> Record {
    guard let record = try record(slot: slot, key: key).asOf(moment) else {
      throw .recordGone(code: key)
    }
    return record
  }

  /// The English titles of records of a past register, as ``englishTitles(of:)``.
  package func englishTitles(
    of places: [RowPlace], in past: Register, asOf moment: Moment
  ) -> [String?] {
    let shown = state.withLock { $0.shelves.map(\.shown) }
    let isSame = past.chunks.indices.map { slot in
      slot < shown.count && past.chunks[slot] == shown[slot]
    }
    var titles = englishTitles(of: places.filter { isSame[Int($0.slot)] }).makeIterator()
    return places.map { place in
      if isSame[Int(place.slot)] { return titles.next() ?? nil }
      guard let (chunk, row) = past.row(at: place) else { return nil }
      let record = try? record(slot: Int(place.slot), key: chunk.key(row), asOf: moment)
      return record?.fields[.titleEn].text
    }
  }
}

extension StoreState {
  fileprivate mutating func past(
    asOf moment: Moment, slots: [Int]?
  ) -> (updates: [ShelfUpdate], problems: [RegisterProblem]) {
    var scanner = loader.scanner()
    var updates: [ShelfUpdate] = []
    var problems: [RegisterProblem] = []
    for slot in slots ?? Array(shelves.indices) {
      do throws(RegisterProblem) {
        let chunk = try pastChunk(slot, asOf: moment, &scanner, &problems)
        updates.append(ShelfUpdate(slot: slot, chunk: chunk))
      } catch {
        problems.append(error)
        updates.append(ShelfUpdate(slot: slot, chunk: nil))
      }
    }
    return (updates, problems)
  }

  private mutating func pastChunk(
    _ slot: Int, asOf moment: Moment, _ scanner: inout FollowUpScanner,
    _ problems: inout [RegisterProblem]
  ) throws(RegisterProblem) -> Chunk? {
    guard let shown = shelves[slot].shown else { return nil }
    guard shown.allRows.contains(where: { $0.updated > moment.milliseconds }) else { return shown }
    let bytes: [UInt8]
    do throws(RegisterProblem) {
      bytes = try pastBytes(slot, shown, asOf: moment)
    } catch {
      // Somebody may have replaced the file since it was read: read it anew, once.
      _ = try refresh()
      guard let shown = shelves[slot].shown else { return nil }
      bytes = try pastBytes(slot, shown, asOf: moment)
    }
    let file = scanner.scan(bytes: bytes, as: shelves[slot].path, stamp: nil)
    if file.chunk == nil { problems += file.problems }
    return file.chunk
  }

  /// The file as it would have been: records without a later change byte for byte, the others folded
  /// anew, those made later left out.
  private func pastBytes(
    _ slot: Int, _ shown: Chunk, asOf moment: Moment
  ) throws(RegisterProblem) -> [UInt8] {
    let shelf = shelves[slot]
    let bytes = try bytesOnDisk(slot)
    var left = shelf.pending
    var reader = JSONReader()
    var output = Array("[".utf8)
    func add(_ record: [UInt8]) {
      output += Array((output.count == 1 ? "\n  " : ",\n  ").utf8) + record
    }
    func add(_ record: Record?) {
      guard let past = record?.asOf(moment) else { return }
      add(CanonicalWriter.record(RecordCoding.value(past), indent: 2))
    }
    for row in (shelf.onDisk?.allRows ?? []).sorted(by: { $0.bytes.begin < $1.bytes.begin }) {
      let record = Array(bytes[row.bytes.range])
      if let pending = shelf.onDisk.flatMap({ left.removeValue(forKey: $0.key(row)) }) {
        add(pending)
      } else if row.updated > moment.milliseconds {
        add(StoreState.decoded(record, &reader))
      } else {
        add(record)
      }
    }
    // Those in no file yet, as they are shown.
    for row in shown.allRows { add(left.removeValue(forKey: shown.key(row))) }
    return output + Array("\n]\n".utf8)
  }

  private static func decoded(_ bytes: [UInt8], _ reader: inout JSONReader) -> Record? {
    guard (try? reader.read(bytes)) != nil else { return nil }
    return try? RecordCoding.record(reader.withRoot(\.value))
  }
}
