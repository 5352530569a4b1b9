import Foundation
import TestKit
import Testing

/// A disk that is full, and one that may only be read: a mount of its own in a namespace of its own.
@Suite(.serialized, .enabled(if: Disk.canBeMounted), .timeLimit(.minutes(5)))
struct DiskTests {
  @Test func onAFullDiskTheJournalTakesTheChangeOrNothingIsChanged() throws {
    let said = try Disk.run(
      """
      cp -R \(RealRegister.path)/. . && dd if=/dev/zero of=fill bs=1024 2>/dev/null
      \(BuiltProgram.path) note QN23-09 'đĩa đầy' --data .; echo "code $?"
      rm fill; \(BuiltProgram.path) show QN23-09 --data . | grep -c 'đĩa đầy'; echo end
      """)
    #expect(said.contains("code 1\n0\nend"))
    #expect(said.contains("đĩa đã đầy"))
  }

  @Test func aChangeInTheJournalWaitsForRoomToBeFolded() throws {
    let said = try Disk.run(
      """
      cp -R \(RealRegister.path)/. .
      room=$(df -k --output=avail . | tail -1)
      dd if=/dev/zero of=fill bs=1024 count=$((room - 40)) 2>/dev/null
      \(BuiltProgram.path) note QN23-09 'còn ít chỗ' --data .; echo "code $?"
      rm fill; \(BuiltProgram.path) show QN23-09 --data . | grep -c 'còn ít chỗ'; echo end
      """)
    #expect(said.contains("code 0\n1\nend"))
    #expect(said.contains("Đã lưu trong nhật ký"))
  }

  @Test func onAReadOnlyDiskARegisterIsReadAndNotChanged() throws {
    let said = try Disk.run(
      """
      cp -R \(RealRegister.path)/. . && mount -o remount,ro .
      \(BuiltProgram.path) note QN23-09 'chỉ đọc' --data .; echo "code $?"
      \(BuiltProgram.path) list overdue --today 2023-10-02 --data . | cut -f 1
      """)
    #expect(said.contains("đĩa chỉ cho đọc"))
    #expect(said.contains("code 1\nQN22-11"))
  }
}

/// A small disk in memory, which only the script run on it sees.
enum Disk {
  static let canBeMounted = (try? run("echo mounted"))?.contains("mounted") ?? false

  /// What a script prints, run in the root of a fresh disk of 2 MiB.
  static func run(_ script: String) throws -> String {
    let folder = TemporaryFolder()
    try folder.write(script, to: "script")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/disk", withIntermediateDirectories: true)
    let line = """
      unshare --mount sh -c 'mount -t tmpfs -o size=2m tmpfs \(folder.path)/disk \
      && cd \(folder.path)/disk && DONDOC_LANG=vi LC_ALL=C.UTF-8 sh \(folder.path)/script' 2>&1
      """
    return Shell.run(line)
  }
}
