/// A rectangle of cells that views draw on; drawing outside it does nothing.
///
/// A cell is 16 bytes and holds no reference, so that a whole screen is drawn and compared in far
/// less time than a terminal takes to read it.
package struct Canvas: Sendable {
  package let size: Size
  private(set) var cells: [Cell]
  // Glyphs of more than one scalar; text in NFC has hardly any.
  private(set) var clusters: [Glyph] = []

  package init(rows: Int, columns: Int) {
    self.init(Size(rows: rows, columns: columns))
  }

  package init(_ size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.rows * size.columns)
  }

  package var rows: Int { size.rows }
  package var columns: Int { size.columns }

  /// All of the canvas.
  package var bounds: Rect { Rect(size) }
}

extension Canvas {
  /// One place: what it shows, and how.
  package struct Cell: Equatable, Sendable {
    static let blank = Cell(content: 0x20, style: .plain, columns: 1)
    static let clusterBit: UInt32 = 1 << 31

    package internal(set) var style: Style
    /// A scalar, or with `clusterBit` a place in the canvas's `clusters`.
    var content: UInt32
    /// 1 or 2; 0 for the second half of a wide glyph.
    package internal(set) var columns: UInt8

    init(content: UInt32, style: Style, columns: UInt8) {
      self.style = style
      self.content = content
      self.columns = columns
    }
  }

  /// The scalars to show in `cell`, the first of them spacing; none for a second half.
  package func scalars(of cell: Cell) -> [Unicode.Scalar] {
    guard cell.columns > 0 else { return [] }
    guard cell.content & Cell.clusterBit == 0 else {
      let glyph = clusters[Int(cell.content & ~Cell.clusterBit)]
      return [glyph.base] + glyph.marks
    }
    return Unicode.Scalar(cell.content).map { [$0] } ?? []
  }

  /// The one scalar of `cell`, or nil when it has more than one.
  func onlyScalar(of cell: Cell) -> UInt32? {
    cell.content & Cell.clusterBit == 0 ? cell.content : nil
  }

  /// Whether `cell` shows nothing but its ground.
  func isBlank(_ cell: Cell) -> Bool {
    cell.content == 0x20 && !cell.style.isUnderlined && !cell.style.isReversed
  }

  package subscript(point: Point) -> Cell? {
    bounds.contains(point) ? cells[point.row * columns + point.column] : nil
  }
}

extension Canvas {
  /// Writes `text` into `width` columns from `column` on, padded, or cut with `…`.
  ///
  /// Without a `width`, `text` gets the columns it takes, up to the right edge.
  ///
  /// - Returns: The columns of `text` that are shown, padding left out.
  @discardableResult
  package mutating func write(
    _ text: some StringProtocol, row: Int, column: Int, width: Int? = nil,
    style: Style = .plain, alignment: Alignment = .leading
  ) -> Int {
    let text = String(text)
    let room = min(width ?? columns - column, 1 << 20)
    guard (0..<rows).contains(row), room > 0 else { return 0 }
    let pads = width != nil
    if let count = TextWidth.simpleCount(of: text) {
      let place = Place(
        row: row, column: column, width: room, text: min(count, room), pads: pads,
        alignment: alignment)
      writeSimple(text, of: count, at: place, style: style)
      return place.text
    }
    let (glyphs, used) = TextWidth.fit(text, to: room)
    let place = Place(
      row: row, column: column, width: room, text: used, pads: pads, alignment: alignment)
    writeGlyphs(glyphs, at: place, style: style)
    return used
  }

  /// Fills `rect` with one glyph, or with spaces.
  package mutating func fill(_ rect: Rect, style: Style = .plain, with glyph: Unicode.Scalar = " ")
  {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    let content = TextWidth.role(of: glyph) == .spacing(columns: 1) ? glyph.value : 0x20
    let cell = Cell(content: content, style: style, columns: 1)
    for row in area.row..<area.endRow {
      mendEdges(row: row, from: area.column, to: area.endColumn)
      for index in row * columns + area.column..<row * columns + area.endColumn {
        cells[index] = cell
      }
    }
  }

  /// A hairline of `width` columns.
  package mutating func horizontalLine(
    row: Int, column: Int, width: Int, style: Style = .plain, with glyph: Unicode.Scalar = "─"
  ) {
    fill(Rect(row: row, column: column, rows: 1, columns: width), style: style, with: glyph)
  }

  /// A hairline of `height` rows.
  package mutating func verticalLine(
    row: Int, column: Int, height: Int, style: Style = .plain, with glyph: Unicode.Scalar = "│"
  ) {
    fill(Rect(row: row, column: column, rows: height, columns: 1), style: style, with: glyph)
  }

