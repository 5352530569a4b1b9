/// The word before the cursor: the keys pressed for it and what they show.
struct TypedWord: Equatable, Sendable {
  private enum Stage: Equatable, Sendable {
    /// What was typed can be a Vietnamese syllable.
    case composing
    /// It cannot, and stands as it was typed; `isAltered` after a backspace, when it may again.
    case restored(isAltered: Bool)
    /// It stays as it is shown: the person took a mark back, or another program composed it.
    case left
  }

  private let method: Composer.Method
  private let tones: Composer.Tones
  private(set) var shown: [Character] = []
  private var keys: [Character] = []
  private var syllable = Syllable()
  private var stage = Stage.composing
  /// Whether a mark or tone was taken back: the keys are no longer what the person wants.
  private var isUndone = false
  /// What the word would be with the tone that was taken back, as long as that is possible.
  ///
  /// In *tesst* the second s took a tone back; *Russia* was to have two.
  private var doubted: Syllable?
  /// The key pressed last, if it gave a mark or a tone.
  private var lastMark: TypingKey?

  /// Keys after which a word is no word any more and is looked at no longer.
  private static let longest = 24

  init(_ method: Composer.Method, _ tones: Composer.Tones) {
    self.method = method
    self.tones = tones
  }

  var isEmpty: Bool { shown.isEmpty }
  /// Whether all further keys are merely added.
  var isLeft: Bool { stage == .left && doubted == nil && shown.count > 2 }

  private var emptied: TypedWord { TypedWord(method, tones) }

  // MARK: - Keys

  /// Whether the key goes into a word, rather than ending it.
  func takes(_ key: Character) -> Bool {
    if key.isLetter { return true }
    return method == .vni && key.isASCII && key.isNumber && !isEmpty
  }

  mutating func press(_ key: Character) {
    guard key.isASCII, keys.count < TypedWord.longest else {
      stage = .left
      doubted = nil
      return shown.append(key)
    }
    switch stage {
    case .composing:
      keys.append(key)
      compose(key)
    case .restored(isAltered: false):
      keys.append(key)
      TypedWord.addPlain(key, method, to: &shown)
    case .restored(isAltered: true): press(all: keys + [key])
    case .left: add(key)
    }
  }

  /// Adds to a word in which a mark was taken back.
  private mutating func add(_ key: Character) {
    keys.append(key)
    shown.append(key)
    guard let word = doubted else { return addW() }
    let meaning = TypingKey(key, method)
    doubted =
      meaning.flatMap { word.applying($0, isUpper: key.isUppercase) }
      ?? Letter(key: key).flatMap(word.appending)
    if doubted == nil, meaning.flatMap(word.undoing) == nil {
      shown = TypedWord.plain(keys, method)
      stage = .restored(isAltered: false)
    }
  }

  /// `ww` is w, but `www` begins an address.
  private mutating func addW() {
    if method == .telex, keys.count == 3, shown.count == 2, keys.allSatisfy({ "wW".contains($0) }) {
      shown = keys
    }
  }

  private mutating func press(all keys: [Character]) {
    self = emptied
    for key in keys { press(key) }
  }

  private mutating func compose(_ key: Character) {
    let before = lastMark
    lastMark = nil
    if let meaning = TypingKey(key, method), !isNumber(meaning, after: before) {
      // A key pressed twice is taken back before anything else is thought of.
      if meaning == before, let undone = syllable.undoing(meaning) {
        return take(back: undone, key)
      }
      if let next = syllable.applying(meaning, isUpper: key.isUppercase) {
        syllable = next
        lastMark = meaning
        if meaning == .removeTone { isUndone = true }
        return show()
      }
      if let undone = syllable.undoing(meaning) { return take(back: undone, key) }
    }
    if let letter = Letter(key: key), let next = syllable.appending(letter) {
      syllable = next
      return show()
    }
    spoil(key)
  }

  /// Two different tones in a row of digits after capitals: the number in a code, `NA23-16`.
  private func isNumber(_ meaning: TypingKey, after before: TypingKey?) -> Bool {
    guard method == .vni, case .tone = meaning, case .tone = before, meaning != before else {
      return false
    }
    return syllable.letters.count > 1 && syllable.letters.allSatisfy(\.isUpper)
  }

  private mutating func take(back undone: Syllable, _ key: Character) {
    isUndone = true
    let isLoneW =
      undone.letters != syllable.letters
      && !zip(undone.letters, syllable.letters).contains { $0 != $1 && !$1.isFromW }
    if case .tone = TypingKey(key, method) { doubted = syllable }
    syllable = undone
    if isLoneW {
      leave(undone.characters(tones))
    } else if let letter = Letter(key: key), let next = undone.appending(letter) {
      syllable = next
      doubted = nil
      show()
    } else {
      leave(undone.characters(tones) + [key])
    }
  }

