internal import Model
internal import Terminal
internal import Vietnamese

extension Drawing {
  // MARK: - Status line

  mutating func statusLine() {
    let row = layout.status.row
    canvas.write(
      say(Words("ĐÔN ĐỐC", "DONDOC")), row: row, column: 1, width: 7, style: style(.heading))
    let facts = factsOnTheRight()
    let right = TextWidth.columns(of: facts)
    let name = state.register.profile.name(in: state.language)
    canvas.write(
      name, row: row, column: 10, width: max(0, canvas.columns - right - 13), style: style(.text))
    canvas.write(facts, row: row, column: canvas.columns - right - 1, style: style(.dim))
    if let past = state.past { pastMark(past, row: row, upTo: canvas.columns - right - 2) }
  }

  private func factsOnTheRight() -> String {
    let texts = DeadlineText(state.language)
    let isWide = canvas.columns >= 100
    var facts = [isWide ? texts.dayAndWeekday(state.today) : texts.day(state.today)]
    if let marks = state.context.marks.words(shown: state.list.shownMarks) {
      facts.append(say(marks))
    }
    let conflicts = state.isLoading ? 0 : state.views.tally.conflicts
    if conflicts > 0 { facts.append(say(ConflictWords.count(conflicts))) }
    if state.isLoading { facts.append(say(Words("đang đọc sổ…", "reading…"))) }
    if let saved = state.savedAt { facts.append(say(Words("đã lưu \(saved)", "saved \(saved)"))) }
    if let name = state.typing.name { facts.append(say(name)) }
    return facts.joined(separator: isWide ? "  ·  " : " · ")
  }

  mutating func banner() {
    guard let first = state.problems.first else { return }
    let count = state.problems.count
    let more =
      count > 1
      ? say(
        Words(
          "  (và \(count - 1) lỗi nữa: dondoc check)", "  (and \(count - 1) more: dondoc check)"))
      : ""
    canvas.write(
      " ! " + say(first.words(on: state.surface)) + more, row: layout.banner.row, column: 0,
      width: canvas.columns, style: style(.error))
  }

  // MARK: - Bottom line

  /// What was said last; else the keys of `commands`, as many as there is room for.
  mutating func bottomLine(_ commands: [Command]) {
    let row = layout.hints.row
    if let typing = state.list.typing, state.layers.isEmpty {
      filterLine(typing, row: row)
    } else if let notice = state.notice {
      let style =
        switch notice.tone {
        case .plain: self.style(.text)
        case .good: self.style(.done)
        case .bad: self.style(.error)
        }
      canvas.write(notice.text, row: row, column: 1, width: canvas.columns - 2, style: style)
    } else {
      hintLine(commands, row: row)
    }
  }

  private mutating func filterLine(_ typing: FilterTyping, row: Int) {
    canvas.write("/", row: row, column: 1, style: style(.accent))
    let hint =
      state.list.filterError.map { $0.words(state.language) }
      ?? typingFoot(FilterKey.rows)
      + say(
        Words(
          "   tinh: loai: trangthai: chutri: mở quá-hạn",
          "   province: kind: status: lead: open overdue"))
    let used = editor(typing.field, row: row, column: 3, width: max(20, canvas.columns / 2 - 3))
    let start = 3 + max(used + 3, 24)
    canvas.write(
      hint, row: row, column: start, width: max(0, canvas.columns - start - 1),
      style: style(state.list.filterError == nil ? .dim : .soon))
  }

  /// A line of text being typed, scrolled so that the cursor shows; gives the columns it took.
  @discardableResult
  mutating func editor(
    _ field: TextField, row: Int, column: Int, width: Int, style: Style = .plain
  ) -> Int {
    let before = TextWidth.columns(of: field.beforeCursor)
    var shown = field.text
    var start = before
    // Drop whole characters at the front until the cursor fits.
    while start >= width, let first = shown.first {
      start -= TextWidth.columns(of: String(first))
      shown.removeFirst()
    }
    let used = canvas.write(shown, row: row, column: column, width: width, style: style)
    cursor = Point(row: row, column: column + start)
    return used
  }

  private mutating func hintLine(_ commands: [Command], row: Int) {
    var column = 1
    if let forMarks = hintOfMarks {
      column +=
        canvas.write(
          forMarks, row: row, column: column, width: canvas.columns - 2, style: style(.strong)) + 2
    }
    let isPast = state.past != nil
    // What would be refused is not offered.
    let offered = ((isPast ? [.timeMachine] : []) + commands).filter {
      !isPast || $0.section != .changing
    }
    // Help has its place whatever else there is room for.
    var help = offered.contains(.help) ? hintWidth(.help) + 3 : 0
    for command in offered {
      if command == .help { help = 0 }
      let key = KeyGlyphs.name(command, state.keymap)
      let hint = say(command.hint)
      let keyWidth = TextWidth.columns(of: key)
      let width = keyWidth + 1 + TextWidth.columns(of: hint)
      guard column + width + help < canvas.columns else { continue }
      canvas.write(key, row: row, column: column, style: style(.accent).bold)
      canvas.write(hint, row: row, column: column + keyWidth + 1, style: style(.dim))
      column += width + 3
    }
  }

  private func hintWidth(_ command: Command) -> Int {
    TextWidth.columns(of: KeyGlyphs.name(command, state.keymap)) + 1
      + TextWidth.columns(of: say(command.hint))
  }

  /// What the keys are for while records are marked: said before one is pressed.
  private var hintOfMarks: String? {
    let (marks, shown) = (state.context.marks, state.list.shownMarks)
    guard !marks.isEmpty, state.focus == .list, !state.layers.contains(where: \.isScreen) else {
      return nil
    }
    let hidden = marks.count - shown
    let rest =
      hidden == 0 ? Words("", "") : Words(", trừ \(hidden) ẩn", ", not the \(hidden) hidden")
    return say(
      Words("Áp dụng cho \(shown) mục đánh dấu\(rest.vi):", "For \(shown) marked\(rest.en):"))
  }

  /// The keys that work here and now.
  var hints: [Command] {
    if state.focus == .list && !state.context.marks.isEmpty {
      return [
        .statusMenu, .due, .lead, .note, .done, .closeWithoutResult, .repeatLast, .clearMarks,
        .undo, .help,
      ]
    }
    return switch state.focus {
    case .views: [.open, .goToView, .savedViews, .filter, .nextPane, .zoom, .help, .quit]
    case .list:
      layout.shape == .onePane
        ? [.open, .quickAdd, .triage, .statusMenu, .due, .filter, .help, .palette, .nextPane]
        : [
          .quickAdd, .triage, .statusMenu, .note, .due, .lead, .done, .filter, .undo, .palette,
          .help, .mark, .quit,
        ]
    case .detail: [.nextTab, .scrollDown, .statusMenu, .note, .due, .lead, .back, .help]
    }
  }
}

/// Keys as short signs in the hint line.
enum KeyGlyphs {
  /// As in a sentence: `Ctrl-R`.
  static func spoken(_ command: Command, _ keymap: Keymap) -> String {
    let key = keymap.key(for: command)
    return key.hasPrefix("ctrl-") ? "Ctrl-" + key.dropFirst(5).uppercased() : key
  }

  static func name(_ command: Command, _ keymap: Keymap) -> String {
    if [.goToView, .giveToUnit, .takeSide].contains(command) { return "1–9" }
    let key = keymap.key(for: command)
    return switch key {
    case "enter": "⏎"
    case "tab": "Tab"
    case "esc": "Esc"
    case "space": "␣"
    default: key
    }
  }
}
