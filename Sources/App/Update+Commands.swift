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
    if case .screen(let screen) = layers.last, screen.name.shares(command) {
      return run(command, key: key, on: screen.name)
    }
    if let screen = command.section.screen { return run(command, key: key, on: screen) }
    let wasRange = list.range != nil
    if !command.keepsRange { endRange() }
    switch command {
    case .next: return move(by: 1)
    case .previous: return move(by: -1)
    case .halfDown: return move(by: max(1, pageRows / 2))
    case .halfUp: return move(by: -max(1, pageRows / 2))
    case .pageDown: return move(by: pageRows)
    case .pageUp: return move(by: -pageRows)
    case .top: return move(by: -Int(Int32.max))
    case .bottom: return move(by: Int(Int32.max))
    case .open where wasRange: break
    case .paneLeft:
      if focus != .views || !foldView() { focusPane(focus.rawValue - 1) }
    case .paneRight, .open:
      if focus != .views || !unfoldView() { focusPane(focus.rawValue + 1) }
    case .nextPane: focusPane((focus.rawValue + 1) % Pane.allCases.count)
    case .previousPane: focusPane((focus.rawValue + Pane.allCases.count - 1) % Pane.allCases.count)
    case .goToView: goToView(key)
    case .zoom: zoom()
    case .back: return goBack()
    case .nextTab: turnTab(by: 1)
    case .previousTab: turnTab(by: -1)
    case .scrollDown: scrollDetail(by: 1)
    case .scrollUp: scrollDetail(by: -1)
    case .filter: beginFilter()
    case .quickAdd: return openEntry()
    case .savedViews: layers.append(.savedViews(SavedViewsLayer(self)))
    case .nextMatch: goToMatch(forward: true)
    case .previousMatch: goToMatch(forward: false)
    case .sort: layers.append(.menu(.sortings(list.sorting)))
    case .group: layers.append(.menu(.groupings(list.grouping)))
    case .statusMenu: openLayer { followUp, _, state in .menu(.statuses(of: followUp, state)) }
    case .done: begin(.done)
    case .closeWithoutResult: begin(.notPursued)
    case .note: openLayer { followUp, slot, _ in .form(.note(on: followUp, slot: slot)) }
    case .chase: openLayer { followUp, slot, state in state.chaseLayer(followUp, slot: slot) }
    case .due: openLayer { followUp, slot, _ in .form(.due(of: followUp, slot: slot)) }
    case .lead:
      openLayer { followUp, slot, state in
        .form(.lead(of: followUp, name: state.leadName(of: followUp), slot: slot))
      }
    case .edit: openForm { record, slot, state in .edit(of: record, slot: slot, in: state) }
    case .coordinating:
      openForm { record, slot, state in .coordinating(of: record, slot: slot, in: state) }
    case .addTags:
      openForm { record, slot, state in
        .tags(isJoining: true, of: record, slot: slot, in: state)
      }
    case .removeTags:
      openForm { record, slot, state in
        .tags(isJoining: false, of: record, slot: slot, in: state)
      }
    case .modify: return runOnRecord(.modify)
    case .editOutside: return runOnRecord(.editOutside)
    case .bin: return runOnRecord(.bin)
    case .copyCode: return runOnRecord(.copyCode)
    case .copyRow: return runOnRecord(.copyRow)
    case .restore: openBin()
    case .triage: openTriage()
    case .dashboard: openDashboard()
    case .board: openBoard()
    case .calendar: return openCalendar()
    case .visit: openVisit()
    case .letters: return openLetters()
    case .answers: openAnswers()
    case .quantities: return openQuantities()
    case .review: openReview()
    case .conflicts: openConflicts()
    case .versions: openVersions()
    case .accept, .giveToUnit, .sendBack, .duplicateOf, .putOff, .split, .joinWith, .nextItem,
      .previousItem, .leaveScreen, .rate, .switchSide, .comment, .addEvidence, .nextTask,
      .previousTask, .taskDown, .taskUp,
      .onlyDifferences, .closeYear, .copyYear, .leaveReview, .stepForward, .stepBack,
      .nextMonth, .previousMonth, .thisDay, .takeSide, .otherValue, .restoreVersion:
      break
    case .undo: return [.undo]
    case .redo: return [.redo]
    case .repeatLast: return repeatLast()
    case .mark: markHere()
    case .markRange: if !wasRange { beginRange() }
    case .markAll: mark(list.arrangement.rows)
    case .markByQuery: openPalette(PaletteVerb.mark.name(in: language) + " ")
    case .clearMarks: clearMarks()
    case .palette: openPalette("")
    case .reload: return [.reload]
    case .timeMachine:
      if past != nil { return [.travel(nil)] }
      layers.append(.form(.past))
    case .switchTyping: switchTyping()
    case .switchLanguage:
      language = language == .vi ? .en : .vi
      remembered.language = language
    case .help:
      let screen = layers.last(where: \.isScreen)?.screen
      layers.append(.help(HelpLayer(on: screen?.name)))
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

  /// Esc: out of the zoom, back to the list, then the filter goes, then the past.
  private mutating func goBack() -> [Effect] {
    if list.range != nil {
      list.range = nil
    } else if isZoomed {
      isZoomed = false
    } else if focus == .detail || focus == .views {
      focus = .list
    } else if !list.filter.isEmpty {
      list.filter = ""
      arrangeList()
    } else if past != nil {
      return [.travel(nil)]
    }
    followCursor()
    return openSelected()
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
    remembered.typing = typing
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
    guard case .form(let form) = layer else { return layers.append(layer) }
    open(form)
  }

  /// A form that needs the record itself, with the names its first question needs.
  private mutating func openForm(
    _ make: (_ record: Record, _ slot: Int, _ state: AppState) -> FormLayer
  ) {
    guard let record = selectedRecord, let place = selectedPlace else { return }
    open(make(record, Int(place.slot), self))
  }

  private mutating func openBin() {
    let menu = MenuLayer.binned(in: self)
    if menu.items.isEmpty { say(Words("Thùng rác trống.", "The bin is empty.")) }
    if !menu.items.isEmpty { layers.append(.menu(menu)) }
  }

  /// What is done with the record in hand as it is kept.
  private enum RecordDeed { case modify, editOutside, bin, copyCode, copyRow }

  private mutating func runOnRecord(_ deed: RecordDeed) -> [Effect] {
    guard let record = selectedRecord, let place = selectedPlace else { return [] }
    let slot = Int(place.slot)
    switch deed {
    case .modify:
      layers.append(
        .modify(
          ModifyLayer(slot: slot, key: record.key, code: record.code, reader: editReader)))
    case .editOutside: return editOutside(record, slot: slot)
    case .bin where targets.isMany: return hand(.bin(on: today), to: targets)
    case .bin: layers.append(.menu(.bin(record, slot: slot, in: self)))
    case .copyCode:
      say(FieldWords.copied(record.code))
      return [.copy(record.code)]
    case .copyRow:
      say(FieldWords.copied(record.code))
      return [.copy(lineOfText(record))]
    }
    return []
  }

  /// The record in one line, with nothing in it that drives a terminal.
  private func lineOfText(_ record: Record) -> String {
    let followUp = detail.followUp
    let facts = [
      record.code, record.fields[.title].text,
      followUp.map { register.registry.name($0.province, in: .provinces, language: language) },
      followUp.map(leadName), followUp?.derivedStatus.words(language),
      followUp?.due.map { DeadlineText(language).date($0.date) },
    ].compactMap { $0 }.filter { !$0.isEmpty }
    return TextWidth.harmless(facts.joined(separator: " | "))
  }

  func leadName(of followUp: FollowUp) -> String {
    followUp.lead.map { register.registry.name($0.unit, in: .units, language: language) } ?? ""
  }

  /// Begins a step to `status`: asks for exactly what the step needs.
  ///
  /// `otherCode` is what a merger goes into, as far as that is known.
  mutating func begin(_ status: Status, otherCode: String? = nil) {
    guard let followUp = detail.followUp, let place = selectedPlace else { return }
    let targets = targets
    guard targets.isMany || followUp.status != status else {
      return say(Words("Đang ở trạng thái đó rồi.", "It stands there already."))
    }
    var form: FormLayer =
      targets.isMany
      ? .step(to: status, ofMany: targets.addresses.count)
      : .step(to: status, of: followUp, slot: Int(place.slot), today: today)
    if let otherCode,
      let index = form.fields.firstIndex(where: { $0.question == .required(.otherCode) })
    {
      form.fields[index].input = TextField(otherCode)
    }
    open(form)
  }

  /// Puts a form on top, for the targets of now, with the names that its first field is answered by.
  mutating func open(_ form: FormLayer) {
    let layer = Layer.form(form).aimed(at: targets).based(on: detail.record)
    layers.append(layer)
    if case .form(var form) = layer { keep(&form) }
  }
}

