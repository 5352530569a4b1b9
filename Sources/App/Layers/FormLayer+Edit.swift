package import Model
internal import Vietnamese

extension FormLayer {
  /// The fields that are edited, in sections; every field that `field=value` changes stands here.
  package static let sections: [(title: Words, fields: [Field])] = [
    (
      Words("Mô tả", "What it is"),
      [
        .title, .titleEn, .kind, .direction, .tier, .category, .priority, .expectedResult, .remarks,
        .toConfirm,
      ]
    ),
    (
      Words("Các bên", "Who"),
      [
        .lead, .coordinating, .officer, .leader, .assigner, .counterparts, .alsoProvinces, .places,
        .raisedBy, .contactMinistry, .contactProvince, .holder,
      ]
    ),
    (
      Words("Thời hạn", "When"),
      [.due, .noDeadlineReason, .putOffUntil, .raisedOn, .period, .recurrence]
    ),
    (
      Words("Gắn với", "Where it belongs"),
      [.session, .programme, .dossiers, .documents, .sources, .links, .tags, .topics, .regime]
    ),
  ]

  /// Every field of the record that can be edited.
  static func edit(of record: Record, slot: Int, in state: AppState) -> FormLayer {
    let fields = sections.flatMap { section in
      section.fields.enumerated().flatMap { index, field in
        var made = FormField.fields(field, of: record.fields, in: state)
        if index == 0, !made.isEmpty { made[0].section = section.title }
        return made
      }
    }
    let title = Words("Sửa \(record.code)", "Edit \(record.code)")
    return edit(title, fields, of: record, slot: slot, in: state)
  }

  /// The coordinating units alone.
  static func coordinating(of record: Record, slot: Int, in state: AppState) -> FormLayer {
    let title = Words(
      "Cơ quan phối hợp của \(record.code)", "Coordinating units of \(record.code)")
    let fields = FormField.fields(.coordinating, of: record.fields, in: state)
    return edit(title, fields, of: record, slot: slot, in: state)
  }

  /// One field, for the value that settles a conflict over it; nil where only a side can be taken.
  static func settling(
    _ conflict: Conflict, of record: Record, slot: Int, in state: AppState
  ) -> FormLayer? {
    guard case .field(let name) = conflict.matter, let field = Field(rawValue: name) else {
      return nil
    }
    let title = Words(
      "\(record.code): \(field.words.vi), giá trị khác",
      "\(record.code): \(field.words.en), another value")
    var fields = FormField.fields(field, of: record.fields, in: state)
      .filter { $0.question != .reason }
    if field == .status {
      let words = settlingStatuses.map(\.words)
      fields = [FormField(.field(.status), field.words, .choice(words), isRequired: true)]
      let now = record.fields[.status].text.flatMap(Status.init)
      fields[0].selected = settlingStatuses.firstIndex { $0 == now } ?? 0
    }
    guard !fields.isEmpty else { return nil }
    var form = edit(title, fields, of: record, slot: slot, in: state)
    form.purpose = .settle(conflict.matter)
    return form
  }

  /// Merging needs the other record, so it is done by its own key.
  private static let settlingStatuses = Status.allCases.filter { $0 != .merged }

  /// Whether the answers are fields of the record.
  private var isOfFields: Bool {
    if case .settle = purpose { true } else { purpose == .edit }
  }

  /// The value that was typed.
  func settledValue(in state: AppState) throws(FormFault) -> Value {
    if let status = field(.field(.status)) {
      return .text(FormLayer.settlingStatuses[status.selected].rawValue)
    }
    switch try edit(in: state).fields.first {
    case .set(_, let value): return value
    case .due(let deadline): return deadline?.value ?? .null
    case .join, .leave, .replace, .line, .link, .unlink, nil:
      throw fault(
        fields[0].question,
        Words(
          "Chưa nhập giá trị khác; chọn giá trị có sẵn thì Esc rồi bấm số.",
          "No other value is typed; to take one that is there, Esc and its number."), state)
    }
  }

  private static func edit(
    _ title: Words, _ fields: [FormField], of record: Record, slot: Int, in state: AppState
  ) -> FormLayer {
    var form = FormLayer(.edit, title: title, slot: slot, key: record.key, fields: fields)
    let texts = FieldTexts(state.register, language: state.language)
    for case .field(let field) in fields.map(\.question) {
      form.items[field] = texts.items(of: field, in: record.fields)
    }
    form.reader = SharedReader(state.editReader)
    return form
  }

