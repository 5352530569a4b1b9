/// One key, as the person pressed it.
package enum KeyPress: Hashable, Sendable {
  case character(Character)
  /// A letter in lower case, a space, or one of `\ ] ^ _`.
  case control(Character)
  /// Any character; `\r` is alt-enter and U+007F alt-backspace.
  case alt(Character)
  case up, down, left, right
  case home, end, pageUp, pageDown
  case insert, delete, backspace
  case enter, tab, backTab, escape
  case function(Int)
}

private let names: [(key: KeyPress, name: String)] = [
  (.up, "up"), (.down, "down"), (.left, "left"), (.right, "right"),
  (.home, "home"), (.end, "end"), (.pageUp, "pgup"), (.pageDown, "pgdn"),
  (.insert, "ins"), (.delete, "del"), (.backspace, "backspace"),
  (.enter, "enter"), (.tab, "tab"), (.backTab, "shift-tab"), (.escape, "esc"),
  (.character(" "), "space"), (.control(" "), "ctrl-space"), (.alt(" "), "alt-space"),
  (.alt("\r"), "alt-enter"), (.alt("\u{7F}"), "alt-backspace"),
]

private let keysByName = Dictionary(uniqueKeysWithValues: names.map { ($0.name, $0.key) })
private let namesByKey = Dictionary(uniqueKeysWithValues: names.map { ($0.key, $0.name) })

extension KeyPress {
  /// The key as help and the key file write it: `a`, `ctrl-c`, `space`, `pgdn`, `f5`.
  package var name: String {
    if let name = namesByKey[self] { return name }
    return switch self {
    case .character(let character): String(character)
    case .control(let letter): "ctrl-\(letter)"
    case .alt(let character): "alt-\(character)"
    case .function(let number): "f\(number)"
    case .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete,
      .backspace, .enter, .tab, .backTab, .escape:
      ""
    }
  }

  /// The key of that ``name``; nil when no key has it.
  package init?(name: String) {
    if let key = keysByName[name] {
      self = key
    } else if let character = KeyPress.only(name), !KeyPress.isBlank(character) {
      self = .character(character)
    } else if let letter = KeyPress.only(name, after: "ctrl-"), KeyPress.isControl(letter) {
      self = .control(letter)
    } else if let character = KeyPress.only(name, after: "alt-"), !KeyPress.isBlank(character) {
      self = .alt(character)
    } else if name.hasPrefix("f"), let number = Int(name.dropFirst()),
      (1...20).contains(number), name == "f\(number)"
    {
      self = .function(number)
    } else {
      return nil
    }
  }

  private static func only(_ name: String, after prefix: String = "") -> Character? {
    guard name.hasPrefix(prefix) else { return nil }
    let rest = name.dropFirst(prefix.count)
    return rest.count == 1 ? rest.first : nil
  }

  private static func isBlank(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.value <= 0x20 || (0x7F...0xA0).contains($0.value) }
  }

  private static func isControl(_ letter: Character) -> Bool {
    letter.isASCII && letter.isLowercase || "\\]^_".contains(letter)
  }
}
