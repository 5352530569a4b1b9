package import Model
internal import Terminal
package import Vietnamese

/// In whose hands a record is, and for how many days each side had it.
package struct Holding: Equatable, Sendable {
  /// nil for what has ended.
  package var holder: Holder?
  package var isByHand: Bool
  package var days: HolderDays
}

extension AppState {
  mutating func show(_ record: Record) {
    detail.show(detail.ahead.first { $0.record == record } ?? reading(of: record))
  }

  mutating func reading(of record: Record) -> Reading {
    let followUp = try? FollowUp(record.fields)
    return Reading(
      record: record, followUp: followUp, conflicts: record.conflicts,
      holding: followUp.map { holding(of: record, $0) })
  }

  private mutating func holding(of record: Record, _ followUp: FollowUp) -> Holding {
    if waited == nil, record.hasWaited { waited = WaitedFor(register.registry) }
    let waited = waited ?? .nobody
    return Holding(
      holder: followUp.holder(in: register.registry, waited: waited),
      isByHand: followUp.holder != nil,
      days: HolderDays(
        record, in: register.registry, waited: waited, today: today,
        secondsEast: context.secondsEastOfUTC))
  }
}

extension Record {
  /// Whether it ever waited for somebody who has a name.
  fileprivate var hasWaited: Bool {
    if fields[.waiting] != .null { return true }
    return changes.contains { change in
      change.edits.contains { edit in
        switch edit {
        case .set(let field, _, _), .alter(let field, _, _): field == Field.waiting.rawValue
        case .unknown: false
        }
      }
    }
  }
}

extension DetailText {
  /// `Bộ Ngoại giao · ta 3 ngày, Bộ 120 ngày`.
  func holding(_ entries: inout [Entry]) {
    guard let holding = state.detail.holding else { return }
    let days = Holder.allCases.compactMap { holder -> String? in
      guard let days = holding.days.days[holder], days > 0 else { return nil }
      return say(holder.shortWords) + " " + say(Words("\(days) ngày", "\(days) d"))
    }
    var parts = days.isEmpty ? [] : [days.joined(separator: ", ")]
    if let holder = holding.holder {
      let byHand = holding.isByHand ? say(Words(" (đặt bằng tay)", " (set by hand)")) : ""
      parts.insert(say(holder.words) + byHand, at: 0)
    }
    add(&entries, .holder, parts.joined(separator: " · "))
  }

  /// `2 lần, gần nhất 03/10/2023 công văn`, and the reply that was asked for.
  func chases(_ entries: inout [Entry], _ followUp: FollowUp) {
    guard let last = followUp.lastChase else { return }
    let count = followUp.chases.count
    var text =
      say(Words("\(count) lần, gần nhất ", "\(count == 1 ? "once" : "\(count) times"), last "))
      + words.day(last.on)
    if let channel = last.channel { text += " " + say(channel.words) }
    if let replyBy = last.replyBy {
      text += say(Words("; cần trả lời trước ", "; answer asked for by ")) + words.day(replyBy)
    }
    add(&entries, .chases, text)
  }

  /// Each chase in a line: day, way, to whom, paper.
  func chaseLines(_ followUp: FollowUp) -> [String] {
    followUp.chases.map(RoundsValueText(state.register.registry, state.language).chase)
  }

  /// The counterparts that are followed one by one, and who has not answered; story S7.
  func answers(_ entries: inout [Entry], _ followUp: FollowUp) {
    let text = AnswerText(state.register.registry, state.language)
    guard let sentence = text.sentence(followUp) else { return }
    entries.append(.field(Words("Trả lời", "Answers"), sentence, style(.text)))
    entries += text.lines(followUp).map { .item($0.name + "  " + $0.standing, style(.text)) }
  }
}

/// What came back from each counterpart, in words; the one wording for screen and command.
package struct AnswerText: Sendable {
  private let registry: Registry
  private let language: Language

  package init(_ registry: Registry, _ language: Language) {
    self.registry = registry
    self.language = language
  }

  /// A line for each counterpart that is followed by itself.
  package func lines(_ followUp: FollowUp) -> [(name: String, standing: String)] {
    CounterpartLines(followUp).lines.map { line in
      let parts = [
        line.status.map { "\($0.glyph) \($0.words(language))" },
        line.on.map { DeadlineText(language).day($0) }, line.unit.map(unit), line.answer,
        line.paper,
      ].compactMap { $0 }
      return (name(line), parts.isEmpty ? "—" : parts.joined(separator: " · "))
    }
  }

  /// `trả lời 3/4, còn: châu Á (Vụ Đông Bắc Á)`; nil while no line is followed.
  package func sentence(_ followUp: FollowUp) -> String? {
    let answers = CounterpartLines(followUp)
    guard !answers.lines.isEmpty else { return nil }
    let missing = answers.missing.map { line in
      name(line) + (line.unit.map { " (\(unit($0)))" } ?? "")
    }
    return CommandWords.answers(answers.answered, of: answers.lines.count, missing: missing)(
      language)
  }

  /// The record, its counterparts in a line each, and who has not answered.
  package func sheet(_ followUp: FollowUp) -> [String] {
    var shown = ["\(followUp.code)  \(followUp.derivedStatus.words(language))  \(followUp.title)"]
    guard let sentence = sentence(followUp) else {
      return shown + [CommandWords.noLines(language)]
    }
    for line in lines(followUp) {
      shown.append("  " + TextWidth.pad(line.name, to: 22) + "  " + line.standing)
    }
    return shown + [sentence]
  }

  private func name(_ line: CounterpartLine) -> String {
    registry.name(line.counterpart, in: .counterparts, language: language)
  }

  private func unit(_ id: String) -> String {
    registry.name(id, in: .units, language: language)
  }
}
