/// Every field of a follow-up, in the order the files hold them. Source: domain.md §3.
package enum Field: String, CaseIterable, Sendable {
  case key, code, kind, direction, province, alsoProvinces, title, titleEn, category, tier
  case raisedBy, raisedOn, session, contactMinistry, contactProvince
  case lead, coordinating, officer, leader, assigner
  case counterparts, places, topics, tags, quantities
  case emphasis, dateWords, due, noDeadlineReason, period, recurrence, extensions
  case programme, dossiers, documents, links, appliesTo
  case status, statusOn, agreement, waiting, holder, pause, carriedTo, mergedInto, reason
  case expectedResult, result, doneOn, evidence, chases, ratings, deliveries
  case priority, regime, secretStub, sources, toConfirm, remarks, notes
  case putOffUntil, passedOn
  case binned

  /// How a field holds its value, and so how two people's edits of it come together.
  package enum Shape: Sendable {
    /// One value; the later edit shows.
    case single
    /// A list of values that are added and removed one by one.
    case set
  }

  package var shape: Shape {
    switch self {
    case .alsoProvinces, .coordinating, .counterparts, .places, .topics, .tags, .quantities,
      .extensions, .dossiers, .documents, .links, .appliesTo, .evidence, .chases, .ratings,
      .deliveries, .sources, .notes:
      .set
    case .key, .code, .kind, .direction, .province, .title, .titleEn, .category, .tier, .raisedBy,
      .raisedOn, .session, .contactMinistry, .contactProvince, .lead, .officer, .leader, .assigner,
      .emphasis, .dateWords, .due, .noDeadlineReason, .period, .recurrence, .programme, .status,
      .statusOn, .agreement, .waiting, .holder, .pause, .carriedTo, .mergedInto, .reason,
      .expectedResult, .result, .doneOn, .priority, .regime, .secretStub, .toConfirm, .remarks,
      .putOffUntil, .passedOn, .binned:
      .single
    }
  }

  /// What no record may lack.
  package static let mandatory: [Field] = [
    .key, .code, .kind, .direction, .province, .title, .category, .tier, .status, .sources,
  ]

  fileprivate static let order = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1.rawValue, $0) })
}

/// The fields of one record as values: known ones in canonical order, unknown ones after them.
///
/// An absent field and an empty one are the same: neither is held.
package struct Fields: Hashable, Sendable {
  package private(set) var members: [Value.Member] = []

  package init() {}

  package init(_ members: [Value.Member]) {
    for member in members { self[name: member.key] = member.value }
  }

  package subscript(field: Field) -> Value {
    get { self[name: field.rawValue] }
    set { self[name: field.rawValue] = newValue }
  }

  /// The value of a field by its name, which may be one that only a newer dondoc knows.
  package subscript(name name: String) -> Value {
    get { members.first { $0.key == name }?.value ?? .null }
    set {
      if let index = members.firstIndex(where: { $0.key == name }) {
        if newValue.isEmpty {
          members.remove(at: index)
        } else {
          members[index] = Value.Member(name, newValue)
        }
      } else if !newValue.isEmpty {
        members.insert(Value.Member(name, newValue), at: placeOfInsertion(for: name))
      }
    }
  }

  private func placeOfInsertion(for name: String) -> Int {
    guard let place = Field.order[name] else { return members.count }
    // From behind: fields mostly come in their order.
    var index = members.count
    while index > 0, (Field.order[members[index - 1].key] ?? .max) > place { index -= 1 }
    return index
  }
}

extension Value {
  /// Nothing to hold: null, an empty text, list or object.
  package var isEmpty: Bool {
    switch self {
    case .null: true
    case .text(let text): text.isEmpty
    case .list(let items): items.isEmpty
    case .object(let members): members.isEmpty
    case .bool, .number: false
    }
  }

  package var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  package var integer: Int? {
    if case .number(let digits) = self { Int(digits) } else { nil }
  }

  /// The elements of a list; nothing for any other value.
  package var elements: [Value] {
    if case .list(let items) = self { items } else { [] }
  }

  /// The member of an object by its key; null where there is none.
  package subscript(key: String) -> Value {
    guard case .object(let members) = self else { return .null }
    return members.first { $0.key == key }?.value ?? .null
  }

  /// An object of those members that hold something.
  package static func object(_ members: KeyValuePairs<String, Value>) -> Value {
    .object(members.compactMap { $0.value.isEmpty ? nil : Member($0.key, $0.value) })
  }

  package static func text(_ text: String?) -> Value {
    guard let text else { return .null }
    return .text(text)
  }

  package static func number(_ number: Int) -> Value { .number(String(number)) }
}
