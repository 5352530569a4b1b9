import Foundation
import Model
import Store
import TestKit
import Testing

@Suite struct AddTests {
  private static let gate =
    "Công bố cửa khẩu X phien:QN23-01 linhvuc:biên giới chutri:ubbg han:30/9 +biên-giới doitac:quảng tây"

  private func record(_ code: String, _ register: SampleRegister) throws -> [String: Any] {
    try #require(try Run("show", code, "--json", data: register.path).followUps().first)
  }

  @Test func aLineBecomesARecordAndOneUndoTakesItBack() throws {
    let register = try SampleRegister()
    let run = try Run("add", Self.gate, "--today", "3/4/2023", data: register.path)
    #expect(run.code == 0)
    #expect(run.complaint == "")
    #expect(
      run.output
        == "Đã thêm  QN23-04  ○ Mới  Chủ trì: Ủy ban Biên giới quốc gia (dự kiến)  Hạn: 30/09/2023\n"
    )
    let made = try record("QN23-04", register)
    #expect(made["title"] as? String == "Công bố cửa khẩu X")
    #expect(made["tags"] as? [String] == ["biên-giới"])
    #expect((made["session"] as? [String: String])?["code"] == "QN23-01")
    #expect(try Run("list", "cửa khẩu X", "--json", data: register.path).codes() == ["QN23-04"])
    #expect(try Run("undo", data: register.path).output.hasPrefix("Đã hoàn tác  QN23-04"))
    #expect(try Run("list", "cửa khẩu X", "--json", data: register.path).codes() == [])
    let shown = try Run("show", "QN23-04", data: register.path)
    #expect(shown.output.contains("▨ Trong thùng rác từ "))
    let refused = try Run("note", "QN23-04", "x", data: register.path)
    #expect(refused.code == 1)
    #expect(refused.complaint.contains("thùng rác"))
    #expect(try Run("add", Self.gate, data: register.path).output.contains("QN23-05"))
    #expect(try RegisterCheck.run(register.path).problems.isEmpty)
  }

  @Test func severalLinesAreOneBatch() throws {
    let register = try SampleRegister()
    let input = """
      Một phien:QN23-01 linhvuc:biên giới

      Hai province:nghe-an category:borders source:"letter 5" due:2023\r
      """
    let run = try Run(
      list: ["add", "-", "--json", "--today", "3/4/2023"], data: register.path, input: input)
    #expect(run.complaint == "")
    #expect(try run.json()["schema"] as? String == "dondoc.change/1")
    #expect(try run.json()["codes"] as? [String] == ["QN23-04", "NA23-02"])
    #expect(try record("NA23-02", register)["duePrecision"] as? String == "year")
    #expect(try RegisterCheck.run(register.path).problems.isEmpty)
    let undo = try Run("undo", "--json", data: register.path)
    #expect(Set(try #require(undo.json()["codes"] as? [String])) == ["QN23-04", "NA23-02"])
  }

  @Test func aMistakeInOneLineAddsNone() throws {
    let register = try SampleRegister()
    let before = try register.snapshot()
    let run = try Run("add", Self.gate, "Hai han:31/2 chutri:vụ hann:1", data: register.path)
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(
      run.complaint.hasPrefix(
        """
        Hai han:31/2 chutri:vụ hann:1
            ^~~~~~~~
        Dòng 2: Lịch không có ngày 31/2.
        Hai han:31/2 chutri:vụ hann:1
                     ^~~~~~~~~
        Dòng 2: “vụ” có thể là: Vụ
        """))
    #expect(run.complaint.contains("có lẽ là “han:”?"))
    #expect(
      run.complaint.contains(
        "Dòng 2: Còn thiếu: tỉnh (tinh:), lĩnh vực (linhvuc:), nguồn (nguon:)."))
    #expect(run.complaint.hasSuffix("Chưa thêm mục nào.\n"))
    #expect(try register.snapshot() == before)
  }

  @Test func aTrialSaysWhatWasUnderstoodAndWritesNothing() throws {
    let register = try SampleRegister()
    let before = try register.snapshot()
    let run = try Run(
      "add", "--dry-run", Self.gate, "--today", "3/4/2023", "--lang", "en", data: register.path)
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("Would add  QN23-04  Công bố cửa khẩu X\n"))
    #expect(run.output.contains("\n  Deadline: Saturday, 30 Sep 2023\n"))
    #expect(run.output.contains("\n  Lead: National Boundary Commission (proposed)\n"))
    let json = try Run("add", "--dry-run", "--json", "A tinh:qn xyz:1", data: register.path)
    #expect(json.code == 2)
    let line = try #require((json.json()["lines"] as? [[String: Any]])?.first)
    #expect(line["code"] as? String == "QN\(Self.year)-01")
    #expect(line["missing"] as? [String] == ["category", "sources"])
    let error = try #require((line["errors"] as? [[String: Any]])?.first)
    #expect(error["offset"] as? Int == 10)
    #expect(error["length"] as? Int == 5)
    #expect(try register.snapshot() == before)
  }

  private static var year: Int { Calendar.current.component(.year, from: Date()) % 100 }

  @Test func badInputIsAClearWord() throws {
    let register = try SampleRegister()
    let none = try Run("add", data: register.path)
    #expect(none.code == 2)
    #expect(none.complaint.hasPrefix("Chưa có dòng nào"))
    let huge = try Run(
      list: ["add", "-"], data: register.path,
      input: String(repeating: "chữ \u{1B}[31m", count: 1_200_000))
    #expect(huge.code == 2)
    #expect(huge.complaint.count < 2000)
    #expect(!huge.complaint.contains("\u{1B}"))
    let escape = try Run(
      "add", "\u{1B}]0;x\u{7}đỏ phien:QN23-01 linhvuc:biên giới", data: register.path)
    #expect(escape.code == 0)
    #expect(try record("QN23-04", register)["title"] as? String == "]0;x đỏ")
  }

  @Test func aWorkingSessionIsEnteredIntoAnEmptyRegister() throws {
    let folder = NSTemporaryDirectory() + "dondoc-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try Run("init", folder, "--from", RealRegister.path)
    let session = try Run(
      "add", "Buổi làm việc tinh:qn linhvuc:co-che nguon:\"biên bản 24/3\" phien:mới",
      "--today", "24/3/2023", data: folder)
    #expect(session.output.contains("QN23-01"))
    let item = try Run(
      "add", "Công bố cửa khẩu phien:QN23-01 linhvuc:biên giới", data: folder)
    #expect(item.output.contains("QN23-02"))
    #expect(try Run("list", "session:QN23-01", "--json", data: folder).codes().count == 2)
    #expect(try RegisterCheck.run(folder).problems.isEmpty)
  }
}

