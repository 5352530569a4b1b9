internal import Model
internal import Terminal

extension MenuLayer {
  /// New deadlines for what is counted from an event whose day was moved, or serves it; nil where
  /// nothing follows from it.
  ///
  /// Nothing is changed before it is chosen. Linear in the records.
  static func shifts(after news: SavedNews, in state: AppState) -> MenuLayer? {
    guard news.deed == .change, news.records.count == 1, let record = news.records.first,
      let event = try? FollowUp(record.fields), event.kind == .event,
      let (from, to) = record.movedDue, event.eventDay == to,
      let move = EventMove(
        event, from: from, to: to, in: state.register, isWorked: state.calendar.isWorked)
    else { return nil }
    let words = DeadlineText(state.language)
    let (old, new) = (from.map(words.day) ?? "—", words.day(to))
    let keep = Item(
      choice: .nothing, glyph: nil, label: Words("Giữ nguyên", "Leave them"), remark: "",
      isCurrent: false)
    return MenuLayer(
      title: Words(
        "Sự kiện \(event.code): \(old) → \(new). Dời hạn theo đó?",
        "Event \(event.code): \(old) → \(new). Move what goes with it?"),
      items: all(move, in: state) + move.lines.map { item($0, of: move, in: state) } + [keep])
  }

  /// All of several at once, in one batch.
  private static func all(_ move: EventMove, in state: AppState) -> [Item] {
    guard move.lines.count > 1 else { return [] }
    let action = move.action(reason: EventText(state.language).reason(move), on: state.today)
    let count = move.lines.count
    return [
      Item(
        choice: .actOnMany(action, move.lines.map(\.address)), glyph: nil,
        label: Words("Dời cả \(count) hạn", "Move all \(count)"), remark: "", isCurrent: false)
    ]
  }

  private static func item(
    _ line: EventMove.Line, of move: EventMove, in state: AppState
  ) -> Item {
    let texts = EventText(state.language)
    let label = texts.line(line, of: move)
    var one = move
    one.lines = [line]
    let action = one.action(reason: texts.reason(move), on: state.today)
    let title = state.register.row(at: line.place).map { $0.chunk.titleForALine($0.row) } ?? ""
    return Item(
      choice: .act(action, slot: line.address.slot, key: line.address.key), glyph: nil,
      label: Words(label, label), remark: TextWidth.cut(title, to: 40), isCurrent: false)
  }
}
