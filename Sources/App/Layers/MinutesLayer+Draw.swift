internal import Model
internal import Terminal
internal import Vietnamese

/// Where the parts of the minutes screen stand: common fields, list, why, source, keys.
struct MinutesLayout {
  let head: Rect
  let list: Rect
  let why: Rect
  let source: Rect
  let foot: Rect

  init(_ size: Size) {
    let all = Rect(size)
    head = all.rows(from: 2, count: 2)
    let body = max(0, size.rows - 9)
    let listRows = max(3, body * 3 / 5)
    list = all.rows(from: 5, count: listRows)
    why = all.row(5 + listRows)
    source = all.rows(from: 6 + listRows, count: max(0, body - listRows + 1))
    foot = all.row(size.rows - 1)
  }
}

extension Drawing {
  mutating func minutes(_ minutes: MinutesLayer) {
    let parts = MinutesLayout(canvas.size)
    minutesHead(minutes, in: parts.head)
    for row in [parts.list.row - 1, parts.foot.row - 1] {
      canvas.horizontalLine(row: row, column: 0, width: canvas.columns, style: style(.hairline))
    }
    minutesList(minutes, in: parts.list)
    canvas.horizontalLine(
      row: parts.why.row, column: 0, width: canvas.columns, style: style(.hairline))
    if let item = minutes.current {
      let why =
        " " + say(item.candidate.reason.words) + " · " + say(item.candidate.direction.words)
        + " "
      canvas.write(
        why, row: parts.why.row, column: 2, width: canvas.columns - 4, style: style(.heading))
    }
    minutesSource(minutes, in: parts.source)
    minutesFoot(minutes, row: parts.foot.row)
  }

  // MARK: - Head

  private mutating func minutesHead(_ minutes: MinutesLayer, in rect: Rect) {
    let (kept, all) = (minutes.keptCount, minutes.items.count)
    let counts = Words(
      "Tách biên bản: \(all) mục · giữ \(kept) · bỏ \(all - kept)",
      "Minutes: \(all) found · \(kept) kept · \(all - kept) dropped")
    canvas.write(
      say(counts), row: rect.row, column: 1, width: rect.columns - 2, style: style(.heading))
    let label = say(Words("Chung: ", "Common: "))
    canvas.write(label, row: rect.row + 1, column: 1, style: style(.accent))
    let column = 1 + TextWidth.columns(of: label)
    if case .common(let field) = minutes.mode {
      editor(
        field, row: rect.row + 1, column: column, width: rect.columns - column - 2,
        style: style(.text).underlined)
      return
    }
    canvas.write(
      commonFields(minutes), row: rect.row + 1, column: column, width: rect.columns - column - 1,
      style: style(.dim))
  }

