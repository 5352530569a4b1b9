internal import Model
internal import Vietnamese

extension FormLayer {
  /// What is not clear yet, and nothing else; the last question is for passing all the same.
  static func acceptance(
    of followUp: FollowUp, lead: String, officer: String, reason: String, slot: Int
  ) -> FormLayer {
    let missing = FiveClear(followUp).missing
    var fields = missing.compactMap { need -> FormField? in
      switch need {
      case .person:
        FormField(
          .required(.lead), Requirement.lead.words, names: .entries(.units),
          Picker(chosen: followUp.lead.map { [Picker.Choice(id: $0.unit, name: lead)] } ?? []))
      case .time:
        FormField(
          .required(.dueOrReason), Requirement.dueOrReason.words, .dateOrReason, isRequired: false)
      case .result:
        FormField(.expectedResult, Field.expectedResult.words, .text, isRequired: false)
      case .responsibility:
        FormField(
          .officer, Field.officer.words, names: .entries(.people),
          Picker(
            chosen: officer.isEmpty ? [] : [Picker.Choice(id: officer, name: officer)],
            takesFreeText: true))
      case .work, .lead, .due: nil
      }
    }
    fields.append(
      FormField(
        .reason, Words("Cho qua khi còn thiếu, vì", "Pass with gaps, because"), .text,
        isRequired: false, text: reason))
    return FormLayer(
      .acceptance, title: Words("Nhận \(followUp.code)", "Accept \(followUp.code)"), slot: slot,
      key: followUp.key, fields: fields)
  }

  static func putOff(_ followUp: FollowUp, slot: Int) -> FormLayer {
    FormLayer(
      .putOff, title: Words("Để \(followUp.code) sau", "Put \(followUp.code) off"), slot: slot,
      key: followUp.key,
      fields: [FormField(.due, Field.putOffUntil.words, .date, isRequired: true)])
  }

  /// A line for each part, as the title lists them, and some more to be filled in.
  static func split(_ followUp: FollowUp, slot: Int) -> FormLayer {
    let titles = Part.titles(listedIn: followUp.title)
    let count = max(4, min(FormLayer.mostParts, titles.count + 2))
    let fields = (0..<count).map { index in
      FormField(
        .part(index), Words("Mục con \(index + 1)", "Part \(index + 1)"), .text,
        isRequired: index == 0, text: index < titles.count ? titles[index] : "")
    }
    return FormLayer(
      .split, title: Words("Tách \(followUp.code)", "Split \(followUp.code)"), slot: slot,
      key: followUp.key, fields: fields)
  }

  /// Fits the smallest screen.
  private static let mostParts = 10
}

extension FormLayer {
  func acceptance(in state: AppState) throws(FormFault) -> Acceptance {
    var acceptance = Acceptance(on: state.today)
    if text(.required(.lead)) != nil { acceptance.lead = try unit(in: state).id }
    if let field = field(.required(.dueOrReason)), let text = field.text {
      acceptance.due = field.reading(today: state.today, state.calendar)
        .flatMap { FormLayer.deadline($0.value) }
      acceptance.noDeadlineReason = acceptance.due == nil ? text : nil
    }
    acceptance.expectedResult = text(.expectedResult)
    acceptance.officer = text(.officer)
    acceptance.passingBecause = text(.reason)
    return acceptance
  }

  func putOff(in state: AppState) throws(FormFault) -> Action {
    guard let day = try day(.due, in: state), state.today < day else {
      throw FormFault(
        question: .due,
        sentence: Words("Cần một ngày sau hôm nay.", "A day after today is needed.")(state.language)
      )
    }
    let edit = FieldEdit.set(.putOffUntil, .text(day.iso))
    return .edit(RecordEdit([edit], on: state.today))
  }

  func split(in state: AppState) -> Action {
    let titles = fields.compactMap(\.text)
    return .split(titles.map { Part(title: $0) }, on: state.today)
  }
}
