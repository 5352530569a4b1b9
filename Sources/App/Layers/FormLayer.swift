package import Model
package import Vietnamese

/// A few questions about one record, answered one after the other.
package struct FormLayer: Equatable, Sendable {
  /// What the answers are for.
  package enum Purpose: Equatable, Sendable {
    case step(Status)
    case note, due, lead
  }

  package var purpose: Purpose
  package var title: Words
  package var slot: Int
  package var key: String
  /// The record's newest changes when the form was opened.
  package var seen: [Change.ID] = []
  package var fields: [FormField]
  package var active = 0
  /// What is wrong with the answers, under the field it is about.
  package var fault: FormFault?

  package init(_ purpose: Purpose, title: Words, slot: Int, key: String, fields: [FormField]) {
    self.purpose = purpose
    self.title = title
    self.slot = slot
    self.key = key
    self.fields = fields
  }

  package func field(_ question: FormQuestion) -> FormField? {
    fields.first { $0.question == question }
  }
}

extension Layer {
  /// A form remembers what the person saw: what others change while it is open is not answered by it.
  func based(on record: Record?) -> Layer {
    guard case .form(var form) = self, let record, record.key == form.key else { return self }
    form.seen = record.newest
    return .form(form)
  }
}

package struct FormFault: Equatable, Sendable {
  package var question: FormQuestion
  package var sentence: String
}

/// What a field of a form asks.
package enum FormQuestion: Hashable, Sendable {
  case required(Requirement)
  /// The day the fact belongs to.
  case on
  /// Further words that may be left out.
  case remark
  /// Whether a lead is confirmed.
  case firmness
  case due
  case reason
}

/// One question with the answer so far.
package struct FormField: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case text
    /// A date as people write it.
    case date
    /// A date, or any other words as the reason for none.
    case dateOrReason
    /// A unit of the registry, found by any part of its names.
    case unit
    case year
    /// The code of a record.
    case code
    case choice([Words])
  }

  package var question: FormQuestion
  package var label: Words
  package var kind: Kind
  package var isRequired: Bool
  package var input = TextField()
  /// Which of the choices, or of the suggestions.
  package var selected = 0

  package init(
    _ question: FormQuestion, _ label: Words, _ kind: Kind, isRequired: Bool, text: String = ""
  ) {
    self.question = question
    self.label = label
    self.kind = kind
    self.isRequired = isRequired
    input = TextField(text)
  }

  package var text: String? {
    let text = input.text
    return text.contains { !$0.isWhitespace } ? text : nil
  }
}

extension FormField {
  /// Units that match what was typed, the best first.
  package func suggestions(in registry: Registry, limit: Int) -> [RegistryEntry] {
    guard case .unit = kind, !input.isEmpty else { return [] }
    let query = PickQuery(input.text)
    let matches = registry[.units].entries.compactMap { entry -> (RegistryEntry, PickMatch)? in
      let names = [entry.name] + [entry.nameEn].compactMap { $0 } + entry.aliases
      let short = entry.abbreviations + [entry.short].compactMap { $0 }
      return PickCandidate(names: names, abbreviations: short).match(query).map { (entry, $0) }
    }
    // Units of the ministry first among equals: they lead most of the work.
    let ranked = matches.sorted { one, other in
      one.1 == other.1 ? rank(one.0) < rank(other.0) : one.1 < other.1
    }
    return ranked.prefix(limit).map(\.0)
  }

  private func rank(_ entry: RegistryEntry) -> Int {
    switch entry.side {
    case .ministry: 0
    case .province: 1
    case .other: 2
    }
  }

  /// What the date typed comes to; nil for anything else.
  package func reading(today: Day) -> DateInput.Value? {
    try? DateInput.parse(input.text, today: today.civil).value
  }
}
