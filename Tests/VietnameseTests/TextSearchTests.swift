import Testing

@testable import Vietnamese

@Test(arguments: [
  ("hoanh mo dong tr", [" hoanh ", " mo ", " dong ", " tr"]),
  ("Hoành Mô ", [" hoanh ", " mo "]),
  ("Hoành Mô -", [" hoanh ", " mo "]),
  ("đ", [" d"]),
  ("QN23-0", [" qn23 ", " 0"]),
  ("cao bằng cao bang", [" cao ", " bang ", " bang"]),
  ("cao cao ", [" cao "]),
  ("北海", [" 北 ", " 海 "]),
  ("  ", []), ("", []), ("–", []),
])
func makesNeedlesOfTypedText(typed: String, needles: [String]) {
  #expect(SearchNeedles(typed: typed).needles.map { text($0.bytes) } == needles)
}

@Test(arguments: [
  ("hoanh tr", true), ("Trung Hoành", true), ("hoà", true), ("hoà ", false), ("oanh", false),
  ("dong ", true),
  ("don ", false), ("don", true), ("", true),
])
func answersOnlyWithAllWords(typed: String, isFound: Bool) {
  let form = Folding.searchForm("Cửa khẩu Hoành Mô – Động Trung")
  #expect(form.withUnsafeBytes { SearchNeedles(typed: typed).match($0) } == isFound)
}

private func allMatches(_ needle: [UInt8], in text: [UInt8]) -> [Int] {
  let needle = Needle(needle)
  return text.withUnsafeBytes { text in
    var found: [Int] = []
    var position = 0
    while let match = needle.firstMatch(in: text, from: position) {
      found.append(match)
      position = match + 1
    }
    return found
  }
}

private func allMatchesByHand(_ needle: [UInt8], in text: [UInt8]) -> [Int] {
  guard needle.count <= text.count else { return [] }
  return (0...text.count - needle.count).filter { text[$0...].starts(with: needle) }
}

@Test func findsTheSameAsAPlainSearch() {
  var random = SeededGenerator(seed: 20)
  let letters = Array("aab n".utf8)
  for _ in 0..<600 {
    let text = (0..<Int.random(in: 0...150, using: &random)).map { _ in
      letters.randomElement(using: &random) ?? 0
    }
    let needle = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      letters.randomElement(using: &random) ?? 0
    }
    #expect(allMatches(needle, in: text) == allMatchesByHand(needle, in: text))
  }
}

@Test(arguments: [1, 2, 31, 32, 33, 40])
func findsANeedleAtBothEndsOfAnyText(length: Int) {
  let needle = (0..<length).map { UInt8($0 + 100) }
  for filling in [0, 1, 30, 31, 32, 33, 63, 64, 65] {
    let rest = [UInt8](repeating: 1, count: filling)
    #expect(allMatches(needle, in: needle + rest) == [0])
    #expect(allMatches(needle, in: rest + needle) == [filling])
    #expect(allMatches(needle, in: rest + needle.dropLast()) == [])
  }
}

@Test func doesNotLookOutsideTheTextOrBeforeTheStart() {
  let bytes = Array("ab ab".utf8)
  bytes.withUnsafeBytes { bytes in
    let needle = Needle(Array("ab".utf8))
    #expect(needle.firstMatch(in: bytes, from: 1) == 3)
    #expect(needle.firstMatch(in: bytes, from: 3) == 3)
    #expect(needle.firstMatch(in: bytes, from: 4) == nil)
    #expect(needle.firstMatch(in: bytes, from: 99) == nil)
    #expect(needle.firstMatch(in: bytes, from: -1) == nil)
    #expect(needle.firstMatch(in: UnsafeRawBufferPointer(rebasing: bytes[..<4]), from: 1) == nil)
    #expect(needle.firstMatch(in: UnsafeRawBufferPointer(start: nil, count: 0)) == nil)
    #expect(Needle([]).firstMatch(in: bytes, from: 5) == 5)
    #expect(Needle([]).firstMatch(in: bytes, from: 6) == nil)
  }
}
