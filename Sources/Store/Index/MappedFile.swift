internal import CSystem
internal import Glibc

/// A file of this person and this machine, mapped into memory for reading.
///
/// Whoever shortens a file that is mapped ends the program, so only files that are replaced and never
/// altered may be mapped, and none of a network.
final class MappedFile: Sendable {
  /// Nanoseconds since 1970.
  let modified: Int64
  let count: Int
  private let address: UInt

  /// nil where there is no such file, or it is not one's own.
  init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid(), status.st_size > 0, !FolderWatch.isOfTheNetwork(path),
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0),
      start != MAP_FAILED
    else { return nil }
    modified = FileStamp(status).modified
    count = Int(status.st_size)
    address = UInt(bitPattern: start)
  }

  deinit { munmap(UnsafeMutableRawPointer(bitPattern: address), count) }

  /// nil where the file does not reach so far.
  func part(_ offset: Int, _ length: Int) -> UnsafeRawBufferPointer? {
    guard offset >= 0, length >= 0, offset <= count, length <= count - offset else { return nil }
    let start = UnsafeRawPointer(bitPattern: address)
    return UnsafeRawBufferPointer(start: start.map { $0 + offset }, count: length)
  }
}
