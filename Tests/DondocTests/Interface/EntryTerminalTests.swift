import Foundation
import PtyKit
import TestKit
import Testing

/// Entering into a register that was just made, in a terminal.
@Suite(.serialized, .timeLimit(.minutes(5))) struct EntryTerminalTests {
  private static let page = """
    Biên bản làm việc với tỉnh Quảng Ninh
    Tỉnh đề nghị Bộ:
    - Hỗ trợ nâng cấp cửa khẩu Hoành Mô; bố trí cán bộ tham gia tổ công tác.
    - Giúp đào tạo\u{1B}[31m cán bộ đối ngoại của tỉnh.
    """

  @Test func threeLinesAndAPageOfMinutesIntoAnEmptyRegister() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/so"
    #expect(try Run("init", path, "--from", RealRegister.path, "--name", "Sổ mới").code == 0)
    let program = try BuiltProgram.open(path, environment: ["DONDOC_TYPING": "off"])
    #expect(program.expect("0 / 0"))
    try program.send("a")
    #expect(program.expect("Thêm nhanh"))
    try program.send("Công bố cửa khẩu X tinh:qn linhvuc:bien-gioi nguon:\"biên bản 12\"\r")
    #expect(program.expect("Đã thêm 1 mục: QN23-01"))
    try program.send("Mở đường bay han:cuối quý\r")
    #expect(program.expect("Đã thêm 1 mục: QN23-02"))
    try program.send("Lập hồ sơ di sản\r")
    #expect(program.expect("Đã thêm 1 mục: QN23-03"))
    try program.send("dở dang")
    try program.send("\u{1B}[200~\(Self.page)\u{1B}[201~")
    #expect(program.expect("Tách biên bản: 3 mục"))
    try program.send("\r")
    #expect(program.expect("Tạo 3 mục, bỏ 0?"))
    try program.send("\r")
    #expect(program.expect("Đã thêm 3 mục: QN23-04 … QN23-06"))
    #expect(program.screen.text.contains("dở dang"))
    try program.send("\u{1B}")
    #expect(program.expect("s trạng thái"))
    #expect(program.expect("6 / 6"))
    try program.send("q")
    #expect(program.waitForExit(within: 20_000) == 0)
    let list = try Run("list", data: path).output
    for title in ["Công bố cửa khẩu X", "Mở đường bay", "Giúp đào tạo cán bộ đối ngoại của tỉnh"] {
      #expect(list.contains(title))
    }
  }
}
