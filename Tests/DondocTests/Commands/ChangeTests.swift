import Foundation
import Model
import Store
import TestKit
import Testing

@Suite struct ChangeTests {
  private func record(_ code: String, _ register: SampleRegister) throws -> [String: Any] {
    try #require(try Run("show", code, "--json", data: register.path).followUps().first)
  }

  @Test func notesDeadlinesLeadsAndUndoGoThereAndBack() throws {
    let register = try SampleRegister()
    let before = try record("QN23-02", register)
    let note = try Run(
      "note", "QN23-02", "đã gửi công văn", "--on", "2/4", "--today", "3/4/2023",
      data: register.path)
    #expect(note.code == 0)
    #expect(
      note.output
        == "QN23-02  ◔ Đồng ý về nguyên tắc  Chủ trì: Ủy ban Biên giới quốc gia (dự kiến)  "
        + "Hạn: 30/06/2023\n")
    #expect(try Run("due", "QN23-02", "15/6/2023", data: register.path).code == 0)
    #expect(try Run("assign", "QN23-02", "đông bắc", data: register.path).code == 0)
    let after = try record("QN23-02", register)
    let notes = try #require(after["notes"] as? [[String: String]])
    #expect(notes.map { $0["text"] } == ["đã gửi công văn"])
    #expect(notes.map { $0["on"] } == ["2023-04-02"])
    #expect(notes.map { $0["by"] } == ["Lan"])
    #expect(after["due"] as? String == "2023-06-15")
    #expect(after["lead"] as? [String: String] == ["unit": "vu-dba"])
    for _ in 1...3 { #expect(try Run("undo", data: register.path).code == 0) }
    var back = try record("QN23-02", register)
    #expect((back["history"] as? [Any])?.count == 7)
    var first = before
    (back["history"], first["history"]) = (nil, nil)
    #expect(NSDictionary(dictionary: back) == NSDictionary(dictionary: first))
    let none = try Run("undo", data: register.path)
    #expect(none.code == 1)
    #expect(none.complaint == "Không có gì để hoàn tác.\n")
    #expect(try Run("redo", data: register.path).output.hasPrefix("Đã làm lại  QN23-02"))
    #expect(try RegisterCheck.run(register.path).problems.isEmpty)
    #expect(!register.exists("journal.jsonl"))
  }

  @Test func severalCodesAreOneBatch() throws {
    let register = try SampleRegister()
    let run = try Run(
      "note", "QN23-02", "na23-01", "gửi chung", "--json", data: register.path)
    let json = try run.json()
    #expect(json["schema"] as? String == "dondoc.change/1")
    #expect(json["codes"] as? [String] == ["QN23-02", "NA23-01"])
    #expect((json["batch"] as? String)?.isEmpty == false)
    let undo = try Run("undo", "--json", data: register.path)
    #expect(Set(try #require(undo.json()["codes"] as? [String])) == ["QN23-02", "NA23-01"])
  }

  @Test func oneRefusalStopsTheBatch() throws {
    let register = try SampleRegister()
    let before = try register.snapshot()
    let run = try Run(
      "status", "QN23-02", "QN23-01", "awaitingReply", "--waiting-for", "Quảng Tây",
      data: register.path)
    #expect(run.code == 1)
    #expect(run.complaint.hasPrefix("QN23-01: "))
    #expect(try register.snapshot() == before)
  }

