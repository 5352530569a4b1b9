internal import Glibc
internal import Model

/// What a merge of copies took over, kept in `merges/` so that it can be undone as one.
struct MergeLog {
  struct Entry {
    var key: String
    var changes: [Change.ID]
  }

  /// The merge was taken back, or done again.
  struct Turn {
    var batch: String
    var at: Moment
    var by: String
    /// The merge, or the turn before.
    var undoes: String
  }

  var batch: String
  var at: Moment
  var by: String
  var records: [Entry]
  var files: [MergedFile] = []
  var turns: [Turn] = []

  /// Whether the merge stands: each turn takes back the one before.
  var isInForce: Bool { turns.count.isMultiple(of: 2) }
  var side: MergedFile.Side { isInForce ? .after : .before }

  /// Whether `batch` is the merge itself or one of its turns.
  func includes(_ batch: String) -> Bool {
    self.batch == batch || turns.contains { $0.batch == batch }
  }

  /// As undo and redo see it.
  var history: [UndoHistory.Entry] {
    [UndoHistory.Entry(batch: batch, at: at)]
      + turns.map { UndoHistory.Entry(batch: $0.batch, at: $0.at, undoes: $0.undoes) }
  }

  // MARK: - Files

  private static let directory = "merges"
  /// What is being done; its name begins with a dot, so that neither copies nor backups take it.
  private static let unfinished = "merges/.unfinished"

  func write(_ folder: RegisterFolder) throws(RegisterProblem) {
    try write(folder, "\(MergeLog.directory)/\(batch).json")
  }

  func begin(_ folder: RegisterFolder) throws(RegisterProblem) {
    try write(folder, MergeLog.unfinished)
  }

  private func write(_ folder: RegisterFolder, _ file: String) throws(RegisterProblem) {
    try Posix.makeFolders(folder.path + "/" + MergeLog.directory)
    try SafeFile.replace(folder.path + "/" + file, with: CanonicalWriter.object(value))
  }

  static func end(_ folder: RegisterFolder) throws(RegisterProblem) {
    try Posix.remove(folder.path + "/" + unfinished)
  }

  /// What was being done when somebody was cut off. Where there is nothing it costs one look.
  static func begun(_ folder: RegisterFolder) -> MergeLog? {
    guard Posix.exists(folder.path + "/" + unfinished) else { return nil }
    return (try? folder.readValue(unfinished)).flatMap(MergeLog.init)
  }

  /// Whether the log that is kept knows as much as this one.
  func isKept(_ folder: RegisterFolder) -> Bool {
    let kept = (try? folder.readValue("\(MergeLog.directory)/\(batch).json")).flatMap(MergeLog.init)
    return kept?.turns.count == turns.count
  }

  /// Those there are; one that cannot be read is passed over, it only cannot be undone as one.
  static func all(_ folder: RegisterFolder) -> [MergeLog] {
    let path = folder.path + "/" + directory
    guard Posix.isFolder(path) else { return [] }
    return ((try? Posix.names(in: path)) ?? []).filter { $0.hasSuffix(".json") }.compactMap {
      name in (try? folder.readValue("\(directory)/\(name)")).flatMap(MergeLog.init)
    }
  }
}

extension MergeLog {
  private var value: Value {
    var members: [Value.Member] = [
      .init("batch", .text(batch)), .init("at", .text(at.text)), .init("by", .text(by)),
    ]
    let records = records.map { entry -> Value in
      .object(["key": .text(entry.key), "changes": .list(entry.changes.map { .text($0) })])
    }
    let turns = turns.map { turn -> Value in
      .object([
        "batch": .text(turn.batch), "at": .text(turn.at.text), "by": .text(turn.by),
        "undoes": .text(turn.undoes),
      ])
    }
    let lists = [("records", records), ("files", files.map(\.value)), ("turns", turns)]
    for (name, list) in lists where !list.isEmpty { members.append(.init(name, .list(list))) }
    return .object(members)
  }

  private init?(_ value: Value) {
    guard let batch = value["batch"].text, !batch.isEmpty, !batch.contains("/"),
      let at = value["at"].text.flatMap({ Moment($0) })
    else { return nil }
    let records = value["records"].elements.compactMap { item -> Entry? in
      guard let key = item["key"].text else { return nil }
      return Entry(key: key, changes: item["changes"].elements.compactMap(\.text))
    }
    let files = value["files"].elements.map { MergedFile($0) }
    let turns = value["turns"].elements.map { Turn($0) }
    // Half of what was done is not to be taken back.
    guard files.allSatisfy({ $0 != nil }), turns.allSatisfy({ $0 != nil }) else { return nil }
    self.init(
      batch: batch, at: at, by: value["by"].text ?? "", records: records,
      files: files.compactMap(\.self), turns: turns.compactMap(\.self))
  }
}

extension MergeLog.Turn {
  fileprivate init?(_ value: Value) {
    guard let batch = value["batch"].text, let undoes = value["undoes"].text,
      let at = value["at"].text.flatMap({ Moment($0) })
    else { return nil }
    self.init(batch: batch, at: at, by: value["by"].text ?? "", undoes: undoes)
  }
}
