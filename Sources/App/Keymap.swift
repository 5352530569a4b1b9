package import Terminal
package import Vietnamese

/// Which keys give which command.
package struct Keymap: Equatable, Sendable {
  package struct Binding: Equatable, Sendable {
    package let command: Command
    /// Each a key, or several pressed one after the other.
    package let keys: [[KeyPress]]
  }

  package let bindings: [Binding]
  private let tables: [ScreenName?: Table]

  /// The keys of the panes, or of one screen.
  private struct Table: Equatable, Sendable {
    let commands: [[KeyPress]: Command]
    let prefixes: Set<[KeyPress]>

    init(_ bindings: [Binding]) {
      let pairs = bindings.flatMap { binding in binding.keys.map { ($0, binding.command) } }
      commands = Dictionary(pairs) { first, _ in first }
      prefixes = Set(
        pairs.flatMap { keys, _ in (1..<max(1, keys.count)).map { Array(keys[..<$0]) } })
    }

    func answer(to keys: [KeyPress]) -> Answer {
      if let command = commands[keys] { return .command(command) }
      return prefixes.contains(keys) ? .prefix : .nothing
    }
  }

  package init(_ bindings: [Binding]) {
    self.bindings = bindings
    let screens = [nil] + ScreenName.allCases.map(Optional.some)
    tables = Dictionary(
      uniqueKeysWithValues: screens.map { screen in
        (screen, Table(bindings.filter { $0.command.section.screen == screen }))
      })
  }

  /// What keys pressed so far come to.
  package enum Answer: Equatable, Sendable {
    case command(Command)
    /// The beginning of a longer sequence.
    case prefix
    case nothing
  }

  /// What `keys` mean to the panes, or on `screen`: there its own keys come first, then those of the
  /// panes that work on every screen.
  package func answer(to keys: [KeyPress], on screen: ScreenName? = nil) -> Answer {
    let general = tables[nil]?.answer(to: keys) ?? .nothing
    guard let screen else { return general }
    let own = tables[screen]?.answer(to: keys) ?? .nothing
    guard own == .nothing, case .command(let command) = general else {
      return own == .nothing ? general : own
    }
    return command.worksOnScreens || screen.shares(command) ? general : .nothing
  }

  /// The characters that are keys, or part of a sequence.
  package var characters: Set<Character> {
    Set(
      bindings.flatMap { $0.keys.joined() }.compactMap { key in
        if case .character(let character) = key { character } else { nil }
      })
  }

  /// The key shown in hints: the first of the binding.
  package func key(for command: Command) -> String {
    guard let index = bindings.indices.first(where: { bindings[$0].command == command }) else {
      return ""
    }
    return bindings[index].keys.first.map(Keymap.name) ?? ""
  }

  package func keyNames(for command: Command) -> [String] {
    bindings.first { $0.command == command }?.keys.map(Keymap.name) ?? []
  }

  package static func name(_ keys: [KeyPress]) -> String {
    if keys.count == 1 { return keys[0].name }
    return keys.map(\.name).joined(separator: keys.allSatisfy { $0.name.count == 1 } ? "" : " ")
  }
}

extension Keymap {
  static func binding(_ command: Command, _ names: String...) -> Binding {
    Binding(
      command: command,
      keys: names.map { name in name.split(separator: " ").compactMap { KeyPress(name: String($0)) }
      })
  }

