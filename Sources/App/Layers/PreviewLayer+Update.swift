internal import Model
internal import Terminal
internal import Vietnamese

extension AppState {
  mutating func take(_ plan: Plan) {
    for index in layers.indices {
      guard case .preview(var preview) = layers[index] else { continue }
      preview.take(plan)
      layers[index] = .preview(preview)
    }
  }

  mutating func pressInPreview(_ key: KeyPress, _ preview: PreviewLayer) -> [Effect] {
    var preview = preview
    preview.fault = nil
    if preview.reason != nil { return pressInReason(key, preview) }
    let page = PreviewLayer.rows(in: size)
    switch key {
    case .escape, .control("c"), .character("q"):
      layers.removeLast()
      return []
    case .enter where !preview.isReady: break
    case .enter where preview.accepted.isEmpty, .character("b") where preview.accepted.isEmpty:
      preview.fault = Words("Không có mục nào để sửa.", "There is nothing to change.")
    case .enter where preview.refusedCount > 0:
      preview.fault = Words(
        "Có mục bị từ chối: b bỏ chúng và làm số còn lại, ! cho qua kèm lý do, Esc quay lại.",
        "Some are refused: b leaves them out and does the rest, ! forces them, Esc goes back.")
    case .enter: return goOn(preview)
    case .character("b") where preview.refusedCount > 0: return goOn(preview)
    case .character("!") where preview.refusedCount > 0 && !preview.isForced:
      preview.reason = TextField()
    case .down, .character("j"), .control("n"): preview.window.top += 1
    case .up, .character("k"), .control("p"): preview.window.top -= 1
    case .pageDown, .character(" "), .control("f"): preview.window.top += page
    case .pageUp, .control("b"): preview.window.top -= page
    case .home, .character("g"): preview.window.top = 0
    case .end, .character("G"): preview.window.top = preview.entries.count
    case .character, .control, .alt, .left, .right, .insert, .delete, .backspace, .tab, .backTab,
      .function:
      break
    }
    preview.window.top = max(0, min(preview.window.top, preview.entries.count - page))
    layers[layers.count - 1] = .preview(preview)
    return []
  }

  /// The reason for passing over what is missing; with it the plan is made anew.
  private mutating func pressInReason(_ key: KeyPress, _ preview: PreviewLayer) -> [Effect] {
    var preview = preview
    var effects: [Effect] = []
    switch key {
    case .escape, .control("c"): preview.reason = nil
    case .enter:
      preview.reason?.finishWord()
      let text = preview.reason?.text ?? ""
      if text.contains(where: { !$0.isWhitespace }) {
        preview.why = text
        preview.reason = nil
        preview.forget()
        effects = [.preview(preview.action, preview.targets.addresses, isForced: true)]
      } else {
        preview.fault = Words("Cho qua thì phải có lý do.", "Forcing needs a reason.")
      }
    case .character, .control, .alt, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .insert, .delete, .backspace, .tab, .backTab, .function:
      _ = preview.reason?.press(key, typing, tones: tones)
    }
    layers[layers.count - 1] = .preview(preview)
    return effects
  }

  /// Away with the preview and with what it came out of.
  private mutating func goOn(_ preview: PreviewLayer) -> [Effect] {
    layers.removeLast()
    switch layers.last {
    case .form, .palette, .modify: layers.removeLast()
    case .help, .menu, .preview, .draft, .savedViews, .screen, .sheet, .entry, .minutes, nil: break
    }
    lastAction = preview.action
    return [.actOnMany(preview.action, preview.accepted, why: preview.why)]
  }
}

extension PreviewLayer {
  /// The lines that show at once.
  static func rows(in size: Size) -> Int { max(3, size.rows - 9) }
}

extension SavedNews {
  /// The first codes, and how many more there are.
  func codes(_ language: Language) -> String {
    let first = records.prefix(3).map(\.code).joined(separator: ", ")
    let more = records.count - 3
    // The registry that is shown was read when the register was opened.
    guard files.isEmpty else {
      return Words(
        "\(records.count) mục, \(files.count) tệp danh mục (mở lại sổ để thấy)",
        "\(records.count) records, \(files.count) files of names (reopen to see them)")(language)
    }
    guard more > 0 else { return first }
    return first + Words(" và \(more) mục nữa", " and \(more) more")(language)
  }

  /// Whether what was saved stands beside what somebody else saved.
  var isInConflict: Bool {
    records.contains { record in
      record.conflicts.contains { conflict in
        conflict.sides.contains { $0.change == record.changes.last?.id }
      }
    }
  }

  /// What is said of a change of several.
  var receipt: Words {
    let number = Change.number(ofBatch: batch)
    return Words(
      "Đã sửa \(records.count) mục (lô \(number))  ·  u hoàn tác",
      "Changed \(records.count) records (batch \(number))  ·  u undoes")
  }
}
