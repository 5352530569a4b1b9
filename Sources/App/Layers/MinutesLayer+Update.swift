internal import Model
internal import Terminal
internal import Vietnamese

extension AppState {
  private var splitter: MinutesSplitter {
    MinutesSplitter(provinces: register.registry[.provinces].entries.map(\.name))
  }

  /// The pasted text, split, on a screen of its own.
  mutating func openMinutes(_ text: String) -> [Effect] {
    let reading = splitter.read(text)
    var layer = MinutesLayer(reading, defaults: entry.defaults)
    layer.settle(height: MinutesLayout(size).list.rows)
    layers.append(.minutes(layer))
    if reading.charactersLeftOut > 0 {
      let most = MinutesSplitter.mostCharacters
      say(
        Words(
          "Chỉ đọc \(most) ký tự đầu; \(reading.charactersLeftOut) ký tự sau không được đọc.",
          "Only the first \(most) characters were read; \(reading.charactersLeftOut) were not."),
        .bad)
    }
    return [.prepareEntry(today: today)]
  }

  mutating func paste(_ text: String, into minutes: MinutesLayer) -> [Effect] {
    var minutes = minutes
    switch minutes.mode {
    case .line(var field):
      field.insert(String(text.prefix(QuickAdd.mostCharacters)))
      minutes.mode = .line(field)
    case .common(var field):
      field.insert(String(text.prefix(QuickAdd.mostCharacters)))
      minutes.mode = .common(field)
    case .list, .splitting, .confirming, .sent, .leaving:
      say(
        Words(
          "Xong bản này (⏎) hoặc bỏ (Esc) rồi hãy dán bản khác.",
          "Finish these minutes (⏎) or leave them (Esc) before pasting others."))
    }
    layers[layers.count - 1] = .minutes(minutes)
    return []
  }

  mutating func pressInMinutes(_ key: KeyPress, _ minutes: MinutesLayer) -> [Effect] {
    var minutes = minutes
    minutes.fault = nil
    let depth = layers.count
    let effects: [Effect]
    switch minutes.mode {
    case .line(let field): effects = type(key, field, &minutes, isCommon: false)
    case .common(let field): effects = type(key, field, &minutes, isCommon: true)
    case .splitting(let points, let chosen): effects = choosePoint(key, points, chosen, &minutes)
    case .confirming: effects = confirm(key, &minutes)
    case .leaving: effects = leave(key, &minutes)
    case .sent:
      minutes.mode = .list
      effects = pressInList(key, &minutes)
    case .list: effects = pressInList(key, &minutes)
    }
    guard layers.count == depth else { return effects }
    minutes.settle(height: MinutesLayout(size).list.rows)
    layers[layers.count - 1] = .minutes(minutes)
    return effects
  }

  // MARK: - The list

  private mutating func pressInList(_ key: KeyPress, _ minutes: inout MinutesLayer) -> [Effect] {
    let page = max(1, MinutesLayout(size).list.rows - 1)
    switch key {
    case .character("j"), .down: minutes.move(to: minutes.cursor + 1)
    case .character("k"), .up: minutes.move(to: minutes.cursor - 1)
    case .character("g"), .home: minutes.move(to: 0)
    case .character("G"), .end: minutes.move(to: minutes.items.count - 1)
    case .pageDown, .control("f"): minutes.move(to: minutes.cursor + page)
    case .pageUp, .control("b"): minutes.move(to: minutes.cursor - page)
    case .character(" "):
      minutes.toggle()
      minutes.move(to: minutes.cursor + 1)
    case .character("K"): minutes.keepAll(true)
    case .character("L"): minutes.keepAll(false)
    case .character("&"):
      if !minutes.joinNext(splitter) {
        say(Words("Dưới mục này không còn mục nào.", "There is none below to join with."))
      }
    case .character("\\"): beginSplit(&minutes)
    case .character("e"):
      if let item = minutes.current {
        minutes.mode = .line(TextField(item.line ?? item.candidate.title))
      }
    case .character("D"): minutes.mode = .common(TextField(minutes.common))
    case .character("u"), .control("z"):
      if !minutes.undo() { say(Words("Không còn gì để hoàn tác.", "There is nothing to undo.")) }
    case .character(let digit) where digit.wholeNumberValue.map { (1...5).contains($0) } ?? false:
      minutes.setKind(MinutesLayer.kinds[(digit.wholeNumberValue ?? 1) - 1])
    case .enter: askToCreate(&minutes)
    case .escape, .character("q"), .control("c"):
      guard minutes.isChanged else {
        layers.removeLast()
        return openSelected()
      }
      minutes.mode = .leaving
    case .character, .control, .alt, .left, .right, .insert, .delete, .backspace, .tab, .backTab,
      .function:
      break
    }
    return []
  }

