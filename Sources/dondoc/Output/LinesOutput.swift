import App
import Model
import Store

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
    AnswerText(opened.store.registry, opened.context.language).sheet(followUp)
  }
}
