/// How well a typed text fits a name in a picker; the lesser is the better.
package struct PickMatch: Hashable, Comparable, Sendable {
  /// From the best to the loosest.
  package enum Kind: Int, CaseIterable, Hashable, Sendable {
    case exactAbbreviation
    /// The whole name.
    case exactName
    case abbreviationPrefix
    /// First letters of neighbouring words: `dba` for Vụ **Đ**ông **B**ắc **Á**.
    case initials
    /// Each typed word begins a word of the name, in the same order.
    case wordPrefixes
    /// Anywhere in the name, spaces aside.
    case substring
  }

  package let kind: Kind
  /// Which word of the name the match begins in; 0 for an abbreviation.
  package let firstWord: Int
  /// How many letters of the name or abbreviation were not typed.
  package let untyped: Int

  package static func < (one: Self, other: Self) -> Bool {
    (one.kind.rawValue, one.firstWord, one.untyped)
      < (other.kind.rawValue, other.firstWord, other.untyped)
  }
}

/// A typed text, folded once for all candidates.
package struct PickQuery: Hashable, Sendable {
  fileprivate let words: [[UInt8]]
  fileprivate let letters: [UInt8]

  package init(_ typed: some StringProtocol) {
    words = Folding.words(typed)
    letters = Array(words.joined())
  }

  /// Nothing was typed but spaces and signs: every candidate fits.
  package var isEmpty: Bool { words.isEmpty }
}

/// Something to pick, with its names and abbreviations folded in advance.
package struct PickCandidate: Hashable, Sendable {
  private let names: [Name]
  private let abbreviations: [[UInt8]]

  /// `names` are the printed name and any other it is known by: English, former, short.
  package init(names: [String], abbreviations: [String] = []) {
    self.names = names.map(Name.init)
    self.abbreviations = abbreviations.map { Array(Folding.words($0).joined()) }
      .filter { !$0.isEmpty }
  }

  /// The best match of the query among names and abbreviations, or nil if none fits.
  ///
  /// Marks, case and đ/d do not count, nor do signs. An empty query fits everything alike.
  package func match(_ query: PickQuery) -> PickMatch? {
    guard !query.isEmpty else { return PickMatch(kind: .substring, firstWord: 0, untyped: 0) }
    let byAbbreviation = abbreviations.compactMap { Self.match(query, abbreviation: $0) }
    return (byAbbreviation + names.compactMap { $0.match(query) }).min()
  }

  private static func match(_ query: PickQuery, abbreviation: [UInt8]) -> PickMatch? {
    guard abbreviation.starts(with: query.letters) else { return nil }
    let untyped = abbreviation.count - query.letters.count
    let kind: PickMatch.Kind = untyped == 0 ? .exactAbbreviation : .abbreviationPrefix
    return PickMatch(kind: kind, firstWord: 0, untyped: untyped)
  }

  private struct Name: Hashable {
    let words: [[UInt8]]
    let letters: [UInt8]
    let initials: [UInt8]

    init(_ name: String) {
      words = Folding.words(name)
      letters = Array(words.joined())
      initials = words.compactMap(\.first)
    }

    func match(_ query: PickQuery) -> PickMatch? {
      let untyped = letters.count - query.letters.count
      func match(_ kind: PickMatch.Kind, _ firstWord: Int) -> PickMatch {
        PickMatch(kind: kind, firstWord: firstWord, untyped: untyped)
      }
      if words == query.words { return match(.exactName, 0) }
      if let word = firstInitial(of: query) { return match(.initials, word) }
      if let word = firstPrefixedWord(by: query.words) { return match(.wordPrefixes, word) }
      if let offset = offset(of: query.letters, in: letters) {
        return match(.substring, word(at: offset))
      }
      return nil
    }

    /// Two letters at least, typed as one word, are initials; one letter only begins a word.
    private func firstInitial(of query: PickQuery) -> Int? {
      guard query.words.count == 1, query.letters.count >= 2 else { return nil }
      return offset(of: query.letters, in: initials)
    }

    /// The first word of the earliest match; words may be left out between.
    private func firstPrefixedWord(by typed: [[UInt8]]) -> Int? {
      var first: Int?
      var left = typed[...]
      for (index, word) in words.enumerated() {
        guard let next = left.first else { break }
        if word.starts(with: next) {
          first = first ?? index
          left.removeFirst()
        }
      }
      return left.isEmpty ? first : nil
    }

    private func word(at offset: Int) -> Int {
      var end = 0
      for (index, word) in words.enumerated() {
        end += word.count
        if offset < end { return index }
      }
      return words.count
    }

    private func offset(of part: [UInt8], in whole: [UInt8]) -> Int? {
      guard part.count <= whole.count else { return nil }
      return (0...whole.count - part.count).first { whole[$0...].starts(with: part) }
    }
  }
}