@Suite struct SetTests {
  private func record(_ code: String, _ register: SampleRegister) throws -> [String: Any] {
    try #require(try Run("show", code, "--json", data: register.path).followUps().first)
  }

  @Test func severalFieldsOfSeveralRecordsAreOneUndo() throws {
    let register = try SampleRegister()
    let before = try [record("QN23-02", register), record("QN23-03", register)]
    let run = try Run(
      "set", "QN23-02", "QN23-03", "canbo=Nguyễn Văn An", "+gấp", "uutien=cao",
      "chutri=đông bắc!", "phoihop-=dba", "--why", "phân công lại", data: register.path)
    #expect(run.complaint == "")
    let batch = try #require(
      (try record("QN23-03", register)["history"] as? [[String: Any]])?
        .compactMap { $0["batch"] as? String }.first)
    #expect(
      run.output == """
        QN23-02  Công bố cửa khẩu Hoành Mô – Động Trung
          Cán bộ theo dõi: — → Nguyễn Văn An
          Nhãn: + gấp
          Mức ưu tiên: — → Cao
          Chủ trì: Ủy ban Biên giới quốc gia (dự kiến) → Vụ Đông Bắc Á
          Phối hợp: − Vụ Đông Bắc Á
        QN23-03  Kết nghĩa với Hokkaido
          Cán bộ theo dõi: — → Nguyễn Văn An
          Nhãn: + gấp
          Chủ trì: — → Vụ Đông Bắc Á
        Đã sửa 2 mục, lô \(batch.suffix(4)).

        """)
    #expect(try record("QN23-03", register)["officer"] as? String == "Nguyễn Văn An")
    #expect(try RegisterCheck.run(register.path).problems.isEmpty)
    _ = try Run("undo", data: register.path)
    for (code, old) in zip(["QN23-02", "QN23-03"], before) {
      var (now, old) = (try record(code, register), old)
      (now["history"], old["history"]) = (nil, nil)
      #expect(NSDictionary(dictionary: now) == NSDictionary(dictionary: old))
    }
  }

  @Test func aTrialShowsBeforeAndAfterAndWritesNothing() throws {
    let register = try SampleRegister()
    let before = try register.snapshot()
    let text = try Run(
      "set", "QN23-02", "han=15/7/2023", "lienket+=depends-on:NA23-01", "--why", "chờ",
      "--dry-run", data: register.path)
    #expect(text.output.contains("  Hạn: 30/06/2023 → 15/07/2023\n"))
    #expect(text.output.contains("NA23-01  Clip quảng bá Nghệ An\n  Liên kết: + cần cho QN23-02\n"))
    let json = try Run(
      "set", "QN23-02", "due=15/6/2023", "--dry-run", "--json", data: register.path
    ).json()
    #expect(json["schema"] as? String == "dondoc.preview/1")
    let edits = try #require(
      (json["records"] as? [[String: Any]])?.first?["edits"] as? [[String: Any]])
    #expect(edits.map { $0["field"] as? String } == ["due"])
    #expect(try register.snapshot() == before)
  }

  @Test func linesLinksAndPeriodsAreWritten() throws {
    let register = try SampleRegister()
    let run = try Run(
      "set", "QN23-02", "doitac.quang-tay.status=xong", "doitac.guangxi.answer=đã mở",
      "lienket+=depends-on:na23-01", "giaidoan=2023..2025", "dinhky=hằng năm", "--on", "2/4/2023",
      data: register.path)
    #expect(run.complaint == "")
    let now = try record("QN23-02", register)
    let line = try #require((now["counterparts"] as? [[String: Any]])?.first)
    #expect(line["status"] as? String == "done")
    #expect(line["answer"] as? String == "đã mở")
    #expect(line["on"] as? String == "2023-04-02")
    #expect(now["period"] as? [String: String] == ["from": "2023-01-01", "to": "2025-12-31"])
    let other = try #require(record("NA23-01", register)["links"] as? [[String: String]])
    #expect(other.map { $0["relation"] } == ["needed-by"])
    #expect(try RegisterCheck.run(register.path).problems.isEmpty)
  }

  @Test(arguments: [
    (
      ["QN23-02", "trangthai=done"],
      "trangthai=done\n^~~~~~~~~\n“Trạng thái” đổi bằng dondoc status", 2
    ),
    (["QN23-02", "hann=1"], "hann=1\n^~~~\nKhông có trường “hann”; có lẽ là “han”?", 2),
    (["QN23-02", "han=31/2"], "han=31/2\n    ^~~~\nLịch không có ngày 31/2.", 2),
    (["QN23-02", "han=1/7/2023", "due=2/7/2023"], "due=2/7/2023", 2),
    (["QN23-02", "tinh=na"], "tinh=na\n^~~~\n“Tỉnh” không sửa được", 2),
    (["QN23-02"], "Chưa nói đổi gì", 2), (["han=1/7"], "Chưa nói mục nào", 2),
    (["QN23-99", "canbo=An"], "Không có mục “QN23-99”", 1),
    (["QN23-02", "noidung="], "QN23-02: “Nội dung” không được để trống.", 1),
    (["QN23-02", "han=1/7/2023"], "QN23-02: Gia hạn từ 30/06/2023", 1),
    (["QN23-02", "han="], "QN23-02: Bỏ hạn cần lý do", 1),
    (["QN23-02", "lienket+=QN23-02"], "QN23-02: Một mục không liên kết với chính nó.", 1),
    (["QN23-02", "doitac.hokkaido.status=done"], "QN23-02: Mục này không có đối tác", 1),
    (["QN23-02", "canbo="], "QN23-02: Đã như vậy rồi", 1),
    (["QN23-02", "chutri=ubbg", "--force"], "--force cần lý do", 2),
  ])
  func aRefusalSaysWhyAndWritesNothing(arguments: [String], said: String, code: Int32) throws {
    let register = try SampleRegister()
    let before = try register.snapshot()
    let run = try Run(list: ["set"] + arguments, data: register.path)
    #expect(run.complaint.hasPrefix(said), "\(run.complaint)")
    #expect(run.code == code)
    #expect(run.output.isEmpty)
    #expect(try register.snapshot() == before)
  }
}
