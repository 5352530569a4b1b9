internal import Vietnamese

/// One value as it was typed after a field.
struct TypedValue {
  let text: String
  let field: QueryField
  let offset: Int

  func unknown(nearest: String?) -> QueryError {
    .unknownValue(text, field: field.rawValue, offset: offset, nearest: nearest)
  }

  func ambiguous(_ choices: [String]) -> QueryError {
    .ambiguousValue(text, field: field.rawValue, offset: offset, choices: choices)
  }
}

extension QueryParser {
  func query(_ value: TypedValue, _ comparison: Comparison) throws(QueryError) -> Query {
    if value.field.mayBeAbsent, QueryParser.nothing.contains(SearchWord.fold(value.text)) {
      return .absent(value.field)
    }
    return switch value.field {
    case .kind: .kind(try word(value))
    case .direction: .direction(try word(value))
    case .status: .status(try word(value))
    case .tier: .tier(try word(value))
    case .holder: .holder(try word(value))
    case .missing: .missing(try word(value))
    case .priority: .priority(comparison, try word(value))
    case .province: try province(value, Query.province)
    case .home: try province(value, Query.home)
    case .category: try entry(value, .categories, Query.category)
    case .lead: try entry(value, .units, Query.lead)
    case .with: try entry(value, .units, Query.with)
    case .counterpart: try entry(value, .counterparts, Query.counterpart)
    case .dossier: try entry(value, .dossiers, Query.dossier)
    case .programme: try programme(value)
    case .session: .session(value.text.uppercased())
    case .code: .code(value.text.uppercased())
    case .tag: .tag(value.text)
    case .due: try date(value, comparison, Query.due)
    case .changed: try date(value, comparison, Query.changed)
    case .box: .box(try word(value))
    case .raised: try day(.raised, value, comparison)
    case .since: try day(.since, value, comparison)
    case .done: try day(.done, value, comparison)
    case .extended: try day(.extended, value, comparison)
    case .chased: try day(.chased, value, comparison)
    }
  }

  // MARK: Words

  /// A word typed whole, else the one word that begins so.
  private func word<Word: QueryWord>(_ value: TypedValue) throws(QueryError) -> Word {
    let wanted = SearchWord.fold(value.text)
    let forms = Word.choices.map { $0.forms.map(SearchWord.fold) }
    if let index = forms.firstIndex(where: { $0.contains(wanted) }) {
      return Word.choices[index].word
    }
    let beginnings = forms.indices.filter { index in
      wanted.count > 1 && forms[index].contains { $0.hasPrefix(wanted) }
    }
    if beginnings.count == 1 { return Word.choices[beginnings[0]].word }
    guard beginnings.isEmpty else {
      throw value.ambiguous(beginnings.map { Word.choices[$0].forms[0] })
    }
    throw value.unknown(
      nearest: Nearest.of(value.text, among: Word.choices.flatMap(\.forms)))
  }

  /// What a person types for "there is none".
  private static let nothing: Set<String> = ["none", "khongco", "chuaco"]

  // MARK: Dates

  private func day(
    _ field: DayField, _ value: TypedValue, _ comparison: Comparison
  ) throws(QueryError) -> Query {
    if comparison == .equal, QueryParser.nothing.contains(SearchWord.fold(value.text)) {
      return .noDay(field)
    }
    return try date(value, comparison) { .day(field, $0) }
  }

  /// The day a written date is tried on, to see whether it is one: any does.
  private static let trial = Day(ordinal: 0)

  private func date(
    _ value: TypedValue, _ comparison: Comparison, _ query: (WrittenDate) -> Query
  ) throws(QueryError) -> Query {
    let written = WrittenDate(comparison, value.text)
    let reading: WrittenDate.Reading
    do throws(QueryDateFault) {
      reading = try written.read(on: QueryParser.trial, missingYear: .upcoming)
    } catch {
      throw .badDate(value.text, field: value.field.rawValue, offset: value.offset, error)
    }
    switch reading {
    case .days: return query(written)
    case .noDate:
      // Every record was changed some day; and nothing comes before or after no date.
      guard value.field == .due, comparison == .equal else {
        throw .badDate(value.text, field: value.field.rawValue, offset: value.offset, .notADate)
      }
      return .undated
    }
  }

