import Foundation
import Model
import Store
import TestKit
import Testing

/// What a start takes out of an index is what reading the files gives, or it is not taken.
@Suite struct IndexTests {
  /// A copy of the real register whose files are some hours old, as most are.
  private let register: TemporaryFolder
  private let indexes = TemporaryFolder()

  init() throws {
    register = try RealRegister.copy()
    for file in try followUps() { try age(file) }
  }

  // MARK: - What is taken

  @Test func everyFileComesOutOfTheIndexAsItWasRead() throws {
    let (read, problems) = try keptIndex()
    let (taken, problemsOfTaken) = try opened()
    #expect(taken.chunks.allSatisfy { $0?.isMapped == true })
    #expect(read.chunks.allSatisfy { $0?.isMapped == false })
    #expect(facts(taken) == facts(read))
    #expect(problemsOfTaken == problems)
  }

  @Test func recordsAreFoundByKeyAndChanged() throws {
    _ = try keptIndex()
    let store = try RegisterStore(register.path, indexes: indexes.path + "/dondoc")
    let (register, _) = store.load()
    let place = try #require(register.place(ofCode: "QN23-05"))
    let (chunk, row) = try #require(register.row(at: place))
    let address = RecordAddress(slot: Int(place.slot), key: chunk.key(row))
    #expect(chunk.index(ofKey: address.key) == Int(place.index))
    _ = try store.perform(
      .note("đã họp", on: day("2026-04-03")), on: [address], as: Desk.signature(minutes: 1))
    _ = try store.foldJournal()
    let record = try freshRecord("QN23-05", in: self.register.path)
    #expect(record.fields[.notes].elements.last?["text"].text == "đã họp")
    #expect(record.isProven)
  }

  @Test func aChangeInTheJournalShowsOnTopOfIt() throws {
    _ = try keptIndex()
    let other = try RegisterStore(register.path)
    let address = try address("QN23-05", in: other)
    _ = try other.perform(
      .edit(RecordEdit([.set(.title, .text("Tên mới"))], on: day("2026-04-03"))), on: [address],
      as: Desk.signature(minutes: 1))
    let (register, _) = try opened()
    let place = try #require(register.place(ofCode: "QN23-05"))
    let (chunk, row) = try #require(register.row(at: place))
    #expect(chunk.title(row) == "Tên mới")
  }

  // MARK: - What is read

  @Test func aFileThatChangedIsReadAndNoOther() throws {
    _ = try keptIndex()
    let file = try #require(try followUps().first { $0.hasSuffix("quang-ninh/2023.json") })
    let text = try register.read(file)
    try register.write(text.replacing("Hoành Mô", with: "Hoành Bồ"), to: file)
    try age(file)
    let (register, _) = try opened()
    let read = register.chunks.filter { $0?.isMapped == false }
    #expect(read.compactMap { $0?.path } == [file])
    #expect(facts(register) == facts(try self.read()))
  }

  @Test func aFileThatHadJustBeenWrittenIsReadThoughItsStampIsTheSame() throws {
    let file = try #require(try followUps().first)
    try age(file, by: 0)
    _ = try keptIndex()
    let (register, _) = try opened()
    #expect(register.chunks.filter { $0?.isMapped == false }.compactMap { $0?.path } == [file])
  }

  @Test func aRegistryThatChangedMakesItUseless() throws {
    _ = try keptIndex()
    let file = "registry/units.json"
    try register.write(try register.read(file) + "\n", to: file)
    let (register, _) = try opened()
    #expect(register.chunks.allSatisfy { $0?.isMapped == false })
  }

  @Test func aRegisterInAnotherPlaceHasAnIndexOfItsOwn() throws {
    _ = try keptIndex()
    let copy = TemporaryFolder()
    let place = copy.path + "/so"
    try FileManager.default.copyItem(atPath: register.path, toPath: place)
    let (register, _) = try RegisterStore(place, indexes: indexes.path + "/dondoc").load()
    #expect(register.chunks.allSatisfy { $0?.isMapped == false })
  }

