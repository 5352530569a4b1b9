import Model
import Store
import Testing

/// A text that is refused, and what for.
struct MalformedText: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  let problem: SyntaxFault
  let line: Int
  let column: Int

  var testDescription: String { name }

  init(_ name: String, _ text: String, _ problem: SyntaxFault, _ line: Int, _ column: Int) {
    self.init(name, Array(text.utf8), problem, line, column)
  }

  init(_ name: String, _ bytes: [UInt8], _ problem: SyntaxFault, _ line: Int, _ column: Int) {
    self.name = name
    self.bytes = bytes
    self.problem = problem
    self.line = line
    self.column = column
  }
}

/// `{"a": "` and `"}` around bytes that no Swift string can hold.
private func inText(_ bytes: [UInt8]) -> [UInt8] {
  Array(#"{"a": ""#.utf8) + bytes + Array(#""}"#.utf8)
}

private let bytesAndWholes: [MalformedText] = [
  .init("empty", "", .empty, 1, 1),
  .init("blank", " \n\t\r\n ", .blank, 3, 2),
  .init("byte order mark", "\u{FEFF}[]", .byteOrderMark, 1, 1),
  .init("UTF-16 with a mark", [0xFF, 0xFE, 0x5B, 0, 0x5D, 0], .utf16, 1, 1),
  .init("UTF-16 without a mark", [0, 0x5B, 0, 0x5D], .utf16, 1, 1),
  .init("lone byte", inText([0x80]), .badUTF8, 1, 8),
  .init("overlong", inText([0x61, 0xC0, 0xAF]), .badUTF8, 1, 9),
  .init("overlong of three", inText([0xE0, 0x80, 0xAF]), .badUTF8, 1, 8),
  .init("surrogate in UTF-8", inText([0xED, 0xA0, 0x80]), .badUTF8, 1, 8),
  .init("above U+10FFFF", inText([0xF4, 0x90, 0x80, 0x80]), .badUTF8, 1, 8),
  .init("sequence cut by the quote", inText([0xC4]), .badUTF8, 1, 8),
  .init("sequence cut by the end", Array("[1]\n".utf8) + [0xE1, 0xBB], .badUTF8, 2, 1),
  .init("bad byte outside of texts", Array("[1, ".utf8) + [0xFF, 0x5D], .badUTF8, 1, 5),
  .init(
    "bad byte far behind", inText(.init(repeating: 0x61, count: 300) + [0xFF]), .badUTF8, 1, 308),
  .init("zero byte in a text", "[\"a\0b\"]", .zeroByte, 1, 4),
  .init("zero byte outside", "[1,\n \0]", .zeroByte, 2, 2),
  .init("zero byte after a number", "[12\0]", .zeroByte, 1, 4),
  .init("zero byte at the end", "[1]\0", .zeroByte, 1, 4),
  .init("trailing text", "[1]\n[2]", .trailingText, 2, 1),
  .init("trailing bracket", "{}}", .trailingText, 1, 3),
  .init("half a file", "[\n  {\n    \"a\": 1,\n    \"b\"", .unexpectedEnd, 4, 8),
  .init("all but the last byte", #"[{"a": 1}"#, .unexpectedEnd, 1, 10),
  .init("cut after a colon", #"{"a":"#, .unexpectedEnd, 1, 6),
  .init("cut after a comma", "[1, ", .unexpectedEnd, 1, 5),
  .init("line comment", "[1, // one\n2]", .comment, 1, 5),
  .init("block comment", "/* one */ [1]", .comment, 1, 1),
  .init("hash comment", "[1]\n# end", .comment, 2, 1),
  .init("conflict", "[\n  1,\n<<<<<<< HEAD\n  2\n=======\n", .conflictMark, 3, 1),
  .init("end of a conflict", "[\n  1\n>>>>>>> theirs\n]", .conflictMark, 3, 1),
  .init("conflict behind an ill byte", Array("[\n<<<<<<< \"".utf8) + [0xFF], .conflictMark, 2, 1),
  .init("six of seven", "[\n<<<<<<\n]", .expectedValue, 2, 1),
  .init("conflict mark not at a line's start", "[ <<<<<<<\n]", .expectedValue, 1, 3),
]

private let shapes: [MalformedText] = [
  .init("trailing comma in an object", #"{"a": 1, }"#, .trailingComma, 1, 8),
  .init("trailing comma in a list", "[1,\n 2,\n]", .trailingComma, 2, 3),
  .init("trailing comma deep inside", #"[{"a": [{"b": 1},]}]"#, .trailingComma, 1, 17),
  .init("two commas", "[1,,2]", .expectedValue, 1, 4),
  .init("leading comma", "[,1]", .expectedValue, 1, 2),
  .init("missing comma in a list", "[1 2]", .expectedComma, 1, 4),
  .init("missing comma in an object", "{\"a\": 1\n \"b\": 2}", .expectedComma, 2, 2),
  .init("colon for a comma", "[1:2]", .expectedComma, 1, 3),
  .init("missing colon", #"{"a" 1}"#, .expectedColon, 1, 6),
  .init("comma for a colon", #"{"a", 1}"#, .expectedColon, 1, 5),
  .init("missing value", #"{"a": , "b": 1}"#, .expectedValue, 1, 7),
  .init("missing value at the end", #"{"a": }"#, .expectedValue, 1, 7),
  .init("key without quotes", "{a: 1}", .expectedKey, 1, 2),
  .init("number for a key", "{1: 1}", .expectedKey, 1, 2),
  .init("crossed brackets", "[1}", .wrongBracket, 1, 3),
  .init("crossed brackets around nothing", "{]", .wrongBracket, 1, 2),
  .init("crossed brackets inside", #"{"a": [1, {"b": 2]}}"#, .wrongBracket, 1, 18),
  .init("single quotes", "{'a': 1}", .singleQuote, 1, 2),
  .init("duplicate key", #"{"a": 1, "b": 2, "a": 3}"#, .duplicateKey, 1, 18),
  .init("duplicate key, else escaped", #"{"ab": 1, "\u0061b": 3}"#, .duplicateKey, 1, 11),
  .init("duplicate key, first escaped", #"{"\u0061b": 1, "ab": 3}"#, .duplicateKey, 1, 16),
  .init("duplicate of the empty key", #"{"": 1, "": 3}"#, .duplicateKey, 1, 9),
  .init(
    "duplicate of a long key",
    #"{"counterparts-1": 1, "counterparts-2": 1, "#
      + "\n" + #""counterparts-1": 1}"#, .duplicateKey, 2, 1),
  .init("duplicate inside", #"[{"a": {"b": [{"c": 1,"c": {}}]}}]"#, .duplicateKey, 1, 23),
  .init("duplicate after a nested one", #"{"a": {"a": 1}, "a": 1}"#, .duplicateKey, 1, 17),
  .init("duplicate in a wide object", wide(closing: #""k7": 1}"#), .duplicateKey, 101, 1),
  .init("too deep", String(repeating: "[", count: 65), .tooDeep, 1, 65),
  .init("too deep, 5 000", String(repeating: "{\"a\":\n", count: 5_000), .tooDeep, 65, 1),
]

/// An object with a hundred different keys, one a line, and then `closing`.
private func wide(closing: String) -> String {
  "{" + (0..<100).map { "\"k\($0)\": \($0),\n" }.joined() + closing
}

private let tokens: [MalformedText] = [
  .init("leading zero", "[012]", .badNumber, 1, 2),
  .init("no digit after the point", "[1.]", .badNumber, 1, 2),
  .init("no digit before the point", "[.5]", .badNumber, 1, 2),
  .init("plus", "[+1]", .badNumber, 1, 2),
  .init("minus alone", "[-]", .badNumber, 1, 2),
  .init("empty exponent", "[1e]", .badNumber, 1, 2),
  .init("hexadecimal", "[0x1F]", .badNumber, 1, 2),
  .init("number run into a text", #"[1"a"]"#, .badNumber, 1, 2),
  .init("number at the end", "-", .badNumber, 1, 1),
  .init("NaN", #"{"a": NaN}"#, .badLiteral, 1, 7),
  .init("falze", "[falze]", .badLiteral, 1, 2),
  .init("True", "[True]", .badLiteral, 1, 2),
  .init("nulll", "[nulll]", .badLiteral, 1, 2),
  .init("tru", "tru", .badLiteral, 1, 1),
  .init("unclosed text", #"{"a": "bc}"#, .unclosedText, 1, 7),
  .init("backslash at the end", #"["a\"#, .unclosedText, 1, 2),
  .init("line end in a text", "{\n  \"a\": \"bcđ\n  \"b\": 2\n}", .controlCharacter, 2, 12),
  .init("tab in a text", "[\"a\tb\"]", .controlCharacter, 1, 4),
  .init("unknown escape", #"["đổi \q"]"#, .badEscape, 1, 7),
  .init("escape of three digits", #"["\u12"]"#, .badEscape, 1, 3),
  .init("escape of no hex digit", #"["\u00g0"]"#, .badEscape, 1, 3),
  .init("bad escape in a key", #"{"\x": 1}"#, .badEscape, 1, 3),
  .init("bad escape before a bad byte", Array(#"["\q "#.utf8) + [0xFF], .badEscape, 1, 3),
  .init("high surrogate alone", #"["a\ud800"]"#, .loneSurrogate, 1, 4),
  .init("high surrogate and a letter", #"["\ud800\u0041"]"#, .loneSurrogate, 1, 3),
  .init("two high surrogates", #"["\ud800\ud800"]"#, .loneSurrogate, 1, 3),
  .init("low surrogate first", #"["\udc00\ud800"]"#, .loneSurrogate, 1, 3),
  .init("backslash outside", #"[\"a"]"#, .expectedValue, 1, 2),
]

@Suite struct MalformedJSONTests {
  @Test(arguments: bytesAndWholes + shapes + tokens)
  func refusesAndSaysWhere(text: MalformedText) {
    var reader = JSONReader()
    do throws(JSONError) {
      try reader.read(text.bytes)
      Issue.record("accepted")
    } catch {
      #expect(error.problem == text.problem)
      #expect([error.line, error.column] == [text.line, text.column])
      let position = reader.position(of: error.offset)
      #expect([position.line, position.column] == [text.line, text.column])
    }
  }

  @Test func everyProblemHasACase() {
    let met = Set((bytesAndWholes + shapes + tokens).map(\.problem))
    // Those two need a machine without memory or a file of 4 GB.
    #expect(Set(SyntaxFault.allCases).subtracting(met) == [.tooLarge, .noMemory])
  }

  @Test(arguments: bytesAndWholes + shapes + tokens)
  func aReaderGoesOnAfterAFault(text: MalformedText) throws {
    var reader = JSONReader()
    #expect(throws: JSONError.self) { try reader.read(text.bytes) }
    try reader.read(Array(#"{"a": 1}"#.utf8))
    #expect(reader.withRoot { $0["a"]?.integer } == 1)
  }

  @Test func offsetsAreInBytesAndColumnsInCharacters() {
    var reader = JSONReader()
    #expect(throws: JSONError(.expectedComma, offset: 8, line: 1, column: 7)) {
      try reader.read(Array(#"["ốm" 1]"#.utf8))
    }
  }
}
