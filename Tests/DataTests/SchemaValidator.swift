import Model

/// Checks a value against a JSON Schema: the words of draft 2020-12 that ours use, and no others.
struct SchemaValidator {
  /// The schemas by their `$id`, so that one can refer to another.
  let schemas: [String: Value]

  static let words: Set = [
    "$schema", "$id", "$defs", "$ref", "title", "description", "type", "enum", "const",
    "properties", "required", "additionalProperties", "items", "minItems", "pattern", "minLength",
  ]

  /// What is wrong, each with the path to it; nothing when the value is as the schema says.
  func faults(of value: Value, as schema: Value, in file: String, at path: String = "") -> [String]
  {
    guard case .object(let words) = schema else { return [] }
    var faults: [String] = []
    for word in words {
      switch word.key {
      case "$ref":
        let (target, home) = resolved(word.value.text ?? "", in: file)
        faults += self.faults(of: value, as: target, in: home, at: path)
      case "type":
        if !isType(value, word.value.text ?? "") { faults.append("\(path): not \(word.value)") }
      case "enum":
        if !word.value.elements.contains(value) { faults.append("\(path): \(value) not allowed") }
      case "const":
        if word.value != value { faults.append("\(path): \(value) is not \(word.value)") }
      case "items":
        for (index, item) in value.elements.enumerated() {
          faults += self.faults(of: item, as: word.value, in: file, at: "\(path)[\(index)]")
        }
      case "minItems":
        if case .list(let items) = value, items.count < word.value.integer ?? 0 {
          faults.append("\(path): too few")
        }
      case "minLength":
        if let text = value.text, text.unicodeScalars.count < word.value.integer ?? 0 {
          faults.append("\(path): too short")
        }
      case "pattern":
        if let text = value.text, !matches(text, word.value.text ?? "") {
          faults.append("\(path): \(text) does not match")
        }
      case "required":
        guard case .object(let members) = value else { continue }
        for key in word.value.elements where !members.contains(where: { $0.key == key.text }) {
          faults.append("\(path): no \(key)")
        }
      case "properties", "additionalProperties":
        continue
      default:
        if !SchemaValidator.words.contains(word.key) { faults.append("\(path): word \(word.key)?") }
      }
    }
    return faults + faultsOfMembers(of: value, as: schema, in: file, at: path)
  }

  private func faultsOfMembers(
    of value: Value, as schema: Value, in file: String, at path: String
  ) -> [String] {
    guard case .object(let members) = value else { return [] }
    let isClosed = schema["additionalProperties"] == .bool(false)
    return members.flatMap { member -> [String] in
      let place = "\(path).\(member.key)"
      if case .object(let known) = schema["properties"],
        let property = known.first(where: { $0.key == member.key })
      {
        return faults(of: member.value, as: property.value, in: file, at: place)
      }
      return isClosed ? ["\(place): not foreseen"] : []
    }
  }

  private func resolved(_ reference: String, in file: String) -> (Value, String) {
    let parts = reference.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
    let home = parts[0].isEmpty ? file : parts[0]
    var target = schemas[home] ?? .null
    for step in (parts.last ?? "").split(separator: "/") { target = target[String(step)] }
    return (target.isEmpty && parts.last != "" ? ["unresolved \(reference)": true] : target, home)
  }

  private func isType(_ value: Value, _ type: String) -> Bool {
    switch value {
    case .null: type == "null"
    case .bool: type == "boolean"
    case .number: type == "number" || (type == "integer" && value.integer != nil)
    case .text: type == "string"
    case .list: type == "array"
    case .object: type == "object"
    }
  }

  private func matches(_ text: String, _ pattern: String) -> Bool {
    guard let regex = try? Regex(pattern) else { return false }
    return text.firstMatch(of: regex) != nil
  }
}
