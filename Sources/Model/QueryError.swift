/// What is wrong with a query: where, and what would be right.
///
/// Every `offset` counts characters from the start of the query.
package enum QueryError: Error, Hashable, Sendable {
  case unknownField(String, offset: Int, nearest: String?)
  case unknownValue(String, field: String, offset: Int, nearest: String?)
  /// `choices` are some of the values that fit, the likeliest first.
  case ambiguousValue(String, field: String, offset: Int, choices: [String])
  case badDate(String, field: String, offset: Int, QueryDateFault)
  case noValue(field: String, offset: Int)
  /// `<` or `>` on a field that has no order, at the sign.
  case noComparison(field: String, offset: Int)
  case openQuote(offset: Int)
  case openBracket(offset: Int)
  /// A closing bracket for which none is open.
  case strayBracket(offset: Int)
  case emptyBracket(offset: Int)
  /// An OR with nothing on one side.
  case emptySide(offset: Int)
  /// Brackets within brackets without end.
  case tooDeep(offset: Int)

  package var offset: Int {
    switch self {
    case .unknownField(_, let offset, _), .unknownValue(_, _, let offset, _),
      .ambiguousValue(_, _, let offset, _), .badDate(_, _, let offset, _),
      .noValue(_, let offset), .noComparison(_, let offset), .openQuote(let offset),
      .openBracket(let offset), .strayBracket(let offset), .emptyBracket(let offset),
      .emptySide(let offset), .tooDeep(let offset):
      offset
    }
  }
}

/// Why a value is no date to search by.
package enum QueryDateFault: Error, Hashable, Sendable {
  case notADate
  /// A day that the calendar has not, such as 31/2.
  case impossible
  case ambiguous
  case outOfRange
  /// A step in working days, which only holidays could tell.
  case workingDays
}
