import Foundation
import TestKit
import Testing

@Suite struct ListTests {
  private static let jsonOfGate = """
    {"schema":"dondoc.list/1","today":"2023-06-25","count":1,"followUps":[
    {"code":"QN23-02","kind":"request","direction":"provinceToMinistry","province":"quang-ninh",\
    "alsoProvinces":[],"title":"Công bố cửa khẩu Hoành Mô – Động Trung",\
    "titleEn":"Announce the Hoanh Mo gate","category":"bien-gioi","tier":"core",\
    "status":"agreed","lead":{"unit":"ubbgqg","proposed":true},"coordinating":["vu-dba"],\
    "counterparts":["quang-tay"],"due":"2023-06-30","duePrecision":"day",\
    "deadlineState":{"state":"dueSoon","days":5},"programme":null,"session":"QN23-01",\
    "priority":null}]}

    """

  @Test func printsTheDocumentedShape() throws {
    let register = try SampleRegister()
    let run = try Run(
      "list", "hoanh mo", "--json", "--today", "2023-06-25", data: register.path)
    #expect(run.output == ListTests.jsonOfGate)
    #expect(run.complaint.isEmpty)
    #expect(run.code == 0)
  }

  @Test func emptyFieldsAreNull() throws {
    let register = try SampleRegister()
    let run = try Run("list", "code:QN23-03", "--json", data: register.path)
    let record = try #require(run.followUps().first)
    for field in ["titleEn", "lead", "due", "duePrecision", "programme"] {
      #expect(record[field] is NSNull, "\(field)")
    }
    #expect(record["priority"] as? Int == 2)
    #expect(record["tier"] as? String == "background")
    let state = try #require(record["deadlineState"] as? [String: Any])
    #expect(state["state"] as? String == "none")
    #expect(state["days"] is NSNull)
  }

  @Test(arguments: [
    ("", ["QN23-01", "QN23-02", "QN23-03", "NA23-01"]),
    ("open", ["QN23-02", "QN23-03", "NA23-01"]),
    ("mở", ["QN23-02", "QN23-03", "NA23-01"]),
    ("overdue", ["NA23-01"]), ("quá-hạn", ["NA23-01"]),
    ("kind:request", ["QN23-02", "QN23-03"]), ("loai:request status:new", ["QN23-03"]),
    ("province:nghe-an", ["NA23-01"]), ("tinh:nghệ-an", ["NA23-01"]),
    ("lead:ubbg", ["QN23-02"]), ("chutri:vu-dba", ["NA23-01"]),
    ("session:qn23-01 open", ["QN23-02", "QN23-03"]), ("category:bien-gioi", ["QN23-02"]),
    ("direction:joint", ["QN23-01"]), ("tier:background", ["QN23-03"]),
    ("quảng tây", ["QN23-02"]), ("HOKKAI", ["QN23-03"]),
    ("dong trung", ["QN23-02"]), ("zzz", []),
  ])
  func findsInRegisterOrder(query: String, codes: [String]) throws {
    let register = try SampleRegister()
    let run = try Run(
      "list", query, "--json", "--today", "2023-04-03", data: register.path)
    #expect(try run.codes() == codes)
    #expect(try run.json()["count"] as? Int == codes.count)
    #expect(run.code == 0)
  }

  @Test func wordsTypedWithCombiningMarksAreFoundToo() throws {
    let register = try SampleRegister()
    let typed = "Quảng Tây mở".decomposedStringWithCanonicalMapping
    #expect(try Run("list", typed, "--json", data: register.path).codes() == ["QN23-02"])
  }

  @Test func sortsAndLimits() throws {
    let register = try SampleRegister()
    let run = try Run(
      "list", "open", "--sort", "hạn", "--limit", "1", "--json", data: register.path)
    #expect(try run.codes() == ["NA23-01"])
    #expect(try run.json()["count"] as? Int == 3)
  }

