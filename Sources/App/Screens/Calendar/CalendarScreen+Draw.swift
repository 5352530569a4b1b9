internal import Model
internal import Terminal
internal import Vietnamese

extension Drawing {
  mutating func calendar(_ calendar: CalendarScreen) {
    let day = calendar.day
    let month = DateFormat.month(day.civil.month, of: day.year, state.language)
    let body = frame(
      ScreenFrame(
        title: Words("Lịch", "Calendar"),
        remark: say(Words("tháng ", "")) + month
          + (calendar.filter.isEmpty ? "" : "  /" + calendar.filter),
        figures: DeadlineText(state.language).dayAndWeekday(day),
        hints: [.open, .nextPane, .nextMonth, .previousMonth, .thisDay, .back, .help]))
    let cell = body.columns >= 100 ? 8 : 5
    let (left, right) = body.splitLeft(cell * 7 + 3)
    grid(calendar, cell: cell, in: left.columns(from: 2))
    canvas.verticalLine(
      row: body.row, column: right.column - 1, height: body.rows, style: style(.hairline))
    lists(calendar, in: right.columns(from: 1))
  }

  // MARK: - The month

  private mutating func grid(_ calendar: CalendarScreen, cell: Int, in room: Rect) {
    for column in 0..<7 {
      let day = Day(ordinal: calendar.firstOfGrid.ordinal + column)
      canvas.write(
        DateFormat.shortWeekday(day.civil.weekday, state.language), row: room.row,
        column: room.column + column * cell, width: cell - 1, style: style(.dim),
        alignment: .trailing)
    }
    let height = max(2, min(3, (room.rows - 3) / CalendarScreen.weeks))
    for index in 0..<CalendarScreen.weeks * 7 {
      let day = Day(ordinal: calendar.firstOfGrid.ordinal + index)
      let row = room.row + 1 + index / 7 * height
      dayCell(
        day, calendar,
        Rect(
          row: row, column: room.column + index % 7 * cell, rows: 2, columns: cell - 1))
    }
    legend(calendar, in: room.rows(from: 1 + CalendarScreen.weeks * height))
  }

  private mutating func dayCell(_ day: Day, _ calendar: CalendarScreen, _ rect: Rect) {
    let isHere = day == calendar.day
    let isOfMonth = CalendarScreen.isSameMonth(day, calendar.day)
    let number = String(day.civil.day)
    let style: Style =
      isHere && calendar.part == .grid
      ? self.style(.strong).reversed
      : isHere
        ? self.style(.strong)
        : !isOfMonth || isOff(day)
          ? self.style(.dim)
          : self.style(.text)
    let shown = day == state.today ? "[\(number)]" : isOff(day) ? "·\(number)" : number
    canvas.write(
      shown, row: rect.row, column: rect.column, width: rect.columns, style: style,
      alignment: .trailing)
    let entries = calendar.entries(on: day)
    guard !entries.isEmpty else { return }
    let sorts = Agenda.Sort.allCases.filter { sort in entries.contains { $0.sort == sort } }
    let glyphs = String(sorts.map(\.glyph).prefix(max(1, rect.columns - 2)))
    let text = entries.count > 1 ? glyphs + String(entries.count) : glyphs
    canvas.write(
      text, row: rect.row + 1, column: rect.column, width: rect.columns,
      style: isOfMonth ? dayStyle(day, entries) : self.style(.dim), alignment: .trailing)
  }

  private func dayStyle(_ day: Day, _ entries: ArraySlice<Agenda.Entry>) -> Style {
    let isDeadline = entries.contains { $0.sort == .deadline }
    return isDeadline && day < state.today ? style(.overdue) : style(.accent)
  }

  /// Off by the holidays, or on the weekend where they are not known.
  private func isOff(_ day: Day) -> Bool {
    if let works = state.calendar.isWorked(day) { return !works }
    return day.civil.weekday == .saturday || day.civil.weekday == .sunday
  }

  private mutating func legend(_ calendar: CalendarScreen, in room: Rect) {
    var parts = Agenda.Sort.allCases.map { "\($0.glyph) " + say($0.words) }
    parts.append(say(Words("· ngày nghỉ", "· day off")))
    let year = calendar.day.year
    if state.calendar.isWorked(calendar.day) == nil {
      parts.append(
        say(
          Words("! chưa có lịch nghỉ năm \(year)", "! the days off of \(year) are not known")))
    }
    // A sign stays beside its word.
    var lines = [""]
    for part in parts {
      let longer = lines[lines.count - 1] + (lines[lines.count - 1].isEmpty ? "" : "  ") + part
      if lines != [""], TextWidth.columns(of: longer) > room.columns - 2 {
        lines.append(part)
      } else {
        lines[lines.count - 1] = longer
      }
    }
    for (index, line) in lines.enumerated()
    where index < room.rows {
      canvas.write(line, row: room.row + index, column: room.column, style: style(.dim))
    }
  }

