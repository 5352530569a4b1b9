internal import Model
internal import Terminal
internal import Vietnamese

extension AppState {
  mutating func pressInForm(_ key: KeyPress, _ form: FormLayer) -> [Effect] {
    var form = form
    form.fault = nil
    let wasLeaving = form.isLeaving
    form.isLeaving = false
    switch key {
    case .escape, .control("c"):
      guard !wasLeaving, form.isWorthAsking else {
        layers.removeLast()
        return []
      }
      form.isLeaving = true
    case .control("s"), .alt("\r"):
      return submit(form)
    case .enter where !form.takesEnter, .tab where !form.takesTab:
      guard key == .tab || form.active < form.fields.count - 1 else { return submit(form) }
      leave(&form, for: (form.active + 1) % form.fields.count)
    case .backTab: leave(&form, for: (form.active + form.fields.count - 1) % form.fields.count)
    case .pageDown: leave(&form, for: form.nextSection)
    case .pageUp: leave(&form, for: form.previousSection)
    case .enter, .tab, .up, .down, .character, .control, .alt, .left, .right, .home, .end, .insert,
      .delete, .backspace, .function:
      press(key, &form)
    }
    keep(&form)
    return []
  }

  /// Gives the key to the active field; up and down go to the next where it has no use for them.
  private mutating func press(_ key: KeyPress, _ form: inout FormLayer) {
    let index = form.active
    form.fields[index].complaint = nil
    switch form.fields[index].kind {
    case .choice(let choices):
      if form.choose(key, among: choices.count) { return }
    case .names(let source):
      let before = form.fields[index].picker.field.characters
      let answer = form.fields[index].picker.press(key, typing, tones: tones)
      if source == .records, form.fields[index].picker.field.characters != before {
        lookUp(index, &form)
      }
      switch answer {
      case .used: return
      case .chosen:
        // One name is the whole answer: on to the next question.
        let isWhole = key == .tab || key == .enter
        if isWhole, !form.fields[index].picker.takesSeveral, index < form.fields.count - 1 {
          leave(&form, for: index + 1)
        }
        return
      case .unused: break
      }
    case .text, .note, .date, .dateOrReason, .year, .code:
      let method = form.fields[index].kind.isProse ? typing : .off
      let width = form.valueWidth(in: size)
      if form.fields[index].input.press(key, method, tones: tones, width: width) { return }
    }
    if key == .up { leave(&form, for: max(0, index - 1)) }
    if key == .down { leave(&form, for: min(form.fields.count - 1, index + 1)) }
  }

  /// Finds the records that fit what is typed.
  private func lookUp(_ index: Int, _ form: inout FormLayer) {
    let typed = form.fields[index].picker.field.text
    form.fields[index].picker.load(records(fitting: typed, but: form.key))
  }

  /// Goes to another field; what is wrong with the one that is left is said under it.
  private mutating func leave(_ form: inout FormLayer, for next: Int) {
    form.finishWord()
    form.fields[form.active].complaint = form.complaint(about: form.active, in: self)
    form.fields[next].input.takeCut(from: form.fields[form.active].input)
    form.active = next
  }

  /// Puts the form back, with the names that its active field needs.
  mutating func keep(_ form: inout FormLayer) {
    if case .names(let source) = form.fields[form.active].kind,
      form.fields[form.active].picker.candidates.isEmpty, source != .nothing
    {
      form.fields[form.active].picker.load(candidates(source))
    }
    form.relateLinks()
    form.followActive(in: size)
    layers[layers.count - 1] = .form(form)
  }

  mutating func pasteInForm(_ text: String, _ form: FormLayer) {
    var form = form
    form.fault = nil
    let index = form.active
    form.fields[index].complaint = nil
    let left: Int
    switch form.fields[index].kind {
    case .choice: left = 0
    case .names(let source):
      left = form.fields[index].picker.insert(text)
      if source == .records { lookUp(index, &form) }
    case .text, .note, .date, .dateOrReason, .year, .code:
      left = form.fields[index].input.insert(text)
    }
    if left > 0 { say(FieldWords.pasteTooLong(leftOut: left), .bad) }
    keep(&form)
  }

  /// Tries the answers on the record that is shown, so that what is wrong is said beside them.
  private mutating func submit(_ form: FormLayer) -> [Effect] {
    var form = form
    form.finishWord()
    if form.purpose == .past { return submitPast(form) }
    switch form.action(in: self) {
    case .failure(let fault):
      form.fault = fault
      form.active = form.fields.firstIndex { $0.question == fault.question } ?? form.active
    case .success(let action):
      guard !form.targets.isMany else { return hand(action, to: form.targets) }
      guard let objection = objection(to: action, on: form.targets, seen: form.seen) else {
        layers.removeLast()
        return hand(action, to: form.targets, seen: form.seen)
      }
      let index = form.place(of: objection) ?? form.active
      form.active = index
      form.fault = FormFault(
        question: form.fields[index].question, sentence: sentence(objection))
    }
    keep(&form)
    return []
  }

