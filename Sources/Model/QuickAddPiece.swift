/// A part of a quick-add line, before anybody knows what its value means.
struct QuickAddPiece {
  enum Content {
    /// A word of the title, or of the value of the field before it.
    case word(String)
    /// Words in quotes, which are the title's as they stand.
    case quoted(String)
    case tag(String)
    /// `/word`, which names a kind, a tier or a direction.
    case choice(String)
    case field(QuickAddField, value: String, isQuoted: Bool)
    case fault(QuickAddError.Fault)
  }

  let content: Content
  /// Characters of the line.
  let range: Range<Int>

  /// The parts of a line. What only controls a terminal is a blank.
  static func pieces(of line: String) -> [QuickAddPiece] {
    var splitter = Splitter(Array(line))
    var pieces: [QuickAddPiece] = []
    while let piece = splitter.next() { pieces.append(piece) }
    return pieces
  }
}

private struct Splitter {
  let characters: [Character]
  var place = 0

  init(_ characters: [Character]) { self.characters = characters }

  private static let quotes: [Character: Character] = ["\"": "\"", "“": "”"]

  mutating func next() -> QuickAddPiece? {
    while place < characters.count, isBlank(characters[place]) { place += 1 }
    guard place < characters.count else { return nil }
    let start = place
    if let end = endOfQuote(at: place) {
      // What stands right behind a quote, such as a full stop, stays with it.
      place = endOfWord(from: end)
      return piece(.quoted(text(start..<place)), start)
    }
    let end = endOfWord(from: place)
    if let field = QuickAddField.signed(characters[start]), end > start + 1,
      characters[start + 1].isLetter
    {
      // Signs may follow each other without a blank: `#bg/ch@dba`.
      place =
        characters[(start + 1)..<end].firstIndex { QuickAddField.signed($0) != nil } ?? end
      let value = text(start + 1..<place)
      return piece(
        field == .kind ? .choice(value) : .field(field, value: value, isQuoted: false), start)
    }
    if let colon = characters[place..<end].firstIndex(of: ":"),
      let content = field(name: place..<colon, colon: colon, endOfWord: end)
    {
      return piece(content, start)
    }
    place = end
    if characters[start] == "+", end > start + 1, characters[start + 1].isLetter {
      return piece(.tag(text(start + 1..<end)), start)
    }
    return piece(.word(text(start..<end)), start)
  }

  /// nil where the word is one of the title, although it has a colon.
  private mutating func field(
    name: Range<Int>, colon: Int, endOfWord: Int
  ) -> QuickAddPiece.Content? {
    let typed = text(name)
    guard !name.isEmpty, characters[name].allSatisfy(\.isLetter) else { return nil }
    let hasValue = colon + 1 < endOfWord
    guard let field = QuickAddField.named(typed) else {
      let isAddress = colon + 1 < endOfWord && characters[colon + 1] == "/"
      guard hasValue, !isAddress else { return nil }
      place = endOfWord
      let known = QuickAddField.allCases.flatMap(\.names)
      return .fault(.unknownField(typed, nearest: Nearest.of(typed, among: known)))
    }
    guard hasValue else {
      // "của tỉnh:" is Vietnamese prose; "tinh:" is a field whose value is still to come.
      guard typed.utf8.count == typed.count else { return nil }
      place = endOfWord
      return .fault(.noValue(field))
    }
    if Splitter.quotes[characters[colon + 1]] != nil {
      guard let end = endOfQuote(at: colon + 1) else {
        place = characters.count
        return .fault(.openQuote)
      }
      place = end
      let value = text(colon + 2..<end - 1)
      return value.isEmpty ? .fault(.noValue(field)) : .field(field, value: value, isQuoted: true)
    }
    place = endOfWord
    return .field(field, value: text(colon + 1..<endOfWord), isQuoted: false)
  }

  private func piece(_ content: QuickAddPiece.Content, _ start: Int) -> QuickAddPiece {
    QuickAddPiece(content: content, range: start..<place)
  }

  private func endOfWord(from start: Int) -> Int {
    characters[start...].firstIndex(where: isBlank) ?? characters.count
  }

  /// The place after the quote that ends the one at `start`; nil where there is none.
  private func endOfQuote(at start: Int) -> Int? {
    guard let closing = Splitter.quotes[characters[start]],
      let end = characters[(start + 1)...].firstIndex(of: closing)
    else { return nil }
    return end + 1
  }

  /// The characters with single blanks between words.
  private func text(_ range: Range<Int>) -> String {
    characters[range].split(whereSeparator: isBlank).map { String($0) }.joined(separator: " ")
  }

  private func isBlank(_ character: Character) -> Bool {
    character.isWhitespace
      || character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
  }
}
