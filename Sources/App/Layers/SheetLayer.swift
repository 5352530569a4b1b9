package import Model
internal import Terminal

/// What came back from the person's editor: the text, or why there is none.
package struct OutsideEdit: Equatable, Sendable {
  package enum Fault: Equatable, Sendable {
    case exited(Int32)
    case notFound
    case killed(signal: Int32)
    /// Not UTF-8.
    case notText
    case tooLong
    /// The temporary file could not be had, in the system's words.
    case system(String)
  }

  package var editor: String
  package var text: String?
  package var fault: Fault?

  package init(editor: String, text: String?, fault: Fault? = nil) {
    self.editor = editor
    self.text = text
    self.fault = fault
  }
}

/// A record that is, or was, in the person's editor.
package struct SheetLayer: Equatable, Sendable {
  package var slot: Int
  package var key: String
  package var code: String
  let sheet: RecordSheet
  /// The record's newest changes when it went into the editor.
  let seen: [Change.ID]
  /// What was typed last.
  package var text: String
  /// What it changes: before → after.
  package var lines: [String] = []
  package var action: Action?
  package var fault: RecordSheet.Fault?
}

extension AppState {
  mutating func editOutside(_ record: Record, slot: Int) -> [Effect] {
    let sheet = RecordSheet(record, register, language: language)
    layers.append(
      .sheet(
        SheetLayer(
          slot: slot, key: record.key, code: record.code, sheet: sheet, seen: record.adopted.newest,
          text: sheet.text)))
    return [.editOutside(sheet.text)]
  }

  /// Reads what came back; nothing is changed before the person has seen it.
  mutating func take(_ edit: OutsideEdit) {
    guard case .sheet(var layer) = layers.last else { return }
    (layer.fault, layer.action, layer.lines) = (nil, nil, [])
    if let text = edit.text, text.contains(where: { !$0.isWhitespace }) { layer.text = text }
    if let fault = edit.fault {
      layer.fault = RecordSheet.Fault(
        line: nil, sentence: SheetWords.failed(edit.editor, fault)(language))
    } else {
      read(edit.text ?? "", into: &layer)
      if layer.action == nil, layer.fault == nil {
        layers.removeLast()
        return say(FieldWords.nothingHere)
      }
    }
    layers[layers.count - 1] = .sheet(layer)
  }

  private func read(_ text: String, into layer: inout SheetLayer) {
    let edit: RecordEdit
    let reader = editReader
    do throws(RecordSheet.Fault) {
      edit = try layer.sheet.edit(
        from: text, reader, registry: register.registry, on: today, surface)
    } catch {
      layer.fault = error
      return
    }
    guard !edit.fields.isEmpty, let record = selectedRecord, record.key == layer.key else { return }
    let register = register
    let values = ValueText(register.registry, language: language) { register.code(ofKey: $0) }
    do throws(ActionError) {
      let action = Action.edit(edit)
      let basis = record.asSeen(layer.seen)
      layer.lines = try action.outcome(on: record, seenAs: basis, author: "", noteID: "").edits
        .map(values.line)
      layer.action = action
      let unknown = layer.sheet.yearsWithoutHolidays(in: text, reader)
      if !unknown.isEmpty { layer.lines.append(CommandWords.holidaysUnknown(unknown)(language)) }
    } catch {
      if error != .nothingChanged {
        layer.fault = RecordSheet.Fault(line: nil, sentence: sentence(error))
      }
    }
  }

  mutating func pressInSheet(_ key: KeyPress, _ layer: SheetLayer) -> [Effect] {
    switch key {
    case .escape, .control("c"), .character("q"):
      layers.removeLast()
      say(FieldWords.nothingHere)
    case .character("e"), .character("E"):
      let text = layer.fault.map { RecordSheet.marked(layer.text, $0) } ?? layer.text
      return [.editOutside(text)]
    case .enter, .control("s"):
      guard let action = layer.action else { return [] }
      layers.removeLast()
      return [
        .act(action, slot: layer.slot, key: layer.key, seen: layer.seen)
      ]
    case .character, .control, .alt, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .insert, .delete, .backspace, .tab, .backTab, .function:
      break
    }
    return []
  }
}

extension Drawing {
  mutating func sheet(_ layer: SheetLayer) {
    let width = min(100, canvas.columns - 8)
    var said = layer.lines
    if let fault = layer.fault {
      let line = fault.line.map { say(Words("Dòng \($0): ", "Line \($0): ")) } ?? ""
      said = [line + fault.sentence, "", say(SheetLayer.kept)]
    } else if layer.action == nil {
      said = [say(Words("đang sửa trong trình soạn thảo…", "in your editor…"))]
    }
    let lines = said.flatMap { TextWidth.wrap($0, to: width) }
    let rect = Rect(canvas.size).centred(
      Size(rows: min(canvas.rows - 2, lines.count + 4), columns: width + 4))
    canvas.fill(rect)
    canvas.frame(rect, style: style(.hairline))
    let title = " " + say(Words("Sửa \(layer.code)", "Edit \(layer.code)")) + " "
    canvas.write(
      title, row: rect.row, column: rect.column + 2,
      width: min(TextWidth.columns(of: title), rect.columns - 4), style: style(.heading))
    let inner = rect.inset(rows: 1, columns: 2)
    for (index, line) in lines.prefix(max(0, inner.rows - 2)).enumerated() {
      canvas.write(
        line, row: inner.row + index, column: inner.column, width: inner.columns,
        style: style(layer.fault != nil && index == 0 ? .error : .text))
    }
    let keys: [SheetKey] = layer.action == nil ? [.reopen, .cancel] : [.save, .edit, .cancel]
    canvas.write(
      keyFoot(keys.map(\.row)), row: inner.endRow - 1, column: inner.column, width: inner.columns,
      style: style(.dim))
  }
}

extension SheetLayer {
  fileprivate static let kept = Words(
    "Chữ đã gõ vẫn còn: bấm e để mở lại, Esc để bỏ.",
    "What you typed is kept: e opens it again, Esc drops it.")
}
