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

/// Ticks of all processors together since the start of the machine.
private func idleTicks() -> (idle: Int, all: Int)? {
  let line = readText("/proc/stat")?.split(separator: "\n").first
  let ticks = line?.split(separator: " ").compactMap { Int($0) } ?? []
  return ticks.count > 4 ? (ticks[3] + ticks[4], ticks.reduce(0, +)) : nil
}
