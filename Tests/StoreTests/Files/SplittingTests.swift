import Model
import Store
import TestKit
import Testing

@Suite struct SplittingTests {
  private static let today = day("2023-04-03")

  private func split(_ desk: inout Desk, _ parts: [Part]) throws -> Saved {
    let address = try address("QN23-02", in: desk.store)
    return try desk.store.perform(
      .split(parts, on: Self.today), on: [address], as: desk.signature())
  }

  private func step(_ to: Status, _ code: String, _ desk: inout Desk) throws {
    var step = StatusStep(to: to, on: Self.today)
    step.resultKind = .met
    let address = try address(code, in: desk.store)
    _ = try desk.store.perform(.step(step), on: [address], as: desk.signature())
  }

  private func shownStatus(_ code: String, _ desk: Desk) throws -> Status? {
    let (register, _) = desk.store.load()
    let place = try #require(register.place(ofCode: code))
    return register.row(at: place)?.row.status
  }

  @Test(arguments: [false, true])
  func partsGetTheNextNumbersAndWhatTheWholeSays(isFolded: Bool) throws {
    var desk = try Desk(SampleRegister())
    let saved = try split(&desk, [Part(title: "Một"), Part(title: "Hai")])
    #expect(saved.records.map(\.code) == ["QN23-02", "QN23-04", "QN23-05"])
    if isFolded {
      _ = try desk.store.foldJournal()
      #expect(try RegisterCheck.run(desk.register.path).problems.isEmpty)
    }
    let whole = try freshRecord("QN23-02", in: desk.register.path)
    let part = try FollowUp(try freshRecord("QN23-05", in: desk.register.path).fields)
    #expect(part.title == "Hai")
    #expect(part.lead == Lead(unit: "ubbgqg", isProposed: true))
    #expect(part.status == .agreed)
    #expect(part.due?.date.day == day("2023-06-30"))
    #expect(part.session == "qn-session")
    #expect(part.counterparts.map(\.counterpart) == ["quang-tay"])
    #expect(part.links == [Link(.partOf, to: whole.key)])
    #expect(try FollowUp(whole.fields).links.filter { $0.relation == .hasPart }.count == 2)
    #expect(whole.code == "QN23-02")
  }

  @Test func oneUndoTakesTheWholeSplitBackAndRedoDoesItAgain() throws {
    var desk = try Desk(SampleRegister())
    let before = try desk.record("QN23-02").fields
    _ = try split(&desk, [Part(title: "Một"), Part(title: "Hai")])
    let after = try desk.record("QN23-02").fields
    _ = try desk.store.undo(as: desk.signature())
    #expect(try desk.record("QN23-02").fields == before)
    #expect(try desk.record("QN23-04").fields[.binned].text != nil)
    _ = try desk.store.redo(as: desk.signature())
    #expect(try desk.record("QN23-02").fields == after)
    #expect(try desk.record("QN23-04").fields[.binned].isEmpty)
    _ = try desk.store.foldJournal()
    #expect(try RegisterCheck.run(desk.register.path).problems.isEmpty)
  }

  @Test func theWholeIsDoneOnlyWhenEachPartIsClosed() throws {
    var desk = try Desk(SampleRegister())
    _ = try split(&desk, [Part(title: "Một"), Part(title: "Hai")])
    #expect(try shownStatus("QN23-02", desk) == .agreed)
    try step(.done, "QN23-04", &desk)
    #expect(try shownStatus("QN23-02", desk) == .inProgress)
    let refusal = StoreError.refused(code: "QN23-02", .step(.openParts(["QN23-05"])))
    #expect(throws: refusal) { try step(.done, "QN23-02", &desk) }
    try step(.done, "QN23-05", &desk)
    try step(.done, "QN23-02", &desk)
    #expect(try shownStatus("QN23-02", desk) == .done)
    var again = StatusStep(to: .inProgress, on: Self.today)
    (again.reason, again.note) = ("mở lại", "còn việc")
    let part = try address("QN23-05", in: desk.store)
    _ = try desk.store.perform(.step(again), on: [part], as: desk.signature())
    #expect(try shownStatus("QN23-02", desk) == .inProgress)
  }

