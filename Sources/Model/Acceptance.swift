/// Tiếp nhận: what a record of the inbox lacked, and why it is let through if something stays open.
package struct Acceptance: Hashable, Sendable {
  /// The unit that leads, which this confirms.
  package var lead: String?
  package var due: Deadline?
  package var noDeadlineReason: String?
  package var expectedResult: String?
  package var officer: String?
  /// Why it leaves the inbox though not all five are clear.
  package var passingBecause: String?
  package var on: Day

  package init(on: Day) { self.on = on }

  /// The edits; with a reason for passing, the outcome names what was passed over.
  ///
  /// - Throws: ``ActionError/notClear(_:)`` where something stays open and no reason was given.
  func outcome(on record: Record) throws(ActionError) -> ActionOutcome {
    var outcome = ActionOutcome(edits: [])
    if !fields.isEmpty {
      let edit = RecordEdit(fields, why: noDeadlineReason, on: on)
      do throws(ActionError) {
        outcome = try Action.edit(edit).outcome(on: record, author: "", noteID: "")
      } catch .nothingChanged {
        outcome = ActionOutcome(edits: [])
      }
    }
    var standing = record.fields
    for edit in outcome.edits { standing.apply(edit) }
    var edits = FieldEdits(standing)
    edits.set(.putOffUntil, .null)
    let missing = FiveClear(try Action.accept(self).read(Record(fields: standing, changes: [])))
      .missing
    if !missing.isEmpty {
      guard let passingBecause else { throw .notClear(missing) }
      outcome.forced += missing.map(\.rawValue)
      outcome.why = passingBecause
      edits.set(.passedOn, .text(on.iso))
    }
    outcome.edits += edits.all
    return outcome
  }

  private var fields: [FieldEdit] {
    var fields: [FieldEdit] = []
    if let lead { fields.append(.set(.lead, Lead(unit: lead, isProposed: false).value)) }
    if let officer { fields.append(.set(.officer, .text(officer))) }
    if let expectedResult { fields.append(.set(.expectedResult, .text(expectedResult))) }
    if let noDeadlineReason, due == nil {
      fields.append(.set(.noDeadlineReason, .text(noDeadlineReason)))
    }
    if let due { fields.append(.due(due)) }
    return fields
  }
}
