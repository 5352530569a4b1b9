internal import Model
internal import Terminal
internal import Vietnamese

extension AppState {
  mutating func openEntry() -> [Effect] {
    layers.append(.entry)
    entry.hasTried = false
    entry.waiting = EntryLine.Waiting()
    return [.prepareEntry(today: today, isWaitedFor: false)]
  }

  /// Does what waited for lines to be readable: what was typed meanwhile is read, and a key that
  /// needs that is answered.
  mutating func goOnInEntry() -> [Effect] {
    guard let waiting = entry.waiting else { return [] }
    entry.waiting = nil
    guard case .entry = layers.last else { return [] }
    if waiting.hasTyped { suggest() }
    return waiting.key.map { pressInEntry($0) } ?? []
  }

  mutating func pressInEntry(_ key: KeyPress) -> [Effect] {
    let effects = answerInEntry(key)
    entry.refresh()
    return effects
  }

  private mutating func answerInEntry(_ key: KeyPress) -> [Effect] {
    let isTab = key == .tab || key == .backTab
    if (isTab || key == .enter) && entry.waiting != nil {
      entry.waiting?.key = key
      return [.prepareEntry(today: today, isWaitedFor: true)]
    }
    if !isTab { entry.completion?.chosen = nil }
    switch key {
    case .escape, .control("c"):
      entry.field.finishWord(isName: isNameInQuickAdd)
      entry.completion = nil
      layers.removeLast()
      return openSelected()
    case .enter: return enterLine()
    case .tab: complete(by: 1)
    case .backTab: complete(by: -1)
    case .up, .control("p"): entry.recall(-1)
    case .down, .control("n"): entry.recall(1)
    case .control("k") where entry.isBlank:
      entry.clearDefaults(register.profile)
      say(Words("Không giữ gì từ dòng trước nữa.", "Nothing is kept from the line before."))
    case .character, .control, .alt, .left, .right, .home, .end, .pageUp, .pageDown, .insert,
      .delete, .backspace, .function:
      if case .character(let character) = key, !character.isLetter, !character.isNumber {
        entry.field.finishWord(isName: isNameInQuickAdd)
      }
      guard entry.field.press(key, typing, tones: tones) else { return [] }
      entry.hasTried = false
      entry.waiting?.hasTyped = true
      suggest()
    }
    return []
  }

  private mutating func suggest() {
    guard let quickAdd = entry.quickAdd else { return }
    let completer = EntryCompleter(
      quickAdd: quickAdd, registry: register.registry, language: language)
    entry.completion = completer.completion(entry.field)
  }

  /// Puts the first option in, then the next in its place.
  private mutating func complete(by step: Int) {
    entry.field.finishWord(isName: isNameInQuickAdd)
    if entry.completion?.chosen == nil { suggest() }
    guard var completion = entry.completion, !completion.options.isEmpty else { return }
    let count = completion.options.count
    let chosen = completion.chosen.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    let text = completion.options[chosen].text
    entry.field.replace(completion.range, with: text)
    completion.range = completion.range.lowerBound..<completion.range.lowerBound + text.count
    completion.chosen = chosen
    entry.completion = completion
    // A field's name goes on with its values at once.
    if text.hasSuffix(":"), count == 1 { suggest() }
  }

  private mutating func enterLine() -> [Effect] {
    entry.field.finishWord(isName: isNameInQuickAdd)
    entry.completion = nil
    entry.refresh()
    guard !entry.isBlank, let reading = entry.reading else { return [] }
    if reading.isHeader {
      entry.takeHeader(reading)
      say(Words("Giữ cho các dòng sau.", "Kept for the next lines."), .good)
      return []
    }
    guard !entry.isMakingSession else {
      say(Words("Đang lập buổi làm việc, ⏎ lại.", "The session is being made: Enter again."))
      return []
    }
    guard reading.isReady else {
      entry.hasTried = true
      return []
    }
    entry.send(reading)
    return [.create([reading.draft])]
  }

  /// A short paste is typed; minutes go to the screen that splits them.
  mutating func pasteIntoEntry(_ text: String) -> [Effect] {
    if MinutesSplitter.isMinutes(text) { return openMinutes(text) }
    guard text.utf8.count <= QuickAdd.mostCharacters * 2 else {
      say(
        Words(
          "Đoạn dán dài quá \(QuickAdd.mostCharacters) ký tự mà chỉ có một câu: không nhận.",
          "The paste is one sentence of more than \(QuickAdd.mostCharacters) characters: left out."),
        .bad)
      return []
    }
    entry.field.insert(text)
    entry.waiting?.hasTyped = true
    entry.refresh()
    suggest()
    return []
  }

  // MARK: - News

  /// New records are on disk.
  mutating func takeCreated(_ news: SavedNews) -> [Effect] {
    entry.note(news.records)
    if case .minutes = layers.last { layers.removeLast() }
    let codes = news.records.map(\.code)
    let named =
      codes.count > 2 ? "\(codes[0]) … \(codes[codes.count - 1])" : codes.joined(separator: ", ")
    say(
      Words(
        "Đã thêm \(codes.count) mục: \(named)  ·  u hoàn tác",
        "Added \(codes.count): \(named)  ·  u undoes"), .good)
    // Another line may name a session that was just made.
    let hasSession = news.records.contains { $0.fields[.session].text == $0.key }
    return hasSession && entry.quickAdd != nil ? [.prepareEntry(today: today)] : []
  }

  /// What was on its way could not be stored.
  mutating func takeBackEntry() { entry.takeBack() }
}

/// Whether quick-add lines know the word, which the composer may not turn into another then.
func isNameInQuickAdd(_ typed: String) -> Bool {
  QuickAddField.allCases.contains { $0.names.contains(typed.lowercased()) }
}
