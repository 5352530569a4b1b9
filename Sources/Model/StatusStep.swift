/// A step to another status, with what the person said about it.
package struct StatusStep: Hashable, Sendable {
  package var to: Status
  /// The day the fact belongs to.
  package var on: Day
  package var agreedBy: String?
  package var source: String?
  package var lead: String?
  package var assigner: String?
  package var due: Deadline?
  package var noDeadlineReason: String?
  package var note: String?
  package var waitingFor: String?
  package var waitingSince: Day?
  package var letter: String?
  package var resultKind: ResultKind?
  package var result: String?
  package var evidence: String?
  package var reason: String?
  package var lookAgainOn: Day?
  package var targetYear: Int?
  /// The key of the record this one is merged into.
  package var otherKey: String?

  package init(to: Status, on: Day) {
    self.to = to
    self.on = on
  }
}

/// Why a step was refused.
package enum StepError: Error, Hashable, Sendable {
  case alreadyThere(Status)
  case missing([Requirement], status: Status)
  case wrongResultKind(ResultKind, status: Status)
  /// What has ended opens again as in progress only.
  case reopensAsInProgress(from: Status)
  case intoItself
  case dueBeforeRaised(due: Day, raised: Day)
  case openLines([String])
  /// Parts that the record was split into, by their codes.
  case openParts([String])
  case extensionWithoutReason(from: Day, to: Day)
}

extension StatusStep {
  /// What the step still lacks for `record`, in the order it is asked for.
  package func missing(for record: FollowUp) -> [Requirement] {
    var needed = to.requirements
    let kind = record.status.step(to: to)
    if (kind == .back || kind == .reopening) && !needed.contains(.reason) { needed.append(.reason) }
    return needed.filter { !isMet($0, for: record) }
  }

  private func isMet(_ requirement: Requirement, for record: FollowUp) -> Bool {
    switch requirement {
    case .agreedBy: agreedBy != nil
    case .source: source != nil
    case .lead: lead != nil || record.lead?.isProposed == false
    case .assigner: assigner != nil || record.assigner != nil
    case .dueOrReason:
      due != nil || noDeadlineReason != nil || record.due != nil || record.noDeadlineReason != nil
        || (record.recurrence ?? .ongoing) != .ongoing || record.dueEvent != nil
    case .note: note != nil
    case .waitingFor: waitingFor != nil
    // Both have a day to fall back on: the day of the step.
    case .waitingSince, .doneOn: true
    case .result: result != nil || record.result?.text != nil
    case .evidence: evidence != nil || !record.evidence.isEmpty
    case .resultKind: resultKind != nil
    case .reason: reason != nil
    case .lookAgainOn: lookAgainOn != nil
    case .targetYear: targetYear != nil
    case .otherCode: otherKey != nil
    }
  }

  /// The edits the step comes to.
  ///
  /// With `force` what is missing is passed over; the caller records what that was.
  ///
  /// - Throws: A ``StepError``; then nothing was altered.
  package func edits(for record: FollowUp, fields: Fields, force: Bool) throws(StepError) -> [Edit]
  {
    let kind = record.status.step(to: to)
    if kind == .none {
      if !force { try checkDue(of: record) }
      return try editsInPlace(fields, force: force) + extending(record, fields)
    }
    if kind == .reopening && to != .inProgress && !force {
      throw .reopensAsInProgress(from: record.status)
    }
    if otherKey == record.key { throw .intoItself }
    if to == .done && !force {
      let open = record.counterparts.filter { $0.status?.isOpen == true }
      if !open.isEmpty { throw .openLines(open.map(\.counterpart)) }
    }
    try checkResultKind()
    let missing = missing(for: record)
    if !missing.isEmpty && !force { throw .missing(missing, status: to) }
    if !force { try checkDue(of: record) }
    return edits(fields) + extending(record, fields)
  }

  private func checkDue(of record: FollowUp) throws(StepError) {
    guard let due else { return }
    if let raised = record.raisedOn, due.date.day < raised {
      throw .dueBeforeRaised(due: due.date.day, raised: raised)
    }
    if let old = record.due, old.date.day < due.date.day, reason == nil {
      throw .extensionWithoutReason(from: old.date.day, to: due.date.day)
    }
  }

  /// A step that moves the deadline to a later day keeps the earlier one, as every extension does.
  private func extending(_ record: FollowUp, _ fields: Fields) -> [Edit] {
    guard let due, let old = record.due, old.date.day < due.date.day else { return [] }
    let moved = Extension(
      on: on, from: old.date, to: due.date, reason: reason ?? "—", paper: nil)
    var edits = FieldEdits(fields)
    edits.add(.extensions, [moved.value])
    return edits.all
  }

