/// What a key may mean beside its letter or digit.
enum TypingKey: Equatable, Sendable {
  case tone(Tone)
  case removeTone
  /// A circumflex for one of these vowels.
  case circumflex([UInt8])
  /// Telex's w: a horn, a breve, or ư by itself.
  case hook
  case horn
  case breve
  case stroke

  /// nil for a key that has no second meaning in this method.
  init?(_ key: Character, _ method: Composer.Method) {
    guard let ascii = key.asciiValue else { return nil }
    let found =
      switch method {
      case .telex: TypingKey.telex(ascii | 0x20)
      case .vni: TypingKey.vni(ascii)
      case .off: TypingKey?.none
      }
    guard let found else { return nil }
    self = found
  }

  private static func telex(_ letter: UInt8) -> TypingKey? {
    switch letter {
    case UInt8(ascii: "s"): .tone(.sac)
    case UInt8(ascii: "f"): .tone(.huyen)
    case UInt8(ascii: "r"): .tone(.hoi)
    case UInt8(ascii: "x"): .tone(.nga)
    case UInt8(ascii: "j"): .tone(.nang)
    case UInt8(ascii: "z"): .removeTone
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o"): .circumflex([letter])
    case UInt8(ascii: "w"): .hook
    case UInt8(ascii: "d"): .stroke
    default: nil
    }
  }

  private static func vni(_ digit: UInt8) -> TypingKey? {
    switch digit {
    case UInt8(ascii: "1"): .tone(.sac)
    case UInt8(ascii: "2"): .tone(.huyen)
    case UInt8(ascii: "3"): .tone(.hoi)
    case UInt8(ascii: "4"): .tone(.nga)
    case UInt8(ascii: "5"): .tone(.nang)
    case UInt8(ascii: "0"): .removeTone
    case UInt8(ascii: "6"): .circumflex(Array("aeo".utf8))
    case UInt8(ascii: "7"): .horn
    case UInt8(ascii: "8"): .breve
    case UInt8(ascii: "9"): .stroke
    default: nil
    }
  }
}
