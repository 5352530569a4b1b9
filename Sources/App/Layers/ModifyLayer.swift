internal import Model
internal import Terminal
internal import Vietnamese

/// One line that changes several fields of the record: `han:15/4 chutri:ubbg +unesco -cũ`.
package struct ModifyLayer: Equatable, Sendable {
  package var slot: Int
  package var key: String
  package var code: String
  package var field = TextField()
  /// What was understood: a line for each field, before → after.
  package var echo: [String] = []
  /// What is wrong, and the characters it is about.
  package var faults: [ModifyFault] = []
  let reader: SharedReader
  var action: Action?
  /// The record's newest changes when the line was last understood.
  var seen: [Change.ID] = []

  init(slot: Int, key: String, code: String, reader: EditReader) {
    self.slot = slot
    self.key = key
    self.code = code
    self.reader = SharedReader(reader)
  }
}

package struct ModifyFault: Equatable, Sendable {
  package var sentence: String
  /// nil where it is about the line as a whole.
  package var range: Range<Int>?
}

extension AppState {
  mutating func pressInModify(_ key: KeyPress, _ modify: ModifyLayer) -> [Effect] {
    var modify = modify
    switch key {
    case .escape, .control("c"):
      layers.removeLast()
      return []
    case .enter, .control("s"):
      modify.field.finishWord(isName: isNameInEdits)
      understand(&modify)
      if let action = modify.action, modify.faults.isEmpty {
        let targets = self.targets
        if !targets.isMany { layers.removeLast() }
        return hand(action, to: targets, seen: modify.seen)
      }
      if modify.field.isEmpty {
        layers.removeLast()
      } else {
        layers[layers.count - 1] = .modify(modify)
      }
      return []
    case .character, .control, .alt, .left, .right, .up, .down, .home, .end, .pageUp, .pageDown,
      .insert, .delete, .backspace, .tab, .backTab, .function:
      if case .character(let character) = key, !character.isLetter, !character.isNumber {
        modify.field.finishWord(isName: isNameInEdits)
      }
      guard modify.field.press(key, typing, tones: tones) else { return [] }
      modify.seen = selectedRecord?.adopted.newest ?? []
    }
    understand(&modify)
    layers[layers.count - 1] = .modify(modify)
    return []
  }

  mutating func paste(_ text: String, in modify: ModifyLayer) {
    var modify = modify
    let left = modify.field.insert(text)
    modify.seen = selectedRecord?.adopted.newest ?? []
    if left > 0 { say(FieldWords.pasteTooLong(leftOut: left), .bad) }
    understand(&modify)
    layers[layers.count - 1] = .modify(modify)
  }

  /// Reads the line, and tries it on the record that is shown.
  private func understand(_ modify: inout ModifyLayer) {
    let line = EditLine(modify.field.text, modify.reader.reader)
    let registry = register.registry
    modify.faults = line.faults.map { fault in
      ModifyFault(
        sentence: fault.words(naming: registry, on: surface)(language), range: fault.range)
    }
    (modify.echo, modify.action) = ([], nil)
    guard !line.edits.isEmpty, let record = selectedRecord else { return }
    let action = Action.edit(RecordEdit(line.edits, why: line.why, on: today))
    let register = register
    let values = ValueText(registry, language: language) { register.code(ofKey: $0) }
    do throws(ActionError) {
      let basis = record.asSeen(modify.seen)
      let outcome = try action.outcome(on: record, seenAs: basis, author: "", noteID: "")
      modify.echo = outcome.edits.map { dueWithWeekday($0) ?? values.line($0) }
      modify.action = action
      modify.echo += ValidityText(registry, language: language, on: today)
        .warnings(of: outcome.edits)
    } catch {
      modify.faults.append(ModifyFault(sentence: sentence(error), range: nil))
    }
    if !line.yearsWithoutHolidays.isEmpty {
      modify.echo.append(CommandWords.holidaysUnknown(line.yearsWithoutHolidays)(language))
    }
  }
}

