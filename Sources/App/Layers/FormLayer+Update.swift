internal import Model
internal import Terminal
internal import Vietnamese

extension AppState {
  mutating func pressInForm(_ key: KeyPress, _ form: FormLayer) -> [Effect] {
    var form = form
    form.fault = nil
    switch key {
    case .escape, .control("c"):
      layers.removeLast()
      return []
    case .enter:
      form.finishWord()
      guard form.active == form.fields.count - 1 else {
        form.active += 1
        break
      }
      return submit(form)
    case .control("s"), .alt("\r"):
      form.finishWord()
      return submit(form)
    case .tab:
      form.finishWord()
      form.active = (form.active + 1) % form.fields.count
    case .backTab:
      form.finishWord()
      form.active = (form.active + form.fields.count - 1) % form.fields.count
    case .up: form.moveUp()
    case .down: form.moveDown(suggestions: suggestionCount(form))
    case .character, .control, .alt, .left, .right, .home, .end, .pageUp, .pageDown, .insert,
      .delete, .backspace, .function:
      form.press(key, typing)
    }
    layers[layers.count - 1] = .form(form)
    return []
  }

  private func suggestionCount(_ form: FormLayer) -> Int {
    form.fields[form.active]
      .suggestions(in: register.registry, limit: FormLayer.suggestionRows).count
  }

  /// Tries the answers on the record that is shown, so that what is wrong is said beside them.
  private mutating func submit(_ form: FormLayer) -> [Effect] {
    var form = form
    switch form.action(in: self) {
    case .failure(let fault):
      form.fault = fault
      form.active = form.fields.firstIndex { $0.question == fault.question } ?? form.active
    case .success(let action):
      guard let sentence = objection(to: action) else {
        layers.removeLast()
        return [.act(action, slot: form.slot, key: form.key, seen: form.seen)]
      }
      form.fault = FormFault(question: form.fields[form.active].question, sentence: sentence)
    }
    layers[layers.count - 1] = .form(form)
    return []
  }

  private func objection(to action: Action) -> String? {
    guard let record = selectedRecord else { return nil }
    do throws(ActionError) {
      _ = try action.outcome(on: record, author: "", noteID: "")
      return nil
    } catch {
      return error.words(language)
    }
  }
}

extension FormLayer {
  fileprivate mutating func finishWord() {
    fields[active].input.finishWord()
  }

  fileprivate mutating func press(_ key: KeyPress, _ typing: Composer.Method) {
    switch fields[active].kind {
    case .choice(let choices): chooseByKey(key, among: choices.count)
    case .text, .date, .dateOrReason, .unit, .year, .code:
      let before = fields[active].input
      _ = fields[active].input.press(key, fields[active].kind.isProse ? typing : .off)
      if fields[active].input.text != before.text { fields[active].selected = 0 }
    }
  }

  private mutating func chooseByKey(_ key: KeyPress, among count: Int) {
    switch key {
    case .left: fields[active].selected = max(0, fields[active].selected - 1)
    case .right, .character(" "):
      fields[active].selected = (fields[active].selected + 1) % count
    case .character(let character):
      if let digit = character.wholeNumberValue, (1...count).contains(digit) {
        fields[active].selected = digit - 1
      }
    case .control, .alt, .up, .down, .home, .end, .pageUp, .pageDown, .insert, .delete,
      .backspace, .enter, .tab, .backTab, .escape, .function:
      break
    }
  }

  fileprivate mutating func moveUp() {
    finishWord()
    switch fields[active].kind {
    case .unit where fields[active].selected > 0: fields[active].selected -= 1
    case .choice where fields[active].selected > 0: fields[active].selected -= 1
    case .text, .date, .dateOrReason, .unit, .year, .code, .choice: active = max(0, active - 1)
    }
  }

  fileprivate mutating func moveDown(suggestions: Int) {
    finishWord()
    switch fields[active].kind {
    case .unit where fields[active].selected < suggestions - 1: fields[active].selected += 1
    case .choice(let choices) where fields[active].selected < choices.count - 1:
      fields[active].selected += 1
    case .text, .date, .dateOrReason, .unit, .year, .code, .choice:
      active = min(fields.count - 1, active + 1)
    }
  }
}

extension FormField.Kind {
  /// Whether Vietnamese is typed there; a year and a code are letters and digits only.
  fileprivate var isProse: Bool {
    switch self {
    case .text, .date, .dateOrReason, .unit: true
    case .year, .code, .choice: false
    }
  }
}
