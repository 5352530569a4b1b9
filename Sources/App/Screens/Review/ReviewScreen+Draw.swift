internal import Model
internal import Terminal
internal import Vietnamese

extension Drawing {
  mutating func review(_ review: ReviewScreen) {
    let body = frame(
      ScreenFrame(
        title: Words("Rà soát", "Review"), remark: review.sheet.map { remark($0) } ?? "",
        figures: review.sheet.map { "\($0.rated(by: review.side)) / \($0.tasks)" } ?? "",
        hints: review.isClosed
          ? [.copyYear, .leaveReview, .taskDown, .switchSide, .onlyDifferences, .undo, .help]
          : [
            .rate, .nextTask, .closeYear, .leaveReview, .comment, .addEvidence, .switchSide,
            .onlyDifferences, .help, .undo,
          ]))
    guard let sheet = review.sheet else {
      canvas.write("…", row: body.row + 1, column: body.column + 4, style: style(.dim))
      return
    }
    guard !sheet.items.isEmpty else {
      let none = ReviewError.noTasks(programme: review.programme, year: review.year)
      canvas.write(
        say(none.words(naming: state.register.registry, on: state.surface)), row: body.row + 1,
        column: body.column + 4, width: body.columns - 6, style: style(.text))
      return
    }
    let (upper, lower) = body.splitBottom(taskRows(body))
    table(review, sheet, in: upper)
    hairline(row: lower.row)
    task(review, sheet, in: lower.rows(from: 1))
  }

  private func remark(_ sheet: ReviewSheet) -> String {
    ReviewWords.title(sheet, state.language)
      + (sheet.closed.map { "  ■ " + say(ReviewWords.closed($0)) } ?? "")
  }

  private func taskRows(_ body: Rect) -> Int { body.rows >= 24 ? 11 : 8 }

  /// How many tasks the table has room for.
  var reviewRows: Int {
    let body = layout.body.rows(from: 2)
    return max(1, body.rows - taskRows(body) - 1)
  }

  // MARK: - The table

  /// Where the columns of the table begin, counted from the left.
  private struct Columns {
    let years: [Int]
    let title: Int
    let firstYear: Int
    let sides: [Int]
    let decision: Int
    let yearWidth: Int

    init(_ rect: Rect, _ sheet: ReviewSheet) {
      let all = sheet.programme.years.isEmpty ? [sheet.year] : sheet.programme.years
      // The years around the one reviewed, as far as there is room.
      let place = all.firstIndex(of: sheet.year) ?? 0
      let isWide = rect.columns >= 100
      let most = isWide ? 5 : 3
      let sideWidth = isWide ? 8 : 6
      yearWidth = isWide ? 6 : 5
      let start = max(0, min(place - most / 2, all.count - most))
      years = Array(all[start..<min(all.count, start + most)])
      decision = rect.columns - 16
      sides = [decision - 2 * sideWidth, decision - sideWidth]
      firstYear = sides[0] - years.count * yearWidth - 1
      title = 11
    }
  }

  private mutating func table(_ review: ReviewScreen, _ sheet: ReviewSheet, in rect: Rect) {
    let columns = Columns(rect, sheet)
    heads(columns, review, in: rect)
    let items = review.items
    let lines = review.window.lines(of: items.count, height: rect.rows - 1)
    for (offset, index) in lines.enumerated() {
      row(
        items[index], columns, review, at: rect.row + 1 + offset, in: rect,
        isInHand: items[index].key == review.key)
    }
  }

  private mutating func heads(_ columns: Columns, _ review: ReviewScreen, in rect: Rect) {
    let dim = style(.dim)
    let row = rect.row
    canvas.write(say(Words("Mã", "Code")), row: row, column: rect.column + 2, style: dim)
    canvas.write(
      say(Words("Nhiệm vụ", "Task")), row: row, column: rect.column + columns.title, style: dim)
    for (index, year) in columns.years.enumerated() {
      canvas.write(
        String(year), row: row,
        column: rect.column + columns.firstYear + index * columns.yearWidth,
        style: year == review.year ? style(.accent) : dim)
    }
    for (side, column) in zip(ReviewSide.allCases, columns.sides) {
      let isInHand = side == review.side
      canvas.write(
        (isInHand ? "▸" : " ") + say(side.shortWords), row: row,
        column: rect.column + column - 1,
        style: isInHand ? style(.accent).bold : dim)
    }
    canvas.write(
      say(Words("Quyết định", "Decision")), row: row, column: rect.column + columns.decision,
      style: dim)
  }

