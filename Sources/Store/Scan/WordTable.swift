/// The words of an enum as bytes, to find the one a file holds without making a string of it.
struct WordTable<Word: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
  private let words: [Word]
  /// Where each word ends in `bytes`.
  private let ends: [Int]
  private let bytes: [UInt8]

  init(_: Word.Type) {
    words = Array(Word.allCases)
    var bytes: [UInt8] = []
    ends = words.map { word in
      bytes += Array(word.rawValue.utf8)
      return bytes.count
    }
    self.bytes = bytes
  }

  /// The word of exactly these bytes. Linear in the words.
  func word(_ wanted: UnsafeBufferPointer<UInt8>) -> Word? {
    var start = 0
    for (index, end) in zip(ends.indices, ends) {
      if end - start == wanted.count, bytes[start..<end].elementsEqual(wanted) {
        return words[index]
      }
      start = end
    }
    return nil
  }
}
