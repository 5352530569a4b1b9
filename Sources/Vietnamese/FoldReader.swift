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

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    ascii = Self.asciiFolds.utf8Start
    latin = LatinTables.latinFolds.utf8Start
    additional = LatinTables.additionalFolds.utf8Start
  }

  /// The lower-case letter or digit of each ASCII code point, a space for all others.
  private static let asciiFolds: StaticString = """
                                                    0123456789      \
     abcdefghijklmnopqrstuvwxyz      abcdefghijklmnopqrstuvwxyz    \u{20}
    """

  @inline(__always)
  mutating func next() -> FoldedScalar? {
    guard position < text.count else { return nil }
    let lead = text[position]
    if lead < 0x80 {
      lastStart = position
      position += 1
      let folded = ascii[Int(lead)]
      return folded != 0x20 ? .letter(folded) : .gap(lead)
    }
    return nextBeyondASCII(lead)
  }

  /// Copies the bytes of the scalar just read and returns how many they were.
  func copyLast(to out: UnsafeMutablePointer<UInt8>) -> Int {
    for offset in lastStart..<position { out[offset - lastStart] = text[offset] }
    return position - lastStart
  }

  @inline(__always)
  private mutating func nextBeyondASCII(_ lead: UInt8) -> FoldedScalar {
    lastStart = position
    let left = text.count - position
    if lead >= 0xC3, lead <= 0xCD, left >= 2 {
      let scalar = UInt32(lead & 0x1F) << 6 | UInt32(text[position + 1] & 0x3F)
      if LatinTables.latin.contains(scalar) {
        position += 2
        return folded(latin[Int(scalar - LatinTables.latin.lowerBound)], scalar)
      }
      if scalar >= 0x300, scalar < 0x370 {
        position += 2
        return .dropped
      }
    } else if lead == 0xE1, left >= 3, text[position + 1] >= 0xB8, text[position + 1] <= 0xBB {
      let offset = Int(text[position + 1] & 0x07) << 6 | Int(text[position + 2] & 0x3F)
      position += 3
      return folded(additional[offset], LatinTables.additional.lowerBound + UInt32(offset))
    }
    return nextRare()
  }

  @inline(__always)
  private func folded(_ code: UInt8, _ scalar: UInt32) -> FoldedScalar {
    if code >= 0x61 { return .letter(code) }
    return foldedCode(code, scalar)
  }

  @inline(never)
  private func foldedCode(_ code: UInt8, _ scalar: UInt32) -> FoldedScalar {
    switch code {
    case UInt8(ascii: " "): return .gap(0)
    case UInt8(ascii: "."): return Unicode.Scalar(scalar).map { FoldedScalar(rare: $0) } ?? .gap(0)
    default:
      let (first, second) = LatinTables.pair(for: code)
      return .pair(first, second)
    }
  }

  @inline(never)
  private mutating func nextRare() -> FoldedScalar {
    var decoder = UTF8()
    var rest = text[position..<min(position + 4, text.count)].makeIterator()
    switch decoder.decode(&rest) {
    case .scalarValue(let scalar):
      position += UTF8.width(scalar)
      return FoldedScalar(rare: scalar)
    case .emptyInput, .error:
      position += 1
      return .gap(UInt8(ascii: "?"))
    }
  }
}

extension FoldedScalar {
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
