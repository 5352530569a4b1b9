internal import Model
internal import Terminal

extension DashboardPen {
  private static let cellWidth = 9
  private static let nameWidth = 22

  /// The boxes by the original deadline and by the adjusted one, and what extensions made of it.
  mutating func bases() {
    heading(
      Words("Hạn gốc, điều chỉnh", "Original, adjusted"), line: basesTop, column: 0,
      .bases)
    guard !dashboard.statistics.moved.isEmpty else {
      let same = Words(
        "Chưa mục nào đổi ô vì gia hạn: hai cách tính như nhau.",
        "No extension moved a record to another box: both count the same.")
      write(say(same), line: basesTop + 1, column: 0, style: style(.dim))
      return
    }
    let original = dashboard.statistics.boxes(by: .original)
    let adjusted = dashboard.statistics.boxes(by: .adjusted)
    row(
      Box.allCases.map { say($0.shortWords) }, named: "", line: basesTop, style: style(.dim))
    for (offset, (basis, boxes)) in [
      (DeadlineBasis.original, original), (.adjusted, adjusted),
    ].enumerated() {
      row(
        Box.allCases.map { number(boxes[$0]) }, named: say(basis.words),
        line: basesTop + 1 + offset, style: style(.text))
    }
    mark(.bases, 0, line: basesTop + 3, column: 0)
    let count = dashboard.statistics.moved.count
    let name = Words(
      "chênh: \(number(count)) mục",
      "differ: \(number(count)) " + (count == 1 ? "record" : "records"))
    row(
      Box.allCases.map { difference(adjusted[$0] - original[$0]) }, named: say(name),
      line: basesTop + 3, style: textStyle(.bases, 0))
  }

  private mutating func row(_ cells: [String], named name: String, line: Int, style: Style) {
    if !name.isEmpty {
      write(name, line: line, column: 0, width: DashboardPen.nameWidth, style: style)
    }
    for (index, cell) in cells.enumerated() {
      write(
        cell, line: line, column: DashboardPen.nameWidth + index * DashboardPen.cellWidth,
        width: DashboardPen.cellWidth, style: style, alignment: .trailing)
    }
  }

  private func difference(_ difference: Int) -> String {
    if difference == 0 { return "·" }
    return difference < 0 ? "−" + number(-difference) : "+" + number(difference)
  }
}
