@testable import Model
import Testing

@Suite struct StatusStepTests {
  static func followUp(_ status: Status, _ alter: (inout FollowUp) -> Void = { _ in }) -> FollowUp {
    var followUp = FollowUp(
      key: "k", code: "QN23-01", kind: .request, direction: .provinceToMinistry,
      province: "quang-ninh", title: "t", category: "bien-gioi", tier: .core, status: status)
    alter(&followUp)
    return followUp
  }

  static func step(_ status: Status, _ alter: (inout StatusStep) -> Void = { _ in }) -> StatusStep {
    var step = StatusStep(to: status, on: Day(ordinal: 19_632))
    alter(&step)
    return step
  }

  @Test(arguments: [
    (to: Status.agreed, missing: [Requirement.agreedBy, .source]),
    (to: .assigned, missing: [.lead, .assigner, .dueOrReason]), (to: .inProgress, missing: [.note]),
    (to: .awaitingReply, missing: [.waitingFor]), (to: .reported, missing: [.result, .evidence]),
    (to: .done, missing: [.resultKind]), (to: .closed, missing: []),
    (to: .paused, missing: [.reason, .lookAgainOn]), (to: .carriedOver, missing: [.targetYear]),
    (to: .notPursued, missing: [.resultKind, .reason]), (to: .merged, missing: [.otherCode]),
  ])
  func asksForExactlyWhatTheStepNeeds(to: Status, missing: [Requirement]) {
    #expect(Self.step(to).missing(for: Self.followUp(.new)) == missing)
  }

  @Test func whatTheRecordHasIsNotAskedForAgain() {
    let record = Self.followUp(.agreed) {
      $0.lead = Lead(unit: "ubbgqg", isProposed: false)
      $0.noDeadlineReason = "chờ phía bạn"
    }
    #expect(Self.step(.assigned).missing(for: record) == [.assigner])
  }

  @Test func aProposedLeadMustBeConfirmed() {
    let record = Self.followUp(.agreed) { $0.lead = Lead(unit: "ubbgqg", isProposed: true) }
    #expect(Self.step(.assigned).missing(for: record).contains(.lead))
  }

  @Test func aStepBackNeedsAReason() {
    #expect(Self.step(.new).missing(for: Self.followUp(.inProgress)) == [.reason])
    #expect(Self.step(.inProgress).missing(for: Self.followUp(.new)) == [.note])
  }

  @Test(arguments: [Status.done, .closed, .notPursued])
  func whatHasEndedOpensAgainAsInProgressWithAReason(status: Status) throws {
    let record = Self.followUp(status)
    #expect(Self.step(.inProgress).missing(for: record) == [.note, .reason])
    #expect(throws: StepError.reopensAsInProgress(from: status)) {
      try Self.step(.assigned).edits(for: record, fields: Fields(), force: false)
    }
  }

  @Test func doneIsFollowedByClosedWithoutMore() throws {
    let edits = try Self.step(.closed).edits(
      for: Self.followUp(.done), fields: Fields(), force: false)
    #expect(edits.contains(.set(.status, from: .null, to: .text("closed"))))
  }

  @Test func aResultKindFitsItsStatus() {
    let refused = Self.step(.done) { $0.resultKind = .refused }
    #expect(throws: StepError.wrongResultKind(.refused, status: .done)) {
      try refused.edits(for: Self.followUp(.new), fields: Fields(), force: false)
    }
    let met = Self.step(.notPursued) {
      $0.resultKind = .met
      $0.reason = "x"
    }
    #expect(throws: StepError.wrongResultKind(.met, status: .notPursued)) {
      try met.edits(for: Self.followUp(.new), fields: Fields(), force: false)
    }
  }

  @Test func nothingIsDoneWhileALineIsOpen() {
    let record = Self.followUp(.inProgress) {
      $0.counterparts = [
        CounterpartLine(
          counterpart: "australia", isInferred: false, status: .awaitingReply, unit: nil,
          answer: nil, paper: nil, on: nil)
      ]
    }
    let step = Self.step(.done) { $0.resultKind = .met }
    #expect(throws: StepError.openLines(["australia"])) {
      try step.edits(for: record, fields: Fields(), force: false)
    }
  }

  @Test func forcePassesOverWhatIsMissing() throws {
    let edits = try Self.step(.done).edits(
      for: Self.followUp(.new), fields: Fields(), force: true)
    #expect(edits.contains(.set(.status, from: .null, to: .text("done"))))
  }

  @Test func standingThereAlreadyOnlyWhatIsSaidAnewIsAltered() throws {
    let record = Self.followUp(.awaitingReply)
    var fields = Fields()
    fields[.status] = .text("awaitingReply")
    fields[.waiting] = Waiting(whom: "a", since: Day(ordinal: 19_000), letter: nil).value
    #expect(throws: StepError.alreadyThere(.awaitingReply)) {
      try Self.step(.awaitingReply).edits(for: record, fields: fields, force: false)
    }
    let confirmed = try Self.step(.awaitingReply) { $0.lead = "ubbgqg" }
      .edits(for: record, fields: fields, force: false)
    #expect(
      confirmed == [.set(.lead, from: .null, to: Lead(unit: "ubbgqg", isProposed: false).value)])
  }

  @Test func theReasonForAStepBackIsKept() throws {
    let back = Self.step(.new) { $0.reason = "nhầm" }
    #expect(back.why(for: Self.followUp(.inProgress)) == "nhầm")
    #expect(back.why(for: Self.followUp(.new)) == nil)
    let pause = Self.step(.paused) { $0.reason = "dịch" }
    #expect(pause.why(for: Self.followUp(.inProgress)) == nil)
  }

  @Test func aRecordCannotBeMergedIntoItself() {
    let step = Self.step(.merged) { $0.otherKey = "k" }
    #expect(throws: StepError.intoItself) {
      try step.edits(for: Self.followUp(.new), fields: Fields(), force: false)
    }
  }

  @Test func theParentIsDerivedFromItsLines() {
    #expect(Status.done.derived(from: [.done, .awaitingReply]) == .inProgress)
    #expect(Status.new.derived(from: [.done, .awaitingReply]) == .inProgress)
    #expect(Status.awaitingReply.derived(from: [.done, .new]) == .awaitingReply)
    #expect(Status.done.derived(from: [.done, .notPursued]) == .done)
    #expect(Status.agreed.derived(from: []) == .agreed)
  }
}
