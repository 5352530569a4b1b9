import Foundation
import TestKit
import Testing

/// What setting a machine up does where something is missing: on machines made of scripts.
@Suite struct SetupTests {
  @Test func whatOnlySomeTestsNeedIsSaidAndStopsNobody() throws {
    let machine = try Machine(having: ["git"])
    let run = try machine.setUp("test")
    #expect(run.code == 0, "\(run.complaint)")
    #expect(run.complaint.contains("Without tmux these tests are skipped: TmuxTests"))
    #expect(run.complaint.contains("Không có valgrind, nên bỏ qua các phép thử: InstructionTests"))
    #expect(try machine.setUp("build").complaint.isEmpty)
  }

  @Test func whereOnePackageCannotBeHadTheOthersAreInstalled() throws {
    let machine = try Machine(having: ["git", "dpkg-query"])
    try machine.make("apt-get", #"[ "$*" = "install -y -q tmux" ] && ln -s /bin/sh "$TOOLS/tmux""#)
    let run = try machine.setUp("test")
    #expect(run.code == 0, "\(run.complaint)")
    #expect(!run.complaint.contains("Without tmux"))
    #expect(run.complaint.contains("Without valgrind these tests are skipped: InstructionTests"))
  }

  @Test(arguments: [false, true])
  func whoMayNotInstallIsNotStopped(withSudo: Bool) throws {
    let machine = try Machine(having: ["git", "dpkg-query", "apt-get"])
    try machine.make("id", "echo 1000")
    // It asks for a password unless it is told not to, and then says no.
    if withSudo { try machine.make("sudo", #"[ "$1" = -n ] && exit 1; exec sleep 60"#) }
    let run = try machine.setUp("test")
    #expect(run.code == 0, "\(run.complaint)")
    #expect(run.complaint.contains("Without tmux"))
    #expect(run.complaint.contains("Without valgrind"))
  }

  @Test func withoutWhatIsNeededToBuildItStops() throws {
    let machine = try Machine(having: ["git"])
    try machine.make("clang", "cat >/dev/null; exit 1")
    let run = try machine.setUp("test")
    #expect(run.code == 1)
    #expect(run.complaint.contains("Còn thiếu / Missing: vector ncurses.h simdjson.h utf8proc.h"))
  }

  /// The suites that setting up says will be skipped are there, and look for what they need.
  @Test func suitesThatAreNamedAreSkippedByThemselves() throws {
    let sources = try House.swift(in: ["Tests"]).map(\.text)
    let lines = try House.file("Scripts/packages.txt").lines.filter { $0.hasPrefix("test ") }
    #expect(lines.count >= 2)
    for line in lines {
      let last = try #require(line.split(separator: "|").last)
      for suite in last.split(whereSeparator: { " ,".contains($0) }) {
        let source = try #require(sources.first { $0.contains("struct \(suite) {") }, "\(suite)")
        let place = try #require(source.range(of: "struct \(suite) {"))
        #expect(source[..<place.lowerBound].contains("enabled(if:"), "\(suite)")
      }
    }
  }
}

/// A folder of commands, which are all a machine has.
private struct Machine {
  private let tools = TemporaryFolder()

  private static let basics = [
    "awk", "bash", "cat", "dirname", "env", "head", "ln", "paste", "sed", "sh", "sleep", "sort",
    "uname",
  ]

  /// With a Swift, and a compiler that finds every header.
  init(having commands: [String]) throws {
    for name in Machine.basics {
      let path = Shell.run("command -v \(name)").split(separator: "\n").first.map(String.init)
      try FileManager.default.createSymbolicLink(
        atPath: tools.path + "/" + name, withDestinationPath: try #require(path))
    }
    try make("swift", "echo 'Swift version 6.3 (of a test)'")
    try make("clang", "cat >/dev/null")
    try make("id", "echo 0")
    for name in commands { try make(name, name == "dpkg-query" ? "echo installed" : "") }
  }

  func make(_ name: String, _ script: String) throws {
    try tools.write("#!/bin/sh\n\(script)\n", to: name)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: tools.path + "/" + name)
  }

  func setUp(_ use: String) throws -> (code: Int32, complaint: String) {
    let process = Process()
    let complaint = Pipe()
    process.executableURL = House.root.appending(path: "Scripts/setup.sh")
    process.arguments = [use]
    process.environment = [
      "PATH": tools.path, "TOOLS": tools.path, "LC_ALL": "C.UTF-8", "CI": "true",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = complaint
    try process.run()
    let said = complaint.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }
}
