/// What is wrong with who follows whom in a table of names.
package enum SuccessorFault: Hashable, Sendable {
  /// An entry names a successor that the table does not have.
  case unknown(id: String, successor: String)
  /// These follow one another in a ring, the first of the table first.
  case cycle([String])
}

/// Why nobody can be named who has a unit's work now.
package enum SuccessorError: Error, Hashable, Sendable {
  /// It is valid on that day: nobody took its place.
  case stillValid(id: String)
  case none(id: String)
  /// Its work was divided: a person says who has this.
  case several(id: String, [RegistryEntry.Successor])
  /// Who follows whom leads round, or to an id that is not there.
  case broken(SuccessorFault)
}

extension Registry {
  /// The unit that `id` was on `day`: itself, or what took its place, as far as that is known.
  package func unit(_ id: String, on day: Day) -> RegistryEntry? {
    (try? successor(of: id, in: .units, on: day)).flatMap { self[.units][$0] } ?? self[.units][id]
  }

  /// What had the place of `id` on `day`, over as many changes as there were.
  package func successor(
    of id: String, in kind: RegistryKind, on day: Day
  ) throws(SuccessorError) -> String {
    let table = self[kind]
    guard var entry = table[id], let end = entry.validTo, end < day else {
      throw .stillValid(id: id)
    }
    var seen = [id]
    while let end = entry.validTo, end < day {
      guard let next = entry.successors.first?.id else { throw .none(id: entry.id) }
      guard entry.successors.count == 1 else { throw .several(id: entry.id, entry.successors) }
      guard !seen.contains(next) else { throw .broken(.cycle(seen)) }
      guard let successor = table[next] else {
        throw .broken(.unknown(id: entry.id, successor: next))
      }
      seen.append(next)
      entry = successor
    }
    return entry.id
  }

  /// The names that went before `id`, by which people still look for it. Linear in the table.
  package func predecessors(in kind: RegistryKind) -> [String: [RegistryEntry]] {
    var before: [String: [RegistryEntry]] = [:]
    for entry in self[kind].entries {
      for successor in entry.successors { before[successor.id, default: []].append(entry) }
    }
    return before
  }

  /// Successors that are not there, and rings of them; each ring once.
  package func successorFaults(in kind: RegistryKind) -> [SuccessorFault] {
    let table = self[kind]
    var faults: [SuccessorFault] = []
    var inRings: Set<String> = []
    for entry in table.entries {
      for successor in entry.successors.map(\.id) where table[successor] == nil {
        faults.append(.unknown(id: entry.id, successor: successor))
      }
      guard !inRings.contains(entry.id), let ring = ring(from: entry.id, in: table) else {
        continue
      }
      inRings.formUnion(ring)
      faults.append(.cycle(ring))
    }
    return faults
  }

  /// The way from `id` back to itself; nil where there is none.
  private func ring(from id: String, in table: RegistryTable) -> [String]? {
    var ways = [[id]]
    var seen: Set<String> = []
    while let way = ways.popLast() {
      for next in table[way[way.count - 1]]?.successors.map(\.id) ?? [] {
        if next == id { return way }
        if seen.insert(next).inserted { ways.append(way + [next]) }
      }
    }
    return nil
  }
}
