internal import Model
internal import Vietnamese

/// What scanning looks ids up in, made once from the registry and shared by every thread.
struct ScanTables: Sendable {
  let registry: Registry
  private let tables: [RegistryKind: IdTable]
  let programmes: IdTable

  init(_ registry: Registry) {
    self.registry = registry
    tables = Dictionary(
      uniqueKeysWithValues: [
        RegistryKind.provinces, .units, .counterparts, .places, .dossiers, .categories,
      ].map { kind in (kind, IdTable(registry[kind].entries.map(\.id))) })
    programmes = IdTable(registry.programmes.map(\.id))
  }

  func table(_ kind: RegistryKind) -> IdTable? { tables[kind] }
}

/// The search words of registry entries, folded when first met. One for each thread.
final class SearchWords {
  private let registry: Registry
  private var known: [RegistryKind: [[UInt8]?]] = [:]

  init(_ registry: Registry) { self.registry = registry }

  /// The folded words of every form of an entry, each once, each before a space.
  func append(_ place: EntryPlace, in kind: RegistryKind, to folded: inout [UInt8]) {
    let index = Int(place.raw)
    let entries = registry[kind].entries
    guard index < entries.count else { return }
    if let words = known[kind]?[index] {
      folded.append(contentsOf: words)
      return
    }
    let words = SearchWords.words(of: entries[index])
    known[kind, default: Array(repeating: nil, count: entries.count)][index] = words
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
