internal import Model
internal import Terminal
internal import Vietnamese

extension Drawing {
  mutating func dashboard(_ dashboard: DashboardScreen) {
    let goesOn = dashboard.scroll < DashboardPen(self, dashboard).mostScroll
    _ = frame(
      ScreenFrame(
        title: Words("Bảng số liệu", "Dashboard"),
        remark: scope(dashboard.filter, total: dashboard.statistics.boxes.total),
        figures: goesOn ? say(Words("↓ còn nữa", "↓ more")) : "",
        hints: [.open, .nextPane, .group, .scrollDown, .back, .help]))
    var pen = DashboardPen(self, dashboard)
    pen.all()
    canvas = pen.drawing.canvas
  }
}

/// Writes the dashboard onto a sheet as long as it needs, of which the screen shows a part.
struct DashboardPen {
  var drawing: Drawing
  let dashboard: DashboardScreen
  private let room: Rect
  /// Columns of the left half and where the right begins.
  private let half: Int

  init(_ drawing: Drawing, _ dashboard: DashboardScreen) {
    self.drawing = drawing
    self.dashboard = dashboard
    room = drawing.layout.body.rows(from: 2).inset(columns: 2)
    half = (room.columns - 2) / 2
  }

  private var state: AppState { drawing.state }
  private var course: Course { dashboard.course }
  func say(_ words: Words) -> String { drawing.say(words) }
  func style(_ role: Role) -> Style { drawing.style(role) }

  // MARK: - Where things stand

  private var linesTop: Int { dashboard.statistics.moved.isEmpty ? 9 : 10 }
  private var monthsTop: Int { 7 }
  private var agesTop: Int { 12 }
  var basesTop: Int {
    max(linesTop + 2 + dashboard.lines.count, agesTop + 2 + Course.Age.allCases.count)
  }
  private var worstTop: Int { basesTop + (dashboard.statistics.moved.isEmpty ? 3 : 5) }
  private var recentTop: Int { worstTop + 2 + max(1, course.worst.count) }
  private var height: Int { recentTop + 2 }

  var mostScroll: Int { max(0, height - room.rows) }

  /// The line of the sheet the cursor is on.
  private var cursorLine: Int {
    let index = dashboard.cursor.index
    return switch dashboard.cursor.section {
    case .boxes, .holders: 1 + index
    case .lines: linesTop + 1 + index
    case .months: monthsTop + 1 + index / Course.monthCount
    case .ages: agesTop + 1 + index
    case .bases: basesTop + 3
    case .worst: worstTop + 1 + index
    case .recent: recentTop + 1
    }
  }

  var scrollShowingCursor: Int {
    let lowest = max(0, cursorLine - room.rows + 1)
    let highest = max(0, cursorLine - 1)
    return min(mostScroll, max(lowest, min(highest, dashboard.scroll)))
  }

  // MARK: - The sheet

  mutating func all() {
    boxes()
    holders()
    lines()
    months()
    ages()
    bases()
    worst()
    recent()
  }

  @discardableResult
  mutating func write(
    _ text: String, line: Int, column: Int, width: Int? = nil, style: Style,
    alignment: Alignment = .leading
  ) -> Int {
    let row = line - min(dashboard.scroll, mostScroll)
    guard (0..<room.rows).contains(row) else { return 0 }
    let end = room.columns - column
    return drawing.canvas.write(
      text, row: room.row + row, column: room.column + column, width: width.map { min($0, end) },
      style: style, alignment: alignment)
  }

  mutating func heading(
    _ words: Words, line: Int, column: Int, _ section: DashboardScreen.Section
  ) {
    let isHere = dashboard.cursor.section == section
    write(
      say(words), line: line, column: column, width: half,
      style: isHere ? style(.heading) : style(.dim))
  }

  func isHere(_ section: DashboardScreen.Section, _ index: Int) -> Bool {
    dashboard.cursor == DashboardScreen.Cursor(section: section, index: index)
  }

  /// The bar left of the figure the cursor is on.
  mutating func mark(
    _ section: DashboardScreen.Section, _ index: Int, line: Int, column: Int
  ) {
    guard isHere(section, index) else { return }
    write("▌", line: line, column: column - 1, style: style(.accent))
  }

  func textStyle(_ section: DashboardScreen.Section, _ index: Int) -> Style {
    isHere(section, index) ? style(.strong) : style(.text)
  }

  func number(_ number: Int) -> String { VietnameseNumber.format(number, state.language) }

  private func length(_ count: Int, of most: Int, in room: Int) -> Int {
    most == 0 ? 0 : (count * max(0, room) + most - 1) / most
  }

  // MARK: - Boxes

  private static let labelWidth = 21

