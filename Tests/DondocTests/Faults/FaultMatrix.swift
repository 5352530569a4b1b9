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
    /// How many different registers that left behind.
    var outcomes = 0

    var description: String {
      "\(kills) kill points, \(faults) faults, \(kills + faults - lost.count) survived, "
        + "\(lost.count) lost; \(outcomes) different outcomes"
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
  private let originals: Set<ino_t>
  private let before: [String]
  private let after: [String]
  private let seen = Seen()
  let points: [Point]

  /// Each write is cut off at about `tears` places.
  init(_ scenario: FaultScenario, tears: Int) throws {
    self.scenario = scenario
    register = try scenario.make()
    originals = try register.originals()
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

  /// The errors that the system could answer a call with.
  private static func errors(of call: String) -> [Int32] {
    switch call {
    case "open": [ENOSPC, EIO, EROFS, EMFILE, EINTR]
    case "write", "fsync": [ENOSPC, EIO, EROFS, EINTR]
    default: [ENOSPC, EIO, EROFS]
    }
  }

  private static func points(_ calls: [FaultyRun.Call], tears: Int) -> [Point] {
    var points: [Point] = []
    for (index, call) in calls.enumerated() {
      func add(_ fault: Fault) {
        points.append(Point(call: index + 1, name: call.name, fault: fault))
      }
      add(.killed)
      for error in errors(of: call.name) { add(.error(error)) }
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
  func run(_ points: [Point], _ longRun: LongRun) throws -> Count {
    let bytes = try RegisterOutcome(of: register.path)
    let gathered = Mutex(Count())
    DispatchQueue.concurrentPerform(iterations: points.count) { index in
      guard !longRun.isGivenUp else { return }
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
    try longRun.check()
    guard try RegisterOutcome(of: register.path) == bytes else {
      throw Failure(sentence: "\(scenario.name) wrote into a file that others have links to")
    }
    var count = gathered.withLock(\.self)
    count.outcomes = seen.count
    return count
  }

  // MARK: - One point

  /// What was promised and is not so; nil where all is.
  private func loss(at point: Point) throws -> String? {
    let tried = try register.copy()
    let run = try FaultyRun(
      scenario.arguments, on: tried.path, at: point.call, fault: point.fault)
    if run.code == nil, !point.fault.isDeath { return "died" }
    if run.code != nil, case .killed = point.fault { return "lived" }
    if let code = run.code, code != 0, code != 1 { return "exit code \(code)" }
    let outcome = try RegisterOutcome(of: tried.path, originals: originals)
    let verdict = try seen.verdict(on: outcome) { try look(at: tried) }
    return lossOfState(verdict.state, run, point) ?? verdict.loss
  }

  private func lossOfState(_ state: Verdict.State, _ run: FaultyRun, _ point: Point) -> String? {
    if state == .neither { return "neither as before nor as after" }
    if run.code == 0, state == .before { return "reported saved and not there" }
    if run.code == 1, run.complaint.isEmpty { return "failed without a word" }
    // After one error, the program could still put the journal back: what failed is not there. A
    // repair goes step by step, and what it did before it failed stands. Where the disk does not
    // say whether it has a file that was replaced, the program says just that.
    let isUnsure = run.complaint.contains("Không chắc")
    if !isOfRepair, run.code == 1, case .error = point.fault, state == .after, !isUnsure {
      return "reported not saved, and yet there"
    }
    if case .short = point.fault, run.code != 0 { return "a short write was not gone on with" }
    if case .error(EINTR) = point.fault, run.code != 0 { return "an interruption was an error" }
    return nil
  }

  private var isOfRepair: Bool { scenario.arguments.first == "check" }

  // MARK: - One outcome

  /// What is to be said of a register, by whatever fault it came about.
  private struct Verdict {
    enum State { case before, after, neither, both }
    let state: State
    let loss: String?
  }

  /// The outcomes that have been looked at; while one is looked at, others wait for it.
  private final class Seen: Sendable {
    private final class Place: Sendable {
      let verdict = Mutex<Verdict?>(nil)
    }

    private let places = Mutex<[RegisterOutcome: Place]>([:])

    var count: Int { places.withLock(\.count) }

    func verdict(on outcome: RegisterOutcome, _ look: () throws -> Verdict) throws -> Verdict {
      let place = places.withLock { places in
        if let place = places[outcome] { return place }
        let place = Place()
        places[outcome] = place
        return place
      }
      return try place.verdict.withLock { verdict in
        if let verdict { return verdict }
        let new = try look()
        verdict = new
        return new
      }
    }
  }

  private func look(at tried: FaultRegister) throws -> Verdict {
    let found = try tried.state()
    let state: Verdict.State =
      switch (found == before, found == after) {
      case (true, true): .both
      case (true, false): .before
      case (false, true): .after
      case (false, false): .neither
      }
    return Verdict(state: state, loss: try lossOfCheck(tried) ?? lossAfterwards(tried))
  }

  private func lossOfCheck(_ tried: FaultRegister) throws -> String? {
    let left = try RegisterCheck.run(tried.path).problems.filter { problem in
      if case .notTheFold = problem, isOfRepair { return false }
      return !problem.isWarning
    }
    return left.isEmpty ? nil : "the check says \(left)"
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
