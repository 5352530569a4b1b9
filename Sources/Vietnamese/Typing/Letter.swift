/// What a letter carries beside its tone.
enum LetterMark: UInt8, Sendable {
  case none, circumflex, breve, horn, stroke
}

/// The tone of a syllable, in the order of the dictionaries' tables of forms.
enum Tone: Int, CaseIterable, Sendable {
  case ngang, huyen, sac, hoi, nga, nang
}

/// A letter of a syllable without its tone.
struct Letter: Equatable, Sendable {
  /// `a` to `z`.
  var base: UInt8
  var mark = LetterMark.none
  var isUpper = false
  /// Whether one press of `w` made this ư.
  var isFromW = false

  var isVowel: Bool {
    switch base {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }
}

extension Letter {
  /// The letter that a key of the Latin alphabet types; nil for any other key.
  init?(key: Character) {
    guard let ascii = key.asciiValue, key.isLetter else { return nil }
    self.init(base: ascii | 0x20, isUpper: ascii & 0x20 == 0)
  }

  /// The composed character.
  func character(_ tone: Tone) -> Character {
    let form = LetterForm(letter: self, tone: tone)
    if let character = LetterForm.characters[form] { return character }
    return Character(Unicode.Scalar(isUpper ? base & ~0x20 : base))
  }
}

/// A letter with a tone: one character in NFC.
struct LetterForm: Hashable, Sendable {
  let base: UInt8
  let mark: LetterMark
  let isUpper: Bool
  let tone: Tone

  init(letter: Letter, tone: Tone) {
    (base, mark, isUpper) = (letter.base, letter.mark, letter.isUpper)
    self.tone = tone
  }

  var letter: Letter { Letter(base: base, mark: mark, isUpper: isUpper) }

  /// What stands behind a character; nil for one that is no letter of Vietnamese or English.
  init?(_ character: Character) {
    if let form = Self.forms[character] {
      self = form
    } else if let letter = Letter(key: character) {
      self.init(letter: letter, tone: .ngang)
    } else {
      return nil
    }
  }

  /// The vowels that carry tones, each in the order of ``Tone``, and đ.
  private static let table: [(base: UInt8, mark: LetterMark, small: String, capital: String)] = [
    (UInt8(ascii: "a"), .none, "aàáảãạ", "AÀÁẢÃẠ"),
    (UInt8(ascii: "a"), .circumflex, "âầấẩẫậ", "ÂẦẤẨẪẬ"),
    (UInt8(ascii: "a"), .breve, "ăằắẳẵặ", "ĂẰẮẲẴẶ"),
    (UInt8(ascii: "e"), .none, "eèéẻẽẹ", "EÈÉẺẼẸ"),
    (UInt8(ascii: "e"), .circumflex, "êềếểễệ", "ÊỀẾỂỄỆ"),
    (UInt8(ascii: "i"), .none, "iìíỉĩị", "IÌÍỈĨỊ"),
    (UInt8(ascii: "o"), .none, "oòóỏõọ", "OÒÓỎÕỌ"),
    (UInt8(ascii: "o"), .circumflex, "ôồốổỗộ", "ÔỒỐỔỖỘ"),
    (UInt8(ascii: "o"), .horn, "ơờớởỡợ", "ƠỜỚỞỠỢ"),
    (UInt8(ascii: "u"), .none, "uùúủũụ", "UÙÚỦŨỤ"),
    (UInt8(ascii: "u"), .horn, "ưừứửữự", "ƯỪỨỬỮỰ"),
    (UInt8(ascii: "y"), .none, "yỳýỷỹỵ", "YỲÝỶỸỴ"),
    (UInt8(ascii: "d"), .stroke, "đ", "Đ"),
  ]

  private static let pairs: [(form: LetterForm, character: Character)] = table.flatMap { row in
    [(row.small, false), (row.capital, true)].flatMap { characters, isUpper in
      zip(characters, Tone.allCases).map { character, tone in
        let letter = Letter(base: row.base, mark: row.mark, isUpper: isUpper)
        return (LetterForm(letter: letter, tone: tone), character)
      }
    }
  }

  fileprivate static let characters: [LetterForm: Character] =
    Dictionary(pairs.map { ($0.form, $0.character) }) { first, _ in first }

  private static let forms: [Character: LetterForm] =
    Dictionary(pairs.map { ($0.character, $0.form) }) { first, _ in first }
}
