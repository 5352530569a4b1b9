internal import Vietnamese

/// A side of a programme: each rates the tasks by itself. Source: domain.md §6.
package enum ReviewSide: String, CaseIterable, Sendable {
  case province, ministry

  package var other: ReviewSide {
    switch self {
    case .province: .ministry
    case .ministry: .province
    }
  }
}

/// How a side finds a task in a year's review; the number is the key. Source: features.md §4.3.
package enum ReviewMark: Int, CaseIterable, Sendable {
  case met = 1, partlyMet, notMet, nextYear, stopped
}

/// What one side says of a task in one year's review.
package struct Rating: Hashable, Sendable {
  package var year: Int
  package var side: ReviewSide
  /// nil while only a comment or evidence was written down.
  package var mark: ReviewMark?
  package var comment: String?
  package var evidence: String?
  package var on: Day
  package var by: String
}

/// What a person says of a task in a review; what is nil stays as it was.
package struct RatingEdit: Hashable, Sendable {
  package var year: Int
  package var side: ReviewSide
  package var mark: ReviewMark?
  package var comment: String?
  package var evidence: String?
  package var on: Day

  package init(year: Int, side: ReviewSide, mark: ReviewMark? = nil, on: Day) {
    self.year = year
    self.side = side
    self.mark = mark
    self.on = on
  }
}

/// One issue of a recurring supply that was handed over.
package struct Delivery: Hashable, Sendable {
  package var issue: SupplyIssue
  package var sentOn: Day
  package var paper: String?

  package init(_ issue: SupplyIssue, sentOn: Day, paper: String? = nil) {
    self.issue = issue
    self.sentOn = sentOn
    self.paper = paper
  }
}

/// The month, quarter or year that one issue of a recurring supply is for.
package struct SupplyIssue: Hashable, Sendable {
  package let year: Int
  /// The month or the quarter; 1 for a year.
  package let number: Int
  package let span: Span

  package enum Span: Sendable {
    case month, quarter, year

    /// nil for what does not come in issues.
    package init?(_ recurrence: Recurrence?) {
      switch recurrence {
      case .monthly: self = .month
      case .quarterly: self = .quarter
      case .annual: self = .year
      case .ongoing, nil: return nil
      }
    }

    package var perYear: Int {
      switch self {
      case .month: 12
      case .quarter: 4
      case .year: 1
      }
    }
  }

  /// nil where there is no such month, quarter or year.
  package init?(year: Int, number: Int, span: Span) {
    guard (1900...2199).contains(year), (1...span.perYear).contains(number) else { return nil }
    self.year = year
    self.number = number
    self.span = span
  }

  /// The issue that `day` lies in.
  package init(of day: Day, span: Span) {
    self.span = span
    year = day.year
    number = (day.civil.month - 1) * span.perYear / 12 + 1
  }

  /// As people write it: `7/2023`, `07-2023`, `quý 3/2023`, `Q3/2023`, `2023`; and as files do.
  package init?(_ typed: String, span: Span) {
    let numbers = typed.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    guard let year = numbers.first(where: { $0 >= 1000 }) else { return nil }
    let others = numbers.filter { $0 < 1000 }
    switch span {
    case .year where others.isEmpty && numbers.count == 1:
      self.init(
        year: year, number: 1, span: span)
    case .month where others.count == 1 && numbers.count == 2,
      .quarter where others.count == 1 && numbers.count == 2:
      self.init(year: year, number: others[0], span: span)
    case .month, .quarter, .year: return nil
    }
  }

  /// As the files hold it: `2023-07`, `2023-Q3`, `2023`.
  package init?(stored text: String) {
    let parts = text.split(separator: "-")
    guard let year = parts.first.flatMap({ Int($0) }) else { return nil }
    switch (parts.count, parts.last) {
    case (1, _): self.init(year: year, number: 1, span: .year)
    case (2, let part?) where part.first == "Q":
      guard let number = Int(part.dropFirst()) else { return nil }
      self.init(year: year, number: number, span: .quarter)
    case (2, let part?):
      guard let number = Int(part) else { return nil }
      self.init(year: year, number: number, span: .month)
    default: return nil
    }
  }

  package var stored: String {
    switch span {
    case .month: "\(year)-\(number < 10 ? "0" : "")\(number)"
    case .quarter: "\(year)-Q\(number)"
    case .year: "\(year)"
    }
  }

  /// `07/2023`, `Q3/2023`, `2023`.
  package var short: String {
    switch span {
    case .month: "\(number < 10 ? "0" : "")\(number)/\(year)"
    case .quarter: "Q\(number)/\(year)"
    case .year: "\(year)"
    }
  }

  package var next: SupplyIssue {
    let isLast = number == span.perYear
    return SupplyIssue(
      year: isLast ? year + 1 : year, number: isLast ? 1 : number + 1, unchecked: span)
  }

  private init(year: Int, number: Int, unchecked span: Span) {
    self.year = year
    self.number = number
    self.span = span
  }

  package var firstDay: Day {
    Day(year: year, month: (number - 1) * 12 / span.perYear + 1, day: 1) ?? Day(ordinal: 0)
  }

  /// The last day of its span, by which it is due.
  package var due: Day {
    switch span {
    case .month: firstDay.lastOfMonth
    case .quarter: firstDay.lastOfQuarter
    case .year: firstDay.lastOfYear
    }
  }
}

extension Rating: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    guard let year = value["year"].integer else { throw ValueError("year", .expected(.number)) }
    guard let on = try value.day("on") else { throw ValueError("on", .missing) }
    var mark: ReviewMark?
    if !value["rating"].isEmpty {
      mark = value["rating"].integer.flatMap(ReviewMark.init(rawValue:))
      guard mark != nil else { throw ValueError("rating", .expected(.number)) }
    }
    self.init(
      year: year, side: try value.requiredWord("side", as: ReviewSide.self), mark: mark,
      comment: try value.optional("comment"), evidence: try value.optional("evidence"), on: on,
      by: try value.required("by"))
  }

  package var value: Value {
    .object([
      "year": .number(year), "side": .text(side.rawValue),
      "rating": mark.map { .number($0.rawValue) } ?? .null, "comment": .text(comment),
      "evidence": .text(evidence), "on": .text(on.iso), "by": .text(by),
    ])
  }
}

extension Delivery: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    guard let issue = SupplyIssue(stored: try value.required("period")) else {
      throw ValueError("period", .expected(.text))
    }
    guard let sentOn = try value.day("sentOn") else { throw ValueError("sentOn", .missing) }
    self.init(issue, sentOn: sentOn, paper: try value.optional("paper"))
  }

  package var value: Value {
    .object([
      "period": .text(issue.stored), "sentOn": .text(sentOn.iso), "paper": .text(paper),
    ])
  }
}
