import Foundation
import PtyKit
import Store
import TestKit
import Testing

/// Keys at random for the built program in a terminal: 500 of them, or as many as
/// `DONDOC_SOAK_KEYS` says; from twenty thousand on its memory must stay flat.
@Suite(.serialized, .timeLimit(.minutes(60))) struct SoakTerminalTests {
  private static let keys =
    ProcessInfo.processInfo.environment["DONDOC_SOAK_KEYS"].flatMap { Int($0) } ?? 500
  /// Per cent.
  private static let roomToGrow = 3.0

  @Test(arguments: [7])
  func atTheEndItLeavesProperlyAndTheTerminalIsAsBefore(seed: UInt64) async throws {
    let register = try SampleRegister()
    let longRun = LongRun()
    let lives = try await withTaskCancellationHandler {
      try press(Self.keys, at: register, seed: seed, longRun)
    } onCancel: {
      longRun.giveUp()
    }
    for memory in lives {
      print("soak in a terminal: \(memory)")
      if let growth = memory.growth, Self.keys >= 20_000 {
        #expect(growth < Self.roomToGrow)
        #expect(memory.newThreads <= 0)
      }
    }
    let files = try FileManager.default.subpathsOfDirectory(atPath: register.path)
    #expect(!files.contains { $0.hasSuffix(".tmp") || $0 == "journal.jsonl" })
  }

  /// Gives what each of the programs held: a random key may ask to leave, then the next is started.
  private func press(
    _ keys: Int, at register: SampleRegister, seed: UInt64, _ longRun: LongRun
  ) throws -> [MemoryRecord] {
    var lives: [MemoryRecord] = []
    var (pressed, generator) = (0, Generator(state: seed))
    while pressed < keys {
      let pty = try BuiltProgram.open(register.path)
      #expect(pty.expect("Sổ mẫu"))
      var memory = MemoryRecord(of: pty.process)
      var last: [UInt8] = []
      while pressed < keys, !pty.isClosed {
        try longRun.check()
        try pty.send(generator.bytes())
        pressed += 1
        if pressed % 50 == 0 {
          pty.resize(rows: 8 + generator.next(below: 50), columns: 20 + generator.next(below: 140))
        }
        // What it draws is not looked at: it must only go on. Typed ahead are fifty keys at most,
        // for a terminal does not take much more.
        let patience = pressed % 50 == 0 ? 50 : 1
        while pressed % 5 == 0, case let bytes = pty.receive(within: patience), !bytes.isEmpty {
          last = Array((last + bytes).suffix(400))
        }
        if pressed % max(1, keys / 400) == 0 { memory.note() }
      }
      lives.append(memory)
      leave(pty, after: last)
      #expect(try RegisterCheck.run(register.path).problems.isEmpty)
    }
    return lives
  }

  private func leave(_ pty: Pty, after last: [UInt8]) {
    if !pty.isClosed {
      for _ in 0..<6 {
        try? pty.send("\u{1B}")
        pty.readUntilQuiet(80)
      }
      try? pty.send("\u{03}")
    }
    var code = pty.waitForExit(within: 3000)
    for _ in 0..<6 where code == nil {
      try? pty.send("\u{1B}")
      pty.readUntilQuiet(80)
      try? pty.send("q")
      code = pty.waitForExit(within: 2000)
    }
    #expect(code == 0)
    let tail = String(decoding: (last + pty.sent).suffix(400), as: UTF8.self)
    #expect(tail.contains("\u{1B}[?1049l"), "the screen of before is shown again")
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
