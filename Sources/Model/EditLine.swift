internal import Vietnamese

/// A line such as `han:cuối quý chutri:ubbg +unesco -cũ`: several fields of one record at once.
///
/// - The names and values are those of ``EditReader``, with `:` or `=`; a value goes on over the
///   words behind it, to the next field or tag, or it stands in quotes.
/// - `+word` and `-word` are tags that join and leave.
/// - `lydo:` or `why:` is the reason, which a deadline that is put off needs.
package struct EditLine: Hashable, Sendable {
  package struct Fault: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case edit(EditError)
      /// A word that belongs to no field.
      case loose(String)
      case openQuote
    }

    package var kind: Kind
    /// Characters of the line, counted from its start.
    package var range: Range<Int>
  }

  package private(set) var edits: [FieldEdit] = []
  package private(set) var why: String?
  package private(set) var faults: [Fault] = []
  package private(set) var yearsWithoutHolidays: [Int] = []

  package static let mostCharacters = 4000

  package init(_ line: String, _ reader: EditReader) {
    var pieces = Pieces(Array(line.prefix(EditLine.mostCharacters)))
    for piece in pieces.all() { take(piece, reader) }
  }

  private mutating func take(_ piece: Piece, _ reader: EditReader) {
    guard !piece.isOpenQuote else {
      return faults.append(Fault(kind: .openQuote, range: piece.range))
    }
    guard let sign = piece.sign else {
      return faults.append(Fault(kind: .loose(piece.name), range: piece.range))
    }
    if ["lydo", "vi", "why"].contains(SearchWord.fold(piece.name)), sign == "=" {
      return why = piece.value.isEmpty ? nil : piece.value
    }
    do throws(EditError) {
      let reading = try reader.read(piece.name + sign + piece.value)
      if let twice = reading.edits.first(where: { edit in
        edit.field.shape == .single && edits.contains { $0.field == edit.field }
      }) {
        throw EditError(.repeated(twice.field), 0..<piece.name.count)
      }
      edits += reading.edits
      yearsWithoutHolidays += reading.yearsWithoutHolidays
    } catch {
      faults.append(Fault(kind: .edit(error), range: piece.place(of: error.range)))
    }
  }
}

/// A field with its value, or a word by itself.
private struct Piece {
  var name: String
  /// `=`, `+=` or `-=`; nil for a word that is no field.
  var sign: String?
  var value = ""
  /// Where the value begins in the line.
  var valueStart = 0
  var range: Range<Int>
  var isOpenQuote = false

  /// A range of `name` + `sign` + `value` as one of the line.
  func place(of part: Range<Int>) -> Range<Int> {
    let before = name.count + (sign ?? "").count
    guard part.lowerBound >= before else {
      return range.lowerBound..<min(range.upperBound, range.lowerBound + max(1, part.upperBound))
    }
    let start = valueStart + part.lowerBound - before
    return start..<start + max(1, part.count)
  }
}

private struct Pieces {
  let characters: [Character]
  var place = 0

  init(_ characters: [Character]) { self.characters = characters }

  mutating func all() -> [Piece] {
    var pieces: [Piece] = []
    skipBlanks()
    while place < characters.count {
      pieces.append(next())
      skipBlanks()
    }
    return pieces
  }

  private mutating func skipBlanks() {
    while place < characters.count, characters[place].isWhitespace { place += 1 }
  }

  private func endOfWord(_ start: Int) -> Int {
    characters[start...].firstIndex(where: \.isWhitespace) ?? characters.count
  }

  private mutating func next() -> Piece {
    let start = place
    let end = endOfWord(start)
    if let tag = tag(start, end) {
      place = end
      return tag
    }
    guard let head = head(start, end) else {
      place = end
      return Piece(name: text(start..<end), range: start..<end)
    }
    return field(start, head)
  }

  private func tag(_ start: Int, _ end: Int) -> Piece? {
    let first = characters[start]
    guard first == "+" || first == "-", end > start + 1, characters[start + 1].isLetter else {
      return nil
    }
    return Piece(
      name: "tags", sign: first == "+" ? "+=" : "-=", value: text(start + 1..<end),
      valueStart: start + 1, range: start..<end)
  }

  /// The name and the sign a word begins with: `han:`, `phoihop+=`, `doitac.nga.status=`.
  private func head(_ start: Int, _ end: Int) -> (name: Range<Int>, sign: String, end: Int)? {
    guard
      let mark = characters[start..<end].firstIndex(where: { $0 == ":" || $0 == "=" }),
      mark > start
    else { return nil }
    let before = characters[mark - 1]
    let isSigned = before == "+" || before == "-"
    let name = start..<(isSigned ? mark - 1 : mark)
    let isName = characters[name].allSatisfy {
      $0.isLetter || $0 == "." || $0 == "-" || $0.isNumber
    }
    guard isName, !name.isEmpty, characters[start].isLetter else { return nil }
    return (name, isSigned ? String(before) + "=" : "=", mark + 1)
  }

  private mutating func field(
    _ start: Int, _ head: (name: Range<Int>, sign: String, end: Int)
  ) -> Piece {
    var piece = Piece(name: text(head.name), sign: head.sign, range: start..<head.end)
    let quotes: [Character: Character] = ["\"": "\"", "“": "”"]
    if head.end < characters.count, let closing = quotes[characters[head.end]] {
      piece.valueStart = head.end + 1
      guard let end = characters[piece.valueStart...].firstIndex(of: closing) else {
        place = characters.count
        piece.isOpenQuote = true
        piece.range = head.end..<characters.count
        return piece
      }
      piece.value = text(piece.valueStart..<end)
      place = end + 1
    } else {
      piece.valueStart = head.end
      place = endOfValue(head.end)
      piece.value = text(head.end..<place)
    }
    piece.range = start..<place
    return piece
  }

  /// To the next field or tag, without the blanks before it.
  private func endOfValue(_ start: Int) -> Int {
    var end = endOfWord(start)
    while let word = characters[end...].firstIndex(where: { !$0.isWhitespace }) {
      let endOfNext = endOfWord(word)
      guard tag(word, endOfNext) == nil, head(word, endOfNext) == nil else { break }
      end = endOfNext
    }
    return end
  }

  private func text(_ range: Range<Int>) -> String { String(characters[range]) }
}
