import Foundation
import PtyKit
import TestKit
import Testing

/// Changing several records by keys, on the built program.
@Suite(.serialized, .timeLimit(.minutes(5))) struct BulkTests {
  @Test func fiveAreMarkedGivenADeadlineAfterAPreviewAndUndone() throws {
    let folder = try RealRegister.copy()
    let program = try BuiltProgram.open(folder.path)
    #expect(program.expect("147 / 185"))
    try program.send("/QN23 no-due\r")
    #expect(program.expect("/QN23 no-due"))
    try program.send("     ")
    #expect(program.expect("đánh dấu 5"))
    try program.send("w")
    #expect(program.expect("Hạn của 5 mục"))
    try program.send("15/12/2023\r\u{13}")
    #expect(program.expect("Sẽ sửa (5)"))
    #expect(program.expect("Hạn: — → 15/12/2023"))
    try program.send("\r")
    #expect(program.expect("Đã sửa 5 mục (lô "))
    try program.send("u")
    #expect(program.expect("Đã hoàn tác: "))
    try program.send("q")
    #expect(program.waitForExit(within: 20_000) == 0)
    let dated = try Run("list", "QN23 han:15/12/2023", "--json", data: folder.path)
    #expect(try dated.codes().isEmpty)
  }

  @Test func aPersonIsAskedBeforeSeveralAreSet() throws {
    let folder = try RealRegister.copy()
    let program = try Pty(
      [BuiltProgram.path, "set", "--data", folder.path, "chutri:ubbg mở", "uutien=1"], rows: 36,
      columns: 120, environment: BuiltProgram.environment())
    #expect(program.expect("mục? (c = có)"))
    try program.send("k\n")
    #expect(program.expect("Không sửa gì."))
    #expect(program.waitForExit(within: 20_000) == 1)
    #expect(try Run("list", "uutien:1", "--json", data: folder.path).codes().isEmpty)
  }
}
