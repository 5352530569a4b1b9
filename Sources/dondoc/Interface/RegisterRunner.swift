import App
import Glibc
import Model
import Store

/// Does the app's effects on a register: reads at once, writes on a worker.
struct RegisterRunner: EffectRunner {
  private let store: RegisterStore
  private let mailbox: Mailbox
  private let surroundings: Surroundings
  private let language: @Sendable (StoreError) -> String
  private let watch: FolderWatch
  /// The one worker: changes are put on disk in the order they were asked for.
  private let worker = Worker()

  /// How long the person must pause before the journal is folded, in milliseconds.
  private static let foldAfter: Int32 = 2000

  init(
    store: RegisterStore, mailbox: Mailbox, surroundings: Surroundings,
    sentence: @escaping @Sendable (StoreError) -> String
  ) {
    self.store = store
    self.mailbox = mailbox
    self.surroundings = surroundings
    language = sentence
    watch = FolderWatch(store.folder)
  }

  /// Waits for the first file, a few milliseconds at most, so that the first picture shows
  /// records and not the promise of them.
  func waitForFirstFile() {
    var waiting = pollfd(fd: mailbox.wake, events: Int16(POLLIN), revents: 0)
    _ = poll(&waiting, 1, RegisterRunner.firstFileAfter)
  }

  private static let firstFileAfter: Int32 = 10

  /// Reads all files on workers; each is posted as soon as it is there.
  func beginLoading() {
    let (store, mailbox) = (store, mailbox)
    Threads.start {
      let problems = store.loadAll(threads: 2) { update, problems in
        mailbox.post(.shelved([ChunkNews(update)], problems))
      }
      mailbox.post(.loaded(store.registryProblems + problems))
    }
  }

  mutating func run(_ effect: Effect) -> Message? {
    switch effect {
    case .open(let slot, let key):
      do throws(RegisterProblem) {
        return .opened(try store.record(slot: slot, key: key))
      } catch {
        return .couldNotOpen(error)
      }
    case .act(let action, let slot, let key):
      let address = RecordAddress(slot: slot, key: key)
      change(.change) { (store, signature) throws(StoreError) in
        try store.perform(action, on: [address], as: signature)
      }
    case .create(let drafts):
      change(.create) { (store, signature) throws(StoreError) in
        try store.create(drafts, as: signature)
      }
    case .prepareEntry(let today):
      let (quickAdd, calendar) = store.entryMaterial(forms: .catalogue, today: today)
      return .entryReady(quickAdd, calendar)
    case .preview(let action, let addresses, let isForced):
      plan(action, addresses, isForced: isForced)
    case .actOnMany(let action, let addresses, let why):
      change(.change) { (store, signature) throws(StoreError) in
        try store.perform(action, on: addresses, as: signature, force: why != nil, why: why)
      }
    case .read(let addresses):
      return .recordsRead(
        addresses.compactMap { try? store.record(slot: $0.slot, key: $0.key) })
    case .readHolidays(let years):
      return .holidays(WorkingDays(store.folder).calendar(years))
    case .undo:
      change(.undo) { (store, signature) throws(StoreError) in try store.undo(as: signature) }
    case .redo:
      change(.redo) { (store, signature) throws(StoreError) in try store.redo(as: signature) }
    case .reload: reload()
    // What is done with the terminal, the loop does.
    case .quit, .copy, .editOutside: break
    }
    return nil
  }

  private func change(
    _ deed: SavedNews.Deed,
    _ work: @escaping @Sendable (RegisterStore, Signature) throws(StoreError) -> Saved
  ) {
    let (store, mailbox, surroundings, sentence) = (store, mailbox, surroundings, language)
    worker.post {
      do throws(StoreError) {
        let saved = try work(store, surroundings.signature())
        mailbox.post(
          .saved(
            SavedNews(
              deed: deed, records: saved.records, batch: saved.batch,
              chunks: saved.updates.map(ChunkNews.init),
              clock: surroundings.clock())))
      } catch {
        mailbox.post(.refused(sentence: sentence(error)))
      }
    }
  }

  /// Some records at a time, so that the store can open one for the screen in between.
  private func plan(_ action: Action, _ addresses: [RecordAddress], isForced: Bool) {
    let (store, mailbox, surroundings) = (store, mailbox, surroundings)
    worker.post {
      let signature = surroundings.signature()
      var lines: [PlannedLine] = []
      for start in stride(from: 0, to: addresses.count, by: RegisterRunner.plannedAtOnce) {
        let some = addresses[start..<min(addresses.count, start + RegisterRunner.plannedAtOnce)]
        lines += store.plan(action, on: Array(some), as: signature, force: isForced)
      }
      mailbox.post(.previewed(Plan(action, isForced: isForced, lines: lines)))
    }
  }

  private static let plannedAtOnce = 100

  private func reload() {
    let (store, mailbox, sentence) = (store, mailbox, language)
    worker.post {
      do throws(RegisterProblem) {
        let news = try store.refresh().map(ChunkNews.init)
        if !news.isEmpty { mailbox.post(.shelved(news, [])) }
      } catch {
        mailbox.post(.refused(sentence: sentence(.problem(error))))
      }
    }
  }

  // MARK: - What others do

  var wakes: [Int32] { watch.descriptor >= 0 ? [watch.descriptor] : [] }

  mutating func lookAround() {
    if watch.takeNews() { reload() }
  }

  // MARK: - Folding, off the key path

  var pause: Int32? { store.hasPendingChanges ? RegisterRunner.foldAfter : nil }

  mutating func rest() { fold() }

  private func fold() {
    let (store, mailbox, surroundings, sentence) = (store, mailbox, surroundings, language)
    worker.post {
      do throws(RegisterProblem) {
        let updates = try store.foldJournal()
        mailbox.post(
          .saved(
            SavedNews(
              deed: .fold, records: [], chunks: updates.map(ChunkNews.init),
              clock: surroundings.clock())))
      } catch {
        mailbox.post(.refused(sentence: sentence(.problem(error))))
      }
    }
  }

  /// Waits until all that was asked for is on disk, and folds the journal.
  func finish() -> RegisterProblem? {
    worker.finish()
    do throws(RegisterProblem) {
      _ = try store.foldJournal()
      return nil
    } catch {
      return error
    }
  }
}

extension ChunkNews {
  init(_ update: ShelfUpdate) { self.init(slot: update.slot, chunk: update.chunk) }
}
