/// A piece of a typed query: a word, a sign that groups, or OR.
struct QueryToken {
  enum Kind {
    case word, or, open, close
  }

  struct Letter {
    var character: Character
    /// Characters before it in the query.
    var offset: Int
    var isQuoted: Bool
  }

  var kind: Kind
  var offset: Int
  /// An odd number of dashes stands before it.
  var isNegated = false
  /// It begins with a quote: words to look for, whatever they look like.
  var isLiteral = false
  var letters: [Letter] = []

  var text: String { String(letters.map(\.character)) }

  /// Dashes before a word or a bracket negate it; dashes alone are kept as a word.
  fileprivate mutating func takeDashes() {
    guard kind == .word, !isLiteral else { return }
    let dashes = letters.prefix { $0.character == "-" && !$0.isQuoted }.count
    guard dashes > 0, dashes < letters.count else { return }
    isNegated = dashes % 2 == 1
    letters.removeFirst(dashes)
    isLiteral = letters[0].isQuoted
  }

  fileprivate var isOr: Bool {
    kind == .word && !isLiteral && !isNegated && (text == "OR" || text == "HOẶC")
  }
}

/// Splits a query at blanks, quotes and brackets. Linear.
struct QueryTokenizer {
  private var tokens: [QueryToken] = []
  private var current: QueryToken?
  private var quote: Int?
  /// Brackets opened within the current word, which belong to it.
  private var wordDepth = 0
  private var openBrackets: [Int] = []
  private var hasBrackets = false

  static func tokens(of text: String) throws(QueryError) -> [QueryToken] {
    var tokenizer = QueryTokenizer()
    for (offset, character) in text.enumerated() {
      try tokenizer.take(character, at: offset)
    }
    if let quote = tokenizer.quote { throw .openQuote(offset: quote) }
    tokenizer.endWord()
    if let bracket = tokenizer.openBrackets.last { throw .openBracket(offset: bracket) }
    return tokenizer.tokens
  }

  private mutating func take(_ character: Character, at offset: Int) throws(QueryError) {
    if character == "\"" {
      if quote == nil {
        quote = offset
        if current == nil { current = QueryToken(kind: .word, offset: offset, isLiteral: true) }
      } else {
        quote = nil
      }
    } else if quote != nil {
      add(character, at: offset, isQuoted: true)
    } else if character.isWhitespace {
      endWord()
    } else if character == "(" && isAtStartOfWord {
      open(at: offset)
    } else if character == ")" && wordDepth == 0 && (hasBrackets || !openBrackets.isEmpty) {
      endWord()
      guard openBrackets.popLast() != nil else { throw .strayBracket(offset: offset) }
      tokens.append(QueryToken(kind: .close, offset: offset))
    } else {
      if character == "(" { wordDepth += 1 }
      if character == ")" { wordDepth = max(0, wordDepth - 1) }
      add(character, at: offset, isQuoted: false)
    }
  }

  /// Nothing was typed of the word but the dashes that negate a bracket.
  private var isAtStartOfWord: Bool {
    guard let current else { return true }
    return !current.isLiteral && current.letters.allSatisfy { $0.character == "-" }
  }

  private mutating func open(at offset: Int) {
    let dashes = current?.letters.count ?? 0
    current = nil
    openBrackets.append(offset)
    hasBrackets = true
    tokens.append(QueryToken(kind: .open, offset: offset, isNegated: dashes % 2 == 1))
  }

  private mutating func add(_ character: Character, at offset: Int, isQuoted: Bool) {
    if current == nil { current = QueryToken(kind: .word, offset: offset) }
    current?.letters.append(
      QueryToken.Letter(character: character, offset: offset, isQuoted: isQuoted))
  }

  private mutating func endWord() {
    guard var token = current else { return }
    current = nil
    wordDepth = 0
    token.takeDashes()
    if token.isOr { token.kind = .or }
    tokens.append(token)
  }
}
