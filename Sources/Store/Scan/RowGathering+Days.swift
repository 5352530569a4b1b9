internal import Model

extension RowGathering {
  /// That there are any, and the day of the newest.
  func readExtensions(_ node: JSONNode, _ row: inout Row) throws(ScanFault) {
    row.flags.insert(.isExtended)
    for element in node.elements {
      guard let on = element["on"] else { continue }
      let ordinal = try day(.extensions, on)
      row.extensionOrdinal =
        row.extensionOrdinal == Row.noDay ? ordinal : max(row.extensionOrdinal, ordinal)
    }
  }

  func readPeriod(_ node: JSONNode, _ row: inout Row) throws(ScanFault) {
    if let from = node["from"] { row.periodStartOrdinal = try day(.period, from) }
    if let to = node["to"] { row.periodEndOrdinal = try day(.period, to) }
  }
}
