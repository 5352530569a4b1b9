package import Model
internal import Vietnamese

extension Picker {
  /// Where names are picked from.
  package enum Source: Hashable, Sendable {
    case entries(RegistryKind)
    case programmes
    /// Tags and topics in use are texts of the records.
    case tags
    case sessions
    case relations
    /// Looked for with every letter: they are too many to be folded beforehand.
    case records
    case nothing
  }
}

extension AppState {
  /// All that can be picked from `source`, folded: about 10 ms for a thousand names; the tags and
  /// the sessions take time in the number of records.
  package func candidates(_ source: Picker.Source) -> [Picker.Candidate] {
    switch source {
    case .entries(let kind):
      let letters = kind == .provinces ? register.lettersInUse : [:]
      let validity = ValidityText(register.registry, language: language, on: today)
      let before = register.registry.predecessors(in: kind)
      return register.registry[kind].entries.map { entry in
        Picker.Candidate(
          entry, kind, letters: letters[entry.id] ?? entry.letters, near: detail.followUp?.province,
          in: language, before: before[entry.id] ?? [], remark: validity.span(entry.id, in: kind))
      }
    case .programmes: return register.registry.programmes.map { programme($0) }
    case .tags:
      return register.tagsInUse.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .enumerated().map { index, tag in
          Picker.Candidate(
            Picker.Choice(id: tag.key, name: tag.key), names: PickCandidate(names: [tag.key]),
            rank: index)
        }
    case .sessions: return sessions
    case .relations:
      return Relation.allCases.map { relation in
        Picker.Candidate(
          Picker.Choice(id: relation.rawValue, name: relation.words(language)),
          names: PickCandidate(names: [relation.words.vi, relation.words.en]))
      }
    case .records, .nothing: return []
    }
  }

  /// The records that have what was typed in their code or title, but the one of `key`. As dear as
  /// a letter in the filter of the list.
  func records(fitting typed: String, but key: String) -> [Picker.Candidate] {
    // Whole words are words of the title, also those that are shorthands of queries.
    let words = typed.split(whereSeparator: \.isWhitespace)
    guard let last = words.last else { return [] }
    let whole = words.dropLast().map { $0.allSatisfy(\.isLetter) ? "\"\($0)\"" : String($0) }
    let line = (whole + [String(last)]).joined(separator: " ")
    guard let query = try? QueryParser(registry: register.registry).parse(line) else { return [] }
    let matcher = Matcher(query, in: register, context: context)
    var found: [Picker.Candidate] = []
    for (slot, chunk) in register.chunks.enumerated() {
      guard let chunk, found.count < AppState.mostRecordsLookedAt else { continue }
      for index in matcher.indices(in: chunk, slot: slot) {
        guard let row = chunk.row(at: index), chunk.key(row) != key else { continue }
        let (code, title) = (chunk.code(row), chunk.titleForALine(row))
        found.append(
          Picker.Candidate(
            Picker.Choice(id: code, name: code + " " + title),
            names: PickCandidate(names: [title], abbreviations: [code])))
      }
    }
    return Array(found.prefix(AppState.mostRecordsLookedAt))
  }

  /// Enough to find the best among; more letters narrow them.
  private static let mostRecordsLookedAt = 200

  private func programme(_ programme: Programme) -> Picker.Candidate {
    let name = language == .en ? programme.nameEn ?? programme.name : programme.name
    return Picker.Candidate(
      Picker.Choice(id: programme.id, name: name),
      names: PickCandidate(names: [programme.name] + [programme.nameEn].compactMap { $0 }))
  }

  private var sessions: [Picker.Candidate] {
    register.chunks.compactMap(\.self).flatMap { chunk in
      chunk.rows.compactMap { row -> Picker.Candidate? in
        let key = chunk.key(row)
        guard chunk.session(row) == key else { return nil }
        let (code, title) = (chunk.code(row), chunk.title(row))
        return Picker.Candidate(
          Picker.Choice(id: key, name: code + " " + title),
          names: PickCandidate(names: [title], abbreviations: [code]))
      }
    }
  }
}

extension Picker.Candidate {
  /// `before` are those whose place it took: it is found by their names too. `remark` says when it
  /// was there, where that is not today.
  fileprivate init(
    _ entry: RegistryEntry, _ kind: RegistryKind, letters: String?, near province: String?,
    in language: Language, before: [RegistryEntry], remark: String?
  ) {
    var name = language == .en ? entry.nameEn ?? entry.name : entry.name
    if let remark { name += " (\(remark))" }
    // A person is named in words: the registry's own id is of no use to a field of text.
    let choice =
      kind == .people
      ? Picker.Choice(id: entry.name, name: entry.name) : Picker.Choice(id: entry.id, name: name)
    let rank = kind == .units ? Picker.Candidate.rank(entry, near: province) : 0
    self.init(
      choice,
      names: PickCandidate(
        names: [entry.name] + [entry.nameEn].compactMap { $0 } + entry.aliases
          + before.flatMap { [$0.name] + [$0.nameEn].compactMap { $0 } },
        abbreviations: entry.abbreviations + [entry.short, letters].compactMap { $0 }),
      rank: remark == nil ? rank : rank + Picker.Candidate.endedRank)
  }

  /// What is not there today stands behind all that is.
  private static let endedRank = 10

  /// Units of the ministry first among equals: they lead most of the work; then the record's own
  /// province.
  private static func rank(_ unit: RegistryEntry, near province: String?) -> Int {
    switch unit.side {
    case .ministry: 0
    case .province: unit.province != nil && unit.province == province ? 1 : 2
    case .other: 3
    }
  }
}
