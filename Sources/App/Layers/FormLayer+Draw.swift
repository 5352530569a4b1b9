internal import Model
internal import Terminal
internal import Vietnamese

extension Drawing {
  mutating func form(_ form: FormLayer) {
    let (rect, inner) = form.frame(in: canvas.size)
    canvas.fill(rect)
    canvas.frame(rect, style: style(.hairline))
    let title = " " + say(form.title) + " "
    canvas.write(
      title, row: rect.row, column: rect.column + 2,
      width: min(TextWidth.columns(of: title), rect.columns - 4), style: style(.heading))
    let room = form.room(in: inner)
    if let hidden = form.targets.hiddenWords {
      canvas.write(
        say(hidden), row: inner.row, column: inner.column, width: inner.columns,
        style: style(.waiting))
    }
    let labelWidth = min(FormLayer.labelWidth, inner.columns / 3)
    let counts = form.rowCounts(width: form.valueWidth(in: canvas.size))
    var row = room.row - form.window.top
    for index in form.fields.indices {
      let block = Rect(row: row, column: inner.column, rows: counts[index], columns: inner.columns)
      if row < room.endRow, block.endRow > room.row {
        field(form, index, block, labelWidth: labelWidth, within: room)
      }
      row += counts[index]
    }
    moreMarks(form, counts.reduce(0, +), room)
    formFoot(form, row: inner.endRow - 1, in: inner)
  }

  private mutating func moreMarks(_ form: FormLayer, _ rows: Int, _ room: Rect) {
    let column = room.endColumn
    if form.window.top > 0 {
      canvas.write("↑", row: room.row, column: column, style: style(.accent))
    }
    if rows - form.window.top > room.rows {
      canvas.write("↓", row: room.endRow - 1, column: column, style: style(.accent))
    }
  }

  private mutating func formFoot(_ form: FormLayer, row: Int, in inner: Rect) {
    let keys =
      form.isLeaving
      ? say(FieldWords.askToLeave)
      : form.purpose == .past
        ? keyFoot([FormKey.look.row, FormKey.leave.row])
        : typingFoot(form.onwardKeys + [FormKey.save.row, FormKey.leave.row])
    canvas.write(
      keys, row: row, column: inner.column, width: inner.columns,
      style: style(form.isLeaving ? .soon : .dim))
  }

  /// One field in its block, of which the rows outside `room` are not drawn.
  private mutating func field(
    _ form: FormLayer, _ index: Int, _ block: Rect, labelWidth: Int, within room: Rect
  ) {
    let field = form.fields[index]
    let isActive = index == form.active
    var row = block.row
    if let section = field.section {
      if index > 0 { row += 1 }
      line(row, room) {
        $0.canvas.write(
          $0.say(section), row: row, column: block.column, width: block.columns,
          style: $0.style(.heading))
      }
      row += 1
    }
    line(row, room) {
      $0.canvas.write(
        $0.say(field.label), row: row, column: block.column, width: labelWidth,
        style: isActive ? $0.style(.accent) : $0.style(.dim))
    }
    let column = block.column + labelWidth + 2
    let place = Rect(
      row: row, column: column, rows: block.endRow - row, columns: block.endColumn - column)
    switch field.kind {
    case .choice(let choices): choice(field, choices, isActive: isActive, in: place, within: room)
    case .names where isActive: names(field, in: place, within: room)
    case .note where isActive: note(field, in: place, within: room)
    case .text, .note, .date, .dateOrReason, .names, .year, .code:
      answer(field, isActive: isActive, in: place, within: room)
    }
    if let sentence = form.sentence(about: index) {
      line(block.endRow - 1, room) {
        $0.canvas.write(
          sentence, row: block.endRow - 1, column: column, width: place.columns,
          style: $0.style(.error))
      }
    }
  }

  /// Draws where the row is in sight.
  private mutating func line(_ row: Int, _ room: Rect, _ body: (inout Drawing) -> Void) {
    if row >= room.row, row < room.endRow { body(&self) }
  }

  private mutating func choice(
    _ field: FormField, _ choices: [Words], isActive: Bool, in place: Rect, within room: Rect
  ) {
    let shown = isActive ? Array(choices.indices) : [field.selected]
    for (offset, index) in shown.enumerated() {
      let row = place.row + offset
      let isChosen = index == field.selected
      let text =
        isActive
        ? "\(index + 1) \(isChosen ? "●" : "○") " + say(choices[index]) : say(choices[index])
      line(row, room) {
        $0.canvas.write(
          text, row: row, column: place.column, width: place.columns,
          style: !isActive ? $0.style(.text) : isChosen ? $0.style(.strong) : $0.style(.dim))
      }
    }
  }

  /// Text of several lines while it is typed.
  private mutating func note(_ field: FormField, in place: Rect, within room: Rect) {
    let lines = field.input.lines(width: place.columns)
    let height = field.shownLines(width: place.columns)
    let cursorAt = field.input.place(in: lines)
    for offset in 0..<height {
      let row = place.row + offset
      let index = field.window.top + offset
      let text = index < lines.count ? String(field.input.characters[lines[index]]) : ""
      line(row, room) { drawing in
        let ground = drawing.style(.text).underlined
        drawing.canvas.write(
          TextWidth.pad(text, to: place.columns), row: row, column: place.column,
          width: place.columns, style: ground)
        if index == cursorAt.line {
          let column = min(cursorAt.column, place.columns - 1)
          drawing.cursor = Point(row: row, column: place.column + column)
        }
      }
    }
  }

