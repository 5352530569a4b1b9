internal import Model
internal import Terminal
internal import Vietnamese

extension AppState {
  mutating func pressInPalette(_ key: KeyPress, _ palette: PaletteLayer) -> [Effect] {
    var palette = palette
    switch key {
    case .escape, .control("c"):
      layers.removeLast()
      return []
    case .backspace where palette.field.isEmpty:
      layers.removeLast()
      return []
    case .enter:
      palette.field.finishWord(isName: isNameInPalette)
      return submit(palette)
    case .tab: palette.complete(in: self)
    case .down where palette.recalled == nil, .control("n"):
      palette.cursor = min(palette.cursor + 1, max(0, palette.candidates.count - 1))
    case .up where palette.recalled == nil && palette.cursor > 0, .control("p"), .backTab:
      palette.cursor = max(0, palette.cursor - 1)
    case .up: palette.recall(-1, in: self)
    case .down: palette.recall(1, in: self)
    case .character, .control, .alt, .left, .right, .home, .end, .pageUp, .pageDown, .insert,
      .delete, .backspace, .function:
      if case .character(let character) = key, !character.isLetter, !character.isNumber {
        palette.field.finishWord(isName: isNameInPalette)
      }
      let before = palette.field.text
      guard palette.field.press(key, typing, tones: tones) else { break }
      if palette.field.text != before {
        palette.recalled = nil
        palette = palette.reconsidered(in: self)
      }
    }
    let isAdding = !palette.isPrepared && PaletteVerb.read(palette.field.text)?.verb == .add
    if isAdding { palette.isPrepared = true }
    layers[layers.count - 1] = .palette(palette)
    return isAdding ? [.prepareEntry(today: today)] : []
  }

  // MARK: - Running

  private mutating func submit(_ palette: PaletteLayer) -> [Effect] {
    var palette = palette
    let line = palette.field.text.trimmingBlanks
    do throws(PaletteLayer.Fault) {
      return try run(line, palette)
    } catch {
      palette.fault = error
      layers[layers.count - 1] = .palette(palette)
      return []
    }
  }

  private mutating func run(
    _ line: String, _ palette: PaletteLayer
  ) throws(PaletteLayer.Fault) -> [Effect] {
    let isWholeName = palette.cursor == 0 && palette.candidates.first?.command != nil
    if let (verb, rest) = PaletteVerb.read(line), !rest.isEmpty, !isWholeName {
      let reader = PaletteReader(state: self, line: line, verb: verb, rest: rest)
      return try run(verb, reader, line)
    }
    if line.isEmpty && palette.cursor == 0 {
      layers.removeLast()
      return []
    }
    if let place = register.place(ofCode: line.uppercased()) {
      close(remembering: line)
      return jump(to: place)
    }
    let verb = PaletteVerb.read(line)?.verb
    let chosen =
      palette.candidates.indices.contains(palette.cursor)
      ? palette.candidates[palette.cursor].command : nil
    // To mark by a query needs the query; to mark by itself is a command of the same name.
    // By itself it is about the lead of the record under the cursor, as in the view by unit.
    if verb == .handOver, let unit = detail.followUp?.lead?.unit {
      let whole = line + " " + unit
      if let (verb, rest) = PaletteVerb.read(whole) {
        return try run(
          verb, PaletteReader(state: self, line: whole, verb: verb, rest: rest), whole)
      }
    }
    if let verb, verb.command == nil || verb == .mark && chosen == nil {
      throw PaletteLayer.Fault(range: 0..<line.count, sentence: verb.usage)
    }
    let named = verb == .mark ? nil : verb?.command
    guard let command = palette.cursor == 0 ? named ?? chosen : chosen else {
      throw unknown(line)
    }
    close(remembering: line)
    return run(command, key: .enter)
  }

  private func unknown(_ line: String) -> PaletteLayer.Fault {
    let first = String(line.prefix { !$0.isWhitespace })
    let known =
      PaletteVerb.allCases.flatMap(\.names)
      + Command.allCases.flatMap { [$0.hint.vi, $0.hint.en] }
    let nearest = Nearest.of(first, among: known).map { name in
      Words("; có lẽ là “\(name)”?", "; perhaps “\(name)”?")
    }
    return PaletteLayer.Fault(
      range: 0..<max(1, first.count),
      sentence: Words(
        "Không có lệnh nào là “\(first)”" + (nearest?.vi ?? "."),
        "There is no command “\(first)”" + (nearest?.en ?? ".")))
  }

  mutating func close(remembering line: String) {
    if case .palette? = layers.last { layers.removeLast() }
    remember(line)
  }

  private mutating func remember(_ line: String) {
    remembered.commands.add(line)
  }

