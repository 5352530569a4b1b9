internal import Glibc
internal import Model

extension StoreState {
  /// Takes up what others have changed on the disk since; gives the files that show otherwise now.
  mutating func refresh() throws(RegisterProblem) -> [ShelfUpdate] {
    var stale: Set<Int> = []
    let stamps = FolderStamps(folder.path)
    for (slot, shelf) in shelves.enumerated() where stamps[shelf.path] != shelf.stamp {
      stale.insert(slot)
    }
    let known = Set(shelves.map(\.path))
    for path in try folder.followUpFiles(RegisterProfile(name: "")) where !known.contains(path) {
      shelves.append(Shelf(path: path))
      stale.insert(shelves.count - 1)
    }
    let isJournalOthers = Journal(folder).stamp != journalStamp
    if isJournalOthers {
      let before = Set(journalled.keys)
      _ = readJournal()
      stale.formUnion(slots(of: before.union(journalled.keys)))
      // What has no file is nowhere but in the journal: it is gathered from there anew.
      for slot in shelves.indices where shelves[slot].stamp == nil {
        shelves[slot].pending = [:]
        shelves[slot].shown = shelves[slot].onDisk
      }
    }
    for slot in stale where shelves[slot].stamp != nil || stamps[shelves[slot].path] != nil {
      _ = shelve(loader.scan(shelves[slot].path), in: slot)
    }
    if isJournalOthers || !stale.isEmpty { stale.formUnion(addRecordsWithoutFile()) }
    return stale.sorted().map { ShelfUpdate(slot: $0, chunk: shelves[$0].shown) }
  }

  private func slots(of keys: Set<String>) -> [Int] {
    shelves.indices.filter { slot in
      guard let chunk = shelves[slot].shown else { return false }
      return chunk.allRows.contains { keys.contains(chunk.key($0)) }
    }
  }

  /// Moves what the journal holds into the follow-up files, then forgets the journal.
  ///
  /// Files that cannot be used are left alone, and then the journal stays.
  mutating func foldJournal() throws(RegisterProblem) -> [ShelfUpdate] {
    guard hasPendingChanges || Journal(folder).exists else { return [] }
    let lock = try FolderLock(folder: folder.path)
    defer { lock.release() }
    _ = try refresh()
    let slots = shelves.indices.filter { !shelves[$0].pending.isEmpty }
    for slot in slots { try writeFile(of: slot) }
    if !shelves.contains(where: \.isInTrouble) {
      if isJournalDamaged || hasHomelessChanges {
        try Journal(folder).setAside(newestSeen)
      } else {
        try Journal(folder).retire(newestSeen)
      }
      forgetJournal()
    }
    return slots.map { ShelfUpdate(slot: $0, chunk: shelves[$0].shown) }
  }

  /// Whether the journal holds changes of a record that is in no file and was not made in it.
  private var hasHomelessChanges: Bool {
    let known = Set(shelves.compactMap(\.onDisk).flatMap { chunk in chunk.allRows.map(chunk.key) })
    return journalled.keys.contains { !known.contains($0) }
  }

  /// What came out of an index was proven when that was made. Before the file is written it is proven
  /// once more: damage that left its stamp alone must not be copied into a new one.
  private mutating func proveAgain(_ bytes: [UInt8], _ slot: Int) throws(RegisterProblem) {
    let shelf = shelves[slot]
    guard shelf.onDisk?.isMapped == true else { return }
    let file = loader.scan(bytes: bytes, as: shelf.path, stamp: shelf.stamp)
    guard file.chunk == nil else { return }
    _ = shelve(file, in: slot)
    throw .fileInTrouble(path: shelf.path)
  }

  private mutating func writeFile(of slot: Int) throws(RegisterProblem) {
    let shelf = shelves[slot]
    let bytes = try bytesOnDisk(slot)
    try proveAgain(bytes, slot)
    let composed = Composer.compose(bytes, shelf.onDisk, changed: shelf.pending)
    let path = folder.path + "/" + shelf.path
    try Posix.makeFolders(Posix.parent(of: path))
    SafeFile.sweep(Posix.parent(of: path))
    // What is saved goes into the files even where no former version can be kept.
    try? Generations(folder.path).keep(shelf.path)
    try SafeFile.replace(path, with: composed)
    let file = loader.scan(
      bytes: composed, as: shelf.path, stamp: FolderStamps(folder.path)[shelf.path])
    shelves[slot].pending = [:]
    shelves[slot].stamp = file.stamp
    shelves[slot].onDisk = file.chunk
    shelves[slot].shown = file.chunk
  }
}
