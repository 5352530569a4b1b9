internal import Model
internal import Terminal

extension AppState {
  /// Keeps what was typed, and remembers it.
  mutating func confirmFilter(_ text: String) {
    list.filter = text
    list.typing = nil
    if !text.isEmpty {
      list.search = text
      remembered.filters.add(text)
    }
    arrangeList()
  }

  /// Brings back an earlier search, if nothing is typed or one is shown; false for other keys.
  mutating func walkFilters(_ key: KeyPress, _ typing: FilterTyping) -> FilterTyping? {
    guard typing.field.isEmpty || typing.walk.isWalking else { return nil }
    var typing = typing
    switch key {
    case .up, .control("p"):
      guard let line = typing.walk.earlier(in: remembered.filters) else {
        return typing.walk.isWalking ? typing : nil
      }
      typing.field = TextField(line)
    case .down, .control("n"):
      guard let line = typing.walk.later(in: remembered.filters) else { return nil }
      typing.field = TextField(line)
    case .character, .control, .alt, .left, .right, .home, .end, .pageUp, .pageDown, .insert,
      .delete, .backspace, .enter, .tab, .backTab, .escape, .function:
      return nil
    }
    return typing
  }

  /// The next record of the list that the last search finds, and on from the other end.
  mutating func goToMatch(forward: Bool) {
    guard !list.search.isEmpty else {
      return say(
        Words(
          "Chưa tìm gì; bấm \(keymap.key(for: .filter)) để tìm.",
          "Nothing was searched for; press \(keymap.key(for: .filter))."))
    }
    let count = list.arrangement.rows.count
    let isMatch = matches()
    let start = list.cursor
    for step in 1...max(1, count) where count > 0 {
      let row = (start + (forward ? step : count - step % count)) % count
      guard isMatch(list.arrangement.rows[row]) else { continue }
      if forward ? row <= start : row >= start {
        say(
          forward
            ? Words("Đã quay về đầu danh sách.", "Went on from the top.")
            : Words("Đã quay về cuối danh sách.", "Went on from the bottom."))
      }
      return moveCursor(to: row)
    }
    say(
      Words(
        "Ở đây không có mục nào khớp “\(list.search)”.", "Nothing here matches “\(list.search)”."))
  }

  /// One pass over the register, unless the list is filtered by that search anyway.
  private func matches() -> (RowPlace) -> Bool {
    guard list.search != list.filter,
      let query = try? QueryParser(registry: register.registry).parse(list.search)
    else { return { _ in true } }
    let matcher = Matcher(query, in: register, context: context)
    let places = Set(matcher.places(in: register))
    return { places.contains($0) }
  }
}
