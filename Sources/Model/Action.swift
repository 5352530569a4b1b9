/// Something a person does to a record.
package enum Action: Hashable, Sendable {
  case step(StatusStep)
  case note(String, on: Day)
  /// A deadline, or none; moving one to a later day is an extension and needs a reason.
  case due(Deadline?, reason: String?, on: Day, paper: String? = nil)
  /// A lead, confirmed or only proposed.
  case lead(unit: String, isProposed: Bool, on: Day)
  case edit(RecordEdit)
  /// Into the bin, out of every list; and out of it again.
  case bin(on: Day)
  case restore(on: Day)
  /// Takes a record out of the inbox, with what it lacked.
  case accept(Acceptance)
  /// Tách: the record gets parts that are followed by themselves.
  case split([Part], on: Day)
  /// Gộp vào: the record goes on as another one, by its key.
  case merge(into: String, on: Day)
  /// Somebody was pressed for an answer.
  case chase(Chase)
  /// What one side says of a task in a yearly review.
  case rate(RatingEdit)
  /// An issue of a recurring supply was sent, named as people write it: `7/2023`.
  case deliver(issue: String, on: Day, paper: String?)
  /// That a secret paper exists, as its stamp and the paper register have it; nil takes it back.
  case stub(SecretStub?, on: Day)
  /// The work of a unit that ended goes to the one that took its place.
  case handOver(HandOver)
  /// Deadlines go with the day of an event.
  case follow(EventFollowing)
  /// Decides what two people did without sight of each other.
  case settle(Conflict.Matter, Settlement, on: Day)

  /// The day the fact belongs to.
  package var on: Day {
    switch self {
    case .step(let step): step.on
    case .note(_, let on), .due(_, _, let on, _), .lead(_, _, let on): on
    case .chase(let chase): chase.on
    case .rate(let edit): edit.on
    case .deliver(_, let on, _): on
    case .stub(_, let on): on
    case .handOver(let handOver): handOver.on
    case .follow(let following): following.on
    case .edit(let edit): edit.on
    case .bin(let on), .restore(let on): on
    case .accept(let acceptance): acceptance.on
    case .split(_, let on), .merge(_, let on), .settle(_, _, let on): on
    }
  }
}

