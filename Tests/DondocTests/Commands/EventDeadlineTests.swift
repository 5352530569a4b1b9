import Foundation
import TestKit
import Testing

/// Deadlines that are counted from an event: "30 ngày trước lễ hội". Source: domain.md §8.
@Suite struct EventDeadlineTests {
  private func run(_ arguments: [String], _ folder: TemporaryFolder) throws -> Run {
    try Run(list: arguments + ["--today", "2023-04-03"], data: folder.path)
  }

  /// QN23-24, the festival, with a day.
  private func festival(on day: String? = "2023-11-15") throws -> TemporaryFolder {
    let folder = try RealRegister.copy()
    if let day {
      let set = try run(["set", "QN23-24", "han=\(day)", "--why", "đã chốt"], folder)
      #expect(set.code == 0, "\(set.complaint)")
    }
    return folder
  }

  private func due(_ code: String, _ folder: TemporaryFolder) throws -> [String: Any] {
    let shown = try run(["show", "--json", code], folder).followUps()[0]
    return (shown["dueEvent"] as? [String: Any] ?? [:]).merging(
      shown.filter { $0.key == "due" || $0.key == "duePrecision" }
    ) { _, new in new }
  }

  @Test(
    arguments: [
      ("30 ngày trước QN23-24", "2023-10-16", -30, nil),
      ("2 tuần trước QN23-24", "2023-11-01", -2, "week"),
      ("5 ngày làm việc trước qn23-24", "2023-11-08", -5, "workingDay"),
      ("30 days before QN23-24", "2023-10-16", -30, nil),
      ("trước QN23-24 3 ngày", "2023-11-12", -3, nil),
      ("1 week after QN23-24", "2023-11-22", 1, "week"),
      ("5nlv trước QN23-24", "2023-11-08", -5, "workingDay"),
    ] as [(String, String, Int, String?)])
  func itIsCountedFromTheEventsDayAndKeepsWhatItIsCountedFrom(
    typed: String, day: String, offset: Int, unit: String?
  ) throws {
    let folder = try festival()
    let set = try run(["set", "QN23-09", "han=\(typed)"], folder)
    #expect(set.code == 0, "\(set.complaint)")
    let due = try due("QN23-09", folder)
    #expect(due["due"] as? String == day)
    #expect(due["duePrecision"] as? String == "relative")
    #expect(due["offset"] as? Int == offset)
    #expect(due["unit"] as? String == unit ?? "day")
    #expect(try run(["check"], folder).code == 0)
    let listed = try run(["list", "--json", "han:\(day)"], folder)
    #expect(try listed.codes() == ["QN23-09"])
  }

  @Test func withoutADayOfTheEventThereIsNoDateAndItCountsAsNone() throws {
    // The register has "năm 2023" of the festival: a year is no day.
    let folder = try festival(on: nil)
    let set = try run(["set", "QN23-09", "han=30 ngày trước QN23-24"], folder)
    #expect(set.code == 0, "\(set.complaint)")
    #expect(set.output.contains("30 ngày trước QN23-24 (chưa rõ ngày)"))
    #expect(try due("QN23-09", folder)["due"] is NSNull)
    #expect(try run(["list", "--json", "ma:QN23-09", "han:không"], folder).codes() == ["QN23-09"])
    let shown = try run(["show", "QN23-09"], folder)
    #expect(shown.output.contains("30 ngày trước QN23-24 (chưa rõ ngày)"))
    let stats = try run(["stats", "--json", "ma:QN23-09"], folder).json()
    #expect((stats["boxes"] as? [String: Any])?["noDeadline"] as? Int == 1)
    #expect(try run(["check"], folder).code == 0)
  }

