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
    case .ambiguousValue(let value, let field, _, let choices):
      Words(
        "“\(field):\(value)” có thể là \(choices.joined(separator: ", ")). Hãy viết rõ hơn.",
        "“\(field):\(value)” may be \(choices.joined(separator: ", ")). Write more of it.")
    case .badDate(let value, let field, _, let fault):
      fault.words(value, field)
    case .noValue(let field, _):
      Words(
        "sau “\(field):” phải có giá trị, viết liền dấu hai chấm.",
        "a value should follow “\(field):”, right after the colon.")
    case .noComparison(let field, _):
      Words(
        "“\(field)” không có lớn hơn, nhỏ hơn; hãy viết “\(field):…”.",
        "“\(field)” has no more and less; write “\(field):…”.")
    case .openQuote, .openBracket, .strayBracket, .emptyBracket, .emptySide, .tooDeep:
      wordsOfForm
    }
  }

  /// What is wrong with quotes, brackets and OR.
  private var wordsOfForm: Words {
    switch self {
    case .openQuote: Words("dấu ngoặc kép này chưa đóng.", "this quote is not closed.")
    case .openBracket: Words("ngoặc đơn này chưa đóng.", "this bracket is not closed.")
    case .strayBracket:
      Words("ngoặc đóng này không có ngoặc mở.", "no bracket is open for this one to close.")
    case .emptyBracket:
      Words("trong ngoặc phải có điều kiện.", "there should be a condition in the brackets.")
    case .emptySide:
      Words(
        "hai bên HOẶC phải có điều kiện; tìm chữ “hoặc” thì đặt trong ngoặc kép.",
        "a condition should stand on both sides of OR; to find the word, put it in quotes.")
    case .tooDeep: Words("quá nhiều ngoặc lồng nhau.", "too many brackets within brackets.")
    case .unknownField, .unknownValue, .ambiguousValue, .badDate, .noValue, .noComparison:
      words
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

extension QueryDateFault {
  fileprivate func words(_ value: String, _ field: String) -> Words {
    switch self {
    case .notADate:
      Words(
        "“\(field)” cần một ngày, mà “\(value)” không phải là ngày. Viết như 15/3/2026, 11/2023, "
          + "2023, mai, +7d, -2t, cuối-quý.",
        "“\(field)” takes a date, and “\(value)” is none. Write it as 15/3/2026, 11/2023, 2023, "
          + "tomorrow, +7d, -2w, end-of-quarter.")
    case .impossible:
      Words("Lịch không có ngày “\(value)”.", "There is no “\(value)” in the calendar.")
    case .ambiguous:
      Words(
        "“\(value)” có nhiều cách hiểu. Hãy viết đủ ngày, tháng, năm.",
        "“\(value)” can be read in several ways. Write day, month and year.")
    case .outOfRange:
      Words(
        "“\(value)” nằm ngoài các năm \(DateInput.years.lowerBound)–\(DateInput.years.upperBound).",
        "“\(value)” lies outside the years \(DateInput.years.lowerBound)–"
          + "\(DateInput.years.upperBound).")
    case .workingDays:
      Words(
        "Khi tìm không tính được ngày làm việc; hãy đếm ngày thường, như +7d.",
        "A search cannot count working days; count plain days, as in +7d.")
    }
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
