internal import PtyKit

/// Measures the interface on one register, as the person in front of it would see it.
struct InterfaceFigures {
  let program: String
  let register: String
  let today: String
  let runs: Int
  let keys: Int

  /// Stands in the status line until every file is read.
  static let loadingMark = "đang đọc sổ"
  private static let filters = ["hoanh mo", "quang", "bien gioi", "dau tu", "qng"]

  private var arguments: [String] {
    [program, "--data", register, "--today", today, "--lang", "vi"]
  }

  func measure() throws -> (figures: [Figure: Double], changedText: Double?) {
    var figures: [Figure: Double] = [:]
    (figures[.firstScreen], figures[.everything]) = try measureStart()
    figures[.everythingAnew] = try measureStart(["XDG_CACHE_HOME": Session.noIndexes]).everything
    var session = try Session(arguments)
    defer { session.end() }
    _ = session.settle(quiet: 1000)
    measureIdle(session, &figures)
    let changedText = try measureKeys(&session, &figures)
    try measureFilter(&session, &figures)
    try measureList(&session, &figures)
    return (figures, changedText)
  }

  // MARK: - Start

  /// The medians of that half of the runs during which others used the machine least.
  private func measureStart(
    _ environment: [String: String] = [:]
  ) throws -> (first: Double?, everything: Double?) {
    var starts: [(others: Int, first: Double, everything: Double)] = []
    for run in 0...runs {
      waitForQuiet()
      let disturbance = Disturbance()
      // As it is mostly started: without a word, the register named by the environment.
      var session = try Session(
        [program], environment: environment.merging(["DONDOC_DATA": register]) { own, _ in own })
      _ = session.settle(quiet: 700)
      let others = disturbance.ticks(besides: session.pty.process)
      let screens = session.screens()
      session.end()
      guard run > 0 else { continue }  // The first one warms the page cache, and keeps an index.
      guard let times = InterfaceFigures.times(of: screens) else {
        throw BenchmarkError.noFigure("the start on \(register)")
      }
      starts.append((others, times.first, times.everything))
    }
    let calm = starts.sorted { $0.others < $1.others }.prefix((runs + 1) / 2)
    return (Samples(calm.map(\.first)).median, Samples(calm.map(\.everything)).median)
  }

  /// When all rows of the list show records, and when the mark of loading is gone as well.
  static func times(
    of screens: [(time: Double, rows: [String])]
  ) -> (first: Double, everything: Double)? {
    guard let settled = screens.last else { return nil }
    let full = settled.rows.count(where: showsRecord)
    guard full > 0,
      let first = screens.first(where: { $0.rows.count(where: showsRecord) >= full }),
      let everything = screens.first(where: { screen in
        screen.rows.count(where: showsRecord) >= full
          && !screen.rows.contains { $0.contains(loadingMark) }
      })
    else { return nil }
    return (first.time, everything.time)
  }

  /// Whether a row of the screen is one of the list's: right of the hairline it begins with a code.
  private static func showsRecord(_ row: String) -> Bool {
    let right = row.split(separator: "│", maxSplits: 1).last ?? ""
    let word = right.drop { " ▌".contains($0) }.prefix { $0 != " " }
    let parts = word.split(separator: "-")
    guard parts.count == 2, let province = parts.first, let number = parts.last else {
      return false
    }
    return province.suffix(2).allSatisfy(\.isNumber) && province.first?.isLetter == true
      && number.first?.isNumber == true && right.contains { "○◔◑◕◷●✓–·■□◐".contains($0) }
  }

  // MARK: - Keys

  /// Down through the list, at its end up again; gives the bytes of the characters that change.
  private func measureKeys(
    _ session: inout Session, _ figures: inout [Figure: Double]
  ) throws -> Double? {
    var ends = [session.arrivals.count]
    var (times, bytes): ([Double], [Double]) = ([], [])
    var key = "j"
    for press in 0..<keys {
      if press.isMultiple(of: 20) { waitForQuiet() }
      guard let answer = try session.press(key, patience: 200) else {
        key = key == "j" ? "k" : "j"
        continue
      }
      times.append(answer.time)
      bytes.append(Double(answer.bytes))
      ends.append(session.arrivals.count)
    }
    figures[.key] = Samples(times).median
    figures[.slowKey] = Samples(times).percentile(99)
    figures[.bytesPerKey] = Samples(bytes).median
    let screens = session.screens()
    let settled = ends.map { screens[$0 - 1].rows }
    let changed = zip(settled, settled.dropFirst()).map { Session.changedBytes($0, $1) }
    return Samples(changed.map(Double.init)).median
  }

  /// The cursor goes to and fro between rows in the middle of the list, and nothing else moves.
  private func measureList(_ session: inout Session, _ figures: inout [Figure: Double]) throws {
    _ = try session.press("z")
    for key in ["g", "g", "j", "j", "j", "j"] { _ = try session.press(key, patience: 100) }
    var bytes: [Double] = []
    for key in 0..<20 {
      if let answer = try session.press(key.isMultiple(of: 2) ? "j" : "k") {
        bytes.append(Double(answer.bytes))
      }
    }
    figures[.bytesInList] = Samples(bytes).median
  }

  private func measureFilter(_ session: inout Session, _ figures: inout [Figure: Double]) throws {
    var times: [Double] = []
    for filter in InterfaceFigures.filters {
      waitForQuiet()
      _ = try session.press("/")
      for letter in filter {
        if let answer = try session.press(String(letter)) { times.append(answer.time) }
      }
      _ = try session.press("\u{1B}")
    }
    figures[.filterKey] = Samples(times).median
    figures[.slowFilterKey] = Samples(times).largest
  }

  // MARK: - At rest

  private func measureIdle(_ session: Session, _ figures: inout [Figure: Double]) {
    guard let before = ProcessFacts(of: session.pty.process) else { return }
    _ = session.pty.receive(within: 3000)
    guard let after = ProcessFacts(of: session.pty.process) else { return }
    figures[.resident] = after.resident
    figures[.peak] = after.peak
    figures[.idleSwitches] = Double(after.switches - before.switches)
    figures[.idleTicks] = Double(after.ticks - before.ticks)
  }
}
