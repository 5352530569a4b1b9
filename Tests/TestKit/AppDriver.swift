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
  /// Kept on the disk as long as the driver is.
  package var folder: SampleRegister?
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
    today: Day = Day(ordinal: 19_632)
  ) throws(RegisterProblem) {
    let opened =
      path == RealRegister.path ? AppDriver.real : Opened(store: try RegisterStore(path))
    store = opened.store
    let (register, problems) = (opened.register, opened.problems)
    state = AppState(
      register: Register(profile: store.profile, registry: store.registry, slots: 0),
      context: QueryContext(today: today, limits: store.profile.dueSoon), language: language,
      theme: Theme(theme), size: size)
    let chunks = register.chunks.enumerated().map { ChunkNews(slot: $0, chunk: $1) }
    send(.shelved(chunks, []))
    send(.loaded(problems))
  }

  package mutating func send(_ message: Message) {
    for effect in update(&state, message) {
      switch effect {
      case .open(let slot, let key):
        do throws(RegisterProblem) {
          send(.opened(try store.record(slot: slot, key: key)))
        } catch {
          send(.couldNotOpen(error))
        }
      case .act(let action, let slot, let key):
        effects.append(effect)
        perform(action, slot: slot, key: key)
      case .create(let drafts):
        effects.append(effect)
        write(.create) { (store, signature) throws(StoreError) in
          try store.create(drafts, as: signature)
        }
      case .prepareEntry(let today):
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
      case .readHolidays(let years):
        send(.holidays(WorkingDays(store.folder).calendar(years)))
      case .undo:
        effects.append(effect)
        write(.undo) { (store, signature) throws(StoreError) in try store.undo(as: signature) }
      case .redo:
        effects.append(effect)
        write(.redo) { (store, signature) throws(StoreError) in try store.redo(as: signature) }
      case .reload, .quit, .copy, .editOutside:
        effects.append(effect)
      }
    }
  }

  /// Does an action as if it had been asked for by keys.
  package mutating func perform(_ action: Action, slot: Int, key: String) {
    let address = RecordAddress(slot: slot, key: key)
    write(.change) { (store, signature) throws(StoreError) in
      try store.perform(action, on: [address], as: signature)
    }
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
