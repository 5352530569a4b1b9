/// What the sequences of xterm, its kin, rxvt and the Linux console mean.
enum KeySequences {
  typealias Meaning = KeyDecoder.Step.Meaning

  static func control(_ byte: UInt8) -> KeyPress {
    switch byte {
    case 0x00: .control(" ")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1B: .escape
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: .control(Character(Unicode.Scalar(byte + 0x60)))
    }
  }

  /// The bytes of a character in UTF-8 by its first byte; 0 when none begins so.
  static func lengthOfCharacter(startingWith byte: UInt8) -> Int {
    switch byte {
    case 0x20...0x7E: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// ESC `O` and `letter`.
  static func shifted(_ letter: UInt8) -> KeyPress? {
    switch letter {
    case UInt8(ascii: "M"): return .enter
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      // The keypad: `*+,-./` and the digits, 0x40 above themselves.
      return .character(Character(Unicode.Scalar(letter - 0x40)))
    default: return letterKey(letter)
    }
  }

  /// ESC `[[` and `letter`.
  static func linuxFunctionKey(_ letter: UInt8) -> Meaning {
    let first = UInt8(ascii: "A")
    guard (first...UInt8(ascii: "E")).contains(letter) else { return .nothing }
    return .event(.key(.function(Int(letter - first) + 1)))
  }

  /// ESC `[`, `parameters` and `final`. What is not known means nothing; it is never typed text.
  static func meaning(of parameters: [UInt8], final: UInt8) -> Meaning {
    if parameters.first == UInt8(ascii: "<") {
      return mouse(numbers(parameters.dropFirst()), final: final)
    }
    guard parameters.allSatisfy({ (0x30...0x3B).contains($0) }) else { return .nothing }
    let numbers = numbers(parameters[...])
    switch final {
    case UInt8(ascii: "~"): return numbered(numbers.first ?? 0)
    case UInt8(ascii: "Z"): return .event(.key(.backTab))
    case UInt8(ascii: "u"): return unicodeKey(numbers)
    // With another first number it is a report, such as where the cursor is.
    default:
      guard (numbers.first ?? 0) <= 1, let key = letterKey(final) else { return .nothing }
      // Ctrl and alt with an arrow to the side go by words, as alt-b and alt-f do.
      let isByWord = max(0, (numbers.dropFirst().first ?? 1) - 1) & 0b110 != 0
      if isByWord, key == .left || key == .right {
        return .event(.key(.alt(key == .left ? "b" : "f")))
      }
      return .event(.key(key))
    }
  }

  /// Shift, ctrl and alt with these keys mean the key alone, but for words.
  private static func letterKey(_ letter: UInt8) -> KeyPress? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter) - 0x4F)
    default: nil
    }
  }

  private static func numbered(_ number: Int) -> Meaning {
    let key: KeyPress? =
      switch number {
      case 1, 7: .home
      case 2: .insert
      case 3: .delete
      case 4, 8: .end
      case 5: .pageUp
      case 6: .pageDown
      case 11...15: .function(number - 10)
      case 17...21: .function(number - 11)
      case 23...26: .function(number - 12)
      case 28, 29: .function(number - 13)
      case 31...34: .function(number - 14)
      default: nil
      }
    if let key { return .event(.key(key)) }
    return number == 200 ? .pasteBegins : .nothing
  }

  /// ESC `[` code `;` modifiers `u`, as some terminals send ctrl with a key.
  private static func unicodeKey(_ numbers: [Int]) -> Meaning {
    guard let code = numbers.first, let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init)
    else { return .nothing }
    let modifiers = max(0, (numbers.dropFirst().first ?? 1) - 1)
    let (isAlt, isControl) = (modifiers & 2 != 0, modifiers & 4 != 0)
    if code < 0x20 || code == 0x7F { return .event(.key(control(UInt8(code)))) }
    let character = Character(scalar)
    if isControl, scalar.isASCII, let value = UInt8(exactly: code) {
      let bare = value & 0x1F
      return value == 0x20 || value >= 0x40 ? .event(.key(control(bare))) : .nothing
    }
    return .event(.key(isAlt ? .alt(character) : .character(character)))
  }

  /// `<` button `;` column `;` row, `M` when pressed and `m` when let go; places count from 1.
  private static func mouse(_ numbers: [Int], final: UInt8) -> Meaning {
    guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0,
      final == UInt8(ascii: "M") || final == UInt8(ascii: "m")
    else { return .nothing }
    let point = Point(row: numbers[2] - 1, column: numbers[1] - 1)
    // Bits 2–4 are shift, alt and ctrl; bit 5 is movement, which nobody asked for.
    let button = numbers[0] & ~0b11100
    let isPress = final == UInt8(ascii: "M")
    switch button {
    case 0, 1, 2:
      let names: [MouseEvent.Button] = [.left, .middle, .right]
      let kind: MouseEvent.Kind = isPress ? .press : .release
      return .event(.mouse(MouseEvent(kind, button: names[button], at: point)))
    case 3: return .event(.mouse(MouseEvent(.release, at: point)))
    case 64 where isPress: return .event(.mouse(MouseEvent(.wheelUp, at: point)))
    case 65 where isPress: return .event(.mouse(MouseEvent(.wheelDown, at: point)))
    default: return .nothing
    }
  }

  /// Decimal numbers between semicolons; a missing one is 0, a monstrous one is capped.
  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
      digits.reduce(0) { number, digit in
        (0x30...0x39).contains(digit) ? min(number * 10 + Int(digit - 0x30), 1 << 24) : number
      }
    }
  }
}
