package import Vietnamese

/// What a `field=value` comes to.
package struct EditReading: Hashable, Sendable {
  package var edits: [FieldEdit]
  /// Years whose holidays were needed and are not known.
  package var yearsWithoutHolidays: [Int] = []
}

/// One thing that a field holds: by what the files call it, and as people see it.
package struct EditItem: Hashable, Sendable {
  package var id: String
  package var text: String

  package init(id: String, text: String) {
    self.id = id
    self.text = text
  }
}

/// Reads `field=value` as people type it into edits of a record's fields.
///
/// - `han=15/7`, `chutri=ubbg`, `canbo=` (nothing behind the sign empties the field).
/// - Lists: `phoihop=dba,sngv` is the whole list, `phoihop+=dba` and `phoihop-=sngv` or
///   `phoihop=+dba,-sngv` change it; `+word` is a tag.
/// - A lead is proposed unless a `!` follows it, as in ``QuickAdd``.
/// - `doitac.australia.status=done`: status, unit, answer or paper of one counterpart's line.
/// - `lienket+=depends-on:QN23-05`; without a relation it is `relates`.
package struct EditReader: Sendable {
  let picker: EntryPicker
  let forms: ChoiceForms
  let today: Day
  /// The key of the record with a code; nil where there is none.
  let key: @Sendable (_ code: String) -> String?
  let isWorkingDay: @Sendable (CivilDate) -> Bool?
  /// The event with a code.
  let event: @Sendable (_ code: String) -> EventFinding

  package init(
    picker: EntryPicker, forms: ChoiceForms, today: Day,
    key: @escaping @Sendable (_ code: String) -> String?,
    isWorkingDay: @escaping @Sendable (CivilDate) -> Bool? = { _ in nil },
    event: @escaping @Sendable (_ code: String) -> EventFinding = { _ in .unknown }
  ) {
    self.picker = picker
    self.forms = forms
    self.today = today
    self.key = key
    self.isWorkingDay = isWorkingDay
    self.event = event
  }

  /// Whether a word of a command line is an edit, and not a code or a part of a query.
  ///
  /// An edit is the name of a field and right behind it `=`, `+=` or `-=`; or `+` and a tag. So
  /// `han<=+7d` and `han:15/7` are queries, and so is whatever has a blank before its sign.
  package static func isEdit(_ word: String) -> Bool {
    if word.first == "+" { return word.count > 1 }
    guard let sign = word.firstIndex(of: "=") else { return false }
    return !word[..<sign].contains { $0.isWhitespace || ":<>\"()".contains($0) }
  }

  package func read(_ typed: String) throws(EditError) -> EditReading {
    if typed.first == "+", !typed.contains("=") {
      let tag = try text(String(typed.dropFirst()), .tags, 1)
      return EditReading(edits: [.join(.tags, [tag])])
    }
    guard let sign = typed.firstIndex(of: "=") else {
      throw EditError(.noSign, 0..<typed.count)
    }
    var name = typed[..<sign]
    var mark: Character?
    if let last = name.last, last == "+" || last == "-" {
      mark = last
      name.removeLast()
    }
    let value = Typed(
      text: String(typed[typed.index(after: sign)...]),
      start: typed.distance(from: typed.startIndex, to: sign) + 1)
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard let field = Field.named(String(parts.first ?? "")) else {
      let nearest = Nearest.of(String(name), among: Field.editableNames)
      throw EditError(.unknownField(String(name), nearest: nearest), 0..<name.count)
    }
    if case .instead(let instead) = field.editWay {
      throw EditError(.notHere(field, instead), 0..<name.count)
    }
    if parts.count > 1 { return EditReading(edits: [try line(field, parts, value)]) }
    if field.shape == .set { return EditReading(edits: try list(field, mark, value)) }
    guard mark == nil else { throw EditError(.notAList(field), 0..<name.count + 1) }
    return try single(field, value)
  }

  /// What makes a field's items `before` into `after`, each of which is the id or the text of one
  /// before, or is read as `field=value` is. Ranges of errors count from the start of the text.
  package func changes(
    of field: Field, from before: [EditItem], to after: [String]
  ) throws(EditError) -> [FieldEdit] {
    let names = after.map { text in before.first { $0.id == text || $0.text == text }?.id }
    guard field.shape == .set else {
      let text = after.first ?? ""
      if let known = names.first, known != nil, !before.isEmpty { return [] }
      if before.isEmpty && text.trimmed.isEmpty { return [] }
      return try single(field, Typed(text: text, start: 0)).edits
    }
    let leaving = before.filter { !names.contains($0.id) }
    var joining: [String] = []
    for (text, name) in zip(after, names) where name == nil && !text.trimmed.isEmpty {
      joining.append(text)
    }
    return try changes(of: field, leaving: leaving.map(\.id), joining: joining)
  }

  /// A value and where it begins.
  struct Typed {
    var text: String
    var start: Int

    var range: Range<Int> { start..<start + text.count }
  }

  // MARK: - Single values

  private func single(_ field: Field, _ value: Typed) throws(EditError) -> EditReading {
    guard value.text.contains(where: { !$0.isWhitespace }) else {
      return EditReading(edits: [field == .due ? .due(nil) : .set(field, .null)])
    }
    if field == .due, let typed = TypedOffset(value.text) { return try relative(typed, value) }
    if field == .due {
      let reading = try date(value, .upcoming)
      return EditReading(
        edits: [.due(Deadline(reading.value))],
        yearsWithoutHolidays: reading.yearsWithoutHolidays)
    }
    return EditReading(edits: [try set(field, value)])
  }

  private func set(_ field: Field, _ value: Typed) throws(EditError) -> FieldEdit {
    switch field.editWay {
    case .text: return .set(field, .text(try text(value.text, field, value.start)))
    case .day: return .set(field, .text(try day(value, field).iso))
    case .period: return .set(field, try period(value).value)
    case .choice(let kind): return .set(field, try choice(kind, field, value))
    case .entry(let table):
      return .set(field, .text(try one(picker.pick(value.text, in: table), field, value)))
    case .lead: return .set(field, try lead(value).value)
    case .session:
      guard let key = key(value.text) else {
        throw EditError(.unknownCode(value.text), value.range)
      }
      return .set(field, .text(key))
    case .due, .texts, .entries, .sources, .links, .instead:
      throw EditError(.notAList(field), value.range)
    }
  }

  private func text(_ text: String, _ field: Field, _ start: Int) throws(EditError) -> String {
    let isLine = field == .title || field == .titleEn
    let trimmed =
      isLine
      ? text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      : text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .joined(separator: "\n").trimmed
    guard !trimmed.isEmpty else { throw EditError(.noValue(field), start..<start) }
    return trimmed
  }

  func one(
    _ pick: Pick<String>, _ field: Field, _ value: Typed
  ) throws(EditError) -> String {
    switch pick {
    case .one(let name): return name
    case .several(let candidates):
      throw EditError(.ambiguous(value.text, field, candidates: candidates), value.range)
    case .none(let nearest):
      throw EditError(.unknownValue(value.text, field, nearest: nearest), value.range)
    }
  }

  private func choice(
    _ choice: Field.Choice, _ field: Field, _ value: Typed
  ) throws(EditError) -> Value {
    let typed = value.text
    let pick: Pick<String>
    switch choice {
    case .priority:
      return .number(try one(forms.priority(typed).map { String($0.rawValue) }, field, value))
    case .kind: pick = forms.kind(typed).map(\.rawValue)
    case .direction: pick = forms.direction(typed).map(\.rawValue)
    case .tier: pick = forms.tier(typed).map(\.rawValue)
    case .recurrence: pick = forms.recurrence(typed).map(\.rawValue)
    case .regime: pick = forms.regime(typed).map(\.rawValue)
    case .holder: pick = forms.holder(typed).map(\.rawValue)
    }
    return .text(try one(pick, field, value))
  }

  private func lead(_ value: Typed) throws(EditError) -> Lead {
    var name = value
    let mark = value.text.last
    if mark == "!" || mark == "?" { name.text.removeLast() }
    let unit = try one(picker.pick(name.text, in: .entries(.units)), .lead, name)
    return Lead(unit: unit, isProposed: mark != "!")
  }

  // MARK: - Dates

  /// `30 ngày trước QN23-24`: with the day, as far as the event has one.
  private func relative(_ typed: TypedOffset, _ value: Typed) throws(EditError) -> EditReading {
    switch event(typed.event) {
    case .unknown: throw EditError(.unknownCode(typed.event), value.range)
    case .unfit(let fault): throw EditError(.event(typed.event, fault), value.range)
    case .event(let key, let day):
      let offset = EventOffset(event: key, typed.span)
      guard let day else { return EditReading(edits: [.set(.due, offset.undated)]) }
      let (deadline, years) = offset.deadline(of: day) { isWorkingDay($0.civil) }
      return EditReading(edits: [.due(deadline)], yearsWithoutHolidays: years)
    }
  }

  private func date(
    _ value: Typed, _ missingYear: DateInput.MissingYear
  ) throws(EditError) -> DateInput.Reading {
    do throws(DateInputError) {
      return try DateInput.parse(
        value.text, today: today.civil, missingYear: missingYear, isWorkingDay: isWorkingDay)
    } catch {
      throw EditError(.date(error), value.range)
    }
  }

  /// Years whose holidays a date typed for a deadline needs, and that are not known.
  package func yearsWithoutHolidays(for typed: String) -> [Int] {
    (try? date(Typed(text: typed, start: 0), .upcoming))?.yearsWithoutHolidays ?? []
  }

  private func day(_ value: Typed, _ field: Field) throws(EditError) -> Day {
    guard case .day(let day) = try date(value, .nearest).value else {
      throw EditError(.notADay(value.text, field), value.range)
    }
    return Day(day)
  }

  /// `2023..2025`, `1/3/2023..30/6/2023`: from the first day of the one to the last of the other.
  private func period(_ value: Typed) throws(EditError) -> Period {
    guard let dots = value.text.firstRange(of: "..") else {
      throw EditError(.notAPeriod(value.text), value.range)
    }
    let before = Typed(text: String(value.text[..<dots.lowerBound]), start: value.start)
    let after = Typed(
      text: String(value.text[dots.upperBound...]),
      start: value.start + value.text.distance(from: value.text.startIndex, to: dots.upperBound))
    guard let from = try date(before, .nearest).value.firstDay,
      let to = try date(after, .nearest).value.lastDay,
      from <= to
    else { throw EditError(.notAPeriod(value.text), value.range) }
    return Period(from: Day(from), to: Day(to))
  }
}

extension DateInput.Value {
  /// The first day that belongs to it; nil for no date.
  fileprivate var firstDay: CivilDate? {
    switch self {
    case .noDate: nil
    case .day(let day): day
    case .month(let year, let month): CivilDate(year: year, month: month, day: 1)
    case .year(let year): CivilDate(year: year, month: 1, day: 1)
    }
  }
}

extension String {
  /// Without blanks at either end.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
