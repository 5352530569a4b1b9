internal import Vietnamese

/// The days of open records, whatever span is asked for: read from each file once, so that another
/// month is a matter of finding its days.
package struct AgendaDays: Equatable, Sendable {
  /// One file's; its days in order.
  package struct File: Equatable, Sendable {
    let slot: Int
    fileprivate var dated: [Dated] = []
    fileprivate var recurring: [Recurring] = []
    /// Open, without a day of any sort.
    fileprivate var undated: [Int32] = []

    init(slot: Int) { self.slot = slot }
  }

  package private(set) var files: [File]

  /// Of the open records at `places`. Days of chasing are left out without `chasing`.
  package init(_ places: [RowPlace], in register: Register, chasing: QueryContext? = nil) {
    let reader = Reader(register.registry, chasing: chasing)
    files = places.runs.compactMap { run in
      register.chunk(inSlot: run.slot).map { reader.file(run.indices, of: $0, slot: run.slot) }
    }
  }

  package init(_ files: [File]) { self.files = files }

  /// In the order of the files.
  package var undated: [RowPlace] {
    var places: [RowPlace] = []
    places.reserveCapacity(files.reduce(0) { $0 + $1.undated.count })
    for file in files {
      for index in file.undated { places.append(RowPlace(slot: file.slot, index: Int(index))) }
    }
    return places
  }

  /// By day, then in the order the records came; both days included. Linear in what is found, in the
  /// days of the span and in the files.
  package func entries(from: Day, to: Day) -> [Agenda.Entry] {
    guard from <= to else { return [] }
    let runs = files.map { ($0.slot, $0.days(from: from, to: to)) }
    var starts = Array(repeating: 0, count: to.ordinal - from.ordinal + 2)
    for (_, run) in runs {
      for dated in run { starts[dated.ordinal - from.ordinal + 1] += 1 }
    }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    let nothing = Agenda.Entry(
      day: from, sort: .deadline, place: RowPlace(slot: 0, index: 0), precision: .day)
    var entries = Array(repeating: nothing, count: starts[starts.count - 1])
    for (slot, run) in runs {
      for dated in run {
        entries[starts[dated.ordinal - from.ordinal]] = dated.entry(inSlot: slot)
        starts[dated.ordinal - from.ordinal] += 1
      }
    }
    return entries
  }
}

extension AgendaDays {
  /// A day of a row in eight bytes, which are in the order of day and row: a hundred thousand are
  /// kept.
  fileprivate struct Dated: Comparable, Sendable {
    private let raw: UInt64

    init(_ day: Day, _ index: Int, _ sort: Agenda.Sort, _ precision: DatePrecision) {
      let day = UInt64(UInt32(bitPattern: Int32(truncatingIfNeeded: day.ordinal)) ^ 1 << 31)
      raw = day << 32 | UInt64(index) << 6 | UInt64(sort.rank) << 3 | UInt64(precision.rank)
    }

    /// What comes before every day from `day` on.
    init(before day: Day) { self.init(day, 0, Agenda.Sort.ranked[0], DatePrecision.allCases[0]) }

    static func < (one: Dated, other: Dated) -> Bool { one.raw < other.raw }

    var ordinal: Int { Int(Int32(bitPattern: UInt32(raw >> 32) ^ 1 << 31)) }

    func entry(inSlot slot: Int) -> Agenda.Entry {
      Agenda.Entry(
        day: Day(ordinal: ordinal), sort: Agenda.Sort.ranked[Int(raw >> 3 & 7)],
        place: RowPlace(slot: slot, index: Int(raw & 0xFFFF_FFFF) >> 6),
        precision: DatePrecision.allCases[Int(raw & 7)])
    }
  }

  /// What falls due again and again between two days, as far as they are known.
  fileprivate struct Recurring: Equatable, Sendable {
    let index: Int
    let recurrence: Recurrence
    let first: Day?
    let last: Day?
  }

  /// Reads the days of rows.
  package struct Reader: Sendable {
    private let test: ChaseTest?
    private let today: Day?

    package init(_ registry: Registry, chasing: QueryContext?) {
      test = chasing.map { ChaseTest(registry, context: $0) }
      today = chasing?.today
    }

    /// Rows that are not open, and those in the bin, have no days.
    package func file(_ indices: some Sequence<Int>, of chunk: Chunk, slot: Int) -> File {
      var file = File(slot: slot)
      for index in indices where index < chunk.rows.count && chunk.rows[index].status.isOpen {
        let row = chunk.rows[index]
        if let test, let today, let day = test.day(of: row, today: today) {
          file.dated.append(Dated(day, index, .chase, .day))
        }
        if let due = row.due {
          let isAnniversary = row.flags.contains(.isAnniversary)
          let sort: Agenda.Sort =
            isAnniversary ? .anniversary : row.kind == .event ? .event : .deadline
          let days = isAnniversary ? Agenda.quarters(of: due) : [due]
          for day in days { file.dated.append(Dated(day, index, sort, row.duePrecision)) }
        } else if let recurrence = row.recurrence, recurrence != .ongoing {
          file.recurring.append(
            Recurring(
              index: index, recurrence: recurrence, first: row.periodStart, last: row.periodEnd))
        } else {
          file.undated.append(Int32(truncatingIfNeeded: index))
        }
      }
      // Sorting makes a copy without the room that was left over.
      file.dated = file.dated.sorted()
      file.undated = file.undated.map(\.self)
      return file
    }
  }
}

extension AgendaDays.File {
  fileprivate func days(from: Day, to: Day) -> ArraySlice<AgendaDays.Dated> {
    let first = place(of: AgendaDays.Dated(before: from))
    let end = place(of: AgendaDays.Dated(before: Day(ordinal: to.ordinal + 1)))
    guard !recurring.isEmpty else { return dated[first..<end] }
    var days = Array(dated[first..<end])
    for recurring in recurring {
      let issues = Agenda.issues(
        recurring.recurrence, from: max(from, recurring.first ?? from),
        to: min(to, recurring.last ?? to))
      days += issues.map { AgendaDays.Dated($0, recurring.index, .recurring, .day) }
    }
    return days.sorted()[...]
  }

  /// How many come before `wanted`.
  private func place(of wanted: AgendaDays.Dated) -> Int {
    var (low, high) = (0, dated.count)
    while low < high {
      let middle = (low + high) / 2
      if dated[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Agenda.Sort {
  /// In the order the days of one record come, where several are the same.
  fileprivate static let ranked: [Agenda.Sort] = [
    .chase, .deadline, .event, .anniversary, .recurring,
  ]

  fileprivate var rank: Int {
    switch self {
    case .chase: 0
    case .deadline: 1
    case .event: 2
    case .anniversary: 3
    case .recurring: 4
    }
  }
}

extension DatePrecision {
  /// Its place among all.
  fileprivate var rank: Int {
    switch self {
    case .day: 0
    case .month: 1
    case .year: 2
    case .period: 3
    case .relative: 4
    }
  }
}