  // MARK: Names

  private func entry(
    _ value: TypedValue, _ kind: RegistryKind, _ query: (String) -> Query
  ) throws(QueryError) -> Query {
    if let exact = registry[kind][value.text] { return query(exact.id) }
    return try named(value, among: registry[kind].entries.map { QueryName($0) }, query)
  }

  private func province(
    _ value: TypedValue, _ query: (String) -> Query
  ) throws(QueryError) -> Query {
    if let exact = registry[.provinces][value.text] { return query(exact.id) }
    let codes = registry.provinceCodes
    let names = registry[.provinces].entries.map { entry in
      QueryName(entry, codes: [codes[entry.id]].compactMap { $0 })
    }
    return try named(value, among: names, query)
  }

  private func programme(_ value: TypedValue) throws(QueryError) -> Query {
    let names = registry.programmes.map {
      QueryName(id: $0.id, names: [$0.name] + [$0.nameEn].compactMap { $0 })
    }
    return try named(value, among: names, Query.programme)
  }

  private static let mostChoices = 6

  /// All that have just this id, name or abbreviation, else the one of whose name it is a part.
  private func named(
    _ value: TypedValue, among names: [QueryName], _ query: (String) -> Query
  ) throws(QueryError) -> Query {
    let typed = TypedName(value.text)
    let whole = names.filter { typed.isWhole($0) }.map { query($0.id) }
    if !whole.isEmpty { return whole.count == 1 ? whole[0] : .some(whole) }
    let parts = names.compactMap { name in typed.part(of: name).map { (rank: $0, id: name.id) } }
    guard let best = parts.map(\.rank).min() else {
      let known = names.flatMap { [$0.id] + $0.names }
      throw value.unknown(nearest: Nearest.of(value.text, among: known))
    }
    let choices = parts.filter { $0.rank == best }
    guard choices.count == 1 else {
      throw value.ambiguous(choices.prefix(QueryParser.mostChoices).map(\.id))
    }
    return query(choices[0].id)
  }
}

/// Something with an id and the names people know it by.
private struct QueryName {
  let id: String
  let names: [String]
  var abbreviations: [String] = []

  var forms: [String] { names + abbreviations }
}

extension QueryName {
  init(_ entry: RegistryEntry, codes: [String] = []) {
    let names = [entry.name] + [entry.nameEn, entry.short].compactMap { $0 } + entry.aliases
    self.init(id: entry.id, names: names, abbreviations: entry.abbreviations + codes)
  }
}

/// A name as it was typed: accents that were typed must be there, others need not.
private struct TypedName {
  private let letters: [UInt8]
  private let marked: [MarkedWord]
  private let pick: PickQuery

  init(_ text: String) {
    letters = Array(Folding.words(text).joined())
    marked = MarkedWord.words(typed: text, isLastWhole: false)
    pick = PickQuery(text)
  }

  func isWhole(_ name: QueryName) -> Bool {
    guard !letters.isEmpty else { return false }
    return ([name.id] + name.forms).contains { form in
      isSame(Folding.searchForm(form)) && hasMarks(form)
    }
  }

  private func isSame(_ form: [UInt8]) -> Bool {
    form.lazy.filter { $0 != UInt8(ascii: " ") }.elementsEqual(letters)
  }

  private func hasMarks(_ form: String) -> Bool {
    guard !marked.isEmpty else { return true }
    let form = MarkedText.form(form)
    return marked.allSatisfy { $0.occurs(in: form) }
  }

  /// How good a part of the name it is, the least the best: words and initials, then any letters.
  func part(of name: QueryName) -> Int? {
    guard !pick.isEmpty else { return nil }
    let candidate = PickCandidate(
      names: name.names.filter(hasMarks), abbreviations: name.abbreviations.filter(hasMarks))
    guard let match = candidate.match(pick) else { return nil }
    switch match.kind {
    case .exactAbbreviation, .exactName, .initials, .abbreviationPrefix, .wordPrefixes: return 0
    case .substring: return 1
    }
  }
}
