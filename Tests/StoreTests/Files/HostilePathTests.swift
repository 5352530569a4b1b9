import Foundation
import Model
import Store
import TestKit
import Testing

/// What a register holds never leads out of its folder.
@Suite struct HostilePathTests {
  @Test(arguments: [
    "../../../dondoc-outside", "/tmp/dondoc-outside", "..", "quang-ninh/../../dondoc-outside",
    ".git",
    "a\\u0000b", "quảng-ninh", "QUANG", "a b", "con\\u001b[31m",
  ])
  func aProvinceOfAJournalNamesNoOtherFolder(province: String) throws {
    let desk = try Desk(SampleRegister())
    var draft = RecordDraft(year: 2023)
    draft.title = "Mục mới"
    draft.province = "quang-ninh"
    draft.category = "bien-gioi"
    draft.sources = ["công văn 1"]
    let saved = try desk.store.create([draft], as: Desk.signature(minutes: 1))
    let code = try #require(saved.records.first?.code)
    let line = try desk.register.text("journal.jsonl")
      .replacingOccurrences(of: #""to": "quang-ninh""#, with: #""to": "\#(province)""#)
    let list = try #require(line.firstRange(of: /\[\{.*\}\]/))
    let sum = String(crc(Array(line[list].utf8)), radix: 16)
    let padded = String(repeating: "0", count: 8 - sum.count) + sum
    try desk.register.write(
      "journal.jsonl", "{\"changes\": \(line[list]), \"sum\": \"\(padded)\"}\n")
    let parent = URL(filePath: desk.register.path).deletingLastPathComponent().path
    let before = Set(try FileManager.default.contentsOfDirectory(atPath: parent))

    let store = try RegisterStore(desk.register.path)
    _ = store.load()
    _ = try store.foldJournal()
    #expect(desk.register.exists("follow-ups/toan-quoc/2023.json"))
    #expect(try desk.register.text("follow-ups/toan-quoc/2023.json").contains(code))
    let after = Set(try FileManager.default.contentsOfDirectory(atPath: parent))
    #expect(!after.subtracting(before).contains { $0.contains("outside") })
    #expect(!FileManager.default.fileExists(atPath: "/tmp/dondoc-outside"))
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: desk.register.path + "/follow-ups")
    #expect(Set(folders) == ["quang-ninh", "nghe-an", "toan-quoc"])
  }

  private func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in
        rest & 1 == 1 ? (rest >> 1) ^ 0xEDB8_8320 : rest >> 1
      }
    }
  }

  @Test(arguments: [
    ("a\u{9B}31m", #""a\u009b31m""#), ("\u{202E}ngược", #""\u202engược""#),
    ("\u{2066}x\u{2069}", #""\u2066x\u2069""#),
    ("\u{200E}\u{200F}\u{61C}", #""\u200e\u200f\u061c""#),
    ("\u{85}", #""\u0085""#), ("Â £ “tốt” …", #""Â £ “tốt” …""#), ("\u{1B}", #""\u001b""#),
  ])
  func filesHoldEscapesOfWhatDrivesATerminal(text: String, written: String) throws {
    #expect(String(decoding: CanonicalWriter.line(.text(text)), as: UTF8.self) == written)
    var reader = JSONReader()
    try reader.read(CanonicalWriter.line(.text(text)))
    #expect(reader.withRoot(\.value) == .text(text))
  }
}