  /// Tags to put on, or to take off.
  static func tags(
    isJoining: Bool, of record: Record, slot: Int, in state: AppState
  ) -> FormLayer {
    let own = record.fields[.tags].elements.compactMap(\.text)
    var picker = Picker(takesSeveral: true, takesFreeText: isJoining)
    if !isJoining {
      picker.load(
        own.map {
          Picker.Candidate(Picker.Choice(id: $0, name: $0), names: PickCandidate(names: [$0]))
        })
      picker.showAll()
    }
    let label = isJoining ? Words("Thêm nhãn", "Add tags") : Words("Bỏ nhãn", "Remove tags")
    let field = FormField(
      .field(.tags), label, names: isJoining ? .tags : .nothing, picker, isRequired: true)
    let now = own.isEmpty ? "" : ", " + own.joined(separator: ", ")
    return FormLayer(
      .tags(isJoining: isJoining),
      title: Words("Nhãn của \(record.code)\(now)", "Tags of \(record.code)\(now)"),
      slot: slot, key: record.key, fields: [field])
  }

  // MARK: - What it comes to

  func tags(isJoining: Bool, in state: AppState) -> RecordEdit {
    let ids = field(.field(.tags))?.picker.ids ?? []
    return RecordEdit([isJoining ? .join(.tags, ids) : .leave(.tags, ids)], on: state.today)
  }

  /// The edits of the fields that differ.
  func edit(in state: AppState) throws(FormFault) -> RecordEdit {
    var edits: [FieldEdit] = []
    for index in fields.indices where fields[index].differs(from: before[index]) {
      edits += try changes(of: index, in: state)
    }
    // Whether the lead is confirmed is a line of its own.
    if let firmness = fields.firstIndex(where: { $0.question == .firmness }),
      fields[firmness].differs(from: before[firmness]),
      !edits.contains(where: { $0.field == .lead }),
      let lead = fields.firstIndex(where: { $0.question == .field(.lead) })
    {
      edits += try changes(of: lead, in: state)
    }
    return RecordEdit(edits, why: text(.reason), on: state.today)
  }

  /// What is wrong with a field that was changed; nil where it will do.
  func complaint(about index: Int, in state: AppState) -> String? {
    if case .names = fields[index].kind, fields[index].picker.isOpen {
      return FormLayer.notInTable(state.language)
    }
    if fields[index].kind == .names(.entries(.units)) {
      let validity = ValidityText(
        state.register.registry, language: state.language, on: state.today)
      let before = before[index].picker.ids
      let warning = fields[index].picker.ids.filter { !before.contains($0) }
        .compactMap { validity.complaint($0) }.first
      if let warning { return warning }
    }
    guard fields[index].differs(from: before[index]) else { return nil }
    guard isOfFields else { return complaintOfDate(fields[index], in: state) }
    do throws(FormFault) {
      _ = try changes(of: index, in: state)
      return nil
    } catch {
      return error.sentence
    }
  }

  /// Why what was typed for a date is none.
  private func complaintOfDate(_ field: FormField, in state: AppState) -> String? {
    guard field.kind == .date, let text = field.text, TypedOffset(text) == nil else { return nil }
    do throws(DateInputError) {
      _ = try DateInput.parse(text, today: state.today.civil) { state.calendar.isWorked(Day($0)) }
      return nil
    } catch {
      return error.words(state.language)
    }
  }

  private func changes(of index: Int, in state: AppState) throws(FormFault) -> [FieldEdit] {
    guard case .field(let field) = fields[index].question, let reader = reader?.reader else {
      return []
    }
    if case .names = fields[index].kind, fields[index].picker.isOpen {
      throw fault(fields[index].question, FormLayer.notInTable, state)
    }
    do throws(EditError) {
      return try reader.changes(of: field, from: items[field] ?? [], to: answers(to: index))
    } catch {
      throw fault(
        fields[index].question, error.words(naming: state.register.registry, on: state.surface),
        state)
    }
  }

  /// The answer in the words that the reader of fields takes.
  private func answers(to index: Int) -> [String] {
    let answered = fields[index]
    guard case .field(let field) = answered.question else { return [] }
    switch answered.kind {
    case .names where field == .lead:
      let isProposed = self.field(.firmness)?.selected == 1
      return answered.picker.ids.map { $0 + (isProposed ? "?" : "!") }
    case .names where field == .session:
      return answered.picker.chosen.map { $0.name.prefix { $0 != " " } }.map { String($0) }
    case .names: return answered.picker.ids
    case .choice:
      guard case .choice(let choice) = field.editWay else { return [""] }
      return FormField.values(of: choice)[answered.selected].map { [$0] } ?? [""]
    case .text, .note, .date, .dateOrReason, .year, .code:
      guard field.shape == .set else { return [answered.input.text] }
      return answered.input.text.split(separator: ",").map { String($0) }
    }
  }
}
