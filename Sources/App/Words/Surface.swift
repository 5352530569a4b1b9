internal import Model

/// Where a sentence is read. The screen names its keys and its fields, the command line its options.
package enum Surface: Equatable, Sendable {
  case screen(Keymap)
  case commandLine

  /// The one that fits.
  func choose(screen: Words, commandLine: Words) -> Words {
    switch self {
    case .screen: screen
    case .commandLine: commandLine
    }
  }

  /// The key of a command where keys can be pressed, else what does the same on the command line.
  func key(_ command: Command, or line: String) -> String {
    switch self {
    case .screen(let keymap): keymap.key(for: command)
    case .commandLine: line
    }
  }
}

extension AppState {
  /// Sentences of this app are read on its screen.
  var surface: Surface { .screen(keymap) }
}