  private mutating func run(
    _ verb: PaletteVerb, _ reader: PaletteReader, _ line: String
  ) throws(PaletteLayer.Fault) -> [Effect] {
    switch verb {
    case .add: return try add(reader, line)
    case .set:
      let set = try reader.set()
      return try hand(.edit(set.edit), to: set.targets, reader)
    case .due:
      if let edit = try reader.relativeDue() { return try hand(.edit(edit), to: targets, reader) }
      let (reading, why) = try reader.dueDate()
      return try hand(.due(Deadline(reading.value), reason: why, on: today), to: targets, reader)
    case .note: return try hand(.note(String(reader.rest), on: today), to: targets, reader)
    case .assign: return try hand(try reader.lead(), to: targets, reader)
    case .status:
      let status = try reader.one(of: PaletteReader.statuses)
      try check(.statusMenu, reader)
      close(remembering: line)
      begin(status)
    case .open:
      guard let place = register.place(ofCode: reader.rest.uppercased()) else {
        throw reader.fault(CommandWords.unknownCode(String(reader.rest), nearest: nil))
      }
      close(remembering: line)
      return jump(to: place)
    case .sort:
      list.sorting = Sorting(by: try reader.one(of: PaletteReader.sortings))
      close(remembering: line)
      arrangeList()
    case .group:
      list.grouping = try reader.one(of: PaletteReader.groupings)
      close(remembering: line)
      arrangeList()
    case .filter:
      _ = try reader.query(String(reader.rest), from: reader.start)
      list.filter = String(reader.rest)
      close(remembering: line)
      arrangeList()
    case .view:
      let view = try reader.one(of: PaletteReader.views)
      close(remembering: line)
      show(view)
    case .mark:
      let found = shown(matching: try reader.query(String(reader.rest), from: reader.start))
      close(remembering: line)
      mark(found)
      say(Words("Đã đánh dấu \(found.count) mục", "Marked \(found.count)"))
    case .handOver:
      let (handOver, targets) = try reader.handOver()
      remember(line)
      return hand(.handOver(handOver), to: targets)
    case .language:
      language = try reader.one(of: PaletteReader.languages)
      close(remembering: line)
    }
    return openSelected()
  }

  /// A change that was typed whole: what is wrong with it is said beside it.
  private mutating func hand(
    _ action: Action, to targets: Targets, _ reader: PaletteReader
  ) throws(PaletteLayer.Fault) -> [Effect] {
    try check(.note, reader)
    guard !targets.addresses.isEmpty else {
      throw reader.fault(Words("Không có mục nào như vậy.", "There is no such record."))
    }
    if let objection = objection(to: action, on: targets) {
      throw reader.fault(
        objection.words(naming: register.registry, on: surface))
    }
    remember(reader.line)
    if !targets.isMany { layers.removeLast() }
    return hand(action, to: targets)
  }

  func check(
    _ command: Command, _ reader: PaletteReader
  ) throws(PaletteLayer.Fault) {
    if let obstacle = command.obstacle(in: self) { throw reader.fault(obstacle) }
  }

  /// Shows a record, in the view of all where this one does not have it.
  private mutating func jump(to place: RowPlace) -> [Effect] {
    if !list.arrangement.rows.contains(place) {
      list.filter = ""
      show(StandardView.all)
      arrangeList()
    }
    focus = .list
    if let row = list.arrangement.rows.firstIndex(of: place) { moveCursor(to: row) }
    return openSelected()
  }
}

extension PaletteLayer {
  /// Becomes the candidate that is chosen.
  fileprivate mutating func complete(in state: AppState) {
    guard candidates.indices.contains(cursor) else { return }
    field = TextField(candidates[cursor].line)
    self = reconsidered(in: state)
  }

  /// Steps through what was run before; behind the newest stands what was typed.
  fileprivate mutating func recall(_ step: Int, in state: AppState) {
    let history = state.remembered.commands.lines
    guard !history.isEmpty, recalled != nil || step < 0 else { return }
    if recalled == nil { draft = field.text }
    let place = max(0, (recalled ?? history.count) + step)
    let kept = draft
    field = TextField(place < history.count ? history[place] : draft)
    self = reconsidered(in: state)
    (recalled, draft) = (place < history.count ? place : nil, kept)
  }
}

extension PaletteReader {
  func fault(_ words: Words) -> PaletteLayer.Fault {
    PaletteLayer.Fault(range: start..<max(start + 1, line.count), sentence: words)
  }

  /// The one that is named whole, else the best that fits.
  func one<Thing: Sendable>(of named: [Named<Thing>]) throws(PaletteLayer.Fault) -> Thing {
    guard let best = PaletteReader.ranked(named, by: String(rest)).first else {
      let known = named.map(\.words)
      throw fault(
        Words(
          "Không có “\(rest)”. Được dùng: " + known.map(\.vi).joined(separator: ", ") + ".",
          "There is no “\(rest)”. Known: " + known.map(\.en).joined(separator: ", ") + "."))
    }
    return best.thing
  }

  /// `ubbg`, or `ubbg?` for one that is only proposed.
  func lead() throws(PaletteLayer.Fault) -> Action {
    let isProposed = rest.last == "?"
    let typed = rest.last == "!" || isProposed ? String(rest.dropLast()) : String(rest)
    let picker = EntryPicker(state.register.registry, today: state.today)
    guard case .one(let unit) = picker.pick(typed, in: .entries(.units)) else {
      let names = candidates.prefix(4).map { $0.label(state.language) }
      throw fault(
        names.isEmpty
          ? CommandWords.unknownUnit(typed)
          : CommandWords.ambiguousUnit(typed, names, more: 0))
    }
    return .lead(unit: unit, isProposed: isProposed, on: state.today)
  }
}

/// Whether the palette knows the word, which the composer may not turn into another then.
private func isNameInPalette(_ typed: String) -> Bool {
  let name = SearchWord.fold(typed)
  return isNameInQueries(typed) || isNameInQuickAdd(typed) || Field.editable(named: name) != nil
    || PaletteVerb.allCases.contains { $0.names.contains(typed.lowercased()) }
    || ["where", "why"].contains(name)
    || Command.allCases.contains { $0.hint.en == typed.lowercased() }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(reversed().drop { $0.isWhitespace }.reversed())
  }
}