  /// The record stands there already: only what was said anew is altered.
  private func editsInPlace(_ fields: Fields, force: Bool) throws(StepError) -> [Edit] {
    try checkResultKind()
    var edits = FieldEdits(fields)
    setStated(in: &edits)
    if let waitingFor {
      let waiting = Waiting(whom: waitingFor, since: waitingSince ?? on, letter: letter)
      edits.set(.waiting, waiting.value)
    }
    if let reason, to == .paused {
      edits.set(.pause, Pause(reason: reason, lookAgainOn: lookAgainOn).value)
    }
    if resultKind != nil || result != nil {
      let kept = fields[.result]
      let kind = resultKind?.rawValue ?? kept["kind"].text
      edits.set(
        .result, .object(["kind": .text(kind), "text": .text(result ?? kept["text"].text)]))
    }
    if force { edits.set(.statusOn, .text(on.iso)) }
    if edits.all.isEmpty && note == nil && !force { throw .alreadyThere(to) }
    return edits.all
  }

  /// What a step may state beside the status itself.
  private func setStated(in edits: inout FieldEdits) {
    if let lead { edits.set(.lead, Lead(unit: lead, isProposed: false).value) }
    if let assigner { edits.set(.assigner, .text(assigner)) }
    if let due { edits.set(.due, due.value) }
    if let noDeadlineReason { edits.set(.noDeadlineReason, .text(noDeadlineReason)) }
    if let agreedBy {
      edits.set(.agreement, Agreement(by: agreedBy, on: on, source: source).value)
    }
    if let evidence { edits.add(.evidence, [Paper(subject: evidence).value]) }
  }

  /// Why a step back or a reopening was taken; other reasons stand in the record itself.
  package func why(for record: FollowUp) -> String? {
    switch record.status.step(to: to) {
    case .back, .reopening: reason
    case .none, .forward: nil
    }
  }

  private func checkResultKind() throws(StepError) {
    guard let resultKind else { return }
    let allowed = to == .notPursued ? ResultKind.forNotPursued : ResultKind.forDone
    guard allowed.contains(resultKind) else { throw .wrongResultKind(resultKind, status: to) }
  }

  private func edits(_ fields: Fields) -> [Edit] {
    var edits = FieldEdits(fields)
    edits.set(.status, .text(to.rawValue))
    edits.set(.statusOn, .text(on.iso))
    setStated(in: &edits)
    let waiting = waitingFor.map { Waiting(whom: $0, since: waitingSince ?? on, letter: letter) }
    edits.set(.waiting, to == .awaitingReply ? waiting?.value ?? .null : .null)
    // A holder set by hand was that of the status it was set in.
    edits.set(.holder, .null)
    let pause = reason.map { Pause(reason: $0, lookAgainOn: lookAgainOn) }
    edits.set(.pause, to == .paused ? pause?.value ?? .null : .null)
    edits.set(.carriedTo, to == .carriedOver ? targetYear.map { .number($0) } ?? .null : .null)
    edits.set(.mergedInto, .text(to == .merged ? otherKey : nil))
    edits.set(.reason, to == .notPursued ? .text(reason) : .null)
    setOutcome(in: &edits, fields)
    return edits.all
  }

  private func setOutcome(in edits: inout FieldEdits, _ fields: Fields) {
    switch to {
    case .done, .notPursued, .reported:
      let kept = fields[.result]["text"].text
      edits.set(.result, Outcome(kind: resultKind, text: result ?? kept).value)
    case .new, .agreed, .assigned, .inProgress, .awaitingReply, .paused, .carriedOver:
      edits.set(.result, Outcome(kind: nil, text: result ?? fields[.result]["text"].text).value)
    case .closed, .merged: break
    }
    switch to {
    case .done: edits.set(.doneOn, PartialDate(on).value)
    case .closed, .merged: break
    case .new, .agreed, .assigned, .inProgress, .awaitingReply, .reported, .paused, .carriedOver,
      .notPursued:
      edits.set(.doneOn, .null)
    }
  }
}

/// Edits of single fields and lists, leaving out those that change nothing.
package struct FieldEdits: Sendable {
  private let fields: Fields
  package private(set) var all: [Edit] = []

  package init(_ fields: Fields) { self.fields = fields }

  package mutating func set(_ field: Field, _ value: Value) {
    let value = value.isEmpty ? Value.null : value
    if fields[field] != value { all.append(.set(field, from: fields[field], to: value)) }
  }

  package mutating func add(_ field: Field, _ values: [Value]) {
    let new = values.filter { !fields[field].elements.contains($0) }
    if !new.isEmpty { all.append(.add(field, new)) }
  }
}
