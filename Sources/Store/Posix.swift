internal import Glibc
internal import Model

/// The calls of the system the store is made of, with errors that say what was tried on what.
enum Posix {
  static func open(
    _ path: String, _ flags: Int32, mode: mode_t = 0o600
  ) throws(RegisterProblem) -> Int32 {
    while true {
      let descriptor = Glibc.open(path, flags | O_CLOEXEC, mode)
      if descriptor >= 0 { return descriptor }
      if errno != EINTR { throw .system(act: .open, path: path, code: errno) }
    }
  }

  /// Writes every byte, however many calls it takes.
  static func write(
    _ bytes: [UInt8], to descriptor: Int32, path: String
  ) throws(RegisterProblem) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, bytes.count - offset)
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw .system(act: .write, path: path, code: errno)
      }
      offset += written
    }
  }

  /// The same at a place of the file.
  static func write(
    _ bytes: [UInt8], to descriptor: Int32, at place: Int, path: String
  ) throws(RegisterProblem) {
    guard lseek(descriptor, off_t(place), SEEK_SET) >= 0 else {
      throw .system(act: .write, path: path, code: errno)
    }
    try write(bytes, to: descriptor, path: path)
  }

  static func sync(_ descriptor: Int32, path: String) throws(RegisterProblem) {
    while fsync(descriptor) != 0 {
      if errno != EINTR { throw .system(act: .sync, path: path, code: errno) }
    }
  }

  static func syncFolder(_ path: String) throws(RegisterProblem) {
    let descriptor = try open(path, O_RDONLY | O_DIRECTORY)
    defer { close(descriptor) }
    try sync(descriptor, path: path)
  }

  static func rename(_ old: String, to new: String) throws(RegisterProblem) {
    guard Glibc.rename(old, new) == 0 else {
      throw .system(act: .rename, path: new, code: errno)
    }
  }

  static func remove(_ path: String) throws(RegisterProblem) {
    guard unlink(path) == 0 || errno == ENOENT else {
      throw .system(act: .remove, path: path, code: errno)
    }
  }

  /// Makes a folder and those above it; one that is there already is fine.
  static func makeFolders(_ path: String) throws(RegisterProblem) {
    guard !isFolder(path) else { return }
    let parent = self.parent(of: path)
    if parent != path { try makeFolders(parent) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw .system(act: .makeFolder, path: path, code: errno)
    }
  }

  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func isFolder(_ path: String) -> Bool {
    mode(of: path).map { $0 & S_IFMT == S_IFDIR } ?? false
  }
  static func exists(_ path: String) -> Bool { mode(of: path) != nil }

  static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : nil
  }

  /// The names in a folder, sorted, without those that begin with a dot.
  static func names(in path: String) throws(RegisterProblem) -> [String] {
    guard let folder = opendir(path) else { throw .system(act: .list, path: path, code: errno) }
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
}
