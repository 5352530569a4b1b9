internal import Model
internal import Terminal
internal import Vietnamese

extension DetailText {
  func summary(_ followUp: FollowUp) -> [Entry] {
    var middle = standing(followUp)
    holding(&middle)
    chases(&middle, followUp)
    answers(&middle, followUp)
    let entries = [lead(followUp)] + middle + parties(followUp) + matter(followUp)
    return state.detail.conflicts.reduce(entries, marking)
  }

  /// Below the field of the conflict, else below the status: the values, and the key that settles.
  private func marking(_ entries: [Entry], _ conflict: Conflict) -> [Entry] {
    func place(of label: Words) -> Int? {
      entries.firstIndex { if case .field(label, _, _) = $0 { true } else { false } }
    }
    let text = ConflictText(
      state.register.registry, language: state.language, code: state.register.code(ofKey:))
    let key = KeyGlyphs.name(.conflicts, state.keymap)
    let said = "≠ \(text.line(conflict))  " + say(ConflictWords.settledBy(key))
    let place = place(of: conflict.field.words) ?? place(of: Field.status.words) ?? 0
    var marked = entries
    marked.insert(.field(Words("", ""), said, style(.error)), at: place + 1)
    return marked
  }

  private func lead(_ followUp: FollowUp) -> Entry {
    guard let lead = followUp.lead else { return .field(Field.lead.words, "—", style(.dim)) }
    let mark = lead.isProposed ? say(Words(" (dự kiến)", " (proposed)")) : ""
    let style = lead.isProposed ? style(.text).italic : style(.text)
    return .field(
      Field.lead.words, name(lead.unit, .units) + mark + validity(lead.unit, .units), style)
  }

  private func parties(_ followUp: FollowUp) -> [Entry] {
    var entries: [Entry] = []
    add(&entries, .coordinating, names(followUp.coordinating, .units))
    add(&entries, .counterparts, counterparts(followUp))
    add(&entries, .places, names(followUp.places, .places))
    add(&entries, .alsoProvinces, names(followUp.alsoProvinces, .provinces))
    add(&entries, .officer, followUp.officer)
    return entries
  }

  private func counterparts(_ followUp: FollowUp) -> String {
    followUp.counterparts.map { line in
      let inferred = line.isInferred ? say(Words(" (suy ra)", " (inferred)")) : ""
      let status = line.status.map { " \($0.glyph) " + say($0.shortWords) } ?? ""
      return name(line.counterpart, .counterparts) + inferred + status
    }.joined(separator: "; ")
  }

  private func standing(_ followUp: FollowUp) -> [Entry] {
    let status = state.register.status(of: followUp)
    var text = "\(status.glyph) " + say(status.words)
    if let since = followUp.statusOn { text += say(Words(" từ ", " since ")) + words.day(since) }
    if let whom = followUp.waiting?.whom { text += say(Words(", chờ ", ", waiting for ")) + whom }
    var entries: [Entry] = [.field(Field.status.words, text, state.theme.style(status))]
    let deadline = followUp.deadlineFacts(status: status)
      .state(on: state.today, limits: state.context.limits)
    entries.append(
      .field(Field.due.words, due(followUp, deadline), state.theme.style(deadline)))
    add(&entries, .noDeadlineReason, followUp.noDeadlineReason)
    add(&entries, .dateWords, followUp.dateWords.map { "“\($0)”" })
    add(&entries, .period, followUp.period.map { words.day($0.from) + " – " + words.day($0.to) })
    add(&entries, .recurrence, followUp.recurrence.map { say($0.words) })
    add(&entries, .pause, followUp.pause?.reason)
    add(&entries, .carriedTo, followUp.carriedTo.map(String.init))
    add(&entries, .reason, followUp.reason)
    add(&entries, .mergedInto, followUp.mergedInto.map(titled))
    add(&entries, .agreement, followUp.agreement?.by)
    add(&entries, .expectedResult, followUp.expectedResult)
    add(&entries, .result, outcome(followUp))
    add(&entries, .doneOn, followUp.doneOn.map(words.date))
    return entries
  }

