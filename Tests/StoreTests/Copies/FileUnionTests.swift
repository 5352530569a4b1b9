import Foundation
import Model
@testable import Store
import TestKit
import Testing

/// What stands beside the records comes together too when copies are merged.
@Suite struct FileUnionTests {
  private struct Copies {
    let a: SampleRegister
    let b: SampleRegister
  }

  private static let units = "registry/units.json"

  private static func copies() throws -> Copies {
    let copies = Copies(a: try SampleRegister(), b: try SampleRegister())
    try copies.b.replace(
      #""id": "vu-chau-au","#, by: #""id": "cuc-moi", "name": "Cục Mới"}, {"id": "vu-chau-au","#,
      in: units)
    return copies
  }

  @discardableResult
  private static func merge(
    _ a: SampleRegister, _ b: SampleRegister, isTrial: Bool = false
  ) throws -> CopyReport {
    let (mine, theirs) = (try RegisterStore(a.path), try RegisterStore(b.path))
    _ = (mine.load(), theirs.load())
    let report = try mine.merge(theirs, as: Desk.signature(minutes: 1), isTrial: isTrial).report
    _ = try mine.foldJournal()
    return report
  }

  /// What is beside the records, as values: the form of the bytes is not what is merged.
  private static func small(_ register: SampleRegister) throws -> [String: Value] {
    try SmallFileCheck(folder: register.path).files.reduce(into: [:]) { files, item in
      files[item.file] = try RegisterFolder(register.path).readValue(item.file)
    }
  }

  @Test func anEntryOfOneCopyIsTakenWithTheRecordsThatNameIt() throws {
    let copies = try Self.copies()
    let store = try RegisterStore(copies.b.path)
    let here = try address("QN23-02", in: store)
    _ = try store.perform(
      .lead(unit: "cuc-moi", isProposed: false, on: day("2023-04-03")), on: [here],
      as: Desk.signature(minutes: 1, "Minh"))
    _ = try store.foldJournal()
    let report = try Self.merge(copies.a, copies.b)
    #expect(report.files.map(\.file) == [Self.units])
    #expect(report.files.first?.taken == ["cuc-moi"])
    #expect(report.files.first?.differences.isEmpty == true)
    let merged = try RegisterStore(copies.a.path)
    #expect(merged.registry.name("cuc-moi", in: .units) == "Cục Mới")
    let check = try RegisterCheck.run(copies.a.path)
    #expect(check.problems.isEmpty, "\(check.problems)")
  }

  @Test func aTrialWritesNothingAndSaysTheSame() throws {
    let copies = try Self.copies()
    let before = try copies.a.snapshot()
    let report = try Self.merge(copies.a, copies.b, isTrial: true)
    #expect(try copies.a.snapshot() == before)
    #expect(report.files == (try Self.merge(copies.a, copies.b)).files)
  }

