internal import Glibc
package import Model
internal import Synchronization

/// What quick-add lines need of one file, kept as long as its rows are the same ones.
struct EntryPart {
  let letters: CodeLetters
  let events: EventCodes.OfFile
  let sessions: [WorkingSession]
}

/// The registry's names, folded for one day and the letters in use.
struct KeptPicker {
  let today: Day
  let letters: [String: String]
  let picker: EntryPicker
}

extension RegisterStore {
  /// What reading quick-add lines needs: the registry's names, the sessions and events, the holidays
  /// of the years around.
  ///
  /// The first time about 10 ms, and 8 µs a session; then what files have changed, and little else.
  package func entryMaterial(
    forms: ChoiceForms, today: Day
  ) -> (quickAdd: QuickAdd, calendar: WorkingCalendar) {
    let (parts, picker) = state.withLock { state in
      let parts = state.entryParts(registry)
      return (parts, state.picker(registry, letters: parts.letters, today: today))
    }
    let quickAdd = QuickAdd(
      registry: registry, picker: picker, forms: forms,
      sessions: parts.flatMap(\.sessions), events: EventCodes(parts.map(\.events)), today: today)
    return (quickAdd, WorkingDays(folder).calendar())
  }

  /// Reads ahead what ``entryMaterial(forms:today:)`` needs of so many files; false when nothing is
  /// left. The registry's names are left to the first time: they take 3 ms, and room.
  package func prepareEntry(files: Int) -> Bool {
    state.withLock { $0.readEntryParts(registry, atMost: files) }
  }

  /// How many files are to be read for it still.
  package var entryFilesLeft: Int {
    state.withLock { $0.shelves.count { $0.shown != nil && $0.entryPart == nil } }
  }

  /// What the codes of each province's records begin with.
  package var lettersInUse: [String: String] {
    state.withLock { CodeNumbers($0.shownChunks, registry: registry).letters }
  }

  /// The working sessions of the register, as new records need them. About 8 µs each.
  package func sessions() -> [WorkingSession] {
    state.withLock { $0.entryParts(registry).flatMap(\.sessions) }
  }

  /// The events that deadlines can be counted from.
  package func events() -> EventCodes {
    state.withLock { EventCodes($0.entryParts(registry).map(\.events)) }
  }
}

extension [EntryPart] {
  fileprivate var letters: [String: String] {
    reduce(into: CodeLetters()) { $0.add($1.letters) }.commonest
  }
}

extension StoreState {
  fileprivate mutating func entryParts(_ registry: Registry) -> [EntryPart] {
    var reader = JSONReader()
    return shelves.indices.compactMap { entryPart($0, registry, &reader) }
  }

  /// Reads those of files that changed; true when some are left.
  fileprivate mutating func readEntryParts(_ registry: Registry, atMost files: Int) -> Bool {
    var reader = JSONReader()
    var count = 0
    for slot in shelves.indices where shelves[slot].shown != nil && shelves[slot].entryPart == nil {
      guard count < files else { return true }
      _ = entryPart(slot, registry, &reader)
      count += 1
    }
    return false
  }

  private mutating func entryPart(
    _ slot: Int, _ registry: Registry, _ reader: inout JSONReader
  ) -> EntryPart? {
    if let known = shelves[slot].entryPart { return known }
    guard let chunk = shelves[slot].shown else { return nil }
    let rows = StoreState.sessionRows(of: chunk)
    let sessions = sessions(at: rows, of: chunk, in: slot, &reader)
    let part = EntryPart(
      letters: CodeLetters(of: chunk, registry), events: EventCodes.OfFile(chunk),
      sessions: sessions)
    // Where the file was another one by now it was read anew; what could not be read is tried again.
    if shelves[slot].shown === chunk, sessions.count == rows.count {
      shelves[slot].entryPart = part
    }
    return part
  }

  fileprivate mutating func picker(
    _ registry: Registry, letters: [String: String], today: Day
  ) -> EntryPicker {
    if let kept = keptPicker, kept.today == today, kept.letters == letters { return kept.picker }
    let picker = EntryPicker(registry, today: today, letters: letters)
    keptPicker = KeptPicker(today: today, letters: letters, picker: picker)
    return picker
  }
}

// MARK: - Sessions

extension StoreState {
  /// The rows that are sessions of their own.
  private static func sessionRows(of chunk: Chunk) -> [Row] {
    let keys = chunk.sessions.map { Array($0.utf8) }
    return chunk.rows.filter { row in
      row.session != .none && chunk.text[row.key.range].elementsEqual(keys[Int(row.session.raw)])
    }
  }

  private mutating func sessions(
    at rows: [Row], of chunk: Chunk, in slot: Int, _ reader: inout JSONReader
  ) -> [WorkingSession] {
    guard !rows.isEmpty else { return [] }
    let descriptor = descriptor(ofUnchanged: slot)
    defer { if let descriptor { close(descriptor) } }
    return rows.compactMap { row in
      if let descriptor {
        return StoreState.session(descriptor, row, key: chunk.key(row), &reader)
      }
      guard let record = try? record(slot: slot, key: chunk.key(row)) else { return nil }
      return WorkingSession(
        key: chunk.key(row), code: record.code, province: record.fields[.province],
        raisedOn: record.fields[.raisedOn], sources: record.fields[.sources])
    }
  }

  /// Of the record's own bytes only what is wanted: its history is most of it.
  private static func session(
    _ descriptor: Int32, _ row: Row, key: String, _ reader: inout JSONReader
  ) -> WorkingSession? {
    let range = row.bytes.range
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, range.count, off_t(range.lowerBound)))
    }
    guard (try? reader.read(bytes)) != nil else { return nil }
    return reader.withRoot { root in
      WorkingSession(
        key: key, code: root["code"]?.text ?? "", province: root["province"]?.value ?? .null,
        raisedOn: root["raisedOn"]?.value ?? .null, sources: root["sources"]?.value ?? .null)
    }
  }
}

extension WorkingSession {
  /// nil where its province is not known.
  fileprivate init?(key: String, code: String, province: Value, raisedOn: Value, sources: Value) {
    guard let province = province.text else { return nil }
    self.init(
      key: key, code: code, province: province, raisedOn: raisedOn.text.flatMap { Day($0) },
      documents: sources.elements.compactMap { $0["document"].text })
  }
}
