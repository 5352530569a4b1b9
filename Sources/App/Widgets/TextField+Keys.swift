package import Terminal
package import Vietnamese

extension TextField {
  /// Does what `key` means while typing; false if it means nothing here.
  ///
  /// Characters are composed by `method`; any other key but backspace ends the word. `width` is
  /// that of the lines as they are shown, for moving between them.
  package mutating func press(
    _ key: KeyPress, _ method: Composer.Method, tones: Composer.Tones = .old,
    width: Int = .max
  ) -> Bool {
    if composer.method != method || composer.tones != tones {
      finishWord()
      composer = Composer(method: method, tones: tones)
    }
    let (wasCutting, oldGoal) = (isCutting, goal)
    (isCutting, goal) = (false, nil)
    switch key {
    case .character(let character): type(character)
    case .backspace, .control("h"): apply(composer.backspace(), .deleting)
    case .enter:
      guard isMultiline else { return false }
      finishWord()
      put(clean("\n").text, .typing)
    case .up, .down:
      guard isMultiline else { return false }
      finishWord()
      return moveLine(key == .up ? -1 : 1, width: width, goal: oldGoal)
    case .control("k"): cut(joining: wasCutting) { $0.restOfLine }
    case .control("u"): cut(joining: wasCutting) { $0.beginningOfLine }
    case .control("w"): cut(joining: wasCutting) { $0.startOfText..<$0.cursor }
    case .alt("d"): cut(joining: wasCutting) { $0.cursor..<$0.endOfWord }
    case .alt("\u{7F}"): cut(joining: wasCutting) { $0.startOfWord..<$0.cursor }
    case .pageUp, .pageDown, .insert, .tab, .backTab, .escape, .function: return false
    case .delete, .left, .right, .home, .end, .control, .alt:
      finishWord()
      return edit(key, width: width)
    }
    return true
  }

  /// Ends the word before the cursor: what cannot be Vietnamese stands as it was typed.
  ///
  /// So does a name, such as `hoso` and `due-soon`, that `isName` knows: it is asked for all that
  /// was typed since the last blank.
  package mutating func finishWord(isName: (String) -> Bool = { _ in false }) {
    let begun = characters[..<cursor].dropLast(composer.length)
    let front = begun[(begun.lastIndex(where: \.isWhitespace) ?? -1) + 1..<begun.endIndex]
    let typed = String(front) + composer.typedWord
    if let edit = composer.endWord(asTyped: isName(typed)) { apply(edit, .typing) }
  }

  private mutating func type(_ character: Character) {
    guard !clean(String(character)).text.isEmpty else { return }
    apply(composer.press(character), .typing)
  }

  private mutating func apply(_ edit: Composer.Edit, _ kind: TextHistory.Kind) {
    remove(max(0, cursor - edit.deleteBackward)..<cursor, kind)
    put(edit.insert, kind)
  }

  private mutating func remove(_ range: Range<Int>, _ kind: TextHistory.Kind) {
    if !range.isEmpty { replace(range, by: [], kind) }
  }

  private mutating func edit(_ key: KeyPress, width: Int) -> Bool {
    switch key {
    case .delete, .control("d"):
      if cursor < characters.count { remove(cursor..<cursor + 1, .deleting) }
    case .left, .control("b"): move(to: max(0, cursor - 1))
    case .right, .control("f"): move(to: min(characters.count, cursor + 1))
    case .home, .control("a"): move(to: shownLine(width: width).lowerBound)
    case .end, .control("e"): move(to: endOfShownLine(width: width))
    case .alt("b"): move(to: startOfWord)
    case .alt("f"): move(to: endOfWord)
    case .alt("<"): move(to: 0)
    case .alt(">"): move(to: characters.count)
    case .control("y"):
      put(clean(String(cut)).text, .whole)
      endGroup()
    case .control("_"), .control("z"): undo()
    case .control("r"), .alt("_"): redo()
    case .character, .backspace, .control, .alt, .up, .down, .pageUp, .pageDown, .insert, .enter,
      .tab, .backTab, .escape, .function:
      return false
    }
    return true
  }

  private mutating func move(to place: Int) {
    cursor = place
    endGroup()
  }

  // MARK: - Cutting

  private mutating func cut(joining: Bool, _ wanted: (TextField) -> Range<Int>) {
    finishWord()
    let range = wanted(self)
    isCutting = true
    guard !range.isEmpty else { return }
    let isBackward = range.lowerBound < cursor
    let taken = Array(characters[range])
    cut = !joining ? taken : isBackward ? taken + cut : cut + taken
    remove(range, .whole)
    endGroup()
  }

  /// To the end of the line; at its end the line end itself.
  private var restOfLine: Range<Int> {
    let end = characters[cursor...].firstIndex { $0.isNewline } ?? characters.count
    return cursor..<(end == cursor ? min(end + 1, characters.count) : end)
  }

  private var beginningOfLine: Range<Int> {
    let start = (characters[..<cursor].lastIndex { $0.isNewline } ?? -1) + 1
    return (start == cursor ? max(0, start - 1) : start)..<cursor
  }

  // MARK: - Words

  /// Where the letters and digits before the cursor begin.
  private var startOfWord: Int {
    var index = cursor
    while index > 0, !TextField.isOfWord(characters[index - 1]) { index -= 1 }
    while index > 0, TextField.isOfWord(characters[index - 1]) { index -= 1 }
    return index
  }

  private var endOfWord: Int {
    var index = cursor
    while index < characters.count, !TextField.isOfWord(characters[index]) { index += 1 }
    while index < characters.count, TextField.isOfWord(characters[index]) { index += 1 }
    return index
  }

  /// Where what stands between blanks before the cursor begins.
  private var startOfText: Int {
    var index = cursor
    while index > 0, characters[index - 1].isWhitespace { index -= 1 }
    while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
    return index
  }

  private static func isOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}
