import Foundation
import TestKit
import Testing

/// Story S12: a record that notes a secret paper takes no file and no way to one.
@Suite struct AttachmentTests {
  private static let today = ["--today", "2023-08-15"]

  /// QN23-08 with a stub, and a task of a programme with one.
  private static func register() throws -> TemporaryFolder {
    let folder = try RealRegister.copy()
    for code in ["QN23-08", "NA23-37"] {
      let run = try Run(
        list: ["stub", code, "--degree", "mat", "--entry", "17"] + today, data: folder.path)
      #expect(run.code == 0, "\(run.complaint)")
    }
    let due = try Run(list: ["due", "QN23-08", "1/11/2023"] + today, data: folder.path)
    #expect(due.code == 0, "\(due.complaint)")
    return folder
  }

  @Test(arguments: [
    ["note", "QN23-08", "bản quét ở /vb/lan/trang-co.pdf"],
    ["note", "QN23-08", "xem ./trang-co"],
    ["note", "QN23-08", #"D:\vb\trang-co"#],
    ["note", "QN23-08", #"\\may-chu\vb\trang-co"#],
    ["note", "QN23-08", "https://kho.example/trang-co"],
    ["note", "QN23-08", "(trang-co.PDF)"],
    ["set", "QN23-08", "ghichu=trang-co.docx"],
    ["set", "QN23-08", "+trang-co.jpg"],
    [
      "status", "QN23-08", "reported", "--result", "đã trả lời", "--evidence", "trang-co.pdf",
    ],
    ["chase", "QN23-08", "--channel", "letter", "--paper", "file:///vb/trang-co"],
    ["due", "QN23-08", "1/12/2023", "--reason", "theo thư", "--paper", "trang-co.pdf"],
    ["deliver", "NA23-37", "07/2023", "--on", "31/7/2023", "--paper", "~/trang-co.pdf"],
    ["review", "rate", "NA23-37", "--evidence", "trang-co.pdf"],
    ["status", "QN23-08", "done", "--force", "--why", "xem trang-co.pdf"],
  ])
  func aFileOrALinkIsRefusedAndNotRepeated(command: [String]) throws {
    let folder = try Self.register()
    let words = Self.words(command)
    let run = try Run(list: words + Self.today, data: folder.path)
    #expect(run.code == 1, "\(run.output)\(run.complaint)")
    #expect(run.complaint.contains("không gắn tệp"), "\(run.complaint)")
    #expect(!run.complaint.contains("trang-co"), "\(run.complaint)")
    let left = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
      let bytes = FileManager.default.contents(atPath: folder.path + "/" + path) ?? Data()
      return String(decoding: bytes, as: UTF8.self).lowercased().contains("trang-co")
    }
    #expect(left.isEmpty)
  }

  /// `review rate` as the command line has it.
  private static func words(_ command: [String]) -> [String] {
    guard command.starts(with: ["review", "rate"]) else { return command }
    return ["review", "nghệ an", "2023", "rate", command[2], "1", "--side", "tinh"]
      + command.dropFirst(3)
  }

  @Test(arguments: [
    ["note", "QN23-08", "đã gửi công văn 12/SNgV-HTQT, xem sổ văn bản mật, mục 17"],
    ["chase", "QN23-08", "--channel", "letter", "--paper", "123/SNgV-HTQT"],
    ["note", "QN23-08", "họp 14.30, và/hoặc tuần sau; 3/4 đã xong"],
  ])
  func theSymbolOfAPaperIsNoFile(command: [String]) throws {
    let folder = try Self.register()
    let run = try Run(list: command + Self.today, data: folder.path)
    #expect(run.code == 0, "\(run.complaint)")
  }

  @Test func withoutAStubALinkIsAnOrdinaryText() throws {
    let folder = try RealRegister.copy()
    let run = try Run("note", "QN23-09", "https://baoquangninh.vn/tin.html", data: folder.path)
    #expect(run.code == 0, "\(run.complaint)")
  }

  @Test func mergingBringsNoLinkToARecordWithAStub() throws {
    let folder = try Self.register()
    let link = "https://baoquangninh.vn/tin.html"
    #expect(try Run("note", "QN23-09", link, data: folder.path).code == 0)
    let run = try Run("merge-into", "QN23-09", "QN23-08", data: folder.path)
    #expect(run.code == 1)
    #expect(run.complaint.contains("không gắn tệp"), "\(run.complaint)")
    let shown = try Run("show", "QN23-09", "--json", data: folder.path).followUps().first
    #expect(shown?["status"] as? String != "merged")
  }

  @Test func aSplitMayNotBearTheMarkEither() throws {
    let folder = try RealRegister.copy()
    let run = try Run(
      "split", "QN23-16", "TỐI MẬT: tràng cỏ", "phần hai", data: folder.path)
    #expect(run.code == 1)
    #expect(run.complaint.contains("không được giữ bí mật nhà nước"), "\(run.complaint)")
  }
}
