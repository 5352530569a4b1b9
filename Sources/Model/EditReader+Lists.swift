// Lists, the lines of counterparts, and links.
extension EditReader {
  private struct Item {
    var sign: Character?
    var value: Typed
  }

  func list(_ field: Field, _ mark: Character?, _ value: Typed) throws(EditError) -> [FieldEdit] {
    let items = items(of: value, mark)
    if items.isEmpty {
      guard mark == nil, field != .links else { throw EditError(.noValue(field), value.range) }
      return [.replace(field, [])]
    }
    let signed = items.filter { $0.sign != nil }
    guard signed.isEmpty || signed.count == items.count else {
      throw EditError(.signMissing(field), value.range)
    }
    if field == .links { return try links(items, value) }
    var names: [(sign: Character?, name: String)] = []
    for item in items { names.append((item.sign, try name(field, item.value))) }
    guard !signed.isEmpty else { return [.replace(field, names.map(\.name))] }
    let leaving = names.filter { $0.sign == "-" }.map(\.name)
    let joining = names.filter { $0.sign == "+" }.map(\.name)
    return (leaving.isEmpty ? [] : [.leave(field, leaving)])
      + (joining.isEmpty ? [] : [.join(field, joining)])
  }

  /// Links are `relation:key` before and `relation:code` after.
  func changes(
    of field: Field, leaving: [String], joining: [String]
  ) throws(EditError) -> [FieldEdit] {
    if field == .links {
      var edits: [FieldEdit] = []
      for name in leaving {
        let parts = name.split(separator: ":", maxSplits: 1).map { String($0) }
        if parts.count == 2, let relation = Relation(rawValue: parts[0]) {
          edits.append(.unlink(relation, to: parts[1]))
        }
      }
      let items = joining.map { Item(sign: "+", value: Typed(text: $0.trimmed, start: 0)) }
      return edits + (try links(items, Typed(text: "", start: 0)))
    }
    var names: [String] = []
    for text in joining { names.append(try name(field, Typed(text: text.trimmed, start: 0))) }
    names.removeAll { leaving.contains($0) }
    return (leaving.isEmpty ? [] : [.leave(field, leaving)])
      + (names.isEmpty ? [] : [.join(field, names)])
  }

  /// The values between commas, each with the sign of the whole or its own.
  private func items(of value: Typed, _ mark: Character?) -> [Item] {
    var items: [Item] = []
    var start = value.start
    for part in value.text.split(separator: ",", omittingEmptySubsequences: false) {
      defer { start += part.count + 1 }
      var text = String(part)
      var offset = start + text.prefix(while: \.isWhitespace).count
      text = text.trimmed
      var sign = mark
      if mark == nil, let first = text.first, first == "+" || first == "-" {
        sign = first
        text.removeFirst()
        offset += 1
      }
      guard !text.isEmpty else { continue }
      items.append(Item(sign: sign, value: Typed(text: text, start: offset)))
    }
    return items
  }

  private func name(_ field: Field, _ value: Typed) throws(EditError) -> String {
    switch field.editWay {
    case .entries(let kind):
      return try one(picker.pick(value.text, in: .entries(kind)), field, value)
    case .sources:
      if let id = picker.whole(value.text, in: .entries(.documents)) { return id }
      guard Source.isIdLike(value.text) else { return value.text }
      return try one(picker.pick(value.text, in: .entries(.documents)), field, value)
    case .texts, .text, .day, .due, .period, .choice, .entry, .lead, .session, .links, .instead:
      return value.text
    }
  }

  private func links(_ items: [Item], _ value: Typed) throws(EditError) -> [FieldEdit] {
    var edits: [FieldEdit] = []
    for item in items {
      guard let sign = item.sign else { throw EditError(.signMissing(.links), value.range) }
      let text = item.value.text
      var relation = Relation.relates
      var code = item.value
      if let colon = text.firstIndex(of: ":") {
        let typed = Typed(text: String(text[..<colon]), start: item.value.start)
        let raw = try one(forms.relation(typed.text).map(\.rawValue), .links, typed)
        relation = Relation(rawValue: raw) ?? .relates
        code = Typed(
          text: String(text[text.index(after: colon)...]),
          start: typed.start + typed.text.count + 1)
      }
      guard let key = key(code.text) else {
        throw EditError(.unknownCode(code.text), code.range)
      }
      edits.append(sign == "+" ? .link(relation, to: key) : .unlink(relation, to: key))
    }
    return edits
  }

  // MARK: - Lines

  private static let lineParts = [
    "status", "trangthai", "unit", "coquan", "answer", "traloi", "paper", "vanban",
  ]

  /// `doitac.<counterpart>.<part>`.
  func line(
    _ field: Field, _ parts: [Substring], _ value: Typed
  ) throws(EditError) -> FieldEdit {
    let start = parts[0].count + 1
    guard field == .counterparts, parts.count == 3 else {
      let name = parts.joined(separator: ".")
      throw EditError(.unknownField(name, nearest: nil), 0..<name.count)
    }
    let named = Typed(text: String(parts[1]), start: start)
    let counterpart = try one(
      picker.pick(named.text, in: .entries(.counterparts)), .counterparts, named)
    let part = Typed(text: String(parts[2]), start: start + named.text.count + 1)
    return .line(counterpart: counterpart, try linePart(part, value))
  }

  private func linePart(_ part: Typed, _ value: Typed) throws(EditError) -> FieldEdit.LinePart {
    let text = value.text.trimmed
    switch SearchWord.fold(part.text) {
    case "status", "trangthai":
      guard !text.isEmpty else { return .status(nil) }
      return .status(Status(rawValue: try one(forms.status(text).map(\.rawValue), .status, value)))
    case "unit", "coquan":
      guard !text.isEmpty else { return .unit(nil) }
      return .unit(try one(picker.pick(text, in: .entries(.units)), .counterparts, value))
    case "answer", "traloi": return .answer(text.isEmpty ? nil : text)
    case "paper", "vanban": return .paper(text.isEmpty ? nil : text)
    default:
      let nearest = Nearest.of(part.text, among: EditReader.lineParts)
      throw EditError(.unknownLinePart(part.text, nearest: nearest), part.range)
    }
  }
}
