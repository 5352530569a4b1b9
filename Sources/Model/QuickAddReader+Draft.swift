// What was read on its way into the draft, and what stands for what was not typed.
extension QuickAddReader {
  mutating func note(
    _ field: Field, _ value: Value, _ origin: QuickAddFact.Origin, _ range: Range<Int>? = nil
  ) {
    facts.append(QuickAddFact(field: field, value: value, origin: origin, range: range))
  }

  /// Puts what was typed into the draft; what is in a list already is not put there again.
  mutating func add(_ field: QuickAddField, _ value: Value, _ range: Range<Int>) {
    let text = value.text ?? value["id"].text ?? ""
    switch field {
    case .province: draft.province = text
    case .category: draft.category = text
    case .programme: draft.programme = text
    case .kind: draft.kind = Kind(rawValue: text) ?? draft.kind
    case .direction: draft.direction = Direction(rawValue: text) ?? draft.direction
    case .tier: draft.tier = Tier(rawValue: text) ?? draft.tier
    case .priority: draft.priority = value.integer.flatMap(Priority.init(rawValue:))
    case .lead: draft.lead = try? Lead(value)
    case .coordinating: if !QuickAddReader.join(text, to: &draft.coordinating) { return }
    case .counterparts: if !QuickAddReader.join(text, to: &draft.counterparts) { return }
    case .dossiers: if !QuickAddReader.join(text, to: &draft.dossiers) { return }
    case .tags: if !QuickAddReader.join(text, to: &draft.tags) { return }
    case .sources: if !QuickAddReader.join(text, to: &draft.sources) { return }
    case .due, .raisedOn, .session: break
    }
    typed.insert(field)
    note(field.field, value, .typed, range)
  }

  private static func join(_ text: String, to list: inout [String]) -> Bool {
    guard !text.isEmpty, !list.contains(text) else { return false }
    list.append(text)
    return true
  }

  /// The draft with what was not typed: from the session that was, then from the line before, then
  /// from the session kept with it, then what is usual.
  mutating func finished() -> QuickAddReading {
    draft.title = title.joined(separator: " ")
    let kept = draft.isSession || session != nil ? nil : defaults.session
    if let kept { note(.session, .text(kept.key), .kept) }
    fill(from: session)
    fillFromDefaults()
    fill(from: kept)
    let given = session ?? kept
    draft.session = given?.key
    draft.year = given?.year ?? draft.raisedOn?.year ?? quickAdd.today.year
    if draft.raisedOn == nil, let raised = given?.raisedOn {
      draft.raisedOn = raised
      note(.raisedOn, .text(raised.iso), .session)
    }
    for field in [QuickAddField.kind, .direction, .tier] where !typed.contains(field) {
      noteUsual(field)
    }
    errors.sort { $0.range.lowerBound < $1.range.lowerBound }
    let faulty = errors.compactMap(\.fault.field)
    return QuickAddReading(
      draft: draft, facts: facts, missing: draft.missing.filter { !faulty.contains($0) },
      errors: errors,
      yearsWithoutHolidays: yearsWithoutHolidays)
  }

  private mutating func fill(from session: WorkingSession?) {
    guard let session else { return }
    if draft.province == nil {
      draft.province = session.province
      note(.province, .text(session.province), .session)
    }
    if draft.sources.isEmpty, let document = session.documents.first {
      draft.sources = [document]
      note(.sources, .text(document), .session)
    }
  }

  private mutating func fillFromDefaults() {
    if draft.province == nil, let province = defaults.province {
      draft.province = province
      note(.province, .text(province), .kept)
    }
    if draft.category == nil, let category = defaults.category {
      draft.category = category
      note(.category, .text(category), .kept)
    }
    if draft.sources.isEmpty {
      draft.sources = defaults.sources
      for source in defaults.sources { note(.sources, .text(source), .kept) }
    }
  }

  private mutating func noteUsual(_ field: QuickAddField) {
    switch field {
    case .kind:
      let kept = draft.isSession ? nil : defaults.kind
      draft.kind = kept ?? (draft.isSession ? .event : draft.kind)
      note(.kind, .text(draft.kind.rawValue), kept == nil ? .usual : .kept)
    case .direction:
      // Another kind goes another way.
      let kept = typed.contains(.kind) || draft.isSession ? nil : defaults.direction
      draft.direction = kept ?? draft.kind.usualDirection(lead: side(of: draft.lead))
      note(.direction, .text(draft.direction.rawValue), kept == nil ? .usual : .kept)
    case .tier: note(.tier, .text(draft.tier.rawValue), .usual)
    case .province, .category, .lead, .coordinating, .counterparts, .due, .raisedOn, .session,
      .priority, .programme, .dossiers, .tags, .sources:
      break
    }
  }
}

extension QuickAddReader {
  private func side(of lead: Lead?) -> Side? { lead.flatMap { quickAdd.sides[$0.unit] } }
}

extension Kind {
  /// The way it goes where nobody says otherwise. Source: the records of Data, of which nine in ten
  /// go so.
  package func usualDirection(lead: Side?) -> Direction {
    switch self {
    case .request, .result: .provinceToMinistry
    case .commitment: lead == .province ? .provinceToMinistry : .ministryToProvince
    case .instruction: lead == .ministry ? .ministerToUnits : .ministryToProvince
    case .event: .joint
    }
  }
}

extension QuickAddError.Fault {
  /// The field that was typed wrongly: it is not missing too.
  fileprivate var field: Field? {
    switch self {
    case .noValue(let field), .unknownValue(_, let field, _), .ambiguous(_, let field, _),
      .repeated(let field):
      field.field
    case .notADay(_, let field): field.field
    case .date, .event: .due
    case .unknownField, .openQuote, .tooLong: nil
    }
  }
}