  private mutating func boxes() {
    heading(Words("Bốn ô", "The four boxes"), line: 0, column: 0, .boxes)
    let boxes = dashboard.statistics.boxes
    let most = Box.allCases.map { boxes[$0] }.max() ?? 0
    let bar = DashboardPen.labelWidth + 9
    for (index, box) in Box.allCases.enumerated() {
      let line = 1 + index
      mark(.boxes, index, line: line, column: 0)
      write(
        say(box.words), line: line, column: 0, width: DashboardPen.labelWidth,
        style: textStyle(.boxes, index))
      write(
        number(boxes[box]), line: line, column: DashboardPen.labelWidth, width: 7,
        style: style(.strong), alignment: .trailing)
      let count = length(boxes[box], of: most, in: half - bar)
      write(
        String(repeating: box.bar, count: count), line: line, column: bar, style: barStyle(box))
    }
    write(
      say(Words("Tổng", "Total")), line: 7, column: 0, width: DashboardPen.labelWidth,
      style: style(.dim))
    write(
      number(boxes.total), line: 7, column: DashboardPen.labelWidth, width: 7, style: style(.dim),
      alignment: .trailing)
    let moved = dashboard.statistics.moved.count
    guard moved > 0 else { return }
    write(
      say(Words("theo hạn gốc, \(moved) mục khác ô", "\(moved) differ by original deadline")),
      line: 8,
      column: 0, width: half, style: style(.dim))
  }

  private func barStyle(_ box: Box) -> Style {
    switch box {
    case .doneInTime: style(.done)
    case .doneLate: style(.soon)
    case .openInTime: style(.working)
    case .openOverdue: style(.overdue)
    case .noDeadline, .off: style(.dim)
    }
  }

  // MARK: - Groups

  private mutating func lines() {
    heading(dashboard.dimension.words, line: linesTop, column: 0, .lines)
    let all = dashboard.statistics.lines(dashboard.dimension)
    let hidden = all.count - dashboard.lines.count
    if hidden > 0 {
      write(
        say(Words("+\(hidden) nữa", "+\(hidden) more")), line: linesTop, column: half - 10,
        width: 9, style: style(.dim), alignment: .trailing)
    }
    let most = dashboard.lines.map(\.boxes.total).max() ?? 0
    let name = min(18, half / 2)
    for (index, line) in dashboard.lines.enumerated() {
      let row = linesTop + 1 + index
      mark(.lines, index, line: row, column: 0)
      write(
        self.name(line.id), line: row, column: 0, width: name, style: textStyle(.lines, index))
      var column = name + 1
      let room = half - name - 8
      for (box, count) in shares(line.boxes, in: length(line.boxes.total, of: most, in: room)) {
        write(
          String(repeating: box.bar, count: count), line: row, column: column,
          style: barStyle(box))
        column += count
      }
      write(
        number(line.boxes.total), line: row, column: half - 7, width: 6, style: style(.strong),
        alignment: .trailing)
    }
  }

  /// The columns of each box in a bar, which they fill exactly.
  private func shares(_ boxes: Boxes, in length: Int) -> [(Box, Int)] {
    var (done, columns) = (0, 0)
    return Box.allCases.compactMap { box in
      done += boxes[box]
      let end = boxes.total == 0 ? 0 : done * length / boxes.total
      defer { columns = end }
      return end > columns ? (box, end - columns) : nil
    }
  }

  private func name(_ id: String?) -> String {
    guard let id else { return say(Words("Chưa có", "None")) }
    let registry = state.register.registry
    func named(_ kind: RegistryKind) -> String {
      registry[kind][id]?.brief(state.language)
        ?? registry.name(id, in: kind, language: state.language)
    }
    switch dashboard.dimension {
    case .province: return named(.provinces)
    case .lead: return named(.units)
    case .category: return registry.name(id, in: .categories, language: state.language)
    case .counterpart: return named(.counterparts)
    case .programme:
      let programme = registry.programme(id)
      return (state.language == .en ? programme?.nameEn : nil) ?? programme?.name ?? id
    case .status: return Status(rawValue: id).map { say($0.words) } ?? id
    case .holder: return Holder(rawValue: id).map { say($0.words) } ?? id
    }
  }

  // MARK: - The right half

  private var right: Int { half + 3 }

  private mutating func holders() {
    heading(Words("Việc đang ở bên nào", "In whose hands"), line: 0, column: right, .holders)
    let held = Holder.allCases.map { course.held(by: $0) }
    let most = held.map(\.count).max() ?? 0
    let days = 14
    let bar = 17 + 6
    for (index, holder) in Holder.allCases.enumerated() {
      mark(.holders, index, line: 1 + index, column: right)
      write(
        say(holder.words), line: 1 + index, column: right, width: 16,
        style: textStyle(.holders, index))
      write(
        number(held[index].count), line: 1 + index, column: right + 16, width: 5,
        style: style(.strong), alignment: .trailing)
      let room = half - bar - days - 1
      write(
        String(repeating: "█", count: length(held[index].count, of: most, in: room)),
        line: 1 + index, column: right + bar, style: style(.agreed))
      let words = Words(
        "\(number(held[index].days)) ngày",
        "\(number(held[index].days)) " + (held[index].days == 1 ? "day" : "days"))
      write(
        say(words), line: 1 + index, column: right + half - days, width: days,
        style: style(.dim), alignment: .trailing)
    }
  }

