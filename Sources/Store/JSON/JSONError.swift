import CSimdJSON

/// Why a file is not JSON, and where a person would look.
package struct JSONError: Error, Hashable, Sendable {
  package let problem: JSONProblem
  /// Bytes from the start of the file, from 0.
  package let offset: Int
  /// From 1.
  package let line: Int
  /// In Unicode scalars from the start of the line, from 1.
  package let column: Int

  package init(_ problem: JSONProblem, offset: Int, line: Int, column: Int) {
    self.problem = problem
    self.offset = offset
    self.line = line
    self.column = column
  }
}

/// What is wrong at the place of a ``JSONError``.
package enum JSONProblem: Hashable, Sendable, CaseIterable {
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

extension JSONProblem {
  /// Nil for no problem.
  init?(_ problem: sj_problem) {
    switch problem {
    case .none: return nil
    case .empty: self = .empty
    case .blank: self = .blank
    case .byte_order_mark: self = .byteOrderMark
    case .utf16: self = .utf16
    case .bad_utf8: self = .badUTF8
    case .nul: self = .zeroByte
    case .control_character: self = .controlCharacter
    case .unclosed_text: self = .unclosedText
    case .bad_escape: self = .badEscape
    case .lone_surrogate: self = .loneSurrogate
    case .bad_number: self = .badNumber
    case .bad_literal: self = .badLiteral
    case .expected_value: self = .expectedValue
    case .expected_key: self = .expectedKey
    case .expected_colon: self = .expectedColon
    case .expected_comma: self = .expectedComma
    case .trailing_comma: self = .trailingComma
    case .wrong_bracket: self = .wrongBracket
    case .duplicate_key: self = .duplicateKey
    case .too_deep: self = .tooDeep
    case .trailing_text: self = .trailingText
    case .unexpected_end: self = .unexpectedEnd
    case .comment: self = .comment
    case .single_quote: self = .singleQuote
    case .conflict_mark: self = .conflictMark
    case .too_large: self = .tooLarge
    case .no_memory: self = .noMemory
    }
  }
}
