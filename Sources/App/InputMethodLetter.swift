/// One letter on the screen, taken apart as an input method puts it together.
struct InputMethodLetter: Equatable, Sendable {
  enum Mark: Equatable, Sendable {
    case none, circumflex, breve, horn, stroke
  }

  enum Tone: Int, CaseIterable, Equatable, Sendable {
    /// In the order of the rows of ``InputMethodLetter/table``.
    case level, huyen, hoi, nga, sac, nang

    /// The Telex key that sets the tone; for the level one, that takes a tone away.
    var telexKey: Character { ["z", "f", "r", "x", "s", "j"][rawValue] }
    /// The same in VNI.
    var vniKey: Character { ["0", "2", "3", "4", "1", "5"][rawValue] }
  }

  let character: Character
  /// In lower case, without mark and tone; a character that is no letter is its own base.
  let base: Character
  let mark: Mark
  let tone: Tone
  let isUpper: Bool

  init(_ character: Character) {
    if let letter = InputMethodLetter.table[character] {
      self = letter
    } else if character.isASCII, character.isUppercase, let lower = character.lowercased().first {
      self.init(character, base: lower, isUpper: true)
    } else {
      self.init(character, base: character, isUpper: false)
    }
  }

  private init(
    _ character: Character, base: Character, mark: Mark = .none, tone: Tone = .level, isUpper: Bool
  ) {
    self.character = character
    self.base = base
    self.mark = mark
    self.tone = tone
    self.isUpper = isUpper
  }

  var isPlain: Bool { mark == .none && tone == .level }
  var isVowel: Bool { "aeiouy".contains(base) }

  /// Whether a word of an input method may hold it: digits are marks and tones in VNI, brackets
  /// letters in Telex.
  var isOfWord: Bool {
    !isPlain || base.isASCII && (base.isLetter || base.isNumber || "[]{}".contains(base))
  }

  /// The character without mark and tone.
  var bare: Character { cased(base) }

  /// `key` in the case of this letter.
  func cased(_ key: Character) -> Character {
    isUpper ? key.uppercased().first ?? key : key
  }

  /// Whether `key`, which alone gave this letter, stands for itself when pressed again.
  func isUndone(as key: InputMethodLetter) -> Bool {
    mark == .horn && key.isPlain && (base == "u" ? "wW]}" : "[{").contains(key.bare)
  }

  func isSame(butForMarksAs other: InputMethodLetter) -> Bool {
    base == other.base && isUpper == other.isUpper
  }

  private static let rows: [(base: Character, mark: Mark, letters: String)] = [
    ("a", .none, "aàảãáạ"), ("a", .breve, "ăằẳẵắặ"), ("a", .circumflex, "âầẩẫấậ"),
    ("e", .none, "eèẻẽéẹ"), ("e", .circumflex, "êềểễếệ"), ("i", .none, "iìỉĩíị"),
    ("o", .none, "oòỏõóọ"), ("o", .circumflex, "ôồổỗốộ"), ("o", .horn, "ơờởỡớợ"),
    ("u", .none, "uùủũúụ"), ("u", .horn, "ưừửữứự"), ("y", .none, "yỳỷỹýỵ"),
    ("d", .stroke, "đ"),
  ]

  private static let table: [Character: InputMethodLetter] = {
    var table: [Character: InputMethodLetter] = [:]
    for (base, mark, letters) in rows {
      for (tone, lower) in zip(Tone.allCases, letters) {
        for character in [lower, lower.uppercased().first ?? lower] {
          table[character] = InputMethodLetter(
            character, base: base, mark: mark, tone: tone, isUpper: character != lower)
        }
      }
    }
    return table
  }()
}
