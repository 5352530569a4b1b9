package import Model

// So that a test can write a value as it would stand in a file.
extension Value: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
  package init(stringLiteral text: String) { self = .text(text) }
  package init(booleanLiteral isTrue: Bool) { self = .bool(isTrue) }
}

extension Value: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  package init(arrayLiteral items: Value...) { self = .list(items) }

  package init(dictionaryLiteral members: (String, Value)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }
}
