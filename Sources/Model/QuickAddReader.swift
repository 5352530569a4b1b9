internal import Vietnamese

/// A quick-add line on its way to a draft.
struct QuickAddReader {
  private let quickAdd: QuickAdd
  private let defaults: QuickAddDefaults
  private var draft: RecordDraft
  private var facts: [QuickAddFact] = []
  private var errors: [QuickAddError] = []
  private var yearsWithoutHolidays: [Int] = []
  private var session: WorkingSession?
  private var typed: Set<QuickAddField> = []
  private var title: [String] = []

  init(_ quickAdd: QuickAdd, _ defaults: QuickAddDefaults) {
    self.quickAdd = quickAdd
    self.defaults = defaults
    draft = RecordDraft(year: quickAdd.today.year)
  }

  /// How many words after the first a value without quotes may take.
  private static let mostFurtherWords = 7

  mutating func read(_ pieces: [QuickAddPiece], _ isWorkingDay: (CivilDate) -> Bool?) {
    var index = 0
    while index < pieces.count {
      let piece = pieces[index]
      index += 1
      switch piece.content {
      case .word(let word), .quoted(let word): title.append(word)
      case .tag(let tag): add(.tags, .text(tag), piece.range)
      case .fault(let fault): errors.append(QuickAddError(fault, piece.range))
      case .field(let field, let value, let isQuoted):
        guard field.isList || typed.insert(field).inserted else {
          errors.append(QuickAddError(.repeated(field), piece.range))
          continue
        }
        let words = isQuoted ? [] : QuickAddReader.words(pieces[index...])
        let value = FieldValue(
          field: field, first: value, isQuoted: isQuoted, range: piece.range, further: words)
        index += read(value, isWorkingDay)
      }
    }
  }

  /// The words right behind a field, with their places.
  private static func words(
    _ pieces: ArraySlice<QuickAddPiece>
  ) -> [(text: String, range: Range<Int>)] {
    var words: [(text: String, range: Range<Int>)] = []
    for piece in pieces.prefix(mostFurtherWords) {
      guard case .word(let word) = piece.content else { break }
      words.append((word, piece.range))
    }
    return words
  }

  // MARK: - Fields

  /// The value of a field, and the words behind it that may belong to it.
  struct FieldValue {
    let field: QuickAddField
    let first: String
    let isQuoted: Bool
    let range: Range<Int>
    let further: [(text: String, range: Range<Int>)]

    /// The value with so many further words.
    func text(_ count: Int) -> String {
      ([first] + further.prefix(count).map(\.text)).joined(separator: " ")
    }

    func range(_ count: Int) -> Range<Int> {
      range.lowerBound..<(count > 0 ? further[count - 1].range.upperBound : range.upperBound)
    }
  }

  /// Gives how many further words belonged to it.
  private mutating func read(_ value: FieldValue, _ isWorkingDay: (CivilDate) -> Bool?) -> Int {
    switch value.field {
    case .province: entry(value, .entries(.provinces))
    case .category: entry(value, .entries(.categories))
    case .programme: entry(value, .programmes)
    case .coordinating: entries(value, .units)
    case .counterparts: entries(value, .counterparts)
    case .dossiers: entries(value, .dossiers)
    case .lead: lead(value)
    case .kind: choice(value) { $0.kind($1).map(\.rawValue) }
    case .direction: choice(value) { $0.direction($1).map(\.rawValue) }
    case .tier: choice(value) { $0.tier($1).map(\.rawValue) }
    case .priority: choice(value) { $0.priority($1).map { String($0.rawValue) } }
    case .due: due(value, isWorkingDay)
    case .session: session(value)
    case .tags: tags(value)
    case .sources: source(value)
    }
  }

  private mutating func entry(_ value: FieldValue, _ table: EntryPicker.Table) -> Int {
    let picker = quickAdd.picker
    return longest(value) {
      picker.pick($0, in: table)
    } take: {
      .text($0)
    }
  }

  private mutating func choice(
    _ value: FieldValue, _ pick: (ChoiceForms, String) -> Pick<String>
  ) -> Int {
    let forms = quickAdd.forms
    return longest(value) {
      pick(forms, $0)
    } take: {
      value.field == .priority ? .number($0) : .text($0)
    }
  }

  /// A list with commas: each of the values before the last is one word or in quotes.
  private mutating func entries(_ value: FieldValue, _ kind: RegistryKind) -> Int {
    let picker = quickAdd.picker
    var taken = 0
    var parts =
      value.isQuoted ? [value.first] : value.first.split(separator: ",").map { String($0) }
    var goesOn = value.first.hasSuffix(",")
    var last = parts.popLast()
    for part in parts { one(part, value, kind) }
    while let first = last {
      let part = FieldValue(
        field: value.field, first: first, isQuoted: value.isQuoted,
        range: taken == 0 ? value.range : value.further[taken - 1].range,
        further: goesOn ? [] : QuickAddReader.uptoComma(value.further.dropFirst(taken)))
      let count = longest(part) {
        picker.pick($0.withoutComma, in: .entries(kind))
      } take: {
        .object(["id": .text($0)])
      }
      let isAtComma = goesOn || (count > 0 && part.further[count - 1].text.hasSuffix(","))
      taken += count
      goesOn = false
      last = nil
      if isAtComma, taken < value.further.count {
        last = value.further[taken].text.withoutComma
        goesOn = value.further[taken].text.hasSuffix(",")
        taken += 1
      }
    }
    return taken
  }

