internal import CNcurses

/// Writes for the terminal, as its entry in the database says: knows where the terminal's cursor is and in
/// which style it writes, and adds no more than what has to change.
struct Pen {
  private let depth: ColourDepth
  private let isUnicode: Bool
  private let colours: Int32
  private let eraseToRight: [UInt8]
  private let movesInStyle: Bool

  /// What is to be sent.
  private(set) var bytes: [UInt8] = []
  /// The style the terminal writes in.
  private(set) var style = Style.plain
  /// Where the terminal's cursor is; nil where that is not certain.
  private(set) var place: Point?
  private var looks: [Style: Look] = [:]
  private var changes: [StyleChange: [UInt8]] = [:]

  /// A style in ncurses' terms.
  private struct Look {
    let attributes: UInt32
    let pair: Int32
    /// -1 for the terminal's own.
    let foreground: Int32
    let background: Int32
  }

  private struct StyleChange: Hashable {
    let old: Style
    let new: Style
  }

  init(depth: ColourDepth, isUnicode: Bool) {
    self.depth = depth
    self.isUnicode = isUnicode
    colours = cnc_colours()
    eraseToRight = Pen.made { cnc_erase_right($0, $1) }
    movesInStyle = cnc_moves_in_style()
  }

  /// Begins anew; of a terminal that somebody else used, nothing is known but that it writes plainly.
  mutating func begin(knowsPlace: Bool) {
    bytes.removeAll(keepingCapacity: true)
    if !knowsPlace { place = nil }
  }

  mutating func move(to row: Int, _ column: Int) {
    guard place?.row != row || place?.column != column else { return }
    if !movesInStyle { take(.plain) }
    // Within a row the column is enough, where the terminal can do that.
    let isSameRow = place?.row == row
    bytes += Pen.made { cnc_move($0, $1, Int32(row), Int32(column), isSameRow) }
    place = Point(row: row, column: column)
  }

  mutating func take(_ wanted: Style) {
    guard wanted != style else { return }
    let change = StyleChange(old: style, new: wanted)
    style = wanted
    if let known = changes[change] {
      bytes += known
      return
    }
    let (old, new) = (look(of: change.old), look(of: change.new))
    let isAddition =
      old.attributes & ~new.attributes == 0
      && (old.foreground < 0 || new.foreground >= 0)
      && (old.background < 0 || new.background >= 0)
    let made = Pen.made {
      cnc_restyle($0, $1, old.attributes, old.pair, new.attributes, new.pair, isAddition)
    }
    changes[change] = made
    bytes += made
  }

  /// Whether a blank looks in the style in force as it does in its own.
  func suits(_ blank: Canvas.Cell) -> Bool {
    style.background == blank.style.background && !style.isUnderlined && !style.isReversed
  }

  mutating func put(_ cell: Canvas.Cell, of canvas: Canvas) {
    if let scalar = canvas.onlyScalar(of: cell) {
      put(scalar, columns: cell.columns)
    } else {
      let scalars = canvas.scalars(of: cell).map(\.value)
      put(scalars.first ?? 0x20, columns: cell.columns)
      // Marks the C library counts as columns would shift the row; without Unicode there are none.
      for mark in scalars.dropFirst() where isUnicode && cnc_width(mark) == 0 { append(mark) }
      place = nil
    }
  }

  mutating func putSpaces(_ count: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
    advance(by: count)
  }

  /// Blanks the rest of the row in the terminal's own ground; false where the terminal cannot.
  mutating func eraseRight() -> Bool {
    bytes += eraseToRight
    return !eraseToRight.isEmpty
  }

  /// Blanks `count` cells likewise, and stays where it is.
  mutating func erase(_ count: Int) -> Bool {
    let made = Pen.made { cnc_erase($0, $1, Int32(count)) }
    bytes += made
    return !made.isEmpty
  }

  /// `scalar`, or what stands in for it where the terminal cannot be trusted with it.
  private mutating func put(_ scalar: UInt32, columns: UInt8) {
    guard scalar >= 0x7F else {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
      // A stand-in has one column: the other half of a wide glyph is then a space.
      if columns == 2 { bytes.append(UInt8(ascii: " ")) }
      return advance(by: Int(columns))
    }
    guard isUnicode else { return put(StandIn.ascii(for: scalar).value, columns: columns) }
    if cnc_width(scalar) == Int32(columns) {
      append(scalar)
      // How wide a terminal draws a wide glyph is its own affair.
      if columns == 1 { advance(by: 1) } else { place = nil }
    } else {
      append(TextWidth.replacement.value)
      if columns == 2 { bytes.append(UInt8(ascii: " ")) }
      place = nil
    }
  }

  private mutating func advance(by columns: Int) {
    guard let old = place else { return }
    place = Point(row: old.row, column: old.column + columns)
  }

  /// In UTF-8.
  private mutating func append(_ scalar: UInt32) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      bytes.append(tail(0))
    case 0x800..<0x10000:
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      bytes.append(tail(6))
      bytes.append(tail(0))
    default:
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      bytes.append(tail(12))
      bytes.append(tail(6))
      bytes.append(tail(0))
    }
  }

  /// What the bindings write into a buffer; none of it is longer than a few dozen bytes.
  private static func made(_ write: (UnsafeMutablePointer<UInt8>, Int) -> Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 128) { buffer, count in
      count = buffer.baseAddress.map { write($0, buffer.count) } ?? 0
    }
  }
}

extension Pen {
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
    let look = Look(
      attributes: attributes, pair: pair, foreground: foreground, background: background)
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