  /// Names while they are picked: those chosen, what is typed, what fits it.
  private mutating func names(_ field: FormField, in place: Rect, within room: Rect) {
    var row = place.row
    for chip in field.chips(width: place.columns) {
      line(row, room) {
        $0.canvas.write(
          chip, row: row, column: place.column, width: place.columns, style: $0.style(.strong))
      }
      row += 1
    }
    line(row, room) {
      $0.editor(
        field.picker.field, row: row, column: place.column, width: place.columns,
        style: $0.style(.text).underlined)
    }
    let picker = field.picker
    if picker.suggestions.isEmpty {
      let hint = field.hintOfNames
      line(row + 1, room) {
        $0.canvas.write(
          $0.say(hint), row: row + 1, column: place.column, width: place.columns,
          style: $0.style(.dim))
      }
    }
    for (index, choice) in picker.suggestions.enumerated() {
      let isMarked = index == picker.cursor && picker.marksSuggestion
      line(row + 1 + index, room) {
        $0.canvas.write(
          (isMarked ? "▌ " : "  ") + choice.name, row: row + 1 + index, column: place.column,
          width: place.columns, style: isMarked ? $0.style(.strong) : $0.style(.dim))
      }
    }
  }

  private mutating func answer(
    _ field: FormField, isActive: Bool, in place: Rect, within room: Rect
  ) {
    guard isActive else {
      // A day that is left out is today.
      let empty = field.question == .on ? say(Words("hôm nay", "today")) : "—"
      let text = field.shownText.map {
        $0.split(whereSeparator: \.isNewline).joined(separator: " ¶ ")
      }
      return line(place.row, room) {
        $0.canvas.write(
          text ?? empty, row: place.row, column: place.column, width: place.columns,
          style: text == nil ? $0.style(.dim) : $0.style(.text))
      }
    }
    line(place.row, room) {
      $0.editor(
        field.input, row: place.row, column: place.column, width: place.columns,
        style: $0.style(.text).underlined)
    }
    guard field.kind == .date || field.kind == .dateOrReason else { return }
    let echo = dateEcho(field, isReasonTaken: field.kind == .dateOrReason)
    line(place.row + 1, room) {
      $0.canvas.write(
        echo.text, row: place.row + 1, column: place.column, width: place.columns,
        style: $0.style(echo.isCertain ? .dim : .soon))
    }
  }

  /// The full date and its weekday, before Enter; and whether nothing about it is open.
  private func dateEcho(
    _ field: FormField, isReasonTaken: Bool
  ) -> (text: String, isCertain: Bool) {
    if field.input.isEmpty && field.question == .on {
      return ("= " + DateFormat.dayWithWeekday(state.today.civil, state.language), true)
    }
    if field.input.isEmpty {
      let examples = Words(
        "15/3, mai, thứ 6, +10, cuối quý, không", "15/3, tomorrow, fri, +10, end of quarter, none")
      return (say(examples), true)
    }
    if let typed = TypedOffset(field.input.text) { return state.echo(of: typed) }
    guard let reading = field.reading(today: state.today, state.calendar) else {
      let words = Words("= lý do chưa có hạn", "= the reason for none")
      return (isReasonTaken ? say(words) : "…", true)
    }
    let day =
      reading.value.lastDay.map { DateFormat.dayWithWeekday($0, state.language) }
      ?? say(Words("không có hạn", "no date"))
    let unknown = reading.yearsWithoutHolidays
    return (
      "= " + day + (unknown.isEmpty ? "" : say(CommandWords.holidaysMissing(unknown))),
      unknown.isEmpty
    )
  }
}

extension FormLayer {
  /// What answers the question the person is at, and goes on.
  fileprivate var onwardKeys: [FieldKey] {
    switch fields[active].kind {
    case .note where makesLines: [LinesKey.newLine.row, FormKey.go.row]
    case .names: [PickerKey.choose.row, PickerKey.take.row]
    case .text, .note, .date, .dateOrReason, .year, .code, .choice:
      [active == fields.count - 1 ? FormKey.finish.row : FormKey.next.row]
    }
  }
}

extension FormField {
  /// What stands under names where none is suggested.
  fileprivate var hintOfNames: Words {
    let isOfRecords = kind == .names(.records)
    guard picker.isOpen else {
      return isOfRecords
        ? Words("gõ mã hoặc một phần nội dung", "a code, or a part of the title")
        : Words(
          "gõ một phần tên, chữ tắt; Ctrl-N xem tất cả", "a part of the name; Ctrl-N shows all")
    }
    if picker.takesFreeText {
      return FieldKey.foot([
        PickerKey.take.row.saying(Words("lấy đúng chữ này", "takes these words"))
      ])
    }
    return isOfRecords
      ? Words("không có mục nào như vậy", "there is no such record")
      : Words("không có tên nào như vậy", "there is no such name")
  }

  /// The answer as it shows while another question is asked: words that nothing was picked for yet
  /// stand behind the names.
  fileprivate var shownText: String? {
    guard case .names = kind, picker.takesSeveral, picker.isOpen else { return text }
    return ([text].compactMap { $0 } + [picker.field.text]).joined(separator: ", ")
  }
}
