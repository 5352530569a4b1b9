import Foundation
import TestKit
import Testing

/// The same in a real terminal that others wrote.
@Suite(.serialized, .enabled(if: Tmux.isInstalled), .timeLimit(.minutes(5))) struct TmuxTests {
  @Test func startFilterChangeQuitReopen() throws {
    let folder = try RealRegister.copy()
    let tmux = try Tmux(columns: 80, rows: 24)
    try tmux.run(BuiltProgram.path, "--data", folder.path, "--today", "2023-10-02")
    #expect(try tmux.shows("147 / 185"))
    try tmux.keys("/")
    try tmux.type("hoanh mo dong trung")
    #expect(try tmux.shows("QN23-09"))
    #expect(try tmux.shows("1 / 185"))
    try tmux.keys("Enter", "s", "4")
    try tmux.type("đã gọi Ủy ban Biên giới")
    try tmux.keys("C-s")
    #expect(try tmux.shows("Đã lưu QN23-09"))
    try tmux.keys("q")
    #expect(try tmux.shows("$ ended 0"))
    #expect(try !tmux.screen().contains("ĐÔN ĐỐC"))

    try tmux.run(BuiltProgram.path, "--data", folder.path, "--today", "2023-10-02")
    #expect(try tmux.shows("147 / 185"))
    try tmux.keys("/")
    try tmux.type("hoanh mo dong trung")
    try tmux.keys("Enter", "Enter")
    #expect(try tmux.shows("◑ Đang thực hiện từ 02/10/2023"))
    try tmux.keys("L")
    #expect(try tmux.shows("đã gọi Ủy ban Biên giới"))
    try tmux.keys("q")
    #expect(try tmux.shows("$ ended 0"))
  }

  @Test func killedRightAfterSavedItIsThere() throws {
    let folder = try RealRegister.copy()
    let tmux = try Tmux(columns: 120, rows: 36)
    try tmux.run(BuiltProgram.path, "--data", folder.path, "--today", "2023-10-02")
    #expect(try tmux.shows("147 / 185"))
    try tmux.keys("/")
    try tmux.type("QN23-09")
    try tmux.keys("Enter", "s", "4")
    try tmux.type("mất điện")
    try tmux.keys("C-s")
    #expect(try tmux.shows("Đã lưu QN23-09"))
    try tmux.killProgram(named: folder.path)
    #expect(try tmux.shows("$ ended 137"))
    // Nothing can give a terminal back after a kill -9 but the person.
    try tmux.type("stty sane; reset")
    try tmux.keys("C-j")
    try tmux.type("clear; echo ready")
    try tmux.keys("Enter")
    #expect(try tmux.shows("ready"))

    try tmux.run(BuiltProgram.path, "--data", folder.path, "--today", "2023-10-02")
    #expect(try tmux.shows("147 / 185"))
    try tmux.keys("/")
    try tmux.type("QN23-09")
    #expect(try tmux.shows("◑ Đang thực hiện từ 02/10/2023"))
    try tmux.keys("Enter", "q")
    #expect(try tmux.shows("$ ended 0"))
  }
}

/// A tmux server of its own, ended with the test.
final class Tmux {
  static let isInstalled = !Shell.run("command -v tmux").isEmpty

  private let socket = "dondoc-test-\(UUID().uuidString)"

  init(columns: Int, rows: Int) throws {
    // Without our pipe: the server stays, and would keep it open.
    _ = Shell.run(
      "tmux -L \(socket) -f /dev/null new-session -d -s t -x \(columns) -y \(rows) sh "
        + "</dev/null >/dev/null 2>&1")
    try type("PS1= ; clear")
    try keys("Enter")
  }

  deinit { _ = try? command("kill-server") }

  /// Starts a program in the shell; afterwards the shell says with which code it ended.
  func run(_ arguments: String...) throws {
    let line = arguments.map { "'\($0)'" }.joined(separator: " ")
    try type(
      "clear; LC_ALL=C.UTF-8 DONDOC_LANG=vi DONDOC_AUTHOR=Lan \(line); echo \"\\$ ended $?\"")
    try keys("Enter")
  }

  func type(_ text: String) throws { _ = try command("send-keys", "-t", "t", "-l", text) }

  func keys(_ names: String...) throws {
    for name in names { _ = try command("send-keys", "-t", "t", name) }
  }

  func screen() throws -> String { try command("capture-pane", "-p", "-t", "t") }

  /// Whether the screen shows `text` within twenty seconds.
  func shows(_ text: String) throws -> Bool {
    for _ in 0..<400 {
      if try screen().contains(text) { return true }
      usleep(50_000)
    }
    return false
  }

  /// Kills the program that has `argument` among its arguments, at once.
  func killProgram(named argument: String) throws {
    let found = Shell.run("pgrep -f -- '--data \(argument)'")
    for process in found.split(whereSeparator: \.isWhitespace).compactMap({ Int32($0) })
    where Shell.run("cat /proc/\(process)/comm").contains("dondoc") {
      kill(process, SIGKILL)
    }
  }

  private func command(_ arguments: String...) throws -> String {
    let quoted = arguments.map { "'" + $0.replacing("'", with: "'\\''") + "'" }
    return Shell.run("tmux -L \(socket) " + quoted.joined(separator: " "))
  }
}