extension Action {
  /// Whether it may be done to several records of which some are so already.
  package var mayLeaveUnchanged: Bool {
    switch self {
    case .edit, .bin, .restore, .handOver, .follow: true
    case .step, .note, .due, .lead, .chase, .rate, .deliver, .stub, .settle, .accept, .split,
      .merge:
      false
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
  /// A field that no record may lack was to be emptied.
  case mandatory(Field)
  /// A reason for having no deadline, beside a deadline.
  case reasonBesideDeadline
  /// The record has no line for this counterpart.
  case noSuchLine(String)
  case linkToItself
  /// A deadline cannot be counted from the record's own day, nor from that of an event which is
  /// counted from it; these are the keys of those between.
  case dueInARing([String])
  case inTheBin(since: Day)
  /// It would stay in the inbox: these are not clear, and no reason for passing it was given.
  case notClear([Need])
  case noParts
  case emptyTitle
  /// What has ended is not split.
  case endedAlready(Status)
  /// The record that this one is to be merged into went on as another itself, by its code.
  case targetIsMerged(code: String, into: String)
  /// Somebody merged it into another record, by its key or code, since the person saw it.
  case mergedMeanwhile(into: String)
  /// What has ended is pressed for no longer.
  case chaseOfEnded(Status)
  case replyBeforeChase(replyBy: Day, on: Day)
  /// Only tasks of a programme are rated; the session it came out of is none.
  case notInProgramme, originOfProgramme
  /// The year was closed; what was found then stands.
  case reviewClosed(year: Int)
  /// It does not come in issues.
  case notPeriodic
  case noSuchIssue(String, SupplyIssue.Span)
  case issueOutside(SupplyIssue, Period)
  /// A text bears the mark of a state secret: the register may not hold what it says.
  case secretMark(SecretMark)
  /// The record notes a secret paper, so it takes no file and no link.
  case attachment
  /// A stub's entry is the number in the paper register and nothing else.
  case notAnEntry(String)
  /// There is nothing (any more) that two people did differently here.
  case noConflict(Conflict.Matter)
  /// The register's fields of this record cannot be read, so nothing is done to it.
  case unreadable(ValueError)
}

/// What an action comes to: edits, and which requirements were passed over.
package struct ActionOutcome: Hashable, Sendable {
  package var edits: [Edit]
  package var forced: [String] = []
  /// The reason for a step back, which the change keeps.
  package var why: String?
  /// The changes it decides between.
  package var settles: [Change.ID] = []
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
    if case .settle(let matter, let settlement, let on) = self {
      return try Action.outcome(ofSettling: matter, settlement, of: record, on: on)
    }
    let followUp = try read(record)
    if case .restore = self { return try outcomeOfRestoring(followUp) }
    if let since = followUp.binned { throw .inTheBin(since: since) }
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
    case .due(let deadline, let reason, let on, let paper):
      outcome = try outcomeOfDue(
        deadline, reason, on, paper, followUp, record.fields, force: force)
    case .lead(let unit, let isProposed, _):
      let lead = Lead(unit: unit, isProposed: isProposed)
      outcome = ActionOutcome(edits: record.fields.setting(.lead, lead.value))
    case .edit(let edit): outcome = try outcomeOfEdit(edit, record, force: force)
    case .bin(let on):
      outcome = ActionOutcome(edits: [.set(.binned, from: .null, to: .text(on.iso))])
    case .restore: throw .nothingChanged
    case .accept(let acceptance): outcome = try acceptance.outcome(on: record)
    case .split(let parts, let on):
      let split = try Split(followUp, record.fields, into: parts, on: on, force: force)
      // The links to the parts are added when the parts have their keys.
      try Action.refuseSecrets(parts.map(\.title), in: record.fields)
      return ActionOutcome(edits: split.editsOfWhole(parts))
    case .merge(let key, let on):
      var step = StatusStep(to: .merged, on: on)
      step.otherKey = key
      outcome = try outcomeOfStep(step, followUp, record.fields, force: force)
    case .chase(let chase):
      outcome = try outcomeOfChase(chase, followUp, record.fields)
    case .rate(let edit):
      outcome = try outcomeOfRating(edit, followUp, record.fields, author: author)
    case .deliver(let issue, let on, let paper):
      outcome = try outcomeOfDelivery(issue, on: on, paper: paper, followUp, record.fields)
    case .stub(let stub, _):
      if let stub, !stub.isEntryNumber { throw .notAnEntry(stub.entry) }
      outcome = ActionOutcome(edits: record.fields.setting(.secretStub, stub?.value ?? .null))
    case .handOver(let handOver): outcome = try handOver.outcome(on: followUp, record.fields)
    case .follow(let following):
      outcome = try outcomeOfFollowing(following, followUp, record.fields, force: force)
    case .settle: return ActionOutcome(edits: [])
    }
    let texts = outcome.edits.flatMap(\.newTexts) + [outcome.why].compactMap(\.self)
    try Action.refuseSecrets(texts, in: record.fields)
    guard !outcome.edits.isEmpty else { throw .nothingChanged }
    return outcome
  }

  /// What is on one of the sides is stored already; what was typed is looked at as everywhere.
  private static func outcome(
    ofSettling matter: Conflict.Matter, _ settlement: Settlement, of record: Record, on day: Day
  ) throws(ActionError) -> ActionOutcome {
    let settled = try record.settling(matter, settlement, on: day)
    if case .value = settlement {
      try refuseSecrets(settled.edits.flatMap(\.newTexts), in: record.fields)
    }
    return settled
  }

  /// Neither the stamp of a secret paper, nor a way to one from the record that notes it.
  package static func refuseSecrets(
    _ texts: [String], in fields: Fields
  ) throws(ActionError) {
    if let mark = texts.lazy.compactMap({ SecretMark.find(in: $0) }).first {
      throw .secretMark(mark)
    }
    try refuseAttachments(texts, in: fields)
  }

