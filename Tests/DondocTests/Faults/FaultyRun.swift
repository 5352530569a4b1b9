import Dispatch
import Foundation
import TestKit
import Testing

/// How a call that writes goes wrong.
enum Fault: Hashable, Sendable, CustomStringConvertible {
  case killed
  /// So many bytes of a write reach the file, then the process is gone.
  case torn(bytes: Int)
  /// So many bytes are written and reported; the rest is for the program to write.
  case short(bytes: Int)
  case error(Int32)
  /// The call fails and so do all after it, as on a disk that stays full.
  case sticky(Int32)

  var description: String {
    switch self {
    case .killed: "kill"
    case .torn(let bytes): "tear:\(bytes)"
    case .short(let bytes): "short:\(bytes)"
    case .error(let code): "errno:\(code)"
    case .sticky(let code): "sticky:\(code)"
    }
  }

  /// Whether the process does not live to say anything.
  var isDeath: Bool {
    switch self {
    case .killed, .torn: true
    case .short, .error, .sticky: false
    }
  }
}

/// One run of the built program with the library of faults before the system's calls.
struct FaultyRun {
  /// A call that writes to the register.
  struct Call {
    let name: String
    /// Bytes of a write.
    let size: Int?
  }

  /// nil where the process was killed.
  let code: Int32?
  let complaint: String
  let calls: [Call]

  /// Stands for the register's path in the arguments of a scenario.
  static let register = "{register}"

  enum Failure: Error { case hangs }

  static let canBeMade =
    (try? library).map { FileManager.default.fileExists(atPath: $0.path) } ?? false

  /// The library beside the test bundle.
  static var library: URL {
    get throws { try Run.program.deletingLastPathComponent().appending(path: "libdondoc-fault.so") }
  }

  init(_ arguments: [String], on register: String, at call: Int = 0, fault: Fault? = nil) throws {
    let folder = TemporaryFolder()
    let (log, errors) = (folder.path + "/calls", folder.path + "/errors")
    _ = FileManager.default.createFile(atPath: errors, contents: nil)
    let process = Process()
    process.executableURL = try Run.program
    process.arguments =
      arguments.map { $0 == FaultyRun.register ? register : $0 } + [
        "--data", register, "--today", "2023-10-02",
      ]
    process.environment = [
      "HOME": "/nonexistent", "DONDOC_AUTHOR": "Lan", "TZ": "UTC", "DONDOC_LANG": "vi",
      "LD_PRELOAD": try FaultyRun.library.path, "FAULT_ROOT": register, "FAULT_LOG": log,
      "FAULT_AT": "\(call)", "FAULT_HOW": fault?.description ?? "",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle(forWritingAtPath: errors)
    let isOver = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in isOver.signal() }
    try process.run()
    if isOver.wait(timeout: .now() + 60) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      throw Failure.hangs
    }
    code = process.terminationReason == .exit ? process.terminationStatus : nil
    complaint = try String(contentsOfFile: errors, encoding: .utf8)
    let lines = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    calls = lines.split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      let size = Int(words.last ?? "") ?? -1
      return Call(name: String(words.first ?? ""), size: size < 0 ? nil : size)
    }
  }
}
