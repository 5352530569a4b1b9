import Foundation
import Testing

@testable import Model

/// What papers are stamped with is found; the same syllable in ordinary words is not.
@Suite struct SecretMarkTests {
  @Test(arguments: [
    ("MẬT", "MẬT"), ("Mật", "Mật"), ("mật.", "mật"), ("Tối mật", "Tối mật"),
    ("TUYỆT MẬT", "TUYỆT MẬT"), ("Công văn số 12-MẬT về cửa khẩu", "MẬT"),
    ("đã nhận 45/Mật-BNG", "Mật"), ("(Mật) trả lời về biên giới", "Mật"), ("[mật]", "mật"),
    ("Độ mật: Mật", "Mật"), ("độ mật: mật; 3 trang", "mật"), ("độ Mật, xem sổ", "Mật"),
    ("độ tối mật", "tối mật"), ("đóng dấu mật", "mật"), ("có dấu tuyệt mật", "tuyệt mật"),
    ("công văn Mật của Bộ", "Mật"), ("công văn mật số 12", "mật"),
    ("tài liệu tuyệt mật", "tuyệt mật"),
    ("BỘ NGOẠI GIAO TỐI MẬT Số 5", "TỐI MẬT"), ("T\u{1ED1}i  m\u{1EAD}t", "Tối mật"),
    ("M Ậ T", "MẬT"), ("M\u{200B}ẬT", "MẬT"), ("TUYET MAT", "TUYET MAT"),
    ("ghi “Mật” ở góc", "Mật"),
    ("Trả lời\nMẬT\nvề khu vực", "MẬT"),
    ("T\u{F4}\u{301}i m\u{E2}\u{323}t".decomposedStringWithCanonicalMapping, "Tối mật"),
  ])
  func stampsAreFound(text: String, mark: String) {
    #expect(SecretMark.find(in: text)?.text == mark)
  }

  @Test(arguments: [
    "", "bí mật kinh doanh", "Bảo vệ BÍ MẬT NHÀ NƯỚC", "xuất khẩu mật ong", "XUẤT KHẨU MẬT ONG",
    "quan hệ mật thiết", "MẬT ĐỘ DÂN SỐ", "mật độ tàu cá", "bảo mật thông tin", "BẢO MẬT",
    "gặp gỡ thân mật", "không khí THÂN MẬT", "mức độ mật thiết", "mật khẩu hệ thống",
    "cơ mật", "tuần trăng mật", "phường Mật Sơn", "có tài liệu mật", "quy định về độ mật",
    "túi mật gấu", "mía đường, mật rỉ", "Mật ong rừng", "(mật ong)", "“mật ong”",
    "nuôi ong lấy mật",
    "Mattis", "MAT", "buổi tối mật độ xe cao",
  ])
  func ordinaryWordsPass(text: String) {
    #expect(SecretMark.find(in: text) == nil)
  }

  @Test func onlyWhatIsNewIsLookedAt() {
    let old = Value.text("số 12-MẬT")
    #expect(SecretMark.find(in: [.set(.title, from: old, to: old)]) == nil)
    #expect(SecretMark.find(in: [.set(.title, from: .null, to: old)])?.text == "MẬT")
    let line = Value.object(["id": .text("lao"), "answer": old])
    let later = Value.object(["id": .text("lao"), "answer": old, "on": .text("2023-04-03")])
    #expect(
      SecretMark.find(in: [.alter(field: "counterparts", remove: [line], add: [later])]) == nil)
    #expect(SecretMark.find(in: [.add(.counterparts, [later])]) != nil)
  }

  @Test(arguments: [
    ("17", true), ("17/2023", true), ("", false), ("17-TM", false), ("cửa khẩu", false),
    ("17/2023/1", false), ("/17", false), ("1234567", false),
  ])
  func anEntryIsANumberAndNothingElse(entry: String, isNumber: Bool) {
    #expect(SecretStub(degree: .confidential, entry: entry).isEntryNumber == isNumber)
  }
}
