/// Text without case, marks and the difference of đ and d, as UTF-8 bytes.
///
/// Latin letters become ASCII whether they come composed or with combining marks, so NFC and NFD,
/// *hòa* and *hoà*, full-width and plain forms fold alike. Other scripts keep their own bytes, in
/// lower case where that is one scalar for one. Bytes that are not UTF-8 give some text or a break,
/// never a read outside them.
package enum Folding {
  /// The folded text with its spaces and punctuation; typographic dashes, quotes and spaces
  /// become their ASCII forms.
  package static func fold(_ text: some StringProtocol) -> [UInt8] {
    var folded: [UInt8] = []
    withUTF8(of: text) { fold(utf8: $0, into: &folded) }
    return folded
  }

  /// Appends the folded text of `utf8` to `folded`.
  package static func fold(utf8: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) {
    append(capacity: 2 * utf8.count + 2, to: &folded) { out in
      foldPlain(utf8, to: out)
    }
  }

  /// The form that searching works on: a space, then each word followed by one space.
  ///
  /// A word is a run of letters and digits; everything else is a break. Each Chinese or Japanese
  /// character is a word of its own. Text without a word gives a single space.
  package static func searchForm(_ text: some StringProtocol) -> [UInt8] {
    var form: [UInt8] = []
    withUTF8(of: text) { searchForm(utf8: $0, into: &form) }
    return form
  }

  /// Appends the search form of `utf8`, with its own space at the front, to `blob`.
  package static func searchForm(utf8: UnsafeBufferPointer<UInt8>, into blob: inout [UInt8]) {
    blob.append(space)
    searchWords(utf8: utf8, into: &blob)
  }

  /// Appends each word of `utf8` followed by one space: a further field of a row whose form so
  /// far ends with a space.
  package static func searchWords(utf8: UnsafeBufferPointer<UInt8>, into blob: inout [UInt8]) {
    append(capacity: 2 * utf8.count + 2, to: &blob) { out in
      foldWords(utf8, to: out)
    }
  }

  /// The same of a string.
  package static func appendSearchWords(_ text: some StringProtocol, to blob: inout [UInt8]) {
    withUTF8(of: text) { searchWords(utf8: $0, into: &blob) }
  }

  /// The folded words of a text, each as its bytes.
  package static func words(_ text: some StringProtocol) -> [[UInt8]] {
    searchForm(text).split(separator: space).map(Array.init)
  }

  private static let space = UInt8(ascii: " ")

  private static func append(
    capacity: Int, to bytes: inout [UInt8],
    writing write: (UnsafeMutablePointer<UInt8>) -> Int
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { scratch in
      guard let start = scratch.baseAddress else { return }
      let count = write(start)
      bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    }
  }

  /// Writes at most `2 * count + 2` bytes and returns how many.
  private static func foldPlain(
    _ text: UnsafeBufferPointer<UInt8>, to out: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var reader = FoldReader(text, ascii: .plain)
    var written = 0
    while !reader.isAtEnd {
      let byte = reader.nextByte()
      if byte != 0 {
        out[written] = byte
        written &+= 1
      } else {
        written += writePlain(reader.nextRare(), of: reader, to: out + written)
      }
    }
    return written
  }

  private static func writePlain(
    _ scalar: FoldedScalar, of reader: FoldReader, to out: UnsafeMutablePointer<UInt8>
  ) -> Int {
    switch scalar {
    case .letter(let byte):
      out[0] = byte
      return 1
    case .pair(let first, let second):
      out[0] = first
      out[1] = second
      return 2
    case .kept(let scalar), .ideograph(let scalar): return write(scalar, to: out)
    case .gap(0): return reader.copyLast(to: out)
    case .gap(let standIn):
      out[0] = standIn
      return 1
    case .dropped: return 0
    }
  }

  /// Writes at most `2 * count + 2` bytes and returns how many.
  private static func foldWords(
    _ text: UnsafeBufferPointer<UInt8>, to out: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var reader = FoldReader(text, ascii: .words)
    var written = 0
    var open = 0  // 1 within a word, 0 between words
    while !reader.isAtEnd {
      let byte = reader.nextByte()
      if byte != 0 {
        let isLetter = byte != space
        out[written] = byte
        written &+= isLetter ? 1 : open
        open = isLetter ? 1 : 0
      } else {
        written += writeWords(reader.nextRare(), open: &open, to: out + written)
      }
    }
    out[written] = space
    return written + open
  }

  private static func writeWords(
    _ scalar: FoldedScalar, open: inout Int, to out: UnsafeMutablePointer<UInt8>
  ) -> Int {
    switch scalar {
    case .letter(let byte):
      out[0] = byte
      open = 1
      return 1
    case .pair(let first, let second):
      out[0] = first
      out[1] = second
      open = 1
      return 2
    case .kept(let scalar):
      open = 1
      return write(scalar, to: out)
    case .ideograph(let scalar):
      out[0] = space
      let end = open + write(scalar, to: out + open)
      out[end] = space
      open = 0
      return end + 1
    case .gap:
      out[0] = space
      defer { open = 0 }
      return open
    case .dropped: return 0
    }
  }

  private static func write(_ scalar: Unicode.Scalar, to out: UnsafeMutablePointer<UInt8>) -> Int {
    var written = 0
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      out[written] = byte
      written += 1
    }
    return written
  }

  /// Hands over the UTF-8 of a string, copying it only if it is not in one piece.
  static func withUTF8<Result>(
    of text: some StringProtocol, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(text.utf8).withUnsafeBufferPointer(body)
  }
}