  @Test func plainOutputForProgramsHasTabs() throws {
    let register = try SampleRegister()
    let run = try Run("list", "overdue", "--today", "2023-03-04", data: register.path)
    #expect(
      run.output
        == "NA23-01\tCam kết\tĐang thực hiện\t01/03/2023\t▲ quá hạn 3 ngày\tVụ Đông Bắc Á\t"
        + "Nghệ An\tClip quảng bá Nghệ An\n")
    let english = try Run(
      "list", "hoanh", "--today", "2023-03-04", "--lang", "en", data: register.path)
    #expect(
      english.output
        == "QN23-02\tRequest\tAgreed in principle\t30 Jun 2023\tin time, 118 days left\t"
        + "National Boundary Commission (proposed)\tQuang Ninh\tAnnounce the Hoanh Mo gate\n")
  }

  @Test func nothingFromAFileCanDriveTheTerminal() throws {
    let register = try SampleRegister()
    try register.replace(
      "Clip quảng bá Nghệ An", by: #"Clip\u001b[2J\u0007\u009b2J\u202e\tx"#,
      in: SampleRegister.ngheAn)
    for arguments in [["list"], ["list", "--json"], ["show", "NA23-01"]] {
      let run = try Run(
        arguments[0], arguments.count > 1 ? arguments[1] : "--lang=vi", data: register.path)
      let scalars = run.output.unicodeScalars
      #expect(
        !scalars.contains { $0.value == 0x1B || $0.value == 7 || $0.value == 0x9B }, "\(arguments)")
      #expect(!scalars.contains("\u{202E}"))
    }
    let title = try Run("list", "--json", data: register.path).followUps().last?["title"]
    #expect(title as? String == "Clip\u{1B}[2J\u{07}\u{9B}2J\u{202E}\tx")
  }

  @Test func nothingFoundIsNoFailureUnlessAsked() throws {
    let register = try SampleRegister()
    #expect(try Run("list", "zzz", data: register.path).code == 0)
    #expect(try Run("list", "zzz", "--exit-code", data: register.path).code == 3)
    #expect(try Run("list", "open", "--exit-code", data: register.path).code == 0)
  }

  @Test(arguments: [
    (
      "quảng tinhh:quang-ninh", "vi",
      """
      quảng tinhh:quang-ninh
            ^~~~~~~~~~~~~~~~
      không tìm theo “tinhh:” được; có lẽ là “tinh:”?
      """
    ),
    (
      "kind:reqest", "en",
      """
      kind:reqest
           ^~~~~~
      “kind:” has no value “reqest”; perhaps “request”?
      """
    ),
    (
      "mở \"hoành", "vi",
      """
      mở "hoành
         ^~~~~~
      dấu ngoặc kép này chưa đóng.
      """
    ),
  ])
  func aMistakePointsAtTheWrongWord(query: String, language: String, said: String) throws {
    let register = try SampleRegister()
    let run = try Run("list", query, "--lang", language, data: register.path)
    #expect(run.complaint.hasPrefix(said), "\(run.complaint)")
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
  }

  @Test func aBadFileDoesNotHideTheGoodOnes() throws {
    let register = try SampleRegister()
    try register.write(SampleRegister.ngheAn, "[\n  {\"key\": \"x\",}\n]\n")
    let run = try Run("list", "--json", data: register.path)
    #expect(try run.codes() == ["QN23-01", "QN23-02", "QN23-03"])
    #expect(
      run.complaint.hasPrefix(
        "follow-ups/nghe-an/2023.json:2:14: thừa dấu phẩy trước dấu đóng ngoặc."))
    #expect(run.code == 1)
  }

  @Test func bothRecordsOfOneCodeAreListed() throws {
    let register = try SampleRegister()
    try register.replace("QN23-03", by: "QN23-02", in: SampleRegister.quangNinh)
    let run = try Run("list", "kind:request", "--json", data: register.path)
    #expect(try run.codes() == ["QN23-02", "QN23-02"])
    #expect(run.complaint.contains("quang-ninh/2023.json:53:3"))
    #expect(run.code == 1)
    let change = try Run("note", "QN23-02", "x", data: register.path)
    #expect(change.code == 1)
    #expect(change.complaint.contains("Có hai mục cùng mã QN23-02"))
  }
}
