package import Model
package import Vietnamese

/// The sides of a conflict in words.
package struct ConflictText: Sendable {
  private let values: ValueText
  private let registry: Registry
  private let language: Language
  private let code: @Sendable (_ key: String) -> String

  package init(
    _ registry: Registry, language: Language, code: @escaping @Sendable (_ key: String) -> String
  ) {
    values = ValueText(registry, language: language, code: code)
    (self.registry, self.language, self.code) = (registry, language, code)
  }

  /// `hạn: 30/9/2023 (Lan) ↔ 31/8/2023 (Minh)`.
  package func line(_ conflict: Conflict) -> String {
    let sides = conflict.sides.map { "\(text($0, of: conflict)) (\($0.by))" }
    return conflict.matter.words(naming: registry)(language) + ": "
      + sides.joined(separator: " ↔ ")
  }

  /// What stood there before either.
  package func text(before conflict: Conflict, in record: Record) -> String {
    let value = record.value(before: conflict)
    switch conflict.matter {
    case .field(let name): return values.text(value, of: Field(rawValue: name) ?? .remarks)
    case .line: return values.text(value, of: .counterparts)
    case .split, .removal: return values.text(value, of: .status)
    }
  }

  package func text(_ side: Conflict.Side, of conflict: Conflict) -> String {
    switch conflict.matter {
    case .field(let name):
      return values.text(side.value, of: Field(rawValue: name) ?? .remarks)
    case .line: return values.text(side.value, of: .counterparts)
    case .split:
      guard case .list(let parts) = side.value else {
        return values.text(side.value, of: .status)
      }
      return ConflictWords.split(parts.count)(language)
    case .removal:
      guard case .list(let edits) = side.value else {
        let key = side.value.text ?? ""
        return Day(key) == nil
          ? ConflictWords.mergedInto(code(key))(language) : ConflictWords.binned(language)
      }
      return edits.map { values.line(Edit($0)) }.joined(separator: "; ")
    }
  }
}
