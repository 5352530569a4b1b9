package import Model
internal import Terminal
package import Vietnamese

extension QueryError {
  /// What is wrong and what was expected, without the query itself.
  package var words: Words {
    switch self {
    case .unknownField(let name, _, let nearest):
      Words(
        "không tìm theo “\(name):” được" + (nearest.map { "; có lẽ là “\($0):”?" } ?? ".")
          + " Được dùng: \(QueryError.fields(.vi)).",
        "“\(name):” is nothing to search by" + (nearest.map { "; perhaps “\($0):”?" } ?? ".")
          + " Known: \(QueryError.fields(.en)).")
    case .unknownValue(let value, let field, _, let nearest):
      Words(
        "“\(field):” không có giá trị “\(value)”"
          + (nearest.map { "; có lẽ là “\($0)”?" } ?? "."),
        "“\(field):” has no value “\(value)”" + (nearest.map { "; perhaps “\($0)”?" } ?? "."))
    case .noValue(let field, _):
      Words(
        "sau “\(field):” phải có giá trị, viết liền dấu hai chấm.",
        "a value should follow “\(field):”, right after the colon.")
    case .openQuote:
      Words("dấu ngoặc kép này chưa đóng.", "this quote is not closed.")
    }
  }

  private static func fields(_ language: Language) -> String {
    QueryField.allCases.map { field in
      (language == .vi ? field.names.last : field.names.first) ?? field.rawValue
    }.joined(separator: ", ")
  }

  /// Two lines: the query, and under it a mark at the word that is wrong.
  package func pointer(in query: String) -> [String] {
    let before = query.prefix(offset)
    let word = query.dropFirst(offset).prefix { !$0.isWhitespace }
    let width = max(1, TextWidth.columns(of: String(word)))
    let indent = String(repeating: " ", count: TextWidth.columns(of: String(before)))
    return [
      TextWidth.harmless(query), indent + "^" + String(repeating: "~", count: width - 1),
    ]
  }
}

extension DateInputError {
  package var words: Words {
    switch self {
    case .notADate(let text):
      Words(
        "“\(text)” không phải là ngày. Viết như 15/3, 15/3/2026, 3/2026, mai, thứ 6, +10, cuối quý.",
        "“\(text)” is no date. Write it as 15/3, 15/3/2026, 3/2026, tomorrow, fri, +10, end of quarter."
      )
    case .impossible(let day, let month, let year):
      DateInputError.impossible(day, month, year)
    case .ambiguous(let text, let readings):
      Words(
        "“\(text)” có nhiều cách hiểu: \(DateInputError.list(readings, .vi)). Hãy viết đủ.",
        "“\(text)” can be read in several ways: \(DateInputError.list(readings, .en)). "
          + "Write it in full.")
    case .outOfRange(let text):
      Words(
        "“\(text)” nằm ngoài các năm \(DateInput.years.lowerBound)–\(DateInput.years.upperBound).",
        "“\(text)” lies outside the years \(DateInput.years.lowerBound)–"
          + "\(DateInput.years.upperBound).")
    }
  }

  private static func impossible(_ day: Int?, _ month: Int, _ year: Int?) -> Words {
    let written = [day, month, year].compactMap { $0.map(String.init) }.joined(separator: "/")
    return Words(
      "Lịch không có ngày \(written).", "There is no \(written) in the calendar.")
  }

  private static func list(_ readings: [DateInput.Value], _ language: Language) -> String {
    readings.map { DateFormat.value($0, language) }
      .joined(separator: Words(" hoặc ", " or ")(language))
  }
}
