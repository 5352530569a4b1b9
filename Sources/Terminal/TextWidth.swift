/// What one place on the screen shows: a spacing scalar and the marks over it.
///
/// Nothing else is ever sent to a terminal, so a glyph holds no control, no joiner and no bidi mark.
package struct Glyph: Hashable, Sendable {
  package let base: Unicode.Scalar
  /// At most ``TextWidth/mostMarks``, none of them taking a column.
  package internal(set) var marks: [Unicode.Scalar] = []
  /// 1 or 2.
  package let columns: Int
  /// Whether text may be cut before this; false inside a flag or a conjunct.
  package let startsCharacter: Bool

  package var text: String {
    var scalars = String.UnicodeScalarView([base])
    scalars.append(contentsOf: marks)
    return String(scalars)
  }
}

/// Columns: how many a text takes on a terminal, and what is shown of it.
package enum TextWidth {
  /// More marks than this over one letter are left out: ncurses' cells hold no more.
  package static let mostMarks = 4

  static let ellipsis: Unicode.Scalar = "…"
  static let replacement: Unicode.Scalar = "\u{FFFD}"
  private static let markCarrier: Unicode.Scalar = "◌"

  /// The glyphs that show `text`: every string is safe after this.
  ///
  /// Controls show as their pictures (`␛`), what would turn or corrupt the line as `�`; a joiner, a
  /// variation selector and other marks that show nothing are left out, an emoji sequence shows its
  /// first emoji.
  package static func cells(of text: some StringProtocol) -> [Glyph] {
    let text = String(text)
    guard simpleCount(of: text) == nil else {
      return text.unicodeScalars.map { Glyph(base: $0, columns: 1, startsCharacter: true) }
    }
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(text.utf8.count)
    for character in text { append(character, to: &glyphs) }
    return glyphs
  }

  /// The columns that `text` takes as ``cells(of:)`` shows it.
  package static func columns(of text: some StringProtocol) -> Int {
    let text = String(text)
    return simpleCount(of: text) ?? cells(of: text).reduce(0) { $0 + $1.columns }
  }

  package static func columns(of character: Character) -> Int {
    columns(of: String(character))
  }

  /// `text` as ``cells(of:)`` shows it: for a place that is not a canvas, such as plain output.
  package static func harmless(_ text: some StringProtocol) -> String {
    let text = String(text)
    return simpleCount(of: text) == nil ? string(cells(of: text)[...]) : text
  }

  static func string(_ glyphs: ArraySlice<Glyph>) -> String {
    var scalars = String.UnicodeScalarView()
    for glyph in glyphs {
      scalars.append(glyph.base)
      // Asking for it costs more than all the rest where there are none.
      if !glyph.marks.isEmpty { scalars.append(contentsOf: glyph.marks) }
    }
    return String(scalars)
  }
}

extension TextWidth {
  /// What a scalar does to the row it stands in.
  enum Role: Equatable {
    case spacing(columns: Int)
    /// Stands over the scalar before it.
    case mark
    /// U+200D: ties an emoji to the one before it.
    case joiner
    /// Shows nothing.
    case nothing
    /// May not be sent; this is shown instead.
    case shown(as: Unicode.Scalar)
  }

  static func role(of scalar: Unicode.Scalar) -> Role {
    let value = scalar.value
    if isSimple(value) { return .spacing(columns: 1) }
    if let special = specialRole(of: value) { return special }
    switch scalar.properties.generalCategory {
    case .unassigned, .privateUse, .surrogate, .control, .lineSeparator, .paragraphSeparator:
      return .shown(as: replacement)
    case .format where contains(zeroRanges, value):
      return .nothing
    default:
      if contains(zeroRanges, value) { return .mark }
      return .spacing(columns: contains(wideRanges, value) ? 2 : 1)
    }
  }

  private static func specialRole(of value: UInt32) -> Role? {
    switch value {
    case 0..<0x20: .shown(as: Unicode.Scalar(0x2400 + value) ?? replacement)
    case 0x7F: .shown(as: "␡")
    case 0x80...0x9F: .shown(as: replacement)
    case 0x200D: .joiner
    case 0xAD, 0x34F, 0x200B, 0x200C, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: .nothing
    case 0xE0000...0xE01EF: .nothing
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F, 0xFFF9...0xFFFB:
      .shown(as: replacement)
    default: nil
    }
  }

  /// Whether `value` takes one column and is a cell by itself: most text is nothing else.
  @inline(__always)
  static func isSimple(_ value: UInt32) -> Bool {
    switch value {
    case 0x20...0x7E: true
    case 0xA0...0x2FF: value != 0xAD
    case 0x1E00...0x1EFF, 0x2010...0x2027, 0x2030...0x205E: true
    case 0x2190...0x21FF, 0x2500...0x25FC: true
    default: false
    }
  }

  /// The number of scalars, and so of columns, when all of them are simple.
  static func simpleCount(of text: String) -> Int? {
    var count = 0
    for scalar in text.unicodeScalars {
      guard isSimple(scalar.value) else { return nil }
      count += 1
    }
    return count
  }
}

extension TextWidth {
  private static func append(_ character: Character, to glyphs: inout [Glyph]) {
    let first = glyphs.count
    var isJoined = false
    for scalar in character.unicodeScalars {
      let hasBase = glyphs.count > first
      let starts = !hasBase
      switch role(of: scalar) {
      case .spacing(let columns):
        let base = hasBase ? glyphs[glyphs.count - 1].base : nil
        if let base, isTied(scalar, to: base, isJoined: isJoined) { break }
        glyphs.append(Glyph(base: scalar, columns: columns, startsCharacter: starts))
      case .shown(let standIn):
        glyphs.append(Glyph(base: standIn, columns: 1, startsCharacter: starts))
      case .mark where hasBase:
        let glyph = glyphs[glyphs.count - 1]
        // Over a stand-in only what combines with anything may stand.
        let combines = glyph.base != replacement || scalar.properties.isGraphemeExtend
        if combines, glyph.marks.count < mostMarks {
          glyphs[glyphs.count - 1].marks.append(scalar)
        }
      case .mark: glyphs.append(loneMark(scalar))
      case .joiner:
        isJoined = true
        continue
      case .nothing:
        continue
      }
      isJoined = false
    }
  }

  /// A mark with nothing under it; what stands over no letter, as half a Hangul syllable, is shown as
  /// unreadable.
  private static func loneMark(_ scalar: Unicode.Scalar) -> Glyph {
    let carried = String(String.UnicodeScalarView([markCarrier, scalar]))
    return carried.count == 1
      ? Glyph(base: markCarrier, marks: [scalar], columns: 1, startsCharacter: true)
      : Glyph(base: replacement, columns: 1, startsCharacter: true)
  }

  /// Whether `scalar` is only a part of the picture that `base` begins.
  private static func isTied(
    _ scalar: Unicode.Scalar, to base: Unicode.Scalar, isJoined: Bool
  ) -> Bool {
    let isSkinTone = (0x1F3FB...0x1F3FF).contains(scalar.value)
    return (isJoined || isSkinTone) && base.properties.isEmoji
  }
}