  @Test func aPaperThatExtendsNothingIsKeptWithTheReason() throws {
    let folder = try RealRegister.copy()
    let set = try run(["due", "QN23-09", "30/6/2023", "--paper", "12/SNgV"], folder)
    #expect(set.code == 0, "\(set.complaint)")
    let shown = try run(["show", "--json", "QN23-09"], folder)
    #expect(shown.output.contains("văn bản 12/SNgV"))
    let moved = try run(
      ["due", "QN23-09", "30/7/2023", "--paper", "13/SNgV", "--reason", "chờ phía bạn"], folder)
    #expect(moved.code == 0, "\(moved.complaint)")
    let record = try run(["show", "--json", "QN23-09"], folder)
    #expect(record.output.contains("13/SNgV"))
    #expect(!record.output.contains("văn bản 13/SNgV"))
  }

  @Test func aNewDayOfTheEventIsSaidAndFollowMovesWhatIsCountedFromIt() throws {
    let folder = try festival(on: nil)
    for (code, typed) in [("QN23-09", "30 ngày trước QN23-24"), ("QN23-10", "2 tuần sau QN23-24")] {
      #expect(try run(["set", code, "han=\(typed)"], folder).code == 0)
    }
    let moved = try run(["set", "QN23-24", "han=2023-11-15", "--why", "đã chốt"], folder)
    #expect(moved.complaint.contains("QN23-09  — → 16/10/2023  (30 ngày trước QN23-24)"))
    #expect(moved.complaint.contains("dondoc follow QN23-24"))
    #expect(try due("QN23-09", folder)["due"] is NSNull)
    let trial = try run(["follow", "QN23-24", "--dry-run"], folder)
    #expect(trial.output.contains("QN23-10  — → 29/11/2023  (2 tuần sau QN23-24)"))
    let followed = try run(["follow", "QN23-24"], folder)
    #expect(followed.code == 0, "\(followed.complaint)")
    #expect(try due("QN23-09", folder)["due"] as? String == "2023-10-16")
    #expect(try due("QN23-10", folder)["due"] as? String == "2023-11-29")
    let again = try run(["follow", "QN23-24"], folder)
    #expect(again.code == 3)
    _ = try run(["undo"], folder)
    #expect(try due("QN23-09", folder)["due"] is NSNull)
  }

  @Test func whatOnlyServesTheEventKeepsItsDistance() throws {
    let folder = try festival()
    // QN23-23 serves the festival.
    _ = try run(["due", "QN23-23", "2023-11-01", "--reason", "x"], folder)
    let moved = try run(["set", "QN23-24", "han=2023-11-20", "--why", "dời"], folder)
    #expect(moved.complaint.contains("QN23-23  01/11/2023 → 06/11/2023"))
    #expect(try run(["follow", "QN23-24"], folder).code == 0)
    let due = try due("QN23-23", folder)
    #expect(due["due"] as? String == "2023-11-06")
    #expect(due["code"] == nil)
  }

  @Test(arguments: [
    ("30 ngày trước QN23-05", "QN23-05 không phải là sự kiện"),
    ("30 ngày trước lễ hội", "lễ hội"), ("30 ngày trước QN99-01", "QN99-01"),
  ])
  func onlyAnEventIsCountedFrom(typed: String, sentence: String) throws {
    let folder = try festival()
    let set = try run(["set", "QN23-09", "han=\(typed)"], folder)
    #expect(set.code == 2)
    #expect(set.complaint.contains(sentence), "\(set.complaint)")
  }

  @Test func anEventThatIsMergedInTheBinOrCountedFromTheRecordIsRefused() throws {
    let folder = try festival()
    // QN23-34 is an event too.
    #expect(try run(["set", "QN23-34", "han=10 ngày trước QN23-24"], folder).code == 0)
    let ring = try run(["set", "QN23-24", "han=10 ngày sau QN23-34", "--why", "thử"], folder)
    #expect(ring.code == 1)
    #expect(ring.complaint.contains("không thể tính vòng lại"), "\(ring.complaint)")
    let itself = try run(["set", "QN23-24", "han=10 ngày sau QN23-24", "--why", "thử"], folder)
    #expect(itself.code == 1)
    let merged = try run(
      ["status", "QN23-34", "merged", "--into", "QN23-24", "--force", "--why", "trùng"], folder)
    #expect(merged.code == 0, "\(merged.complaint)")
    let refused = try run(["set", "QN23-09", "han=3 ngày trước QN23-34"], folder)
    #expect(refused.code == 2)
    #expect(refused.complaint.contains("QN23-34 đã gộp"), "\(refused.complaint)")
  }