extension AppState {
  /// A deadline of one day is echoed with its weekday; nil for any other edit.
  private func dueWithWeekday(_ edit: Edit) -> String? {
    guard case .set(Field.due.rawValue, let from, let to) = edit, let due = try? Deadline(to),
      due.date.precision == .day || due.event != nil
    else { return nil }
    let texts = DeadlineText(language)
    let before = (try? Deadline(from)).map { texts.date($0.date) } ?? "—"
    let after =
      due.event.map { offset in
        EventText(language).due(
          offset, code: register.code(ofKey: offset.event), day: due.date.day, hasWeekday: true)
      } ?? texts.dayAndWeekday(due.date.day)
    return "\(Field.due.words(language)): \(before) → \(after)"
  }
}

/// Whether edits know the word, which the composer may not turn into another then.
private func isNameInEdits(_ typed: String) -> Bool {
  let name = String(typed.prefix { $0 != "." }.drop { !$0.isLetter })
  guard name.allSatisfy(\.isLetter) else { return false }
  return Field.named(name) != nil || ["lydo", "vì", "vi", "why"].contains(name.lowercased())
}

// MARK: - Drawing

extension Drawing {
  mutating func modify(_ modify: ModifyLayer) {
    let width = min(110, canvas.columns - 6)
    let said = modify.faults.isEmpty ? modify.echo : modify.faults.map(\.sentence)
    let lines = said.flatMap { TextWidth.wrap($0, to: width) }.prefix(max(1, canvas.rows - 8))
    let rect = Rect(canvas.size).centred(
      Size(rows: min(canvas.rows - 2, 6 + max(2, lines.count)), columns: width + 4))
    canvas.fill(rect)
    canvas.frame(rect, style: style(.hairline))
    let title = " " + say(Words("Sửa nhanh \(modify.code)", "Modify \(modify.code)")) + " "
    canvas.write(
      title, row: rect.row, column: rect.column + 2,
      width: min(TextWidth.columns(of: title), rect.columns - 4), style: style(.heading))
    let inner = rect.inset(rows: 1, columns: 2)
    canvas.write(">", row: inner.row, column: inner.column, style: style(.accent))
    editor(
      modify.field, row: inner.row, column: inner.column + 2, width: inner.columns - 2,
      style: style(.text).underlined)
    point(at: modify.faults.first { $0.range != nil }?.range, modify.field, in: inner)
    if modify.field.isEmpty {
      let example = Words(
        "han:15/4 chutri:ubbg phoihop+=dba +unesco -cũ lydo:\"phía bạn đề nghị\"",
        "due:15/4 lead:ubbg with+=dba +unesco -old why:\"they asked for it\"")
      canvas.write(
        say(example), row: inner.row + 2, column: inner.column, width: inner.columns,
        style: style(.dim))
    }
    for (index, line) in lines.enumerated() {
      canvas.write(
        line, row: inner.row + 2 + index, column: inner.column, width: inner.columns,
        style: style(modify.faults.isEmpty ? .text : .error))
    }
    canvas.write(
      typingFoot(ModifyKey.rows),
      row: inner.endRow - 1, column: inner.column, width: inner.columns, style: style(.dim))
  }

  /// A mark under the characters that are wrong, where the line is not scrolled.
  private mutating func point(at range: Range<Int>?, _ field: TextField, in inner: Rect) {
    guard let range, TextWidth.columns(of: field.beforeCursor) < inner.columns - 2 else { return }
    let before = TextWidth.columns(of: String(field.characters.prefix(range.lowerBound)))
    let wrong = field.characters.dropFirst(range.lowerBound).prefix(range.count)
    let columns = max(1, TextWidth.columns(of: String(wrong)))
    canvas.write(
      "^" + String(repeating: "~", count: columns - 1), row: inner.row + 1,
      column: inner.column + 2 + before, width: max(0, inner.columns - 2 - before),
      style: style(.error))
  }
}