  @Test(arguments: [
    ("inProgress", "diễn biến (--note)"), ("Đang thực hiện", "diễn biến (--note)"),
    ("dang lam", "diễn biến (--note)"), ("agreed", "Đã ở trạng thái “Đồng ý về nguyên tắc” rồi"),
    ("assigned", "cơ quan chủ trì (--lead), người giao (--assigner)"),
    ("awaitingReply", "chờ ai (--waiting-for)"),
    ("reported", "kết quả (--result), minh chứng (--evidence)"),
    ("xong", "hình thức kết quả (--result-kind)"),
    ("paused", "lý do (--reason), xem lại ngày (--look-again)"),
    ("carriedOver", "chuyển sang năm (--year)"),
    ("notPursued", "hình thức kết quả (--result-kind), lý do (--reason)"),
    ("merged", "gộp vào mã (--into)"), ("new", "lý do (--reason)"),
  ])
  func whatIsMissingIsNamedWithItsOption(status: String, missing: String) throws {
    let register = try SampleRegister()
    let before = try register.snapshot()
    let run = try Run("status", "QN23-02", status, data: register.path)
    #expect(run.code == 1)
    #expect(run.complaint.contains(missing), "\(run.complaint)")
    #expect(try register.snapshot() == before)
  }

  @Test(arguments: [
    ("inProgress", ["--note", "đã họp"]),
    ("assigned", ["--lead", "ubbg", "--assigner", "Thứ trưởng"]),
    ("cho", ["--waiting-for", "Vụ ĐBA", "--since", "1/4/2023", "--letter", "12/CV"]),
    ("Có kết quả", ["--result", "đã mở", "--evidence", "CV 15"]),
    ("done", ["--result-kind", "đáp ứng một phần", "--on", "15/3/2023"]),
    ("tam dung", ["--reason", "dịch", "--look-again", "1/9/2023"]),
    ("carriedOver", ["--year", "2024"]),
    ("notPursued", ["--result-kind", "withdrawn", "--reason", "tỉnh rút"]),
    ("merged", ["--into", "qn23-03"]), ("new", ["--reason", "ghi nhầm"]),
  ])
  func aStepThatStatesWhatItNeedsIsTaken(status: String, options: [String]) throws {
    let register = try SampleRegister()
    let run = try Run(list: ["status", "QN23-02", status] + options, data: register.path)
    #expect(run.complaint.isEmpty)
    #expect(run.code == 0)
    #expect(try RegisterCheck.run(register.path).problems.isEmpty)
    #expect(try (record("QN23-02", register)["history"] as? [Any])?.count == 2)
  }

  @Test func whatIsForcedIsRecorded() throws {
    let register = try SampleRegister()
    let bare = try Run("status", "QN23-02", "assigned", "--force", data: register.path)
    #expect(bare.code == 2)
    #expect(bare.complaint == "--force cần lý do: --why \"…\".\n")
    let run = try Run(
      "status", "QN23-02", "assigned", "--force", "--why", "giao miệng", data: register.path)
    #expect(run.code == 0)
    let history = try record("QN23-02", register)["history"] as? [[String: Any]]
    #expect(history?.first?["forced"] as? [String] == ["lead", "assigner"])
    #expect(history?.first?["why"] as? String == "giao miệng")
  }

  @Test func aReasonIsKeptWhereAStepGoesBack() throws {
    let register = try SampleRegister()
    _ = try Run("status", "QN23-02", "new", "--reason", "ghi nhầm", data: register.path)
    let history = try record("QN23-02", register)["history"] as? [[String: Any]]
    #expect(history?.first?["why"] as? String == "ghi nhầm")
  }

