internal import Glibc
internal import Model

/// A file beside the records, as it was before a merge of copies and as the merge left it.
struct MergedFile: Equatable {
  enum Side {
    case before, after

    var other: Side { self == .before ? .after : .before }
  }

  var file: String
  /// nil where the merge made it.
  var before: [UInt8]?
  var after: [UInt8]

  func bytes(_ side: Side) -> [UInt8]? { side == .before ? before : after }

  /// As it is now; nil where there is none.
  func present(in folder: RegisterFolder) throws(RegisterProblem) -> [UInt8]? {
    let path = folder.path + "/" + file
    guard Posix.exists(path) else { return nil }
    var reader = JSONReader()
    do throws(FileReadError) {
      _ = try reader.load(path: path)
    } catch {
      throw error.problem(at: file)
    }
    return reader.withBytes { Array($0) }
  }

  /// Makes it as it was on one side, and keeps what it was. Doing it again comes to the same.
  func put(_ side: Side, in folder: RegisterFolder) throws(RegisterProblem) {
    let wanted = bytes(side)
    guard try present(in: folder) != wanted else { return }
    let path = folder.path + "/" + file
    let parent = Posix.parent(of: path)
    try Generations(folder.path).keep(file)
    if let wanted {
      try Posix.makeFolders(parent)
      return try SafeFile.replace(path, with: wanted)
    }
    try Posix.remove(path)
    try Posix.syncFolder(parent)
    // A folder that the merge made for it goes too; one that holds more stays.
    if parent != folder.path { rmdir(parent) }
  }
}

extension MergedFile {
  /// Its value on one side; null where there was no file, or none that can be read.
  func value(_ side: Side) -> Value {
    guard let bytes = bytes(side) else { return .null }
    var reader = JSONReader()
    guard (try? reader.read(bytes)) != nil else { return .null }
    return reader.withRoot(\.value)
  }

  /// What a merge log says is not trusted to name a file: only one of the register's own is taken.
  init?(_ value: Value) {
    guard let file = value["file"].text, MergedFile.isBesideRecords(file),
      let after = value["after"].text
    else { return nil }
    self.init(
      file: file, before: value["before"].text.map { Array($0.utf8) }, after: Array(after.utf8))
  }

  var value: Value {
    var members = [Value.Member("file", .text(file))]
    if let before {
      members.append(.init("before", .text(String(decoding: before, as: UTF8.self))))
    }
    members.append(.init("after", .text(String(decoding: after, as: UTF8.self))))
    return .object(members)
  }

  private static func isBesideRecords(_ file: String) -> Bool {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return file == ViewsFile.name }
    return ["registry", "programmes", "holidays", "reviews"].contains(parts[0])
      && parts[1].hasSuffix(".json") && !parts[1].hasPrefix(".")
  }
}
