import Foundation
import Glibc

/// What stands in a register's folder, byte by byte, so that what came out twice is looked at once.
///
/// A file that is still the one the scenario began with (the same inode: registers are copied by
/// links, and nothing writes into a file but the journal and the lock) is told by that. The numbers of
/// processes are left out: in the names of temporaries, and in the lock.
struct RegisterOutcome: Hashable, Sendable {
  private struct Entry: Hashable {
    let path: String
    let mode: mode_t
    let content: Content
  }

  private enum Content: Hashable {
    case folder
    case original(inode: ino_t)
    case bytes(Bytes)
  }

  /// Told apart by all its bytes.
  private struct Bytes: Hashable {
    let data: Data

    func hash(into hasher: inout Hasher) {
      data.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  private let entries: [Entry]

  /// With `originals`, the files that are told by their inode; without, every file is read.
  init(of folder: String, originals: Set<ino_t> = []) throws {
    var entries: [Entry] = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var status = stat()
      guard lstat(folder + "/" + path, &status) == 0 else { throw CocoaError(.fileReadUnknown) }
      let content: Content
      if status.st_mode & S_IFMT == S_IFDIR {
        content = .folder
      } else if originals.contains(status.st_ino) {
        content = .original(inode: status.st_ino)
      } else {
        let data = try Data(contentsOf: URL(filePath: folder + "/" + path))
        let isLock = path == ".lock"
        content = .bytes(Bytes(data: isLock ? RegisterOutcome.withoutDigits(data) : data))
      }
      let name = path.replacing(/\.[0-9]+\.tmp/, with: ".tmp")
      entries.append(Entry(path: name, mode: status.st_mode, content: content))
    }
    self.entries = entries.sorted { $0.path < $1.path }
  }

  /// Whether there is a number, and whether it is whole.
  private static func withoutDigits(_ data: Data) -> Data {
    Data([data.isEmpty ? 0 : 1]) + data.filter { !(48...57).contains($0) }
  }
}
