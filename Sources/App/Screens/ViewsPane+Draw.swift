internal import Model
internal import Terminal

extension Drawing {
  mutating func viewsPane() {
    let rect = layout.views
    let isActive = state.focus == .views
    canvas.write(
      say(Words("CHẾ ĐỘ XEM", "VIEWS")), row: rect.row, column: rect.column + 1,
      width: rect.columns - 1, style: isActive ? style(.heading) : style(.dim))
    let lines = state.views.lines
    for line in state.views.window.lines(of: lines.count, height: rect.rows - 1) {
      guard case .view(let choice) = lines[line] else { continue }
      let row = rect.row + 1 + line - state.views.window.top
      draw(choice, row: row, in: rect, isActive: isActive)
    }
  }

  private mutating func draw(_ choice: ViewChoice, row: Int, in rect: Rect, isActive: Bool) {
    let isSelected = state.views.selected == choice
    let count = count(choice)
    let number = count.map { state.isLoading && $0 == 0 ? "" : String($0) } ?? "…"
    let isFaulty = fault(choice) != nil
    let text = isSelected ? style(.strong) : count == 0 ? style(.dim) : style(.text)
    if let fold = fold(choice) {
      canvas.write(String(fold), row: row, column: rect.column + 1, style: style(.dim))
    }
    let nameWidth = min(40, rect.columns - 8)
    let indent = if case .group = choice { 2 } else { 0 }
    canvas.write(
      ViewName(state).text(choice), row: row, column: rect.column + 2 + indent,
      width: nameWidth - indent, style: text)
    canvas.write(
      isFaulty ? "!" : number, row: row, column: rect.column + nameWidth + 2, width: 5,
      style: isFaulty ? style(.error) : countStyle(choice, count ?? 0), alignment: .trailing)
    guard isSelected else { return }
    if isActive {
      selectedGround(Rect(row: row, column: rect.column, rows: 1, columns: rect.columns))
    }
    canvas.write(
      "▌", row: row, column: rect.column, style: isActive ? style(.accent) : style(.dim))
  }

  private func count(_ choice: ViewChoice) -> Int? {
    switch choice {
    case .standard(let view): state.isLoading ? 0 : state.views.tally.count(view)
    case .group(let view, let id): state.views.groups[view]?.first { $0.id == id }?.count
    case .saved(let id):
      state.views.saved.firstIndex { $0.id == id }.flatMap(state.views.counts.count)
    }
  }

  private func fault(_ choice: ViewChoice) -> QueryError? {
    if case .saved(let id) = choice { state.views.savedView(id)?.fault } else { nil }
  }

  /// Whether the view's groups show; nil where it has none.
  private func fold(_ choice: ViewChoice) -> Character? {
    guard case .standard(let view) = choice, view.unfolds, state.focus == .views else { return nil }
    return state.views.groups[view] == nil ? "▸" : "▾"
  }

  private func countStyle(_ choice: ViewChoice, _ count: Int) -> Style {
    guard count > 0, case .standard(let view) = choice else { return style(.dim) }
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

/// What a view is called on the screen.
struct ViewName {
  private let state: AppState

  init(_ state: AppState) { self.state = state }

  func text(_ choice: ViewChoice) -> String {
    switch choice {
    case .standard(let view): view.words(state.language)
    case .group(let view, let id): GroupName(state).text(id, by: view.grouping)
    case .saved(let id): id.name
    }
  }
}
