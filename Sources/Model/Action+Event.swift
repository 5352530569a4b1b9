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
