internal import Vietnamese

/// A deadline that is a whole year because the record is of an anniversary year: its quarters are
/// reminded of.
package enum Anniversary {
  private static let year = Needle(Array("namkyniem".utf8))
  private static let word = Needle(Array("niem".utf8))

  /// Whether a title speaks of an anniversary year, however it is written. `form` is the search form
  /// of the record, which has all words of the title: most titles are passed over by it.
  package static func isSpokenOf(
    inTitle title: UnsafeBufferPointer<UInt8>, form: UnsafeRawBufferPointer
  ) -> Bool {
    guard word.occurs(in: form) else { return false }
    var words: [UInt8] = []
    Folding.searchWords(utf8: title, into: &words)
    words.removeAll { $0 == UInt8(ascii: " ") }
    return words.withUnsafeBytes { year.occurs(in: $0) }
  }
}
