internal import Glibc
internal import Model

/// All that an index depends on besides the follow-up files: where the register is, its registry and
/// the program itself, for rows are kept as this program has them in memory.
struct IndexBasis: Equatable {
  let bytes: [UInt8]
  /// The register's own folder, without links.
  let place: [UInt8]

  /// To be taken before the registry is read: who changes it meanwhile makes the index useless, not
  /// wrong. nil where something of it cannot be told.
  init?(_ folder: RegisterFolder) {
    guard let program = IndexBasis.stamp("/proc/self/exe"), let place = realpath(folder.path, nil)
    else { return nil }
    defer { free(place) }
    let folderPath = String(cString: place)
    self.place = Array(folderPath.utf8)
    var lines = [folderPath, "\(MemoryLayout<Row>.stride) \(program)"]
    for part in ["registry", "programmes"] {
      for name in (try? Posix.names(in: folder.path + "/" + part)) ?? [] {
        let file = part + "/" + name
        lines.append("\(file) \(IndexBasis.stamp(folder.path + "/" + file) ?? "-")")
      }
    }
    bytes = Array(lines.joined(separator: "\0").utf8)
  }

  private static func stamp(_ path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let stamp = FileStamp(status)
    return "\(status.st_dev) \(stamp.inode) \(stamp.size) \(stamp.modified)"
  }
}
