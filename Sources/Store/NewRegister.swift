internal import Glibc
package import Model

/// Makes a new register with no follow-ups in it.
package enum NewRegister {
  /// Makes the folder, or uses an empty one, and writes `register.json` last: until it is there,
  /// the folder is no register.
  ///
  /// Of another register, the `template`, settings, registry and holidays are copied.
  ///
  /// - Throws: ``RegisterProblem/registerExists(path:)`` or
  ///   ``RegisterProblem/folderNotEmpty(path:)``, and then nothing was altered.
  package static func make(
    at path: String, name: String?, template: String? = nil
  ) throws(RegisterProblem) {
    if RegisterFolder.isRegister(path) { throw .registerExists(path: path) }
    if Posix.exists(path) {
      guard Posix.isFolder(path), try Posix.isEmptyFolder(path) else {
        throw .folderNotEmpty(path: path)
      }
    }
    let files = try files(from: template)
    let profile = try profile(name: name, from: template)
    try Posix.makeFolders(path)
    guard chmod(path, 0o700) == 0 else {
      throw .system(act: .makeFolder, path: path, code: errno)
    }
    for (file, bytes) in files {
      try Posix.makeFolders(Posix.parent(of: path + "/" + file))
      try SafeFile.replace(path + "/" + file, with: bytes)
    }
    try Posix.makeFolders(path + "/follow-ups")
    try SafeFile.replace(path + "/register.json", with: profile)
  }

  private static func files(
    from template: String?
  ) throws(RegisterProblem) -> [(file: String, bytes: [UInt8])] {
    guard let template else {
      return RegistryKind.allCases.map { ("registry/\($0.rawValue).json", Array("[]\n".utf8)) }
    }
    _ = try RegisterFolder(template).profile()
    var files: [(file: String, bytes: [UInt8])] = []
    for folder in ["registry", "holidays"] where Posix.isFolder(template + "/" + folder) {
      for name in try Posix.names(in: template + "/" + folder) where name.hasSuffix(".json") {
        let file = folder + "/" + name
        // Read strictly: what is broken is not handed on.
        _ = try RegisterFolder(template).readValue(file)
        files.append((file, try bytes(template + "/" + file, shownAs: file)))
      }
    }
    return files
  }

  private static func bytes(
    _ path: String, shownAs file: String
  ) throws(RegisterProblem) -> [UInt8] {
    var reader = JSONReader()
    do throws(FileReadError) {
      _ = try reader.load(path: path)
    } catch {
      throw error.problem(at: file)
    }
    return reader.withBytes { Array($0) }
  }

  private static func profile(
    name: String?, from template: String?
  ) throws(RegisterProblem) -> [UInt8] {
    var members: [Value.Member] = [
      Value.Member("format", .text("dondoc")),
      Value.Member("version", .number(RegisterFolder.version)),
      Value.Member("name", .text(name ?? "Sổ theo dõi")),
    ]
    if name == nil { members.append(Value.Member("nameEn", .text("Follow-up register"))) }
    let kept = try template.map { path throws(RegisterProblem) in
      try RegisterFolder(path).readValue("register.json")
    }
    let settings: Value = .object([
      "dueSoonDays": .number(7), "dueSoonDaysForEvents": .number(30),
    ])
    members.append(Value.Member("provinces", .list(kept?["provinces"].elements ?? [])))
    members.append(Value.Member("settings", kept.map { $0["settings"] } ?? settings))
    return CanonicalWriter.object(.object(members.filter { $0.value != .null }))
  }
}

extension Posix {
  /// Whether a folder holds nothing at all, hidden files counted.
  static func isEmptyFolder(_ path: String) throws(RegisterProblem) -> Bool {
    guard let folder = opendir(path) else { throw .system(act: .list, path: path, code: errno) }
    defer { closedir(folder) }
    var count = 0
    while readdir(folder) != nil { count += 1 }
    return count <= 2
  }
}
