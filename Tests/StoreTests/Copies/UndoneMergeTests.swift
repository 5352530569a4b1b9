import Foundation
import Model
import TestKit
import Testing

@testable import Store

/// A merge of copies is taken back whole: the records, and what stands beside them.
@Suite struct UndoneMergeTests {
  private struct Copies {
    let a: SampleRegister
    let b: SampleRegister
    /// The first as it was.
    let before: [String: [UInt8]]
    let fields: [String: Fields]
  }

  private static let units = "registry/units.json"
  private static let on = day("2023-04-03")

  private static func record(_ code: String, lead unit: String) -> Value {
    SampleRegister.record([
      .key: .text("key-\(code)"), .code: .text(code), .kind: .text("request"),
      .direction: .text("provinceToMinistry"), .province: .text("nghe-an"),
      .title: .text("Mời đoàn"), .category: .text("dia-phuong"), .tier: .text("core"),
      .lead: .object(["unit": .text(unit)]), .status: .text("new"),
      .sources: .list([.object(["document": .text("bai-000")])]),
    ])
  }

  private static func officer(_ name: String, in register: SampleRegister) throws {
    let store = try RegisterStore(register.path)
    let here = try address("QN23-03", in: store)
    _ = try store.perform(
      .edit(RecordEdit([.set(.officer, .text(name))], on: on)), on: [here],
      as: Desk.signature(minutes: name == "Lan" ? 1 : 2, name))
    _ = try store.foldJournal()
  }

