package import Model

/// The pane of views with their live counts.
package struct ViewsPane: Equatable, Sendable {
  package var selected = StandardView.open
  package var tally = Tally()

  package init() {}

  /// The views as they stand in the pane; nil is an empty line between groups.
  package static let lines: [StandardView?] = [
    .inbox, .open, .ours, .theirs, nil,
    .overdue, .dueSoon, .awaiting, .toChase, nil,
    .byUnit, .byCounterpart, .programmes, .dossiers, .calendar, nil,
    .closed, .all,
  ]

  package static let order: [StandardView] = lines.compactMap { $0 }
}

extension AppState {
  /// Shows another view, with its own order and groups; the filter stays.
  mutating func show(_ view: StandardView) {
    guard views.selected != view else { return }
    views.selected = view
    list.sorting = view.sorting
    list.grouping = view.grouping
    list.cursor = 0
    list.window = Window()
    list.cursorKey = nil
    arrangeList()
  }

  mutating func moveView(by step: Int) {
    let order = ViewsPane.order
    let index = order.firstIndex(of: views.selected) ?? 0
    show(order[max(0, min(order.count - 1, index + step))])
  }
}
