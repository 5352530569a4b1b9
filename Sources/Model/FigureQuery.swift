package import Vietnamese

/// The query that finds just the records a figure counts, as a person would type it.
package struct FigureQuery: Hashable, Sendable {
  private let base: String
  private let language: Language

  /// `base` narrows what is counted; empty for all of the register.
  package init(within base: String, _ language: Language) {
    self.base = base
    self.language = language
  }

  package func box(_ box: Box) -> String { whole(condition(.box, name(box))) }

  package func line(_ dimension: Statistics.Dimension, _ id: String?) -> String {
    guard let id else { return whole(condition(field(dimension), Words.none(language))) }
    return whole(condition(field(dimension), id))
  }

  package func month(_ field: DayField, _ first: Day) -> String {
    whole(condition(self.field(field), "\(first.civil.month)/\(first.year)"))
  }

  package func age(_ age: Course.Age, today: Day) -> String {
    let open = language == .vi ? "mở" : "open"
    guard let days = age.days else {
      return whole(open + " " + condition(.raised, Words.none(language)))
    }
    var parts = [open]
    if days.upperBound < Int.max {
      parts.append(name(.raised) + ">=" + day(today, back: days.upperBound))
    } else {
      parts.append("-" + condition(.raised, Words.none(language)))
    }
    if days.lowerBound > Int.min {
      parts.append(name(.raised) + "<=" + day(today, back: days.lowerBound))
    }
    return whole(parts.joined(separator: " "))
  }

  package func recent(_ event: Course.Recent, of course: Course) -> String {
    let field = name(self.field(event.dayField))
    let days = "\(field)>=\(course.firstRecentDay.iso) \(field)<=\(course.today.iso)"
    guard event == .carriedOver else { return whole(days) }
    return whole(condition(.status, Status.carriedOver.rawValue) + " " + days)
  }

  /// Just these records.
  package func codes(_ codes: [String]) -> String {
    condition(.code, codes.joined(separator: ","))
  }

  // MARK: - Words

  private enum Words {
    static func none(_ language: Language) -> String { language == .vi ? "chua-co" : "none" }
  }

  private func whole(_ condition: String) -> String {
    base.isEmpty ? condition : "(\(base)) " + condition
  }

  private func condition(_ field: QueryField, _ value: String) -> String {
    "\(name(field)):\(value)"
  }

  private func name(_ field: QueryField) -> String {
    (language == .vi ? field.names.last : field.names.first) ?? field.rawValue
  }

  private func name(_ box: Box) -> String {
    let forms = Box.choices.first { $0.word == box }?.forms ?? []
    return (language == .vi ? forms.dropFirst().first : forms.first) ?? box.rawValue
  }

  private func day(_ today: Day, back days: Int) -> String {
    Day(ordinal: today.ordinal - days).iso
  }

  private func field(_ field: DayField) -> QueryField {
    switch field {
    case .raised: .raised
    case .since: .since
    case .done: .done
    case .extended: .extended
    case .chased: .chased
    }
  }

  private func field(_ dimension: Statistics.Dimension) -> QueryField {
    switch dimension {
    case .province: .home
    case .lead: .lead
    case .category: .category
    case .status: .status
    case .holder: .holder
    case .counterpart: .counterpart
    case .programme: .programme
    }
  }
}
