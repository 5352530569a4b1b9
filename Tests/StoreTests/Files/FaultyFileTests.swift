import Foundation
import Model
import Store
import TestKit
import Testing

@Suite struct FaultyFileTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// What becomes of the file of Quảng Ninh.
    let spoil: @Sendable (String) -> [UInt8]
    let line: Int
    let column: Int

    init(
      _ name: String, line: Int, column: Int, _ spoil: @escaping @Sendable (String) -> String
    ) {
      self.init(name, line: line, column: column, bytes: { Array(spoil($0).utf8) })
    }

    init(
      _ name: String, line: Int, column: Int, bytes: @escaping @Sendable (String) -> [UInt8]
    ) {
      (testDescription, spoil, self.line, self.column) = (name, bytes, line, column)
    }
  }

  static let faults = [
    Fault("empty", line: 1, column: 1) { _ in "" },
    Fault("blank", line: 2, column: 1) { _ in " \n" },
    Fault("truncated", line: 5, column: 5) { text in
      text.split(separator: "\n").prefix(4).joined(separator: "\n") + "\n    \"ki"
    },
    Fault("not UTF-8", line: 8, column: 17) { text -> [UInt8] in
      var bytes = Array(text.utf8)
      if let place = text.utf8.firstIndex(of: 0xE1) {
        bytes[text.utf8.distance(from: text.utf8.startIndex, to: place)] = 0xFF
      }
      return bytes
    },
    Fault("a key twice", line: 5, column: 5) { text in
      text.replacingOccurrences(
        of: "    \"code\": \"QN23-01\",\n",
        with: "    \"code\": \"QN23-01\",\n    \"code\": \"QN23-01\",\n")
    },
    Fault("an unknown status", line: 13, column: 15) { text in
      text.replacingOccurrences(
        of: "    \"status\": \"done\"", with: "    \"status\": \"finished\"")
    },
    Fault("no code", line: 2, column: 3) { text in
      text.replacingOccurrences(of: "    \"code\": \"QN23-01\",\n", with: "")
    },
    Fault("a conflict of git", line: 2, column: 1) { text in
      text.replacingOccurrences(of: "[\n  {", with: "[\n<<<<<<< HEAD\n  {")
    },
  ]

  @Test(arguments: faults)
  func theFileIsNamedTheOthersLoadAndItIsNeverWrittenTo(_ fault: Fault) throws {
    let register = try SampleRegister()
    let spoilt = fault.spoil(try register.text(SampleRegister.quangNinh))
    try register.write(SampleRegister.quangNinh, spoilt)
    let store = try RegisterStore(register.path)
    let (loaded, problems) = store.load()
    let place = FilePlace(
      path: SampleRegister.quangNinh, line: fault.line, column: fault.column)
    #expect(problems.compactMap(\.place).contains(place), "\(problems)")
    #expect(loaded.count == 1)
    let other = try address("NA23-01", in: store)
    _ = try store.perform(
      .note("vẫn ghi được", on: day("2023-04-03")), on: [other], as: Desk.signature(minutes: 1))
    #expect(throws: StoreError.self) {
      try store.perform(
        .note("không", on: day("2023-04-03")), on: [RecordAddress(slot: 0, key: "qn-gate")],
        as: Desk.signature(minutes: 2))
    }
    _ = try store.foldJournal()
    let after = try register.snapshot()
    #expect(after[SampleRegister.quangNinh] == spoilt)
    #expect(String(decoding: after[SampleRegister.ngheAn] ?? [], as: UTF8.self).contains("vẫn ghi"))
    #expect(try RegisterCheck.run(register.path).problems.compactMap(\.place).contains(place))
  }

  @Test func aMendedFileIsTakenUpWithTheChangesThatWaitedForIt() throws {
    var desk = try Desk(SampleRegister())
    let good = try desk.register.text(SampleRegister.quangNinh)
    try desk.note("đang chờ", on: "QN23-02")
    try desk.register.write(SampleRegister.quangNinh, "")
    let store = try RegisterStore(desk.register.path)
    _ = store.load()
    _ = try store.foldJournal()
    #expect(desk.register.exists("journal.jsonl"))
    try desk.register.write(SampleRegister.quangNinh, good)
    let record = try freshRecord("QN23-02", in: desk.register.path)
    #expect(record.fields[.notes].elements.count == 1)
  }

  @Test func anUnknownUnitIsNamedAndTheRecordShown() throws {
    let register = try SampleRegister()
    try register.replace("\"ubbgqg\"", by: "\"ubbg-qg\"", in: SampleRegister.quangNinh)
    let (loaded, problems) = try RegisterStore(register.path).load()
    #expect(loaded.count == 4)
    let place = FilePlace(path: SampleRegister.quangNinh, line: 34, column: 22)
    #expect(problems == [.unknownEntry(id: "ubbg-qg", kind: .units, place)])
  }

  @Test func aCodeThatComesTwiceIsNamedAndBothAreShown() throws {
    let register = try SampleRegister()
    try register.replace("QN23-02", by: "NA23-01", in: SampleRegister.quangNinh)
    let (loaded, problems) = try RegisterStore(register.path).load()
    #expect(loaded.count == 4)
    let first = FilePlace(path: SampleRegister.quangNinh, line: 22, column: 3)
    let second = FilePlace(path: SampleRegister.ngheAn, line: 2, column: 3)
    #expect(problems == [.duplicateCode("NA23-01", second, first: first)])
  }

  @Test func aKeyThatComesTwiceIsNamed() throws {
    let register = try SampleRegister()
    try register.replace("na-clip", by: "qn-gate", in: SampleRegister.ngheAn)
    let (_, problems) = try RegisterStore(register.path).load()
    let first = FilePlace(path: SampleRegister.quangNinh, line: 22, column: 3)
    let second = FilePlace(path: SampleRegister.ngheAn, line: 2, column: 3)
    #expect(problems == [.duplicateKey("qn-gate", second, first: first)])
  }

  @Test(arguments: [
    ("\"version\": 1", "\"version\": 2"), ("\"version\": 1", "\"version\": 0"),
    ("\"format\": \"dondoc\"", "\"format\": \"todo\""),
  ])
  func anotherFormatIsRefusedAndNothingIsWritten(old: String, new: String) throws {
    let register = try SampleRegister()
    try register.replace(old, by: new, in: "register.json")
    let before = try register.snapshot()
    #expect(throws: RegisterProblem.self) { try RegisterStore(register.path) }
    #expect(try register.snapshot() == before)
  }

  @Test func aNewerFormatIsNamedAsOne() throws {
    let register = try SampleRegister()
    try register.replace("\"version\": 1", by: "\"version\": 7", in: "register.json")
    #expect(throws: RegisterProblem.newerFormat(path: "register.json", version: 7, known: 1)) {
      try RegisterStore(register.path)
    }
  }

  @Test func aFolderThatIsNoneIsNamed() throws {
    let register = try SampleRegister()
    #expect(throws: RegisterProblem.missingFolder(path: register.path + "/x")) {
      try RegisterStore(register.path + "/x")
    }
    #expect(throws: RegisterProblem.notARegister(path: register.path + "/registry")) {
      try RegisterStore(register.path + "/registry")
    }
  }

  @Test func whereTheJournalCannotBeWrittenNothingIsChanged() throws {
    var desk = try Desk(SampleRegister())
    // A folder in its place stops even the superuser.
    try FileManager.default.createDirectory(
      atPath: desk.register.path + "/journal.jsonl", withIntermediateDirectories: false)
    let before = try desk.register.snapshot()
    let address = try address("QN23-02", in: desk.store)
    let signature = desk.signature()
    #expect(throws: StoreError.self) {
      try desk.store.perform(.note("x", on: day("2023-04-03")), on: [address], as: signature)
    }
    #expect(try desk.register.snapshot() == before)
    #expect(try desk.record("QN23-02").fields[.notes] == .null)
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may write anywhere"))
  func aReadOnlyFolderIsReadAndNotWritten() throws {
    var desk = try Desk(SampleRegister())
    let path = desk.register.path
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: path)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    }
    #expect(try RegisterStore(path).load().register.count == 4)
    let address = try address("QN23-02", in: desk.store)
    let signature = desk.signature()
    #expect(throws: StoreError.self) {
      try desk.store.perform(.note("x", on: day("2023-04-03")), on: [address], as: signature)
    }
  }
}
