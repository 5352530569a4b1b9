import Foundation
import TestKit
import Testing

/// What things cost in instructions, which a busy machine does not alter, of the program as it was
/// built for the tests.
///
/// Costs are held against those in `instructions.txt`, which `UPDATE_INSTRUCTIONS=1` writes anew, and
/// against each other: nothing may grow faster than the register, and no key with it.
@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Counting.isPossible, "no valgrind here"))
struct InstructionTests {
  @Test func aListGrowsWithTheRegisterAndNoFaster() throws {
    let counts = try [500, 1500, 2500].map { records in
      let register = try Counting.register(records)
      return try Counting.instructions(of: ["list", "overdue", "--data", register.path])
    }
    let (first, second) = (counts[1] - counts[0], counts[2] - counts[1])
    #expect(second < first * 11 / 10, "\(counts)")
    try Kept.hold("list of 500 records", counts[0])
    try Kept.hold("1 000 records more to list", second)
  }

  @Test func oneChangeCostsAboutTheSameWhateverElseThereIs() throws {
    let costs = try [500, 2500].map { records in
      let register = try Counting.register(records)
      let code = try #require(
        try Run("list", "--limit", "1", data: register.path).output.split(separator: "\t").first)
      let base = ["--data", register.path, "--today", "2026-11-22"]
      let looking = try Counting.instructions(of: ["show", String(code)] + base)
      return try Counting.instructions(of: ["note", String(code), "Đã nhắc"] + base) - looking
    }
    #expect(costs[1] < costs[0] * 2, "\(costs)")
    try Kept.hold("one note", costs[1])
  }

  /// Without a terminal: there, keys that come while the program is held up are answered together.
  @Test func aKeyCostsTheSameInALargeRegister() throws {
    let costs = try [500, 2500].map { records in
      let register = try Counting.register(records)
      func press(_ steps: Int) throws -> Int {
        try Counting.instructions(
          of: ["press", register.path, "--steps", "\(steps)"], program: Counting.tool)
      }
      return (try press(35) - press(5)) / 30
    }
    #expect(costs[1] < costs[0] * 5 / 4, "\(costs)")
    try Kept.hold("one step down the list", costs[1])
  }

  /// What is counted of each file is kept: opened again, only the sums are looked at.
  @Test(arguments: ["Bq", "cnpq"])
  func aScreenThatCountsIsOpenedAgainWithoutCounting(keys: String) throws {
    let costs = try [500, 2500].map { records in
      let register = try Counting.register(records)
      func press(_ times: Int) throws -> Int {
        try Counting.instructions(
          of: [
            "press", register.path, "--steps", "0", "--keys",
            String(repeating: keys, count: times),
          ], program: Counting.tool)
      }
      return (try press(6) - press(1)) / 5
    }
    #expect(costs[1] < costs[0] * 2, "\(costs)")
  }

  @Test func aLetterOfTheFilterGrowsWithTheRegisterAndNoFaster() throws {
    let costs = try [500, 1500, 2500].map { records in
      let register = try Counting.register(records)
      func press(_ filter: String) throws -> Int {
        try Counting.instructions(
          of: ["press", register.path, "--steps", "0", "--filter", filter], program: Counting.tool)
      }
      return (try press("cua khau") - press("c")) / 7
    }
    let (first, second) = (costs[1] - costs[0], costs[2] - costs[1])
    #expect(second < max(first, costs[0]) * 5 / 4, "\(costs)")
    try Kept.hold("a letter of the filter in 2 500 records", costs[2])
  }
}

/// Runs the built program under a counter of instructions.
private enum Counting {
  enum Failure: Error { case noCount(String) }

  static let counter = ["/usr/bin/valgrind", "/usr/local/bin/valgrind"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  static var isPossible: Bool { counter != nil }

  /// Copies beside the programs without what a debugger needs: reading that would take longer than the program runs.
  static let program = stripped("dondoc")
  static let tool = stripped("devtool")

  private static func stripped(_ name: String) -> String {
    let built = path(name)
    let path = path("\(name)-counted")
    _ = try? output(of: ["/usr/bin/strip", "--strip-debug", "-o", path, built])
    return FileManager.default.fileExists(atPath: path) ? path : built
  }

  private static func path(_ name: String) -> String {
    URL(filePath: BuiltProgram.path).deletingLastPathComponent().appending(path: name).path
  }

  /// Made-up records, always the same for a number.
  static func register(_ records: Int) throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    _ = try output(of: [
      path("devtool"), "make-register", folder.path, "--records", "\(records)", "--source",
      root + "/Scripts/source",
    ])
    return folder
  }

  static func instructions(
    of arguments: [String], program: String = Counting.program
  ) throws -> Int {
    let log = TemporaryFolder()
    _ = try output(
      of: [
        counter ?? "", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
        "--log-file=\(log.path)/log", program,
      ] + arguments)
    return try count(log)
  }

  private static func count(_ log: TemporaryFolder) throws -> Int {
    let text = try String(contentsOfFile: log.path + "/log", encoding: .utf8)
    guard let line = text.split(separator: "\n").first(where: { $0.contains(" refs:") }),
      let count = Int(line.drop { $0 != ":" }.filter(\.isNumber))
    else { throw Failure.noCount(text) }
    return count
  }

  private static func output(of arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: arguments[0])
    process.arguments = Array(arguments.dropFirst())
    process.environment = BuiltProgram.environment()
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}

/// The costs that are kept beside the tests, a line each: the count, and of what.
private enum Kept {
  private static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "instructions.txt").path
  /// Per cent that a count may grow: another processor or libc takes other ways through some calls.
  private static let room = 20

  static func hold(_ name: String, _ count: Int) throws {
    var kept: [String: Int] = [:]
    for line in (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: "\n") ?? [] {
      let parts = line.split(separator: "\t")
      if parts.count == 2, let count = Int(parts[0]) { kept[String(parts[1])] = count }
    }
    if ProcessInfo.processInfo.environment["UPDATE_INSTRUCTIONS"] != nil {
      kept[name] = count
      let lines = kept.sorted { $0.key < $1.key }.map { "\($0.value)\t\($0.key)\n" }
      try lines.joined().write(toFile: path, atomically: true, encoding: .utf8)
      return
    }
    let allowed = try #require(kept[name], "\(name): \(count) is not kept") * (100 + room) / 100
    #expect(count <= allowed, "\(name): \(count), kept are \(kept[name] ?? 0)")
  }
}
