internal import Model
internal import Terminal
internal import Vietnamese

extension Drawing {
  mutating func conflicts(_ conflicts: ConflictsScreen) {
    let (settled, all) = (conflicts.settledCount, conflicts.items.count)
    let body = frame(
      ScreenFrame(
        title: Words("Xung đột", "Conflicts"),
        remark: all == 0
          ? "" : say(Words("hai người sửa khác nhau", "two people wrote different things")),
        figures: all == 0 ? "" : progress(settled, of: all),
        hints: hints(conflicts)))
    guard conflicts.isRead, let item = conflicts.item else {
      return noConflicts(conflicts, in: body)
    }
    let (upper, lower) = body.splitTop(listRows(conflicts))
    for (offset, index) in conflicts.window.lines(of: all, height: upper.rows).enumerated() {
      line(conflicts.items[index], isHere: index == conflicts.index, row: upper.row + offset, upper)
    }
    hairline(row: lower.row)
    let room = matterRoom(lower)
    let lines = ConflictLines(state, width: room.columns, isSpaced: isRoomy(body)).lines(item)
    let top = max(0, min(conflicts.scroll, lines.count - room.rows))
    for (index, line) in lines.dropFirst(top).prefix(room.rows).enumerated() {
      spans(line, row: room.row + index, in: room)
    }
    if lines.count > top + room.rows {
      canvas.write(
        "↓ " + KeyGlyphs.name(.scrollDown, state.keymap), row: room.endRow - 1,
        column: room.endColumn - 2, style: style(.dim))
    }
    if conflicts.isAllSettled { allSettled(all, in: body) }
  }

  private func hints(_ conflicts: ConflictsScreen) -> [Command] {
    if conflicts.items.isEmpty { return [.back, .help] }
    return conflicts.isAllSettled
      ? [.back, .undo, .open, .help]
      : [.takeSide, .otherValue, .open, .undo, .back, .help, .scrollDown]
  }

  /// A third of the room, and what the matter shown does not need.
  func listRows(_ conflicts: ConflictsScreen) -> Int {
    let body = layout.body.rows - 2
    return max(1, min(conflicts.items.count, max(4, body / 3)))
  }

  func rowsBelow(_ conflicts: ConflictsScreen) -> Int {
    guard let item = conflicts.item else { return 0 }
    let body = layout.body.rows(from: 2)
    let room = matterRoom(body.splitTop(listRows(conflicts)).rest)
    let lines = ConflictLines(state, width: room.columns, isSpaced: isRoomy(body)).lines(item)
    return max(0, lines.count - room.rows)
  }

  private func isRoomy(_ body: Rect) -> Bool { body.rows >= 24 }

  private func matterRoom(_ lower: Rect) -> Rect {
    lower.rows(from: 1).inset(columns: 2)
  }

  private mutating func spans(_ line: [Span], row: Int, in room: Rect) {
    var column = room.column
    for span in line {
      column += canvas.write(
        span.text, row: row, column: column, width: max(0, room.endColumn - column),
        style: span.style)
    }
  }

  // MARK: - The list

  private mutating func line(
    _ item: ConflictsScreen.Item, isHere: Bool, row: Int, _ rect: Rect
  ) {
    let plain = style(item.isSettled ? .dim : .text)
    canvas.write(
      item.isSettled ? "✓" : "≠", row: row, column: rect.column + 2, width: 1,
      style: style(item.isSettled ? .done : .error))
    canvas.write(item.code, row: row, column: rect.column + 4, width: 9, style: style(.dim))
    let values = rect.column + 14
    let text =
      item.isSettled
      ? say(item.conflict.matter.words(naming: state.register.registry)) + "  "
        + say(Words("đã xử lý", "settled"))
      : texts.line(item.conflict)
    canvas.write(
      text, row: row, column: values, width: max(0, rect.endColumn - values - 1),
      style: isHere ? plain.bold : plain)
    guard isHere else { return }
    selectedGround(rect.rows(from: row - rect.row, count: 1))
    canvas.write("▌", row: row, column: rect.column + 1, style: style(.accent))
  }

  private var texts: ConflictText {
    ConflictText(
      state.register.registry, language: state.language, code: state.register.code(ofKey:))
  }

  // MARK: - Nothing to do

