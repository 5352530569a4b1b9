internal import Vietnamese

/// The rows a list shows, sorted and grouped.
package struct Arrangement: Equatable, Sendable {
  /// A run of rows under one heading; ungrouped lists have none.
  package struct Group: Equatable, Sendable {
    /// What the group stands for, as the heading names it; nil for the rows that have none.
    package var id: String?
    package var rows: Range<Int>
  }

  package private(set) var rows: [RowPlace] = []
  package private(set) var groups: [Group] = []
  package private(set) var grouping = Grouping.none

  package init() {}

  /// Sorts and groups `places`; a row with several counterparts or dossiers stands in each group.
  package init(
    _ places: [RowPlace], in register: Register, sorting: Sorting, grouping: Grouping
  ) {
    self.grouping = grouping
    let sorted = Arrangement.sorted(places, in: register, by: sorting)
    guard grouping != .none else {
      rows = sorted
      return
    }
    var members: [String?: [RowPlace]] = [:]
    let sides = grouping == .holder ? UnitSides(register.registry) : nil
    for place in sorted {
      for id in GroupKeys.ids(of: place, in: register, by: grouping, sides) {
        members[id, default: []].append(place)
      }
    }
    for id in GroupKeys.ordered(Array(members.keys), by: grouping, in: register) {
      let start = rows.count
      rows += members[id] ?? []
      groups.append(Group(id: id, rows: start..<rows.count))
    }
  }

  private static func sorted(
    _ places: [RowPlace], in register: Register, by sorting: Sorting
  ) -> [RowPlace] {
    switch sorting.key {
    case .register, .due, .status, .updated, .priority:
      return sortedByNumber(places, in: register, by: sorting)
    case .code, .title, .lead:
      return sortedByText(places, in: register, by: sorting)
    }
  }

  private struct Numbered {
    let place: RowPlace
    let tier: UInt8
    /// .max where there is none: such rows come last in either direction.
    let key: Int64
  }

  private static func sortedByNumber(
    _ places: [RowPlace], in register: Register, by sorting: Sorting
  ) -> [RowPlace] {
    var keyed: [Numbered] = []
    keyed.reserveCapacity(places.count)
    var (least, most) = (Int64.max, Int64.min)
    for (order, place) in places.enumerated() {
      guard let (_, row) = register.row(at: place) else { continue }
      var key = number(row, order: order, by: sorting.key)
      if key != .max {
        if sorting.isDescending { key = -key }
        (least, most) = (min(least, key), max(most, key))
      }
      keyed.append(Numbered(place: place, tier: rank(row.tier), key: key))
    }
    // Days, ranks and orders lie close together: then every key can have a place of its own.
    if least <= most, most - least <= max(1 << 16, 4 * Int64(places.count)) {
      return counted(keyed, from: least, through: most)
    }
    // The standard library's sort keeps the order of equals.
    return keyed.sorted { ($0.tier, $0.key) < ($1.tier, $1.key) }.map(\.place)
  }

  /// Sorts in a time linear in the rows and the span of the keys; equals keep their order.
  private static func counted(
    _ keyed: [Numbered], from least: Int64, through most: Int64
  ) -> [RowPlace] {
    let keysInTier = Int(most - least) + 2
    func bucket(_ row: Numbered) -> Int {
      Int(row.tier) * keysInTier + (row.key == .max ? keysInTier - 1 : Int(row.key - least))
    }
    var starts = [Int](repeating: 0, count: 3 * keysInTier + 1)
    for row in keyed { starts[bucket(row) + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var sorted = keyed.map(\.place)
    for row in keyed {
      let bucket = bucket(row)
      sorted[starts[bucket]] = row.place
      starts[bucket] += 1
    }
    return sorted
  }

  private static func number(_ row: Row, order: Int, by key: Sorting.Key) -> Int64 {
    switch key {
    case .due: row.due.map { Int64($0.ordinal) } ?? .max
    case .status: Int64(Status.allCases.firstIndex(of: row.status) ?? 0)
    case .updated: -row.updated
    case .priority: row.priority.map { Int64($0.rawValue) } ?? .max
    case .register, .code, .title, .lead: Int64(order)
    }
  }

  private static func sortedByText(
    _ places: [RowPlace], in register: Register, by sorting: Sorting
  ) -> [RowPlace] {
    let keyed = places.enumerated().compactMap { order, place -> (UInt8, [UInt8], Int)? in
      guard let (chunk, row) = register.row(at: place) else { return nil }
      return (rank(row.tier), text(row, in: chunk, register: register, by: sorting.key), order)
    }
    let sorted = keyed.sorted { one, other in
      if one.0 != other.0 { return one.0 < other.0 }
      if one.1 == other.1 { return one.2 < other.2 }
      let isBefore = one.1.lexicographicallyPrecedes(other.1)
      return sorting.isDescending ? !isBefore : isBefore
    }
    return sorted.map { places[$0.2] }
  }

  private static func text(
    _ row: Row, in chunk: Chunk, register: Register, by key: Sorting.Key
  ) -> [UInt8] {
    switch key {
    case .title: SortKey(chunk.title(row)).bytes
    case .lead: SortKey(register.entry(row.lead, in: .units)?.name ?? "").bytes
    case .register, .due, .code, .status, .updated, .priority: SortKey(code: chunk.code(row)).bytes
    }
  }

  private static func rank(_ tier: Tier) -> UInt8 {
    switch tier {
    case .core: 0
    case .framework: 1
    case .background: 2
    }
  }
}

/// The groups a row belongs to, and the order groups come in.
private enum GroupKeys {
  /// The sides are for grouping by them.
  static func ids(
    of place: RowPlace, in register: Register, by grouping: Grouping, _ sides: UnitSides?
  ) -> [String?] {
    guard let (chunk, row) = register.row(at: place) else { return [] }
    switch grouping {
    case .none: return [nil]
    case .province: return [register.id(row.province, in: .provinces, chunk: chunk)]
    case .lead: return [register.id(row.lead, in: .units, chunk: chunk)]
    case .status: return [row.status.rawValue]
    case .category: return [register.id(row.category, in: .categories, chunk: chunk)]
    case .kind: return [row.kind.rawValue]
    case .session: return [chunk.session(row)]
    case .programme:
      let programmes = register.registry.programmes
      return [
        Int(row.programme.raw) < programmes.count ? programmes[Int(row.programme.raw)].id : nil
      ]
    case .counterpart:
      return several(chunk.counterparts(row), .counterparts, chunk, register)
    case .dossier:
      return several(chunk.dossiers(row), .dossiers, chunk, register)
    case .month: return [row.due.map { String($0.iso.prefix(7)) }]
    case .holder: return [sides?.holder(of: row)?.rawValue]
    }
  }

  private static func several(
    _ places: ArraySlice<EntryPlace>, _ kind: RegistryKind, _ chunk: Chunk, _ register: Register
  ) -> [String?] {
    places.isEmpty ? [nil] : places.map { register.id($0, in: kind, chunk: chunk) }
  }

  /// Rows without a group come last; words keep their own order, names the Vietnamese one.
  static func ordered(
    _ ids: [String?], by grouping: Grouping, in register: Register
  ) -> [String?] {
    let keyed = ids.map { id in (id: id, key: sortKey(id, by: grouping, in: register)) }
    return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.id)
  }

  private static func sortKey(
    _ id: String?, by grouping: Grouping, in register: Register
  ) -> [UInt8] {
    guard let id else { return [0xFF] }
    switch grouping {
    case .status: return place(id, in: Status.allCases.map(\.rawValue))
    case .kind: return place(id, in: Kind.allCases.map(\.rawValue))
    case .holder: return place(id, in: Holder.allCases.map(\.rawValue))
    case .month: return Array(id.utf8)
    case .none, .session: return Array(id.utf8)
    case .province: return SortKey(register.registry.name(id, in: .provinces)).bytes
    case .lead: return SortKey(register.registry.name(id, in: .units)).bytes
    case .category: return place(id, in: register.registry[.categories].entries.map(\.id))
    case .counterpart: return SortKey(register.registry.name(id, in: .counterparts)).bytes
    case .dossier: return SortKey(register.registry.name(id, in: .dossiers)).bytes
    case .programme: return SortKey(register.registry.programme(id)?.name ?? id).bytes
    }
  }

  private static func place(_ id: String, in known: [String]) -> [UInt8] {
    [UInt8(truncatingIfNeeded: known.firstIndex(of: id) ?? 254)]
  }
}
