package import Model
package import Vietnamese

/// What the fields of a record hold, in the words in which people type them: as `field=value` reads
/// them.
package struct FieldTexts: Sendable {
  private let register: Register
  private let language: Language

  package init(_ register: Register, language: Language) {
    self.register = register
    self.language = language
  }

  /// The things a field holds, each by what the files call it; none where it is empty.
  package func items(of field: Field, in fields: Fields) -> [EditItem] {
    let value = fields[field]
    guard !value.isEmpty else { return [] }
    return field.shape == .set
      ? value.elements.compactMap { item(of: field, $0) }
      : [item(of: field, value)].compactMap { $0 }
  }

  private func item(of field: Field, _ value: Value) -> EditItem? {
    switch field.editWay {
    case .text, .texts: return value.text.map { EditItem(id: $0, text: $0) }
    case .day:
      return value.text.flatMap { Day($0) }.map { day in
        EditItem(id: day.iso, text: DateFormat.day(day.civil, language))
      }
    case .due:
      if let offset = try? EventOffset(inDue: value) {
        let text =
          EventText(language).span(offset.span) + " " + register.code(ofKey: offset.event)
        return EditItem(id: text, text: text)
      }
      return (try? Deadline(value)).map { EditItem(id: $0.date.day.iso, text: text($0.date)) }
    case .period:
      return (try? Period(value)).map { period in
        let text = [period.from, period.to].map { DateFormat.day($0.civil, language) }
        return EditItem(id: text.joined(separator: ".."), text: text.joined(separator: ".."))
      }
    case .choice(let choice):
      let raw = value.text ?? value.integer.map { String($0) } ?? ""
      return EditItem(id: raw, text: FieldTexts.words(of: choice, raw)(language))
    case .entry(let table): return value.text.map { EditItem(id: $0, text: name($0, in: table)) }
    case .entries(let kind):
      return (value.text ?? value["id"].text).map { id in
        EditItem(id: id, text: register.registry.name(id, in: kind, language: language))
      }
    case .sources:
      return value["document"].text.map { id in
        EditItem(id: id, text: register.registry.name(id, in: .documents, language: language))
      }
    case .lead:
      return (try? Lead(value)).map { lead in
        let mark = lead.isProposed ? "" : "!"
        let name = register.registry.name(lead.unit, in: .units, language: language)
        return EditItem(id: lead.unit + (lead.isProposed ? "?" : "!"), text: name + mark)
      }
    case .session: return value.text.map { EditItem(id: $0, text: register.code(ofKey: $0)) }
    case .links:
      return (try? Link(value)).map { link in
        let relation = link.relation.rawValue
        return EditItem(
          id: "\(relation):\(link.to)", text: "\(relation):\(register.code(ofKey: link.to))")
      }
    case .instead: return nil
    }
  }

  private func text(_ date: PartialDate) -> String {
    switch date.precision {
    case .day, .period, .relative: DateFormat.day(date.day.civil, language)
    case .month: DateFormat.month(date.day.civil.month, of: date.day.year, language)
    case .year: DateFormat.year(date.day.year, language)
    }
  }

  private func name(_ id: String, in table: EntryPicker.Table) -> String {
    switch table {
    case .entries(let kind): return register.registry.name(id, in: kind, language: language)
    case .programmes:
      guard let programme = register.registry.programme(id) else { return id }
      return language == .en ? programme.nameEn ?? programme.name : programme.name
    }
  }

  /// The words of a choice by its raw value; the value itself where there is no such choice.
  static func words(of choice: Field.Choice, _ raw: String) -> Words {
    let words: Words? =
      switch choice {
      case .kind: Kind(rawValue: raw)?.words
      case .direction: Direction(rawValue: raw)?.words
      case .tier: Tier(rawValue: raw)?.words
      case .recurrence: Recurrence(rawValue: raw)?.words
      case .regime: Regime(rawValue: raw)?.words
      case .holder: Holder(rawValue: raw)?.words
      case .priority: Int(raw).flatMap(Priority.init(rawValue:))?.words
      }
    return words ?? Words(raw, raw)
  }
}
