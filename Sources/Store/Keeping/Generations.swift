internal import Glibc
package import Model

/// A former version of one of the register's files.
package struct Generation: Hashable, Sendable {
  /// The file it was: `follow-ups/quang-ninh/2023.json`.
  package let file: String
  /// When it was written.
  package let written: Moment
  /// What people call it: the file without its folder and ending, and the moment.
  package let name: String
  let path: String

  package var version: KeptVersion { KeptVersion(name: name, file: file, written: written) }
}

/// The versions that were kept of each file when it was replaced, in `.generations`.
///
/// Keeping one is a hard link, whatever the size of the file. The folder's name begins with a dot:
/// loading, checking and watching pass it over.
struct Generations {
  static let folderName = ".generations"
  /// The newest of each file are all kept.
  static let newest = 20
  /// Of the older ones, the last of each day for so long before the newest.
  static let days = 30
  /// The newest of the journals whose changes are in the files.
  static let journals = 200

  private let register: String
  private var root: String { register + "/" + Generations.folderName }

  init(_ register: String) { self.register = register }

  // MARK: - Keeping

  /// Keeps a file as it is now; one that is not there is passed over.
  func keep(_ file: String) throws(RegisterProblem) {
    let source = register + "/" + file
    var status = stat()
    guard lstat(source, &status) == 0 else { return }
    let folder = root + "/" + file
    try Posix.makeFolders(folder)
    var moment = Moment(milliseconds: FileStamp(status).modified / 1_000_000)
    while true {
      let target = folder + "/" + Generations.stem(moment) + ".json"
      if try keep(source, as: target, inode: status.st_ino) { break }
      moment = Moment(milliseconds: moment.milliseconds + 1)
    }
    thin(folder)
  }

  /// Keeps a version that another copy of the register had; once, however often it is asked for.
  func keep(_ bytes: [UInt8], of file: String, writtenAt moment: Moment) throws(RegisterProblem) {
    let folder = root + "/" + file
    try Posix.makeFolders(folder)
    let target = folder + "/" + Generations.stem(moment) + ".json"
    if !Posix.exists(target) { try SafeFile.replace(target, with: bytes) }
  }

  /// False where another version has that name.
  private func keep(
    _ source: String, as target: String, inode: ino_t
  ) throws(RegisterProblem) -> Bool {
    guard link(source, target) != 0 else { return true }
    let code = errno
    if code == EEXIST {
      var status = stat()
      return lstat(target, &status) == 0 && status.st_ino == inode
    }
    guard [EPERM, EOPNOTSUPP, ENOSYS, EXDEV, EMLINK].contains(code) else {
      throw .system(act: .makeLink, path: target, code: code)
    }
    // A file system without links: the bytes are copied.
    var reader = JSONReader()
    do throws(FileReadError) {
      _ = try reader.load(path: source)
    } catch {
      throw error.problem(at: source)
    }
    try SafeFile.replace(target, with: reader.withBytes { Array($0) })
    return true
  }

  /// Moves a journal here whose changes are in the files: with it, a file that is damaged later
  /// can be made up again from its last generation.
  func keepJournal(_ journal: String, _ newest: Moment) throws(RegisterProblem) {
    let folder = root + "/" + Generations.journal
    try Posix.makeFolders(folder)
    try Posix.rename(journal, to: "\(folder)/\(Identifier.make(newest)).jsonl")
    let names = (try? Posix.names(in: folder)) ?? []
    for name in names.dropLast(Generations.journals) { unlink(folder + "/" + name) }
  }

  private static let journal = "journal"

  /// The journals kept, the oldest first.
  func keptJournals() -> [String] {
    let folder = root + "/" + Generations.journal
    return ((try? Posix.names(in: folder)) ?? []).filter { $0.hasSuffix(".jsonl") }
      .map { folder + "/" + $0 }
  }

  private func thin(_ folder: String) {
    let names = (try? Posix.names(in: folder)) ?? []
    for name in Generations.superfluous(names) { unlink(folder + "/" + name) }
  }

  /// Of names in order of time, those that are kept no longer.
  static func superfluous(_ names: [String]) -> [String] {
    let moments = names.map(moment(ofName:))
    guard let last = moments.compactMap(\.self).last else { return [] }
    var lastDay: Day?
    var superfluous: [String] = []
    for (name, moment) in zip(names, moments).dropLast(newest).reversed() {
      guard let moment else { continue }
      let isLastOfDay = moment.day != lastDay
      lastDay = moment.day
      if !isLastOfDay || last.day.ordinal - moment.day.ordinal > days { superfluous.append(name) }
    }
    return superfluous.reversed()
  }

  // MARK: - Names

  /// `2023-10-02T081500.123Z`: the moment without colons, which some systems do not take.
  static func stem(_ moment: Moment) -> String { moment.text.filter { $0 != ":" } }

  static func moment(ofName name: String) -> Moment? {
    guard name.hasSuffix(".json") else { return nil }
    var text = Array(name.dropLast(5))
    guard text.count == 22 else { return nil }
    text.insert(":", at: 15)
    text.insert(":", at: 13)
    return Moment(String(text))
  }

  // MARK: - What is kept

  /// All versions kept, by file, the newest first.
  func all() -> [Generation] {
    var generations: [Generation] = []
    for file in files(in: "") {
      let names = (try? Posix.names(in: root + "/" + file)) ?? []
      for name in names.reversed() {
        guard let moment = Generations.moment(ofName: name) else { continue }
        generations.append(
          Generation(
            file: file, written: moment, name: Generations.name(of: file, moment),
            path: root + "/" + file + "/" + name))
      }
    }
    return generations
  }

  private static func name(of file: String, _ moment: Moment) -> String {
    let short = file.hasPrefix("follow-ups/") ? file.dropFirst(11) : file[...]
    return "\(short.dropLast(5))@\(stem(moment))"
  }

  /// The folders that are named as a file of the register is.
  private func files(in folder: String) -> [String] {
    var files: [String] = []
    for name in (try? Posix.names(in: folder.isEmpty ? root : root + "/" + folder)) ?? [] {
      let path = folder.isEmpty ? name : folder + "/" + name
      guard Posix.isFolder(root + "/" + path) else { continue }
      if name.hasSuffix(".json") { files.append(path) } else { files += self.files(in: path) }
    }
    return files
  }
}

extension Generation {
  /// Its records, with what is wrong with it where it cannot be read.
  func records() throws(RegisterProblem) -> [Record] {
    var reader = JSONReader()
    do throws(FileReadError) {
      _ = try reader.load(path: path)
    } catch {
      throw error.problem(at: name)
    }
    do throws(JSONError) {
      try reader.read()
    } catch {
      throw .badSyntax(
        FilePlace(path: name, line: error.line, column: error.column), error.problem)
    }
    guard case .list(let values) = reader.withRoot(\.value) else {
      throw .wrongTop(path: name, expected: .list)
    }
    var records: [Record] = []
    for value in values {
      do throws(ValueError) {
        records.append(try RecordCoding.record(value))
      } catch {
        throw .badValue(FilePlace(path: name, line: 1, column: 1), error)
      }
    }
    return records
  }

  /// The bytes, whatever they say.
  func bytes() throws(RegisterProblem) -> [UInt8] {
    var reader = JSONReader()
    do throws(FileReadError) {
      _ = try reader.load(path: path)
    } catch {
      throw error.problem(at: name)
    }
    return reader.withBytes { Array($0) }
  }
}
