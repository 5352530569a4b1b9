internal import Glibc

/// What the system says of a running process.
struct ProcessFacts {
  /// Megabytes in memory now, and at most.
  let resident: Double
  let peak: Double
  /// How often any of its threads went to sleep and was woken.
  let switches: Int
  /// Ticks of CPU, 10 ms each.
  let ticks: Int

  init?(of process: Int32) {
    let folder = "/proc/\(process)"
    guard let status = readText(folder + "/status"), let stat = readText(folder + "/stat") else {
      return nil
    }
    func kilobytes(_ key: String) -> Double { Double(ProcessFacts.number(key, in: status)) }
    resident = kilobytes("VmRSS:") / 1000 * 1.024
    peak = kilobytes("VmHWM:") / 1000 * 1.024
    // The name stands in brackets and may hold spaces; utime and stime are the 12th and 13th after it.
    let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
    ticks = fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0
    switches = names(in: folder + "/task").reduce(0) { sum, thread in
      let status = readText("\(folder)/task/\(thread)/status") ?? ""
      return sum + ProcessFacts.number("voluntary_ctxt_switches:", in: status)
    }
  }

  private static func number(_ key: String, in text: String) -> Int {
    let line = text.split(separator: "\n").first { $0.hasPrefix(key) }
    return Int(line?.filter(\.isNumber) ?? "") ?? 0
  }
}
