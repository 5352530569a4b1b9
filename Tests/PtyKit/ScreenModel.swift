package import Terminal

/// A terminal's screen, worked out from what a program sends: enough of xterm to read ncurses by.
package struct ScreenModel: Equatable, Sendable {
  /// What one cell shows; the second half of a wide glyph shows "".
  package struct Cell: Equatable, Sendable {
    package var text = " "
    /// The parameters of SGR in force, as sent, without those before the last reset.
    package var rendition = ""
  }

  package private(set) var size: Size
  package private(set) var cursor = Point(row: 0, column: 0)
  /// The private modes that are set: 1049 alternate screen, 25 cursor, 1000 mouse, 2004 paste…
  package private(set) var modes: Set<Int> = [25, 7]
  /// How often the bell rang.
  package private(set) var bells = 0

  var cells: [[Cell]]
  var rendition = ""
  private var keptMain: [[Cell]]?
  private var savedCursor = Point(row: 0, column: 0)
  private var region: Range<Int>
  private var isWrapPending = false
  private var parser = EscapeParser()
  private var lastPrinted: Character?

  package init(_ size: Size) {
    self.size = size
    cells = ScreenModel.blank(size)
    region = 0..<size.rows
  }

  private static func blank(_ size: Size) -> [[Cell]] {
    Array(repeating: Array(repeating: Cell(), count: size.columns), count: size.rows)
  }

  package var isAlternate: Bool { modes.contains(1049) }
  package var isCursorShown: Bool { modes.contains(25) }
  package var takesMouse: Bool { modes.contains(1000) }
  package var takesPaste: Bool { modes.contains(2004) }

  /// The rows without the spaces at their ends.
  package var rows: [String] {
    cells.map { row in
      let text = row.map(\.text).joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  package var text: String { rows.joined(separator: "\n") }

  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      guard let action = parser.read(byte) else { continue }
      perform(action)
    }
  }

  package mutating func resize(_ new: Size) {
    cells = (0..<new.rows).map { row in
      (0..<new.columns).map { column in
        row < size.rows && column < size.columns ? cells[row][column] : Cell()
      }
    }
    size = new
    region = 0..<new.rows
    move(to: cursor.row, cursor.column)
  }
}

extension ScreenModel {
  private mutating func perform(_ action: EscapeParser.Action) {
    switch action {
    case .print(let scalar): print(scalar)
    case .control(let byte): control(byte)
    case .escape(let final): escape(final)
    case .sequence(let sequence): perform(sequence)
    }
  }

  private mutating func print(_ scalar: Unicode.Scalar) {
    let columns = TextWidth.columns(of: Character(scalar))
    if isMark(scalar) {
      let column = isWrapPending ? cursor.column : cursor.column - 1
      guard column >= 0 else { return }
      let base = cells[cursor.row][column].text.isEmpty && column > 0 ? column - 1 : column
      cells[cursor.row][base].text.unicodeScalars.append(scalar)
      return
    }
    if isWrapPending || cursor.column + columns > size.columns {
      cursor.column = 0
      lineFeed()
    }
    isWrapPending = false
    put(Character(scalar), columns: columns)
    lastPrinted = Character(scalar)
  }

  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  private mutating func put(_ character: Character, columns: Int) {
    let (row, column) = (cursor.row, cursor.column)
    // The other half of a wide glyph that is overwritten goes blank.
    if cells[row][column].text.isEmpty, column > 0 { cells[row][column - 1].text = " " }
    let end = column + columns
    if end < size.columns, cells[row][end].text.isEmpty { cells[row][end].text = " " }
    cells[row][column] = Cell(text: String(character), rendition: rendition)
    if columns == 2, column + 1 < size.columns {
      cells[row][column + 1] = Cell(text: "", rendition: rendition)
    }
    isWrapPending = end >= size.columns && modes.contains(7)
    cursor.column = min(end, size.columns - 1)
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x07: bells += 1
    case 0x08: move(to: cursor.row, cursor.column - 1)
    case 0x09: move(to: cursor.row, (cursor.column / 8 + 1) * 8)
    case 0x0A, 0x0B, 0x0C:
      isWrapPending = false
      lineFeed()
    case 0x0D: move(to: cursor.row, 0)
    default: break
    }
  }

  private mutating func escape(_ final: UInt8) {
    switch final {
    case UInt8(ascii: "7"): savedCursor = cursor
    case UInt8(ascii: "8"): move(to: savedCursor.row, savedCursor.column)
    case UInt8(ascii: "D"): lineFeed()
    case UInt8(ascii: "E"):
      move(to: cursor.row, 0)
      lineFeed()
    case UInt8(ascii: "M"):
      if cursor.row == region.lowerBound {
        scroll(region, by: -1)
      } else {
        move(to: cursor.row - 1, cursor.column)
      }
    case UInt8(ascii: "c"): self = ScreenModel(size)
    default: break
    }
  }

  private mutating func perform(_ sequence: EscapeParser.Sequence) {
    let count = max(1, sequence.numbers.first ?? 1)
    let first = sequence.numbers.first ?? 0
    let (row, column) = (cursor.row, cursor.column)
    switch (sequence.prefix, sequence.final) {
    case ("?", "h"), ("?", "l"): set(sequence.numbers, isOn: sequence.final == "h")
    case ("?", _), (">", _), ("<", _), ("=", _): break
    case (_, "A"): move(to: row - count, column)
    case (_, "B"), (_, "e"): move(to: row + count, column)
    case (_, "C"), (_, "a"): move(to: row, column + count)
    case (_, "D"): move(to: row, column - count)
    case (_, "E"): move(to: row + count, 0)
    case (_, "F"): move(to: row - count, 0)
    case (_, "G"), (_, "`"): move(to: row, count - 1)
    case (_, "d"): move(to: count - 1, column)
    case (_, "H"), (_, "f"): move(to: count - 1, max(1, sequence.second ?? 1) - 1)
    case (_, "I"): move(to: row, (column / 8 + count) * 8)
    case (_, "J"): eraseDisplay(first)
    case (_, "K"): eraseLine(first)
    case (_, "X"): erase(row, column..<min(size.columns, column + count))
    case (_, "P"): shift(row, from: column, by: -count)
    case (_, "@"): shift(row, from: column, by: count)
    case (_, "L"): scroll(row..<region.upperBound, by: -count)
    case (_, "M"): scroll(row..<region.upperBound, by: count)
    case (_, "S"): scroll(region, by: count)
    case (_, "T"): scroll(region, by: -count)
    case (_, "b"): repeatLast(count)
    case (_, "m"): render(sequence.text)
    case (_, "r"): setRegion(sequence)
    case (_, "s"): savedCursor = cursor
    case (_, "u"): move(to: savedCursor.row, savedCursor.column)
    default: break
    }
  }
}

