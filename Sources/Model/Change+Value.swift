/// Why a value is not what it should be; `path` leads to it, as in `changes[2].at`.
package struct ValueError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    case missing
    /// Another kind of value stands where this one should.
    case expected(Expectation)
    /// A word that is none of those allowed.
    case unknownWord(String, allowed: [String])
  }

  package enum Expectation: String, Hashable, Sendable {
    case text, number, bool, list, object, day, date, moment
  }

  package var path: String
  package var problem: Problem

  package init(_ path: String, _ problem: Problem) {
    self.path = path
    self.problem = problem
  }
}

extension Edit {
  /// The edit as the files hold it.
  package var value: Value {
    switch self {
    case .set(let field, let from, let to):
      .object([
        Value.Member("field", .text(field)), Value.Member("from", from), Value.Member("to", to),
      ])
    case .alter(let field, let remove, let add):
      .object(["field": .text(field), "remove": .list(remove), "add": .list(add)])
    case .unknown(let value): value
    }
  }

  package init(_ value: Value) {
    guard case .object(let members) = value, let field = value["field"].text else {
      self = .unknown(value)
      return
    }
    func has(_ key: String) -> Bool { members.contains { $0.key == key } }
    // Beside the field's name; an edit with anything more is none that is known here.
    let others = members.count - 1
    if others == 2, has("from"), has("to") {
      self = .set(field: field, from: value["from"], to: value["to"])
    } else if others == 1 ? has("add") || has("remove") : others == 2 && has("add") && has("remove")
    {
      self = .alter(field: field, remove: value["remove"].elements, add: value["add"].elements)
    } else {
      self = .unknown(value)
    }
  }
}

extension Change {
  private static let knownKeys: Set<String> = [
    "id", "at", "by", "on", "after", "edits", "why", "forced", "batch", "batchSize", "undoes",
    "settles",
  ]

  /// The change as the files hold it.
  package var value: Value {
    let known: Value = .object([
      "id": .text(id), "at": .text(at.text), "by": .text(by), "on": .text(on?.iso),
      "after": .list(after.map { .text($0) }), "why": .text(why),
      "forced": .list(forced.map { .text($0) }), "batch": .text(batch),
      "batchSize": batchSize.map { .number($0) } ?? .null, "undoes": .text(undoes),
      "settles": .list(settles.map { .text($0) }), "edits": .list(edits.map(\.value)),
    ])
    guard case .object(let members) = known else { return known }
    return .object(members + extra)
  }

  package init(_ value: Value) throws(ValueError) {
    guard case .object(let members) = value else { throw ValueError("", .expected(.object)) }
    self.init(
      id: try value.required("id"), at: try value.moment("at"), by: try value.required("by"),
      on: try value.day("on"), after: value["after"].elements.compactMap(\.text),
      edits: value["edits"].elements.map(Edit.init), why: value["why"].text,
      forced: value["forced"].elements.compactMap(\.text), batch: value["batch"].text,
      batchSize: value["batchSize"].integer, undoes: value["undoes"].text,
      settles: value["settles"].elements.compactMap(\.text),
      extra: members.filter { !Change.knownKeys.contains($0.key) })
  }
}

extension Value {
  /// The text under `key`, which must be there.
  package func required(_ key: String) throws(ValueError) -> String {
    guard let text = try optional(key), !text.isEmpty else { throw ValueError(key, .missing) }
    return text
  }

  /// The text under `key`; nil where there is none.
  package func optional(_ key: String) throws(ValueError) -> String? {
    switch self[key] {
    case .null: return nil
    case .text(let text): return text
    case .bool, .number, .list, .object: throw ValueError(key, .expected(.text))
    }
  }

  package func flag(_ key: String) throws(ValueError) -> Bool {
    switch self[key] {
    case .null: return false
    case .bool(let flag): return flag
    case .number, .text, .list, .object: throw ValueError(key, .expected(.bool))
    }
  }

  package func day(_ key: String) throws(ValueError) -> Day? {
    guard let text = try optional(key) else { return nil }
    guard let day = Day(text) else { throw ValueError(key, .expected(.day)) }
    return day
  }

  package func moment(_ key: String) throws(ValueError) -> Moment {
    guard let moment = Moment(try required(key)) else { throw ValueError(key, .expected(.moment)) }
    return moment
  }

  /// One of the words of an enumeration; nil where there is none.
  package func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, as type: Word.Type
  ) throws(ValueError) -> Word? where Word.RawValue == String {
    guard let text = try optional(key) else { return nil }
    guard let word = Word(rawValue: text) else {
      throw ValueError(key, .unknownWord(text, allowed: Word.allCases.map(\.rawValue)))
    }
    return word
  }

  package func requiredWord<Word: RawRepresentable & CaseIterable>(
    _ key: String, as type: Word.Type
  ) throws(ValueError) -> Word where Word.RawValue == String {
    guard let word = try word(key, as: type) else { throw ValueError(key, .missing) }
    return word
  }

  package func list(_ key: String) throws(ValueError) -> [Value] {
    switch self[key] {
    case .null: return []
    case .list(let items): return items
    case .bool, .number, .text, .object: throw ValueError(key, .expected(.list))
    }
  }

  package func texts(_ key: String) throws(ValueError) -> [String] {
    var texts: [String] = []
    for item in try list(key) {
      guard let text = item.text else { throw ValueError(key, .expected(.text)) }
      texts.append(text)
    }
    return texts
  }
}
