internal import Model
internal import Terminal

extension Drawing {
  mutating func preview(_ preview: PreviewLayer) {
    let count = preview.targets.addresses.count
    let inner = box(
      say(Words("Xem trước: \(count) mục", "Preview: \(count) records")),
      rows: min(preview.entries.count, PreviewLayer.rows(in: canvas.size)) + 4,
      columns: min(104, canvas.columns - 6))
    var row = inner.row
    if let hidden = preview.targets.hiddenWords {
      canvas.write(
        say(hidden), row: row, column: inner.column, width: inner.columns, style: style(.waiting))
      row += 1
    }
    let height = inner.endRow - 2 - row
    if !preview.isReady {
      canvas.write(
        say(Words("Đang tính…", "Working it out…")), row: row, column: inner.column,
        width: inner.columns, style: style(.dim))
    }
    let shown = preview.window.lines(of: preview.entries.count, height: height)
    for (offset, index) in shown.enumerated() {
      entry(preview.entries[index], of: preview, row: row + offset, in: inner)
    }
    let left = preview.entries.count - shown.upperBound
    if left > 0 {
      canvas.write(
        say(Words("… còn \(left) dòng (j, PgDn)", "… \(left) more lines (j, PgDn)")),
        row: inner.endRow - 2, column: inner.column, width: inner.columns, style: style(.dim))
    }
    previewFoot(preview, in: inner)
  }

  private mutating func previewFoot(_ preview: PreviewLayer, in inner: Rect) {
    let row = inner.endRow - 1
    if let reason = preview.reason {
      let label = say(Words("Lý do cho qua: ", "Why it is forced: "))
      canvas.write(label, row: row, column: inner.column, style: style(.accent))
      let column = inner.column + TextWidth.columns(of: label)
      editor(
        reason, row: row, column: column, width: inner.endColumn - column,
        style: style(.text).underlined)
      if let fault = preview.fault {
        canvas.write(
          say(fault), row: row - 1, column: inner.column, width: inner.columns,
          style: style(.error))
      }
      return
    }
    if let fault = preview.fault {
      canvas.write(
        say(fault), row: row, column: inner.column, width: inner.columns, style: style(.error))
      return
    }
    foot(say(preview.keys), in: inner)
  }

  private mutating func entry(
    _ entry: PreviewLayer.Entry, of preview: PreviewLayer, row: Int, in inner: Rect
  ) {
    let (text, style, indent): (String, Style, Int) =
      switch entry {
      case .blank: ("", style(.text), 0)
      case .heading(let heading, let count):
        (say(heading.words) + " (\(count))", style(heading == .refused ? .error : .accent), 0)
      case .reason(let refusal): ("! " + say(words(of: refusal)), style(.soon), 0)
      case .record(let index):
        (preview.lines[index].code + "  " + preview.lines[index].title, style(.text), 2)
      case .edit(let index, let edit):
        (
          PreviewLayer.fitted(
            values.line(preview.lines[index].edits[edit]), to: inner.columns - 4),
          style(.strong), 4
        )
      case .forced(let index):
        (say(Requirement.passedOver(preview.lines[index].forced)), style(.soon), 4)
      }
    canvas.write(
      text, row: row, column: inner.column + indent, width: max(0, inner.columns - indent),
      style: style)
  }

  private func words(of refusal: PlannedLine.Refusal) -> Words {
    switch refusal {
    case .action(let error):
      error.words(naming: state.register.registry, on: state.surface)
    case .problem(let problem): problem.words(on: state.surface)
    }
  }

  /// Only the lines that show are put into words.
  private var values: ValueText {
    let register = state.register
    return ValueText(register.registry, language: state.language) { register.code(ofKey: $0) }
  }
}

extension PreviewLayer {
  /// Where a line is too long, what was is cut before what will be.
  fileprivate static func fitted(_ line: String, to width: Int) -> String {
    guard TextWidth.columns(of: line) > width, let arrow = line.firstRange(of: " → ") else {
      return line
    }
    let (before, after) = (line[..<arrow.lowerBound], line[arrow.lowerBound...])
    let room = max(width / 3, width - TextWidth.columns(of: after))
    return TextWidth.cut(before, to: room) + after
  }

  /// The keys that go on and back, with how many each is for.
  fileprivate var keys: Words {
    let back = PreviewKey.back.row
    guard isReady else { return FieldKey.foot([back]) }
    let (count, refused) = (accepted.count, refusedCount)
    if refused == 0 {
      guard count > 0 else {
        return Words("Không có gì để đổi.   ", "Nothing to change.   ") + FieldKey.foot([back])
      }
      return FieldKey.foot(
        [PreviewKey.change.row.numbered(count), PreviewKey.scroll.row, back])
    }
    let skip = count == 0 ? [] : [PreviewKey.skip.row.numbered(count, refused)]
    return FieldKey.foot(skip + (isForced ? [] : [PreviewKey.force.row]) + [back])
  }
}

extension PreviewLayer.Heading {
  fileprivate var words: Words {
    switch self {
    case .refused: Words("Không sửa được", "Refused")
    case .changed: Words("Sẽ sửa", "Will change")
    case .otherEnds: Words("Mục liên kết cũng đổi", "Linked records change too")
    case .unchanged: Words("Đã như vậy rồi", "So already")
    }
  }
}

extension Requirement {
  /// The names of what is missing, as changes keep them, in words.
  static func passedOver(_ names: [String]) -> Words {
    func list(_ word: (Words) -> String) -> String {
      names.map { name in Requirement(rawValue: name).map { word($0.words).lowercased() } ?? name }
        .joined(separator: ", ")
    }
    return Words("cho qua khi thiếu: " + list(\.vi), "passed without: " + list(\.en))
  }
}
