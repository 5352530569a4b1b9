package import Model
internal import Terminal
internal import Vietnamese

/// A month, the agenda of the chosen day, and what has no day.
package struct CalendarScreen: Equatable, Sendable {
  /// Where the keys of moving work.
  package enum Part: CaseIterable, Sendable {
    case grid, agenda, undated
  }

  let filter: String
  package private(set) var day: Day
  package private(set) var part = Part.grid
  package private(set) var index = 0
  /// The days of all that the filter finds.
  private var days: AgendaDays
  /// What falls on the days of the grid.
  package private(set) var agenda: Agenda

  init(_ state: inout AppState) {
    filter = state.list.filter
    day = state.today
    days = state.countedDays()
    agenda = CalendarScreen.agenda(of: day, days)
  }

  /// The first day of the month, and the Monday its first week begins with.
  var firstOfMonth: Day { CalendarScreen.firstOfMonth(day) }
  var firstOfGrid: Day { CalendarScreen.firstOfGrid(day) }
  static let weeks = 6

  private static func firstOfMonth(_ day: Day) -> Day {
    Day(ordinal: day.ordinal - day.civil.day + 1)
  }

  private static func firstOfGrid(_ day: Day) -> Day {
    let first = firstOfMonth(day)
    let weekday = first.civil.weekday
    let back = weekday == .sunday ? 6 : weekday.rawValue - 1
    return Day(ordinal: first.ordinal - back)
  }

  private static func agenda(of day: Day, _ days: AgendaDays) -> Agenda {
    let first = firstOfGrid(day)
    return Agenda(days, from: first, to: Day(ordinal: first.ordinal + weeks * 7 - 1))
  }

  mutating func gather(in state: inout AppState) {
    days = state.countedDays()
    agenda = CalendarScreen.agenda(of: day, days)
    index = max(0, min(index, entriesHere - 1))
    if entriesHere == 0 { part = .grid }
  }

  // MARK: - What is here

  package func entries(on day: Day) -> ArraySlice<Agenda.Entry> { agenda.entries(on: day) }

  private var entriesHere: Int {
    switch part {
    case .grid: entries(on: day).count
    case .agenda: entries(on: day).count
    case .undated: agenda.undated.count
    }
  }

  /// The record under the cursor of a list; none on the grid.
  var place: RowPlace? {
    switch part {
    case .grid: return nil
    case .agenda:
      return entries(on: day).dropFirst(index).first?.place
    case .undated: return agenda.undated.indices.contains(index) ? agenda.undated[index] : nil
    }
  }

  // MARK: - Moving

  mutating func go(to day: Day) {
    let isSameGrid = CalendarScreen.firstOfGrid(day) == firstOfGrid
    self.day = day
    index = 0
    if !isSameGrid { agenda = CalendarScreen.agenda(of: day, days) }
  }

  mutating func move(days: Int) {
    go(to: Day(ordinal: day.ordinal + days))
  }

  /// To the same day of another month, or its last.
  mutating func move(months: Int) {
    let month = day.year * 12 + day.civil.month - 1 + months
    guard let first = Day(year: month / 12, month: month % 12 + 1, day: 1) else { return }
    let last = first.lastOfMonth
    go(to: Day(ordinal: min(last.ordinal, first.ordinal + day.civil.day - 1)))
  }

  mutating func move(rows: Int) {
    index = max(0, min(entriesHere - 1, index + rows))
  }

  /// To the next part that has something.
  mutating func turn(by step: Int) {
    let parts = Part.allCases.filter { part in
      switch part {
      case .grid: true
      case .agenda: !entries(on: day).isEmpty
      case .undated: !agenda.undated.isEmpty
      }
    }
    let here = parts.firstIndex(of: part) ?? 0
    part = parts[(here + step + parts.count) % parts.count]
    index = 0
  }
}

// MARK: - Keys

extension AppState {
  mutating func openCalendar() -> [Effect] {
    let calendar = CalendarScreen(&self)
    layers.append(.screen(.calendar(calendar)))
    return openSelected()
  }

  mutating func run(_ command: Command, _ calendar: CalendarScreen) -> [Effect] {
    guard let move = ScreenMove(rawValue: command.rawValue) else { return [] }
    var calendar = calendar
    let isGrid = calendar.part == .grid
    switch move {
    case .next: isGrid ? calendar.move(days: 7) : calendar.move(rows: 1)
    case .previous: isGrid ? calendar.move(days: -7) : calendar.move(rows: -1)
    case .paneLeft: isGrid ? calendar.move(days: -1) : calendar.turn(by: -1)
    case .paneRight: if isGrid { calendar.move(days: 1) }
    case .nextPane: calendar.turn(by: 1)
    case .previousPane: calendar.turn(by: -1)
    case .nextMonth: calendar.move(months: 1)
    case .previousMonth: calendar.move(months: -1)
    case .halfDown, .pageDown:
      isGrid ? calendar.move(months: 1) : calendar.move(rows: 10)
    case .halfUp, .pageUp:
      isGrid ? calendar.move(months: -1) : calendar.move(rows: -10)
    case .thisDay: calendar.go(to: today)
    case .top:
      isGrid ? calendar.go(to: calendar.firstOfMonth) : calendar.move(rows: -Int.max / 2)
    case .bottom:
      isGrid
        ? calendar.go(to: calendar.day.lastOfMonth) : calendar.move(rows: Int.max / 2)
    case .open where isGrid: calendar.turn(by: 1)
    case .open: return calendar.place.map { showRecord(at: $0) } ?? []
    case .back where !isGrid: calendar.turn(by: calendar.part == .agenda ? -1 : 1)
    case .back, .quit: return leaveScreen()
    case .group, .stepForward, .stepBack: break
    }
    show(.calendar(calendar))
    return openSelected()
  }
}
