internal import Model
internal import Vietnamese

/// The union of two copies of a register: what the first is to take, and what there is to tell.
///
/// It depends on the changes of the two alone: whichever is the first, the union is the same.
struct CopyUnion {
  /// A record as it becomes, and the changes that the first copy has not got.
  struct Taken {
    var record: Record
    var changes: [Change]
    /// Where it stands in the first copy; nil for a record that is new there.
    var slot: Int?
  }

  private(set) var taken: [Taken] = []
  var report = CopyReport()
  /// The newest change of either.
  private(set) var newest = Moment(milliseconds: 0)
  private let registry: Registry

  var isEmpty: Bool { taken.isEmpty }

  init(_ mine: [String: KeptRecord], _ theirs: [String: KeptRecord], registry: Registry) {
    self.registry = registry
    var all: [String: Record] = mine.mapValues(\.record)
    var boths: [CopyReport.Both] = []
    var missing: [String: [Change]] = [:]
    for (key, their) in theirs {
      guard let my = mine[key] else {
        all[key] = their.record
        missing[key] = their.record.changes
        continue
      }
      let (here, there) = (Set(my.record.changes.map(\.id)), Set(their.record.changes.map(\.id)))
      guard here != there else { continue }
      let onlyInB = their.record.changes.filter { !here.contains($0.id) }
      let onlyInA = my.record.changes.filter { !there.contains($0.id) }
      let record = my.record.merged(with: onlyInB)
      all[key] = record
      if !onlyInB.isEmpty { missing[key] = onlyInB }
      boths.append(
        CopyReport.Both(record: record, onlyInA: onlyInA, onlyInB: onlyInB, isOtherEnd: false))
    }
    newest = all.values.map(\.lastMoment).max() ?? newest
    let new = all.values.filter { (mine[$0.key] == nil) != (theirs[$0.key] == nil) }
    var coded = FinalCodes(all, registry: registry)
    let recoded = coded.settle(new, after: newest)
    for (key, change) in recoded {
      guard let record = all[key] else { continue }
      all[key] = record.merged(with: [change])
      missing[key, default: []].append(change)
      newest = max(newest, change.at)
    }
    taken = missing.compactMap { key, changes in
      all[key].map { Taken(record: $0, changes: changes, slot: mine[key]?.slot) }
    }.sorted { ($0.record.code, $0.record.key) < ($1.record.code, $1.record.key) }
    tell(boths, all, new: new.map(\.key), isMine: { mine[$0] != nil }, recoded: recoded)
    report.changes = taken.reduce(0) { $0 + $1.changes.count }
  }

  // MARK: - The report

  private mutating func tell(
    _ boths: [CopyReport.Both], _ all: [String: Record], new: [String],
    isMine: (String) -> Bool, recoded: [String: Change]
  ) {
    let order: (Record, Record) -> Bool = { one, other in
      (SortKey(code: one.code), one.key) < (SortKey(code: other.code), other.key)
    }
    let mains = CopyUnion.mains(of: boths)
    let makers = Set(new.compactMap { all[$0]?.changes.first?.batch })
    for both in boths.sorted(by: { order($0.record, $1.record) }) {
      var both = both
      both.record = all[both.record.key] ?? both.record
      both.isOtherEnd = (both.onlyInA + both.onlyInB).allSatisfy { change in
        (change.onlyLinks && !makers.contains(change.batchOrSelf))
          || mains[change.batchOrSelf, default: both.record.key] != both.record.key
      }
      report.add(both)
    }
    for record in new.compactMap({ all[$0] }).sorted(by: order) {
      let old = record.changes.first?.edits.compactMap(\.codeGiven).first
      report.added.append(
        CopyReport.Added(
          key: record.key, code: record.code,
          oldCode: recoded[record.key] == nil ? nil : old,
          title: record.fields[.title].text ?? "",
          province: record.fields[.province].text ?? "", copy: isMine(record.key) ? .a : .b))
    }
    let likeness = TitleLikeness(all.values.lazy.map { $0.fields[.title].text ?? "" })
    report.suspect { one, other in
      likeness.percent(one.title, other.title) >= TitleLikeness.suspicious
    }
  }

