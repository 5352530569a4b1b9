import Foundation
import Testing

@testable import Vietnamese

/// Whole syllables, made by rules or taken from the system's word list.
@Suite struct SyllableTests {
  @Test(arguments: Syllables.initials)
  func everyRhymeIsTypedInEveryOrder(initial: String) {
    let samples = Syllables.samples(of: initial)
    #expect(samples.count > 40)
    for sample in samples {
      for order in Keystrokes.Order.allCases {
        for method in [Composer.Method.telex, .vni] {
          let keys = Keystrokes.keys(for: sample.old, order, isVNI: method == .vni)
          let old = Composer.text(of: keys, method: method, tones: .old)
          let new = Composer.text(of: keys, method: method, tones: .new)
          #expect(old == sample.old, "\(method) \(keys)")
          #expect(new == sample.new, "\(method) \(keys)")
          #expect(scalars(old) == scalars(sample.old), "\(keys) is not composed")
        }
      }
    }
  }

  @Test func theListCoversAllTones() {
    let all = Syllables.initials.flatMap { Syllables.samples(of: $0) }.map(\.old)
    #expect(Set(all).count > 4000)
    let text = all.joined().decomposedStringWithCanonicalMapping.unicodeScalars
    for tone in Syllables.tones.compactMap(\.unicodeScalars.first) {
      #expect(text.contains(tone))
    }
  }

  @Test(arguments: [Composer.Method.telex, .vni])
  func capitalsStayCapitals(method: Composer.Method) {
    for sample in Syllables.samples(of: "đ") {
      let keys = Keystrokes.keys(for: sample.old, .toneLast, isVNI: method == .vni)
      #expect(Composer.text(of: keys.uppercased(), method: method) == sample.old.uppercased())
      let title = keys.prefix(1).uppercased() + keys.dropFirst()
      #expect(
        Composer.text(of: title, method: method)
          == sample.old.prefix(1).uppercased() + sample.old.dropFirst())
    }
  }

  @Test func theToneKeyOnceMoreTakesTheToneBack() {
    for sample in Syllables.samples(of: "tr") {
      for (method, key) in [(Composer.Method.telex, "f"), (.vni, "2")] {
        let keys = Keystrokes.keys(for: sample.old, .toneLast, isVNI: method == .vni)
        guard keys.hasSuffix(key) else { continue }
        let level = String.UnicodeScalarView(
          sample.old.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            $0 != "\u{300}"
          })
        #expect(
          Composer.text(of: keys + key, method: method)
            == String(level).precomposedStringWithCanonicalMapping + key)
      }
    }
  }

  private static let dictionary = "/usr/share/hunspell/vi_VN.dic"

  @Test(.enabled(if: FileManager.default.fileExists(atPath: dictionary)))
  func everyWordOfTheSystemsListIsTyped() throws {
    let text = try String(contentsOfFile: Self.dictionary, encoding: .utf8)
    let words = Set(
      text.split(whereSeparator: { !$0.isLetter }).map {
        $0.precomposedStringWithCanonicalMapping.lowercased()
      })
    #expect(words.count > 6000)
    // Palăng is two syllables written as one.
    for word in words.subtracting(["palăng"])
    where word.allSatisfy({ LetterForm($0) != nil && !"fjwz".contains($0) }) {
      for method in [Composer.Method.telex, .vni] {
        let keys = Keystrokes.keys(for: word, .toneLast, isVNI: method == .vni)
        let texts = Composer.Tones.allCases.map {
          Composer.text(of: keys, method: method, tones: $0)
        }
        #expect(texts.contains(word), "\(method) \(keys)")
      }
    }
  }

  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}
