package import Model

/// The pane of records: what is filtered, how it is arranged, where the cursor is.
package struct ListPane: Equatable, Sendable {
  /// What was typed after `/`; empty shows all of the view.
  package var filter = ""
  /// The field while it is being typed in; what was there before, for Esc.
  package var typing: FilterTyping?
  package var filterError: QueryError?
  /// The search that was confirmed last, which `n` and `N` follow.
  package var search = ""
  package var sorting = StandardView.open.sorting
  package var grouping = StandardView.open.grouping
  package var arrangement = Arrangement()
  /// The row the cursor is on, counted without headings.
  package var cursor = 0
  /// The key of the record the cursor is on, by which it is found again.
  package var cursorKey: String?
  package var window = Window()
  /// Where a range of marks began, while it is being drawn up.
  package var range: RangeStart?
  /// How many of the marked records the list shows.
  package internal(set) var shownMarks = 0

  package init() {}
}

package struct RangeStart: Equatable, Sendable {
  package var row: Int
  package var key: String
}

package struct FilterTyping: Equatable, Sendable {
  package var field: TextField
  package var before: String
  /// Where the person is among the searches made before.
  package var walk = HistoryWalk()
}

extension ListPane {
  /// Rows and headings together: the lines of the list.
  package var lineCount: Int { arrangement.rows.count + arrangement.groups.count }

  /// The line of a row: headings stand before the rows of their group.
  package func line(ofRow row: Int) -> Int {
    arrangement.groups.isEmpty ? row : row + groupIndex(ofRow: row) + 1
  }

  private func groupIndex(ofRow row: Int) -> Int {
    let groups = arrangement.groups
    var (low, high) = (0, groups.count)
    while low < high {
      let middle = (low + high) / 2
      if groups[middle].rows.upperBound <= row { low = middle + 1 } else { high = middle }
    }
    return min(low, max(0, groups.count - 1))
  }

  package enum Line: Equatable, Sendable {
    case heading(group: Int)
    case row(Int)
  }

  /// What stands on a line.
  package func content(ofLine line: Int) -> Line {
    let groups = arrangement.groups
    guard !groups.isEmpty else { return .row(line) }
    var (low, high) = (0, groups.count)
    while low < high {
      let middle = (low + high) / 2
      let end = groups[middle].rows.upperBound + middle + 1
      if end <= line { low = middle + 1 } else { high = middle }
    }
    let group = min(low, groups.count - 1)
    let heading = groups[group].rows.lowerBound + group
    return line == heading ? .heading(group: group) : .row(line - group - 1)
  }
}

extension AppState {
  /// What the list shows: the view and the filter together.
  var listQuery: Query {
    let view = viewQuery
    guard !list.filter.isEmpty else { return view }
    do throws(QueryError) {
      return view.and(try QueryParser(registry: register.registry).parse(list.filter))
    } catch {
      return view
    }
  }

  /// Works the list out anew and keeps the cursor on its record.
  mutating func arrangeList() {
    list.filterError = nil
    var query = viewQuery
    if !list.filter.isEmpty {
      do throws(QueryError) {
        query = query.and(try QueryParser(registry: register.registry).parse(list.filter))
      } catch {
        list.filterError = error
        // A field without a value yet is somebody in the middle of a word.
        if list.typing != nil { return }
      }
    }
    let rows = list.arrangement.rows
    let before = rows.indices.contains(list.cursor) ? rows[list.cursor] : nil
    let matcher = Matcher(query, in: register, context: context)
    list.arrangement = Arrangement(
      matcher.places(in: register), in: register, sorting: list.sorting, grouping: list.grouping)
    findCursorAgain(from: before)
  }

  /// `before` is where its record stood: mostly it still does, and is not to be looked for.
  private mutating func findCursorAgain(from before: RowPlace?) {
    let rows = list.arrangement.rows
    if let key = list.cursorKey, keyOfRow(list.cursor) != key {
      let place =
        before.flatMap { self.key(at: $0) == key ? $0 : nil } ?? register.place(ofKey: key)
      if let place, let row = rows.firstIndex(of: place) { list.cursor = row }
    }
    list.cursor = max(0, min(list.cursor, rows.count - 1))
    if rows.isEmpty { list.cursor = 0 }
    list.cursorKey = keyOfRow(list.cursor)
    findRangeAgain()
    countShownMarks()
    followCursor()
  }

  func keyOfRow(_ row: Int) -> String? {
    list.arrangement.rows.indices.contains(row) ? key(at: list.arrangement.rows[row]) : nil
  }

  private func key(at place: RowPlace) -> String? {
    register.row(at: place).map { chunk, row in chunk.key(row) }
  }

  mutating func followCursor() {
    let height = Layout(self).listRows
    var window = list.window
    window.follow(list.line(ofRow: list.cursor), of: list.lineCount, height: height)
    // The heading of the first row is kept in sight with it.
    if window.top == 1 { window.top = 0 }
    list.window = window
  }

  mutating func moveCursor(to row: Int) {
    list.cursor = max(0, min(row, list.arrangement.rows.count - 1))
    list.cursorKey = keyOfRow(list.cursor)
    followCursor()
  }
}
