/// What happens on which day, and what has no day yet. Source: domain.md §5, §12.
package struct Agenda: Hashable, Sendable {
  package enum Sort: String, CaseIterable, Sendable {
    case deadline, event, anniversary, recurring
    /// The next step of the ladder: today where its time has come, or the day of the reply.
    case chase
  }

  package struct Entry: Hashable, Sendable {
    package var day: Day
    package var sort: Sort
    package var place: RowPlace
    package var precision: DatePrecision
  }

  /// By day, then in the order the records came.
  package private(set) var entries: [Entry] = []
  /// Open, without a day of any sort.
  package private(set) var undated: [RowPlace] = []

  /// Of the open records at `places`, from the first day to the last, both included.
  ///
  /// The period of what recurs bounds its issues; where there is none, they go on to the last day
  /// asked for and no further. Days of chasing are left out without `chasing`.
  package init(
    _ places: [RowPlace], in register: Register, from: Day, to: Day,
    chasing: QueryContext? = nil
  ) {
    let test = chasing.map { ChaseTest(register.registry, context: $0) }
    for place in places {
      guard let (chunk, row) = register.row(at: place), row.status.isOpen else { continue }
      if let test, let chasing, let day = test.day(of: row, today: chasing.today) {
        add([day], .chase, place, .day, from, to)
      }
      let recurs = row.recurrence.map { $0 != .ongoing } ?? false
      if let due = row.due {
        let isYear = row.duePrecision == .year && Agenda.isAnniversary(chunk.title(row))
        let days = isYear ? Agenda.quarters(of: due) : [due]
        let sort: Sort = isYear ? .anniversary : row.kind == .event ? .event : .deadline
        add(days, sort, place, row.duePrecision, from, to)
      } else if recurs, let recurrence = row.recurrence {
        let first = max(from, row.periodStart ?? from)
        let last = min(to, row.periodEnd ?? to)
        let days = Agenda.issues(recurrence, from: first, to: last)
        add(days, .recurring, place, .day, from, to)
      } else {
        undated.append(place)
      }
    }
    entries = entries.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element)
  }

  private mutating func add(
    _ days: [Day], _ sort: Sort, _ place: RowPlace, _ precision: DatePrecision, _ from: Day,
    _ to: Day
  ) {
    for day in days where from <= day && day <= to {
      entries.append(Entry(day: day, sort: sort, place: place, precision: precision))
    }
  }

  /// An anniversary year is called to mind at the start of each quarter, and ends with the year.
  private static func quarters(of due: Day) -> [Day] {
    [1, 4, 7, 10].compactMap { Day(year: due.year, month: $0, day: 1) } + [due]
  }

  private static func isAnniversary(_ title: String) -> Bool {
    SearchWord.fold(title).contains("namkyniem")
  }

  /// The last days of the months, quarters or years, each an issue of its own.
  static func issues(_ recurrence: Recurrence, from: Day, to: Day) -> [Day] {
    var days: [Day] = []
    var day = from
    while day <= to {
      let end: Day? =
        switch recurrence {
        case .monthly: day.lastOfMonth
        case .quarterly: day.lastOfQuarter
        case .annual: day.lastOfYear
        case .ongoing: nil
        }
      guard let end else { return [] }
      if end <= to { days.append(end) }
      day = Day(ordinal: end.ordinal + 1)
    }
    return days
  }
}
