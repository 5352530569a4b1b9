internal import Vietnamese

/// How the work goes: what came in and was done each month, how old the open work is, with whom it
/// waits, what happened in the last days, and what is worst. Counted together with the boxes.
package struct Course: Hashable, Sendable {
  package struct Month: Hashable, Sendable {
    package var first: Day
    package var raised = 0
    package var done = 0
  }

  /// Open work by the days since it was raised.
  package enum Age: String, CaseIterable, Sendable {
    case month, quarter, half, year, older, unknown
  }

  package struct Held: Hashable, Sendable {
    package var count = 0
    /// Days since their statuses began, together; of those whose day is known.
    package var days = 0
  }

  /// What happened in the last seven days, today among them; of each record the newest time.
  package enum Recent: String, CaseIterable, Sendable {
    case raised, done, extended, chased, carriedOver
  }

  package struct Overdue: Hashable, Sendable {
    package var place: RowPlace
    package var days: Int
  }

  package static let monthCount = 24
  package static let mostOverdue = 8
  /// Days of ``Recent``.
  package static let recentDays = 7

  package let today: Day
  /// The months up to this one, in order.
  package private(set) var months: [Month]
  private var ages = Array(repeating: 0, count: Age.allCases.count)
  private var held = Array(repeating: Held(), count: Holder.allCases.count)
  private var recent = Array(repeating: 0, count: Recent.allCases.count)
  /// The most overdue, the longest first.
  package private(set) var worst: [Overdue] = []

  init(today: Day = Day(ordinal: 0)) {
    self.today = today
    let last = today.year * 12 + today.civil.month - 1
    months = (last - Course.monthCount + 1...last).compactMap { index in
      Day(year: index / 12, month: index % 12 + 1, day: 1).map { Month(first: $0) }
    }
  }

  package func count(_ age: Age) -> Int { ages[age.place] }
  package func held(by holder: Holder) -> Held { held[holder.place] }
  package func count(_ event: Recent) -> Int { recent[event.place] }

  mutating func count(_ row: Row, at place: RowPlace, _ state: DeadlineState, _ holder: Holder?) {
    if let raised = row.raisedOn, let month = month(of: raised) { months[month].raised += 1 }
    if let done = row.doneOn, let month = month(of: done) { months[month].done += 1 }
    countRecent(row)
    guard row.status.isOpen else { return }
    ages[Age(row.raisedOn.map { today.ordinal - $0.ordinal }).place] += 1
    if let holder {
      held[holder.place].count += 1
      held[holder.place].days += row.standsSince.map { max(0, today.ordinal - $0.ordinal) } ?? 0
    }
    if case .overdue(let days) = state { keep(Overdue(place: place, days: days)) }
  }

  private func month(of day: Day) -> Int? {
    guard let first = months.first?.first, day >= first, day <= today.lastOfMonth else {
      return nil
    }
    let civil = day.civil
    return civil.year * 12 + civil.month - first.year * 12 - first.civil.month
  }

  private mutating func countRecent(_ row: Row) {
    for event in Recent.allCases {
      if event == .carriedOver && row.status != .carriedOver { continue }
      let ordinal = Int(event.dayField.ordinal(row))
      if firstRecentDay.ordinal <= ordinal && ordinal <= today.ordinal { recent[event.place] += 1 }
    }
  }

  package var firstRecentDay: Day { Day(ordinal: today.ordinal - Course.recentDays + 1) }

  private mutating func keep(_ overdue: Overdue) {
    if worst.count == Course.mostOverdue, let last = worst.last, last.days >= overdue.days {
      return
    }
    let index = worst.firstIndex { $0.days < overdue.days } ?? worst.endIndex
    worst.insert(overdue, at: index)
    if worst.count > Course.mostOverdue { worst.removeLast() }
  }
}

extension Course.Recent {
  fileprivate var place: Int { Course.Recent.allCases.firstIndex(of: self) ?? 0 }

  package var dayField: DayField {
    switch self {
    case .raised: .raised
    case .done: .done
    case .extended: .extended
    case .chased: .chased
    case .carriedOver: .since
    }
  }
}

extension Course.Age {
  fileprivate var place: Int { Course.Age.allCases.firstIndex(of: self) ?? 0 }

  /// The days it reaches from and to; nil for a day nobody wrote down.
  package var days: ClosedRange<Int>? {
    switch self {
    case .month: Int.min...30
    case .quarter: 31...90
    case .half: 91...180
    case .year: 181...365
    case .older: 366...Int.max
    case .unknown: nil
    }
  }

  init(_ days: Int?) {
    guard let days else {
      self = .unknown
      return
    }
    self = Course.Age.allCases.first { $0.days?.contains(days) == true } ?? .older
  }
}

extension Holder {
  fileprivate var place: Int { Holder.allCases.firstIndex(of: self) ?? 0 }
}
