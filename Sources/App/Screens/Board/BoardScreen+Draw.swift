internal import Model
internal import Terminal

extension BoardScreen {
  /// Code and deadline, title, lead, and the line between two cards.
  static let cardRows = 4
  static let columnWidth = 24
}

extension Drawing {
  mutating func board(_ board: BoardScreen) {
    let total = board.cards.values.reduce(0) { $0 + $1.count }
    let view = ViewName(state).text(board.view)
    let body = frame(
      ScreenFrame(
        title: Words("Bảng cột", "Board"),
        remark: board.filter.isEmpty ? view : view + "  /" + board.filter, figures: "\(total)",
        hints: [.stepForward, .stepBack, .open, .statusMenu, .note, .back, .help]))
    let shown = max(1, (body.columns - 1) / BoardScreen.columnWidth)
    let width = (body.columns - 1) / shown
    let all = BoardScreen.Column.allCases
    let here = all.firstIndex(of: board.column) ?? 0
    // The column of the cursor is kept in the middle while there are columns on both sides.
    let first = max(0, min(all.count - shown, here - shown / 2))
    for (index, column) in all[first..<min(all.count, first + shown)].enumerated() {
      let room = Rect(
        row: body.row, column: body.column + 1 + index * width, rows: body.rows,
        columns: width - 1)
      self.column(column, board, in: room)
    }
    if first > 0 { canvas.write("‹", row: body.row, column: body.column, style: style(.accent)) }
    if first + shown < all.count {
      canvas.write("›", row: body.row, column: body.endColumn - 1, style: style(.accent))
    }
  }

  private mutating func column(
    _ column: BoardScreen.Column, _ board: BoardScreen, in room: Rect
  ) {
    let cards = board.cards(column)
    let isHere = column == board.column
    let head = say(column.words)
    canvas.write(
      head, row: room.row, column: room.column + 1, width: room.columns - 6,
      style: isHere ? style(.heading) : style(.dim))
    canvas.write(
      "\(cards.count)", row: room.row, column: room.endColumn - 6, width: 5, style: style(.dim),
      alignment: .trailing)
    canvas.horizontalLine(
      row: room.row + 1, column: room.column + 1, width: room.columns - 2,
      style: isHere ? style(.accent) : style(.hairline))
    let inner = room.rows(from: 2)
    let count = max(1, inner.rows / BoardScreen.cardRows)
    let selected = board.row(column)
    let first = max(0, min(cards.count - count, selected - count / 2))
    for (index, place) in cards.dropFirst(first).prefix(count).enumerated() {
      let rect = inner.rows(from: index * BoardScreen.cardRows, count: BoardScreen.cardRows - 1)
      card(place, in: rect, isSelected: isHere && first + index == selected)
    }
    let below = cards.count - first - count
    if below > 0 {
      canvas.write(
        say(Words("↓ \(below) mục", "↓ \(below) more")), row: room.endRow - 1,
        column: room.column + 1, width: room.columns - 2, style: style(.dim))
    }
  }

  private mutating func card(_ place: RowPlace, in rect: Rect, isSelected: Bool) {
    guard let (chunk, row) = state.register.row(at: place) else { return }
    let inner = Rect(
      row: rect.row, column: rect.column + 1, rows: rect.rows, columns: rect.columns - 1)
    let deadline = row.deadlineState(on: state.today, limits: state.context.limits)
    let date = row.due.map { PartialDate($0, precision: row.duePrecision) }
    canvas.write(
      chunk.code(row), row: rect.row, column: inner.column, width: 9, style: style(.dim))
    let event = state.register.eventAwaited(by: row, in: chunk)
    let due = DeadlineText(state.language).brief(deadline, due: date, event: event)
      .drop { $0 == " " }
    canvas.write(
      due, row: rect.row, column: inner.column + 10, width: max(0, inner.columns - 10),
      style: state.theme.style(deadline))
    canvas.write(
      chunk.titleForALine(row), row: rect.row + 1, column: inner.column, width: inner.columns,
      style: isSelected ? style(.strong) : style(.text))
    let name = state.register.entry(row.lead, in: .units)?.brief(state.language) ?? "—"
    let mark = row.flags.contains(.leadProposed) ? "?" : ""
    let isOwn = BoardScreen.Column(row.status).holdsOne
    let status = isOwn ? "" : "\(row.status.glyph) " + say(row.status.shortWords) + " · "
    canvas.write(
      status + name + mark, row: rect.row + 2, column: inner.column, width: inner.columns,
      style: style(.dim))
    guard isSelected else { return }
    selectedGround(Rect(row: rect.row, column: rect.column, rows: 3, columns: rect.columns))
    for line in 0..<3 {
      canvas.write(
        "▌", row: rect.row + line, column: rect.column,
        style: style(.accent).on(state.theme.selectedGround ?? .default))
    }
  }
}

extension BoardScreen.Column {
  /// Whether all its cards stand in the status it is called by.
  fileprivate var holdsOne: Bool { self != .aside && self != .ended }
}
