/// What is wrong with a query: where, and what would be right.
package enum QueryError: Error, Hashable, Sendable {
  /// `offset` counts characters from the start.
  case unknownField(String, offset: Int, nearest: String?)
  case unknownValue(String, field: String, offset: Int, nearest: String?)
  case noValue(field: String, offset: Int)
  case openQuote(offset: Int)

  package var offset: Int {
    switch self {
    case .unknownField(_, let offset, _), .unknownValue(_, _, let offset, _),
      .noValue(_, let offset), .openQuote(let offset):
      offset
    }
  }
}

/// The fields a query may name, with the names people type.
package enum QueryField: String, CaseIterable, Sendable {
  case kind, direction, province, category, lead, session, status, tier
  case counterpart, programme, dossier, code

  /// What a person types, Vietnamese forms among them.
  package var names: [String] {
    switch self {
    case .kind: ["kind", "loai"]
    case .direction: ["direction", "chieu"]
    case .province: ["province", "tinh"]
    case .category: ["category", "linhvuc"]
    case .lead: ["lead", "chutri"]
    case .session: ["session", "phien"]
    case .status: ["status", "trangthai"]
    case .tier: ["tier", "muc"]
    case .counterpart: ["counterpart", "doitac"]
    case .programme: ["programme", "ct"]
    case .dossier: ["dossier", "hoso"]
    case .code: ["code", "ma"]
    }
  }
}

/// Reads what a person typed: bare words, `field:value`, and the words `open` and `overdue`.
package struct QueryParser: Sendable {
  private let registry: Registry

  package init(registry: Registry) { self.registry = registry }

  package func parse(_ text: String) throws(QueryError) -> Query {
    var words: [String] = []
    var query = Query.all
    for token in try tokens(of: text) {
      if token.isQuoted {
        words.append(token.text)
      } else if let keyword = Self.keywords[token.text.lowercased()] {
        query = query.and(keyword)
      } else if let colon = token.text.firstIndex(of: ":") {
        query = query.and(try field(token, colon: colon))
      } else if QueryParser.isCode(token.text) {
        query = query.and(.codePrefix(token.text.uppercased()))
      } else {
        words.append(token.text)
      }
    }
    guard !words.isEmpty else { return query }
    let isLastWordWhole = text.last?.isWhitespace == true
    return query.and(.text(words.joined(separator: " ") + (isLastWordWhole ? " " : "")))
  }

  /// With their accents, since "mo" without one is a word people look for (Hoành Mô).
  private static let keywords: [String: Query] = [
    "open": .open, "mở": .open, "overdue": .overdue, "quá-hạn": .overdue,
    "due-soon": .dueSoon, "sắp-đến-hạn": .dueSoon, "ours": .ours, "theirs": .theirs,
  ]

  /// Letters, two digits and a dash: `QN23-`, with as much of the number as is typed.
  private static func isCode(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let letters = parts[0].prefix { $0.isASCII && $0.isLetter }
    let year = parts[0].dropFirst(letters.count)
    return (1...4).contains(letters.count) && year.count == 2
      && year.allSatisfy(\.isWholeNumber) && parts[1].allSatisfy(\.isWholeNumber)
  }

  private struct Token {
    var text: String
    var offset: Int
    var isQuoted: Bool
  }

  private func tokens(of text: String) throws(QueryError) -> [Token] {
    var tokens: [Token] = []
    var current: Token?
    var quote: Int?
    for (offset, character) in text.enumerated() {
      if character == "\"" {
        if quote == nil {
          quote = offset
          current = current ?? Token(text: "", offset: offset, isQuoted: true)
        } else {
          quote = nil
        }
      } else if character.isWhitespace && quote == nil {
        if let token = current { tokens.append(token) }
        current = nil
      } else {
        current = current ?? Token(text: "", offset: offset, isQuoted: false)
        current?.text.append(character)
      }
    }
    if let quote { throw .openQuote(offset: quote) }
    if let token = current { tokens.append(token) }
    return tokens
  }

  private func field(_ token: Token, colon: String.Index) throws(QueryError) -> Query {
    let name = SearchWord.fold(String(token.text[..<colon]))
    let typed = String(token.text[token.text.index(after: colon)...])
    guard let field = QueryField.allCases.first(where: { $0.names.contains(name) }) else {
      let known = QueryField.allCases.flatMap(\.names)
      throw .unknownField(name, offset: token.offset, nearest: Nearest.of(name, among: known))
    }
    guard !typed.isEmpty else {
      throw .noValue(field: name, offset: token.offset + name.count + 1)
    }
    return try query(field, typed: typed, offset: token.offset + name.count + 1)
  }

  private func query(
    _ field: QueryField, typed: String, offset: Int
  ) throws(QueryError) -> Query {
    switch field {
    case .kind: .kind(try word(typed, field, offset))
    case .direction: .direction(try word(typed, field, offset))
    case .status: .status(try word(typed, field, offset))
    case .tier: .tier(try word(typed, field, offset))
    case .province: .province(try id(typed, field, .provinces, offset))
    case .category: .category(try id(typed, field, .categories, offset))
    case .lead: .lead(try id(typed, field, .units, offset))
    case .counterpart: .counterpart(try id(typed, field, .counterparts, offset))
    case .dossier: .dossier(try id(typed, field, .dossiers, offset))
    case .programme:
      .programme(
        try pick(typed, field, from: registry.programmes.map { ($0.id, [$0.name]) }, offset))
    case .session: .session(typed.uppercased())
    case .code: .code(typed.uppercased())
    }
  }

  private func word<Word: RawRepresentable & CaseIterable>(
    _ typed: String, _ field: QueryField, _ offset: Int
  ) throws(QueryError) -> Word where Word.RawValue == String {
    let wanted = SearchWord.fold(typed)
    if let word = Word.allCases.first(where: { SearchWord.fold($0.rawValue) == wanted }) {
      return word
    }
    let known = Word.allCases.map(\.rawValue)
    throw .unknownValue(
      typed, field: field.rawValue, offset: offset, nearest: Nearest.of(typed, among: known))
  }

  private func id(
    _ typed: String, _ field: QueryField, _ kind: RegistryKind, _ offset: Int
  ) throws(QueryError) -> String {
    try pick(typed, field, from: registry[kind].entries.map { ($0.id, $0.forms) }, offset)
  }

  /// An id typed exactly, else the one entry of which a form, without marks and blanks, is typed.
  private func pick(
    _ typed: String, _ field: QueryField, from entries: [(id: String, forms: [String])],
    _ offset: Int
  ) throws(QueryError) -> String {
    if let exact = entries.first(where: { $0.id == typed }) { return exact.id }
    let wanted = SearchWord.fold(typed)
    if let named = entries.first(where: { entry in
      SearchWord.fold(entry.id) == wanted || entry.forms.contains { SearchWord.fold($0) == wanted }
    }) {
      return named.id
    }
    throw .unknownValue(
      typed, field: field.rawValue, offset: offset,
      nearest: Nearest.of(typed, among: entries.map(\.id)))
  }
}
