import CSimdJSON
package import Model

/// Why a file is not JSON, and where a person would look.
package struct JSONError: Error, Hashable, Sendable {
  package let problem: SyntaxFault
  /// Bytes from the start of the file, from 0.
  package let offset: Int
  /// From 1.
  package let line: Int
  /// In Unicode scalars from the start of the line, from 1.
  package let column: Int

  package init(_ problem: SyntaxFault, offset: Int, line: Int, column: Int) {
    self.problem = problem
    self.offset = offset
    self.line = line
    self.column = column
  }
}

extension SyntaxFault {
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
