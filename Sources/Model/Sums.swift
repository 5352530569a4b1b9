/// Figures that rows are added to, and taken away from again: the one place that counts them.
///
/// Counts by the places of entries, which costs no text; ids are looked up at the end.
package struct Sums: Equatable, Sendable {
  /// What is told of single records beside the figures.
  package struct Notable: Hashable, Sendable {
    /// In the order they were counted.
    package var moved: [Statistics.Moved] = []
    package var worst = Course.Worst()

    package init() {}

    /// Of rows that come behind these.
    mutating func append(_ other: Notable) {
      moved += other.moved
      worst.append(other.worst)
    }
  }

  package let basis: DeadlineBasis
  private let limits: DueSoonLimits
  private let sides: UnitSides
  private var adjusted = Boxes()
  private var original = Boxes()
  private(set) var course: Course
  private var counters: Counters

  package init(
    _ registry: Registry, context: QueryContext, basis: DeadlineBasis = .adjusted
  ) {
    self.basis = basis
    limits = context.limits
    sides = UnitSides(registry)
    course = Course(today: context.today)
    counters = Counters(registry)
  }

  func boxes(by basis: DeadlineBasis) -> Boxes {
    switch basis {
    case .adjusted: adjusted
    case .original: original
    }
  }

  func tables(_ registry: Registry) -> [Statistics.Dimension: [Statistics.Line]] {
    counters.tables(registry)
  }

  /// Adds these rows of a chunk, those in the bin left out; `times` -1 takes them away again.
  @discardableResult
  package mutating func count(
    _ indices: some Sequence<Int>, of chunk: Chunk, slot: Int, times: Int = 1
  ) -> Notable {
    var notable = Notable()
    for index in indices where index < chunk.rows.count {
      let row = chunk.rows[index]
      let state = row.deadlineState(on: course.today, limits: limits)
      let box = state.box
      var first = box
      if row.flags.contains(.isExtended), let due = row.originalDue {
        first = row.deadlineState(on: course.today, limits: limits, due: due).box
        if first != box {
          let place = RowPlace(slot: slot, index: index)
          notable.moved.append(Statistics.Moved(place: place, adjusted: box, original: first))
        }
      }
      adjusted.add(box, times: times)
      original.add(first, times: times)
      let holder = sides.holder(of: row)
      counters.count(row, chunk, basis == .original ? first : box, holder, times)
      course.count(row, holder, times)
      if case .overdue(let days) = state, row.status.isOpen {
        notable.worst.keep(
          Course.Overdue(place: RowPlace(slot: slot, index: index), days: days))
      }
    }
    return notable
  }
}

/// A number for each entry of each dimension and each box, in one run.
private struct Counters: Equatable, Sendable {
  private struct Stray: Hashable, Sendable {
    let dimension: Statistics.Dimension
    let id: String
  }

  private var counts: [Int]
  /// Where each dimension begins, and where the last one ends.
  private let starts: [Int]
  private var strays: [Stray: Boxes] = [:]
  private static let boxes = Box.allCases

  init(_ registry: Registry) {
    var starts = [0]
    for dimension in Statistics.Dimension.allCases {
      let lines = dimension.lines(in: registry)
      starts.append(starts[starts.count - 1] + lines * Counters.boxes.count)
    }
    self.starts = starts
    counts = Array(repeating: 0, count: starts[starts.count - 1])
  }

  /// A record stands once under each of its counterparts, and once under everything else.
  mutating func count(_ row: Row, _ chunk: Chunk, _ box: Box, _ holder: Holder?, _ times: Int) {
    count(.province, row.province, chunk, box, times)
    count(.lead, row.lead, chunk, box, times)
    count(.category, row.category, chunk, box, times)
    count(.programme, row.programme, chunk, box, times)
    for place in chunk.counterparts(row) { count(.counterpart, place, chunk, box, times) }
    add(.status, row.status.place, box, times)
    if let holder { add(.holder, holder.place, box, times) }
  }

  private mutating func count(
    _ dimension: Statistics.Dimension, _ place: EntryPlace, _ chunk: Chunk, _ box: Box,
    _ times: Int
  ) {
    if let stray = place.strayIndex, stray < chunk.strays.count {
      strays[Stray(dimension: dimension, id: chunk.strays[stray]), default: Boxes()]
        .add(box, times: times)
    } else {
      add(dimension, place == .none ? 0 : Int(place.raw) + 1, box, times)
    }
  }

  /// Line 0 stands for none, where a dimension has that; so does what the registry has no line for.
  private mutating func add(
    _ dimension: Statistics.Dimension, _ line: Int, _ box: Box, _ times: Int
  ) {
    let start = starts[dimension.place]
    let index = start + line * Counters.boxes.count
    let isKnown = index < starts[dimension.place + 1]
    counts[(isKnown ? index : start) + box.place] += times
  }

  func tables(_ registry: Registry) -> [Statistics.Dimension: [Statistics.Line]] {
    var tables: [Statistics.Dimension: [Statistics.Line]] = [:]
    for (stray, boxes) in strays where boxes.total > 0 {
      tables[stray.dimension, default: []].append(Statistics.Line(id: stray.id, boxes: boxes))
    }
    for dimension in Statistics.Dimension.allCases {
      let run = starts[dimension.place]..<starts[dimension.place + 1]
      for (line, start) in stride(
        from: run.lowerBound, to: run.upperBound, by: Counters.boxes.count
      )
      .enumerated() {
        var boxes = Boxes()
        for box in Counters.boxes { boxes.add(box, times: counts[start + box.place]) }
        guard boxes.total > 0 else { continue }
        let id = dimension.id(ofLine: line, in: registry)
        tables[dimension, default: []].append(Statistics.Line(id: id, boxes: boxes))
      }
      tables[dimension]?.sort(by: Counters.isBefore)
    }
    return tables
  }

  private static func isBefore(_ one: Statistics.Line, _ other: Statistics.Line) -> Bool {
    guard let here = one.id else { return false }
    guard let there = other.id else { return true }
    return one.boxes.total == other.boxes.total
      ? here < there : one.boxes.total > other.boxes.total
  }
}

extension Statistics.Dimension {
  /// Its place among all.
  fileprivate var place: Int {
    switch self {
    case .province: 0
    case .lead: 1
    case .category: 2
    case .status: 3
    case .holder: 4
    case .counterpart: 5
    case .programme: 6
    }
  }

  /// The table its entries are of; nil where it has none.
  private func entries(in registry: Registry) -> [RegistryEntry]? {
    switch self {
    case .province: registry[.provinces].entries
    case .lead: registry[.units].entries
    case .category: registry[.categories].entries
    case .counterpart: registry[.counterparts].entries
    case .status, .holder, .programme: nil
    }
  }

  /// How many lines it may have, that of what has none among them.
  fileprivate func lines(in registry: Registry) -> Int {
    switch self {
    case .province, .lead, .category, .counterpart: (entries(in: registry)?.count ?? 0) + 1
    case .programme: registry.programmes.count + 1
    case .status: Status.allCases.count
    case .holder: Holder.allCases.count
    }
  }

  fileprivate func id(ofLine line: Int, in registry: Registry) -> String? {
    switch self {
    case .province, .lead, .category, .counterpart:
      line == 0 ? nil : entries(in: registry)?[line - 1].id
    case .programme: line == 0 ? nil : registry.programmes[line - 1].id
    case .status: Status.allCases[line].rawValue
    case .holder: Holder.allCases[line].rawValue
    }
  }
}
