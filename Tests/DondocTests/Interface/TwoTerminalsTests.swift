import Foundation
import PtyKit
import TestKit
import Testing

/// Two people in one folder, each before a terminal, and commands beside them.
@Suite(.serialized, .timeLimit(.minutes(2))) struct TwoTerminalsTests {
  private func open(
    _ folder: TemporaryFolder, by author: String, environment: [String: String] = [:]
  ) throws -> Pty {
    let given = environment.merging(["DONDOC_AUTHOR": author]) { one, _ in one }
    let program = try BuiltProgram.open(folder.path, rows: 50, environment: given)
    #expect(program.expect("147 / 185"))
    return program
  }

  private func minh(_ folder: TemporaryFolder, _ words: String...) throws {
    let run = try Run(
      list: words + ["--today", "2023-10-02"], data: folder.path,
      environment: ["DONDOC_AUTHOR": "Minh"])
    #expect(run.code == 0, "\(run.complaint)")
  }

  private func quit(_ program: Pty) throws {
    try program.send("q")
    #expect(program.waitForExit(within: 20_000) == 0)
  }

  /// The code in the row the cursor is on.
  private func codeAtCursor(_ program: Pty) -> String? {
    let row = program.screen.text.split(separator: "\n").first { $0.contains("▌") }
    return row?.firstMatch(of: /[A-Z]{2}[0-9]{2}-[0-9]{2}/).map { String($0.0) }
  }

  @Test func aColleaguesChangesLeaveFilterMarksCursorAndHalfTypedText() throws {
    let folder = try RealRegister.copy()
    let program = try open(folder, by: "Lan")
    try program.send("/QN23-1\r")
    #expect(program.expect("/QN23-1"))
    try program.send("  ")
    #expect(program.expect("Áp dụng cho 2 mục"))
    let marked = program.screen.text.split(separator: "\n").filter { $0.contains("✦") }
      .compactMap { $0.firstMatch(of: /QN23-[0-9]{2}/).map { String($0.0) } }
    #expect(marked.count == 2)
    let here = try #require(codeAtCursor(program))
    try program.send("A")
    #expect(program.expect("Ghi diễn biến cho 2 mục"))
    try program.send("đang nói chuy")
    #expect(program.expect("đang nói chuy"))

    try minh(folder, "set", marked[0], "noidung=Tên mới của Minh")
    let begin = Date()
    #expect(program.expect("Tên mới của Minh", within: 3000), "\(program.screen.text)")
    #expect(Date().timeIntervalSince(begin) < 1)
    #expect(program.screen.text.contains("đang nói chuy"))

    try program.send("ện\u{13}")
    #expect(program.expect("Xem trước: 2 mục"))
    try program.send("\r")
    #expect(program.expect("Đã sửa 2 mục"))
    #expect(program.screen.text.split(separator: "\n").count { $0.contains("✦") } == 2)
    #expect(codeAtCursor(program) == here)
    #expect(program.screen.text.contains("QN23-1"))
    try quit(program)
    for code in marked {
      let shown = try Run("show", code, "--json", data: folder.path).followUps().first
      let notes = shown?["notes"] as? [[String: Any]]
      #expect(notes?.last?["text"] as? String == "đang nói chuyện")
    }
    let first = try Run("show", marked[0], "--json", data: folder.path).followUps().first
    #expect(first?["title"] as? String == "Tên mới của Minh")
    #expect(try Run("check", "--json", data: folder.path).code == 0)
  }

  /// The program does not hear of changes in this test, so it still holds what it has read ahead.
  @Test func aRecordThatAColleagueChangedAfterItWasReadAheadIsShownAsItIs() throws {
    let folder = try RealRegister.copy()
    let program = try open(folder, by: "Lan", environment: ["DONDOC_WATCH": "poll"])
    try program.send("j")
    program.readUntilQuiet(100)
    let next = try #require(codeAtCursor(program))
    try program.send("k")
    program.readUntilQuiet(100)
    #expect(codeAtCursor(program) != next)
    try minh(folder, "note", next, "Minh vừa gọi")
    try minh(folder, "set", next, "canbo=Người của Minh")
    try program.send("j")
    #expect(program.expect("Người của Minh"), "\(program.screen.text)")
    try quit(program)
  }

  @Test func oneFieldChangedByBothIsAConflictInBothAndIsSettledInBoth() throws {
    let folder = try RealRegister.copy()
    let (lan, minh) = (try open(folder, by: "Lan"), try open(folder, by: "Minh"))
    for program in [lan, minh] {
      try program.send("/QN23-09\r")
      #expect(program.expect("1 / 185"))
      try program.send("w")
      #expect(program.expect("Hạn của QN23-09"))
    }
    try lan.send("15/12/2023\u{13}")
    #expect(lan.expect("Đã lưu QN23-09"))
    // Minh still has the form open that he opened before, with what he saw then.
    #expect(minh.screen.text.contains("Hạn của QN23-09"))
    try minh.send("30/11/2023\u{13}")
    #expect(minh.expect("Đã lưu QN23-09"))
    #expect(minh.expect("1 xung đột", within: 3000))
    #expect(lan.expect("1 xung đột", within: 3000))
    #expect(lan.expect("15/12/2023 (Lan) ↔ 30/11/2023 (Minh)", within: 3000))
    #expect(minh.expect("15/12/2023 (Lan) ↔ 30/11/2023 (Minh)", within: 3000))

    try lan.send("X")
    #expect(lan.expect("XUNG ĐỘT"))
    #expect(lan.expect("0 / 1"))
    try lan.send("1")
    #expect(lan.expect("Đã lưu QN23-09"))
    #expect(lan.expect("1 / 1"))
    #expect(minh.expectGone("1 xung đột", within: 3000))
    #expect(minh.expect("15/12/2023 · trong hạn", within: 3000))
    try lan.send("\u{1B}")
    #expect(lan.expect("1 / 185"))
    try quit(lan)
    try quit(minh)
    #expect(try Run("conflicts", data: folder.path).output.contains("Không có xung đột"))
    let shown = try Run("show", "QN23-09", "--json", data: folder.path).followUps().first
    #expect(shown?["due"] as? String == "2023-12-15")
    let history = shown?["history"] as? [[String: Any]] ?? []
    #expect(history.contains { $0["by"] as? String == "Minh" })
  }

  /// Held against Lan's day Minh's would be put off without a reason; held against what he saw, not.
  @Test func aDayLaterThanTheColleaguesIsAConflictAndNoRefusal() throws {
    let folder = try RealRegister.copy()
    try minh(folder, "due", "QN23-09", "31/12/2023")
    let (lan, minh) = (try open(folder, by: "Lan"), try open(folder, by: "Minh"))
    for program in [lan, minh] {
      try program.send("/QN23-09\r")
      #expect(program.expect("1 / 185"))
      try program.send("w")
      #expect(program.expect("Hạn của QN23-09"))
    }
    try lan.send("15/10/2023\u{13}")
    #expect(lan.expect("Đã lưu QN23-09"))
    #expect(minh.expect("15/10/2023", within: 3000))
    #expect(minh.screen.text.contains("Hạn của QN23-09"))
    try minh.send("30/11/2023\u{13}")
    #expect(minh.expect("Đã lưu QN23-09"))
    for program in [lan, minh] {
      #expect(program.expect("1 xung đột", within: 3000))
      #expect(program.expect("15/10/2023 (Lan) ↔ 30/11/2023 (Minh)", within: 3000))
    }
    try minh.send("X")
    #expect(minh.expect("0 / 1"))
    try minh.send("1")
    #expect(minh.expect("1 / 1"))
    #expect(lan.expectGone("1 xung đột", within: 3000))
    #expect(lan.expect("15/10/2023 · trong hạn", within: 3000))
    try minh.send("\u{1B}")
    #expect(minh.expect("1 / 185"))
    try quit(lan)
    try quit(minh)
    let shown = try Run("show", "QN23-09", "--json", data: folder.path).followUps().first
    #expect(shown?["due"] as? String == "2023-10-15")
    #expect(shown?["extensions"] == nil)
    #expect(try Run("check", "--json", data: folder.path).code == 0)
  }

  @Test func whereTheSystemTellsNothingTheFilesAreLookedAtEachSecond() throws {
    let folder = try RealRegister.copy()
    let program = try open(folder, by: "Lan", environment: ["DONDOC_WATCH": "poll"])
    try program.send("/QN23-09\rA")
    #expect(program.expect("Ghi diễn biến cho QN23-09"))
    try program.send("nửa câu")
    #expect(program.expect("nửa câu"))
    try minh(folder, "set", "QN23-09", "noidung=Tên mới của Minh")
    #expect(program.expect("Tên mới của Minh", within: 4000))
    #expect(program.screen.text.contains("nửa câu"))
    try program.send("\u{1B}\u{1B}")
    #expect(program.expectGone("nửa câu", within: 3000))
    try quit(program)
  }

  // MARK: - A lock whose holder dies

  /// A process that holds the folder's lock until it is killed.
  private func holder(of folder: TemporaryFolder) throws -> (process: Process, output: Pipe) {
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/bin/sh")
    // One process only: a child would keep the lock when its parent is killed.
    process.arguments = [
      "-c", "exec 9<>\"$0\"; flock 9 && echo held; exec sleep 60", folder.path + "/.lock",
    ]
    process.standardOutput = output
    try process.run()
    let said = output.fileHandleForReading.availableData
    #expect(String(decoding: said, as: UTF8.self).contains("held"))
    return (process, output)
  }

  @Test(.enabled(if: !Shell.run("command -v flock").isEmpty))
  func whenTheHolderOfTheLockIsKilledTheNextWriterGoesOn() throws {
    let folder = try RealRegister.copy()
    let (helper, output) = try holder(of: folder)
    let program = try open(folder, by: "Lan")
    try program.send("/QN23-09\rA")
    #expect(program.expect("Ghi diễn biến cho QN23-09"))
    try program.send("chờ khóa\u{13}")
    program.readUntilQuiet(700)
    #expect(!program.screen.text.contains("Đã lưu"))
    kill(helper.processIdentifier, SIGKILL)
    helper.waitUntilExit()
    #expect(program.expect("Đã lưu QN23-09", within: 5000))
    try quit(program)

    let (second, secondOutput) = try holder(of: folder)
    kill(second.processIdentifier, SIGKILL)
    second.waitUntilExit()
    let run = try Run("note", "QN23-09", "sau khi khóa chết", data: folder.path)
    #expect(run.code == 0)
    #expect(run.complaint.isEmpty)
    let check = try Run("check", "--json", data: folder.path)
    #expect(check.code == 0, "\(check.output)")
    let shown = try Run("show", "QN23-09", "--json", data: folder.path).followUps().first
    #expect((shown?["notes"] as? [Any])?.count == 2)
    withExtendedLifetime((output, secondOutput)) {}
  }
}

extension Pty {
  /// Reads until the screen does not show `text` any more; false when it still does.
  func expectGone(_ text: String, within milliseconds: Int) -> Bool {
    for _ in 0..<max(1, milliseconds / 50) {
      guard screen.text.contains(text) else { return true }
      readUntilQuiet(50)
      usleep(1000)
    }
    return !screen.text.contains(text)
  }
}
