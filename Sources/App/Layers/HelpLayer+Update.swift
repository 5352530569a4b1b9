internal import Model
package import Terminal
internal import Vietnamese

/// A line of help: a heading, a command that can be run, or a key that is heard only in its place.
package enum HelpLine: Equatable, Sendable {
  case section(Words)
  case command(Command)
  case key(FieldKey, KeyPlace)

  /// Whether the cursor stops there.
  var isChosen: Bool {
    if case .section = self { false } else { true }
  }
}

extension HelpLayer {
  /// The lines that match what was typed, by summary in either language or by key: what can be
  /// pressed now comes first, and of that the keys of the screen itself.
  package func lines(keymap: Keymap) -> [HelpLine] {
    let query = PickQuery(field.text)
    let fitting = keymap.bindings.filter { query.isEmpty || matches($0, query) }
    let (live, others) = (
      fitting.filter { isLive($0, keymap) }, fitting.filter { !isLive($0, keymap) }
    )
    return sections(of: live) + sections(of: others)
      + HelpLayer.fieldKeys.flatMap { place, keys -> [HelpLine] in
        let keys = keys.filter { query.isEmpty || matches($0, query) }
        return keys.isEmpty ? [] : [.section(place.words)] + keys.map { .key($0.key, place) }
      }
  }

  private func sections(of bindings: [Keymap.Binding]) -> [HelpLine] {
    let commands = Dictionary(grouping: bindings.map(\.command), by: \.section)
    let own = CommandSection.allCases.filter { screen != nil && $0.screen == screen }
    let others = CommandSection.allCases.filter { !own.contains($0) }
    return (own + others).flatMap { section -> [HelpLine] in
      guard let commands = commands[section] else { return [] }
      return [.section(section.words)] + commands.map(HelpLine.command)
    }
  }

  private func isLive(_ binding: Keymap.Binding, _ keymap: Keymap) -> Bool {
    binding.keys.contains { keymap.answer(to: $0, on: screen) == .command(binding.command) }
  }

  /// A key of a field, with what it is found by: what it does, and its place.
  private struct FoundKey {
    let key: FieldKey
    let names: PickCandidate
  }

  /// Made once: each key in help looks through all of them.
  private static let fieldKeys = KeyPlace.allCases.map { place in
    let keys = place.keys.map { key in
      let names = [key.summary, place.words].flatMap { [$0.vi, $0.en] }
      return FoundKey(key: key, names: PickCandidate(names: names))
    }
    return (place, keys)
  }

  private static let summaries = Dictionary(
    uniqueKeysWithValues: Command.allCases.map { command in
      (command, PickCandidate(names: [command.summary.vi, command.summary.en]))
    })

  /// Also by a key's whole name.
  private func matches(_ found: FoundKey, _ query: PickQuery) -> Bool {
    let typed = field.text.lowercased()
    return found.key.keys.contains { $0.name == typed } || found.names.match(query) != nil
  }

  private func matches(_ binding: Keymap.Binding, _ query: PickQuery) -> Bool {
    binding.keys.map(Keymap.name).contains(field.text)
      || HelpLayer.summaries[binding.command]?.match(query) != nil
  }

  /// The lines without the headings, which the cursor counts.
  package func choices(keymap: Keymap) -> [HelpLine] {
    lines(keymap: keymap).filter(\.isChosen)
  }
}

extension AppState {
  mutating func pressInHelp(_ key: KeyPress, _ help: HelpLayer) -> [Effect] {
    var help = help
    if key == .enter { help.field.finishWord() }
    switch key {
    case .escape, .control("c"):
      layers.removeLast()
      return []
    case .enter:
      let choices = help.choices(keymap: keymap)
      guard choices.indices.contains(help.cursor) else {
        layers.removeLast()
        return []
      }
      // A key of a field is only read about here: help stays open.
      if case .command(let command) = choices[help.cursor] {
        layers.removeLast()
        return run(command, key: .enter)
      }
    case .down, .control("n"): help.cursor += 1
    case .up, .control("p"): help.cursor -= 1
    case .pageDown: help.cursor += 10
    case .pageUp: help.cursor -= 10
    case .character("q") where help.field.isEmpty:
      layers.removeLast()
      return []
    case .character, .control, .alt, .left, .right, .home, .end, .insert, .delete, .backspace,
      .tab, .backTab, .function:
      if help.field.press(key, typing, tones: tones) { help.cursor = 0 }
    }
    help.settle(keymap: keymap, rows: HelpLayer.rows(in: size))
    layers[layers.count - 1] = .help(help)
    return []
  }
}

extension HelpLayer {
  /// The lines that show at once.
  package static func rows(in size: Size) -> Int { max(3, size.rows - 8) }

  mutating func settle(keymap: Keymap, rows: Int) {
    let lines = lines(keymap: keymap)
    let choices = lines.indices.filter { lines[$0].isChosen }
    cursor = max(0, min(cursor, choices.count - 1))
    let line = choices.indices.contains(cursor) ? choices[cursor] : 0
    window.follow(line, of: lines.count, height: rows)
    if cursor == 0 { window.top = 0 }
  }
}
