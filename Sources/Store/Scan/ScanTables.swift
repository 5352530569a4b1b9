internal import Model
internal import Vietnamese

/// What scanning looks ids up in, made once from the registry and shared by every thread.
struct ScanTables: Sendable {
  let registry: Registry
  /// By the kind's own place; kinds that no column names have an empty table.
  private let tables: [IdTable]
  let programmes: IdTable

  init(_ registry: Registry) {
    self.registry = registry
    tables = RegistryKind.allCases.map { kind in IdTable(registry[kind].entries.map(\.id)) }
    programmes = IdTable(registry.programmes.map(\.id))
  }

  func table(_ kind: RegistryKind) -> IdTable { tables[kind.place] }
}

extension RegistryKind {
  /// Its place among all kinds, for looking up without hashing.
  var place: Int {
    switch self {
    case .provinces: 0
    case .units: 1
    case .counterparts: 2
    case .places: 3
    case .people: 4
    case .documents: 5
    case .dossiers: 6
    case .categories: 7
    }
  }
}

/// The search words of registry entries, folded when first met. One for each thread.
final class SearchWords {
  private let entries: [[RegistryEntry]]
  /// By kind and entry; nil until the entry was met.
  private var known: [[[UInt8]?]]

  init(_ registry: Registry) {
    entries = RegistryKind.allCases.map { registry[$0].entries }
    known = entries.map { Array(repeating: nil, count: $0.count) }
  }

  /// The folded words of every form of an entry, each once, each before a space.
  func append(_ place: EntryPlace, in kind: RegistryKind, to folded: inout [UInt8]) {
    let (table, index) = (kind.place, Int(place.raw))
    guard index < entries[table].count else { return }
    if let words = known[table][index] {
      folded.append(contentsOf: words)
      return
    }
    let words = SearchWords.words(of: entries[table][index])
    known[table][index] = words
    folded.append(contentsOf: words)
  }

  /// Abbreviations of one or two letters are left out: they would be found in everything.
  private static func words(of entry: RegistryEntry) -> [UInt8] {
    let abbreviations = entry.abbreviations.filter { $0.count > 2 }
    let forms = [entry.name] + [entry.nameEn].compactMap { $0 } + entry.aliases + abbreviations
    var seen: Set<[UInt8]> = []
    var bytes: [UInt8] = []
    for word in forms.flatMap({ Folding.words($0) }) where seen.insert(word).inserted {
      bytes.append(contentsOf: word)
      bytes.append(UInt8(ascii: " "))
    }
    return bytes
  }
}
