import Terminal
import PtyKit
import TestKit
import Testing

@Suite struct ScreenModelTests {
  private func screen(_ sent: String) -> ScreenModel {
    var screen = ScreenModel(Size(rows: 4, columns: 8))
    screen.feed(sent.utf8)
    return screen
  }

  @Test(arguments: [
    ("bộ\r\nab", ["bộ", "ab", "", ""]), ("\u{1B}[2;3Hx\u{1B}[4;1Hy", ["", "  x", "", "y"]),
    ("abc\u{1B}[2Gx\u{1B}[3dy", ["axc", "", "  y", ""]),
    ("abcdef\u{1B}[3G\u{1B}[K", ["ab", "", "", ""]),
    ("abcdef\u{1B}[3G\u{1B}[1K", ["   def", "", "", ""]), ("a\u{1B}[5b", ["aaaaaa", "", "", ""]),
    ("abcdef\u{1B}[2G\u{1B}[2X", ["a  def", "", "", ""]),
    ("abcdef\u{1B}[2G\u{1B}[2P", ["adef", "", "", ""]),
    ("abcdef\u{1B}[2G\u{1B}[2@", ["a  bcdef", "", "", ""]),
    ("a\r\nb\u{1B}[1;1H\u{1B}[L", ["", "a", "b", ""]),
    ("a\r\nb\r\nc\u{1B}[1;1H\u{1B}[M", ["b", "c", "", ""]),
    ("a\r\nb\r\nc\r\nd\r\ne", ["b", "c", "d", "e"]),
    ("a\r\nb\r\nc\r\nd\u{1B}[2;3r\u{1B}[3;1H\n", ["a", "c", "", "d"]),
    ("a\r\nb\u{1B}[1;1H\u{1B}M", ["", "a", "b", ""]), ("a\r\nb\u{1B}[2J", ["", "", "", ""]),
    ("日x\u{1B}[2Gy", [" yx", "", "", ""]), ("e\u{302}\u{301}x", ["ếx", "", "", ""]),
    ("12345678", ["12345678", "", "", ""]), ("123456789", ["12345678", "9", "", ""]),
    ("1234567日", ["1234567", "日", "", ""]), ("\u{1B}7ab\u{1B}8x", ["xb", "", "", ""]),
    ("\u{1B}]0;title\u{7}a\u{1B}(Bb", ["ab", "", "", ""]),
  ])
  func showsWhatATerminalWould(sent: String, rows: [String]) {
    #expect(screen(sent).rows == rows)
  }

  @Test func theAlternateScreenGivesTheMainOneBack() {
    var screen = screen("shell\u{1B}[?1049h\u{1B}[?25l\u{1B}[?1000h\u{1B}[?2004h\u{1B}[Hhere")
    #expect(screen.rows.first == "here")
    #expect(screen.isAlternate && !screen.isCursorShown && screen.takesMouse && screen.takesPaste)
    screen.feed("\u{1B}[?2004l\u{1B}[?1000l\u{1B}[?25h\u{1B}[?1049l$".utf8)
    #expect(screen.rows.first == "shell$")
    #expect(!screen.isAlternate && screen.isCursorShown && !screen.takesMouse && !screen.takesPaste)
  }

  @Test func aSequenceMayComeInPieces() {
    var screen = ScreenModel(Size(rows: 1, columns: 8))
    for byte in "\u{1B}[3Gộ\u{1B}[1mx".utf8 { screen.feed([byte]) }
    #expect(screen.rows == ["  ộx"])
  }
}

@Suite struct PtyTests {
  @Test func drivesAProgramInItsOwnTerminal() throws {
    let pty = try Pty(
      ["/bin/sh", "-c", "stty size; read word; echo got $word; stty size; exit 3"], rows: 5,
      columns: 30, environment: ["PATH": "/usr/bin:/bin"])
    #expect(pty.expect("5 30"))
    pty.resize(rows: 6, columns: 40)
    try pty.send("tỉnh\n")
    #expect(pty.expect("got tỉnh"))
    #expect(pty.expect("6 40"))
    #expect(pty.waitForExit() == 3)
  }

  @Test func saysWhichSignalEndedTheProgram() throws {
    let pty = try Pty(["/bin/cat"])
    pty.kill(15)
    #expect(pty.waitForExit() == 143)
  }

  @Test func saysWhenThereIsNoSuchProgram() {
    #expect(throws: Pty.Failure.couldNotStart(errno: 2)) { try Pty(["/no/such/program"]) }
  }
}

@Suite struct ScriptedDeviceTests {
  @Test func givesItsScriptThenControlC() {
    var device = ScriptedDevice(
      [.event(.key(.up)), .resize(Size(rows: 2, columns: 2))], size: Size(rows: 1, columns: 1))
    device.present(Canvas(device.size), cursor: nil)
    #expect(device.nextEvent(wake: [], within: nil) == .key(.up))
    #expect(device.nextEvent(wake: [], within: nil) == .resized)
    #expect(device.size == Size(rows: 2, columns: 2))
    #expect(device.nextEvent(wake: [], within: 0) == .key(.control("c")))
    #expect(device.canvases.map(\.size) == [Size(rows: 1, columns: 1)])
  }
}
