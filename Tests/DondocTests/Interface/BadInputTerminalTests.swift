import Foundation
import PtyKit
import TestKit
import Testing

/// What goes wrong around the program while somebody types.
@Suite(.serialized, .timeLimit(.minutes(5))) struct BadInputTerminalTests {
  @Test func aBrokenConfigurationIsSaidOnTheScreenAndLeftAlone() throws {
    let place = TemporaryFolder()
    let config = "{\n  \"language\": \"en\",\n  \"typing\" \"telex\"\n}\n"
    try place.write(config, to: "c.json")
    let program = try BuiltProgram.open(
      RealRegister.path, environment: ["DONDOC_CONFIG": place.path + "/c.json"])
    #expect(program.expect("c.json:3:12: thiếu dấu hai chấm sau tên."))
    #expect(program.expect("147 / 185"))
    try program.send("j")
    #expect(program.expect("a thêm"))
    try program.send("q")
    #expect(program.waitForExit(within: 20_000) == 0)
    #expect(try place.read("c.json") == config)
  }

  /// The line, the command line and the form, with the terminal made small and large again.
  @Test(arguments: ["a", ":", "/", "/QN23-09\rw"])
  func aResizeInAPromptKeepsWhatIsTyped(keys: String) throws {
    let folder = try RealRegister.copy()
    let program = try BuiltProgram.open(folder.path, environment: ["DONDOC_TYPING": "off"])
    #expect(program.expect("147 / 185"))
    try program.send(keys)
    try program.send("31/12 dang do")
    #expect(program.expect("31/12 dang do"))
    program.resize(rows: 5, columns: 20)
    #expect(program.expect("nhỏ"))
    program.resize(rows: 24, columns: 80)
    #expect(program.expect("31/12 dang do"))
    try program.send("ng")
    #expect(program.expect("31/12 dang dong"))
    try program.send("\u{3}")
    #expect(program.expect("185"))
    try program.send("\u{3}")
    #expect(program.waitForExit(within: 20_000) == 0)
  }

  /// What was typed in the editor before it failed is there when it is opened again.
  @Test func anEditorThatFailsOnceIsOpenedAgainOnWhatWasTyped() throws {
    let folder = try RealRegister.copy()
    let place = TemporaryFolder()
    let script = """
      #!/bin/sh
      if test -e "$0.once"; then
        grep -q 'chữ đã gõ' "$1" && sed -i 's/chữ đã gõ/chữ còn nguyên/' "$1"
      else
        sed -i 's/^Cần xác minh:$/Cần xác minh: chữ đã gõ/' "$1"
        touch "$0.once"
        exit 3
      fi
      """
    try place.write(script + "\n", to: "editor")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: place.path + "/editor")
    let program = try BuiltProgram.open(
      folder.path, environment: ["VISUAL": place.path + "/editor", "PATH": "/usr/bin:/bin"])
    #expect(program.expect("147 / 185"))
    try program.send("/QN23-09\r")
    #expect(program.expect("1 / 185"))
    try program.send("E")
    #expect(program.expect("thoát với mã 3"))
    try program.send("e")
    #expect(program.expect("Cần xác minh: — → chữ còn nguyên"))
    try program.send("\u{1B}")
    #expect(program.expect("Không có gì thay đổi"))
    try program.send("q")
    #expect(program.waitForExit(within: 20_000) == 0)
  }
}
