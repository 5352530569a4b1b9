package import Model
internal import Synchronization

/// Which days are worked, from the register's `holidays/`; a year is read when it is first asked for.
package final class WorkingDays: Sendable {
  private let folder: RegisterFolder
  private let years = Mutex<[Int: WorkingCalendar.Year?]>([:])

  package init(_ folder: RegisterFolder) { self.folder = folder }

  /// nil where that year's holidays are not known.
  package func isWorked(_ day: Day) -> Bool? {
    years.withLock { years in
      if let known = years[day.year] { return known?.isWorked(day) }
      let found = read(day.year)
      years[day.year] = .some(found)
      return found?.isWorked(day)
    }
  }

  /// All that is known: every file of `holidays/`.
  package func calendar() -> WorkingCalendar {
    let names = (try? Posix.names(in: folder.path + "/holidays")) ?? []
    let years = names.compactMap { $0.hasSuffix(".json") ? Int($0.dropLast(5)) : nil }
    return WorkingCalendar(
      years.reduce(into: [:]) { all, year in all[year] = read(year) })
  }

  private func read(_ number: Int) -> WorkingCalendar.Year? {
    (try? folder.readValue("holidays/\(number).json")).flatMap {
      WorkingCalendar.Year($0, of: number)
    }
  }
}
