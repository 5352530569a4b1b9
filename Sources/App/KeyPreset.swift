internal import Model
package import Terminal
package import Vietnamese

/// Whose habits the keys follow. Each is one table of differences; source: features.md §4.
package enum KeyPreset: String, CaseIterable, Sendable {
  case standard = "default"
  case vim, mutt

  package var words: Words {
    switch self {
    case .standard: Words("mặc định", "default")
    case .vim: Words("theo thói quen vim", "vim habits")
    case .mutt: Words("theo thói quen mutt", "mutt habits")
    }
  }

  /// What is bound otherwise than in the standard table.
  package var differences: [Keymap.Binding] {
    switch self {
    case .standard: []
    case .vim:
      [
        Keymap.binding(.top, "g g", "0", "home", "<"),
        Keymap.binding(.nextTab, "g t", "L"),
        Keymap.binding(.previousTab, "g T", "H"),
        Keymap.binding(.scrollDown, "ctrl-e", "J"),
        Keymap.binding(.scrollUp, "ctrl-y", "K"),
        Keymap.binding(.nextPane, "ctrl-w w", "tab"),
        Keymap.binding(.previousPane, "ctrl-w W", "shift-tab"),
        Keymap.binding(.paneLeft, "h", "left", "ctrl-w h"),
        Keymap.binding(.paneRight, "l", "right", "ctrl-w l"),
        Keymap.binding(.zoom, "z", "ctrl-w o"),
        Keymap.binding(.switchLanguage, "g l"),
        Keymap.binding(.quit, "q", "Z Z"),
        Keymap.binding(.quitNow, "Z Q", "Q", "ctrl-c"),
      ]
    case .mutt:
      [
        Keymap.binding(.filter, "l", "/", "f"),
        Keymap.binding(.paneLeft, "left", "h"),
        Keymap.binding(.paneRight, "right"),
        Keymap.binding(.top, "=", "home", "g g"),
        Keymap.binding(.bottom, "*", "end", "G"),
        Keymap.binding(.pageDown, "z", "pgdn", "ctrl-f"),
        Keymap.binding(.pageUp, "Z", "pgup", "ctrl-b"),
        Keymap.binding(.zoom, "_"),
        Keymap.binding(.sort, "o", "S"),
        Keymap.binding(.lead, "O"),
        Keymap.binding(.reload, "$", "R", "f5", "ctrl-l"),
      ]
    }
  }
}

extension Keymap {
  /// The standard table with the preset's differences.
  package static func preset(_ preset: KeyPreset) -> Keymap {
    standard.changed(by: preset.differences)
  }

  /// The preset with a person's own bindings over it, and the commands that lost their last key.
  package static func own(_ settings: Settings) -> (keymap: Keymap, faults: [SettingsFault]) {
    let base = preset(settings.preset ?? .standard)
    guard !settings.bindings.isEmpty else { return (base, []) }
    var changes: [Binding] = []
    for own in settings.bindings where !changes.contains(where: { $0.command == own.command }) {
      let all = settings.bindings.filter { $0.command == own.command }.flatMap(\.keys)
      changes.append(Binding(command: own.command, keys: all.map(\.presses)))
    }
    let keymap = base.changed(by: changes)
    let faults = keymap.bindings.compactMap { binding -> SettingsFault? in
      guard binding.keys.isEmpty, !changes.contains(where: { $0.command == binding.command }),
        let lost = base.bindings.first(where: { $0.command == binding.command })?.keys.first
      else { return nil }
      for own in settings.bindings where own.command.isHeard(beside: binding.command) {
        if let taker = own.keys.first(where: { isClash($0.presses, lost) }) {
          return .keyless(binding.command, taken: name(lost), by: own.command, taker.place)
        }
      }
      return nil
    }
    return (keymap, faults)
  }

  /// Each command in `changes` has those keys and no others; the keys go from whoever had them.
  private func changed(by changes: [Binding]) -> Keymap {
    guard !changes.isEmpty else { return self }
    return Keymap(
      bindings.map { binding in
        let claimed = changes.filter { $0.command.isHeard(beside: binding.command) }.flatMap(\.keys)
        let change = changes.first { $0.command == binding.command }
        var keys =
          change?.keys
          ?? binding.keys.filter { keys in !claimed.contains { Keymap.isClash($0, keys) } }
        // However keys are bound, there is a way back and a way out.
        for fixed in binding.keys where fixed.count == 1 && !keys.contains(fixed) {
          if Keymap.isFixed(fixed[0]) { keys.append(fixed) }
        }
        return Binding(command: binding.command, keys: keys)
      })
  }

  /// Whether both cannot be in force: they are the same, or one begins the other.
  package static func isClash(_ one: [KeyPress], _ other: [KeyPress]) -> Bool {
    one.starts(with: other) || other.starts(with: one)
  }

  /// Backspace tells of an input method, Esc goes back, Ctrl-C ends; nothing alters that.
  package static func isFixed(_ key: KeyPress) -> Bool {
    key == .backspace || key == .escape || key == .control("c")
  }

  static func isViewNumber(_ key: KeyPress) -> Bool {
    guard case .character(let digit) = key else { return false }
    return ("1"..."9").contains(digit)
  }

  /// The keys of a name such as `g g` or `ctrl-d`; nil for no key of a keyboard.
  package static func presses(named name: String) -> [KeyPress]? {
    var presses: [KeyPress] = []
    for part in name.split(separator: " ") {
      guard let press = KeyPress(name: String(part)) else { return nil }
      // A letter with a mark would come out of an input method as other keys.
      if case .character(let character) = press, !character.isASCII { return nil }
      presses.append(press)
    }
    return presses.isEmpty ? nil : presses
  }
}

// MARK: - Pages

extension Keymap {
  /// The page that is kept in `docs/`: the standard table, and what each preset has otherwise.
  package static func document(_ language: Language) -> String {
    var page = standard.document(language)
    for preset in KeyPreset.allCases where preset != .standard {
      page += "\n## `--keys=\(preset.rawValue)`: \(preset.words(language))\n\n"
      page += header(language)
      let keymap = Keymap.preset(preset)
      for binding in keymap.bindings
      where binding.keys != standard.bindings.first(where: { $0.command == binding.command })?.keys
      {
        page += row(binding, language)
      }
    }
    return page
  }
}
