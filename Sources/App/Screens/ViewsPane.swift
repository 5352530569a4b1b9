package import Model
internal import Terminal

/// Which view the list shows.
package enum ViewChoice: Hashable, Sendable {
  case standard(StandardView)
  /// One group of a view that is grouped, by the group's id.
  case group(StandardView, id: String)
  case saved(SavedViewID)

  package static let all = ViewChoice.standard(.all)
  package static let open = ViewChoice.standard(.open)
}

/// The pane of views with their live counts.
package struct ViewsPane: Equatable, Sendable {
  package var selected = ViewChoice.open
  package var tally = Tally()
  /// Those of the register, then the person's own.
  package var saved: [ListedView] = []
  package var counts = SavedCounts()
  /// The groups of the views that are unfolded.
  package var groups: [StandardView: [ViewGroup]] = [:]
  package var window = Window()

  package init() {}

  package enum Line: Equatable, Sendable {
    case view(ViewChoice)
    case blank
  }

  private static let standard: [StandardView?] = [
    .inbox, .open, .ours, .theirs, nil,
    .overdue, .dueSoon, .awaiting, .toChase, nil,
    .byUnit, .byCounterpart, .programmes, .dossiers, .calendar, nil,
    .closed, .all,
  ]

  /// The standard views in the order of their numbers.
  package static let order: [StandardView] = standard.compactMap { $0 }

  /// The views as they stand in the pane.
  package var lines: [Line] {
    var lines: [Line] = []
    for view in ViewsPane.standard {
      guard let view else {
        lines.append(.blank)
        continue
      }
      lines.append(.view(.standard(view)))
      lines += (groups[view] ?? []).map { .view(.group(view, id: $0.id)) }
    }
    if !saved.isEmpty { lines.append(.blank) }
    return lines + saved.map { .view(.saved($0.id)) }
  }

  package var choices: [ViewChoice] {
    lines.compactMap { if case .view(let choice) = $0 { choice } else { nil } }
  }

  package func savedView(_ id: SavedViewID) -> ListedView? { saved.first { $0.id == id } }
}

/// A saved view as the pane lists it.
package struct ListedView: Equatable, Sendable {
  package let id: SavedViewID
  package let view: SavedView
  /// nil where the query is faulty; then ``fault`` says how.
  package let query: Query?
  package let fault: QueryError?

  init(_ id: SavedViewID, _ view: SavedView, _ registry: Registry) {
    self.id = id
    self.view = view
    do throws(QueryError) {
      query = try view.parsed(registry)
      fault = nil
    } catch {
      query = nil
      fault = error
    }
  }
}

/// A group of a view in the pane.
package struct ViewGroup: Equatable, Sendable {
  package var id: String
  package var count: Int
}

extension StandardView {
  /// The part of the view that is one of its groups; nil for views that do not unfold.
  func part(_ id: String) -> Query? {
    switch self {
    case .byUnit: query.and(.lead(id))
    case .byCounterpart: query.and(.counterpart(id))
    case .programmes: query.and(.programme(id))
    case .dossiers: query.and(.dossier(id))
    case .inbox, .open, .ours, .theirs, .overdue, .dueSoon, .awaiting, .toChase, .calendar, .closed,
      .all:
      nil
    }
  }

  package var unfolds: Bool { part("") != nil }
}

extension AppState {
  package mutating func show(_ view: StandardView) { show(.standard(view)) }

  /// Shows another view, with its own order and groups; the filter stays.
  package mutating func show(_ choice: ViewChoice) {
    guard views.selected != choice else { return }
    views.selected = choice
    switch choice {
    case .standard(let view): (list.sorting, list.grouping) = (view.sorting, view.grouping)
    case .group(let view, _): (list.sorting, list.grouping) = (view.sorting, .none)
    case .saved(let id):
      guard let saved = views.savedView(id) else { break }
      (list.sorting, list.grouping) = (saved.view.sorting, saved.view.grouping)
      if let fault = saved.fault { say(fault.words(of: saved.view), .bad) }
    }
    list.cursor = 0
    list.window = Window()
    list.cursorKey = nil
    arrangeList()
    followView()
  }

  mutating func moveView(by step: Int) {
    let order = views.choices
    let index = order.firstIndex(of: views.selected) ?? 0
    show(order[max(0, min(order.count - 1, index + max(-order.count, min(order.count, step))))])
  }

  mutating func followView() {
    let lines = views.lines
    guard let line = lines.firstIndex(of: .view(views.selected)) else { return }
    views.window.follow(line, of: lines.count, height: Layout(self).views.rows - 1)
  }

  /// What the selected view finds; nothing where its query is faulty.
  var viewQuery: Query {
    switch views.selected {
    case .standard(let view): view.query
    case .group(let view, let id): view.part(id) ?? view.query
    case .saved(let id): views.savedView(id)?.query ?? .some([])
    }
  }

  // MARK: - Folding

  /// Unfolds the selected view, if it has groups that do not show yet; false for any other.
  mutating func unfoldView() -> Bool {
    guard case .standard(let view) = views.selected, view.unfolds, views.groups[view] == nil
    else { return false }
    views.groups[view] = groups(of: view)
    followView()
    return true
  }

  /// Folds the view that is selected, or whose group is; false where nothing is unfolded.
  mutating func foldView() -> Bool {
    switch views.selected {
    case .standard(let view):
      guard views.groups.removeValue(forKey: view) != nil else { return false }
    case .group(let view, _):
      show(view)
      views.groups[view] = nil
    case .saved: return false
    }
    followView()
    return true
  }

  /// Counts the groups of every unfolded view anew.
  mutating func regroupViews() {
    for view in views.groups.keys { views.groups[view] = groups(of: view) }
  }

  private func groups(of view: StandardView) -> [ViewGroup] {
    let places = Matcher(view.query, in: register, context: context).places(in: register)
    let arranged = Arrangement(
      places, in: register, sorting: Sorting(by: .register), grouping: view.grouping)
    return arranged.groups.compactMap { group in
      group.id.map { ViewGroup(id: $0, count: group.rows.count) }
    }
  }
}
