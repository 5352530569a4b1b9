internal import Model
internal import Terminal
internal import Vietnamese

/// Reads the configuration file: what is wrong is named with its place, the rest is used.
package struct SettingsReader {
  package private(set) var settings = Settings()
  package private(set) var faults: [SettingsFault] = []

  /// The keys of the file, in the order of the documentation.
  package enum Key: String, CaseIterable, Sendable {
    case language, theme, typing, tones, inputMethod, keyPreset, keys, data, author, view, sort
    case index
  }

  package init(_ file: PlacedValue) {
    guard case .object(let members) = file.content else {
      faults = [.notAnObject(file.place)]
      return
    }
    // `$schema` is for editors.
    for member in members where member.key != "$schema" {
      guard let key = Key(rawValue: member.key) else {
        let nearest = Nearest.of(member.key, among: Key.allCases.map(\.rawValue))
        faults.append(.unknownKey(member.key, nearest: nearest, member.place))
        continue
      }
      read(key, member.value)
    }
  }

  private mutating func read(_ key: Key, _ value: PlacedValue) {
    switch key {
    case .language: settings.language = word(value, key)
    case .theme: readTheme(value)
    case .typing: settings.typing = word(value, key)
    case .tones: settings.tones = word(value, key)
    case .inputMethod: settings.inputMethod = word(value, key)
    case .keyPreset: settings.preset = word(value, key)
    case .keys: readKeys(value)
    case .data: settings.data = text(value, key.rawValue)
    case .author: settings.author = text(value, key.rawValue)
    case .view: settings.view = text(value, key.rawValue)
    case .sort: readSorting(value)
    case .index: settings.index = word(value, key)
    }
  }

  private mutating func text(_ value: PlacedValue, _ key: String) -> String? {
    guard case .text(let text) = value.content, text.contains(where: { !$0.isWhitespace }) else {
      faults.append(.wrongType(key: key, .text, value.place))
      return nil
    }
    return text
  }

  private mutating func word<Word: RawRepresentable & CaseIterable>(
    _ value: PlacedValue, _ key: Key
  ) -> Word? where Word.RawValue == String {
    guard let text = text(value, key.rawValue) else { return nil }
    if let word = Word(rawValue: text.lowercased()) { return word }
    faults.append(
      .unknownValue(
        text, key: key.rawValue, known: Word.allCases.map(\.rawValue), value.place))
    return nil
  }

  private mutating func readTheme(_ value: PlacedValue) {
    guard let text = text(value, Key.theme.rawValue), text != "auto" else { return }
    settings.theme = Theme.Name(rawValue: text.lowercased())
    guard settings.theme == nil else { return }
    let known = ["auto"] + Theme.Name.allCases.map(\.rawValue)
    faults.append(.unknownValue(text, key: Key.theme.rawValue, known: known, value.place))
  }

  /// `due`; `-due` is the other way round.
  private mutating func readSorting(_ value: PlacedValue) {
    guard let text = text(value, Key.sort.rawValue) else { return }
    let isDescending = text.hasPrefix("-")
    guard let key = Sorting.Key(rawValue: isDescending ? String(text.dropFirst()) : text) else {
      let known = Sorting.Key.allCases.map(\.rawValue)
      faults.append(.unknownValue(text, key: Key.sort.rawValue, known: known, value.place))
      return
    }
    settings.sorting = Sorting(by: key, isDescending: isDescending)
  }

  // MARK: - Keys

  private mutating func readKeys(_ value: PlacedValue) {
    guard case .object(let members) = value.content else {
      faults.append(.wrongType(key: Key.keys.rawValue, .object, value.place))
      return
    }
    for member in members {
      guard let command = Command(rawValue: member.key) else {
        let nearest = Nearest.of(member.key, among: Command.allCases.map(\.rawValue))
        faults.append(.unknownCommand(member.key, nearest: nearest, member.place))
        continue
      }
      guard let named = names(member.value) else {
        faults.append(.wrongType(key: member.key, .list, member.value.place))
        continue
      }
      settings.bindings.append(
        OwnBinding(command, member.place, keys: keys(named, of: command)))
    }
  }

  /// One name, or a list of them; nil for anything else.
  private func names(_ value: PlacedValue) -> [(name: String, place: FilePlace)]? {
    switch value.content {
    case .text(let name): return [(name, value.place)]
    case .list(let items):
      var names: [(name: String, place: FilePlace)] = []
      for item in items {
        guard case .text(let name) = item.content else { return nil }
        names.append((name, item.place))
      }
      return names
    case .object, .other: return nil
    }
  }

  private mutating func keys(
    _ names: [(name: String, place: FilePlace)], of command: Command
  ) -> [OwnBinding.Key] {
    var keys: [OwnBinding.Key] = []
    for (name, place) in names {
      guard let presses = Keymap.presses(named: name) else {
        faults.append(.unknownPress(name, command, place))
        continue
      }
      if presses.contains(where: Keymap.isFixed) {
        faults.append(.fixedPress(name, command, place))
      } else if command == .goToView, presses.count > 1 || !Keymap.isViewNumber(presses[0]) {
        faults.append(.notADigit(name, place))
      } else if let fault = clash(presses, command, place, with: keys) {
        faults.append(fault)
      } else {
        keys.append(OwnBinding.Key(presses, place))
      }
    }
    return keys
  }

  /// With what stands earlier in the file.
  private func clash(
    _ presses: [KeyPress], _ command: Command, _ place: FilePlace, with same: [OwnBinding.Key]
  ) -> SettingsFault? {
    let earlier =
      settings.bindings.flatMap { binding in binding.keys.map { (binding.command, $0) } }
      + same.map { (command, $0) }
    for (other, key) in earlier
    where other.isHeard(beside: command) && Keymap.isClash(presses, key.presses) {
      return .clash(
        Keymap.name(presses), command, with: Keymap.name(key.presses), other, place,
        first: key.place)
    }
    return nil
  }
}