  private static func uptoComma(
    _ words: ArraySlice<(text: String, range: Range<Int>)>
  ) -> [(text: String, range: Range<Int>)] {
    guard let comma = words.firstIndex(where: { $0.text.hasSuffix(",") }) else {
      return Array(words)
    }
    return Array(words[...comma])
  }

  private mutating func one(_ part: String, _ value: FieldValue, _ kind: RegistryKind) {
    let part = FieldValue(
      field: value.field, first: part, isQuoted: true, range: value.range, further: [])
    let picker = quickAdd.picker
    _ = longest(part) {
      picker.pick($0, in: .entries(kind))
    } take: {
      .object(["id": .text($0)])
    }
  }

  /// `?` is proposed, `!` confirmed; the word that has it is the last.
  private mutating func lead(_ value: FieldValue) -> Int {
    var words = value.further
    let marked = [value.first.last] + words.map(\.text.last)
    if let end = marked.firstIndex(where: { $0 == "!" || $0 == "?" }) {
      words = Array(words.prefix(end))
    }
    let limited = FieldValue(
      field: .lead, first: value.first, isQuoted: value.isQuoted, range: value.range,
      further: words)
    let picker = quickAdd.picker
    var isConfirmed = false
    return longest(limited) { text in
      isConfirmed = text.hasSuffix("!")
      let name = text.last == "!" || text.last == "?" ? String(text.dropLast()) : text
      return picker.pick(name, in: .entries(.units))
    } take: { id in
      Lead(unit: id, isProposed: !isConfirmed).value
    }
  }

  /// Takes as many words as still name one thing; where no number of them does, says why.
  private mutating func longest(
    _ value: FieldValue, _ pick: (String) -> Pick<String>, take: (String) -> Value
  ) -> Int {
    var several: (text: String, candidates: [String], count: Int)?
    for count in stride(from: value.further.count, through: 0, by: -1) {
      let text = value.text(count)
      switch pick(text) {
      case .one(let name):
        add(value.field, take(name), value.range(count))
        return count
      case .several(let candidates):
        several = several ?? (text, candidates, count)
      case .none: break
      }
    }
    if let several {
      errors.append(
        QuickAddError(
          .ambiguous(several.text, value.field, candidates: several.candidates),
          value.range(several.count)))
      return several.count
    }
    var nearest: String?
    if case .none(let found) = pick(value.first) { nearest = found }
    errors.append(
      QuickAddError(.unknownValue(value.first, value.field, nearest: nearest), value.range))
    return 0
  }

  // MARK: - Dates, sessions, sources

  private mutating func due(_ value: FieldValue, _ isWorkingDay: (CivilDate) -> Bool?) -> Int {
    var fault: (error: DateInputError, count: Int)?
    for count in stride(from: value.further.count, through: 0, by: -1) {
      do throws(DateInputError) {
        let reading = try DateInput.parse(
          value.text(count), today: quickAdd.today.civil, isWorkingDay: isWorkingDay)
        yearsWithoutHolidays = reading.yearsWithoutHolidays
        draft.due = Deadline(reading.value)
        note(.due, draft.due?.value ?? .null, .typed, value.range(count))
        return count
      } catch {
        // What is almost a date says more than what is none.
        if case .notADate = error { continue }
        fault = fault ?? (error, count)
      }
    }
    let last = fault ?? (.notADate(value.text(0)), 0)
    errors.append(QuickAddError(.date(last.error), value.range(last.count)))
    return last.count
  }

  private mutating func session(_ value: FieldValue) -> Int {
    if ["moi", "new"].contains(SearchWord.fold(value.first)) {
      draft.isSession = true
      note(.session, .text(value.first), .typed, value.range)
      return 0
    }
    let wanted = value.first.uppercased()
    guard let found = quickAdd.sessions.first(where: { $0.code.uppercased() == wanted }) else {
      let nearest = Nearest.of(value.first, among: quickAdd.sessions.map(\.code))
      errors.append(
        QuickAddError(.unknownValue(value.first, .session, nearest: nearest), value.range))
      return 0
    }
    session = found
    note(.session, .text(found.key), .typed, value.range)
    return 0
  }

  private mutating func tags(_ value: FieldValue) -> Int {
    for tag in value.first.split(separator: ",") {
      add(.tags, .text(String(tag)), value.range)
    }
    return 0
  }

  /// A document of the registry by its id or whole name, else a paper in words.
  ///
  /// What looks like an id has to be one: else nobody could tell a misprint from a paper.
  private mutating func source(_ value: FieldValue) -> Int {
    if let id = quickAdd.picker.whole(value.first, in: .entries(.documents)) {
      add(.sources, .text(id), value.range)
    } else if Source.isIdLike(value.first) {
      var nearest: String?
      if case .none(let found) = quickAdd.picker.pick(value.first, in: .entries(.documents)) {
        nearest = found
      }
      errors.append(
        QuickAddError(.unknownValue(value.first, .sources, nearest: nearest), value.range))
    } else {
      add(.sources, .text(value.first), value.range)
    }
    return 0
  }

