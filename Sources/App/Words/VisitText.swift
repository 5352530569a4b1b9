package import Model
internal import Terminal
package import Vietnamese

/// The visit sheet as lines; the one wording for screen and command.
package struct VisitText: Sendable {
  package enum Line: Equatable, Sendable {
    case heading(String)
    case text(String)
    /// A record, with what stands at the end of its line.
    case record(RowPlace, code: String, title: String, standing: String)
    case blank
  }

  /// A screenful; what is more is counted.
  package static let mostRecords = 12

  private let register: Register
  private let context: QueryContext
  private let language: Language
  private let dates: DeadlineText

  package init(_ register: Register, context: QueryContext, language: Language) {
    self.register = register
    self.context = context
    self.language = language
    dates = DeadlineText(language)
  }

  private func say(_ words: Words) -> String { words(language) }

  package func name(_ subject: VisitSubject) -> String {
    switch subject {
    case .province(let id): register.registry.name(id, in: .provinces, language: language)
    case .counterpart(let id): register.registry.name(id, in: .counterparts, language: language)
    }
  }

  /// `records` are those with figures, as they were read; nil while they are not.
  ///
  /// Tables and long lines are set to `columns`.
  package func lines(
    _ sheet: VisitSheet, records: [FollowUp]?, columns: Int = QuantityTable.columns + 2
  ) -> [Line] {
    var lines: [Line] = []
    for section in VisitSheet.Section.allCases {
      let places = sheet.places(section)
      guard !places.isEmpty || section == .overdue else { continue }
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(
        .heading(say(section.words(since: sheet.lastMeeting.map(dates.day))) + " · \(places.count)")
      )
      if places.isEmpty { lines.append(.text("  —")) }
      lines += places.prefix(VisitText.mostRecords).compactMap(record)
      let more = places.count - VisitText.mostRecords
      if more > 0 {
        lines.append(.text("  " + say(Words("… và \(more) mục nữa", "… and \(more) more"))))
      }
    }
    return lines + quantities(sheet, records, columns: columns)
  }

  private func record(_ place: RowPlace) -> Line? {
    guard let (chunk, row) = register.row(at: place) else { return nil }
    let state = row.deadlineState(on: context.today, limits: context.limits)
    let due = row.due.map { PartialDate($0, precision: row.duePrecision) }
    let done = row.doneOn.map { "● " + dates.day($0) }
    let standing =
      row.status.isOpen
      ? "\(row.status.glyph) "
        + dates.brief(state, due: due, event: register.eventAwaited(by: row, in: chunk))
      : done ?? ""
    return .record(
      place, code: TextWidth.harmless(chunk.code(row)),
      title: TextWidth.harmless(chunk.titleForALine(row)), standing: standing)
  }

  private func quantities(
    _ sheet: VisitSheet, _ records: [FollowUp]?, columns: Int
  ) -> [Line] {
    guard !sheet.withQuantities.isEmpty, let records else { return [] }
    let reader = GiftReader(register.registry)
    let table = QuantityTable(TwoWayQuantities(records) { reader.way($0) }, language)
    let width = columns - 2
    let lines = table.lines(columns: min(width, QuantityTable.columns))
      .flatMap { QuantityTable.wrapped($0, to: width) }
    guard !lines.isEmpty else { return [] }
    return [.blank, .heading(say(Words("Cho và nhận", "Given and received")))]
      + lines.map { .text("  " + $0) }
  }
}

extension VisitSheet.Section {
  func words(since: String?) -> Words {
    switch self {
    case .overdue: Words("Quá hạn", "Overdue")
    case .open: Words("Kiến nghị đang mở", "Open requests")
    case .byMinistry: Words("Bộ đã hứa, đã giao", "Promised or ordered by the ministry")
    case .byProvince: Words("Tỉnh đã hứa", "Promised by the province")
    case .joint: Words("Hai bên, hoặc với đối tác", "Joint, or with the partner")
    case .events: Words("Sự kiện sắp tới", "Events to come")
    case .done:
      since.map { Words("Đã xong từ lần gặp trước (\($0))", "Done since the last meeting (\($0))") }
        ?? Words("Đã xong trong 1 năm", "Done within a year")
    }
  }
}

/// "Cho và nhận" as aligned lines; the one wording for screens and command. Story S9.
package struct QuantityTable: Sendable {
  private let quantities: TwoWayQuantities
  private let language: Language

  package init(_ quantities: TwoWayQuantities, _ language: Language) {
    self.quantities = quantities
    self.language = language
  }

  /// The width of the table where there is room.
  package static let columns = 76

  /// Goods, given, received; then what cannot be summed, and where the sums come from.
  ///
  /// The names of goods have what `columns` leave over.
  package func lines(isTabbed: Bool = false, columns: Int = QuantityTable.columns) -> [String] {
    let widthOfItem = max(20, columns - (QuantityTable.columns - 34))
    func row(_ item: String, _ given: String, _ received: String) -> String {
      let item = TextWidth.harmless(item)
      guard !isTabbed else { return [item, given, received].joined(separator: "\t") }
      return TextWidth.pad(TextWidth.cut(item, to: widthOfItem - 1), to: widthOfItem)
        + TextWidth.pad(given, to: 22, alignment: .trailing) + "  "
        + TextWidth.pad(received, to: 18, alignment: .trailing)
    }
    var lines: [String] = []
    if isTabbed || !quantities.lines.isEmpty {
      lines.append(
        row(
          CommandWords.item(language), CommandWords.given(language),
          CommandWords.received(language)))
    }
    for line in quantities.lines {
      lines.append(row("\(line.item) (\(line.unit))", number(line.given), number(line.received)))
    }
    lines += section(CommandWords.unquantified, quantities.unquantified)
    lines += section(CommandWords.converted, quantities.converted)
    if !quantities.sources.isEmpty {
      lines.append(CommandWords.sumSources(language) + quantities.sources.joined(separator: ", "))
    }
    if !quantities.left.isEmpty {
      lines.append(CommandWords.unclearWay(language) + quantities.left.joined(separator: ", "))
    }
    return lines
  }

  /// A line of words in as many lines as it needs, under its own indent.
  static func wrapped(_ line: String, to width: Int) -> [String] {
    guard TextWidth.columns(of: line) > width else { return [line] }
    let indent = String(line.prefix { $0 == " " }) + "  "
    let lines = TextWidth.wrap(
      String(line.drop { $0 == " " }), to: max(8, width - indent.count))
    return lines.enumerated().map { ($0 == 0 ? String(indent.dropLast(2)) : indent) + $1 }
  }

  private func number(_ sum: TwoWayQuantities.Sum?) -> String {
    sum.map { QuantityText.number($0.value.text, $0.qualifier, language) } ?? "—"
  }

  private func section(_ heading: Words, _ singles: [TwoWayQuantities.Single]) -> [String] {
    guard !singles.isEmpty else { return [] }
    return [heading(language)]
      + singles.map { single in
        let way = single.way == .given ? CommandWords.given : CommandWords.received
        let quantity = single.quantity
        let number = quantity.number.map {
          QuantityText.number($0, quantity.qualifier, language) + " "
        }
        return "  \(way(language)): " + (number ?? "")
          + [quantity.unit, quantity.item].filter { !$0.isEmpty }.map { TextWidth.harmless($0) }
          .joined(separator: " ")
          + " (\(single.code))"
      }
  }
}
