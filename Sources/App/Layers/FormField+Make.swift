internal import Model
internal import Vietnamese

extension FormField {
  /// What is asked for a field of a record, with what it holds; nothing where it cannot be edited.
  static func fields(_ field: Field, of fields: Fields, in state: AppState) -> [FormField] {
    let texts = FieldTexts(state.register, language: state.language)
    let items = texts.items(of: field, in: fields)
    let chosen = items.map { Picker.Choice(id: $0.id, name: $0.text) }
    func names(
      _ source: Picker.Source, several: Bool = false, free: Bool = false
    ) -> FormField {
      FormField(
        .field(field), field.words, names: source,
        Picker(chosen: chosen, takesSeveral: several, takesFreeText: free))
    }
    func text(_ kind: Kind) -> FormField {
      FormField(
        .field(field), field.words, kind, isRequired: false,
        text: items.map(\.text).joined(separator: ", "))
    }
    switch field.editWay {
    case .text:
      return [
        people.contains(field)
          ? names(.entries(.people), free: true) : text(long.contains(field) ? .note : .text)
      ]
    case .day: return [text(.date)]
    case .due:
      let reason = FormField(
        .reason, Words("Lý do (khi lùi hạn)", "Why (if put off)"), .note, isRequired: false)
      return [text(.date), reason]
    case .period: return [text(.text)]
    case .links: return links(items, in: state)
    case .choice(let choice):
      let choices = values(of: choice)
      var made = text(.choice(choices.map { words(of: choice, $0) }))
      made.input = TextField()
      made.selected = choices.firstIndex(of: items.first?.id) ?? 0
      return [made]
    case .entry(.entries(let kind)): return [names(.entries(kind))]
    case .entry(.programmes): return [names(.programmes)]
    case .lead: return lead(chosen, of: fields)
    case .session: return [names(.sessions)]
    case .texts: return [names(.tags, several: true, free: true)]
    case .entries(let kind): return [names(.entries(kind), several: true)]
    case .sources: return [names(.entries(.documents), several: true, free: true)]
    case .instead: return []
    }
  }

  private static let people: Set<Field> = [.officer, .leader, .assigner]
  private static let long: Set<Field> = [
    .title, .titleEn, .noDeadlineReason, .expectedResult, .remarks, .toConfirm,
  ]

  private static func lead(_ chosen: [Picker.Choice], of fields: Fields) -> [FormField] {
    let lead = try? Lead(fields[.lead])
    let unit = chosen.map { choice in
      Picker.Choice(id: lead?.unit ?? choice.id, name: String(choice.name.trimmingMark))
    }
    var firmness = FormField(
      .firmness, Words("Mức chắc chắn", "How sure"),
      .choice([Words("đã xác nhận", "confirmed"), Words("dự kiến", "proposed")]),
      isRequired: false)
    firmness.selected = lead?.isProposed == true ? 1 : 0
    return [
      FormField(.field(.lead), Field.lead.words, names: .entries(.units), Picker(chosen: unit)),
      firmness,
    ]
  }

  /// By which relation, then the records; each that is picked is linked by the relation above it.
  private static func links(_ items: [EditItem], in state: AppState) -> [FormField] {
    let chosen = items.map { item in
      let parts = item.text.split(separator: ":", maxSplits: 1).map { String($0) }
      let relation = parts.first.flatMap { Relation(rawValue: $0) }
      let name = relation.map { $0.words(state.language) + ": " + (parts.last ?? "") }
      return Picker.Choice(id: item.text, name: name ?? item.text)
    }
    let relates = Picker.Choice(
      id: Relation.relates.rawValue, name: Relation.relates.words(state.language))
    return [
      FormField(
        .relation, Words("Quan hệ của liên kết mới", "Relation of new links"), names: .relations,
        Picker(chosen: [relates])),
      FormField(
        .field(.links), Field.links.words, names: .records,
        Picker(chosen: chosen, takesSeveral: true)),
    ]
  }

  /// The raw values a field may have; nil where it may be empty, which stands first then.
  static func values(of choice: Field.Choice) -> [String?] {
    switch choice {
    case .kind: Model.Kind.allCases.map(\.rawValue)
    case .direction: Direction.allCases.map(\.rawValue)
    case .tier: Tier.allCases.map(\.rawValue)
    case .recurrence: [nil] + Recurrence.allCases.map(\.rawValue)
    case .priority: [nil] + Priority.allCases.map { String($0.rawValue) }
    case .regime: [nil] + Regime.allCases.map(\.rawValue)
    case .holder: [nil] + Holder.allCases.map(\.rawValue)
    }
  }

  private static func words(of choice: Field.Choice, _ raw: String?) -> Words {
    guard let raw else { return Words("—", "—") }
    return FieldTexts.words(of: choice, raw)
  }
}

extension String {
  /// Without the mark that says how sure a lead is.
  fileprivate var trimmingMark: Substring { last == "!" || last == "?" ? dropLast() : self[...] }
}
