internal import Model
internal import Terminal
internal import Vietnamese

/// The widths of the list's columns for the room there is.
struct ListColumns: Equatable {
  let title: Int
  let lead: Int
  /// 1 shows the status as its shape alone.
  let status: Int
  let due: Int

  /// The bar, a space, the code and two spaces stand before the title.
  static let before = 12
  static let gap = 1

  init(width: Int) {
    switch width {
    case 110...: (lead, status, due) = (24, 13, 15)
    case 84...: (lead, status, due) = (11, 13, 15)
    case 70...: (lead, status, due) = (10, 1, 15)
    default: (lead, status, due) = (0, 1, 15)
    }
    let others = [lead, status, due].filter { $0 > 0 }.map { $0 + ListColumns.gap }.reduce(0, +)
    title = max(8, width - ListColumns.before - others)
  }
}

extension Drawing {
  mutating func listPane() {
    let rect = layout.list
    listHeading(rect)
    guard state.list.lineCount > 0 else { return emptyList(rect) }
    let columns = ListColumns(width: rect.columns)
    let lines = state.list.window.lines(of: state.list.lineCount, height: layout.listRows)
    for line in lines {
      let row = rect.row + 1 + line - lines.lowerBound
      switch state.list.content(ofLine: line) {
      case .heading(let group): groupHeading(group, row: row, in: rect)
      case .row(let index): listRow(index, row: row, in: rect, columns)
      }
    }
  }

  private mutating func listHeading(_ rect: Rect) {
    let isActive = state.focus == .list
    let title = ViewName(state).text(state.views.selected).uppercased()
    var column = rect.column + 1
    column +=
      canvas.write(
        title, row: rect.row, column: column, width: rect.columns - 2,
        style: isActive ? style(.heading) : style(.dim)) > 0 ? TextWidth.columns(of: title) + 2 : 0
    let count = "\(state.list.arrangement.rows.count) / \(state.register.count)"
    let right = TextWidth.columns(of: count) + 1
    canvas.write(
      listRemark, row: rect.row, column: column,
      width: max(0, rect.endColumn - right - column - 1), style: style(.dim))
    canvas.write(
      count, row: rect.row, column: rect.endColumn - right, width: right - 1, style: style(.dim))
  }

  /// What narrows and orders the list, in words.
  private var listRemark: String {
    let list = state.list
    var parts: [String] = []
    if !list.filter.isEmpty && list.typing == nil { parts.append("/" + list.filter) }
    let arrow = list.sorting.isDescending ? "↓" : "↑"
    parts.append(say(Words("xếp theo ", "by ")) + say(list.sorting.key.words) + " " + arrow)
    if list.grouping != .none {
      parts.append(say(Words("nhóm theo ", "grouped by ")) + say(list.grouping.words))
    }
    return parts.joined(separator: " · ")
  }

  private mutating func emptyList(_ rect: Rect) {
    let text: Words =
      if let error = state.list.filterError {
        error.words
      } else if case .saved(let id) = state.views.selected, let saved = state.views.savedView(id),
        let fault = saved.fault
      {
        fault.words(of: saved.view)
      } else if state.isLoading {
        Words("Đang đọc sổ…", "Reading the register…")
      } else if !state.list.filter.isEmpty {
        Words(
          "Không có mục nào khớp “\(state.list.filter)”. Esc để bỏ lọc.",
          "Nothing matches “\(state.list.filter)”. Esc clears the filter.")
      } else {
        Words("Không có mục nào ở đây.", "There is nothing here.")
      }
    let lines = TextWidth.wrap(say(text), to: max(8, rect.columns - 4))
    for (index, line) in lines.enumerated() where index + 2 < rect.rows {
      canvas.write(line, row: rect.row + 2 + index, column: rect.column + 2, style: style(.dim))
    }
  }

  private mutating func groupHeading(_ index: Int, row: Int, in rect: Rect) {
    let group = state.list.arrangement.groups[index]
    let name = GroupName(state).text(group.id)
    let used = canvas.write(
      name, row: row, column: rect.column + 2, width: max(0, rect.columns - 10),
      style: style(.accent))
    canvas.write(
      String(group.rows.count), row: row,
      column: rect.column + 4 + min(used, TextWidth.columns(of: name)), style: style(.dim))
  }

