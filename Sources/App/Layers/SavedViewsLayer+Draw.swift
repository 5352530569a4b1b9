internal import Model
internal import Terminal
internal import Vietnamese

extension Drawing {
  mutating func savedViews(_ layer: SavedViewsLayer) {
    let views = layer.views(state)
    let inner = box(
      say(Words("Chế độ xem đã lưu", "Saved views")), rows: max(1, views.count) + 3,
      columns: min(76, canvas.columns - 6))
    let rows = inner.rows - 3
    if views.isEmpty {
      canvas.write(
        say(
          layer.mode == .finding
            ? Words("Không có chế độ xem nào khớp.", "No view fits.")
            : Words("Chưa lưu chế độ xem nào.", "No view is saved yet.")),
        row: inner.row, column: inner.column, width: inner.columns, style: style(.dim))
    }
    var window = Window()
    window.follow(layer.cursor, of: views.count, height: rows)
    for index in window.lines(of: views.count, height: rows) {
      let row = inner.row + index - window.top
      savedView(views[index], number: index + 1, row: row, in: inner)
      if index == layer.cursor { bar(row: row, in: inner) }
    }
    savedViewsPrompt(layer, row: inner.endRow - 2, in: inner)
    foot(keyFoot(layer.mode.keys), in: inner)
  }

  /// Number, name, count, and what it finds.
  private mutating func savedView(
    _ listed: ListedView, number: Int, row: Int, in inner: Rect
  ) {
    if number <= 9 {
      canvas.write(String(number), row: row, column: inner.column, style: style(.accent).bold)
    }
    let isCurrent = state.views.selected == .saved(listed.id)
    canvas.write(
      listed.view.name, row: row, column: inner.column + 3, width: 24,
      style: isCurrent ? style(.strong) : style(.text))
    let count =
      state.views.saved.firstIndex { $0.id == listed.id }.flatMap(state.views.counts.count)
    canvas.write(
      listed.fault == nil ? count.map(String.init) ?? "…" : "!", row: row,
      column: inner.column + 28, width: 6,
      style: listed.fault == nil ? style(.dim) : style(.error), alignment: .trailing)
    canvas.write(
      say(listed.id.home.words), row: row, column: inner.column + 36, width: 6, style: style(.dim))
    let query = [
      listed.view.base == .all ? "" : say(listed.view.base.words), listed.view.query,
    ].filter { !$0.isEmpty }.joined(separator: " · ")
    canvas.write(
      query, row: row, column: inner.column + 43, width: max(0, inner.columns - 43),
      style: style(.dim))
  }

  /// The line above the keys: a field, a question, or what is wrong.
  private mutating func savedViewsPrompt(_ layer: SavedViewsLayer, row: Int, in inner: Rect) {
    let label: String
    switch layer.mode {
    case .choosing:
      let fault = layer.chosen(state).flatMap { listed in
        listed.fault.map { $0.words(of: listed.view) }
      }
      if let fault {
        canvas.write(
          say(fault), row: row, column: inner.column, width: inner.columns, style: style(.error))
      }
      return
    case .removing:
      let name = layer.chosen(state)?.view.name ?? ""
      canvas.write(
        say(
          Words(
            "Bỏ chế độ xem “\(name)”? Các mục vẫn còn.",
            "Remove the view “\(name)”? Its records stay.")), row: row, column: inner.column,
        width: inner.columns, style: style(.soon))
      return
    case .finding: label = "/"
    case .saving(let home):
      label =
        say(Words("Tên (lưu ", "Name (kept ")) + say(home.words) + "):"
    case .renaming: label = say(Words("Tên mới:", "New name:"))
    }
    let width = TextWidth.columns(of: label) + 1
    canvas.write(label, row: row, column: inner.column, style: style(.accent))
    let used = editor(
      layer.field, row: row, column: inner.column + width, width: inner.columns - width,
      style: style(.text).underlined)
    if let fault = layer.fault {
      let column = inner.column + width + used + 2
      canvas.write(
        say(fault.words), row: row, column: column, width: max(0, inner.endColumn - column),
        style: style(.error))
    }
  }
}

extension SavedViewsLayer.Mode {
  fileprivate var keys: [FieldKey] {
    let keys: [SavedViewNameKey] =
      switch self {
      case .choosing: []
      case .finding: [.open, .cancel]
      case .saving: [.save, .home, .cancel]
      case .renaming: [.rename, .cancel]
      case .removing: [.remove, .cancel]
      }
    return self == .choosing ? SavedViewsKey.foot : keys.map(\.row)
  }
}
