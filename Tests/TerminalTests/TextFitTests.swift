import Terminal
import Testing

@Suite struct TextFitTests {
  @Test(arguments: [
    ("tỉnh", 4, "tỉnh"), ("tỉnh Nghệ An", 5, "tỉnh…"), ("tỉnh", 1, "…"), ("tỉnh", 0, ""),
    ("tỉnh", -1, ""), ("", 3, ""), ("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
    ("a🇻🇳b", 3, "a…"), ("a🇻🇳b", 4, "a🇻🇳b"), ("e\u{302}\u{301}e\u{302}x", 2, "e\u{302}\u{301}…"),
    ("a\u{1B}bc", 3, "a␛…"),
  ])
  func cutsBetweenCharacters(text: String, width: Int, shown: String) {
    #expect(TextWidth.cut(text, to: width) == shown)
  }

  @Test(arguments: [
    (Alignment.leading, "bộ  "), (.trailing, "  bộ"), (.centre, " bộ "),
  ])
  func padsAtTheSideThatIsFree(alignment: Alignment, shown: String) {
    #expect(TextWidth.pad("bộ", to: 4, alignment: alignment) == shown)
  }

  @Test func paddingCutsWhatIsTooLong() {
    #expect(TextWidth.pad("日本語", to: 4) == "日… ")
  }

  @Test(arguments: [
    ("", 10, [""]), ("một hai ba", 10, ["một hai ba"]), ("một hai ba", 9, ["một hai", "ba"]),
    ("một  hai", 4, ["một", "hai"]), ("một hai ", 7, ["một hai"]),
    ("abcdefg", 3, ["abc", "def", "g"]),
    ("ab cdefg", 4, ["ab", "cdef", "g"]), ("một\n\nhai\r\nba", 9, ["một", "", "hai", "ba"]),
    ("日本語です", 5, ["日本", "語で", "す"]), ("Bộ日本", 4, ["Bộ日", "本"]), ("a\tb", 9, ["a b"]),
    ("  thụt vào", 6, ["  thụt", "vào"]), ("abc", 0, ["a", "b", "c"]), ("🇻🇳🇻🇳", 3, ["🇻🇳", "🇻🇳"]),
    ("a \u{1B}[2J b", 9, ["a ␛[2J b"]),
  ])
  func wrapsBetweenWords(text: String, width: Int, lines: [String]) {
    #expect(TextWidth.wrap(text, to: width) == lines)
  }

  @Test func noWrappedLineIsTooWideAndNoWordIsLost() {
    let text = "Đề nghị Bộ chỉ đạo, giúp mở rộng hợp tác với 日本 và Quảng Tây (Trung Quốc)"
    for width in 2...60 {
      let lines = TextWidth.wrap(text, to: width)
      #expect(lines.allSatisfy { TextWidth.columns(of: $0) <= width })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }

  private func unmarked(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{30B}" }))
  }

  /// Text of simple scalars goes another way: a mark on its first letter sends it the long way.
  @Test func plainTextIsFittedAsAnyOther() {
    let words = ["a", "bộ", "tỉnh", "ngoại", "đôn-đốc", "", " ", "hợptácquốctế"]
    var state: UInt64 = 7
    for _ in 0..<400 {
      let text = (0..<9).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return words[Int(state >> 33) % words.count]
      }.joined(separator: " ")
      for width in [1, 2, 3, 5, 8, 13, 60] {
        let lines = TextWidth.wrap("x" + text, to: width)
        let marked = TextWidth.wrap("x\u{30B}" + text, to: width)
        #expect(marked.map(unmarked) == lines, "\(text) \(width)")
        let cut = TextWidth.cut("x\u{30B}" + text, to: width)
        #expect(unmarked(cut) == TextWidth.cut("x" + text, to: width))
        let padded = TextWidth.pad("x\u{30B}" + text, to: width, alignment: .centre)
        #expect(
          unmarked(padded)
            == TextWidth.pad("x" + text, to: width, alignment: .centre))
      }
    }
  }
}
