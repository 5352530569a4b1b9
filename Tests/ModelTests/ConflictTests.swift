@testable import Model
import Testing

@Suite struct ConflictTests {
  private static func set(_ field: Field, _ text: String?) -> Edit {
    .set(field, from: .null, to: .text(text))
  }

  private static let creation = FoldTests.change(
    "c0", at: 0, after: [],
    [
      .set(.key, from: .null, to: .text("k")), .set(.code, from: .null, to: .text("QN23-01")),
      .set(.status, from: .null, to: .text("agreed")),
      .add(
        .counterparts,
        [.object(["id": .text("a"), "inferred": .bool(true)]), .object(["id": .text("b")])]),
    ])

  private static func record(_ changes: Change...) -> Record {
    Record(changes: [creation] + changes)
  }

  private static func change(_ id: String, at: Int64, after: [String] = ["c0"], _ edits: Edit...)
    -> Change
  {
    FoldTests.change(id, at: at, after: after, edits)
  }

  @Test func differentValuesAreAConflictAndTheLaterIsInForce() throws {
    let record = Self.record(
      Self.change("lan", at: 1, Self.set(.officer, "Lan")),
      Self.change("minh", at: 2, Self.set(.officer, "Minh")))
    let conflict = try #require(record.conflicts.first)
    #expect(record.conflicts.count == 1)
    #expect(conflict.matter == .field("officer"))
    #expect(conflict.sides.map(\.value) == [.text("Lan"), .text("Minh")])
    #expect(conflict.sides.map(\.change) == ["lan", "minh"])
    #expect(record.fields[.officer] == .text("Minh"))
  }

  @Test func equalValuesOtherFieldsListsAndNotesAreNone() {
    let line = Value.object(["id": .text("n"), "text": .text("x")])
    let record = Self.record(
      Self.change("lan", at: 1, Self.set(.officer, "Lan"), .add(.tags, [.text("a")])),
      Self.change("minh", at: 2, Self.set(.officer, "Lan"), .add(.notes, [line])),
      Self.change("hoa", at: 3, Self.set(.leader, "Hoa"), .add(.tags, [.text("b")])))
    #expect(record.isForked)
    #expect(record.conflicts.isEmpty)
    #expect(record.fields[.tags].elements.count == 2)
  }

  @Test func aChangeThatHasSeenTheOtherIsNone() {
    let record = Self.record(
      Self.change("lan", at: 1, Self.set(.officer, "Lan")),
      Self.change("minh", at: 2, after: ["lan"], Self.set(.officer, "Minh")))
    #expect(!record.isForked)
    #expect(record.conflicts.isEmpty)
  }

  @Test func whoHasSeenBothAndSetsTheFieldSettlesIt() {
    let sides = [
      Self.change("lan", at: 1, Self.set(.officer, "Lan")),
      Self.change("minh", at: 2, Self.set(.officer, "Minh")),
    ]
    let settled = Self.change("hoa", at: 3, after: ["lan", "minh"], Self.set(.officer, "Lan"))
    #expect(Record(changes: [Self.creation] + sides + [settled]).conflicts.isEmpty)
    // Whoever has seen one side only decides nothing: it is a side of its own.
    let half = Self.change("hoa", at: 3, after: ["lan"], Self.set(.officer, "Hoa"))
    let record = Record(changes: [Self.creation] + sides + [half])
    #expect(record.conflicts.map { $0.sides.map(\.change) } == [["minh", "hoa"]])
    // And a change of something else settles nothing.
    let other = Self.change("hoa", at: 3, after: ["lan", "minh"], Self.set(.leader, "Hoa"))
    #expect(Record(changes: [Self.creation] + sides + [other]).conflicts.count == 1)
  }

  @Test func splittingHereAndSteppingThereIsAConflict() {
    let split = Self.change(
      "lan", at: 1, .add(.links, [Link(.hasPart, to: "p1").value, Link(.hasPart, to: "p2").value]))
    let step = Self.change("minh", at: 2, Self.set(.status, "awaitingReply"))
    for record in [Self.record(split, step), Self.record(step, split)] {
      #expect(record.conflicts.map(\.matter) == [.split])
      #expect(record.conflicts.first?.sides.map(\.change) == ["lan", "minh"])
    }
    var settled = Self.change("hoa", at: 3, after: ["lan", "minh"], Self.set(.leader, "x"))
    settled.settles = ["lan", "minh"]
    #expect(Self.record(split, step, settled).conflicts.isEmpty)
    let takenBack = Self.change(
      "hoa", at: 3, after: ["lan", "minh"],
      .alter(
        field: "links",
        remove: [Link(.hasPart, to: "p1").value, Link(.hasPart, to: "p2").value], add: []))
    #expect(Self.record(split, step, takenBack).conflicts.isEmpty)
  }

  @Test func mergingOrBinningHereAndEditingThereIsAConflict() {
    let merge = Self.change(
      "lan", at: 2, Self.set(.status, "merged"), Self.set(.mergedInto, "other"))
    let bin = Self.change("lan", at: 2, Self.set(.binned, "2023-04-05"))
    let lead = Self.change("minh", at: 1, Self.set(.officer, "Minh"))
    let step = Self.change("minh", at: 1, Self.set(.status, "assigned"))
    let link = Self.change("minh", at: 1, .add(.links, [Link(.relates, to: "x").value]))
    for (remover, other) in [(merge, lead), (merge, step), (bin, lead)] {
      #expect(Self.record(remover, other).conflicts.map(\.matter) == [.removal])
    }
    #expect(Self.record(merge, link).conflicts.isEmpty)
  }

