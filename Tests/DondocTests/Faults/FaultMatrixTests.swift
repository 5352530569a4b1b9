import Foundation
import TestKit
import Testing

/// SIGKILL and errors at every call by which the built program writes to a register.
///
/// Here a part of the points is tried, spread evenly; `DONDOC_FAULTS=all` tries all of them, `full`
/// also writes cut off at many more places and a change all over the register. Counts are printed.
@Suite(.serialized, .enabled(if: FaultyRun.canBeMade), .timeLimit(.minutes(20)))
struct FaultMatrixTests {
  private static let wish = ProcessInfo.processInfo.environment["DONDOC_FAULTS"]
  private static let isFull = wish == "full"
  private static let scenarios =
    isFull ? FaultScenario.small + FaultScenario.large : FaultScenario.small

  @Test(arguments: Self.scenarios)
  func whereverAWriteFailsAllIsThereOrNothingIs(_ scenario: FaultScenario) async throws {
    let isLarge = FaultScenario.large.contains { $0.name == scenario.name }
    let matrix = try FaultMatrix(scenario, tears: Self.isFull ? (isLarge ? 12 : 90) : 3)
    let bound = Self.wish == nil ? 14 : matrix.points.count
    let step = max(1, matrix.points.count / bound)
    let chosen = matrix.points.enumerated().filter { $0.offset % step == 0 }.map(\.element)
    let (longRun, begin) = (LongRun(), Date())
    let count = try await withTaskCancellationHandler {
      try matrix.run(chosen, longRun)
    } onCancel: {
      longRun.giveUp()
    }
    let seconds = Int(Date().timeIntervalSince(begin).rounded())
    print("faults, \(scenario.name): \(count) (of \(matrix.points.count) points), \(seconds) s")
    #expect(count.lost.isEmpty)
    #expect(count.kills + count.faults == chosen.count)
  }
}
