internal import Foundation
internal import Glibc

/// What a process holds, noted at regular steps of a long run, to tell whether it grows.
package struct MemoryRecord: Sendable {
  /// What the process has in memory, in KiB.
  package private(set) var resident: [Int] = []
  package private(set) var threads: [Int] = []
  /// nil for this process.
  private let process: Int32?

  package init(of process: Int32? = nil) { self.process = process }

  /// Notes how things stand; nothing where the process is gone.
  package mutating func note() {
    let name = process.map { "\($0)" } ?? "self"
    guard let status = try? String(contentsOfFile: "/proc/\(name)/status", encoding: .utf8) else {
      return
    }
    let lines = status.split(separator: "\n")
    func number(_ key: String) -> Int? {
      lines.first { $0.hasPrefix(key + ":") }.flatMap { Int($0.filter(\.isNumber)) }
    }
    guard let memory = number("VmRSS"), let count = number("Threads") else { return }
    resident.append(memory)
    threads.append(count)
  }

  /// By how many per cent the median of the last quarter is above that of the second, the first
  /// tenth of all left out; nil where there is too little to tell.
  package var growth: Double? {
    let settled = resident.dropFirst(resident.count / 10)
    let quarter = settled.count / 4
    guard quarter >= 5 else { return nil }
    let second = MemoryRecord.median(settled.dropFirst(quarter).prefix(quarter))
    let last = MemoryRecord.median(settled.suffix(quarter))
    return (Double(last) / Double(second) - 1) * 100
  }

  private static func median(_ numbers: ArraySlice<Int>) -> Int {
    numbers.sorted()[numbers.count / 2]
  }
}

extension MemoryRecord: CustomStringConvertible {
  package var description: String {
    let growth = growth.map { String(format: "%.1f %%", $0) } ?? "unknown"
    return "\(resident.first ?? 0) to \(resident.last ?? 0) KiB, at most \(resident.max() ?? 0), "
      + "growth \(growth); \(threads.last ?? 0) threads, at most \(threads.max() ?? 0)"
  }
}
