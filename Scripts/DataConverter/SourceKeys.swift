internal import Model

/// How the sources' keys and file names become the register's.
enum SourceKeys {
  private static let named = [
    "name_vi": "name", "short_vi": "short", "post_vi": "post", "seed": "document",
    "date_from": "dateSource",
  ]

  /// `letters_ascii` becomes `lettersAscii`.
  static func renamed(_ key: String) -> String {
    if let name = named[key] { return name }
    let words = key.split(separator: "_")
    return words.dropFirst().reduce(String(words.first ?? "")) { $0 + $1.capitalizedFirst }
  }

  /// The value with its keys renamed at every depth, without what is empty, articles by their id.
  static func renamed(_ value: Value, _ articles: Articles) -> Value {
    switch value {
    case .null, .bool, .number: value
    case .text("seeds/registry.json"): .text("Scripts/source/registry.json")
    case .text(let text): .text(articles.naming(text))
    case .list(let items): .list(items.map { renamed($0, articles) })
    case .object(let members):
      .object(
        members.compactMap { member in
          let value = renamed(member.value, articles)
          return value.isEmpty ? nil : Value.Member(renamed(member.key), value)
        })
    }
  }
}

extension Substring {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
