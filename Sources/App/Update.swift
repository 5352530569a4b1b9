internal import Model
internal import Terminal

/// Answers one message: changes `state`, and returns the work that follows. Touches nothing else.
package func update(_ state: inout AppState, _ message: Message) -> [Effect] {
  let (remembered, markings) = (state.remembered, state.markings)
  var effects = answer(&state, message)
  if state.markings != markings { effects += state.recountMarked() }
  return state.remembered == remembered ? effects : effects + [.remember(state.remembered)]
}

private func answer(_ state: inout AppState, _ message: Message) -> [Effect] {
  switch message {
  case .key(let key): return state.press(key)
  case .paste(let text):
    state.inputMethod.reset()
    return state.paste(text)
  case .mouse(let event):
    state.inputMethod.reset()
    return state.point(event)
  case .resized(let size):
    state.resize(to: size)
    return []
  case .editedOutside(let edit):
    state.take(edit)
    return state.openSelected()
  case .shelved(let chunks, let problems):
    return state.shelve(chunks, problems)
  case .loaded(let problems):
    state.problems += problems
    state.recount()
    state.isLoading = false
    return state.openSelected() + state.countViews()
  case .opened(let record):
    state.show(record)
    return []
  case .readAhead(let records):
    state.prepare(records)
    return []
  case .couldNotOpen(let problem):
    state.detail.record = nil
    state.detail.followUp = nil
    state.detail.problem = problem
    return []
  case .saved(let news): return state.take(news)
  case .refused(let sentence):
    state.notice = Notice(sentence, .bad)
    state.takeBackEntry()
    return []
  case .entryReady(let quickAdd, let calendar): return state.take(quickAdd, calendar)
  case .recordsRead(let records):
    state.take(read: records)
    return state.openSelected()
  case .previewed(let plan):
    state.take(plan)
    return []
  case .lettersWritten(let whole, let question): return state.take(whole, of: question)
  case .similar(let similar, let key): return state.take(similar, for: key)
  case .reviewed(let sheet): return state.take(sheet)
  case .versions(let news): return state.take(news)
  case .idle: return state.pause()
  case .views(let news): return state.take(news)
  case .countViews: return state.countOn()
  case .calendar(let calendar):
    state.calendar = calendar
    return []
  case .travelled(let day, let chunks, let problems):
    return state.arrive(day, chunks, problems)
  case .today(let day): return state.turn(to: day)
  }
}

extension AppState {
  /// Everything that shows keeps its place in the room there is now.
  fileprivate mutating func resize(to size: Size) {
    self.size = size
    followCursor()
    settleLayer()
    followView()
    relayVisit()
  }

  /// Quick-add lines can be read, also one that stands in the palette.
  fileprivate mutating func take(_ quickAdd: QuickAdd, _ calendar: WorkingCalendar) -> [Effect] {
    entry.take(quickAdd, calendar, profile: register.profile)
    if case .palette(let palette) = layers.last {
      layers[layers.count - 1] = .palette(palette.reconsidered(in: self))
    }
    return goOnInEntry()
  }

  /// Files were read, or are otherwise now.
  fileprivate mutating func shelve(
    _ chunks: [ChunkNews], _ problems: [RegisterProblem]
  ) -> [Effect] {
    for news in chunks { place(news) }
    self.problems += problems
    views.counts.forget(chunks.map(\.slot))
    if isLoading {
      // Enough to fill the screen; the rest is arranged once all is there.
      if list.cursor == 0 { list.cursorKey = nil }
      if !isScreenFull { arrangeList() }
      // Counted as they come, shown when all is there.
      views.tally.follow(register, context: context)
    } else {
      recount()
      // The record that is shown may be among what changed: read it anew.
      if chunks.contains(where: { $0.slot == selectedPlace.map { Int($0.slot) } }) {
        detail.record = nil
      }
    }
    refreshScreens()
    return openSelected() + (isLoading ? [] : countViews())
  }

  /// What the topmost layer's cursor is on stays in sight of a screen of another size.
  fileprivate mutating func settleLayer() {
    switch layers.last {
    case .form(var form): keep(&form)
    case .help(var help):
      help.settle(keymap: keymap, rows: HelpLayer.rows(in: size))
      layers[layers.count - 1] = .help(help)
    case .minutes(var minutes):
      minutes.settle(height: MinutesLayout(size).list.rows)
      layers[layers.count - 1] = .minutes(minutes)
    case .screen, .menu, .modify, .sheet, .entry, .preview, .palette, .draft, .savedViews, nil:
      break
    }
  }

