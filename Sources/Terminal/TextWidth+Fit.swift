/// Where text stands in the room it has.
package enum Alignment: Hashable, Sendable {
  case leading, centre, trailing
}

extension TextWidth {
  /// The glyphs of `text` that `width` columns can show, the last of them `…` if some are missing.
  static func fit(_ text: String, to width: Int) -> (glyphs: [Glyph], columns: Int) {
    var glyphs = cells(of: text)
    let columns = glyphs.reduce(0) { $0 + $1.columns }
    guard columns > width else { return (glyphs, columns) }
    guard width > 0 else { return ([], 0) }
    var (kept, used, total) = (0, 0, 0)
    for (index, glyph) in glyphs.enumerated() {
      if glyph.startsCharacter { (kept, used) = (index, total) }
      guard total + glyph.columns < width else { break }
      total += glyph.columns
    }
    glyphs.removeSubrange(kept...)
    glyphs.append(Glyph(base: ellipsis, columns: 1, startsCharacter: true))
    return (glyphs, used + 1)
  }

  /// `text` in at most `width` columns; if some of it is missing, it ends in `…`.
  package static func cut(_ text: some StringProtocol, to width: Int) -> String {
    let text = String(text)
    return cutSimple(text, to: width)?.text ?? string(fit(text, to: width).glyphs[...])
  }

  /// The same for a text that is one column a scalar, without making glyphs; nil for any other.
  private static func cutSimple(_ text: String, to width: Int) -> (text: String, columns: Int)? {
    guard let count = simpleCount(of: text) else { return nil }
    guard count > width else { return (text, count) }
    guard width > 0 else { return ("", 0) }
    var shown = String(text.unicodeScalars.prefix(width - 1))
    shown.unicodeScalars.append(ellipsis)
    return (shown, width)
  }

  /// `text` in exactly `width` columns, cut or padded with spaces.
  package static func pad(
    _ text: some StringProtocol, to width: Int, alignment: Alignment = .leading
  ) -> String {
    let (shown, columns) = shown(String(text), in: width)
    let (left, right) = padding(of: columns, in: width, alignment: alignment)
    return String(repeating: " ", count: left) + shown + String(repeating: " ", count: right)
  }

  private static func shown(_ text: String, in width: Int) -> (text: String, columns: Int) {
    if let simple = cutSimple(text, to: width) { return simple }
    let (glyphs, columns) = fit(text, to: width)
    return (string(glyphs[...]), columns)
  }

  static func padding(
    of columns: Int, in width: Int, alignment: Alignment
  ) -> (left: Int, right: Int) {
    let spare = max(0, width - columns)
    return switch alignment {
    case .leading: (0, spare)
    case .centre: (spare / 2, spare - spare / 2)
    case .trailing: (spare, 0)
    }
  }
}

extension TextWidth {
  /// `text` in lines of at most `width` columns, broken between words where it can be.
  ///
  /// Line ends in the text stay line ends, a tab is a space, and the spaces at a break are dropped.
  /// A word too long for a line is broken between characters. Empty text is one empty line.
  package static func wrap(_ text: some StringProtocol, to width: Int) -> [String] {
    let text = String(text)
    if simpleCount(of: text) != nil {
      var wrapping = SimpleWrapping(text, width: max(1, width))
      return wrapping.lines()
    }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { paragraph in
        var wrapping = Wrapping(paragraph, width: max(1, width))
        return wrapping.lines()
      }
  }
}

/// A paragraph of one column a scalar on its way into lines: as ``Wrapping`` does it, without glyphs.
private struct SimpleWrapping {
  private let scalars: String.UnicodeScalarView
  private let width: Int
  private var start: String.Index
  private var used = 0
  /// Where the line may end and the next begin, and the columns before it.
  private var opening: (index: String.Index, used: Int)?

  init(_ text: String, width: Int) {
    scalars = text.unicodeScalars
    start = scalars.startIndex
    self.width = width
  }

  mutating func lines() -> [String] {
    var lines: [String] = []
    var index = scalars.startIndex
    var isAfterSpace = false
    while index < scalars.endIndex {
      let isSpace = scalars[index] == " "
      if index > start, isAfterSpace { opening = (index, used) }
      if used == width {
        let end = isSpace ? (index: index, used: used) : opening ?? (index: index, used: used)
        lines.append(line(to: end.index))
        begin(at: end.index, before: &index, used - end.used)
        isAfterSpace = index > start && scalars[scalars.index(before: index)] == " "
        continue
      }
      used += 1
      isAfterSpace = isSpace
      index = scalars.index(after: index)
    }
    if start < scalars.endIndex || lines.isEmpty { lines.append(line(to: scalars.endIndex)) }
    return lines
  }

  /// The line up to `end` without the spaces at its end.
  private func line(to end: String.Index) -> String {
    let line = scalars[start..<end]
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }

  private mutating func begin(at end: String.Index, before index: inout String.Index, _ left: Int) {
    (start, used, opening) = (end, left, nil)
    while start < scalars.endIndex, scalars[start] == " " {
      start = scalars.index(after: start)
      used = max(0, used - 1)
    }
    index = max(index, start)
  }
}

/// One paragraph on its way into lines.
private struct Wrapping {
  private let glyphs: [Glyph]
  private let width: Int
  private var start = 0
  private var used = 0
  /// Where the line may end and the next begin.
  private var opening: Int?

  init(_ paragraph: Substring, width: Int) {
    glyphs = TextWidth.cells(of: String(paragraph.map { $0 == "\t" ? " " : $0 }))
    self.width = width
  }

  mutating func lines() -> [String] {
    var lines: [String] = []
    var index = 0
    while index < glyphs.count {
      let glyph = glyphs[index]
      if mayBreak(before: index) { opening = index }
      if used + glyph.columns > width, index > start {
        let end = lineEnd(before: index)
        lines.append(line(to: end))
        begin(at: end, read: &index)
        continue
      }
      used += glyph.columns
      index += 1
    }
    if start < glyphs.count || lines.isEmpty { lines.append(line(to: glyphs.count)) }
    return lines
  }

  private func isSpace(_ index: Int) -> Bool { glyphs[index].base == " " }

  /// After a space, and at either side of a wide glyph.
  private func mayBreak(before index: Int) -> Bool {
    guard index > start, glyphs[index].startsCharacter else { return false }
    return isSpace(index - 1) || glyphs[index].columns == 2 || glyphs[index - 1].columns == 2
  }

  private func lineEnd(before index: Int) -> Int {
    if isSpace(index) { return index }
    if let opening, opening > start { return opening }
    let boundary = ((start + 1)...index).last { glyphs[$0].startsCharacter }
    return boundary ?? index
  }

  /// The line up to `end` without the spaces at its end.
  private func line(to end: Int) -> String {
    let shown = glyphs[start..<end].lastIndex { $0.base != " " }.map { $0 + 1 } ?? start
    return TextWidth.string(glyphs[start..<shown])
  }

  private mutating func begin(at end: Int, read index: inout Int) {
    start = end
    while start < glyphs.count, isSpace(start) { start += 1 }
    index = max(index, start)
    used = glyphs[start..<index].reduce(0) { $0 + $1.columns }
    opening = nil
  }
}
