import App
import Model
import Store

/// The shape `dondoc.letters/1`, and the letters as text.
struct LetterOutput {
  private let opened: OpenRegister
  private let round: LetterRound
  private let text: LettersText

  init(_ opened: OpenRegister, _ round: LetterRound) {
    self.opened = opened
    self.round = round
    text = LettersText(
      opened.register, today: opened.context.today, language: opened.context.language,
      isWorked: { opened.isWorked($0) })
  }

  private var today: Day { opened.context.today }

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
    if let copy = text.copy(letter) { json.text(copy) }
    json.closeList()
    json.member("next")
    json.text(text.next(after: letter).iso)
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
  func lines(isDraft: Bool) -> [String] { text.lines(round, isDraft: isDraft) }
}