  /// Another day is in force; not for the past that may be shown.
  fileprivate mutating func turn(to day: Day) -> [Effect] {
    if past != nil {
      past?.present = day
      return []
    }
    context.today = day
    detail.ahead = []
    context.round = ChaseRound(
      today: day, ladder: context.round.ladder, isWorked: calendar.isWorked)
    views.counts.forget(nil)
    recount()
    refreshScreens()
    return countViews()
  }

  /// Counts the views and works the list out anew, after records have changed.
  mutating func recount() {
    // Until the person has moved, the cursor is on whatever comes first.
    if isLoading && list.cursor == 0 { list.cursorKey = nil }
    views.tally.follow(register, context: context)
    regroupViews()
    arrangeList()
  }

  /// Asks for the record the cursor is on, unless it is shown already.
  mutating func openSelected() -> [Effect] {
    readReview() + readConflicts() + readVersions() + openRecord() + findSimilar()
  }

  private mutating func openRecord() -> [Effect] {
    guard let place = selectedPlace, let (chunk, row) = register.row(at: place) else {
      detail.record = nil
      detail.followUp = nil
      return []
    }
    let key = chunk.key(row)
    return detail.record?.key == key ? [] : [.open(slot: Int(place.slot), key: key)]
  }

  fileprivate mutating func take(_ news: SavedNews) -> [Effect] {
    for chunk in news.chunks { place(chunk) }
    savedAt = news.clock
    if news.deed == .create { list.cursorKey = news.records.last?.key ?? list.cursorKey }
    views.counts.forget(news.chunks.map(\.slot))
    recount()
    if let record = news.records.first(where: { $0.key == detail.record?.key }) {
      show(record)
    }
    let codes = news.codes(language)
    switch news.deed {
    case .change where news.records.count > 1: say(news.receipt, .good)
    case .create:
      let effects = takeCreated(news)
      refreshScreens()
      return effects + openSelected() + countViews()
    // A year was closed with nothing to carry over: what is said of that comes with its sheet.
    case .change where news.records.isEmpty: break
    case .change:
      let key = keymap.key(for: .undo)
      let way = news.isInConflict ? ConflictWords.arose(keymap.key(for: .conflicts)) : Words("", "")
      say(
        Words(
          "Đã lưu \(codes)\(way.vi)  ·  \(key) hoàn tác",
          "Saved \(codes)\(way.en)  ·  \(key) undoes"),
        .good)
    case .undo:
      entry.forget(news.records)
      let key = KeyGlyphs.spoken(.redo, keymap)
      say(
        Words("Đã hoàn tác: \(codes)  ·  \(key) làm lại", "Undone: \(codes)  ·  \(key) redoes"),
        .good)
    case .redo: say(Words("Đã làm lại: \(codes)", "Redone: \(codes)"), .good)
    case .fold: break
    }
    warnOfEnded(news)
    refreshScreens(after: news)
    if let menu = MenuLayer.shifts(after: news, in: self) { layers.append(.menu(menu)) }
    return openSelected() + countViews()
  }

  /// Says it where a unit that is not there any more was given work.
  private mutating func warnOfEnded(_ news: SavedNews) {
    guard news.deed == .change else { return }
    let edits = news.records.compactMap(\.changes.last).flatMap(\.edits)
    let text = ValidityText(register.registry, language: language, on: today)
    guard let warning = text.warnings(of: edits).first else { return }
    say(Words(warning, warning), .bad)
  }

  // MARK: - From the person

  /// Keys as an input method sends them; where text is typed, they are the text.
  fileprivate mutating func press(_ key: KeyPress) -> [Effect] {
    guard !isTyping else {
      inputMethod.reset()
      return answer(key)
    }
    return inputMethod.keys(for: key).flatMap { answer($0) }
  }

  /// Reads what an input method left open as it stands.
  fileprivate mutating func pause() -> [Effect] {
    inputMethod.pause().flatMap { answer($0) }
  }

  private var isTyping: Bool {
    switch layers.last {
    case .form, .help, .modify, .entry, .palette: true
    case .preview(let preview): preview.reason != nil
    case .minutes(let minutes): minutes.isTyping
    case .menu, .sheet, .draft: false
    case .screen(let screen): screen.isTyping
    case .savedViews(let layer): layer.isTyping
    case nil: list.typing != nil
    }
  }

