import Foundation
import Testing

@testable import Vietnamese

@Test(arguments: [
  (
    "Công bố cặp cửa khẩu song phương Hoành Mô – Động Trung",
    " cong bo cap cua khau song phuong hoanh mo dong trung "
  ),
  ("ĐỀ NGHỊ đề nghị", " de nghi de nghi "),
  ("QN23-09/UBND.VP", " qn23 09 ubnd vp "),
  ("  \t«Hạ   Long»…  ", " ha long "),
  ("10,05 % – 1.000.000", " 10 05 1 000 000 "),
  ("Ôi-ta/Ōita", " oi ta oita "),
  ("Œuvre Straße Ærø", " oeuvre strasse aero "),
  ("ＱＮ２３－０９", " qn23 09 "),
  ("北海道ほか3", " 北 海 道 ほ か 3 "),
  ("札幌・Sapporo市", " 札 幌 sapporo 市 "),
  ("МОСКВА Россия", " москва россия "),
  ("ສະຫວັນນະເຂດ Lào", " ສະຫວັນນະເຂດ lao "),
  ("Hà\u{A0}Nội\u{200B}Huế", " ha noi hue "),
  ("Hải\u{AD}Phòng Bắc\u{200D}Ninh", " haiphong bacninh "),
  ("5 m² × 3 ₫ 1º", " 5 m2 3 1o "),
  ("", " "), (" – ", " "),
])
func givesTheSearchForm(written: String, form: String) {
  #expect(text(Folding.searchForm(written)) == form)
}

@Test(arguments: [
  ("Đề nghị: “QN23–09”/2023", "de nghi: \"qn23-09\"/2023"),
  ("Hòa\u{A0}Bình\nHUẾ", "hoa binh\nhue"),
  ("50 ₫ × 2…", "50 ₫ × 2…"),
  ("Æ北ẞ", "ae北ss"),
  ("\u{0}@[`{\u{7F}", "\u{0}@[`{\u{7F}"),
])
func foldsAndKeepsPunctuation(written: String, folded: String) {
  #expect(text(Folding.fold(written)) == folded)
}

private let names = [
  "Công bố cặp cửa khẩu song phương Hoành Mô – Động Trung", "Hòa Bình", "Thúy Quỳnh",
  "Ủy ban nhân dân tỉnh Thừa Thiên Huế", "Đắk Lắk", "Bà Rịa – Vũng Tàu", "Nguyễn Văn Ngưỡng",
  "khuyếch đại", "Xay Nhạ Bu Ly", "Lý Hỏa", "thuở xưa", "ƯƠNG ẤM ẲNG", "Ōita", "Curaçao",
]

@Test(arguments: names)
func foldsComposedAndDecomposedAlike(name: String) {
  let decomposed = name.decomposedStringWithCanonicalMapping
  #expect(Array(decomposed.utf8) != Array(name.precomposedStringWithCanonicalMapping.utf8))
  #expect(Folding.searchForm(decomposed) == Folding.searchForm(name))
  #expect(Folding.fold(decomposed) == Folding.fold(name))
}

@Test(arguments: [
  ("hòa", "hoà"), ("thúy", "thuý"), ("khỏe", "khoẻ"), ("Lý Hỏa", "Lý Hoả"), ("ủy ban", "uỷ ban"),
])
func foldsBothTonePlacementsAlike(old: String, new: String) {
  #expect(Folding.searchForm(old) == Folding.searchForm(new))
  #expect(SortKey(old) == SortKey(new))
}

@Test func tablesAgreeWithFoundationForEveryVietnameseLetter() {
  let bases = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
  let marks = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
  let plain = ["ă": "a", "â": "a", "đ": "d", "ê": "e", "ô": "o", "ơ": "o", "ư": "u"]
  for base in bases {
    for mark in marks {
      let letter = (String(base) + mark).precomposedStringWithCanonicalMapping
      let expected = plain[String(base)] ?? String(base)
      #expect(text(Folding.fold(letter)) == expected, "\(letter)")
      #expect(text(Folding.fold(letter.uppercased())) == expected, "\(letter.uppercased())")
    }
  }
}

@Test func tablesAgreeWithFoundationForEveryLatinLetterWithMarks() throws {
  for value in Array(LatinTables.latin) + Array(LatinTables.additional) {
    let letter = String(try #require(Unicode.Scalar(value)))
    let scalars = letter.decomposedStringWithCanonicalMapping.unicodeScalars
    guard scalars.count > 1, let base = scalars.first, base.isASCII else { continue }
    #expect(text(Folding.fold(letter)) == String(base).lowercased(), "\(letter)")
  }
}

@Test func foldingTwiceChangesNothing() {
  for name in names {
    let once = Folding.fold(name)
    #expect(Folding.fold(text(once)) == once)
    let form = Folding.searchForm(name)
    #expect(Folding.searchForm(text(form)) == form)
  }
}

@Test func survivesBytesThatAreNoText() {
  var random = SeededGenerator(seed: 7)
  let leads: [UInt8] = [
    0x20, 0x61, 0x80, 0xBF, 0xC3, 0xC9, 0xCC, 0xCD, 0xE1, 0xBA, 0xE4, 0xF0, 0xFF,
  ]
  for length in 0..<400 {
    let bytes = (0..<length % 24).map { _ in leads.randomElement(using: &random) ?? 0 }
    var form: [UInt8] = []
    var plain: [UInt8] = []
    bytes.withUnsafeBufferPointer {
      Folding.searchForm(utf8: $0, into: &form)
      Folding.fold(utf8: $0, into: &plain)
    }
    #expect(form.first == 0x20 && form.last == 0x20)
    #expect(!text(form).contains("  "))
    #expect(form.count <= 2 * bytes.count + 3)
    #expect(plain.count <= 2 * bytes.count + 2)
  }
}

@Test func appendsFieldsOfOneRowWithSingleSpaces() {
  var blob: [UInt8] = []
  Array("Cao Bằng".utf8).withUnsafeBufferPointer { Folding.searchForm(utf8: $0, into: &blob) }
  Array(" – Trùng Khánh".utf8).withUnsafeBufferPointer {
    Folding.searchWords(utf8: $0, into: &blob)
  }
  #expect(text(blob) == " cao bang trung khanh ")
}

@Test func suspectsEveryScalarThatCompositionChangesOrJoins() {
  for value in UInt32(0)...0x1FFFF {
    guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .unassigned
    else { continue }
    let alone = String(scalar)
    let composed = alone.precomposedStringWithCanonicalMapping
    let isChanged = !composed.utf8.elementsEqual(alone.utf8)
    let isMark = scalar.properties.canonicalCombiningClass != .notReordered
    guard isChanged || isMark else { continue }
    let isSuspected = Array(alone.utf8).withUnsafeBufferPointer(NormalForm.needsComposition)
    #expect(isSuspected, "U+\(String(value, radix: 16))")
  }
}

@Test(arguments: [
  ("Công bố cặp cửa khẩu – “Hoành Mô”… 5 ₫", false), ("Москва", false), ("北海道 ほか カタ", false),
  ("한국", false), ("ＱＮ２３", false), ("", false), ("😀", false), ("ho\u{300}a", true),
  ("o\u{31B}", true), ("か\u{3099}", true), ("\u{1112}\u{1161}", true), ("\u{212B}", true),
  ("Ô\u{2000}", true),
])
func knowsWhatNeedsComposition(text: String, isSuspected: Bool) {
  let bytes = Array(text.utf8)
  #expect(bytes.withUnsafeBufferPointer(NormalForm.needsComposition) == isSuspected)
}
