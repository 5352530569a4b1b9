/// Text without case but with its marks, as bytes to search in: what tells `quảng` from `quang`.
///
/// Words part as in ``Folding/searchForm(_:)``. A word is its letters, ă â đ ê ô ơ ư as the bytes
/// 1 to 7, then, if it has tones, ``tonesBegin`` and a byte for each. The tones come last wherever
/// they were written, so *hòa* and *hoà*, NFC and NFD are the same. Marks that no Vietnamese letter
/// has all count as one.
package enum MarkedText {
  /// A space, then each word followed by one space.
  package static func form(_ text: some StringProtocol) -> [UInt8] {
    var form: [UInt8] = []
    Folding.withUTF8(of: text) { append(utf8: $0, to: &form) }
    return form
  }

  /// Appends the form of `utf8`, with its own space at the front. Linear.
  package static func append(utf8: UnsafeBufferPointer<UInt8>, to form: inout [UInt8]) {
    var own: [UInt8] = []
    swap(&own, &form)
    var writer = MarkedTextWriter(own)
    writer.write(utf8)
    form = writer.form
  }

  /// The words of a form.
  static func words(_ text: some StringProtocol) -> [ArraySlice<UInt8>] {
    form(text).split(separator: space)
  }

  static let space = UInt8(ascii: " ")
  static let tonesBegin: UInt8 = 8

  /// Whether a word of a form has a mark: any byte below the digits is one.
  static func hasMarks(_ word: ArraySlice<UInt8>) -> Bool { word.contains { $0 <= tonesBegin } }
}

/// Writes the form of ``MarkedText`` scalar by scalar.
private struct MarkedTextWriter {
  private(set) var form: [UInt8]
  /// The tones of the word being written.
  private var tones: [UInt8] = []
  private var isWithinWord = false

  private static let level = UInt8(ascii: "a")
  private static let foreign = UInt8(ascii: "g")

  init(_ form: consuming [UInt8]) {
    self.form = form
    self.form.append(MarkedText.space)
  }

  mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position < text.count {
      let lead = text[position]
      if lead < 0x80 {
        writeASCII(lead)
        position += 1
      } else {
        var decoder = UTF8()
        var rest = text[position..<min(position + 4, text.count)].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else {
          endWord()
          position += 1
          continue
        }
        write(scalar)
        position += UTF8.width(scalar)
      }
    }
    endWord()
  }

  private mutating func writeASCII(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      add(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): add(byte | 0x20)
    default: endWord()
    }
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x300..<0x370: addMark(scalar.value)
    case LatinTables.latin:
      let offset = Int(scalar.value - LatinTables.latin.lowerBound)
      addLatin(
        LatinTables.latinLetters.utf8Start[offset], LatinTables.latinTones.utf8Start[offset],
        scalar)
    case LatinTables.additional:
      let offset = Int(scalar.value - LatinTables.additional.lowerBound)
      addLatin(
        LatinTables.additionalLetters.utf8Start[offset],
        LatinTables.additionalTones.utf8Start[offset], scalar)
    default: addFolded(scalar)
    }
  }

  private mutating func addLatin(_ letter: UInt8, _ tone: UInt8, _ scalar: Unicode.Scalar) {
    switch letter {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): add(letter)
    case UInt8(ascii: "1")...UInt8(ascii: "7"): add(letter - UInt8(ascii: "0"))
    default: addFolded(scalar)
    }
    let tone = tone | 0x20
    if isWithinWord, tone > MarkedTextWriter.level, tone <= MarkedTextWriter.foreign {
      tones.append(tone)
    }
  }

  /// A letter with no mark of Vietnamese, a sign or a break.
  private mutating func addFolded(_ scalar: Unicode.Scalar) {
    switch FoldedScalar(scalar) {
    case .letter(let byte): add(byte)
    case .pair(let first, let second):
      add(first)
      add(second)
    case .kept(let scalar):
      isWithinWord = true
      form.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    case .ideograph(let scalar):
      endWord()
      isWithinWord = true
      form.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      endWord()
    case .gap: endWord()
    case .dropped: break
    }
  }

  private mutating func add(_ byte: UInt8) {
    form.append(byte)
    isWithinWord = true
  }

  /// A combining mark alters the letter before it, or is a tone.
  private mutating func addMark(_ mark: UInt32) {
    guard isWithinWord, let letter = form.last else { return }
    switch (mark, letter) {
    case (0x306, UInt8(ascii: "a")): form[form.count - 1] = 1
    case (0x302, UInt8(ascii: "a")): form[form.count - 1] = 2
    case (0x302, UInt8(ascii: "e")): form[form.count - 1] = 4
    case (0x302, UInt8(ascii: "o")): form[form.count - 1] = 5
    case (0x31B, UInt8(ascii: "o")): form[form.count - 1] = 6
    case (0x31B, UInt8(ascii: "u")): form[form.count - 1] = 7
    case (0x300, _): tones.append(UInt8(ascii: "b"))
    case (0x309, _): tones.append(UInt8(ascii: "c"))
    case (0x303, _): tones.append(UInt8(ascii: "d"))
    case (0x301, _): tones.append(UInt8(ascii: "e"))
    case (0x323, _): tones.append(UInt8(ascii: "f"))
    default: tones.append(MarkedTextWriter.foreign)
    }
  }

  private mutating func endWord() {
    guard isWithinWord else { return }
    if !tones.isEmpty {
      form.append(MarkedText.tonesBegin)
      form.append(contentsOf: tones)
      tones.removeAll(keepingCapacity: true)
    }
    form.append(MarkedText.space)
    isWithinWord = false
  }
}

