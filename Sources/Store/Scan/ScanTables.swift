internal import Model
internal import Synchronization

/// What scanning looks ids up in, made once from the registry and shared by every thread.
struct ScanTables: Sendable {
  let registry: Registry
  private let provinces, units, counterparts, places, dossiers, categories: IdTable
  let programmes: IdTable
  let holders: HolderWords

  init(_ registry: Registry) {
    func table(_ kind: RegistryKind) -> IdTable { IdTable(registry[kind].entries.map(\.id)) }
    self.registry = registry
    holders = HolderWords(registry)
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

/// Who is waited for, by the words of it. Made when the first record waits for somebody.
final class HolderWords: Sendable {
  private struct Known {
    var names: WaitedFor?
    var holders: [String: Holder?] = [:]
  }

  private let registry: Registry
  private let known = Mutex(Known())

  init(_ registry: Registry) { self.registry = registry }

  /// Who the words say is waited for. The same words come again and again.
  func holder(waitedFor text: String) -> Holder? {
    known.withLock { known in
      if let holder = known.holders[text] { return holder }
      let names = known.names ?? WaitedFor(registry)
      known.names = names
      let holder = names.holder(text)
      known.holders[text] = .some(holder)
      return holder
    }
  }
}
