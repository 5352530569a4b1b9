internal import Model
internal import Terminal

extension MenuLayer {
  /// New deadlines for what serves an event whose day was moved; nil where nothing follows from it.
  ///
  /// A deadline keeps its distance to the event; what has none is offered the event's own day.
  /// Nothing is changed before it is chosen. Linear in the records for each that serves.
  static func shifts(after news: SavedNews, in state: AppState) -> MenuLayer? {
    guard news.deed == .change, news.records.count == 1, let record = news.records.first,
      let event = try? FollowUp(record.fields), event.kind == .event,
      let (from, to) = record.movedDue
    else { return nil }
    let items = event.links.filter { $0.relation == .servedBy }
      .compactMap { item(servedBy: $0.to, event, from, to, in: state) }
    guard !items.isEmpty else { return nil }
    let words = DeadlineText(state.language)
    let (old, new) = (words.day(from), words.day(to))
    let keep = Item(
      choice: .nothing, glyph: nil, label: Words("Giữ nguyên", "Leave them"), remark: "",
      isCurrent: false)
    return MenuLayer(
      title: Words(
        "Sự kiện \(event.code): \(old) → \(new). Dời hạn việc phục vụ?",
        "Event \(event.code): \(old) → \(new). Move what serves it?"),
      items: items + [keep])
  }

  private static func item(
    servedBy key: String, _ event: FollowUp, _ from: Day, _ to: Day, in state: AppState
  ) -> Item? {
    guard let place = state.register.place(ofKey: key),
      let (chunk, row) = state.register.row(at: place), row.status.isOpen
    else { return nil }
    let day = row.due.map { Day(ordinal: $0.ordinal + to.ordinal - from.ordinal) } ?? to
    guard day != row.due else { return nil }
    let words = DeadlineText(state.language)
    let old = row.due.map(words.day) ?? "—"
    let label = "\(chunk.code(row))  \(old) → \(words.day(day))"
    let reason = Words(
      "theo ngày mới của sự kiện \(event.code)", "by the new day of the event \(event.code)")
    return Item(
      choice: .act(
        .due(
          Deadline(PartialDate(day), origin: .officer), reason: reason(state.language),
          on: state.today), slot: Int(place.slot), key: key),
      glyph: nil, label: Words(label, label),
      remark: TextWidth.cut(chunk.titleForALine(row), to: 40), isCurrent: false)
  }
}

extension Record {
  /// The days its deadline was moved from and to by the newest change.
  fileprivate var movedDue: (from: Day, to: Day)? {
    for case .set(let field, let from, let to) in changes.last?.edits ?? []
    where field == Field.due.rawValue {
      guard let old = from["date"].text.flatMap({ Day($0) }),
        let new = to["date"].text.flatMap({ Day($0) }), old != new
      else { return nil }
      return (old, new)
    }
    return nil
  }
}
