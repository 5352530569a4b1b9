import Testing
import Vietnamese

private func finds(_ typed: String, in text: String, isLastWhole: Bool = true) -> Bool {
  let form = MarkedText.form(text)
  return MarkedWord.words(typed: typed, isLastWhole: isLastWhole).allSatisfy {
    $0.occurs(in: form)
  }
}

@Suite struct MarkedTextTests {
  @Test(arguments: [
    ("quảng", "Tỉnh QUẢNG Ninh"), ("hòa", "Hoà Bình"), ("hoà", "hòa bình"), ("thúy", "thuý"),
    ("qúy", "quý"), ("đường", "Đường sắt"), ("Nhạ", "Xay-Nhạ-Bu-Ly"), ("ủy", "Uỷ ban"),
    ("quảng", "qua\u{309}ng"), ("qua\u{309}ng", "quảng"), ("độ", "đo\u{323}\u{302}"),
    ("đo\u{302}\u{323}", "độ"), ("tự", "tu\u{31B}\u{323}"), ("đặt", "đa\u{323}\u{306}t"),
    ("münchen", "Munchen München"), ("mu\u{308}nchen", "München"), ("résumé", "résumé"),
    ("Á", "Đông Bắc Á"), ("ngữ", "(Việt ngữ)"),
  ])
  func theSameMarksAreFound(typed: String, text: String) {
    #expect(finds(typed, in: text))
  }

  @Test(arguments: [
    ("quảng", "quang"), ("quảng", "quáng"), ("quảng", "quâng quẩng"), ("đường", "dường"),
    ("dường", "đường"), ("cần", "cận can cân"), ("hoà", "hoá hoa"), ("münchen", "Munchen"),
    ("résumé", "résume"), ("quảng", "quảngg"), ("quảng", "xquảng"), ("ơ", "o ô ờ"),
  ])
  func otherMarksAreNot(typed: String, text: String) {
    #expect(!finds(typed, in: text))
  }

  @Test func wordsWithoutMarksAreNotLookedAt() {
    #expect(MarkedWord.words(typed: "quang ninh 2023 ASEAN", isLastWhole: false).isEmpty)
    #expect(MarkedWord.words(typed: "quảng ninh đ", isLastWhole: false).count == 2)
  }

  @Test(arguments: [
    ("quả", "quảng", true), ("quả", "quang", false), ("đ", "động", true), ("đ", "dong", false),
    ("đô", "động", true), ("đô", "độ", false), ("đông", "động", false), ("độ", "động", true),
    ("bọ", "bộ", false), ("ư", "ương", true), ("tr", "trường", true),
  ])
  func aBeginningMayMissItsToneAsLongAsItMissesLetters(
    typed: String, word: String, isFound: Bool
  ) {
    #expect(finds(typed, in: word, isLastWhole: false) == isFound)
  }

  @Test func anyBytesGiveSomeForm() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<500 {
      let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
      var form: [UInt8] = []
      bytes.withUnsafeBufferPointer { MarkedText.append(utf8: $0, to: &form) }
      #expect(form.first == UInt8(ascii: " "))
      #expect(form.last == UInt8(ascii: " "))
    }
  }

  /// The marked form parts words just where the folded one does.
  @Test func wordsPartAsInTheSearchForm() {
    for text in ["A–B c/d", "日本 và ASEAN", "1.000,5%", "Ðà Nẵng's “x”", "e\u{301}\u{301}a", "œ×é"] {
      let plain = MarkedText.form(text).split(separator: UInt8(ascii: " ")).count
      #expect(plain == Folding.words(text).count, "\(text)")
    }
  }

  @Test(arguments: [
    ("Ủy ban Biên giới quốc gia", "ubbgqg"), ("Bộ Ngoại giao", "bng"), ("Vụ Đông Bắc Á", "vđba"),
    ("Bà Rịa - Vũng Tàu", "brvt"),
  ])
  func initialsKeepOnlyD(name: String, initials: String) {
    #expect(Initials.of(name) == initials)
    #expect(Initials.of("Nghệ An") == nil)
  }
}
