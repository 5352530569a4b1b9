import Foundation
import Model
import Store
import Synchronization
import TestKit
import Testing

@Suite struct CreatingTests {
  static func draft(_ title: String, year: Int = 2023, province: String = "quang-ninh")
    -> RecordDraft
  {
    var draft = RecordDraft(year: year)
    draft.title = title
    draft.province = province
    draft.category = "bien-gioi"
    draft.sources = ["bai-000"]
    return draft
  }

  private static func rows(_ path: String) throws -> [String] {
    let register = try RegisterStore(path).load().register
    return register.chunks.compactMap(\.self).flatMap { chunk in chunk.rows.map(chunk.code) }
  }

  @Test func aRecordIsInTheJournalFirstAndFoldedIntoANewFile() throws {
    var desk = try Desk(SampleRegister())
    let before = try desk.register.snapshot()
    let drafts = [Self.draft("Một", year: 2026), Self.draft("Hai", year: 2026)]
    let saved = try desk.store.create(drafts, as: desk.signature(), why: "sau buổi họp")
    #expect(saved.records.map(\.code) == ["QN26-01", "QN26-02"])
    var after = try desk.register.snapshot()
    #expect(after.removeValue(forKey: "journal.jsonl") != nil)
    #expect(after == before)
    _ = try desk.store.foldJournal()
    let file = "follow-ups/quang-ninh/2026.json"
    let path = desk.register.path + "/" + file
    let modes = try [path, desk.register.path + "/follow-ups/quang-ninh"].map {
      try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int
    }
    #expect(modes[0] == 0o600)
    #expect(!desk.register.exists("journal.jsonl"))
    #expect(try RegisterCheck.run(desk.register.path).problems.isEmpty)
    let record = try freshRecord("QN26-02", in: desk.register.path)
    #expect(record.isProven)
    #expect(record.changes.map(\.by) == ["Lan"])
    #expect(record.changes.map(\.why) == ["sau buổi họp"])
  }

  @Test func aNewProvinceGetsAFolderOfItsOwnAndTheLettersOfItsId() throws {
    var desk = try Desk(SampleRegister())
    try desk.register.write(
      "registry/provinces.json",
      #"[{"id": "ha-noi", "name": "Hà Nội"}, {"id": "hue", "name": "Huế", "lettersAscii": "Hue"}]"#)
    let store = try RegisterStore(desk.register.path)
    _ = store.load()
    let drafts = [Self.draft("A", province: "ha-noi"), Self.draft("B", province: "hue")]
    let saved = try store.create(drafts, as: desk.signature())
    #expect(saved.records.map(\.code) == ["HN23-01", "HUE23-01"])
    _ = try store.foldJournal()
    let mode = try FileManager.default.attributesOfItem(
      atPath: desk.register.path + "/follow-ups/ha-noi")[.posixPermissions]
    #expect(mode as? Int == 0o700)
  }

  @Test func aNumberIsNeverGivenTwice() throws {
    var desk = try Desk(SampleRegister())
    #expect(desk.store.codes(for: [Self.draft("A"), Self.draft("B")]) == ["QN23-04", "QN23-05"])
    let first = try desk.store.create([Self.draft("A")], as: desk.signature())
    #expect(first.records.map(\.code) == ["QN23-04"])
    _ = try desk.store.undo(as: desk.signature())
    for isFolded in [false, true] {
      if isFolded { _ = try desk.store.foldJournal() }
      #expect(desk.store.codes(for: [Self.draft("B")]) == ["QN23-05"])
    }
    let fresh = try RegisterStore(desk.register.path)
    _ = fresh.load()
    #expect(fresh.codes(for: [Self.draft("B")]) == ["QN23-05"])
  }

  @Test func twoWritersNeverGiveTheSameCode() async throws {
    let register = try SampleRegister()
    let path = register.path
    try await withThrowingTaskGroup(of: [String].self) { group in
      for writer in 0..<4 {
        group.addTask {
          let store = try RegisterStore(path)
          _ = store.load()
          var codes: [String] = []
          for round in 0..<5 {
            let saved = try store.create(
              [Self.draft("\(writer)-\(round)"), Self.draft("\(writer)-\(round) nữa")],
              as: Desk.signature(minutes: Int64(round), "Người \(writer)"))
            codes += saved.records.map(\.code)
            if round % 3 == 2 { _ = try store.foldJournal() }
          }
          return codes
        }
      }
      var all: [String] = []
      for try await codes in group { all += codes }
      #expect(all.count == 40)
      #expect(Set(all).count == 40)
    }
    _ = try RegisterStore(path).loadedAndFoldedNow()
    #expect(try RegisterCheck.run(path).problems.isEmpty)
    #expect(try Self.rows(path).count == 44)
    withExtendedLifetime(register) {}
  }

  @Test(arguments: [false, true])
  func undoingACreationPutsItIntoTheBin(isFoldedBetween: Bool) throws {
    var desk = try Desk(SampleRegister())
    let path = desk.register.path
    _ = try desk.store.create([Self.draft("A"), Self.draft("B")], as: desk.signature())
    if isFoldedBetween { _ = try desk.store.foldJournal() }
    let undone = try desk.store.undo(as: desk.signature())
    #expect(Set(undone.records.map(\.code)) == ["QN23-04", "QN23-05"])
    #expect(undone.records.allSatisfy { $0.fields[.binned].text != nil })
    #expect(try Self.rows(path) == ["QN23-01", "QN23-02", "QN23-03", "NA23-01"])
    if isFoldedBetween { _ = try desk.store.foldJournal() }
    let register = try RegisterStore(path).load().register
    #expect(register.count == 4)
    let place = try #require(register.place(ofCode: "QN23-05"))
    let (chunk, row) = try #require(register.row(at: place))
    #expect(row.flags.contains(.binned))
    #expect(chunk.title(row) == "B")
    let context = QueryContext(today: day("2023-04-03"), limits: DueSoonLimits())
    for query in [Query.all, .text("b"), .kind(.request), .codePrefix("QN23-05")] {
      let found = Matcher(query, in: register, context: context).places(in: register)
      #expect(!found.contains(place))
    }
    let signature = desk.signature()
    let refusal = StoreError.refused(
      code: "QN23-05", .inTheBin(since: Day("2023-11-14") ?? day("")))
    let error = #expect(throws: StoreError.self) {
      try desk.store.perform(
        .note("x", on: day("2023-04-03")),
        on: [RecordAddress(slot: Int(place.slot), key: chunk.key(row))], as: signature)
    }
    #expect(error == refusal)
    _ = try desk.store.redo(as: desk.signature())
    #expect(try Self.rows(path).count == 6)
    _ = try desk.store.foldJournal()
    #expect(try freshRecord("QN23-05", in: path).changes.count == 3)
    #expect(try RegisterCheck.run(path).problems.isEmpty)
  }

