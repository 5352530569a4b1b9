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
  package let entries: [Entry]
  /// Open, without a day of any sort.
  package let undated: [RowPlace]

  /// Of the open records at `places`, from the first day to the last, both included.
  ///
  /// The period of what recurs bounds its issues; where there is none, they go on to the last day
  /// asked for and no further. Days of chasing are left out without `chasing`.
  package init(
    _ places: [RowPlace], in register: Register, from: Day, to: Day,
    chasing: QueryContext? = nil
  ) {
    self.init(AgendaDays(places, in: register, chasing: chasing), from: from, to: to)
  }

  package init(_ days: AgendaDays, from: Day, to: Day) {
    entries = days.entries(from: from, to: to)
    undated = days.undated
  }

  /// Those of one day, found in a time that hardly depends on how many there are.
  package func entries(on day: Day) -> ArraySlice<Entry> {
    entries[place(of: day)..<place(of: Day(ordinal: day.ordinal + 1))]
  }

  /// How many come before `day`.
  private func place(of day: Day) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].day < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// An anniversary year is called to mind at the start of each quarter, and ends with the year.
  static func quarters(of due: Day) -> [Day] {
    [1, 4, 7, 10].compactMap { Day(year: due.year, month: $0, day: 1) } + [due]
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