  /// For each batch that merges a record into another, the record it is about.
  private static func mains(of boths: [CopyReport.Both]) -> [String: String] {
    var mains: [String: String] = [:]
    for both in boths {
      for change in both.onlyInA + both.onlyInB where change.mergesAway {
        mains[change.batchOrSelf] = both.record.key
      }
    }
    return mains
  }
}

extension Change {
  fileprivate var onlyLinks: Bool { edits.allSatisfy(\.isLink) }

  fileprivate var mergesAway: Bool {
    edits.contains { edit in
      if case .set(Field.mergedInto.rawValue, _, let to) = edit { !to.isEmpty } else { false }
    }
  }
}

extension Edit {
  fileprivate var isLink: Bool { field == Field.links.rawValue }

  fileprivate var codeGiven: String? {
    if case .set(Field.code.rawValue, _, let to) = self { to.text } else { nil }
  }
}

/// Gives new records of either copy codes that stand: no code is given twice, none is used again.
struct FinalCodes {
  private let all: [String: Record]
  private let registry: Registry
  /// The highest number by what stands before it.
  private var highest: [String: Int] = [:]
  /// By province, how many codes begin with which letters.
  private var letters: [String: [String: Int]] = [:]

  init(_ all: [String: Record], registry: Registry) {
    (self.all, self.registry) = (all, registry)
    for record in all.values {
      let code = record.code
      guard let prefix = RecordCodes.prefix(of: code), !RecordCodes.isProvisional(code) else {
        continue
      }
      highest[prefix] = max(highest[prefix] ?? 0, Int(code.dropFirst(prefix.count)) ?? 0)
      if let province = record.fields[.province].text, let name = RecordCodes.letters(of: code) {
        letters[province, default: [:]][name, default: 0] += 1
      }
    }
  }

  /// The changes that give `new` records other codes, by key: provisional codes, and codes that two
  /// records have, of which the one made first keeps it.
  mutating func settle(_ new: [Record], after newest: Moment) -> [String: Change] {
    var holders: [String: [Record]] = [:]
    for record in all.values { holders[record.code, default: []].append(record) }
    var changes: [String: Change] = [:]
    for record in new.sorted(by: FinalCodes.isFirst) {
      let rivals = holders[record.code] ?? []
      let isKept =
        !RecordCodes.isProvisional(record.code)
        && rivals.allSatisfy { $0.key == record.key || FinalCodes.isFirst(record, $0) }
      if isKept { continue }
      let prefix = prefix(for: record)
      let number = (highest[prefix] ?? 0) + 1
      highest[prefix] = number
      let code = RecordCodes.code(prefix: prefix, number: number)
      changes[record.key] = FinalCodes.change(record, to: code, after: newest)
    }
    return changes
  }

  /// The same on every machine: who merges the same copies elsewhere makes the same change.
  private static func change(_ record: Record, to code: String, after newest: Moment) -> Change {
    Change(
      id: "code-\(record.key)-\(code)", at: Moment(milliseconds: newest.milliseconds + 1),
      by: "dondoc", after: record.newest,
      edits: [.set(.code, from: .text(record.code), to: .text(code))])
  }

  private static func isFirst(_ one: Record, _ other: Record) -> Bool {
    let (here, there) = (one.changes.first?.at, other.changes.first?.at)
    return (here ?? Moment(milliseconds: 0), one.key) < (
      there ?? Moment(milliseconds: 0), other.key
    )
  }

  /// As its session's code begins, else by its province and the year it was raised.
  private func prefix(for record: Record) -> String {
    if !RecordCodes.isProvisional(record.code), let own = RecordCodes.prefix(of: record.code) {
      return own
    }
    if let session = record.fields[.session].text.flatMap({ all[$0] }),
      !RecordCodes.isProvisional(session.code), let own = RecordCodes.prefix(of: session.code)
    {
      return own
    }
    let province = record.fields[.province].text ?? ""
    let used = letters[province]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    let name =
      used ?? registry[.provinces][province]?.letters?.uppercased()
      ?? RecordCodes.initials(of: province)
    let raised = record.fields[.raisedOn].text.flatMap { Day($0) }
    let year = raised?.year ?? record.changes.first?.at.day.year ?? 0
    return RecordCodes.prefix(letters: name, year: year)
  }
}
