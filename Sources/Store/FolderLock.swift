internal import Glibc
internal import Model

/// The one writer at a time: the register is locked from ``init(folder:waiting:)`` to ``release()``.
///
/// `flock` is taken on `.lock`, never on a data file: those are replaced by renaming.
struct FolderLock {
  private let descriptor: Int32

  /// Waits up to `milliseconds` for whoever holds the lock.
  init(folder: String, waiting milliseconds: Int = 15_000) throws(RegisterProblem) {
    let path = folder + "/.lock"
    let descriptor = try Posix.open(path, O_RDWR | O_CREAT)
    var waited = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        let code = errno
        close(descriptor)
        throw .system(act: .lock, path: path, code: code)
      }
      guard waited < milliseconds else {
        let holder = FolderLock.holder(descriptor)
        close(descriptor)
        throw .busy(path: folder, process: holder)
      }
      usleep(2000)
      waited += 2
    }
    ftruncate(descriptor, 0)
    let name = Array("\(getpid())\n".utf8)
    _ = pwrite(descriptor, name, name.count, 0)
    self.descriptor = descriptor
  }

  /// Frees the register. To be called once.
  func release() { close(descriptor) }

  /// The process that wrote its number into the lock last.
  private static func holder(_ descriptor: Int32) -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    return Int32(String(decoding: bytes[..<count], as: UTF8.self).filter(\.isNumber))
  }
}
