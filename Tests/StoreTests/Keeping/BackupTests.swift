import Foundation
import Model
@testable import Store
import TestKit
import Testing

@Suite struct BackupTests {
  private func archive(
    of path: String, in folder: TemporaryFolder, _ name: String = "so.tar", forOthers: Bool = false
  ) throws -> (Backup.Report, [UInt8]) {
    let report = try Backup.make(
      of: path, at: folder.path + "/" + name, isForOthers: forOthers)
    return (report, Array(try Data(contentsOf: URL(filePath: folder.path + "/" + name))))
  }

  @Test func theArchiveHoldsEveryFileAndTheChangesThatAreNotFolded() throws {
    var desk = try Desk(SampleRegister())
    try desk.note("chưa ghép", on: "QN23-02")
    let folder = TemporaryFolder()
    let (report, _) = try archive(of: desk.register.path, in: folder)
    #expect(report.records == 4)
    #expect(report.errors == 0)
    let copy = folder.path + "/lại"
    #expect(try Backup.restore(from: folder.path + "/so.tar", into: copy).files == report.files)
    let record = try freshRecord("QN23-02", in: copy)
    #expect(record == (try desk.record("QN23-02")))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(left == ["lại", "so.tar"])
  }

  @Test func equalRegistersAreEqualArchives() throws {
    let register = try SampleRegister()
    let folder = TemporaryFolder()
    let one = try archive(of: register.path, in: folder, "một.tar").1
    let other = try archive(of: register.path, in: folder, "hai.tar").1
    #expect(one == other)
    #expect(one.count % 512 == 0)
  }

  @Test func theSystemsOwnTarReadsIt() throws {
    let folder = TemporaryFolder()
    let register = try SampleRegister()
    _ = try archive(of: register.path, in: folder)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["tar", "-tf", folder.path + "/so.tar"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(said.split(separator: "\n").contains(Substring(SampleRegister.quangNinh)))
  }

  @Test func anArchiveForOthersHasNoNotesNoHistoryAndNothingInternal() throws {
    var desk = try Desk(SampleRegister())
    try desk.note("chỉ trong Bộ", on: "QN23-02")
    _ = try desk.store.foldJournal()
    try desk.register.replace(
      "    \"priority\": 2,", by: "    \"priority\": 2,\n    \"regime\": \"internal\",",
      in: SampleRegister.quangNinh)
    let folder = TemporaryFolder()
    let (report, bytes) = try archive(of: desk.register.path, in: folder, forOthers: true)
    #expect(report.withheld == 1)
    #expect(report.records == 3)
    #expect(report.errors == 0)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("chỉ trong Bộ"))
    #expect(!text.contains("qn-twin"))
    #expect(text.contains("Công bố cửa khẩu"))
  }

  @Test func whatIsThereIsNotWrittenOver() throws {
    let register = try SampleRegister()
    let folder = TemporaryFolder()
    let (_, before) = try archive(of: register.path, in: folder)
    #expect(throws: RegisterProblem.alreadyThere(path: folder.path + "/so.tar")) {
      try Backup.make(of: register.path, at: folder.path + "/so.tar", isForOthers: false)
    }
    #expect(throws: RegisterProblem.registerExists(path: register.path)) {
      try Backup.restore(from: folder.path + "/so.tar", into: register.path)
    }
    #expect(Array(try Data(contentsOf: URL(filePath: folder.path + "/so.tar"))) == before)
  }

  @Test func anArchiveThatIsCutOffOrAlteredIsRefused() throws {
    let folder = TemporaryFolder()
    let register = try SampleRegister()
    let (_, bytes) = try archive(of: register.path, in: folder)
    for length in stride(from: 0, to: bytes.count - 1024, by: 97) {
      #expect(TarArchive.entries(of: Array(bytes[..<length])) == nil, "\(length) bytes")
    }
    for place in 0..<263 {
      var altered = bytes
      altered[place] ^= 0x04
      #expect(TarArchive.entries(of: altered) == nil, "byte \(place)")
    }
  }

  @Test(arguments: ["../x.json", "/etc/x.json", "a/../b.json", ".hidden/x.json", "a//b.json"])
  func aPathThatLeadsElsewhereIsRefused(path: String) throws {
    let entry = TarArchive.Entry(path: path, bytes: [1])
    let bytes = try #require(
      TarArchive.bytes(of: [entry], written: Moment(milliseconds: 0)))
    #expect(TarArchive.entries(of: bytes) == nil)
  }

  @Test func longPathsArePartedAndReadBack() throws {
    let long = "follow-ups/" + String(repeating: "a", count: 90) + "/2023.json"
    let entry = TarArchive.Entry(path: long, bytes: Array("[]\n".utf8))
    let bytes = try #require(
      TarArchive.bytes(of: [entry], written: Moment(milliseconds: 0)))
    #expect(TarArchive.entries(of: bytes) == [entry])
    let tooLong = TarArchive.Entry(path: String(repeating: "a", count: 300), bytes: [])
    #expect(TarArchive.bytes(of: [tooLong], written: Moment(milliseconds: 0)) == nil)
  }
}
