import Model
import Testing

@Suite struct LikenessTests {
  private static func register(_ titles: [String]) -> Register {
    var register = Register(
      profile: RegisterProfile(name: "x"), registry: Registry(), slots: 1)
    register.place(Made.chunk(titles.map { Made($0) { _ in } }), in: 0)
    return register
  }

  private static func found(_ titles: [String]) -> [(index: Int, percent: Int)] {
    register(titles).similar(to: RowPlace(slot: 0, index: 0))
      .map { (Int($0.place.index), $0.percent) }
  }

  @Test func theSameTitleWithoutAccentsIsWhollyAlike() {
    let found = Self.found([
      "Công bố cửa khẩu Hoành Mô", "Mở đường bay Vân Đồn", "Cong bo cua khau Hoanh Mo",
    ])
    #expect(found.map(\.index) == [2])
    #expect(found.first?.percent == 100)
  }

  @Test func theLikestComesFirstAndTheRecordItselfNever() {
    let found = Self.found([
      "Công bố cửa khẩu Hoành Mô", "Nâng cấp cửa khẩu Hoành Mô", "Công bố cặp cửa khẩu Hoành Mô",
    ])
    #expect(found.map(\.index) == [2, 1])
  }

  @Test func commonWordsAloneMakeNothingAlike() {
    let common = (0..<40).map { "Đề nghị Bộ hỗ trợ tỉnh việc số \($0)" }
    #expect(Self.found(["Đề nghị Bộ hỗ trợ tỉnh xúc tiến Hokkaido"] + common).isEmpty)
  }

  @Test(arguments: [
    ("Nâng cấp cửa khẩu A, B và C", ["Nâng cấp cửa khẩu A", "B", "C"]),
    ("Hợp tác với: Nhật Bản; Hàn Quốc", ["Hợp tác với: Nhật Bản", "Hợp tác với: Hàn Quốc"]),
    ("Mở đường bay", ["Mở đường bay"]),
    ("", [""]),
  ])
  func theTitleOfPartsIsReadOffTheList(title: String, parts: [String]) {
    #expect(Part.titles(listedIn: title) == parts)
  }
}
