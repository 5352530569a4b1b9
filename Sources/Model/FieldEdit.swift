/// What a person does to one field of a record, in the words of the files.
package enum FieldEdit: Hashable, Sendable {
  /// A single value; null empties it.
  case set(Field, Value)
  case due(Deadline?)
  /// Elements join a list, or leave it: ids, or texts where the list holds texts.
  case join(Field, [String])
  case leave(Field, [String])
  /// The list is to hold these and no others.
  case replace(Field, [String])
  /// Something on the line of one counterpart.
  case line(counterpart: String, LinePart)
  /// A link to the record with this key; the other record links back in the same batch.
  case link(Relation, to: String)
  case unlink(Relation, to: String)

  package enum LinePart: Hashable, Sendable {
    case status(Status?)
    case unit(String?)
    case answer(String?)
    case paper(String?)
  }

  package var field: Field {
    switch self {
    case .set(let field, _), .join(let field, _), .leave(let field, _), .replace(let field, _):
      field
    case .due: .due
    case .line: .counterparts
    case .link, .unlink: .links
    }
  }

  /// The same link from the other end; nil for what is no link.
  package func otherEnd(of key: String) -> (record: String, edit: FieldEdit)? {
    switch self {
    case .link(let relation, let to): (to, .link(relation.inverse, to: key))
    case .unlink(let relation, let to): (to, .unlink(relation.inverse, to: key))
    case .set, .due, .join, .leave, .replace, .line: nil
    }
  }
}

/// Fields that a person changes together, and why.
package struct RecordEdit: Hashable, Sendable {
  package var fields: [FieldEdit]
  /// The reason, which a deadline that is moved or taken away needs.
  package var why: String?
  package var on: Day

  package init(_ fields: [FieldEdit], why: String? = nil, on: Day) {
    self.fields = fields
    self.why = why
    self.on = on
  }
}

extension Fields {
  /// The edits that `edit` comes to; none where the fields are so already.
  package func edits(_ edit: FieldEdit, on day: Day) throws(ActionError) -> [Edit] {
    switch edit {
    case .set(let field, let value):
      var edits = FieldEdits(self)
      edits.set(field, value)
      return edits.all
    case .due: return []
    case .join(let field, let names): return joining(field, names)
    case .leave(let field, let names):
      return altering(field, remove: elements(field, named: names), add: [])
    case .replace(let field, let names):
      let others = self[field].elements.filter { !names.contains(Fields.name(of: $0)) }
      return altering(field, remove: others, add: []) + joining(field, names)
    case .line(let counterpart, let part): return try line(counterpart, part, on: day)
    case .link(let relation, let to):
      guard self[.key].text != to else { throw .linkToItself }
      let link = Link(relation, to: to).value
      return self[.links].elements.contains(link) ? [] : [.add(.links, [link])]
    case .unlink(let relation, let to):
      let link = Link(relation, to: to).value
      return altering(
        .links, remove: self[.links].elements.filter { $0 == link }, add: [])
    }
  }

  /// What an element is called: its id, a source its document, a text itself.
  private static func name(of element: Value) -> String {
    element.text ?? element["id"].text ?? element["document"].text ?? ""
  }

  private func elements(_ field: Field, named names: [String]) -> [Value] {
    self[field].elements.filter { names.contains(Fields.name(of: $0)) }
  }

  private func altering(_ field: Field, remove: [Value], add: [Value]) -> [Edit] {
    guard !remove.isEmpty || !add.isEmpty else { return [] }
    return [.alter(field: field.rawValue, remove: remove, add: add)]
  }

  /// What is named where it was only inferred is inferred no longer.
  private func joining(_ field: Field, _ names: [String]) -> [Edit] {
    var edits: [Edit] = []
    var new: [Value] = []
    for name in names {
      guard let old = self[field].elements.first(where: { Fields.name(of: $0) == name }) else {
        new.append(Fields.element(of: field, name))
        continue
      }
      guard case .object(let members) = old, !old["inferred"].isEmpty else { continue }
      let named = Value.object(members.filter { $0.key != "inferred" })
      edits += altering(field, remove: [old], add: [named])
    }
    return edits + altering(field, remove: [], add: new)
  }

  private static func element(of field: Field, _ name: String) -> Value {
    let named: Set<Field> = [.alsoProvinces, .coordinating, .counterparts, .places]
    if named.contains(field) { return .object(["id": .text(name)]) }
    return field == .sources ? .object(["document": .text(name)]) : .text(name)
  }

  private func line(
    _ counterpart: String, _ part: FieldEdit.LinePart, on day: Day
  ) throws(ActionError) -> [Edit] {
    guard let old = elements(.counterparts, named: [counterpart]).first,
      var line = try? CounterpartLine(old)
    else { throw .noSuchLine(counterpart) }
    switch part {
    case .status(let status): line.status = status
    case .unit(let unit): line.unit = unit
    case .answer(let answer): line.answer = answer
    case .paper(let paper): line.paper = paper
    }
    guard line.value != old else { return [] }
    line.on = day
    // A line that somebody follows is no longer only inferred.
    line.isInferred = false
    return altering(.counterparts, remove: [old], add: [line.value])
  }
}
