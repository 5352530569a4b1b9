import Model
import Testing
import Vietnamese

@Suite struct HolderTests {
  @Test(
    arguments: [
      (Status.new, Kind.request, nil, nil, Holder.us),
      (.inProgress, .request, .ministry, nil, .ministry),
      (.inProgress, .instruction, .province, nil, .province),
      (.assigned, .request, .otherMinistry, nil, .otherMinistry),
      (.awaitingReply, .request, .ministry, .foreign, .foreign),
      (.awaitingReply, .request, .ministry, nil, .ministry),
      (.inProgress, .request, .ministry, .foreign, .ministry),
      (.reported, .request, .ministry, nil, .province),
      (.reported, .instruction, .province, nil, .ministry),
      (.paused, .request, .ministry, nil, .ministry),
      (.done, .request, .ministry, nil, nil), (.merged, .request, nil, nil, nil),
    ] as [(Status, Kind, Holder?, Holder?, Holder?)])
  func whoHasItFollowsFromTheRecord(
    status: Status, kind: Kind, lead: Holder?, waitsFor: Holder?, holder: Holder?
  ) {
    var facts = HolderFacts(
      status: status, kind: kind, direction: .provinceToMinistry, lead: lead, waitsFor: waitsFor)
    #expect(facts.holder == holder)
    facts.byHand = .foreign
    #expect(facts.holder == (holder == nil ? nil : .foreign))
  }

  @Test(
    arguments: [
      ("ĐBA", Holder.ministry), ("Vụ Đông Bắc Á trả lời", .ministry), ("SNgV", .province),
      ("phía Hokkaido", .foreign), ("phía bạn", .foreign), ("UBND tỉnh Quảng Ninh", .otherMinistry),
      ("Nghệ An", .province), ("anh Bình", nil), ("", nil),
    ] as [(String, Holder?)])
  func wordsSayWhoIsWaitedFor(text: String, holder: Holder?) {
    #expect(WaitedFor(QueryRegistry.sample).holder(text) == holder)
  }

  /// A record made on the first day, and after that a change of status on each day given.
  private func record(_ steps: [(day: Int, status: Status)]) -> Record {
    var fields: [Edit] = [
      .set(.key, from: .null, to: .text("k")), .set(.code, from: .null, to: .text("QN23-01")),
      .set(.kind, from: .null, to: .text("request")),
      .set(.direction, from: .null, to: .text("provinceToMinistry")),
      .set(.province, from: .null, to: .text("quang-ninh")),
      .set(.title, from: .null, to: .text("t")), .set(.category, from: .null, to: .text("c")),
      .set(.tier, from: .null, to: .text("core")), .set(.status, from: .null, to: .text("new")),
    ]
    var changes: [Change] = []
    for (index, step) in steps.enumerated() {
      fields.append(.set(.status, from: .null, to: .text(step.status.rawValue)))
      changes.append(
        Change(
          id: "c\(index + 10)", at: Moment(milliseconds: 1_700_000_000_000 + Int64(index)),
          by: "Lan", on: Day(ordinal: step.day), edits: fields))
      fields = []
    }
    return Record(changes: changes)
  }

  private func days(_ record: Record, until today: Int) -> HolderDays {
    let registry = QueryRegistry.sample
    return HolderDays(
      record, in: registry, waited: WaitedFor(registry), today: Day(ordinal: today),
      secondsEast: 0)
  }

  @Test func eachSidesDaysAreCountedFromChangeToChange() {
    let record = record([
      (100, .new), (103, .reported), (110, .paused), (112, .done), (120, .inProgress),
    ])
    let days = days(record, until: 125)
    #expect(days.days == [.us: 3 + 2 + 5, .province: 7])
    #expect(days.ended == 8)
    #expect(days.paused == 2)
    #expect(days.age == 25)
  }

  @Test(arguments: 1..<60)
  func theDaysOfAllComeToTheAge(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func below(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    let first = 1_000 + below(50)
    let steps =
      [(day: first, status: Status.new)]
      + (0..<below(12)).map { _ in
        (day: 1_000 + below(200), status: Status.allCases[below(Status.allCases.count)])
      }
    let today = first + below(300)
    let days = days(record(steps), until: today)
    #expect(days.age == today - first)
    #expect(days.days.values.reduce(0, +) + days.ended == days.age)
    #expect(days.days.values.allSatisfy { $0 > 0 })
  }
}
