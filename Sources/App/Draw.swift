internal import Model
package import Terminal
internal import Vietnamese

/// What is shown: the picture, and where the cursor blinks, if anywhere.
package struct Picture: Equatable, Sendable {
  package var canvas: Canvas
  package var cursor: Point?
}

/// Draws the state: panes, then layers over them. Reads only.
package func draw(_ state: AppState) -> Picture {
  var drawing = Drawing(state)
  drawing.all()
  return Picture(canvas: drawing.canvas, cursor: drawing.cursor)
}

/// The brush: a canvas, and the state it is a picture of.
struct Drawing {
  let state: AppState
  let layout: Layout
  var canvas: Canvas
  var cursor: Point?

  init(_ state: AppState) {
    self.state = state
    layout = Layout(state)
    canvas = Canvas(state.size)
  }

  func style(_ role: Role) -> Style { state.theme.style(role) }
  func say(_ words: Words) -> String { words(state.language) }

  mutating func all() {
    guard layout.shape != .tooSmall else { return askForRoom() }
    statusLine()
    banner()
    hairline(row: layout.body.row - 1)
    hairline(row: layout.hints.row - 1)
    // A screen covers all below it, so drawing starts at the last one.
    if let bottom = state.layers.lastIndex(where: \.isScreen) {
      for layer in state.layers[bottom...] { draw(layer) }
    } else {
      panes()
      for layer in state.layers { draw(layer) }
    }
  }

  private mutating func panes() {
    for pane in Pane.allCases where layout.isVisible(pane, focus: state.focus) { draw(pane) }
    partings()
    bottomLine(hints)
  }

  private mutating func draw(_ pane: Pane) {
    switch pane {
    case .views: viewsPane()
    case .list: listPane()
    case .detail: detailPane()
    }
  }

  private mutating func draw(_ layer: Layer) {
    switch layer {
    case .screen(let screen): self.screen(screen)
    case .help(let help): self.help(help)
    case .menu(let menu): self.menu(menu)
    case .draft(let draft): self.draft(draft)
    case .form(let form): self.form(form)
    case .modify(let modify): self.modify(modify)
    case .sheet(let sheet): self.sheet(sheet)
    case .entry: entry()
    case .minutes(let minutes): self.minutes(minutes)
    case .preview(let preview): self.preview(preview)
    case .palette(let palette): self.palette(palette)
    case .savedViews(let layer): savedViews(layer)
    }
  }

  /// Below the smallest size there is one sentence, and nothing is lost.
  private mutating func askForRoom() {
    let (rows, columns) = (Layout.smallest.rows, Layout.smallest.columns)
    let text = say(
      Words(
        "Cửa sổ quá nhỏ: cần ít nhất \(columns) cột × \(rows) dòng.",
        "This window is too small: \(columns) columns × \(rows) rows are needed."))
    for (row, line) in TextWidth.wrap(text, to: max(1, canvas.columns)).enumerated() {
      canvas.write(line, row: row, column: 0, style: style(.text))
    }
  }

  // MARK: - Hairlines

  mutating func hairline(row: Int) {
    canvas.horizontalLine(row: row, column: 0, width: canvas.columns, style: style(.hairline))
  }

  /// One hairline between panes, joined where two meet.
  private mutating func partings() {
    let body = layout.body
    switch layout.shape {
    case .tooSmall, .onePane: break
    case .viewsAndStack:
      let column = Layout.viewsWidth
      canvas.verticalLine(row: body.row, column: column, height: body.rows, style: style(.hairline))
      let row = layout.detail.row - 1
      canvas.horizontalLine(
        row: row, column: column, width: canvas.columns - column, style: style(.hairline))
      join(row, column, "├")
      joinEnds(column)
    case .threeColumns:
      for column in [Layout.viewsWidth, layout.detail.column - 1] {
        canvas.verticalLine(
          row: body.row, column: column, height: body.rows, style: style(.hairline))
        joinEnds(column)
      }
    }
  }

  private mutating func joinEnds(_ column: Int) {
    join(layout.body.row - 1, column, "┬")
    join(layout.hints.row - 1, column, "┴")
  }

  private mutating func join(_ row: Int, _ column: Int, _ glyph: Unicode.Scalar) {
    canvas.horizontalLine(row: row, column: column, width: 1, style: style(.hairline), with: glyph)
  }
}
