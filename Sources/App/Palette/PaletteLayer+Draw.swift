internal import Model
internal import Terminal

extension Drawing {
  mutating func palette(_ palette: PaletteLayer) {
    let rows = min(PaletteLayer.mostRows, canvas.rows - 8)
    let inner = box(
      say(Words("Lệnh", "Command")), rows: rows + 3, columns: min(84, canvas.columns - 6))
    canvas.write(":", row: inner.row, column: inner.column, style: style(.accent))
    editor(palette.field, row: inner.row, column: inner.column + 2, width: inner.columns - 2)
    if palette.field.isEmpty {
      canvas.write(
        say(Words("gõ tên việc, lệnh hoặc mã mục", "type what to do, a command or a code")),
        row: inner.row, column: inner.column + 2, width: inner.columns - 2, style: style(.dim))
    }
    var window = Window()
    window.follow(palette.cursor, of: palette.candidates.count, height: rows)
    for (offset, index) in window.lines(of: palette.candidates.count, height: rows).enumerated() {
      candidate(
        palette.candidates[index], isChosen: index == palette.cursor, row: inner.row + 2 + offset,
        in: inner)
    }
    remark(on: palette, row: inner.row + 1, in: inner)
    foot(typingFoot(PaletteKey.foot), in: inner)
  }

  /// Under the line: a mark at the wrong word and what is wrong, or what the line comes to.
  private mutating func remark(on palette: PaletteLayer, row: Int, in inner: Rect) {
    guard let fault = palette.fault else {
      if let echo = palette.echo {
        canvas.write(
          say(echo), row: row, column: inner.column + 2, width: inner.columns - 2,
          style: style(.dim))
      }
      return
    }
    let text = palette.field.text
    let before = TextWidth.columns(of: String(text.prefix(fault.range.lowerBound)))
    let sentence = say(fault.sentence)
    let column = inner.column + 2 + before
    let room = inner.endColumn - column
    canvas.write("^", row: row, column: column, width: max(0, room), style: style(.error).bold)
    let needed = TextWidth.columns(of: sentence) + 2
    // Right of the mark where it fits; else on the rows of the candidates below.
    if needed <= room {
      canvas.write(sentence, row: row, column: column + 2, style: style(.error))
    } else {
      let lines = TextWidth.wrap(sentence, to: inner.columns - 2).prefix(3)
      for (offset, line) in lines.enumerated() {
        canvas.fill(
          Rect(row: row + 1 + offset, column: inner.column, rows: 1, columns: inner.columns))
        canvas.write(
          line, row: row + 1 + offset, column: inner.column + 2, width: inner.columns - 2,
          style: style(.error))
      }
    }
  }

  private mutating func candidate(
    _ candidate: PaletteLayer.Candidate, isChosen: Bool, row: Int, in inner: Rect
  ) {
    let name = candidate.line
    let room = max(14, min(30, inner.columns / 3))
    canvas.write(
      name, row: row, column: inner.column + 2, width: room, style: style(.strong))
    let keys = TextWidth.columns(of: candidate.keys)
    canvas.write(
      say(candidate.label), row: row, column: inner.column + 3 + room,
      width: max(0, inner.columns - room - keys - 5), style: style(.dim))
    canvas.write(
      candidate.keys, row: row, column: inner.endColumn - keys, width: keys,
      style: style(.accent))
    if isChosen { bar(row: row, in: inner) }
  }
}