  @Test func searchingPassesOverTheBinWhereverItStandsInTheFile() throws {
    var desk = try Desk(SampleRegister())
    _ = try desk.store.create([Self.draft("Đầu"), Self.draft("Giữa")], as: desk.signature())
    _ = try desk.store.undo(as: desk.signature())
    _ = try desk.store.create([Self.draft("Cuối Động")], as: desk.signature())
    _ = try desk.store.foldJournal()
    let register = try RegisterStore(desk.register.path).load().register
    let context = QueryContext(today: day("2023-04-03"), limits: DueSoonLimits())
    func found(_ text: String) -> [String] {
      Matcher(.text(text), in: register, context: context).places(in: register)
        .compactMap { register.row(at: $0) }.map { $0.chunk.code($0.row) }
    }
    #expect(found("đầu") == [])
    #expect(found("Giữa") == [])
    #expect(found("cuối động") == ["QN23-06"])
    #expect(found("hokkaido") == ["QN23-03"])
  }

  @Test func importsAreLeftAlonePastWhatWasEntered() throws {
    var desk = try Desk(SampleRegister())
    _ = try desk.store.create([Self.draft("A")], as: desk.signature())
    _ = try desk.store.undo(as: desk.signature())
    let signature = desk.signature()
    #expect(throws: StoreError.nothingToUndo) { try desk.store.undo(as: signature) }
  }

  @Test func whatIsNotFoldedIsThereWhenTheRegisterIsOpenedAgain() throws {
    var desk = try Desk(SampleRegister())
    _ = try desk.store.create([Self.draft("A", year: 2026)], as: desk.signature())
    let journal = try desk.register.text("journal.jsonl")
    #expect(try freshRecord("QN26-01", in: desk.register.path).fields[.title] == .text("A"))
    _ = try desk.store.foldJournal()
    let folded = try desk.register.text("follow-ups/quang-ninh/2026.json")
    // As if the computer had stopped between the fold and the end of the journal.
    try desk.register.write("journal.jsonl", journal)
    _ = try RegisterStore(desk.register.path).loadedAndFoldedNow()
    #expect(try desk.register.text("follow-ups/quang-ninh/2026.json") == folded)
    #expect(!desk.register.exists("journal.jsonl"))
  }