  /// A frame around the edge of `rect`; what is inside stays.
  package mutating func frame(_ rect: Rect, style: Style = .plain) {
    guard rect.rows > 1, rect.columns > 1 else { return }
    let (last, right) = (rect.endRow - 1, rect.endColumn - 1)
    for row in [rect.row, last] {
      horizontalLine(row: row, column: rect.column + 1, width: rect.columns - 2, style: style)
    }
    for column in [rect.column, right] {
      verticalLine(row: rect.row + 1, column: column, height: rect.rows - 2, style: style)
    }
    let corners: [(Int, Int, Unicode.Scalar)] = [
      (rect.row, rect.column, "╭"), (rect.row, right, "╮"),
      (last, rect.column, "╰"), (last, right, "╯"),
    ]
    for (row, column, corner) in corners {
      horizontalLine(row: row, column: column, width: 1, style: style, with: corner)
    }
  }

  /// Changes the styles in `rect` and leaves what it shows.
  ///
  /// A wide glyph of which only one half lies in `rect` keeps its two halves alike: the first rules.
  package mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      for index in row * columns + area.column..<row * columns + area.endColumn {
        if cells[index].columns == 0, index % columns > 0 {
          cells[index].style = cells[index - 1].style
        } else {
          change(&cells[index].style)
        }
      }
      let end = row * columns + area.endColumn
      if area.endColumn < columns, cells[end].columns == 0 {
        cells[end].style = cells[end - 1].style
      }
    }
  }

  /// Lays `background` under what `rect` shows.
  package mutating func restyle(_ rect: Rect, background: Colour) {
    restyle(rect) { $0.background = background }
  }
}

extension Canvas {
  /// Where a text goes, and the room around it.
  private struct Place {
    let row: Int
    let start: Int
    let end: Int
    let textStart: Int
    /// The columns the text takes, the `…` included.
    let text: Int

    init(row: Int, column: Int, width: Int, text: Int, pads: Bool, alignment: Alignment) {
      self.row = row
      self.text = text
      let (left, right) = TextWidth.padding(of: text, in: width, alignment: alignment)
      let isPadded = pads || alignment != .leading
      start = column
      textStart = column + left
      end = textStart + text + (isPadded ? right : 0)
    }
  }

  private mutating func writeSimple(
    _ text: String, of count: Int, at place: Place, style: Style
  ) {
    prepare(place, style: style)
    let base = place.row * columns
    let visible = 0..<columns
    let isCut = count > place.text
    let end = place.textStart + (isCut ? place.text - 1 : count)
    cells.withUnsafeMutableBufferPointer { cells in
      var column = place.textStart
      for scalar in text.unicodeScalars {
        guard column < end else { break }
        if visible.contains(column) {
          cells[base + column] = Cell(content: scalar.value, style: style, columns: 1)
        }
        column += 1
      }
    }
    if isCut, visible.contains(end) {
      cells[base + end] = Cell(content: TextWidth.ellipsis.value, style: style, columns: 1)
    }
  }

  private mutating func writeGlyphs(_ glyphs: [Glyph], at place: Place, style: Style) {
    prepare(place, style: style)
    var column = place.textStart
    for glyph in glyphs {
      put(glyph, row: place.row, column: column, style: style)
      column += glyph.columns
    }
  }

  /// Blanks the room for a text, so that what it does not cover is padding.
  private mutating func prepare(_ place: Place, style: Style) {
    let (start, end) = (max(0, place.start), min(columns, place.end))
    guard start < end else { return }
    mendEdges(row: place.row, from: start, to: end)
    let blank = Cell(content: 0x20, style: style, columns: 1)
    let base = place.row * columns
    cells.withUnsafeMutableBufferPointer { cells in
      for index in base + start..<base + end { cells[index] = blank }
    }
  }

  /// Blanks the halves of wide glyphs that would be left when `start..<end` is overwritten.
  private mutating func mendEdges(row: Int, from start: Int, to end: Int) {
    let base = row * columns
    if start > 0, cells[base + start].columns == 0 { blank(base + start - 1) }
    if end < columns, cells[base + end].columns == 0 { blank(base + end) }
  }

  private mutating func blank(_ index: Int) {
    cells[index] = Cell(content: 0x20, style: cells[index].style, columns: 1)
  }

  /// Puts a glyph into room already blank; one that does not fit whole leaves it so.
  private mutating func put(_ glyph: Glyph, row: Int, column: Int, style: Style) {
    guard column >= 0, column + glyph.columns <= columns else { return }
    var content = glyph.base.value
    if !glyph.marks.isEmpty {
      content = UInt32(clusters.count) | Cell.clusterBit
      clusters.append(glyph)
    }
    let index = row * columns + column
    cells[index] = Cell(content: content, style: style, columns: UInt8(glyph.columns))
    if glyph.columns == 2 {
      cells[index + 1] = Cell(content: 0, style: style, columns: 0)
    }
  }
}