  private func commonFields(_ minutes: MinutesLayer) -> String {
    guard let reading = state.entry.quickAdd?.read("", defaults: minutes.defaults) else {
      return ""
    }
    let register = state.register
    let echo = QuickAddEcho(register.registry, language: state.language, on: state.today) {
      register.code(ofKey: $0)
    }
    let parts = echo.parts(reading).filter { $0.origin != .usual }
    let known = parts.map { "\($0.label): \($0.text)" }.joined(separator: " · ")
    let missing = reading.missing.filter { $0 != .title }
    let lacking = missing.isEmpty ? "" : CommandWords.stillMissing(missing)(state.language)
    return [known, lacking].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  // MARK: - List

  private mutating func minutesList(_ minutes: MinutesLayer, in rect: Rect) {
    if minutes.items.isEmpty {
      canvas.write(
        say(
          Words(
            "Không thấy việc nào để theo dõi trong đoạn này.", "No matter to follow was found.")),
        row: rect.row, column: 3, width: rect.columns - 4, style: style(.dim))
    }
    let kindWidth = 10
    for index in minutes.window.lines(of: minutes.items.count, height: rect.rows) {
      let item = minutes.items[index]
      let row = rect.row + index - minutes.window.top
      if index == minutes.cursor {
        selectedGround(Rect(row: row, column: 0, rows: 1, columns: rect.columns))
        canvas.write(
          "▌", row: row, column: 0, style: style(.accent).on(state.theme.selectedGround ?? .default)
        )
      }
      canvas.write(
        item.isKept ? "●" : "○", row: row, column: 2,
        style: item.isKept ? style(.done) : style(.dim))
      canvas.write(
        say(item.candidate.kind.words), row: row, column: 4, width: kindWidth,
        style: item.isKept ? style(.accent) : style(.dim))
      let column = 5 + kindWidth
      if case .line(let field) = minutes.mode, index == minutes.cursor {
        editor(
          field, row: row, column: column, width: rect.columns - column - 2,
          style: style(.text).underlined)
      } else {
        canvas.write(
          item.line ?? item.candidate.title, row: row, column: column,
          width: rect.columns - column - 1, style: item.isKept ? style(.text) : style(.dim))
      }
    }
  }

  // MARK: - Source

  /// The paragraph the item is from, its words marked; a split is shown where it would be.
  private mutating func minutesSource(_ minutes: MinutesLayer, in rect: Rect) {
    guard rect.rows > 0 else { return }
    let characters = minutes.characters
    let range = minutes.current?.candidate.range ?? 0..<0
    // From two lines above on, not the whole of a long paste.
    var start = range.lowerBound
    var lines = 0
    while start > 0, lines < 3, range.lowerBound - start < 4000 {
      if characters[start - 1] == "\n" { lines += 1 }
      if lines < 3 { start -= 1 }
    }
    let end = min(characters.count, range.upperBound + rect.rows * rect.columns)
    let rows = SourceLines(characters, start..<end, width: rect.columns - 4).rows
    let first = rows.firstIndex { $0.upperBound > range.lowerBound } ?? 0
    let top = max(0, min(first - 1, rows.count - rect.rows))
    var point: Int?
    if case .splitting(let points, let chosen) = minutes.mode { point = points[chosen] }
    for (index, row) in rows.dropFirst(top).prefix(rect.rows).enumerated() {
      var column = 2
      for place in row where characters[place] != "\n" {
        let isMarked = range.contains(place)
        if place == point {
          canvas.write("│", row: rect.row + index, column: column, style: style(.error).bold)
          column += 1
        }
        let after = point.map { place >= $0 } ?? false
        let style = isMarked ? (after ? self.style(.soon) : self.style(.strong)) : self.style(.dim)
        column += canvas.write(
          String(characters[place]), row: rect.row + index, column: column,
          width: max(0, rect.columns - column), style: style)
      }
    }
  }

  // MARK: - Foot

  private mutating func minutesFoot(_ minutes: MinutesLayer, row: Int) {
    let (text, role) = minutesFootText(minutes)
    canvas.write(text, row: row, column: 1, width: canvas.columns - 2, style: style(role))
  }

  private func minutesFootText(_ minutes: MinutesLayer) -> (String, Role) {
    if let fault = minutes.fault { return (fault, .error) }
    if let notice = state.notice { return (notice.text, notice.tone == .bad ? .error : .text) }
    let (kept, dropped) = (minutes.keptCount, minutes.items.count - minutes.keptCount)
    switch minutes.mode {
    case .confirming:
      return (
        say(Words("Tạo \(kept) mục, bỏ \(dropped)?   ", "Make \(kept), drop \(dropped)?   "))
          + keyFoot(MinutesAskKey.rows), .strong
      )
    case .leaving:
      return (
        say(
          Words(
            "Bỏ bản này? Những gì đã sửa ở đây sẽ mất.   ",
            "Leave these minutes? What was changed here goes.   "))
          + keyFoot(MinutesLeaveKey.rows), .strong
      )
    case .sent: return (say(Words("Đang lưu…", "Saving…")), .dim)
    case .splitting(let points, let chosen):
      return (
        say(
          Words(
            "Tách ở chỗ \(chosen + 1)/\(points.count)   ",
            "Split at \(chosen + 1)/\(points.count)   ")) + keyFoot(MinutesSplitKey.rows), .accent
      )
    case .line:
      return (
        keyFoot(MinutesLineKey.rows)
          + say(
            Words(
              "   trường như khi thêm nhanh: chutri: han: +nhãn",
              "   fields as in quick add: lead: due: +tag")), .dim
      )
    case .common:
      return (
        keyFoot(MinutesLineKey.rows)
          + say(
            Words(
              "   tinh: phien: linhvuc: nguon: cho mọi mục",
              "   province: session: category: source: of all")), .dim
      )
    case .list:
      return (say(FieldKey.foot(MinutesKey.foot, gap: "  ")), .dim)
    }
  }
}

/// Characters broken into rows at blanks.
private struct SourceLines {
  private(set) var rows: [Range<Int>] = []

  init(_ characters: [Character], _ range: Range<Int>, width: Int) {
    var start = range.lowerBound
    var column = 0
    var lastBlank: Int?
    for place in range {
      let character = characters[place]
      if character == "\n" {
        if place > start { rows.append(start..<place) }
        (start, column, lastBlank) = (place + 1, 0, nil)
        continue
      }
      if character == " " { lastBlank = place }
      column += TextWidth.columns(of: character)
      guard column > max(8, width) else { continue }
      let end = lastBlank.map { $0 + 1 } ?? place
      rows.append(start..<end)
      start = end
      lastBlank = nil
      column = characters[start..<max(start, place + 1)].reduce(0) {
        $0 + TextWidth.columns(of: $1)
      }
    }
    if start < range.upperBound { rows.append(start..<range.upperBound) }
  }
}

extension MinutesCandidate.Reason {
  var words: Words {
    switch self {
    case .cue(let cue): Words("vì có “\(cue)”", "because of “\(cue)”")
    case .continues(let cue):
      cue.isEmpty
        ? Words("tiếp câu trước", "goes on from before")
        : Words("tiếp sau “\(cue)”", "goes on after “\(cue)”")
    case .listItem: Words("một ý trong danh sách", "a point of a list")
    case .figure: Words("có số liệu cho và nhận", "a figure given or received")
    case .byHand: Words("tách, gộp bằng tay", "split or joined by hand")
    }
  }
}
