import Model
import Store
import Testing

private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

private let golden = #"""
  [
    {
      "code": "QN23-09",
      "title": "Báo cáo \"tiến độ\"",
      "lead": {"unit": "ubbgqg", "proposed": true},
      "tags": ["a", "b"],
      "none": [],
      "nothing": {},
      "levels": [[1, 2], [3]],
      "counterparts": [
        {"counterpart": "quang-tay", "status": "new"},
        {"counterpart": "dong-trung"}
      ],
      "changes": [
        {"id": "1", "edits": [{"field": "due", "from": null, "to": {"day": 1.50}}]}
      ]
    },
    {
      "code": "QN23-10"
    },
    {},
    7
  ]

  """#

/// A generator whose numbers are the same on every run.
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ state >> 33) &* 0xFF51_AFD7_ED55_8CCD
  }
}

extension Value {
  fileprivate static func random(depth: Int, _ dice: inout Dice) -> Value {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 4), using: &dice) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &dice))
    case 2:
      return .number(
        ["0", "-1", "2.50", "1e9", "12345678901234567890"].randomElement(using: &dice) ?? "0")
    case 3: return .text(randomText(&dice))
    case 4:
      return .list(
        (0..<Int.random(in: 0..<4, using: &dice)).map { _ in random(depth: depth - 1, &dice) })
    default:
      let count = Int.random(in: 0..<5, using: &dice)
      return .object(
        (0..<count).map { .init("\($0)" + randomText(&dice), random(depth: depth - 1, &dice)) })
    }
  }

  private static func randomText(_ dice: inout Dice) -> String {
    let pieces =
      ["a", "đốc", "o\u{302}\u{301}", "\"", "\\", "/", "\n", "\0", "\u{1F}", "\u{7F}"]
      + ["\u{2028}", "\u{2029}", "\u{202A}", "\u{20AC}", "\u{1F600}", "\\u0041", "\r\n", " "]
    return (0..<Int.random(in: 0..<6, using: &dice))
      .compactMap { _ in pieces.randomElement(using: &dice) }.joined()
  }
}

@Suite struct CanonicalWriterTests {
  @Test func writesAFileAsItWasRead() throws {
    guard case .list(let records) = try read(golden) else {
      Issue.record("not a list")
      return
    }
    #expect(string(CanonicalWriter.file(records: records)) == golden)
  }

  @Test func aRecordIsWrittenAsItStandsInTheFile() throws {
    var reader = JSONReader()
    try reader.read(Array(golden.utf8))
    reader.withRoot { root in
      for record in root.elements {
        #expect(CanonicalWriter.record(record.value, indent: 2) == Array(record.rawBytes))
      }
    }
  }

  @Test func aFileOfOneObjectHasNoIndent() {
    let value = Value.object([
      .init("format", .text("dondoc")),
      .init("parties", .list([.object([.init("id", .text("a"))])])),
    ])
    let expected = """
      {
        "format": "dondoc",
        "parties": [
          {"id": "a"}
        ]
      }

      """
    #expect(string(CanonicalWriter.object(value)) == expected)
    #expect(string(CanonicalWriter.object(.object([]))) == "{}\n")
  }

  @Test func anEmptyFileIsAnEmptyList() {
    #expect(string(CanonicalWriter.file(records: [])) == "[]\n")
  }

  @Test(arguments: [
    (
      Value.object([.init("a", .list([.object([.init("b", .null)])])), .init("c", .bool(false))]),
      #"{"a": [{"b": null}], "c": false}"#
    ),
    (.list([.number("1.0"), .text("x"), .list([])]), #"[1.0, "x", []]"#),
    (.object([]), "{}"),
  ])
  func aLineHasASpaceAfterColonAndComma(value: Value, line: String) {
    #expect(string(CanonicalWriter.line(value)) == line)
  }

  @Test(arguments: [
    ("\"\\/", #""\"\\/""#), ("\n\t\r\u{8}\u{C}", #""\n\t\r\b\f""#),
    ("\0\u{F}\u{10}\u{1F} ", #""\u0000\u000f\u0010\u001f ""#),
    ("~\u{7F}\u{80}\u{A0}", "\"~\\u007f\\u0080\u{A0}\""),
    ("\u{2027}\u{2028}\u{2029}\u{202A}", "\"\u{2027}\\u2028\\u2029\\u202a\""),
    ("Đốc o\u{302}\u{301} 😀", "\"Đốc o\u{302}\u{301} 😀\""),
  ])
  func escapesNoMoreThanItMust(text: String, written: String) {
    #expect(CanonicalWriter.line(.text(text)) == Array(written.utf8))
  }

  @Test(arguments: 0..<200)
  func whatIsWrittenIsReadBackAndWrittenAlike(seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    let records = (0..<3).map { _ in Value.random(depth: 5, &dice) }
    var reader = JSONReader()
    for bytes in [
      CanonicalWriter.file(records: records), CanonicalWriter.line(.list(records)),
    ] {
      try reader.read(bytes)
      let again = reader.withRoot { $0.value }
      #expect(CanonicalWriter.line(again) == CanonicalWriter.line(.list(records)))
      #expect(again == .list(records))
    }
    try reader.read(CanonicalWriter.file(records: records))
    guard case .list(let again) = reader.withRoot({ $0.value }) else { return }
    #expect(CanonicalWriter.file(records: again) == CanonicalWriter.file(records: records))
  }
}
