import Testing

@testable import Vietnamese

@Test func foldsOne() {
  #expect(Folding.searchForm("Công bố cặp cửa khẩu") == Array(" cong bo cap cua khau ".utf8))
}