  @Test func whatGoesWithAStatusIsNoConflictOfItsOwn() {
    let waiting = Self.change(
      "lan", at: 1, Self.set(.status, "awaitingReply"), Self.set(.statusOn, "2023-04-01"),
      .set(.waiting, from: .null, to: .object(["whom": .text("Lào")])))
    let pause = Self.change(
      "minh", at: 2, Self.set(.status, "paused"), Self.set(.statusOn, "2023-04-02"),
      .set(.waiting, from: .null, to: .null))
    #expect(Self.record(waiting, pause).conflicts.map(\.matter) == [.field("status")])
  }

  @Test func aCounterpartHasOneLineAlsoWhenTwoAlterIt() {
    let old = Value.object(["id": .text("a"), "inferred": .bool(true)])
    func line(_ status: String) -> Edit {
      .alter(
        field: "counterparts", remove: [old],
        add: [.object(["id": .text("a"), "status": .text(status)])])
    }
    let record = Self.record(
      Self.change("lan", at: 1, line("done")), Self.change("minh", at: 2, line("paused")))
    #expect(record.fields[.counterparts].elements.map { $0["id"].text } == ["a", "b"])
    #expect(record.fields[.counterparts].elements.first?["status"] == .text("paused"))
    #expect(record.conflicts.map(\.matter) == [.line(counterpart: "a")])
  }

  /// Histories of three people who see one another's changes now and then.
  private static func history(seed: UInt64) -> [Change] {
    var generator = SeededGenerator(state: seed)
    var changes = [creation]
    var seen: [[Change]] = Array(repeating: [creation], count: 3)
    let values = ["new", "agreed", "paused", "merged"]
    for number in 1..<14 {
      let who = Int.random(in: 0..<3, using: &generator)
      if Int.random(in: 0..<4, using: &generator) == 0 {
        let from = Int.random(in: 0..<3, using: &generator)
        seen[who] = Record(changes: seen[who]).merged(with: seen[from]).changes
      }
      let mine = Record(changes: seen[who])
      let value = values[Int.random(in: 0..<4, using: &generator)]
      let edit: Edit =
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: set(.officer, value)
        case 1: set(.status, value)
        case 2: set(.mergedInto, value == "merged" ? "k2" : nil)
        case 3: .add(.links, [Link(.hasPart, to: "p\(number)").value])
        case 4: .add(.tags, [.text(value)])
        default:
          .alter(
            field: "counterparts",
            remove: mine.fields[.counterparts].elements.filter { $0["id"].text == "a" },
            add: [.object(["id": .text("a"), "answer": .text(value)])])
        }
      let change = Change(
        id: "x\(number)", at: Moment(milliseconds: mine.lastMoment.milliseconds + 1),
        by: "\(who)", after: mine.newest, edits: [edit])
      changes.append(change)
      seen[who].append(change)
    }
    return changes
  }

  @Test(arguments: UInt64(0)..<60)
  func theConflictsAreTheSameInWhateverOrderTheChangesCome(seed: UInt64) {
    let changes = Self.history(seed: seed)
    var generator = SeededGenerator(state: seed &+ 7)
    let whole = Record(changes: changes)
    let expected = whole.conflicts
    let shuffled = changes.shuffled(using: &generator)
    let (a, b, c) = (Array(shuffled[..<6]), Array(shuffled[4..<10]), Array(shuffled[8...]))
    let left = Record(changes: a).merged(with: b).merged(with: c)
    let right = Record(changes: c).merged(with: Record(changes: b).merged(with: a).changes)
    #expect(left == whole)
    #expect(right == whole)
    #expect(left.conflicts == expected)
    #expect(right.merged(with: a).conflicts == expected)
  }

  @Test(arguments: UInt64(0)..<60)
  func settlingEachConflictLeavesNoneAndLosesNoChange(seed: UInt64) throws {
    var record = Record(changes: Self.history(seed: seed))
    var rounds = 0
    while let conflict = record.conflicts.first, rounds < 60 {
      rounds += 1
      let choice = conflict.sides[Int(seed) % conflict.sides.count].change
      let outcome = try record.settling(
        conflict.matter, .side(choice), on: Day(ordinal: 19_000))
      #expect(!outcome.edits.isEmpty)
      let before = record.conflicts.count
      // What the store adds where the other side of a split or a merge is chosen is not done here:
      // that the changes are settled is enough.
      record = record.merged(with: [
        Change(
          id: "s\(rounds)", at: Moment(milliseconds: record.lastMoment.milliseconds + 1),
          by: "Hoa", after: record.newest, edits: outcome.edits, settles: outcome.settles)
      ])
      #expect(record.conflicts.count < before)
    }
    #expect(record.conflicts.isEmpty)
    #expect(record.changes.count == 14 + rounds)
    #expect(record.isProven)
  }

  @Test func aThirdValueSettlesToo() throws {
    let record = Self.record(
      Self.change("lan", at: 1, Self.set(.officer, "Lan")),
      Self.change("minh", at: 2, Self.set(.officer, "Minh")))
    let action = Action.settle(
      .field("officer"), .value(.text("Hoa")), on: Day(ordinal: 19_000))
    let outcome = try action.outcome(on: record, author: "Hoa", noteID: "n")
    #expect(outcome.edits == [.set(.officer, from: .text("Minh"), to: .text("Hoa"))])
    #expect(outcome.settles == ["lan", "minh"])
    let wrong = Action.settle(.field("leader"), .value(.null), on: Day(ordinal: 19_000))
    #expect(throws: ActionError.noConflict(.field("leader"))) {
      try wrong.outcome(on: record, author: "Hoa", noteID: "n")
    }
  }
}
