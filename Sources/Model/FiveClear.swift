/// Something a record may lack. The first five are the five clear things. Source: product.md §6.
package enum Need: String, CaseIterable, Sendable {
  /// A lead unit that is confirmed.
  case person
  /// What is to be done.
  case work
  /// A deadline, a recurrence with a next day, or the reason why there is none.
  case time
  /// The result that is expected.
  case result
  /// The officer who answers for it.
  case responsibility
  /// Any lead unit, confirmed or proposed.
  case lead
  /// A deadline.
  case due
}

extension Need {
  /// What is to be clear before a record leaves the inbox, in the order it is shown.
  package static let fiveClear: [Need] = [.person, .work, .time, .result, .responsibility]
}

/// What is clear of a record and what it lacks: the one place that decides. Source: product.md §6.
package struct FiveClear: Hashable, Sendable {
  private let hasLead: Bool
  private let isLeadProposed: Bool
  private let hasTitle: Bool
  private let hasDue: Bool
  private let hasOtherTime: Bool
  private let hasExpectedResult: Bool
  private let hasOfficer: Bool

  @inline(__always)
  package init(_ row: Row) {
    hasLead = row.lead != .none
    isLeadProposed = row.flags.contains(.leadProposed)
    hasTitle = !row.title.range.isEmpty
    hasDue = row.due != nil
    hasOtherTime =
      (row.recurrence ?? .ongoing) != .ongoing || row.flags.contains(.hasNoDeadlineReason)
      || row.dueSpan != nil
    hasExpectedResult = row.flags.contains(.hasExpectedResult)
    hasOfficer = row.flags.contains(.hasOfficer)
  }

  package init(_ followUp: FollowUp) {
    hasLead = followUp.lead != nil
    isLeadProposed = followUp.lead?.isProposed ?? false
    hasTitle = !followUp.title.isEmpty
    hasDue = followUp.due != nil
    hasOtherTime =
      (followUp.recurrence ?? .ongoing) != .ongoing || followUp.noDeadlineReason != nil
      || followUp.dueEvent != nil
    hasExpectedResult = followUp.expectedResult != nil
    hasOfficer = followUp.officer != nil
  }

  package func lacks(_ need: Need) -> Bool {
    switch need {
    case .person: !hasLead || isLeadProposed
    case .work: !hasTitle
    case .time: !hasDue && !hasOtherTime
    case .result: !hasExpectedResult
    case .responsibility: !hasOfficer
    case .lead: !hasLead
    case .due: !hasDue
    }
  }

  package var isClear: Bool {
    hasLead && !isLeadProposed && hasTitle && (hasDue || hasOtherTime) && hasExpectedResult
      && hasOfficer
  }

  /// Which of the five are not clear.
  package var missing: [Need] { Need.fiveClear.filter(lacks) }
}

extension Row {
  /// Whether somebody has still to see to it that it is clear who does what until when.
  package func isInInbox(on today: Day) -> Bool {
    (status == .new || status == .agreed) && triageState(on: today) == .waiting
  }

  /// How far triage has come with it; nothing beside the record's own state keeps that.
  @inline(__always)
  package func triageState(on today: Day) -> TriageState {
    if status == .merged { return .merged }
    if status == .notPursued { return .sentBack }
    if FiveClear(self).isClear || !status.isOpen { return .accepted }
    if flags.contains(.passed) { return .passed }
    return putOffUntil.map { today < $0 } ?? false ? .putOff : .waiting
  }
}

extension Chunk {
  /// Whether nothing was done yet with a row of the list. What that asks is put in its place, so that
  /// the row is not copied: of a hundred thousand that would be most of the time.
  package func waitsForTriage(at index: Int, on today: Day) -> Bool {
    rows.withUnsafeBufferPointer { rows in
      rows.indices.contains(index) && rows[index].triageState(on: today) == .waiting
    }
  }
}

/// What was done with a record of the inbox.
package enum TriageState: Hashable, Sendable {
  /// Nothing yet, or a day it was put off to has come.
  case waiting
  /// All five are clear.
  case accepted
  /// Let through though something was not clear.
  case passed
  case sentBack, merged, putOff
}
