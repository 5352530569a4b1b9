/// Records counted in boxes, in all and by what they have in common. The one place that does.
package struct Statistics: Hashable, Sendable {
  /// What records are counted by.
  package enum Dimension: String, CaseIterable, Sendable {
    case province, lead, category, status, holder, counterpart, programme
  }

  package struct Line: Hashable, Sendable {
    /// An id of the registry or a raw value; nil for records that have none.
    package var id: String?
    package var boxes: Boxes
  }

  /// A record that stands in another box by its first deadline.
  package struct Moved: Hashable, Sendable {
    package var place: RowPlace
    package var adjusted: Box
    package var original: Box
  }

  /// By the deadline that was asked for.
  package var boxes: Boxes { byBasis[basis] ?? Boxes() }
  package let basis: DeadlineBasis
  private var byBasis: [DeadlineBasis: Boxes] = [:]
  package private(set) var moved: [Moved] = []
  package private(set) var course = Course()
  private var tables: [Dimension: [Line]] = [:]

  /// Counts the records at `places` in one pass, by either deadline; lines are by `basis`.
  package init(
    of places: [RowPlace], in register: Register, context: QueryContext,
    basis: DeadlineBasis = .adjusted
  ) {
    self.basis = basis
    var (adjusted, first) = (Boxes(), Boxes())
    let sides = UnitSides(register.registry)
    var counters = Counters()
    course = Course(today: context.today)
    for place in places {
      guard let (chunk, row) = register.row(at: place) else { continue }
      let state = row.deadlineState(on: context.today, limits: context.limits)
      var (box, original) = (state.box, state.box)
      if row.flags.contains(.isExtended), let due = row.originalDue {
        original = row.deadlineState(on: context.today, limits: context.limits, due: due).box
        if original != box {
          moved.append(Moved(place: place, adjusted: box, original: original))
        }
      }
      adjusted.add(box)
      first.add(original)
      if basis == .original { box = original }
      let holder = sides.holder(of: row)
      counters.count(row, chunk, box, holder)
      course.count(row, at: place, state, holder)
    }
    byBasis = [.adjusted: adjusted, .original: first]
    tables = counters.tables(register)
  }

  package func boxes(by basis: DeadlineBasis) -> Boxes { byBasis[basis] ?? Boxes() }

  /// The codes of the records that stand in another box by their original deadline.
  package func movedCodes(in register: Register) -> [String] {
    moved.compactMap { moved in
      register.row(at: moved.place).map { chunk, row in chunk.code(row) }
    }
  }

  /// The lines of one dimension, the fullest first; those without an id last.
  package func lines(_ dimension: Dimension) -> [Line] { tables[dimension] ?? [] }
}

/// Counts by the places of entries, which costs no text; ids are looked up at the end.
private struct Counters {
  private var byPlace: [Statistics.Dimension: [Int]] = [:]
  private var strays: [Statistics.Dimension: [String: Boxes]] = [:]
  private static let boxes = Box.allCases

  mutating func count(_ row: Row, _ chunk: Chunk, _ box: Box, _ holder: Holder?) {
    count(.province, row.province, chunk, box)
    count(.lead, row.lead, chunk, box)
    count(.category, row.category, chunk, box)
    count(.programme, row.programme, chunk, box)
    for place in chunk.counterparts(row) { count(.counterpart, place, chunk, box) }
    add(.status, Status.allCases.firstIndex(of: row.status) ?? 0, box)
    if let holder { add(.holder, Holder.allCases.firstIndex(of: holder) ?? 0, box) }
  }

  /// A record stands once under each of its counterparts, and once under everything else.
  private mutating func count(
    _ dimension: Statistics.Dimension, _ place: EntryPlace, _ chunk: Chunk, _ box: Box
  ) {
    if let stray = place.strayIndex, stray < chunk.strays.count {
      strays[dimension, default: [:]][chunk.strays[stray], default: Boxes()].add(box)
    } else {
      add(dimension, place == .none ? 0 : Int(place.raw) + 1, box)
    }
  }

  /// Place 0 stands for none, where a dimension has that.
  private mutating func add(_ dimension: Statistics.Dimension, _ place: Int, _ box: Box) {
    let index = place * Counters.boxes.count + box.place
    byPlace[dimension, default: []].count(at: index)
  }

  func tables(_ register: Register) -> [Statistics.Dimension: [Statistics.Line]] {
    var tables: [Statistics.Dimension: [Statistics.Line]] = [:]
    for dimension in Statistics.Dimension.allCases {
      var lines = (strays[dimension] ?? [:]).map { Statistics.Line(id: $0.key, boxes: $0.value) }
      let counts = byPlace[dimension] ?? []
      for start in stride(from: 0, to: counts.count, by: Counters.boxes.count) {
        var boxes = Boxes()
        for box in Counters.boxes where start + box.place < counts.count {
          boxes.add(box, times: counts[start + box.place])
        }
        guard boxes.total > 0 else { continue }
        let id = Counters.id(dimension, start / Counters.boxes.count, register)
        lines.append(Statistics.Line(id: id, boxes: boxes))
      }
      tables[dimension] = lines.sorted(by: Counters.isBefore)
    }
    return tables
  }

  private static func id(
    _ dimension: Statistics.Dimension, _ place: Int, _ register: Register
  ) -> String? {
    func entry(_ kind: RegistryKind) -> String? {
      let entries = register.registry[kind].entries
      return entries.indices.contains(place - 1) ? entries[place - 1].id : nil
    }
    switch dimension {
    case .province: return entry(.provinces)
    case .lead: return entry(.units)
    case .category: return entry(.categories)
    case .counterpart: return entry(.counterparts)
    case .programme:
      let programmes = register.registry.programmes
      return programmes.indices.contains(place - 1) ? programmes[place - 1].id : nil
    case .status: return Status.allCases[place].rawValue
    case .holder: return Holder.allCases[place].rawValue
    }
  }

  private static func isBefore(_ one: Statistics.Line, _ other: Statistics.Line) -> Bool {
    guard let here = one.id else { return false }
    guard let there = other.id else { return true }
    return one.boxes.total == other.boxes.total
      ? here < there : one.boxes.total > other.boxes.total
  }
}

extension [Int] {
  fileprivate mutating func count(at index: Int) {
    if index >= count { append(contentsOf: repeatElement(0, count: index + 1 - count)) }
    self[index] += 1
  }
}

extension Row {
  /// The state by another deadline than the row's own.
  package func deadlineState(on today: Day, limits: DueSoonLimits, due: Day) -> DeadlineState {
    DeadlineFacts(status: status, kind: kind, due: due, doneOn: doneOn, recurrence: recurrence)
      .state(on: today, limits: limits)
  }
}
