import Foundation
import Model
@testable import Store
import TestKit
import Testing

@Suite struct JournalTests {
  private static func entry(_ id: String, _ text: String = "…") -> Journal.Entry {
    let change = Change(
      id: id, at: Moment(milliseconds: 1_700_000_000_000), by: "Lan",
      edits: [.set(.remarks, from: .null, to: .text(text))])
    return Journal.Entry(record: "qn-gate", change: change)
  }

  @Test func whatIsAppendedIsReadBack() throws {
    let register = try SampleRegister()
    let journal = Journal(RegisterFolder(register.path))
    _ = try journal.append([JournalTests.entry("a", "xuống\ndòng"), JournalTests.entry("b")])
    _ = try journal.append([JournalTests.entry("c")])
    let contents = try journal.read()
    #expect(contents.entries.map(\.change.id) == ["a", "b", "c"])
    #expect(contents.entries[0].change == JournalTests.entry("a", "xuống\ndòng").change)
    #expect(contents.problems.isEmpty)
    #expect(try register.text("journal.jsonl").split(separator: "\n").count == 2)
  }

  @Test func theFileIsTheOfficesOwn() throws {
    let register = try SampleRegister()
    _ = try Journal(RegisterFolder(register.path)).append([JournalTests.entry("a")])
    let attributes = try FileManager.default.attributesOfItem(
      atPath: register.path + "/journal.jsonl")
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  /// Wherever the last line is cut off, the lines before it are whole, and nothing of it is used.
  @Test func aLineThatWasCutOffIsAsIfItHadNeverBeen() throws {
    let register = try SampleRegister()
    let journal = Journal(RegisterFolder(register.path))
    _ = try journal.append([JournalTests.entry("a")])
    let whole = Array(try register.text("journal.jsonl").utf8)
    _ = try journal.append([JournalTests.entry("b"), JournalTests.entry("c")])
    let both = Array(try register.text("journal.jsonl").utf8)
    for length in whole.count..<both.count {
      try register.write("journal.jsonl", Array(both[..<length]))
      let contents = try journal.read()
      #expect(contents.entries.map(\.change.id) == ["a"])
      let torn = length - whole.count
      #expect(
        contents.problems
          == (torn == 0 ? [] : [.tornJournal(path: "journal.jsonl", bytes: torn)]))
    }
  }

  @Test func whatIsWrittenAfterATornLineIsWhole() throws {
    let register = try SampleRegister()
    let journal = Journal(RegisterFolder(register.path))
    try register.write("journal.jsonl", "{\"changes\": [{\"rec")
    _ = try journal.append([JournalTests.entry("b")])
    let contents = try journal.read()
    #expect(contents.entries.map(\.change.id) == ["b"])
    #expect(contents.problems == [.damagedJournal(path: "journal.jsonl", line: 1)])
  }

  @Test func oneFlippedBitTakesItsLineOutAndNoOther() throws {
    let register = try SampleRegister()
    let journal = Journal(RegisterFolder(register.path))
    for id in ["a", "b", "c"] { _ = try journal.append([JournalTests.entry(id, "đôn đốc")]) }
    let bytes = Array(try register.text("journal.jsonl").utf8)
    let second = (bytes.firstIndex(of: 10) ?? 0) + 1
    let end = bytes[second...].firstIndex(of: 10) ?? bytes.count
    for place in second..<end {
      var flipped = bytes
      flipped[place] ^= 0x01
      if flipped[place] == 10 { continue }
      try register.write("journal.jsonl", flipped)
      let contents = try journal.read()
      #expect(contents.entries.map(\.change.id) == ["a", "c"], "byte \(place)")
      #expect(contents.problems == [.damagedJournal(path: "journal.jsonl", line: 2)])
    }
  }

  @Test func aDamagedJournalIsKeptWhenTheRestIsFolded() throws {
    let register = try SampleRegister()
    let journal = Journal(RegisterFolder(register.path))
    _ = try journal.append([JournalTests.entry("a", "còn")])
    try register.write("journal.jsonl", try register.text("journal.jsonl") + "hỏng\n")
    let store = try RegisterStore(register.path)
    #expect(store.load().problems == [.damagedJournal(path: "journal.jsonl", line: 2)])
    _ = try store.foldJournal()
    #expect(try register.text(SampleRegister.quangNinh).contains("còn"))
    let kept = try FileManager.default.contentsOfDirectory(atPath: register.path)
      .filter { $0.contains("damaged") }
    #expect(kept.count == 1)
    #expect(try register.text(kept.first ?? "").contains("hỏng"))
  }
}
