/// Records counted in boxes, in all and by what they have in common.
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
  package var boxes: Boxes { boxes(by: basis) }
  package let basis: DeadlineBasis
  private let byBasis: [DeadlineBasis: Boxes]
  package let moved: [Moved]
  package let course: Course
  private let tables: [Dimension: [Line]]

  /// Counts the records at `places` in one pass, by either deadline; lines are by `basis`.
  package init(
    of places: [RowPlace], in register: Register, context: QueryContext,
    basis: DeadlineBasis = .adjusted
  ) {
    var sums = Sums(register.registry, context: context, basis: basis)
    var notable = Sums.Notable()
    for run in places.runs {
      guard let chunk = register.chunk(inSlot: run.slot) else { continue }
      notable.append(sums.count(run.indices, of: chunk, slot: run.slot))
    }
    self.init(sums, notable, in: register.registry)
  }

  /// What was added up. Linear in the registry.
  package init(_ sums: Sums, _ notable: Sums.Notable, in registry: Registry) {
    basis = sums.basis
    byBasis = Dictionary(
      uniqueKeysWithValues: DeadlineBasis.allCases.map { ($0, sums.boxes(by: $0)) })
    moved = notable.moved
    course = sums.course.telling(notable.worst)
    tables = sums.tables(registry)
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

extension Row {
  /// The state by another deadline than the row's own.
  package func deadlineState(on today: Day, limits: DueSoonLimits, due: Day) -> DeadlineState {
    DeadlineFacts(status: status, kind: kind, due: due, doneOn: doneOn, recurrence: recurrence)
      .state(on: today, limits: limits)
  }
}
