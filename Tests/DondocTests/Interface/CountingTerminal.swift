import Foundation
import PtyKit
import TestKit

/// A key of the keyboard that is no letter.
enum StoryKey {
  case enter, escape, space, backTab, save

  /// As tmux names it.
  var name: String {
    switch self {
    case .enter: "Enter"
    case .escape: "Escape"
    case .space: "Space"
    case .backTab: "BTab"
    case .save: "C-s"
    }
  }

  /// As a terminal sends it.
  var bytes: String {
    switch self {
    case .enter: "\r"
    case .escape: "\u{1B}"
    case .space: " "
    case .backTab: "\u{1B}[Z"
    case .save: "\u{13}"
    }
  }
}

/// The built program in a terminal, tmux where there is one, that counts every key that is pressed.
final class CountingTerminal {
  private enum Host {
    case tmux(Tmux)
    case pty(Pty)
  }

  private let host: Host
  /// A letter of a language is one key, whatever marks it bears.
  private(set) var presses = 0

  init(_ register: String, today: String) throws {
    let settings = ["DONDOC_TYPING": "off"]
    guard Tmux.isInstalled else {
      host = .pty(try BuiltProgram.open(register, today: today, environment: settings))
      return
    }
    let tmux = try Tmux(columns: 120, rows: 36)
    try tmux.run(
      "env", "DONDOC_TYPING=off", "HOME=/dev/null/home", BuiltProgram.path, "--data", register,
      "--today", today)
    host = .tmux(tmux)
  }

  func type(_ text: String) throws {
    presses += text.count
    switch host {
    case .tmux(let tmux): try tmux.type(text)
    case .pty(let pty): try pty.send(text)
    }
  }

  func press(_ keys: StoryKey...) throws {
    presses += keys.count
    switch host {
    case .tmux(let tmux): for key in keys { try tmux.keys(key.name) }
    case .pty(let pty): for key in keys { try pty.send(key.bytes) }
    }
  }

  func shows(_ text: String) throws -> Bool {
    switch host {
    case .tmux(let tmux): try tmux.shows(text)
    case .pty(let pty): pty.expect(text)
    }
  }

  func screen() throws -> String {
    switch host {
    case .tmux(let tmux): return try tmux.screen()
    case .pty(let pty):
      pty.readUntilQuiet()
      return pty.screen.text
    }
  }

  /// Leaves the program; whether it ended well.
  func quit() throws -> Bool {
    try type("q")
    switch host {
    case .tmux(let tmux): return try tmux.shows("$ ended 0")
    case .pty(let pty): return pty.waitForExit() == 0
    }
  }
}
