internal import Model
internal import Terminal
internal import Vietnamese

extension Drawing {
  private static let labelWidth = 26

  mutating func form(_ form: FormLayer) {
    let width = min(78, canvas.columns - 8)
    let rows = form.fields.indices.map { rowCount(form, $0) }.reduce(0, +)
    let size = Size(
      rows: min(rows + 4, canvas.rows - 2), columns: min(width + 4, canvas.columns - 2))
    let rect = Rect(canvas.size).centred(size)
    canvas.fill(rect)
    canvas.frame(rect, style: style(.hairline))
    let title = " " + say(form.title) + " "
    canvas.write(
      title, row: rect.row, column: rect.column + 2,
      width: min(TextWidth.columns(of: title), rect.columns - 4), style: style(.heading))
    let inner = rect.inset(rows: 1, columns: 2)
    var row = inner.row
    for index in form.fields.indices where row < inner.endRow - 1 {
      field(form, index, row: row, in: inner)
      row += rowCount(form, index)
    }
    let keys =
      form.purpose == .past
      ? Words("⏎ xem   Esc thôi", "⏎ look   Esc cancel")
      : form.active == form.fields.count - 1
        ? Words("⏎ lưu   Esc thôi   Ctrl-T kiểu gõ", "⏎ save   Esc cancel   Ctrl-T typing")
        : Words(
          "⏎ tiếp   Ctrl-S lưu   Esc thôi   Ctrl-T kiểu gõ",
          "⏎ next   Ctrl-S save   Esc cancel   Ctrl-T typing")
    canvas.write(
      say(keys), row: inner.endRow - 1, column: inner.column, width: inner.columns,
      style: style(.dim))
  }

  /// The rows a field takes: itself, its choices or suggestions, and what is said below it.
  private func rowCount(_ form: FormLayer, _ index: Int) -> Int {
    let field = form.fields[index]
    let isActive = index == form.active
    var rows = 1
    switch field.kind {
    case .choice(let choices): rows = isActive ? choices.count : 1
    case .unit: rows += isActive ? FormLayer.suggestionRows : 0
    case .date, .dateOrReason: rows += isActive ? 1 : 0
    case .text, .year, .code: break
    }
    return rows + (form.fault?.question == field.question ? 1 : 0)
  }

  private mutating func field(_ form: FormLayer, _ index: Int, row: Int, in inner: Rect) {
    let field = form.fields[index]
    let isActive = index == form.active
    let labelWidth = min(Drawing.labelWidth, inner.columns / 3)
    canvas.write(
      say(field.label), row: row, column: inner.column, width: labelWidth,
      style: isActive ? style(.accent) : style(.dim))
    let column = inner.column + labelWidth + 2
    let room = Rect(
      row: row, column: column, rows: rowCount(form, index), columns: inner.endColumn - column)
    switch field.kind {
    case .choice(let choices): choice(field, choices, isActive: isActive, in: room)
    case .text, .date, .dateOrReason, .unit, .year, .code:
      answer(field, isActive: isActive, in: room)
    }
    if let fault = form.fault, fault.question == field.question {
      canvas.write(
        fault.sentence, row: room.endRow - 1, column: column, width: room.columns,
        style: style(.error))
    }
  }

  private mutating func choice(
    _ field: FormField, _ choices: [Words], isActive: Bool, in room: Rect
  ) {
    guard isActive else {
      canvas.write(
        say(choices[field.selected]), row: room.row, column: room.column, width: room.columns,
        style: style(.text))
      return
    }
    for (index, choice) in choices.enumerated() where index < room.rows {
      let isChosen = index == field.selected
      let text = "\(index + 1) \(isChosen ? "●" : "○") " + say(choice)
      canvas.write(
        text, row: room.row + index, column: room.column, width: room.columns,
        style: isChosen ? style(.strong) : style(.dim))
    }
  }

  private mutating func answer(_ field: FormField, isActive: Bool, in room: Rect) {
    guard isActive else {
      // A day that is left out is today.
      let empty = field.question == .on ? say(Words("hôm nay", "today")) : "—"
      canvas.write(
        field.text ?? empty, row: room.row, column: room.column, width: room.columns,
        style: field.text == nil ? style(.dim) : style(.text))
      return
    }
    editor(
      field.input, row: room.row, column: room.column, width: room.columns,
      style: style(.text).underlined)
    switch field.kind {
    case .date: dateEcho(field, isReasonTaken: false, in: room)
    case .dateOrReason: dateEcho(field, isReasonTaken: true, in: room)
    case .unit: suggestions(field, in: room)
    case .text, .year, .code, .choice: break
    }
  }

  /// The full date and its weekday, before Enter.
  private mutating func dateEcho(_ field: FormField, isReasonTaken: Bool, in room: Rect) {
    let text: String
    if field.input.isEmpty && field.question == .on {
      text = "= " + DateFormat.dayWithWeekday(state.today.civil, state.language)
    } else if field.input.isEmpty {
      text = say(
        Words(
          "15/3, mai, thứ 6, +10, cuối quý, không",
          "15/3, tomorrow, fri, +10, end of quarter, none"))
    } else if let value = field.reading(today: state.today) {
      text =
        "= "
        + (value.lastDay.map { DateFormat.dayWithWeekday($0, state.language) }
          ?? say(Words("không có hạn", "no date")))
    } else {
      text = isReasonTaken ? say(Words("= lý do chưa có hạn", "= the reason for none")) : "…"
    }
    canvas.write(
      text, row: room.row + 1, column: room.column, width: room.columns, style: style(.dim))
  }

  private mutating func suggestions(_ field: FormField, in room: Rect) {
    let found = field.suggestions(in: state.register.registry, limit: FormLayer.suggestionRows)
    for (index, entry) in found.enumerated() {
      let name = state.language == .en ? entry.nameEn ?? entry.name : entry.name
      let isChosen = index == field.selected
      canvas.write(
        (isChosen ? "▌ " : "  ") + name, row: room.row + 1 + index, column: room.column,
        width: room.columns, style: isChosen ? style(.strong) : style(.dim))
    }
  }
}
