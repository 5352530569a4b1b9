internal import Vietnamese

/// Some entries of one table of the registry, by their places.
struct EntrySet: Sendable {
  private var isIn: [Bool]

  /// Whether no entry was ever put in; an entry may be there all the same where one has room.
  var isEmpty: Bool { isIn.isEmpty }

  init(_ isIn: [Bool]) { self.isIn = isIn }

  init(_ places: [Int]) {
    isIn = Array(repeating: false, count: (places.max() ?? -1) + 1)
    for place in places { isIn[place] = true }
  }

  mutating func insert(_ place: Int) { isIn[place] = true }

  func contains(_ place: EntryPlace) -> Bool {
    Int(place.raw) < isIn.count && isIn[Int(place.raw)]
  }
}

/// Makes the nodes of a matcher out of a query.
struct NodeMaker {
  let register: Register
  let today: Day

  func node(_ query: Query) -> Matcher.Node {
    switch query {
    case .every(let queries): return .every(queries.map(node))
    case .some(let queries): return some(queries)
    case .not(let query): return .not(node(query))
    case .text(let text): return words(text)
    case .province, .home, .category, .lead, .with, .counterpart, .dossier, .programme:
      return entries([query]) ?? .nothing
    case .lineUnit(let id):
      return place(id, .units).map { .test(.lineUnit(EntrySet([$0]))) } ?? .nothing
    case .session(let code):
      guard let place = register.place(ofCode: code), let (chunk, row) = register.row(at: place)
      else { return .nothing }
      return .session(key: chunk.key(row))
    case .code(let code):
      // The code of what was merged stays one by which to find what it goes on as.
      let codes = register.codes(from: code)
      return codes.count == 1 ? .code(code) : .some(codes.map(Matcher.Node.code))
    case .codePrefix(let code): return .codePrefix(Array(code.utf8))
    case .tag(let tag): return .tag(TagSearch(tag))
    case .due(let date):
      return date.ordinals(on: today, missingYear: .upcoming).map { .test(.due($0)) } ?? .nothing
    case .day(let field, let date):
      return date.ordinals(on: today, missingYear: .nearest).map { .test(.day(field, $0)) }
        ?? .nothing
    case .changed(let date):
      return date.ordinals(on: today, missingYear: .nearest).map { .test(.changed($0)) }
        ?? .nothing
    case .kind, .status, .direction, .tier, .priority, .missing, .open, .overdue, .dueSoon,
      .awaiting, .inbox, .ours, .theirs, .dated, .undated, .inProgramme, .inDossier, .marked,
      .holder, .toChase, .inConflict, .box, .absent, .noDay:
      return test(query).map { .test($0) } ?? .nothing
    }
  }

  /// The tests that need nothing of the register; nil for what is no such test.
  private func test(_ query: Query) -> Matcher.Test? {
    switch query {
    case .kind(let kind): .kind(kind)
    case .status(let status): .status(status)
    case .direction(let direction): .direction(direction)
    case .tier(let tier): .tier(tier)
    case .priority(let comparison, let priority):
      .priority(comparison.numbers(priority.rawValue...priority.rawValue))
    case .missing(let need): .missing(need)
    case .open: .open
    case .overdue: .overdue
    case .dueSoon: .dueSoon
    case .awaiting: .awaiting
    case .inbox: .inbox
    case .ours: .ours
    case .theirs: .theirs
    case .dated: .dated
    case .undated: .undated
    case .inProgramme: .inProgramme
    case .inDossier: .inDossier
    case .marked: .marked
    case .holder(let holder): .holder(holder)
    case .toChase: .toChase
    case .inConflict: .inConflict
    case .box(let box): .box(box)
    case .absent(let field): .absent(field)
    case .noDay(let field): .noDay(field)
    case .every, .some, .not, .text, .province, .home, .category, .lead, .with, .lineUnit,
      .counterpart, .dossier, .programme, .session, .code, .codePrefix, .tag, .due, .changed, .day:
      nil
    }
  }

  private func words(_ text: String) -> Matcher.Node {
    let search = SearchNeedles(typed: text)
    return .needles(
      search.needles.map { ($0, register.registry.words.entries(holding: $0)) },
      marked: MarkedSearch.searches(search.marked, in: register.registry))
  }

  private func some(_ queries: [Query]) -> Matcher.Node {
    entries(queries) ?? .some(queries.map(node))
  }

  // MARK: - Entries

  /// Entries of one field, looked for at once: an abbreviation may be that of sixty units.
  /// Nil if any of the queries is another.
  private func entries(_ queries: [Query]) -> Matcher.Node? {
    let named = queries.compactMap(entry)
    guard let first = named.first, named.count == queries.count,
      named.allSatisfy({ $0.field == first.field })
    else { return nil }
    let set = EntrySet(named.compactMap(\.place))
    return test(first.field, set).map { .test($0) }
  }

  /// The place is nil for an id that the registry has not.
  private func entry(_ query: Query) -> (field: QueryField, place: Int?)? {
    switch query {
    case .province(let id): (.province, place(id, .provinces))
    case .home(let id): (.home, place(id, .provinces))
    case .category(let id): (.category, place(id, .categories))
    case .lead(let id): (.lead, place(id, .units))
    case .with(let id): (.with, place(id, .units))
    case .counterpart(let id): (.counterpart, place(id, .counterparts))
    case .dossier(let id): (.dossier, place(id, .dossiers))
    case .programme(let id):
      (.programme, register.registry.programmes.firstIndex { $0.id == id })
    case .every, .some, .not, .text, .lineUnit, .kind, .status, .direction, .tier, .session, .code,
      .codePrefix, .tag, .priority, .due, .changed, .missing, .open, .overdue, .dueSoon,
      .awaiting, .inbox, .ours, .theirs, .dated, .undated, .inProgramme, .inDossier, .marked,
      .holder, .toChase, .inConflict, .box, .absent, .day, .noDay:
      nil
    }
  }

  private func place(_ id: String, _ kind: RegistryKind) -> Int? {
    register.registry[kind].place(of: id)
  }

  private func test(_ field: QueryField, _ set: EntrySet) -> Matcher.Test? {
    switch field {
    case .province: .province(set)
    case .home: .home(set)
    case .category: .category(set)
    case .lead: .lead(set)
    case .with: .with(set)
    case .counterpart: .counterpart(set)
    case .dossier: .dossier(set)
    case .programme: .programme(set)
    case .kind, .direction, .status, .due, .priority, .tag, .code, .session, .changed, .missing,
      .tier, .holder, .box, .raised, .since, .done, .extended, .chased:
      nil
    }
  }
}
