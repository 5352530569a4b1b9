import App
import Model
import Store
import Terminal
import Vietnamese

/// The shape `dondoc.programmes/1`: programmes with their figures, and the tasks over the years.
struct ProgrammeOutput {
  private let opened: OpenRegister
  private let sheets: [ReviewSheet]
  private let isMatrix: Bool
  private let language: Language

  /// The figures are those of the year in force, or of the last year before it.
  init(_ opened: OpenRegister, programmes: [Programme], isMatrix: Bool) {
    self.opened = opened
    self.isMatrix = isMatrix
    language = opened.context.language
    let today = opened.context.today
    sheets = programmes.map { programme in
      let year = min(
        max(today.year, programme.years.first ?? 0), programme.years.last ?? today.year)
      return ReviewSheet(
        programme, year: year, records: opened.records(ofProgramme: programme.id),
        today: today, limits: opened.store.profile.dueSoon)
    }
  }

  func json() -> [UInt8] {
    var json = JSONText()
    json.openObject()
    json.member("schema")
    json.text("dondoc.programmes/1")
    json.member("programmes")
    json.openList()
    for sheet in sheets { add(sheet, to: &json) }
    json.closeList()
    json.closeObject()
    json.newLine()
    return json.bytes
  }

  private func add(_ sheet: ReviewSheet, to json: inout JSONText) {
    let programme = sheet.programme
    json.newLineBeforeElement()
    json.openObject()
    json.member("id")
    json.text(programme.id)
    json.member("name")
    json.text(programme.name)
    json.member("province")
    json.text(programme.province)
    json.member("from")
    json.text(programme.period?.from.iso)
    json.member("to")
    json.text(programme.period?.to.iso)
    json.member("year")
    json.number(sheet.year)
    json.member("tasks")
    json.number(sheet.tasks)
    json.member("done")
    json.number(sheet.done.count)
    json.member("open")
    json.number(sheet.open.count)
    json.member("closedYears")
    json.openList()
    for year in programme.years where isClosed(programme, year) { json.number(year) }
    json.closeList()
    if isMatrix { addMatrix(sheet, to: &json) }
    json.closeObject()
  }

  private func isClosed(_ programme: Programme, _ year: Int) -> Bool {
    ((try? opened.store.closedReview(programme, year: year)) ?? nil) != nil
  }

  private func addMatrix(_ sheet: ReviewSheet, to json: inout JSONText) {
    json.member("matrix")
    json.openList()
    for item in sheet.items {
      json.newLineBeforeElement()
      json.openObject()
      json.member("code")
      json.text(item.code)
      json.member("years")
      json.openObject()
      for (year, mark) in zip(years(sheet), item.marks) {
        json.member(named: String(year))
        json.text(mark.name)
      }
      json.closeObject()
      json.closeObject()
    }
    json.closeList()
  }

  private func years(_ sheet: ReviewSheet) -> [Int] {
    sheet.programme.years.isEmpty ? [sheet.year] : sheet.programme.years
  }

  // MARK: - For people

  func lines() -> [String] { sheets.flatMap { isMatrix ? matrix($0) : [line($0)] } }

  private func name(_ programme: Programme) -> String {
    TextWidth.harmless(
      language == .en ? programme.nameEn ?? programme.name : programme.name)
  }

  private func line(_ sheet: ReviewSheet) -> String {
    let counts = Words(
      "\(sheet.year): \(sheet.tasks) nhiệm vụ, xong \(sheet.done.count), còn \(sheet.open.count)",
      "\(sheet.year): \(sheet.tasks) tasks, \(sheet.done.count) done, \(sheet.open.count) open")
    guard Output.isTerminal else {
      return [sheet.programme.id, name(sheet.programme), counts(language)].joined(separator: "\t")
    }
    return TextWidth.pad(sheet.programme.id, to: 22) + counts(language) + "\n"
      + String(repeating: " ", count: 22) + name(sheet.programme)
  }

  private func matrix(_ sheet: ReviewSheet) -> [String] {
    let years = years(sheet)
    let width = Output.isTerminal ? max(20, Output.columns - 12 - 6 * years.count) : 60
    let head = years.map { TextWidth.pad(String($0), to: 6) }.joined()
    let rows = sheet.items.map { item in
      let title = TextWidth.cut(TextWidth.harmless(item.title), to: width - 2)
      return TextWidth.pad(item.code, to: 10) + TextWidth.pad(title, to: width)
        + item.marks.map { TextWidth.pad(" " + String($0.glyph), to: 6) }.joined()
    }
    return [name(sheet.programme), "", String(repeating: " ", count: width + 10) + head] + rows
  }
}
