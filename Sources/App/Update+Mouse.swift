internal import Terminal

extension AppState {
  /// A click chooses, a double click opens, the wheel moves what is under it.
  mutating func point(_ event: MouseEvent) -> [Effect] {
    guard layers.isEmpty else { return [] }
    let layout = Layout(self)
    guard
      let pane = Pane.allCases.first(where: { pane in
        layout.isVisible(pane, focus: focus) && layout.rect(of: pane).contains(event.point)
      })
    else { return [] }
    switch event.kind {
    case .press, .double:
      guard event.button == .left else { return [] }
      click(pane, event, layout)
      if event.kind == .double && pane == .list { focusPane(Pane.detail.rawValue) }
    case .wheelDown: wheel(pane, by: 3)
    case .wheelUp: wheel(pane, by: -3)
    case .release: break
    }
    return openSelected()
  }

  private mutating func click(_ pane: Pane, _ event: MouseEvent, _ layout: Layout) {
    focus = pane
    let line = event.row - layout.rect(of: pane).row - 1
    guard line >= 0 else { return }
    switch pane {
    case .views:
      let lines = views.lines
      let index = views.window.top + line
      if lines.indices.contains(index), case .view(let choice) = lines[index] { show(choice) }
    case .list:
      let place = list.window.top + line
      guard place < list.lineCount else { return }
      if case .row(let row) = list.content(ofLine: place) { moveCursor(to: row) }
    case .detail: break
    }
  }

  private mutating func wheel(_ pane: Pane, by step: Int) {
    switch pane {
    case .views: moveView(by: step > 0 ? 1 : -1)
    case .list: moveCursor(to: list.cursor + step)
    case .detail: scrollDetail(by: step)
    }
  }
}
