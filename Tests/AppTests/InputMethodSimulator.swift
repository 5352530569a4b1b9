import Foundation
import Terminal

/// A small Vietnamese input method of the kind that takes letters back: keys in, bytes out.
///
/// It is written from the rules of Telex and VNI, not from the reader it tests.
struct InputMethodSimulator {
  enum Method: CaseIterable { case telex, vni }

  /// What programs do differently.
  struct Manner: CaseIterable, Equatable {
    var backspace: UInt8 = 0x7F
    /// Takes the whole word back and sends it again, not only what changed.
    var takesWholeWord = false
    /// Sends a narrow blank and takes it back too.
    var sendsFiller = false
    /// Lets the key through and takes it back with the letters it changes.
    var correctsLate = false
    /// Leaves letters alone that cannot be a syllable.
    var checksSpelling = false
    /// `hoà` and not `hòa`.
    var hasNewTones = false

    static let allCases = [
      Manner(), Manner(backspace: 0x08), Manner(takesWholeWord: true), Manner(sendsFiller: true),
      Manner(correctsLate: true), Manner(checksSpelling: true), Manner(hasNewTones: true),
    ]
  }

  private struct Unit {
    var base: Character
    var mark: Character = " "  // ^ ( + -
    var isUpper = false
    /// The key it stands for, of `w [ ]`.
    var key: Character?
  }

  let method: Method
  let manner: Manner
  private var units: [Unit] = []
  /// 0 level, then `f r x s j`.
  private var tone = 0
  /// After an undo the rest of the word is left as it is typed.
  private var isOff = false

  init(_ method: Method, _ manner: Manner = Manner()) {
    self.method = method
    self.manner = manner
  }

  static func bytes(
    _ keys: some Sequence<Character>, _ method: Method, _ manner: Manner = Manner()
  ) -> [UInt8] {
    var simulator = InputMethodSimulator(method, manner)
    return keys.flatMap { simulator.press($0) }
  }

  mutating func press(_ key: Character) -> [UInt8] {
    let old = shown
    let isOld = !old.isEmpty
    let isDigit = method == .vni && isOld && key.isNumber
    let isBracket = method == .telex && !isOff && "[]{}".contains(key)
    guard key.isASCII, key.isLetter || isDigit || isBracket else {
      units = []
      tone = 0
      isOff = false
      return Array(String(key).utf8)
    }
    if isOff || manner.checksSpelling && !isSyllable || !transform(key) { append(key) }
    return sent(old, shown, key)
  }

  private func sent(_ old: [Character], _ new: [Character], _ key: Character) -> [UInt8] {
    var old = old
    var bytes: [UInt8] = []
    if new.dropLast() == old[...] { return Array(String(new[old.count]).utf8) }
    if manner.correctsLate, new.count == old.count {
      old.append(key)
      bytes += Array(String(key).utf8)
    }
    let common =
      manner.takesWholeWord ? 0 : zip(old, new).prefix { $0 == $1 }.count
    var count = old.count - common
    if manner.sendsFiller {
      bytes += Array("\u{202F}".utf8)
      count += 1
    }
    return bytes + Array(repeating: manner.backspace, count: count)
      + Array(String(new[common...]).utf8)
  }
}

extension InputMethodSimulator {
  private var vowels: [Int] {
    units.indices.filter { index in
      guard "aeiouy".contains(units[index].base) else { return false }
      let isGlide =
        index == 1
        && (units[0].base == "q" && units[1].base == "u"
          || units[0].base == "g" && units[1].base == "i")
      return !isGlide || units.count == 2 || !"aeiouy".contains(units[2].base)
    }
  }

  /// Consonants that begin a word, vowels side by side, consonants that end one.
  private var isSyllable: Bool {
    let letters = String(units.map(\.base))
    let first = letters.prefix { !"aeiouy".contains($0) }
    let middle = letters.dropFirst(first.count).prefix { "aeiouy".contains($0) }
    let last = letters.dropFirst(first.count + middle.count)
    let firsts = "b c ch d g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x".split(
      separator: " ")
    let lasts = "c ch m n ng nh p t".split(separator: " ")
    return (first.isEmpty || firsts.contains(first)) && middle.count <= 3
      && (last.isEmpty || !middle.isEmpty && lasts.contains(last))
  }

  private mutating func append(_ key: Character) {
    let lower = key.lowercased().first ?? key
    let count = units.count
    if "cimnptu".contains(lower), !isOff, count >= 2,
      units[count - 2].base == "u", units[count - 1].base == "o",
      (units[count - 2].mark == "+") != (units[count - 1].mark == "+")
    {
      units[count - 2].mark = "+"
      units[count - 1].mark = "+"
    }
    units.append(Unit(base: lower, isUpper: key.isUppercase))
  }