  @Test func anExtensionNeedsAReasonAndKeepsTheOldDeadline() throws {
    let register = try SampleRegister()
    let bare = try Run("due", "QN23-02", "30/9/2023", data: register.path)
    #expect(bare.code == 1)
    #expect(
      bare.complaint
        == "QN23-02: Gia hạn từ 30/06/2023 đến 30/09/2023 cần lý do (--reason).\n")
    _ = try Run("due", "QN23-02", "9/2023", "--reason", "chờ", data: register.path)
    let record = try record("QN23-02", register)
    #expect(record["due"] as? String == "2023-09-30")
    #expect(record["duePrecision"] as? String == "month")
    #expect((record["extensions"] as? [Any])?.count == 1)
  }

  @Test(arguments: [
    (["due", "QN23-02", "31/2/2023"], Int32(2), "Lịch không có ngày 31/2/2023."),
    (["due", "QN23-02", "abc"], 2, "“abc” không phải là ngày."),
    (["due", "QN23-02", "none"], 1, "QN23-02: Bỏ hạn cần lý do (--reason)."),
    (["due", "QN23-02", "1/1/2020"], 1, "QN23-02: Hạn 01/01/2020 sớm hơn ngày nêu 24/03/2023"),
    (["due", "QN23-02"], 2, "Chưa nói mục nào"),
    (["note", "QN23-02", " "], 1, "QN23-02: Chưa ghi gì; hãy viết diễn biến."),
    (["assign", "QN23-02", "zzz"], 1, "Không có cơ quan nào khớp “zzz”"),
    (
      ["assign", "QN23-02", "vụ"], 1,
      "“vụ” khớp nhiều cơ quan: Vụ Châu Âu [vu-chau-au]; Vụ Đông Bắc Á [vu-dba]; "
    ),
    (
      ["status", "QN23-02", "xongg"], 2,
      "Không có trạng thái “xongg”; có lẽ là “Hoàn thành (done)”?"
    ),
    (["status", "QN23-02", "da"], 2, "“da” có thể là nhiều trạng thái"),
    (["status", "QN23-99", "done"], 1, "Không có mục “QN23-99” trong sổ"),
    (
      ["status", "QN23-02", "done", "--result-kind", "refused"], 1,
      "QN23-02: “Không đồng ý” không phải hình thức kết quả của “Hoàn thành”"
    ),
    (
      ["status", "QN23-02", "merged", "--into", "QN23-02"], 1,
      "QN23-02: Không thể gộp một mục vào chính nó."
    ),
    (["note", "QN23-02", "QN23-02", "x"], 2, "Một mã được ghi hai lần."),
  ])
  func whatCannotBeIsSaidAndNothingWritten(
    arguments: [String], code: Int32, said: String
  ) throws {
    let register = try SampleRegister()
    let before = try register.snapshot()
    let run = try Run(list: arguments, data: register.path)
    #expect(run.complaint.hasPrefix(said), "\(run.complaint)")
    #expect(run.code == code)
    #expect(run.output.isEmpty)
    #expect(try register.snapshot() == before)
  }

  @Test func workingDaysAreCountedByTheHolidaysOfTheRegister() throws {
    let register = try SampleRegister()
    let arguments = ["due", "QN23-02", "+1nlv", "--today", "28/4/2023"]
    let unknown = try Run(list: arguments, data: register.path)
    #expect(unknown.complaint.hasPrefix("Chưa có lịch nghỉ năm 2023"))
    #expect(try record("QN23-02", register)["due"] as? String == "2023-05-01")
    try register.write(
      "holidays/2023.json", #"{"year": 2023, "weekdaysOff": ["2023-05-01", "2023-05-02"]}"#)
    let known = try Run(list: arguments + ["--reason", "nghỉ lễ"], data: register.path)
    #expect(known.complaint.isEmpty)
    #expect(try record("QN23-02", register)["due"] as? String == "2023-05-03")
  }

  @Test func typedTextIsKeptComposed() throws {
    let register = try SampleRegister()
    let text = "đã họp với Ủy ban"
    _ = try Run(
      "note", "QN23-02", text.decomposedStringWithCanonicalMapping, data: register.path)
    #expect(
      Array(try register.text(SampleRegister.quangNinh).utf8).firstRange(of: Array(text.utf8))
        != nil)
  }

  @Test(arguments: [
    ["list"], ["list", "--json"], ["show", "QN23-02"], ["show", "QN23-02", "--json"], ["check"],
    ["keys"], ["list", "--sort", "due"], ["undo"],
  ])
  func readingWritesNothing(arguments: [String]) throws {
    let register = try SampleRegister()
    let before = try register.snapshot()
    _ = try Run(list: arguments, data: register.path)
    #expect(try register.snapshot() == before)
    let isLocking = arguments == ["undo"]
    #expect(register.exists(".lock") == isLocking)
  }
}
