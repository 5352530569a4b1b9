/// Writes the form of ``MarkedText`` scalar by scalar, without a check of the room there is.
struct MarkedTextWriter {
  private let out: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  /// The tones of the word being written, the first in the lowest byte; of more than eight in one
  /// word the rest is not told apart.
  private var tones: UInt64 = 0
  private var toneCount: UInt64 = 0
  private var isWithinWord = false

  private static let level = UInt8(ascii: "a")
  private static let foreign = UInt8(ascii: "g")

  /// How many bytes are written at most. The worst is a letter of two bytes alone, such as `ǽ`: two
  /// letters, a tone with its beginning and a space.
  static func mostWritten(for count: Int) -> Int { 3 * count + 4 }

  /// `out` must have room for ``mostWritten(for:)`` bytes.
  init(to out: UnsafeMutablePointer<UInt8>) {
    self.out = out
    out[0] = MarkedText.space
    count = 1
  }

  mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
    let latin = LatinTables.latinLetters.utf8Start
    let latinTones = LatinTables.latinTones.utf8Start
    let additional = LatinTables.additionalLetters.utf8Start
    let additionalTones = LatinTables.additionalTones.utf8Start
    var position = 0
    while position < text.count {
      let lead = text[position]
      let left = text.count &- position
      if lead < 0x80 {
        writeASCII(lead)
        position &+= 1
      } else if lead == 0xE1, left >= 3, text[position &+ 1] & 0xFC == 0xB8 {
        let offset = Int(text[position &+ 1] & 0x03) << 6 | Int(text[position &+ 2] & 0x3F)
        if writeLatin(additional[offset], additionalTones[offset]) {
          position &+= 3
        } else {
          position += writeRare(text, at: position)
        }
      } else if lead >= 0xC3, lead <= 0xC8, left >= 2 {
        let offset = (Int(lead & 0x1F) << 6 | Int(text[position &+ 1] & 0x3F)) &- 0xC0
        if writeLatin(latin[offset], latinTones[offset]) {
          position &+= 2
        } else {
          position += writeRare(text, at: position)
        }
      } else {
        position += writeRare(text, at: position)
      }
    }
    endWord()
  }

  @inline(__always)
  private mutating func writeASCII(_ byte: UInt8) {
    let small = byte | 0x20
    if small &- UInt8(ascii: "a") < 26 {
      add(small)
    } else if byte &- UInt8(ascii: "0") < 10 {
      add(byte)
    } else {
      endWord()
    }
  }

  /// Writes a letter of the tables; false, with nothing written, for what is none there.
  @inline(__always)
  private mutating func writeLatin(_ letter: UInt8, _ tone: UInt8) -> Bool {
    if letter >= UInt8(ascii: "a") {
      add(letter)
    } else if letter >= UInt8(ascii: "1"), letter <= UInt8(ascii: "7") {
      add(letter &- UInt8(ascii: "0"))
    } else {
      return false
    }
    addTone(tone | 0x20)
    return true
  }

  /// Writes the scalar at `position` and returns how many bytes it has.
  @inline(never)
  private mutating func writeRare(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    var decoder = UTF8()
    var rest = text[position..<min(position + 4, text.count)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else {
      endWord()
      return 1
    }
    if (0x300..<0x370).contains(scalar.value) {
      addMark(scalar.value)
    } else {
      writeFolded(scalar)
      if LatinTables.latin.contains(scalar.value) {
        let offset = Int(scalar.value - LatinTables.latin.lowerBound)
        addTone(LatinTables.latinTones.utf8Start[offset] | 0x20)
      }
    }
    return UTF8.width(scalar)
  }

  /// A letter with no mark of Vietnamese, a sign or a break.
  private mutating func writeFolded(_ scalar: Unicode.Scalar) {
    switch FoldedScalar(scalar) {
    case .letter(let byte): add(byte)
    case .pair(let first, let second):
      add(first)
      add(second)
    case .kept(let scalar): add(scalar)
    case .ideograph(let scalar):
      endWord()
      add(scalar)
      endWord()
    case .gap: endWord()
    case .dropped: break
    }
  }

  @inline(__always)
  private mutating func add(_ byte: UInt8) {
    out[count] = byte
    count &+= 1
    isWithinWord = true
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { add(byte) }
  }

  @inline(__always)
  private mutating func addTone(_ tone: UInt8) {
    guard isWithinWord, tone > Self.level, tone <= Self.foreign, toneCount < 8 else { return }
    tones |= UInt64(tone) << (8 &* toneCount)
    toneCount &+= 1
  }

  /// A combining mark alters the letter before it, or is a tone.
  private mutating func addMark(_ mark: UInt32) {
    guard isWithinWord else { return }
    let letter = out[count - 1]
    switch (mark, letter) {
    case (0x306, UInt8(ascii: "a")): out[count - 1] = 1
    case (0x302, UInt8(ascii: "a")): out[count - 1] = 2
    case (0x302, UInt8(ascii: "e")): out[count - 1] = 4
    case (0x302, UInt8(ascii: "o")): out[count - 1] = 5
    case (0x31B, UInt8(ascii: "o")): out[count - 1] = 6
    case (0x31B, UInt8(ascii: "u")): out[count - 1] = 7
    case (0x300, _): addTone(UInt8(ascii: "b"))
    case (0x309, _): addTone(UInt8(ascii: "c"))
    case (0x303, _): addTone(UInt8(ascii: "d"))
    case (0x301, _): addTone(UInt8(ascii: "e"))
    case (0x323, _): addTone(UInt8(ascii: "f"))
    default: addTone(Self.foreign)
    }
  }

  @inline(__always)
  private mutating func endWord() {
    guard isWithinWord else { return }
    if toneCount > 0 { endTones() }
    out[count] = MarkedText.space
    count &+= 1
    isWithinWord = false
  }

  private mutating func endTones() {
    out[count] = MarkedText.tonesBegin
    for place in 0..<toneCount {
      out[count + 1 + Int(place)] = UInt8(truncatingIfNeeded: tones >> (8 * place))
    }
    count += 1 + Int(toneCount)
    (tones, toneCount) = (0, 0)
  }
}
