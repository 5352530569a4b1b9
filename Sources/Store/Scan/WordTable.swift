/// The words of an enum as bytes, to find the one a file holds without making a string of it.
struct WordTable<Word: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
  private let words: [(head: WordHead, bytes: [UInt8], word: Word)]

  init(_: Word.Type) {
    words = Word.allCases.map { word in
      let bytes = Array(word.rawValue.utf8)
      return (WordHead(bytes), bytes, word)
    }
  }

  /// The word of exactly these bytes. Linear in the words.
  func word(_ wanted: UnsafeBufferPointer<UInt8>) -> Word? {
    let head = WordHead(wanted)
    for known in words where known.head == head {
      if head.isWhole || known.bytes.elementsEqual(wanted) { return known.word }
    }
    return nil
  }
}
