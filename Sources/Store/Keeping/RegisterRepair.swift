package import Model
internal import Synchronization

/// Something that repairing has done.
package enum RepairDeed: Hashable, Sendable {
  /// What a crash left beside the files was removed.
  case swept(files: Int)
  /// The journal had lines that were cut off or damaged: it is kept under another name.
  case setJournalAside
  /// What somebody edited in the file is now a change in the record's history.
  case adopted(code: String, fields: [String])
  /// The record `to` now links back to the one with `code`, which has the relation.
  case linkedBack(code: String, to: String, Relation)
  /// The file is as dondoc writes it; the former version is kept.
  case rewritten(path: String)
}

/// Puts right what can be put right without a person, and says the rest.
///
/// Nothing that anybody wrote is deleted: what is replaced is kept among the generations, and what
/// is altered in a record is a change that undo takes back.
package enum RegisterRepair {
  package struct Report: Sendable {
    package var deeds: [RepairDeed] = []
    /// What is still wrong.
    package var left: RegisterCheck.Report
  }

  /// - Throws: What could not be read or written; what was done before stands.
  package static func run(_ path: String, as author: Signature) throws(StoreError) -> Report {
    do throws(RegisterProblem) {
      let store = try RegisterStore(path)
      _ = store.load()
      var deeds = SafeFile.sweepAll(path)
      let journal = try Journal(store.folder).read()
      _ = try store.foldJournal()
      if !journal.problems.isEmpty, !Journal(store.folder).exists { deeds.append(.setJournalAside) }
      deeds += try store.state.withLock { state throws(RegisterProblem) in
        try state.mend(as: author)
      }
      _ = try store.foldJournal()
      deeds += try store.state.withLock { state throws(RegisterProblem) in
        try state.rewriteFiles()
      }
      return Report(deeds: deeds, left: try RegisterCheck.run(path))
    } catch {
      throw .problem(error)
    }
  }
}

extension SafeFile {
  fileprivate static func sweepAll(_ register: String) -> [RepairDeed] {
    var swept = 0
    var folders = [register]
    while let folder = folders.popLast() {
      swept += sweep(folder)
      let names = (try? Posix.names(in: folder)) ?? []
      folders += names.map { folder + "/" + $0 }.filter(Posix.isFolder)
    }
    return swept == 0 ? [] : [.swept(files: swept)]
  }
}

extension StoreState {
  /// Adopts what was edited by hand, and adds the missing ends of links: one batch.
  fileprivate mutating func mend(
    as signature: Signature
  ) throws(RegisterProblem) -> [RepairDeed] {
    let lock = try FolderLock(folder: folder.path)
    defer { lock.release() }
    _ = try refresh()
    try finishMerge()
    let now = max(signature.now, Moment(milliseconds: newestSeen.milliseconds + 1))
    var mending = Mending(found: records())
    mending.adopt()
    mending.linkBack(by: signature.author, at: now, batch: Identifier.make(now))
    guard !mending.entries.isEmpty else { return [] }
    let changed = mending.changedRecords
    _ = try save(mending.entries, changed, batch: "", at: now)
    return mending.deeds
  }

  /// Every record of the files that can be used, those with a key that comes twice left out.
  private mutating func records() -> [(address: RecordAddress, record: Record)] {
    var found: [(address: RecordAddress, record: Record)] = []
    var count: [String: Int] = [:]
    for slot in shelves.indices {
      guard let chunk = shelves[slot].shown else { continue }
      for row in chunk.allRows {
        let key = chunk.key(row)
        guard let record = try? record(slot: slot, key: key) else { continue }
        count[key, default: 0] += 1
        found.append((RecordAddress(slot: slot, key: key), record))
      }
    }
    return found.filter { count[$0.address.key] == 1 }
  }

  /// Writes the files that are not in canonical form as dondoc writes them.
  fileprivate mutating func rewriteFiles() throws(RegisterProblem) -> [RepairDeed] {
    let lock = try FolderLock(folder: folder.path)
    defer { lock.release() }
    var deeds: [RepairDeed] = []
    for shelf in shelves where shelf.onDisk != nil && shelf.problems.allSatisfy(\.isOfOneRecord) {
      if try rewrite(shelf.path, isList: true) { deeds.append(.rewritten(path: shelf.path)) }
    }
    for (file, isList) in SmallFileCheck(folder: folder.path).files
    where try rewrite(file, isList: isList) {
      deeds.append(.rewritten(path: file))
    }
    _ = try refresh()
    return deeds
  }

