internal import Glibc

/// Waits until the rest of the machine is at rest, three seconds at most.
///
/// Another build beside the measurement would be in every figure; what was measured all the same
/// shows in the load printed with the table.
func waitForQuiet() {
  for _ in 0..<60 {
    guard let before = idleTicks() else { return }
    usleep(50_000)
    guard let after = idleTicks() else { return }
    let all = max(1, after.all - before.all)
    if (after.idle - before.idle) * 10 >= all * 8 { return }
  }
}

/// How busy others keep the machine from ``init()`` on, by the system's ticks.
struct Disturbance {
  private let start = busyTicks()
  private let own = ProcessFacts(of: getpid())?.ticks ?? 0

  /// Ticks of processors that neither this process nor `process` has used.
  func ticks(besides process: Int32) -> Int {
    let mine = (ProcessFacts(of: getpid())?.ticks ?? 0) - own
    return busyTicks() - start - mine - (ProcessFacts(of: process)?.ticks ?? 0)
  }
}

private func busyTicks() -> Int { idleTicks().map { $0.all - $0.idle } ?? 0 }

/// Ticks of all processors together since the start of the machine.
private func idleTicks() -> (idle: Int, all: Int)? {
  let line = readText("/proc/stat")?.split(separator: "\n").first
  let ticks = line?.split(separator: " ").compactMap { Int($0) } ?? []
  return ticks.count > 4 ? (ticks[3] + ticks[4], ticks.reduce(0, +)) : nil
}
