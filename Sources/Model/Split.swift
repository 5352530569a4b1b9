/// One of the parts that a record is split into.
package struct Part: Hashable, Sendable {
  package var title: String
  /// The counterparts it is about; nil for all those of the whole.
  package var counterparts: [String]?

  package init(title: String, counterparts: [String]? = nil) {
    self.title = title
    self.counterparts = counterparts
  }

  /// A part for each counterpart of a record, titled after both; `name` gives what an id is called.
  package static func perCounterpart(
    of followUp: FollowUp, name: (_ counterpart: String) -> String
  ) -> [Part] {
    followUp.counterparts.map { line in
      Part(
        title: "\(followUp.title) – \(name(line.counterpart))", counterparts: [line.counterpart])
    }
  }
}

/// Tách: a record whose parts are followed by themselves. Source: domain.md §4, §8.
///
/// The whole keeps its code and is linked to its parts from both ends; it is done when each of them
/// is closed.
package struct Split: Sendable {
  private let whole: FollowUp
  private let fields: Fields
  private let on: Day

  /// - Throws: ``ActionError`` for a record that has ended, and for parts that cannot be made of it.
  init(_ whole: FollowUp, _ fields: Fields, into parts: [Part], on: Day, force: Bool)
    throws(ActionError)
  {
    (self.whole, self.fields, self.on) = (whole, fields, on)
    guard !parts.isEmpty else { throw .noParts }
    guard parts.allSatisfy({ part in part.title.contains { !$0.isWhitespace } }) else {
      throw .emptyTitle
    }
    if !whole.status.isOpen && !force { throw .endedAlready(whole.status) }
    let known = Set(whole.counterparts.map(\.counterpart))
    if let stranger = parts.compactMap(\.counterparts).joined().first(where: { !known.contains($0) }
    ) {
      throw .noSuchLine(stranger)
    }
  }

  /// What becomes of the whole, but for the links: the lines that parts take over are followed there.
  func editsOfWhole(_ parts: [Part]) -> [Edit] {
    let taken = Set(parts.compactMap(\.counterparts).joined())
    return whole.counterparts.compactMap { line in
      guard taken.contains(line.counterpart) else { return nil }
      let bare = line.withoutAnswer.value
      return bare == line.value
        ? nil : .alter(field: Field.counterparts.rawValue, remove: [line.value], add: [bare])
    }
  }

  /// What each part has from the whole. What is its own – notes, evidence, figures, links, results –
  /// stays with the whole; an amount that stood twice would be counted twice.
  private static let inherited: [Field] = [
    .kind, .direction, .province, .alsoProvinces, .category, .tier, .raisedBy, .raisedOn, .session,
    .contactMinistry, .contactProvince, .coordinating, .officer, .leader, .places, .topics, .tags,
    .emphasis, .dateWords, .due, .noDeadlineReason, .period, .recurrence, .programme, .dossiers,
    .documents, .expectedResult, .priority, .regime, .sources,
  ]

  /// The fields of a part with these names.
  func fields(of part: Part, key: String, code: String) -> Fields {
    var made = Fields()
    for field in Split.inherited { made[field] = fields[field] }
    made[.key] = .text(key)
    made[.code] = .text(code)
    made[.title] = .text(part.title)
    made[.session] = whole.session == whole.key ? .null : fields[.session]
    made[.links] = .list([Link(.partOf, to: whole.key).value])
    let lines = whole.counterparts.filter { part.counterparts?.contains($0.counterpart) ?? true }
    made[.counterparts] = .list(lines.map(\.withoutAnswer.value))
    // Who leads the whole need not lead the part: it is proposed until somebody confirms it.
    var lead = whole.lead
    var status: Status = whole.status == .agreed || whole.agreement != nil ? .agreed : .new
    if status == .agreed { made[.agreement] = fields[.agreement] }
    made[.statusOn] = status == whole.status ? fields[.statusOn] : .text(on.iso)
    if part.counterparts?.count == 1, let line = lines.first {
      if let unit = line.unit { lead = Lead(unit: unit, isProposed: true) }
      if let followed = line.status {
        status = followed
        made[.statusOn] = .text((line.on ?? on).iso)
        if followed == .done { made[.doneOn] = PartialDate(line.on ?? on).value }
      }
      made[.result] = Outcome(kind: nil, text: line.answer).value
      if let paper = line.paper {
        made[.evidence] = .list([Paper(subject: paper).value])
      }
    }
    lead?.isProposed = true
    made[.lead] = lead?.value ?? .null
    made[.status] = .text(status.rawValue)
    return made
  }
}

extension Action {
  /// The records that `record` is split into, which are to be made of no others than these parts.
  ///
  /// - Throws: ``ActionError`` as ``outcome(on:author:noteID:force:)`` does.
  package func fieldsOfParts(
    of record: Record, names: [(key: String, code: String)], force: Bool
  ) throws(ActionError) -> [Fields] {
    guard case .split(let parts, let on) = self else { return [] }
    let split = try Split(try read(record), record.fields, into: parts, on: on, force: force)
    return zip(parts, names).map { split.fields(of: $0, key: $1.key, code: $1.code) }
  }
}

extension CounterpartLine {
  /// The line as it is while nobody follows it by itself.
  fileprivate var withoutAnswer: CounterpartLine {
    var line = self
    (line.status, line.unit, line.answer, line.paper, line.on) = (nil, nil, nil, nil, nil)
    return line
  }
}
