/// A byte string to look for in a big text, with the two of its bytes that are rarest in folded
/// Vietnamese chosen as anchors.
package struct Needle: Hashable, Sendable {
  package let bytes: [UInt8]
  private let firstAnchor: Int
  private let secondAnchor: Int

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let byRarity = bytes.indices.sorted { Self.rarity(bytes[$0]) > Self.rarity(bytes[$1]) }
    firstAnchor = byRarity.first ?? 0
    secondAnchor = byRarity.dropFirst().first ?? firstAnchor
  }

  /// Letters of folded Vietnamese from the commonest to the rarest, counted on register titles.
  private static let commonest = Array(" nhtcaigoumdlbrvepsykqx0123456789".utf8)

  private static func rarity(_ byte: UInt8) -> Int {
    commonest.firstIndex(of: byte) ?? commonest.count
  }

  /// The offset of the first match that begins at or after `start`, or nil.
  ///
  /// An empty needle matches at `start`. Never reads outside `text`. Linear for text; a needle
  /// whose anchors are everywhere costs a comparison at each place they meet.
  package func firstMatch(in text: UnsafeRawBufferPointer, from start: Int = 0) -> Int? {
    let lastStart = text.count - bytes.count
    guard start >= 0, start <= lastStart else { return nil }
    guard !bytes.isEmpty else { return start }
    return bytes.withUnsafeBytes { needle in
      scan(text, for: needle, from: start, through: lastStart)
    }
  }

  /// Whether the needle is anywhere in `text`.
  package func occurs(in text: UnsafeRawBufferPointer) -> Bool {
    firstMatch(in: text) != nil
  }

  /// Looks at 32 starts at a time: both anchors must be in place before bytes are compared.
  private func scan(
    _ text: UnsafeRawBufferPointer, for needle: UnsafeRawBufferPointer,
    from start: Int, through lastStart: Int
  ) -> Int? {
    let first = SIMD32<UInt8>(repeating: needle[firstAnchor])
    let second = SIMD32<UInt8>(repeating: needle[secondAnchor])
    var position = start
    while position + 31 <= lastStart {
      let here = text.loadUnaligned(
        fromByteOffset: position + firstAnchor, as: SIMD32<UInt8>.self)
      let there = text.loadUnaligned(
        fromByteOffset: position + secondAnchor, as: SIMD32<UInt8>.self)
      let isCandidate = (here .== first) .& (there .== second)
      let lanes = unsafeBitCast(isCandidate, to: SIMD4<UInt64>.self)
      if lanes[0] | lanes[1] | lanes[2] | lanes[3] != 0,
        let match = firstMatch(among: lanes, at: position, of: needle, in: text)
      {
        return match
      }
      position += 32
    }
    while position <= lastStart {
      if text[position + firstAnchor] == needle[firstAnchor],
        isMatch(of: needle, in: text, at: position)
      {
        return position
      }
      position += 1
    }
    return nil
  }

  private func firstMatch(
    among lanes: SIMD4<UInt64>, at position: Int,
    of needle: UnsafeRawBufferPointer, in text: UnsafeRawBufferPointer
  ) -> Int? {
    for lane in 0..<4 {
      var candidates = UInt64(littleEndian: lanes[lane]) & 0x8080_8080_8080_8080
      while candidates != 0 {
        let candidate = position + lane * 8 + candidates.trailingZeroBitCount / 8
        if isMatch(of: needle, in: text, at: candidate) { return candidate }
        candidates &= candidates - 1
      }
    }
    return nil
  }

  @inline(__always)
  private func isMatch(
    of needle: UnsafeRawBufferPointer, in text: UnsafeRawBufferPointer, at position: Int
  ) -> Bool {
    for offset in 0..<needle.count where text[position + offset] != needle[offset] {
      return false
    }
    return true
  }
}

/// What must be found in a row's search form for the row to answer a typed text.
///
/// Every word is whole (`" mo "`), the last one a prefix (`" tr"`) unless a space or another
/// break follows it. A word typed twice counts once.
package struct SearchNeedles: Hashable, Sendable {
  /// In the order typed; empty if no word was typed, which every row answers.
  package let needles: [Needle]
  /// Those of the words that were typed with marks, which a row must have with the same marks.
  package let marked: [MarkedWord]

  package init(typed text: some StringProtocol) {
    let words = Folding.words(text)
    let isLastWhole = Self.endsWithBreak(text)
    let space = UInt8(ascii: " ")
    var needles: [Needle] = []
    for (index, word) in words.enumerated() {
      let isWhole = index + 1 < words.count || isLastWhole
      let needle = Needle([space] + word + (isWhole ? [space] : []))
      if !needles.contains(needle) { needles.append(needle) }
    }
    self.needles = needles
    marked = MarkedWord.words(typed: text, isLastWhole: isLastWhole)
  }

  package var isEmpty: Bool { needles.isEmpty }

  /// Whether a row with this search form answers: every needle is in it.
  package func match(_ searchForm: UnsafeRawBufferPointer) -> Bool {
    needles.allSatisfy { $0.occurs(in: searchForm) }
  }

  /// A folded probe letter after the text joins the last word or begins a new one.
  private static func endsWithBreak(_ text: some StringProtocol) -> Bool {
    let plain = Folding.words(text)
    return Folding.words(String(text) + "x").count > plain.count && !plain.isEmpty
  }
}
