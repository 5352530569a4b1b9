internal import Model

/// The entries of registry and programmes that go when a merge of copies is taken back.
struct GoneEntries {
  /// By table; programmes have none.
  private var ids: [RegistryKind?: Set<String>] = [:]
  private var names: [String: String] = [:]

  var isEmpty: Bool { ids.isEmpty }

  init(_ files: [MergedFile]) {
    for file in files {
      let (before, after) = (file.value(.before), file.value(.after))
      let kind = RegistryKind.allCases.first { file.file == "registry/\($0.rawValue).json" }
      let isProgramme = file.file.hasPrefix("programmes/") && before.isEmpty
      guard kind != nil || isProgramme else { continue }
      let kept = Set(before.elements.compactMap { $0["id"].text })
      for entry in isProgramme ? [after] : after.elements {
        guard let id = entry["id"].text, !kept.contains(id) else { continue }
        ids[kind, default: []].insert(id)
        names[id] = entry["name"].text
      }
    }
  }

  /// Those that a record names, by their names.
  func named(by followUp: FollowUp) -> [String] {
    let named = followUp.registryNames.filter { ids[$0.kind]?.contains($0.id) == true }
    return Set(named.map { names[$0.id] ?? $0.id }).sorted()
  }

  /// The first that another table or programme names, as these are when `files` are what they were.
  func named(
    in folder: RegisterFolder, beside files: [MergedFile]
  ) -> (entry: String, file: String)? {
    let others = SmallFileCheck(folder: folder.path).files.map(\.file)
      .filter { $0.hasPrefix("registry/") || $0.hasPrefix("programmes/") }
    let values = others.map { file in
      let merged = files.first { $0.file == file }
      return (file: file, value: merged?.value(.before) ?? (try? folder.readValue(file)) ?? .null)
    }
    var gone = ids.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    gone.subtract(values.flatMap { $0.value.elements }.compactMap { $0["id"].text })
    for (file, value) in values {
      if let id = value.references.first(where: gone.contains) { return (names[id] ?? id, file) }
    }
    return nil
  }
}

extension Value {
  /// The members by which entries and programmes name others. Source: data-format.md.
  private static let namingMembers: Set<String> = [
    "province", "parent", "country", "successor", "contactMinistry", "contactProvince",
  ]

  fileprivate var references: [String] {
    switch self {
    case .null, .bool, .number, .text: []
    case .list(let items): items.flatMap(\.references)
    case .object(let members):
      members.flatMap { member in
        let named = Value.namingMembers.contains(member.key) ? [member.value] : []
        let successors = member.key == "successors" ? member.value.elements.map { $0["id"] } : []
        return (named + successors).compactMap(\.text)
      }
    }
  }
}

extension FollowUp {
  /// What it names of the registry; nil is for programmes.
  fileprivate var registryNames: [(id: String, kind: RegistryKind?)] {
    var all: [(id: String, kind: RegistryKind?)] = [
      (province, .provinces), (category, .categories),
    ]
    func add(_ ids: [String?], _ kinds: RegistryKind?...) {
      for id in ids.compactMap(\.self) { all += kinds.map { (id, $0) } }
    }
    add(alsoProvinces.map(\.id), .provinces)
    add([lead?.unit] + coordinating.map(\.id) + counterparts.map(\.unit), .units)
    add([raisedBy, contactMinistry, contactProvince, leader, assigner], .units, .people)
    add(counterparts.map(\.counterpart), .counterparts)
    add(places.map(\.id), .places)
    add(dossiers, .dossiers)
    add(documents + sources.map(\.document), .documents)
    add([programme], nil)
    return all
  }
}
