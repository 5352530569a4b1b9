internal import Model
internal import Terminal
internal import Vietnamese

/// Papers of the rounds on the screen: the day's letters, the answers of counterparts, and what was
/// given and received; the same text as the commands print.
extension AppState {
  /// The records shown, each once and in register order: a grouped list may show one many times.
  var shownOnce: [RowPlace] {
    var starts = [0]
    for chunk in register.chunks {
      starts.append(starts[starts.count - 1] + (chunk?.rows.count ?? 0))
    }
    var isShown = Array(repeating: false, count: starts[starts.count - 1])
    for place in list.arrangement.rows where Int(place.slot) + 1 < starts.count {
      let index = starts[Int(place.slot)] + Int(place.index)
      if index < starts[Int(place.slot) + 1] { isShown[index] = true }
    }
    var places: [RowPlace] = []
    places.reserveCapacity(list.arrangement.rows.count)
    for slot in register.chunks.indices {
      for index in starts[slot]..<starts[slot + 1] where isShown[index] {
        places.append(RowPlace(slot: slot, index: index - starts[slot]))
      }
    }
    return places
  }

  /// What came back from each counterpart of the record shown. Story S7.
  mutating func openAnswers() {
    guard let followUp = detail.followUp else { return }
    layers.append(
      .draft(
        DraftLayer(
          title: Words("Từng đối tác", "Counterparts"),
          lines: AnswerText(register.registry, language).sheet(followUp))))
  }

  /// What was given and received by the records shown, or by those of the visit sheet. Story S9.
  mutating func openQuantities() -> [Effect] {
    var places = shownOnce
    var name = ""
    if case .screen(.visit(let visit))? = layers.last {
      places = visit.sheet.withQuantities
      name = " · " + VisitText(register, context: context, language: language).name(visit.subject)
    }
    let withFigures = places.filter { place in
      register.row(at: place)?.row.flags.contains(.hasQuantities) ?? false
    }
    var draft = DraftLayer(
      title: Words("Cho và nhận" + name, "Given and received" + name), lines: ["…"])
    draft.awaits = Set(withFigures.compactMap { register.row(at: $0).map { $0.chunk.key($0.row) } })
    let addresses = withFigures.compactMap(address)
    if addresses.isEmpty { draft.lines = [DraftLayer.noFigures(language)] }
    layers.append(.draft(draft))
    return addresses.isEmpty ? [] : [.read(addresses)]
  }

  /// Fills the paper that waits for these records; false where none does.
  mutating func fillDraft(with records: [Record]) -> Bool {
    guard case .draft(var draft)? = layers.last, !draft.awaits.isEmpty,
      draft.awaits.isSuperset(of: records.map(\.key))
    else { return false }
    draft.awaits = []
    let followUps = records.compactMap { try? FollowUp($0.fields) }
    if let sheet = draft.copies {
      show(draft, of: sheet, from: followUps)
      return true
    }
    let reader = GiftReader(register.registry)
    let quantities = TwoWayQuantities(followUps) { reader.way($0) }
    draft.isTable = true
    draft.lines = QuantityTable(quantities, language).lines(columns: draft.columns(in: size))
    layers[layers.count - 1] = .draft(draft)
    return true
  }

  mutating func pressInDraft(_ key: KeyPress, _ draft: DraftLayer) -> [Effect] {
    var draft = draft
    if draft.needsRest(for: key, in: size), let question = draft.unfinished {
      draft = draft.finished(by: question.answer(), in: size)
      layers[layers.count - 1] = .draft(draft)
    }
    draft.lay(in: size)
    let page = draft.height(in: size)
    let last = max(0, draft.wrapped(in: size).count - page)
    switch key {
    case .down, .character("j"), .control("n"): draft.top = min(last, draft.top + 1)
    case .up, .character("k"), .control("p"): draft.top = max(0, draft.top - 1)
    case .pageDown, .character(" "), .control("f"): draft.top = min(last, draft.top + page)
    case .pageUp, .control("b"): draft.top = max(0, draft.top - page)
    case .home, .character("g"): draft.top = 0
    case .end, .character("G"): draft.top = last
    case .character("y"):
      say(Words("Đã chép cả tờ.", "Copied all of it."))
      return [.copy(draft.lines.joined(separator: "\n"))]
    case .enter where !draft.toRecord.isEmpty && past == nil: return recordLetters(draft)
    case .enter where !draft.creates.isEmpty && past == nil:
      layers.removeLast()
      return [.create(draft.creates, why: draft.why)]
    case .character, .control, .alt, .left, .right, .insert, .delete, .backspace, .enter, .tab,
      .backTab, .escape, .function:
      layers.removeLast()
      return []
    }
    layers[layers.count - 1] = .draft(draft)
    return []
  }

  /// Writes down that the letters were sent, by way of the preview, in one batch.
  private mutating func recordLetters(_ draft: DraftLayer) -> [Effect] {
    layers.removeLast()
    return hand(
      .chase(Chase(on: today, channel: .letter)), to: Targets(draft.toRecord, here: nil))
  }
}

extension DraftLayer {
  static let noFigures = Words(
    "Các mục đang hiện không có số lượng nào.", "The records shown have no figures.")

  /// The columns its lines have.
  func columns(in size: Size) -> Int { min(isTable ? QuantityTable.columns : 96, size.columns - 8) }

  /// The lines that show at once.
  func height(in size: Size) -> Int {
    let most = size.rows - 2 - 4
    return max(1, unfinished == nil ? min(wrapped(in: size).count, most) : most)
  }

  mutating func lay(in size: Size) {
    if laid?.columns == columns(in: size) { return }
    laid = Laid(columns: columns(in: size), lines: wrapped(in: size))
  }

  func wrapped(in size: Size) -> [String] {
    let columns = columns(in: size)
    if let laid, laid.columns == columns { return laid.lines }
    return lines.flatMap { line -> [String] in
      guard TextWidth.columns(of: line) > columns else { return [line] }
      let indent = line.prefix { $0 == " " }
      return TextWidth.wrap(String(line.dropFirst(indent.count)), to: columns - indent.count)
        .map { indent + $0 }
    }
  }
}

extension Drawing {
  mutating func draft(_ draft: DraftLayer) {
    let lines = draft.wrapped(in: canvas.size)
    let height = draft.height(in: canvas.size)
    let inner = box(
      say(draft.title), rows: height + 1, columns: draft.columns(in: canvas.size))
    for (offset, line) in lines.dropFirst(draft.top).prefix(height).enumerated() {
      canvas.write(
        line, row: inner.row + offset, column: inner.column, width: inner.columns,
        style: style(.text))
    }
    foot(say(draft.keys(isLong: lines.count > height || draft.unfinished != nil)), in: inner)
  }
}

extension DraftLayer {
  fileprivate func keys(isLong: Bool) -> Words {
    let records = !toRecord.isEmpty || unfinished != nil && !lines.isEmpty
    let enter: [DraftKey] = !creates.isEmpty ? [.create] : records ? [.record] : []
    let keys = enter + (isLong ? [.scroll] : []) + [.copy]
    return FieldKey.foot(keys.map(\.row))
      + Words("   Phím khác đóng", "   Any other key closes")
  }
}
