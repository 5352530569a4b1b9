import Foundation
import Model
import Store
import TestKit
import Testing

/// The register as it was at a moment, whatever was done to it later.
@Suite struct PastTests {
  private static let moment = Moment(milliseconds: 1_700_000_000_000 + 30 * 60_000)

  private func past(_ store: RegisterStore, at moment: Moment = Self.moment) -> Register {
    let (register, _) = store.load()
    var past = register
    for update in store.past(asOf: moment).updates { past.place(update.chunk, in: update.slot) }
    return past
  }

  private func titles(_ register: Register) -> [String] {
    register.chunks.compactMap(\.self).flatMap { chunk in
      chunk.rows.map { "\(chunk.code($0)) \(chunk.title($0)) \($0.status)" }
    }
  }

  @Test(arguments: [false, true])
  func laterChangesAreNotInIt(isFolded: Bool) throws {
    var desk = try Desk(SampleRegister())
    let before = titles(desk.store.load().register)
    let record = try desk.record("QN23-02")
    _ = try desk.store.perform(
      .edit(RecordEdit([.set(.title, .text("Tên sau này"))], on: day("2023-11-20"))),
      on: [address("QN23-02", in: desk.store)], as: Desk.signature(minutes: 40))
    if isFolded { _ = try desk.store.foldJournal() }
    #expect(titles(desk.store.load().register) != before)
    #expect(titles(past(desk.store)) == before)
    let address = try address("QN23-02", in: desk.store)
    #expect(
      try desk.store.record(slot: address.slot, key: address.key, asOf: Self.moment) == record)
    _ = desk.signature()
  }

  @Test func whatWasMadeLaterIsNotThere() throws {
    let desk = try Desk(SampleRegister())
    let before = titles(desk.store.load().register)
    var draft = RecordDraft(year: 2023)
    draft.title = "Mục mới"
    draft.province = "quang-ninh"
    draft.category = "bien-gioi"
    draft.sources = ["công văn 1"]
    let saved = try desk.store.create([draft], as: Desk.signature(minutes: 50))
    let key = try #require(saved.records.first?.key)
    #expect(titles(past(desk.store)) == before)
    _ = try desk.store.foldJournal()
    #expect(titles(past(desk.store)) == before)
    #expect(throws: RegisterProblem.recordGone(code: key)) {
      try desk.store.record(
        slot: try address(saved.records[0].code, in: desk.store).slot, key: key,
        asOf: Self.moment)
    }
  }

  @Test func changesUpToTheMomentAreInIt() throws {
    var desk = try Desk(SampleRegister())
    try desk.note("trước", on: "QN23-02")
    let before = try desk.record("QN23-02")
    _ = try desk.store.perform(
      .note("sau", on: day("2023-11-20")), on: [address("QN23-02", in: desk.store)],
      as: Desk.signature(minutes: 31))
    let address = try address("QN23-02", in: desk.store)
    #expect(
      try desk.store.record(slot: address.slot, key: address.key, asOf: Self.moment) == before)
    #expect(before.fields[.notes].elements.count == 1)
  }

  @Test func beforeTheFirstChangeThereIsNothing() throws {
    let desk = try Desk(SampleRegister())
    #expect(titles(past(desk.store, at: Moment(milliseconds: 0))).isEmpty)
  }

  @Test func beyondTheLastChangeItIsThePresent() throws {
    var desk = try Desk(SampleRegister())
    try desk.note("mới", on: "QN23-03")
    let present = titles(desk.store.load().register)
    #expect(titles(past(desk.store, at: Moment(milliseconds: .max))) == present)
  }

  @Test func aRecordWithoutItsCreationIsNotThereYet() {
    let late = Change(
      id: "a", at: Moment(milliseconds: 20), by: "Lan",
      edits: [.set(.code, from: .null, to: .text("QN23-01"))])
    let early = Change(
      id: "b", at: Moment(milliseconds: 10), by: "Lan",
      edits: [.set(.title, from: .null, to: .text("x"))])
    #expect(Record(changes: [late, early]).asOf(Moment(milliseconds: 15)) == nil)
  }
}
