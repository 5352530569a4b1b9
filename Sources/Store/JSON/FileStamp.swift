import Glibc

/// What tells one version of a file from the next without reading it.
///
/// The inode belongs to it: two quick writes can share a size and a tick of the clock, but a
/// file that was put in place by a rename has an inode of its own.
package struct FileStamp: Hashable, Sendable {
  package let inode: UInt64
  /// Bytes.
  package let size: Int64
  /// Nanoseconds since 1970.
  package let modified: Int64

  package init(inode: UInt64, size: Int64, modified: Int64) {
    self.inode = inode
    self.size = size
    self.modified = modified
  }

  init(_ status: stat) {
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
  }

  /// Of the file as it is now; nil while there is none.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}

/// The stamps of a folder's files as they are now, by their paths in it. To be used at once and thrown
/// away: a folder that was put in the place of another is not noticed.
struct FolderStamps: ~Copyable {
  private let path: String
  /// Paths are looked up from here, which spares the system the way to the folder each time; -1 where
  /// too many files are open.
  private let descriptor: Int32

  init(_ path: String) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// nil where there is no such file.
  subscript(file: String) -> FileStamp? {
    var status = stat()
    let code =
      descriptor >= 0
      ? fstatat(descriptor, file, &status, AT_SYMLINK_NOFOLLOW) : lstat(path + "/" + file, &status)
    return code == 0 ? FileStamp(status) : nil
  }
}

/// Why the bytes of a file could not be had.
package enum FileReadError: Error, Hashable, Sendable {
  case cannotOpen(errno: Int32)
  case cannotRead(errno: Int32)
  case isDirectory
  /// A pipe, a socket or a device.
  case isSpecial
  case tooLarge(bytes: Int64)
}
