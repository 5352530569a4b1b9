import Dispatch
import Foundation
import Glibc
import Model
import Store
import Synchronization
import TestKit

/// Tries a scenario with a fault at every call that writes, and looks at what is left each time.
struct FaultMatrix: Sendable {
  struct Count: Equatable, Sendable, CustomStringConvertible {
    var kills = 0
    var faults = 0
    /// What did not come out as promised.
    var lost: [String] = []

    var description: String {
      "\(kills) kill points, \(faults) faults, \(kills + faults - lost.count) survived, "
        + "\(lost.count) lost"
    }
  }

  /// A fault at a call.
  struct Point: Sendable, CustomStringConvertible {
    let call: Int
    let name: String
    let fault: Fault

    var description: String { "\(fault) at call \(call) (\(name))" }
  }

  private let scenario: FaultScenario
  private let register: FaultRegister
  private let before: [String]
  private let after: [String]
  let points: [Point]

  /// Each write is cut off at about `tears` places.
  init(_ scenario: FaultScenario, tears: Int) throws {
    self.scenario = scenario
    register = try scenario.make()
    before = try register.state()
    let good = try register.copy()
    let run = try FaultyRun(scenario.arguments, on: good.path)
    guard run.code == 0, !run.calls.isEmpty else {
      throw Failure(sentence: "\(scenario.name) fails by itself: \(run.complaint)")
    }
    after = try good.state()
    guard before != after || scenario.arguments.first == "check" else {
      throw Failure(sentence: "\(scenario.name) changes nothing")
    }
    points = FaultMatrix.points(run.calls, tears: tears)
  }

  struct Failure: Error { let sentence: String }

  private static let errors: [Int32] = [ENOSPC, EIO, EROFS, EMFILE, EINTR]

  private static func points(_ calls: [FaultyRun.Call], tears: Int) -> [Point] {
    var points: [Point] = []
    for (index, call) in calls.enumerated() {
      func add(_ fault: Fault) {
        points.append(Point(call: index + 1, name: call.name, fault: fault))
      }
      add(.killed)
      for error in errors { add(.error(error)) }
      for error in [ENOSPC, EIO] { add(.sticky(error)) }
      guard let size = call.size, size > 1 else { continue }
      add(.short(bytes: 1))
      add(.short(bytes: size / 2))
      let step = max(1, size / tears)
      for bytes in stride(from: 1, to: size, by: step) { add(.torn(bytes: bytes)) }
      add(.torn(bytes: size))
    }
    return points
  }

  /// Several at once: each has a register and a process of its own.
  func run(_ points: [Point]) throws -> Count {
    let gathered = Mutex(Count())
    DispatchQueue.concurrentPerform(iterations: points.count) { index in
      let point = points[index]
      let loss: String?
      do {
        loss = try self.loss(at: point)
      } catch {
        loss = "could not be looked at: \(error)"
      }
      gathered.withLock { count in
        if point.fault.isDeath { count.kills += 1 } else { count.faults += 1 }
        if let loss { count.lost.append("\(scenario.name), \(point): \(loss)") }
      }
    }
    return gathered.withLock(\.self)
  }

  // MARK: - One point

  /// What was promised and is not so; nil where all is.
  private func loss(at point: Point) throws -> String? {
    let tried = try register.copy()
    let run = try FaultyRun(
      scenario.arguments, on: tried.path, at: point.call, fault: point.fault)
    if run.code == nil, !point.fault.isDeath { return "died" }
    if let code = run.code, code != 0, code != 1 { return "exit code \(code)" }
    if let loss = try lossOfState(tried, run, point) { return loss }
    let check = try RegisterCheck.run(tried.path).problems.filter { !$0.isWarning }
    let isOfRepair = scenario.arguments.first == "check"
    let left = check.filter { problem in
      if case .notTheFold = problem { return !isOfRepair }
      return true
    }
    if !left.isEmpty { return "the check says \(left)" }
    return try lossAfterwards(tried)
  }

  private func lossOfState(
    _ tried: FaultRegister, _ run: FaultyRun, _ point: Point
  ) throws -> String? {
    let state = try tried.state()
    if state != before && state != after { return "neither as before nor as after" }
    if run.code == 0, state != after { return "reported saved and not there" }
    if run.code == 1, run.complaint.isEmpty { return "failed without a word" }
    // After one error, the program could still put the journal back: what failed is not there. A
    // repair goes step by step, and what it did before it failed stands. Where the disk does not
    // say whether it has a file that was replaced, the program says just that.
    let isOneStep = scenario.arguments.first != "check"
    let isUnsure = run.complaint.contains("Không chắc")
    if isOneStep, run.code == 1, case .error = point.fault, state != before, !isUnsure {
      return "reported not saved, and yet there"
    }
    if case .short = point.fault, run.code != 0 { return "a short write was not gone on with" }
    if case .error(EINTR) = point.fault, run.code != 0 { return "an interruption was an error" }
    return nil
  }

  /// The next change works, and then the register is as good as new.
  private func lossAfterwards(_ tried: FaultRegister) throws -> String? {
    let store = try RegisterStore(tried.path)
    let records = store.load().register.count
    try FaultRegister.note("thay đổi tiếp theo", in: store)
    _ = try store.foldJournal()
    let signature = Signature(author: "Minh", now: Moment(startOf: Day(ordinal: 19_633)))
    let repaired = try RegisterRepair.run(tried.path, as: signature)
    if !repaired.left.problems.isEmpty { return "after repair \(repaired.left.problems)" }
    if repaired.left.records != records { return "the next change lost records" }
    let state = try tried.state()
    if !state.contains(where: { $0.contains("thay đổi tiếp theo") }) {
      return "the next change is not there"
    }
    let stray = try tried.strayFiles()
    return stray.isEmpty ? nil : "left \(stray)"
  }
}
