import Foundation

/// Vietnamese syllables made from the tables of a grammar, not from the composer's: each rhyme is
/// written with a point behind the letter that bears the tone.
enum Syllables {
  /// A syllable as both styles write it.
  struct Sample: Sendable {
    let old: String
    let new: String
  }

  static let initials = [
    "", "b", "c", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x",
  ]

  /// Combining marks of the tones; none, huyền, sắc, hỏi, ngã, nặng.
  static let tones = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"]

  private static let rhymes = """
    a. a.i a.o a.u a.y a.m a.n a.ng a.nh a.p a.t a.c a.ch ă.m ă.n ă.ng ă.p ă.t ă.c
    â.u â.y â.m â.n â.ng â.p â.t â.c e. e.o e.m e.n e.ng e.p e.t e.c
    ê. ê.u ê.m ê.n ê.nh ê.p ê.t ê.ch i. i.u i.m i.n i.nh i.p i.t i.ch
    i.a iê.u iê.m iê.n iê.ng iê.p iê.t iê.c o. o.i o.m o.n o.ng o.p o.t o.c oo.ng oo.c
    ô. ô.i ô.m ô.n ô.ng ô.p ô.t ô.c ơ. ơ.i ơ.m ơ.n ơ.p ơ.t u. u.i u.m u.n u.ng u.p u.t u.c
    u.a uô.i uô.m uô.n uô.ng uô.t uô.c ư. ư.u ư.ng ư.t ư.c ư.a
    ươ.i ươ.u ươ.m ươ.n ươ.ng ươ.p ươ.t ươ.c
    oa.i oa.y oe.o oa.m oa.n oa.ng oa.nh oa.t oa.c oa.ch oă.m oă.n oă.ng oă.t oă.c oe.n oe.t
    uâ.y uâ.n uâ.ng uâ.t uê. uê.nh uê.ch uy.a uyê.n uyê.t uy.u uy.nh uy.t uy.ch uy.n
    """
    .split(whereSeparator: \.isWhitespace).map(String.init)

  /// Open rhymes in which the styles differ.
  private static let gliding = [("o.a", "oa."), ("o.e", "oe."), ("u.y", "uy.")]

  private static let afterQu = """
    a. a.i a.o a.y a.n a.ng a.nh a.t a.c a.ch ă.n ă.ng ă.t ă.c â.y â.n â.ng â.t e. e.o e.n e.t
    ê. ê.n ê.nh ê.t ê.ch y. yê.n yê.t y.nh y.t y.ch ơ. ô.c
    """
    .split(whereSeparator: \.isWhitespace).map(String.init)

  /// Every rhyme the initial goes with, in every second tone or so: each rhyme meets all tones
  /// over the initials, and each initial all tones over the rhymes.
  static func samples(of initial: String) -> [Sample] {
    let shift = initials.firstIndex(of: initial) ?? 0
    return forms(of: initial).enumerated().flatMap { index, rhyme in
      [0, 3].compactMap { step in
        let tone = tones[(index + shift + step) % tones.count]
        return sample(initial, rhyme, tone)
      }
    }
  }

  private static func forms(of initial: String) -> [(old: String, new: String)] {
    let open = initial == "qu" ? afterQu : rhymes.filter { initial != "gi" || !$0.hasPrefix("i") }
    return open.map { ($0, $0) } + (initial == "qu" ? [] : gliding)
  }

  private static func sample(
    _ initial: String, _ rhyme: (old: String, new: String), _ tone: String
  ) -> Sample? {
    let isStop = ["c", "ch", "p", "t"].contains { rhyme.old.hasSuffix($0) }
    guard !isStop || tone == "\u{301}" || tone == "\u{323}" else { return nil }
    let onset = spelled(initial, before: rhyme.old)
    func written(_ rhyme: String) -> String {
      (onset + rhyme.replacing(".", with: tone)).precomposedStringWithCanonicalMapping
    }
    return Sample(old: written(rhyme.old), new: written(rhyme.new))
  }

  /// K, gh and ngh before e, ê and i; iê alone is written yê.
  private static func spelled(_ initial: String, before rhyme: String) -> String {
    guard let first = rhyme.first, "eêi".contains(first) else { return initial }
    return ["c": "k", "g": "gh", "ng": "ngh"][initial] ?? initial
  }
}

/// Keys that type a word, worked out of its decomposed form.
enum Keystrokes {
  enum Order: CaseIterable, Sendable {
    /// Marks behind their letter, the tone at the end.
    case toneLast
    /// Marks and tone behind their letter.
    case atOnce
    /// Letters, then marks, then the tone.
    case marksLast
    /// Letters, then the tone, then marks.
    case toneBeforeMarks
  }

  static func keys(for word: String, _ order: Order, isVNI: Bool) -> String {
    var letters: [(letter: String, mark: String, tone: String)] = []
    for scalar in word.decomposedStringWithCanonicalMapping.unicodeScalars {
      if let tone = toneKeys[scalar] {
        letters[letters.count - 1].tone = isVNI ? tone.vni : tone.telex
      } else if let mark = markKeys[scalar] {
        let letter = letters[letters.count - 1].letter
        letters[letters.count - 1].mark = isVNI ? mark.vni : mark.telex ?? letter
      } else if scalar == "đ" {
        letters.append(("d", isVNI ? "9" : "d", ""))
      } else {
        // In Telex the second o of boong takes the circumflex of the first one back.
        let isDouble =
          !isVNI && scalar == "o" && letters.last.map { $0.letter == "o" } ?? false
          && letters.last?.mark == ""
        letters.append((isDouble ? "oo" : String(scalar), "", ""))
      }
    }
    let plain = letters.map(\.letter).joined()
    let tone = letters.map(\.tone).joined()
    let marks = letters.map(\.mark).joined().replacing("ww", with: "w").replacing("77", with: "7")
    return switch order {
    case .toneLast: letters.map { $0.letter + $0.mark }.joined() + tone
    case .atOnce: letters.map { $0.letter + $0.mark + $0.tone }.joined()
    case .marksLast: plain + marks + tone
    case .toneBeforeMarks: plain + tone + marks
    }
  }

  private static let toneKeys: [Unicode.Scalar: (telex: String, vni: String)] = [
    "\u{301}": ("s", "1"), "\u{300}": ("f", "2"), "\u{309}": ("r", "3"), "\u{303}": ("x", "4"),
    "\u{323}": ("j", "5"),
  ]

  private static let markKeys: [Unicode.Scalar: (telex: String?, vni: String)] = [
    "\u{302}": (nil, "6"), "\u{306}": ("w", "8"), "\u{31B}": ("w", "7"),
  ]
}