  /// Why an action was refused, as this screen says it.
  func sentence(_ error: ActionError) -> String {
    error.words(naming: register.registry, on: surface)(language)
  }

  /// Why the record that is shown cannot be changed so; nil when it can, or is not the one meant.
  ///
  /// What others did since the person saw the changes `seen` is no reason to refuse it.
  func objection(
    to action: Action, on targets: Targets, seen: [Change.ID] = []
  ) -> ActionError? {
    guard let record = selectedRecord, targets.addresses.map(\.key) == [record.key] else {
      return nil
    }
    do throws(ActionError) {
      let basis = record.asSeen(seen)
      _ = try action.outcome(on: record, seenAs: basis, author: "", noteID: "")
      return nil
    } catch .mergedMeanwhile(let key) {
      return .mergedMeanwhile(into: register.code(ofKey: key))
    } catch {
      return error
    }
  }
}

extension FormLayer {
  /// Enter makes a line; a title is one paragraph, however long.
  var makesLines: Bool {
    let isTitle = [.field(.title), .field(.titleEn)].contains(fields[active].question)
    return fields[active].kind == .note && !isTitle
  }

  /// Enter makes a line, or takes a name, instead of going on.
  fileprivate var takesEnter: Bool {
    makesLines || takesTab
  }

  /// Words are typed that a name is to be picked for.
  fileprivate var takesTab: Bool {
    guard case .names = fields[active].kind else { return false }
    return fields[active].picker.canTake
  }

  fileprivate mutating func finishWord() {
    if case .names = fields[active].kind {
      fields[active].picker.take()
      relateLinks()
    } else {
      fields[active].input.finishWord()
    }
  }

  /// Records that were just picked are linked by the relation that stands above them.
  fileprivate mutating func relateLinks() {
    guard let relation = field(.relation)?.picker.chosen.first,
      let index = fields.firstIndex(where: { $0.question == .field(.links) })
    else { return }
    fields[index].picker.rename { choice in
      guard !choice.id.contains(":") else { return choice }
      return Picker.Choice(
        id: relation.id + ":" + choice.id, name: relation.name + ": " + choice.name)
    }
  }

  fileprivate var nextSection: Int {
    fields.indices.first { $0 > active && fields[$0].section != nil } ?? fields.count - 1
  }

  fileprivate var previousSection: Int {
    fields.indices.last { $0 < active && fields[$0].section != nil } ?? 0
  }

  /// False where the key means nothing among choices.
  fileprivate mutating func choose(_ key: KeyPress, among count: Int) -> Bool {
    let selected = fields[active].selected
    switch key {
    case .left: fields[active].selected = max(0, selected - 1)
    case .up where selected > 0: fields[active].selected -= 1
    case .down where selected < count - 1: fields[active].selected += 1
    case .right, .character(" "): fields[active].selected = (selected + 1) % count
    case .character(let character):
      if let digit = character.wholeNumberValue, (1...count).contains(digit) {
        fields[active].selected = digit - 1
      }
    case .up, .down: return false
    case .control, .alt, .home, .end, .pageUp, .pageDown, .insert, .delete, .backspace, .enter,
      .tab, .backTab, .escape, .function:
      break
    }
    return true
  }

  /// Which field a refusal is about.
  fileprivate func place(of error: ActionError) -> Int? {
    let questions: [FormQuestion] =
      switch error {
      case .extensionWithoutReason, .noDeadlineWithoutReason:
        [.reason, .field(.noDeadlineReason)]
      case .dueBeforeRaised, .dueInARing: [.due, .field(.due)]
      case .reasonBesideDeadline: [.field(.noDeadlineReason)]
      case .mandatory(let field): [.field(field)]
      case .noParts, .emptyTitle: [.part(0)]
      case .noSuchLine: [.field(.counterparts)]
      case .linkToItself: [.field(.links)]
      case .emptyNote: [.required(.note)]
      case .endedAlready, .targetIsMerged: [.required(.otherCode)]
      case .replyBeforeChase: [.replyBy]
      case .notClear, .chaseOfEnded, .noConflict, .secretMark, .attachment, .notAnEntry, .step,
        .nothingChanged,
        .inTheBin, .mergedMeanwhile,
        .unreadable,
        .notInProgramme,
        .originOfProgramme, .reviewClosed, .notPeriodic, .noSuchIssue, .issueOutside:
        []
      }
    return questions.lazy.compactMap { question in
      fields.firstIndex { $0.question == question }
    }.first
  }
}
