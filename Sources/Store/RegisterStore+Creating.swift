package import Model
internal import Synchronization

extension RegisterStore {
  /// Makes a record of every draft, or of none, and comes back when they are on disk.
  ///
  /// Codes are given while the register is locked, when what others have written was taken up: two
  /// writers never give the same one. A number is never given twice, also not that of a record in
  /// the bin. A draft that lacks something is refused with its place among the drafts.
  package func create(
    _ drafts: [RecordDraft], as author: Signature, why: String? = nil
  ) throws(StoreError) -> Saved {
    try state.withLock { state throws(StoreError) in
      try state.create(drafts, registry: registry, as: author, why: why)
    }
  }

  /// The codes that ``create(_:as:why:)`` would give now; others may be faster.
  package func codes(for drafts: [RecordDraft]) -> [String] {
    state.withLock { state in
      var numbers = CodeNumbers(state.shownChunks, registry: registry)
      return drafts.map { numbers.next($0) }
    }
  }
}

extension StoreState {
  var shownChunks: [Chunk] { shelves.compactMap(\.shown) }

  mutating func create(
    _ drafts: [RecordDraft], registry: Registry, as signature: Signature, why: String?
  ) throws(StoreError) -> Saved {
    for (index, draft) in drafts.enumerated() {
      guard draft.missing.isEmpty else { throw .incomplete(index: index, draft.missing) }
      let texts = ([draft.title, why ?? ""] + draft.tags + draft.sources)
      if let mark = texts.lazy.compactMap(SecretMark.find(in:)).first {
        throw .secretMark(index: index, mark)
      }
      // The province names a folder: only one that the registry knows may.
      guard let province = draft.province, registry[.provinces][province] != nil else {
        throw .incomplete(index: index, [.province])
      }
    }
    return try locked(as: signature) { (state, now) throws(StoreError) in
      do throws(RegisterProblem) {
        return try state.make(drafts, registry, by: signature.author, at: now, why: why)
      } catch {
        throw .problem(error)
      }
    }
  }

  private mutating func make(
    _ drafts: [RecordDraft], _ registry: Registry, by author: String, at now: Moment, why: String?
  ) throws(RegisterProblem) -> Saved {
    var numbers = CodeNumbers(shownChunks, registry: registry)
    let batch = Identifier.make(now)
    var entries: [Journal.Entry] = []
    var records: [(address: RecordAddress, record: Record)] = []
    for (index, draft) in drafts.enumerated() {
      let new = NewRecord(draft, key: Identifier.make(now), code: numbers.next(draft))
      let id = drafts.count == 1 ? batch : "\(batch)-\(index + 1)"
      var change = new.creation(id: id, at: now, by: author, batch: batch)
      change.batchSize = drafts.count == 1 ? nil : drafts.count
      change.edits = change.edits.map(\.composed)
      change.why = why.map { Value.text($0).composed.text ?? $0 }
      let record = Record(changes: [change])
      let slot = slotOfFile(RegisterFolder.file(for: record))
      // A file that cannot be used is not added to either.
      guard !shelves[slot].isInTrouble else { throw .fileInTrouble(path: shelves[slot].path) }
      entries.append(Journal.Entry(record: new.key, change: change))
      records.append((RecordAddress(slot: slot, key: new.key), record))
    }
    return try save(entries, records, batch: batch, at: now)
  }
}

/// Which numbers are taken, and what a province's codes begin with.
struct CodeNumbers {
  private let chunks: [Chunk]
  private let registry: Registry
  let letters: [String: String]
  /// The highest number, by what stands before it.
  private var taken: [String: Int] = [:]

  init(_ chunks: [Chunk], registry: Registry) {
    self.chunks = chunks
    self.registry = registry
    var register = Register(
      profile: RegisterProfile(name: ""), registry: registry, slots: chunks.count)
    for (slot, chunk) in chunks.enumerated() { register.place(chunk, in: slot) }
    letters = register.lettersInUse
  }

  /// The next code for a draft. Linear in the records for the first of a province and year.
  mutating func next(_ draft: RecordDraft) -> String {
    if let provisional = draft.provisional {
      let prefix = provisional + "-"
      let number = (taken[prefix] ?? highest(behind: prefix)) + 1
      taken[prefix] = number
      return RecordCodes.provisional(letters: provisional, number: number)
    }
    let province = draft.province ?? ""
    let letters =
      self.letters[province] ?? registry[.provinces][province]?.letters?.uppercased()
      ?? RecordCodes.initials(of: province)
    return next(behind: RecordCodes.prefix(letters: letters, year: draft.year))
  }

  /// The next code that begins so. Linear in the records for the first one.
  mutating func next(behind prefix: String) -> String {
    let number = (taken[prefix] ?? highest(behind: prefix)) + 1
    taken[prefix] = number
    return RecordCodes.code(prefix: prefix, number: number)
  }

  private func highest(behind prefix: String) -> Int {
    let wanted = Array(prefix.utf8)
    var highest = 0
    for chunk in chunks {
      for row in chunk.allRows where chunk.text.part(row.code.range, startsWith: wanted) {
        let rest = chunk.text[row.code.range].dropFirst(wanted.count)
        highest = max(highest, Int(String(decoding: rest, as: UTF8.self)) ?? 0)
      }
    }
    return highest
  }
}
