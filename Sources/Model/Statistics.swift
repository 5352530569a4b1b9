/// Records counted in boxes, in all and by what they have in common. The one place that does.
package struct Statistics: Sendable {
  /// What records are counted by.
  package enum Dimension: String, CaseIterable, Sendable {
    case province, lead, category, status, holder, counterpart
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

  package private(set) var boxes = Boxes()
  package private(set) var moved: [Moved] = []
  private var tables: [Dimension: [String?: Boxes]] = [:]

  /// Counts the records at `places`. Linear in them.
  ///
  /// `originalDue` is asked for records whose deadline was moved, and no others: rows do not hold
  /// the first one. It gives nil where that cannot be read, and then the record stays in its box.
  package init(
    of places: [RowPlace], in register: Register, context: QueryContext,
    basis: DeadlineBasis = .adjusted, originalDue: (RowPlace) -> Day?
  ) {
    let sides = UnitSides(register.registry)
    for place in places {
      guard let (chunk, row) = register.row(at: place) else { continue }
      let adjusted = row.deadlineState(on: context.today, limits: context.limits).box
      var box = adjusted
      if row.flags.contains(.isExtended), let due = originalDue(place) {
        let original = row.deadlineState(on: context.today, limits: context.limits, due: due).box
        if original != adjusted {
          moved.append(Moved(place: place, adjusted: adjusted, original: original))
        }
        if basis == .original { box = original }
      }
      boxes.add(box)
      for dimension in Dimension.allCases {
        for id in Statistics.ids(dimension, row, chunk, register, sides) {
          tables[dimension, default: [:]][id, default: Boxes()].add(box)
        }
      }
    }
  }

  /// A record stands once under each of its counterparts, and once under everything else.
  private static func ids(
    _ dimension: Dimension, _ row: Row, _ chunk: Chunk, _ register: Register, _ sides: UnitSides
  ) -> [String?] {
    switch dimension {
    case .province: [register.id(row.province, in: .provinces, chunk: chunk)]
    case .lead: [register.id(row.lead, in: .units, chunk: chunk)]
    case .category: [register.id(row.category, in: .categories, chunk: chunk)]
    case .status: [row.status.rawValue]
    case .holder: sides.holder(of: row).map { [$0.rawValue] } ?? []
    case .counterpart:
      chunk.counterparts(row).map { register.id($0, in: .counterparts, chunk: chunk) }
    }
  }

  /// The lines of one dimension, the fullest first; those without an id last.
  package func lines(_ dimension: Dimension) -> [Line] {
    let lines = (tables[dimension] ?? [:]).map { Line(id: $0.key, boxes: $0.value) }
    return lines.sorted { one, other in
      guard let here = one.id else { return false }
      guard let there = other.id else { return true }
      return one.boxes.total == other.boxes.total
        ? here < there : one.boxes.total > other.boxes.total
    }
  }
}

extension Row {
  /// The state by another deadline than the row's own.
  package func deadlineState(on today: Day, limits: DueSoonLimits, due: Day) -> DeadlineState {
    DeadlineFacts(status: status, kind: kind, due: due, doneOn: doneOn, recurrence: recurrence)
      .state(on: today, limits: limits)
  }
}
