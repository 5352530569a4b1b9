import Model
import Store
import TestKit
import Testing

@Suite struct FoldingTests {
  @Test func aChangeIsInTheJournalBeforeAnythingElse() throws {
    var desk = try Desk(SampleRegister())
    let before = try desk.register.snapshot()
    try desk.note("đã họp", on: "QN23-02")
    let journal = try desk.register.text("journal.jsonl")
    #expect(journal.hasSuffix("\n"))
    #expect(journal.contains("đã họp"))
    var after = try desk.register.snapshot()
    after["journal.jsonl"] = nil
    #expect(after == before)
  }

  @Test func foldingPutsTheChangeIntoItsFileAndForgetsTheJournal() throws {
    var desk = try Desk(SampleRegister())
    let others = try desk.register.text(SampleRegister.ngheAn)
    try desk.note("đã họp", on: "QN23-02")
    _ = try desk.store.foldJournal()
    #expect(!desk.register.exists("journal.jsonl"))
    #expect(try desk.register.text(SampleRegister.quangNinh).contains("đã họp"))
    #expect(try desk.register.text(SampleRegister.ngheAn) == others)
    #expect(try RegisterCheck.run(desk.register.path).problems.isEmpty)
  }

  @Test func otherRecordsOfTheFileKeepTheirBytes() throws {
    // Not as dondoc writes it, but JSON: a record nobody changes is left as it is.
    let sample = try SampleRegister()
    let odd = "\"tier\":    \"background\""
    try sample.replace("\"tier\": \"background\"", by: odd, in: SampleRegister.quangNinh)
    var desk = try Desk(sample)
    try desk.note("đã họp", on: "QN23-02")
    _ = try desk.store.foldJournal()
    #expect(try desk.register.text(SampleRegister.quangNinh).contains(odd))
  }

  @Test func aChangeOfOneFieldIsTwoLinesOfDifference() throws {
    var desk = try Desk(SampleRegister())
    let before = try desk.register.text(SampleRegister.quangNinh).split(separator: "\n")
    let address = try address("QN23-02", in: desk.store)
    _ = try desk.store.perform(
      .lead(unit: "vu-dba", isProposed: true, on: day("2023-04-03")), on: [address],
      as: desk.signature())
    _ = try desk.store.foldJournal()
    let after = try desk.register.text(SampleRegister.quangNinh).split(separator: "\n")
    let difference = after.difference(from: before)
    let removed = difference.removals.count
    #expect(removed == 1)
    #expect(difference.insertions.count == 2)
    #expect(after.count == before.count + 1)
  }

  @Test func whatIsNotFoldedIsThereWhenTheRegisterIsOpenedAgain() throws {
    var desk = try Desk(SampleRegister())
    try desk.note("trước khi mất điện", on: "QN23-02")
    let reopened = try freshRecord("QN23-02", in: desk.register.path)
    #expect(reopened == (try desk.record("QN23-02")))
    #expect(reopened.fields[.notes].elements.count == 1)
    // Folding what was replayed gives the same record once more.
    _ = try RegisterStore(desk.register.path).loadedAndFolded()
    #expect(try freshRecord("QN23-02", in: desk.register.path) == reopened)
    #expect(!desk.register.exists("journal.jsonl"))
  }

  @Test func aJournalThatWasFoldedAndNotRemovedChangesNothing() throws {
    var desk = try Desk(SampleRegister())
    try desk.note("một lần thôi", on: "QN23-02")
    let journal = try desk.register.text("journal.jsonl")
    _ = try desk.store.foldJournal()
    let folded = try desk.register.text(SampleRegister.quangNinh)
    // As if the computer had stopped between the two.
    try desk.register.write("journal.jsonl", journal)
    _ = try RegisterStore(desk.register.path).loadedAndFolded()
    #expect(try desk.register.text(SampleRegister.quangNinh) == folded)
  }

  @Test func whatOnlyANewerDondocKnowsIsHandedOn() throws {
    let sample = try SampleRegister()
    try sample.replace(
      "    \"changes\": [\n      {\"id\": \"import-qn-gate\"",
      by: """
            "mood": {"weather": [1, 2.50e3]},
            "changes": [
              {"id": "newer", "at": "2023-05-01T00:00:00.000Z", "by": "Minh", \
        "after": ["import-qn-gate"], "edits": [{"field": "mood", "swap": [1, 2]}], "hue": "x"},
              {"id": "import-qn-gate"
        """, in: SampleRegister.quangNinh)
    var desk = try Desk(sample)
    try desk.note("giữ nguyên", on: "QN23-02")
    _ = try desk.store.foldJournal()
    let text = try desk.register.text(SampleRegister.quangNinh)
    #expect(text.contains("{\"field\": \"mood\", \"swap\": [1, 2]}"))
    #expect(text.contains("\"hue\": \"x\""))
    #expect(text.contains("giữ nguyên"))
  }

  @Test func aFieldOnlyANewerDondocKnowsSurvivesAChange() throws {
    let sample = try SampleRegister()
    try sample.replace(
      "{\"field\": \"status\", \"from\": null, \"to\": \"agreed\"}",
      by: """
        {"field": "status", "from": null, "to": "agreed"}, \
        {"field": "mood", "from": null, "to": {"weather": [1, 2.50e3]}}
        """, in: SampleRegister.quangNinh)
    try sample.replace(
      "    \"changes\": [\n      {\"id\": \"import-qn-gate\"",
      by: """
            "mood": {"weather": [1, 2.50e3]},
            "changes": [
              {"id": "import-qn-gate"
        """, in: SampleRegister.quangNinh)
    var desk = try Desk(sample)
    #expect(desk.problems.isEmpty)
    try desk.note("giữ nguyên", on: "QN23-02")
    _ = try desk.store.foldJournal()
    let text = try desk.register.text(SampleRegister.quangNinh)
    #expect(text.contains("\n    \"mood\": {\"weather\": [1, 2.50e3]},\n"))
    #expect(try RegisterCheck.run(desk.register.path).problems.isEmpty)
  }

  @Test func foldingWithoutChangesWritesNothing() throws {
    let desk = try Desk(SampleRegister())
    let before = try desk.register.snapshot()
    #expect(try desk.store.foldJournal().isEmpty)
    #expect(try desk.register.snapshot() == before)
  }
}

extension RegisterStore {
  fileprivate func loadedAndFolded() throws -> [ShelfUpdate] {
    _ = load()
    return try foldJournal()
  }
}
