internal import Vietnamese

/// Which days of some years are worked, as a value that needs no disk.
package struct WorkingCalendar: Equatable, Sendable {
  /// The years whose holidays are known.
  package var years: Set<Int> = []
  /// Days in ISO form: weekdays off, and weekend days that are worked instead.
  package var off: Set<String> = []
  package var worked: Set<String> = []

  package init() {}

  /// nil where that year's holidays are not known.
  package func isWorked(_ day: Day) -> Bool? {
    guard years.contains(day.year) else { return nil }
    if worked.contains(day.iso) { return true }
    switch day.civil.weekday {
    case .saturday, .sunday: return false
    case .monday, .tuesday, .wednesday, .thursday, .friday: return !off.contains(day.iso)
    }
  }
}
