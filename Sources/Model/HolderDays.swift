/// How long each side had the ball. The days of all, and those ended, come to the age.
package struct HolderDays: Hashable, Sendable {
  package private(set) var days: [Holder: Int] = [:]
  /// Days after the end, before a reopening or until today.
  package private(set) var ended = 0
  /// Of all these, the days on which the clock stood.
  package private(set) var paused = 0
  /// Days from the day it was raised, or first recorded, to today.
  package private(set) var age = 0

  /// From the history of a record. `secondsEast` says where a day of changes begins.
  ///
  /// A change counts from the day its fact belongs to; one that is dated before an earlier change
  /// counts from that one's day, so that no day is counted twice.
  package init(
    _ record: Record, in registry: Registry, waited: WaitedFor, today: Day, secondsEast: Int
  ) {
    var fields = Fields()
    var last: (day: Day, holder: Holder?, isPaused: Bool)?
    for change in record.changes {
      for edit in change.edits { fields.apply(edit) }
      guard let followUp = try? FollowUp(fields) else { continue }
      let day = change.on ?? change.at.shifted(bySeconds: secondsEast).day
      let holder = followUp.holder(in: registry, waited: waited)
      guard let before = last else {
        let raised = followUp.raisedOn ?? day
        last = (min(raised, day, today), holder, followUp.status == .paused)
        continue
      }
      let until = min(max(day, before.day), today)
      count(before.holder, isPaused: before.isPaused, from: before.day, to: until)
      last = (until, holder, followUp.status == .paused)
    }
    if let last { count(last.holder, isPaused: last.isPaused, from: last.day, to: today) }
  }

  private mutating func count(_ holder: Holder?, isPaused: Bool, from: Day, to: Day) {
    let span = to.ordinal - from.ordinal
    guard span > 0 else { return }
    age += span
    if let holder { days[holder, default: 0] += span } else { ended += span }
    if isPaused { paused += span }
  }
}