  private mutating func beginSplit(_ minutes: inout MinutesLayer) {
    guard let range = minutes.current?.candidate.range else { return }
    let text = String(minutes.characters[range])
    let points = splitter.points(in: text).map { range.lowerBound + $0 }
    guard !points.isEmpty else {
      return say(Words("Câu này không có chỗ tách.", "There is nowhere to split it."))
    }
    minutes.mode = .splitting(points, chosen: 0)
  }

  private mutating func choosePoint(
    _ key: KeyPress, _ points: [Int], _ chosen: Int, _ minutes: inout MinutesLayer
  ) -> [Effect] {
    switch key {
    case .character("\\"), .right, .tab, .character("l"), .character("j"), .down:
      minutes.mode = .splitting(points, chosen: (chosen + 1) % points.count)
    case .left, .backTab, .character("h"), .character("k"), .up:
      minutes.mode = .splitting(points, chosen: (chosen + points.count - 1) % points.count)
    case .enter, .character(" "):
      minutes.mode = .list
      minutes.split(at: points[chosen], splitter)
    case .character, .control, .alt, .home, .end, .pageUp, .pageDown, .insert, .delete, .backspace,
      .escape, .function:
      minutes.mode = .list
    }
    return []
  }

  // MARK: - Typing

  private mutating func type(
    _ key: KeyPress, _ field: TextField, _ minutes: inout MinutesLayer, isCommon: Bool
  ) -> [Effect] {
    var field = field
    switch key {
    case .escape, .control("c"):
      minutes.mode = .list
      return []
    case .enter:
      field.finishWord(isName: isNameInQuickAdd)
      if isCommon {
        takeCommon(field, &minutes)
      } else {
        takeLine(field, &minutes)
      }
      return []
    case .character, .control, .alt, .left, .right, .home, .end, .pageUp, .pageDown, .insert,
      .delete, .backspace, .function, .up, .down, .tab, .backTab:
      if case .character(let character) = key, !character.isLetter, !character.isNumber {
        field.finishWord(isName: isNameInQuickAdd)
      }
      _ = field.press(key, typing, tones: tones)
    }
    minutes.mode = isCommon ? .common(field) : .line(field)
    return []
  }

  private mutating func takeCommon(_ field: TextField, _ minutes: inout MinutesLayer) {
    guard let quickAdd = entry.quickAdd else { return }
    let reading = quickAdd.read(field.text, defaults: entry.defaults)
    minutes.mode = .common(field)
    if let error = reading.errors.first {
      minutes.fault = error.words(naming: register.registry)(language)
      return
    }
    guard reading.draft.title.isEmpty else {
      minutes.fault =
        Words(
          "Ở đây chỉ ghi trường chung, không ghi nội dung: “\(reading.draft.title)”.",
          "Only common fields go here, no title: “\(reading.draft.title)”.")(language)
      return
    }
    minutes.common = field.text
    minutes.defaults.take(reading.draft, sessions: quickAdd.sessions)
    minutes.mode = .list
  }

