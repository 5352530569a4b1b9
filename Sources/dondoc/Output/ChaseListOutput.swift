import App
import Model
import Store
import Terminal
import Vietnamese

/// The shape `dondoc.chases/1`: whom to press today, and how.
struct ChaseListOutput {
  private let opened: OpenRegister
  private let places: [RowPlace]

  init(_ opened: OpenRegister, _ places: [RowPlace]) {
    self.opened = opened
    self.places = places
  }

  private func days(_ row: Row) -> Int {
    let context = opened.queryContext
    return row.deadlineState(on: context.today, limits: context.limits).days ?? 0
  }

  private func next(_ row: Row) -> ChaseChannel {
    opened.store.profile.ladder.next(after: row.lastChase).channel
  }

  func json() -> [UInt8] {
    var json = JSONText()
    json.openObject()
    json.member("schema")
    json.text("dondoc.chases/1")
    json.member("today")
    json.text(opened.context.today.iso)
    json.member("items")
    json.openList()
    for place in places {
      guard let (chunk, row) = opened.register.row(at: place) else { continue }
      json.newLineBeforeElement()
      json.openObject()
      json.member("code")
      json.text(chunk.code(row))
      json.member("lead")
      json.text(opened.register.id(row.lead, in: .units, chunk: chunk))
      json.member("due")
      json.text(row.due?.iso)
      json.member("daysOverdue")
      json.number(days(row))
      json.member("channel")
      json.text(next(row).rawValue)
      json.member("lastOn")
      json.text(row.lastChase?.on.iso)
      json.closeObject()
    }
    json.closeList()
    json.closeObject()
    json.newLine()
    return json.bytes
  }

  func lines() -> [String] {
    let language = opened.context.language
    let dates = DeadlineText(language)
    if places.isEmpty {
      return Output.isTerminal ? [CommandWords.nothingToChase(language)] : []
    }
    return places.compactMap { place in
      guard let (chunk, row) = opened.register.row(at: place) else { return nil }
      let lead = opened.register.id(row.lead, in: .units, chunk: chunk).map {
        opened.store.registry.name($0, in: .units, language: language)
      }
      let cells = [
        chunk.code(row), dates.full(.overdue(days: days(row))), next(row).words(language),
        lead ?? "—", chunk.title(row),
      ].map { TextWidth.harmless($0) }
      guard Output.isTerminal else { return Output.row(cells) }
      let widths = [9, 20, 18, 30]
      let fixed = zip(cells, widths).map { TextWidth.pad($0, to: $1) }.joined(separator: "  ")
      return TextWidth.cut(fixed + "  " + cells[4], to: Output.columns)
    }
  }
}