  @Test func aDeadlineBeforeTheRecordWasRaisedIsRefused() throws {
    let folder = try festival()
    let set = try run(["set", "QN23-09", "han=300 ngày trước QN23-24"], folder)
    #expect(set.code == 1)
    #expect(try run(["show", "--json", "QN23-09"], folder).followUps()[0]["due"] == nil)
  }

  @Test func theQuickLineTakesItAndSaysTheDay() throws {
    let folder = try festival()
    let line = "Thử tinh:qn linhvuc:bien-gioi nguon:bai-000 han:30 ngày trước QN23-24 +lễ-hội"
    let trial = try run(["add", line, "--dry-run"], folder)
    #expect(trial.output.contains("16/10/2023 (30 ngày trước QN23-24)"), "\(trial.output)")
    let added = try run(["add", line], folder)
    #expect(added.code == 0, "\(added.complaint)")
    let found = try run(["list", "--json", "nhan:lễ-hội"], folder)
    let record = try found.followUps()[0]
    #expect(record["title"] as? String == "Thử")
    let unknown = try run(["add", "Thử tinh:qn han:30 ngày trước QN99-01"], folder)
    #expect(unknown.complaint.contains("QN99-01"))
  }

  @Test func theDueCommandTakesItToo() throws {
    let folder = try festival()
    let done = try run(["due", "QN23-09", "30 ngày trước QN23-24"], folder)
    #expect(done.code == 0, "\(done.complaint)")
    #expect(try due("QN23-09", folder)["due"] as? String == "2023-10-16")
  }

  @Test func missingHolidaysAreNamedWhereWorkingDaysAreCounted() throws {
    let folder = try festival()
    try FileManager.default.removeItem(atPath: folder.path + "/holidays/2023.json")
    let set = try run(["set", "QN23-09", "han=5nlv trước QN23-24"], folder)
    #expect(set.code == 0)
    #expect(set.complaint.contains("2023"), "\(set.complaint)")
    try folder.write("{ không phải", to: "holidays/2023.json")
    let check = try run(["check"], folder)
    #expect(check.output.contains("holidays/2023.json"))
  }

  @Test func aHolidayFileOfAnotherYearIsNamedAndNotUsed() throws {
    let folder = try RealRegister.copy()
    let text = try folder.read("holidays/2023.json")
    try folder.write(
      text.replacingOccurrences(of: "\"year\": 2023", with: "\"year\": 2022"),
      to: "holidays/2023.json")
    let check = try run(["check"], folder)
    #expect(check.code == 1)
    #expect(check.output.contains("holidays/2023.json"))
    let due = try run(["due", "QN23-09", "+5nlv"], folder)
    #expect(due.complaint.contains("2023"), "\(due.complaint)")
  }

  @Test func whatRecursWithoutAnEndGoesNoFurtherThanIsAsked() throws {
    let folder = try RealRegister.copy()
    #expect(try run(["set", "NA23-37", "giaidoan="], folder).code == 0)
    let calendar = try run(
      ["calendar", "ma:NA23-37", "--from", "2023-04-03", "--to", "2023-06-30", "--json"], folder)
    let entries = try #require(try calendar.json()["entries"] as? [[String: Any]])
    #expect(
      entries.compactMap { $0["day"] as? String } == ["2023-04-30", "2023-05-31", "2023-06-30"])
  }
}