  private mutating func listRow(_ index: Int, row: Int, in rect: Rect, _ columns: ListColumns) {
    guard let (chunk, record) = state.register.row(at: state.list.arrangement.rows[index]) else {
      return
    }
    let isSelected = index == state.list.cursor
    let isEnded = !record.status.isOpen || record.tier != .core
    let plain = isEnded ? style(.dim) : style(.text)
    var column = rect.column + 2
    let isMarked = state.isMarked(row: index, at: state.list.arrangement.rows[index])
    if isMarked {
      canvas.write("✦", row: row, column: column - 1, width: 1, style: style(.accent).bold)
    }
    if record.isInConflict || record.flags.contains(.toConfirm) {
      // The mark takes its place before the code; behind the code there is room for it.
      let place = isMarked ? column + max(8, record.code.range.count) : column - 1
      canvas.write(
        record.isInConflict ? "≠" : "!", row: row, column: place, width: 1,
        style: style(record.isInConflict ? .error : .soon))
    }
    canvas.write(
      chunk.code(record), row: row, column: column, width: 9,
      style: isMarked ? style(.accent) : style(.dim))
    column = rect.column + ListColumns.before
    let mark = record.flags.contains(.secretStub) ? "[M] " : ""
    canvas.write(
      mark + chunk.titleForALine(record), row: row, column: column, width: columns.title,
      style: isSelected ? plain.bold : plain)
    column += columns.title + ListColumns.gap
    if columns.lead > 0 {
      lead(record, row: row, column: column, width: columns.lead)
      column += columns.lead + ListColumns.gap
    }
    status(record.status, row: row, column: column, width: columns.status)
    column += columns.status + ListColumns.gap
    due(record, chunk, row: row, column: column, width: min(columns.due, rect.endColumn - column))
    if isSelected { markSelected(row: row, in: rect, columns) }
  }

  /// A proposed lead is in italics with "?" behind it, or "(dự kiến)" where there is room.
  private mutating func lead(_ record: Row, row: Int, column: Int, width: Int) {
    guard let entry = state.register.entry(record.lead, in: .units) else {
      canvas.write("—", row: row, column: column, width: width, style: style(.dim))
      return
    }
    let isProposed = record.flags.contains(.leadProposed)
    let mark = width >= 20 ? say(Words(" (dự kiến)", " (proposed)")) : "?"
    let room = isProposed ? width - TextWidth.columns(of: mark) : width
    let name = TextWidth.cut(entry.brief(state.language), to: max(1, room))
    canvas.write(
      isProposed ? name + mark : name, row: row, column: column, width: width,
      style: isProposed ? style(.dim).italic : style(.dim))
  }

  private mutating func status(_ status: Status, row: Int, column: Int, width: Int) {
    let text = width == 1 ? String(status.glyph) : "\(status.glyph) " + say(status.shortWords)
    canvas.write(text, row: row, column: column, width: width, style: state.theme.style(status))
  }

  private mutating func due(
    _ record: Row, _ chunk: Chunk, row: Int, column: Int, width: Int
  ) {
    let deadline = record.deadlineState(on: state.today, limits: state.context.limits)
    let date = record.due.map { PartialDate($0, precision: record.duePrecision) }
    let event = state.register.eventAwaited(by: record, in: chunk)
    canvas.write(
      DeadlineText(state.language).brief(deadline, due: date, event: event), row: row,
      column: column, width: max(0, width), style: state.theme.style(deadline))
  }

  /// The ground ends with the title: what stands right of it looks the same on every row, so that
  /// moving the cursor sends nothing of it.
  private mutating func markSelected(row: Int, in rect: Rect, _ columns: ListColumns) {
    let isActive = state.focus == .list || layout.shape == .onePane
    if isActive {
      let width = ListColumns.before + columns.title
      selectedGround(Rect(row: row, column: rect.column, rows: 1, columns: width))
    }
    canvas.write(
      "▌", row: row, column: rect.column,
      style: (isActive ? style(.accent) : style(.dim)).on(
        isActive ? state.theme.selectedGround ?? .default : .default))
  }
}

/// What a group is called.
struct GroupName {
  private let state: AppState

  init(_ state: AppState) { self.state = state }

  func text(_ id: String?) -> String { text(id, by: state.list.grouping) }

  func text(_ id: String?, by grouping: Grouping) -> String {
    let language = state.language
    guard let id else { return Words("Chưa có", "None")(language) }
    let registry = state.register.registry
    switch grouping {
    case .none: return ""
    case .province: return registry.name(id, in: .provinces, language: language)
    case .lead: return registry.name(id, in: .units, language: language)
    case .status: return Status(rawValue: id).map { $0.words(language) } ?? id
    case .category: return registry.name(id, in: .categories, language: language)
    case .kind: return Kind(rawValue: id).map { $0.words(language) } ?? id
    case .session: return DetailText(state).titled(id)
    case .counterpart: return registry.name(id, in: .counterparts, language: language)
    case .programme:
      let programme = registry.programme(id)
      return (language == .en ? programme?.nameEn : nil) ?? programme?.name ?? id
    case .dossier: return registry.name(id, in: .dossiers, language: language)
    case .month: return month(id, language)
    case .holder: return Holder(rawValue: id).map { $0.words(language) } ?? id
    }
  }

  private func month(_ id: String, _ language: Language) -> String {
    let parts = id.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2 else { return id }
    return Words("Tháng ", "")(language) + DateFormat.month(parts[1], of: parts[0], language)
  }
}
