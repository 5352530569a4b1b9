package import Terminal
package import Vietnamese

/// One line of text being typed; the cursor stands between characters.
package struct TextField: Equatable, Sendable {
  package private(set) var characters: [Character]
  package private(set) var cursor: Int
  /// Knows the word before the cursor, if it was typed here and now.
  private var composer = Composer(method: .off)

  package init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }

  /// Text before the cursor, for placing it on the screen.
  package var beforeCursor: String { String(characters[..<cursor]) }

  /// Puts text in at the cursor; line ends become spaces and control characters are left out.
  package mutating func insert(_ text: String) {
    finishWord()
    put(text)
  }

  private mutating func put(_ text: String) {
    let safe = text.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: " "
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: nil
      default: scalar
      }
    }
    var inserted = String.UnicodeScalarView()
    inserted.append(contentsOf: safe)
    // A mark that comes by itself joins the letter before it.
    let before = String(characters[..<cursor]) + String(inserted)
    characters = Array(before) + characters[cursor...]
    cursor = before.count
  }

  /// Does what `key` means while typing; false if it means nothing here.
  ///
  /// Characters are composed by `method`; any other key but backspace ends the word.
  package mutating func press(
    _ key: KeyPress, _ method: Composer.Method, tones: Composer.Tones = .old
  ) -> Bool {
    if composer.method != method || composer.tones != tones {
      finishWord()
      composer = Composer(method: method, tones: tones)
    }
    switch key {
    case .character(let character): apply(composer.press(character))
    case .backspace, .control("h"): apply(composer.backspace())
    case .up, .down, .pageUp, .pageDown, .insert, .enter, .tab, .backTab, .escape, .function:
      return false
    case .delete, .left, .right, .home, .end, .control, .alt:
      finishWord()
      return edit(key)
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
    if let edit = composer.endWord(asTyped: isName(typed)) { apply(edit) }
  }

  private mutating func apply(_ edit: Composer.Edit) {
    removeBefore(from: max(0, cursor - edit.deleteBackward))
    if !edit.insert.isEmpty { put(edit.insert) }
  }

  private mutating func edit(_ key: KeyPress) -> Bool {
    switch key {
    case .delete, .control("d"): deleteForward()
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .control("u"): removeBefore(from: 0)
    case .control("w"), .alt("\u{7F}"): removeBefore(from: startOfWord)
    case .control("k"): characters.removeSubrange(cursor...)
    case .alt("b"): cursor = startOfWord
    case .alt("f"): cursor = endOfWord
    case .character, .backspace, .control, .alt, .up, .down, .pageUp, .pageDown, .insert, .enter,
      .tab, .backTab, .escape, .function:
      return false
    }
    return true
  }

  private mutating func deleteForward() {
    guard cursor < characters.count else { return }
    characters.remove(at: cursor)
  }

  private mutating func removeBefore(from start: Int) {
    characters.removeSubrange(start..<cursor)
    cursor = start
  }

  private var startOfWord: Int {
    var index = cursor
    while index > 0, characters[index - 1].isWhitespace { index -= 1 }
    while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
    return index
  }

  private var endOfWord: Int {
    var index = cursor
    while index < characters.count, characters[index].isWhitespace { index += 1 }
    while index < characters.count, !characters[index].isWhitespace { index += 1 }
    return index
  }
}
