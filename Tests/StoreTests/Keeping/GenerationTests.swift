import Foundation
import Model
@testable import Store
import TestKit
import Testing

@Suite struct GenerationTests {
  private static let file = SampleRegister.quangNinh

  /// A register whose file of Quảng Ninh was written anew once.
  private func desk() throws -> Desk {
    var desk = try Desk(SampleRegister())
    try desk.note("một", on: "QN23-02")
    _ = try desk.store.foldJournal()
    return desk
  }

  @Test func foldingKeepsTheFormerFile() throws {
    let first = try SampleRegister().text(Self.file)
    let desk = try desk()
    let kept = desk.store.generations()
    #expect(kept.map(\.file) == [Self.file])
    let generation = try #require(kept.first)
    #expect(String(decoding: try generation.bytes(), as: UTF8.self) == first)
    #expect(try RegisterCheck.run(desk.register.path).problems.isEmpty)
    #expect(try RegisterStore(desk.register.path).load().problems.isEmpty)
  }

  @Test func aVersionSaysWhatItHasOtherwise() throws {
    var desk = try desk()
    try desk.note("hai", on: "QN23-03")
    _ = try desk.store.foldJournal()
    let differences = try desk.store.generations().map(desk.store.difference)
    #expect(differences.map(\.changed) == [1, 2])
    #expect(differences.map(\.missing) == [0, 0])
  }

  @Test func restoringIsAChangeThatUndoTakesBack() throws {
    var desk = try desk()
    let before = try desk.record("QN23-02").fields
    let generation = try #require(desk.store.generations().first)
    _ = try desk.store.restore(generation, as: desk.signature())
    #expect(try desk.record("QN23-02").fields[.notes].isEmpty)
    _ = try desk.store.foldJournal()
    #expect(try RegisterCheck.run(desk.register.path).problems.isEmpty)
    _ = try desk.store.undo(as: desk.signature())
    #expect(try desk.record("QN23-02").fields == before)
  }

  @Test func aRecordThatWasCutOutByHandComesBackWithItsHistory() throws {
    let desk = try desk()
    let record = try desk.record("QN23-03")
    let text = try desk.register.text(Self.file)
    let begin = try #require(text.range(of: ",\n  {\n    \"key\": \"qn-twin\""))
    try desk.register.write(Self.file, text[..<begin.lowerBound] + "\n]\n")
    let store = try RegisterStore(desk.register.path)
    _ = store.load()
    let generation = try #require(store.generations().first)
    #expect(try store.difference(of: generation).missing == 1)
    _ = try store.restore(generation, as: Desk.signature(minutes: 9))
    _ = try store.foldJournal()
    #expect(try freshRecord("QN23-03", in: desk.register.path) == record)
    #expect(try RegisterCheck.run(desk.register.path).problems.isEmpty)
  }

  @Test func aDamagedFileIsPutBackWithTheChangesFoldedSince() throws {
    var desk = try desk()
    try desk.note("hai", on: "QN23-03")
    _ = try desk.store.foldJournal()
    let whole = try desk.register.text(Self.file)
    try desk.register.write(Self.file, String(whole.prefix(whole.count / 2)))
    let store = try RegisterStore(desk.register.path)
    _ = store.load()
    // The oldest version, so that both changes have to come from the journals that were kept.
    let oldest = try #require(store.generations().last)
    #expect(try store.difference(of: oldest).putsBack)
    _ = try store.restore(oldest, as: Desk.signature(minutes: 9))
    _ = try store.foldJournal()
    #expect(try desk.register.text(Self.file) == whole)
    let kept = store.generations().filter { (try? $0.records()) == nil }
    #expect(kept.count == 1, "the damaged file is kept")
  }

  @Test func theNewestTwentyAreKeptAndOneADayOfTheMonthBefore() {
    let start = Moment(startOf: day("2023-01-01"))
    let names = (0..<2000).map { hour in
      let moment = Moment(milliseconds: start.milliseconds + Int64(hour) * 3_600_000)
      return Generations.stem(moment) + ".json"
    }
    let superfluous = Set(Generations.superfluous(names))
    let kept = names.filter { !superfluous.contains($0) }
    #expect(kept.suffix(20) == names.suffix(20))
    // The newest twenty reach back into the day before; that day and 29 more have one each.
    #expect(kept.count == 20 + 30)
    #expect(Generations.superfluous(kept).isEmpty)
  }

  @Test func aNameSaysItsMoment() throws {
    let moment = try #require(Moment("2023-10-02T08:15:00.123Z"))
    #expect(Generations.stem(moment) == "2023-10-02T081500.123Z")
    #expect(Generations.moment(ofName: "2023-10-02T081500.123Z.json") == moment)
  }
}