extension Command {
  /// Shows what the one record holds, so it cannot be asked for many.
  private var isForOneOnly: Bool { [.edit, .editOutside, .coordinating].contains(self) }

  /// Why the command does nothing now, in words for the person; nil when it works.
  package func obstacle(in state: AppState) -> Words? {
    if section == .changing, let past = state.past { return past.refusal }
    switch self {
    case .statusMenu, .done, .closeWithoutResult, .note, .chase, .lead, .due, .edit, .editOutside,
      .modify,
      .coordinating, .addTags, .removeTags, .bin, .copyCode, .copyRow:
      if state.selectedPlace == nil {
        return Words("Ở đây không có mục nào.", "There is no record here.")
      }
      if let obstacle = state.obstacleOfMarks { return obstacle }
      if isForOneOnly && state.targets.isMany {
        return Words(
          "Việc này làm từng mục; cho nhiều mục dùng m, + - hoặc U bỏ đánh dấu.",
          "This is done record by record; for many use m, + -, or U the marks.")
      }
      return state.detail.followUp == nil
        ? Words(
          "Mục này không đọc được nên không sửa.",
          "This record cannot be read, so it is left alone.")
        : nil
    case .visit, .answers:
      return state.detail.followUp == nil
        ? Words("Ở đây không có mục nào.", "There is no record here.") : nil
    case .repeatLast:
      if state.lastAction == nil {
        return Words("Chưa có thay đổi nào để lặp lại.", "No change has been made yet.")
      }
      return Command.note.obstacle(in: state)
    case .mark, .markRange, .markAll:
      return state.list.arrangement.rows.isEmpty
        ? Words("Ở đây không có mục nào.", "There is no record here.") : nil
    case .clearMarks:
      return state.context.marks.isEmpty
        ? Words("Chưa đánh dấu mục nào.", "Nothing is marked.") : nil
    case .back, .next, .previous, .top, .bottom, .halfDown, .halfUp, .pageDown, .pageUp,
      .paneLeft, .paneRight, .nextPane, .previousPane, .goToView, .open, .zoom, .nextTab,
      .previousTab, .scrollDown, .scrollUp, .filter, .quickAdd, .undo, .redo, .restore, .sort,
      .group, .reload, .switchTyping, .switchLanguage, .help, .quit, .quitNow, .markByQuery,
      .palette, .timeMachine, .savedViews, .nextMatch, .previousMatch, .triage, .accept,
      .giveToUnit, .sendBack, .duplicateOf, .putOff, .split, .joinWith,
      .nextItem, .previousItem, .leaveScreen, .review, .rate, .switchSide, .comment, .addEvidence,
      .nextTask, .previousTask, .taskDown, .taskUp,
      .onlyDifferences, .closeYear, .copyYear, .leaveReview, .dashboard, .board, .calendar,
      .letters,
      .quantities, .stepForward, .stepBack, .nextMonth, .previousMonth, .thisDay, .conflicts,
      .versions, .takeSide, .otherValue, .restoreVersion:
      return nil
    }
  }
}
