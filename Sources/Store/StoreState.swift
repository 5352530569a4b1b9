internal import Glibc
internal import Model

/// What the store knows of the files, behind its lock.
struct StoreState {
  let folder: RegisterFolder
  let loader: Loader
  var shelves: [Shelf]
  /// Changes in the journal, by record.
  private(set) var journalled: [String: [Change]] = [:]
  var journalStamp: FileStamp?
  /// Lines of the journal were damaged, so it is not thrown away with what they held.
  private(set) var isJournalDamaged = false
  /// Records that were read before they were asked for.
  var ahead: [RecordAhead] = []
  /// The newest moment of any change seen: no new change is dated before it.
  var newestSeen = Moment(milliseconds: 0)
  /// The names of the registry as quick-add lines were last read with.
  var keptPicker: KeptPicker?

  init(folder: RegisterFolder, loader: Loader, files: [String]) {
    self.folder = folder
    self.loader = loader
    shelves = files.map { Shelf(path: $0) }
  }

  var hasPendingChanges: Bool { !journalled.isEmpty }

  mutating func note(_ entry: Journal.Entry) {
    journalled[entry.record, default: []].append(entry.change)
  }

  mutating func forgetJournal() {
    journalled = [:]
    journalStamp = nil
    isJournalDamaged = false
  }

  // MARK: - Reading

  mutating func readJournal() -> [RegisterProblem] {
    do throws(RegisterProblem) {
      let contents = try Journal(folder).read()
      journalStamp = contents.stamp
      journalled = [:]
      isJournalDamaged = contents.problems.contains { !$0.isWarning }
      for entry in contents.entries {
        journalled[entry.record, default: []].append(entry.change)
        newestSeen = max(newestSeen, entry.change.at)
      }
      return contents.problems
    } catch {
      return [error]
    }
  }

  /// Keeps a file that was read; gives the chunk to show.
  mutating func shelve(_ file: ScannedFile, in slot: Int) -> Chunk? {
    shelves[slot].stamp = file.stamp
    shelves[slot].onDisk = file.chunk
    shelves[slot].shown = file.chunk
    shelves[slot].problems = file.problems
    shelves[slot].pending = [:]
    guard let chunk = file.chunk else { return nil }
    for row in chunk.allRows { newestSeen = max(newestSeen, Moment(milliseconds: row.updated)) }
    if !journalled.isEmpty { applyJournal(to: slot, chunk) }
    return shelves[slot].shown
  }

  private mutating func applyJournal(to slot: Int, _ chunk: Chunk) {
    for row in chunk.allRows {
      let key = chunk.key(row)
      guard let changes = journalled[key], let record = try? recordOnDisk(slot, key) else {
        continue
      }
      let merged = record.merged(with: changes)
      if merged != record { shelves[slot].pending[key] = merged }
    }
    showPending(in: slot, changed: shelves[slot].pending.keys)
  }

  /// Adds records that were made and are in no file yet; gives the slots that show more now.
  mutating func addRecordsWithoutFile() -> Set<Int> {
    let pending = shelves.map(\.pending).filter { !$0.isEmpty }
    let isEachPending = journalled.keys.allSatisfy { key in pending.contains { $0[key] != nil } }
    guard !isEachPending else { return [] }
    let known = Set(shelves.compactMap(\.onDisk).flatMap { chunk in chunk.allRows.map(chunk.key) })
    let isWhole = !shelves.contains(where: \.isInTrouble)
    var slots: Set<Int> = []
    for (key, changes) in journalled where !known.contains(key) && isWhole {
      let record = Record(changes: changes)
      guard !record.code.isEmpty else { continue }
      let slot = slotOfFile(RegisterFolder.file(for: record))
      guard shelves[slot].pending[key] != record else { continue }
      shelves[slot].pending[key] = record
      slots.insert(slot)
    }
    for slot in slots { showPending(in: slot, changed: shelves[slot].pending.keys) }
    return slots
  }

  /// The slot of a file; one that is not there yet is added.
  mutating func slotOfFile(_ path: String) -> Int {
    if let slot = shelves.firstIndex(where: { $0.path == path }) { return slot }
    shelves.append(Shelf(path: path))
    return shelves.count - 1
  }

  /// Shows the pending records of a file, of which those with the keys given have changed.
  /// `pieces` are chunks of single records by key, where they are known already.
  mutating func showPending(
    in slot: Int, changed keys: some Collection<String>, _ pieces: [String: Chunk] = [:]
  ) {
    let shelf = shelves[slot]
    guard !shelf.pending.isEmpty else {
      shelves[slot].shown = shelf.onDisk
      return
    }
    shelves[slot].shown = moved(shelf, keys, pieces) ?? composed(shelf, slot)
  }

