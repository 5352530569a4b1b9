extension FollowUp {
  /// A deadline whose event has no day yet takes the place of one that had: the first is kept.
  func edits(
    toUndated value: Value, why: String?, on day: Day, _ fields: Fields, _ isForced: Bool
  ) throws(ActionError) -> [Edit] {
    guard value["event"].text != key else { throw .dueInARing([]) }
    var edits = FieldEdits(fields)
    edits.set(.due, value)
    if !value.isEmpty { edits.set(.noDeadlineReason, .null) }
    if let due {
      if why == nil && !isForced { throw .noDeadlineWithoutReason }
      let gone = Extension(on: day, from: due.date, to: nil, reason: why ?? "—", paper: nil)
      edits.add(.extensions, [gone.value])
    }
    return edits.all
  }
}

extension Action {
  /// A deadline that goes with the day of its event.
  func outcomeOfFollowing(
    _ following: EventFollowing, _ followUp: FollowUp, _ fields: Fields, force: Bool
  ) throws(ActionError) -> ActionOutcome {
    guard let deadline = following.deadline(of: followUp) else { throw .nothingChanged }
    var outcome = try outcomeOfDue(
      deadline, following.reason, following.on, nil, followUp, fields, force: force)
    outcome.why = following.reason
    return outcome
  }
}

extension Fields {
  /// The edit that gives one field another value; none where it has that already.
  func setting(_ field: Field, _ value: Value) -> [Edit] {
    var edits = FieldEdits(self)
    edits.set(field, value)
    return edits.all
  }
}
