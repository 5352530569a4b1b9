import App
import Glibc
import Model
import Store

/// Does the app's effects on a register: reads at once, writes on a worker.
struct RegisterRunner: EffectRunner {
  let store: RegisterStore
  let mailbox: Mailbox
  let surroundings: Surroundings
  let language: @Sendable (StoreError) -> String
  private let watch: FolderWatch
  private let views: ViewFiles
  private let stateFile: StateFile
  /// The one worker: changes are put on disk in the order they were asked for.
  let worker = Worker()
  /// What the worker is to look for titles like.
  private let asked = Latest<LikenessQuestion>()
  /// The end of the past day that is shown; nil for the register as it is.
  var past: Moment?

  /// How often the files are looked at where the system does not tell of changes, in milliseconds.
  private static let lookAfter: Int32 = 1000
  private let looksByItself: Bool

  /// How long the person must pause before the journal is folded, in milliseconds.
  private static let foldAfter: Int32 = 2000

  init(
    store: RegisterStore, mailbox: Mailbox, surroundings: Surroundings,
    asOf: Day? = nil, sentence: @escaping @Sendable (StoreError) -> String
  ) {
    past = asOf.map(surroundings.end)
    self.store = store
    self.mailbox = mailbox
    self.surroundings = surroundings
    language = sentence
    watch = FolderWatch(store.folder)
    views = ViewFiles(store.folder, surroundings)
    stateFile = StateFile(surroundings)
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
    let (store, mailbox, views, past) = (store, mailbox, views, past)
    Threads.start {
      if let past { return RegisterRunner.load(store, asOf: past, into: mailbox) }
      let problems = store.loadAll(threads: 2) { update, problems in
        mailbox.post(.shelved([ChunkNews(update)], problems), mayWait: true)
      }
      mailbox.post(.loaded(store.registryProblems + problems))
      store.registry.prepareSearch()
      if let news = views.news() { mailbox.post(.views(news)) }
      mailbox.post(.calendar(WorkingDays(store.folder).calendar()))
      store.keepIndex()
    }
  }

  mutating func run(_ effect: Effect) -> Message? {
    switch effect {
    case .open(let slot, let key):
      do throws(RegisterProblem) {
        return .opened(try RegisterRunner.record(slot, key, in: store, asOf: past))
      } catch {
        return .couldNotOpen(error)
      }
    case .act(let action, let slot, let key, let seen):
      let address = RecordAddress(slot: slot, key: key, seen: seen.isEmpty ? nil : seen)
      change(.change) { (store, signature) throws(StoreError) in
        try store.perform(action, on: [address], as: signature)
      }
    case .create(let drafts, let why):
      change(.create) { (store, signature) throws(StoreError) in
        try store.create(drafts, as: signature, why: why)
      }
    case .prepareEntry(let today, let isWaitedFor):
      return prepareEntry(today, isWaitedFor: isWaitedFor)
    case .preview(let action, let addresses, let isForced):
      plan(action, addresses, isForced: isForced)
    case .actOnMany(let action, let addresses, let why):
      change(.change) { (store, signature) throws(StoreError) in
        try store.perform(action, on: addresses, as: signature, force: why != nil, why: why)
      }
    case .read(let addresses): return read(addresses)
    case .findSimilar(let question): findSimilar(question)
    case .writeLetters(let question):
      let mailbox = mailbox
      worker.post { mailbox.post(.lettersWritten(question.answer(), of: question)) }
    case .undo:
      change(.undo) { (store, signature) throws(StoreError) in try store.undo(as: signature) }
    case .redo:
      change(.redo) { (store, signature) throws(StoreError) in try store.redo(as: signature) }
    case .review(let id, let year, let today): return review(id, year, today)
    case .closeReview(let id, let year, let today): closeReview(id, year, today)
    case .versions: listVersions()
    case .compareVersions(let names): compareVersions(names)
    case .planRestoring(let name): planRestoring(name)
    case .restoreVersion(let name): restoreVersion(name)
    case .reload: reload()
    case .editViews(let edit, let home): editViews(edit, in: home)
    case .countViews: mailbox.post(.countViews)
    case .remember(let state):
      let stateFile = stateFile
      worker.post { stateFile.write(state) }
    // What is done with the terminal, the loop does.
    case .quit, .copy, .editOutside: break
    case .travel(let day): travel(to: day)
    }
    return nil
  }

  func readAhead(_ addresses: [RecordAddress]) -> Message? {
    guard let records = store.readAhead(addresses) else { return nil }
    guard let past else { return .readAhead(records) }
    return .readAhead(records.compactMap { $0.asOf(past) })
  }

