import Foundation
import Model
import Store
import TestKit
import Testing

/// What a change of several would do is what it does, and undo takes all of it back.
@Suite struct PlanTests {
  private static let today = day("2023-10-02")

  private static func addresses(of store: RegisterStore) -> [RecordAddress] {
    store.load().register.chunks.enumerated().flatMap { slot, chunk in
      (chunk?.rows ?? []).compactMap { row in
        chunk.map { RecordAddress(slot: slot, key: $0.key(row)) }
      }
    }
  }

  private static func actions() -> [Action] {
    var step = StatusStep(to: .inProgress, on: today)
    step.note = "đã gọi"
    let due = Deadline(PartialDate(day("2023-12-15")), origin: .officer)
    return [
      .note("gửi chung", on: today), .step(step), .due(due, reason: nil, on: today),
      .due(due, reason: "chờ phía bạn", on: today), .due(nil, reason: nil, on: today),
      .lead(unit: "ubbgqg", isProposed: false, on: today),
      .edit(RecordEdit([.set(.priority, .number("1")), .join(.tags, ["gấp"])], on: today)),
      .edit(RecordEdit([.leave(.tags, ["gấp"])], on: today)),
    ]
  }

  private static func fields(_ addresses: [RecordAddress], _ store: RegisterStore) throws
    -> [Fields]
  {
    try addresses.map { try store.record(slot: $0.slot, key: $0.key).fields }
  }

  /// Names of notes are made anew each time.
  private static func comparable(_ fields: Fields) -> Fields {
    var fields = fields
    fields[.notes] = .list(
      fields[.notes].elements.map { note in
        guard case .object(let members) = note else { return note }
        return .object(members.filter { $0.key != "id" })
      })
    return fields
  }

  @Test(arguments: 0..<8)
  func whatIsDoneIsWhatWasShownAndUndoTakesItBack(index: Int) throws {
    let folder = try RealRegister.copy()
    let store = try RegisterStore(folder.path)
    let all = PlanTests.addresses(of: store)
    var dice = Dice(seed: UInt64(index) + 11)
    let action = PlanTests.actions()[index]
    for round in 1...4 {
      let chosen = all.filter { _ in dice.next() % 4 == 0 }
      let before = try PlanTests.fields(all, store)
      let lines = store.plan(
        action, on: chosen, as: Desk.signature(minutes: Int64(round * 10)))
      #expect(lines.filter { !$0.isOtherEnd }.map(\.address.withoutSeen) == chosen)
      guard !lines.accepted.isEmpty else { continue }
      _ = try store.perform(
        action, on: lines.accepted, as: Desk.signature(minutes: Int64(round * 10 + 1)))
      for (address, old) in zip(all, before) {
        var expected = old
        let line = lines.first { $0.address.withoutSeen == address }
        for edit in line?.edits ?? [] { expected.apply(edit) }
        let now = try store.record(slot: address.slot, key: address.key).fields
        #expect(PlanTests.comparable(now) == PlanTests.comparable(expected))
      }
      if round % 2 == 0 { _ = try store.foldJournal() }
      _ = try store.undo(as: Desk.signature(minutes: Int64(round * 10 + 2)))
      #expect(try PlanTests.fields(all, store) == before)
    }
  }

  @Test func aRefusalIsOfOneRecordAndNamesItsReason() throws {
    let desk = try Desk(SampleRegister())
    let addresses = try ["QN23-02", "QN23-01"].map { try address($0, in: desk.store) }
    var step = StatusStep(to: .awaitingReply, on: day("2023-04-03"))
    step.waitingFor = "Quảng Tây"
    let lines = desk.store.plan(.step(step), on: addresses, as: Desk.signature(minutes: 1))
    #expect(lines.map(\.code) == ["QN23-02", "QN23-01"])
    #expect(lines[0].refusal == nil)
    #expect(lines[1].refusal == .action(.step(.reopensAsInProgress(from: .done))))
    #expect(lines.accepted.map(\.withoutSeen) == [addresses[0]])
    #expect(lines.refusedCount == 1)
    #expect(!desk.register.exists("journal.jsonl"))
  }

  @Test func whatIsSoAlreadyIsNotRefused() throws {
    var desk = try Desk(SampleRegister())
    let addresses = try ["QN23-02", "QN23-03"].map { try address($0, in: desk.store) }
    let edit = Action.edit(RecordEdit([.join(.tags, ["gấp"])], on: day("2023-04-03")))
    _ = try desk.store.perform(edit, on: [addresses[0]], as: desk.signature())
    let lines = desk.store.plan(edit, on: addresses, as: desk.signature())
    #expect(lines.map(\.isUnchanged) == [true, false])
    #expect(lines.refusedCount == 0)
    #expect(lines.accepted.map(\.withoutSeen) == [addresses[1]])
  }

  @Test func everyChangeOfABatchKnowsHowManyThereAre() throws {
    var desk = try Desk(SampleRegister())
    try desk.note("gửi chung", on: "QN23-02", "QN23-03", "NA23-01")
    _ = try desk.store.foldJournal()
    for code in ["QN23-02", "QN23-03", "NA23-01"] {
      #expect(try freshRecord(code, in: desk.register.path).changes.last?.batchSize == 3)
    }
    try desk.note("riêng", on: "QN23-02")
    #expect(try desk.record("QN23-02").changes.last?.batchSize == nil)
  }
}

/// Numbers that are the same in every run.
private struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
