internal import Vietnamese

/// Text being typed, a line or several; the cursor stands between characters.
///
/// A key costs time in the length of the text at most.
package struct TextField: Equatable, Sendable {
  package private(set) var characters: [Character] = []
  package internal(set) var cursor = 0
  /// Whether it holds line ends; else they become blanks.
  package let isMultiline: Bool
  /// What was cut last, for putting it in again.
  package internal(set) var cut: [Character] = []
  /// Knows the word before the cursor, if it was typed here and now.
  var composer = Composer(method: .off)
  var history = TextHistory()
  /// Whether the last key cut something: the next cut joins it then.
  var isCutting = false
  /// The column that up and down keep to.
  var goal: Int?
  private var scalarCount = 0

  package init(_ text: String = "", isMultiline: Bool = false) {
    self.isMultiline = isMultiline
    characters = Array(text)
    cursor = characters.count
    scalarCount = text.unicodeScalars.count
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }

  /// Text before the cursor, for placing it on the screen.
  package var beforeCursor: String { String(characters[..<cursor]) }

  /// The longest text, in Unicode scalars.
  package static func most(isMultiline: Bool) -> Int { isMultiline ? 20_000 : 4000 }

  /// Puts text in at the cursor; control and bidi characters are left out, and line ends become
  /// blanks where there is one line only.
  ///
  /// - Returns: The bytes of UTF-8 that there was no room for; takes no time for those.
  @discardableResult
  package mutating func insert(_ text: String) -> Int {
    finishWord()
    let (safe, left) = clean(text)
    put(safe, .whole)
    endGroup()
    return left
  }

  /// Puts `text` in place of some characters; the cursor stands behind it.
  package mutating func replace(_ range: Range<Int>, with text: String) {
    finishWord()
    let start = min(range.lowerBound, characters.count)
    let end = min(max(start, range.upperBound), characters.count)
    replace(start..<end, by: Array(clean(text).text), .whole)
    endGroup()
  }

  /// Takes over what was cut in another field.
  package mutating func takeCut(from other: TextField) {
    if !other.cut.isEmpty { cut = other.cut }
  }

  func clean(_ text: String) -> (text: String, left: Int) {
    var room = TextField.most(isMultiline: isMultiline) - scalarCount
    var safe = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex, room > 0 {
      let scalar = scalars[index]
      if let kept = kept(scalar, after: previous) {
        safe.append(kept)
        room -= 1
      }
      previous = scalar
      index = scalars.index(after: index)
    }
    return (String(safe), text.utf8.distance(from: index, to: text.utf8.endIndex))
  }

  private func kept(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x0A where previous == "\r": nil
    case 0x0A, 0x0D, 0x2028, 0x2029: isMultiline ? "\n" : " "
    case 0x09: " "
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF,
      0xFFF9...0xFFFB:
      nil
    default: scalar
    }
  }

  /// A mark that comes by itself joins the letter before it, a joiner also the one behind.
  mutating func put(_ text: String, _ kind: TextHistory.Kind) {
    guard !text.isEmpty else { return }
    let (start, end) = (max(0, cursor - 1), min(characters.count, cursor + 1))
    let before = String(characters[start..<cursor])
    let front = Array(before + text)
    let whole = Array(String(front) + String(characters[cursor..<end]))
    let isApart = front.count == cursor - start + text.count
    let standsApart = whole.count == front.count + end - cursor
    if isApart && standsApart {
      replace(cursor..<cursor, by: Array(text), kind)
    } else {
      let behind = end - cursor
      replace(start..<end, by: whole, kind)
      if standsApart { cursor -= behind }
    }
  }

  /// The one place where the text changes. The cursor stands behind what was put in.
  mutating func replace(
    _ range: Range<Int>, by new: [Character], _ kind: TextHistory.Kind
  ) {
    let step = TextHistory.Step(
      start: range.lowerBound, removed: Array(characters[range]), inserted: new, kind: kind,
      cursor: cursor)
    guard step.removed != step.inserted else { return }
    history.note(step)
    exchange(range, by: new)
  }

  private mutating func exchange(_ range: Range<Int>, by new: [Character]) {
    scalarCount += TextField.scalars(new[...]) - TextField.scalars(characters[range])
    characters.replaceSubrange(range, with: new)
    cursor = range.lowerBound + new.count
  }

  private static func scalars(_ characters: ArraySlice<Character>) -> Int {
    characters.reduce(0) { $0 + $1.unicodeScalars.count }
  }

  // MARK: - Undo

  mutating func undo() {
    guard let step = history.back() else { return }
    exchange(step.start..<step.start + step.inserted.count, by: step.removed)
    cursor = min(step.cursor, characters.count)
  }

  mutating func redo() {
    guard let step = history.forth() else { return }
    exchange(step.start..<step.start + step.removed.count, by: step.inserted)
  }

  /// What follows is taken back by itself.
  mutating func endGroup() { history.isOpen = false }
}