  private mutating func noConflicts(_ conflicts: ConflictsScreen, in body: Rect) {
    let inner = body.inset(columns: 4)
    guard conflicts.isRead else {
      canvas.write("…", row: body.row + 1, column: inner.column, style: style(.dim))
      return
    }
    canvas.write(
      say(ConflictWords.none), row: body.row + 2, column: inner.column, width: inner.columns,
      style: style(.strong))
    let lines = TextWidth.wrap(say(ConflictWords.whenThereIsOne), to: max(8, inner.columns))
    for (index, line) in lines.enumerated() where index + 4 < body.rows {
      canvas.write(line, row: body.row + 4 + index, column: inner.column, style: style(.dim))
    }
  }

  private mutating func allSettled(_ count: Int, in body: Rect) {
    let key = KeyGlyphs.name(.back, state.keymap)
    canvas.write(
      say(
        Words(
          "✓ Đã xử lý hết \(count) chỗ. \(key) quay lại.",
          "✓ All \(count) are settled. \(key) goes back.")), row: body.endRow - 1,
      column: body.column + 2, width: body.columns - 4, style: style(.done))
  }
}

/// What is said of one matter, line by line.
struct ConflictLines {
  private let state: AppState
  private let width: Int
  /// Whether groups of lines are parted by an empty one.
  private let isSpaced: Bool
  private let texts: ConflictText

  init(_ state: AppState, width: Int, isSpaced: Bool) {
    (self.state, self.width, self.isSpaced) = (state, max(20, width), isSpaced)
    texts = ConflictText(
      state.register.registry, language: state.language, code: state.register.code(ofKey:))
  }

  func lines(_ item: ConflictsScreen.Item) -> [[Span]] {
    let gap: [[Span]] = isSpaced ? [[]] : []
    let conflict = item.conflict
    var lines = TextWidth.wrap(item.code + "  " + item.title, to: width).prefix(2)
      .map { [Span(text: $0, style: style(.strong))] }
    let words = say(conflict.matter.words(naming: state.register.registry))
    let matter = words.prefix(1).uppercased() + words.dropFirst()
    let before = texts.text(before: conflict, in: item.record)
    lines += gap
    lines.append([
      Span(text: matter, style: style(.accent).bold),
      Span(text: "   " + say(Words("trước đó: ", "before: ")) + before, style: style(.dim)),
    ])
    for (index, side) in conflict.sides.enumerated() {
      let isLast = index == conflict.sides.count - 1
      lines +=
        gap
        + self.side(
          side, of: conflict, number: index + 1, isInForce: isLast && !item.isSettled)
    }
    if !item.isSettled, conflict.takesAnotherValue {
      lines += gap
      lines.append(
        choice(KeyGlyphs.name(.otherValue, state.keymap), say(Command.otherValue.summary) + "…"))
    }
    lines += gap
    return lines
      + TextWidth.wrap(say(ConflictWords.keepsAll), to: width)
      .map { [Span(text: $0, style: style(.dim))] }
  }

  private func side(
    _ side: Conflict.Side, of conflict: Conflict, number: Int, isInForce: Bool
  ) -> [[Span]] {
    let value = String(texts.text(side, of: conflict).prefix(1000))
    let wrapped = TextWidth.wrap(value, to: max(8, width - ConflictLines.indent))
    var lines = wrapped.enumerated().map { index, line in
      index == 0
        ? choice(String(number), line)
        : [Span(text: pad("") + line, style: style(.text))]
    }
    let at = side.at.shifted(bySeconds: state.context.secondsEastOfUTC)
    var who = "\(side.by) · \(DateFormat.day(at.day.civil, state.language)) \(at.clock)"
    if isInForce, conflict.hasValueInForce { who += " · " + say(ConflictWords.inForce) }
    lines.append([Span(text: pad("") + who, style: style(.dim))])
    return lines
  }

  private static let indent = 4

  private func choice(_ key: String, _ text: String) -> [Span] {
    [
      Span(text: pad(" " + key), style: style(.accent).bold),
      Span(text: text, style: style(.text)),
    ]
  }

  private func pad(_ text: String) -> String { TextWidth.pad(text, to: ConflictLines.indent) }
  private func style(_ role: Role) -> Style { state.theme.style(role) }
  private func say(_ words: Words) -> String { words(state.language) }
}

extension Conflict {
  /// Whether the last of its sides shows; of a split and a removal both do.
  fileprivate var hasValueInForce: Bool {
    switch matter {
    case .field, .line: true
    case .split, .removal: false
    }
  }

  fileprivate var takesAnotherValue: Bool {
    if case .field(let name) = matter { Field(rawValue: name) != nil } else { false }
  }
}
