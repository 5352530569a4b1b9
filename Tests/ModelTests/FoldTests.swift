@testable import Model
import Testing

/// A generator that gives the same numbers for the same seed.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

@Suite struct FoldTests {
  static func change(
    _ id: String, at: Int64, after: [String] = ["c0"], _ edits: [Edit], batch: String? = nil,
    undoes: String? = nil
  ) -> Change {
    Change(
      id: id, at: Moment(milliseconds: at), by: "Lan", after: after, edits: edits, batch: batch,
      undoes: undoes)
  }

  /// Random changes to three single fields and one list.
  static func changes(seed: UInt64) -> [Change] {
    var generator = SeededGenerator(state: seed)
    let fields: [Field] = [.title, .officer, .reason]
    return (0..<12).map { number in
      let field = fields[Int.random(in: 0..<3, using: &generator)]
      let text = "v\(Int.random(in: 0..<5, using: &generator))"
      let edit: Edit =
        Bool.random(using: &generator)
        ? .set(field, from: .null, to: .text(text))
        : .alter(
          field: Field.tags.rawValue, remove: [.text("v1")], add: [.text(text)])
      return change(
        "c\(number)", at: Int64.random(in: 0..<6, using: &generator), [edit])
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func theUnionIsTheSameInAnyOrderAndAnyNumberOfTimes(seed: UInt64) {
    let changes = Self.changes(seed: seed)
    var generator = SeededGenerator(state: seed &+ 99)
    let whole = Record(changes: changes)
    let shuffled = changes.shuffled(using: &generator)
    let (mine, theirs) = (Array(shuffled[..<5]), Array(shuffled[3...]))
    #expect(Record(changes: mine).merged(with: theirs) == whole)
    #expect(Record(changes: theirs).merged(with: mine) == whole)
    #expect(whole.merged(with: mine).merged(with: mine) == whole)
  }

  @Test func whatReplacesStandsWhereTheOtherStood() {
    var fields = Fields()
    fields.apply(.add(.tags, [.text("a"), .text("b"), .text("c")]))
    fields.apply(.alter(field: "tags", remove: [.text("b")], add: [.text("B")]))
    #expect(fields[.tags] == .list([.text("a"), .text("B"), .text("c")]))
  }

  @Test func anEmptyFieldIsNotHeld() {
    var fields = Fields()
    fields.apply(.set(.officer, from: .null, to: .text("Lan")))
    fields.apply(.set(.officer, from: .text("Lan"), to: .null))
    fields.apply(.add(.tags, [.text("a")]))
    fields.apply(.alter(field: "tags", remove: [.text("a")], add: []))
    #expect(fields == Fields())
  }

  @Test func anUnknownEditIsKeptAndNotApplied() throws {
    let value = Value.object([
      Value.Member("field", .text("title")), Value.Member("rotate", .bool(true)),
    ])
    #expect(Edit(value) == .unknown(value))
    #expect(Edit(value).value == value)
    var fields = Fields()
    fields.apply(Edit(value))
    #expect(fields == Fields())
  }

  @Test func aChangeSurvivesBeingWrittenAndRead() throws {
    var change = Self.change("c1", at: 5, [.set(.title, from: .null, to: .text("x"))], batch: "b")
    change.on = Day(ordinal: 100)
    change.forced = ["source"]
    change.extra = [Value.Member("colour", .text("red"))]
    #expect(try Change(change.value) == change)
  }

  @Test func theNewestChangesAreThoseNobodyHasSeen() {
    let record = Record(changes: [
      Self.change("c0", at: 0, after: [], []), Self.change("a", at: 1, []),
      Self.change("b", at: 1, []),
    ])
    #expect(record.newest == ["a", "b"])
  }
}

@Suite struct UndoTests {
  static let creation = FoldTests.change(
    "c0", at: 0, after: [],
    [
      .set(.code, from: .null, to: .text("QN23-01")), .add(.tags, [.text("a")]),
      .set(.title, from: .null, to: .text("cũ")),
    ])

  @Test func undoingRestoresExactly() throws {
    let edits: [Edit] = [
      .set(.title, from: .text("cũ"), to: .text("mới")),
      .alter(field: "tags", remove: [.text("a")], add: [.text("b"), .text("c")]),
      .set(.title, from: .text("mới"), to: .text("mới hơn")),
    ]
    let before = Record(changes: [Self.creation])
    let after = before.merged(with: [FoldTests.change("c1", at: 1, edits, batch: "b1")])
    let undo = FoldTests.change(
      "c2", at: 2, try after.edits(undoing: "b1", today: Day(ordinal: 0)), undoes: "b1")
    #expect(after.fields != before.fields)
    #expect(after.merged(with: [undo]).fields == before.fields)
  }

  @Test func whatSomebodyChangedSinceIsNotTakenBack() {
    let record = Record(changes: [
      Self.creation,
      FoldTests.change("c1", at: 1, [.set(.title, from: .text("cũ"), to: .text("mới"))]),
      Change(
        id: "c2", at: Moment(milliseconds: 2), by: "Minh", after: ["c1"],
        edits: [.set(.title, from: .text("mới"), to: .text("khác"))]),
    ])
    let conflict = UndoConflict(
      code: "QN23-01", field: "title", by: "Minh", at: Moment(milliseconds: 2))
    #expect(throws: conflict) { try record.edits(undoing: "c1", today: Day(ordinal: 0)) }
  }

  static func entry(_ batch: String, _ at: Int64, undoes: String? = nil) -> UndoHistory.Entry {
    UndoHistory.Entry(batch: batch, at: Moment(milliseconds: at), undoes: undoes)
  }

  @Test func undoGoesBackStepByStepAndRedoForward() {
    let (a, b) = (Self.entry("a", 1), Self.entry("b", 2))
    let undoB = Self.entry("ub", 3, undoes: "b")
    let undoA = Self.entry("ua", 4, undoes: "a")
    let redoA = Self.entry("ra", 5, undoes: "ua")
    #expect(UndoHistory([b, a]).undoable?.batch == "b")
    #expect(UndoHistory([a, b, undoB]).undoable?.batch == "a")
    #expect(UndoHistory([a, b, undoB]).redoable?.batch == "ub")
    #expect(UndoHistory([a, b, undoB, undoA]).undoable == nil)
    #expect(UndoHistory([a, b, undoB, undoA]).redoable?.batch == "ua")
    #expect(UndoHistory([a, b, undoB, undoA, redoA]).undoable?.batch == "ra")
    #expect(UndoHistory([a, b, undoB, undoA, redoA]).redoable?.batch == "ub")
  }

  @Test func aNewChangeForgetsWhatCouldBeRedone() {
    let history = UndoHistory([
      Self.entry("a", 1), Self.entry("ua", 2, undoes: "a"), Self.entry("b", 3),
    ])
    #expect(history.redoable == nil)
    #expect(history.undoable?.batch == "b")
  }
}
