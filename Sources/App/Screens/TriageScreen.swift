package import Model
internal import Terminal

/// The records of the list one by one, until each is accepted, returned or put off.
package struct TriageScreen: Equatable, Sendable {
  /// The keys of the records in the order of the list they were taken from.
  package let queue: [String]
  package private(set) var index: Int

  package init(_ queue: [String]) {
    self.queue = queue
    index = 0
  }

  package var key: String? { queue.indices.contains(index) ? queue[index] : nil }

  func place(in register: Register) -> RowPlace? { key.flatMap { register.place(ofKey: $0) } }

  mutating func move(by step: Int) { index = max(0, min(queue.count, index + step)) }

  mutating func refresh(after news: SavedNews?, in state: AppState) {}
}

extension AppState {
  mutating func openTriage() {
    let keys = list.arrangement.rows.compactMap { place in
      register.row(at: place).map { $0.chunk.key($0.row) }
    }
    layers.append(.screen(.triage(TriageScreen(keys))))
  }

  mutating func run(_ command: Command, key: KeyPress, _ triage: TriageScreen) -> [Effect] {
    var triage = triage
    if command == .leaveScreen { return leaveScreen() }
    if command == .nextItem { triage.move(by: 1) }
    if command == .previousItem { triage.move(by: -1) }
    show(.triage(triage))
    return openSelected()
  }
}

extension Drawing {
  mutating func triage(_ triage: TriageScreen) {
    _ = frame(
      ScreenFrame(
        title: Words("Tiếp nhận", "Triage"), figures: "\(triage.index) / \(triage.queue.count)",
        hints: [.nextItem, .previousItem, .leaveScreen, .help]))
  }
}