  /// Minh has a new unit, which leads one record of both and one of his own, a programme, a view and
  /// a closed year; both have set one officer.
  private static func copies() throws -> Copies {
    let (a, b) = (try SampleRegister(), try SampleRegister())
    // Not as dondoc writes it: undo gives bytes back, not values.
    try a.write(units, try a.text(units) + "\n")
    try b.replace(
      #""id": "vu-chau-au","#, by: #""id": "cuc-moi", "name": "Cục Mới"}, {"id": "vu-chau-au","#,
      in: units)
    try b.write("programmes/y.json", #"{"id": "y", "name": "Của Minh", "province": "nghe-an"}"#)
    try a.write("views.json", #"{"views": [{"name": "Của Lan", "query": "unesco"}]}"#)
    try b.write("views.json", #"{"views": [{"name": "Của Minh", "query": "hokkaido"}]}"#)
    try b.write(
      "follow-ups/nghe-an/2024.json",
      CanonicalWriter.file(records: [record("NA24-01", lead: "cuc-moi")]))
    let store = try RegisterStore(b.path)
    let here = try address("QN23-02", in: store)
    _ = try store.perform(
      .lead(unit: "cuc-moi", isProposed: false, on: on), on: [here],
      as: Desk.signature(minutes: 1, "Minh"))
    _ = try store.foldJournal()
    try officer("Lan", in: a)
    try officer("Minh", in: b)
    return Copies(a: a, b: b, before: try small(a), fields: try fields(a))
  }

  @discardableResult
  private static func merge(_ copies: Copies, minutes: Int64 = 10) throws -> CopyReport {
    let (mine, theirs) = (try RegisterStore(copies.a.path), try RegisterStore(copies.b.path))
    _ = (mine.load(), theirs.load())
    let report = try mine.merge(theirs, as: Desk.signature(minutes: minutes), isTrial: false).report
    _ = try mine.foldJournal()
    return report
  }

  @discardableResult
  private static func undo(_ register: SampleRegister, minutes: Int64 = 20) throws -> Saved {
    let store = try RegisterStore(register.path)
    _ = store.load()
    let saved = try store.undo(as: Desk.signature(minutes: minutes))
    _ = try store.foldJournal()
    return saved
  }

  private static func redo(_ register: SampleRegister, minutes: Int64 = 30) throws {
    let store = try RegisterStore(register.path)
    _ = store.load()
    _ = try store.redo(as: Desk.signature(minutes: minutes))
    _ = try store.foldJournal()
  }

  /// What stands beside the records, to the byte.
  private static func small(_ register: SampleRegister) throws -> [String: [UInt8]] {
    try register.snapshot().filter { file, _ in
      !file.hasPrefix("follow-ups") && !file.hasPrefix("merges")
    }
  }

  /// The records in force, by their codes.
  private static func fields(_ register: SampleRegister) throws -> [String: Fields] {
    let store = try RegisterStore(register.path)
    var all: [String: Fields] = [:]
    for (slot, chunk) in store.load().register.chunks.enumerated() {
      for row in chunk?.rows ?? [] {
        guard let chunk else { continue }
        let record = try store.record(slot: slot, key: chunk.key(row))
        all[record.code] = record.fields
      }
    }
    return all
  }

  private static func conflicts(_ register: SampleRegister) throws -> [Conflict.Matter] {
    try ["QN23-02", "QN23-03"].flatMap {
      try freshRecord($0, in: register.path).conflicts.map(\.matter)
    }
  }

  @Test func undoGivesBackEveryFileToTheByteAndEveryRecord() throws {
    let copies = try Self.copies()
    let theirs = try copies.b.snapshot()
    try Self.merge(copies)
    #expect(try Self.small(copies.a) != copies.before)
    #expect(try Self.conflicts(copies.a) == [.field("officer")])
    let saved = try Self.undo(copies.a)
    #expect(Set(saved.files) == [Self.units, "programmes/y.json", "views.json"])
    #expect(try Self.small(copies.a) == copies.before)
    #expect(try Self.fields(copies.a) == copies.fields)
    #expect(try Self.conflicts(copies.a).isEmpty)
    #expect(try copies.b.snapshot() == theirs)
    // The record that came is in the bin, with the name of a unit that is gone.
    let problems = try RegisterCheck.run(copies.a.path).problems
    #expect(problems.allSatisfy { "\($0)".contains("notCanonical") }, "\(problems)")
  }

  @Test func redoGivesTheUnionAndUndoTakesItBackAgain() throws {
    let copies = try Self.copies()
    try Self.merge(copies)
    let union = (small: try Self.small(copies.a), fields: try Self.fields(copies.a))
    for round in 0..<2 {
      try Self.undo(copies.a, minutes: Int64(20 + round * 20))
      #expect(try Self.small(copies.a) == copies.before)
      #expect(try Self.fields(copies.a) == copies.fields)
      try Self.redo(copies.a, minutes: Int64(30 + round * 20))
      #expect(try Self.small(copies.a) == union.small)
      #expect(try Self.fields(copies.a) == union.fields)
      #expect(try Self.conflicts(copies.a) == [.field("officer")])
    }
    #expect(try RegisterCheck.run(copies.a.path).problems.isEmpty)
  }

  @Test func mergedOnceMoreAfterTheUndoItIsAsMerged() throws {
    let copies = try Self.copies()
    let report = try Self.merge(copies)
    let union = (small: try Self.small(copies.a), fields: try Self.fields(copies.a))
    for round in 0..<3 {
      try Self.undo(copies.a, minutes: Int64(20 + round * 20))
      #expect(try Self.fields(copies.a) == copies.fields)
      #expect(try Self.small(copies.a) == copies.before)
      #expect(try Self.merge(copies, minutes: Int64(30 + round * 20)) == report)
      #expect(try Self.small(copies.a) == union.small)
      #expect(try Self.fields(copies.a) == union.fields)
      #expect(try Self.conflicts(copies.a) == [.field("officer")])
      let stands = try copies.a.snapshot()
      #expect(try Self.merge(copies, minutes: Int64(35 + round * 20)).changes == 0)
      #expect(try copies.a.snapshot() == stands)
    }
    #expect(try RegisterCheck.run(copies.a.path).problems.isEmpty)
  }

  /// What the colleague did since comes along, and stands where it is the later word.
  @Test func whatCameToTheOtherCopySinceIsMergedToo() throws {
    let copies = try Self.copies()
    try Self.merge(copies)
    try Self.undo(copies.a)
    let store = try RegisterStore(copies.b.path)
    let here = try address("QN23-02", in: store)
    _ = try store.perform(
      .lead(unit: "vu-dba", isProposed: false, on: Self.on), on: [here],
      as: Desk.signature(minutes: 15, "Minh"))
    _ = try store.foldJournal()
    try Self.merge(copies, minutes: 40)
    let record = try freshRecord("QN23-02", in: copies.a.path)
    #expect(record.fields[.lead]["unit"] == .text("vu-dba"))
    #expect(try Self.conflicts(copies.a) == [.field("officer")])
    try Self.undo(copies.a, minutes: 50)
    #expect(try Self.fields(copies.a) == copies.fields)
    #expect(try Self.small(copies.a) == copies.before)
  }

  @Test func aFurtherUndoTakesBackOnesOwnWorkAndNotTheColleagues() throws {
    let copies = try Self.copies()
    try Self.merge(copies)
    try Self.undo(copies.a)
    let saved = try Self.undo(copies.a, minutes: 30)
    #expect(saved.records.map(\.code) == ["QN23-03"])
    #expect(saved.records.first?.fields[.officer].isEmpty == true)
    #expect(throws: StoreError.nothingToUndo) { try Self.undo(copies.a, minutes: 40) }
  }

  // MARK: - What stands in the way

  private static func refuses(_ register: SampleRegister, _ obstacle: MergeObstacle) throws {
    let before = try register.snapshot()
    #expect(throws: StoreError.mergeStays(obstacle)) { try undo(register) }
    #expect(try register.snapshot() == before)
  }

  @Test func aFileThatWasAlteredSinceKeepsAllOfIt() throws {
    let copies = try Self.copies()
    try Self.merge(copies)
    try copies.a.replace("unesco", by: "UNESCO", in: "views.json")
    try Self.refuses(copies.a, .altered(file: "views.json"))
    try copies.a.replace("UNESCO", by: "unesco", in: "views.json")
    try Self.undo(copies.a)
    #expect(try Self.small(copies.a) == copies.before)
  }

  @Test func anEntryThatARecordNamesStays() throws {
    let copies = try Self.copies()
    try Self.merge(copies)
    let file = "follow-ups/nghe-an/2025.json"
    try copies.a.write(
      file, CanonicalWriter.file(records: [Self.record("NA25-01", lead: "cuc-moi")]))
    try Self.refuses(copies.a, .named(entry: "Cục Mới", by: ["NA25-01"]))
    try copies.a.write(
      file, CanonicalWriter.file(records: [Self.record("NA25-01", lead: "ubbgqg")]))
    try Self.undo(copies.a)
    #expect(try Self.small(copies.a) == copies.before)
  }

  @Test func anEntryThatAProgrammeNamesStays() throws {
    let copies = try Self.copies()
    try Self.merge(copies)
    try copies.a.write(
      "programmes/z.json",
      #"{"id": "z", "name": "Z", "province": "nghe-an", "contactMinistry": "cuc-moi"}"#)
    try Self.refuses(copies.a, .named(entry: "Cục Mới", by: ["programmes/z.json"]))
  }

  // MARK: - Files alone

  @Test func aMergeOfFilesAloneIsAnUndoToo() throws {
    let (a, b) = (try SampleRegister(), try SampleRegister())
    try b.write("programmes/y.json", #"{"id": "y", "name": "Của Minh", "province": "nghe-an"}"#)
    let copies = Copies(a: a, b: b, before: try Self.small(a), fields: try Self.fields(a))
    try Self.merge(copies)
    let union = try Self.small(a)
    #expect(union != copies.before)
    try Self.undo(a)
    #expect(try Self.small(a) == copies.before)
    #expect(throws: StoreError.nothingToUndo) { try Self.undo(a, minutes: 25) }
    try Self.redo(a)
    #expect(try Self.small(a) == union)
    try Self.undo(a, minutes: 40)
    try Self.merge(copies, minutes: 50)
    #expect(try Self.small(a) == union)
    try Self.undo(a, minutes: 60)
    #expect(try Self.small(a) == copies.before)
  }

  // MARK: - Cut off

  /// The files are on the side on which the records are, whenever somebody is cut off.
  @Test(arguments: [true, false], [true, false])
  func whoeverOpensItNextEndsWhatWasBegun(isUndo: Bool, isSaved: Bool) throws {
    let copies = try Self.copies()
    if isUndo { try Self.merge(copies) }
    let old = try copies.a.snapshot()
    if isUndo { try Self.undo(copies.a) } else { try Self.merge(copies) }
    let new = try copies.a.snapshot()
    let log = try #require(new.keys.first { $0.hasPrefix("merges/") })
    // Cut off halfway: the records are there or not, of the files one is as it was, one is new.
    for (file, bytes) in isSaved ? new : old where file.hasPrefix("follow-ups") && !bytes.isEmpty {
      try copies.a.write(file, bytes)
    }
    if !isSaved, !isUndo {
      try FileManager.default.removeItem(atPath: copies.a.path + "/follow-ups/nghe-an/2024.json")
    }
    try copies.a.write(Self.units, try #require(old[Self.units]))
    try copies.a.write("merges/.unfinished", try #require(new[log]))
    if let before = old[log] {
      try copies.a.write(log, before)
    } else {
      try FileManager.default.removeItem(atPath: copies.a.path + "/" + log)
    }
    _ = try RegisterStore(copies.a.path)
    var expected = isSaved ? new : old
    if !isUndo, !isSaved { expected["merges"] = [] }
    let found = try copies.a.snapshot()
    for file in Set(expected.keys).union(found.keys) {
      #expect(found[file] == expected[file], "\(file)")
    }
  }

  @Test func aLogThatNamesAFileOutsideIsNotFollowed() throws {
    let register = try SampleRegister()
    let outside = ["../outside.json", "registry/../../x.json", "register.json", "/tmp/x.json"]
    for file in ["views.json"] + outside {
      try register.write(
        "merges/x.json",
        #"""
        {"batch": "x", "at": "2030-01-01T00:00:00.000Z", "by": "Lan", "files": [{"file": "\#(file)",
        "before": "1", "after": "2"}]}
        """#)
      let logs = MergeLog.all(RegisterFolder(register.path))
      #expect(logs.count == (file == "views.json" ? 1 : 0), "\(file)")
    }
  }
}