  /// The key makes a syllable impossible: the word stands as it was typed.
  private mutating func spoil(_ key: Character) {
    if isUndone { return leave(syllable.characters(tones) + [key]) }
    shown = TypedWord.plain(keys, method)
    stage = .restored(isAltered: false)
  }

  private mutating func leave(_ characters: [Character]) {
    shown = characters
    stage = .left
  }

  /// A tone on vowels that await their marks shows as it was typed, for it may be no tone.
  private mutating func show() {
    let awaitsMarks = syllable.tone != .ngang && !isUndone && !syllable.spelling.isMarked
    shown = awaitsMarks ? TypedWord.plain(keys, method) : syllable.characters(tones)
  }

  // MARK: - The end of the word

  /// Shows what no rule of Vietnamese allows as it was typed.
  mutating func finish() {
    guard stage == .composing, !syllable.letters.isEmpty else { return }
    let isKept = isUndone || syllable.letters.count == 1 || syllable.spelling.isWhole
    shown = isKept ? syllable.characters(tones) : TypedWord.plain(keys, method)
  }

  /// The keys as letters, while the word is composed; else what is shown.
  var typed: [Character] { stage == .composing ? TypedWord.plain(keys, method) : shown }

  // MARK: - Backspace

  mutating func removeLast() {
    guard let last = shown.popLast() else { return }
    lastMark = nil
    doubted = nil
    if shown.isEmpty {
      self = emptied
    } else if stage == .composing, shown.count + 1 == syllable.letters.count {
      syllable.letters.removeLast()
      if LetterForm(last)?.tone != .ngang { syllable.tone = .ngang }
      keys = TypedWord.keys(for: syllable, method)
    } else if stage == .left {
      readShown()
    } else {
      keys = TypedWord.keys(forPlain: shown, method)
      stage = .restored(isAltered: true)
    }
  }

  /// Goes on composing where what is left can be a syllable again.
  private mutating func readShown() {
    let forms = shown.prefix(TypedWord.longest).compactMap { LetterForm($0) }
    let toned = forms.filter { $0.tone != .ngang }
    let read = Syllable(letters: forms.map(\.letter), tone: toned.first?.tone ?? .ngang)
    guard forms.count == shown.count, toned.count < 2, read.spelling.isPossible else { return }
    syllable = read
    keys = TypedWord.keys(for: read, method)
    isUndone = false
    stage = .composing
  }

  // MARK: - Keys and what they show

  /// The keys as letters; only đ before any vowel is composed, as in ĐBA, QĐ and HĐND.
  private static func plain(_ keys: [Character], _ method: Composer.Method) -> [Character] {
    var shown: [Character] = []
    for key in keys { addPlain(key, method, to: &shown) }
    return shown
  }

  private static func addPlain(
    _ key: Character, _ method: Composer.Method, to shown: inout [Character]
  ) {
    guard TypingKey(key, method) == .stroke, let last = shown.last, let form = LetterForm(last),
      form.base == UInt8(ascii: "d"), !shown.contains(where: isVowel)
    else { return shown.append(key) }
    shown.removeLast()
    var letter = form.letter
    letter.mark = form.mark == .none ? .stroke : .none
    shown.append(letter.character(.ngang))
    if form.mark == .stroke { shown.append(key) }
  }

  private static func isVowel(_ character: Character) -> Bool {
    LetterForm(character)?.letter.isVowel ?? false
  }

  private static func keys(
    forPlain shown: [Character], _ method: Composer.Method
  ) -> [Character] {
    shown.flatMap { character -> [Character] in
      guard let form = LetterForm(character), form.mark != .none else { return [character] }
      return keys(for: form.letter, method)
    }
  }

  /// Keys that give this syllable, each mark after its letter and the tone last.
  private static func keys(for syllable: Syllable, _ method: Composer.Method) -> [Character] {
    let letters = syllable.letters.flatMap { keys(for: $0, method) }
    guard let tone = toneKeys(method)[syllable.tone] else { return letters }
    return letters + [tone]
  }

  private static func keys(for letter: Letter, _ method: Composer.Method) -> [Character] {
    let plain = Letter(base: letter.base, isUpper: letter.isUpper).character(.ngang)
    let w: Character = letter.isUpper ? "W" : "w"
    if letter.isFromW { return [w] }
    switch letter.mark {
    case .none: return [plain]
    case .circumflex: return [plain, method == .vni ? "6" : plain]
    case .breve: return [plain, method == .vni ? "8" : w]
    case .horn: return [plain, method == .vni ? "7" : w]
    case .stroke: return [plain, method == .vni ? "9" : plain]
    }
  }

  private static func toneKeys(_ method: Composer.Method) -> [Tone: Character] {
    method == .vni
      ? [.sac: "1", .huyen: "2", .hoi: "3", .nga: "4", .nang: "5"]
      : [.sac: "s", .huyen: "f", .hoi: "r", .nga: "x", .nang: "j"]
  }
}
