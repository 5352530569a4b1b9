/// Where a follow-up stands. Source: domain.md §4.
package enum Status: String, CaseIterable, Sendable, BitwiseCopyable {
  case new, agreed, assigned, inProgress, awaitingReply, reported, done, closed
  case paused, carriedOver, notPursued, merged

  /// Its place among all.
  var place: Int {
    switch self {
    case .new: 0
    case .agreed: 1
    case .assigned: 2
    case .inProgress: 3
    case .awaitingReply: 4
    case .reported: 5
    case .done: 6
    case .closed: 7
    case .paused: 8
    case .carriedOver: 9
    case .notPursued: 10
    case .merged: 11
    }
  }

  /// Still to be worked on; what has ended is done, closed, not pursued or merged.
  package var isOpen: Bool {
    switch self {
    case .new, .agreed, .assigned, .inProgress, .awaitingReply, .reported, .paused, .carriedOver:
      true
    case .done, .closed, .notPursued, .merged: false
    }
  }

  /// Paused, carried over, not pursued and merged records have no deadline state.
  package var stopsTheClock: Bool {
    switch self {
    case .paused, .carriedOver, .notPursued, .merged: true
    case .new, .agreed, .assigned, .inProgress, .awaitingReply, .reported, .done, .closed: false
    }
  }

  /// The place on the way from new to closed; nil for the four ways off it.
  private var stage: Int? {
    switch self {
    case .new: 0
    case .agreed: 1
    case .assigned: 2
    case .inProgress, .awaitingReply: 3
    case .reported: 4
    case .done: 5
    case .closed: 6
    case .paused, .carriedOver, .notPursued, .merged: nil
    }
  }

  /// What kind of step leads from here to `next`.
  package func step(to next: Status) -> StepKind {
    if self == next { return .none }
    switch self {
    case .merged, .closed, .notPursued: return .reopening
    case .done: return next == .closed ? .forward : .reopening
    case .paused, .carriedOver: return .forward
    case .new, .agreed, .assigned, .inProgress, .awaitingReply, .reported: break
    }
    guard let here = stage, let there = next.stage else { return .forward }
    return there < here ? .back : .forward
  }
}

/// A step along the statuses, by what it asks of the person who takes it.
package enum StepKind: Equatable, Sendable {
  /// The record stands there already.
  case none
  /// Forward steps may be skipped.
  case forward
  /// A step back needs a reason.
  case back
  /// What has ended is opened again, with a reason, and goes on as in progress.
  case reopening
}

/// Something a step to a status must state. Source: domain.md §4, column "required".
package enum Requirement: String, CaseIterable, Sendable {
  case source, agreedBy, lead, assigner, dueOrReason, note, waitingFor, waitingSince
  case result, evidence, resultKind, doneOn, reason, lookAgainOn, targetYear, otherCode
}

extension Status {
  /// What a step to this status must state; the day it was taken is asked for nowhere, it has a default.
  package var requirements: [Requirement] {
    switch self {
    case .new: []
    case .agreed: [.agreedBy, .source]
    case .assigned: [.lead, .assigner, .dueOrReason]
    case .inProgress: [.note]
    case .awaitingReply: [.waitingFor, .waitingSince]
    case .reported: [.result, .evidence]
    case .done: [.resultKind, .doneOn]
    case .closed: []
    case .paused: [.reason, .lookAgainOn]
    case .carriedOver: [.targetYear]
    case .notPursued: [.resultKind, .reason]
    case .merged: [.otherCode]
    }
  }
}

extension Status {
  /// The status shown for a record that stands here and whose counterpart lines, or parts, stand so.
  ///
  /// A record with an open line is never done; an answer on a line sets it going. What is merged goes
  /// on elsewhere, its lines too.
  package func derived(from lines: [Status]) -> Status {
    guard self != .merged, lines.contains(where: \.isOpen) else { return self }
    if !isOpen { return .inProgress }
    let hasAnswer = lines.contains { $0 == .done || $0 == .notPursued || $0 == .inProgress }
    switch self {
    case .new, .agreed, .assigned: return hasAnswer ? .inProgress : self
    case .inProgress, .awaitingReply, .reported, .done, .closed, .paused, .carriedOver,
      .notPursued, .merged:
      return self
    }
  }
}
