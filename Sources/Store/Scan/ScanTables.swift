internal import Model
internal import Vietnamese

/// What scanning looks ids up in, made once from the registry and shared by every thread.
struct ScanTables: Sendable {
  let registry: Registry
  private let provinces, units, counterparts, places, dossiers, categories: IdTable
  let programmes: IdTable

  init(_ registry: Registry) {
    func table(_ kind: RegistryKind) -> IdTable { IdTable(registry[kind].entries.map(\.id)) }
    self.registry = registry
    (provinces, units, counterparts) = (table(.provinces), table(.units), table(.counterparts))
    (places, dossiers, categories) = (table(.places), table(.dossiers), table(.categories))
    programmes = IdTable(registry.programmes.map(\.id))
  }

  /// nil for what follow-ups do not name in the columns of a list.
  func table(_ kind: RegistryKind) -> IdTable? {
    switch kind {
    case .provinces: provinces
    case .units: units
    case .counterparts: counterparts
    case .places: places
    case .dossiers: dossiers
    case .categories: categories
    case .people, .documents: nil
    }
  }
}

/// The search words of registry entries, folded when first met. One for each thread.
final class SearchWords {
  private let registry: Registry
  /// By kind and place; nil where an entry was not met yet.
  private var known: [[[UInt8]?]]

  private var waitedFor: WaitedFor?
  private var holders: [String: Holder?] = [:]

  init(_ registry: Registry) {
    self.registry = registry
    known = RegistryKind.allCases.map {
      Array(repeating: nil, count: registry[$0].entries.count)
    }
  }

  /// The folded words of every form of an entry, each once, each before a space.
  func append(_ place: EntryPlace, in kind: RegistryKind, to folded: inout [UInt8]) {
    let (index, kindIndex) = (Int(place.raw), SearchWords.index(kind))
    guard index < known[kindIndex].count else { return }
    if let words = known[kindIndex][index] {
      folded.append(contentsOf: words)
      return
    }
    let words = SearchWords.words(of: registry[kind].entries[index], in: kind)
    known[kindIndex][index] = words
    folded.append(contentsOf: words)
  }

  /// Who the words say is waited for. The same words come again and again.
  func holder(waitedFor text: String) -> Holder? {
    if let known = holders[text] { return known }
    let names = waitedFor ?? WaitedFor(registry)
    waitedFor = names
    let holder = names.holder(text)
    holders[text] = .some(holder)
    return holder
  }

  /// The place among all cases: a dictionary would cost more than all the rest of ``append``.
  private static func index(_ kind: RegistryKind) -> Int {
    switch kind {
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

  private static func words(of entry: RegistryEntry, in kind: RegistryKind) -> [UInt8] {
    var seen: Set<[UInt8]> = []
    var bytes: [UInt8] = []
    let words = entry.searchedForms(in: kind).flatMap { Folding.words($0) }
    for word in words where seen.insert(word).inserted {
      bytes.append(contentsOf: word)
      bytes.append(UInt8(ascii: " "))
    }
    return bytes
  }
}
