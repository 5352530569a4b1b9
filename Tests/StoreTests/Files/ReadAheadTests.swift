import Model
import Store
import TestKit
import Testing

/// Records that are read before anybody asks for them are never shown as they were.
@Suite struct ReadAheadTests {
  private static let code = "QN23-02"

  private func readAhead(_ desk: Desk) throws -> RecordAddress {
    let address = try address(Self.code, in: desk.store)
    let records = try #require(desk.store.readAhead([address]))
    #expect(records.map(\.code) == [Self.code])
    return address
  }

  @Test func itIsTheRecordThatWouldBeRead() throws {
    let desk = try Desk(SampleRegister())
    let address = try readAhead(desk)
    let read = try desk.store.record(slot: address.slot, key: address.key)
    #expect(try read == freshRecord(Self.code, in: desk.register.path))
  }

  @Test func whatAnotherProgramHasPutInItsFileSinceIsThere() throws {
    let desk = try Desk(SampleRegister())
    let address = try readAhead(desk)
    let other = try RegisterStore(desk.register.path)
    _ = other.load()
    _ = try other.perform(
      .note("Minh đã gọi", on: day("2023-04-03")), on: [address],
      as: Desk.signature(minutes: 5, "Minh"))
    _ = try other.foldJournal()
    let read = try desk.store.record(slot: address.slot, key: address.key)
    #expect(read.fields[.notes].elements.compactMap { $0["text"].text } == ["Minh đã gọi"])
  }

  @Test(arguments: [false, true])
  func whatWasChangedHereSinceIsThere(isFolded: Bool) throws {
    var desk = try Desk(SampleRegister())
    let address = try readAhead(desk)
    try desk.note("đã họp", on: Self.code)
    if isFolded { _ = try desk.store.foldJournal() }
    let read = try desk.store.record(slot: address.slot, key: address.key)
    #expect(read.fields[.notes].elements.count == 1)
    #expect(try #require(desk.store.readAhead([address])) == [read])
    _ = try desk.store.undo(as: desk.signature())
    let after = try desk.store.record(slot: address.slot, key: address.key)
    #expect(after.fields[.notes].elements.isEmpty)
  }

  @Test func ofAPastDayItIsTheRecordAsItWasThen() throws {
    var desk = try Desk(SampleRegister())
    try desk.note("đã họp", on: Self.code)
    _ = try desk.store.foldJournal()
    let address = try readAhead(desk)
    let past = try desk.store.record(
      slot: address.slot, key: address.key, asOf: Desk.signature(minutes: 0).now)
    #expect(past.fields[.notes].elements.isEmpty)
    #expect(try desk.record(Self.code).fields[.notes].elements.count == 1)
  }

  @Test func whatIsNotThereIsLeftOut() throws {
    let desk = try Desk(SampleRegister())
    let none = [RecordAddress(slot: 0, key: "không có"), RecordAddress(slot: 99, key: "x")]
    #expect(desk.store.readAhead(none) == [])
    #expect(throws: RegisterProblem.self) { try desk.store.record(slot: 0, key: "không có") }
  }
}
