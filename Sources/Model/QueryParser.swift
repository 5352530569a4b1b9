internal import Vietnamese

/// Reads what a person typed: words, `field:value`, shorthands; blanks join by AND, OR parts,
/// brackets group, a dash negates.
///
///     alternatives = group { OR group }
///     group        = term { term }
///     term         = { "-" } ( "(" alternatives ")" | field sign value { "," value } | word )
///     sign         = ":" | "=" | "<" | "<=" | ">" | ">="
package struct QueryParser: Sendable {
  let registry: Registry

  package init(registry: Registry) { self.registry = registry }

  package func parse(_ text: String) throws(QueryError) -> Query {
    var tokens = try QueryTokenizer.tokens(of: text)[...]
    let isLastWordWhole = text.last?.isWhitespace == true
    return try alternatives(&tokens, depth: 0, isLastWhole: isLastWordWhole)
  }

  private static let deepest = 50

  /// Up to the closing bracket, which is left, or to the end.
  private func alternatives(
    _ tokens: inout ArraySlice<QueryToken>, depth: Int, isLastWhole: Bool
  ) throws(QueryError) -> Query {
    var groups = [Group()]
    var lastOr: Int?
    while let token = tokens.first, token.kind != .close {
      tokens.removeFirst()
      switch token.kind {
      case .or:
        guard !groups[groups.count - 1].isEmpty else { throw .emptySide(offset: token.offset) }
        lastOr = token.offset
        groups.append(Group())
      case .open:
        let query = try bracket(&tokens, openedBy: token, depth: depth + 1)
        groups[groups.count - 1].add(token.isNegated ? .not(query) : query)
      case .word:
        try add(token, to: &groups[groups.count - 1])
      case .close: break
      }
    }
    if let lastOr, groups[groups.count - 1].isEmpty { throw .emptySide(offset: lastOr) }
    let queries = groups.enumerated().map { index, group in
      group.query(isLastWhole: isLastWhole || index + 1 < groups.count)
    }
    return queries.count == 1 ? queries[0] : .some(queries)
  }

  private func bracket(
    _ tokens: inout ArraySlice<QueryToken>, openedBy opening: QueryToken, depth: Int
  ) throws(QueryError) -> Query {
    guard depth <= QueryParser.deepest else { throw .tooDeep(offset: opening.offset) }
    guard let next = tokens.first, next.kind != .close else {
      throw .emptyBracket(offset: opening.offset)
    }
    let query = try alternatives(&tokens, depth: depth, isLastWhole: true)
    tokens.removeFirst()
    return query
  }

  private func add(_ token: QueryToken, to group: inout Group) throws(QueryError) {
    if let query = try condition(token) {
      group.add(token.isNegated ? .not(query) : query)
    } else if token.isNegated {
      group.add(.not(.text(token.text + " ")))
    } else {
      group.words.append(token.text)
    }
  }

  /// What a word stands for; nil if it is text to look for.
  private func condition(_ token: QueryToken) throws(QueryError) -> Query? {
    guard !token.isLiteral else { return nil }
    if let shorthand = QueryShorthand.named(token.text) { return shorthand.query }
    if let query = try field(token) { return query }
    return QueryParser.isCode(token.text) ? .codePrefix(token.text.uppercased()) : nil
  }

  /// Whether it is a code to its end: `QN23-09`, or `L-0001` while it is provisional.
  package static func isWholeCode(_ text: String) -> Bool {
    (isCode(text) || isProvisional(text)) && text.last?.isWholeNumber == true
  }

  /// Letters, a dash and four digits, as a copy away from the others numbers what is new.
  private static func isProvisional(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && (1...4).contains(parts[0].count)
      && parts[0].allSatisfy { $0.isASCII && $0.isLetter }
      && parts[1].count == 4 && parts[1].allSatisfy(\.isWholeNumber)
  }

  /// Letters, two digits and a dash: `QN23-`, with as much of the number as is typed.
  private static func isCode(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let letters = parts[0].prefix { $0.isASCII && $0.isLetter }
    let year = parts[0].dropFirst(letters.count)
    return (1...4).contains(letters.count) && year.count == 2
      && year.allSatisfy(\.isWholeNumber) && parts[1].allSatisfy(\.isWholeNumber)
  }
}

/// What must hold together: conditions, and after them the words, which are looked for at once.
private struct Group {
  var conditions = Query.all
  var words: [String] = []
  var hasConditions = false

  var isEmpty: Bool { !hasConditions && words.isEmpty }

  mutating func add(_ query: Query) {
    conditions = conditions.and(query)
    hasConditions = true
  }

  func query(isLastWhole: Bool) -> Query {
    guard !words.isEmpty else { return conditions }
    return conditions.and(.text(words.joined(separator: " ") + (isLastWhole ? " " : "")))
  }
}

// MARK: - Fields

extension QueryParser {
  /// `field:value`; nil where it is no field but a word with a sign in it.
  private func field(_ token: QueryToken) throws(QueryError) -> Query? {
    let letters = token.letters
    let isSign = { (letter: QueryToken.Letter) in
      !letter.isQuoted && ":<>=".contains(letter.character)
    }
    guard let sign = letters.firstIndex(where: isSign), sign > 0 else { return nil }
    let name = SearchWord.fold(String(letters[..<sign].map(\.character)))
    guard let field = QueryField.named(name) else {
      let nearest = Nearest.of(name, among: QueryField.allCases.flatMap(\.names))
      // With another sign than a colon only what is nearly a field is taken for one.
      let isMeant = letters[sign].character == ":" || (name.count > 2 && nearest != nil)
      guard isMeant else { return nil }
      throw .unknownField(name, offset: letters[0].offset, nearest: nearest)
    }
    var rest = letters[sign...]
    let comparison = QueryParser.takeComparison(&rest)
    guard comparison == .equal || field.hasOrder else {
      throw .noComparison(field: name, offset: letters[sign].offset)
    }
    let end = letters[letters.count - 1].offset + 1
    let values = rest.split(omittingEmptySubsequences: false) {
      !$0.isQuoted && $0.character == ","
    }
    var queries: [Query] = []
    for value in values {
      guard let first = value.first else {
        let next = value.startIndex < letters.endIndex ? letters[value.startIndex].offset : end
        throw .noValue(field: name, offset: next)
      }
      let typed = TypedValue(
        text: String(value.map(\.character)), field: field, offset: first.offset)
      queries.append(try query(typed, comparison))
    }
    return queries.count == 1 ? queries[0] : .some(queries)
  }

  /// `:` and `=` are the same; `:<` is `<`.
  private static func takeComparison(_ letters: inout ArraySlice<QueryToken.Letter>) -> Comparison {
    if letters.first?.character == ":" { letters.removeFirst() }
    for comparison in Comparison.allCases {
      let sign = comparison.rawValue
      guard letters.prefix(sign.count).map(\.character) == Array(sign),
        !letters.prefix(sign.count).contains(where: \.isQuoted)
      else { continue }
      letters.removeFirst(sign.count)
      return comparison
    }
    return .equal
  }
}
