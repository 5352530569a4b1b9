package import Terminal

/// The keys a person pressed, out of what a Vietnamese input method made of them.
///
/// A program such as UniKey takes letters back and sends others: `u` and `j` arrive as `u`,
/// backspace, `ụ`. Where backspace means nothing, as in lists, that can be read backwards. What
/// comes without an input method passes through as it is.
///
/// It remembers the word the input method may still change; whoever has other things to do with
/// the keys calls ``reset()``.
package struct InputMethodKeys: Equatable, Sendable {
  package enum Method: String, CaseIterable, Sendable {
    case telex, vni
  }

  private enum Certainty: Int, Sendable {
    case assumed, inferred, proven, configured
  }

  typealias Letter = InputMethodLetter
  typealias Change = InputMethodChange

  private static let longestWord = 64

  /// What decides where the two methods make the same of different keys.
  package private(set) var method: Method
  private var certainty: Certainty
  /// The characters that do something; empty when that is not known.
  private let bound: Set<Character>
  private var hasSeenRecomposition = false

  private var word: [Letter] = []
  /// The keys of `word`, in the order pressed.
  private var pressed: [Character] = []
  private var change: Change?
  /// What `change` is if no more letters come.
  private var guess: Change.Guess?

  /// - Parameters:
  ///   - method: what the person has set; nil when it is to be learned, beginning with Telex.
  ///   - bound: of several keys it could be, one of these is taken.
  package init(method: Method? = nil, bound: Set<Character> = []) {
    self.method = method ?? .telex
    certainty = method == nil ? .assumed : .configured
    self.bound = bound
  }

  /// The keys that are known to be pressed once `key` has come: often itself, often none yet.
  package mutating func keys(for key: KeyPress) -> [KeyPress] {
    switch key {
    case .backspace: return takeBack()
    case .character(let character):
      if InputMethodKeys.isFiller(character) {
        let held = pause()
        word.append(Letter(character))
        return held
      }
      return change == nil ? typed(character) : received(character)
    case .control, .alt, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert,
      .delete, .enter, .tab, .backTab, .escape, .function:
      let held = pause()
      reset()
      return held + [key]
    }
  }

  /// Whether ``pause()`` would give keys.
  package var isWaiting: Bool { change != nil }

  /// Nothing more came for a while: what is open is to be read as it stands.
  package mutating func pause() -> [KeyPress] {
    guard change != nil else { return [] }
    return conclude(guess ?? .typed)
  }

  /// Forgets the word, as an input method does at any key that is no letter; what was learned stays.
  package mutating func reset() {
    word = []
    pressed = []
    change = nil
    guess = nil
  }
}

extension InputMethodKeys {
  private mutating func takeBack() -> [KeyPress] {
    let held = change.map { !$0.received.isEmpty } == true ? pause() : []
    guard let letter = word.popLast() else {
      let held = held + pause()
      reset()
      return held + [.backspace]
    }
    guard !InputMethodKeys.isFiller(letter.base) else { return held }
    let isAsTyped = pressed.starts(with: word.map(\.bare)) && word.allSatisfy(\.isPlain)
    change = Change(
      method: method, before: word.last, removed: [letter] + (change?.removed ?? []),
      pressed: isAsTyped ? Array(pressed.dropFirst(word.count)) : [])
    return held
  }

  /// A letter in place of those taken back.
  private mutating func received(_ character: Character) -> [KeyPress] {
    change?.received.append(Letter(character))
    switch change?.verdict {
    case .unfinished:
      guess = nil
      return []
    case .open(let open):
      guess = open
      return []
    case .settled(let settled): return conclude(settled)
    case .foreign, nil:
      guard let guess, guess != .typed else { return conclude(.typed) }
      change?.received.removeLast()
      return conclude(guess) + keys(for: .character(character))
    }
  }

  private mutating func conclude(_ guess: Change.Guess) -> [KeyPress] {
    guard let change else { return [] }
    self.change = nil
    self.guess = nil
    if guess == .typed {
      pressed = word.map(\.bare)
      let backspaces = [KeyPress](repeating: .backspace, count: change.removed.count)
      return backspaces + change.received.flatMap { keys(for: .character($0.character)) }
    }
    word += change.received
    guard let key = key(for: guess) else { return [] }
    hasSeenRecomposition = true
    pressed.append(key)
    return [.character(key)]
  }

