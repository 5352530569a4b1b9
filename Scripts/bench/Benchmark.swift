internal import ArgumentParser
internal import Glibc

/// Measures dondoc against its budgets. `Scripts/bench.sh` builds it and makes the registers.
@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark", abstract: "Measures dondoc against its budgets.")

  @Option(help: "The program, built for release.")
  var program: String

  @Option(help: "A register to measure on, as RECORDS=FOLDER; it is not written to.")
  var register: [String]

  @Option(help: "A folder for copies that are written to, and for the peers' data.")
  var folder: String

  @Option(help: "The day in force.")
  var today = "2026-11-22"

  @Option(help: "How often each start and command is run.")
  var runs = 15

  @Option(help: "How many keys are pressed.")
  var keys = 200

  @Option(help: "Put the table into this page, between its two marks.")
  var record: String?

  @Flag(help: "Leave the peers out.")
  var withoutPeers = false

  func run() throws {
    var table = Table()
    setenv("XDG_CACHE_HOME", folder + "/indexes", 1)
    for (records, path) in registers {
      say("\(records.grouped) records")
      let interface = InterfaceFigures(
        program: program, register: path, today: today, runs: runs, keys: keys)
      var (figures, changedText) = try interface.measure()
      figures[.list] = medianOfRuns(runs, list(path))
      figures[.listAnew] = medianOfRuns(
        runs, ["env", "XDG_CACHE_HOME=" + Session.noIndexes] + list(path))
      var limits: [Limit: Double] = [:]
      limits[.changedText] = changedText
      limits[.readAll] = Samples((0..<5).map { _ in Disk.readingAll(of: path) }).median
      let saving = try measureSaving(path)
      figures.merge(saving.figures) { one, _ in one }
      limits[.appendAndSync] = saving.append
      table.records.append(records)
      table.figures.append(figures)
      table.limits.append(limits)
    }
    if !withoutPeers { try measurePeers(&table) }
    table.load = Benchmark.load
    print(table.text)
    if let record { try put(table, into: record) }
  }

  private func list(_ path: String) -> [String] {
    [program, "list", "--data", path, "--today", today, "province:quang-ninh", "overdue"]
  }

  private var registers: [(records: Int, path: String)] {
    register.compactMap { pair in
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let records = Int(parts[0]) else { return nil }
      return (records, String(parts[1]))
    }
  }

  func validate() throws {
    guard !register.isEmpty, registers.count == register.count else {
      throw ValidationError("--register is RECORDS=FOLDER, such as 185=Data.")
    }
  }

  private func measureSaving(_ path: String) throws -> (figures: [Figure: Double], append: Double?)
  {
    let copy = folder + "/copy"
    let script = "rm -rf '\(copy)' && cp -r '\(path)' '\(copy)'"
    guard timeOfRun(["/bin/sh", "-c", script]) != nil else {
      throw BenchmarkError.cannotWrite(path: copy)
    }
    defer { _ = timeOfRun(["rm", "-rf", copy]) }
    return try StoreFigures(register: copy, changes: 100).measure()
  }

  private func measurePeers(_ table: inout Table) throws {
    for peer in Peer.allCases {
      for (records, _) in registers {
        say("\(peer.rawValue), \(records.grouped)")
        let cells = try peer.cells(records: records, folder: folder, runs: 3, keys: keys)
        table.peers.append((peer, records, cells))
      }
    }
  }

  private func say(_ what: String) {
    let line = Array("measuring: \(what)\n".utf8)
    _ = Glibc.write(STDERR_FILENO, line, line.count)
  }

  /// The system's averages over 1, 5 and 15 minutes.
  private static var load: String {
    readText("/proc/loadavg")?.split(separator: " ").prefix(3).joined(separator: " ") ?? "unknown"
  }

  // MARK: - The page

  private static let marks = ("<!-- measured -->\n", "<!-- end -->")

  private func put(_ table: Table, into path: String) throws {
    guard let page = readText(path), let start = Benchmark.range(of: Benchmark.marks.0, in: page),
      let end = Benchmark.range(of: Benchmark.marks.1, in: page)
    else { throw ValidationError("\(path) has no marks to put the table between.") }
    let text = page[..<start.upperBound] + "\n" + table.text + "\n" + page[end.lowerBound...]
    try write(String(text), to: path)
  }

  private static func range(of mark: String, in page: String) -> Range<String.Index>? {
    page.indices.lazy.filter { page[$0...].hasPrefix(mark) }.first.map {
      $0..<page.index($0, offsetBy: mark.count)
    }
  }
}
