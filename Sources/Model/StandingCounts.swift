/// What the screens that count know of each file, kept until the file is another one or the day, the
/// limits or the ladder are.
///
/// Of the figures only the sums are kept: a file that changed is taken away from them as it was and
/// added as it is. About a megabyte for 100 000 records.
package struct StandingCounts: Equatable, Sendable {
  /// What all of it was counted for; marks have no part in it.
  private var context: QueryContext?
  /// By slot; nil where nothing is counted.
  private var counted: [Chunk?] = []
  private var sums: Sums?
  private var notable: [Sums.Notable] = []
  private var files: [AgendaDays.File] = []
  package private(set) var mentions: [Mentions] = []
  private var statuses: [[Status]] = []
  /// How many files were counted so far.
  package private(set) var countings = 0

  package init() {}

  /// Counts what changed; false when that was all. At most about so many rows are looked at.
  package mutating func follow(
    _ register: Register, _ context: QueryContext, atMost rows: Int = .max
  ) -> Bool {
    begin(register, context)
    var seen = 0
    var reader: AgendaDays.Reader?
    for slot in counted.indices {
      let chunk = register.chunk(inSlot: slot)
      guard chunk !== counted[slot] else { continue }
      guard seen < rows else { return true }
      seen += chunk?.rows.count ?? 0
      let days = reader ?? AgendaDays.Reader(register.registry, chasing: context)
      reader = days
      count(chunk, in: slot, days)
    }
    return false
  }

  /// For another day all is forgotten; slots that were added have nothing yet.
  private mutating func begin(_ register: Register, _ context: QueryContext) {
    var context = context
    context.marks = Marks()
    if sums == nil || self.context != context {
      self = StandingCounts(forgetting: self)
      self.context = context
      sums = Sums(register.registry, context: context)
    }
    for slot in counted.count..<max(counted.count, register.chunks.count) {
      counted.append(nil)
      notable.append(Sums.Notable())
      files.append(AgendaDays.File(slot: slot))
      mentions.append(Mentions(of: StandingCounts.nothing))
      statuses.append([])
    }
  }

  private init(forgetting former: StandingCounts) { countings = former.countings }

  private static let nothing = Chunk(path: "")

  private mutating func count(_ chunk: Chunk?, in slot: Int, _ reader: AgendaDays.Reader) {
    if let old = counted[slot] {
      sums?.count(old.rows.indices, of: old, slot: slot, times: -1)
    }
    let new = chunk ?? StandingCounts.nothing
    notable[slot] = sums?.count(new.rows.indices, of: new, slot: slot) ?? Sums.Notable()
    files[slot] = reader.file(new.rows.indices, of: new, slot: slot)
    mentions[slot] = Mentions(of: new)
    statuses[slot] = new.rows.map(\.status)
    counted[slot] = chunk
    countings += 1
  }
}

// MARK: - What is known, as far as it was followed

extension StandingCounts {
  package func statistics(in registry: Registry) -> Statistics? {
    guard let sums else { return nil }
    var all = Sums.Notable()
    for notable in notable { all.append(notable) }
    return Statistics(sums, all, in: registry)
  }

  package var days: AgendaDays { AgendaDays(files) }
  package var statusColumn: StatusColumn { StatusColumn(statuses) }
}

/// The statuses of all rows in one run: what deals a hundred thousand into columns looks at nothing
/// else of them.
package struct StatusColumn: Sendable {
  private var statuses: [Status] = []
  private var starts: [Int] = [0]

  fileprivate init(_ slots: [[Status]]) {
    for slot in slots {
      statuses += slot
      starts.append(statuses.count)
    }
  }

  package var count: Int { statuses.count }

  /// Where a row stands among all; nil for one that is in no list.
  package func index(of place: RowPlace) -> Int? {
    let slot = Int(place.slot)
    guard slot + 1 < starts.count else { return nil }
    let index = starts[slot] + Int(place.index)
    return index < starts[slot + 1] ? index : nil
  }

  package subscript(index: Int) -> Status { statuses[index] }
}
