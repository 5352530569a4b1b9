internal import Vietnamese

/// A word as it is compared when somebody types it: without case, marks, blanks and dashes.
package enum SearchWord {
  package static func fold(_ text: String) -> String {
    plain(text).filter { $0.isLetter || $0.isNumber }
  }

  /// Without case and marks.
  package static func plain(_ text: String) -> String {
    String(decoding: Folding.fold(text), as: UTF8.self)
  }
}

/// Finds what somebody most likely meant.
package enum Nearest {
  /// The known word with the fewest single-letter edits from `typed`; nil if all are far off.
  package static func of(_ typed: String, among known: [String]) -> String? {
    let wanted = Array(SearchWord.fold(typed).utf8)
    guard !wanted.isEmpty else { return nil }
    let limit = max(1, wanted.count / 3)
    var nearest: (word: String, far: Int)?
    for word in known {
      let letters = Array(SearchWord.fold(word).utf8)
      // Each letter more or less is an edit.
      guard abs(letters.count - wanted.count) <= limit else { continue }
      let far = edits(wanted, letters)
      if far <= limit, far < nearest?.far ?? .max { nearest = (word, far) }
    }
    return nearest?.word
  }

  private static func edits(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var row = Array(0...other.count)
    for (i, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, against) in other.enumerated() {
        let substituted = diagonal + (letter == against ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
      }
    }
    return row[other.count]
  }
}
