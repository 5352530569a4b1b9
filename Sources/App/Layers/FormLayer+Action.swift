internal import Model
internal import Vietnamese

extension FormLayer {
  /// What the answers come to; a fault names the first that will not do.
  func action(in state: AppState) -> Result<Action, FormFault> {
    do throws(FormFault) {
      for field in fields where field.isRequired { try check(field, in: state) }
      switch purpose {
      case .step(let status): return .success(.step(try step(to: status, in: state)))
      case .note: return .success(.note(text(.required(.note)) ?? "", on: state.today))
      case .due: return .success(try due(in: state))
      case .lead: return .success(try lead(in: state))
      case .edit: return .success(.edit(try edit(in: state)))
      case .tags(let isJoining): return .success(.edit(tags(isJoining: isJoining, in: state)))
      case .acceptance: return .success(.accept(try acceptance(in: state)))
      case .putOff: return .success(try putOff(in: state))
      case .split: return .success(split(in: state))
      case .rating(let side, let year):
        return .success(rating(side, year: year, in: state))
      case .chase: return .success(try chase(in: state))
      case .settle(let matter):
        let value = Settlement.value(try settledValue(in: state))
        return .success(.settle(matter, value, on: state.today))
      case .past: throw fault(.on, Words("Đây chỉ để xem.", "This is only to look."), state)
      }
    } catch {
      return .failure(error)
    }
  }

  private func check(_ field: FormField, in state: AppState) throws(FormFault) {
    if case .choice = field.kind { return }
    guard field.text != nil else {
      throw FormFault(
        question: field.question,
        sentence: Words("Cần điền mục này.", "This is needed.")(state.language))
    }
  }

  func text(_ question: FormQuestion) -> String? { field(question)?.text }

  private func step(to status: Status, in state: AppState) throws(FormFault) -> StatusStep {
    var step = StatusStep(to: status, on: try day(.on, in: state) ?? state.today)
    step.agreedBy = text(.required(.agreedBy))
    step.source = text(.required(.source))
    step.assigner = text(.required(.assigner))
    step.note = text(.required(.note))
    step.waitingFor = text(.required(.waitingFor))
    step.waitingSince = try day(.required(.waitingSince), in: state)
    step.result = text(.required(.result))
    step.evidence = text(.required(.evidence))
    step.reason = text(.required(.reason))
    step.lookAgainOn = try day(.required(.lookAgainOn), in: state)
    if field(.required(.lead))?.text != nil { step.lead = try unit(in: state).id }
    try readDueOrReason(into: &step, in: state)
    try readYearAndCode(into: &step, in: state)
    if let kind = field(.required(.resultKind)) {
      step.resultKind = FormLayer.resultKinds(for: status)[kind.selected]
    }
    switch status {
    case .done: step.result = text(.remark)
    case .inProgress: step.note = step.note ?? text(.remark)
    case .awaitingReply: step.letter = text(.remark)
    case .new, .agreed, .assigned, .reported, .closed, .paused, .carriedOver, .notPursued, .merged:
      break
    }
    return step
  }

  private func readDueOrReason(
    into step: inout StatusStep, in state: AppState
  ) throws(FormFault) {
    guard let field = field(.required(.dueOrReason)), let text = field.text else { return }
    if TypedOffset(text) != nil {
      // Without a day it is the reason for having none.
      for case .due(let deadline) in try relative(text, .required(.dueOrReason), in: state) {
        step.due = deadline
      }
      if step.due == nil { step.noDeadlineReason = text }
    } else if let reading = field.reading(today: state.today, state.calendar),
      let deadline = FormLayer.deadline(reading.value)
    {
      step.due = deadline
    } else {
      step.noDeadlineReason = text
    }
  }

  private func readYearAndCode(
    into step: inout StatusStep, in state: AppState
  ) throws(FormFault) {
    if step.reason == nil { step.reason = text(.reason) }
    if let text = text(.required(.targetYear)) {
      guard let year = Int(text), (2000...2199).contains(year) else {
        throw fault(
          .required(.targetYear), Words("Năm gồm bốn chữ số.", "A year of four digits."), state)
      }
      step.targetYear = year
    }
    if let code = text(.required(.otherCode)) {
      guard let place = state.register.place(ofCode: code.uppercased()),
        let (chunk, row) = state.register.row(at: place)
      else {
        throw fault(
          .required(.otherCode), Words("Không có mục \(code).", "There is no record \(code)."),
          state)
      }
      step.otherKey = chunk.key(row)
    }
  }

  private func due(in state: AppState) throws(FormFault) -> Action {
    if let typed = text(.due), TypedOffset(typed) != nil {
      let edits = try relative(typed, .due, in: state)
      return .edit(RecordEdit(edits, why: text(.reason), on: state.today))
    }
    let value = try date(.due, in: state)
    return .due(value.flatMap(FormLayer.deadline), reason: text(.reason), on: state.today)
  }

  /// `30 ngày trước QN23-24`.
  private func relative(
    _ typed: String, _ question: FormQuestion, in state: AppState
  ) throws(FormFault) -> [FieldEdit] {
    do throws(EditError) {
      return try state.editReader.read("due=" + typed).edits
    } catch {
      throw FormFault(
        question: question,
        sentence: error.words(naming: state.register.registry, on: state.surface)(state.language))
    }
  }

  private func chase(in state: AppState) throws(FormFault) -> Action {
    let channel = ChaseChannel.allCases[field(.channel)?.selected ?? 0]
    return .chase(
      Chase(
        on: try day(.on, in: state) ?? state.today, channel: channel, to: text(.recipient),
        paper: text(.paper), replyBy: try day(.replyBy, in: state)))
  }

  private func lead(in state: AppState) throws(FormFault) -> Action {
    let isProposed = field(.firmness)?.selected == 1
    return .lead(unit: try unit(in: state).id, isProposed: isProposed, on: state.today)
  }

  func unit(in state: AppState) throws(FormFault) -> Picker.Choice {
    guard let unit = field(.required(.lead))?.picker.chosen.first else {
      throw fault(.required(.lead), FormLayer.notInTable, state)
    }
    return unit
  }

  static let notInTable = Words(
    "Không có tên như vậy trong danh mục; gõ một phần tên, chọn bằng ↑↓.",
    "There is no such name in the registry; type a part of it, choose with ↑↓.")

  func day(_ question: FormQuestion, in state: AppState) throws(FormFault) -> Day? {
    guard text(question) != nil else { return nil }
    return try date(question, in: state)?.lastDay.map { Day($0) }
  }

  /// nil for "no date".
  private func date(
    _ question: FormQuestion, in state: AppState
  ) throws(FormFault) -> DateInput.Value? {
    do throws(DateInputError) {
      let value = try DateInput.parse(text(question) ?? "", today: state.today.civil) {
        state.calendar.isWorked(Day($0))
      }.value
      return value == .noDate ? nil : value
    } catch {
      throw FormFault(question: question, sentence: error.words(state.language))
    }
  }

  func fault(_ question: FormQuestion, _ words: Words, _ state: AppState) -> FormFault {
    FormFault(question: question, sentence: words(state.language))
  }

  static func deadline(_ value: DateInput.Value) -> Deadline? {
    guard let last = value.lastDay else { return nil }
    let precision: DatePrecision =
      switch value {
      case .noDate, .day: .day
      case .month: .month
      case .year: .year
      }
    return Deadline(PartialDate(Day(last), precision: precision), origin: .officer)
  }
}
