package import Vietnamese

/// The tables of names a register refers to by id.
package enum RegistryKind: String, CaseIterable, Sendable {
  case provinces, units, counterparts, places, people, documents, dossiers, categories
}

/// One name of the registry, with the days it is valid.
package struct RegistryEntry: Hashable, Sendable, Identifiable {
  package var id: String
  package var name: String
  package var nameEn: String?
  /// A short form for narrow columns.
  package var short: String?
  package var abbreviations: [String] = []
  /// Other printed forms, old names and misprints among them.
  package var aliases: [String] = []
  /// What a province's codes begin with, as in `QN23-09`.
  package var letters: String?
  /// What sort of thing it is, in the words of the file: `mission`, `locality`, `gate`…
  package var sort: String?
  package var province: String?
  package var country: String?
  package var validFrom: Day?
  package var validTo: Day?
  /// What took its place when it ended: several where its work was divided.
  package var successors: [Successor] = []
  /// Whether the entry was checked against its source; nil where the file does not say.
  package var isVerified: Bool?

  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  package func isValid(on day: Day) -> Bool {
    (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
  }

  /// What took its place, where that is one thing.
  package var successor: String? { successors.count == 1 ? successors[0].id : nil }

  /// Who took over the work, or a part of it.
  package struct Successor: Hashable, Sendable {
    package var id: String
    /// The part, in words; nil where it is all.
    package var scope: String?
  }

  /// Every form a person may look for, longest first of them the full name.
  package var forms: [String] {
    [name] + [nameEn, short].compactMap { $0 } + aliases + abbreviations
  }

  /// The forms a record is found by when its text is searched, the initials of the name last,
  /// where anybody asks for them.
  ///
  /// Abbreviations of one or two letters are left out: they would be found in everything.
  func forEachSearchedForm(
    in kind: RegistryKind, withInitials: Bool = true, _ body: (String) -> Void
  ) {
    body(name)
    if let nameEn { body(nameEn) }
    for alias in aliases { body(alias) }
    for abbreviation in abbreviations where abbreviation.count > 2 { body(abbreviation) }
    switch kind {
    case .units, .provinces: if withInitials, let initials = Initials.of(name) { body(initials) }
    case .counterparts, .places, .people, .documents, .dossiers, .categories: break
    }
  }

  /// The form for a narrow column: the short name, an abbreviation, else the name.
  package var brief: String { brief(.vi) }

  /// Short names are one for both languages, names are not.
  package func brief(_ language: Language) -> String {
    short ?? abbreviations.first ?? (language == .en ? nameEn ?? name : name)
  }
}

/// Which side of the table a unit sits on.
package enum Side: Hashable, Sendable {
  case ministry, province, other
}

extension RegistryEntry {
  /// The side of a unit, from its sort.
  package var side: Side {
    switch sort {
    case "ministry-unit", "mission", "collective": .ministry
    case "provincial": .province
    default: .other
    }
  }
}

/// One table of the registry.
package struct RegistryTable: Hashable, Sendable {
  package let entries: [RegistryEntry]
  private let places: [String: Int]

  package init(_ entries: [RegistryEntry] = []) {
    self.entries = entries
    places = Dictionary(entries.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  package subscript(id: String) -> RegistryEntry? { place(of: id).map { entries[$0] } }

  /// The entry's index in the table.
  package func place(of id: String) -> Int? { places[id] }
}

/// Everything a register refers to by id.
package struct Registry: Hashable, Sendable {
  private let tables: [RegistryKind: RegistryTable]
  let words: NameWords
  package var programmes: [Programme]

  package init(_ tables: [RegistryKind: RegistryTable] = [:], programmes: [Programme] = []) {
    self.tables = tables
    words = NameWords(tables)
    self.programmes = programmes
  }

  package subscript(kind: RegistryKind) -> RegistryTable { tables[kind] ?? RegistryTable() }

  /// The letters each province goes by, such as QN, out of its committee's short name, `UBND QN`.
  package var provinceCodes: [String: String] {
    var codes: [String: String] = [:]
    for unit in self[.units].entries {
      let words = unit.short?.split(separator: " ") ?? []
      guard let province = unit.province, words.count == 2, words[0] == "UBND" else { continue }
      codes[province] = String(words[1])
    }
    return codes
  }

  /// Has what searching by names needs made now: else the first search waits about 1 ms for it.
  package func prepareSearch() { words.prepare() }

  package func programme(_ id: String) -> Programme? { programmes.first { $0.id == id } }

  /// The name of `id`, or the id itself where the registry does not know it.
  package func name(_ id: String, in kind: RegistryKind, language: Language = .vi) -> String {
    guard let entry = self[kind][id] else { return id }
    switch language {
    case .vi: return entry.name
    case .en: return entry.nameEn ?? entry.name
    }
  }
}

/// A cooperation programme between the ministry and a province. Source: domain.md §6.
package struct Programme: Hashable, Sendable, Identifiable {
  package var id: String
  package var name: String
  package var nameEn: String?
  package var province: String
  package var period: Period?
  package var review: Recurrence?
  package var standing: String?
  package var contactMinistry: String?
  package var contactProvince: String?

  package init(id: String, name: String, province: String) {
    self.id = id
    self.name = name
    self.province = province
  }
}