  @Test func aDifferenceIsNamedAndBothValuesAreKept() throws {
    let copies = try Self.copies()
    try copies.a.replace("Guangxi", by: "Guangxi A", in: "registry/counterparts.json")
    try copies.b.replace("Guangxi", by: "Guangxi B", in: "registry/counterparts.json")
    let report = try Self.merge(copies.a, copies.b)
    let news = try #require(report.files.first { $0.file == "registry/counterparts.json" })
    #expect(news.differences.map(\.name) == ["quang-tay · nameEn"])
    #expect(news.differences.first?.a == .text("Guangxi A"))
    #expect(news.differences.first?.b == .text("Guangxi B"))
    let stands = try copies.a.text("registry/counterparts.json")
    #expect(stands.contains("Guangxi A") != stands.contains("Guangxi B"))
    let folder = copies.a.path + "/.generations/registry/counterparts.json"
    let kept = try FileManager.default.contentsOfDirectory(atPath: folder)
      .map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }.joined()
    for value in ["Guangxi A", "Guangxi B"] {
      #expect((stands + kept).contains(value), "\(value)")
    }
  }

  /// Everything that can differ, on both sides.
  private static func different() throws -> Copies {
    let copies = try copies()
    try copies.a.replace("Guangxi", by: "Guangxi A", in: "registry/counterparts.json")
    try copies.b.replace("Guangxi", by: "Guangxi B", in: "registry/counterparts.json")
    try copies.a.replace(#"["UBBG"]"#, by: #"["UBBG", "A1"]"#, in: units)
    try copies.b.replace(#"["UBBG"]"#, by: #"["B1", "UBBG"]"#, in: units)
    let programme = { (id: String, name: String, more: String) in
      #"{"id": "\#(id)", "name": "\#(name)", "province": "nghe-an"\#(more)}"#
    }
    try copies.a.write("programmes/x.json", programme("x", "Chương trình", #", "own": 1"#))
    try copies.b.write("programmes/x.json", programme("x", "Kế hoạch", ""))
    try copies.b.write("programmes/y.json", programme("y", "Của Minh", ""))
    let view = { (name: String, query: String) in #"{"name": "\#(name)", "query": "\#(query)"}"# }
    try copies.a.write(
      "views.json", #"{"views": [\#(view("Chung", "mở")), \#(view("Của Lan", "unesco"))]}"#)
    try copies.b.write(
      "views.json", #"{"views": [\#(view("Của Minh", "hokkaido")), \#(view("Chung", "quá-hạn"))]}"#)
    try copies.a.write("reviews/x-2023.json", #"{"closedOn": "2023-12-29", "closedBy": "Lan"}"#)
    try copies.b.write("reviews/x-2023.json", #"{"closedOn": "2023-12-28", "closedBy": "Minh"}"#)
    try copies.b.write("reviews/y-2023.json", #"{"closedOn": "2023-12-30", "closedBy": "Minh"}"#)
    return copies
  }

  @Test func theUnionIsTheSameEitherWay() throws {
    let (one, other) = (try Self.different(), try Self.different())
    try Self.merge(one.a, one.b)
    try Self.merge(other.b, other.a)
    let (here, there) = (try Self.small(one.a), try Self.small(other.b))
    #expect(Set(here.keys) == Set(there.keys))
    for file in here.keys.sorted() { #expect(here[file] == there[file], "\(file)") }
  }

  @Test func mergingAgainChangesNothing() throws {
    let copies = try Self.different()
    try Self.merge(copies.a, copies.b)
    let union = try copies.a.snapshot()
    for _ in 0..<2 {
      try Self.merge(copies.a, copies.b)
      #expect(try copies.a.snapshot() == union)
    }
    // Nor does either copy as it was.
    let first = try Self.different().a
    let small = try Self.small(copies.a)
    try Self.merge(copies.a, first)
    #expect(try Self.small(copies.a) == small)
  }

  @Test func programmesViewsAndClosedYearsComeTogether() throws {
    let copies = try Self.different()
    let report = try Self.merge(copies.a, copies.b)
    let small = try Self.small(copies.a)
    #expect(small["programmes/y.json"]?["name"] == .text("Của Minh"))
    #expect(small["programmes/x.json"]?["own"] == .number("1"))
    let views = small["views.json"]?["views"].elements.compactMap { $0["name"].text } ?? []
    #expect(Set(views) == ["Chung", "Của Lan", "Của Minh"])
    #expect(views.count == 3)
    // What was found when a year was first closed stands.
    #expect(small["reviews/x-2023.json"]?["closedBy"] == .text("Minh"))
    #expect(small["reviews/y-2023.json"] != nil)
    let abbreviations = small[Self.units]?.elements.first { $0["id"].text == "ubbgqg" }?[
      "abbreviations"
    ].elements.compactMap(\.text)
    #expect(Set(abbreviations ?? []) == ["UBBG", "A1", "B1"])
    let differing = report.files.flatMap { news in news.differences.map { (news.file, $0.name) } }
      .map { "\($0) \($1)" }
    #expect(
      differing == [
        "programmes/x.json name", "registry/counterparts.json quang-tay · nameEn",
        "reviews/x-2023.json ", "views.json Chung · query",
      ])
  }

  @Test func theRegistersOwnSettingsStayAndAreNamed() throws {
    let copies = try Self.copies()
    try copies.b.replace("Sổ mẫu", by: "Sổ của Minh", in: "register.json")
    let before = try copies.a.text("register.json")
    let report = try Self.merge(copies.a, copies.b)
    #expect(try copies.a.text("register.json") == before)
    let news = report.files.first { $0.file == "register.json" }
    #expect(news?.differences.map(\.name) == ["name"])
    #expect(news?.differences.first?.kept == .a)
  }

  @Test func likeCopiesHaveNothingToTell() throws {
    let (a, b) = (try SampleRegister(), try SampleRegister())
    #expect(try Self.merge(a, b).files.isEmpty)
  }
}
