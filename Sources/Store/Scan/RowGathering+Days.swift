internal import Model

extension RowGathering {
  mutating func readDue(_ node: JSONNode, _ row: inout Row) throws(ScanFault) {
    if let precision = node["precision"] {
      row.duePrecision = try word(.due, precision, in: FieldWords.precisions)
    }
    if let event = node["event"] {
      row.dueEvent = try session(.due, event)
      row.dueSpan = try span(node)
    }
    guard let date = node["date"] else {
      if row.dueSpan != nil { return }
      throw ScanFault(node, "due.date", .missing)
    }
    row.dueOrdinal = try day(.due, date)
  }

  /// How far from its event a deadline is.
  func span(_ node: JSONNode) throws(ScanFault) -> EventOffset.Span {
    guard let count = node["offset"]?.integer.flatMap({ Int16(exactly: $0) }) else {
      throw ScanFault(node, "due.offset", .expected(.number))
    }
    let unit = node["unit"]?.text.flatMap(EventOffset.Unit.init(rawValue:)) ?? .day
    return EventOffset.Span(count, unit)
  }

  /// That there are any, the day of the newest, and the deadline before the first.
  func readExtensions(_ node: JSONNode, _ row: inout Row) throws(ScanFault) {
    row.flags.insert(.isExtended)
    for element in node.elements {
      if row.firstDueOrdinal == Row.noDay, let from = element["from"] {
        row.firstDueOrdinal = try day(.extensions, from["date"] ?? from)
      }
      guard let on = element["on"] else { continue }
      let ordinal = try day(.extensions, on)
      row.extensionOrdinal =
        row.extensionOrdinal == Row.noDay ? ordinal : max(row.extensionOrdinal, ordinal)
    }
  }

  func speaksOfAnniversary(_ row: Row) -> Bool {
    text.withUnsafeBufferPointer { text in
      folded.withUnsafeBytes { folded in
        Anniversary.isSpokenOf(
          inTitle: UnsafeBufferPointer(rebasing: text[row.title.range]),
          form: UnsafeRawBufferPointer(rebasing: folded[row.folded.range]))
      }
    }
  }

  func readPeriod(_ node: JSONNode, _ row: inout Row) throws(ScanFault) {
    if let from = node["from"] { row.periodStartOrdinal = try day(.period, from) }
    if let to = node["to"] { row.periodEndOrdinal = try day(.period, to) }
  }
}
