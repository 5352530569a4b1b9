internal import CSystem
internal import Glibc
internal import Model

/// Tells when somebody changes a register's files: a descriptor that can be read then.
///
/// The system tells of changes made on this machine; on a network file system it is silent about
/// those of others, and then somebody has to look each second.
package final class FolderWatch: Sendable {
  /// Readable as soon as something has changed; -1 where the system gives no watch.
  package let descriptor: Int32
  /// The system does not tell of all changes: the files have to be looked at now and then.
  package let isBlind: Bool

  /// Of `statfs`: NFS, SMB, CIFS, SMB2, FUSE, 9p, AFS, Ceph, Coda, AFP, VirtualBox' shared folders.
  private static let ofTheNetwork: Set<UInt32> = [
    0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x6573_5546, 0x0102_1997, 0x5346_414F, 0x00C3_6400,
    0x7375_7245, 0x6166_7031, 0x786F_4256,
  ]

  /// Whether a file system, by its type in `statfs`, is silent of what other machines do to it.
  static func isSilent(_ type: UInt32) -> Bool { ofTheNetwork.contains(type) }

  static func isOfTheNetwork(_ path: String) -> Bool {
    isSilent(UInt32(truncatingIfNeeded: csys_statfs_type(path)))
  }

  package init(_ folder: RegisterFolder) {
    isBlind = FolderWatch.isOfTheNetwork(folder.path)
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return }
    let changes = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE | IN_CREATE)
    let followUps = folder.path + "/follow-ups"
    let provinces = ((try? Posix.names(in: followUps)) ?? []).map { followUps + "/" + $0 }
    for path in [folder.path, followUps] + provinces {
      inotify_add_watch(descriptor, path, changes)
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Takes the news off the descriptor; whether any of it is of a register's file.
  package func takeNews() -> Bool {
    guard descriptor >= 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 16_384)
    var isOfInterest = false
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      isOfInterest = FolderWatch.namesARegisterFile(buffer[..<count]) || isOfInterest
    }
    return isOfInterest
  }

  /// Whether one of the events names a file that is no lock and no temporary, or tells that events
  /// were lost.
  private static func namesARegisterFile(_ events: ArraySlice<UInt8>) -> Bool {
    let header = MemoryLayout<inotify_event>.size
    var offset = events.startIndex
    while offset + header <= events.endIndex {
      let (mask, length) = events.withUnsafeBytes { bytes in
        let start = offset - events.startIndex
        return (
          bytes.loadUnaligned(fromByteOffset: start + 4, as: UInt32.self),
          Int(bytes.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self))
        )
      }
      let name = events[(offset + header)..<min(offset + header + length, events.endIndex)]
      if mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
      if let first = name.first, first != UInt8(ascii: "."), first != 0 { return true }
      offset += header + length
    }
    return false
  }
}
