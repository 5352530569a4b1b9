internal import Model
internal import Terminal

/// What keys do on the full-screen views that share the keys of the panes; the names are those of
/// the commands, so that a key means the same everywhere.
enum ScreenMove: String {
  case next, previous, top, bottom, halfDown, halfUp, pageDown, pageUp
  case paneLeft, paneRight, nextPane, previousPane
  case open, group, back, quit
  case stepForward, stepBack, nextMonth, previousMonth, thisDay
}

extension ScreenName {
  /// Whether a command of the panes works on this screen too.
  func shares(_ command: Command) -> Bool {
    guard let move = ScreenMove(rawValue: command.rawValue) else { return false }
    switch self {
    case .triage, .review: return false
    case .dashboard: return true
    case .board, .calendar, .visit, .conflicts, .versions: return move != .group
    }
  }
}

extension AppState {
  /// The list as it stood is narrowed to `query`, among all records, and comes to the front.
  mutating func showFigure(_ query: String) -> [Effect] {
    layers.removeAll()
    focus = .list
    show(StandardView.all)
    list.filter = query
    list.cursor = 0
    list.cursorKey = nil
    arrangeList()
    return openSelected()
  }

  /// Shows the record in the list; where the list has it not, the list is that of all records.
  mutating func showRecord(at place: RowPlace) -> [Effect] {
    layers.removeAll()
    focus = .list
    if !list.arrangement.rows.contains(place) {
      list.filter = ""
      if views.selected == .standard(.all) { arrangeList() } else { show(StandardView.all) }
    }
    if let row = list.arrangement.rows.firstIndex(of: place) { moveCursor(to: row) }
    return openSelected()
  }

  /// What the filter alone asks for: dashboard and calendar count over all views.
  var filterQuery: Query {
    guard !list.filter.isEmpty else { return .all }
    return (try? QueryParser(registry: register.registry).parse(list.filter)) ?? .all
  }
}

// MARK: - What is counted

extension AppState {
  /// The figures of what the filter finds; those of all records are kept, and counted anew only
  /// where files have changed.
  mutating func countedStatistics() -> Statistics {
    let query = filterQuery
    if query == .all {
      followRecords()
      if let kept = standing.statistics(in: register.registry) { return kept }
    }
    return Statistics(of: places(query), in: register, context: context)
  }

  /// The same of the days.
  mutating func countedDays() -> AgendaDays {
    let query = filterQuery
    guard query == .all else {
      return AgendaDays(places(query), in: register, chasing: context)
    }
    followRecords()
    return standing.days
  }

  /// Counts what has changed since the screens that count were last asked.
  mutating func followRecords() { _ = standing.follow(register, context) }

  private func places(_ query: Query) -> [RowPlace] {
    Matcher(query, in: register, context: context).places(in: register)
  }
}

extension Drawing {
  /// What a screen counts, beside its title.
  func scope(_ filter: String, total: Int) -> String {
    let what = filter.isEmpty ? say(Words("mọi mục", "all records")) : "/" + filter
    return what + " · \(total)"
  }
}