  @Test(arguments: [2023, 2026])
  func whatAColleagueDoesToANewRecordIsTakenUp(year: Int) throws {
    var desk = try Desk(SampleRegister())
    let other = try RegisterStore(desk.register.path)
    _ = other.load()
    let made = try desk.store.create([Self.draft("A", year: year)], as: desk.signature())
    let code = try #require(made.records.first?.code)
    // The colleague's screen hears of a record that is in the journal only.
    let updates = try other.refresh()
    #expect(updates.contains { $0.chunk?.index(ofCode: code) != nil })
    let key = try #require(made.records.first?.key)
    let slot = try #require(updates.first { $0.chunk?.index(ofCode: code) != nil }?.slot)
    _ = try other.perform(
      .note("Minh", on: day("2023-04-03")), on: [RecordAddress(slot: slot, key: key)],
      as: Desk.signature(minutes: 5, "Minh"))
    let mine = try #require(made.updates.first?.slot)
    _ = try desk.store.perform(
      .note("Lan", on: day("2023-04-03")), on: [RecordAddress(slot: mine, key: key)],
      as: Desk.signature(minutes: 6))
    _ = try desk.store.foldJournal()
    let record = try freshRecord(code, in: desk.register.path)
    #expect(record.fields[.notes].elements.compactMap { $0["text"].text } == ["Minh", "Lan"])
    #expect(record.isProven)
  }

  @Test func aScreenThatOpensIsToldOfWhatIsInTheJournalOnly() throws {
    var desk = try Desk(SampleRegister())
    _ = try desk.store.create(
      [Self.draft("A"), Self.draft("B", year: 2026)], as: desk.signature())
    let told = Mutex<[Int: Chunk]>([:])
    _ = try RegisterStore(desk.register.path).loadAll(threads: 1) { update, _ in
      told.withLock { $0[update.slot] = update.chunk }
    }
    #expect(told.withLock { $0.values.reduce(0) { $0 + $1.rows.count } } == 6)
  }

  @Test func aLineThatWasCutOffMadeNothing() throws {
    var desk = try Desk(SampleRegister())
    _ = try desk.store.create([Self.draft("A"), Self.draft("B")], as: desk.signature())
    let journal = try desk.register.text("journal.jsonl")
    for length in [1, journal.utf8.count / 2, journal.utf8.count - 1] {
      try desk.register.write("journal.jsonl", Array(journal.utf8.prefix(length)))
      #expect(try Self.rows(desk.register.path).count == 4)
    }
  }

  @Test func aDraftThatLacksSomethingStopsThemAll() throws {
    var desk = try Desk(SampleRegister())
    let before = try desk.register.snapshot()
    var lacking = Self.draft("B")
    (lacking.category, lacking.sources) = (nil, [])
    let signature = desk.signature()
    #expect(throws: StoreError.incomplete(index: 1, [.category, .sources])) {
      try desk.store.create([Self.draft("A"), lacking], as: signature)
    }
    #expect(throws: StoreError.incomplete(index: 0, [.province])) {
      try desk.store.create([Self.draft("A", province: "../../tmp")], as: signature)
    }
    #expect(try desk.register.snapshot() == before)
  }

  @Test func aFileInTroubleIsNotAddedTo() throws {
    let sample = try SampleRegister()
    try sample.write(SampleRegister.quangNinh, "[{]")
    var desk = try Desk(sample)
    let signature = desk.signature()
    #expect(throws: StoreError.problem(.fileInTrouble(path: SampleRegister.quangNinh))) {
      try desk.store.create([Self.draft("A")], as: signature)
    }
    #expect(try sample.text(SampleRegister.quangNinh) == "[{]")
    #expect(!sample.exists("journal.jsonl"))
  }

  @Test func textIsComposedWhateverCameIn() throws {
    var desk = try Desk(SampleRegister())
    let title = "Cửa khẩu Hoành Mô"
    let draft = Self.draft(title.decomposedStringWithCanonicalMapping)
    _ = try desk.store.create([draft], as: desk.signature())
    let address = try address("QN23-02", in: desk.store)
    let edit = RecordEdit(
      [.set(.officer, .text("Nguyễn Lệ".decomposedStringWithCanonicalMapping))],
      on: day("2023-04-03"))
    _ = try desk.store.perform(.edit(edit), on: [address], as: desk.signature())
    _ = try desk.store.foldJournal()
    let bytes = Array(try desk.register.text(SampleRegister.quangNinh).utf8)
    #expect(bytes.firstRange(of: Array(title.utf8)) != nil)
    #expect(bytes.firstRange(of: Array("Nguyễn Lệ".utf8)) != nil)
  }

  @Test func aSessionIsOfferedToThoseThatComeOutOfIt() throws {
    let desk = try Desk(SampleRegister())
    #expect(
      desk.store.sessions() == [
        WorkingSession(
          key: "qn-session", code: "QN23-01", province: "quang-ninh",
          raisedOn: day("2023-03-24"), documents: ["bai-000"])
      ])
    #expect(desk.store.sessions().first?.year == 2023)
    #expect(desk.store.lettersInUse == ["quang-ninh": "QN", "nghe-an": "NA"])
  }
}

