import Foundation
import Model
import Store
import TestKit
import Testing

/// What a person edits in the files with another program is a change like any other.
@Suite struct AdoptingTests {
  private static let file = SampleRegister.quangNinh
  private static let old = "    \"title\": \"Kết nghĩa với Hokkaido\""
  private static let new = "    \"title\": \"Kết nghĩa với tỉnh Hokkaido\""

  private func edited() throws -> SampleRegister {
    let register = try SampleRegister()
    try register.replace(Self.old, by: Self.new, in: Self.file)
    return register
  }

  @Test func aChangeOfAnotherFieldKeepsWhatWasEditedByHand() throws {
    var desk = try Desk(edited())
    try desk.note("đã họp", on: "QN23-03")
    _ = try desk.store.foldJournal()
    let record = try freshRecord("QN23-03", in: desk.register.path)
    #expect(record.fields[.title].text == "Kết nghĩa với tỉnh Hokkaido")
    #expect(record.fields[.notes].elements.count == 1)
    #expect(record.isProven)
    #expect(record.changes.map(\.by) == ["import", "outside", "Lan"])
    #expect(try RegisterCheck.run(desk.register.path).problems.isEmpty)
  }

  @Test func anEditMadeWhileChangesWaitInTheJournalIsKept() throws {
    var desk = try Desk(SampleRegister())
    try desk.note("trước khi sửa tay", on: "QN23-03")
    try desk.register.replace(Self.old, by: Self.new, in: Self.file)
    _ = try desk.store.foldJournal()
    let record = try freshRecord("QN23-03", in: desk.register.path)
    #expect(record.fields[.title].text == "Kết nghĩa với tỉnh Hokkaido")
    #expect(record.fields[.notes].elements.count == 1)
    #expect(record.isProven)
  }

  @Test func anUndoKeepsWhatWasEditedByHandSince() throws {
    var desk = try Desk(SampleRegister())
    try desk.note("nhầm", on: "QN23-03")
    _ = try desk.store.foldJournal()
    try desk.register.replace(Self.old, by: Self.new, in: Self.file)
    _ = try desk.store.undo(as: desk.signature())
    _ = try desk.store.foldJournal()
    let record = try freshRecord("QN23-03", in: desk.register.path)
    #expect(record.fields[.title].text == "Kết nghĩa với tỉnh Hokkaido")
    #expect(record.fields[.notes].isEmpty)
    #expect(record.isProven)
  }

  @Test func whoeverReadsTheFileAdoptsTheSameChange() throws {
    let register = try edited()
    let one = try freshRecord("QN23-03", in: register.path)
    let other = try freshRecord("QN23-03", in: register.path)
    #expect(one.adoption == other.adoption)
    #expect(one.adopted.adopted == one.adopted)
    #expect(one.adopted.fields == one.fields)
  }

  @Test(arguments: [
    ("\"tags\": [\"a\", \"b\"]", ["b", "a"]), ("\"tags\": [\"a\", \"b\"]", ["c", "a", "b"]),
    ("\"tags\": [\"a\", \"b\"]", ["a", "a"]), ("\"tags\": [\"a\", \"b\"]", []),
    ("", ["x"]),
  ])
  func listsBecomeWhatTheyWereEditedTo(_ before: String, _ after: [String]) {
    var fields = Fields()
    if !before.isEmpty { fields[.tags] = .list([.text("a"), .text("b")]) }
    var other = Fields()
    other[.tags] = .list(after.map { .text($0) })
    var becoming = fields
    for edit in fields.edits(becoming: other) { becoming.apply(edit) }
    #expect(becoming == other)
  }

  @Test func aRecordWrittenByHandWithoutHistoryGetsOne() throws {
    let folder = try SmallRegister.make([["raisedOn": "\"2023-03-24\""]])
    let text = try folder.read("follow-ups/quang-ninh/2023.json")
    let cut = try #require(text.range(of: ",\n    \"changes\""))
    try folder.write(text[..<cut.lowerBound] + "\n  }\n]\n", to: "follow-ups/quang-ninh/2023.json")
    let record = try freshRecord("QN23-01", in: folder.path).adopted
    #expect(record.isProven)
    #expect(record.changes.map(\.at.day) == [day("2023-03-24")])
  }

  @Test func whatANewerDondocDidIsNotTakenForAnEditByHand() throws {
    let register = try SampleRegister()
    try register.replace(
      "{\"field\": \"title\", \"from\": null, \"to\": \"Kết nghĩa với Hokkaido\"}",
      by: "{\"newer\": 1}", in: Self.file)
    var desk = try Desk(register)
    try desk.note("vẫn ghi được", on: "QN23-03")
    _ = try desk.store.foldJournal()
    let record = try freshRecord("QN23-03", in: register.path)
    #expect(record.adoption == nil)
    #expect(record.fields[.title].text == "Kết nghĩa với Hokkaido")
    #expect(record.fields[.notes].elements.count == 1)
  }
}
