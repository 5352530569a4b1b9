import Foundation
import Testing

@testable import Vietnamese

private func isOrdered(_ texts: [String], by key: (String) -> SortKey = { SortKey($0) }) -> Bool {
  zip(texts, texts.dropFirst()).allSatisfy { key($0) < key($1) }
}

/// Each list is in dictionary order.
@Test(arguments: [
  ["ba", "bà", "bả", "bã", "bá", "bạ"],
  ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "o", "ô", "ơ", "p", "u", "ư", "v", "y"],
  ["à", "ạ", "ai", "ă", "ằ", "ặ", "ăn", "â", "ầ", "ấn", "ba"],
  ["ba", "ba ba", "ba con", "ba hoa", "bà", "bà con", "bả", "bá", "bác"],
  ["Hà Giang", "Hà Nội", "Hạ Long", "Hải Dương", "Hải Phòng", "Hậu Giang", "Hòa Bình", "Huế"],
  ["Đà Nẵng", "Đắk Lắk", "Đắk Nông", "Điện Biên", "Đồng Nai", "Đồng Tháp"],
  ["Cà Mau", "Cao Bằng", "Cần Thơ"],
  ["Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Long An"],
  ["Quảng Bình", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị"],
  ["Thái Bình", "Thái Nguyên", "Thanh Hóa", "Thừa Thiên Huế", "Tiền Giang", "Trà Vinh"],
  ["", "2023", "QN23-09", "QN23-10", "QN24-01", "Quảng"],
  ["10", "9", "a", "z", "Москва", "北"],
  ["résume", "z", "Zurich", "Zürich"],
  ["hòa", "Hòa", "hòa bình", "Hòa bình", "Hòa Bình", "HÒA BÌNH"],
])
func ordersAsADictionaryDoes(texts: [String]) {
  #expect(isOrdered(texts))
}

@Test(arguments: [
  ("Hoành Mô - Động Trung", "Hoành Mô – Động  Trung"), ("Hòa", "Hoà"), ("TP. Huế", "TP Huế"),
])
func signsAndTonePlacesDoNotCount(one: String, other: String) {
  #expect(SortKey(one) == SortKey(other))
}

@Test func composedAndDecomposedAreOne() {
  for text in ["Ủy ban Biên giới", "Đường Ngưỡng ậ ẫ ẵ ợ ự", "Zürich", "ẤM"] {
    #expect(SortKey(text.decomposedStringWithCanonicalMapping) == SortKey(text))
  }
}

@Test func codesAreInNaturalOrder() {
  let codes = ["QN2-1", "QN23-9", "QN23-10", "QN23-099", "QN23-100", "QN23-100a", "QN100-1"]
  #expect(isOrdered(codes, by: { SortKey(code: $0) }))
  #expect(SortKey(code: "QN23-09") == SortKey(code: "QN23-9"))
  #expect(SortKey("QN23-10") < SortKey("QN23-9"))
}

@Test func peopleAreOrderedByGivenName() {
  let people = ["Trần An", "Lê Thị Bình", "Nguyễn Văn Bình", "Đỗ Đức", "Bùi Thanh Sơn"]
  #expect(isOrdered(people, by: { SortKey(person: $0) }))
}

@Test func theOrderIsTotalAndItsPrefixAgrees() {
  var random = SeededGenerator(seed: 3)
  let syllables = ["ba", "bà", "Bá", "bạ", "băng", "Bằng", "đa", "da", "10", "9", "x", "ưu", "北"]
  let texts = (0..<120).map { _ in
    (0..<Int.random(in: 1...3, using: &random))
      .map { _ in syllables.randomElement(using: &random) ?? "" }.joined(separator: " ")
  }
  let keys = texts.map { SortKey($0) }
  for one in keys {
    for other in keys {
      #expect([one < other, other < one, one == other].count { $0 } == 1)
      if one.prefix < other.prefix { #expect(one < other) }
    }
  }
}

@Test func agreesWithICUWhereWordsAreSingle() {
  let locale = Locale(identifier: "vi_VN")
  var random = SeededGenerator(seed: 11)
  let first = ["b", "c", "ch", "d", "đ", "gi", "h", "ng", "nh", "th", "tr", "x"]
  let middle = [
    "a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ấ", "e", "ề", "ê", "ọ", "ộ", "ờ", "ủ", "ữ",
  ]
  let last = ["", "n", "ng", "t", "c", "i"]
  func word() -> String {
    [first, middle, last].map { $0.randomElement(using: &random) ?? "" }.joined()
  }
  for _ in 0..<3000 {
    let (one, other) = (word(), word())
    let order = one.compare(other, options: [], range: nil, locale: locale)
    #expect((SortKey(one) < SortKey(other)) == (order == .orderedAscending), "\(one) \(other)")
  }
}