  /// A letter with nothing taken back before it.
  private mutating func typed(_ character: Character) -> [KeyPress] {
    let letter = Letter(character)
    guard letter.isOfWord else {
      reset()
      return [.character(character)]
    }
    let keys = letter.isPlain ? [character] : keysOfLoneLetter(letter)
    if letter.isPlain { learn(fromPlain: letter) }
    if word.count >= InputMethodKeys.longestWord { reset() }
    word.append(letter)
    pressed += keys
    return keys.map(KeyPress.character)
  }

  /// `w` gives ư and `[` gives ơ without a letter before; others come whole from programs that
  /// show the word themselves until it is done.
  private mutating func keysOfLoneLetter(_ letter: Letter) -> [Character] {
    hasSeenRecomposition = true
    var keys: [Character]
    if letter.mark == .horn {
      learn(.telex, .inferred)
      let isUpper = letter.isUpper
      keys = [
        letter.base == "o"
          ? (isUpper ? "{" : "[") : (wouldTakeHorn ? (isUpper ? "}" : "]") : letter.cased("w"))
      ]
    } else {
      keys = [letter.bare]
      if letter.mark != .none, let key = key(for: .mark(letter.mark, on: letter)) { keys += [key] }
    }
    if letter.tone != .level, let key = key(for: .tone(letter.tone)) { keys += [key] }
    return keys
  }

  /// Whether `w` would have changed the last letter, so that a lone ư must be `]`.
  private var wouldTakeHorn: Bool {
    guard word.count <= 2, let last = word.last, "aou".contains(last.base) else { return false }
    return !word.dropLast().contains(where: \.isVowel)
  }

  /// Narrow and zero-width blanks, by which some programs part their backspaces from the word.
  private static func isFiller(_ character: Character) -> Bool {
    ["\u{200B}", "\u{200C}", "\u{202F}", "\u{FEFF}"].contains(character)
  }
}

extension InputMethodKeys {
  private mutating func key(for guess: Change.Guess) -> Character? {
    switch guess {
    case .nothing, .typed: return nil
    case .literal(let key, let isUndo):
      if isUndo { learn(key.isNumber ? .vni : .telex, .proven) }
      return key
    case .tone(let tone):
      return choose(telex: tone.telexKey, vni: tone.vniKey)
    case .mark(let mark, let letter):
      switch mark {
      case .none: return nil
      case .circumflex: return choose(telex: letter.bare, vni: "6")
      case .breve: return choose(telex: "w", vni: "8")
      case .horn: return choose(telex: "w", vni: "7")
      case .stroke: return choose(telex: letter.bare, vni: "9")
      }
    }
  }

  /// Input methods give a mark the case of its letter, so the case of the key is not known: a
  /// doubled letter is taken for the same twice, any other key to be without shift.
  private mutating func choose(telex: Character, vni: Character) -> Character {
    let other = (telex.isUppercase ? telex.lowercased() : telex.uppercased()).first ?? telex
    let (own, foreign) = method == .telex ? ([telex, other], [vni]) : ([vni], [telex, other])
    if let key = own.first(where: bound.contains) { return key }
    if certainty.rawValue < Certainty.proven.rawValue,
      let key = foreign.first(where: bound.contains)
    {
      learn(method == .telex ? .vni : .telex, .inferred)
      return key
    }
    return own[0]
  }

  private mutating func learn(_ method: Method, _ certainty: Certainty) {
    guard certainty.rawValue >= self.certainty.rawValue else { return }
    self.method = method
    self.certainty = certainty
  }

  /// A tone key that was left alone after a vowel is none in the method in use.
  private mutating func learn(fromPlain letter: Letter) {
    guard hasSeenRecomposition, word.count == 1, word[0].isVowel, word[0].isPlain else { return }
    let tones = Letter.Tone.allCases.filter { $0 != .level }
    if tones.contains(where: { $0.telexKey == letter.base }) { learn(.vni, .inferred) }
    if tones.contains(where: { $0.vniKey == letter.base }) { learn(.telex, .inferred) }
  }
}
