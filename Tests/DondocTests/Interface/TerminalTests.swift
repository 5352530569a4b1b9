import Foundation
import PtyKit
import TestKit
import Testing

/// The built program in a terminal: the whole way from a key to the disk, and back to the shell.
@Suite(.serialized, .timeLimit(.minutes(5))) struct InterfaceTests {
  private func quit(_ program: Pty) throws {
    try program.send("q")
    #expect(program.waitForExit(within: 20_000) == 0)
  }

  /// It goes past the parser of words: whatever the environment and the settings say holds all the same.
  @Test func withoutAWordTheRegisterOfTheEnvironmentOpens() throws {
    let folder = try RealRegister.copy()
    let program = try Pty(
      [BuiltProgram.path], rows: 24, columns: 80,
      environment: BuiltProgram.environment(["DONDOC_DATA": folder.path, "DONDOC_LANG": "en"]))
    #expect(program.expect("147 / 185"))
    #expect(program.screen.text.contains("? help"))
    try program.send("q")
    #expect(program.waitForExit(within: 20_000) == 0)
    let none = try Run(list: [], data: "/nowhere")
    #expect(none.code == 1)
    #expect(none.complaint.hasPrefix("Không có thư mục"))
  }

  @Test func aPaperOfAPastDaySaysWhatWasSoThen() throws {
    let folder = try RealRegister.copy()
    let answer = ["line", "QG23-23", "hoa-ky", "status=done", "paper=trả lời số 1"]
    #expect(try Run(list: answer + ["--today", "2024-03-20"], data: folder.path).code == 0)
    for (day, isAnswered) in [("2024-01-31", false), (nil, true)] {
      let past = day.map { ["--as-of", $0] } ?? []
      let program = try Pty(
        [BuiltProgram.path, "--data", folder.path] + past, rows: 36, columns: 120,
        environment: BuiltProgram.environment())
      try program.send("/ma:QG23-23\r")
      #expect(program.expect("1 / 185"))
      try program.send("ga")
      #expect(program.expect("Từng đối tác"))
      #expect(program.screen.text.contains("trả lời số 1") == isAnswered)
      try program.send("\u{1B}")
      #expect(program.expectGone("Từng đối tác", within: 5000))
      try program.send("q")
      #expect(program.waitForExit(within: 20_000) == 0)
    }
  }

  @Test func aStatusIsSetByKeysAndThereAfterReopening() throws {
    let folder = try RealRegister.copy()
    let first = try BuiltProgram.open(folder.path)
    #expect(first.expect("147 / 185"))
    try first.send("/hoanh mo dong trung\r")
    #expect(first.expect("1 / 185"))
    try first.send("s4")
    #expect(first.expect("QN23-09 → Đang thực hiện"))
    try first.send("đã gọi Ủy ban\u{13}")
    #expect(first.expect("Đã lưu QN23-09"))
    try quit(first)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/journal.jsonl"))

    let second = try BuiltProgram.open(folder.path)
    #expect(second.expect("147 / 185"))
    try second.send("/QN23-09\r")
    #expect(second.expect("Đang thực hiện từ 02/10/2023"))
    try second.send("L")
    #expect(second.expect("đã gọi Ủy ban"))
    try quit(second)
  }

  @Test func whatWasReportedSavedSurvivesKill9() throws {
    let folder = try RealRegister.copy()
    let first = try BuiltProgram.open(folder.path)
    #expect(first.expect("147 / 185"))
    try first.send("/QN23-09\rA")
    #expect(first.expect("Ghi diễn biến cho QN23-09"))
    try first.send("ghi rồi mất điện\u{13}")
    #expect(first.expect("Đã lưu QN23-09"))
    first.kill(9)
    #expect(first.waitForExit(within: 20_000) == 137)

    let second = try BuiltProgram.open(folder.path)
    #expect(second.expect("147 / 185"))
    try second.send("/QN23-09\r")
    #expect(second.expect("1 / 185"))
    try second.send("L")
    #expect(second.expect("ghi rồi mất điện"))
    try quit(second)
  }

  @Test(arguments: [("q", Int32(0)), ("\u{3}", 0)])
  func theTerminalIsGivenBackOnQuitting(key: String, code: Int32) throws {
    let program = try BuiltProgram.open(RealRegister.path)
    #expect(program.expect("147 / 185"))
    #expect(program.screen.isAlternate)
    try program.send(key)
    #expect(program.waitForExit(within: 20_000) == code)
    expectGivenBack(program)
  }

  @Test(arguments: [Int32(15), 1, 11, 6, 4])
  func theTerminalIsGivenBackWhenASignalEndsIt(signal: Int32) throws {
    let program = try BuiltProgram.open(RealRegister.path)
    #expect(program.expect("147 / 185"))
    program.kill(signal)
    #expect(program.waitForExit(within: 20_000) == 128 + signal)
    program.readUntilQuiet()
    expectGivenBack(program)
  }

  private func expectGivenBack(_ program: Pty) {
    #expect(!program.screen.isAlternate)
    #expect(program.screen.isCursorShown)
    #expect(!program.screen.takesMouse)
    #expect(!program.screen.takesPaste)
  }

  @Test func aResizeRedrawsAtOnceAndATinyWindowAsksForRoom() throws {
    let program = try BuiltProgram.open(RealRegister.path)
    #expect(program.expect("147 / 185"))
    program.resize(rows: 5, columns: 20)
    #expect(program.expect("Cửa sổ quá nhỏ"))
    program.resize(rows: 24, columns: 80)
    #expect(program.expect("147 / 185"))
    program.resize(rows: 48, columns: 160)
    #expect(program.expect("CHẾ ĐỘ XEM"))
    try quit(program)
  }

  @Test func aPasteIsTextAndNotKeys() throws {
    let program = try BuiltProgram.open(RealRegister.path)
    #expect(program.expect("147 / 185"))
    try program.send("/\u{1B}[200~hoanh mo\u{1B}[31m dong trung q\u{1B}[201~")
    #expect(program.expect("0 / 185"))
    try program.send("\u{1B}")
    #expect(program.expect("147 / 185"))
    try quit(program)
  }

  @Test func aClickChoosesAView() throws {
    let program = try BuiltProgram.open(RealRegister.path)
    #expect(program.expect("147 / 185"))
    // The view "Quá hạn": the sixth line of the pane.
    try program.send("\u{1B}[<0;5;9M\u{1B}[<0;5;9m")
    #expect(program.expect("QUÁ HẠN"))
    try quit(program)
  }

  @Test(arguments: [
    (term: "dumb", sentence: "dumb"), (term: "no-such-terminal", sentence: "no-such-terminal"),
  ])
  func aTerminalThatWillNotDoIsRefusedInOneSentence(term: String, sentence: String) throws {
    let program = try BuiltProgram.open(RealRegister.path, environment: ["TERM": term])
    #expect(program.waitForExit(within: 20_000) == 2)
    program.readUntilQuiet()
    #expect(program.screen.text.contains(sentence))
    #expect(!program.screen.isAlternate)
  }

  @Test(arguments: ["vt100", "linux", "xterm", "screen-256color"])
  func otherTerminalsAreDrawnOn(term: String) throws {
    let program = try BuiltProgram.open(RealRegister.path, environment: ["TERM": term])
    #expect(program.expect("147 / 185"))
    try quit(program)
  }

  @Test func withoutColourNothingIsSaidByColourAlone() throws {
    let program = try BuiltProgram.open(RealRegister.path, environment: ["NO_COLOR": "1"])
    #expect(program.expect("147 / 185"))
    #expect(!String(decoding: program.sent, as: UTF8.self).contains("[38;5"))
    try program.send("5")
    #expect(program.expect("▲ quá 550 ngày"))
    try quit(program)
  }

  @Test func anASCIITerminalGetsStandIns() throws {
    let program = try BuiltProgram.open(RealRegister.path, environment: ["LC_ALL": "C"])
    #expect(program.expect("147 / 185"))
    #expect(program.sent.allSatisfy { $0 < 0x80 })
    try quit(program)
  }

  @Test func aBadFileHasABannerAndIsLeftAlone() throws {
    let folder = try RealRegister.copy()
    let broken = "[\n  {\"code\": \"NA23-01\",}\n]\n"
    try folder.write(broken, to: "follow-ups/nghe-an/2023.json")
    let program = try BuiltProgram.open(folder.path)
    #expect(program.expect("follow-ups/nghe-an/2023.json:2:21"))
    #expect(program.expect("112 / 145"))
    try program.send("A")
    #expect(program.expect("Ghi diễn biến"))
    try program.send("vẫn làm việc được\u{13}")
    #expect(program.expect("Đã lưu"))
    try quit(program)
    #expect(try folder.read("follow-ups/nghe-an/2023.json") == broken)
  }

  @Test func aColleaguesChangeAppearsByItselfAndTheCursorStays() throws {
    let folder = try RealRegister.copy()
    let program = try BuiltProgram.open(folder.path)
    #expect(program.expect("147 / 185"))
    try program.send("/QN23-09\r")
    #expect(program.expect("1 / 185"))
    let said = Shell.run(
      "DONDOC_AUTHOR=Minh \(BuiltProgram.path) status QN23-09 inProgress --note 'Minh đã gọi' "
        + "--data \(folder.path) --today 2023-10-02")
    #expect(said.contains("QN23-09"))
    #expect(program.expect("Đang thực hiện từ 02/10/2023", within: 5000))
    try quit(program)
  }

  /// After a stop all is drawn anew: what was sent piece by piece must have come to the same.
  @Test(arguments: ["xterm-256color", "xterm", "linux", "screen-256color", "vt100"])
  func whatChangedIsSentAsOnEveryTerminal(name: String) throws {
    let program = try BuiltProgram.open(RealRegister.path, environment: ["TERM": name])
    #expect(program.expect("147 / 185"))
    for keys in [
      "jjjj", "G", "k", "\t", "LL", "J", "\t\t", "/quan", "\r", "?", "\u{1B}", "B", "\u{1B}",
    ] {
      try program.send(keys)
      program.readUntilQuiet(80)
      let shown = program.screen.text
      program.kill(SIGCONT)
      program.readUntilQuiet(80)
      #expect(program.screen.text == shown, "\(keys) on \(name)")
    }
    try quit(program)
  }

  @Test func idleItSleeps() throws {
    let program = try BuiltProgram.open(RealRegister.path)
    #expect(program.expect("147 / 185"))
    program.readUntilQuiet(300)
    let before = try switches(of: program.process)
    program.readUntilQuiet(1500)
    #expect(try switches(of: program.process) == before)
    try quit(program)
  }

  /// What the next step may show is read in the turn of the key, not in one of its own.
  @Test func afterAKeyItSleepsToo() throws {
    let program = try BuiltProgram.open(RealRegister.path)
    #expect(program.expect("147 / 185"))
    program.readUntilQuiet(300)
    let before = try switches(of: program.process)
    try program.send("j")
    program.readUntilQuiet(1500)
    #expect(try switches(of: program.process) == before + 1)
    try quit(program)
  }

  /// How often the process has gone to sleep by itself: each wake-up ends in one.
  private func switches(of process: Int32) throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") }
    return Int(line?.split(separator: "\t").last ?? "") ?? -1
  }
}