extension ScreenModel {
  private mutating func move(to row: Int, _ column: Int) {
    isWrapPending = false
    cursor = Point(
      row: min(max(0, row), size.rows - 1), column: min(max(0, column), size.columns - 1))
  }

  private mutating func lineFeed() {
    if cursor.row == region.upperBound - 1 {
      scroll(region, by: 1)
    } else {
      cursor.row = min(cursor.row + 1, size.rows - 1)
    }
  }

  /// Moves the rows of `range` up by `count`, or down when it is negative.
  private mutating func scroll(_ range: Range<Int>, by count: Int) {
    guard !range.isEmpty else { return }
    let old = cells
    for row in range {
      let from = row + count
      cells[row] =
        range.contains(from) ? old[from] : Array(repeating: Cell(), count: size.columns)
    }
  }

  /// Moves the cells from `column` on to the right by `count`, or to the left.
  private mutating func shift(_ row: Int, from column: Int, by count: Int) {
    let old = cells[row]
    for target in column..<size.columns {
      let from = target - count
      cells[row][target] = (column..<size.columns).contains(from) ? old[from] : Cell()
    }
  }

  private mutating func erase(_ row: Int, _ columns: Range<Int>) {
    for column in columns { cells[row][column] = Cell(rendition: rendition) }
  }

  private mutating func eraseLine(_ how: Int) {
    switch how {
    case 0: erase(cursor.row, cursor.column..<size.columns)
    case 1: erase(cursor.row, 0..<cursor.column + 1)
    default: erase(cursor.row, 0..<size.columns)
    }
  }

  private mutating func eraseDisplay(_ how: Int) {
    if how < 2 { eraseLine(how) }
    for row in 0..<size.rows
    where how >= 2 || (how == 0 && row > cursor.row) || (how == 1 && row < cursor.row) {
      erase(row, 0..<size.columns)
    }
  }

  private mutating func repeatLast(_ count: Int) {
    guard let scalar = lastPrinted?.unicodeScalars.first else { return }
    for _ in 0..<min(count, size.columns * size.rows) { print(scalar) }
  }

  private mutating func render(_ text: String) {
    let parameters = text.split(separator: ";", omittingEmptySubsequences: false)
    for parameter in parameters {
      if parameter.isEmpty || parameter == "0" {
        rendition = ""
      } else {
        rendition += (rendition.isEmpty ? "" : ";") + parameter
      }
    }
  }

  private mutating func setRegion(_ sequence: EscapeParser.Sequence) {
    let top = max(1, sequence.numbers.first ?? 1) - 1
    let end = min(size.rows, sequence.second.flatMap { $0 > 0 ? $0 : nil } ?? size.rows)
    guard top < end else { return }
    region = top..<end
    move(to: 0, 0)
  }

  private mutating func set(_ numbers: [Int], isOn: Bool) {
    for mode in numbers {
      if [47, 1047, 1049].contains(mode) {
        switchScreen(toAlternate: isOn)
        if isOn { modes.insert(1049) } else { modes.remove(1049) }
      } else if isOn {
        modes.insert(mode)
      } else {
        modes.remove(mode)
      }
    }
  }

  private mutating func switchScreen(toAlternate: Bool) {
    guard toAlternate != isAlternate else { return }
    if toAlternate {
      keptMain = cells
      savedCursor = cursor
      cells = ScreenModel.blank(size)
    } else {
      cells = keptMain ?? cells
      keptMain = nil
      let kept = (size, savedCursor)
      if cells.count != kept.0.rows || cells.first?.count != kept.0.columns {
        cells = ScreenModel.blank(size)
      }
      move(to: kept.1.row, kept.1.column)
    }
  }
}
