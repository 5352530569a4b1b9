import Foundation
import TestKit
import Testing

/// The code of a record that was merged keeps leading to what it goes on as.
@Suite struct MergedCodeTests {
  private static func merged() throws -> TemporaryFolder {
    let folder = try RealRegister.copy()
    for (code, target) in [("QN23-07", "QN23-34"), ("QN23-34", "NA23-01")] {
      let run = try Run("merge-into", code, target, data: folder.path)
      #expect(run.code == 0, "\(run.complaint)")
    }
    return folder
  }

  @Test func listFindsTheRecordItWentInto() throws {
    let folder = try Self.merged()
    let found = try Run("list", "ma:QN23-07", "--json", data: folder.path).codes()
    #expect(Set(found) == ["QN23-07", "QN23-34", "NA23-01"])
    #expect(try Run("list", "code:qn23-34", "--json", data: folder.path).codes().count == 2)
    #expect(try Run("list", "ma:NA23-01", "--json", data: folder.path).codes() == ["NA23-01"])
    #expect(
      try Run("list", "ma:QN23-07 -trangthai:gop", "--json", data: folder.path).codes()
        == ["NA23-01"])
  }

  @Test func afterUndoTheCodeStandsForItself() throws {
    let folder = try Self.merged()
    _ = try Run("undo", data: folder.path)
    _ = try Run("undo", data: folder.path)
    #expect(try Run("list", "ma:QN23-07", "--json", data: folder.path).codes() == ["QN23-07"])
  }

  @Test(arguments: [("vi", "QN23-07"), ("en", "QN23-07")])
  func showSaysSoAndShowsBoth(language: String, code: String) throws {
    let folder = try Self.merged()
    let run = try Run("show", code, data: folder.path, language: language)
    #expect(run.code == 0)
    #expect(run.output.contains("QN23-07  ") && run.output.contains("\nQN23-34  "))
    let said = language == "vi" ? "gộp vào" : "merged into"
    #expect(run.output.lowercased().contains(said), "\(run.output)")
    let codes = try Run("show", code, "--json", data: folder.path).followUps()
      .compactMap { $0["code"] as? String }
    #expect(codes == ["QN23-07", "QN23-34", "NA23-01"])
  }
}
