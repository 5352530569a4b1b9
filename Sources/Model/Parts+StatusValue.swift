extension Agreement: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    self.init(
      by: try value.required("by"), on: try value.day("on"), source: try value.optional("source"))
  }

  package var value: Value {
    .object(["by": .text(by), "on": .text(on?.iso), "source": .text(source)])
  }
}

extension Waiting: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    guard let since = try value.day("since") else { throw ValueError("since", .missing) }
    self.init(
      whom: try value.required("whom"), since: since, letter: try value.optional("letter"))
  }

  package var value: Value {
    .object(["whom": .text(whom), "since": .text(since.iso), "letter": .text(letter)])
  }
}

extension Pause: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    self.init(reason: try value.required("reason"), lookAgainOn: try value.day("lookAgainOn"))
  }

  package var value: Value {
    .object(["reason": .text(reason), "lookAgainOn": .text(lookAgainOn?.iso)])
  }
}

extension Outcome: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    self.init(
      kind: try value.word("kind", as: ResultKind.self), text: try value.optional("text"))
  }

  package var value: Value { .object(["kind": .text(kind?.rawValue), "text": .text(text)]) }
}

extension SecretStub: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    self.init(
      degree: try value.requiredWord("degree", as: Secrecy.self),
      entry: try value.required("entry"))
  }

  package var value: Value {
    .object(["degree": .text(degree.rawValue), "entry": .text(entry)])
  }
}
