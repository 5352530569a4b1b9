internal import Model
internal import Terminal
internal import Vietnamese

extension Drawing {
  mutating func triage(_ triage: TriageScreen) {
    let body = frame(
      ScreenFrame(
        title: Words("Tiếp nhận", "Triage"), remark: source(of: triage), figures: progress(triage),
        hints: [
          .accept, .giveToUnit, .sendBack, .putOff, .nextItem, .leaveScreen, .help, .undo,
          .previousItem,
        ]))
    guard let key = triage.key else { return endOfQueue(triage, in: body) }
    guard let followUp = state.detail.followUp, followUp.key == key else {
      let text = state.detail.problem.map { say($0.words(on: state.surface)) } ?? "…"
      canvas.write(
        text, row: body.row + 1, column: body.column + 4, width: body.columns - 6,
        style: style(.dim))
      return
    }
    let (upper, lower) = triageRooms(body, triage)
    let (room, below) = recordRooms(upper, triage)
    record(followUp, triage, in: room, of: upper)
    similar(triage, in: below)
    hairline(row: lower.row)
    units(triage, in: lower.rows(from: 1).inset(columns: 4))
  }

  /// What the queue was taken from: the session, if it is one, else the view and the filter.
  private func source(of triage: TriageScreen) -> String {
    if let session = triage.session, let place = state.register.place(ofKey: session),
      let (chunk, row) = state.register.row(at: place)
    {
      return chunk.titleForALine(row)
    }
    let view = ViewName(state).text(triage.view)
    return triage.filter.isEmpty ? view : view + "  /" + triage.filter
  }

  private func progress(_ triage: TriageScreen) -> String {
    progress(triage.touched, of: triage.queue.count)
  }

  // MARK: - The record

  private func isRoomy(_ body: Rect) -> Bool { body.rows >= 24 }

  /// The record above; below it a hairline, the units, and what the keys do where there is room.
  private func triageRooms(_ body: Rect, _ triage: TriageScreen) -> (upper: Rect, lower: Rect) {
    let units = unitLines(triage, width: body.columns - 8).count
    let (upper, lower) = body.splitBottom(1 + units + (isRoomy(body) ? 4 : 0))
    return (isRoomy(body) ? upper.rows(from: 1) : upper, lower)
  }

  private func recordLines(
    _ followUp: FollowUp, _ triage: TriageScreen, in upper: Rect
  ) -> [[Span]] {
    let width = textWidth(upper)
    let spaced = TriageText(state, width: width, isSpaced: true).lines(followUp, triage)
    // Whatever will be found to be like it, the lines stay where they are.
    let most = upper.splitBottom(similarRows(upper, TriageScreen.mostSimilar)).0.rows
    guard spaced.count > most else { return spaced }
    return TriageText(state, width: width, isSpaced: false).lines(followUp, triage)
  }

  private func textWidth(_ upper: Rect) -> Int { max(20, upper.columns - 8) }

  /// The record's own lines, and below them what is like it: a line for that is always kept.
  private func recordRooms(_ upper: Rect, _ triage: TriageScreen) -> (record: Rect, like: Rect) {
    let (record, like) = upper.splitBottom(
      similarRows(upper, max(1, triage.similar?.count ?? 0)))
    return (record, like)
  }

  /// How many lines that may take of a small screen.
  private func similarRows(_ upper: Rect, _ count: Int) -> Int {
    upper.rows < 4 ? 0 : min(count, max(1, upper.rows / 5))
  }

  private mutating func similar(_ triage: TriageScreen, in room: Rect) {
    let inner = room.inset(columns: 4)
    let text = TriageText(state, width: textWidth(room), isSpaced: false)
    for (index, line) in text.similar(triage).prefix(inner.rows).enumerated() {
      write(line, row: inner.row + index, in: inner)
    }
  }

  private mutating func write(_ line: [Span], row: Int, in room: Rect) {
    var column = room.column
    for span in line {
      column += canvas.write(
        span.text, row: row, column: column, width: max(0, room.endColumn - column),
        style: span.style)
    }
  }

  /// How far the record can be scrolled.
  func rowsBelow(_ triage: TriageScreen) -> Int {
    guard let followUp = state.detail.followUp else { return 0 }
    let (upper, _) = triageRooms(layout.body.rows(from: 2), triage)
    let room = recordRooms(upper, triage).record
    return max(0, recordLines(followUp, triage, in: upper).count - room.rows)
  }

