import Foundation
import TestKit
import Testing

/// Story S12: a letter stamped "Mật" arrives about the land border.
@Suite struct SecretTests {
  private let today = ["--today", "2023-08-15"]

  @Test(arguments: [
    ["note", "QN23-08", "MẬT: phía bạn đồng ý hạ tầng tràng cỏ"],
    ["set", "QN23-08", "ketquamongdoi=công văn mật số 12 tràng cỏ"],
    ["set", "QN23-08", "han=1/12/2023", "--why", "theo văn bản (Mật) tràng cỏ"],
    ["set", "--dry-run", "QN23-08", "noidung=TỐI MẬT tràng cỏ"],
    ["set", "QN23-08", "nhan+=mật"],
    ["add", #"Số 12-MẬT tràng cỏ tinh:qn linhvuc:"biên giới" nguon:"công văn""#],
    ["add", #"Việc mới tinh:qn linhvuc:"biên giới" nguon:"công văn 12-MẬT tràng cỏ""#],
    ["status", "QN23-08", "in-progress", "--note", "Độ mật: tối mật; tràng cỏ"],
  ])
  func stampedTextIsRefusedAndNothingOfItStored(command: [String]) throws {
    let folder = try RealRegister.copy()
    let run = try Run(list: command + today, data: folder.path)
    #expect(run.code == 1, "\(run.output)\(run.complaint)")
    #expect(run.complaint.contains("không được giữ bí mật nhà nước"), "\(run.complaint)")
    #expect(run.complaint.contains("dondoc stub"))
    #expect(!run.complaint.contains("--degree mat"))
    #expect(try Run("list", "tràng cỏ", "--json", data: folder.path).codes().isEmpty)
    let left = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { path in
        let bytes = FileManager.default.contents(atPath: folder.path + "/" + path) ?? Data()
        return String(decoding: bytes, as: UTF8.self).contains("tràng cỏ")
      }
    #expect(left.isEmpty)
  }

  @Test func aStubIsNotedAndThePublicLineStays() throws {
    let folder = try RealRegister.copy()
    let query = ["list", "QN23-08", "--json"] + today
    let before = try Run(list: query, data: folder.path).output
    let run = try Run(
      list: ["stub", "QN23-08", "--degree", "mat", "--entry", "17"] + today, data: folder.path)
    #expect(run.code == 0, "\(run.complaint)")
    #expect(try Run(list: query, data: folder.path).output == before)
    let shown = try Run(list: ["show", "QN23-08"] + today, data: folder.path).output
    #expect(shown.contains("[M] Có tài liệu mật (độ Mật)"))
    #expect(shown.contains("xem sổ văn bản mật, mục 17"))
    let stub =
      try Run(list: ["show", "QN23-08", "--json"] + today, data: folder.path)
      .followUps().first?["secretStub"] as? [String: String]
    #expect(stub == ["degree": "confidential", "entry": "17"])
    #expect(try Run("check", "--json", data: folder.path).code == 0)
  }

  @Test func forOthersThereIsNeitherStubNorMark() throws {
    let folder = try RealRegister.copy()
    _ = try Run("stub", "QN23-08", "--degree", "tuyệt mật", "--entry", "17/2023", data: folder.path)
    _ = try Run("note", "QN23-08", "ghi cho cơ quan ta", data: folder.path)
    for options in [["--json"], []] {
      let shown = try Run(
        list: ["show", "QN23-08", "--for-others"] + options + today, data: folder.path)
      #expect(shown.code == 0)
      #expect(shown.output.contains("QN23-08"))
      for word in ["secretStub", "topSecret", "[M]", "17/2023", "ghi cho cơ quan ta", "mật"] {
        #expect(!shown.output.contains(word), "\(word)")
      }
    }
    let listed = try Run("list", "QN23-08", "--for-others", data: folder.path).output
    #expect(listed.contains("QN23-08") && !listed.contains("[M]"))
  }

  @Test func internalRecordsDoNotLeaveTheOffice() throws {
    let folder = try RealRegister.copy()
    _ = try Run("set", "QN23-08", "chedo=internal", data: folder.path)
    #expect(
      try Run("list", "QN23-08", "--for-others", "--json", data: folder.path).codes().isEmpty)
    #expect(try Run("show", "QN23-08", "--for-others", data: folder.path).code == 1)
    #expect(try Run("list", "QN23-08", "--json", data: folder.path).codes() == ["QN23-08"])
  }

  @Test func theStubIsUndoneLikeAnyChange() throws {
    let folder = try RealRegister.copy()
    _ = try Run("stub", "QN23-08", "--degree", "toi-mat", "--entry", "9", data: folder.path)
    _ = try Run("undo", data: folder.path)
    let shown = try Run("show", "QN23-08", "--json", data: folder.path).followUps().first
    #expect(shown?["secretStub"] == nil)
  }

  @Test(arguments: [
    (["stub", "QN23-08", "--degree", "mat"], Int32(2), "--entry"),
    (["stub", "QN23-08", "--entry", "17"], 2, "--degree"),
    (["stub", "QN23-08", "--degree", "khẩn", "--entry", "17"], 2, "không phải độ mật"),
    (["stub", "QN23-08", "--degree", "mat", "--entry", "12-BNG về tràng cỏ"], 1, "không phải số"),
  ])
  func aStubIsDegreeAndEntryAndNothingElse(
    command: [String], code: Int32, sentence: String
  ) throws {
    let folder = try RealRegister.copy()
    let run = try Run(list: command, data: folder.path)
    #expect(run.code == code)
    #expect(run.complaint.contains(sentence), "\(run.complaint)")
  }

  @Test(arguments: ["QN22-23", "QN22-24"])
  func atDefenceEventsItIsSaidWhatMayBeNoted(code: String) throws {
    let folder = try RealRegister.copy()
    let run = try Run("note", code, "đã đưa tin", data: folder.path)
    #expect(run.code == 0)
    #expect(run.complaint.components(separatedBy: "sự kiện quốc phòng").count == 2)
    #expect(try Run("note", "QN23-08", "đã hỏi", data: folder.path).complaint.isEmpty)
  }

  @Test(arguments: ["mật ong rừng", "Bảo mật thông tin", "gặp gỡ thân mật", "mật độ tàu"])
  func ordinaryWordsAreStored(text: String) throws {
    let folder = try RealRegister.copy()
    #expect(try Run("note", "QN23-08", text, data: folder.path).code == 0)
  }
}
