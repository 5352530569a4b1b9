import CSimdJSON
import Glibc

/// The bytes of one file after the other, with the zero bytes behind them that the reader needs.
///
/// The memory only grows. It moves when it grows, so no pointer into it outlives the next load.
struct FileBuffer: ~Copyable {
  /// The largest file that is read: a register's files are a thousandth of it.
  static let largest: Int64 = 1 << 31

  private(set) var start: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  /// Bytes without the padding.
  private var room: Int

  init() {
    room = 0
    start = .allocate(capacity: sj_padding)
    pad()
  }

  deinit {
    start.deallocate()
  }

  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: count)
  }

  mutating func fill(with bytes: UnsafeBufferPointer<UInt8>) {
    count = 0
    reserve(bytes.count)
    if let source = bytes.baseAddress { start.update(from: source, count: bytes.count) }
    count = bytes.count
    pad()
  }

  /// Replaces the bytes by those of the file; after an error the buffer is empty.
  ///
  /// The stamp is taken before the bytes: what is written meanwhile shows as a newer stamp.
  mutating func load(path: String) throws(FileReadError) -> FileStamp {
    count = 0
    defer { pad() }
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write into it.
    var descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    while descriptor < 0 && errno == EINTR {
      descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    }
    guard descriptor >= 0 else { throw .cannotOpen(errno: errno) }
    defer { close(descriptor) }
    let stamp = try stampOfFile(descriptor)
    // One more than the size: a read that finds room and nothing else is the end of the file.
    reserve(Int(stamp.size) + 1)
    do throws(FileReadError) {
      try readToEnd(descriptor)
    } catch {
      count = 0
      throw error
    }
    return stamp
  }

  private func stampOfFile(_ descriptor: Int32) throws(FileReadError) -> FileStamp {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .cannotRead(errno: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .isDirectory
    default: throw .isSpecial
    }
    let stamp = FileStamp(status)
    guard stamp.size <= Self.largest else { throw .tooLarge(bytes: stamp.size) }
    return stamp
  }

  private mutating func readToEnd(_ descriptor: Int32) throws(FileReadError) {
    while true {
      if count == room { reserve(room * 2) }
      guard room <= 2 * Self.largest else { throw .tooLarge(bytes: Int64(count)) }
      let got = read(descriptor, start + count, room - count)
      if got == 0 { return }
      if got > 0 {
        count += got
      } else if errno != EINTR {
        throw .cannotRead(errno: errno)
      }
    }
  }

  /// Makes room for `wanted` bytes in all, keeping the first `count`.
  private mutating func reserve(_ wanted: Int) {
    guard wanted > room else { return }
    room = wanted + wanted / 4
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: room + sj_padding)
    grown.update(from: start, count: count)
    start.deallocate()
    start = grown
  }

  private func pad() {
    (start + count).update(repeating: 0, count: sj_padding)
  }
}
