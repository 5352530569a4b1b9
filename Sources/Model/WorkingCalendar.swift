internal import Vietnamese

/// Which days are worked, of the years whose holidays are known.
package struct WorkingCalendar: Hashable, Sendable {
  /// The days of one year that are not as their weekday says.
  package struct Year: Hashable, Sendable {
    private let weekdaysOff: Set<String>
    private let weekendDaysWorked: Set<String>

    /// Out of a year's file; nil if it is another year's.
    package init?(_ value: Value, of year: Int) {
      guard value["year"].integer == year else { return nil }
      weekdaysOff = Set(value["weekdaysOff"].elements.compactMap(\.text))
      weekendDaysWorked = Set(value["weekendDaysWorked"].elements.compactMap(\.text))
    }

    package func isWorked(_ day: Day) -> Bool {
      if weekendDaysWorked.contains(day.iso) { return true }
      switch day.civil.weekday {
      case .saturday, .sunday: return false
      case .monday, .tuesday, .wednesday, .thursday, .friday:
        return !weekdaysOff.contains(day.iso)
      }
    }
  }

  private var years: [Int: Year]

  package init(_ years: [Int: Year] = [:]) { self.years = years }

  /// nil where that year's holidays are not known.
  package func isWorked(_ day: Day) -> Bool? { years[day.year]?.isWorked(day) }
}
