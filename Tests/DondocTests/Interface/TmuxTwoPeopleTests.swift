import Foundation
import TestKit
import Testing

/// Lan and Minh at one register, each in a window of the terminal that others wrote.
@Suite(.serialized, .enabled(if: Tmux.isInstalled), .timeLimit(.minutes(2)))
struct TmuxTwoPeopleTests {
  private let folder: TemporaryFolder
  private let lan: Tmux
  private let minh: Tmux

  init() throws {
    folder = try RealRegister.copy()
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
    lan = try Tmux(columns: 120, rows: 50)
    minh = try lan.another()
    for (tmux, author) in [(lan, "Lan"), (minh, "Minh")] {
      try tmux.run(
        BuiltProgram.path, "--data", folder.path, "--today", "2023-10-02", by: author)
    }
    for tmux in [lan, minh] { #expect(try tmux.shows("147 / 185")) }
  }

  private func filter(_ text: String, by tmux: Tmux) throws {
    try tmux.keys("/")
    try tmux.type(text)
    try tmux.keys("Enter")
    #expect(try tmux.shows("/" + text))
  }

  private func codes(_ screen: String, where isMeant: (Substring) -> Bool) -> [String] {
    screen.split(separator: "\n").filter(isMeant)
      .compactMap { $0.firstMatch(of: /[A-Z]{2}[0-9]{2}-[0-9]{2}/).map { String($0.0) } }
  }

  private func expectCleanRegister() throws {
    let check = try Run("check", "--json", data: folder.path)
    #expect(check.code == 0, "\(check.output)")
    #expect((try check.json()["problems"] as? [Any])?.isEmpty == true)
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    #expect(!files.contains { $0.hasSuffix(".tmp") })
  }

  @Test func whatMinhChangesLanSeesAtOnceAndLosesNothing() throws {
    try filter("QN23-1", by: lan)
    try lan.keys("Space", "Space")
    #expect(try lan.shows("Áp dụng cho 2 mục"))
    let before = try lan.screen()
    let marked = codes(before) { $0.contains("✦") }
    let here = codes(before) { $0.contains("│▌") }
    #expect(marked.count == 2)
    #expect(here.count == 1)
    try lan.keys("A")
    #expect(try lan.shows("Ghi diễn biến cho 2 mục"))
    try lan.type("đang nói chuy")
    #expect(try lan.shows("đang nói chuy"))

    try filter(marked[0], by: minh)
    try minh.keys("s", "4")
    try minh.type("Minh đã gọi")
    try minh.keys("C-s")
    #expect(try minh.shows("Đã lưu \(marked[0])"))
    let saved = Date()
    #expect(try lan.shows { codes($0) { $0.contains("◑ Đang làm") }.contains(marked[0]) })
    #expect(Date().timeIntervalSince(saved) < 1)
    #expect(try lan.screen().contains("đang nói chuy"))

    try lan.type("ện")
    try lan.keys("C-s")
    #expect(try lan.shows("Xem trước: 2 mục"))
    try lan.keys("Enter")
    #expect(try lan.shows("Đã sửa 2 mục"))
    let after = try lan.screen()
    #expect(codes(after) { $0.contains("✦") } == marked)
    #expect(codes(after) { $0.contains("│▌") } == here)
    #expect(after.contains("/QN23-1"))
    let shown = try Run("show", marked[0], "--json", data: folder.path).followUps().first
    let notes = (shown?["notes"] as? [[String: Any]])?.compactMap { $0["text"] as? String } ?? []
    #expect(Set(notes).isSuperset(of: ["Minh đã gọi", "đang nói chuyện"]), "\(notes)")
    for tmux in [lan, minh] {
      try tmux.keys("q")
      #expect(try tmux.shows("$ ended 0"))
    }
    try expectCleanRegister()
  }

  @Test func aConflictIsSeenAndSettledByBothAndOneOfThemMayDie() throws {
    for tmux in [lan, minh] {
      try filter("QN23-09", by: tmux)
      try tmux.keys("w")
      #expect(try tmux.shows("Hạn của QN23-09"))
    }
    for (tmux, day) in [(lan, "15/12/2023"), (minh, "30/11/2023")] {
      try tmux.type(day)
      try tmux.keys("C-s")
      #expect(try tmux.shows("Đã lưu QN23-09"))
    }
    for tmux in [lan, minh] {
      #expect(try tmux.shows("1 xung đột"))
      #expect(try tmux.shows("15/12/2023 (Lan) ↔ 30/11/2023 (Minh)"))
    }
    try lan.keys("X")
    #expect(try lan.shows("XUNG ĐỘT"))
    try lan.keys("1")
    #expect(try lan.shows("1 / 1"))
    #expect(try minh.shows { !$0.contains("xung đột") && $0.contains("15/12/2023 · trong hạn") })
    try lan.keys("Escape")
    #expect(try lan.shows("1 / 185"))

    try minh.keys("A")
    #expect(try minh.shows("Ghi diễn biến cho QN23-09"))
    try minh.type("nửa câu")
    #expect(try minh.shows("nửa câu"))
    try minh.killProgram()
    #expect(try minh.shows("$ ended 137"))
    try lan.keys("A")
    #expect(try lan.shows("Ghi diễn biến cho QN23-09"))
    try lan.type("vẫn làm tiếp")
    try lan.keys("C-s")
    #expect(try lan.shows("Đã lưu QN23-09"))
    try lan.keys("q")
    #expect(try lan.shows("$ ended 0"))

    #expect(try Run("conflicts", data: folder.path).output.contains("Không có xung đột"))
    let shown = try Run("show", "QN23-09", "--json", data: folder.path).followUps().first
    #expect(shown?["due"] as? String == "2023-12-15")
    let notes = (shown?["notes"] as? [[String: Any]])?.compactMap { $0["text"] as? String } ?? []
    #expect(notes.last == "vẫn làm tiếp")
    #expect(!notes.contains { $0.contains("nửa câu") })
    try expectCleanRegister()
  }
}
