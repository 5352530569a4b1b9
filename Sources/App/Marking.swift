internal import Model

extension AppState {
  /// Puts a file's new reading in its slot; marks follow their records.
  mutating func place(_ news: ChunkNews) {
    let old = register.chunks.indices.contains(news.slot) ? register.chunks[news.slot] : nil
    context.marks.follow(slot: news.slot, from: old, to: news.chunk)
    register.place(news.chunk, in: news.slot)
  }

  /// Whether the row is marked, or in the range that is being drawn up.
  func isMarked(row: Int, at place: RowPlace) -> Bool {
    context.marks.contains(place) || rangeRows?.contains(row) == true
  }

  // MARK: - Commands

  mutating func markHere() {
    guard let place = selectedPlace else { return }
    markings += 1
    if context.marks.remove(place) {
      list.shownMarks -= 1
    } else if context.marks.insert(place) {
      list.shownMarks += 1
    }
    moveCursor(to: list.cursor + 1)
  }

  mutating func mark(_ places: some Sequence<RowPlace>) {
    markings += 1
    for place in places { context.marks.insert(place) }
    countShownMarks()
  }

  mutating func clearMarks() {
    markings += 1
    context.marks.removeAll()
    list.shownMarks = 0
  }

  // MARK: - Range

  mutating func beginRange() {
    guard let key = list.cursorKey, selectedPlace != nil else { return }
    focus = .list
    list.range = RangeStart(row: list.cursor, key: key)
    say(
      Words(
        "Đoạn từ đây: di chuyển để nới, v hoặc ⏎ xong, Esc bỏ",
        "A range from here: move to extend it, v or ⏎ ends, Esc drops"))
  }

  /// Marks what the range holds.
  mutating func endRange() {
    guard let rows = rangeRows else { return }
    list.range = nil
    mark(list.arrangement.rows[rows])
  }

  private var rangeRows: ClosedRange<Int>? {
    guard let start = list.range, list.arrangement.rows.indices.contains(start.row),
      list.arrangement.rows.indices.contains(list.cursor)
    else { return nil }
    return min(start.row, list.cursor)...max(start.row, list.cursor)
  }

  /// The range begins at a record, wherever that stands now; without it there is no range.
  mutating func findRangeAgain() {
    guard let start = list.range, keyOfRow(start.row) != start.key else { return }
    let place = register.place(ofKey: start.key)
    list.range = place.flatMap { list.arrangement.rows.firstIndex(of: $0) }
      .map { RangeStart(row: $0, key: start.key) }
  }

  /// Linear in the list, and free where nothing is marked.
  mutating func countShownMarks() {
    guard !context.marks.isEmpty else {
      list.shownMarks = 0
      return
    }
    guard list.grouping == .none else {
      // A row may stand in several groups.
      list.shownMarks = Marks(list.arrangement.rows.lazy.filter(context.marks.contains)).count
      return
    }
    list.shownMarks = list.arrangement.rows.count(where: context.marks.contains)
  }
}

extension Command {
  /// Whether it moves within a range of marks; anything else ends the range first.
  var keepsRange: Bool { Command.keepingRange.contains(self) }

  private static let keepingRange: Set<Command> = [
    .next, .previous, .top, .bottom, .halfDown, .halfUp, .pageDown, .pageUp, .scrollDown, .scrollUp,
    .nextTab, .previousTab, .back, .zoom, .switchLanguage, .switchTyping, .help, .reload, .quit,
    .quitNow,
  ]
}

extension Marks {
  /// What the status line says of the marks; nil where there are none.
  func words(shown: Int) -> Words? {
    guard !isEmpty else { return nil }
    let hidden = count - shown
    return hidden == 0
      ? Words("đánh dấu \(count)", "\(count) marked")
      : Words("đánh dấu \(count) · \(hidden) đang ẩn", "\(count) marked · \(hidden) hidden")
  }
}
