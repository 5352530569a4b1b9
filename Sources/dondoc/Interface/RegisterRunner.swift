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

  /// How often the files are looked at where the system does not tell of changes, in milliseconds.
  private static let lookAfter: Int32 = 1000
  private let looksByItself: Bool

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
    looksByItself =
      watch.isBlind || watch.descriptor < 0 || surroundings.variable("DONDOC_WATCH") == "poll"
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
    case .act(let action, let slot, let key, let seen):
      let address = RecordAddress(slot: slot, key: key, seen: seen.isEmpty ? nil : seen)
      change(.change) { (store, signature) throws(StoreError) in
        try store.perform(action, on: [address], as: signature)
      }
    case .undo:
      change(.undo) { (store, signature) throws(StoreError) in try store.undo(as: signature) }
    case .redo:
      change(.redo) { (store, signature) throws(StoreError) in try store.redo(as: signature) }
    case .reload: reload()
    case .quit: break
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
              deed: deed, records: saved.records, chunks: saved.updates.map(ChunkNews.init),
              clock: surroundings.clock())))
      } catch {
        mailbox.post(.refused(sentence: sentence(error)))
      }
    }
  }

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

  var wakes: [Int32] { looksByItself ? [] : [watch.descriptor] }

  mutating func lookAround() {
    if watch.takeNews() { reload() }
  }

  // MARK: - Folding, off the key path

  var pause: Int32? {
    if looksByItself { return RegisterRunner.lookAfter }
    return store.hasPendingChanges ? RegisterRunner.foldAfter : nil
  }

  mutating func rest() {
    if store.hasPendingChanges { fold() } else { reload() }
  }

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
