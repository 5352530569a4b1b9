import Foundation
import TestKit
import Testing

@Suite struct ViewsTests {
  private func views(_ data: String, home: String? = nil) throws -> [[String: Any]] {
    let run = try Run(
      "views", "--json", "--today", "2023-10-02", data: data,
      environment: home.map { ["XDG_CONFIG_HOME": $0] } ?? [:])
    return try #require(try run.json()["views"] as? [[String: Any]])
  }

  @Test func whatIsAddedIsListedCountedAndTakenAway() throws {
    let folder = try RealRegister.copy()
    #expect(try views(folder.path).isEmpty)
    let query = "linhvuc:\"biên giới\" mở"
    let added = try Run("views", "add", "Biên giới", query, "--sort", "due", data: folder.path)
    #expect(added.code == 0)
    #expect(added.output == "Đã lưu: Biên giới (chung)\n")
    let listed = try #require(try views(folder.path).first)
    #expect(listed["query"] as? String == query)
    #expect(listed["home"] as? String == "shared")
    let codes = try Run(
      "list", "--json", "--today", "2023-10-02", query, "--sort", "due", data: folder.path
    ).codes()
    #expect(listed["count"] as? Int == codes.count)
    let ofView = try Run(
      "list", "--json", "--today", "2023-10-02", "--view", "bien gioi", data: folder.path)
    #expect(try ofView.codes() == codes)
    #expect(try Run("check", data: folder.path).code == 0)

    #expect(try Run("views", "rename", "Biên giới", "BG", data: folder.path).code == 0)
    #expect(try views(folder.path).map { $0["name"] as? String } == ["BG"])
    #expect(try Run("views", "remove", "BG", data: folder.path).code == 0)
    #expect(try views(folder.path).isEmpty)
  }

  @Test func onesOwnAreNotInTheRegister() throws {
    let folder = try RealRegister.copy()
    let home = TemporaryFolder()
    let added = try Run(
      "views", "add", "Của tôi", "mở", "--own", data: folder.path,
      environment: ["XDG_CONFIG_HOME": home.path])
    #expect(added.code == 0)
    #expect(try views(folder.path).isEmpty)
    #expect(try views(folder.path, home: home.path).map { $0["home"] as? String } == ["own"])
  }

  @Test func theFolderMayStandBeforeTheCommand() throws {
    let folder = try RealRegister.copy()
    let added = try Run("--data", folder.path, "views", "add", "X", "mở")
    #expect(added.code == 0)
    #expect(try Run("--data", folder.path, "views").output.hasPrefix("X\t"))
  }

  @Test func aStandardViewHasANameToo() throws {
    let ofView = try Run(
      "list", "--json", "--today", "2023-10-02", "--view", "Quá hạn", data: RealRegister.path)
    let ofQuery = try Run(
      "list", "--json", "--today", "2023-10-02", "quá-hạn", data: RealRegister.path)
    #expect(try ofView.codes() == ofQuery.codes())
    #expect(try !ofView.codes().isEmpty)
  }

  @Test func whatCannotBeIsSaid() throws {
    let folder = try RealRegister.copy()
    let wrong = try Run("views", "add", "X", "tinnh:qn", data: folder.path)
    #expect(wrong.code == 2)
    #expect(wrong.complaint.contains("tinnh"))
    let unknown = try Run("list", "--view", "Không có", data: folder.path)
    #expect(unknown.code == 1)
    #expect(unknown.complaint == "Không có chế độ xem “Không có”.\n")
    _ = try Run("views", "add", "UNESCO", "unesco", data: folder.path)
    let twice = try Run("views", "add", "UNESCO", "mở", data: folder.path)
    #expect(twice.code == 1)
    #expect(twice.complaint == "Đã có chế độ xem “UNESCO”.\n")
  }

  @Test func aFaultyFileIsNamedAndNotWrittenTo() throws {
    let folder = try RealRegister.copy()
    let broken = "{\n  \"views\": [{\"query\": \"mở\"}]\n}\n"
    try folder.write(broken, to: "views.json")
    let add = try Run("views", "add", "X", "mở", data: folder.path)
    #expect(add.code == 1)
    #expect(add.complaint.contains("views.json:2:13"))
    #expect(try folder.read("views.json") == broken)
    #expect(try Run("check", data: folder.path).output.contains("views.json:2:13"))
  }

  @Test func ofViewsAddedAtOnceNoneIsLost() async throws {
    let folder = try RealRegister.copy()
    let path = folder.path
    try await withThrowingTaskGroup(of: Int32.self) { group in
      for number in 0..<12 {
        group.addTask { try Run("views", "add", "Số \(number)", "mở", data: path).code }
      }
      for try await code in group { #expect(code == 0) }
    }
    let names = try views(folder.path).compactMap { $0["name"] as? String }
    #expect(Set(names) == Set((0..<12).map { "Số \($0)" }))
  }
}
