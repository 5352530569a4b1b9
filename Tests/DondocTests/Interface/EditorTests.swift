import Foundation
import PtyKit
import TestKit
import Testing

/// The person's editor, run from the interface: scripts stand for it.
@Suite(.serialized, .timeLimit(.minutes(5))) struct EditorTests {
  /// A register and an editor that does `script` to the file `$1`.
  private static func program(_ script: String) throws -> (Pty, TemporaryFolder, TemporaryFolder) {
    let folder = try RealRegister.copy()
    let place = TemporaryFolder()
    try place.write("#!/bin/sh\n" + script + "\n", to: "editor")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: place.path + "/editor")
    let program = try BuiltProgram.open(
      folder.path,
      environment: [
        "VISUAL": place.path + "/editor", "TMPDIR": place.path, "PATH": "/usr/bin:/bin",
      ])
    #expect(program.expect("147 / 185"))
    try program.send("/QN23-09\r")
    #expect(program.expect("1 / 185"))
    try program.send("E")
    return (program, folder, place)
  }

  private static func quit(_ program: Pty, _ place: TemporaryFolder) throws {
    try program.send("q")
    #expect(program.waitForExit(within: 20_000) == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == ["editor"])
  }

  @Test func whatWasEditedIsShownAndSaved() throws {
    let script = """
      test "$(stat -c %a "$1")" = 600 || exit 9
      test "$(stat -c %a "$(dirname "$1")")" = 700 || exit 9
      stty -a < /dev/tty | grep -q ' icanon' || exit 8
      sed -i 's/^Cần xác minh:$/Cần xác minh: từ trình soạn thảo/' "$1"
      """
    let (program, folder, place) = try Self.program(script)
    defer { withExtendedLifetime(folder) {} }
    #expect(program.expect("Cần xác minh: — → từ trình soạn thảo"))
    try program.send("\r")
    #expect(program.expect("Đã lưu QN23-09"))
    // The terminal is the program's again: keys come one by one.
    try program.send("/\u{15}hoanh mo")
    #expect(program.expect("/ hoanh mo"))
    try program.send("\r")
    #expect(program.expect("/hoanh mo"))
    try Self.quit(program, place)
  }

  @Test(arguments: [
    ("exit 3", "thoát với mã 3"), (": > \"$1\"", "trở về trống"), ("rm \"$1\"", "trở về trống"),
    ("printf 'Ghi ch\\372: x' > \"$1\"", "không phải văn bản UTF-8"), ("kill -9 $$", "tín hiệu 9"),
    ("sed -i 's/^Hạn:.*/Hạn: 31\\/2/' \"$1\"", "31/2"),
    ("exit 127", "Không chạy được"),
  ])
  func anEditorThatFailsChangesNothingAndOffersToGoOn(script: String, sentence: String) throws {
    let (program, folder, place) = try Self.program(script)
    let before = try folder.read("follow-ups/quang-ninh/2023.json")
    #expect(program.expect(sentence))
    #expect(program.expect("bấm e để mở lại"))
    try program.send("\u{1B}")
    #expect(program.expect("Không có gì thay đổi"))
    try Self.quit(program, place)
    #expect(try folder.read("follow-ups/quang-ninh/2023.json") == before)
  }
}
