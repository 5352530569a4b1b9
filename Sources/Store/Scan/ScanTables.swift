internal import Model

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

/// Who is waited for, by the words of it. One for each thread.
final class HolderWords {
  private let registry: Registry
  private var waitedFor: WaitedFor?
  private var holders: [String: Holder?] = [:]

  init(_ registry: Registry) { self.registry = registry }

  /// Who the words say is waited for. The same words come again and again.
  func holder(waitedFor text: String) -> Holder? {
    if let known = holders[text] { return known }
    let names = waitedFor ?? WaitedFor(registry)
    waitedFor = names
    let holder = names.holder(text)
    holders[text] = .some(holder)
    return holder
  }
}
