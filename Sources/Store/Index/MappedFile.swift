internal import CSystem
internal import Glibc

/// The first part of a file, mapped into memory for reading.
///
/// Whoever shortens a file that is mapped ends the program, so only files may be mapped that are
/// replaced and never altered, and none of a network.
final class MappedPart: Sendable {
  private let address: UInt
  private let count: Int

  init?(_ file: OwnFile, _ count: Int) {
    guard count > 0, count <= file.count, !file.isOfTheNetwork,
      let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, file.descriptor, 0), start != MAP_FAILED
    else { return nil }
    (address, self.count) = (UInt(bitPattern: start), count)
  }

  deinit { munmap(UnsafeMutableRawPointer(bitPattern: address), count) }

  /// nil where the part does not reach so far.
  func bytes(_ offset: UInt64, _ length: UInt32) -> UnsafeRawBufferPointer? {
    guard let offset = Int(exactly: offset), offset <= count, Int(length) <= count - offset else {
      return nil
    }
    let start = UnsafeRawPointer(bitPattern: address)
    return UnsafeRawBufferPointer(start: start.map { $0 + offset }, count: Int(length))
  }
}

/// A file that this person owns, open for reading.
final class OwnFile: Sendable {
  /// Nanoseconds since 1970.
  let modified: Int64
  let count: Int
  let isOfTheNetwork: Bool
  fileprivate let descriptor: Int32

  init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    modified = FileStamp(status).modified
    count = Int(status.st_size)
    isOfTheNetwork = FolderWatch.isOfTheNetwork(path)
    guard isKnown, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else {
      return nil
    }
  }

  deinit { close(descriptor) }

  /// nil where the file does not reach so far, or cannot be read.
  func bytes(_ offset: UInt64, _ length: Int) -> [UInt8]? {
    guard let offset = Int(exactly: offset), length >= 0, offset <= count,
      length <= count - offset
    else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { room, filled in
      while filled < length {
        let start = room.baseAddress.map { $0 + filled }
        let got = pread(descriptor, start, length - filled, off_t(offset + filled))
        if got < 0 && errno == EINTR { continue }
        guard got > 0 else { return }
        filled += got
      }
    }
    return bytes.count == length ? bytes : nil
  }
}
