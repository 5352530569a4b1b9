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

  private static let codeWidth = 8
  private static let statusWidth = 13
  private static let dueWidth = 15
  private static let leadWidth = 22
  private static let leastTitle = 24

  init(_ opened: OpenRegister) {
    self.opened = opened
    register = opened.register
    language = opened.context.language
    deadlines = DeadlineText(language)
  }

  func lines(of places: [RowPlace]) -> [String] {
    let english =
      language == .en ? opened.store.englishTitles(of: places) : places.map { _ in nil }
    let isTerminal = Output.isTerminal
    let width = isTerminal ? Output.columns : 0
    var lines: [String] = isTerminal && !places.isEmpty ? [heading(width: width)] : []
    for (place, titleEn) in zip(places, english) {
      guard let (chunk, row) = register.row(at: place) else { continue }
      let title = titleEn ?? chunk.title(row)
      lines.append(
        isTerminal
          ? aligned(row, chunk, title, width: width) : separated(row, chunk, title))
    }
    return lines
  }

  // MARK: - On a terminal

  private func heading(width: Int) -> String {
    aligned(
      code: Field.code.words(language), title: Field.title.words(language),
      lead: Field.lead.words(language), status: "  " + Field.status.words(language),
      due: "  " + Field.due.words(language), width: width)
  }

  private func aligned(_ row: Row, _ chunk: Chunk, _ title: String, width: Int) -> String {
    aligned(
      code: chunk.code(row), title: title, lead: lead(row, chunk, isBrief: true),
      status: "\(row.status.glyph) \(row.status.shortWords(language))",
      due: deadlines.brief(state(row), due: due(row)), width: width)
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

  private func separated(_ row: Row, _ chunk: Chunk, _ title: String) -> String {
    let province = register.entry(row.province, in: .provinces).map { name($0) }
    return [
      chunk.code(row), row.kind.words(language), row.status.words(language),
      due(row).map(deadlines.date) ?? "", deadlines.full(state(row)),
      lead(row, chunk, isBrief: false),
      province ?? register.id(row.province, in: .provinces, chunk: chunk) ?? "", title,
    ].map { TextWidth.harmless($0) }.joined(separator: "\t")
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
      entry.map { isBrief ? $0.brief : name($0) }
      ?? register.id(row.lead, in: .units, chunk: chunk) ?? "—"
    guard row.flags.contains(.leadProposed) else { return unit }
    return unit + " " + CommandWords.proposed(language)
  }

  private func name(_ entry: RegistryEntry) -> String {
    language == .en ? entry.nameEn ?? entry.name : entry.name
  }
}
