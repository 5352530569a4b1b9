package import Model
package import Vietnamese

/// The value of a field in as few words as it can be told in.
package struct ValueText: Sendable {
  private let registry: Registry
  private let language: Language
  private let dates: DeadlineText
  /// The code of the record with a key.
  private let code: @Sendable (_ key: String) -> String

  package init(
    _ registry: Registry, language: Language, code: @escaping @Sendable (_ key: String) -> String
  ) {
    self.registry = registry
    self.language = language
    self.code = code
    dates = DeadlineText(language)
  }

  package func text(_ value: Value, of field: Field) -> String {
    switch value {
    case .null: "—"
    case .bool(let flag): flag ? "✓" : "—"
    case .number(let digits):
      if field == .priority, let priority = Int(digits).flatMap(Priority.init(rawValue:)) {
        priority.words(language)
      } else {
        digits
      }
    case .text(let text): self.text(text, of: field)
    case .list(let items):
      items.isEmpty ? "—" : items.map { self.text($0, of: field) }.joined(separator: "; ")
    case .object: object(value, of: field)
    }
  }

  /// A value of no field that is known here.
  func plain(_ value: Value) -> String {
    switch value {
    case .null: "—"
    case .bool(let flag): flag ? "✓" : "—"
    case .number(let digits): digits
    case .text(let text): Day(text).map(dates.day) ?? text
    case .list(let items): items.map(plain).joined(separator: ", ")
    case .object(let members): members.map { plain($0.value) }.joined(separator: ", ")
    }
  }

  /// What an edit does: the field, and before → after.
  package func line(_ edit: Edit) -> String {
    switch edit {
    case .set(let name, let from, let to):
      guard let field = Field(rawValue: name) else { return name }
      return "\(field.words(language)): \(text(from, of: field)) → \(text(to, of: field))"
    case .alter(let name, let remove, let add):
      guard let field = Field(rawValue: name) else { return name }
      let label = field.words(language) + ": "
      if remove.count == 1, add.count == 1 {
        return label + text(remove[0], of: field) + " → " + text(add[0], of: field)
      }
      let parts =
        remove.map { "− " + text($0, of: field) } + add.map { "+ " + text($0, of: field) }
      return label + parts.joined(separator: "; ")
    case .unknown:
      return Words("thay đổi của một bản dondoc mới hơn", "a change made by a newer dondoc")(
        language)
    }
  }

  private func text(_ text: String, of field: Field) -> String {
    switch field {
    case .kind: Kind(rawValue: text)?.words(language) ?? text
    case .direction: Direction(rawValue: text)?.words(language) ?? text
    case .tier: Tier(rawValue: text)?.words(language) ?? text
    case .status: Status(rawValue: text)?.words(language) ?? text
    case .recurrence: Recurrence(rawValue: text)?.words(language) ?? text
    case .regime: Regime(rawValue: text)?.words(language) ?? text
    case .holder: Holder(rawValue: text)?.words(language) ?? text
    case .session, .mergedInto, .appliesTo: code(text)
    case .programme: programme(text)
    default:
      if let kind = field.registryKind {
        registry.name(text, in: kind, language: language)
      } else {
        Day(text).map(dates.day) ?? text
      }
    }
  }

  private func programme(_ id: String) -> String {
    guard let programme = registry.programme(id) else { return id }
    return language == .en ? programme.nameEn ?? programme.name : programme.name
  }

  private func object(_ value: Value, of field: Field) -> String {
    if field == .lead, let lead = try? Lead(value) {
      let name = registry.name(lead.unit, in: .units, language: language)
      return lead.isProposed ? name + " " + CommandWords.proposed(language) : name
    }
    if field == .links, let link = try? Link(value) {
      return link.relation.words(language) + " " + code(link.to)
    }
    if let sentence = RoundsValueText(registry, language).text(value, of: field) { return sentence }
    if field == .counterparts, let line = try? CounterpartLine(value) { return counterpart(line) }
    if field == .period, let period = try? Period(value) {
      return dates.day(period.from) + " – " + dates.day(period.to)
    }
    if field == .due, let offset = try? EventOffset(inDue: value) {
      return EventText(language).due(
        offset, code: code(offset.event), day: value["date"].text.flatMap { Day($0) })
    }
    if field == .result, let outcome = try? Outcome(value) {
      return [outcome.kind?.words(language), outcome.text].compactMap { $0 }.joined(separator: ": ")
    }
    if let date = try? PartialDate(value) { return dates.date(date) }
    if let kind = field.registryKind, let id = (value["id"].text ?? value["document"].text) {
      let inferred = value["inferred"].isEmpty ? "" : Words(" (suy ra)", " (inferred)")(language)
      return registry.name(id, in: kind, language: language) + inferred
    }
    guard case .object(let members) = value else { return "" }
    return members.filter { $0.key != "id" && $0.key != "by" }
      .map { text($0.value, of: field) }.joined(separator: ", ")
  }

  private func counterpart(_ line: CounterpartLine) -> String {
    let name = registry.name(line.counterpart, in: .counterparts, language: language)
    let parts = [
      line.isInferred ? Words("suy ra", "inferred")(language) : nil, line.status?.words(language),
      line.unit.map { registry.name($0, in: .units, language: language) }, line.answer,
      line.paper, line.on.map(dates.day),
    ].compactMap { $0 }
    return parts.isEmpty ? name : name + " (" + parts.joined(separator: ", ") + ")"
  }
}

extension Field {
  /// The table of the registry whose ids it holds; nil for all others.
  var registryKind: RegistryKind? {
    let kinds: [Field: RegistryKind] = [
      .province: .provinces, .alsoProvinces: .provinces, .category: .categories, .lead: .units,
      .coordinating: .units, .counterparts: .counterparts, .places: .places,
      .dossiers: .dossiers, .documents: .documents, .sources: .documents,
    ]
    return kinds[self]
  }
}
