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
    let most = MarkedTextWriter.mostWritten(for: utf8.count)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: most) { scratch in
      guard let start = scratch.baseAddress else { return }
      var writer = MarkedTextWriter(to: start)
      writer.write(utf8)
      form.append(contentsOf: UnsafeBufferPointer(start: start, count: writer.count))
    }
  }

  /// Appends the form of a text that is not all ASCII; what is, has no marks.
  package static func appendIfMarked(_ text: String, to form: inout [UInt8]) {
    Folding.withUTF8(of: text) { utf8 in
      for byte in utf8 where byte >= 0x80 {
        append(utf8: utf8, to: &form)
        return
      }
    }
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

/// A typed word with at least one mark, to be found with just these marks.
package struct MarkedWord: Hashable, Sendable {
  /// A space and the letters.
  private let beginning: Needle
  private let tones: [UInt8]
  /// The word as it was typed, in small letters: where it stands so between two signs of ASCII, there
  /// is no need to look further.
  private let spelling: Needle?
  /// Else the word may go on; as long as letters are missing its tones may be missing too.
  private let isWhole: Bool

  init(_ word: ArraySlice<UInt8>, spelling: String?, isWhole: Bool) {
    self.spelling = spelling.map { Needle(Array($0.utf8)) }
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

  /// Whether đ is its only mark: the only one that initials keep.
  package var mayBeInitials: Bool {
    tones.isEmpty && beginning.bytes.allSatisfy { $0 == 3 || $0 > MarkedText.tonesBegin }
  }

  /// Whether the word stands in `text` just as it was typed; false says nothing.
  package func isSpelled(in text: UnsafeRawBufferPointer) -> Bool {
    guard let spelling else { return false }
    var start = 0
    while let match = spelling.firstMatch(in: text, from: start) {
      let end = match + spelling.bytes.count
      if match == 0 || isBreak(text[match - 1]), end == text.count || isBreak(text[end]) {
        return true
      }
      start = match + 1
    }
    return false
  }

  private func isBreak(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    let isLetter = small >= UInt8(ascii: "a") && small <= UInt8(ascii: "z")
    let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    return byte < 0x80 && !isLetter && !isDigit
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
    guard words.contains(where: MarkedText.hasMarks) else { return [] }
    let typed = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.enumerated().compactMap { index, word in
      guard MarkedText.hasMarks(word) else { return nil }
      // Where words part otherwise than letters do, there is no telling which is which.
      let spelling = typed.count == words.count ? String(typed[index]) : nil
      return MarkedWord(
        word, spelling: spelling, isWhole: index + 1 < words.count || isLastWhole)
    }
  }
}
