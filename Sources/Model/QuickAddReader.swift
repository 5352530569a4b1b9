internal import Vietnamese

/// A quick-add line on its way to a draft.
struct QuickAddReader {
  let quickAdd: QuickAdd
  let defaults: QuickAddDefaults
  var draft: RecordDraft
  var facts: [QuickAddFact] = []
  var errors: [QuickAddError] = []
  var yearsWithoutHolidays: [Int] = []
  var session: WorkingSession?
  var typed: Set<QuickAddField> = []
  var title: [String] = []

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
      case .choice(let value):
        let further = QuickAddReader.words(pieces[index...])
        index += choice(value, piece.range, further, isWorkingDay)
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

  /// What stands behind `/`: a kind, else a tier, else a direction.
  private mutating func choice(
    _ value: String, _ range: Range<Int>, _ further: [(text: String, range: Range<Int>)],
    _ isWorkingDay: (CivilDate) -> Bool?
  ) -> Int {
    let forms = quickAdd.forms
    let isKind = forms.kind(value).only != nil
    let isTier = !isKind && forms.tier(value).only != nil
    let isDirection = !isKind && !isTier && forms.direction(value).only != nil
    let field: QuickAddField = isTier ? .tier : isDirection ? .direction : .kind
    guard typed.insert(field).inserted else {
      errors.append(QuickAddError(.repeated(field), range))
      return 0
    }
    let value = FieldValue(
      field: field, first: value, isQuoted: false, range: range, further: further)
    return read(value, isWorkingDay)
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
    case .raisedOn: raisedOn(value)
    case .session: session(value)
    case .tags: tags(value)
    case .sources: source(value)
    }
  }

  private mutating func entry(_ value: FieldValue, _ table: EntryPicker.Table) -> Int {
    let picker = quickAdd.picker
    return longest(value) {
      picker.pick($0, in: table, suggesting: $1)
    } take: {
      .text($0)
    }
  }

  private mutating func choice(
    _ value: FieldValue, _ pick: (ChoiceForms, String) -> Pick<String>
  ) -> Int {
    let forms = quickAdd.forms
    return longest(value) { text, suggesting in
      let found = pick(forms, text)
      if case .none = found, !suggesting { return .none(nearest: nil) }
      return found
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
        picker.pick($0.withoutComma, in: .entries(kind), suggesting: $1)
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
      picker.pick($0, in: .entries(kind), suggesting: $1)
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
    let province = province
    var confirmed: Set<String> = []
    return longest(limited) { text, suggesting in
      let name = text.last == "!" || text.last == "?" ? String(text.dropLast()) : text
      let pick = picker.pick(
        name, in: .entries(.units), near: province, suggesting: suggesting)
      if text.hasSuffix("!"), let unit = pick.only { confirmed.insert(unit) }
      return pick
    } take: { id in
      Lead(unit: id, isProposed: !confirmed.contains(id)).value
    }
  }

  /// The province the record is of, as far as the line says by now.
  private var province: String? {
    draft.province ?? (session ?? defaults.session)?.province ?? defaults.province
  }

  /// Takes as many words as still name one thing; where no number of them does, says why.
  ///
  /// Where some words name nothing, more of them name nothing either: so the words of the title
  /// that stand behind cost one look.
  private mutating func longest(
    _ value: FieldValue, _ pick: (String, _ suggesting: Bool) -> Pick<String>,
    take: (String) -> Value
  ) -> Int {
    var one: (name: String, count: Int)?
    var several: (text: String, candidates: [String], count: Int)?
    search: for count in 0...value.further.count {
      let text = value.text(count)
      switch pick(text, false) {
      case .one(let name): one = (name, count)
      case .several(let candidates): several = (text, candidates, count)
      case .none(nearest: nil): break search
      // The whole name of what has ended may follow.
      case .none: continue
      }
    }
    if let one {
      add(value.field, take(one.name), value.range(one.count))
      return one.count
    }
    if let several {
      errors.append(
        QuickAddError(
          .ambiguous(several.text, value.field, candidates: several.candidates),
          value.range(several.count)))
      return several.count
    }
    var nearest: String?
    if case .none(let found) = pick(value.first, true) { nearest = found }
    errors.append(
      QuickAddError(.unknownValue(value.first, value.field, nearest: nearest), value.range))
    return 0
  }

  // MARK: - Dates, sessions, sources

  private mutating func due(_ value: FieldValue, _ isWorkingDay: (CivilDate) -> Bool?) -> Int {
    if let count = relative(value, isWorkingDay) { return count }
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

  private mutating func raisedOn(_ value: FieldValue) -> Int {
    var fault: (error: QuickAddError.Fault, count: Int)?
    for count in stride(from: value.further.count, through: 0, by: -1) {
      do throws(DateInputError) {
        let reading = try DateInput.parse(
          value.text(count), today: quickAdd.today.civil, missingYear: .nearest)
        guard case .day(let day) = reading.value else {
          fault = fault ?? (.notADay(value.text(count), .raisedOn), count)
          continue
        }
        draft.raisedOn = Day(day)
        note(.raisedOn, .text(Day(day).iso), .typed, value.range(count))
        return count
      } catch {
        if case .notADate = error { continue }
        fault = fault ?? (.date(error), count)
      }
    }
    let last = fault ?? (.date(.notADate(value.text(0))), 0)
    errors.append(QuickAddError(last.error, value.range(last.count)))
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
}

extension String {
  fileprivate var withoutComma: String { hasSuffix(",") ? String(dropLast()) : self }
}
