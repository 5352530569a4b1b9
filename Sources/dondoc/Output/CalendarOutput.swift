import App
import Model
import Store
import Terminal
import Vietnamese

/// The shape `dondoc.calendar/1`, and the same as an agenda.
struct CalendarOutput {
  private let opened: OpenRegister
  private let agenda: Agenda
  private let from: Day
  private let to: Day

  init(_ opened: OpenRegister, _ agenda: Agenda, from: Day, to: Day) {
    self.opened = opened
    self.agenda = agenda
    self.from = from
    self.to = to
  }

  func json() -> [UInt8] {
    var json = JSONText()
    json.openObject()
    json.member("schema")
    json.text("dondoc.calendar/1")
    json.member("today")
    json.text(opened.context.today.iso)
    json.member("from")
    json.text(from.iso)
    json.member("to")
    json.text(to.iso)
    json.member("entries")
    json.openList()
    for entry in agenda.entries {
      json.newLineBeforeElement()
      json.openObject()
      json.member("day")
      json.text(entry.day.iso)
      json.member("sort")
      json.text(entry.sort.rawValue)
      json.member("code")
      json.text(code(entry.place))
      json.member("precision")
      json.text(entry.precision.rawValue)
      json.closeObject()
    }
    json.closeList()
    json.member("undated")
    json.openList()
    for place in agenda.undated { json.text(code(place)) }
    json.closeList()
    json.closeObject()
    json.newLine()
    return json.bytes
  }

  func lines() -> [String] {
    let language = opened.context.language
    let dates = DeadlineText(language)
    var lines: [String] = []
    var last: Day?
    for entry in agenda.entries {
      let isNew = entry.day != last
      last = entry.day
      if Output.isTerminal && isNew { lines.append(dates.dayAndWeekday(entry.day)) }
      let cells = [entry.sort.words(language), code(entry.place), title(entry.place)]
      lines.append(
        Output.isTerminal
          ? "  " + TextWidth.pad(cells[0], to: 12) + "  " + TextWidth.pad(cells[1], to: 9) + "  "
            + cells[2]
          : Output.row([entry.day.iso] + cells))
    }
    guard !agenda.undated.isEmpty else { return lines }
    let codes = agenda.undated.map(code).joined(separator: ", ")
    return lines + [CommandWords.undated(language) + " " + codes]
  }

  private func code(_ place: RowPlace) -> String {
    opened.register.row(at: place).map { chunk, row in TextWidth.harmless(chunk.code(row)) } ?? ""
  }

  private func title(_ place: RowPlace) -> String {
    opened.register.row(at: place).map { chunk, row in TextWidth.harmless(chunk.title(row)) } ?? ""
  }
}
