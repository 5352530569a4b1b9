import Model
import Store
import Testing

/// What a text holds, read by the reader.
func read(_ text: String) throws(JSONError) -> Value {
  var reader = JSONReader()
  try reader.read(Array(text.utf8))
  return reader.withRoot { $0.value }
}

private func nested(_ levels: Int) -> String {
  String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
}

@Suite struct JSONReaderTests {
  @Test(arguments: [
    ("12", Value.number("12")), (" -0 ", .number("-0")), ("true", .bool(true)),
    ("false", .bool(false)), ("null\n", .null), (#""""#, .text("")), ("[]", .list([])),
    ("{ }", .object([])), ("[[], {}]", .list([.list([]), .object([])])),
    (#"{"b": 1, "a": [null]}"#, .object([.init("b", .number("1")), .init("a", .list([.null]))])),
  ])
  func readsAnyTopValue(text: String, value: Value) throws {
    #expect(try read(text) == value)
  }

  @Test(arguments: [
    (#"\" \\ \/ \b \f \n \r \t"#, "\" \\ / \u{8} \u{C} \n \r \t"),
    (#"\u0041\u00e9\u20AC\u0000"#, "A\u{E9}\u{20AC}\0"),
    (#"\ud83d\ude00 \uD800\uDC00 \uDBFF\uDFFF"#, "\u{1F600} \u{10000} \u{10FFFF}"),
    (#"a\\"#, "a\\"), (#"\\\""#, "\\\""), ("\u{7F}\u{2028}\u{FEFF}", "\u{7F}\u{2028}\u{FEFF}"),
    (#"\u0111ôn đốc"#, "đôn đốc"),
  ])
  func takesEscapesOutOfTexts(escaped: String, plain: String) throws {
    guard case .text(let text) = try read("\"\(escaped)\"") else {
      Issue.record("not a text")
      return
    }
    #expect(Array(text.utf8) == Array(plain.utf8))
    var reader = JSONReader()
    try reader.read(Array("\"\(escaped)\"".utf8))
    var appended: [UInt8] = [1]
    let isText = reader.withRoot { $0.appendText(to: &appended) }
    #expect(isText)
    #expect(appended == [1] + Array(plain.utf8))
  }

  @Test(arguments: ["Đôn đốc: \u{1ED1}", "Đôn đốc: o\u{302}\u{301}"])
  func keepsTheNormalFormOfTexts(text: String) throws {
    guard case .text(let got) = try read("\"\(text)\"") else {
      Issue.record("not a text")
      return
    }
    #expect(Array(got.utf8) == Array(text.utf8))
  }

  @Test(arguments: [
    "99999999999999999999999", "-0", "1.10", "1e999", "1E+2", "0.1e-7", "-12.5E00",
  ])
  func keepsNumbersAsTheyAreWritten(number: String) throws {
    #expect(try read("[\(number)]") == .list([.number(number)]))
  }

  @Test(arguments: [
    ("9223372036854775807", Int.max), ("9223372036854775808", nil),
    ("-9223372036854775808", .min), ("-9223372036854775809", nil), ("-0", 0), ("0", 0),
    ("1.0", nil), ("1e2", nil), ("\"1\"", nil), ("null", nil),
  ])
  func givesAnIntegerOnlyIfItFits(text: String, expected: Int?) throws {
    var reader = JSONReader()
    try reader.read(Array(text.utf8))
    #expect(reader.withRoot { $0.integer } == expected)
  }

  @Test func readsSixtyFourLevelsAndNoMore() throws {
    _ = try read(nested(64))
    #expect(throws: JSONError(.tooDeep, offset: 64, line: 1, column: 65)) { try read(nested(65)) }
  }

  @Test func acceptsTheSameKeyInDifferentObjects() throws {
    _ = try read(#"{"a": {"a": 1, "b": {"a": 1}}, "b": [{"a": 1}, {"a": 1}], "c": 1}"#)
  }

  @Test(arguments: [64, 65, 1_000])
  func findsADuplicateInObjectsOfAnySize(keys: Int) throws {
    let members = (0..<keys).map { "\"a-rather-long-key-\($0)\": \($0)" }
    _ = try read("{" + members.joined(separator: ",\n") + "}")
    for second in [0, keys / 2, keys - 1] {
      #expect(throws: JSONError.self) {
        try read("{" + (members + [members[second]]).joined(separator: ",\n") + "}")
      }
    }
  }

  @Test func walksMembersAndElementsInOrder() throws {
    let text = #"[{"id": "x", "n": 3, "list": [1, [2], {"a": 2}]}, true, {"id": null}]"#
    var reader = JSONReader()
    try reader.read(Array(text.utf8))
    reader.withRoot { root in
      #expect(root.kind == .array)
      #expect(root.count == 3)
      #expect(root.elements.map(\.kind) == [.object, .bool, .object])
      for (place, element) in root.elements.enumerated() where place == 0 {
        #expect(element.members.map { $0.key.text } == ["id", "n", "list"])
        #expect(element["list"]?.count == 3)
        #expect(element["none"] == nil)
        #expect(element["id"]?.isText("x") == true)
        #expect(element["id"]?.isText("xy") == false)
        #expect(element["id"]?.plainText.map(Array.init) == Array("x".utf8))
      }
      #expect(root.elements.map(\.bool) == [nil, true, nil])
      #expect(root.members.map { $0.key.text } == [])
      #expect(Array(root.elements).last?["id"]?.isNull == true)
    }
  }

  @Test func rangesAreTheExactBytes() throws {
    let text = #"[ {"a" : "b\n" , "c": -1.5 } , "đ" ]"#
    var reader = JSONReader()
    try reader.read(Array(text.utf8))
    let bytes = Array(text.utf8)
    func cut(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    reader.withRoot { root in
      #expect(cut(root.byteRange) == text)
      #expect(root.elements.map { cut($0.byteRange) } == [#"{"a" : "b\n" , "c": -1.5 }"#, #""đ""#])
      let members = root.elements.flatMap { $0.members.map { cut($0.byteRange) } }
      #expect(members == [#""a" : "b\n""#, #""c": -1.5"#])
      for element in root.elements {
        #expect(Array(element.rawBytes) == Array(bytes[element.byteRange]))
      }
    }
  }

  @Test func comparesKeysHoweverTheyAreEscaped() throws {
    var reader = JSONReader()
    try reader.read(Array(#"{"t\u0069tle": 1, "đ": 2, "titles": 3, "e": 4}"#.utf8))
    reader.withRoot { root in
      #expect(root.members.map { $0.isKey("title") } == [true, false, false, false])
      #expect(root.members.map { $0.isKey("đ") } == [false, true, false, false])
      #expect(root.members.map { $0.isKey("e") } == [false, false, false, true])
    }
  }

  @Test func findsThePlaceOfAKeyInTheCanonicalOrder() throws {
    let keys = JSONKeys(["id", "code", "title", "due"])
    var reader = JSONReader()
    try reader.read(Array(#"{"id": 1, "title": 2, "other": 3, "code": 4, "due": 5}"#.utf8))
    var last = -1
    let places = reader.withRoot { root in
      root.members.map { member in
        let place = keys.place(of: member, after: last)
        last = place ?? last
        return place
      }
    }
    #expect(places == [0, 2, nil, 1, 3])
  }

  @Test func pointsAtAnyByte() throws {
    var reader = JSONReader()
    let text = "[\n  {\"trạng\": \"xong\"}\n]\n"
    try reader.read(Array(text.utf8))
    let offset = reader.withRoot { root in
      root.elements.compactMap { $0["trạng"]?.byteRange.lowerBound }.first
    }
    let position = reader.position(of: try #require(offset))
    #expect([position.line, position.column] == [2, 13])
    let end = reader.position(of: 1_000)
    #expect([end.line, end.column] == [4, 1])
  }

  @Test func isReusedForFilesOfAnySize() throws {
    var reader = JSONReader()
    for count in [1, 50_000, 3, 200_000, 0] {
      let text = "[" + repeatElement("1", count: count).joined(separator: ",") + "]"
      try reader.read(Array(text.utf8))
      #expect(reader.withRoot { $0.count } == count)
    }
  }
}
