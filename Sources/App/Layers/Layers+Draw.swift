internal import Model
internal import Terminal
internal import Vietnamese

extension Drawing {
  /// An empty framed box in the middle, with its title; gives the room inside.
  mutating func box(_ title: String, rows: Int, columns: Int) -> Rect {
    let size = Size(
      rows: min(rows + 3, canvas.rows - 2), columns: min(columns + 4, canvas.columns - 2))
    let rect = Rect(canvas.size).centred(size)
    canvas.fill(rect)
    canvas.frame(rect, style: style(.hairline))
    canvas.write(
      " " + title + " ", row: rect.row, column: rect.column + 2,
      width: min(TextWidth.columns(of: title) + 2, rect.columns - 4), style: style(.heading))
    return rect.inset(rows: 1, columns: 2)
  }

  mutating func foot(_ text: String, in inner: Rect) {
    canvas.write(
      text, row: inner.endRow - 1, column: inner.column, width: inner.columns, style: style(.dim))
  }

  mutating func bar(row: Int, in inner: Rect) {
    let line = Rect(row: row, column: inner.column - 1, rows: 1, columns: inner.columns + 2)
    selectedGround(line)
    canvas.write(
      "▌", row: row, column: inner.column - 1,
      style: style(.accent).on(state.theme.selectedGround ?? .default))
  }

  // MARK: - Menu

  mutating func menu(_ menu: MenuLayer) {
    let labels = menu.items.map { say($0.label) }
    let widest = labels.map { TextWidth.columns(of: $0) }.max() ?? 0
    let remarks = menu.items.map { TextWidth.columns(of: $0.remark) }.max() ?? 0
    let inner = box(
      say(menu.title), rows: menu.items.count + 1,
      columns: max(44, min(canvas.columns - 8, widest + remarks + 10)))
    let top = max(0, menu.cursor - max(0, inner.rows - 2))
    for (index, item) in menu.items.enumerated() where (0..<inner.rows - 1).contains(index - top) {
      let row = inner.row + index - top
      let key = index < MenuLayer.keys.count ? String(MenuLayer.keys[index]) : " "
      canvas.write(key, row: row, column: inner.column + 1, style: style(.accent).bold)
      var column = inner.column + 4
      if let glyph = item.glyph {
        canvas.write(String(glyph), row: row, column: column, style: glyphStyle(item.choice))
        column += 2
      }
      canvas.write(
        labels[index], row: row, column: column, width: widest + 1,
        style: item.isCurrent ? style(.strong) : style(.text))
      column += widest + 2
      let remark = item.isCurrent && item.remark.isEmpty ? "•" : item.remark
      canvas.write(
        remark, row: row, column: column, width: max(0, inner.endColumn - column),
        style: style(.dim))
      if index == menu.cursor { bar(row: row, in: inner) }
    }
    foot(keyFoot(MenuKey.foot), in: inner)
  }

  private func glyphStyle(_ choice: MenuLayer.Choice) -> Style {
    switch choice {
    case .status(let status): state.theme.style(status)
    case .sorting, .grouping, .act, .actOnMany, .nothing, .visit, .duplicate, .programme,
      .review, .closeReview, .restoreVersion:
      style(.dim)
    }
  }

  // MARK: - Help

  mutating func help(_ help: HelpLayer) {
    let rows = HelpLayer.rows(in: canvas.size)
    let inner = box(
      say(Words("Trợ giúp", "Help")), rows: rows + 2, columns: min(76, canvas.columns - 6))
    canvas.write("/", row: inner.row, column: inner.column, style: style(.accent))
    editor(help.field, row: inner.row, column: inner.column + 2, width: inner.columns - 2)
    if help.field.isEmpty {
      canvas.write(
        say(Words("gõ để tìm một việc", "type to find something")), row: inner.row,
        column: inner.column + 2, width: inner.columns - 2, style: style(.dim))
    }
    let lines = help.lines(keymap: state.keymap)
    let choices = lines.indices.filter { lines[$0].isChosen }
    let chosen = choices.indices.contains(help.cursor) ? choices[help.cursor] : nil
    let shown = help.window.lines(of: lines.count, height: inner.rows - 2)
    for line in shown {
      let row = inner.row + 1 + line - shown.lowerBound
      helpLine(lines[line], row: row, in: inner)
      if line == chosen { bar(row: row, in: inner) }
    }
    foot(helpFoot(chosen.map { lines[$0] }), in: inner)
  }

  /// What is heard only in its place cannot be done from here.
  private func helpFoot(_ chosen: HelpLine?) -> String {
    guard case .key? = chosen else { return typingFoot(HelpKey.foot) }
    let place = Words("Phím này bấm ở nơi ấy   ", "This key is pressed there   ")
    return say(place) + typingFoot([HelpKey.close.row])
  }

  private mutating func helpLine(_ line: HelpLine, row: Int, in inner: Rect) {
    switch line {
    case .section(let words):
      canvas.write(
        say(words), row: row, column: inner.column, width: inner.columns, style: style(.accent))
    case .command(let command):
      let keys = state.keymap.keyNames(for: command)
      let shown =
        [.goToView, .giveToUnit, .takeSide].contains(command)
        ? KeyGlyphs.name(command, state.keymap) : keys.joined(separator: "  ")
      helpKey(shown, command.summary, row: row, in: inner)
    case .key(let key, _): helpKey(key.helpKeys, key.summary, row: row, in: inner)
    }
  }

  private mutating func helpKey(_ keys: String, _ summary: Words, row: Int, in inner: Rect) {
    canvas.write(keys, row: row, column: inner.column + 2, width: 22, style: style(.strong))
    canvas.write(
      say(summary), row: row, column: inner.column + 25, width: max(0, inner.columns - 25),
      style: style(.text))
  }
}
