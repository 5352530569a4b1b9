import Foundation
import TestKit
import Testing

/// One run of the built program.
struct Run {
  let code: Int32
  let output: String
  let complaint: String

  /// Runs `dondoc` with nothing in its environment but `environment` and a quiet home.
  ///
  /// Vietnamese, and by Lan, where nothing else is said.
  init(
    _ arguments: String..., data: String? = nil, language: String? = "vi",
    environment: [String: String] = [:], folder: String? = nil
  ) throws {
    try self.init(
      list: arguments, data: data, language: language, environment: environment, folder: folder)
  }

  init(
    list arguments: [String], data: String? = nil, language: String? = "vi",
    environment: [String: String] = [:], folder: String? = nil, input: String? = nil
  ) throws {
    let process = Process()
    process.executableURL = try Run.program
    process.arguments = arguments
    var all = ["HOME": "/dev/null/home", "DONDOC_AUTHOR": "Lan", "TZ": "Asia/Ho_Chi_Minh"]
    all["DONDOC_DATA"] = data
    all["DONDOC_LANG"] = language
    process.environment = all.merging(environment) { _, given in given }
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    let (output, complaint) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = complaint
    process.standardInput = FileHandle.nullDevice
    let typed = input.map { _ in TemporaryFolder() }
    if let typed, let input {
      try typed.write(input, to: "input")
      process.standardInput = FileHandle(forReadingAtPath: typed.path + "/input")
    }
    try process.run()
    // Complaints are short: the pipe holds them until the output has been read.
    self.output = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    self.complaint = String(
      decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    code = process.terminationStatus
  }

  /// The program beside the test bundle.
  static var program: URL {
    get throws {
      let bundle = try #require(CommandLine.arguments.first { $0.contains(".xctest") })
      let end = try #require(bundle.range(of: ".xctest"))
      return URL(filePath: String(bundle[..<end.upperBound])).deletingLastPathComponent()
        .appending(path: "dondoc")
    }
  }

  /// The output as JSON.
  func json() throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(output.utf8))
    return try #require(object as? [String: Any])
  }

  /// The follow-ups of `list` or `show`.
  func followUps() throws -> [[String: Any]] {
    try #require(try json()["followUps"] as? [[String: Any]])
  }

  func codes() throws -> [String] {
    try followUps().compactMap { $0["code"] as? String }
  }
}
