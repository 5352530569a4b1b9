import Foundation
import Store
import TestKit
import Testing

/// `dondoc set` by a query.
@Suite struct SetQueryTests {
  private func priorities(_ register: SampleRegister) throws -> [String] {
    try Run("list", "uutien:1", "--json", data: register.path).codes()
  }

  @Test func aDryRunShowsWhatTheQueryFindsAndWritesNothing() throws {
    let register = try SampleRegister()
    let before = try register.snapshot()
    let run = try Run("set", "tinh:qn mở", "uutien=1", "--dry-run", data: register.path)
    #expect(run.code == 0)
    #expect(run.output.contains("QN23-02"))
    #expect(run.output.contains("QN23-03"))
    #expect(!run.output.contains("QN23-01  "))
    #expect(run.output.contains("Mức ưu tiên: — → Khẩn"))
    #expect(try register.snapshot() == before)
  }

  @Test func severalNeedAYesWhereNobodyCanBeAsked() throws {
    let register = try SampleRegister()
    let before = try register.snapshot()
    let run = try Run("set", "tinh:qn mở", "uutien=1", data: register.path)
    #expect(run.code == 2)
    #expect(
      run.complaint
        == "Câu tìm này khớp 2 mục; thêm --yes để sửa tất cả, --dry-run để chỉ xem.\n")
    #expect(try register.snapshot() == before)
    #expect(try Run("set", "tinh:qn mở", "uutien=1", "--yes", data: register.path).code == 0)
    #expect(try priorities(register) == ["QN23-02", "QN23-03"])
    #expect(try Run("undo", data: register.path).code == 0)
    #expect(try priorities(register).isEmpty)
  }

  @Test func oneThatIsFoundNeedsNoYes() throws {
    let register = try SampleRegister()
    #expect(try Run("set", "hoành mô", "uutien=1", data: register.path).code == 0)
    #expect(try priorities(register) == ["QN23-02"])
  }

  @Test(arguments: [
    (["han<=30/6/2023", "mở", "tinh:qn"], ["QN23-02"]),
    (["QN23-0", "mở"], ["QN23-02", "QN23-03"]),
    (["QN23-02", "mở"], ["QN23-02"]), (["QN23-02", "NA23-01"], ["QN23-02", "NA23-01"]),
    (["ma:QN23-02 OR ma:NA23-01"], ["QN23-02", "NA23-01"]),
  ])
  func wordsThatAreAllCodesNameRecordsAndOthersAreOneQuery(
    words: [String], codes: [String]
  ) throws {
    let register = try SampleRegister()
    let run = try Run(
      list: ["set"] + words + ["uutien=1", "--yes"], data: register.path)
    #expect(run.code == 0, "\(run.complaint)")
    #expect(Set(try priorities(register)) == Set(codes))
  }

  @Test func aQueryThatFindsNothingOrIsWrongIsSaid() throws {
    let register = try SampleRegister()
    let none = try Run("set", "zzz", "uutien=1", data: register.path)
    #expect(none.code == 3)
    #expect(none.complaint == "Không có mục nào khớp “zzz”.\n")
    let wrong = try Run("set", "statu:new", "uutien=1", data: register.path)
    #expect(wrong.code == 2)
    #expect(wrong.complaint.hasPrefix("statu:new\n^"))
    let unknown = try Run("set", "QN23-99", "uutien=1", data: register.path)
    #expect(unknown.code == 1)
    #expect(unknown.complaint.contains("QN23-99"))
  }

  @Test func everyRefusalIsNamedAndNothingIsDone() throws {
    let register = try SampleRegister()
    let before = try register.snapshot()
    let run = try Run("set", "mở", "title=", "--yes", data: register.path)
    #expect(run.code == 1)
    #expect(run.complaint.split(separator: "\n").count > 1)
    #expect(try register.snapshot() == before)
  }

  @Test func aDayAndAReasonAreKept() throws {
    let register = try SampleRegister()
    let run = try Run(
      "set", "tinh:qn mở", "uutien=1", "--on", "2/4/2023", "--why", "theo chỉ đạo", "--yes",
      data: register.path)
    #expect(run.code == 0)
    let record = try #require(
      try Run("show", "QN23-02", "--json", data: register.path).followUps().first)
    let history = try #require(record["history"] as? [[String: Any]])
    let change = try #require(history.first { $0["why"] as? String == "theo chỉ đạo" })
    #expect(change["on"] as? String == "2023-04-02")
    #expect(try RegisterCheck.run(register.path).problems.isEmpty)
  }
}
