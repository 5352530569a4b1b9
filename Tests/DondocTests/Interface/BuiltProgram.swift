import Foundation
import PtyKit
import TestKit

/// The program as it was built beside these tests.
enum BuiltProgram {
  static let path = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "dondoc").path

  /// A scrubbed world: locale, terminal, home and author are what the test says. Nothing can be
  /// kept in that home: what one test chooses is not remembered for another.
  static func environment(_ more: [String: String] = [:]) -> [String: String] {
    let usual = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": "/dev/null/home", "TZ": "UTC",
      "DONDOC_AUTHOR": "Lan", "DONDOC_LANG": "vi",
    ]
    return usual.merging(more) { _, given in given }
  }

  static func open(
    _ register: String, rows: Int = 36, columns: Int = 120, today: String = "2023-10-02",
    environment: [String: String] = [:]
  ) throws -> Pty {
    try Pty(
      [path, "--data", register, "--today", today], rows: rows, columns: columns,
      environment: BuiltProgram.environment(environment))
  }
}
