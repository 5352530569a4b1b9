import Foundation
import Store
import TestKit
import Testing

@Suite struct KeepingTests {
  private func edited() throws -> SampleRegister {
    let register = try SampleRegister()
    try register.replace(
      "    \"title\": \"Kết nghĩa với Hokkaido\"", by: "    \"title\": \"Kết nghĩa\"",
      in: SampleRegister.quangNinh)
    return register
  }

  @Test func checkRepairSaysWhatItDidAndWhatIsLeft() throws {
    let register = try edited()
    let before = try Run("check", data: register.path)
    #expect(before.code == 1)
    #expect(before.output.contains("dondoc check --repair"))
    let repaired = try Run("check", "--repair", data: register.path)
    #expect(repaired.code == 0)
    #expect(
      repaired.output.hasPrefix(
        "✓ QN23-03: chỗ sửa ngoài chương trình (Nội dung) đã thành một thay đổi trong lịch sử.\n"))
    #expect(try Run("check", data: register.path).code == 0)
    let again = try Run("check", "--repair", data: register.path, language: "en")
    #expect(again.output.hasPrefix("There was nothing to repair that can be repaired.\n"))
  }

  @Test func checkRepairInJSONListsItsDeeds() throws {
    let register = try edited()
    let json = try Run("check", "--repair", "--json", data: register.path).json()
    let deeds = try #require(json["repaired"] as? [[String: String]])
    #expect(deeds.map { $0["deed"] } == ["adopted"])
    #expect((json["problems"] as? [Any])?.isEmpty == true)
  }

  @Test func aFormerVersionIsListedShownAndRestored() throws {
    let register = try SampleRegister()
    #expect(try Run("restore", data: register.path).output.hasPrefix("Chưa giữ bản cũ nào"))
    #expect(try Run("note", "QN23-02", "một", data: register.path).code == 0)
    let list = try Run("restore", data: register.path)
    #expect(list.output.hasPrefix("quang-ninh/2023@"))
    #expect(list.output.hasSuffix("1 mục khác\n"))
    let trial = try Run("restore", "quang-ninh", "--dry-run", data: register.path)
    #expect(trial.code == 0)
    #expect(trial.output.hasPrefix("QN23-02  "))
    let asked = try Run("restore", "quang-ninh", data: register.path)
    #expect(asked.code == 2)
    #expect(asked.complaint.contains("--yes"))
    let done = try Run("restore", "quang-ninh", "--yes", data: register.path)
    #expect(done.code == 0)
    #expect(done.output.contains("Đã khôi phục 1 mục"))
    let record = try #require(
      try Run("show", "QN23-02", "--json", data: register.path).followUps().first)
    #expect((record["notes"] as? [Any])?.isEmpty != false)
    #expect(try Run("undo", data: register.path).code == 0)
    #expect(try Run("check", data: register.path).code == 0)
  }

  @Test func aVersionThatIsNotThereIsRefusedAndSoIsOneOfSeveral() throws {
    let register = try SampleRegister()
    for text in ["một", "hai"] {
      #expect(try Run("note", "QN23-02", text, data: register.path).code == 0)
    }
    #expect(try Run("restore", "cao-bang", data: register.path).complaint.contains("cao-bang"))
    let several = try Run("restore", "quang-ninh", "--yes", data: register.path)
    #expect(several.code == 1)
    #expect(several.complaint.contains("có thể là nhiều bản"))
  }

  @Test func aBackupIsMadeProvenAndHadBack() throws {
    let register = try SampleRegister()
    let folder = TemporaryFolder()
    let made = try Run("backup", folder.path + "/so.tar", data: register.path)
    #expect(made.code == 0)
    #expect(made.output.hasSuffix("8 tệp, 4 mục; đã đọc lại, so từng byte và kiểm tra.\n"))
    let again = try Run("backup", folder.path + "/so.tar", data: register.path)
    #expect(again.code == 1)
    #expect(again.complaint.contains("không ghi đè"))
    let back = try Run("restore", "--from", folder.path + "/so.tar", data: folder.path + "/mới")
    #expect(back.code == 0)
    #expect(
      try Run("list", "--json", data: folder.path + "/mới").output
        == Run("list", "--json", data: register.path).output)
    let taken = try Run("restore", "--from", folder.path + "/so.tar", data: register.path)
    #expect(taken.code == 1)
  }

  @Test func aBackupForOthersSaysHowMuchWasLeftOut() throws {
    let register = try SampleRegister()
    let folder = TemporaryFolder()
    let made = try Run(
      "backup", "--for-others", folder.path + "/tinh.tar", "--json", data: register.path)
    let json = try made.json()
    #expect(json["schema"] as? String == "dondoc.backup/1")
    #expect(json["withheld"] as? Int == 0)
    #expect(json["errors"] as? Int == 0)
  }
}