  @Test func whatIsWrongWithAFileIsSaidAtEachStart() throws {
    let file = try #require(try followUps().first { $0.hasSuffix("quang-ninh/2023.json") })
    let text = try register.read(file)
    try register.write(text.replacing("\"ubbgqg\"", with: "\"khong-co\""), to: file)
    let double = try #require(try followUps().first { $0.hasSuffix("nghe-an/2023.json") })
    let second = "follow-ups/nghe-an/1999.json"
    try register.write(try register.read(double), to: second)
    for path in [file, second] { try age(path) }
    let (_, problems) = try keptIndex()
    #expect(problems.count > 2)
    let (taken, problemsOfTaken) = try opened()
    #expect(problemsOfTaken == problems)
    #expect(taken.chunks.contains { $0?.isMapped == true })
  }

  @Test func aFileDamagedBehindItsStampIsNotWrittenAndWhatWasSavedStays() throws {
    let file = try #require(try followUps().first { $0.hasSuffix("quang-ninh/2023.json") })
    let path = register.path + "/" + file
    let day = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)]
    try FileManager.default.setAttributes(day, ofItemAtPath: path)
    _ = try keptIndex()
    let address = try address("QN23-05", in: RegisterStore(register.path))
    var bytes = Array(try Data(contentsOf: URL(filePath: path)))
    // The last bracket but two: the end of the last record's history.
    let place = try #require(bytes.dropLast(6).lastIndex(of: UInt8(ascii: "}")))
    bytes[place] = UInt8(ascii: "]")
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
    try FileManager.default.setAttributes(day, ofItemAtPath: path)

    let store = try RegisterStore(register.path, indexes: indexes.path + "/dondoc")
    #expect(store.load().register.chunks.allSatisfy { $0?.isMapped == true })
    _ = try store.perform(
      .note("đã họp", on: StoreTests.day("2026-04-03")), on: [address],
      as: Desk.signature(minutes: 1))
    #expect(throws: RegisterProblem.fileInTrouble(path: file)) { try store.foldJournal() }
    #expect(Array(try Data(contentsOf: URL(filePath: path))) == bytes)
    #expect(try register.read("journal.jsonl").contains("đã họp"))
  }

  // MARK: - An index that is damaged

  @Test func anIndexThatIsCutShortIsNotUsed() throws {
    let (read, _) = try keptIndex()
    let whole = try Data(contentsOf: indexFile())
    for share in 0..<20 {
      try whole.prefix(whole.count * share / 20).write(to: indexFile())
      #expect(facts(try opened().register) == facts(read))
    }
  }

  /// Texts are not proven: a wrong byte in one is shown, and the record itself is read from its file.
  @Test func aFlippedByteIsFoundUnlessItIsInAText() throws {
    let (read, _) = try keptIndex()
    let whole = try Data(contentsOf: indexFile())
    let texts = read.chunks.reduce(0) { $0 + ($1?.text.count ?? 0) + ($1?.folded.count ?? 0) }
    let headerLength = 64
    let places =
      Array(stride(from: 0, to: headerLength, by: 3))
      + Array(stride(from: headerLength + texts, to: whole.count, by: 997))
    for place in places {
      var damaged = whole
      damaged[place] ^= 0x11
      try damaged.write(to: indexFile())
      #expect(facts(try opened().register) == facts(read), "byte \(place)")
    }
    for place in stride(from: headerLength, to: headerLength + texts, by: 4001) {
      var damaged = whole
      damaged[place] ^= 0x11
      try damaged.write(to: indexFile())
      #expect(try opened().register.count == read.count)
    }
  }

  @Test func aLinkIsNotFollowed() throws {
    _ = try keptIndex()
    let elsewhere = TemporaryFolder()
    let target = elsewhere.path + "/index"
    let place = try indexFile().path
    try FileManager.default.moveItem(atPath: place, toPath: target)
    try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: target)
    #expect(try opened().register.chunks.allSatisfy { $0?.isMapped == false })
  }

  // MARK: - Keeping one

  @Test func nobodyElseMayReadIt() throws {
    _ = try keptIndex()
    let folder = indexes.path + "/dondoc"
    for (path, mode) in [(folder, 0o700), (try indexFile().path, 0o600)] {
      let found = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(found as? Int == mode)
    }
  }

  @Test func aSmallRegisterHasNone() throws {
    let store = try RegisterStore(register.path, indexes: indexes.path + "/dondoc")
    _ = store.load()
    store.keepIndex()
    #expect(!FileManager.default.fileExists(atPath: indexes.path + "/dondoc"))
  }

  @Test func itIsMadeAnewOnlyWhenMuchOfItIsOld() throws {
    _ = try keptIndex()
    let before = try Data(contentsOf: indexFile())
    let files = try followUps()
    let small = "follow-ups/quang-ninh/1990.json"
    try register.write("[]\n", to: small)
    try age(small)
    _ = try keptIndex()
    #expect(try Data(contentsOf: indexFile()) == before)
    for file in files {
      try register.write(try register.read(file) + "\n", to: file)
      try age(file)
    }
    _ = try keptIndex()
    #expect(try Data(contentsOf: indexFile()) != before)
    #expect(try opened().register.chunks.allSatisfy { $0?.isMapped == true })
  }

  @Test(arguments: ["/dev/null/indexes", "/proc/indexes"])
  func whereNothingCanBeKeptAllIsReadAsEver(folder: String) throws {
    for _ in 0..<2 {
      let store = try RegisterStore(register.path, indexes: folder)
      let (taken, _) = store.load()
      store.keepIndex(least: 0)
      #expect(facts(taken) == facts(try read()))
    }
  }

  @Test func aTemporaryThatACrashLeftIsSweptAway() throws {
    _ = try keptIndex()
    let stray = indexes.path + "/dondoc/.old.index.999999.tmp"
    try Data("x".utf8).write(to: URL(filePath: stray))
    for file in try followUps() { try register.write(try register.read(file) + "\n", to: file) }
    _ = try keptIndex()
    #expect(!FileManager.default.fileExists(atPath: stray))
  }

  // MARK: -

  private func followUps() throws -> [String] {
    let root = URL(filePath: register.path + "/follow-ups")
    return try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".json") }.map { "follow-ups/" + $0 }.sorted()
  }

  private func age(_ file: String, by seconds: TimeInterval = 7200) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -seconds)],
      ofItemAtPath: register.path + "/" + file)
  }

  private func indexFile() throws -> URL {
    let folder = indexes.path + "/dondoc"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return URL(filePath: folder + "/" + (try #require(names.first)))
  }

  /// Loads, keeps an index whatever the register's size, and gives what was loaded.
  private func keptIndex() throws -> (register: Register, problems: [RegisterProblem]) {
    let store = try RegisterStore(register.path, indexes: indexes.path + "/dondoc")
    let loaded = store.load()
    store.keepIndex(least: 0)
    return loaded
  }

  private func opened() throws -> (register: Register, problems: [RegisterProblem]) {
    try RegisterStore(register.path, indexes: indexes.path + "/dondoc").load()
  }

  private func read() throws -> Register { try RegisterStore(register.path).load().register }

  /// All that the chunks of a register say.
  private func facts(_ register: Register) -> [String] {
    register.chunks.compactMap(\.self).flatMap { chunk in
      [
        chunk.path, "\(chunk.rows)", "\(chunk.binned)", "\(chunk.ids)", "\(chunk.sessions)",
        "\(chunk.merged.sorted { $0.key < $1.key })", "\(chunk.conflicts) \(chunk.strays)",
        chunk.text.string(0..<chunk.text.count), chunk.folded.string(0..<chunk.folded.count),
      ]
    }
  }
}
