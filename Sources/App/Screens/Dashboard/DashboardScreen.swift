package import Model
internal import Terminal
internal import Vietnamese

/// The register in figures, each of which leads to its records.
package struct DashboardScreen: Equatable, Sendable {
  package enum Section: CaseIterable, Sendable {
    case boxes, lines, holders, months, ages, bases, worst, recent
  }

  /// What Enter opens.
  package enum Target: Equatable, Sendable {
    case query(String)
    case record(RowPlace)
  }

  /// One number with the records behind it.
  package struct Figure: Equatable, Sendable {
    package var count: Int
    package var target: Target
  }

  package struct Cursor: Equatable, Sendable {
    package var section = Section.boxes
    package var index = 0
  }

  let filter: String
  package private(set) var statistics: Statistics
  package private(set) var dimension = Statistics.Dimension.province
  package var cursor = Cursor()
  /// Lines scrolled off at the top.
  var scroll = 0
  private var queries: FigureQuery
  /// The records that stand in another box by their original deadline.
  private(set) var movedCodes: [String] = []

  /// Counts what the filter finds, whatever the view.
  init(_ state: inout AppState) {
    filter = state.list.filter
    queries = FigureQuery(within: filter, state.language)
    statistics = state.countedStatistics()
    movedCodes = statistics.movedCodes(in: state.register)
  }

  mutating func count(in state: inout AppState) {
    queries = FigureQuery(within: filter, state.language)
    statistics = state.countedStatistics()
    movedCodes = statistics.movedCodes(in: state.register)
    move(by: 0)
  }

  var course: Course { statistics.course }

  /// The record under the cursor, on which notes, steps and the like work.
  var place: RowPlace? {
    guard cursor.section == .worst, course.worst.indices.contains(cursor.index) else { return nil }
    return course.worst[cursor.index].place
  }
}

// MARK: - Figures

extension DashboardScreen {
  package static let mostLines = 8
  static let dimensions: [Statistics.Dimension] = [
    .province, .lead, .category, .programme, .counterpart, .status,
  ]

  /// The lines of the grouping that are shown.
  var lines: [Statistics.Line] {
    Array(statistics.lines(dimension).prefix(DashboardScreen.mostLines))
  }

  /// The figures of a section in the order they are gone through.
  package func figures(_ section: Section) -> [Figure] {
    switch section {
    case .boxes:
      Box.allCases.map { Figure(count: statistics.boxes[$0], target: .query(queries.box($0))) }
    case .lines:
      lines.map {
        Figure(count: $0.boxes.total, target: .query(queries.line(dimension, $0.id)))
      }
    case .holders:
      Holder.allCases.map { holder in
        Figure(
          count: course.held(by: holder).count,
          target: .query(queries.line(.holder, holder.rawValue)))
      }
    case .months:
      course.months.map {
        Figure(count: $0.raised, target: .query(queries.month(.raised, $0.first)))
      }
        + course.months.map {
          Figure(count: $0.done, target: .query(queries.month(.done, $0.first)))
        }
    case .ages:
      Course.Age.allCases.map {
        Figure(count: course.count($0), target: .query(queries.age($0, today: course.today)))
      }
    case .bases:
      statistics.moved.isEmpty
        ? [] : [Figure(count: statistics.moved.count, target: .query(queries.codes(movedCodes)))]
    case .worst: course.worst.map { Figure(count: 1, target: .record($0.place)) }
    case .recent:
      Course.Recent.allCases.map {
        Figure(count: course.count($0), target: .query(queries.recent($0, of: course)))
      }
    }
  }

  package var figure: Figure? {
    let figures = figures(cursor.section)
    return figures.indices.contains(cursor.index) ? figures[cursor.index] : nil
  }

  /// Within the section; past its end into the next.
  mutating func move(by step: Int) {
    let count = figures(cursor.section).count
    let index = cursor.index + step
    if index < 0 {
      if cursor.section != Section.allCases.first { turn(by: -1, toEnd: true) }
    } else if index >= count {
      if cursor.section == Section.allCases.last || step == 0 {
        cursor.index = max(0, count - 1)
      } else {
        turn(by: 1)
      }
    } else {
      cursor.index = index
    }
  }

  /// To another section that has figures.
  mutating func turn(by step: Int, toEnd: Bool = false) {
    let sections = Section.allCases.filter { !figures($0).isEmpty || $0 == cursor.section }
    let here = sections.firstIndex(of: cursor.section) ?? 0
    cursor.section = sections[(here + step + sections.count) % sections.count]
    cursor.index = toEnd ? max(0, figures(cursor.section).count - 1) : 0
  }

  mutating func regroup() {
    let all = DashboardScreen.dimensions
    let here = all.firstIndex(of: dimension) ?? 0
    dimension = all[(here + 1) % all.count]
    if cursor.section == .lines { cursor.index = 0 }
  }
}

// MARK: - Keys

extension AppState {
  mutating func openDashboard() {
    let dashboard = DashboardScreen(&self)
    layers.append(.screen(.dashboard(dashboard)))
  }

  mutating func run(_ command: Command, _ dashboard: DashboardScreen) -> [Effect] {
    guard let move = ScreenMove(rawValue: command.rawValue) else { return [] }
    var dashboard = dashboard
    switch move {
    case .next, .paneRight: dashboard.move(by: 1)
    case .previous, .paneLeft: dashboard.move(by: -1)
    case .nextPane, .halfDown, .pageDown: dashboard.turn(by: 1)
    case .previousPane, .halfUp, .pageUp: dashboard.turn(by: -1)
    case .top: dashboard.cursor = DashboardScreen.Cursor()
    case .bottom: dashboard.cursor = DashboardScreen.Cursor(section: .recent)
    case .group: dashboard.regroup()
    case .back, .quit: return leaveScreen()
    case .open: return open(dashboard)
    case .stepForward, .stepBack, .nextMonth, .previousMonth, .thisDay: break
    }
    dashboard.scroll = DashboardPen(Drawing(self), dashboard).scrollShowingCursor
    show(.dashboard(dashboard))
    return openSelected()
  }

  private mutating func open(_ dashboard: DashboardScreen) -> [Effect] {
    switch dashboard.figure?.target {
    case .query(let query): return showFigure(query)
    case .record(let place): return showRecord(at: place)
    case nil: return []
    }
  }

  mutating func scroll(_ dashboard: DashboardScreen, by step: Int) {
    var dashboard = dashboard
    let pen = DashboardPen(Drawing(self), dashboard)
    dashboard.scroll = max(0, min(pen.mostScroll, dashboard.scroll + step))
    show(.dashboard(dashboard))
  }
}
