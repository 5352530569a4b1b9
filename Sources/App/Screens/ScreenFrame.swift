internal import Terminal

/// What full-screen views have in common: a heading line with its hairline, and a line of keys.
struct ScreenFrame {
  var title: Words
  /// Right of the title.
  var remark = ""
  /// At the right end of the heading line.
  var figures = ""
  /// The keys named in the last line, the most important first.
  var hints: [Command]
}

extension Drawing {
  /// Draws the frame into the body of the window, which is empty; gives the room inside.
  mutating func frame(_ frame: ScreenFrame) -> Rect {
    let (heading, rest) = layout.body.splitTop(1)
    var column = heading.column + 2
    column +=
      canvas.write(
        say(frame.title).uppercased(), row: heading.row, column: column, style: style(.heading)) + 2
    let end = heading.endColumn - TextWidth.columns(of: frame.figures) - 1
    canvas.write(
      frame.remark, row: heading.row, column: column, width: max(0, end - column - 2),
      style: style(.text))
    canvas.write(frame.figures, row: heading.row, column: end, style: style(.accent))
    hairline(row: rest.row)
    bottomLine(frame.hints)
    return rest.rows(from: 1)
  }

  /// How far a queue has come: `2 / 5 ▰▰▰▰▱▱▱▱▱▱▱▱`.
  func progress(_ done: Int, of all: Int) -> String {
    let width = 12
    let filled = all == 0 ? 0 : done * width / all
    return "\(done) / \(all) " + String(repeating: "▰", count: filled)
      + String(repeating: "▱", count: width - filled)
  }
}
