/// A part of a record that the files hold as a value.
package protocol ValueCodable {
  init(_ value: Value) throws(ValueError)
  var value: Value { get }
}

extension Lead: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    self.init(unit: try value.required("unit"), isProposed: try value.flag("proposed"))
  }

  package var value: Value {
    .object(["unit": .text(unit), "proposed": isProposed ? .bool(true) : .null])
  }
}

extension Mention: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    self.init(id: try value.required("id"), isInferred: try value.flag("inferred"))
  }

  package var value: Value {
    .object(["id": .text(id), "inferred": isInferred ? .bool(true) : .null])
  }
}

extension CounterpartLine: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    self.init(
      counterpart: try value.required("id"), isInferred: try value.flag("inferred"),
      status: try value.word("status", as: Status.self), unit: try value.optional("unit"),
      answer: try value.optional("answer"), paper: try value.optional("paper"),
      on: try value.day("on"))
  }

  package var value: Value {
    .object([
      "id": .text(counterpart), "inferred": isInferred ? .bool(true) : .null,
      "status": .text(status?.rawValue), "unit": .text(unit), "answer": .text(answer),
      "paper": .text(paper), "on": .text(on?.iso),
    ])
  }
}

extension Quantity: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    let number: String?
    switch value["value"] {
    case .null: number = nil
    case .number(let digits): number = digits
    case .bool, .text, .list, .object: throw ValueError("value", .expected(.number))
    }
    self.init(
      number: number, unit: try value.optional("unit") ?? "", item: try value.required("item"),
      qualifier: try value.requiredWord("qualifier", as: Qualifier.self),
      note: try value.optional("note"))
  }

  package var value: Value {
    .object([
      "value": number.map(Value.number) ?? .null, "unit": .text(unit), "item": .text(item),
      "qualifier": .text(qualifier.rawValue), "note": .text(note),
    ])
  }
}

extension Link: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    self.init(
      try value.requiredWord("relation", as: Relation.self), to: try value.required("to"))
  }

  package var value: Value { .object(["relation": .text(relation.rawValue), "to": .text(to)]) }
}

extension Source: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    self.init(
      document: try value.required("document"),
      paragraphs: try value.list("paragraphs").compactMap(\.integer),
      isFurther: try value.flag("further"))
  }

  package var value: Value {
    .object([
      "document": .text(document), "paragraphs": .list(paragraphs.map { .number($0) }),
      "further": isFurther ? .bool(true) : .null,
    ])
  }
}

extension Note: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    guard let on = try value.day("on") else { throw ValueError("on", .missing) }
    self.init(
      id: try value.required("id"), on: on, by: try value.required("by"),
      text: try value.required("text"))
  }

  package var value: Value {
    .object(["id": .text(id), "on": .text(on.iso), "by": .text(by), "text": .text(text)])
  }
}

extension PartialDate: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    guard let day = try value.day("date") else { throw ValueError("date", .missing) }
    self.init(day, precision: try value.word("precision", as: DatePrecision.self) ?? .day)
  }

  package var value: Value {
    .object([
      "date": .text(day.iso), "precision": precision == .day ? .null : .text(precision.rawValue),
    ])
  }
}

extension Deadline: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    self.init(
      try PartialDate(value), origin: try value.word("origin", as: DueOrigin.self) ?? .officer)
    event = try EventOffset(inDue: value)
  }

  package var value: Value {
    .object([
      "date": .text(date.day.iso),
      "precision": date.precision == .day ? .null : .text(date.precision.rawValue),
      "origin": .text(origin.rawValue), "event": .text(event?.event),
      "offset": event.map { .number(Int($0.span.count)) } ?? .null,
      "unit": event?.unitValue ?? .null,
    ])
  }
}

extension Extension: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    guard let on = try value.day("on") else { throw ValueError("on", .missing) }
    self.init(
      on: on, from: try PartialDate(value["from"]),
      to: value["to"].isEmpty ? nil : try PartialDate(value["to"]),
      reason: try value.required("reason"), paper: try value.optional("paper"))
  }

  package var value: Value {
    .object([
      "on": .text(on.iso), "from": from.value, "to": to?.value ?? .null, "reason": .text(reason),
      "paper": .text(paper),
    ])
  }
}

extension Paper: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    self.init(
      number: try value.optional("number"), on: try value.day("on"),
      issuer: try value.optional("issuer"), subject: try value.optional("subject"),
      kept: try value.optional("kept"))
  }

  package var value: Value {
    .object([
      "number": .text(number), "on": .text(on?.iso), "issuer": .text(issuer),
      "subject": .text(subject), "kept": .text(kept),
    ])
  }
}

extension Chase: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    guard let on = try value.day("on") else { throw ValueError("on", .missing) }
    self.init(
      on: on, channel: try value.required("channel"), to: try value.optional("to"),
      paper: try value.optional("paper"), replyBy: try value.day("replyBy"))
  }

  package var value: Value {
    .object([
      "on": .text(on.iso), "channel": .text(channel), "to": .text(to), "paper": .text(paper),
      "replyBy": .text(replyBy?.iso),
    ])
  }
}

extension Period: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    guard let from = try value.day("from") else { throw ValueError("from", .missing) }
    guard let to = try value.day("to") else { throw ValueError("to", .missing) }
    self.init(from: from, to: to)
  }

  package var value: Value { .object(["from": .text(from.iso), "to": .text(to.iso)]) }
}
