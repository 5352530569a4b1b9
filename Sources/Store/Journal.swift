internal import Glibc
internal import Model

/// Changes that are saved and not yet folded into the follow-up files: one batch a line.
///
/// A line is `{"changes":[…],"sum":"…"}`; the sum is that of the bytes of the list. A batch is in
/// the journal wholly, with the end of its line, or not at all.
struct Journal {
  /// A change and the record it belongs to.
  struct Entry {
    let record: String
    let change: Change
  }

  /// What a journal holds, and what of it could not be used.
  struct Contents {
    var entries: [Entry] = []
    var problems: [RegisterProblem] = []
    /// Where the last whole line ends; bytes after it are of a line that was cut off.
    var wholeBytes = 0
    var stamp: FileStamp?
  }

  private static let recordKey = "record"
  private let path: String

  init(_ folder: RegisterFolder) { path = folder.journal }

  /// One that was kept elsewhere.
  init(at path: String) { self.path = path }

  var exists: Bool { Posix.exists(path) }

  // MARK: - Reading

  func read() throws(RegisterProblem) -> Contents {
    var contents = Contents()
    guard exists else { return contents }
    var reader = JSONReader()
    do throws(FileReadError) {
      contents.stamp = try reader.load(path: path)
    } catch {
      // Somebody has folded it since it was looked for.
      if error == .cannotOpen(errno: ENOENT) { return contents }
      throw error.problem(at: "journal.jsonl")
    }
    let bytes = reader.withBytes { Array($0) }
    var number = 0
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      number += 1
      if let entries = Journal.entries(Array(bytes[start..<end])) {
        contents.entries += entries
      } else {
        contents.problems.append(.damagedJournal(path: "journal.jsonl", line: number))
      }
      start = end + 1
    }
    contents.wholeBytes = start
    if start < bytes.count {
      contents.problems.append(.tornJournal(path: "journal.jsonl", bytes: bytes.count - start))
    }
    return contents
  }

  /// nil for a line that is not as it was written.
  private static func entries(_ line: [UInt8]) -> [Entry]? {
    var reader = JSONReader()
    do throws(JSONError) {
      try reader.read(line)
    } catch {
      return nil
    }
    return reader.withRoot { root in
      guard let list = root["changes"], list.kind == .array,
        root["sum"]?.text == Checksum.text(list.rawBytes)
      else { return nil }
      var entries: [Entry] = []
      for element in list.elements {
        guard let entry = entry(element.value) else { return nil }
        entries.append(entry)
      }
      return entries
    }
  }

  private static func entry(_ value: Value) -> Entry? {
    guard case .object(let members) = value, let record = value[recordKey].text,
      let change = try? Change(.object(members.filter { $0.key != recordKey }))
    else { return nil }
    return Entry(record: record, change: change)
  }

  // MARK: - Writing

  /// Appends one batch and comes back when it is on the disk.
  ///
  /// The caller holds the lock. A line cut off by a crash is first ended, so that it stays a line
  /// of its own; if this batch cannot be written whole, the file is cut back to where it was.
  func append(_ entries: [Entry]) throws(RegisterProblem) -> FileStamp? {
    let isNew = !exists
    let descriptor = try Posix.open(path, O_RDWR | O_CREAT | O_APPEND)
    defer { close(descriptor) }
    let before = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = UInt8(ascii: "\n")
    if before > 0 { pread(descriptor, &last, 1, before - 1) }
    let line = (last == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")]) + Journal.line(entries)
    do throws(RegisterProblem) {
      try Posix.write(line, to: descriptor, path: path)
      try Posix.sync(descriptor, path: path)
      if isNew { try Posix.syncFolder(Posix.parent(of: path)) }
    } catch {
      ftruncate(descriptor, before)
      throw error
    }
    var status = stat()
    return fstat(descriptor, &status) == 0 ? FileStamp(status) : nil
  }

  private static func line(_ entries: [Entry]) -> [UInt8] {
    let values = entries.map { entry -> Value in
      guard case .object(let members) = entry.change.value else { return entry.change.value }
      return .object([Value.Member(recordKey, .text(entry.record))] + members)
    }
    let list = CanonicalWriter.line(.list(values)).filter { $0 != UInt8(ascii: "\n") }
    let sum = Checksum.text(list)
    return Array("{\"changes\": ".utf8) + list + Array(", \"sum\": \"\(sum)\"}\n".utf8)
  }

  /// Takes away a journal whose changes are in the follow-up files; it is kept among the
  /// generations, where that can be done.
  func retire(_ newest: Moment) throws(RegisterProblem) {
    guard exists else { return }
    let folder = Posix.parent(of: path)
    do throws(RegisterProblem) {
      try Generations(folder).keepJournal(path, newest)
    } catch {
      try Posix.remove(path)
    }
    try Posix.syncFolder(folder)
  }

  /// Keeps a journal of which not all could be used under another name, for people to look into.
  func setAside(_ now: Moment) throws(RegisterProblem) {
    let folder = Posix.parent(of: path)
    try Posix.rename(path, to: "\(folder)/journal-damaged-\(Identifier.make(now)).jsonl")
    try Posix.syncFolder(folder)
  }

  var stamp: FileStamp? {
    var status = stat()
    return lstat(path, &status) == 0 ? FileStamp(status) : nil
  }
}
