import App
import Model
import Store

/// What a change does to each record, before → after.
struct PlannedText {
  private let opened: OpenRegister
  private let planned: [PlannedChange]

  init(_ opened: OpenRegister, _ planned: [PlannedChange]) {
    self.opened = opened
    self.planned = planned
  }

  /// The code and title, then a line for each field.
  func print() {
    let register = opened.register
    let made = Dictionary(
      planned.filter(\.isNew).map { ($0.record.key, $0.record.code) }
    ) { one, _ in one }
    let text = ValueText(opened.store.registry, language: opened.context.language) {
      made[$0] ?? register.code(ofKey: $0)
    }
    for change in planned {
      let title = change.record.fields[.title].text ?? "—"
      let mark =
        change.isNew ? CommandWords.newRecord(opened.context.language) + "  " : ""
      Output.print("\(mark)\(change.record.code)  \(title)")
      if change.isNew { continue }
      for edit in change.edits { Output.print("  " + text.line(edit)) }
    }
  }

  /// The shape `dondoc.preview/1`. Documented in `docs/json.md`.
  func json() -> [UInt8] {
    var json = JSONText()
    json.openObject()
    json.member("schema")
    json.text("dondoc.preview/1")
    json.member("records")
    json.openList()
    for change in planned {
      json.newLineBeforeElement()
      json.openObject()
      json.member("code")
      json.text(change.record.code)
      if change.isNew {
        json.member("new")
        json.value(.bool(true))
      }
      json.member("edits")
      json.openList()
      for edit in change.edits { json.value(edit.value) }
      json.closeList()
      json.member("forced")
      json.openList()
      for forced in change.forced { json.text(forced) }
      json.closeList()
      json.closeObject()
    }
    json.closeList()
    json.closeObject()
    json.newLine()
    return json.bytes
  }
}
