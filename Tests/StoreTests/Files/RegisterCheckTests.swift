import Foundation
import Model
import Store
import TestKit
import Testing

@Suite struct RegisterCheckTests {
  private func problems(of register: SampleRegister) throws -> [RegisterProblem] {
    try RegisterCheck.run(register.path).problems
  }

  private let file = SampleRegister.quangNinh

  @Test func aGoodRegisterHasNoProblems() throws {
    let register = try SampleRegister()
    let report = try RegisterCheck.run(register.path)
    #expect(report.problems.isEmpty)
    #expect(report.records == 4)
    #expect(report.files == 8)
  }

  @Test func aFieldEditedByHandIsNotTheFold() throws {
    let register = try SampleRegister()
    try register.replace(
      "    \"title\": \"Kết nghĩa với Hokkaido\"", by: "    \"title\": \"Kết nghĩa\"", in: file)
    let place = FilePlace(path: file, line: 59, column: 14)
    let found = try problems(of: register)
    #expect(found == [.notTheFold(code: "QN23-03", fields: ["title"], place)])
  }

  @Test func aLinkThatLeadsNowhereIsNamedAndSoIsTheOneLeftAlone() throws {
    let register = try SampleRegister()
    try register.replace(
      "\"relates\", \"to\": \"qn-twin\"", by: "\"relates\", \"to\": \"qn-none\"", in: file)
    let found = try problems(of: register)
    #expect(
      found == [
        .danglingLink(
          code: "QN23-02", to: "qn-none", .links, FilePlace(path: file, line: 43, column: 37)),
        .oneSidedLink(
          code: "QN23-03", to: "QN23-02", .relates, FilePlace(path: file, line: 67, column: 37)),
      ])
  }

  @Test func aSessionThatIsNotThereIsNamed() throws {
    let register = try SampleRegister()
    try register.replace("\"key\": \"qn-session\"", by: "\"key\": \"qn-other\"", in: file)
    try register.replace(
      "{\"field\": \"key\", \"from\": null, \"to\": \"qn-session\"}",
      by: "{\"field\": \"key\", \"from\": null, \"to\": \"qn-other\"}", in: file)
    let found = try problems(of: register)
    #expect(found.count == 3)
    #expect(
      found.allSatisfy {
        if case .danglingLink(_, "qn-session", .session, _) = $0 { true } else { false }
      })
  }

  @Test func anUnknownDocumentIsNamed() throws {
    let register = try SampleRegister()
    try register.replace("\"bai-000\"", by: "\"bai-0\"", in: SampleRegister.ngheAn)
    let place = FilePlace(path: SampleRegister.ngheAn, line: 15, column: 20)
    let found = try problems(of: register)
    #expect(
      found == [.unknownEntry(id: "bai-0", kind: .documents, place)])
  }

  @Test(arguments: [
    (SampleRegister.quangNinh, "\"tier\": \"core\"", "\"tier\":  \"core\""),
    (SampleRegister.quangNinh, "\n]\n", "\n]"),
    ("registry/units.json", "\"id\": ", "\"id\" : "),
    ("register.json", "  \"format\"", "    \"format\""),
  ])
  func anotherFormIsAWarningOnly(file: String, old: String, new: String) throws {
    let register = try SampleRegister()
    try register.replace(old, by: new, in: file)
    let found = try problems(of: register)
    #expect(found.count == 1)
    #expect(found.first?.isWarning == true)
    #expect(found.first?.place?.path == file)
  }

  @Test func textThatIsNotNFCIsAWarning() throws {
    let register = try SampleRegister()
    try register.replace(
      "Nghệ An", by: "Nghệ An".decomposedStringWithCanonicalMapping, in: SampleRegister.ngheAn)
    let place = FilePlace(path: SampleRegister.ngheAn, line: 8, column: 32)
    let found = try problems(of: register)
    #expect(found == [.notCanonical(place)])
  }

  @Test func everyBadValueOfAFileIsNamed() throws {
    let register = try SampleRegister()
    try register.replace("    \"status\": \"agreed\"", by: "    \"status\": \"yes\"", in: file)
    try register.replace("    \"status\": \"new\"", by: "    \"status\": 7", in: file)
    let lines = try problems(of: register).compactMap(\.place).map(\.line)
    #expect(lines == [45, 69])
  }

  @Test func afterChangesAndFoldingAllIsProven() throws {
    var desk = try Desk(SampleRegister())
    try desk.note("đã họp", on: "QN23-02", "NA23-01")
    #expect(try problems(of: desk.register).isEmpty)
    _ = try desk.store.foldJournal()
    _ = try desk.store.undo(as: desk.signature())
    _ = try desk.store.foldJournal()
    #expect(try problems(of: desk.register).isEmpty)
  }

  @Test func aFolderOpenToOthersIsAWarning() throws {
    let register = try SampleRegister()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: register.path)
    let found = try problems(of: register)
    #expect(found.count == 1)
    #expect(found.first?.isWarning == true)
  }

  @Test func checkingWritesNothing() throws {
    var desk = try Desk(SampleRegister())
    try desk.note("đã họp", on: "QN23-02")
    let before = try desk.register.snapshot()
    _ = try problems(of: desk.register)
    #expect(try desk.register.snapshot() == before)
  }
}

@Suite struct NewRegisterTests {
  @Test func aNewRegisterIsEmptyClosedToOthersAndSound() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/a/b"
    try NewRegister.make(at: path, name: "Sổ Nghệ An")
    #expect(try RegisterStore(path).profile.name == "Sổ Nghệ An")
    let report = try RegisterCheck.run(path)
    #expect(report.problems.isEmpty)
    #expect(report.records == 0)
    for (file, mode) in [("", 0o700), ("/register.json", 0o600), ("/registry", 0o700)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path + file)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode)
    }
  }

  @Test func aTemplateGivesItsRegistryAndNoRecords() throws {
    let template = try SampleRegister()
    try template.write("programmes/p.json", "{\n  \"id\": \"p\"\n}\n")
    let folder = TemporaryFolder()
    try NewRegister.make(at: folder.path + "/new", name: nil, template: template.path)
    let store = try RegisterStore(folder.path + "/new")
    #expect(store.registry[.units].entries.count == 4)
    #expect(store.profile.provinces == ["quang-ninh", "nghe-an"])
    #expect(store.registry.programmes.isEmpty)
    #expect(store.load().register.count == 0)
  }

  @Test func whatIsThereIsLeftAlone() throws {
    let register = try SampleRegister()
    let before = try register.snapshot()
    #expect(throws: RegisterProblem.registerExists(path: register.path)) {
      try NewRegister.make(at: register.path, name: nil)
    }
    #expect(throws: RegisterProblem.folderNotEmpty(path: register.path + "/registry")) {
      try NewRegister.make(at: register.path + "/registry", name: nil)
    }
    #expect(throws: RegisterProblem.folderNotEmpty(path: register.path + "/register.json")) {
      try NewRegister.make(at: register.path + "/register.json", name: nil)
    }
    #expect(try register.snapshot() == before)
  }

  @Test func aTemplateThatIsNoneMakesNothing() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/new"
    #expect(throws: RegisterProblem.missingFolder(path: "/nowhere/at/all")) {
      try NewRegister.make(at: path, name: nil, template: "/nowhere/at/all")
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
