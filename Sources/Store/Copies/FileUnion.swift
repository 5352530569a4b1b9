internal import Glibc
internal import Model

/// The union of what stands beside the records of two copies: registries, programmes, days off, saved
/// views and closed years.
///
/// These files have no history. What only one copy has is taken; where both have a thing otherwise,
/// the same one of the two is kept whichever copy is the first, the report names it, and both files
/// are kept whole among the generations. Only `register.json`, which is the copy's own, stays.
struct FileUnion {
  /// Those that become otherwise in the first copy.
  private(set) var files: [MergedFile] = []
  /// The other copy's files of which something is not taken.
  private var passedOver: [(file: String, written: Moment, bytes: [UInt8])] = []
  private(set) var report: [CopyReport.FileNews] = []
  /// The registry of both.
  private(set) var registry: Registry

  var isEmpty: Bool { files.isEmpty }

  init(_ mine: RegisterFolder, _ theirs: RegisterFolder, registry: Registry) throws(RegisterProblem)
  {
    self.registry = registry
    let ours = SmallFileCheck(folder: mine.path).files.map(\.file)
    let others = SmallFileCheck(folder: theirs.path).files.map(\.file)
    for file in Set(ours + others).sorted() where others.contains(file) {
      let their = try theirs.readValue(file)
      guard ours.contains(file) else {
        try add(file, their, mine)
        report.append(CopyReport.FileNews(file: file, taken: [""], differences: []))
        continue
      }
      let my = try mine.readValue(file)
      if my != their { try unite(file, my, their, mine, theirs) }
    }
    readRegistry()
  }

  private mutating func unite(
    _ file: String, _ mine: Value, _ theirs: Value, _ own: RegisterFolder,
    _ folder: RegisterFolder
  ) throws(RegisterProblem) {
    var union = ValueUnion()
    var value = mine
    if file == "register.json" || file.hasPrefix("reviews/") {
      let keepsMine = file == "register.json" || FileUnion.isFirst(mine, theirs)
      value = keepsMine ? mine : theirs
    } else {
      value = union.union(mine, theirs)
    }
    var news = CopyReport.FileNews(
      file: file, taken: union.taken.map(FileUnion.name),
      differences: union.differences.map { difference in
        CopyReport.FileNews.Difference(
          name: FileUnion.name(difference.path), a: difference.mine, b: difference.theirs,
          kept: difference.keepsMine ? .a : .b)
      })
    if union.differences.isEmpty, value == mine || value == theirs, news.taken.isEmpty {
      // A closed year, or the register's own settings: one thing, told as one.
      news.differences = FileUnion.wholeDifferences(file, mine, theirs, keepsMine: value == mine)
    }
    if !news.taken.isEmpty || !news.differences.isEmpty { report.append(news) }
    if !news.differences.isEmpty { passOver(file, folder) }
    if value != mine { try add(file, value, own) }
  }

  /// Of a year that was closed on both copies the one that was closed first stands.
  private static func isFirst(_ mine: Value, _ theirs: Value) -> Bool {
    let (here, there) = (mine["closedOn"].text ?? "", theirs["closedOn"].text ?? "")
    guard here == there else { return here < there }
    return !CanonicalWriter.line(theirs).lexicographicallyPrecedes(CanonicalWriter.line(mine))
  }

  /// Nothing where only the order of elements differs.
  private static func wholeDifferences(
    _ file: String, _ mine: Value, _ theirs: Value, keepsMine: Bool
  ) -> [CopyReport.FileNews.Difference] {
    let kept = keepsMine ? CopyReport.Copy.a : .b
    if file.hasPrefix("reviews/") {
      return [
        CopyReport.FileNews.Difference(
          name: "", a: mine["closedOn"], b: theirs["closedOn"], kept: kept)
      ]
    }
    guard file == "register.json", case .object(let here) = mine, case .object(let there) = theirs
    else { return [] }
    let keys = here.map(\.key) + there.map(\.key).filter { mine[$0].isEmpty }
    return keys.filter { mine[$0] != theirs[$0] }.map { key in
      CopyReport.FileNews.Difference(name: key, a: mine[key], b: theirs[key], kept: kept)
    }
  }

  private static func name(_ path: [String]) -> String {
    path.filter { $0 != "views" }.joined(separator: " · ")
  }

  private mutating func add(
    _ file: String, _ value: Value, _ own: RegisterFolder
  ) throws(RegisterProblem) {
    let bytes: [UInt8] =
      if case .list(let items) = value {
        CanonicalWriter.file(records: items)
      } else {
        CanonicalWriter.object(value)
      }
    var merged = MergedFile(file: file, before: nil, after: bytes)
    merged.before = try merged.present(in: own)
    files.append(merged)
    guard file.hasPrefix("registry/") || file.hasPrefix("programmes/") else { return }
    united[file] = value
  }

  /// The values of the registry's files that become otherwise.
  private var united: [String: Value] = [:]

  private mutating func readRegistry() {
    guard !united.isEmpty else { return }
    var tables: [RegistryKind: RegistryTable] = [:]
    for kind in RegistryKind.allCases {
      let value = united["registry/\(kind.rawValue).json"]
      let entries = value.map { $0.elements.compactMap { try? RegistryEntry($0) } }
      tables[kind] = RegistryTable(entries ?? registry[kind].entries)
    }
    var programmes = registry.programmes
    for (file, value) in united where file.hasPrefix("programmes/") {
      guard let programme = try? Programme(value) else { continue }
      programmes.removeAll { $0.id == programme.id }
      programmes.append(programme)
    }
    registry = Registry(tables, programmes: programmes.sorted { $0.id < $1.id })
  }

  private mutating func passOver(_ file: String, _ folder: RegisterFolder) {
    let path = folder.path + "/" + file
    var reader = JSONReader()
    var status = stat()
    guard lstat(path, &status) == 0, (try? reader.load(path: path)) != nil else { return }
    let moment = Moment(milliseconds: FileStamp(status).modified / 1_000_000)
    passedOver.append((file, moment, reader.withBytes { Array($0) }))
  }

  /// Keeps the other copy's files of which something is not taken; once, however often it is done.
  func keepPassedOver(_ folder: RegisterFolder) throws(RegisterProblem) {
    let generations = Generations(folder.path)
    for (file, moment, bytes) in passedOver {
      try generations.keep(bytes, of: file, writtenAt: moment)
    }
  }
}
