import Model
import Store
import TestKit
import Testing

@Suite struct UndoTests {
  @Test(arguments: [false, true])
  func undoingPutsEveryFieldBack(isFoldedBetween: Bool) throws {
    var desk = try Desk(SampleRegister())
    let before = try desk.record("QN23-02").fields
    try desk.note("đã họp", on: "QN23-02")
    let changed = try desk.record("QN23-02").fields
    if isFoldedBetween { _ = try desk.store.foldJournal() }
    _ = try desk.store.undo(as: desk.signature())
    #expect(try desk.record("QN23-02").fields == before)
    if isFoldedBetween { _ = try desk.store.foldJournal() }
    _ = try desk.store.redo(as: desk.signature())
    #expect(try desk.record("QN23-02").fields == changed)
    #expect(try desk.record("QN23-02").changes.count == 4)
    #expect(try desk.record("QN23-02").isProven)
  }

  @Test func aBatchIsUndoneAsOne() throws {
    var desk = try Desk(SampleRegister())
    let codes = ["QN23-02", "QN23-03", "NA23-01"]
    let before = try codes.map { try desk.record($0).fields }
    try desk.note("gửi chung", on: "QN23-02", "QN23-03", "NA23-01")
    _ = try desk.store.foldJournal()
    let saved = try desk.store.undo(as: desk.signature())
    #expect(Set(saved.records.map(\.code)) == Set(codes))
    #expect(try codes.map { try desk.record($0).fields } == before)
    _ = try desk.store.foldJournal()
    #expect(try codes.map { try freshRecord($0, in: desk.register.path).fields } == before)
  }

  @Test func aBatchIsDoneWhollyOrNotAtAll() throws {
    var desk = try Desk(SampleRegister())
    let addresses = try ["QN23-02", "QN23-01"].map { try address($0, in: desk.store) }
    var step = StatusStep(to: .awaitingReply, on: day("2023-04-03"))
    step.waitingFor = "Quảng Tây"
    // QN23-01 is done: it opens again as in progress only.
    let refusal = StoreError.refused(
      code: "QN23-01", .step(.reopensAsInProgress(from: .done)))
    let signature = desk.signature()
    #expect(throws: refusal) {
      try desk.store.perform(.step(step), on: addresses, as: signature)
    }
    #expect(!desk.register.exists("journal.jsonl"))
    #expect(try desk.record("QN23-02").fields[.status] == .text("agreed"))
  }

  private static func due(_ iso: String) -> Action {
    .due(Deadline(PartialDate(day(iso)), origin: .officer), reason: "chờ", on: day("2023-04-03"))
  }

  @Test func undoIsRefusedWhenTheFieldHasBeenChangedSince() throws {
    var desk = try Desk(SampleRegister())
    let address = try address("QN23-02", in: desk.store)
    _ = try desk.store.perform(UndoTests.due("2023-07-31"), on: [address], as: desk.signature())
    _ = try desk.store.foldJournal()
    // Somebody has an editor.
    try desk.register.replace(
      "    \"due\": {\"date\": \"2023-07-31\"", by: "    \"due\": {\"date\": \"2023-09-30\"",
      in: SampleRegister.quangNinh)
    let before = try desk.register.snapshot()
    let signature = desk.signature()
    let error = #expect(throws: StoreError.self) { try desk.store.undo(as: signature) }
    guard case .undoConflict(let conflict) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect((conflict.code, conflict.field) == ("QN23-02", "due"))
    #expect(conflict.by == "Lan")
    #expect(try desk.register.snapshot() == before)
  }

  @Test func whatAColleagueTookBackIsNotInTheWay() throws {
    var desk = try Desk(SampleRegister())
    let address = try address("QN23-02", in: desk.store)
    _ = try desk.store.perform(UndoTests.due("2023-07-31"), on: [address], as: desk.signature())
    let other = try RegisterStore(desk.register.path)
    _ = other.load()
    _ = try other.perform(
      UndoTests.due("2023-08-31"), on: [address], as: Desk.signature(minutes: 10, "Minh"))
    _ = try other.undo(as: Desk.signature(minutes: 11, "Minh"))
    _ = try desk.store.undo(as: Desk.signature(minutes: 12))
    #expect(try desk.record("QN23-02").fields[.due]["date"] == .text("2023-06-30"))
  }

  @Test func importsAreNotUndone() throws {
    var desk = try Desk(SampleRegister())
    let signature = desk.signature()
    #expect(throws: StoreError.nothingToUndo) { try desk.store.undo(as: signature) }
    #expect(throws: StoreError.nothingToRedo) { try desk.store.redo(as: signature) }
  }

  @Test func nothingIsRedoneAfterANewChange() throws {
    var desk = try Desk(SampleRegister())
    try desk.note("một", on: "QN23-02")
    _ = try desk.store.undo(as: desk.signature())
    try desk.note("hai", on: "QN23-03")
    let signature = desk.signature()
    #expect(throws: StoreError.nothingToRedo) { try desk.store.redo(as: signature) }
  }
}
