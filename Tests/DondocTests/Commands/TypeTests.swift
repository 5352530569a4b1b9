import Foundation
import TestKit
import Testing

/// `dondoc type`: keystrokes on standard input, text on standard output.
@Suite struct TypeTests {
  /// What the program makes of `keys`, and its exit code.
  private func type(_ keys: Data, _ arguments: String...) throws -> (text: Data, code: Int32) {
    let process = Process()
    process.executableURL = try Run.program
    process.arguments = ["type"] + arguments
    process.environment = ["HOME": "/nonexistent"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: keys)
    try input.fileHandleForWriting.close()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (text, process.terminationStatus)
  }

  @Test(arguments: [
    (["--method", "telex"], "nguoiwf, windows\nhoaf\n", "người, windows\nhòa\n"),
    (["--method", "telex", "--tone", "new"], "hoaf", "hoà"),
    (["--method", "vni"], "D9UO7NG2\n\nQN23-09\r\n", "ĐƯỜNG\n\nQN23-09\r\n"),
    (["--method", "off"], "hoaf\n", "hoaf\n"),
    ([], "e\u{302}\n", "ê\n"), ([], "", ""),
  ])
  func aLineOfKeysGivesALineOfText(arguments: [String], keys: String, text: String) throws {
    let result = try type(
      Data(keys.utf8), arguments.first ?? "--method", arguments.dropFirst().first ?? "telex",
      arguments.count > 2 ? "--tone=new" : "--tone=old")
    #expect(result.code == 0)
    #expect(result.text == Data(text.utf8))
  }

  @Test func bytesThatAreNoTextDoNotStopIt() throws {
    let result = try type(Data([0xFF, 0x0A]) + Data("as\n".utf8))
    #expect(result.code == 0)
    #expect(String(decoding: result.text, as: UTF8.self) == "\u{FFFD}\ná\n")
  }

  @Test func longInputComesOutWhole() throws {
    let line = "dduwowngf ddi "
    let count = 3000
    let result = try type(Data((String(repeating: line, count: count) + "\n").utf8))
    let text = String(repeating: "đường đi ", count: count) + "\n"
    #expect(result.text == Data(text.utf8))
  }

  @Test(arguments: [["type", "--method", "viqr"], ["type", "--tone", "middle"]])
  func whatIsNoMethodIsAUsageError(arguments: [String]) throws {
    let run = try Run(list: arguments)
    #expect(run.code == 2)
    #expect(run.complaint.contains("“\(arguments[2])”"))
  }

  @Test(arguments: ["--typing=viqr", "DONDOC_TYPING"])
  func theInterfaceRefusesAMethodThatIsNone(place: String) throws {
    let isOption = place.hasPrefix("--")
    let run = try Run(
      list: ["open"] + (isOption ? [place] : []), data: RealRegister.path,
      environment: isOption ? [:] : [place: "viqr"])
    #expect(run.code == 2)
    #expect(run.complaint.contains("viqr"))
  }
}