  // MARK: - The draft

  private mutating func note(
    _ field: Field, _ value: Value, _ origin: QuickAddFact.Origin, _ range: Range<Int>? = nil
  ) {
    facts.append(QuickAddFact(field: field, value: value, origin: origin, range: range))
  }

  /// Puts what was typed into the draft; what is in a list already is not put there again.
  private mutating func add(_ field: QuickAddField, _ value: Value, _ range: Range<Int>) {
    let text = value.text ?? value["id"].text ?? ""
    switch field {
    case .province: draft.province = text
    case .category: draft.category = text
    case .programme: draft.programme = text
    case .kind: draft.kind = Kind(rawValue: text) ?? draft.kind
    case .direction: draft.direction = Direction(rawValue: text) ?? draft.direction
    case .tier: draft.tier = Tier(rawValue: text) ?? draft.tier
    case .priority: draft.priority = value.integer.flatMap(Priority.init(rawValue:))
    case .lead: draft.lead = try? Lead(value)
    case .coordinating: if !QuickAddReader.join(text, to: &draft.coordinating) { return }
    case .counterparts: if !QuickAddReader.join(text, to: &draft.counterparts) { return }
    case .dossiers: if !QuickAddReader.join(text, to: &draft.dossiers) { return }
    case .tags: if !QuickAddReader.join(text, to: &draft.tags) { return }
    case .sources: if !QuickAddReader.join(text, to: &draft.sources) { return }
    case .due, .session: break
    }
    typed.insert(field)
    note(field.field, value, .typed, range)
  }

  private static func join(_ text: String, to list: inout [String]) -> Bool {
    guard !text.isEmpty, !list.contains(text) else { return false }
    list.append(text)
    return true
  }

  /// The draft with what was not typed: from the session that was, then from the line before, then
  /// from the session kept with it, then what is usual.
  mutating func finished() -> QuickAddReading {
    draft.title = title.joined(separator: " ")
    let kept = draft.isSession || session != nil ? nil : defaults.session
    if let kept { note(.session, .text(kept.key), .kept) }
    fill(from: session)
    fillFromDefaults()
    fill(from: kept)
    let given = session ?? kept
    draft.session = given?.key
    draft.year = given?.year ?? quickAdd.today.year
    if let raised = given?.raisedOn {
      draft.raisedOn = raised
      note(.raisedOn, .text(raised.iso), .session)
    }
    for field in [QuickAddField.kind, .direction, .tier] where !typed.contains(field) {
      noteUsual(field)
    }
    errors.sort { $0.range.lowerBound < $1.range.lowerBound }
    let faulty = errors.compactMap(\.fault.field)
    return QuickAddReading(
      draft: draft, facts: facts, missing: draft.missing.filter { !faulty.contains($0) },
      errors: errors,
      yearsWithoutHolidays: yearsWithoutHolidays)
  }

  private mutating func fill(from session: WorkingSession?) {
    guard let session else { return }
    if draft.province == nil {
      draft.province = session.province
      note(.province, .text(session.province), .session)
    }
    if draft.sources.isEmpty, let document = session.documents.first {
      draft.sources = [document]
      note(.sources, .text(document), .session)
    }
  }

  private mutating func fillFromDefaults() {
    if draft.province == nil, let province = defaults.province {
      draft.province = province
      note(.province, .text(province), .kept)
    }
    if draft.category == nil, let category = defaults.category {
      draft.category = category
      note(.category, .text(category), .kept)
    }
    if draft.sources.isEmpty {
      draft.sources = defaults.sources
      for source in defaults.sources { note(.sources, .text(source), .kept) }
    }
  }

  private mutating func noteUsual(_ field: QuickAddField) {
    switch field {
    case .kind:
      let isKept = defaults.kind != nil
      draft.kind = defaults.kind ?? (draft.isSession ? .event : draft.kind)
      note(.kind, .text(draft.kind.rawValue), isKept ? .kept : .usual)
    case .direction:
      let isKept = defaults.direction != nil
      draft.direction = defaults.direction ?? (draft.isSession ? .joint : draft.direction)
      note(.direction, .text(draft.direction.rawValue), isKept ? .kept : .usual)
    case .tier: note(.tier, .text(draft.tier.rawValue), .usual)
    case .province, .category, .lead, .coordinating, .counterparts, .due, .session, .priority,
      .programme, .dossiers, .tags, .sources:
      break
    }
  }
}

extension String {
  fileprivate var withoutComma: String { hasSuffix(",") ? String(dropLast()) : self }
}

extension QuickAddError.Fault {
  /// The field that was typed wrongly: it is not missing too.
  fileprivate var field: Field? {
    switch self {
    case .noValue(let field), .unknownValue(_, let field, _), .ambiguous(_, let field, _),
      .repeated(let field):
      field.field
    case .date: .due
    case .unknownField, .openQuote, .tooLong: nil
    }
  }
}
