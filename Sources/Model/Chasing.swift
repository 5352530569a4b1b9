internal import Vietnamese

/// A way to press somebody for an answer.
package enum ChaseChannel: String, CaseIterable, Sendable, BitwiseCopyable {
  case call, email, letter
  /// A report to one's own leader, when nothing else has helped.
  case leader
}

/// The steps of pressing, and how long each is given. Source: features.md §3 idea 6.
package struct ChaseLadder: Hashable, Sendable {
  package enum Wait: Hashable, Sendable {
    case workingDays(Int)
    /// Calendar days; what ends on a day off ends on the next working day.
    case days(Int)
  }

  package struct Rung: Hashable, Sendable {
    package var channel: ChaseChannel
    package var wait: Wait

    package init(_ channel: ChaseChannel, _ wait: Wait) {
      self.channel = channel
      self.wait = wait
    }
  }

  /// Never empty.
  package let rungs: [Rung]

  /// nil without a rung.
  package init?(_ rungs: [Rung]) {
    guard !rungs.isEmpty else { return nil }
    self.rungs = rungs
  }

  private init() {
    rungs = [
      Rung(.call, .workingDays(3)), Rung(.email, .workingDays(5)), Rung(.letter, .days(14)),
      Rung(.letter, .days(14)), Rung(.leader, .workingDays(10)),
    ]
  }

  package static let standard = ChaseLadder()

  /// The rung a chase stood on; nil where its channel is none of the ladder's.
  func place(of chase: LastChase) -> Int? {
    let places = rungs.indices.filter { rungs[$0].channel == chase.channel }
    guard let last = places.last else { return nil }
    guard chase.channel == .letter else { return places.first }
    return places.indices.contains(chase.letters - 1) ? places[chase.letters - 1] : last
  }

  /// What comes after a chase; the last rung comes again and again.
  package func next(after chase: LastChase?) -> Rung {
    guard let chase, let place = place(of: chase) else { return rungs[0] }
    return rungs[min(place + 1, rungs.count - 1)]
  }
}

/// The newest chase of a record, and the letters so far.
package struct LastChase: Hashable, Sendable {
  package var on: Day
  package var channel: ChaseChannel?
  package var letters: Int
  package var replyBy: Day?
  package var letterOn: Day?

  package init(
    on: Day, channel: ChaseChannel?, letters: Int, replyBy: Day? = nil, letterOn: Day? = nil
  ) {
    self.on = on
    self.channel = channel
    self.letters = letters
    self.replyBy = replyBy
    self.letterOn = letterOn
  }
}

extension FollowUp {
  package var lastChase: LastChase? {
    guard let newest = chases.map(\.on).max(), let chase = chases.last(where: { $0.on == newest })
    else { return nil }
    let letters = chases.filter { ChaseChannel(rawValue: $0.channel) == .letter }
    return LastChase(
      on: newest, channel: ChaseChannel(rawValue: chase.channel), letters: letters.count,
      replyBy: chase.replyBy, letterOn: letters.map(\.on).max())
  }
}

/// The ladder on one day: which waits are over. Made once, then asked for any number of records.
package struct ChaseRound: Hashable, Sendable {
  package let ladder: ChaseLadder
  private let today: Day
  /// The last day of a deadline, or of a reply that was asked for, that calls for a step today.
  private let latestEnd: Day
  /// For each rung the last day of a chase whose wait is over.
  private let latest: [Day]
  /// Years whose days off are not known; there Monday to Friday were taken as worked.
  package let unknownYears: [Int]

  package init(
    today: Day, ladder: ChaseLadder = .standard,
    isWorked: @escaping (Day) -> Bool? = { _ in nil }
  ) {
    var calendar = WorkedDays(isWorked)
    self.today = today
    self.ladder = ladder
    func latest(_ end: (Day, inout WorkedDays) -> Day) -> Day {
      var day = today
      while end(day, &calendar) > today { day = Day(ordinal: day.ordinal - 1) }
      return day
    }
    latestEnd = latest { $1.after($0) }
    self.latest = ladder.rungs.map { rung in latest { $1.end(of: rung.wait, from: $0) } }
    unknownYears = calendar.unknownYears.sorted()
  }

  /// Whether it is time for the next step.
  package func isTime(due: Day, after chase: LastChase?) -> Bool {
    guard let chase else { return due <= latestEnd }
    if let replyBy = chase.replyBy { return replyBy <= latestEnd }
    return chase.on <= latest[ladder.place(of: chase) ?? 0]
  }

  /// Whether the last letter has had its time.
  package func isTimeForLetter(after chase: LastChase?) -> Bool {
    guard let chase, let sent = chase.letterOn else { return true }
    let letter = LastChase(on: sent, channel: .letter, letters: chase.letters)
    return sent <= latest[ladder.place(of: letter) ?? 0]
  }
}

