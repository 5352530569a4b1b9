import Testing

@testable import Vietnamese

/// Single rules of the composer, each with what lies just outside it.
@Suite struct ComposerTests {
  @Test(arguments: [
    ("aa", "â"), ("aw", "ă"), ("dd", "đ"), ("ee", "ê"), ("oo", "ô"), ("ow", "ơ"), ("uw", "ư"),
    ("w", "ư"), ("tw", "tư"), ("uow", "ươ"), ("uwow", "ươ"), ("uwoi", "ươi"), ("tuwong", "tương"),
    ("quow", "quơ"), ("thuow", "thuơ"), ("thuown", "thươn"), ("uowr", "uở"),
    ("as", "á"), ("af", "à"), ("ar", "ả"), ("ax", "ã"), ("aj", "ạ"), ("asf", "à"), ("asz", "a"),
    ("nguoiwf", "người"), ("nguoifw", "người"), ("dduwowngf", "đường"), ("duongwfd", "đường"),
    ("hoaf", "hòa"), ("thuys", "thúy"), ("hoafn", "hoàn"), ("khuyur", "khuỷu"),
    ("gif", "gì"), ("giuwax", "giữa"), ("quys", "quý"), ("Ddawks Lawks", "Đắk Lắk"),
  ])
  func telexMakesVietnamese(keys: String, text: String) {
    #expect(Composer.text(of: keys, method: .telex) == text)
  }

  @Test(arguments: [
    ("a6", "â"), ("a8", "ă"), ("d9", "đ"), ("e6", "ê"), ("o6", "ô"), ("o7", "ơ"), ("u7", "ư"),
    ("uo7", "ươ"), ("a1", "á"), ("a2", "à"), ("a3", "ả"), ("a4", "ã"), ("a5", "ạ"), ("a12", "à"),
    ("a10", "a"), ("nguoi72", "người"), ("D9UO7NG2", "ĐƯỜNG"), ("hoa2", "hòa"),
  ])
  func vniMakesVietnamese(keys: String, text: String) {
    #expect(Composer.text(of: keys, method: .vni) == text)
  }

  @Test(arguments: [
    ("hoaf", "hoà"), ("thuys", "thuý"), ("khoer", "khoẻ"), ("hoafn", "hoàn"), ("muaf", "mùa"),
    ("quaf", "quà"),
  ])
  func theNewStylePutsTheToneOnTheSecondVowel(keys: String, text: String) {
    #expect(Composer.text(of: keys, method: .telex, tones: .new) == text)
  }

  @Test(arguments: [
    ("aaa", "aa"), ("aww", "aw"), ("ddd", "dd"), ("ooo", "oo"), ("uww", "uw"), ("ww", "w"),
    ("uoww", "uow"), ("ass", "as"), ("tesst", "test"), ("lisst", "list"), ("gooongf", "goòng"),
    ("aszz", "az"), ("www.", "www."),
  ])
  func theSameKeyAgainTakesTheMarkBack(keys: String, text: String) {
    #expect(Composer.text(of: keys, method: .telex) == text)
  }

  @Test(arguments: [
    "windows", "Texas", "UNESCO", "email", "https", "Windows 11", "Busan", "Osaka", "Houston",
    "Seoul", "Tokyo", "Hokkaido", "Jeju", "Oita", "QN23-09", "data", "book", "Russia", "office",
    "Massachusetts", "traffic", "Ford", "FDI", "ODA", "ASEAN", "USD", "hoanh mo dong trung",
    "xay nha bu ly", "dung quat", "quang tay kind:request",
  ])
  func whatIsNoVietnameseStaysAsTyped(text: String) {
    #expect(Composer.text(of: text, method: .telex) == text)
  }

  @Test(arguments: [
    "15/3", "QN23-09", "NA23-16", "G20", "covid19", "H5N1", "2023", "+10", "7%",
  ])
  func numbersStayAsTypedInVNI(text: String) {
    #expect(Composer.text(of: text, method: .vni) == text)
  }

  @Test(arguments: [
    ("DDBA", "ĐBA"), ("QDD", "QĐ"), ("HDDND", "HĐND"), ("NDD-CP", "NĐ-CP"), ("dd/c", "đ/c"),
    ("address", "address"), ("Buddha", "Buddha"),
  ])
  func abbreviationsHaveTheirStroke(keys: String, text: String) {
    #expect(Composer.text(of: keys, method: .telex) == text)
  }

