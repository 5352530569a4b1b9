import Foundation

/// What a process holds, noted at regular steps of a long run, to tell whether it grows.
package struct MemoryRecord: Sendable {
  /// What the process has in memory, in KiB.
  package private(set) var resident: [Int] = []
  package private(set) var threads: [Int] = []
  /// nil for this process.
  private let process: Int32?

  package init(of process: Int32? = nil) { self.process = process }

  /// One that was noted elsewhere.
  package init(resident: [Int]) {
    process = nil
    self.resident = resident
  }

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
    MemoryRecord.medians(resident).map { (Double($0.last) / Double($0.second) - 1) * 100 }
  }

  /// How many more threads there are in the last quarter than in the second.
  package var newThreads: Int { MemoryRecord.medians(threads).map { $0.last - $0.second } ?? 0 }

  private static func medians(_ numbers: [Int]) -> (second: Int, last: Int)? {
    let settled = numbers.dropFirst(numbers.count / 10)
    let quarter = settled.count / 4
    guard quarter >= 5 else { return nil }
    func median(_ numbers: ArraySlice<Int>) -> Int { numbers.sorted()[numbers.count / 2] }
    return (median(settled.dropFirst(quarter).prefix(quarter)), median(settled.suffix(quarter)))
  }
}

extension MemoryRecord: CustomStringConvertible {
  package var description: String {
    let growth = growth.map { String(format: "%.1f %%", $0) } ?? "unknown"
    return "\(resident.first ?? 0) to \(resident.last ?? 0) KiB, at most \(resident.max() ?? 0), "
      + "growth \(growth); \(threads.last ?? 0) threads, at most \(threads.max() ?? 0)"
  }
}