  package static func refuseAttachments(
    _ texts: [String], in fields: Fields
  ) throws(ActionError) {
    guard !fields[.secretStub].isEmpty else { return }
    if texts.contains(where: AttachmentName.isFound) { throw .attachment }
  }

  private func outcomeOfRestoring(_ followUp: FollowUp) throws(ActionError) -> ActionOutcome {
    guard let since = followUp.binned else { throw .nothingChanged }
    return ActionOutcome(edits: [.set(.binned, from: .text(since.iso), to: .null)])
  }

  func read(_ record: Record) throws(ActionError) -> FollowUp {
    do throws(ValueError) {
      return try FollowUp(record.fields)
    } catch {
      throw .unreadable(error)
    }
  }

  private func noteEdit(_ text: String, on: Day, author: String, noteID: String) -> Edit {
    .add(.notes, [Note(id: noteID, on: on, by: author, text: text).value])
  }

  private func outcomeOfEdit(
    _ edit: RecordEdit, _ record: Record, force: Bool
  ) throws(ActionError) -> ActionOutcome {
    var standing = record.fields
    var outcome = ActionOutcome(edits: [])
    func take(_ edits: [Edit]) {
      for edit in edits { standing.apply(edit) }
      outcome.edits += edits
    }
    for field in edit.fields {
      if case .set(.due, let undated) = field {
        take(
          try read(record).edits(toUndated: undated, why: edit.why, on: edit.on, standing, force))
      } else {
        take(try standing.edits(field, on: edit.on))
      }
    }
    if let field = Field.mandatory.first(where: { standing[$0].isEmpty }) {
      throw .mandatory(field)
    }
    // The deadline last: it is held against the day raised as it is then.
    for case .due(let deadline) in edit.fields where deadline?.value ?? .null != standing[.due] {
      let now = try read(Record(fields: standing, changes: []))
      let reason = edit.why ?? (deadline == nil ? now.noDeadlineReason : nil)
      let due = try outcomeOfDue(deadline, reason, edit.on, nil, now, standing, force: force)
      outcome.forced += due.forced
      take(due.edits)
    }
    let now = try read(Record(fields: standing, changes: []))
    let touched = Set(edit.fields.map(\.field))
    if touched.contains(.noDeadlineReason), now.due != nil, now.noDeadlineReason != nil {
      throw .reasonBesideDeadline
    }
    if touched.contains(.raisedOn), let due = now.due?.date.day, let raised = now.raisedOn,
      due < raised, !force
    {
      throw .dueBeforeRaised(due: due, raised: raised)
    }
    return outcome
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

  func outcomeOfDue(
    _ deadline: Deadline?, _ reason: String?, _ on: Day, _ paper: String?, _ followUp: FollowUp,
    _ fields: Fields, force: Bool
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
    if deadline?.event?.event == followUp.key { throw .dueInARing([]) }
    if let old = followUp.due, let deadline, old.date.day < deadline.date.day {
      if reason == nil {
        if !force { throw .extensionWithoutReason(from: old.date.day, to: deadline.date.day) }
        forced.append(Requirement.reason.rawValue)
      }
      let moved = Extension(
        on: on, from: old.date, to: deadline.date, reason: reason ?? "—", paper: paper)
      edits.add(.extensions, [moved.value])
    } else if let old = followUp.due, deadline == nil {
      // The first deadline is kept also where it is taken away.
      let gone = Extension(on: on, from: old.date, to: nil, reason: reason ?? "—", paper: paper)
      edits.add(.extensions, [gone.value])
    }
    return ActionOutcome(
      edits: edits.all, forced: forced,
      why: deadline.flatMap { Action.keptPaper(paper, since: followUp.due, to: $0) })
  }

  /// A paper that moves no deadline to a later day is kept with the reason.
  private static func keptPaper(
    _ paper: String?, since old: Deadline?, to new: Deadline
  ) -> String? {
    if let old, old.date.day < new.date.day { return nil }
    return paper.map { "văn bản \($0)" }
  }
}
