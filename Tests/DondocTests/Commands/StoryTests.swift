import Foundation
import TestKit
import Testing

/// The stories of the field, told to `dondoc list` on the register in `Data/`.
@Suite struct StoryTests {
  private func codes(_ query: String, today: String = "2023-04-03") throws -> [String] {
    try Run("list", query, "--json", "--today", today, data: RealRegister.path).codes()
  }

  private func followUps(_ query: String) throws -> [[String: Any]] {
    try Run("list", query, "--json", "--today", "2023-03-27", data: RealRegister.path).followUps()
  }

  private func shown(_ codes: [String]) throws -> [[String: Any]] {
    try Run(list: ["show", "--json"] + codes, data: RealRegister.path).followUps()
  }

  private func codes(of followUps: [[String: Any]]) -> [String] {
    followUps.compactMap { $0["code"] as? String }
  }

  private func countsByLead(_ followUps: [[String: Any]]) -> [String: Int] {
    followUps.reduce(into: [:]) { counts, record in
      let unit = (record["lead"] as? [String: Any])?["unit"] as? String
      counts[unit ?? "—", default: 0] += 1
    }
  }

  @Test func allOfTheRegisterIsListed() throws {
    let run = try Run("list", "--json", data: RealRegister.path)
    #expect(try run.json()["count"] as? Int == 185)
    #expect(run.complaint.isEmpty)
    #expect(run.code == 0)
  }

  // MARK: - S1: triage after the session of 24/3/2023

  @Test func theSessionsRecordsAreListedAndTheBackgroundHidden() throws {
    let all = (1...46).map { "QN23-" + ($0 < 10 ? "0\($0)" : "\($0)") }
    #expect(try codes("session:QN23-01") == all)
    #expect(try codes("session:QN23-01 tier:core").count == 42)
    let kinds = ["request": 19, "commitment": 7, "instruction": 15, "event": 3, "result": 2]
    for (kind, count) in kinds {
      #expect(try codes("session:QN23-01 kind:\(kind)").count == count)
    }
  }

  @Test func theRequestsHaveTheirProposedLeads() throws {
    let requests = try followUps("session:QN23-01 kind:request")
    #expect(
      countsByLead(requests) == [
        "vu-dba": 5, "cuc-ngoai-vu": 2, "ubbgqg": 4, "vu-thkt": 4, "cuc-lanh-su": 1,
        "vu-dna-na-ntbd": 1, "vu-ngvh-unesco": 2,
      ])
    let named = requests.filter {
      ($0["lead"] as? [String: Any])?["proposed"] as? Bool != true
    }
    #expect(named.isEmpty)
  }

  @Test func onlyOneRequestHasADate() throws {
    let dated = try followUps("session:QN23-01 kind:request").filter { !($0["due"] is NSNull) }
    #expect(codes(of: dated) == ["QN23-23"])
    #expect(dated.first?["due"] as? String == "2023-12-31")
    #expect(dated.first?["duePrecision"] as? String == "year")
  }

  @Test func whatIsStressedAndWhatIsToBeConfirmedIsShown() throws {
    let session = try shown(try codes("session:QN23-01"))
    #expect(
      codes(of: session.filter { $0["emphasis"] != nil }) == ["QN23-06", "QN23-14", "QN23-23"])
    #expect(
      codes(of: session.filter { $0["toConfirm"] != nil }) == [
        "QN23-01", "QN23-07", "QN23-10", "QN23-11", "QN23-12", "QN23-13", "QN23-14", "QN23-34",
        "QN23-38",
      ])
  }

  @Test func requestsSharedWithOtherProvincesAreTold() throws {
    let shared = try followUps("session:QN23-01 kind:request").filter {
      ($0["alsoProvinces"] as? [String])?.isEmpty == false
    }
    #expect(codes(of: shared) == ["QN23-14", "QN23-20"])
  }

  @Test func theImportLeavesEveryRequestWhereItStood() throws {
    #expect(try codes("session:QN23-01 kind:request status:agreed").count == 18)
    #expect(try codes("session:QN23-01 kind:request status:inProgress") == ["QN23-20"])
  }

  // MARK: - S2: the leader's question of 3/4/2023

  @Test func openRequestsAboutGuangxi() throws {
    let run = try Run(
      "list", "--json", "quảng tây kind:request open", "--today", "2023-04-03",
      data: RealRegister.path)
    #expect(
      try run.codes() == ["QN23-06", "QN23-07", "QN23-08", "QN23-09", "QN23-10", "QN23-14"])
    #expect(try run.json()["count"] as? Int == 6)
    #expect(
      countsByLead(try run.followUps())
        == ["vu-dba": 1, "cuc-ngoai-vu": 1, "ubbgqg": 3, "vu-thkt": 1])
  }

  @Test func whatElseIsOpenAboutGuangxiAndWhatIsDone() throws {
    let open = try codes("dossier:hs-quang-tay open")
    let requests = try codes("quảng tây kind:request open")
    #expect(
      open.filter { !requests.contains($0) } == ["QN23-32", "QN23-33", "QN23-34", "QN23-38"])
    let done = try codes("quảng tây tinh:quang-ninh status:done")
    #expect(done == ["QN22-01", "QN22-02", "QN22-05", "QN22-22", "QN22-24"])
  }

  // MARK: - S10: searching as people type

  @Test(arguments: [
    ("xay nha bu ly", ["QN22-01", "QN22-03", "QN22-08"]),
    ("Xay Nhạ By Ly", ["QN22-01", "QN22-03", "QN22-08"]),
    ("dung quat", ["QG23-03", "QG23-04", "QG23-08", "QG23-13"]),
    ("DUNG QUẤT", ["QG23-03", "QG23-04", "QG23-08", "QG23-13"]),
    ("oita", ["QG23-07", "QG23-31"]),
    ("hoanh mo dong trung", ["QN23-09"]),
    (
      "unesco",
      [
        "QN23-18", "QN23-20", "QN23-42", "QN23-43", "QG23-18", "QG23-19", "QG23-47", "NA23-30",
      ]
    ),
    ("houston", ["QG23-08"]),
    ("yên tử côn sơn", ["QN23-20", "QN23-43"]),
    ("jeju", ["QG23-30"]),
  ])
  func findsWhatPeopleTypeInRegisterOrder(query: String, expected: [String]) throws {
    #expect(try codes(query) == expected)
    #expect(try codes(query.decomposedStringWithCanonicalMapping) == expected)
  }

  @Test func theRegisterIsSound() throws {
    let run = try Run("check", "--json", data: RealRegister.path)
    let problems = try #require(try run.json()["problems"] as? [[String: Any]])
    #expect(problems.compactMap { $0["problem"] as? String }.filter { $0 != "wideOpen" }.isEmpty)
    #expect(try run.json()["records"] as? Int == 185)
    #expect(run.code == 0)
  }
}
