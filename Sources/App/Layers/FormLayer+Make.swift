internal import Model
internal import Vietnamese

extension FormLayer {
  /// The questions of a step to `status`: what it lacks, then what may be added.
  static func step(
    to status: Status, of followUp: FollowUp, slot: Int, today: Day
  ) -> FormLayer {
    let step = StatusStep(to: status, on: today)
    var fields = step.missing(for: followUp).map { FormField.required($0, for: status) }
    switch status {
    case .done:
      fields.append(
        FormField(.remark, Words("Kết quả (nếu có)", "Result (if any)"), .note, isRequired: false))
    case .inProgress where !fields.contains(where: { $0.question == .required(.note) }):
      fields.append(
        FormField(.remark, Requirement.note.words, .note, isRequired: false))
    case .awaitingReply:
      fields.append(
        FormField(
          .remark, Words("Văn bản đã gửi (nếu có)", "Letter sent (if any)"), .text,
          isRequired: false))
    case .new, .agreed, .assigned, .inProgress, .reported, .closed, .paused, .carriedOver,
      .notPursued, .merged:
      break
    }
    fields.append(FormField(.on, Words("Ngày", "Day"), .date, isRequired: false))
    let title = Words(
      "\(followUp.code) → \(status.words.vi)", "\(followUp.code) → \(status.words.en)")
    return FormLayer(.step(status), title: title, slot: slot, key: followUp.key, fields: fields)
  }

  /// The questions of a step of several records: what some may have already can be left out.
  static func step(to status: Status, ofMany count: Int) -> FormLayer {
    let required = status.requirements.filter { $0 != .waitingSince && $0 != .doneOn }
    var fields = required.map { requirement in
      var field = FormField.required(requirement, for: status)
      field.isRequired = !requirement.mayStandAlready
      return field
    }
    if !required.contains(.reason) {
      let label = Words("Lý do (khi lùi bước)", "Why (for steps back)")
      fields.append(FormField(.reason, label, .text, isRequired: false))
    }
    fields.append(FormField(.on, Words("Ngày", "Day"), .date, isRequired: false))
    let title = Words("→ \(status.words.vi)", "→ \(status.words.en)")
    return FormLayer(.step(status), title: title, slot: 0, key: "", fields: fields)
  }

  static func note(on followUp: FollowUp, slot: Int) -> FormLayer {
    FormLayer(
      .note, title: Words("Ghi diễn biến cho \(followUp.code)", "Progress of \(followUp.code)"),
      slot: slot, key: followUp.key,
      fields: [FormField(.required(.note), Requirement.note.words, .note, isRequired: true)])
  }

  static func due(of followUp: FollowUp, slot: Int) -> FormLayer {
    var fields = [FormField(.due, Field.due.words, .date, isRequired: true)]
    let reason =
      followUp.due == nil
      ? Words("Lý do (khi chưa có)", "Why (if there is none)")
      : Words("Lý do (khi lùi, bỏ)", "Why (if put off)")
    fields.append(FormField(.reason, reason, .note, isRequired: false))
    return FormLayer(
      .due,
      title: Words(
        "Hạn của \(followUp.code), nay: \(now(followUp, .vi))",
        "Deadline of \(followUp.code), now: \(now(followUp, .en))"), slot: slot,
      key: followUp.key, fields: fields)
  }

  /// The deadline as it stands.
  private static func now(_ followUp: FollowUp, _ language: Language) -> String {
    followUp.due.map { DeadlineText(language).date($0.date) }
      ?? Words("chưa có", "none")(language)
  }

  static func lead(of followUp: FollowUp, name: String, slot: Int) -> FormLayer {
    let lead = followUp.lead.map { [Picker.Choice(id: $0.unit, name: name)] } ?? []
    let firmness = [
      Words("đã xác nhận", "confirmed"), Words("dự kiến", "proposed"),
    ]
    return FormLayer(
      .lead, title: Words("Chủ trì \(followUp.code)", "Lead of \(followUp.code)"), slot: slot,
      key: followUp.key,
      fields: [
        FormField(
          .required(.lead), Requirement.lead.words, names: .entries(.units), Picker(chosen: lead),
          isRequired: true),
        FormField(
          .firmness, Words("Mức chắc chắn", "How sure"), .choice(firmness), isRequired: true),
      ])
  }
}

extension FormField {
  fileprivate static func required(_ requirement: Requirement, for status: Status) -> FormField {
    var field = FormField(
      .required(requirement), requirement.words, kind(of: requirement, for: status),
      isRequired: true)
    if requirement == .assigner { field.picker = Picker(takesFreeText: true) }
    return field
  }

  private static func kind(of requirement: Requirement, for status: Status) -> Kind {
    switch requirement {
    case .source, .agreedBy, .waitingFor: .text
    case .note, .result, .evidence, .reason: .note
    case .assigner: .names(.entries(.people))
    case .waitingSince, .doneOn, .lookAgainOn: .date
    case .dueOrReason: .dateOrReason
    case .lead: .names(.entries(.units))
    case .targetYear: .year
    case .otherCode: .code
    case .resultKind: .choice(FormLayer.resultKinds(for: status).map(\.words))
    }
  }
}

extension Requirement {
  /// Whether a record may have it from before, so that the step need not state it.
  fileprivate var mayStandAlready: Bool {
    switch self {
    case .lead, .assigner, .dueOrReason, .result, .evidence: true
    case .agreedBy, .source, .note, .waitingFor, .waitingSince, .resultKind, .doneOn, .reason,
      .lookAgainOn, .targetYear, .otherCode:
      false
    }
  }
}

extension FormLayer {
  static func resultKinds(for status: Status) -> [ResultKind] {
    status == .notPursued ? ResultKind.forNotPursued : ResultKind.forDone
  }
}
