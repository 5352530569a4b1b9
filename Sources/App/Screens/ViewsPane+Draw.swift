internal import Model
internal import Terminal

extension Drawing {
  mutating func viewsPane() {
    let rect = layout.views
    let isActive = state.focus == .views
    canvas.write(
      say(Words("CHẾ ĐỘ XEM", "VIEWS")), row: rect.row, column: rect.column + 1,
      width: rect.columns - 1, style: isActive ? style(.heading) : style(.dim))
    for (line, view) in ViewsPane.lines.enumerated() where line + 1 < rect.rows {
      guard let view else { continue }
      draw(view, row: rect.row + 1 + line, in: rect, isActive: isActive)
    }
  }

  private mutating func draw(_ view: StandardView, row: Int, in rect: Rect, isActive: Bool) {
    let isSelected = state.views.selected == view
    let count = state.views.tally.count(view)
    let number = state.isLoading && count == 0 ? "" : String(count)
    let text = isSelected ? style(.strong) : count == 0 ? style(.dim) : style(.text)
    canvas.write(say(view.words), row: row, column: rect.column + 2, width: 16, style: text)
    canvas.write(
      number, row: row, column: rect.column + 18, width: min(5, rect.columns - 18),
      style: countStyle(view, count), alignment: .trailing)
    guard isSelected else { return }
    if isActive {
      selectedGround(Rect(row: row, column: rect.column, rows: 1, columns: rect.columns))
    }
    canvas.write(
      "▌", row: row, column: rect.column, style: isActive ? style(.accent) : style(.dim))
  }

  private func countStyle(_ view: StandardView, _ count: Int) -> Style {
    guard count > 0 else { return style(.dim) }
    switch view {
    case .overdue, .toChase: return style(.overdue)
    case .dueSoon: return style(.soon)
    case .awaiting: return style(.waiting)
    case .inbox, .open, .ours, .theirs, .byUnit, .byCounterpart, .programmes, .dossiers,
      .calendar, .closed, .all:
      return style(.dim)
    }
  }

  mutating func selectedGround(_ rect: Rect) {
    guard let ground = state.theme.selectedGround else { return }
    canvas.restyle(rect, background: ground)
  }
}
