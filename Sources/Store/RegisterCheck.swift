package import Model

/// Proves of a register's files all that can be proven without a person.
package enum RegisterCheck {
  /// What was looked at, and what is wrong with it.
  package struct Report: Sendable {
    package var files = 0
    package var records = 0
    /// By file and line.
    package var problems: [RegisterProblem] = []
  }

  /// Reads every file of the register in `path`, whole. Nothing is written.
  ///
  /// - Throws: Why this is not a register that can be opened here.
  package static func run(_ path: String) throws(RegisterProblem) -> Report {
    let store = try RegisterStore(path)
    let (register, found) = store.load()
    var report = Report()
    var records = CheckedRecords(register)
    var findings: [Finding] = []
    var fileCheck = FileCheck(folder: path, registry: store.registry)
    for file in store.files where Posix.exists(path + "/" + file) {
      report.files += 1
      findings += fileCheck.check(file, into: &records)
    }
    report.records = records.count
    findings += records.linkFindings() + SuccessorCheck(registry: store.registry).findings()
    let (small, problems) = SmallFileCheck(folder: path).run()
    report.files += small
    let located = Finding.problems(findings, in: path)
    let withFaults = Set(located.filter(\.isBadValue).compactMap(\.place?.path))
    // A file with bad values is read whole above, where every one of them is found.
    let others = found.filter { problem in
      !problem.isBadValue || !withFaults.contains(problem.place?.path ?? "")
    }
    report.problems = Set(others + problems + located + OpenModes.problems(in: path))
      .sorted { one, other in
        if RegisterProblem.isInOrder(one, other) { return true }
        if RegisterProblem.isInOrder(other, one) { return false }
        return "\(one)" < "\(other)"
      }
    return report
  }
}

extension RegisterProblem {
  fileprivate var isBadValue: Bool {
    if case .badValue = self { return true }
    return false
  }
}

/// Something found at a byte of a file, on its way to a line and a column.
struct Finding {
  let path: String
  let offset: Int
  /// The entry of a table it is about, whose line is looked for instead of the byte.
  let entry: String?
  let problem: (FilePlace) -> RegisterProblem

  init(
    path: String, offset: Int, of entry: String? = nil,
    problem: @escaping (FilePlace) -> RegisterProblem
  ) {
    self.path = path
    self.offset = offset
    self.entry = entry
    self.problem = problem
  }

  private func offset(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let entry else { return offset }
    let wanted = Array("\"id\": \"\(entry)\"".utf8)
    let last = bytes.count - wanted.count
    return (0...max(0, last)).first { start in
      start <= last && bytes[start..<start + wanted.count].elementsEqual(wanted)
    } ?? 0
  }

  /// Reads the files concerned once more, to find the lines.
  static func problems(_ findings: [Finding], in folder: String) -> [RegisterProblem] {
    var reader = JSONReader()
    var problems: [RegisterProblem] = []
    for (path, ofFile) in Dictionary(grouping: findings, by: \.path) {
      _ = try? reader.load(path: folder + "/" + path)
      for finding in ofFile {
        let position = reader.position(of: reader.withBytes { finding.offset(in: $0) })
        problems.append(
          finding.problem(FilePlace(path: path, line: position.line, column: position.column)))
      }
    }
    return problems
  }
}
