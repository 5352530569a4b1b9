internal import Vietnamese

/// Finds what people mean by a part of a name: entries of the registry and programmes.
///
/// Names are folded once, when it is made: about 10 ms for a thousand entries; a pick takes less
/// than one.
package struct EntryPicker: Equatable, Sendable {
  /// Where an entry is looked for.
  package enum Table: Hashable, Sendable {
    case entries(RegistryKind)
    case programmes
  }

  private struct Candidate: Equatable {
    let id: String
    let names: PickCandidate
    let isValid: Bool
    /// Whose unit it is; nil for what is no province's.
    let province: String?
  }

  private var tables: [Table: [Candidate]] = [:]

  /// `letters` are what codes begin with in this register, by province.
  package init(_ registry: Registry, today: Day, letters: [String: String] = [:]) {
    for kind in RegistryKind.allCases {
      tables[.entries(kind)] = registry[kind].entries.map { entry in
        let inUse = kind == .provinces ? [letters[entry.id] ?? entry.letters] : []
        return Candidate(
          id: entry.id,
          names: PickCandidate(
            names: [entry.name] + [entry.nameEn, entry.short].compactMap { $0 } + entry.aliases,
            abbreviations: entry.abbreviations + inUse.compactMap { $0 }
              + (kind == .categories ? [entry.initials].compactMap { $0 } : [])),
          isValid: entry.isValid(on: today), province: entry.province)
      }
    }
    tables[.programmes] = registry.programmes.map { programme in
      Candidate(
        id: programme.id,
        names: PickCandidate(names: [programme.name] + [programme.nameEn].compactMap { $0 }),
        isValid: true, province: nil)
    }
  }

  /// The entry with this id, else the one of which a part is typed.
  ///
  /// A whole name or abbreviation is its entry's, whatever else it is a part of. What has ended is
  /// meant by its id, or by a whole name that nothing valid has.
  /// Of several that fit alike the one of the province `near` is meant.
  /// Looking for the nearest name costs more than all the rest, so who needs none can say so.
  package func pick(
    _ typed: String, in table: Table, near province: String? = nil, suggesting: Bool = true
  ) -> Pick<String> {
    let candidates = tables[table] ?? []
    if let exact = candidates.first(where: { $0.id == typed }) { return .one(exact.id) }
    let query = PickQuery(typed)
    guard !query.isEmpty else { return .none(nearest: nil) }
    var matches: [(match: PickMatch, candidate: Candidate)] = []
    // What has ended, of which only a part is typed.
    var begun: String?
    for candidate in candidates {
      guard let match = candidate.names.match(query) else { continue }
      if candidate.isValid || EntryPicker.isWhole(match) {
        matches.append((match, candidate))
      } else {
        begun = begun ?? candidate.id
      }
    }
    let valid = matches.filter(\.candidate.isValid)
    let isWholeOfEnded =
      valid.count < matches.count && !valid.contains { EntryPicker.isWhole($0.match) }
    matches = isWholeOfEnded ? matches.filter { !$0.candidate.isValid } : valid
    matches.sort { ($0.match, $0.candidate.id) < ($1.match, $1.candidate.id) }
    guard let best = matches.first else {
      return .none(nearest: suggesting ? Nearest.of(typed, among: candidates.map(\.id)) : begun)
    }
    let rivals = matches.filter {
      !EntryPicker.isWhole(best.match) || $0.match.kind == best.match.kind
    }
    let own = rivals.filter { $0.candidate.province == province && province != nil }
    if own.count == 1 { return .one(own[0].candidate.id) }
    return rivals.count == 1 ? .one(best.candidate.id) : .several(matches.map(\.candidate.id))
  }

  /// The ids of entries that fit what is typed so far, the likelier first; what has ended is behind
  /// all that is valid, and only where something is typed.
  package func suggestions(for typed: String, in table: Table, limit: Int) -> [String] {
    let query = PickQuery(typed)
    var matches: [(match: PickMatch, candidate: Candidate)] = []
    for candidate in tables[table] ?? [] where candidate.isValid || !query.isEmpty {
      guard let match = candidate.names.match(query) else { continue }
      matches.append((match, candidate))
      if query.isEmpty && matches.count == limit { break }
    }
    if !query.isEmpty {
      matches.sort {
        ($0.candidate.isValid ? 0 : 1, $0.match, $0.candidate.id)
          < ($1.candidate.isValid ? 0 : 1, $1.match, $1.candidate.id)
      }
    }
    return matches.prefix(limit).map(\.candidate.id)
  }

  /// The entry with this id, or of which this is a whole name or abbreviation; nil for a part.
  package func whole(_ typed: String, in table: Table) -> String? {
    let candidates = tables[table] ?? []
    if candidates.contains(where: { $0.id == typed }) { return typed }
    let query = PickQuery(typed)
    guard !query.isEmpty else { return nil }
    let whole = candidates.filter { $0.names.match(query).map(EntryPicker.isWhole) ?? false }
    return whole.count == 1 ? whole[0].id : nil
  }

  private static func isWhole(_ match: PickMatch) -> Bool {
    switch match.kind {
    case .exactAbbreviation, .exactName: true
    case .abbreviationPrefix, .initials, .wordPrefixes, .substring: false
    }
  }
}

extension RegistryEntry {
  /// The initials of its short name, of two words or more: `ĐT` for Đầu tư.
  fileprivate var initials: String? {
    let words = (short ?? "").split(separator: " ")
    return words.count > 1 ? String(words.compactMap(\.first)) : nil
  }
}
