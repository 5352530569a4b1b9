import PtyKit
import Terminal
import TestKit
import Testing

/// What a Vietnamese input method sends to the built program, in one read or in pieces.
@Suite(.serialized, .timeLimit(.minutes(5))) struct InputMethodInterfaceTests {
  @Test func keysAreUnderstoodFusedOrTorn() throws {
    let folder = try RealRegister.copy()
    let codes = try AppDriver(folder.path, size: Size(rows: 36, columns: 120)).codes
    let program = try BuiltProgram.open(folder.path)
    #expect(program.expect("147 / 185"))
    // Undo, of which there is nothing, and down to the second record.
    try program.send("u\u{7F}ụA")
    #expect(program.expect("Ghi diễn biến cho \(codes[1])"))
    try program.send("\u{1B}")
    #expect(program.expectNot("Ghi diễn biến cho"))
    for byte in Array("u\u{7F}ụ".utf8) {
      try program.send([byte])
      program.readUntilQuiet(60)
    }
    try program.send("A")
    #expect(program.expect("Ghi diễn biến cho \(codes[2])"))
    try program.send("\u{1B}")
    #expect(program.expectNot("Ghi diễn biến cho"))
    try program.send("ư")
    #expect(program.expect("Hạn của \(codes[2])"))
    try program.send("\u{1B}")
    #expect(program.expectNot("Hạn của"))
    try program.send("q")
    #expect(program.waitForExit(within: 20_000) == 0)
  }
}

extension Pty {
  /// Whether the text goes away.
  fileprivate func expectNot(_ text: String) -> Bool {
    for _ in 0..<100 {
      readUntilQuiet()
      if !screen.text.contains(text) { return true }
    }
    return false
  }
}
