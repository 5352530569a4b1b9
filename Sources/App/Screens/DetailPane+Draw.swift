internal import Model
internal import Terminal
internal import Vietnamese

extension Drawing {
  mutating func detailPane() {
    let rect = layout.detail
    guard let followUp = state.detail.followUp else { return emptyDetail(rect) }
    detailHeading(followUp, rect)
    let inner = rect.inset(columns: 1)
    let titleLines = TextWidth.wrap(followUp.title.prefix(1000), to: max(8, inner.columns)).prefix(
      3)
    var row = rect.row + 1
    for line in titleLines where row < rect.endRow {
      canvas.write(
        line, row: row, column: inner.column, width: inner.columns, style: style(.strong))
      row += 1
    }
    if state.language == .en, let english = followUp.titleEn, row < rect.endRow {
      canvas.write(
        english, row: row, column: inner.column, width: inner.columns, style: style(.dim))
      row += 1
    }
    row += 1
    let room = max(0, rect.endRow - row)
    let lines = DetailText(state).lines(width: inner.columns)
    let top = max(0, min(state.detail.scroll, lines.count - room))
    for (index, line) in lines.dropFirst(top).prefix(room).enumerated() {
      var column = inner.column
      for span in line {
        column += canvas.write(
          span.text, row: row + index, column: column,
          width: max(0, inner.endColumn - column), style: span.style)
        if span.text.hasSuffix(" ") {
          column = inner.column + TextWidth.columns(of: span.text)
        }
      }
    }
    if lines.count > top + room && room > 0 {
      canvas.write("↓", row: rect.endRow - 1, column: rect.endColumn - 2, style: style(.dim))
    }
  }

  private mutating func emptyDetail(_ rect: Rect) {
    let text =
      state.detail.problem.map { say($0.words(on: state.surface)) }
      ?? (state.list.arrangement.rows.isEmpty ? "" : "…")
    let lines = TextWidth.wrap(text, to: max(8, rect.columns - 4))
    for (index, line) in lines.enumerated() where index + 1 < rect.rows {
      canvas.write(
        line, row: rect.row + 1 + index, column: rect.column + 2,
        style: style(state.detail.problem == nil ? .dim : .error))
    }
  }

  /// The code and kind on the left, the tabs on the right; narrow panes leave out what they must.
  private mutating func detailHeading(_ followUp: FollowUp, _ rect: Rect) {
    let isActive = state.focus == .detail
    let tabs = DetailPane.Tab.allCases.map { tab in
      let name = say(tab.words) + count(of: tab, followUp)
      return tab == state.detail.tab ? "[\(name)]" : " \(name) "
    }
    let tabsWidth = tabs.map { TextWidth.columns(of: $0) + 1 }.reduce(0, +)
    var column = rect.column + 1
    column += canvas.write(
      followUp.code, row: rect.row, column: column,
      style: isActive ? style(.heading) : style(.accent))
    let kind = "  " + say(followUp.kind.words) + " · " + say(followUp.direction.words)
    let room = rect.endColumn - column - tabsWidth - 1
    if room >= 12 {
      canvas.write(kind, row: rect.row, column: column, width: room, style: style(.dim))
    }
    column = max(column + 1, rect.endColumn - tabsWidth)
    for (index, tab) in tabs.enumerated() {
      let isOpen = DetailPane.Tab.allCases[index] == state.detail.tab
      column += canvas.write(
        tab, row: rect.row, column: column, width: max(0, rect.endColumn - column),
        style: isOpen ? (isActive ? style(.heading) : style(.accent)) : style(.dim))
      column += 1
    }
  }

  /// How much there is behind a tab, such as " 6"; nothing where it cannot be counted.
  private func count(of tab: DetailPane.Tab, _ followUp: FollowUp) -> String {
    switch tab {
    case .summary, .programme: ""
    case .history: " \(state.detail.record?.changes.count ?? 0)"
    case .papers:
      " \(followUp.sources.count + followUp.evidence.count + followUp.documents.count)"
    }
  }
}