  /// False where the file is in canonical form already, or has what is not to be touched.
  private func rewrite(_ file: String, isList: Bool) throws(RegisterProblem) -> Bool {
    guard let value = try? folder.readValue(file) else { return false }
    let canonical: [UInt8]
    switch value {
    case .list(let items) where file.hasPrefix("follow-ups/"):
      let records = items.compactMap { try? RecordCoding.record($0) }
      guard records.count == items.count else { return false }
      canonical = CanonicalWriter.file(records: records.map(RecordCoding.value))
    case .list(let items) where isList: canonical = CanonicalWriter.file(records: items)
    case .object where !isList: canonical = CanonicalWriter.object(value)
    case .null, .bool, .number, .text, .list, .object: return false
    }
    let path = folder.path + "/" + file
    var reader = JSONReader()
    guard (try? reader.load(path: path)) != nil,
      reader.withBytes({ CanonicalForm.firstDifference($0, canonical) }) != nil
    else { return false }
    try Generations(folder.path).keep(file)
    try SafeFile.replace(path, with: CanonicalForm.composed(canonical))
    return true
  }
}

extension RegisterProblem {
  /// Whether it leaves the file as a whole readable.
  fileprivate var isOfOneRecord: Bool {
    switch self {
    case .duplicateCode, .duplicateKey, .unknownEntry, .unknownProgramme, .danglingLink,
      .oneSidedLink, .notTheFold, .alteredReview, .brokenSuccessor, .notCanonical, .recordGone,
      .wideOpen:
      true
    case .missingFolder, .notARegister, .foreignFormat, .newerFormat, .system, .badSyntax,
      .badValue, .wrongTop, .tornJournal, .damagedJournal, .fileInTrouble, .busy, .registerExists,
      .folderNotEmpty, .alreadyThere, .badArchive:
      false
    }
  }
}

/// What is to be changed in the records, gathered.
private struct Mending {
  private(set) var entries: [Journal.Entry] = []
  private(set) var deeds: [RepairDeed] = []
  private var records: [(address: RecordAddress, record: Record)]
  private var places: [String: Int] = [:]
  private var changed: Set<Int> = []

  init(found: [(address: RecordAddress, record: Record)]) {
    records = found
    for (place, item) in found.enumerated() { places[item.address.key] = place }
  }

  var changedRecords: [(address: RecordAddress, record: Record)] {
    changed.sorted().map { records[$0] }
  }

  mutating func adopt() {
    for place in records.indices {
      let record = records[place].record
      guard let adoption = record.adoption else { continue }
      deeds.append(.adopted(code: record.code, fields: adoption.edits.compactMap(\.field)))
      add(adoption, to: place)
    }
  }

  mutating func linkBack(by author: String, at now: Moment, batch: String) {
    var missing: [Int: [Link]] = [:]
    for place in records.indices {
      let (address, record) = records[place]
      for link in record.fields[.links].elements.compactMap({ try? Link($0) }) {
        guard let other = places[link.to], other != place else { continue }
        let back = Link(link.relation.inverse, to: address.key)
        let has = records[other].record.fields[.links].elements.contains { (try? Link($0)) == back }
        guard !has, missing[other]?.contains(back) != true else { continue }
        missing[other, default: []].append(back)
        deeds.append(
          .linkedBack(code: record.code, to: records[other].record.code, link.relation))
      }
    }
    for (number, place) in missing.keys.sorted().enumerated() {
      let change = Change(
        id: "\(batch)-\(number + 1)", at: now, by: author, after: records[place].record.newest,
        edits: [.add(.links, (missing[place] ?? []).map(\.value))],
        why: "dondoc check --repair", batch: batch, batchSize: missing.count)
      add(change, to: place)
    }
  }

  private mutating func add(_ change: Change, to place: Int) {
    entries.append(Journal.Entry(record: records[place].address.key, change: change))
    records[place].record = records[place].record.merged(with: [change])
    changed.insert(place)
  }
}
