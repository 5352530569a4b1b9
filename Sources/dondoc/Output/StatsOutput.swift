import App
import Model
import Store
import Terminal
import Vietnamese

/// The shape `dondoc.stats/1`, and the same as tables with bars.
struct StatsOutput {
  private let opened: OpenRegister
  let statistics: Statistics
  private let basis: DeadlineBasis
  private let language: Language

  private static let numberWidth = 9

  /// What the numbers leave of the line.
  private var nameWidth: Int {
    min(34, max(16, Output.columns - StatsOutput.numberWidth * (Box.allCases.count + 1)))
  }

  init(_ opened: OpenRegister, _ statistics: Statistics, _ basis: DeadlineBasis) {
    self.opened = opened
    self.statistics = statistics
    self.basis = basis
    language = opened.context.language
  }

  // MARK: - JSON

  func json() -> [UInt8] {
    var json = JSONText()
    json.openObject()
    json.member("schema")
    json.text("dondoc.stats/1")
    json.member("today")
    json.text(opened.context.today.iso)
    json.member("basis")
    json.text(basis.rawValue)
    json.member("total")
    json.number(statistics.boxes.total)
    json.member("boxes")
    json.boxes(statistics.boxes)
    json.member("byBasis")
    json.openObject()
    for basis in DeadlineBasis.allCases {
      json.member(named: basis.rawValue)
      json.boxes(statistics.boxes(by: basis))
    }
    json.closeObject()
    json.member("by")
    json.openObject()
    for dimension in Statistics.Dimension.allCases {
      json.member(named: dimension.rawValue)
      json.openList()
      for line in statistics.lines(dimension) { add(line, to: &json) }
      json.closeList()
    }
    json.closeObject()
    addCourse(to: &json)
    json.member("differs")
    json.openList()
    for moved in statistics.moved { add(moved, to: &json) }
    json.closeList()
    json.closeObject()
    json.newLine()
    return json.bytes
  }

  private func add(_ line: Statistics.Line, to json: inout JSONText) {
    json.newLineBeforeElement()
    json.openObject()
    json.member("id")
    json.text(line.id)
    json.member("total")
    json.number(line.boxes.total)
    json.member("boxes")
    json.boxes(line.boxes)
    json.closeObject()
  }

  private func add(_ moved: Statistics.Moved, to json: inout JSONText) {
    json.newLineBeforeElement()
    json.openObject()
    json.member("code")
    json.text(code(moved.place))
    json.member("adjusted")
    json.text(moved.adjusted.rawValue)
    json.member("original")
    json.text(moved.original.rawValue)
    json.closeObject()
  }

  private func code(_ place: RowPlace) -> String {
    opened.register.row(at: place).map { chunk, row in chunk.code(row) } ?? ""
  }

  // MARK: - For people

  func lines() -> [String] { Output.isTerminal ? tables() : separated() }

  private func tables() -> [String] {
    let boxes = statistics.boxes
    var lines = [CommandWords.boxesTotal(boxes.total, boxes.done, boxes.open)(language), ""]
    let most = Box.allCases.map { boxes[$0] }.max() ?? 0
    let room = max(10, Output.columns - 40)
    for box in Box.allCases {
      let length = most == 0 ? 0 : (boxes[box] * room + most - 1) / most
      lines.append(
        TextWidth.pad(box.words(language), to: 24)
          + TextWidth.pad(number(boxes[box]), to: 10, alignment: .trailing) + "  "
          + String(repeating: box.bar, count: length))
    }
    for dimension in Statistics.Dimension.allCases { lines += table(dimension) }
    lines += [""] + CourseText(statistics.course, language).lines()
    if !statistics.moved.isEmpty { lines += [""] + bases() }
    lines += differences()
    return lines
  }

  private func table(_ dimension: Statistics.Dimension) -> [String] {
    let all = statistics.lines(dimension)
    guard !all.isEmpty else { return [] }
    let heads = Box.allCases.map { cell($0.shortWords(language)) }.joined()
    let total = cell(Words("tổng", "total")(language))
    let head = TextWidth.pad(dimension.words(language), to: nameWidth) + total + heads
    return ["", head]
      + all.map { line in
        let cells = Box.allCases.map { cell(line.boxes[$0] == 0 ? "—" : number(line.boxes[$0])) }
        return TextWidth.pad(name(line.id, dimension), to: nameWidth)
          + cell(number(line.boxes.total)) + cells.joined()
      }
  }

  private func differences() -> [String] {
    guard !statistics.moved.isEmpty else { return [] }
    return [""]
      + statistics.moved.map {
        CommandWords.movedBox(code($0.place), $0.adjusted, $0.original)(language)
      }
  }

  /// The boxes by either deadline, a line each.
  private func bases() -> [String] {
    DeadlineBasis.allCases.reversed().map { basis in
      let boxes = statistics.boxes(by: basis)
      let cells = Box.allCases.map { $0.shortWords(language) + " " + number(boxes[$0]) }
      return basis.words(language) + ": " + cells.joined(separator: " · ")
    }
  }

  private func cell(_ text: String) -> String {
    TextWidth.pad(text, to: StatsOutput.numberWidth, alignment: .trailing)
  }

  private func number(_ number: Int) -> String { VietnameseNumber.format(number, language) }

  /// A line each: what it is counted by, its name, the total, then the boxes in order.
  private func separated() -> [String] {
    func line(_ what: String, _ name: String, _ boxes: Boxes) -> String {
      let counts = Box.allCases.map { String(boxes[$0]) }
      return Output.row([what, name, String(boxes.total)] + counts)
    }
    let total = Words("Tổng số", "Total")(language)
    return [line("", total, statistics.boxes)]
      + Statistics.Dimension.allCases.flatMap { dimension in
        statistics.lines(dimension).map {
          line(dimension.rawValue, name($0.id, dimension), $0.boxes)
        }
      } + differences().dropFirst()
  }

  private func name(_ id: String?, _ dimension: Statistics.Dimension) -> String {
    guard let id else { return "—" }
    let kind: RegistryKind
    switch dimension {
    case .status: return Status(rawValue: id)?.words(language) ?? id
    case .holder: return Holder(rawValue: id)?.words(language) ?? id
    case .province: kind = .provinces
    case .lead: kind = .units
    case .category: kind = .categories
    case .counterpart: kind = .counterparts
    case .programme:
      let programme = opened.store.registry.programme(id)
      let name = (language == .en ? programme?.nameEn : nil) ?? programme?.name ?? id
      return TextWidth.harmless(name)
    }
    return TextWidth.harmless(opened.store.registry.name(id, in: kind, language: language))
  }
}

extension JSONText {
  mutating func boxes(_ boxes: Boxes) {
    openObject()
    for box in Box.allCases {
      member(named: box.rawValue)
      number(boxes[box])
    }
    closeObject()
  }
}
