import Foundation
import Model
import Store
import TestKit
import Testing
import Vietnamese

/// What holds of finding whatever the word, tried with the words of the register itself.
@Suite struct AccentTests {
  private let register: Register
  /// Different words of the titles, as they are written there.
  private let words: [String]

  init() throws {
    register = try RegisterStore(RealRegister.path).load().register
    let titles = register.chunks.compactMap(\.self).flatMap { chunk in
      chunk.rows.map { chunk.title($0) }
    }
    let split = titles.flatMap { $0.split { !$0.isLetter && !$0.isNumber }.map(String.init) }
    // Every third, or the test would take longer than it tells.
    words = Set(split).sorted().enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
  }

  private func found(_ text: String) throws -> [RowPlace] {
    let context = QueryContext(today: Day(ordinal: 19_632), limits: DueSoonLimits())
    let query = try QueryParser(registry: register.registry).parse("\"\(text)\" ")
    return Matcher(query, in: register, context: context).places(in: register)
  }

  @Test func howAWordIsEncodedOrItsCaseDoesNotMatter() throws {
    for word in words {
      let places = try found(word)
      #expect(!places.isEmpty, "\(word)")
      #expect(try found(word.decomposedStringWithCanonicalMapping) == places, "\(word)")
      #expect(try found(word.precomposedStringWithCanonicalMapping) == places, "\(word)")
      #expect(try found(word.uppercased()) == places, "\(word)")
      #expect(try found(word.lowercased()) == places, "\(word)")
    }
  }

  @Test func whereTheToneStandsDoesNotMatter() throws {
    let styles = [
      ("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"), ("òe", "oè"),
      ("óe", "oé"), ("ỏe", "oẻ"), ("ọe", "oẹ"), ("ùy", "uỳ"), ("úy", "uý"), ("ủy", "uỷ"),
      ("ũy", "uỹ"), ("ụy", "uỵ"),
    ]
    var tried = 0
    for word in words.map({ $0.lowercased() }) {
      for (old, new) in styles where word.contains(old) || word.contains(new) {
        tried += 1
        #expect(
          try found(word.replacing(old, with: new)) == found(word.replacing(new, with: old)),
          "\(word)")
      }
    }
    #expect(tried > 5)
  }

  /// Without its accents a word finds what it finds with them, and more only with other accents.
  @Test func accentsOnlyEverNarrow() throws {
    var narrowed = 0
    for word in words {
      let bare = String(decoding: Folding.fold(word), as: UTF8.self)
      let (exact, loose) = (Set(try found(word)), Set(try found(bare)))
      #expect(exact.isSubset(of: loose), "\(word)")
      narrowed += exact == loose ? 0 : 1
    }
    #expect(narrowed > 40)
  }

  /// Every title with the word in it is found, and none is found that holds it nowhere.
  @Test(arguments: ["quảng", "cửa", "của", "bộ", "đường", "dường", "hòa", "hoà", "cần", "cận"])
  func whatIsFoundHasTheWord(word: String) throws {
    let places = Set(try found(word))
    let wanted = MarkedWord.words(typed: word, isLastWhole: true)
    for (slot, chunk) in register.chunks.enumerated() {
      guard let chunk else { continue }
      for (index, row) in chunk.rows.enumerated() {
        let inTitle = wanted.allSatisfy { $0.occurs(in: MarkedText.form(chunk.title(row))) }
        if inTitle { #expect(places.contains(RowPlace(slot: slot, index: index))) }
      }
    }
  }

  @Test func otherAccentsFindNothing() throws {
    #expect(try !found("quảng").isEmpty)
    #expect(try found("quạng").isEmpty)
    #expect(try found("ưnesco").isEmpty)
    #expect(try found("đung quất").isEmpty)
  }

  @Test(arguments: [
    ("bng", "Bộ Ngoại giao"), ("ubbgqg", "Ủy ban Biên giới quốc gia"), ("vđba", "Vụ Đông Bắc Á"),
    ("vdba", "Vụ Đông Bắc Á"), ("ubnd", "UBND"), ("sngv", "Sở Ngoại vụ"),
  ])
  func initialsFindAsTheNameDoes(initials: String, name: String) throws {
    let places = Set(try found(initials))
    #expect(!places.isEmpty)
    let byLead = register.chunks.enumerated().flatMap { slot, chunk in
      (chunk?.rows ?? []).enumerated().compactMap { index, row in
        register.entry(row.lead, in: .units)?.name.hasPrefix(name) == true
          ? RowPlace(slot: slot, index: index) : nil
      }
    }
    #expect(!byLead.isEmpty)
    #expect(places.isSuperset(of: byLead))
  }
}
