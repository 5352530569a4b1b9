import Foundation
import Model
import Store
import TestKit
import Testing

/// Files that a disk or a hand has damaged, and clocks that are wrong.
@Suite struct DamageTests {
  /// A register with two batches in its journal.
  private func journalled() throws -> (register: SampleRegister, journal: [UInt8]) {
    var desk = try Desk(SampleRegister())
    try desk.note("một", on: "QN23-02")
    try desk.note("hai", on: "QN23-02", "NA23-01")
    return (desk.register, Array(try desk.register.text("journal.jsonl").utf8))
  }

  /// How many of the two batches are there, with all their records.
  private func batches(_ register: SampleRegister) throws -> [Int] {
    let store = try RegisterStore(register.path)
    let (loaded, problems) = store.load()
    #expect(loaded.count == 4)
    for problem in problems {
      switch problem {
      case .tornJournal, .damagedJournal: break
      default: Issue.record("\(problem)")
      }
    }
    let gate = try freshRecord("QN23-02", in: register.path).fields[.notes].elements.count
    let clip = try freshRecord("NA23-01", in: register.path).fields[.notes].elements.count
    return [gate - clip, clip]
  }

  @Test func aBitFlippedAnywhereInTheLastLinesTakesOutWholeBatchesOnly() throws {
    let (register, journal) = try journalled()
    let lines = journal.split(separator: 10).map(\.count)
    for place in stride(from: 0, to: journal.count, by: 7) + [lines[0], journal.count - 1] {
      var flipped = journal
      flipped[place] ^= 0x10
      try register.write("journal.jsonl", flipped)
      let isInFirst = place < lines[0]
      let isBetween = place == lines[0]
      let expected = isBetween ? [0, 0] : isInFirst ? [0, 1] : [1, 0]
      #expect(try batches(register) == expected, "byte \(place)")
    }
  }

  @Test func aLastLineThatLostItsEndIsKeptWhenTheJournalIsFolded() throws {
    let (register, journal) = try journalled()
    try register.write("journal.jsonl", Array(journal.dropLast()))
    let store = try RegisterStore(register.path)
    _ = store.load()
    _ = try store.foldJournal()
    #expect(!register.exists("journal.jsonl"))
    let kept = try FileManager.default.subpathsOfDirectory(atPath: register.path)
      .filter { $0.hasSuffix(".jsonl") }
    #expect(kept.count == 1)
    #expect(Array(try register.text(kept.first ?? "").utf8) == Array(journal.dropLast()))
  }

  /// Of a follow-up file cut off anywhere, the fault is named, the other files are used, and the
  /// version kept before brings it back with what was folded since.
  @Test func aFileCutOffAnywhereIsNamedAndCanBePutBack() throws {
    let file = SampleRegister.quangNinh
    var desk = try Desk(SampleRegister())
    try desk.note("đã ghi vào tệp", on: "QN23-02")
    _ = try desk.store.foldJournal()
    let whole = Array(try desk.register.text(file).utf8)
    for part in 0..<50 {
      try desk.register.write(file, Array(whole[..<(whole.count * part / 50)]))
      let store = try RegisterStore(desk.register.path)
      let (loaded, problems) = store.load()
      #expect(loaded.count == 1)
      #expect(problems.compactMap(\.place).map(\.path) == [file])
      let generation = try #require(
        store.generations().first { generation in
          (try? store.difference(of: generation))?.putsBack == true
        })
      _ = try store.restore(generation, as: Desk.signature(minutes: 9))
      _ = try store.foldJournal()
      #expect(Array(try desk.register.text(file).utf8) == whole, "cut at \(part)/50")
    }
  }

  @Test func aClockThatGoesBackDoesNotPutChangesOutOfOrder() throws {
    let desk = try Desk(SampleRegister())
    let gate = try address("QN23-02", in: desk.store)
    for (index, minutes) in [600, 500, -90_000, 400].enumerated() {
      _ = try desk.store.perform(
        .note("lần \(index + 1)", on: day("2023-04-03")), on: [gate],
        as: Desk.signature(minutes: Int64(minutes)))
      if index == 1 { _ = try desk.store.foldJournal() }
    }
    _ = try desk.store.foldJournal()
    let record = try freshRecord("QN23-02", in: desk.register.path)
    let texts = record.fields[.notes].elements.compactMap { $0["text"].text }
    #expect(texts == ["lần 1", "lần 2", "lần 3", "lần 4"])
    #expect(record.changes.map(\.at) == record.changes.map(\.at).sorted())
    #expect(Set(record.changes.map(\.at)).count == record.changes.count)
    #expect(try RegisterCheck.run(desk.register.path).problems.isEmpty)
  }

  /// Each goes on from what the other wrote, though one clock is a day behind the other.
  @Test func twoHostsWhoseClocksAreADayApartKeepTheirOrder() throws {
    let register = try SampleRegister()
    let (ahead, behind) = (try RegisterStore(register.path), try RegisterStore(register.path))
    _ = ahead.load()
    _ = behind.load()
    let gate = try address("QN23-02", in: ahead)
    for turn in 0..<6 {
      let isAhead = turn.isMultiple(of: 2)
      let minutes = Int64(turn) + (isAhead ? 1440 : 0)
      _ = try (isAhead ? ahead : behind).perform(
        .note("lượt \(turn)", on: day("2023-04-03")), on: [gate],
        as: Desk.signature(minutes: minutes, isAhead ? "Lan" : "Minh"))
      if turn == 3 { _ = try ahead.foldJournal() }
    }
    _ = try behind.foldJournal()
    let record = try freshRecord("QN23-02", in: register.path)
    let texts = record.fields[.notes].elements.compactMap { $0["text"].text }
    #expect(texts == (0..<6).map { "lượt \($0)" })
    #expect(try RegisterCheck.run(register.path).problems.isEmpty)
  }
}