  private mutating func answer(_ key: KeyPress) -> [Effect] {
    notice = nil
    if isSwitchOfTyping(key) {
      switchTyping()
      return []
    }
    switch layers.last {
    case .screen(let screen): return press(key, on: screen)
    case .help(let help): return pressInHelp(key, help)
    case .menu(let menu): return pressInMenu(key, menu)
    case .draft(let draft): return pressInDraft(key, draft)
    case .form(let form): return pressInForm(key, form)
    case .modify(let modify): return pressInModify(key, modify)
    case .sheet(let sheet): return pressInSheet(key, sheet)
    case .entry: return pressInEntry(key)
    case .minutes(let minutes): return pressInMinutes(key, minutes)
    case .preview(let preview): return pressInPreview(key, preview)
    case .palette(let palette): return pressInPalette(key, palette)
    case .savedViews(let layer): return pressInSavedViews(key, layer)
    case nil: break
    }
    if list.typing != nil { return pressInFilter(key) }
    prefix.append(key)
    switch keymap.answer(to: prefix) {
    case .prefix: return []
    case .command(let command):
      prefix = []
      return run(command, key: key)
    case .nothing:
      prefix = []
      return []
    }
  }

  /// The key that changes the typing method does so within fields too, unless it is a letter.
  private func isSwitchOfTyping(_ key: KeyPress) -> Bool {
    if case .character = key { return false }
    return prefix.isEmpty && keymap.answer(to: [key]) == .command(.switchTyping)
  }

  fileprivate mutating func paste(_ text: String) -> [Effect] {
    switch layers.last {
    case .form(let form):
      pasteInForm(text, form)
      return []
    case .modify(let modify):
      paste(text, in: modify)
      return []
    case .help(var help):
      warn(leftOut: help.field.insert(text))
      help.settle(keymap: keymap, rows: HelpLayer.rows(in: size))
      layers[layers.count - 1] = .help(help)
      return []
    case .entry: return pasteIntoEntry(text)
    case .minutes(let minutes): return paste(text, into: minutes)
    case .screen(let screen): return paste(text, on: screen)
    case .preview(var preview):
      warn(leftOut: preview.reason?.insert(text) ?? 0)
      layers[layers.count - 1] = .preview(preview)
      return []
    case .palette(var palette):
      warn(leftOut: palette.field.insert(text))
      layers[layers.count - 1] = .palette(palette.reconsidered(in: self))
      return []
    case .savedViews(var layer) where layer.isTyping:
      warn(leftOut: layer.field.insert(text))
      layers[layers.count - 1] = .savedViews(layer)
      return []
    case .menu, .sheet, .draft, .savedViews: return []
    case nil: break
    }
    guard var typing = list.typing else {
      if MinutesSplitter.isMinutes(text) { return openMinutes(text) }
      let key = keymap.key(for: .filter)
      say(Words("Bấm \(key) để tìm rồi dán vào đó.", "Press \(key) to find, then paste there."))
      return []
    }
    warn(leftOut: typing.field.insert(text))
    return type(typing)
  }

  /// Says it where a field had no room for all of a paste.
  private mutating func warn(leftOut bytes: Int) {
    if bytes > 0 { say(FieldWords.pasteTooLong(leftOut: bytes), .bad) }
  }

  fileprivate mutating func pressInFilter(_ key: KeyPress) -> [Effect] {
    guard var typing = list.typing else { return [] }
    if let earlier = walkFilters(key, typing) { return type(earlier) }
    typing.walk.end()
    switch key {
    case .enter, .tab:
      typing.field.finishWord(isName: isNameInQueries)
      confirmFilter(typing.field.text)
      return openSelected()
    case .escape, .control("c"):
      list.typing = nil
      list.filter = typing.before
      arrangeList()
      return openSelected()
    case .down, .control("n"): moveCursor(to: list.cursor + 1)
    case .up, .control("p"): moveCursor(to: list.cursor - 1)
    case .character, .control, .alt, .left, .right, .home, .end, .pageUp, .pageDown, .insert,
      .delete, .backspace, .backTab, .function:
      if case .character(let character) = key, !character.isLetter, !character.isNumber {
        typing.field.finishWord(isName: isNameInQueries)
      }
      guard typing.field.press(key, self.typing, tones: tones) else { return [] }
      return type(typing)
    }
    return openSelected()
  }

  private mutating func type(_ typing: FilterTyping) -> [Effect] {
    list.typing = typing
    list.filter = typing.field.text
    arrangeList()
    return openSelected()
  }
}

/// Whether queries know the word, which the composer may not turn into another then.
func isNameInQueries(_ typed: String) -> Bool {
  let name = typed.drop { $0 == "-" || $0 == "(" }.lowercased()
  return QueryField.allCases.contains { $0.names.contains(name) }
    || QueryShorthand.allCases.contains { $0.names.contains(name) }
}