  /// Whether the key changed the word otherwise than by being added.
  private mutating func transform(_ key: Character) -> Bool {
    let lower = key.lowercased().first ?? key
    switch (method, lower) {
    case (.telex, "s"), (.telex, "f"), (.telex, "r"), (.telex, "x"), (.telex, "j"):
      return setTone(" frxsj".firstOffset(of: lower), key)
    case (.vni, "1"..."5"): return setTone(" 23415".firstOffset(of: lower), key)
    case (.telex, "z"), (.vni, "0"):
      guard tone > 0 else { return false }
      tone = 0
      return true
    case (.telex, "a"), (.telex, "e"), (.telex, "o"): return setMark("^", on: [lower], key)
    case (.vni, "6"): return setMark("^", on: ["a", "e", "o"], key)
    case (.vni, "7"): return setHorn(key)
    case (.vni, "8"): return setMark("(", on: ["a"], key)
    case (.telex, "d"), (.vni, "9"): return setMark("-", on: ["d"], key)
    case (.telex, "w"):
      if undoLone(key) { return true }
      if let last = vowels.last(where: { "aou".contains(units[$0].base) }) {
        return units[last].base == "a" && !hasPair ? setMark("(", on: ["a"], key) : setHorn(key)
      }
      units.append(Unit(base: "u", mark: "+", isUpper: key.isUppercase, key: key))
      return true
    case (.telex, "["), (.telex, "]"), (.telex, "{"), (.telex, "}"):
      if undoLone(key) { return true }
      let base: Character = "[{".contains(key) ? "o" : "u"
      units.append(Unit(base: base, mark: "+", isUpper: "{}".contains(key), key: key))
      return true
    default: return false
    }
  }

  private mutating func undoLone(_ key: Character) -> Bool {
    guard let last = units.last, last.key == key else { return false }
    units[units.count - 1] = Unit(
      base: key.lowercased().first ?? key, isUpper: key.isUppercase && key.isLetter)
    isOff = true
    return true
  }

  private mutating func setTone(_ new: Int, _ key: Character) -> Bool {
    guard !vowels.isEmpty else { return false }
    guard tone == new else {
      tone = new
      return true
    }
    tone = 0
    undone(key)
    return true
  }

  private mutating func setMark(
    _ mark: Character, on bases: [Character], _ key: Character
  ) -> Bool {
    let places = mark == "-" ? units.indices.prefix(1).map { $0 } : vowels
    guard let place = places.last(where: { bases.contains(units[$0].base) }) else { return false }
    if units[place].mark == mark {
      units[place].mark = " "
      undone(key)
    } else {
      units[place].mark = mark
      units[place].key = nil
    }
    return true
  }

  /// Where `u` and `o` stand side by side.
  private var pair: Int? {
    units.indices.dropLast().first {
      units[$0].base == "u" && units[$0 + 1].base == "o" && vowels.contains($0)
    }
  }

  private var hasPair: Bool { pair != nil }

  private mutating func setHorn(_ key: Character) -> Bool {
    let last = vowels.last { "ou".contains(units[$0].base) }
    let places = pair.map { [$0, $0 + 1] } ?? last.map { [$0] } ?? []
    guard !places.isEmpty else { return false }
    if places.allSatisfy({ units[$0].mark == "+" }) {
      for place in places { units[place].mark = " " }
      undone(key)
    } else {
      for place in places { units[place].mark = "+" }
    }
    return true
  }

  private mutating func undone(_ key: Character) {
    isOff = true
    append(key)
  }

  private var tonePlace: Int? {
    let vowels = vowels
    guard let first = vowels.first, let last = vowels.last else { return nil }
    if let marked = vowels.last(where: { units[$0].mark != " " }) { return marked }
    if last < units.count - 1 { return last }
    switch vowels.count {
    case 1: return first
    case 2:
      let text = String([units[first].base, units[last].base])
      return manner.hasNewTones && ["oa", "oe", "uy"].contains(text) ? last : first
    default: return vowels[1]
    }
  }

  private var shown: [Character] {
    let place = tone > 0 ? tonePlace : nil
    return units.indices.map { index in
      let unit = units[index]
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: String(unit.base).unicodeScalars)
      switch unit.mark {
      case "^": scalars.append("\u{302}")
      case "(": scalars.append("\u{306}")
      case "+": scalars.append("\u{31B}")
      case "-": scalars = "đ".unicodeScalars
      default: break
      }
      if index == place {
        scalars.append(
          (["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"] as [Unicode.Scalar])[tone - 1])
      }
      let text = String(scalars).precomposedStringWithCanonicalMapping
      return (unit.isUpper ? text.uppercased() : text).first ?? unit.base
    }
  }
}

extension String {
  fileprivate func firstOffset(of character: Character) -> Int {
    firstIndex(of: character).map { distance(from: startIndex, to: $0) } ?? 0
  }
}
