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
  /// The day behind the last of them.
  private let endOfMonths: Day
  private var ages = Array(repeating: 0, count: Age.allCases.count)
  private var held = Array(repeating: Held(), count: Holder.allCases.count)
  private var recent = Array(repeating: 0, count: Recent.allCases.count)
  /// The most overdue, the longest first.
  package var worst: [Overdue] { kept.all }
  private var kept = Worst()

  init(today: Day = Day(ordinal: 0)) {
    self.today = today
    let last = today.year * 12 + today.civil.month - 1
    months = (last - Course.monthCount + 1...last).compactMap { index in
      Day(year: index / 12, month: index % 12 + 1, day: 1).map { Month(first: $0) }
    }
    endOfMonths = Day(ordinal: today.lastOfMonth.ordinal + 1)
  }

  package func count(_ age: Age) -> Int { ages[age.place] }
  package func held(by holder: Holder) -> Held { held[holder.place] }
  package func count(_ event: Recent) -> Int { recent[event.place] }

  /// The same with the most overdue records.
  func telling(_ worst: Worst) -> Course {
    var course = self
    course.kept = worst
    return course
  }

  mutating func count(_ row: Row, _ holder: Holder?, _ times: Int) {
    if let raised = row.raisedOn, let month = month(of: raised) { months[month].raised += times }
    if let done = row.doneOn, let month = month(of: done) { months[month].done += times }
    countRecent(row, times)
    guard row.status.isOpen else { return }
    ages[Age(row.raisedOn.map { today.ordinal - $0.ordinal }).place] += times
    if let holder {
      let days = row.standsSince.map { max(0, today.ordinal - $0.ordinal) } ?? 0
      held[holder.place].count += times
      held[holder.place].days += times * days
    }
  }

  /// Guessed from the longest month, and then one or two steps: rows are many.
  private func month(of day: Day) -> Int? {
    guard let first = months.first?.first, day >= first, day < endOfMonths else { return nil }
    var month = (day.ordinal - first.ordinal) / 31
    while month + 1 < months.count, months[month + 1].first <= day { month += 1 }
    return month
  }

  private mutating func countRecent(_ row: Row, _ times: Int) {
    for event in Recent.allCases {
      if event == .carriedOver && row.status != .carriedOver { continue }
      let ordinal = Int(event.dayField.ordinal(row))
      if firstRecentDay.ordinal <= ordinal && ordinal <= today.ordinal {
        recent[event.place] += times
      }
    }
  }

  package var firstRecentDay: Day { Day(ordinal: today.ordinal - Course.recentDays + 1) }
}

extension Course {
  /// The few records that are overdue the longest; of equals those that came first.
  package struct Worst: Hashable, Sendable {
    package private(set) var all: [Overdue] = []

    package init() {}

    mutating func keep(_ overdue: Overdue) {
      if all.count == Course.mostOverdue, let last = all.last, last.days >= overdue.days { return }
      let index = all.firstIndex { $0.days < overdue.days } ?? all.endIndex
      all.insert(overdue, at: index)
      if all.count > Course.mostOverdue { all.removeLast() }
    }

    mutating func append(_ other: Worst) {
      for overdue in other.all { keep(overdue) }
    }
  }
}

extension Course.Recent {
  fileprivate var place: Int {
    switch self {
    case .raised: 0
    case .done: 1
    case .extended: 2
    case .chased: 3
    case .carriedOver: 4
    }
  }

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
  fileprivate var place: Int {
    switch self {
    case .month: 0
    case .quarter: 1
    case .half: 2
    case .year: 3
    case .older: 4
    case .unknown: 5
    }
  }

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

  private static let known = allCases.compactMap { age in
    age.days.map { (age: age, upTo: $0.upperBound) }
  }

  init(_ days: Int?) {
    guard let days else {
      self = .unknown
      return
    }
    self = Course.Age.known.first { days <= $0.upTo }?.age ?? .older
  }
}

extension Holder {
  /// Its place among all.
  var place: Int {
    switch self {
    case .us: 0
    case .province: 1
    case .ministry: 2
    case .otherMinistry: 3
    case .foreign: 4
    }
  }
}
