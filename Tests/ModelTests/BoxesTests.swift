import Model
import Testing
import Vietnamese

@Suite struct BoxesTests {
  private static let today = Day(ordinal: 19_632)  // 2023-10-02, a Monday

  private func statistics(of rows: [Row], on today: Day = today) -> Statistics {
    var register = Register(
      profile: RegisterProfile(name: ""), registry: QueryRegistry.sample, slots: 1)
    register.place(Chunk(path: "x", rows: rows), in: 0)
    let context = QueryContext(today: today, limits: DueSoonLimits())
    let places = rows.indices.map { RowPlace(slot: 0, index: $0) }
    return Statistics(of: places, in: register, context: context)
  }

  private func row(_ status: Status, due: Int?, done: Int? = nil) -> Row {
    var row = Row()
    row.status = status
    if let due { row.dueOrdinal = Int32(Self.today.ordinal + due) }
    if let done { row.doneOrdinal = Int32(Self.today.ordinal + done) }
    return row
  }

  @Test(arguments: [
    (counts: [14_068, 1_983, 5_640, 223], done: 16_051, open: 5_863, total: 21_914),
    (counts: [1_310, 429, 1_812, 175], done: 1_739, open: 1_987, total: 3_726),
  ])
  func thePublishedFiguresAddUp(counts: [Int], done: Int, open: Int, total: Int) {
    let kinds = [
      row(.done, due: -5, done: -5), row(.closed, due: -5, done: -4),
      row(.inProgress, due: 0), row(.assigned, due: -1),
    ]
    let rows = zip(kinds, counts).flatMap { kind, count in Array(repeating: kind, count: count) }
    let boxes = statistics(of: rows).boxes
    #expect([Box.doneInTime, .doneLate, .openInTime, .openOverdue].map { boxes[$0] } == counts)
    #expect(boxes.done == done)
    #expect(boxes.open == open)
    #expect(boxes.total == total)
  }

  @Test(
    arguments: [
      (Status.done, nil, nil, Box.noDeadline), (.done, 0, nil, .noDeadline),
      (.done, nil, 0, .noDeadline), (.new, nil, nil, .noDeadline), (.paused, -9, nil, .off),
      (.carriedOver, -9, nil, .off), (.notPursued, -9, nil, .off), (.merged, nil, nil, .off),
    ] as [(Status, Int?, Int?, Box)])
  func whatHasNoDeadlineOrNoClockHasItsOwnBox(
    status: Status, due: Int?, done: Int?, box: Box
  ) {
    #expect(statistics(of: [row(status, due: due, done: done)]).boxes[box] == 1)
  }

  @Test func aRecurringSupplyStandsByItsNextIssueAndAnOngoingOneByNone() {
    var monthly = row(.inProgress, due: nil)
    monthly.recurrence = .monthly
    var ongoing = row(.inProgress, due: nil)
    ongoing.recurrence = .ongoing
    let boxes = statistics(of: [monthly, ongoing]).boxes
    #expect(boxes[.openInTime] == 1)
    #expect(boxes[.noDeadline] == 1)
  }

  @Test(arguments: 0..<40)
  func boxesAddUpOnAnyDay(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let rows = (0..<dice.below(300)).map { _ in dice.row() }
    let day = Day(ordinal: 19_000 + dice.below(1_500))
    let statistics = statistics(of: rows, on: day)
    #expect(statistics.boxes.total == rows.count)
    let open = rows.count { $0.status.isOpen }
    for dimension in Statistics.Dimension.allCases where dimension != .counterpart {
      let lines = statistics.lines(dimension)
      #expect(
        lines.map(\.boxes.total).reduce(0, +) == (dimension == .holder ? open : rows.count))
    }
    // By either deadline all are counted, and what stands elsewhere is named.
    for basis in DeadlineBasis.allCases {
      #expect(statistics.boxes(by: basis).total == rows.count)
      #expect(Box.allCases.reduce(0) { $0 + statistics.boxes(by: basis)[$1] } == rows.count)
    }
    for box in Box.allCases {
      let came = statistics.moved.count { $0.adjusted == box }
      let went = statistics.moved.count { $0.original == box }
      let (now, before) = (statistics.boxes(by: .adjusted), statistics.boxes(by: .original))
      #expect(now[box] - before[box] == came - went)
    }
  }
}
