import App
import Model
import Store
import Terminal
import Vietnamese

/// The shape `dondoc.lines/1`: the counterparts of one record.
struct LinesOutput {
  private let opened: OpenRegister
  private let followUp: FollowUp
  private let answers: CounterpartLines

  init(_ opened: OpenRegister, _ followUp: FollowUp) {
    self.opened = opened
    self.followUp = followUp
    answers = CounterpartLines(followUp)
  }

  func json() -> [UInt8] {
    var json = JSONText()
    json.openObject()
    json.member("schema")
    json.text("dondoc.lines/1")
    json.member("code")
    json.text(followUp.code)
    json.member("parentStatus")
    json.text(followUp.derivedStatus.rawValue)
    json.member("lines")
    json.number(answers.lines.count)
    json.member("answered")
    json.number(answers.answered)
    json.member("missing")
    json.openList()
    for line in answers.missing { json.text(line.counterpart) }
    json.closeList()
    json.member("counterparts")
    json.openList()
    for line in followUp.counterparts {
      json.newLineBeforeElement()
      json.value(line.value)
    }
    json.closeList()
    json.closeObject()
    json.newLine()
    return json.bytes
  }

  func lines() -> [String] {
    let language = opened.context.language
    var shown = ["\(followUp.code)  \(followUp.derivedStatus.words(language))  \(followUp.title)"]
    guard !answers.lines.isEmpty else { return shown + [CommandWords.noLines(language)] }
    for line in answers.lines {
      let on = line.on.map { DeadlineText(language).day($0) }
      let parts = [
        line.status.map { "\($0.glyph) \($0.words(language))" }, on, line.unit.map(unit),
        line.answer, line.paper,
      ].compactMap { $0 }
      let name = TextWidth.pad(self.name(line), to: 22)
      shown.append("  " + name + "  " + (parts.isEmpty ? "—" : parts.joined(separator: " · ")))
    }
    let missing = answers.missing.map { line in
      name(line) + (line.unit.map { " (\(unit($0)))" } ?? "")
    }
    let sentence = CommandWords.answers(answers.answered, of: answers.lines.count, missing: missing)
    return shown + [sentence(language)]
  }

  private func name(_ line: CounterpartLine) -> String {
    opened.store.registry.name(
      line.counterpart, in: .counterparts, language: opened.context.language)
  }

  private func unit(_ id: String) -> String {
    opened.store.registry.name(id, in: .units, language: opened.context.language)
  }
}
