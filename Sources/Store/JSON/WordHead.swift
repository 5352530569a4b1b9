/// The first eight bytes of a word and its length: words that differ in it are not the same.
struct WordHead: Hashable, Sendable {
  private let bytes: UInt64
  private let count: UInt32

  /// Whether words that agree in it are the same.
  var isWhole: Bool { count <= 8 }

  init(_ word: UnsafeBufferPointer<UInt8>) {
    var bytes: UInt64 = 0
    if word.count >= 8 {
      bytes = UnsafeRawBufferPointer(word).loadUnaligned(as: UInt64.self)
    } else {
      for byte in word { bytes = bytes << 8 | UInt64(byte) }
    }
    self.bytes = bytes
    count = UInt32(truncatingIfNeeded: word.count)
  }

  init(_ word: [UInt8]) { self = word.withUnsafeBufferPointer { WordHead($0) } }
}
