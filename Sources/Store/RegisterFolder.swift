internal import Glibc
package import Model
internal import Synchronization

/// A register's folder: where its files are, and what the small ones say.
package struct RegisterFolder: Sendable {
  /// The version of the format this dondoc reads and writes.
  package static let version = 1
  private static let format = "dondoc"

  package let path: String

  package init(_ path: String) { self.path = path }

  var journal: String { path + "/journal.jsonl" }

  package static func isRegister(_ path: String) -> Bool {
    Posix.exists(path + "/register.json")
  }

  // MARK: - register.json

  /// - Throws: Why this is not a register that can be opened here.
  package func profile() throws(RegisterProblem) -> RegisterProfile {
    guard Posix.exists(path) else { throw .missingFolder(path: path) }
    guard RegisterFolder.isRegister(path) else {
      guard access(path, R_OK | X_OK) == 0 else {
        throw .system(act: .open, path: path, code: errno)
      }
      throw .notARegister(path: path)
    }
    let value = try readValue("register.json")
    guard case .object = value else { throw .wrongTop(path: "register.json", expected: .object) }
    guard value["format"].text == RegisterFolder.format else {
      throw .foreignFormat(path: "register.json")
    }
    let version = value["version"].integer ?? 0
    guard version == RegisterFolder.version else {
      throw .newerFormat(path: "register.json", version: version, known: RegisterFolder.version)
    }
    return try at("register.json") { () throws(ValueError) in
      var profile = RegisterProfile(name: try value.required("name"))
      profile.nameEn = try value.optional("nameEn")
      profile.provinces = try value.texts("provinces")
      profile.dueSoon = DueSoonLimits(
        usual: value["settings"]["dueSoonDays"].integer ?? 7,
        events: value["settings"]["dueSoonDaysForEvents"].integer ?? 30)
      profile.ladder = try ChaseLadder(settings: value["settings"]) ?? .standard
      if let contact: String = try value["settings"].optional("contactMinistry") {
        profile.contactMinistry = contact
      }
      return profile
    }
  }

  // MARK: - Registry and programmes

  /// The registry, with a problem for each of its files that could not be used.
  package func registry() -> (registry: Registry, problems: [RegisterProblem]) {
    let gathered = Mutex<([RegistryKind: RegistryTable], [RegisterProblem])>(([:], []))
    let kinds = RegistryKind.allCases
    // On several threads: a program that lists and ends waits for this more than for anything.
    let next = Atomic(0)
    Threads.together(2) { _ in
      var reader = JSONReader()
      while case let index = next.wrappingAdd(1, ordering: .relaxed).oldValue, index < kinds.count {
        let name = "registry/\(kinds[index].rawValue).json"
        guard Posix.exists(path + "/" + name) else { continue }
        do throws(RegisterProblem) {
          let table = RegistryTable(try entries(name, &reader))
          gathered.withLock { $0.0[kinds[index]] = table }
        } catch {
          gathered.withLock { $0.1.append(error) }
        }
      }
    }
    let (tables, problems) = gathered.withLock { $0 }
    let (programmes, faults) = programmes()
    return (
      Registry(tables, programmes: programmes),
      problems.sorted(by: RegisterProblem.isInOrder) + faults
    )
  }

  private func programmes() -> ([Programme], [RegisterProblem]) {
    var programmes: [Programme] = []
    var problems: [RegisterProblem] = []
    for name in (try? Posix.names(in: path + "/programmes")) ?? [] where name.hasSuffix(".json") {
      let file = "programmes/" + name
      do throws(RegisterProblem) {
        let value = try readValue(file)
        programmes.append(try at(file) { () throws(ValueError) in try Programme(value) })
      } catch {
        problems.append(error)
      }
    }
    return (programmes, problems)
  }

  private func entries(
    _ file: String, _ reader: inout JSONReader
  ) throws(RegisterProblem) -> [RegistryEntry] {
    let value = try read(file, &reader) { $0.value(ofElementsKeeping: RegisterFolder.entryKeys) }
    guard case .list(let items) = value else {
      throw .wrongTop(path: file, expected: .list)
    }
    var entries: [RegistryEntry] = []
    entries.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      entries.append(
        try at(file) { () throws(ValueError) in
          do throws(ValueError) {
            return try RegistryEntry(item)
          } catch {
            throw ValueError("[\(index)].\(error.path)", error.problem)
          }
        })
    }
    return entries
  }

  private static let entryKeys = JSONKeys(RegistryEntry.members)

  private func at<Result>(
    _ file: String, _ body: () throws(ValueError) -> Result
  ) throws(RegisterProblem) -> Result {
    do throws(ValueError) {
      return try body()
    } catch {
      throw .badValue(FilePlace(path: file, line: 1, column: 1), error)
    }
  }

  /// The whole of one small file.
  func readValue(_ file: String) throws(RegisterProblem) -> Value {
    var reader = JSONReader()
    return try read(file, &reader, \.value)
  }

  private func read(
    _ file: String, _ reader: inout JSONReader, _ copy: (JSONNode) -> Value
  ) throws(RegisterProblem) -> Value {
    do throws(FileReadError) {
      _ = try reader.load(path: path + "/" + file)
    } catch {
      throw error.problem(at: file)
    }
    do throws(JSONError) {
      try reader.read()
    } catch {
      throw .badSyntax(
        FilePlace(path: file, line: error.line, column: error.column), error.problem)
    }
    return reader.withRoot(copy)
  }

  // MARK: - Follow-up files

  /// The follow-up files in register order: the office's provinces as it names them, then the
  /// others by name; of a province the newest year first.
  package func followUpFiles(_ profile: RegisterProfile) throws(RegisterProblem) -> [String] {
    let root = path + "/follow-ups"
    guard Posix.exists(root) else { return [] }
    let folders = try Posix.names(in: root)
    let named = profile.provinces.filter(folders.contains)
    var files: [String] = []
    for province in named + folders.filter({ !named.contains($0) }) {
      do throws(RegisterProblem) {
        let names = try Posix.names(in: root + "/" + province).filter { $0.hasSuffix(".json") }
        files += names.reversed().map { "follow-ups/\(province)/\($0)" }
      } catch {
        // No folder, or one that has just gone.
        guard case .system(_, _, let code) = error, code == ENOTDIR || code == ENOENT else {
          throw error
        }
      }
    }
    return files
  }

  /// The file a new record belongs in: its province, and the year its code names.
  static func file(for record: Record) -> String {
    // What a journal says is not trusted to name a folder.
    let named = record.fields[.province].text.flatMap { isSlug($0) ? $0 : nil }
    let province = named ?? "toan-quoc"
    let digits = record.code.utf8.drop { !isDigit($0) }.prefix(while: isDigit)
    let year =
      digits.count == 2
      ? "20" + String(decoding: digits, as: UTF8.self) : String(record.lastMoment.day.year)
    return "follow-ups/\(province)/\(year).json"
  }

  /// Whether a text is an id as the files have them, and so can be no way out of the folder.
  private static func isSlug(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { isDigit($0) || (0x61...0x7A).contains($0) || $0 == 0x2D }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
