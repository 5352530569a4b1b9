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
      return register.registry[kind].entries.filter { $0.isValid(on: today) }.map { entry in
        Picker.Candidate(
          entry, kind, letters: letters[entry.id] ?? entry.letters, near: detail.followUp?.province,
          in: language)
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
    case .nothing: return []
    }
  }

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
  fileprivate init(
    _ entry: RegistryEntry, _ kind: RegistryKind, letters: String?, near province: String?,
    in language: Language
  ) {
    let name = language == .en ? entry.nameEn ?? entry.name : entry.name
    // A person is named in words: the registry's own id is of no use to a field of text.
    let choice =
      kind == .people
      ? Picker.Choice(id: entry.name, name: entry.name) : Picker.Choice(id: entry.id, name: name)
    self.init(
      choice,
      names: PickCandidate(
        names: [entry.name] + [entry.nameEn].compactMap { $0 } + entry.aliases,
        abbreviations: entry.abbreviations + [entry.short, letters].compactMap { $0 }),
      rank: kind == .units ? Picker.Candidate.rank(entry, near: province) : 0)
  }

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
