/// A word of minutes: what stands between blanks, signs at its ends taken off.
struct MinutesWord {
  /// In lower case.
  let text: String
  /// Characters of the minutes, without the signs.
  let range: Range<Int>
  let isCapital: Bool
  /// Signs before and after it, up to the blank.
  let before: String
  let after: String
  /// How many brackets and quotes are open behind it.
  var depth = 0

  var hasComma: Bool { after.last == "," }
  var isNumber: Bool { text.first?.isNumber ?? false }

  /// Abbreviations with a stop, and initials, end no sentence.
  func endsSentence(before next: MinutesWord) -> Bool {
    guard depth == 0, after.contains(where: { ".!?…".contains($0) }) else { return false }
    guard next.isCapital || !next.before.isEmpty || next.isNumber else { return false }
    if after.hasPrefix("."), !after.hasPrefix(".."), isAbbreviation { return false }
    return !after.contains(";") && !after.contains(",")
  }

  private var isAbbreviation: Bool {
    text.count == 1 || ["tp", "tx", "ts", "ths", "pgs", "gs", "st", "bs", "ks"].contains(text)
  }
}

/// A paragraph or a point of a list.
struct MinutesBlock {
  var range: Range<Int>
  /// Lines with words, from 1: the one it begins in.
  var paragraph: Int
  /// How deep in a list it stands; 0 is prose.
  var level: Int
}

/// Minutes as text: what is dropped, which lines belong together, and the words.
enum MinutesText {
  /// The text without control characters and marks that turn the direction of writing.
  static func clean(_ paste: String, most: Int) -> (text: String, leftOut: Int) {
    // Bytes first: a paste of megabytes is not looked at whole. A character has at least one.
    var scalars = String.UnicodeScalarView()
    var count = 0
    var escape = Escape.none
    var isAfterReturn = false
    for scalar in paste.unicodeScalars {
      if count >= most { break }
      count += 1
      if escape.takes(scalar) { continue }
      switch scalar.value {
      case 0x0A where isAfterReturn: break
      case 0x0A, 0x0D, 0x2028, 0x2029: scalars.append("\n")
      case 0x09, 0xA0: scalars.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: break
      default: scalars.append(scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    let total = paste.unicodeScalars.count
    return (String(scalars), max(0, total - most))
  }

  /// An escape sequence of a terminal, which goes as a whole.
  private enum Escape {
    case none, begun, control, string

    mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .none:
        if scalar == "\u{1B}" { self = .begun }
        if scalar == "\u{9B}" { self = .control }
      case .begun:
        switch scalar {
        case "[": self = .control
        case "]", "P", "X", "^", "_": self = .string
        default: self = .none
        }
        return true
      case .control:
        if (0x40...0x7E).contains(scalar.value) { self = .none }
        return true
      case .string:
        // Ends with BEL or ST; a line end ends one that was never closed.
        if scalar == "\u{07}" || scalar == "\\" || scalar == "\n" { self = .none }
        return true
      }
      return self != .none
    }
  }

  static func plain(_ characters: [Character], _ range: Range<Int>) -> String {
    characters[range].split { $0.isWhitespace }.map { String($0) }.joined(separator: " ")
  }

  // MARK: - Words

  private static let openers: Set<Character> = ["(", "[", "{", "“", "‘", "«", "\"", "'"]
  private static let signs: Set<Character> = [
    "(", "[", "{", "“", "‘", "«", "\"", "'", ")", "]", "}", "”", "’", "»", ",", ".", ";", ":", "!",
    "?", "…", "|",
  ]

  static func words(_ characters: [Character], in range: Range<Int>) -> [MinutesWord] {
    var words: [MinutesWord] = []
    var depth = 0
    var isQuoted = false
    for slice in characters[range].split(whereSeparator: \.isWhitespace) {
      var (start, end) = (slice.startIndex, slice.endIndex)
      while start < end, signs.contains(characters[start]) { start += 1 }
      while end > start, signs.contains(characters[end - 1]) { end -= 1 }
      for sign in slice {
        switch sign {
        case "(", "[", "“": depth += 1
        case ")", "]", "”": depth = max(0, depth - 1)
        case "\"": isQuoted.toggle()
        default: break
        }
      }
      let core = characters[start..<end]
      words.append(
        MinutesWord(
          text: String(core).lowercased(), range: start..<end,
          isCapital: core.first?.isUppercase ?? false,
          before: String(characters[slice.startIndex..<start]),
          after: String(characters[end..<slice.endIndex]), depth: depth + (isQuoted ? 1 : 0)))
    }
    return words
  }

  /// The words parted at the ends of sentences.
  static func sentences(_ words: [MinutesWord]) -> [ArraySlice<MinutesWord>] {
    var sentences: [ArraySlice<MinutesWord>] = []
    var start = 0
    for index in words.indices.dropFirst() where words[index - 1].endsSentence(before: words[index])
    {
      sentences.append(words[start..<index])
      start = index
    }
    if start < words.count { sentences.append(words[start...]) }
    return sentences
  }
}
