import Foundation
import TestKit
import Testing

/// Story S3: the year-end review of the programme with Nghệ An, through the commands.
@Suite struct ReviewTests {
  private func register() throws -> TemporaryFolder {
    let folder = try RealRegister.copy()
    for command in ReviewStory.commands {
      let run = try Run(list: command + ["--today", ReviewStory.today], data: folder.path)
      #expect(run.code == 0, "\(command): \(run.complaint)")
    }
    return folder
  }

  private func review(
    _ folder: TemporaryFolder, _ more: String..., year: String = "2023",
    today: String = ReviewStory.today
  ) throws -> Run {
    try Run(
      list: ["review", ReviewStory.programme, year] + more + ["--today", today], data: folder.path)
  }

  private func record(_ code: String, _ folder: TemporaryFolder) throws -> [String: Any] {
    let run = try Run("show", code, "--json", "--today", ReviewStory.today, data: folder.path)
    return try #require(try run.followUps().first)
  }

  private func codes(_ json: [String: Any], _ name: String) -> [String] {
    json[name] as? [String] ?? []
  }

  // MARK: - The figures

  @Test func theReviewOfTheStoryHasItsFigures() throws {
    let folder = try register()
    let json = try review(folder, "--json").json()
    #expect(json["schema"] as? String == "dondoc.review/1")
    #expect(json["tasks"] as? Int == 21)
    #expect(json["done"] as? Int == 8)
    #expect(json["doneInTime"] as? Int == 6)
    #expect(codes(json, "doneLate") == ["NA23-17", "NA23-35"])
    #expect(json["open"] as? Int == 13)
    #expect(json["overdue"] as? [String: Int] == ["NA23-27": 14, "NA23-32": 29])
    #expect(codes(json, "dueSoon") == ["NA23-26", "NA23-29"])
    #expect(
      codes(json, "noDeadline") == [
        "NA23-28", "NA23-30", "NA23-33", "NA23-34", "NA23-38", "NA23-39",
      ])
    #expect(codes(json, "carriedOver") == ["NA23-19"])
    #expect(json["donePercent"] as? Double == 38.1)
    #expect(json["inTimePercent"] as? Double == 75.0)
    #expect(json["closed"] as? Bool == false)
  }

  @Test func theMonthlySupplyIsJudgedIssueByIssue() throws {
    let folder = try register()
    let json = try review(folder, "--json").json()
    let recurring = try #require(json["recurring"] as? [[String: Any]])
    #expect(recurring.map { $0["code"] as? String } == ["NA23-37"])
    let issues = try #require(recurring.first?["instances"] as? [[String: Any]])
    let lines = issues.map { issue in
      ["period", "due", "sent", "state", "days"]
        .map { issue[$0].map { $0 is NSNull ? "—" : "\($0)" } ?? "?" }.joined(separator: " ")
    }
    #expect(
      lines == [
        "04/2023 2023-04-30 2023-04-28 doneInTime —", "05/2023 2023-05-31 2023-05-31 doneInTime —",
        "06/2023 2023-06-30 2023-06-30 doneInTime —", "07/2023 2023-07-31 — overdue 151",
        "08/2023 2023-08-31 2023-08-31 doneInTime —", "09/2023 2023-09-30 2023-09-29 doneInTime —",
        "10/2023 2023-10-31 2023-11-03 doneLate 3", "11/2023 2023-11-30 2023-11-30 doneInTime —",
        "12/2023 2023-12-31 — dueSoon 2",
      ])
  }

  // MARK: - Rating

  @Test func ratingsAreChangesThatUndoTakesBack() throws {
    let folder = try register()
    let rated = try review(
      folder, "rate", "NA23-30", "2", "--side", "tinh", "--comment", "thiếu số liệu")
    #expect(rated.code == 0, "\(rated.complaint)")
    #expect(try review(folder, "rate", "NA23-30", "1", "--side", "bo").code == 0)
    let json = try review(folder, "--json").json()
    #expect(codes(json, "differences") == ["NA23-30"])
    #expect(codes(json, "unrated").count == 20)
    #expect(try Run("undo", data: folder.path).code == 0)
    #expect(codes(try review(folder, "--json").json(), "differences").isEmpty)
    let ratings = try #require(try record("NA23-30", folder)["ratings"] as? [[String: Any]])
    #expect(ratings.map { $0["comment"] as? String } == ["thiếu số liệu"])
  }

  @Test func whatIsNoTaskIsNotRated() throws {
    let folder = try register()
    for code in ["NA23-01", "NA23-02", "QN23-09"] {
      let run = try review(folder, "rate", code, "1", "--side", "bo")
      #expect(run.code == 1)
      #expect(run.complaint.contains("\(code) không phải nhiệm vụ"))
    }
    #expect(try review(folder, "rate", "NA23-30", "7", "--side", "bo").code == 2)
    #expect(try review(folder, "rate", "NA23-30", "1").code == 2)
  }

  // MARK: - Closing

  @Test func aClosedYearStandsCarriesOverAndSetsTheNextReview() throws {
    let folder = try register()
    let before = try review(folder, "--json").json()
    let run = try review(folder, "close")
    #expect(run.code == 0, "\(run.complaint)")
    let next = try record("NA23-26", folder)
    #expect(
      (next["due"] as? [String: Any])?["date"] as? String ?? next["due"] as? String == "2024-12-31")
    let carried = try record("NA23-19", folder)
    #expect(carried["status"] as? String == "inProgress")
    #expect(carried["carriedTo"] as? Int == 2024)

    // Later edits alter nothing of it.
    for edit in [
      ["status", "NA23-27", "done", "--result-kind", "met"],
      ["due", "NA23-29", "2024-06-30"]
        + ["--reason", "chờ đối tác"],
      ["deliver", "NA23-37", "07/2023", "--on", "2024-01-05"],
    ] {
      #expect(try Run(list: edit + ["--today", "2024-01-10"], data: folder.path).code == 0)
    }
    let after = try review(folder, "--json", today: "2024-03-01").json()
    #expect(after["closed"] as? Bool == true)
    for name in [
      "tasks", "done", "doneInTime", "doneLate", "open", "overdue", "dueSoon", "noDeadline",
      "carriedOver", "donePercent", "inTimePercent", "recurring",
    ] {
      let (was, stands) = (try #require(before[name]), try #require(after[name]))
      #expect((was as? NSObject) == (stands as? NSObject), "\(name)")
    }
    let check = try Run("check", "--json", data: folder.path)
    #expect(check.code == 0)
    #expect(!check.output.contains("alteredReview"))
  }

  @Test func theCarriedTaskIsOpenInTheNextYear() throws {
    let folder = try register()
    #expect(try review(folder, "close").code == 0)
    let json = try review(folder, "--json", year: "2024", today: "2024-02-01").json()
    let items = try #require(json["items"] as? [[String: Any]])
    let statuses = Dictionary(
      uniqueKeysWithValues: items.map {
        ($0["code"] as? String ?? "", $0["status"] as? String ?? "")
      })
    #expect(statuses["NA23-19"] == "inProgress")
    #expect(statuses["NA23-26"] == "inProgress")
    #expect(statuses["NA23-15"] == nil)
    #expect(codes(json, "carriedOver").isEmpty)
    #expect(json["tasks"] as? Int == 13)
  }

  @Test func aYearIsClosedOnceAlsoByTwoAtOnce() async throws {
    let folder = try register()
    let path = folder.path
    let runs = try await withThrowingTaskGroup(of: (Int32, String).self) { group in
      for _ in 0..<2 {
        group.addTask {
          let run = try Run(
            list: ["review", ReviewStory.programme, "2023", "close"]
              + ["--today", ReviewStory.today], data: path)
          return (run.code, run.complaint)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(runs.map(\.0).sorted() == [0, 1])
    let refused = try #require(runs.first { $0.0 == 1 })
    #expect(refused.1.contains("đã khóa ngày 29/12/2023, người khóa: Lan"))
    let carried = try record("NA23-19", folder)
    #expect((carried["extensions"] as? [[String: Any]])?.count == 1)
    #expect(carried["carriedTo"] as? Int == 2024)

    let rate = try review(folder, "rate", "NA23-30", "1", "--side", "bo")
    #expect(rate.code == 1)
    #expect(rate.complaint.contains("đã khóa"))
  }

  @Test func anAlteredSnapshotIsNotUsedAndCheckNamesIt() throws {
    let folder = try register()
    #expect(try review(folder, "close").code == 0)
    let file = "reviews/\(ReviewStory.programme)-2023.json"
    let text = try folder.read(file)
    try folder.write(text.replacingOccurrences(of: "NA23-35", with: "NA23-99"), to: file)
    #expect(try Run("check", "--json", data: folder.path).output.contains("alteredReview"))
    let run = try review(folder, "--json")
    #expect(run.code == 1)
    #expect(run.complaint.contains("mã kiểm không khớp"))
  }

  @Test func differencesOverCarryingOverAreSettledFirst() throws {
    let folder = try register()
    #expect(try review(folder, "rate", "NA23-33", "4", "--side", "bo").code == 0)
    #expect(try review(folder, "rate", "NA23-33", "3", "--side", "tinh").code == 0)
    let refused = try review(folder, "close")
    #expect(refused.code == 1)
    #expect(refused.complaint.contains("NA23-33"))
    #expect(try review(folder, "rate", "NA23-33", "4", "--side", "tinh").code == 0)
    #expect(try review(folder, "close").code == 0)
    #expect(try record("NA23-33", folder)["carriedTo"] as? Int == 2024)
    #expect(try record("NA23-33", folder)["status"] as? String == "new")
  }

  @Test func aClosedYearIsCopiedOnceAsTheNextYearsPlan() throws {
    let folder = try register()
    #expect(try review(folder, "copy", "2024").complaint.contains("chưa khóa"))
    #expect(try review(folder, "close").code == 0)
    #expect(try review(folder, "copy", "2025").code == 2)
    let run = try review(folder, "copy", "2024", "--json", today: "2024-01-05")
    #expect(run.code == 0, "\(run.complaint)")
    #expect(codes(try run.json(), "codes").count == 8)
    let again = try review(folder, "copy", "2024", today: "2024-01-05")
    #expect(again.code == 1)
    #expect(again.complaint.contains("Không có việc nào cần chép"))
    let json = try review(folder, "--json", year: "2024", today: "2024-02-01").json()
    #expect(json["tasks"] as? Int == 21)
  }

  // MARK: - Bad input

  @Test(arguments: [
    (["review", "ct-bng-na-2023-2025", "2026"], "2023–2025", Int32(1)),
    (["review", "ct-bng-na-2023-2025", "xx"], "không phải một năm", 2),
    (["review", "khong-co", "2023"], "Không có chương trình", 1),
    (
      ["review", "ho-tro-covid-qn", "2020", "rate", "QN22-99", "1", "--side", "bo"], "không phải", 1
    ),
    (["review", "ct-bng-na-2023-2025", "2024", "close"], "Chưa đến năm 2024", 1),
    (["deliver", "NA23-28", "07/2023"], "không định kỳ", 1),
    (["deliver", "NA23-37", "13/2023"], "không phải một kỳ", 1),
    (["deliver", "NA23-37", "07/2021"], "nằm ngoài giai đoạn", 1),
  ])
  func whatCannotBeIsSaidClearly(arguments: [String], words: String, code: Int32) throws {
    let folder = try RealRegister.copy()
    let run = try Run(list: arguments + ["--today", "2023-12-29"], data: folder.path)
    #expect(run.complaint.contains(words), "\(run.complaint)")
    #expect(run.code == code)
  }

  @Test func aSupplyWhoseBeginningNobodyKnowsHasNoIssues() throws {
    let run = try Run(
      "review", ReviewStory.programme, "2023", "--json", "--today", "2023-12-29",
      data: RealRegister.path)
    #expect((try run.json()["recurring"] as? [Any])?.isEmpty == true)
    let folder = try RealRegister.copy()
    let period = ["set", "NA23-37", "giaidoan=2023-10-01..2025-12-31"]
    #expect(try Run(list: period, data: folder.path).code == 0)
    let known = try review(folder, "--json").json()["recurring"] as? [[String: Any]]
    #expect((known?.first?["instances"] as? [Any])?.count == 3)
  }

  @Test func anEmptyProgrammeIsSaidToBeEmpty() throws {
    let folder = try RealRegister.copy()
    try folder.write(
      #"""
      {
        "id": "trong",
        "name": "Chương trình trống",
        "province": "nghe-an"
      }

      """#, to: "programmes/trong.json")
    let run = try Run("review", "trong", "2023", "--json", data: folder.path)
    #expect(try run.json()["tasks"] as? Int == 0)
    #expect(try run.json()["donePercent"] is NSNull)
    #expect(run.complaint.contains("không có gì để rà soát"))
    #expect(try Run("review", "trong", "2023", "close", data: folder.path).code == 1)
  }

  @Test func programmesAreListedWithTheirYears() throws {
    let all = try Run("programme", "--json", "--today", "2023-12-29", data: RealRegister.path)
    #expect((try all.json()["programmes"] as? [Any])?.count == 5)
    let one = try Run(
      "programme", "nghệ an", "--json", "--today", "2023-12-29", data: RealRegister.path)
    let programme = try #require((try one.json()["programmes"] as? [[String: Any]])?.first)
    #expect(programme["id"] as? String == ReviewStory.programme)
    #expect((programme["matrix"] as? [[String: Any]])?.count == 21)
  }
}
