/// What is measured of the program, in the order of the table.
enum Figure: CaseIterable {
  case firstScreen, everything, everythingAnew
  case key, slowKey, bytesPerKey, bytesInList
  case filterKey, slowFilterKey
  case change, bulk
  case list, listAnew
  case resident, peak
  case idleSwitches, idleTicks

  var name: String {
    switch self {
    case .firstScreen: "start → first full screen"
    case .everything: "start → everything searchable"
    case .everythingAnew: "the same where no index is kept"
    case .key: "key `j` → screen settled, median"
    case .slowKey: "key `j` → screen settled, p99"
    case .bytesPerKey: "bytes to the terminal per `j`, all panes, scrolling"
    case .bytesInList: "bytes per `j` in the list alone, not scrolling"
    case .filterKey: "each key of a live filter, median"
    case .slowFilterKey: "each key of a live filter, slowest"
    case .change: "one change → on disk, beyond append + fsync"
    case .bulk: "bulk change of 1 000 records → on disk"
    case .list: "`dondoc list` by province and overdue"
    case .listAnew: "the same where no index is kept"
    case .resident: "resident memory of the interface"
    case .peak: "its highest since the start"
    case .idleSwitches: "idle for 3 s: wake-ups"
    case .idleTicks: "idle for 3 s: ticks of CPU"
    }
  }

  var unit: String {
    switch self {
    case .firstScreen, .everything, .everythingAnew, .key, .slowKey, .filterKey, .slowFilterKey,
      .change, .bulk,
      .list, .listAnew:
      "ms"
    case .bytesPerKey, .bytesInList: "B"
    case .resident, .peak: "MB"
    case .idleSwitches, .idleTicks: ""
    }
  }

  /// What architecture.md §7 allows for 185, 10 000 and 100 000 records; nil is no budget.
  var budgets: [Double?] {
    switch self {
    case .firstScreen: [15, 20, 25]
    case .everything: [15, 40, 180]
    case .key: [1, 1, 1]
    case .slowKey: [3, 3, 3]
    case .bytesPerKey, .bytesInList: [420, 420, 420]
    case .filterKey: [1, 2, 8]
    case .everythingAnew, .listAnew, .slowFilterKey: [nil, nil, nil]
    case .change: [1, 1, 2]
    case .bulk: [nil, 50, 100]
    case .list: [12, 35, 180]
    case .resident: [16, 22, 60]
    case .peak: [nil, nil, nil]
    case .idleSwitches, .idleTicks: [0, 0, 0]
    }
  }

  /// The budget for a register of `records`: that of the next size that has one.
  func budget(records: Int) -> Double? {
    budgets[records <= 185 ? 0 : records <= 10_000 ? 1 : 2]
  }

  /// A measured value beside its budget, as the table shows it.
  func verdict(_ value: Double, records: Int) -> String {
    let shown = [value.short, unit].filter { !$0.isEmpty }.joined(separator: " ")
    guard let budget = budget(records: records) else { return shown }
    let excess = value - budget
    return "\(shown) of \(budget.short) "
      + (excess <= 0 ? "ok" : "**over by \(excess.short)**")
  }
}

/// What cannot be gone below, measured in the same run.
enum Limit: CaseIterable {
  case readAll, appendAndSync, changedText

  var name: String {
    switch self {
    case .readAll: "machine: reading all bytes of the register"
    case .appendAndSync: "machine: append + fsync of one change"
    case .changedText: "screen: bytes of the characters that change per `j`"
    }
  }

  var unit: String {
    switch self {
    case .readAll, .appendAndSync: "ms"
    case .changedText: "B"
    }
  }
}
