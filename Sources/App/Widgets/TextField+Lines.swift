internal import Terminal

extension TextField {
  /// The lines as they are shown in so many columns, broken between words where they can be: which
  /// characters each holds, without its line end. Never empty.
  package func lines(width: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var (start, used, opening) = (0, 0, 0)
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character.isNewline {
        lines.append(start..<index)
        (start, used, opening) = (index + 1, 0, index + 1)
        index += 1
        continue
      }
      let columns = TextField.columns(character)
      let isBlank = character.isWhitespace
      if columns == 2 { opening = index }
      // Blanks at the end of a line hang over it.
      if !isBlank, used + columns > width, index > start {
        let end = opening > start ? opening : index
        lines.append(start..<end)
        used = characters[end..<index].reduce(0) { $0 + TextField.columns($1) }
        start = end
      }
      used += columns
      index += 1
      if isBlank || columns == 2 { opening = index }
    }
    lines.append(start..<characters.count)
    return lines
  }

  /// Where the cursor is shown: the line, and the column in it.
  package func place(in lines: [Range<Int>]) -> (line: Int, column: Int) {
    let line = lines.lastIndex { $0.lowerBound <= cursor } ?? 0
    let before = characters[lines[line].lowerBound..<cursor]
    return (line, before.reduce(0) { $0 + TextField.columns($1) })
  }

  func shownLine(width: Int) -> Range<Int> {
    let lines = lines(width: width)
    return lines[place(in: lines).line]
  }

  /// The last place of the cursor's line: before the blank it breaks at.
  func endOfShownLine(width: Int) -> Int {
    let lines = lines(width: width)
    return TextField.end(of: place(in: lines).line, in: lines)
  }

  private static func end(of line: Int, in lines: [Range<Int>]) -> Int {
    let range = lines[line]
    let isBroken = line + 1 < lines.count && lines[line + 1].lowerBound == range.upperBound
    return isBroken ? max(range.lowerBound, range.upperBound - 1) : range.upperBound
  }

  /// False where there is no line to go to.
  mutating func moveLine(_ step: Int, width: Int, goal wanted: Int?) -> Bool {
    endGroup()
    let lines = lines(width: width)
    let (line, column) = place(in: lines)
    guard lines.indices.contains(line + step) else { return false }
    let goal = wanted ?? column
    self.goal = goal
    let end = TextField.end(of: line + step, in: lines)
    var (index, used) = (lines[line + step].lowerBound, 0)
    while index < end {
      let columns = TextField.columns(characters[index])
      guard used + columns <= goal else { break }
      used += columns
      index += 1
    }
    cursor = index
    return true
  }

  static func columns(_ character: Character) -> Int {
    character.isASCII ? 1 : TextWidth.columns(of: character)
  }
}
