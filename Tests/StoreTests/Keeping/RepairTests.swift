import Foundation
import Model
@testable import Store
import TestKit
import Testing

@Suite struct RepairTests {
  private let file = SampleRegister.quangNinh

  private func repair(_ register: SampleRegister) throws -> RegisterRepair.Report {
    try RegisterRepair.run(register.path, as: Desk.signature(minutes: 5))
  }

  @Test func aGoodRegisterIsLeftAlone() throws {
    let register = try SampleRegister()
    let before = try register.snapshot()
    let report = try repair(register)
    #expect(report.deeds.isEmpty)
    #expect(try register.snapshot() == before)
  }

  @Test func whatWasEditedByHandBecomesAChange() throws {
    let register = try SampleRegister()
    try register.replace(
      "    \"title\": \"Kết nghĩa với Hokkaido\"", by: "    \"title\": \"Kết nghĩa\"", in: file)
    let report = try repair(register)
    #expect(report.deeds == [.adopted(code: "QN23-03", fields: ["title"])])
    #expect(report.left.problems.isEmpty)
    #expect(try freshRecord("QN23-03", in: register.path).fields[.title].text == "Kết nghĩa")
    #expect(try repair(register).deeds.isEmpty)
  }

  @Test func aLinkGetsItsOtherEnd() throws {
    let register = try SampleRegister()
    let text = try register.text(file)
    let field = "    \"links\": [\n      {\"relation\": \"relates\", \"to\": \"qn-gate\"}\n    ],\n"
    try #require(text.contains(field))
    try register.write(file, text.replacingOccurrences(of: field, with: ""))
    let report = try repair(register)
    // The hand edit that took it out is adopted first; then the link that is left is answered.
    #expect(report.deeds.contains(.adopted(code: "QN23-03", fields: ["links"])))
    #expect(report.deeds.contains(.linkedBack(code: "QN23-02", to: "QN23-03", .relates)))
    #expect(report.left.problems.isEmpty)
  }

  @Test(arguments: [
    (SampleRegister.quangNinh, "\"tier\": \"core\"", "\"tier\":  \"core\""),
    (SampleRegister.quangNinh, "\n]\n", "\n]"),
    ("registry/units.json", "\"id\": ", "\"id\" : "),
    ("register.json", "  \"format\"", "    \"format\""),
  ])
  func anotherFormIsRewrittenAndTheFormerFileKept(
    file: String, old: String, new: String
  ) throws {
    let register = try SampleRegister()
    let whole = try register.text(file)
    try register.replace(old, by: new, in: file)
    let spoilt = try register.text(file)
    let report = try repair(register)
    #expect(report.deeds == [.rewritten(path: file)])
    #expect(report.left.problems.isEmpty)
    #expect(try register.text(file) == whole)
    let kept = try #require(Generations(register.path).all().first { $0.file == file })
    #expect(String(decoding: try kept.bytes(), as: UTF8.self) == spoilt)
  }

  @Test func aTornJournalIsKeptAndTheRestOfItFolded() throws {
    var desk = try Desk(SampleRegister())
    try desk.note("còn", on: "QN23-02")
    let whole = try desk.register.text("journal.jsonl")
    try desk.register.write("journal.jsonl", whole + "{\"changes\": [{\"rec")
    let report = try repair(desk.register)
    #expect(report.deeds == [.setJournalAside])
    #expect(report.left.problems.isEmpty)
    let kept = Generations(desk.register.path).keptJournals()
    let texts = kept.map { (try? String(contentsOfFile: $0, encoding: .utf8)) ?? "" }
    #expect(texts.contains { $0.hasSuffix("{\"rec") })
    #expect(try freshRecord("QN23-02", in: desk.register.path).fields[.notes].elements.count == 1)
  }

  @Test func whatNeedsAPersonIsSaidAndNotTouched() throws {
    let register = try SampleRegister()
    try register.replace("\"ubbgqg\"", by: "\"ubbg-qg\"", in: file)
    try register.write(SampleRegister.ngheAn, "[\n  {\"key\": 1")
    let report = try repair(register)
    #expect(report.left.problems.contains { if case .unknownEntry = $0 { true } else { false } })
    #expect(report.left.problems.contains { if case .badSyntax = $0 { true } else { false } })
    #expect(try register.text(SampleRegister.ngheAn) == "[\n  {\"key\": 1")
  }
}