/// A typed word with at least one mark, to be found with just these marks.
package struct MarkedWord: Hashable, Sendable {
  /// A space and the letters.
  private let beginning: Needle
  private let tones: [UInt8]
  /// Else the word may go on; as long as letters are missing its tones may be missing too.
  private let isWhole: Bool

  init(_ word: ArraySlice<UInt8>, isWhole: Bool) {
    let letters = word.prefix { $0 != MarkedText.tonesBegin }
    beginning = Needle([MarkedText.space] + letters)
    tones = Array(word.dropFirst(letters.count + 1))
    self.isWhole = isWhole
  }

  /// Whether the word is in a form of ``MarkedText``.
  package func occurs(in form: UnsafeRawBufferPointer) -> Bool {
    var start = 0
    while let match = beginning.firstMatch(in: form, from: start) {
      let end = match + beginning.bytes.count
      if isMatch(in: form, lettersEnd: end) { return true }
      start = match + 1
    }
    return false
  }

  package func occurs(in form: [UInt8]) -> Bool { form.withUnsafeBytes { occurs(in: $0) } }

  /// Whether the word is in `text`; `form` lends the room to look.
  package func occurs(in text: String, form: inout [UInt8]) -> Bool {
    Folding.withUTF8(of: text) { utf8 in
      guard utf8.contains(where: { $0 >= 0x80 }) else { return false }
      form.removeAll(keepingCapacity: true)
      MarkedText.append(utf8: utf8, to: &form)
      return occurs(in: form)
    }
  }

  private func isMatch(in form: UnsafeRawBufferPointer, lettersEnd: Int) -> Bool {
    var end = lettersEnd
    while end < form.count, form[end] != MarkedText.tonesBegin, form[end] != MarkedText.space {
      if isWhole { return false }
      end += 1
    }
    let hasTones = end < form.count && form[end] == MarkedText.tonesBegin
    let found = hasTones ? form[(end + 1)...].prefix { $0 != MarkedText.space } : form[end..<end]
    return end == lettersEnd ? found.elementsEqual(tones) : found.starts(with: tones)
  }
}

extension MarkedWord {
  /// The words of a typed text that have marks, the last one a beginning unless `isLastWhole`.
  package static func words(typed text: some StringProtocol, isLastWhole: Bool) -> [MarkedWord] {
    let words = MarkedText.words(text)
    return words.enumerated().compactMap { index, word in
      guard MarkedText.hasMarks(word) else { return nil }
      return MarkedWord(word, isWhole: index + 1 < words.count || isLastWhole)
    }
  }
}