  @Test(arguments: [
    ("mixed (DDoongf), Hoaf.", "mixed (Đồng), Hòa."), ("aas1aas", "ấ1ấ"), ("as\tas", "á\tá"),
    ("H'Moong", "H'Mông"), ("東京as", "東京as"), ("đdd", "đdd"), ("東京 as", "東京 á"),
  ])
  func wordsEndAtWhatIsNoLetter(keys: String, text: String) {
    #expect(Composer.text(of: keys, method: .telex) == text)
  }

  @Test func offPassesEverythingOn() {
    #expect(Composer.text(of: "dduwowngf a61", method: .off) == "dduwowngf a61")
  }

  @Test func editsSayWhatIsReplaced() {
    var composer = Composer(method: .telex)
    let edits = "nguwowif".map { composer.press($0) }
    #expect(
      edits == [
        edit(0, "n"), edit(0, "g"), edit(0, "u"), edit(1, "ư"), edit(0, "o"), edit(1, "ơ"),
        edit(0, "i"), edit(2, "ời"),
      ])
    #expect(composer.press(" ") == edit(0, " "))
  }

  @Test func aWordThatCanBeNoneIsRestoredAtOnceOrAtItsEnd() {
    var composer = Composer(method: .telex)
    #expect("win".map { composer.press($0) } == [edit(0, "ư"), edit(0, "i"), edit(2, "win")])
    composer.reset()
    #expect("data".map { composer.press($0) }.last == edit(2, "ât"))
    #expect(composer.press(",") == edit(2, "ata,"))
    for key in "soot" { _ = composer.press(key) }
    #expect(composer.endWord() == edit(2, "oot"))
    #expect(composer.endWord() == nil)
  }

  // MARK: - Backspace

  /// The text after keys in which `<` is the backspace.
  private func text(of keys: String, _ method: Composer.Method = .telex) -> String {
    var line = Line(method: method)
    for key in keys { line.press(key) }
    return line.text
  }

  @Test(arguments: [
    ("dduwowngf<", "đườn"), ("dduwowngf<g", "đường"), ("dduwowng<gf", "đường"),
    ("dduwowmg<<ngf", "đường"), ("toans<", "toá"), ("toans< ", "tóa "), ("toans<i", "toái"),
    ("hoaf<<aas", "hấ"), ("ass<s", "á"), ("win<", "wi"), ("win<<<as", "á"), ("as<", ""),
    ("as<<<as", "á"), ("Busan<n ", "Busan "), ("HDD<D", "HD"), ("HDDN<ND", "HĐND"),
    ("người<s", "ngướ"), ("ba <f", "baf"),
  ])
  func backspaceTakesOneCharacterAndTheWordGoesOn(keys: String, text: String) {
    #expect(self.text(of: keys) == text)
  }

  @Test(arguments: [("d9uo7ng2<g", "đường"), ("NA23<", "NA2"), ("a11<1", "á")])
  func backspaceInVNI(keys: String, text: String) {
    #expect(self.text(of: keys, .vni) == text)
  }

  @Test(arguments: [Composer.Method.telex, .vni])
  func randomKeysNeverTakeAwayWhatWasNotTyped(method: Composer.Method) {
    var random = SeededGenerator(seed: 3)
    let keys = Array("aadeiouwywsfrxjzghnctqD1234567890 ,<<đưê")
    for _ in 0..<400 {
      var line = Line(method: method)
      for _ in 0..<40 {
        let key = keys.randomElement(using: &random) ?? "a"
        let before = line.text
        line.press(key)
        if key == "<" { #expect(line.text == before.dropLast()) }
        #expect(line.text.unicodeScalars.count == line.text.count)
      }
      #expect(!line.hasFailed, "\(line.typed)")
    }
  }

  private func edit(_ deleteBackward: Int, _ insert: String) -> Composer.Edit {
    Composer.Edit(deleteBackward: deleteBackward, insert: insert)
  }
}

/// A text field of the simplest kind.
private struct Line {
  private var composer: Composer
  private(set) var text = ""
  private(set) var typed = ""
  /// Whether an edit would have taken away more than there was.
  private(set) var hasFailed = false

  init(method: Composer.Method) {
    composer = Composer(method: method)
  }

  mutating func press(_ key: Character) {
    typed.append(key)
    let edit = key == "<" ? composer.backspace() : composer.press(key)
    if key != "<", edit.deleteBackward > text.count { hasFailed = true }
    text.removeLast(min(text.count, edit.deleteBackward))
    text += edit.insert
  }
}
