import Foundation

/// A window of a tmux server of the test's own; the server ends with its last window.
final class Tmux {
  static let isInstalled = !Shell.run("command -v tmux").isEmpty

  private let server: Server
  /// As tmux calls it: `@0`.
  private let window: String

  /// A new server with one window.
  convenience init(columns: Int, rows: Int) throws {
    let server = Server(columns: columns, rows: rows)
    try self.init(server, window: server.command("list-windows", "-t", "t", "-F", "#{window_id}"))
  }

  private init(_ server: Server, window: String) throws {
    self.server = server
    self.window = window.trimmingCharacters(in: .whitespacesAndNewlines)
    try type("PS1= ; clear")
    try keys("Enter")
  }

  /// One more window of the same server, as large.
  func another() throws -> Tmux {
    try Tmux(
      server,
      window: server.command("new-window", "-d", "-t", "t", "-P", "-F", "#{window_id}", "sh"))
  }

  /// Starts a program in the shell; afterwards the shell says with which code it ended.
  func run(_ arguments: String..., by author: String = "Lan") throws {
    let line = arguments.map { "'\($0)'" }.joined(separator: " ")
    try type(
      "clear; LC_ALL=C.UTF-8 DONDOC_LANG=vi DONDOC_AUTHOR=\(author) \(line); "
        + "echo \"\\$ ended $?\"")
    try keys("Enter")
  }

  func type(_ text: String) throws { _ = server.command("send-keys", "-t", window, "-l", text) }

  func keys(_ names: String...) throws {
    for name in names { _ = server.command("send-keys", "-t", window, name) }
  }

  func screen() throws -> String { server.command("capture-pane", "-p", "-t", window) }

  /// Whether the screen shows `text` within twenty seconds.
  func shows(_ text: String) throws -> Bool { try shows { $0.contains(text) } }

  /// Whether the screen comes to be as it should within twenty seconds.
  func shows(_ isAsItShould: (String) -> Bool) throws -> Bool {
    for _ in 0..<400 {
      if isAsItShould(try screen()) { return true }
      usleep(50_000)
    }
    return false
  }

  /// Kills the program that the shell runs, at once.
  func killProgram() throws {
    let shell = server.command("display-message", "-p", "-t", window, "#{pane_pid}")
    let children = Shell.run("pgrep -P \(shell)")
    for process in children.split(whereSeparator: \.isWhitespace).compactMap({ Int32($0) }) {
      kill(process, SIGKILL)
    }
  }

  private final class Server {
    private let socket = "dondoc-test-\(UUID().uuidString)"

    init(columns: Int, rows: Int) {
      // Without our pipe: the server stays, and would keep it open.
      _ = Shell.run(
        "tmux -L \(socket) -f /dev/null new-session -d -s t -x \(columns) -y \(rows) sh "
          + "</dev/null >/dev/null 2>&1")
    }

    deinit { _ = command("kill-server") }

    /// What tmux answers.
    func command(_ arguments: String...) -> String {
      let quoted = arguments.map { "'" + $0.replacing("'", with: "'\\''") + "'" }
      return Shell.run("tmux -L \(socket) " + quoted.joined(separator: " "))
    }
  }
}