  private mutating func months() {
    heading(
      Words("Mới và xong theo tháng", "New and done by month"), line: monthsTop, column: right,
      .months)
    let rows: [(Words, [Int], Style)] = [
      (Words("mới", "new"), course.months.map(\.raised), style(.agreed)),
      (Words("xong", "done"), course.months.map(\.done), style(.done)),
    ]
    for (row, (words, counts, style)) in rows.enumerated() {
      let line = monthsTop + 1 + row
      write(say(words), line: line, column: right, width: 6, style: self.style(.dim))
      for (index, bar) in Sparkline.bars(counts).enumerated() {
        let here = isHere(.months, row * Course.monthCount + index)
        write(
          String(bar), line: line, column: right + 6 + index, style: here ? style.reversed : style)
      }
      write(
        number(counts.reduce(0, +)), line: line, column: right + 7 + Course.monthCount, width: 6,
        style: self.style(.dim), alignment: .trailing)
    }
    monthAxis()
  }

  /// The years under their January, and the month the cursor is on.
  private mutating func monthAxis() {
    let line = monthsTop + 3
    if dashboard.cursor.section == .months, let figure = dashboard.figure {
      let month = course.months[dashboard.cursor.index % Course.monthCount].first
      let name = DateFormat.month(month.civil.month, of: month.year, state.language)
      let isDone = dashboard.cursor.index >= Course.monthCount
      let what = isDone ? Words("xong", "done") : Words("mới", "new")
      write(
        "\(name): \(number(figure.count)) " + say(what), line: line, column: right + 6,
        style: style(.text))
      return
    }
    for (index, month) in course.months.enumerated()
    where month.first.civil.month == 1 || index == 0 && month.first.civil.month < 10 {
      write(
        String(month.first.year), line: line, column: right + 6 + index, style: style(.dim))
    }
  }

  private mutating func ages() {
    heading(
      Words("Việc đang mở, theo tuổi", "Open work by age"), line: agesTop, column: right, .ages)
    let counts = Course.Age.allCases.map { course.count($0) }
    let most = counts.max() ?? 0
    for (index, age) in Course.Age.allCases.enumerated() {
      let line = agesTop + 1 + index
      mark(.ages, index, line: line, column: right)
      write(say(age.words), line: line, column: right, width: 17, style: textStyle(.ages, index))
      write(
        number(counts[index]), line: line, column: right + 16, width: 5, style: style(.strong),
        alignment: .trailing)
      write(
        String(repeating: "█", count: length(counts[index], of: most, in: half - 25)), line: line,
        column: right + 23, style: style(.working))
    }
  }

  // MARK: - Below

  private mutating func worst() {
    heading(Words("Cần để mắt", "Most overdue"), line: worstTop, column: 0, .worst)
    guard !course.worst.isEmpty else {
      write(
        say(Words("Không có mục nào quá hạn.", "Nothing is overdue.")), line: worstTop + 1,
        column: 0, style: style(.dim))
      return
    }
    let words = DeadlineText(state.language)
    for (index, overdue) in course.worst.enumerated() {
      guard let (chunk, row) = state.register.row(at: overdue.place) else { continue }
      let line = worstTop + 1 + index
      let isWide = room.columns >= 90
      let (lead, due) = (isWide ? 16 : 0, 16)
      let title = room.columns - 10 - lead - 15 - due - 2
      mark(.worst, index, line: line, column: 0)
      write(chunk.code(row), line: line, column: 0, width: 9, style: style(.dim))
      write(
        chunk.titleForALine(row), line: line, column: 10, width: title,
        style: textStyle(.worst, index))
      if isWide {
        let name = state.register.entry(row.lead, in: .units)?.brief(state.language) ?? "—"
        let mark = row.flags.contains(.leadProposed) ? "?" : ""
        write(
          TextWidth.cut(name, to: lead - 2) + mark, line: line, column: 11 + title,
          width: lead - 1, style: style(.dim))
      }
      write(
        "\(row.status.glyph) " + say(row.status.shortWords), line: line,
        column: 11 + title + lead, width: 15, style: state.theme.style(row.status))
      write(
        words.brief(.overdue(days: overdue.days), due: nil), line: line,
        column: 11 + title + lead + 15, width: due, style: style(.overdue).bold)
    }
  }

  private mutating func recent() {
    heading(Words("7 ngày qua", "The last 7 days"), line: recentTop, column: 0, .recent)
    var column = 0
    for (index, event) in Course.Recent.allCases.enumerated() {
      let text = say(event.counted(course.count(event)))
      let isZero = course.count(event) == 0
      let here = isHere(.recent, index)
      if here { mark(.recent, index, line: recentTop + 1, column: column) }
      column +=
        write(
          text, line: recentTop + 1, column: column,
          style: here ? style(.strong) : isZero ? style(.dim) : style(.text))
      if index + 1 < Course.Recent.allCases.count {
        column += write(" · ", line: recentTop + 1, column: column, style: style(.dim))
      }
    }
  }
}
