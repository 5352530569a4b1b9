import Model
import Testing

@Suite struct TallyTests {
  private func counts(_ register: Register, _ context: QueryContext) -> [StandardView: Int] {
    var counts: [StandardView: Int] = [:]
    for view in StandardView.allCases {
      counts[view] = Matcher(view.query, in: register, context: context).places(in: register).count
    }
    return counts
  }

  private func expect(_ tally: Tally, _ register: Register, _ context: QueryContext) {
    let counts = counts(register, context)
    for view in StandardView.allCases { #expect(tally.count(view) == counts[view]) }
    #expect(tally.total == counts[.all])
    #expect(tally.conflicts == register.chunks.reduce(0) { $0 + ($1?.conflicts ?? 0) })
  }

  @Test(arguments: 0..<20)
  func afterChangesOnlyTheFilesThatChangedAreCounted(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    var register = dice.register(slots: 5)
    let context = QueryContext(
      today: Day(ordinal: 19_000 + dice.below(900)), limits: DueSoonLimits(usual: 7))
    var tally = Tally()
    for _ in 0..<6 {
      tally.follow(register, context: context)
      expect(tally, register, context)
      let before = tally.countings
      let slot = dice.below(7)
      let chunk = dice.below(4) == 0 ? nil : dice.chunk(slot, rows: dice.below(30))
      let isOther = register.chunks.indices.contains(slot) ? register.chunks[slot] !== chunk : true
      register.place(chunk, in: slot)
      tally.follow(register, context: context)
      expect(tally, register, context)
      #expect(tally.countings - before <= (isOther ? 1 : 0))
    }
  }

  @Test func onAnotherDayAllIsCountedAnewAndMarksAreNoOtherDay() {
    var dice = Dice(seed: 7)
    let register = dice.register(slots: 6)
    let files = register.chunks.count { $0 != nil }
    var context = QueryContext(today: Day(ordinal: 19_300), limits: DueSoonLimits(usual: 7))
    var tally = Tally(register, context: context)
    #expect(tally.countings == files)
    context.marks.insert(RowPlace(slot: 0, index: 0))
    tally.follow(register, context: context)
    #expect(tally.countings == files)
    context.today = Day(ordinal: 19_900)
    tally.follow(register, context: context)
    #expect(tally.countings == 2 * files)
    expect(tally, register, context)
  }
}
