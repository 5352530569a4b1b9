package import Model

/// The former versions that are kept, what each has otherwise, and what restoring one would do.
package struct VersionsScreen: Equatable, Sendable {
  /// How a version was found to differ.
  package enum Standing: Equatable, Sendable {
    /// It is being read.
    case asked
    case compared(GenerationDifference)
    case unreadable
  }

  /// A line of the plan: a record, or one of its edits.
  enum Entry: Equatable, Sendable {
    case record(Int)
    case edit(Int, Int)
  }

  /// By time, the newest first; nil until they were listed.
  package private(set) var versions: [KeptVersion]?
  package private(set) var standings: [String: Standing] = [:]
  package private(set) var cursor = 0
  var window = Window()
  /// What restoring the version under the cursor would do, while that is shown.
  package private(set) var plan: RestoringPlan?
  private(set) var entries: [Entry] = []
  /// Lines of the plan scrolled off at the top.
  var scroll = 0
  /// The list may be another by now.
  var isStale = true

  package init() {}

  package var version: KeptVersion? {
    guard let versions, versions.indices.contains(cursor) else { return nil }
    return versions[cursor]
  }
}

extension VersionsScreen {
  /// Takes the list; what was found out of them holds no longer where the register has changed.
  mutating func take(_ versions: [KeptVersion]) {
    let here = version?.name
    self.versions = versions.sorted { ($1.written, $0.name) < ($0.written, $1.name) }
    cursor = self.versions?.firstIndex { $0.name == here } ?? 0
    standings = [:]
  }

  mutating func take(compared news: [ComparedVersion]) {
    for version in news {
      standings[version.name] = version.difference.map(Standing.compared) ?? .unreadable
    }
  }

  mutating func take(_ plan: RestoringPlan) {
    guard plan.name == version?.name else { return }
    self.plan = plan
    scroll = 0
    entries = plan.lines.enumerated().flatMap { index, line in
      [.record(index)] + line.edits.indices.map { Entry.edit(index, $0) }
    }
  }

  /// The names of those in sight that were not asked for yet; they are now.
  mutating func ask(inSight rows: Int) -> [String] {
    let all = versions ?? []
    let names = window.lines(of: all.count, height: rows).map { all[$0].name }
      .filter { standings[$0] == nil }
    for name in names { standings[name] = .asked }
    return names
  }

  mutating func closePlan() {
    plan = nil
    entries = []
    scroll = 0
  }

  mutating func move(by step: Int) {
    cursor = max(0, min((versions?.count ?? 0) - 1, cursor + step))
  }

  mutating func refresh(after news: SavedNews?) {
    isStale = true
    // What was to be restored is, or is not what was shown any more.
    if news?.deed != .fold { closePlan() }
  }
}