  private mutating func row(
    _ item: ReviewSheet.Item, _ columns: Columns, _ review: ReviewScreen, at row: Int,
    in rect: Rect, isInHand: Bool
  ) {
    let text = style(isInHand ? .strong : item.isDone ? .dim : .text)
    if isInHand { canvas.write("▌", row: row, column: rect.column + 1, style: style(.accent)) }
    canvas.write(item.code, row: row, column: rect.column + 2, width: 8, style: text)
    let title = state.language == .en ? item.titleEn ?? item.title : item.title
    canvas.write(
      title, row: row, column: rect.column + columns.title,
      width: columns.firstYear - columns.title - 2, style: text)
    let all = review.sheet?.programme.years ?? []
    for (index, year) in columns.years.enumerated() {
      let place = all.firstIndex(of: year) ?? 0
      guard item.marks.indices.contains(place) else { continue }
      canvas.write(
        String(item.marks[place].glyph), row: row,
        column: rect.column + columns.firstYear + index * columns.yearWidth + 1,
        style: style(role(of: item.marks[place])))
    }
    for (side, column) in zip(ReviewSide.allCases, columns.sides) {
      let mark = item.rating(side)?.mark
      canvas.write(
        mark.map { String($0.rawValue) } ?? "·", row: row, column: rect.column + column + 1,
        style: mark == nil ? style(.dim) : style(side == review.side ? .strong : .text))
    }
    canvas.write(
      say(ReviewWords.decision(item)), row: row, column: rect.column + columns.decision, width: 15,
      style: style(item.differs ? .soon : .dim))
  }

  private func role(of mark: ReviewSheet.YearMark) -> Role {
    switch mark {
    case .none, .goesOn: .dim
    case .worked: .working
    case .standing(let status): status == .done || status == .closed ? .done : .working
    }
  }

  // MARK: - The task in hand

  private mutating func task(_ review: ReviewScreen, _ sheet: ReviewSheet, in rect: Rect) {
    guard let item = review.item else { return }
    let isRoomy = rect.rows >= 9
    let gap: [[Span]] = isRoomy ? [[]] : []
    let title = state.language == .en ? item.titleEn ?? item.title : item.title
    var lines: [[Span]] = [
      [
        Span(text: item.code + "  ", style: style(.accent).bold),
        Span(text: title, style: style(.strong)),
      ]
    ]
    lines += gap
    lines.append(field(Words("Trong năm", "This year"), facts(item, sheet), .text))
    if !item.instances.isEmpty {
      lines.append(field(Words("Các kỳ", "Issues"), issues(item), .text))
    }
    lines.append(field(Words("Minh chứng", "Evidence"), evidence(item, review), .text))
    lines.append(field(Words("Nhận xét", "Comment"), comments(item, review), .text))
    lines += gap
    lines.append(keysOfMarks(review, item))
    lines.append([Span(text: totals(review, sheet), style: style(.dim))])
    for (index, line) in lines.prefix(rect.rows).enumerated() {
      var column = rect.column + 2
      for span in line {
        column += canvas.write(
          span.text, row: rect.row + index, column: column,
          width: max(0, rect.endColumn - 1 - column), style: span.style)
      }
    }
  }

  private func field(_ label: Words, _ text: String, _ role: Role) -> [Span] {
    [
      Span(text: TextWidth.pad(say(label), to: 12), style: style(.dim)),
      Span(text: text, style: style(role)),
    ]
  }

