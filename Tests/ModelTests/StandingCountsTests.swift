import Model
import Testing
import Vietnamese

@Suite struct StandingCountsTests {
  private static let subjects: [VisitSubject] = [
    .province("quang-ninh"), .province("nghe-an"), .province("khong-co"),
    .counterpart("hokkaido"), .counterpart("khong-co"),
  ]

  private func context(_ dice: inout Dice) -> QueryContext {
    QueryContext(
      today: Day(ordinal: 19_000 + dice.below(900)), limits: DueSoonLimits(usual: dice.below(20)))
  }

  private func places(_ register: Register) -> [RowPlace] {
    register.chunks.enumerated().flatMap { slot, chunk in
      (chunk?.rows.indices ?? 0..<0).map { RowPlace(slot: slot, index: $0) }
    }
  }

  private func expectAll(
    _ standing: StandingCounts, _ register: Register, _ context: QueryContext,
    _ dice: inout Dice
  ) {
    let places = places(register)
    #expect(
      standing.statistics(in: register.registry)
        == Statistics(of: places, in: register, context: context))
    let first = Day(ordinal: 19_000 + dice.below(900))
    let last = Day(ordinal: first.ordinal + dice.below(100) - 1)
    let agenda = Agenda(standing.days, from: first, to: last)
    #expect(
      agenda == Agenda(places, in: register, from: first, to: last, chasing: context))
    #expect(
      agenda.entries.map { Naive.Entry(day: $0.day, sort: $0.sort, place: $0.place) }
        == Naive.entries(register, context, from: first, to: last))
    for subject in StandingCountsTests.subjects {
      #expect(
        VisitSheet(subject, in: register, context: context, mentions: standing.mentions)
          == VisitSheet(subject, in: register, context: context))
    }
    let statuses = standing.statusColumn
    #expect(statuses.count == places.count)
    for place in places {
      #expect(statuses.index(of: place).map { statuses[$0] } == register.row(at: place)?.row.status)
    }
  }

  @Test(arguments: 0..<20)
  func whatIsKeptOfEachFileIsWhatAllRowsCountedAtOnceGive(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let register = dice.register(slots: dice.below(6))
    let context = context(&dice)
    var standing = StandingCounts()
    let goesOn = standing.follow(register, context)
    #expect(!goesOn)
    expectAll(standing, register, context, &dice)
  }

  @Test(arguments: 0..<20)
  func afterChangesOnlyTheFilesThatChangedAreCounted(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    var register = dice.register(slots: 5)
    let context = context(&dice)
    var standing = StandingCounts()
    _ = standing.follow(register, context)
    for _ in 0..<6 {
      let before = standing.countings
      var changed: Set<Int> = []
      for _ in 0..<dice.below(4) {
        let slot = dice.below(6)
        let chunk = dice.below(5) == 0 ? nil : dice.chunk(slot, rows: dice.below(40))
        if register.chunk(inSlot: slot) !== chunk { changed.insert(slot) }
        register.place(chunk, in: slot)
      }
      _ = standing.follow(register, context)
      #expect(standing.countings - before <= changed.count)
      expectAll(standing, register, context, &dice)
    }
  }

  @Test func aFileThatIsTheSameIsNotCountedAgain() {
    var dice = Dice(seed: 7)
    var register = dice.register(slots: 0)
    for slot in 0..<4 { register.place(dice.chunk(slot, rows: 20), in: slot) }
    let context = context(&dice)
    var standing = StandingCounts()
    _ = standing.follow(register, context)
    #expect(standing.countings == 4)
    _ = standing.follow(register, context)
    #expect(standing.countings == 4)
    register.place(dice.chunk(2, rows: 21), in: 2)
    _ = standing.follow(register, context)
    #expect(standing.countings == 5)
    register.place(nil, in: 2)
    _ = standing.follow(register, context)
    #expect(standing.countings == 6)
    #expect(standing.statistics(in: register.registry)?.boxes.total == 60)
  }

  @Test func anotherDayOrOtherLimitsCountAllAnewAndMarksNothing() {
    var dice = Dice(seed: 8)
    var register = dice.register(slots: 0)
    for slot in 0..<4 { register.place(dice.chunk(slot, rows: 30), in: slot) }
    var context = context(&dice)
    var standing = StandingCounts()
    _ = standing.follow(register, context)
    context.marks = Marks([RowPlace(slot: 0, index: 0)])
    _ = standing.follow(register, context)
    #expect(standing.countings == 4)
    context.today = Day(ordinal: context.today.ordinal + 1)
    _ = standing.follow(register, context)
    #expect(standing.countings == 8)
    expectAll(standing, register, context, &dice)
    context.limits = DueSoonLimits(usual: 90, events: 400)
    _ = standing.follow(register, context)
    #expect(standing.countings == 12)
    context.round = ChaseRound(today: Day(ordinal: context.today.ordinal - 40))
    _ = standing.follow(register, context)
    #expect(standing.countings == 16)
    expectAll(standing, register, context, &dice)
  }

  @Test func countingInPiecesEndsWithTheSame() {
    var dice = Dice(seed: 9)
    var register = dice.register(slots: 0)
    for slot in 0..<5 { register.place(dice.chunk(slot, rows: 30), in: slot) }
    let context = context(&dice)
    var standing = StandingCounts()
    var pieces = 0
    while standing.follow(register, context, atMost: 31) { pieces += 1 }
    #expect(pieces == 2)
    #expect(standing.countings == 5)
    expectAll(standing, register, context, &dice)
  }
}

/// The agenda as its rules are read one by one: each row asked for each day.
private enum Naive {
  struct Entry: Equatable {
    var day: Day
    var sort: Agenda.Sort
    var place: RowPlace
  }

  static func entries(
    _ register: Register, _ context: QueryContext, from: Day, to: Day
  ) -> [Entry] {
    guard from <= to else { return [] }
    return (from.ordinal...to.ordinal).flatMap { ordinal in
      entries(register, context, on: Day(ordinal: ordinal))
    }
  }

  private static func entries(
    _ register: Register, _ context: QueryContext, on day: Day
  ) -> [Entry] {
    var entries: [Entry] = []
    let test = ChaseTest(register.registry, context: context)
    for case (let slot, let chunk?) in register.chunks.enumerated() {
      for (index, row) in chunk.rows.enumerated() where row.status.isOpen {
        func add(_ sort: Agenda.Sort) {
          let place = RowPlace(slot: slot, index: index)
          entries.append(Entry(day: day, sort: sort, place: place))
        }
        if case .chase = test.verdict(row) {
          let next = test.isToChase(row) ? context.today : row.lastChase?.replyBy
          if next == day { add(.chase) }
        }
        if let due = row.due {
          let isYear = row.duePrecision == .year && chunk.title(row).hasPrefix("Năm kỷ niệm")
          let isQuarter = day.civil.day == 1 && day.civil.month % 3 == 1 && day.year == due.year
          if isYear && isQuarter { add(.anniversary) }
          if due == day {
            add(isYear ? .anniversary : row.kind == .event ? .event : .deadline)
          }
        } else if falls(row, on: day) {
          add(.recurring)
        }
      }
    }
    return entries
  }

  private static func falls(_ row: Row, on day: Day) -> Bool {
    guard row.periodStart.map({ $0 <= day }) ?? true, row.periodEnd.map({ day <= $0 }) ?? true
    else { return false }
    switch row.recurrence {
    case .monthly: return day == day.lastOfMonth
    case .quarterly: return day == day.lastOfQuarter
    case .annual: return day == day.lastOfYear
    case .ongoing, nil: return false
    }
  }
}
