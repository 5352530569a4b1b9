// Which lines of minutes belong together.
extension MinutesText {
  private struct Line {
    var range: Range<Int>
    /// Of the mark of a list and the blanks behind it; nil for none.
    var mark: Mark?
  }

  private struct Mark {
    /// Where the words begin.
    var end: Int
    var level: Int
  }

  /// Paragraphs and points of lists; lines that were only wrapped are put together again.
  static func blocks(_ characters: [Character]) -> [MinutesBlock] {
    let lines = self.lines(characters)
    let widest = min(160, lines.map(\.range.count).max() ?? 0)
    var blocks: [MinutesBlock] = []
    var last: Line?
    var paragraph = 0
    for line in lines {
      guard !line.range.isEmpty else {
        last = nil
        continue
      }
      paragraph += 1
      if let last, line.mark == nil, !blocks.isEmpty,
        isWrapped(last.range, line.range, widest: widest, characters)
      {
        blocks[blocks.count - 1].range =
          blocks[blocks.count - 1].range.lowerBound..<line.range.upperBound
      } else {
        let start = line.mark?.end ?? line.range.lowerBound
        blocks.append(
          MinutesBlock(
            range: start..<line.range.upperBound, paragraph: paragraph,
            level: line.mark?.level ?? 0))
      }
      last = line
    }
    return blocks
  }

  /// A line that stops without a stop, and goes on small or had no room left.
  private static func isWrapped(
    _ last: Range<Int>, _ next: Range<Int>, widest: Int, _ characters: [Character]
  ) -> Bool {
    let (end, begin) = (characters[last.upperBound - 1], characters[next.lowerBound])
    guard !".!?;:…|”\")".contains(end) else { return false }
    if begin.isLowercase || ",;)".contains(begin) { return true }
    return last.count <= 160 && last.count * 10 >= widest * 8 && (begin.isLetter || begin.isNumber)
  }

  private static func lines(_ characters: [Character]) -> [Line] {
    characters.split(separator: "\n", omittingEmptySubsequences: false).map { slice in
      var (start, end) = (slice.startIndex, slice.endIndex)
      while start < end, characters[start].isWhitespace { start += 1 }
      while end > start, characters[end - 1].isWhitespace { end -= 1 }
      let indent = start - slice.startIndex
      return Line(
        range: start..<end, mark: mark(characters, start..<end, indent: indent))
    }
  }

  /// `- `, `+ `, `• `, `1. `, `1) `, `a) `, `(1) `, `II. `, `1.2. `.
  private static func mark(
    _ characters: [Character], _ range: Range<Int>, indent: Int
  ) -> Mark? {
    guard let first = range.first else { return nil }
    var place = first
    var level = 1 + indent / 2
    if "-–—+•*●○▪◦·".contains(characters[first]) {
      place += 1
      if characters[first] == "+" || characters[first] == "◦" { level += 1 }
    } else {
      let isBracketed = characters[first] == "("
      if isBracketed { place += 1 }
      let start = place
      while place < range.upperBound, place - start < 6,
        characters[place].isASCII && (characters[place].isLetter || characters[place].isNumber)
          || characters[place] == "." && place > start
      {
        place += 1
      }
      let label = characters[start..<place]
      guard isLabel(label) else { return nil }
      if label.last != "." {
        guard place < range.upperBound, ")./".contains(characters[place]) else { return nil }
        place += 1
      }
      level += label.dropLast().count { $0 == "." }
      if label.first?.isLowercase == true { level += 1 }
    }
    guard place < range.upperBound, characters[place].isWhitespace else { return nil }
    while place < range.upperBound, characters[place].isWhitespace { place += 1 }
    return place < range.upperBound ? Mark(end: place, level: level) : nil
  }

  private static func isLabel(_ label: ArraySlice<Character>) -> Bool {
    let parts = label.split(separator: ".")
    guard !parts.isEmpty else { return false }
    if parts.allSatisfy({ $0.allSatisfy(\.isNumber) && $0.count <= 3 }) { return true }
    guard parts.count == 1, let part = parts.first else { return false }
    return part.count == 1 || part.allSatisfy { "IVX".contains($0) }
  }
}
