/// Something a person does to a record.
package enum Action: Hashable, Sendable {
  case step(StatusStep)
  case note(String, on: Day)
  /// A deadline, or none; moving one to a later day is an extension and needs a reason.
  case due(Deadline?, reason: String?, on: Day)
  /// A lead, confirmed or only proposed.
  case lead(unit: String, isProposed: Bool, on: Day)

  /// The day the fact belongs to.
  package var on: Day {
    switch self {
    case .step(let step): step.on
    case .note(_, let on), .due(_, _, let on), .lead(_, _, let on): on
    }
  }
}

/// Why an action was refused; then nothing was altered.
package enum ActionError: Error, Hashable, Sendable {
  case step(StepError)
  case emptyNote
  /// Moving a deadline to a later day without saying why.
  case extensionWithoutReason(from: Day, to: Day)
  case dueBeforeRaised(due: Day, raised: Day)
  case noDeadlineWithoutReason
  case nothingChanged
  /// The register's fields of this record cannot be read, so nothing is done to it.
  case unreadable(ValueError)
}

/// What an action comes to: edits, and which requirements were passed over.
package struct ActionOutcome: Hashable, Sendable {
  package var edits: [Edit]
  package var forced: [String] = []
  /// The reason for a step back, which the change keeps.
  package var why: String?
}

extension Action {
  /// The edits this comes to on `record`.
  ///
  /// `author` signs notes, and `noteID` is a name for one that is unique in the world. With `force`
  /// what is missing is passed over, and the outcome names it.
  ///
  /// - Throws: ``ActionError``; then nothing is to be altered.
  package func outcome(
    on record: Record, author: String, noteID: String, force: Bool = false
  ) throws(ActionError) -> ActionOutcome {
    let followUp = try read(record)
    var outcome: ActionOutcome
    switch self {
    case .step(let step):
      outcome = try outcomeOfStep(step, followUp, record.fields, force: force)
      if let text = step.note {
        outcome.edits.append(noteEdit(text, on: step.on, author: author, noteID: noteID))
      }
    case .note(let text, let on):
      guard text.contains(where: { !$0.isWhitespace }) else { throw .emptyNote }
      outcome = ActionOutcome(edits: [noteEdit(text, on: on, author: author, noteID: noteID)])
    case .due(let deadline, let reason, let on):
      outcome = try outcomeOfDue(deadline, reason, on, followUp, record.fields, force: force)
    case .lead(let unit, let isProposed, _):
      var edits = FieldEdits(record.fields)
      edits.set(.lead, Lead(unit: unit, isProposed: isProposed).value)
      outcome = ActionOutcome(edits: edits.all)
    }
    guard !outcome.edits.isEmpty else { throw .nothingChanged }
    return outcome
  }

  private func read(_ record: Record) throws(ActionError) -> FollowUp {
    do throws(ValueError) {
      return try FollowUp(record.fields)
    } catch {
      throw .unreadable(error)
    }
  }

  private func noteEdit(_ text: String, on: Day, author: String, noteID: String) -> Edit {
    .add(.notes, [Note(id: noteID, on: on, by: author, text: text).value])
  }

  private func outcomeOfStep(
    _ step: StatusStep, _ followUp: FollowUp, _ fields: Fields, force: Bool
  ) throws(ActionError) -> ActionOutcome {
    do throws(StepError) {
      let edits = try step.edits(for: followUp, fields: fields, force: force)
      let forced = force ? step.missing(for: followUp).map(\.rawValue) : []
      return ActionOutcome(edits: edits, forced: forced, why: step.why(for: followUp))
    } catch {
      throw .step(error)
    }
  }

  private func outcomeOfDue(
    _ deadline: Deadline?, _ reason: String?, _ on: Day, _ followUp: FollowUp, _ fields: Fields,
    force: Bool
  ) throws(ActionError) -> ActionOutcome {
    var forced: [String] = []
    var edits = FieldEdits(fields)
    edits.set(.due, deadline?.value ?? .null)
    if let deadline {
      if let raised = followUp.raisedOn, deadline.date.day < raised {
        if !force { throw .dueBeforeRaised(due: deadline.date.day, raised: raised) }
        forced.append("dueBeforeRaised")
      }
      edits.set(.noDeadlineReason, .null)
    } else {
      if reason == nil {
        if !force { throw .noDeadlineWithoutReason }
        forced.append(Requirement.reason.rawValue)
      }
      edits.set(.noDeadlineReason, .text(reason))
    }
    if let old = followUp.due, let deadline, old.date.day < deadline.date.day {
      if reason == nil {
        if !force { throw .extensionWithoutReason(from: old.date.day, to: deadline.date.day) }
        forced.append(Requirement.reason.rawValue)
      }
      let moved = Extension(
        on: on, from: old.date, to: deadline.date, reason: reason ?? "—", paper: nil)
      edits.add(.extensions, [moved.value])
    }
    return ActionOutcome(edits: edits.all, forced: forced)
  }
}
