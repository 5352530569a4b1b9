internal import Model
package import Terminal
internal import Vietnamese

/// A line of help: a heading, or a command that can be run.
package enum HelpLine: Equatable, Sendable {
  case section(CommandSection)
  case command(Command)
}

extension HelpLayer {
  /// The lines that match what was typed, by summary in either language or by key.
  package func lines(keymap: Keymap) -> [HelpLine] {
    let query = PickQuery(field.text)
    return CommandSection.allCases.flatMap { section -> [HelpLine] in
      let commands = keymap.bindings.map(\.command).filter { command in
        command.section == section && (query.isEmpty || matches(command, query, keymap))
      }
      return commands.isEmpty ? [] : [.section(section)] + commands.map(HelpLine.command)
    }
  }

  private func matches(_ command: Command, _ query: PickQuery, _ keymap: Keymap) -> Bool {
    if keymap.keyNames(for: command).contains(field.text) { return true }
    let names = [command.summary.vi, command.summary.en]
    return PickCandidate(names: names).match(query) != nil
  }

  /// The commands alone, which the cursor counts.
  package func commands(keymap: Keymap) -> [Command] {
    lines(keymap: keymap).compactMap { line in
      switch line {
      case .section: nil
      case .command(let command): command
      }
    }
  }
}

extension AppState {
  mutating func pressInHelp(_ key: KeyPress, _ help: HelpLayer) -> [Effect] {
    var help = help
    if key == .enter { help.field.finishWord() }
    let commands = help.commands(keymap: keymap)
    switch key {
    case .escape, .control("c"):
      layers.removeLast()
      return []
    case .enter:
      layers.removeLast()
      guard commands.indices.contains(help.cursor) else { return [] }
      return run(commands[help.cursor], key: .enter)
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
    let commands = commands(keymap: keymap)
    cursor = max(0, min(cursor, commands.count - 1))
    let line =
      commands.indices.contains(cursor)
      ? lines.firstIndex(of: .command(commands[cursor])) ?? 0 : 0
    window.follow(line, of: lines.count, height: rows)
    if cursor == 0 { window.top = 0 }
  }
}
