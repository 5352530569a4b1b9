package import Terminal
internal import Vietnamese

/// A key that what is open hears itself, beside the table of commands: in text, forms, pickers, the
/// entry line and the like. Feet, help and the docs page are made from these rows.
package struct FieldKey: Equatable, Sendable {
  package let keys: [KeyPress]
  package let summary: Words
  /// The word in the foot, in which each `#` stands for a number; nil where no foot has room for it.
  let hint: Words?
  /// How feet and help write the keys.
  package let sign: String

  /// `names` are names of keys, with blanks between them.
  init(_ names: String, _ summary: Words, hint: Words? = nil, sign: String? = nil) {
    keys = names.split(separator: " ").compactMap { KeyPress(name: String($0)) }
    self.summary = summary
    self.hint = hint
    self.sign = sign ?? keys.first.map(FieldKey.sign) ?? ""
  }

  /// As help writes the keys: all of them where there is room, else their sign.
  var helpKeys: String {
    let names = keys.map(\.name)
    let signs = keys.map(FieldKey.sign)
    let lines = [
      names.joined(separator: "  "), names.joined(separator: " "), signs.joined(separator: " "),
    ]
    return lines.first { $0.count <= FieldKey.helpWidth } ?? sign
  }

  private static let helpWidth = 22

  /// As it is pressed: `⏎`, `Ctrl-S`.
  static func sign(_ key: KeyPress) -> String {
    switch key {
    case .enter: "⏎"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .character(" "): "␣"
    case .control(let letter): "Ctrl-" + letter.uppercased()
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .character, .alt, .home, .end, .insert, .delete, .backspace, .function: key.name
    }
  }

  /// With its numbers put into the hint.
  func numbered(_ numbers: Int...) -> FieldKey {
    guard let hint else { return self }
    func fill(_ text: String) -> String {
      var rest = numbers[...]
      return text.reduce(into: "") { $0 += $1 == "#" ? "\(rest.popFirst() ?? 0)" : String($1) }
    }
    return saying(Words(fill(hint.vi), fill(hint.en)))
  }

  /// With another word in the foot.
  func saying(_ hint: Words) -> FieldKey {
    FieldKey(keys.map(\.name).joined(separator: " "), summary, hint: hint, sign: sign)
  }

  /// The line of keys at the foot of what is open.
  static func foot(_ keys: [FieldKey], gap: String = "   ") -> Words {
    func line(_ language: Language) -> String {
      keys.compactMap { key in
        key.hint.map { $0(language).isEmpty ? key.sign : key.sign + " " + $0(language) }
      }.joined(separator: gap)
    }
    return Words(line(.vi), line(.en))
  }
}

/// The keys of one place, a row each.
protocol FieldKeyTable: CaseIterable, Sendable {
  var row: FieldKey { get }
}

extension FieldKeyTable {
  static var rows: [FieldKey] { allCases.map(\.row) }
}

extension FieldKey {
  /// The key that changes the typing method, which is a command and may be bound otherwise; it is no
  /// key of text where it is a letter.
  static func typing(_ keymap: Keymap) -> [FieldKey] {
    let keys = keymap.bindings.first { $0.command == .switchTyping }?.keys ?? []
    let single = keys.first { keys in
      guard keys.count == 1 else { return false }
      if case .character = keys[0] { return false }
      return true
    }
    guard let key = single?.first else { return [] }
    return [
      FieldKey(key.name, Command.switchTyping.summary, hint: Command.switchTyping.hint)
    ]
  }
}

extension Drawing {
  /// The foot of a place where text is typed.
  func typingFoot(_ keys: [FieldKey]) -> String {
    say(FieldKey.foot(keys + FieldKey.typing(state.keymap)))
  }

  func keyFoot(_ keys: [FieldKey]) -> String { say(FieldKey.foot(keys)) }
}

extension Words {
  static func + (one: Words, other: Words) -> Words {
    Words(one.vi + other.vi, one.en + other.en)
  }
}
