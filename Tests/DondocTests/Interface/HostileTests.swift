import Foundation
import PtyKit
import TestKit
import Testing

/// A register full of texts that mean to drive the terminal, and what reaches it.
@Suite(.serialized, .timeLimit(.minutes(2))) struct HostileTests {
  /// Each ends in a word by which it is found on the wire.
  static let texts = [
    "\u{1B}]0;PWNED\u{07}t0", "\u{1B}[31mPWNED t1", "\u{9B}31mPWNED t2", "\u{9D}0;PWNED\u{9C}t3",
    "\u{1B}P+q544e\u{1B}\\PWNED t4", "\u{1B}_PWNED\u{1B}\\t5", "\u{0E}\u{0F}\u{08}\u{7F}t6",
    "\u{202E}gnúl\u{202C}t7", "\u{2066}\u{2067}\u{2068}\u{2069}t8", "\u{200E}\u{200F}\u{61C}t9",
    "a\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}t10", "t11\r\nQN23-99  giả",
    "\u{2028}\u{2029}\u{85}t12",
    "e" + String(repeating: "\u{301}\u{489}", count: 500) + "t13", "\u{E000}\u{F8FF}\u{10FFFD}t14",
    "\u{378}\u{FFFF}\u{1FFFE}t15", "\u{E0001}\u{E0041}t16", "\u{FFF9}a\u{FFFA}b\u{FFFB}t17",
    "t18\ttab", "\u{1B}[200~PWNED\u{1B}[201~t19", "\u{1B}c\u{1B}[2J\u{1B}[?1049ht20",
    String(repeating: "dài ", count: 1 << 18) + "t21",
  ]

  /// The short ones, several in a line.
  static let lines = stride(from: 0, to: texts.count - 1, by: 6).map { start in
    texts[start..<min(start + 6, texts.count - 1)].joined(separator: " ")
  }

  static func register() throws -> TemporaryFolder {
    let records = try texts.map { text in
      let json = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
      let note = #"[{"id": "n", "on": "2023-04-03", "by": \#(json), "text": \#(json)}]"#
      return [
        "title": json, "officer": json, "tags": "[\(json)]", "notes": note, "remarks": json,
        "category": #""bien-gioi""#, "raisedBy": json,
      ]
    }
    return try SmallRegister.make(records)
  }

  /// What must not come from data: nothing below a space but line ends and tabs of our own, no C1,
  /// nothing that turns or hides text.
  private func check(_ text: String, allowing allowed: Set<UInt32>, _ what: String) {
    let bad = text.unicodeScalars.first { scalar in
      switch scalar.value {
      case 0..<0x20, 0x7F: !allowed.contains(scalar.value)
      case 0x80..<0xA0, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFFF9...0xFFFB:
        true
      default: false
      }
    }
    #expect(bad == nil, "\(what): U+\(String(bad?.value ?? 0, radix: 16))")
  }

  @Test(arguments: ["vi", "en"])
  func pipedOutputDrivesNothing(language: String) throws {
    let folder = try Self.register()
    let codes = (1...Self.texts.count).map { $0 < 10 ? "QN23-0\($0)" : "QN23-\($0)" }
    for arguments in [
      ["list"], ["list", "--json"], ["show"] + codes, ["show", "--json"] + codes, ["check"],
      ["check", "--json"], ["set", "--dry-run", codes[0], "canbo=x"],
      ["set", "--dry-run", "--json", codes[1], "noidung=x"],
    ] {
      let run = try Run(list: arguments, data: folder.path, language: language)
      check(run.output, allowing: [0x0A, 0x09], arguments[0])
      check(run.complaint, allowing: [0x0A], arguments[0])
    }
    let lines = try Run("list", data: folder.path).output.split(separator: "\n")
    #expect(lines.count == Self.texts.count)
    #expect(lines.allSatisfy { $0.count { $0 == "\t" } == 7 })
  }

  @Test(arguments: HostileTests.lines)
  func whatIsTypedIsSaidBackHarmlessly(text: String) throws {
    let folder = try Self.register()
    let typed = text.filter { $0 != "\0" }
    for arguments in [
      ["list", "tinh:" + typed], ["list", "--sort", typed], ["show", typed], [typed],
      ["add", typed], ["set", "QN23-01", "han=" + typed], ["set", "QN23-01", typed + "=1"],
      ["list", "--today", typed], ["list", "--as-of", typed], ["list", "--lang", typed],
      ["list", "--" + typed], ["open", "--theme", typed], ["stub", "QN23-01", "--degree", typed],
      ["--data", folder.path + "/" + typed, "list"], ["init", folder.path + "/" + typed],
    ] {
      let run = try Run(list: arguments, data: folder.path)
      check(run.output, allowing: [0x0A], "\(arguments[0])")
      check(run.complaint, allowing: [0x0A], "\(arguments[0])")
    }
  }

  @Test func fileNamesAreSaidHarmlessly() throws {
    let folder = try Self.register()
    try folder.write("[nonsense", to: "follow-ups/quang-ninh/20\u{1B}]0;PWNED\u{07}\u{202E}.json")
    try folder.write("{", to: "programmes/x\u{9B}31m\n.json")
    for command in ["list", "check"] {
      let run = try Run(command, data: folder.path)
      #expect(run.complaint.contains("PWNED") || run.output.contains("PWNED"))
      check(run.output + run.complaint, allowing: [0x0A, 0x09], command)
    }
  }

  @Test(arguments: ["list", "show"])
  func onATerminalTextIsNothingButText(command: String) throws {
    let folder = try Self.register()
    let codes = command == "show" ? ["QN23-01", "QN23-02", "QN23-03", "QN23-14", "QN23-21"] : []
    let pty = try Pty(
      [BuiltProgram.path, command] + codes + ["--data", folder.path], rows: 24, columns: 80,
      environment: BuiltProgram.environment())
    var bytes: [UInt8] = []
    while case let more = pty.receive(within: 5000), !more.isEmpty { bytes += more }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("PWNED"))
    check(text, allowing: [0x0A, 0x0D], command)
  }

  @Test func inTheInterfaceNoByteOfDataReachesTheTerminalAsACommand() throws {
    let folder = try Self.register()
    let pty = try BuiltProgram.open(folder.path, rows: 40, columns: 120)
    #expect(pty.expect("\(Self.texts.count) / \(Self.texts.count)"))
    for key in Array(repeating: "j", count: Self.texts.count) + ["\t", "J", "L", "L", "z"] {
      try pty.send(key)
      pty.readUntilQuiet()
    }
    try pty.send("Q")
    #expect(pty.waitForExit() == 0)
    let text = String(decoding: pty.sent, as: UTF8.self)
    #expect(text.contains("PWNED"))
    for scalar in text.unicodeScalars {
      #expect(!(0x80..<0xA0).contains(scalar.value) && !(0x202A...0x202E).contains(scalar.value))
      #expect(
        !(0x2066...0x206F).contains(scalar.value) && ![0x200E, 0x200F].contains(scalar.value))
    }
    // Titles of windows, strings for the terminal and its own resets are nothing we ever send.
    for sequence in [
      "\u{1B}]", "\u{1B}P", "\u{1B}_", "\u{1B}c", "\u{1B}[200~", "\u{0E}", "\u{08}gn",
    ] {
      #expect(!text.contains(sequence), "\(sequence.debugDescription)")
    }
  }
}
