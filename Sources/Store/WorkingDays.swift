package import Model
internal import Synchronization
internal import Vietnamese

/// Which days are worked, from the register's `holidays/`; a year is read when it is first asked for.
package final class WorkingDays: Sendable {
  /// The days of one year that are not as their weekday says.
  private struct Year {
    var weekdaysOff: Set<String>
    var weekendDaysWorked: Set<String>
  }

  private let folder: RegisterFolder
  private let years = Mutex<[Int: Year?]>([:])

  package init(_ folder: RegisterFolder) { self.folder = folder }

  /// nil where that year's holidays are not known.
  package func isWorked(_ day: Day) -> Bool? {
    let year = years.withLock { years in
      if let known = years[day.year] { return known }
      let found = read(day.year)
      years[day.year] = .some(found)
      return found
    }
    guard let year else { return nil }
    if year.weekendDaysWorked.contains(day.iso) { return true }
    switch day.civil.weekday {
    case .saturday, .sunday: return false
    case .monday, .tuesday, .wednesday, .thursday, .friday:
      return !year.weekdaysOff.contains(day.iso)
    }
  }

  /// What differs from the weekdays in these years, as a value.
  package func calendar(_ wanted: ClosedRange<Int>) -> WorkingCalendar {
    var calendar = WorkingCalendar()
    for number in wanted {
      guard let year = read(number) else { continue }
      calendar.years.insert(number)
      calendar.off.formUnion(year.weekdaysOff)
      calendar.worked.formUnion(year.weekendDaysWorked)
    }
    return calendar
  }

  private func read(_ number: Int) -> Year? {
    guard let value = try? folder.readValue("holidays/\(number).json"),
      value["year"].integer == number
    else { return nil }
    return Year(
      weekdaysOff: Set(value["weekdaysOff"].elements.compactMap(\.text)),
      weekendDaysWorked: Set(value["weekendDaysWorked"].elements.compactMap(\.text)))
  }
}
