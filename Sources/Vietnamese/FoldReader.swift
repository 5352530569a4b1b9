/// What one scalar of a text becomes when it is folded.
enum FoldedScalar {
  /// A letter or digit as ASCII.
  case letter(UInt8)
  /// A letter written as two, such as æ.
  case pair(UInt8, UInt8)
  /// A letter, digit or mark of another script, in lower case where that is as short.
  case kept(Unicode.Scalar)
  /// A character of a script without spaces between words.
  case ideograph(Unicode.Scalar)
  /// No letter and no digit; the byte is its ASCII form, or 0 if it has none.
  case gap(UInt8)
  /// A combining mark or an invisible sign: as if it were not there.
  case dropped
}

/// Reads UTF-8 scalar by scalar and says what each becomes; never reads past the end.
struct FoldReader {
  private let text: UnsafeBufferPointer<UInt8>
  private let ascii: UnsafePointer<UInt8>
  private let latin: UnsafePointer<UInt8>
  private let additional: UnsafePointer<UInt8>
  private var position = 0
  private var lastStart = 0

  /// What becomes of ASCII: letters in lower case and either all else as it is, or a space for
  /// all that is no letter and no digit.
  enum ASCIIForm {
    case plain, words
  }

  init(_ text: UnsafeBufferPointer<UInt8>, ascii form: ASCIIForm) {
    self.text = text
    ascii =
      switch form {
      case .plain: Self.plainASCII.utf8Start
      case .words: Self.wordASCII.utf8Start
      }
    latin = LatinTables.latinFolds.utf8Start
    additional = LatinTables.additionalFolds.utf8Start
  }

  /// For each ASCII code point its letter in lower case, its digit or a space.
  private static let wordASCII: StaticString = """
                                                    0123456789      \
     abcdefghijklmnopqrstuvwxyz      abcdefghijklmnopqrstuvwxyz    \u{20}
    """

  /// For each ASCII code point itself or, for a capital, its small letter.
  private static let plainASCII: StaticString = """
    \u{0}\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8}\u{9}\u{A}\u{B}\
    \u{C}\u{D}\u{E}\u{F}\u{10}\u{11}\u{12}\u{13}\u{14}\u{15}\u{16}\u{17}\
    \u{18}\u{19}\u{1A}\u{1B}\u{1C}\u{1D}\u{1E}\u{1F} !\"#$%&'()*+,-./0123456789:;<=>?\
    @abcdefghijklmnopqrstuvwxyz[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\u{7F}
    """

  var isAtEnd: Bool { position >= text.count }

  /// Reads the next scalar if it becomes one ASCII byte; 0, with nothing read, if ``nextRare()``
  /// must read it. Not to be called at the end.
  @inline(__always)
  mutating func nextByte() -> UInt8 {
    let lead = text[position]
    if lead < 0x80 {
      let folded = ascii[Int(lead)]
      if folded != 0 { position &+= 1 }
      return folded
    }
    let left = text.count &- position
    if lead == 0xE1, left >= 3, text[position &+ 1] & 0xFC == 0xB8 {
      let offset = Int(text[position &+ 1] & 0x03) << 6 | Int(text[position &+ 2] & 0x3F)
      let folded = additional[offset]
      guard folded >= Self.firstLetter else { return 0 }
      position &+= 3
      return folded
    }
    if lead >= 0xC3, lead <= 0xC9, left >= 2 {
      let offset = Int(lead & 0x1F) << 6 | Int(text[position &+ 1] & 0x3F)
      guard offset < Self.latinEnd, latin[offset &- Self.latinStart] >= Self.firstLetter
      else { return 0 }
      position &+= 2
      return latin[offset &- Self.latinStart]
    }
    return 0
  }

  private static let firstLetter = UInt8(ascii: "a")
  private static let latinStart = Int(LatinTables.latin.lowerBound)
  private static let latinEnd = Int(LatinTables.latin.upperBound)

  /// Copies the bytes that ``nextRare()`` has just read and returns how many they were.
  func copyLast(to out: UnsafeMutablePointer<UInt8>) -> Int {
    for offset in lastStart..<position { out[offset - lastStart] = text[offset] }
    return position - lastStart
  }

  /// Reads the next scalar, whatever it is. Not to be called at the end.
  @inline(never)
  mutating func nextRare() -> FoldedScalar {
    lastStart = position
    var decoder = UTF8()
    var rest = text[position..<min(position + 4, text.count)].makeIterator()
    switch decoder.decode(&rest) {
    case .scalarValue(let scalar):
      position += UTF8.width(scalar)
      return FoldedScalar(scalar)
    case .emptyInput, .error:
      position += 1
      return .gap(UInt8(ascii: "?"))
    }
  }
}

extension FoldedScalar {
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case LatinTables.latin:
      let offset = Int(scalar.value - LatinTables.latin.lowerBound)
      self = Self(code: LatinTables.latinFolds.utf8Start[offset], scalar)
    case LatinTables.additional:
      let offset = Int(scalar.value - LatinTables.additional.lowerBound)
      self = Self(code: LatinTables.additionalFolds.utf8Start[offset], scalar)
    default: self = Self(rare: scalar)
    }
  }

  private init(code: UInt8, _ scalar: Unicode.Scalar) {
    switch code {
    case UInt8(ascii: " "): self = .gap(0)
    case UInt8(ascii: "."): self = Self(rare: scalar)
    case UInt8(ascii: "a")...UInt8(ascii: "z"): self = .letter(code)
    default:
      let (first, second) = LatinTables.pair(for: code)
      self = .pair(first, second)
    }
  }

  /// The folding of a scalar that the tables leave open.
  init(rare scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      self = .gap(UInt8(ascii: " "))
    case 0xAA: self = .letter(UInt8(ascii: "a"))
    case 0xBA: self = .letter(UInt8(ascii: "o"))
    case 0xB2, 0xB3: self = .letter(UInt8(scalar.value - 0xB2) + UInt8(ascii: "2"))
    case 0xB9: self = .letter(UInt8(ascii: "1"))
    case 0x2010...0x2015, 0x2212: self = .gap(UInt8(ascii: "-"))
    case 0x2018, 0x2019: self = .gap(UInt8(ascii: "'"))
    case 0x201C, 0x201D: self = .gap(UInt8(ascii: "\""))
    case 0x0300...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE2F:
      self = .dropped
    case 0xFF01...0xFF5E: self = Self(fullWidth: UInt8(scalar.value - 0xFF01) + 0x21)
    case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA,
      0x30FC...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFD:
      self = .ideograph(scalar)
    default: self = Self(other: scalar)
    }
  }

  private init(fullWidth ascii: UInt8) {
    switch ascii {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      self = .letter(ascii)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .letter(ascii | 0x20)
    default: self = .gap(ascii)
    }
  }

  private init(other scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: self = .kept(Self.lowercase(scalar))
    case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
      .nonspacingMark, .spacingMark, .enclosingMark:
      self = .kept(scalar)
    case .format: self = .dropped
    default: self = .gap(0)
    }
  }

  /// The lower case of a scalar if it is one scalar and no longer in UTF-8, else the scalar.
  private static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let mapping = scalar.properties.lowercaseMapping.unicodeScalars
    guard let lower = mapping.first, mapping.count == 1,
      UTF8.width(lower) <= UTF8.width(scalar)
    else { return scalar }
    return lower
  }
}
