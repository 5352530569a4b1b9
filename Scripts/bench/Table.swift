/// Everything one run measured, and how it is shown.
struct Table {
  var records: [Int] = []
  var figures: [[Figure: Double]] = []
  var limits: [[Limit: Double]] = []
  /// How busy the machine was at the end.
  var load = ""
  var peers: [(peer: Peer, records: Int, cells: [String])] = []

  /// Markdown.
  var text: String {
    var lines = row([""] + records.map { "\($0.grouped) records" })
    lines += row(Array(repeating: "---", count: records.count + 1))
    for figure in Figure.allCases {
      lines += row(
        [figure.name]
          + zip(records, figures).map { count, figures in
            figures[figure].map { figure.verdict($0, records: count) } ?? "–"
          })
    }
    for limit in Limit.allCases {
      lines += row(
        [limit.name] + limits.map { $0[limit].map { "\($0.short) \(limit.unit)" } ?? "–" })
    }
    lines += "\n\(overBudget) over budget; load of the machine at the end: \(load)\n"
    guard !peers.isEmpty else { return lines }
    lines += "\n"
    lines += row(
      ["peer", "records", "first full screen ms", "last byte ms", "key ms", "p99", "bytes", "MB"])
    lines += row(Array(repeating: "---", count: 8))
    for entry in peers { lines += row([entry.peer.rawValue, entry.records.grouped] + entry.cells) }
    return lines
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }

  /// How many figures miss their budget.
  var overBudget: Int {
    zip(records, figures).reduce(0) { sum, entry in
      sum
        + entry.1.count { figure, value in
          figure.budget(records: entry.0).map { value > $0 } ?? false
        }
    }
  }
}
