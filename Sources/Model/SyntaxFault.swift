/// What makes a file no JSON, at the place that is named beside it.
package enum SyntaxFault: Hashable, Sendable, CaseIterable {
  case empty, blank
  /// UTF-8 with a byte order mark in front, as some editors save it.
  case byteOrderMark
  case utf16
  case badUTF8, zeroByte
  /// A byte below U+0020 inside a text: mostly a line that ends before its quote.
  case controlCharacter
  /// At the quote that opens the text.
  case unclosedText
  case badEscape, loneSurrogate
  case badNumber, badLiteral
  case expectedValue, expectedKey, expectedColon, expectedComma
  /// At the comma.
  case trailingComma
  case wrongBracket
  /// At the second of the two keys.
  case duplicateKey
  case tooDeep
  case trailingText, unexpectedEnd
  case comment, singleQuote
  /// A line that git left where two versions did not merge.
  case conflictMark
  case tooLarge, noMemory
}
