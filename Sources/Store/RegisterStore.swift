package import Model
internal import Synchronization

/// A register as it is kept: the one door to its files.
///
/// It may be shared between threads; one of them at a time is served.
package final class RegisterStore: Sendable {
  package let folder: RegisterFolder
  package let profile: RegisterProfile
  package let registry: Registry
  /// Problems of the registry's own files.
  package let registryProblems: [RegisterProblem]
  let loader: Loader
  let state: Mutex<StoreState>
  /// Where an index of this register is kept; nil where none is.
  let indexPlace: IndexPlace?

  /// Reads the small files and lists the others; the follow-ups are read by ``loadAll(threads:)``.
  ///
  /// `indexes` is the folder of the indexes, for those that list; who proves or repairs reads every
  /// byte.
  ///
  /// - Throws: Why this is not a register that can be opened here.
  package init(_ path: String, indexes: String? = nil) throws(RegisterProblem) {
    folder = RegisterFolder(path)
    profile = try folder.profile()
    let files = try folder.followUpFiles(profile)
    StoreState.finishMerge(folder, files)
    indexPlace = indexes.flatMap { [folder] in IndexPlace($0, folder) }
    (registry, registryProblems) = folder.registry()
    loader = Loader(folder: folder, registry: registry)
    state = Mutex(StoreState(folder: folder, loader: loader, files: files))
  }

  /// The files in register order; a file's place is its slot.
  package var files: [String] { state.withLock { $0.shelves.map(\.path) } }

  /// Reads every file, and gives each as soon as it is there, in no order.
  ///
  /// - Returns: What was wrong with the journal.
  @discardableResult
  package func loadAll(
    threads: Int, deliver: @Sendable (ShelfUpdate, [RegisterProblem]) -> Void
  ) -> [RegisterProblem] {
    let problems = state.withLock { $0.readJournal() }
    let index = indexPlace?.open()
    loader.scanAll(files, threads: threads, index: index) { slot, file in
      let update = state.withLock { $0.shelve(file, in: slot) }
      deliver(ShelfUpdate(slot: slot, chunk: update), file.problems)
    }
    let updates = state.withLock { state in
      state.addRecordsWithoutFile().sorted()
        .map { ShelfUpdate(slot: $0, chunk: state.shelves[$0].shown) }
    }
    for update in updates { deliver(update, []) }
    return problems
  }

  /// Everything at once, for commands: the register and what is wrong with it.
  package func load(threads: Int = 2) -> (register: Register, problems: [RegisterProblem]) {
    let gathered = Mutex<[RegisterProblem]>([])
    let ofJournal = loadAll(threads: threads) { _, problems in
      if !problems.isEmpty { gathered.withLock { $0 += problems } }
    }
    var register = Register(profile: profile, registry: registry, slots: 0)
    let shelves = state.withLock { $0.shelves.map(\.shown) }
    for (slot, chunk) in shelves.enumerated() { register.place(chunk, in: slot) }
    let problems = registryProblems + gathered.withLock { $0 } + ofJournal + duplicates()
    return (register, problems.sorted(by: RegisterProblem.isInOrder))
  }

  /// The codes and keys that more than one record has. To be asked when all is loaded.
  package func duplicates() -> [RegisterProblem] { state.withLock { $0.duplicates() } }

  /// One record, whole. About 50 µs.
  package func record(slot: Int, key: String) throws(RegisterProblem) -> Record {
    try state.withLock { state throws(RegisterProblem) in try state.record(slot: slot, key: key) }
  }

  /// Does `action` to every record named, or to none of them, and comes back when it is on disk.
  package func perform(
    _ action: Action, on keys: [RecordAddress], as author: Signature, force: Bool = false,
    why: String? = nil
  ) throws(StoreError) -> Saved {
    try state.withLock { state throws(StoreError) in
      try state.perform(action, on: keys, as: author, force: force, why: why)
    }
  }

  /// What ``perform(_:on:as:force:why:)`` would do now. Nothing is written, nothing locked.
  package func preview(
    _ action: Action, on keys: [RecordAddress], as author: Signature, force: Bool = false
  ) throws(StoreError) -> [PlannedChange] {
    try state.withLock { state throws(StoreError) in
      try state.preview(action, on: keys, as: author, force: force)
    }
  }

  /// What the action would do to each record by itself, and why not where it would not: what
  /// ``perform(_:on:as:force:why:)`` then does to those that are accepted.
  package func plan(
    _ action: Action, on keys: [RecordAddress], as author: Signature, force: Bool = false
  ) -> [PlannedLine] {
    state.withLock { $0.plan(action, on: keys, as: author, force: force) }
  }

  /// Takes back the newest batch that is not taken back yet; imports are left alone.
  package func undo(as author: Signature) throws(StoreError) -> Saved {
    try state.withLock { state throws(StoreError) in try state.undo(as: author) }
  }

  package func redo(as author: Signature) throws(StoreError) -> Saved {
    try state.withLock { state throws(StoreError) in try state.redo(as: author) }
  }

  /// Moves what the journal holds into the follow-up files. Without changes it does nothing.
  package func foldJournal() throws(RegisterProblem) -> [ShelfUpdate] {
    try state.withLock { state throws(RegisterProblem) in try state.foldJournal() }
  }

  /// Takes up what others have changed on the disk since.
  package func refresh() throws(RegisterProblem) -> [ShelfUpdate] {
    try state.withLock { state throws(RegisterProblem) in try state.refresh() }
  }

  package var hasPendingChanges: Bool { state.withLock { $0.hasPendingChanges } }
}

/// Who does something, and when.
package struct Signature: Hashable, Sendable {
  package let author: String
  package let now: Moment

  package init(author: String, now: Moment) {
    self.author = author
    self.now = now
  }
}

/// What an action would do to one record.
package struct PlannedChange: Hashable, Sendable {
  /// As it is now; one that is to be made, as it will be.
  package let record: Record
  package let edits: [Edit]
  package let forced: [String]
  package var isNew = false
}

/// What was put on disk.
package struct Saved: Sendable {
  /// The records as they are now.
  package let records: [Record]
  package let updates: [ShelfUpdate]
  package let batch: String
  /// The files beside the records that were altered with them.
  package var files: [String] = []
}
