internal import CNcurses

/// What the terminal shows, and the telling of what changes.
///
/// ncurses opens the terminal, gives it back and knows how it is spoken to; what is sent is the difference of
/// two canvases, which ncurses would only find out once more.
struct ShownScreen {
  private var shown: Canvas?
  private var pen: Pen
  private let wrapsAtTheEnd: Bool

  /// As many cells that show the right thing already are sent again: moving over them takes as long.
  private static let fewCells = 4

  /// More blanks than these at the end of a row, or within it, are sent as one.
  private static let (manyAtTheEnd, manyWithin) = (3, 11)

  init(depth: ColourDepth, isUnicode: Bool) {
    pen = Pen(depth: depth, isUnicode: isUnicode)
    wrapsAtTheEnd = cnc_wraps_at_the_end()
  }

  /// Nothing that was shown is certain any more.
  mutating func forget() { shown = nil }

  mutating func present(_ canvas: Canvas, cursor: Point?) {
    if shown == nil || shown?.size != canvas.size {
      cnc_clear()
      shown = Canvas(canvas.size)
      pen.begin(knowsPlace: false)
    } else {
      pen.begin(knowsPlace: true)
    }
    var erased: Int?
    for run in canvas.changes(since: shown) where run.row != erased {
      goOver(to: run, of: canvas)
      if draw(run, of: canvas) { erased = run.row }
    }
    shown = canvas
    pen.take(.plain)
    if let cursor, canvas.bounds.contains(cursor) { pen.move(to: cursor.row, cursor.column) }
    cnc_send(pen.bytes, pen.bytes.count)
    cnc_show_cursor(cursor.map(canvas.bounds.contains) ?? false)
  }

  /// Sends a run; true where that has taken care of the rest of the row as well.
  private mutating func draw(_ run: Canvas.Run, of canvas: Canvas) -> Bool {
    let end = (run.row + 1) * canvas.columns
    var index = run.cells.startIndex
    while index < run.cells.endIndex {
      let cell = run.cells[index]
      let column = run.column + index - run.cells.startIndex
      if canvas.isBlank(cell) {
        let blanks = canvas.cells[index..<end].prefix {
          canvas.isBlank($0) && $0.style.background == cell.style.background
        }
        pen.move(to: run.row, column)
        if blanks.endIndex == end, eraseRow(blanks.count, like: cell) { return true }
        let count = min(blanks.endIndex, run.cells.endIndex) - index
        drawBlanks(count, like: cell)
        index += count
        continue
      }
      // What follows the last place of all would scroll the screen of such a terminal.
      let isLast = run.row == canvas.rows - 1 && column + Int(cell.columns) >= canvas.columns
      if cell.columns > 0, !(isLast && wrapsAtTheEnd) {
        pen.move(to: run.row, column)
        pen.take(cell.style)
        pen.put(cell, of: canvas)
      }
      index += 1
    }
    return false
  }

  /// Sends the few cells before `run` again, if the style in force is theirs.
  private mutating func goOver(to run: Canvas.Run, of canvas: Canvas) {
    guard let place = pen.place, place.row == run.row, place.column < run.column,
      run.column - place.column <= ShownScreen.fewCells
    else { return }
    let base = run.row * canvas.columns
    let cells = canvas.cells[base + place.column..<base + run.column]
    let isInStyle = cells.allSatisfy { cell in
      cell.columns == 1 && (cell.style == pen.style || canvas.isBlank(cell) && pen.suits(cell))
    }
    if isInStyle { for cell in cells { pen.put(cell, of: canvas) } }
  }

  /// Blanks show only their ground, and each change of style costs bytes: they go on in the style before
  /// them where that has the same ground. Many on the terminal's own ground are sent as one.
  private mutating func drawBlanks(_ count: Int, like cell: Canvas.Cell) {
    if !pen.suits(cell) { pen.take(.plain.on(cell.style.background)) }
    let isMany = count > ShownScreen.manyWithin && cell.style.background == .default
    if !isMany || !pen.erase(count) { pen.putSpaces(count) }
  }

  /// The same for `count` blanks up to the end of the row; false where they are to be drawn one by one.
  private mutating func eraseRow(_ count: Int, like cell: Canvas.Cell) -> Bool {
    guard cell.style.background == .default, count > ShownScreen.manyAtTheEnd || wrapsAtTheEnd
    else {
      return false
    }
    if !pen.suits(cell) { pen.take(.plain) }
    return pen.eraseRight()
  }
}