  private func facts(_ item: ReviewSheet.Item, _ sheet: ReviewSheet) -> String {
    let dates = DeadlineText(state.language)
    var facts = [say(item.status.words), dates.full(item.state)]
    if item.state == .off { facts.removeLast() }
    if let due = item.due { facts.append(say(Words("hạn ", "due ")) + dates.date(due)) }
    if let lead = item.lead {
      let name = state.register.registry.name(lead.unit, in: .units, language: state.language)
      facts.append(
        say(Words("chủ trì ", "lead ")) + name
          + (lead.isProposed ? " " + say(CommandWords.proposed) : ""))
    }
    if let followUp = state.detail.followUp, followUp.key == item.key {
      let notes = followUp.notes.filter { $0.on.year == sheet.year }
      if let last = notes.map(\.on).max() {
        facts.append(
          say(
            Words(
              "\(notes.count) diễn biến, lần cuối \(dates.day(last))",
              "\(notes.count) notes, the last on \(dates.day(last))")))
      }
    }
    return facts.joined(separator: " · ")
  }

  /// How many issues were in time, and by name those that were not.
  private func issues(_ item: ReviewSheet.Item) -> String {
    let dates = DeadlineText(state.language)
    let inTime = item.instances.count { $0.state == .doneInTime }
    let others = item.instances.filter { $0.state != .doneInTime }.map { instance in
      say(instance.issue.words) + " " + dates.full(instance.state)
    }
    return ([say(Words("đúng hạn \(inTime)", "in time \(inTime)"))] + others)
      .joined(separator: " · ")
  }

  private func evidence(_ item: ReviewSheet.Item, _ review: ReviewScreen) -> String {
    var parts: [String] = []
    if let evidence = item.rating(review.side)?.evidence { parts.append(evidence) }
    if let followUp = state.detail.followUp, followUp.key == item.key, !followUp.evidence.isEmpty {
      let count = followUp.evidence.count
      parts.append(say(Words("\(count) văn bản", "\(count) papers")))
    }
    if !review.isClosed {
      let key = KeyGlyphs.name(.addEvidence, state.keymap)
      parts.append(say(Words("\(key) để gắn thêm", "\(key) adds some")))
    }
    return parts.isEmpty ? "—" : parts.joined(separator: " · ")
  }

  private func comments(_ item: ReviewSheet.Item, _ review: ReviewScreen) -> String {
    let own = item.rating(review.side)?.comment ?? "—"
    guard let other = item.rating(review.side.other)?.comment else { return own }
    return own + "  ·  " + say(review.side.other.words) + ": " + other
  }

  private func keysOfMarks(_ review: ReviewScreen, _ item: ReviewSheet.Item) -> [Span] {
    if let closed = review.sheet?.closed {
      return [Span(text: "■ " + say(ReviewWords.closed(closed)), style: style(.soon))]
    }
    let given = item.rating(review.side)?.mark
    let isWide = canvas.columns >= 100
    return [
      Span(text: TextWidth.pad(say(review.side.words), to: isWide ? 12 : 10), style: style(.accent))
    ]
      + ReviewMark.allCases.flatMap { mark in
        [
          Span(
            text: mark == given ? "[\(mark.rawValue)] " : " \(mark.rawValue)  ",
            style: style(.accent).bold),
          Span(
            text: say(isWide ? mark.words : mark.shortWords) + "  ",
            style: style(mark == given ? .strong : .text)),
        ]
      }
  }

  private func totals(_ review: ReviewScreen, _ sheet: ReviewSheet) -> String {
    let counts = ReviewMark.allCases.map {
      say($0.shortWords) + " \(sheet.count($0, review.side))"
    }
    let left = sheet.tasks - sheet.rated(by: review.side)
    let differ = sheet.differences.count
    guard canvas.columns >= 100 else {
      let rest = Words("còn \(left) · khác \(differ)", "left \(left) · differ \(differ)")
      return counts.joined(separator: " · ") + " · " + say(rest)
    }
    return say(Words("Đến nay: ", "So far: "))
      + (counts + [
        say(Words("còn \(left)", "left \(left)")),
        say(Words("hai bên khác nhau \(differ)", "sides differ \(differ)")),
      ]).joined(separator: " · ")
  }
}
