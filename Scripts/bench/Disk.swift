internal import Glibc

/// The names in a folder but those that begin with a dot; none if it cannot be read.
func names(in path: String) -> [String] {
  guard let folder = opendir(path) else { return [] }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted()
}

func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

/// All bytes of a file; nil if it cannot be read.
func readBytes(_ path: String) -> [UInt8]? {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var bytes: [UInt8] = []
  var part = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(file, &part, part.count)
    guard count > 0 else { return count == 0 ? bytes : nil }
    bytes += part[..<count]
  }
}

func readText(_ path: String) -> String? {
  readBytes(path).map { String(decoding: $0, as: UTF8.self) }
}

func write(_ text: String, to path: String) throws {
  guard let file = fopen(path, "w") else { throw BenchmarkError.cannotWrite(path: path) }
  let bytes = Array(text.utf8)
  let written = fwrite(bytes, 1, bytes.count, file)
  guard fclose(file) == 0, written == bytes.count else {
    throw BenchmarkError.cannotWrite(path: path)
  }
}

/// What the machine itself takes.
struct Disk {
  /// Milliseconds to open and read every follow-up file, on one thread.
  static func readingAll(of register: String) -> Double {
    let root = register + "/follow-ups"
    var buffer = [UInt8](repeating: 0, count: 1 << 24)
    let start = ContinuousClock.now
    for province in names(in: root) {
      for name in names(in: "\(root)/\(province)") {
        let file = open("\(root)/\(province)/\(name)", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { continue }
        while read(file, &buffer, buffer.count) > 0 {}
        close(file)
      }
    }
    return (ContinuousClock.now - start).milliseconds
  }

  /// Milliseconds to append `bytes` to `path` and have them on the disk.
  static func appending(_ bytes: [UInt8], to path: String) throws -> Double {
    let start = ContinuousClock.now
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw BenchmarkError.cannotWrite(path: path) }
    defer { close(file) }
    guard Glibc.write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
      throw BenchmarkError.cannotWrite(path: path)
    }
    return (ContinuousClock.now - start).milliseconds
  }
}

enum BenchmarkError: Error, CustomStringConvertible {
  case cannotWrite(path: String)
  case noFigure(String)

  var description: String {
    switch self {
    case .cannotWrite(let path): "cannot write \(path)"
    case .noFigure(let what): "could not measure \(what)"
    }
  }
}
