import App
import Model
import Store
import Terminal
import Vietnamese

/// The shape `dondoc.letters/1`, and the letters as text.
struct LetterOutput {
  private let opened: OpenRegister
  private let round: LetterRound
  private let language: Language

  init(_ opened: OpenRegister, _ round: LetterRound) {
    self.opened = opened
    self.round = round
    language = opened.context.language
  }

  private var today: Day { opened.context.today }

  /// The ministry's contact point as it is called on the day, unless the letter goes to it.
  private func copy(_ letter: LetterRound.Letter) -> String? {
    let contact = opened.store.registry.unit(opened.store.profile.contactMinistry, on: today)?.id
    return contact == letter.to ? nil : contact
  }

  /// When the next letter is due, if there is no answer.
  private func next(after letter: LetterRound.Letter) -> Day {
    opened.store.profile.ladder.dayAfterLetter(
      letter.items.map(\.reminder).min() ?? 1, sentOn: today, isWorked: opened.isWorked)
  }

  func json() -> [UInt8] {
    var json = JSONText()
    json.openObject()
    json.member("schema")
    json.text("dondoc.letters/1")
    json.member("today")
    json.text(today.iso)
    json.member("letters")
    json.openList()
    for letter in round.letters { add(letter, to: &json) }
    json.closeList()
    json.member("own")
    json.openList()
    for own in round.own {
      json.newLineBeforeElement()
      json.openObject()
      json.member("code")
      json.text(own.code)
      json.member("days")
      json.number(own.days)
      json.closeObject()
    }
    json.closeList()
    json.member("left")
    json.openList()
    for left in round.left {
      json.newLineBeforeElement()
      json.openObject()
      json.member("code")
      json.text(left.code)
      json.member("reason")
      json.text(left.reason.name)
      json.closeObject()
    }
    json.closeList()
    json.closeObject()
    json.newLine()
    return json.bytes
  }

  private func add(_ letter: LetterRound.Letter, to json: inout JSONText) {
    json.newLineBeforeElement()
    json.openObject()
    json.member("to")
    json.text(letter.to)
    json.member("name")
    json.text(opened.store.registry.name(letter.to, in: .units))
    json.member("copy")
    json.openList()
    if let copy = copy(letter) { json.text(copy) }
    json.closeList()
    json.member("next")
    json.text(next(after: letter).iso)
    json.member("items")
    json.openList()
    for item in letter.items {
      json.openObject()
      json.member("code")
      json.text(item.code)
      json.member("due")
      json.text(item.due.day.iso)
      json.member("daysOverdue")
      json.number(item.daysOverdue)
      json.member("reminder")
      json.number(item.reminder)
      json.closeObject()
    }
    json.closeList()
    json.closeObject()
  }

  // MARK: - For people

  /// The whole letters as drafts, or only what would be in them.
  func lines(isDraft: Bool) -> [String] {
    let dates = DeadlineText(language)
    let text = LetterText(opened.store.registry, language)
    var lines: [String] = []
    for letter in round.letters {
      let next = next(after: letter)
      lines += text.lines(letter, copy: copy(letter), today: today, next: next) { title($0) }
      lines += [CommandWords.nextReminder(dates.day(next))(language), ""]
      if isDraft { lines += ["————", ""] }
    }
    if round.letters.isEmpty { lines += [CommandWords.noLetters(language), ""] }
    if !round.own.isEmpty {
      lines.append(CommandWords.ownList(language))
      for own in round.own {
        lines.append("  \(own.code)  " + dates.full(.overdue(days: own.days)))
      }
      lines.append("")
    }
    if !isDraft { lines += leftOut() }
    return lines.map { TextWidth.harmless($0) }
  }

  private func title(_ item: LetterRound.Item) -> String {
    opened.register.row(at: item.place).map { chunk, row in chunk.title(row) } ?? ""
  }

  /// One line a reason.
  private func leftOut() -> [String] {
    guard !round.left.isEmpty else { return [] }
    var reasons: [String] = []
    var codes: [String: [String]] = [:]
    for left in round.left {
      let reason = left.reason.words(language)
      if codes[reason] == nil { reasons.append(reason) }
      codes[reason, default: []].append(left.code)
    }
    return [CommandWords.leftOut(language)]
      + reasons.map { "  \($0): " + (codes[$0] ?? []).joined(separator: ", ") }
  }
}
