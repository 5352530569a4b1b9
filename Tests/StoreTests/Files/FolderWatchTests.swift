@testable import Store
import TestKit
import Testing

@Suite struct FolderWatchTests {
  /// The types of `statfs(2)`.
  @Test(arguments: [
    (UInt32(0x6969), "nfs"), (0xFF53_4D42, "cifs"), (0xFE53_4D42, "smb2"), (0x517B, "smb"),
    (0x6573_5546, "fuse, as of sshfs"), (0x0102_1997, "9p"), (0x00C3_6400, "ceph"),
  ])
  func networkFileSystemsAreLookedAtNowAndThen(type: UInt32, name: String) {
    #expect(FolderWatch.isSilent(type), "\(name)")
  }

  @Test(arguments: [
    (UInt32(0xEF53), "ext4"), (0x0102_1994, "tmpfs"), (0x9123_683E, "btrfs"), (0x5846_5342, "xfs"),
    (0x794C_7630, "overlayfs"),
  ])
  func fileSystemsOfThisMachineTellOfTheirChanges(type: UInt32, name: String) {
    #expect(!FolderWatch.isSilent(type), "\(name)")
  }

  @Test func aChangeOfARegistersFileIsNewsAndALockIsNone() throws {
    let register = try SampleRegister()
    let watch = FolderWatch(RegisterFolder(register.path))
    try #require(watch.descriptor >= 0)
    #expect(!watch.takeNews())
    try register.write(".lock", "1")
    #expect(!watch.takeNews())
    try register.write("journal.jsonl", "")
    #expect(watch.takeNews())
    #expect(!watch.takeNews())
  }
}
