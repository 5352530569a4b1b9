import Foundation
import Model
import Store
import TestKit
import Testing

@Suite struct SharingTests {
  @Test func twoStoresOnOneFolderDoNotLoseEachOthersChanges() throws {
    var desk = try Desk(SampleRegister())
    let other = try RegisterStore(desk.register.path)
    _ = other.load()
    let address = try address("QN23-02", in: other)
    for round in 0..<10 {
      try desk.note("Lan \(round)", on: "QN23-02")
      _ = try other.perform(
        .note("Minh \(round)", on: day("2023-04-03")), on: [address],
        as: Desk.signature(minutes: Int64(100 + round), "Minh"))
      if round % 3 == 0 { _ = try other.foldJournal() }
      if round % 4 == 0 { _ = try desk.store.foldJournal() }
    }
    _ = try desk.store.foldJournal()
    let record = try freshRecord("QN23-02", in: desk.register.path)
    #expect(record.fields[.notes].elements.count == 20)
    #expect(record.isProven)
    #expect(try RegisterCheck.run(desk.register.path).problems.isEmpty)
  }

  @Test func storesWritingAtOnceLoseNothing() async throws {
    let register = try SampleRegister()
    let path = register.path
    let address = try address("QN23-02", in: RegisterStore(path))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let store = try RegisterStore(path)
          _ = store.load()
          for round in 0..<5 {
            _ = try store.perform(
              .note("\(writer)-\(round)", on: day("2023-04-03")), on: [address],
              as: Desk.signature(minutes: Int64(round), "Người \(writer)"))
            if round % 3 == 2 { _ = try store.foldJournal() }
          }
        }
      }
      try await group.waitForAll()
    }
    let record = try freshRecord("QN23-02", in: path)
    let texts = Set(record.fields[.notes].elements.compactMap { $0["text"].text })
    #expect(texts.count == 20)
    #expect(record.isProven)
    withExtendedLifetime(register) {}
  }

  @Test func aColleaguesChangeIsTakenUp() throws {
    var desk = try Desk(SampleRegister())
    let other = try RegisterStore(desk.register.path)
    _ = other.load()
    try desk.note("đã họp", on: "QN23-02")
    let updates = try other.refresh()
    #expect(updates.count == 1)
    #expect(try other.refresh().isEmpty)
    _ = try desk.store.foldJournal()
    #expect(try !other.refresh().isEmpty)
    let address = try address("QN23-02", in: other)
    let record = try other.record(slot: address.slot, key: address.key)
    #expect(record.fields[.notes].elements.count == 1)
  }

  @Test func aChangeBringsAlongWhatOthersChangedInOtherFiles() throws {
    let copy = try RealRegister.copy()
    let (mine, theirs) = (try RegisterStore(copy.path), try RegisterStore(copy.path))
    let (here, there) = (try address("QN23-02", in: mine), try address("NA23-02", in: theirs))
    _ = try theirs.perform(
      .note("Minh", on: day("2023-04-03")), on: [there], as: Desk.signature(minutes: 1, "Minh"))
    let saved = try mine.perform(
      .note("Lan", on: day("2023-04-03")), on: [here],
      as: Desk.signature(minutes: 2, "Lan"))
    let paths = saved.updates.compactMap(\.chunk?.path).sorted()
    #expect(paths == ["follow-ups/nghe-an/2023.json", "follow-ups/quang-ninh/2023.json"])
  }

  @Test func aChangeIsNeverDatedBeforeOneThatItsAuthorHasSeen() throws {
    var desk = try Desk(SampleRegister())
    let address = try address("QN23-02", in: desk.store)
    _ = try desk.store.perform(
      .note("đồng hồ nhanh", on: day("2023-04-03")), on: [address],
      as: Desk.signature(minutes: 1000))
    try desk.note("đồng hồ đúng", on: "QN23-02")
    let moments = try desk.record("QN23-02").changes.map(\.at)
    #expect(moments == moments.sorted())
    #expect(try desk.record("QN23-02").changes.last?.after.count == 1)
  }

  /// The row says so as soon as it is saved, and no more when it is settled; chunks count them.
  @Test func aConflictShowsBeforeTheJournalIsFolded() throws {
    let register = try SampleRegister()
    let store = try RegisterStore(register.path)
    _ = store.load()
    let here = try address("QN23-02", in: store)
    let seen = try store.record(slot: here.slot, key: here.key).newest
    func perform(_ action: Action, seen: [Change.ID]?, minutes: Int64) throws -> Chunk? {
      try store.perform(
        action, on: [RecordAddress(slot: here.slot, key: here.key, seen: seen)],
        as: Desk.signature(minutes: minutes)
      ).updates.first?.chunk
    }
    func officer(_ name: String) -> Action {
      .edit(RecordEdit([.set(.officer, .text(name))], on: day("2023-04-03")))
    }
    #expect(try perform(officer("Lan"), seen: seen, minutes: 1)?.conflicts == 0)
    #expect(try perform(officer("Minh"), seen: seen, minutes: 2)?.conflicts == 1)
    let conflict = try #require(
      try store.record(slot: here.slot, key: here.key).conflicts.first)
    let settle = Action.settle(
      conflict.matter, .side(conflict.changes[0]), on: day("2023-04-03"))
    #expect(try perform(settle, seen: nil, minutes: 3)?.conflicts == 0)
    let chunk = try store.undo(as: Desk.signature(minutes: 4)).updates.first?.chunk
    #expect(chunk?.conflicts == 1)
    #expect(chunk?.rows.filter(\.isInConflict).map { chunk?.code($0) ?? "" } == ["QN23-02"])
    let folded = try store.foldJournal().first?.chunk
    #expect(folded?.conflicts == 1)
    withExtendedLifetime(register) {}
  }

  /// Each is refused, or not, by what its author saw; a preview too is held against what it showed.
  @Test func whatOthersDidMeanwhileRefusesNothingThatWasAllowed() throws {
    let register = try SampleRegister()
    let (mine, theirs) = (try RegisterStore(register.path), try RegisterStore(register.path))
    _ = (mine.load(), theirs.load())
    let on = day("2023-04-03")
    func due(_ iso: String) -> Action {
      .due(Deadline(PartialDate(day(iso)), origin: .officer), reason: nil, on: on)
    }
    let here = try address("QN23-02", in: mine)
    let shown = try #require(
      mine.plan(due("2023-06-15"), on: [here], as: Desk.signature(minutes: 1)).accepted.first)
    _ = try theirs.perform(due("2023-05-15"), on: [here], as: Desk.signature(minutes: 2, "Minh"))
    // Whoever has seen Minh's day needs a reason for a later one.
    #expect(throws: StoreError.self) {
      try theirs.perform(due("2023-06-15"), on: [here], as: Desk.signature(minutes: 3))
    }
    let saved = try mine.perform(
      due("2023-06-15"), on: [shown], as: Desk.signature(minutes: 4))
    #expect(saved.records.first?.conflicts.map(\.matter) == [.field("due")])
    #expect(saved.records.first?.fields[.extensions].isEmpty == true)
    _ = try mine.undo(as: Desk.signature(minutes: 5))
    _ = try mine.foldJournal()
    let record = try freshRecord("QN23-02", in: register.path)
    #expect(record.fields[.due]["date"] == .text("2023-05-15"))
    #expect(record.conflicts.isEmpty)
    #expect(try RegisterCheck.run(register.path).problems.isEmpty)
    withExtendedLifetime(register) {}
  }

  @Test func aRecordMergedAwayMeanwhileIsNamedWithTheCodeItGoesOnAs() throws {
    let register = try SampleRegister()
    let store = try RegisterStore(register.path)
    _ = store.load()
    let (here, other) = (try address("QN23-02", in: store), try address("QN23-03", in: store))
    let seen = try store.record(slot: here.slot, key: here.key).newest
    let form = RecordAddress(slot: here.slot, key: here.key, seen: seen)
    let on = day("2023-04-03")
    _ = try store.perform(
      .merge(into: other.key, on: on), on: [here], as: Desk.signature(minutes: 1))
    var step = StatusStep(to: .awaitingReply, on: on)
    (step.waitingFor, step.waitingSince) = ("Bộ", on)
    let error = StoreError.refused(code: "QN23-02", .mergedMeanwhile(into: "QN23-03"))
    #expect(throws: error) {
      try store.perform(.step(step), on: [form], as: Desk.signature(minutes: 2, "Minh"))
    }
    withExtendedLifetime(register) {}
  }

  @Test func twoWhoAnswerOneQuestionAtOnceGetAConflictWithBothValues() throws {
    let register = try SampleRegister()
    let (mine, theirs) = (try RegisterStore(register.path), try RegisterStore(register.path))
    _ = (mine.load(), theirs.load())
    let here = try address("QN23-02", in: mine)
    let seen = try mine.record(slot: here.slot, key: here.key).newest
    let form = RecordAddress(slot: here.slot, key: here.key, seen: seen)
    func edit(_ officer: String) -> Action {
      .edit(RecordEdit([.set(.officer, .text(officer))], on: day("2023-04-03")))
    }
    _ = try mine.perform(edit("Lan"), on: [form], as: Desk.signature(minutes: 1))
    _ = try theirs.perform(edit("Minh"), on: [form], as: Desk.signature(minutes: 2, "Minh"))
    _ = try theirs.foldJournal()
    let (rows, _) = try RegisterStore(register.path).load()
    let place = try #require(rows.place(ofCode: "QN23-02"))
    #expect(rows.row(at: place)?.row.flags.contains(.hasConflict) == true)
    let record = try freshRecord("QN23-02", in: register.path)
    let conflict = try #require(record.conflicts.first)
    #expect(conflict.sides.map(\.value) == [.text("Lan"), .text("Minh")])
    #expect(record.fields[.officer] == .text("Minh"))
    let settle = Action.settle(
      conflict.matter, .side(conflict.sides[0].change), on: day("2023-04-03"))
    let now = try address("QN23-02", in: mine)
    let saved = try mine.perform(settle, on: [now], as: Desk.signature(minutes: 3))
    #expect(saved.records.first?.conflicts.isEmpty == true)
    #expect(saved.records.first?.fields[.officer] == .text("Lan"))
    withExtendedLifetime(register) {}
  }
}