  private mutating func record(
    _ followUp: FollowUp, _ triage: TriageScreen, in upper: Rect, of all: Rect
  ) {
    let lines = recordLines(followUp, triage, in: all)
    let inner = upper.inset(columns: 4)
    let top = max(0, min(triage.scroll, lines.count - inner.rows))
    for (index, line) in lines.dropFirst(top).prefix(inner.rows).enumerated() {
      write(line, row: inner.row + index, in: inner)
    }
    if lines.count > top + inner.rows {
      canvas.write(
        "↓ " + KeyGlyphs.name(.scrollDown, state.keymap), row: upper.endRow - 1,
        column: upper.endColumn - 4, style: style(.dim))
    }
  }

  // MARK: - The keys

  /// The units with their digits, as many on a line as fit.
  private func unitLines(_ triage: TriageScreen, width: Int) -> [[(digit: String, name: String)]] {
    var lines: [[(digit: String, name: String)]] = [[]]
    var column = TriageText.labelWidth
    for (index, unit) in triage.units.enumerated() {
      let entry = state.register.registry[.units][unit]
      let item = (digit: String(index + 1), name: entry?.brief(state.language) ?? unit)
      let columns = TextWidth.columns(of: item.name) + 4
      if column + columns > width + 2, !(lines.last ?? []).isEmpty {
        lines.append([])
        column = TriageText.labelWidth
      }
      lines[lines.count - 1].append(item)
      column += columns
    }
    return lines
  }

  private mutating func units(_ triage: TriageScreen, in room: Rect) {
    let lines = unitLines(triage, width: room.columns)
    canvas.write(
      say(Words("Giao cho", "Give to")), row: room.row, column: room.column, style: style(.dim))
    for (index, line) in lines.enumerated() {
      var column = room.column + TriageText.labelWidth
      for (digit, name) in line {
        canvas.write(digit, row: room.row + index, column: column, style: style(.accent).bold)
        column += 2
        column +=
          canvas.write(
            name, row: room.row + index, column: column, width: max(0, room.endColumn - column),
            style: style(.text)) + 2
      }
    }
    keyTable(triage, in: room.rows(from: lines.count + 1))
  }

  private mutating func keyTable(_ triage: TriageScreen, in room: Rect) {
    let half = room.columns / 2
    let commands: [Command] = [.accept, .putOff, .sendBack, .split, .duplicateOf, .joinWith]
    for (index, command) in commands.enumerated() where index / 2 < room.rows {
      keyAndSummary(
        command, row: room.row + index / 2, column: room.column + index % 2 * half, width: half - 2)
    }
  }

  private mutating func keyAndSummary(_ command: Command, row: Int, column: Int, width: Int) {
    canvas.write(
      KeyGlyphs.name(command, state.keymap), row: row, column: column, style: style(.accent).bold)
    canvas.write(
      summary(of: command), row: row, column: column + 4, width: width - 4, style: style(.text))
  }

  /// What the key does to this record.
  private func summary(of command: Command) -> String {
    guard command == .accept, let followUp = state.detail.followUp else {
      return say(command.summary)
    }
    let count = FiveClear(followUp).missing.count
    return count == 0
      ? say(Words("Đã rõ cả năm, sang mục sau", "All five are clear: go on"))
      : say(
        Words("Nhận và điền nốt \(count) mục còn thiếu", "Accept, and fill in the \(count) missing")
      )
  }

  // MARK: - The end

  private mutating func endOfQueue(_ triage: TriageScreen, in body: Rect) {
    let states: [TriageState] = [.accepted, .passed, .sentBack, .merged, .putOff, .waiting]
    let counts = states.filter { triage.count($0) > 0 }
      .map { say($0.counted(triage.count($0))) }
    let all = triage.queue.count
    let text =
      say(Words("Hết hàng đợi: \(all) mục", "End of the queue: \(all) records")) + ", "
      + counts.joined(separator: ", ")
    canvas.write(
      text, row: body.row + 2, column: body.column + 4, width: body.columns - 8,
      style: style(.strong))
    let next: [Command] =
      triage.count(.waiting) > 0
      ? [.nextItem, .previousItem, .leaveScreen] : [.previousItem, .leaveScreen]
    for (index, command) in next.enumerated() {
      keyAndSummary(
        command, row: body.row + 4 + index, column: body.column + 4, width: body.columns - 8)
    }
  }
}
