/// Writes a sort key scalar by scalar.
///
/// A syllable is its letters, each one byte from 0x10 upwards, then its tone, 1 to 7. A zero byte
/// ends the syllables; after it stands one bit for each letter, set for a capital.
struct SortKeyWriter {
  private let digits: SortKey.Digits
  private var tone = Tone.level
  private var isWithinSyllable = false
  /// Digits of the number being read, without leading zeros; nil outside a number.
  private var number: [UInt8]?
  private var capitals: [UInt8] = []
  private var letterCount = 0

  init(digits: SortKey.Digits) {
    self.digits = digits
  }

  private enum Tone: UInt8 {
    case level = 1
    case huyen, hoi, nga, sac, nang, foreign
  }

  private static let firstDigit: UInt8 = 0x10
  private static let firstLetter: UInt8 = 0x30
  private static let longestNumber = 31

  /// Place in the alphabet of a letter of ``LatinTables``.
  private static let ranks: [UInt8] = {
    var ranks = [UInt8](repeating: 0, count: 128)
    for (index, letter) in Array("a12bcd3e4fghijklmno56pqrstu7vwxyz".utf8).enumerated() {
      ranks[Int(letter)] = firstLetter + UInt8(index)
    }
    return ranks
  }()

  mutating func add(_ scalar: Unicode.Scalar, to key: inout [UInt8]) {
    let value = scalar.value
    switch value {
    case 0x30...0x39: addDigit(UInt8(value - 0x30), to: &key)
    case 0x41...0x5A: addLetter(UInt8(value) | 0x20, isCapital: true, to: &key)
    case 0x61...0x7A: addLetter(UInt8(value), isCapital: false, to: &key)
    case 0..<0x80: endSyllable(in: &key)
    case 0x300..<0x370: addMark(value, to: &key)
    case LatinTables.latin:
      let offset = Int(value - LatinTables.latin.lowerBound)
      addLatin(
        LatinTables.latinLetters.utf8Start[offset], LatinTables.latinTones.utf8Start[offset],
        scalar, to: &key)
    case LatinTables.additional:
      let offset = Int(value - LatinTables.additional.lowerBound)
      addLatin(
        LatinTables.additionalLetters.utf8Start[offset],
        LatinTables.additionalTones.utf8Start[offset], scalar, to: &key)
    default: addRare(scalar, to: &key)
    }
  }

  mutating func endSyllable(in key: inout [UInt8]) {
    guard isWithinSyllable else { return }
    endDigits(in: &key)
    key.append(tone.rawValue)
    tone = .level
    isWithinSyllable = false
  }

  mutating func finish(in key: inout [UInt8]) {
    endSyllable(in: &key)
    key.append(0)
    key.append(contentsOf: capitals)
  }

  private mutating func addLetter(_ letter: UInt8, isCapital: Bool, to key: inout [UInt8]) {
    endDigits(in: &key)
    key.append(Self.ranks[Int(letter)])
    count(isCapital: isCapital)
  }

  /// Capitals are packed eight to a byte up to the last one.
  private mutating func count(isCapital: Bool) {
    isWithinSyllable = true
    if isCapital {
      while capitals.count <= letterCount / 8 { capitals.append(0) }
      capitals[letterCount / 8] |= 0x80 >> UInt8(letterCount % 8)
    }
    letterCount += 1
  }

  private mutating func addLatin(
    _ letter: UInt8, _ toneCode: UInt8, _ scalar: Unicode.Scalar, to key: inout [UInt8]
  ) {
    let isCapital = toneCode < 0x60
    switch letter {
    case UInt8(ascii: " "): endSyllable(in: &key)
    case UInt8(ascii: "."): addRare(scalar, to: &key)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      let (first, second) = LatinTables.pair(for: letter)
      addLetter(first, isCapital: isCapital, to: &key)
      addLetter(second, isCapital: isCapital, to: &key)
      mark(.foreign)
    default:
      addLetter(letter, isCapital: isCapital, to: &key)
      mark(Tone(rawValue: (toneCode | 0x20) - 0x60) ?? .level)
    }
  }

  /// The first mark of a syllable is its tone; a Vietnamese tone outdoes a foreign mark.
  private mutating func mark(_ next: Tone) {
    if tone == .level || (tone == .foreign && next != .level) { tone = next }
  }

  private mutating func addMark(_ mark: UInt32, to key: inout [UInt8]) {
    guard isWithinSyllable, let last = key.last else { return }
    switch mark {
    case 0x300, 0x340: self.mark(.huyen)
    case 0x309: self.mark(.hoi)
    case 0x303: self.mark(.nga)
    case 0x301, 0x341: self.mark(.sac)
    case 0x323: self.mark(.nang)
    default:
      if let letter = Self.marked(last, mark) {
        key[key.count - 1] = letter
      } else {
        self.mark(.foreign)
      }
    }
  }

  /// The rank of the Vietnamese letter that a combining mark makes of the letter before it.
  private static func marked(_ rank: UInt8, _ mark: UInt32) -> UInt8? {
    func rankOf(_ letter: Unicode.Scalar) -> UInt8 { ranks[Int(letter.value)] }
    return switch (rank, mark) {
    case (rankOf("a"), 0x306): rankOf("1")
    case (rankOf("a"), 0x302): rankOf("2")
    case (rankOf("e"), 0x302): rankOf("4")
    case (rankOf("o"), 0x302): rankOf("5")
    case (rankOf("o"), 0x31B): rankOf("6")
    case (rankOf("u"), 0x31B): rankOf("7")
    default: nil
    }
  }

  private mutating func addRare(_ scalar: Unicode.Scalar, to key: inout [UInt8]) {
    switch FoldedScalar(rare: scalar) {
    case .letter(let byte) where (0x30...0x39).contains(byte): addDigit(byte - 0x30, to: &key)
    case .letter(let byte): addLetter(byte, isCapital: false, to: &key)
    case .pair(let first, let second):
      addLetter(first, isCapital: false, to: &key)
      addLetter(second, isCapital: false, to: &key)
    case .kept(let kept), .ideograph(let kept):
      endDigits(in: &key)
      key.append(contentsOf: UTF8.encode(kept) ?? UTF8.encodedReplacementCharacter)
      count(isCapital: kept != scalar)
    case .gap: endSyllable(in: &key)
    case .dropped: break
    }
  }

  private mutating func addDigit(_ digit: UInt8, to key: inout [UInt8]) {
    isWithinSyllable = true
    switch digits {
    case .asWritten: key.append(Self.firstDigit + digit)
    case .asNumbers:
      let soFar = number ?? []
      number = soFar.isEmpty && digit == 0 ? [] : soFar + [Self.firstDigit + digit]
    }
  }

  /// A number is its count of digits, then its digits: the longer is the greater.
  private mutating func endDigits(in key: inout [UInt8]) {
    guard let number else { return }
    key.append(Self.firstDigit + UInt8(min(number.count, Self.longestNumber)))
    key.append(contentsOf: number)
    self.number = nil
  }
}