  @Test func aLineThatIsFollowedGoesOnInItsPart() throws {
    var desk = try Desk(SampleRegister())
    let whole = try address("QN23-02", in: desk.store)
    let edit = RecordEdit(
      [
        .line(counterpart: "quang-tay", .status(.awaitingReply)),
        .line(counterpart: "quang-tay", .unit("vu-dba")),
        .line(counterpart: "quang-tay", .answer("đang xem xét")),
      ], on: Self.today)
    _ = try desk.store.perform(.edit(edit), on: [whole], as: desk.signature())
    _ = try split(&desk, [Part(title: "Quảng Tây", counterparts: ["quang-tay"])])
    let part = try FollowUp(try desk.record("QN23-04").fields)
    #expect(part.status == .awaitingReply)
    #expect(part.lead == Lead(unit: "vu-dba", isProposed: true))
    #expect(part.result?.text == "đang xem xét")
    #expect(part.counterparts.map(\.status) == [nil])
    #expect(try FollowUp(try desk.record("QN23-02").fields).counterparts.map(\.status) == [nil])
  }

  @Test(arguments: [
    ([Part](), ActionError.noParts), ([Part(title: " ")], .emptyTitle),
    ([Part(title: "x", counterparts: ["hokkaido"])], .noSuchLine("hokkaido")),
  ])
  func whatCannotBeSplitSoIsRefused(parts: [Part], error: ActionError) throws {
    var desk = try Desk(SampleRegister())
    #expect(throws: StoreError.refused(code: "QN23-02", error)) { try split(&desk, parts) }
    #expect(!desk.register.exists("journal.jsonl"))
  }

  @Test func previewNamesThePartsAndWritesNothing() throws {
    var desk = try Desk(SampleRegister())
    let before = try desk.register.snapshot()
    let planned = try desk.store.preview(
      .split([Part(title: "Một")], on: Self.today), on: [try address("QN23-02", in: desk.store)],
      as: desk.signature())
    #expect(planned.map(\.record.code) == ["QN23-02", "QN23-04"])
    #expect(planned.map(\.isNew) == [false, true])
    #expect(try desk.register.snapshot() == before)
  }
}

@Suite struct MergingRecordsTests {
  private func merge(_ code: String, into target: String, _ desk: inout Desk) throws {
    let target = try address(target, in: desk.store)
    let source = try address(code, in: desk.store)
    _ = try desk.store.perform(
      .merge(into: target.key, on: day("2023-04-03")), on: [source], as: desk.signature())
  }

  @Test func theTargetTakesOverWhatItLacksAndNothingOfItsOwnIsAltered() throws {
    var desk = try Desk(SampleRegister())
    try desk.note("của mục gộp", on: "QN23-02")
    try desk.note("của đích", on: "QN23-03")
    let before = try desk.record("QN23-03").fields
    try merge("QN23-02", into: "QN23-03", &desk)
    let (source, target) = (
      try FollowUp(try desk.record("QN23-02").fields),
      try FollowUp(try desk.record("QN23-03").fields)
    )
    #expect(source.status == .merged)
    #expect(source.mergedInto == "qn-twin")
    #expect(source.code == "QN23-02")
    #expect(target.counterparts.map(\.counterpart) == ["hokkaido", "quang-tay"])
    #expect(target.coordinating.map(\.id) == ["vu-dba"])
    #expect(target.notes.map(\.text) == ["của đích", "của mục gộp"])
    #expect(target.title == "Kết nghĩa với Hokkaido")
    #expect(target.sources.count == 1)
    _ = try desk.store.undo(as: desk.signature())
    #expect(try desk.record("QN23-03").fields == before)
    #expect(try FollowUp(try desk.record("QN23-02").fields).status == .agreed)
    _ = try desk.store.foldJournal()
    #expect(try RegisterCheck.run(desk.register.path).problems.isEmpty)
  }

  @Test func aRecordIsNotMergedIntoItselfNorRoundInACircle() throws {
    var desk = try Desk(SampleRegister())
    #expect(throws: StoreError.refused(code: "QN23-02", .step(.intoItself))) {
      try merge("QN23-02", into: "QN23-02", &desk)
    }
    try merge("QN23-02", into: "QN23-03", &desk)
    let circle = ActionError.targetIsMerged(code: "QN23-02", into: "QN23-03")
    #expect(throws: StoreError.refused(code: "QN23-03", circle)) {
      try merge("QN23-03", into: "QN23-02", &desk)
    }
    #expect(throws: StoreError.refused(code: "NA23-01", circle)) {
      try merge("NA23-01", into: "QN23-02", &desk)
    }
  }

  @Test func aStepToMergedTakesOverToo() throws {
    var desk = try Desk(SampleRegister())
    var step = StatusStep(to: .merged, on: day("2023-04-03"))
    step.otherKey = "qn-twin"
    let source = try address("QN23-02", in: desk.store)
    let saved = try desk.store.perform(.step(step), on: [source], as: desk.signature())
    #expect(saved.records.map(\.code) == ["QN23-02", "QN23-03"])
  }
}
