import App
import Model
import Store
import Terminal
import Vietnamese

/// The plain list: aligned columns on a terminal, tabs between the cells for other programs.
struct ListTable {
  private let opened: OpenRegister
  private let register: Register
  private let language: Language
  private let deadlines: DeadlineText
  /// Others do not learn that there is a secret paper.
  private let isForOthers: Bool

  private static let codeWidth = 8
  private static let statusWidth = 13
  private static let dueWidth = 15
  private static let leadWidth = 22
  private static let leastTitle = 24

  init(_ opened: OpenRegister, isForOthers: Bool = false) {
    self.isForOthers = isForOthers
    self.opened = opened
    register = opened.register
    language = opened.context.language
    deadlines = DeadlineText(language)
  }

  func print(_ places: [RowPlace]) {
    let english =
      language == .en ? opened.englishTitles(of: places) : places.map { _ in nil }
    let isTerminal = Output.isTerminal
    let width = isTerminal ? Output.columns : 0
    if isTerminal && !places.isEmpty { print(safe: heading(width: width)) }
    for (place, titleEn) in zip(places, english) {
      guard let (chunk, row) = register.row(at: place) else { continue }
      let title = titleEn ?? chunk.title(row)
      if isTerminal {
        print(safe: aligned(row, chunk, title, width: width))
      } else {
        Output.print(cells: separated(row, chunk, title))
      }
    }
  }

  /// A line whose cells were padded or cut: they are harmless after that.
  private func print(safe line: String) { Output.write(Array((line + "\n").utf8)) }

  // MARK: - On a terminal

  private func heading(width: Int) -> String {
    aligned(
      code: Field.code.words(language), title: Field.title.words(language),
      lead: Field.lead.words(language), status: "  " + Field.status.words(language),
      due: "  " + Field.due.words(language), width: width)
  }

  private func aligned(_ row: Row, _ chunk: Chunk, _ title: String, width: Int) -> String {
    let mark = row.flags.contains(.secretStub) && !isForOthers ? "[M] " : ""
    return aligned(
      code: chunk.code(row), title: mark + title, lead: lead(row, chunk, isBrief: true),
      status: "\(row.status.glyph) \(row.status.shortWords(language))",
      due: deadlines.brief(
        state(row), due: due(row), event: register.eventAwaited(by: row, in: chunk)),
      width: width)
  }

  private func aligned(
    code: String, title: String, lead: String, status: String, due: String, width: Int
  ) -> String {
    let fixed = ListTable.codeWidth + ListTable.statusWidth + ListTable.dueWidth + 6
    let hasLead = width >= fixed + ListTable.leadWidth + 2 + ListTable.leastTitle
    let titleWidth = max(8, width - fixed - (hasLead ? ListTable.leadWidth + 2 : 0))
    var cells = [
      TextWidth.pad(code, to: ListTable.codeWidth), TextWidth.pad(title, to: titleWidth),
    ]
    if hasLead { cells.append(TextWidth.pad(lead, to: ListTable.leadWidth)) }
    cells.append(TextWidth.pad(status, to: ListTable.statusWidth))
    cells.append(TextWidth.cut(due, to: ListTable.dueWidth))
    return cells.joined(separator: "  ")
  }

  // MARK: - For programs

  private func separated(_ row: Row, _ chunk: Chunk, _ title: String) -> [String] {
    let province = register.entry(row.province, in: .provinces).map { name($0) }
    return [
      chunk.code(row), row.kind.words(language), row.status.words(language),
      due(row).map(deadlines.date) ?? "", deadlines.full(state(row)),
      lead(row, chunk, isBrief: false),
      province ?? register.id(row.province, in: .provinces, chunk: chunk) ?? "", title,
    ]
  }

  private func state(_ row: Row) -> DeadlineState {
    row.deadlineState(on: opened.context.today, limits: opened.queryContext.limits)
  }

  private func due(_ row: Row) -> PartialDate? {
    row.due.map { PartialDate($0, precision: row.duePrecision) }
  }

  private func lead(_ row: Row, _ chunk: Chunk, isBrief: Bool) -> String {
    guard row.lead != .none else { return "—" }
    let entry = register.entry(row.lead, in: .units)
    let unit =
      entry.map { isBrief ? $0.brief(language) : name($0) }
      ?? register.id(row.lead, in: .units, chunk: chunk) ?? "—"
    guard row.flags.contains(.leadProposed) else { return unit }
    return unit + " " + CommandWords.proposed(language)
  }

  private func name(_ entry: RegistryEntry) -> String {
    language == .en ? entry.nameEn ?? entry.name : entry.name
  }
}