  private mutating func takeLine(_ field: TextField, _ minutes: inout MinutesLayer) {
    minutes.mode = .line(field)
    guard let quickAdd = entry.quickAdd else { return }
    let reading = quickAdd.read(field.text, defaults: minutes.defaults)
    if let error = reading.errors.first {
      minutes.fault = error.words(naming: register.registry)(language)
    } else if reading.draft.title.isEmpty {
      minutes.fault = CommandWords.stillMissing([.title])(language)
    } else {
      minutes.setLine(field.text)
      let typed = reading.facts.contains { $0.field == .kind && $0.origin == .typed }
      if typed { minutes.setKind(reading.draft.kind) }
      minutes.mode = .list
    }
  }

  // MARK: - Making them

  private mutating func askToCreate(_ minutes: inout MinutesLayer) {
    guard minutes.keptCount > 0 else {
      return say(Words("Chưa giữ mục nào.", "None is kept."))
    }
    if let unseen = minutes.unseen {
      minutes.move(to: unseen.first)
      return say(
        Words(
          "Còn \(unseen.count) mục giữ chưa xem: xem rồi bấm ⏎ lại.",
          "\(unseen.count) kept but not seen yet: look, then press ⏎ again."))
    }
    for index in minutes.items.indices where minutes.items[index].isKept {
      guard let reading = reading(of: minutes.items[index], minutes), !reading.isReady else {
        continue
      }
      minutes.move(to: index)
      let echo = QuickAddEcho(register.registry, language: language, on: today) { $0 }
      minutes.fault =
        (echo.missing(reading) ?? echo.errors(reading).first?.text ?? "")
        + Words("  ·  D ghi trường chung", "  ·  D sets common fields")(language)
      return
    }
    minutes.mode = .confirming
  }

  /// The draft of an item: its line, the common fields, the sentence it was taken from.
  private func reading(
    of item: MinutesLayer.Item, _ minutes: MinutesLayer
  ) -> QuickAddReading? {
    guard let quickAdd = entry.quickAdd else { return nil }
    let calendar = entry.calendar
    var reading = quickAdd.read(item.line ?? "", defaults: minutes.defaults) {
      calendar.isWorked(Day($0))
    }
    if item.line == nil {
      // What stands in minutes is no field, whatever it looks like.
      reading.draft.title = item.candidate.title
      reading.missing.removeAll { $0 == .title }
    }
    reading.draft.kind = item.candidate.kind
    let typed = reading.facts.contains { $0.field == .direction && $0.origin == .typed }
    if !typed { reading.draft.direction = item.candidate.direction }
    reading.draft.remarks = item.candidate.text
    return reading
  }

  private mutating func confirm(_ key: KeyPress, _ minutes: inout MinutesLayer) -> [Effect] {
    minutes.mode = .list
    switch key {
    case .enter, .character("y"):
      let drafts = minutes.items.filter(\.isKept).compactMap { reading(of: $0, minutes)?.draft }
      guard !drafts.isEmpty, drafts.count == minutes.keptCount else { return [] }
      minutes.mode = .sent
      return [.create(drafts)]
    case .character, .control, .alt, .left, .right, .home, .end, .pageUp, .pageDown, .insert,
      .delete, .backspace, .function, .up, .down, .tab, .backTab, .escape:
      return []
    }
  }

  private mutating func leave(_ key: KeyPress, _ minutes: inout MinutesLayer) -> [Effect] {
    minutes.mode = .list
    switch key {
    case .character("y"), .character("c"), .character("b"), .enter:
      layers.removeLast()
      return openSelected()
    case .character, .control, .alt, .left, .right, .home, .end, .pageUp, .pageDown, .insert,
      .delete, .backspace, .function, .up, .down, .tab, .backTab, .escape:
      return []
    }
  }
}

extension MinutesLayer {
  /// What the digits 1 to 5 set.
  static let kinds: [Kind] = [.request, .commitment, .instruction, .event, .result]
}

extension QuickAddDefaults {
  /// What a line of common fields says.
  fileprivate mutating func take(_ draft: RecordDraft, sessions: [WorkingSession]) {
    province = draft.province
    category = draft.category
    sources = draft.sources
    session = draft.session.flatMap { key in sessions.first { $0.key == key } } ?? session
  }
}
