/// Letters and tone of a syllable that is being typed.
struct Syllable: Equatable, Sendable {
  var letters: [Letter] = []
  var tone = Tone.ngang

  var spelling: Spelling { Spelling(letters, tone) }

  // MARK: - Writing

  func characters(_ tones: Composer.Tones) -> [Character] {
    let place = tone == .ngang ? nil : tonePlace(tones)
    return letters.indices.map { letters[$0].character($0 == place ? tone : .ngang) }
  }

  /// The letter that bears the tone; nil where there is no vowel.
  func tonePlace(_ tones: Composer.Tones) -> Int? {
    var vowels = letters.indices.filter { letters[$0].isVowel }
    if vowels.count > 1, begins("qu") || begins("gi") { vowels.removeFirst() }
    guard let first = vowels.first, let last = vowels.last else { return nil }
    if let marked = vowels.last(where: { letters[$0].mark != .none }) { return marked }
    if vowels.count == 1 { return first }
    if vowels.count > 2 || last < letters.count - 1 { return vowels[1] }
    let isGliding = [Array("oa".utf8), Array("oe".utf8), Array("uy".utf8)]
      .contains([letters[first].base, letters[last].base])
    return isGliding && tones == .new ? last : first
  }

  private func begins(_ text: String) -> Bool {
    letters.count > text.utf8.count && zip(letters, text.utf8).allSatisfy { $0.base == $1 }
  }

  // MARK: - Typing

  /// With one letter more; nil if that can be no syllable.
  func appending(_ letter: Letter) -> Syllable? {
    var longer = self
    longer.letters.append(letter)
    return longer.joined.ifPossible
  }

  /// With the mark or tone of a key; nil where the key has no use.
  func applying(_ key: TypingKey, isUpper: Bool) -> Syllable? {
    switch key {
    case .tone(let tone):
      guard tone != self.tone else { return nil }
      var toned = self
      toned.tone = tone
      return toned.joined.ifPossible
    case .removeTone:
      guard tone != .ngang else { return nil }
      var level = self
      level.tone = .ngang
      return level
    case .circumflex(let bases):
      return marking(letters.indices.reversed(), where: { bases.contains($0) }, .circumflex)
    case .hook:
      return hooked()
        ?? appending(
          Letter(base: UInt8(ascii: "u"), mark: .horn, isUpper: isUpper, isFromW: true))
    case .horn: return horned()
    case .breve: return marking(Array(letters.indices), where: { $0 == UInt8(ascii: "a") }, .breve)
    case .stroke:
      return marking(letters.indices.prefix(1), where: { $0 == UInt8(ascii: "d") }, .stroke)
    }
  }

  private func hooked() -> Syllable? {
    horns(UInt8(ascii: "o"))
      ?? marking(Array(letters.indices), where: { $0 == UInt8(ascii: "a") }, .breve)
      ?? horns(UInt8(ascii: "u"))
  }

  private func horned() -> Syllable? {
    horns(UInt8(ascii: "o")) ?? horns(UInt8(ascii: "u"))
  }

  /// A horn for `base`; where u and o stand together, for both.
  private func horns(_ base: UInt8) -> Syllable? {
    if let place = hornPair, !isOpenHornO {
      var both = self
      both.letters[place].mark = .horn
      both.letters[place + 1].mark = .horn
      if both != self, let possible = both.ifPossible { return possible }
    }
    return marking(Array(letters.indices), where: { $0 == base }, .horn)
  }

  /// The first of those letters that can have the mark gets it.
  private func marking(
    _ places: some Sequence<Int>, where fits: (UInt8) -> Bool, _ mark: LetterMark
  ) -> Syllable? {
    for place in places where fits(letters[place].base) && letters[place].mark != mark {
      var marked = self
      marked.letters[place].mark = mark
      if let possible = marked.joined.ifPossible { return possible }
    }
    return nil
  }

  /// Without the mark or tone that the key gave before; nil if it gave none.
  func undoing(_ key: TypingKey) -> Syllable? {
    var undone = self
    switch key {
    case .tone(let tone):
      guard tone == self.tone else { return nil }
      undone.tone = .ngang
    case .removeTone: return nil
    case .circumflex(let bases):
      undone.clear(.circumflex) { bases.contains($0) }
    case .hook:
      undone.clear(.horn)
      undone.clear(.breve)
    case .horn: undone.clear(.horn)
    case .breve: undone.clear(.breve)
    case .stroke: undone.clear(.stroke)
    }
    return undone == self ? nil : undone
  }

  private mutating func clear(_ mark: LetterMark, where fits: (UInt8) -> Bool = { _ in true }) {
    for place in letters.indices where letters[place].mark == mark && fits(letters[place].base) {
      letters[place].mark = .none
      if letters[place].isFromW {
        letters[place] = Letter(base: UInt8(ascii: "w"), isUpper: letters[place].isUpper)
      }
    }
  }

  // MARK: - ươ

  private var ifPossible: Syllable? { spelling.isPossible ? self : nil }

  /// Where u and o stand together, unless the u belongs to q.
  private var hornPair: Int? {
    letters.indices.dropLast().first { place in
      letters[place].base == UInt8(ascii: "u") && letters[place + 1].base == UInt8(ascii: "o")
        && (place == 0 || letters[place - 1].base != UInt8(ascii: "q"))
    }
  }

  /// Uơ with nothing behind it stands in thuở, huơ, khuơ and uở; everywhere else it is ươ.
  private var isOpenHornO: Bool {
    guard let place = hornPair, place + 2 == letters.count, letters[place].mark == .none
    else { return false }
    return switch letters[..<place].map(\.base) {
    case Array("h".utf8), Array("th".utf8), Array("kh".utf8): true
    case []: tone != .ngang
    default: false
    }
  }

  /// One horn in uo is two when a letter follows, and uở alone has one.
  private var joined: Syllable {
    guard let place = hornPair else { return self }
    var joined = self
    let marks = (letters[place].mark, letters[place + 1].mark)
    if place + 2 < letters.count, marks == (.horn, .none) || marks == (.none, .horn) {
      joined.letters[place].mark = .horn
      joined.letters[place + 1].mark = .horn
    } else if letters.count == 2, tone != .ngang, marks == (.horn, .horn) {
      joined.letters[place].mark = .none
    }
    return joined
  }
}
