internal import Model
internal import Terminal
internal import Vietnamese

extension AppState {
  mutating func openConflicts() {
    if let past { return say(past.refusal) }
    layers.append(.screen(.conflicts(ConflictsScreen())))
  }

  /// Asks for the records in conflict, if those of the screen on top may be old.
  mutating func readConflicts() -> [Effect] {
    guard let top = layers.lastIndex(where: \.isScreen),
      case .conflicts(var conflicts)? = layers[top].screen, conflicts.isStale
    else { return [] }
    conflicts.isStale = false
    let places = register.placesInConflict
    let addresses = places.map(address)
    conflicts.places = [:]
    for case (let place, let address?) in zip(places, addresses) {
      conflicts.places[address.key] = place
    }
    guard !places.isEmpty else {
      take([], conflicts, at: top)
      return []
    }
    layers[top] = .screen(.conflicts(conflicts))
    return [.read(addresses.compactMap(\.self))]
  }

  mutating func take(_ records: [Record], _ conflicts: ConflictsScreen, at top: Int) {
    var conflicts = conflicts
    conflicts.take(records) { record in
      let title = language == .en ? record.fields[.titleEn].text : nil
      return String((title ?? record.fields[.title].text ?? "—").prefix(400))
    }
    keepInSight(&conflicts)
    layers[top] = .screen(.conflicts(conflicts))
  }

  private func keepInSight(_ conflicts: inout ConflictsScreen) {
    conflicts.window.follow(
      conflicts.index, of: conflicts.items.count, height: Drawing(self).listRows(conflicts))
  }

  mutating func run(_ command: Command, key: KeyPress, _ conflicts: ConflictsScreen) -> [Effect] {
    var conflicts = conflicts
    if command == .takeSide { return takeSide(key, conflicts) }
    if command == .otherValue {
      askForValue(conflicts)
      return []
    }
    let page = max(1, Drawing(self).listRows(conflicts) - 1)
    switch ScreenMove(rawValue: command.rawValue) {
    case .next, .nextPane, .paneRight: conflicts.move(by: 1)
    case .previous, .previousPane, .paneLeft: conflicts.move(by: -1)
    case .halfDown, .pageDown: conflicts.move(by: page)
    case .halfUp, .pageUp: conflicts.move(by: -page)
    case .top: conflicts.move(by: -conflicts.items.count)
    case .bottom: conflicts.move(by: conflicts.items.count)
    case .open: return conflicts.place(in: register).map { showRecord(at: $0) } ?? []
    case .back, .quit: return leaveScreen()
    case .group, .stepForward, .stepBack, .nextMonth, .previousMonth, .thisDay, nil: return []
    }
    keepInSight(&conflicts)
    show(.conflicts(conflicts))
    return openSelected()
  }

  private func obstacle(_ conflicts: ConflictsScreen) -> Words? {
    guard let item = conflicts.item else { return ConflictWords.none }
    guard !item.isSettled else {
      let key = keymap.key(for: .undo)
      return Words("Chỗ này đã xử lý; \(key) hoàn tác.", "This is settled; \(key) takes it back.")
    }
    return past?.refusal
  }

  private mutating func takeSide(_ key: KeyPress, _ conflicts: ConflictsScreen) -> [Effect] {
    if let obstacle = obstacle(conflicts) {
      say(obstacle)
      return []
    }
    guard let item = conflicts.item, let place = conflicts.place(in: register),
      case .character(let digit) = key, let number = digit.wholeNumberValue
    else { return [] }
    guard item.conflict.sides.indices.contains(number - 1) else {
      say(ConflictWords.onlySides(item.conflict.sides.count))
      return []
    }
    var conflicts = conflicts
    conflicts.waitForSettling()
    show(.conflicts(conflicts))
    let side = Settlement.side(item.conflict.sides[number - 1].change)
    return [
      .act(
        .settle(item.conflict.matter, side, on: today), slot: Int(place.slot), key: item.key,
        seen: item.record.adopted.newest)
    ]
  }

  private mutating func askForValue(_ conflicts: ConflictsScreen) {
    if let obstacle = obstacle(conflicts) { return say(obstacle) }
    guard let item = conflicts.item, let place = conflicts.place(in: register),
      let record = selectedRecord
    else { return }
    guard
      let form = FormLayer.settling(
        item.conflict, of: record, slot: Int(place.slot), in: self)
    else { return say(ConflictWords.onlySides(item.conflict.sides.count)) }
    var conflicts = conflicts
    conflicts.waitForSettling()
    show(.conflicts(conflicts))
    open(form)
  }

  mutating func scroll(_ conflicts: ConflictsScreen, by step: Int) {
    var conflicts = conflicts
    let most = Drawing(self).rowsBelow(conflicts)
    conflicts.scroll = max(0, min(most, conflicts.scroll + step))
    show(.conflicts(conflicts))
  }
}