  package static let standard = Keymap([
    binding(.quickAdd, "a"),
    binding(.statusMenu, "s"),
    binding(.done, "d"),
    binding(.closeWithoutResult, "x"),
    binding(.note, "A"),
    binding(.chase, "r"),
    binding(.due, "w"),
    binding(.lead, "o"),
    binding(.coordinating, "p"),
    binding(.edit, "e"),
    binding(.modify, "m"),
    binding(.editOutside, "E"),
    binding(.addTags, "+"),
    binding(.removeTags, "-"),
    binding(.bin, "D"),
    binding(.restore, "g D"),
    binding(.copyCode, "y"),
    binding(.copyRow, "Y"),
    binding(.undo, "u", "ctrl-z"),
    binding(.redo, "ctrl-r"),
    binding(.repeatLast, "."),
    binding(.mark, "space", "t"),
    binding(.markRange, "v"),
    binding(.markAll, "V"),
    binding(.markByQuery, "T"),
    binding(.clearMarks, "U"),
    binding(.filter, "/", "f"),
    binding(.savedViews, "F"),
    binding(.nextMatch, "n"),
    binding(.previousMatch, "N"),
    binding(.sort, "S"),
    binding(.group, "b"),
    binding(.timeMachine, "g d"),
    binding(.next, "j", "down"),
    binding(.previous, "k", "up"),
    binding(.top, "g g", "home", "<"),
    binding(.bottom, "G", "end", ">"),
    binding(.halfDown, "ctrl-d"),
    binding(.halfUp, "ctrl-u"),
    binding(.pageDown, "pgdn", "ctrl-f"),
    binding(.pageUp, "pgup", "ctrl-b"),
    binding(.open, "enter"),
    binding(.nextPane, "tab"),
    binding(.previousPane, "shift-tab"),
    binding(.paneLeft, "h", "left"),
    binding(.paneRight, "l", "right"),
    binding(.goToView, "1", "2", "3", "4", "5", "6", "7", "8", "9"),
    binding(.zoom, "z"),
    binding(.back, "esc"),
    binding(.nextTab, "L"),
    binding(.previousTab, "H", "["),
    binding(.scrollDown, "J"),
    binding(.scrollUp, "K"),
    binding(.triage, "i"),
    binding(.dashboard, "B"),
    binding(.board, "C"),
    binding(.calendar, "c"),
    binding(.visit, "M"),
    binding(.conflicts, "X"),
    binding(.versions, "g b"),
    binding(.takeSide, "1", "2", "3", "4", "5", "6", "7", "8", "9"),
    binding(.otherValue, "e"),
    binding(.restoreVersion, "r"),
    binding(.letters, "g r"),
    binding(.answers, "g a"),
    binding(.quantities, "g q"),
    binding(.stepForward, "L"),
    binding(.stepBack, "H"),
    binding(.nextMonth, "n", ">"),
    binding(.previousMonth, "p", "<"),
    binding(.thisDay, "t"),
    binding(.accept, "enter"),
    binding(.giveToUnit, "1", "2", "3", "4", "5", "6", "7", "8", "9"),
    binding(.sendBack, "x"),
    binding(.duplicateOf, "="),
    binding(.putOff, "w"),
    binding(.split, "\\"),
    binding(.joinWith, "&"),
    binding(.nextItem, "n", "j", "down"),
    binding(.previousItem, "N", "k", "up"),
    binding(.leaveScreen, "q", "esc"),
    binding(.review, "P"),
    binding(.rate, "1", "2", "3", "4", "5"),
    binding(.comment, "A"),
    binding(.addEvidence, "@"),
    binding(.nextTask, "n"),
    binding(.previousTask, "N"),
    binding(.taskDown, "j", "down"),
    binding(.taskUp, "k", "up"),
    binding(.switchSide, "tab"),
    binding(.onlyDifferences, "="),
    binding(.closeYear, "Z"),
    binding(.copyYear, "C"),
    binding(.leaveReview, "q", "esc"),
    binding(.palette, ":"),
    binding(.help, "?", "f1"),
    binding(.reload, "R", "f5", "ctrl-l"),
    binding(.switchTyping, "ctrl-t"),
    binding(.switchLanguage, "g t"),
    binding(.quit, "q"),
    binding(.quitNow, "Q", "ctrl-c"),
  ])

  /// The page that is kept in `docs/`.
  package func document(_ language: Language) -> String {
    Words(
      "# Phím\n\nTrang này được sinh ra từ bảng phím (`make docs`). Tên là để đặt phím riêng trong tệp "
        + "cấu hình ([config.md](config.md)).\n",
      "# Keys\n\nThis page is made from the key table (`make docs`). The names are for bindings of one's "
        + "own in the configuration file ([config.md](config.md)).\n")(language)
      + page(language) + KeyPlace.page(language)
  }

  /// The table, a section for each kind of work.
  package func page(_ language: Language) -> String {
    var page = ""
    for section in CommandSection.allCases {
      page += "\n### \(section.words(language))\n\n"
      page += Keymap.header(language)
      for binding in bindings where binding.command.section == section {
        page += Keymap.row(binding, language)
      }
    }
    return page
  }

  static func header(_ language: Language) -> String {
    Words(
      "| Phím | Việc | Tên |\n| --- | --- | --- |\n",
      "| Keys | What it does | Name |\n| --- | --- | --- |\n")(language)
  }

  /// With the name the configuration file calls the command by.
  static func row(_ binding: Binding, _ language: Language) -> String {
    let keys = binding.keys.map { "`\(Keymap.name($0))`" }.joined(separator: " ")
    return "| \(keys) | \(binding.command.summary(language)) | `\(binding.command.rawValue)` |\n"
  }
}
