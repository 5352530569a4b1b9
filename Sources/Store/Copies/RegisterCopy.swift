internal import Glibc
package import Model

/// A register's folder, copied file by file.
package enum RegisterCopy {
  /// Whether two paths lead to one folder.
  package static func isSame(_ one: String, _ other: String) throws(RegisterProblem) -> Bool {
    var (here, there) = (stat(), stat())
    guard stat(one, &here) == 0 else { throw .missingFolder(path: one) }
    guard stat(other, &there) == 0 else { throw .missingFolder(path: other) }
    return here.st_dev == there.st_dev && here.st_ino == there.st_ino
  }

  /// Copies everything of `source` but what begins with a dot, `register.json` last.
  ///
  /// - Throws: Why it could not be done; a folder that holds something is left alone.
  package static func make(of source: String, at path: String) throws(RegisterProblem) {
    _ = try RegisterFolder(source).profile()
    if RegisterFolder.isRegister(path) { throw .registerExists(path: path) }
    if Posix.exists(path) {
      guard Posix.isFolder(path), try Posix.names(in: path).isEmpty else {
        throw .folderNotEmpty(path: path)
      }
    }
    let lock = try FolderLock(folder: source)
    defer { lock.release() }
    try Posix.makeFolders(path)
    chmod(path, 0o700)
    try copy(source, path)
    try copyFile(source + "/register.json", path + "/register.json")
  }

  private static func copy(_ source: String, _ path: String) throws(RegisterProblem) {
    for name in try Posix.names(in: source) where !name.hasPrefix(".") && name != "register.json" {
      let (from, to) = (source + "/" + name, path + "/" + name)
      if Posix.isFolder(from) {
        try Posix.makeFolders(to)
        try copy(from, to)
      } else {
        try copyFile(from, to)
      }
    }
  }

  private static func copyFile(_ from: String, _ to: String) throws(RegisterProblem) {
    var reader = JSONReader()
    do throws(FileReadError) {
      _ = try reader.load(path: from)
    } catch {
      throw error.problem(at: from)
    }
    try SafeFile.replace(to, with: reader.withBytes { Array($0) })
  }
}
