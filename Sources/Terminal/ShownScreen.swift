internal import CNcurses

/// What ncurses has been told to show, and the telling of what changes.
struct ShownScreen {
  private let depth: ColourDepth
  private let isUnicode: Bool
  private let colours: Int32
  private var shown: Canvas?
  private var looks: [Style: Look] = [:]

  private static let manyBlanks = 8

  /// A style in ncurses' terms.
  private struct Look {
    let attributes: UInt32
    let pair: Int32
  }

  init(depth: ColourDepth, isUnicode: Bool) {
    self.depth = depth
    self.isUnicode = isUnicode
    colours = cnc_colours()
  }

  /// Nothing that was shown is certain any more.
  mutating func forget() { shown = nil }

  mutating func present(_ canvas: Canvas, cursor: Point?) {
    for run in canvas.changes(since: shown) { draw(run, of: canvas) }
    shown = canvas
    cnc_show(Int32(clamping: cursor?.row ?? -1), Int32(clamping: cursor?.column ?? -1))
  }

  private mutating func draw(_ run: Canvas.Run, of canvas: Canvas) {
    var style = Style.plain
    use(style)
    var glyphs = Glyphs(row: run.row, column: run.column)
    for (index, cell) in zip(run.cells.indices, run.cells) {
      let wanted =
        canvas.isBlank(cell) ? ground(at: index, in: run, of: canvas, after: style) : cell.style
      if wanted != style {
        style = wanted
        use(style)
      }
      if cell.columns > 0 { add(cell, of: canvas, to: &glyphs) }
    }
    glyphs.draw()
  }

  /// Glyphs that follow one another, given to ncurses as one.
  private struct Glyphs {
    let row: Int
    var column: Int
    private var count: Int32 = 0
    private var columns = 0

    init(row: Int, column: Int) { (self.row, self.column) = (row, column) }

    mutating func add(_ scalars: UnsafePointer<UInt32>, _ length: Int, columns: Int) {
      if count == CNC_MOST_GLYPHS { draw() }
      cnc_set(count, scalars, Int32(length))
      count += 1
      self.columns += columns
    }

    mutating func draw() {
      cnc_put(Int32(row), Int32(column), count)
      column += columns
      (count, columns) = (0, 0)
    }
  }

  /// The style to send a blank in: it shows only its ground, and each change of style costs bytes.
  ///
  /// A few blanks go on in the style before them; many, which ncurses can send as one, are plain.
  private func ground(
    at index: Int, in run: Canvas.Run, of canvas: Canvas, after style: Style
  ) -> Style {
    let cell = run.cells[index]
    let plain = Style.plain.on(cell.style.background)
    guard style != plain, style.background == cell.style.background, !style.isUnderlined,
      !style.isReversed
    else { return plain }
    let blanks = run.cells[index...].prefix(ShownScreen.manyBlanks).prefix {
      canvas.isBlank($0) && $0.style.background == cell.style.background
    }
    return blanks.count < ShownScreen.manyBlanks ? style : plain
  }

  private func add(_ cell: Canvas.Cell, of canvas: Canvas, to glyphs: inout Glyphs) {
    if let scalar = canvas.onlyScalar(of: cell) {
      var sent = sendable(scalar, columns: cell.columns)
      let isNarrow = isStandIn(sent)
      glyphs.add(&sent, 1, columns: isNarrow ? 1 : Int(cell.columns))
      if isNarrow { padSecondHalf(of: cell, &glyphs) }
      return
    }
    var scalars = canvas.scalars(of: cell).map(\.value)
    guard let base = scalars.first else { return }
    scalars[0] = sendable(base, columns: cell.columns)
    // Marks the C library counts as columns would shift the row; without Unicode there are none.
    let marks = scalars.dropFirst().filter { isUnicode && cnc_width($0) == 0 }
    scalars = [scalars[0]] + marks
    let isNarrow = isStandIn(scalars[0])
    glyphs.add(scalars, scalars.count, columns: isNarrow ? 1 : Int(cell.columns))
    if isNarrow { padSecondHalf(of: cell, &glyphs) }
  }

  /// `scalar`, or what stands in for it where the terminal cannot be trusted with it.
  private func sendable(_ scalar: UInt32, columns: UInt8) -> UInt32 {
    if scalar < 0x7F { return scalar }
    guard isUnicode else { return StandIn.ascii(for: scalar).value }
    return cnc_width(scalar) == Int32(columns) ? scalar : TextWidth.replacement.value
  }

  private func isStandIn(_ sent: UInt32) -> Bool {
    sent < 0x7F || sent == TextWidth.replacement.value
  }

  /// A stand-in has one column: the other half of a wide glyph is then a space.
  private func padSecondHalf(of cell: Canvas.Cell, _ glyphs: inout Glyphs) {
    guard cell.columns == 2 else { return }
    var space: UInt32 = 0x20
    glyphs.add(&space, 1, columns: 1)
  }

  /// The glyphs that follow look so.
  private mutating func use(_ style: Style) {
    let look = look(of: style)
    cnc_look(look.attributes, look.pair)
  }

  private mutating func look(of style: Style) -> Look {
    if let look = looks[style] { return look }
    var attributes = UInt32(0)
    if style.isBold { attributes |= UInt32(CNC_BOLD) }
    if style.isDim { attributes |= UInt32(CNC_DIM) }
    if style.isItalic { attributes |= UInt32(CNC_ITALIC) }
    if style.isUnderlined { attributes |= UInt32(CNC_UNDERLINE) }
    if style.isReversed { attributes |= UInt32(CNC_REVERSE) }
    let foreground = number(of: depth.nearest(to: style.foreground))
    let background = number(of: depth.nearest(to: style.background))
    // Where there are only eight colours, bold makes one bright.
    if colours == 8, foreground >= 8 { attributes |= UInt32(CNC_BOLD) }
    let most = colours == 8 ? Int32(7) : Int32.max
    let pair = cnc_pair(
      foreground < 0 ? -1 : foreground & most, background < 0 ? -1 : background & most)
    let look = Look(attributes: attributes, pair: pair)
    looks[style] = look
    return look
  }

  private func number(of code: ColourCode) -> Int32 {
    switch code {
    case .default: -1
    case .indexed(let index): Int32(index)
    // Direct-colour entries take 0 to 7 for the palette's first eight.
    case .direct(let hex): Int32(max(8, hex))
    }
  }
}
