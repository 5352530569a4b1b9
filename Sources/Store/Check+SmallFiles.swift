internal import Glibc
internal import Model

/// Reads the files beside the follow-ups: they are JSON, and written as dondoc writes them.
struct SmallFileCheck {
  let folder: String

  /// How many files there are, and what is wrong with those that loading does not read.
  func run() -> (files: Int, problems: [RegisterProblem]) {
    var problems: [RegisterProblem] = []
    let files = files
    do throws(RegisterProblem) {
      _ = try ViewsFile(register: RegisterFolder(folder)).read()
    } catch {
      problems.append(error)
    }
    for (file, isList) in files {
      do throws(RegisterProblem) {
        try check(file, isList: isList)
      } catch {
        problems.append(error)
      }
    }
    return (files.count, problems)
  }

  /// Each file, and whether it is a list.
  var files: [(file: String, isList: Bool)] {
    let registries = RegistryKind.allCases.map { "registry/\($0.rawValue).json" }
      .filter { Posix.exists(folder + "/" + $0) }
    let views = Posix.exists(folder + "/" + ViewsFile.name) ? [ViewsFile.name] : []
    let objects =
      ["register.json"] + views + files(in: "programmes") + files(in: "holidays")
      + files(in: "reviews")
    return registries.map { ($0, true) } + objects.map { ($0, false) }
  }

  private func files(in name: String) -> [String] {
    let names = (try? Posix.names(in: folder + "/" + name)) ?? []
    return names.filter { $0.hasSuffix(".json") }.map { name + "/" + $0 }
  }

  private func check(_ file: String, isList: Bool) throws(RegisterProblem) {
    let value = try RegisterFolder(folder).readValue(file)
    if file.hasPrefix("reviews/"), !ReviewFile.isWhole(value) {
      throw .alteredReview(path: file)
    }
    if file.hasPrefix("holidays/") { try checkHolidays(value, file) }
    let canonical: [UInt8]
    switch value {
    case .list(let items) where isList: canonical = CanonicalWriter.file(records: items)
    case .object where !isList: canonical = CanonicalWriter.object(value)
    case .null, .bool, .number, .text, .list, .object:
      throw .wrongTop(path: file, expected: isList ? .list : .object)
    }
    var reader = JSONReader()
    guard (try? reader.load(path: folder + "/" + file)) != nil else { return }
    let offset = reader.withBytes { CanonicalForm.firstDifference($0, canonical) }
    guard let offset else { return }
    let position = reader.position(of: offset)
    throw .notCanonical(FilePlace(path: file, line: position.line, column: position.column))
  }
}

extension SmallFileCheck {
  /// The year of its name, and days of that year: else it would be taken for no file at all.
  private func checkHolidays(_ value: Value, _ file: String) throws(RegisterProblem) {
    let name = file.dropFirst("holidays/".count).dropLast(".json".count)
    let place = FilePlace(path: file, line: 1, column: 1)
    guard let year = Int(name), value["year"].integer == year else {
      throw .badValue(
        place,
        ValueError(
          "year",
          .unknownWord(value["year"].integer.map(String.init) ?? "—", allowed: [String(name)])))
    }
    for list in ["weekdaysOff", "weekendDaysWorked"] {
      for (index, item) in value[list].elements.enumerated() {
        guard let day = item.text.flatMap({ Day($0) }), day.year == year else {
          throw .badValue(place, ValueError("\(list)[\(index)]", .expected(.day)))
        }
      }
    }
  }
}

/// Who took whose place in the tables of names.
struct SuccessorCheck {
  let registry: Registry

  func findings() -> [Finding] {
    RegistryKind.allCases.flatMap { kind in
      registry.successorFaults(in: kind).map { fault in
        let path = "registry/\(kind.rawValue).json"
        return Finding(path: path, offset: 0, of: fault.entry) {
          .brokenSuccessor(fault, kind, $0)
        }
      }
    }
  }
}

extension SuccessorFault {
  /// The entry it begins at.
  fileprivate var entry: String? {
    switch self {
    case .unknown(let id, _): id
    case .cycle(let ids): ids.first
    }
  }
}

/// Who but the owner may look into a register.
enum OpenModes {
  private static let others: mode_t = 0o077

  /// Files in a folder that is closed to others are closed too, whatever their own mode.
  static func problems(in folder: String) -> [RegisterProblem] {
    guard let mode = Posix.mode(of: folder), mode & others != 0 else { return [] }
    return [.wideOpen(path: folder, files: openFiles(in: folder))]
  }

  private static func openFiles(in folder: String) -> Int {
    var count = 0
    for name in (try? Posix.names(in: folder)) ?? [] {
      let path = folder + "/" + name
      if Posix.isFolder(path) {
        count += openFiles(in: path)
      } else if let mode = Posix.mode(of: path), mode & others != 0 {
        count += 1
      }
    }
    return count
  }
}
