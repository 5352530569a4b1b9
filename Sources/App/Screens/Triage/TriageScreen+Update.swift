internal import Model
internal import Terminal

/// What the keys of the triage screen do; the names are those of the commands.
enum TriageStep: String {
  case accept, giveToUnit, sendBack, duplicateOf, putOff, split, joinWith, nextItem, previousItem
  case leaveScreen
}

extension AppState {
  /// Opens the queue of what the list shows, or takes up again the one that was left.
  mutating func openTriage() {
    if var left = leftTriage, left.view == views.selected, left.filter == list.filter {
      left.resume(in: self)
      if !left.isAtEnd {
        layers.append(.screen(.triage(left)))
        return
      }
    }
    let triage = TriageScreen(self)
    guard !triage.queue.isEmpty else {
      return say(
        Words(
          "Không có mục nào chờ tiếp nhận trong danh sách này.",
          "Nothing in this list waits for triage."))
    }
    layers.append(.screen(.triage(triage)))
  }

  mutating func run(_ command: Command, key: KeyPress, _ triage: TriageScreen) -> [Effect] {
    guard let step = TriageStep(rawValue: command.rawValue) else { return [] }
    var triage = triage
    switch step {
    case .leaveScreen:
      leftTriage = triage
      return leaveScreen()
    case .nextItem: triage.goOn(in: self)
    case .previousItem: triage.goBack(in: self)
    case .accept where triage.state != .waiting || triage.isAtEnd: triage.goOn(in: self)
    case .accept, .sendBack, .duplicateOf, .putOff, .split, .joinWith:
      ask(step, triage)
      return []
    case .giveToUnit: return give(triage, key)
    }
    show(.triage(triage))
    return openSelected()
  }

  /// Opens what asks for the rest of a step.
  private mutating func ask(_ step: TriageStep, _ triage: TriageScreen) {
    guard let followUp = detail.followUp, followUp.key == triage.key,
      let slot = triage.place.map({ Int($0.slot) })
    else { return sayNothingToDo(triage) }
    switch step {
    case .accept:
      let lead = leadName(of: followUp)
      open(
        .acceptance(
          of: followUp, lead: lead, officer: triage.lastOfficer ?? "",
          reason: triage.lastReason ?? "", slot: slot))
    case .sendBack: begin(.notPursued)
    case .duplicateOf: askOfWhich(followUp, triage)
    case .joinWith: begin(.merged)
    case .putOff: open(.putOff(followUp, slot: slot))
    case .split: open(.split(followUp, slot: slot))
    case .giveToUnit, .nextItem, .previousItem, .leaveScreen: break
    }
  }

  /// Names what is like it first; looked for at once where it is not known yet.
  private mutating func askOfWhich(_ followUp: FollowUp, _ triage: TriageScreen) {
    let similar = triage.similar ?? triage.question(in: self)?.answer() ?? []
    if similar.isEmpty {
      begin(.merged)
    } else {
      layers.append(.menu(.duplicates(of: followUp, similar)))
    }
  }

  /// Asks what is like the record that triage shows, unless that is known or asked already.
  mutating func findSimilar() -> [Effect] {
    guard let top = layers.lastIndex(where: \.isScreen), var triage = layers[top].screen?.triage
    else { return [] }
    guard !triage.isSought, let question = triage.question(in: self) else { return [] }
    triage.isSought = true
    layers[top] = .screen(.triage(triage))
    guard titles == nil else { return [.findSimilar(question)] }
    // From now on the sample is kept, and follows between keys.
    titles = TitleSample()
    return [.findSimilar(question)] + countViews()
  }

  /// What is like a record was found; the screen may show another by now.
  mutating func take(_ similar: [TriageScreen.Similar], for key: String) -> [Effect] {
    if let top = layers.lastIndex(where: \.isScreen), var triage = layers[top].screen?.triage {
      triage.take(similar, for: key)
      layers[top] = .screen(.triage(triage))
    }
    return []
  }

  private mutating func sayNothingToDo(_ triage: TriageScreen) {
    say(
      triage.isAtEnd
        ? Words("Đã hết hàng đợi.", "The queue is at its end.")
        : Words(
          "Mục này không đọc được nên không sửa.",
          "This record cannot be read, so it is left alone."))
  }

  /// One key: the unit leads, confirmed; the work is given to it where nothing else is asked for.
  private mutating func give(_ triage: TriageScreen, _ key: KeyPress) -> [Effect] {
    guard case .character(let digit) = key, let number = digit.wholeNumberValue,
      triage.units.indices.contains(number - 1)
    else {
      say(Words("Không có cơ quan nào mang số đó.", "No unit has that number."))
      return []
    }
    guard let followUp = detail.followUp, followUp.key == triage.key,
      let slot = triage.place.map({ Int($0.slot) })
    else {
      sayNothingToDo(triage)
      return []
    }
    let unit = triage.units[number - 1]
    var triage = triage
    triage.give(to: unit)
    show(.triage(triage))
    var step = StatusStep(to: .assigned, on: today)
    step.lead = unit
    let mayAssign = followUp.status == .new || followUp.status == .agreed
    let action =
      mayAssign && step.missing(for: followUp).isEmpty
      ? Action.step(step) : .lead(unit: unit, isProposed: false, on: today)
    return [
      .act(action, slot: slot, key: followUp.key, seen: detail.record?.adopted.newest ?? [])
    ]
  }

  mutating func scroll(_ triage: TriageScreen, by step: Int) {
    var triage = triage
    let most = Drawing(self).rowsBelow(triage)
    triage.scroll = max(0, min(most, triage.scroll + step))
    show(.triage(triage))
  }
}
