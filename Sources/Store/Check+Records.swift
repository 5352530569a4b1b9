internal import Model

/// What is kept of every record while links are checked.
struct CheckedRecords {
  /// Somewhere a record names another by its key.
  struct Reference {
    let field: Field
    let to: String
    let relation: Relation?
    let offset: Int
  }

  struct Entry {
    let key: String
    let code: String
    let path: String
    let references: [Reference]
    /// In the bin it keeps the links it had; the other ends need not lead to it.
    var isBinned = false
  }

  private struct Bond: Hashable {
    let from: String
    let relation: Relation
    let to: String
  }

  private var entries: [Entry] = []
  /// Every key there is, also of records that are only in the journal.
  private var keys: Set<String> = []

  init(_ register: Register) {
    for case let chunk? in register.chunks { keys.formUnion(chunk.allRows.lazy.map(chunk.key)) }
  }

  var count: Int { entries.count }

  mutating func add(_ entry: Entry) {
    keys.insert(entry.key)
    entries.append(entry)
  }

  /// Links that lead nowhere, and links that are not returned.
  func linkFindings() -> [Finding] {
    var bonds: Set<Bond> = []
    for entry in entries {
      for case let reference in entry.references {
        guard let relation = reference.relation else { continue }
        bonds.insert(Bond(from: entry.key, relation: relation, to: reference.to))
      }
    }
    var findings: [Finding] = []
    let codes = Dictionary(entries.map { ($0.key, $0.code) }) { first, _ in first }
    for entry in entries {
      for reference in entry.references {
        let to = codes[reference.to] ?? reference.to
        if !keys.contains(reference.to) {
          findings.append(
            Finding(path: entry.path, offset: reference.offset) {
              .danglingLink(code: entry.code, to: to, reference.field, $0)
            })
        } else if let relation = reference.relation, !entry.isBinned,
          !bonds.contains(
            Bond(from: reference.to, relation: relation.inverse, to: entry.key))
        {
          findings.append(
            Finding(path: entry.path, offset: reference.offset) {
              .oneSidedLink(code: entry.code, to: to, relation, $0)
            })
        }
      }
    }
    return findings
  }
}
