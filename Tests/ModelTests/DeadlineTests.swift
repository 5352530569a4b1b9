import Model
import Testing

@Suite struct DeadlineTests {
  static let today = Day(ordinal: 19_632)  // 2023-10-02, a Monday

  static func facts(
    _ status: Status = .inProgress, kind: Kind = .request, due: Int? = nil, done: Int? = nil,
    recurrence: Recurrence? = nil
  ) -> DeadlineFacts {
    DeadlineFacts(
      status: status, kind: kind, due: due.map { Day(ordinal: today.ordinal + $0) },
      doneOn: done.map { Day(ordinal: today.ordinal + $0) }, recurrence: recurrence)
  }

  @Test(arguments: [
    (due: -1, state: DeadlineState.overdue(days: 1)), (due: 0, state: .dueToday),
    (due: 1, state: .dueSoon(days: 1)), (due: 7, state: .dueSoon(days: 7)),
    (due: 8, state: .within(days: 8)),
  ])
  func anOpenRecordStandsByItsDeadline(due: Int, state: DeadlineState) {
    #expect(Self.facts(due: due).state(on: Self.today, limits: DueSoonLimits()) == state)
  }

  @Test func eventsAreNearEarlier() {
    let limits = DueSoonLimits()
    #expect(
      Self.facts(kind: .event, due: 30).state(on: Self.today, limits: limits) == .dueSoon(days: 30))
    #expect(
      Self.facts(kind: .event, due: 31).state(on: Self.today, limits: limits) == .within(days: 31))
  }

  @Test(arguments: [
    (done: -1, state: DeadlineState.doneInTime), (done: 0, state: .doneInTime),
    (done: 1, state: .doneLate(days: 1)),
  ])
  func whatIsDoneIsJudgedByTheDayItWasDone(done: Int, state: DeadlineState) {
    for status in [Status.done, .closed] {
      let facts = Self.facts(status, due: 0, done: done)
      #expect(facts.state(on: Self.today, limits: DueSoonLimits()) == state)
    }
  }

  @Test func doneWithoutADeadlineOrADayIsNotJudged() {
    #expect(Self.facts(.done, done: 3).state(on: Self.today, limits: DueSoonLimits()) == .none)
    #expect(Self.facts(.done, due: 3).state(on: Self.today, limits: DueSoonLimits()) == .none)
  }

  @Test(arguments: [Status.paused, .carriedOver, .notPursued, .merged])
  func theClockStops(status: Status) {
    #expect(Self.facts(status, due: -30).state(on: Self.today, limits: DueSoonLimits()) == .off)
  }

  @Test(arguments: [
    (recurrence: Recurrence.monthly, days: 29), (recurrence: .quarterly, days: 90),
    (recurrence: .annual, days: 90),
  ])
  func aPeriodicRecordCountsToItsNextTime(recurrence: Recurrence, days: Int) {
    let facts = Self.facts(recurrence: recurrence)
    #expect(facts.state(on: Self.today, limits: DueSoonLimits()) == .periodic(days: days))
  }

  @Test func anOngoingCommitmentIsNeverOverdue() {
    #expect(
      Self.facts(recurrence: .ongoing).state(on: Self.today, limits: DueSoonLimits()) == .none)
  }

  @Test func aDeadlineOutweighsTheRecurrence() {
    let facts = Self.facts(due: -2, recurrence: .annual)
    #expect(facts.state(on: Self.today, limits: DueSoonLimits()) == .overdue(days: 2))
  }
}