/// Counts working days forward.
package struct WorkedDays {
  private let isWorked: (Day) -> Bool?
  private(set) var unknownYears: Set<Int> = []

  package init(_ isWorked: @escaping (Day) -> Bool?) { self.isWorked = isWorked }

  private mutating func works(_ day: Day) -> Bool {
    if let known = isWorked(day) { return known }
    unknownYears.insert(day.year)
    switch day.civil.weekday {
    case .saturday, .sunday: return false
    case .monday, .tuesday, .wednesday, .thursday, .friday: return true
    }
  }

  /// A whole year off would be a mistake of the file: then the calendar is taken as it is.
  private static let longestBreak = 60

  private mutating func firstWorked(from day: Day) -> Day {
    for offset in 0..<WorkedDays.longestBreak {
      let candidate = Day(ordinal: day.ordinal + offset)
      if works(candidate) { return candidate }
    }
    return day
  }

  /// The first working day after `day`.
  package mutating func after(_ day: Day) -> Day {
    firstWorked(from: Day(ordinal: day.ordinal + 1))
  }

  package mutating func end(of wait: ChaseLadder.Wait, from day: Day) -> Day {
    switch wait {
    case .days(let days): return firstWorked(from: Day(ordinal: day.ordinal + max(1, days)))
    case .workingDays(let count):
      var day = day
      for _ in 0..<max(1, count) { day = after(day) }
      return day
    }
  }
}

extension ChaseLadder {
  /// The day proposed for the step after a letter that is the `number`th, sent on `day`.
  package func dayAfterLetter(
    _ number: Int, sentOn day: Day, isWorked: @escaping (Day) -> Bool?
  ) -> Day {
    var calendar = WorkedDays(isWorked)
    let letter = LastChase(on: day, channel: .letter, letters: number)
    return calendar.end(of: rungs[place(of: letter) ?? 0].wait, from: day)
  }
}

/// Which records of a list are to be pressed, as rows say it.
package struct ChaseTest: Sendable {
  private let sides: UnitSides
  private let context: QueryContext

  package init(_ registry: Registry, context: QueryContext) {
    sides = UnitSides(registry)
    self.context = context
  }

  /// Why a record is pressed, or not.
  package enum Verdict: Hashable, Sendable {
    case chase(due: Day, daysOverdue: Int)
    /// Overdue, and it is for us to act.
    case own(daysOverdue: Int)
    /// Overdue, and the other side abroad has it.
    case foreign
    /// Overdue, and the ministry is to confirm what we reported.
    case confirming
    /// Nobody owes what has already come about.
    case result
    case notOverdue(DeadlineState, Status)
  }

  @inline(__always)
  package func verdict(_ row: Row) -> Verdict {
    let state = row.deadlineState(on: context.today, limits: context.limits)
    guard case .overdue(let days) = state, let due = row.due, let holder = sides.holder(of: row)
    else { return .notOverdue(state, row.status) }
    if row.kind == .result { return .result }
    switch holder {
    case .us, .province: return .own(daysOverdue: days)
    case .foreign: return .foreign
    case .ministry, .otherMinistry:
      return row.status == .reported ? .confirming : .chase(due: due, daysOverdue: days)
    }
  }

  /// The day of the next step: today where it is time, else the day a reply was asked for by.
  func day(of row: Row, today: Day) -> Day? {
    guard case .chase(let due, _) = verdict(row) else { return nil }
    if context.round.isTime(due: due, after: row.lastChase) { return today }
    return row.lastChase?.replyBy
  }

  package func isToChase(_ row: Row) -> Bool {
    guard case .chase(let due, _) = verdict(row) else { return false }
    return context.round.isTime(due: due, after: row.lastChase)
  }
}