  /// A few are there before the next picture; for many it does not wait.
  private func read(_ addresses: [RecordAddress]) -> Message? {
    let (store, mailbox, past) = (store, mailbox, past)
    @Sendable func records() -> Message {
      .recordsRead(
        addresses.compactMap { try? RegisterRunner.record($0.slot, $0.key, in: store, asOf: past) })
    }
    guard addresses.count > RegisterRunner.mostReadAtOnce else { return records() }
    worker.post { mailbox.post(records()) }
    return nil
  }

  /// At once where hardly a file has changed since it was last read; what takes longer and is not
  /// waited for is read on the worker.
  private func prepareEntry(_ today: Day, isWaitedFor: Bool) -> Message? {
    let (store, mailbox) = (store, mailbox)
    @Sendable func ready() -> Message {
      let (quickAdd, calendar) = store.entryMaterial(forms: .catalogue, today: today)
      return .entryReady(quickAdd, calendar)
    }
    if isWaitedFor || store.entryFilesLeft <= RegisterRunner.mostFilesAtOnce { return ready() }
    worker.post {
      // File by file, so that the store can open a record for the screen in between.
      while store.prepareEntry(files: 1) {}
      mailbox.post(ready())
    }
    return nil
  }

  private static let mostFilesAtOnce = 8

  /// Of questions that wait for the worker only the last is answered: who goes on fast has no use for
  /// the others.
  private func findSimilar(_ question: LikenessQuestion) {
    let (asked, mailbox) = (asked, mailbox)
    asked.put(question)
    worker.post {
      guard let question = asked.take() else { return }
      mailbox.post(.similar(question.answer(), key: question.key))
    }
  }

  /// About a millisecond's worth.
  private static let mostReadAtOnce = 16

  /// As it is, or as it was when the past moment ended.
  private static func record(
    _ slot: Int, _ key: String, in store: RegisterStore, asOf past: Moment?
  ) throws(RegisterProblem) -> Record {
    guard let past else { return try store.record(slot: slot, key: key) }
    return try store.record(slot: slot, key: key, asOf: past)
  }

  func change(
    _ deed: SavedNews.Deed,
    _ work: @escaping @Sendable (RegisterStore, Signature) throws(StoreError) -> Saved
  ) {
    // The app has said so already: a past day is only looked at.
    guard past == nil else { return }
    let (store, mailbox, surroundings, sentence) = (store, mailbox, surroundings, language)
    worker.post {
      do throws(StoreError) {
        let saved = try work(store, surroundings.signature())
        mailbox.post(
          .saved(
            SavedNews(
              deed: deed, records: saved.records, batch: saved.batch,
              chunks: saved.updates.map(ChunkNews.init), files: saved.files,
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

  private func review(_ id: String, _ year: Int, _ today: Day) -> Message? {
    guard let programme = store.registry.programme(id) else { return nil }
    do throws(RegisterProblem) {
      return .reviewed(try store.review(programme, year: year, today: today))
    } catch {
      return .refused(sentence: language(.problem(error)))
    }
  }

  private func closeReview(_ id: String, _ year: Int, _ today: Day) {
    guard let programme = store.registry.programme(id) else { return }
    change(.change) { (store, signature) throws(StoreError) in
      try store.closeReview(programme, year: year, today: today, as: signature).saved
    }
    // Behind what was saved or refused: so the last thing said is of the year.
    let (mailbox, store) = (mailbox, store)
    worker.post {
      if let sheet = try? store.review(programme, year: year, today: today) {
        mailbox.post(.reviewed(sheet))
      }
    }
  }

  private func editViews(_ edit: SavedViewEdit, in home: ViewHome) {
    let (views, mailbox, sentence) = (views, mailbox, language)
    worker.post {
      do throws(ViewsError) {
        mailbox.post(.views(try views.change(edit, in: home)))
      } catch {
        switch error {
        case .problem(let problem): mailbox.post(.refused(sentence: sentence(.problem(problem))))
        case .refused(let error): mailbox.post(.refused(sentence: views.say(error.words)))
        }
      }
    }
  }

  private func reload() {
    let (store, mailbox, sentence) = (store, mailbox, language)
    let (views, past) = (views, past)
    worker.post {
      if let news = views.news() { mailbox.post(.views(news)) }
      do throws(RegisterProblem) {
        var updates = try store.refresh()
        if let past { updates = store.past(asOf: past, slots: updates.map(\.slot)).updates }
        let news = updates.map(ChunkNews.init)
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
    let past = past
    worker.post {
      do throws(RegisterProblem) {
        var updates = try store.foldJournal()
        if let past { updates = store.past(asOf: past, slots: updates.map(\.slot)).updates }
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
