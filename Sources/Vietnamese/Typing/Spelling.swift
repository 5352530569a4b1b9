/// Which letters Vietnamese syllables are made of.
///
/// A syllable is an initial, which may be missing, and a rhyme of the tables here. Names of places
/// in the Central Highlands are let in where officials write them daily: Đắk Lắk, Krông.
struct Spelling: Equatable, Sendable {
  /// Whether further letters, marks or tones can make a syllable of it.
  private(set) var isPossible = false
  /// Whether further letters alone can, because no vowel waits for its mark.
  private(set) var isMarked = false
  /// Whether it is a syllable.
  private(set) var isWhole = false

  init(_ letters: [Letter], _ tone: Tone) {
    guard letters.count <= Spelling.longest else { return }
    if letters.count == 1, letters[0].base == UInt8(ascii: "q"), tone == .ngang {
      (isPossible, isMarked) = (true, true)
    }
    let word = PackedLetters(letters)
    for initial in Spelling.initials where word.begins(with: initial) {
      let rest = word.dropping(initial.count)
      if rest.count > 0 {
        look(for: rest, after: initial, tone)
      } else if tone == .ngang {
        (isPossible, isMarked) = (true, true)
      }
      if isWhole { return }
    }
  }

  private mutating func look(for rest: PackedLetters, after initial: PackedLetters, _ tone: Tone) {
    guard Spelling.goTogether(initial, rest) else { return }
    for rhyme in Spelling.rhymes[rest.first, default: []]
    where rest.count <= rhyme.letters.count {
      guard let match = rest.match(beginning: rhyme.letters) else { continue }
      let isClosed = rhyme.isStop && !rest.endsInVowel
      guard !isClosed || tone == .ngang || Spelling.stopTones.contains(tone) else { continue }
      isPossible = true
      guard match == .marked else { continue }
      isMarked = true
      guard rest.isMarkedThroughout(rhyme.letters) else { continue }
      if !rhyme.isStop || Spelling.stopTones.contains(tone) || rhyme.isLevelToo { isWhole = true }
    }
  }

  /// C is written k before e, ê, i and y; after qu stands no u.
  private static func goTogether(_ initial: PackedLetters, _ rest: PackedLetters) -> Bool {
    if initial == c { return !frontVowels.contains(rest.first) }
    if initial == qu { return rest.first != UInt8(ascii: "u") }
    return true
  }

  // MARK: - Tables

  private struct Rhyme {
    let letters: PackedLetters
    /// Ends in c, ch, k, p or t, and so has the tones sắc and nặng only.
    let isStop: Bool
    /// A stop that is written without a tone all the same: Đăk Nông, têt têt.
    let isLevelToo: Bool
  }

  private static let longest = 7
  private static let stopTones: Set<Tone> = [.sac, .nang]
  private static let c = PackedLetters("c")
  private static let qu = PackedLetters("qu")
  private static let frontVowels = "eiy".utf8.map { $0 }

  private static let initials = """
     b c ch d đ g gh gi h k kh kr l m n ng ngh nh p ph qu r s t th tr v x
    """
    .split(separator: " ", omittingEmptySubsequences: false).map { PackedLetters($0) }

  /// By their first letter without its mark.
  private static let rhymes: [UInt8: [Rhyme]] = Dictionary(grouping: allRhymes) { $0.letters.first }

  private static let allRhymes =
    """
    a ac ach ai ak am an ang anh ao ap at au ay
    ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in ing inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
    oc oe oen oeo oet oi om on ong ooc oong op ot
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uơ uôc uôi uôm uôn uông uôt up ut
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu
    ư ưa ưc ưi ưm ưn ưng ươ ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y ych yêm yên yêng yêt yêu yn ynh yt
    """
    .split(whereSeparator: \.isWhitespace).map { text in
      Rhyme(
        letters: PackedLetters(text),
        isStop: text.last.map { "ckpt".contains($0) } ?? false || text.hasSuffix("ch"),
        isLevelToo: text == "ăk" || text == "êt")
    }
}

/// Up to eight letters in two words, a byte each, so that many rhymes are compared in no time.
private struct PackedLetters: Equatable, Sendable {
  private(set) var bases: UInt64 = 0
  private(set) var marks: UInt64 = 0
  private(set) var count = 0

  init(_ letters: [Letter]) {
    for letter in letters.prefix(8) {
      bases |= UInt64(letter.base) << (8 * count)
      marks |= UInt64(letter.mark.rawValue) << (8 * count)
      count += 1
    }
  }

  /// Letters without tones, as the tables have them.
  init(_ text: Substring) {
    self.init(text.compactMap { LetterForm($0)?.letter })
  }

  var first: UInt8 { UInt8(truncatingIfNeeded: bases) }

  var endsInVowel: Bool {
    count > 0 && Letter(base: UInt8(truncatingIfNeeded: bases >> (8 * (count - 1)))).isVowel
  }

  func dropping(_ number: Int) -> PackedLetters {
    var rest = self
    guard number > 0 else { return rest }
    rest.bases = number < 8 ? bases >> (8 * number) : 0
    rest.marks = number < 8 ? marks >> (8 * number) : 0
    rest.count = count - number
    return rest
  }

  func begins(with initial: PackedLetters) -> Bool {
    guard count >= initial.count else { return false }
    let mask = PackedLetters.mask(initial.count)
    return bases & mask == initial.bases && marks & mask == initial.marks
  }

  enum Match {
    case marked, awaitsMarks
  }

  /// Whether these letters are the first of `rhyme`, with all marks or with some to come.
  func match(beginning rhyme: PackedLetters) -> Match? {
    let mask = PackedLetters.mask(count)
    guard (bases ^ rhyme.bases) & mask == 0 else { return nil }
    let differences = (marks ^ rhyme.marks) & mask
    if differences == 0 { return .marked }
    let typed = ((marks | marks >> 1 | marks >> 2) & 0x0101_0101_0101_0101) &* 0xFF
    guard differences & typed == 0 else { return nil }
    // The o after ư gets its horn by itself.
    let isHornedU = marks & 0xFF == UInt64(LetterMark.horn.rawValue) && first == UInt8(ascii: "u")
    return isHornedU ? .marked : .awaitsMarks
  }

  func isMarkedThroughout(_ rhyme: PackedLetters) -> Bool {
    count == rhyme.count && marks == rhyme.marks
  }

  private static func mask(_ count: Int) -> UInt64 {
    count >= 8 ? .max : (1 << (8 * UInt64(count))) - 1
  }
}