@Suite struct EditingTests {
  private static func edit(_ fields: FieldEdit..., why: String? = nil) -> Action {
    .edit(RecordEdit(fields, why: why, on: day("2023-04-03")))
  }

  @Test func aLinkIsKeptFromBothEndsInOneBatch() throws {
    var desk = try Desk(SampleRegister())
    let codes = ["QN23-01", "QN23-02", "NA23-01"]
    let before = try codes.map { try desk.record($0).fields }
    let addresses = try ["QN23-01", "NA23-01"].map { try address($0, in: desk.store) }
    let saved = try desk.store.perform(
      Self.edit(.link(.dependsOn, to: "qn-gate")), on: addresses, as: desk.signature())
    #expect(Set(saved.records.map(\.code)) == Set(codes))
    #expect(try RegisterCheck.run(desk.register.path).problems.isEmpty)
    let gate = try FollowUp(desk.record("QN23-02").fields)
    #expect(gate.links.map(\.relation) == [.relates, .neededBy, .neededBy])
    _ = try desk.store.foldJournal()
    #expect(try RegisterCheck.run(desk.register.path).problems.isEmpty)
    _ = try desk.store.undo(as: desk.signature())
    #expect(try codes.map { try desk.record($0).fields } == before)
    let off = try address("QN23-03", in: desk.store)
    _ = try desk.store.perform(
      Self.edit(.unlink(.relates, to: "qn-gate")), on: [off], as: desk.signature())
    #expect(try desk.record("QN23-02").fields[.links] == .null)
  }

  @Test func linkingTwoToAThirdOfTheSameBatchIsOneChangeEach() throws {
    var desk = try Desk(SampleRegister())
    let addresses = try ["QN23-01", "NA23-01"].map { try address($0, in: desk.store) }
    _ = try desk.store.perform(
      Self.edit(.link(.relates, to: "qn-gate"), .set(.officer, .text("An"))), on: addresses,
      as: desk.signature())
    #expect(try desk.record("QN23-02").changes.count == 2)
    #expect(try desk.record("QN23-02").fields[.officer] == .null)
    #expect(try desk.record("QN23-02").fields[.links].elements.count == 3)
  }

  @Test func aRecordIsNotLinkedToItself() throws {
    var desk = try Desk(SampleRegister())
    let addresses = try ["QN23-02", "NA23-01"].map { try address($0, in: desk.store) }
    let signature = desk.signature()
    #expect(throws: StoreError.refused(code: "QN23-02", .linkToItself)) {
      try desk.store.perform(
        Self.edit(.link(.follows, to: "qn-gate")), on: addresses, as: signature)
    }
    #expect(!desk.register.exists("journal.jsonl"))
  }

  @Test func recordsThatAreSoAlreadyAreLeftAlone() throws {
    var desk = try Desk(SampleRegister())
    let addresses = try ["QN23-02", "QN23-03"].map { try address($0, in: desk.store) }
    let action = Self.edit(.set(.priority, .number(2)))
    let plan = try desk.store.preview(action, on: addresses, as: desk.signature())
    #expect(plan.map(\.record.code) == ["QN23-02"])
    #expect(!desk.register.exists("journal.jsonl"))
    let saved = try desk.store.perform(action, on: addresses, as: desk.signature())
    #expect(saved.records.map(\.code) == ["QN23-02"])
    let signature = desk.signature()
    #expect(throws: StoreError.refused(code: "QN23-03", .nothingChanged)) {
      try desk.store.perform(action, on: addresses, as: signature)
    }
  }

  @Test func aRefusalStopsThemAll() throws {
    var desk = try Desk(SampleRegister())
    let addresses = try ["QN23-02", "NA23-01"].map { try address($0, in: desk.store) }
    let action = Self.edit(
      .line(counterpart: "quang-tay", .status(.done)), .set(.officer, .text("An")))
    let signature = desk.signature()
    #expect(throws: StoreError.refused(code: "NA23-01", .noSuchLine("quang-tay"))) {
      try desk.store.perform(action, on: addresses, as: signature)
    }
    #expect(!desk.register.exists("journal.jsonl"))
  }
}

extension RegisterStore {
  fileprivate func loadedAndFoldedNow() throws -> [ShelfUpdate] {
    _ = load()
    return try foldJournal()
  }
}
