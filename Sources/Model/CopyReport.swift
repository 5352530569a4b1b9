/// What came of bringing two copies of a register together. Source: stories.md S5.
package struct CopyReport: Hashable, Sendable {
  package enum Copy: String, Sendable {
    case a, b
  }

  /// A record with changes that one of the copies had not.
  package struct Taken: Hashable, Sendable {
    package var code: String
    /// What was taken without asking, in the order of the files.
    package var fields: [String]
    /// Something else of it is in conflict.
    package var isPartly: Bool
  }

  package struct Clash: Hashable, Sendable {
    package var code: String
    package var conflict: Conflict
    /// The copy each side is from; nil for one that both had.
    package var copies: [Copy?]
  }

  /// A record that only one copy had.
  package struct Added: Hashable, Sendable {
    package var key: String
    package var code: String
    /// The code it had in its copy, where it got another.
    package var oldCode: String?
    package var title: String
    package var province: String
    package var copy: Copy

    package init(
      key: String, code: String, oldCode: String?, title: String, province: String, copy: Copy
    ) {
      (self.key, self.code, self.oldCode) = (key, code, oldCode)
      (self.title, self.province, self.copy) = (title, province, copy)
    }

    package var nameInCopy: String { oldCode ?? code }
  }

  /// A file beside the records that the copies had otherwise.
  package struct FileNews: Hashable, Sendable {
    /// What both had, each otherwise.
    package struct Difference: Hashable, Sendable {
      /// The element and its member, `hokkaido · nameEn`; empty for the whole file.
      package var name: String
      package var a: Value
      package var b: Value
      /// Whose stands now; the other is in a former version of the file.
      package var kept: Copy

      package init(name: String, a: Value, b: Value, kept: Copy) {
        (self.name, self.a, self.b, self.kept) = (name, a, b, kept)
      }
    }

    package var file: String
    /// What was taken from the second copy; an empty name for the whole file.
    package var taken: [String]
    package var differences: [Difference]

    package init(file: String, taken: [String], differences: [Difference]) {
      (self.file, self.taken, self.differences) = (file, taken, differences)
    }
  }

  /// Changes that were taken over from the other copy.
  package var changes = 0
  package var taken: [Taken] = []
  package var clashes: [Clash] = []
  package var added: [Added] = []
  /// New records of either copy that may be the same matter, by the codes they had there.
  package var suspected: [[String]] = []
  package var files: [FileNews] = []

  package init() {}
}

/// What stands in the way of taking a merge of copies back, or of doing it again.
package enum MergeObstacle: Hashable, Sendable {
  /// Somebody has altered a file that the merge united.
  case altered(file: String)
  /// An entry that would go is named by records, by their codes, or by another file.
  case named(entry: String, by: [String])
}

extension CopyReport {
  /// A record as both copies have it, and what only one of them did to it.
  package struct Both: Sendable {
    package var record: Record
    package var onlyInA: [Change]
    package var onlyInB: [Change]
    /// It was changed together with another record only, as the end of a link or of a merge.
    package var isOtherEnd: Bool

    package init(record: Record, onlyInA: [Change], onlyInB: [Change], isOtherEnd: Bool) {
      self.record = record
      self.onlyInA = onlyInA
      self.onlyInB = onlyInB
      self.isOtherEnd = isOtherEnd
    }
  }

  package mutating func add(_ both: Both) {
    let conflicts = both.record.conflicts
    let (inA, inB) = (Set(both.onlyInA.map(\.id)), Set(both.onlyInB.map(\.id)))
    for conflict in conflicts {
      let copies = conflict.changes.map { id -> Copy? in
        inA.contains(id) ? .a : inB.contains(id) ? .b : nil
      }
      clashes.append(Clash(code: both.record.code, conflict: conflict, copies: copies))
    }
    guard !both.isOtherEnd else { return }
    let new = both.onlyInA + both.onlyInB
    let covered = conflicts.reduce(into: Set<String>()) { fields, conflict in
      fields.formUnion(conflict.coveredFields(among: new))
    }
    let touched = Set(new.flatMap(\.edits).compactMap(\.field)).subtracting(covered)
      .subtracting(CopyReport.silent)
    guard !touched.isEmpty else { return }
    let known = Field.allCases.map(\.rawValue).filter(touched.contains)
    let unknown = touched.subtracting(known).sorted()
    taken.append(
      Taken(code: both.record.code, fields: known + unknown, isPartly: !conflicts.isEmpty))
  }

  /// What goes along with other fields and is not told by itself.
  private static let silent: Set<String> = [
    Field.statusOn.rawValue, Field.noDeadlineReason.rawValue, Field.extensions.rawValue,
  ]

  /// Names the pairs of new records, one of each copy, whose titles are alike.
  package mutating func suspect(alike: (_ one: Added, _ other: Added) -> Bool) {
    for one in added where one.copy == .a {
      for other in added where other.copy == .b && one.province == other.province {
        if alike(one, other) { suspected.append([one.nameInCopy, other.nameInCopy].sorted()) }
      }
    }
    suspected.sort { $0.lexicographicallyPrecedes($1) }
  }
}

extension Conflict {
  /// The fields of which the conflict decides.
  fileprivate func coveredFields(among changes: [Change]) -> [String] {
    let withStatus = Field.withStatus.map(\.rawValue) + [Field.status.rawValue]
    switch matter {
    case .field(Field.status.rawValue): return withStatus
    case .field(let name): return [name]
    case .line: return [Field.counterparts.rawValue]
    case .split: return withStatus + [Field.links.rawValue, Field.counterparts.rawValue]
    case .removal:
      let ids = Set(self.changes)
      return changes.filter { ids.contains($0.id) }.flatMap(\.edits).compactMap(\.field)
    }
  }
}

extension Fields {
  /// The edits that make these fields into `other`, exactly.
  package func edits(becoming other: Fields) -> [Edit] {
    var names = members.map(\.key)
    names += other.members.map(\.key).filter { !names.contains($0) }
    return names.compactMap { name in
      let (from, to) = (self[name: name], other[name: name])
      guard from != to else { return nil }
      guard Field(rawValue: name)?.shape == .set else {
        return .set(field: name, from: from, to: to)
      }
      let (old, new) = (from.elements, to.elements)
      let edit = Edit.alter(
        field: name, remove: old.filter { !new.contains($0) },
        add: new.filter { !old.contains($0) })
      var tried = self
      tried.apply(edit)
      return tried[name: name] == to ? edit : .alter(field: name, remove: old, add: new)
    }
  }
}

extension RecordCodes {
  /// Whether it was given without the others' knowledge, to be replaced when copies are merged:
  /// `L-0001`. Source: domain.md §3.
  package static func isProvisional(_ code: String) -> Bool {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[0].allSatisfy(\.isLetter)
      && parts[1].count == 4 && parts[1].allSatisfy(\.isNumber)
  }

  package static func provisional(letters: String, number: Int) -> String {
    let digits = String(number)
    return "\(letters)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
  }
}
