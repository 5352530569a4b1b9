internal import Glibc
internal import Model

/// Puts a whole file in the place of another, so that at any instant one of the two is there.
enum SafeFile {
  /// Writes beside, fsync, rename, fsync of the folder.
  ///
  /// On an error the old file stands; only where the folder itself cannot be synced, an act of
  /// ``SystemAct/sync``, the new one does, and it is not sure to outlast a power cut.
  static func replace(_ path: String, with bytes: [UInt8]) throws(RegisterProblem) {
    let folder = Posix.parent(of: path)
    let temporary = temporary(for: path)
    // Opened before anything is done: a program that has too many files open changes nothing.
    let place = try Posix.open(folder, O_RDONLY | O_DIRECTORY)
    defer { close(place) }
    do throws(RegisterProblem) {
      try writeNew(temporary, bytes, mode: (Posix.mode(of: path) ?? 0o600) & 0o777)
      try Posix.rename(temporary, to: path)
    } catch {
      unlink(temporary)
      throw error
    }
    try Posix.sync(place, path: folder)
  }

  /// Where what is to be at `path` is written first; ``sweep(_:)`` knows it by its name.
  static func temporary(for path: String) -> String {
    Posix.parent(of: path) + "/." + name(of: path) + ".\(getpid()).tmp"
  }

  private static func writeNew(
    _ path: String, _ bytes: [UInt8], mode: mode_t
  ) throws(RegisterProblem) {
    unlink(path)
    let descriptor = try Posix.open(path, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
    defer { close(descriptor) }
    try Posix.write(bytes, to: descriptor, path: path)
    try Posix.sync(descriptor, path: path)
  }

  /// Removes what a crash left beside the files of `folder`: our temporaries whose writer is gone.
  /// Gives how many.
  @discardableResult
  static func sweep(_ folder: String) -> Int {
    guard let entries = opendir(folder) else { return 0 }
    defer { closedir(entries) }
    var swept = 0
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      let parts = name.split(separator: ".")
      guard name.hasPrefix("."), parts.count >= 3, parts.last == "tmp",
        let writer = Int32(parts[parts.count - 2]), kill(writer, 0) != 0, errno == ESRCH
      else { continue }
      if unlink(folder + "/" + name) == 0 { swept += 1 }
    }
    return swept
  }

  private static func name(of path: String) -> Substring {
    path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
  }
}
