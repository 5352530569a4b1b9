import Foundation
import PtyKit
import Store
import TestKit
import Testing

/// Keys at random for the built program in a terminal.
@Suite(.serialized, .timeLimit(.minutes(10))) struct SoakTerminalTests {
  private static let keys =
    ProcessInfo.processInfo.environment["DONDOC_SOAK"] == nil ? 500 : 5000

  @Test(arguments: [7])
  func atTheEndItLeavesProperlyAndTheTerminalIsAsBefore(seed: UInt64) throws {
    let register = try SampleRegister()
    let pty = try BuiltProgram.open(register.path)
    #expect(pty.expect("Sổ mẫu"))
    var generator = Generator(state: seed)
    for number in 0..<Self.keys {
      try pty.send(generator.bytes())
      if number % 50 == 49 {
        pty.resize(rows: 8 + generator.next(below: 50), columns: 20 + generator.next(below: 140))
      }
      if number % 5 == 4 { pty.readUntilQuiet(1) }
      // A random key may have asked to leave.
      if pty.isClosed { break }
    }
    if !pty.isClosed {
      for _ in 0..<6 {
        try pty.send("\u{1B}")
        pty.readUntilQuiet(80)
      }
      try pty.send("\u{03}")
    }
    var code = pty.waitForExit(within: 3000)
    for _ in 0..<6 where code == nil {
      try? pty.send("\u{1B}")
      pty.readUntilQuiet(80)
      try? pty.send("q")
      code = pty.waitForExit(within: 2000)
    }
    #expect(code == 0)
    let tail = String(decoding: pty.sent.suffix(400), as: UTF8.self)
    #expect(tail.contains("\u{1B}[?1049l"), "the screen of before is shown again")
    #expect(try RegisterCheck.run(register.path).problems.isEmpty)
    let files = try FileManager.default.subpathsOfDirectory(atPath: register.path)
    #expect(!files.contains { $0.hasSuffix(".tmp") || $0 == "journal.jsonl" })
  }
}

/// Keys as a terminal sends them: letters, controls, arrows, pastes.
private struct Generator {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  private static let sequences = [
    "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[5~", "\u{1B}[6~", "\u{1B}[H",
    "\r", "\t", "\u{7F}", "\u{1B}", "\u{13}", "\u{14}", "\u{1A}", "đ", "ươ",
    "\u{1B}[200~dán\nhai dòng\u{1B}[201~", "\u{1B}[<0;10;5M\u{1B}[<0;10;5m",
  ]

  mutating func bytes() -> String {
    if next(below: 3) == 0 { return Self.sequences[next(below: Self.sequences.count)] }
    // All but `q`, which leaves, and `E`, which calls an editor.
    let letters = Array("abcdefghijklmnoprstuvwxyzABCDFGHIJKLMNOPRSTUVWXYZ0123456789/:?+-= .")
    return String(letters[next(below: letters.count)])
  }
}