  private func due(_ followUp: FollowUp, _ deadline: DeadlineState) -> String {
    let text = words.full(deadline)
    if let offset = followUp.dueEvent, followUp.due == nil {
      return EventText(state.language).due(
        offset, code: state.register.code(ofKey: offset.event), day: nil)
    }
    guard let due = followUp.due else { return text }
    let moved = followUp.extensions.count
    let extended =
      moved == 0 ? "" : say(Words(" · đã gia hạn \(moved) lần", " · extended \(moved) times"))
    let dayPart =
      followUp.dueEvent.map { offset in
        EventText(state.language).due(
          offset, code: state.register.code(ofKey: offset.event), day: due.date.day)
      } ?? words.date(due.date)
    return deadline == .off ? dayPart : dayPart + " · " + text + extended
  }

  private func outcome(_ followUp: FollowUp) -> String? {
    guard let result = followUp.result else { return nil }
    let parts = [result.kind.map { say($0.words) }, result.text].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ": ")
  }

  private func matter(_ followUp: FollowUp) -> [Entry] {
    var entries: [Entry] = []
    add(
      &entries, .province,
      name(followUp.province, .provinces) + validity(followUp.province, .provinces))
    add(&entries, .category, name(followUp.category, .categories))
    add(&entries, .priority, followUp.priority.map { say($0.words) })
    add(&entries, .emphasis, followUp.emphasis.map { "“\($0)”" })
    add(&entries, .topics, followUp.topics.joined(separator: ", "))
    add(&entries, .tags, followUp.tags.joined(separator: ", "))
    add(&entries, .quantities, followUp.quantities.map(quantity).joined(separator: "; "))
    add(&entries, .sources, followUp.sources.map(source).joined(separator: "; "))
    if let toConfirm = followUp.toConfirm {
      entries.append(.field(Field.toConfirm.words, "! " + toConfirm, style(.soon)))
    }
    if let stub = followUp.secretStub {
      entries.append(.field(Field.secretStub.words, "[M] " + say(stub.words), style(.waiting)))
    }
    add(&entries, .remarks, followUp.remarks)
    return entries
  }

  func quantity(_ quantity: Quantity) -> String {
    let number = quantity.number.flatMap { VietnameseNumber.format($0, state.language) }
    let qualifier: Words =
      switch quantity.qualifier {
      case .exact, .unspecified: Words("", "")
      case .under: Words("gần ", "nearly ")
      case .approx: Words("khoảng ", "about ")
      case .over: Words("hơn ", "over ")
      case .converted: Words("quy đổi ", "converted ")
      }
    let amount = [number.map { say(qualifier) + $0 }, quantity.unit].compactMap { $0 }
      .filter { !$0.isEmpty }.joined(separator: " ")
    return amount.isEmpty ? quantity.item : amount + " " + quantity.item
  }

  func source(_ source: Source) -> String {
    let paragraphs = source.paragraphs.map(String.init).joined(separator: ", ")
    let place = paragraphs.isEmpty ? "" : say(Words(", đoạn \(paragraphs)", ", par. \(paragraphs)"))
    return name(source.document, .documents) + place
  }

  /// ` (đến 28/02/2025, nay là …)`: what is still open is with somebody who is not there today.
  private func validity(_ id: String, _ kind: RegistryKind) -> String {
    guard state.detail.followUp?.derivedStatus.isOpen == true else { return "" }
    let text = ValidityText(state.register.registry, language: state.language, on: state.today)
    return text.remark(id, in: kind).map { " " + $0 } ?? ""
  }

  func add(_ entries: inout [Entry], _ field: Field, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    entries.append(.field(field.words, text, style(.text)))
  }
}
