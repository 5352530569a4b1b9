internal import Glibc
package import Model
internal import Synchronization

/// One archive of a whole register, proven when it is made.
package enum Backup {
  package struct Report: Hashable, Sendable {
    package let path: String
    package let files: Int
    package let records: Int
    /// Left out of an archive for others.
    package var withheld = 0
    /// What the check says of the register, and so of the archive: errors.
    package var errors = 0
  }

  /// Writes every file of the register into one archive at `path`, reads that back, compares it
  /// byte for byte, unpacks it, and checks the copy.
  ///
  /// With `isForOthers`, what is the office's own is left out (``Record/forOthers``), and notes and
  /// history.
  ///
  /// - Throws: ``RegisterProblem/alreadyThere(path:)``, or why it could not be made; then there is no
  ///   archive.
  package static func make(
    of register: String, at path: String, isForOthers: Bool
  ) throws(RegisterProblem) -> Report {
    guard !Posix.exists(path) else { throw .alreadyThere(path: path) }
    let contents = try Contents.gather(register, isForOthers: isForOthers)
    guard let bytes = TarArchive.bytes(of: contents.entries, written: contents.newest) else {
      throw .system(act: .write, path: path, code: ENAMETOOLONG)
    }
    let temporary = path + ".\(getpid()).tmp"
    do throws(RegisterProblem) {
      try SafeFile.replace(temporary, with: bytes)
      let report = try proven(temporary, contents, path)
      // A link, not a rename: what somebody else puts there meanwhile is not written over.
      guard link(temporary, path) == 0 else {
        if errno == EEXIST { throw RegisterProblem.alreadyThere(path: path) }
        try Posix.rename(temporary, to: path)
        return report
      }
      unlink(temporary)
      try Posix.syncFolder(Posix.parent(of: path))
      return report
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static func proven(
    _ archive: String, _ contents: Contents, _ path: String
  ) throws(RegisterProblem) -> Report {
    let entries = try read(archive)
    guard entries == contents.entries else { throw .badArchive(path: path) }
    let copy = archive + ".copy"
    defer { RemovedTree.remove(copy) }
    RemovedTree.remove(copy)
    try unpack(entries, into: copy)
    let check = try RegisterCheck.run(copy)
    return Report(
      path: path, files: entries.count, records: check.records, withheld: contents.withheld,
      errors: check.problems.count { !$0.isWarning })
  }

  private static func read(_ path: String) throws(RegisterProblem) -> [TarArchive.Entry] {
    var reader = JSONReader()
    do throws(FileReadError) {
      _ = try reader.load(path: path)
    } catch {
      throw error.problem(at: path)
    }
    guard let entries = TarArchive.entries(of: reader.withBytes { Array($0) }) else {
      throw .badArchive(path: path)
    }
    return entries
  }

  /// `register.json` is written last: until it is there, the folder is no register.
  private static func unpack(
    _ entries: [TarArchive.Entry], into folder: String
  ) throws(RegisterProblem) {
    try Posix.makeFolders(folder)
    guard chmod(folder, 0o700) == 0 else {
      throw .system(act: .makeFolder, path: folder, code: errno)
    }
    let profile = entries.filter { $0.path == "register.json" }
    for entry in entries.filter({ $0.path != "register.json" }) + profile {
      let path = folder + "/" + entry.path
      try Posix.makeFolders(Posix.parent(of: path))
      try SafeFile.replace(path, with: entry.bytes)
    }
  }

  /// Makes a register out of an archive, in a folder that is empty or not there yet.
  package static func restore(
    from archive: String, into folder: String
  ) throws(RegisterProblem) -> Report {
    if RegisterFolder.isRegister(folder) { throw .registerExists(path: folder) }
    if Posix.exists(folder) {
      guard Posix.isFolder(folder), try Posix.isEmptyFolder(folder) else {
        throw .folderNotEmpty(path: folder)
      }
    }
    let entries = try read(archive)
    guard entries.contains(where: { $0.path == "register.json" }) else {
      throw .badArchive(path: archive)
    }
    try unpack(entries, into: folder)
    let check = try RegisterCheck.run(folder)
    return Report(
      path: folder, files: entries.count, records: check.records, withheld: 0,
      errors: check.problems.count { !$0.isWarning })
  }
}

/// What goes into an archive.
private struct Contents {
  var entries: [TarArchive.Entry] = []
  var newest = Moment(milliseconds: 0)
  var withheld = 0

  /// Reads the register while no one else writes to it.
  static func gather(
    _ register: String, isForOthers: Bool
  ) throws(RegisterProblem) -> Contents {
    // On a disk that may only be read nobody writes, and there is no lock to be had.
    let lock: FolderLock?
    do throws(RegisterProblem) {
      lock = try FolderLock(folder: register)
    } catch {
      guard case .system(_, _, let code) = error, [EROFS, EACCES, EPERM].contains(code) else {
        throw error
      }
      lock = nil
    }
    defer { lock?.release() }
    let store = try RegisterStore(register)
    let problems = store.load().problems
    var contents = Contents()
    contents.newest = store.state.withLock(\.newestSeen)
    if isForOthers {
      if let first = problems.first(where: \.hidesRecords) { throw first }
      try contents.addShared(store)
    } else {
      try contents.addAll(register, "")
    }
    return contents
  }

  private mutating func addAll(
    _ register: String, _ folder: String
  ) throws(RegisterProblem) {
    for name in try Posix.names(in: folder.isEmpty ? register : register + "/" + folder) {
      let path = folder.isEmpty ? name : folder + "/" + name
      if Posix.isFolder(register + "/" + path) {
        try addAll(register, path)
      } else if path.hasSuffix(".json") || path.hasSuffix(".jsonl") {
        try add(path, of: register)
      }
    }
  }

  private mutating func add(_ file: String, of register: String) throws(RegisterProblem) {
    var reader = JSONReader()
    do throws(FileReadError) {
      _ = try reader.load(path: register + "/" + file)
    } catch {
      throw error.problem(at: file)
    }
    entries.append(TarArchive.Entry(path: file, bytes: reader.withBytes { Array($0) }))
  }

  /// The records as others may have them, each with one change in its history: what it says.
  private mutating func addShared(_ store: RegisterStore) throws(RegisterProblem) {
    let register = store.folder.path
    // Saved views tell what the office looks for.
    for (file, _) in SmallFileCheck(folder: register).files where file != ViewsFile.name {
      try add(file, of: register)
    }
    var files: [(path: String, records: [Record])] = []
    for (slot, path) in store.files.enumerated() {
      let keys = store.state.withLock { state in
        let chunk = state.shelves[slot].shown
        return chunk?.rows.map { chunk?.key($0) ?? "" } ?? []
      }
      var records: [Record] = []
      for key in keys { records.append(try store.record(slot: slot, key: key)) }
      files.append((path, records))
    }
    let all = files.flatMap(\.records)
    let shared = Set(all.filter { $0.forOthers != nil }.map(\.key))
    withheld = all.count - shared.count
    for (path, records) in files {
      let given = records.compactMap { record in
        record.forOthers.map { Contents.reissued($0, of: record, among: shared) }
      }
      guard !given.isEmpty else { continue }
      let bytes = CanonicalWriter.file(records: given.map(RecordCoding.value))
      entries.append(TarArchive.Entry(path: path, bytes: CanonicalForm.composed(bytes)))
    }
    entries.sort { $0.path < $1.path }
  }

  /// References to what is left out go, and the history is that it was given away.
  private static func reissued(
    _ record: Record, of whole: Record, among shared: Set<String>
  ) -> Record {
    var fields = record.fields
    let links = fields[.links].elements.filter { shared.contains((try? Link($0))?.to ?? "") }
    fields[.links] = .list(links)
    fields[.appliesTo] = .list(
      fields[.appliesTo].elements.filter { shared.contains($0.text ?? "") })
    for field in [Field.session, .mergedInto] {
      if let key = fields[field].text, !shared.contains(key) { fields[field] = .null }
    }
    return Record(changes: [
      Change(
        id: "shared-\(record.key)", at: whole.lastMoment, by: "dondoc backup",
        edits: fields.creation)
    ])
  }
}

extension RegisterProblem {
  /// Whether records may be missing from what was read.
  fileprivate var hidesRecords: Bool {
    switch self {
    case .badSyntax, .badValue, .wrongTop, .system, .fileInTrouble, .damagedJournal: true
    case .alteredReview, .brokenSuccessor, .missingFolder, .notARegister, .foreignFormat,
      .newerFormat,
      .duplicateCode,
      .duplicateKey, .unknownEntry, .unknownProgramme, .danglingLink, .oneSidedLink, .notTheFold,
      .notCanonical, .tornJournal, .recordGone, .busy, .registerExists, .folderNotEmpty,
      .alreadyThere, .badArchive, .wideOpen:
      false
    }
  }
}

/// Takes away a folder that was made for proving.
private enum RemovedTree {
  static func remove(_ path: String) {
    for name in (try? Posix.names(in: path)) ?? [] {
      let inner = path + "/" + name
      if Posix.isFolder(inner) { remove(inner) } else { unlink(inner) }
    }
    unlink(path + "/.lock")
    rmdir(path)
  }
}
