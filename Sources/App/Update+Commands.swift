internal import Model
internal import Terminal
internal import Vietnamese

extension AppState {
  /// Does a command, or says why it cannot be done now.
  mutating func run(_ command: Command, key: KeyPress) -> [Effect] {
    if let obstacle = command.obstacle(in: self) {
      say(obstacle)
      return []
    }
    switch command {
    case .next: return move(by: 1)
    case .previous: return move(by: -1)
    case .halfDown: return move(by: max(1, pageRows / 2))
    case .halfUp: return move(by: -max(1, pageRows / 2))
    case .pageDown: return move(by: pageRows)
    case .pageUp: return move(by: -pageRows)
    case .top: return move(by: -Int(Int32.max))
    case .bottom: return move(by: Int(Int32.max))
    case .paneLeft: focusPane(focus.rawValue - 1)
    case .paneRight, .open: focusPane(focus.rawValue + 1)
    case .nextPane: focusPane((focus.rawValue + 1) % Pane.allCases.count)
    case .previousPane: focusPane((focus.rawValue + Pane.allCases.count - 1) % Pane.allCases.count)
    case .goToView: goToView(key)
    case .zoom: zoom()
    case .back: goBack()
    case .nextTab: turnTab(by: 1)
    case .previousTab: turnTab(by: -1)
    case .scrollDown: scrollDetail(by: 1)
    case .scrollUp: scrollDetail(by: -1)
    case .filter: beginFilter()
    case .sort: layers.append(.menu(.sortings(list.sorting)))
    case .group: layers.append(.menu(.groupings(list.grouping)))
    case .statusMenu: openLayer { followUp, _, state in .menu(.statuses(of: followUp, state)) }
    case .done: begin(.done)
    case .closeWithoutResult: begin(.notPursued)
    case .note: openLayer { followUp, slot, _ in .form(.note(on: followUp, slot: slot)) }
    case .due: openLayer { followUp, slot, _ in .form(.due(of: followUp, slot: slot)) }
    case .lead:
      openLayer { followUp, slot, state in
        .form(.lead(of: followUp, name: state.leadName(of: followUp), slot: slot))
      }
    case .undo: return [.undo]
    case .redo: return [.redo]
    case .reload: return [.reload]
    case .switchTyping: switchTyping()
    case .switchLanguage: language = language == .vi ? .en : .vi
    case .help: layers.append(.help(HelpLayer()))
    case .quit, .quitNow: return [.quit]
    }
    return openSelected()
  }

  // MARK: - Moving

  private var pageRows: Int {
    let layout = Layout(self)
    return max(1, (focus == .detail ? layout.detailTextRows : layout.listRows) - 1)
  }

  mutating func move(by step: Int) -> [Effect] {
    switch focus {
    case .views: moveView(by: step)
    case .list: moveCursor(to: list.cursor + step)
    case .detail: scrollDetail(by: step)
    }
    return openSelected()
  }

  // MARK: - Panes

  mutating func focusPane(_ index: Int) {
    focus = Pane(rawValue: max(0, min(Pane.allCases.count - 1, index))) ?? .list
    followCursor()
  }

  private mutating func zoom() {
    isZoomed.toggle()
    followCursor()
  }

  private mutating func goToView(_ key: KeyPress) {
    guard case .character(let digit) = key, let number = digit.wholeNumberValue,
      (1...ViewsPane.order.count).contains(number)
    else { return }
    show(ViewsPane.order[number - 1])
    if focus == .views { focus = .list }
  }

  /// Esc: out of the zoom, back to the list, then the filter goes.
  private mutating func goBack() {
    if isZoomed {
      isZoomed = false
    } else if focus == .detail || focus == .views {
      focus = .list
    } else if !list.filter.isEmpty {
      list.filter = ""
      arrangeList()
    }
    followCursor()
  }

  // MARK: - Typing

  /// Telex, VNI, off, and so on again; the word that is being typed ends.
  mutating func switchTyping() {
    typing =
      switch typing {
      case .telex: .vni
      case .vni: .off
      case .off: .telex
      }
    let name = typing.name ?? Words("tắt", "off")
    say(Words("Kiểu gõ: \(name.vi)", "Typing: \(name.en)"))
  }

  // MARK: - Finding

  private mutating func beginFilter() {
    focus = .list
    list.typing = FilterTyping(field: TextField(list.filter), before: list.filter)
    followCursor()
  }

  // MARK: - Changing

  private mutating func openLayer(
    _ make: (_ followUp: FollowUp, _ slot: Int, _ state: AppState) -> Layer
  ) {
    guard let followUp = detail.followUp, let place = selectedPlace else { return }
    let layer = make(followUp, Int(place.slot), self)
    layers.append(layer.based(on: detail.record))
  }

  private func leadName(of followUp: FollowUp) -> String {
    followUp.lead.map { register.registry.name($0.unit, in: .units, language: language) } ?? ""
  }

  /// Begins a step to `status`: asks for exactly what the step needs.
  mutating func begin(_ status: Status) {
    guard let followUp = detail.followUp, let place = selectedPlace else { return }
    guard followUp.status != status else {
      return say(Words("Đang ở trạng thái đó rồi.", "It stands there already."))
    }
    let form = FormLayer.step(to: status, of: followUp, slot: Int(place.slot), today: today)
    layers.append(Layer.form(form).based(on: detail.record))
  }
}

extension Command {
  /// Why the command does nothing now, in words for the person; nil when it works.
  package func obstacle(in state: AppState) -> Words? {
    switch self {
    case .statusMenu, .done, .closeWithoutResult, .note, .lead, .due:
      if state.list.arrangement.rows.isEmpty {
        return Words("Ở đây không có mục nào.", "There is no record here.")
      }
      return state.detail.followUp == nil
        ? Words(
          "Mục này không đọc được nên không sửa.",
          "This record cannot be read, so it is left alone.")
        : nil
    case .back, .next, .previous, .top, .bottom, .halfDown, .halfUp, .pageDown, .pageUp,
      .paneLeft, .paneRight, .nextPane, .previousPane, .goToView, .open, .zoom, .nextTab,
      .previousTab, .scrollDown, .scrollUp, .filter, .undo, .redo, .sort, .group, .reload,
      .switchTyping, .switchLanguage, .help, .quit, .quitNow:
      return nil
    }
  }
}
