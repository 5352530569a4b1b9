package import Model
internal import Terminal

/// The pane of one record.
package struct DetailPane: Equatable, Sendable {
  package enum Tab: Int, CaseIterable, Sendable {
    case summary, history, papers, programme

    package var words: Words {
      switch self {
      case .summary: Words("Tóm tắt", "Summary")
      case .history: Words("Diễn biến", "History")
      case .papers: Words("Văn bản", "Papers")
      case .programme: Words("Chương trình", "Programme")
      }
    }
  }

  /// The record as it is kept; nil before one was opened.
  package var record: Record?
  /// The same, read; nil where its fields are not what they should be.
  package var followUp: FollowUp?
  package var problem: RegisterProblem?
  /// What two people changed in different ways.
  package var conflicts: [Conflict] = []
  /// In whose hands it is, and how long each side had it.
  package var holding: Holding?
  package var tab = Tab.summary
  /// Lines scrolled off at the top.
  package var scroll = 0

  /// Records that may be shown next, as of today.
  var ahead: [Reading] = []

  package init() {}

  mutating func show(_ reading: Reading) {
    if record?.key != reading.record.key { scroll = 0 }
    record = reading.record
    problem = nil
    followUp = reading.followUp
    conflicts = reading.conflicts
    holding = reading.holding
  }
}

/// A record with what is worked out of it once, and not for each picture.
struct Reading: Equatable, Sendable {
  let record: Record
  let followUp: FollowUp?
  let conflicts: [Conflict]
  let holding: Holding?
}

extension AppState {
  mutating func turnTab(by step: Int) {
    let count = DetailPane.Tab.allCases.count
    let next = (detail.tab.rawValue + step + count) % count
    detail.tab = DetailPane.Tab(rawValue: next) ?? .summary
    detail.scroll = 0
  }

  mutating func scrollDetail(by step: Int) {
    guard layers.isEmpty else { return scrollScreen(by: step) }
    let lines = DetailText(self).lines(width: Layout(self).detail.columns).count
    let most = max(0, lines - Layout(self).detailTextRows)
    detail.scroll = max(0, min(most, detail.scroll + step))
  }
}
