import Foundation
import TestKit
import Testing

/// Units and provinces that change: 1/3/2025 and 1/7/2025. Source: domain.md §2.
@Suite struct HandOverTests {
  private static let after = ["--today", "2025-03-10"]

  private func run(_ arguments: [String], _ folder: TemporaryFolder) throws -> Run {
    try Run(list: arguments + Self.after, data: folder.path)
  }

  private func replace(
    _ folder: TemporaryFolder, _ old: String, by new: String, in file: String
  ) throws {
    let text = try folder.read(file)
    try #require(text.contains(old))
    try folder.write(text.replacingOccurrences(of: old, with: new), to: file)
  }

  private func leads(_ folder: TemporaryFolder, _ query: String...) throws -> Set<String> {
    let found = try run(["list", "--json"] + query, folder)
    return Set(
      try found.followUps().compactMap { ($0["lead"] as? [String: Any])?["unit"] as? String })
  }

  @Test func openWorkGoesToTheSuccessorInOneBatchAndWhatHasEndedKeepsTheOldName() throws {
    let folder = try RealRegister.copy()
    _ = try run(
      ["status", "QN23-11", "done", "--result-kind", "met", "--force", "--why", "thử"], folder)
    let before = try run(["list", "--json", "chutri:vu-thkt", "mở"], folder).codes()
    #expect(before.count > 3)
    let done = try run(["hand-over", "Vụ Tổng hợp kinh tế", "--yes"], folder)
    #expect(done.code == 0, "\(done.complaint)")
    #expect(try run(["list", "--json", "chutri:vu-thkt", "mở"], folder).codes() == [])
    let now = try run(["list", "--json", "chutri:vu-ngkt", "mở"], folder).codes()
    #expect(now == before)
    #expect(try leads(folder, "ma:QN23-11") == ["vu-thkt"])
    let record = try run(["show", "--json", before[0]], folder)
    #expect(record.output.contains("Vụ Tổng hợp kinh tế nay là Vụ Ngoại giao kinh tế"))
    _ = try run(["undo"], folder)
    #expect(try run(["list", "--json", "chutri:vu-thkt", "mở"], folder).codes() == before)
    #expect(try run(["check"], folder).code == 0)
  }

  @Test func aUnitThatOnlyAnswersForACounterpartIsFoundToo() throws {
    let folder = try RealRegister.copy()
    let set = try run(["line", "QG23-23", "hoa-ky", "unit=vu-thkt"], folder)
    #expect(set.code == 0, "\(set.complaint)")
    let trial = try run(["hand-over", "vu-thkt", "--dry-run", "ma:QG23-23"], folder)
    #expect(trial.code == 0, "\(trial.complaint)")
    #expect(trial.output.contains("Vụ Ngoại giao kinh tế"))
    #expect(try run(["hand-over", "vu-thkt", "--yes", "ma:QG23-23"], folder).code == 0)
    let record = try run(["show", "--json", "QG23-23"], folder).followUps()[0]
    let units = (record["counterparts"] as? [[String: Any]])?.compactMap { $0["unit"] as? String }
    #expect(units == ["vu-ngkt"])
    #expect(try run(["hand-over", "vu-thkt", "--yes", "ma:QG23-23"], folder).code != 0)
    #expect(try run(["check"], folder).code == 0)
  }

