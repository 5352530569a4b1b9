internal import Model
internal import Terminal
internal import Vietnamese

extension Drawing {
  mutating func versions(_ versions: VersionsScreen) {
    let isPlan = versions.plan != nil
    let body = frame(
      ScreenFrame(
        title: Words("Bản cũ", "Former versions"),
        remark: isPlan ? versions.version.map(name) ?? "" : "",
        figures: versions.versions.map { say(Words("\($0.count) bản", "\($0.count) kept")) } ?? "",
        hints: isPlan
          ? [.restoreVersion, .back, .undo, .help] : [.open, .restoreVersion, .undo, .back, .help]))
    guard let list = versions.versions else {
      canvas.write("…", row: body.row + 1, column: body.column + 4, style: style(.dim))
      return
    }
    guard !list.isEmpty else {
      let lines = TextWidth.wrap(say(KeepingWords.noGenerations), to: max(8, body.columns - 8))
      for (index, line) in lines.enumerated() {
        canvas.write(line, row: body.row + 2 + index, column: body.column + 4, style: style(.text))
      }
      return
    }
    if let plan = versions.plan { return self.plan(plan, of: versions, in: body) }
    heading(in: body)
    let room = body.rows(from: 1)
    for (offset, index) in versions.window.lines(of: list.count, height: room.rows).enumerated() {
      line(
        list[index], versions.standings[list[index].name], isHere: index == versions.cursor,
        row: room.row + offset, in: room)
    }
  }

  /// The rows of versions, and of a plan.
  var versionRows: Int { max(1, layout.body.rows - 3) }
  var planRows: Int { max(1, layout.body.rows - 4) }

  private static let fileWidth = 20
  private static let whenWidth = 18
  private static let countWidth = 8

  // MARK: - The list

  private mutating func heading(in body: Rect) {
    let cells: [(Words, Int)] = [
      (Words("Ghi lúc", "Written"), Drawing.whenWidth), (Words("Tệp", "File"), Drawing.fileWidth),
      (Words("Số mục", "Records"), Drawing.countWidth), (Words("So với nay", "Since then"), 0),
    ]
    var column = body.column + 2
    for (words, width) in cells {
      canvas.write(say(words), row: body.row, column: column, style: style(.dim))
      column += width + 1
    }
  }

  private mutating func line(
    _ version: KeptVersion, _ standing: VersionsScreen.Standing?, isHere: Bool, row: Int,
    in room: Rect
  ) {
    var column = room.column + 2
    canvas.write(when(version), row: row, column: column, width: Drawing.whenWidth, style: .plain)
    column += Drawing.whenWidth + 1
    canvas.write(
      file(version), row: row, column: column, width: Drawing.fileWidth, style: style(.text))
    column += Drawing.fileWidth + 1
    let (records, words, role): (String, Words, Role) =
      switch standing {
      case .compared(let difference):
        (String(difference.records), difference.words, difference.isNothing ? .dim : .text)
      case .unreadable: ("—", KeepingWords.unreadable, .error)
      case .asked, nil: ("…", Words("…", "…"), .dim)
      }
    let number = TextWidth.columns(of: records)
    canvas.write(
      records, row: row, column: column + Drawing.countWidth - 2 - number, style: style(.text))
    column += Drawing.countWidth + 1
    canvas.write(
      say(words), row: row, column: column, width: max(0, room.endColumn - column - 1),
      style: isHere ? style(role).bold : style(role))
    guard isHere else { return }
    selectedGround(room.rows(from: row - room.row, count: 1))
    canvas.write("▌", row: row, column: room.column + 1, style: style(.accent))
  }

  private func when(_ version: KeptVersion) -> String {
    let local = version.written.shifted(bySeconds: state.context.secondsEastOfUTC)
    return DateFormat.day(local.day.civil, state.language) + " " + local.clock
  }

  /// `quang-ninh/2023`.
  private func file(_ version: KeptVersion) -> String {
    String(version.name.prefix { $0 != "@" })
  }

  private func name(_ version: KeptVersion) -> String { file(version) + " · " + when(version) }

  // MARK: - What restoring would do

  private mutating func plan(
    _ plan: RestoringPlan, of versions: VersionsScreen, in body: Rect
  ) {
    let said = plan.difference.isNothing ? KeepingWords.nothingToRestore : plan.difference.words
    canvas.write(
      say(said), row: body.row, column: body.column + 2, width: body.columns - 4,
      style: style(plan.difference.putsBack ? .soon : .accent))
    let room = body.rows(from: 2).inset(columns: 2)
    let lines = versions.entries.dropFirst(versions.scroll).prefix(room.rows)
    for (offset, entry) in lines.enumerated() {
      self.entry(entry, of: plan, row: room.row + offset, in: room)
    }
    if versions.entries.count > versions.scroll + room.rows {
      canvas.write("↓", row: room.endRow - 1, column: room.endColumn - 1, style: style(.dim))
    }
  }

  private mutating func entry(
    _ entry: VersionsScreen.Entry, of plan: RestoringPlan, row: Int, in room: Rect
  ) {
    switch entry {
    case .record(let index):
      let line = plan.lines[index]
      let mark = line.isNew ? say(Words("sẽ có lại: ", "comes back: ")) : ""
      canvas.write(
        mark + line.code + "  " + line.title.prefix(400), row: row, column: room.column,
        width: room.columns - 2, style: style(.text))
    case .edit(let index, let edit):
      let register = state.register
      let values = ValueText(register.registry, language: state.language) {
        register.code(ofKey: $0)
      }
      canvas.write(
        values.line(plan.lines[index].edits[edit]), row: row, column: room.column + 2,
        width: room.columns - 4, style: style(.strong))
    }
  }
}

extension GenerationDifference {
  fileprivate var words: Words {
    putsBack
      ? KeepingWords.putsBack
      : KeepingWords.difference(changed: changed, missing: missing, newer: newer)
  }
}
