internal import Model
internal import Terminal
internal import Vietnamese

extension Drawing {
  private struct EntryRow {
    var text: String
    var style: Style
  }

  /// The quick-add line at the bottom, with what it is understood to mean above it.
  mutating func entry() {
    let rows = entryRows()
    let height = rows.count + 3
    let top = max(1, canvas.rows - height)
    let rect = Rect(row: top, column: 0, rows: canvas.rows - top, columns: canvas.columns)
    canvas.fill(rect)
    canvas.horizontalLine(row: top, column: 0, width: canvas.columns, style: style(.hairline))
    let title = " " + say(Words("Thêm nhanh", "Quick add")) + " "
    canvas.write(title, row: top, column: 2, style: style(.heading))
    for (index, row) in rows.enumerated() where top + 1 + index < canvas.rows - 2 {
      canvas.write(
        row.text, row: top + 1 + index, column: 3, width: canvas.columns - 4, style: row.style)
    }
    let line = canvas.rows - 2
    canvas.write("›", row: line, column: 1, style: style(.accent).bold)
    editor(state.entry.field, row: line, column: 3, width: canvas.columns - 5)
    markErrors(row: line)
    if state.entry.field.isEmpty {
      canvas.write(
        say(
          Words(
            "Nội dung tinh:… #lĩnh-vực /loại @chủ-trì han:… +nhãn",
            "Title province:… #category /kind @lead due:… +tag")), row: line, column: 3,
        width: canvas.columns - 5, style: style(.dim))
    }
    entryFoot(row: canvas.rows - 1)
  }

  private mutating func entryFoot(row: Int) {
    if let notice = state.notice {
      let style = notice.tone == .bad ? self.style(.error) : self.style(.done)
      canvas.write(notice.text, row: row, column: 1, width: canvas.columns - 2, style: style)
      return
    }
    let keys: [EntryKey] =
      [.add, .complete, .earlier, .close] + (state.entry.keepsSomething ? [.forget] : [])
    canvas.write(
      typingFoot(keys.map(\.row)), row: row, column: 1, width: canvas.columns - 2,
      style: style(.dim))
  }

  /// The words that are wrong, where they stand, as long as the line is not scrolled.
  private mutating func markErrors(row: Int) {
    let characters = state.entry.field.characters
    guard let reading = state.entry.reading,
      TextWidth.columns(of: state.entry.field.beforeCursor) < canvas.columns - 5
    else { return }
    for error in reading.errors where error.range.lowerBound < characters.count {
      let start = TextWidth.columns(of: String(characters[..<error.range.lowerBound]))
      let end = min(error.range.upperBound, characters.count)
      let width = TextWidth.columns(of: String(characters[error.range.lowerBound..<end]))
      let shown = min(width, canvas.columns - 5 - start)
      guard shown > 0 else { continue }
      let error = style(.error)
      canvas.restyle(Rect(row: row, column: 3 + start, rows: 1, columns: shown)) { style in
        style.foreground = error.foreground
        style.isUnderlined = true
      }
    }
  }

  // MARK: - Above the line

  private func entryRows() -> [EntryRow] {
    let width = canvas.columns - 4
    var rows = state.entry.added.suffix(4).map { added in
      EntryRow(text: "✓ \(added.code)  \(added.title)", style: style(.done))
    }
    guard let reading = state.entry.reading else { return rows }
    let register = state.register
    let echo = QuickAddEcho(register.registry, language: state.language, on: state.today) {
      register.code(ofKey: $0)
    }
    let isEmpty = state.entry.isBlank
    rows += echoRows(echo.parts(reading), isEmpty: isEmpty, width)
    guard !isEmpty else { return rows }
    // What is still being typed is not wrong yet; the completions say what it may be.
    let end = state.entry.field.cursor
    let errors = echo.errors(reading).filter {
      state.entry.hasTried || state.entry.completion == nil || !$0.range.contains(end - 1)
    }
    for error in errors.prefix(2) {
      rows += TextWidth.wrap("! " + error.text, to: width).prefix(2).map {
        EntryRow(text: $0, style: style(.error))
      }
    }
    if let missing = echo.missing(reading) {
      rows += TextWidth.wrap(missing, to: width).prefix(2).map {
        EntryRow(text: $0, style: style(state.entry.hasTried ? .error : .soon))
      }
    }
    if !reading.yearsWithoutHolidays.isEmpty {
      let text = CommandWords.holidaysUnknown(reading.yearsWithoutHolidays.sorted())(state.language)
      rows.append(EntryRow(text: text, style: style(.soon)))
    }
    return rows + completionRows(width)
  }

  /// What was typed, then what is kept, then what is usual.
  private func echoRows(
    _ parts: [QuickAddEcho.Part], isEmpty: Bool, _ width: Int
  ) -> [EntryRow] {
    func line(_ origins: Set<QuickAddFact.Origin>) -> String {
      parts.filter { origins.contains($0.origin) }.map { "\($0.label): \($0.text)" }
        .joined(separator: " · ")
    }
    var rows: [EntryRow] = []
    let typed = line([.typed])
    if !typed.isEmpty && !isEmpty {
      rows += TextWidth.wrap("= " + typed, to: width).prefix(3).map {
        EntryRow(text: $0, style: style(.text))
      }
    }
    let kept = line([.kept, .session])
    let keptLabel = say(Words("Giữ: ", "Kept: "))
    let usual = isEmpty ? "" : line([.usual])
    let rest = [kept.isEmpty ? "" : keptLabel + kept, usual].filter { !$0.isEmpty }
      .joined(separator: "   ")
    if !rest.isEmpty {
      rows += TextWidth.wrap(rest, to: width).prefix(2).map {
        EntryRow(text: $0, style: style(.dim))
      }
    }
    return rows
  }

  private func completionRows(_ width: Int) -> [EntryRow] {
    guard let completion = state.entry.completion else { return [] }
    let options = completion.options.enumerated().map { index, option in
      let text =
        option.label.isEmpty || option.label == option.text
        ? option.text : "\(option.text) \(option.label)"
      return index == completion.chosen ? "[\(text)]" : text
    }
    return TextWidth.wrap("Tab: " + options.joined(separator: "  ·  "), to: width).prefix(2).map {
      EntryRow(text: $0, style: style(.accent))
    }
  }
}
