internal import Model
internal import Terminal

/// A full-screen view: it covers the panes, and other layers may stand over it.
package enum Screen: Equatable, Sendable {
  case triage(TriageScreen)
  case dashboard(DashboardScreen)
  case board(BoardScreen)
  case calendar(CalendarScreen)
  case visit(VisitScreen)
  case review(ReviewScreen)
  case conflicts(ConflictsScreen)
  case versions(VersionsScreen)
}

/// The screens by name: each has keys of its own in the key table.
package enum ScreenName: CaseIterable, Sendable {
  case triage, dashboard, board, calendar, visit, review, conflicts, versions
}

extension Screen {
  package var name: ScreenName {
    switch self {
    case .triage: .triage
    case .dashboard: .dashboard
    case .board: .board
    case .calendar: .calendar
    case .visit: .visit
    case .review: .review
    case .conflicts: .conflicts
    case .versions: .versions
    }
  }

  var triage: TriageScreen? {
    if case .triage(let triage) = self { triage } else { nil }
  }

  /// Whether text is typed on it now, so that keys are letters.
  package var isTyping: Bool {
    switch self {
    case .triage, .dashboard, .board, .calendar, .visit, .review, .conflicts, .versions: false
    }
  }

  /// The place of the record it shows, which notes, steps and the like act on.
  func place(in register: Register) -> RowPlace? {
    switch self {
    case .triage(let triage): triage.place(in: register)
    case .dashboard(let dashboard): dashboard.place
    case .board(let board): board.place
    case .calendar(let calendar): calendar.place
    case .visit(let visit): visit.place
    case .review(let review): review.place(in: register)
    case .conflicts(let conflicts): conflicts.place(in: register)
    case .versions: nil
    }
  }
}

extension Drawing {
  mutating func screen(_ screen: Screen) {
    switch screen {
    case .triage(let triage): self.triage(triage)
    case .dashboard(let dashboard): self.dashboard(dashboard)
    case .board(let board): self.board(board)
    case .calendar(let calendar): self.calendar(calendar)
    case .visit(let visit): self.visit(visit)
    case .review(let review): self.review(review)
    case .conflicts(let conflicts): self.conflicts(conflicts)
    case .versions(let versions): self.versions(versions)
    }
  }
}

extension AppState {
  mutating func press(_ key: KeyPress, on screen: Screen) -> [Effect] {
    prefix.append(key)
    switch keymap.answer(to: prefix, on: screen.name) {
    case .prefix: return []
    case .command(let command):
      prefix = []
      return run(command, key: key)
    case .nothing:
      prefix = []
      return []
    }
  }

  mutating func paste(_ text: String, on screen: Screen) -> [Effect] {
    switch screen {
    case .triage, .dashboard, .board, .calendar, .visit, .review, .conflicts, .versions: return []
    }
  }

  /// Does a command of a screen's own table; a screen that is not on top is named.
  mutating func run(_ command: Command, key: KeyPress, on name: ScreenName) -> [Effect] {
    guard case .screen(let screen) = layers.last, screen.name == name else {
      say(name.isElsewhere)
      return []
    }
    switch screen {
    case .triage(let triage): return run(command, key: key, triage)
    case .dashboard(let dashboard): return run(command, dashboard)
    case .board(let board): return run(command, board)
    case .calendar(let calendar): return run(command, calendar)
    case .visit(let visit): return run(command, visit)
    case .review(let review): return run(command, key: key, review)
    case .conflicts(let conflicts): return run(command, key: key, conflicts)
    case .versions(let versions): return run(command, versions)
    }
  }

  /// Tells every screen of the stack that records have changed.
  ///
  /// `news` is what was put on disk, if that was it; a screen that shows a record may go on then.
  mutating func refreshScreens(after news: SavedNews? = nil) {
    if var left = leftTriage {
      left.followRecords(in: self)
      leftTriage = left
    }
    for index in layers.indices {
      guard case .screen(let screen) = layers[index] else { continue }
      switch screen {
      case .triage(var triage):
        triage.refresh(after: news, in: self)
        layers[index] = .screen(.triage(triage))
      case .dashboard(var dashboard):
        dashboard.count(in: &self)
        layers[index] = .screen(.dashboard(dashboard))
      case .board(var board):
        followRecords()
        board.arrange(in: self)
        layers[index] = .screen(.board(board))
      case .calendar(var calendar):
        calendar.gather(in: &self)
        layers[index] = .screen(.calendar(calendar))
      case .visit(var visit):
        followRecords()
        visit.gather(in: self)
        layers[index] = .screen(.visit(visit))
      case .review(var review):
        review.isStale = news.map { !$0.records.isEmpty } ?? true
        layers[index] = .screen(.review(review))
      case .conflicts(var conflicts):
        conflicts.refresh(after: news)
        layers[index] = .screen(.conflicts(conflicts))
      case .versions(var versions):
        versions.refresh(after: news)
        layers[index] = .screen(.versions(versions))
      }
    }
  }

  /// Scrolls what the screen on top shows.
  mutating func scrollScreen(by step: Int) {
    guard case .screen(let screen) = layers.last else { return }
    switch screen {
    case .triage(let triage): scroll(triage, by: step)
    case .dashboard(let dashboard): scroll(dashboard, by: step)
    case .conflicts(let conflicts): scroll(conflicts, by: step)
    case .versions(let versions): scroll(versions, by: step)
    case .board, .calendar, .visit, .review: break
    }
  }

  /// Puts `screen` in the place of the screen on top.
  mutating func show(_ screen: Screen) {
    guard let top = layers.lastIndex(where: \.isScreen) else { return }
    layers[top] = .screen(screen)
  }

  /// Closes the screen with all that stands over it, and goes on where it was opened.
  mutating func leaveScreen() -> [Effect] {
    guard let top = layers.lastIndex(where: \.isScreen) else { return [] }
    layers.removeSubrange(top...)
    return openSelected()
  }
}

extension ScreenName {
  fileprivate var isElsewhere: Words {
    switch self {
    case .triage:
      Words(
        "Phím này chỉ dùng trong màn hình tiếp nhận (i).",
        "This key works on the triage screen only (i).")
    case .dashboard:
      Words("Phím này chỉ dùng trong bảng số liệu (B).", "This key is for the dashboard (B).")
    case .board: Words("Phím này chỉ dùng trong bảng cột (C).", "This key is for the board (C).")
    case .visit:
      Words("Phím này chỉ dùng trong phiếu thăm (M).", "This key is for the visit sheet (M).")
    case .calendar: Words("Phím này chỉ dùng trong lịch (c).", "This key is for the calendar (c).")
    case .conflicts:
      Words("Phím này chỉ dùng trong màn hình xung đột (X).", "This key is for the conflicts (X).")
    case .versions:
      Words("Phím này chỉ dùng trong màn hình bản cũ.", "This key is for the former versions.")
    case .review:
      Words(
        "Phím này chỉ dùng trong màn hình rà soát (P).",
        "This key works on the review screen only (P).")
    }
  }
}
