/// Makes Vietnamese of keystrokes, one word at a time, by the rules of Telex or VNI.
///
/// Marks and tones may come anywhere behind their letter; a key pressed again takes its mark back.
/// What can be no Vietnamese syllable stands as it was typed. All that is inserted is in NFC, if
/// the keys are.
package struct Composer: Equatable, Sendable {
  package enum Method: String, CaseIterable, Sendable {
    case telex, vni, off
  }

  /// Where the tone stands in open oa, oe and uy: *hòa*, *thúy* or *hoà*, *thuý*.
  package enum Tones: String, CaseIterable, Sendable {
    case old, new
  }

  /// What becomes of the text before the cursor.
  package struct Edit: Equatable, Sendable {
    /// Characters to take away before the cursor.
    package var deleteBackward: Int
    /// What to put in their place.
    package var insert: String

    package init(deleteBackward: Int, insert: String) {
      self.deleteBackward = deleteBackward
      self.insert = insert
    }
  }

  package let method: Method
  package let tones: Tones
  private var word: TypedWord

  package init(method: Method, tones: Tones = .old) {
    self.method = method
    self.tones = tones
    word = TypedWord(method, tones)
  }

  /// What a key does to the text; a key without meaning is inserted as it is.
  package mutating func press(_ key: Character) -> Edit {
    guard method != .off else { return Edit(deleteBackward: 0, insert: String(key)) }
    guard word.takes(key) else {
      var edit = endWord() ?? Edit(deleteBackward: 0, insert: "")
      edit.insert.append(key)
      return edit
    }
    let isAdded = word.isLeft
    let before = isAdded ? [] : word.shown
    word.press(key)
    return isAdded
      ? Edit(deleteBackward: 0, insert: String(key)) : Composer.edit(before, word.shown)
  }

  /// Takes one character away, whatever keys it was made of; the word goes on from there.
  package mutating func backspace() -> Edit {
    word.removeLast()
    return Edit(deleteBackward: 1, insert: "")
  }

  /// The keys of the word that is being typed.
  package var typedWord: String { String(word.typed) }

  /// How many characters that word has before the cursor.
  package var length: Int { word.shown.count }

  /// Ends the word, as a space does, or so that it stands as it was typed; nil if its text stays.
  package mutating func endWord(asTyped: Bool = false) -> Edit? {
    let before = word.shown
    word.finish()
    let after = asTyped ? word.typed : word.shown
    reset()
    return before == after ? nil : Composer.edit(before, after)
  }

  /// Forgets the word: the cursor has moved, or text has come from elsewhere.
  package mutating func reset() {
    word = TypedWord(method, tones)
  }

  private static func edit(_ before: [Character], _ after: [Character]) -> Edit {
    let same = zip(before, after).prefix { $0 == $1 }.count
    return Edit(deleteBackward: before.count - same, insert: String(after[same...]))
  }
}

extension Composer {
  /// The text that a line of keystrokes gives.
  package static func text(of keys: String, method: Method, tones: Tones = .old) -> String {
    var composer = Composer(method: method, tones: tones)
    var text: [Character] = []
    for key in keys {
      let edit = composer.press(key)
      text.removeLast(min(text.count, edit.deleteBackward))
      text.append(contentsOf: edit.insert)
    }
    if let edit = composer.endWord() {
      text.removeLast(min(text.count, edit.deleteBackward))
      text.append(contentsOf: edit.insert)
    }
    return String(text)
  }
}
