package import App
package import Model
package import Store
package import Terminal
package import Vietnamese

/// The app on a real register, without a terminal: keys in, pictures and effects out.
///
/// Records are read at once, as the program does; what would change the register is only noted in
/// ``effects``, unless ``isWriting``.
package struct AppDriver {
  package var state: AppState
  package let store: RegisterStore
  package private(set) var effects: [Effect] = []
  package var isWriting = false
  /// What a worker answers is answered only by ``answerHeld()``.
  package var isHolding = false
  package private(set) var held: [Effect] = []
  /// Kept on the disk as long as the driver is.
  package var folder: (any AnyObject & Sendable)?
  /// What the app asked to be kept for the next time.
  package private(set) var remembered: RememberedState?
  private var own: [SavedView] = []
  private var now = Moment(startOf: Day(ordinal: 19_632))

  /// A register that was read; the real one is read once for all tests, which only read it.
  private struct Opened {
    let store: RegisterStore
    let register: Register
    let problems: [RegisterProblem]

    init(store: RegisterStore) {
      self.store = store
      (register, problems) = store.load()
    }
  }

  private static let real: Opened = {
    do throws(RegisterProblem) {
      return Opened(store: try RegisterStore(RealRegister.path))
    } catch {
      preconditionFailure("Data/ is no register: \(error)")
    }
  }()

  package init(
    _ path: String, size: Size, language: Language = .vi, theme: Theme.Name = .dark,
    today: Day = Day(ordinal: 19_632), keymap: Keymap = .standard
  ) throws(RegisterProblem) {
    let opened =
      path == RealRegister.path ? AppDriver.real : Opened(store: try RegisterStore(path))
    store = opened.store
    let (register, problems) = (opened.register, opened.problems)
    state = AppState(
      register: Register(profile: store.profile, registry: store.registry, slots: 0),
      context: QueryContext(today: today, limits: store.profile.dueSoon), language: language,
      theme: Theme(theme), size: size, keymap: keymap)
    let chunks = register.chunks.enumerated().map { ChunkNews(slot: $0, chunk: $1) }
    send(.shelved(chunks, []))
    send(.loaded(problems))
  }

  /// On a copy of the real register that it writes in.
  package static func onCopy(
    _ size: Size, _ language: Language = .vi, today: Day
  ) throws -> AppDriver {
    let folder = try RealRegister.copy()
    var driver = try AppDriver(folder.path, size: size, language: language, today: today)
    driver.folder = folder
    driver.isWriting = true
    return driver
  }

  package mutating func send(_ message: Message) {
    for effect in update(&state, message) { carryOut(effect) }
    if case .key = message { readAhead() }
  }

  /// As the program does after each picture.
  private mutating func readAhead() {
    guard let records = store.readAhead(state.withinReach) else { return }
    send(.readAhead(past.map { past in records.compactMap { $0.asOf(past) } } ?? records))
  }

  private mutating func carryOut(_ effect: Effect) {
    switch effect {
    case .open(let slot, let key):
      do throws(RegisterProblem) {
        let record = try store.record(slot: slot, key: key)
        send(.opened(past.flatMap { record.asOf($0) } ?? record))
      } catch {
        send(.couldNotOpen(error))
      }
    case .act(let action, let slot, let key, let seen):
      effects.append(effect)
      perform(action, slot: slot, key: key, seen: seen)
    case .create(let drafts, let why):
      effects.append(effect)
      write(.create) { (store, signature) throws(StoreError) in
        try store.create(drafts, as: signature, why: why)
      }
    case .prepareEntry(_, false) where isHolding, .findSimilar where isHolding,
      .writeLetters where isHolding:
      held.append(effect)
    case .prepareEntry(let today, _):
      let (quickAdd, calendar) = store.entryMaterial(forms: .catalogue, today: today)
      send(.entryReady(quickAdd, calendar))
    case .preview(let action, let addresses, let isForced):
      effects.append(effect)
      let lines = store.plan(
        action, on: addresses, as: Signature(author: "Lan", now: now), force: isForced)
      send(.previewed(Plan(action, isForced: isForced, lines: lines)))
    case .actOnMany(let action, let addresses, let why):
      effects.append(effect)
      write(.change) { (store, signature) throws(StoreError) in
        try store.perform(action, on: addresses, as: signature, force: why != nil, why: why)
      }
    case .read(let addresses):
      send(
        .recordsRead(
          addresses.compactMap { try? store.record(slot: $0.slot, key: $0.key) }))
    case .undo, .redo: takeBack(effect)
    case .review(let id, let year, let today):
      sendReview(of: id, year, today)
    case .closeReview(let id, let year, let today):
      effects.append(effect)
      closeReview(of: id, year, today)
    case .writeLetters(let question):
      send(.lettersWritten(question.answer(), of: question))
    case .findSimilar(let question): send(.similar(question.answer(), key: question.key))
    case .versions, .compareVersions, .planRestoring, .restoreVersion: answerVersions(effect)
    case .countViews: send(.countViews)
    case .remember(let state): remembered = state
    case .editViews(let edit, let home):
      effects.append(effect)
      editViews(edit, in: home)
    case .travel(let day):
      effects.append(effect)
      travel(to: day)
    case .reload, .quit, .copy, .editOutside:
      effects.append(effect)
    }
  }

  /// Answers in the order it was asked.
  package mutating func answerHeld() {
    isHolding = false
    for effect in held { carryOut(effect) }
    held = []
  }

  private mutating func closeReview(of id: String, _ year: Int, _ today: Day) {
    guard let programme = store.registry.programme(id) else { return }
    write(.change) { (store, signature) throws(StoreError) in
      try store.closeReview(programme, year: year, today: today, as: signature).saved
    }
    sendReview(of: id, year, today)
  }

  private mutating func takeBack(_ effect: Effect) {
    effects.append(effect)
    let isUndo = effect == .undo
    write(isUndo ? .undo : .redo) { (store, signature) throws(StoreError) in
      try isUndo ? store.undo(as: signature) : store.redo(as: signature)
    }
  }

  private mutating func answerVersions(_ effect: Effect) {
    switch effect {
    case .versions: send(.versions(.listed(store.generations().map(\.version))))
    case .compareVersions(let names):
      let compared = names.map { name in
        let generation = store.generation(named: name)
        return ComparedVersion(
          name: name, difference: generation.flatMap { try? store.difference(of: $0) })
      }
      send(.versions(.compared(compared)))
    case .planRestoring(let name):
      let generation = store.generation(named: name)
      guard let plan = generation.flatMap({ try? store.restoringPlan($0) }) else { return }
      send(.versions(.planned(plan)))
    case .restoreVersion(let name):
      effects.append(effect)
      guard let generation = store.generation(named: name) else { return }
      write(.change) { (store, signature) throws(StoreError) in
        try store.restore(generation, as: signature)
      }
    default: break
    }
  }

  private mutating func sendReview(of id: String, _ year: Int, _ today: Day) {
    guard let programme = store.registry.programme(id),
      let sheet = try? store.review(programme, year: year, today: today)
    else { return }
    send(.reviewed(sheet))
  }

  package mutating func forgetEffects() { effects = [] }

  /// Does an action as if it had been asked for by keys.
  package mutating func perform(
    _ action: Action, slot: Int, key: String, seen: [Change.ID] = []
  ) {
    let address = RecordAddress(slot: slot, key: key, seen: seen.isEmpty ? nil : seen)
    write(.change) { (store, signature) throws(StoreError) in
      try store.perform(action, on: [address], as: signature)
    }
  }

  /// Tells the app of the register's saved views.
  package mutating func readViews() throws(RegisterProblem) {
    let views = try ViewsFile(register: store.folder).read()
    send(.views(SavedViewsNews(shared: views, own: own)))
  }

  private mutating func editViews(_ edit: SavedViewEdit, in home: ViewHome) {
    guard isWriting else { return }
    do throws(ViewsError) {
      let file = ViewsFile(register: store.folder)
      var news = SavedViewsNews(shared: [], own: own)
      switch home {
      case .shared: news.shared = try file.change(edit)
      case .own:
        try? edit.apply(to: &own)
        news.own = own
        news.shared = (try? file.read()) ?? []
      }
      (news.deed, news.home) = (edit, home)
      send(.views(news))
    } catch {
      send(.refused(sentence: "\(error)"))
    }
  }

  /// The end of the past day that is shown, in UTC.
  private var past: Moment? {
    state.past.map {
      Moment(milliseconds: Moment(startOf: Day(ordinal: $0.day.ordinal + 1)).milliseconds - 1)
    }
  }

  private mutating func travel(to day: Day?) {
    let end = day.map {
      Moment(milliseconds: Moment(startOf: Day(ordinal: $0.ordinal + 1)).milliseconds - 1)
    }
    let (updates, problems) = store.past(asOf: end ?? Moment(milliseconds: .max))
    let chunks = updates.map { ChunkNews(slot: $0.slot, chunk: $0.chunk) }
    send(.travelled(day, chunks, problems))
  }

  private mutating func write(
    _ deed: SavedNews.Deed, _ work: (RegisterStore, Signature) throws(StoreError) -> Saved
  ) {
    guard isWriting else { return }
    now = Moment(milliseconds: now.milliseconds + 60_000)
    do throws(StoreError) {
      let saved = try work(store, Signature(author: "Lan", now: now))
      let chunks = saved.updates.map { ChunkNews(slot: $0.slot, chunk: $0.chunk) }
      send(
        .saved(
          SavedNews(
            deed: deed, records: saved.records, batch: saved.batch, chunks: chunks,
            clock: now.clock)))
    } catch {
      send(.refused(sentence: "\(error)"))
    }
  }

  /// Presses keys by name, several in one string parted by spaces: `"s 4"`, `"g g"`, `"enter"`.
  package mutating func press(_ names: String) {
    for name in names.split(separator: " ") {
      if let key = KeyPress(name: String(name)) { send(.key(key)) }
    }
  }

  /// Types text, a key a character.
  package mutating func type(_ text: String) {
    for character in text { send(.key(.character(character))) }
  }

  /// Gives the command line a line as it is, and Enter.
  package mutating func run(_ line: String) {
    press(":")
    send(.paste(line))
    press("enter")
  }

  package var canvas: Canvas { draw(state).canvas }

  /// The glyphs alone, a line a row.
  package var text: String {
    String(canvas.picture.prefix { $0 != "\u{0}" }).components(before: "\nstyles\n")
  }

  /// The codes of the list, in order.
  package var codes: [String] {
    state.list.arrangement.rows.compactMap { place in
      state.register.row(at: place).map { $0.chunk.code($0.row) }
    }
  }
}

extension String {
  fileprivate func components(before mark: String) -> String {
    guard let range = firstRange(of: mark) else { return self }
    return String(self[..<range.lowerBound])
  }
}