  // MARK: - The lists

  private mutating func lists(_ calendar: CalendarScreen, in room: Rect) {
    let entries = calendar.entries(on: calendar.day)
    let upper = max(
      3, min(room.rows - 5, max(room.rows / 2, room.rows - calendar.agenda.undated.count - 3)))
    let (top, bottom) = room.splitTop(upper)
    let title = DeadlineText(state.language).dayAndWeekday(calendar.day)
    heading(title, entries.count, isHere: calendar.part == .agenda, in: top)
    if entries.isEmpty {
      canvas.write(
        say(Words("Không có gì trong ngày.", "Nothing on this day.")), row: top.row + 1,
        column: top.column + 1, width: top.columns - 2, style: style(.dim))
    }
    list(entries, isHere: calendar.part == .agenda, calendar.index, in: top.rows(from: 1)) {
      ($0.place, $0.sort.glyph)
    }
    hairline(row: bottom.row, from: room.column - 2, to: room.endColumn)
    let undated = bottom.rows(from: 1)
    heading(
      say(Words("Chưa có ngày", "Without a day")), calendar.agenda.undated.count,
      isHere: calendar.part == .undated, in: undated)
    list(
      calendar.agenda.undated[...], isHere: calendar.part == .undated,
      calendar.part == .undated ? calendar.index : 0, in: undated.rows(from: 1)
    ) { ($0, " ") }
  }

  private mutating func hairline(row: Int, from: Int, to: Int) {
    canvas.horizontalLine(row: row, column: from, width: to - from, style: style(.hairline))
    canvas.horizontalLine(row: row, column: from, width: 1, style: style(.hairline), with: "├")
  }

  private mutating func heading(_ text: String, _ count: Int, isHere: Bool, in room: Rect) {
    canvas.write(
      text, row: room.row, column: room.column + 1, width: room.columns - 8,
      style: isHere ? style(.heading) : style(.dim))
    canvas.write(
      String(count), row: room.row, column: room.endColumn - 7, width: 6, style: style(.dim),
      alignment: .trailing)
  }

  private mutating func list<Item>(
    _ rows: ArraySlice<Item>, isHere: Bool, _ index: Int, in room: Rect,
    _ content: (Item) -> (place: RowPlace, glyph: Character)
  ) {
    let first = max(0, min(rows.count - room.rows, index - room.rows / 2))
    for (line, item) in rows.dropFirst(first).prefix(room.rows).map(content).enumerated() {
      guard let (chunk, row) = state.register.row(at: item.place) else { continue }
      let isSelected = isHere && first + line == index
      let screenRow = room.row + line
      canvas.write(
        String(item.glyph), row: screenRow, column: room.column + 1, width: 1,
        style: style(.accent))
      canvas.write(
        chunk.code(row), row: screenRow, column: room.column + 3, width: 9, style: style(.dim))
      let status = 2
      canvas.write(
        chunk.titleForALine(row), row: screenRow, column: room.column + 13,
        width: max(0, room.columns - 14 - status),
        style: isSelected ? style(.strong) : style(.text))
      canvas.write(
        String(row.status.glyph), row: screenRow, column: room.endColumn - status, width: 1,
        style: state.theme.style(row.status))
      guard isSelected else { continue }
      selectedGround(Rect(row: screenRow, column: room.column, rows: 1, columns: room.columns))
      canvas.write(
        "▌", row: screenRow, column: room.column,
        style: style(.accent).on(state.theme.selectedGround ?? .default))
    }
  }
}

extension CalendarScreen {
  fileprivate static func isSameMonth(_ one: Day, _ other: Day) -> Bool {
    one.year == other.year && one.civil.month == other.civil.month
  }
}

extension Agenda.Sort {
  /// The shape that stands for it on the grid.
  var glyph: Character {
    switch self {
    case .deadline: "▲"
    case .event: "◆"
    case .anniversary: "○"
    case .recurring: "↻"
    case .chase: "»"
    }
  }
}