  @Test func aDryRunShowsBeforeAndAfterAndWritesNothing() throws {
    let folder = try RealRegister.copy()
    let trial = try run(["hand-over", "vu-thkt", "--dry-run"], folder)
    #expect(
      trial.output.contains(
        "Chủ trì: Vụ Tổng hợp kinh tế (dự kiến) → Vụ Ngoại giao kinh tế (dự kiến)"))
    #expect(try leads(folder, "ma:QN23-14") == ["vu-thkt"])
  }

  @Test func ofMergedUnitsTheSuccessorStandsOnce() throws {
    let folder = try RealRegister.copy()
    // Vụ Ngoại giao văn hóa và UNESCO leads, Cục Ngoại vụ helps: both are one office now.
    _ = try run(["set", "QN23-20", "phoihop+=cuc-ngoai-vu"], folder)
    for unit in ["cuc-ngoai-vu", "vu-ngvh-unesco"] {
      #expect(try run(["hand-over", unit, "--yes"], folder).code == 0)
    }
    let record = try run(["show", "--json", "QN23-20"], folder).followUps()[0]
    #expect((record["lead"] as? [String: Any])?["unit"] as? String == "cuc-nv-ngvh")
    let helpers = (record["coordinating"] as? [[String: Any]] ?? []).compactMap {
      $0["id"] as? String
    }
    #expect(!helpers.contains("cuc-nv-ngvh") && !helpers.contains("cuc-ngoai-vu"))
  }

  @Test func aQueryNarrowsAndAnotherTakerMayBeNamed() throws {
    let folder = try RealRegister.copy()
    let done = try run(
      ["hand-over", "vu-thkt", "vu-chau-au", "ma:QN23-14", "--yes", "--why", "theo phân công"],
      folder)
    #expect(done.code == 0, "\(done.complaint)")
    #expect(try leads(folder, "ma:QN23-14") == ["vu-chau-au"])
    #expect(try leads(folder, "ma:QN23-19") == ["vu-thkt"])
    #expect(try run(["show", "--json", "QN23-14"], folder).output.contains("theo phân công"))
  }

  @Test func aUnitThatIsStillThereNeedsATakerAndAnEndedTakerIsRefused() throws {
    let folder = try RealRegister.copy()
    let still = try run(["hand-over", "ubbgqg", "--yes"], folder)
    #expect(still.code == 1)
    #expect(still.complaint.contains("Ủy ban Biên giới quốc gia vẫn còn"))
    let ended = try run(["hand-over", "ubbgqg", "vu-thkt", "--yes"], folder)
    #expect(ended.code == 1)
    #expect(ended.complaint.contains("chỉ có đến 28/02/2025"))
  }

  @Test func whereSeveralTookOverOneIsAskedForByName() throws {
    let folder = try RealRegister.copy()
    try replace(
      folder,
      "\"successor\": \"vu-ngkt\"",
      by:
        "\"successors\": [{\"id\": \"vu-ngkt\", \"scope\": \"kinh tế\"}, {\"id\": \"vu-chau-au\"}]",
      in: "registry/units.json")
    let asked = try run(["hand-over", "vu-thkt", "--yes"], folder)
    #expect(asked.code == 1)
    #expect(
      asked.complaint.contains("Vụ Ngoại giao kinh tế [vu-ngkt] (kinh tế); Vụ Châu Âu [vu-chau-au]")
    )
    #expect(try run(["hand-over", "vu-thkt", "vu-ngkt", "--yes"], folder).code == 0)
  }

  @Test func aProvincesOfficesGoOverAndTheRecordsKeepTheirCode() throws {
    let folder = try RealRegister.copy()
    let add = try run(
      ["add", "Thử tinh:kon-tum chutri:ubnd-kon-tum! linhvuc:bien-gioi nguon:bai-000"], folder)
    #expect(add.code == 0, "\(add.complaint)")
    let done = try Run(
      "hand-over", "Kon Tum", "--yes", "--today", "2025-07-02", data: folder.path)
    #expect(done.code == 0, "\(done.complaint)")
    let record = try run(
      ["list", "--json", "tinh:quang-ngai", "chutri:ubnd-qng", "ma:KT25-01"], folder)
    #expect(try record.codes().count == 1)
    #expect(try record.codes()[0].hasPrefix("KT"))
  }

  @Test(arguments: [
    ["assign", "QN23-09", "Vụ Tổng hợp kinh tế"], ["set", "QN23-09", "chutri=vu-thkt!"],
    ["set", "QN23-09", "phoihop+=Vụ Tổng hợp kinh tế"],
  ])
  func givingWorkToAUnitThatEndedWarnsAndNamesTheSuccessor(words: [String]) throws {
    let folder = try RealRegister.copy()
    let done = try run(words, folder)
    #expect(done.code == 0, "\(done.complaint)")
    #expect(
      done.complaint.contains(
        "Vụ Tổng hợp kinh tế chỉ có đến 28/02/2025; nay là Vụ Ngoại giao kinh tế."))
    let inTime = try Run(
      list: words + ["--today", "2023-04-03"], data: try RealRegister.copy().path)
    #expect(!inTime.complaint.contains("chỉ có"))
  }

  @Test func anOldNameIsFoundAndItsDaysAreShown() throws {
    let folder = try RealRegister.copy()
    #expect(try leads(folder, "chutri:\"vụ tổng hợp kinh tế\"") == ["vu-thkt"])
    let shown = try run(["show", "QN23-14"], folder)
    #expect(
      shown.output.contains("(đến 28/02/2025, nay là Vụ Ngoại giao kinh tế)"), "\(shown.output)")
    let asOf = try Run("show", "QN23-14", "--today", "2023-04-03", data: folder.path)
    #expect(!asOf.output.contains("đến 28/02/2025"))
    let trial = try run(
      ["add", "Thử tinh:qn chutri:thkt linhvuc:bien-gioi nguon:bai-000", "--dry-run"],
      folder)
    #expect(trial.output.contains("nay là Vụ Ngoại giao kinh tế"), "\(trial.output)")
  }

  @Test func ringsAndLooseEndsOfSuccessorsAreNamedByCheckAndEndNothing() throws {
    let folder = try RealRegister.copy()
    let units = "registry/units.json"
    try replace(
      folder, "\"successor\": \"bo-xay-dung\"", by: "\"successor\": \"khong-co\"", in: units)
    try replace(
      folder,
      "\"id\": \"vu-ngkt\",",
      by: "\"id\": \"vu-ngkt\", \"validTo\": \"2025-03-05\", \"successor\": \"vu-thkt\",",
      in: units)
    let check = try run(["check"], folder)
    #expect(check.code == 1)
    #expect(check.output.contains("registry/units.json:"))
    #expect(check.output.contains("“khong-co”"), "\(check.output)")
    #expect(check.output.contains("nối thành vòng: vu-thkt → vu-ngkt → vu-thkt"))
    let refused = try run(["hand-over", "vu-thkt", "--yes"], folder)
    #expect(refused.code == 1)
    #expect(refused.complaint.contains("nối thành vòng"))
    #expect(try run(["show", "QN23-14"], folder).output.contains("đến 28/02/2025"))
    let json = try run(["check", "--json"], folder)
    #expect(json.output.contains("brokenSuccessor"))
  }
}
