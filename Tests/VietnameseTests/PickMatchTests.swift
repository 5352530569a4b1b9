import Foundation
import Testing

@testable import Vietnamese

private let border = PickCandidate(
  names: ["Ủy ban Biên giới quốc gia"], abbreviations: ["UBBGQG"])
private let northEast = PickCandidate(names: ["Vụ Đông Bắc Á", "Northeast Asia Department"])
private let hokkaido = PickCandidate(names: ["tỉnh Hokkaido"])

@Test(
  arguments: [
    ("UBBGQG", .exactAbbreviation), ("ubbg", .abbreviationPrefix), ("ubbg qg", .exactAbbreviation),
    ("uy ban bien gioi quoc gia", .exactName), ("Uỷ ban Biên giới quốc gia", .exactName),
    ("bg", .initials), ("bgqg", .initials), ("bien gi", .wordPrefixes), ("ủy gia", .wordPrefixes),
    ("gia", .wordPrefixes), ("iengi", .substring), ("gioi bien", nil), ("ubbgqgx", nil),
    ("ba", .wordPrefixes), ("xyz", nil),
  ] as [(String, PickMatch.Kind?)])
func ranksTheBorderCommittee(typed: String, kind: PickMatch.Kind?) {
  #expect(border.match(PickQuery(typed))?.kind == kind)
}

@Test(
  arguments: [
    ("dba", .initials), ("vdba", .initials), ("đba", .initials), ("dong bac", .wordPrefixes),
    ("Đông Bắc", .wordPrefixes), ("vu bac", .wordPrefixes), ("dongbac", .substring),
    ("nad", .initials), ("asia", .wordPrefixes), ("dbav", nil), ("bac dong", nil),
  ] as [(String, PickMatch.Kind?)])
func findsAUnitByInitialsAndWords(typed: String, kind: PickMatch.Kind?) {
  #expect(northEast.match(PickQuery(typed))?.kind == kind)
  let decomposed = typed.decomposedStringWithCanonicalMapping
  #expect(northEast.match(PickQuery(decomposed))?.kind == kind)
}

@Test func findsAPlaceByPartOfItsName() {
  #expect(hokkaido.match(PickQuery("hokkai"))?.kind == .wordPrefixes)
  #expect(hokkaido.match(PickQuery("kkai"))?.kind == .substring)
  #expect(hokkaido.match(PickQuery("hokkaidox")) == nil)
}

@Test func nothingTypedFitsEverythingAlike() {
  #expect(PickQuery(" - ").isEmpty)
  #expect(border.match(PickQuery("")) == hokkaido.match(PickQuery("")))
  #expect(border.match(PickQuery("")) != nil)
}

@Test func theWholeNameComesBeforeALongerOne() throws {
  let lao = PickCandidate(names: ["Lào"])
  let laoCai = PickCandidate(names: ["Lào Cai"])
  let query = PickQuery("lao")
  #expect(try #require(lao.match(query)) < #require(laoCai.match(query)))
}

@Test func anEarlierWordThenAShorterNameComesFirst() throws {
  let query = PickQuery("bac")
  let matches = try ["Bắc Ninh", "Bắc Giang", "Vụ Đông Bắc Á"].map {
    try #require(PickCandidate(names: [$0]).match(query))
  }
  #expect(matches == matches.sorted())
  #expect(Set(matches).count == 3)
}

@Test func kindsAreRankedFromAbbreviationToSubstring() {
  let ranked: [PickMatch.Kind] = [
    .exactAbbreviation, .exactName, .abbreviationPrefix, .initials, .wordPrefixes, .substring,
  ]
  #expect(PickMatch.Kind.allCases == ranked)
}