  /// What is shown, with the rows of changed records in their places; nil where one has none yet.
  private func moved(
    _ shelf: Shelf, _ keys: some Collection<String>, _ pieces: [String: Chunk]
  ) -> Chunk? {
    guard let shown = shelf.shown else { return nil }
    var known: [String: Int] = [:]
    if keys.count > StoreState.fewKeys {
      for (place, row) in shown.rows.enumerated() { known[shown.key(row)] = place }
    }
    var placed: [Int: Chunk] = [:]
    for key in keys {
      let place = keys.count > StoreState.fewKeys ? known[key] : shown.index(ofKey: key)
      guard let place, let record = shelf.pending[key],
        let piece = pieces[key] ?? loader.scan([record])?.first
      else { return nil }
      placed[place] = piece
    }
    return shown.replacing(placed)
  }

  /// Up to here each key is looked for by itself.
  private static let fewKeys = 8

  /// The file as it would be with its pending records, read anew.
  private func composed(_ shelf: Shelf, _ slot: Int) -> Chunk? {
    guard let bytes = try? bytesOnDisk(slot) else { return shelf.onDisk }
    let composed = Composer.compose(bytes, shelf.onDisk, changed: shelf.pending)
    return loader.scan(bytes: composed, as: shelf.path, stamp: nil).chunk
  }

  func bytesOnDisk(_ slot: Int) throws(RegisterProblem) -> [UInt8] {
    let shelf = shelves[slot]
    guard shelf.stamp != nil else { return [] }
    var reader = JSONReader()
    let stamp: FileStamp
    do throws(FileReadError) {
      stamp = try reader.load(path: folder.path + "/" + shelf.path)
    } catch {
      throw error.problem(at: shelf.path)
    }
    guard stamp == shelf.stamp else { throw .fileInTrouble(path: shelf.path) }
    return reader.withBytes { Array($0) }
  }

  mutating func record(slot: Int, key: String) throws(RegisterProblem) -> Record {
    guard shelves.indices.contains(slot) else { throw .recordGone(code: key) }
    if let pending = shelves[slot].pending[key] { return pending }
    if let record = recordAhead(slot, key) { return record }
    // Somebody may have replaced the file since it was read: then it is read anew. Where many write,
    // that can happen again while it is read.
    for _ in 1..<StoreState.mostReadings {
      if let record = try? recordOnDisk(slot, key) { return record }
      _ = shelve(loader.scan(shelves[slot].path), in: slot)
      if let pending = shelves[slot].pending[key] { return pending }
    }
    return try recordOnDisk(slot, key)
  }

  /// A file is replaced a few times a second at most, and read in milliseconds.
  private static let mostReadings = 20

  func recordOnDisk(_ slot: Int, _ key: String) throws(RegisterProblem) -> Record {
    try recordOnDisk(slot, key) { bytes throws(JSONError) in try loader.value(of: bytes) }
  }

  /// The same with what reads JSON on this thread.
  func recordOnDisk(
    _ slot: Int, _ key: String, _ parse: ([UInt8]) throws(JSONError) -> Value
  ) throws(RegisterProblem) -> Record {
    let shelf = shelves[slot]
    guard let chunk = shelf.onDisk, let row = chunk.index(ofKey: key).flatMap(chunk.row(at:)),
      let stamp = shelf.stamp
    else { throw .recordGone(code: key) }
    let range = row.bytes.range
    let bytes = try RecordBytes.read(folder.path + "/" + shelf.path, range, stamp: stamp)
    let value: Value
    do throws(JSONError) {
      value = try parse(bytes)
    } catch {
      throw .badSyntax(
        FilePlace(path: shelf.path, line: error.line, column: error.column), error.problem)
    }
    do throws(ValueError) {
      return try RecordCoding.record(value)
    } catch {
      throw .badValue(FilePlace(path: shelf.path, line: 1, column: 1), error)
    }
  }
}

/// The bytes of one record, out of a file that is still the one that was read.
private enum RecordBytes {
  static func read(
    _ path: String, _ range: Range<Int>, stamp: FileStamp
  ) throws(RegisterProblem) -> [UInt8] {
    let descriptor = try Posix.open(path, O_RDONLY)
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, FileStamp(status) == stamp else {
      throw .fileInTrouble(path: path)
    }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let start = buffer.baseAddress.map { $0 + count }
        let got = pread(descriptor, start, range.count - count, off_t(range.lowerBound + count))
        if got < 0 && errno == EINTR { continue }
        guard got > 0 else {
          failed = true
          return
        }
        count += got
      }
    }
    if failed { throw .system(act: .read, path: path, code: errno) }
    return bytes
  }
}
