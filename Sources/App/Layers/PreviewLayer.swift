package import Model

/// What an action would do, as it was asked for with ``Effect/preview(_:_:isForced:)``.
package struct Plan: Equatable, Sendable {
  package var action: Action
  package var isForced: Bool
  package var lines: [PlannedLine]

  package init(_ action: Action, isForced: Bool, lines: [PlannedLine]) {
    self.action = action
    self.isForced = isForced
    self.lines = lines
  }
}

/// Every before → after of a change of several records, before it is made.
package struct PreviewLayer: Equatable, Sendable {
  /// A line of the preview; the numbers are places among the planned lines and their edits.
  package enum Entry: Equatable, Sendable {
    case heading(Heading, Int)
    /// Why the records below are refused.
    case reason(PlannedLine.Refusal)
    case record(Int)
    case edit(Int, Int)
    case forced(Int)
    case blank
  }

  package enum Heading: Equatable, Sendable {
    case refused, changed, otherEnds, unchanged
  }

  package var action: Action
  package var targets: Targets
  package private(set) var lines: [PlannedLine] = []
  /// The lines in the order they are shown; empty while the plan is being made.
  package private(set) var entries: [Entry] = []
  package var window = Window()
  /// The reason for passing over what is missing, while it is typed.
  package var reason: TextField?
  /// The same once it was given: then what is missing is passed over.
  package var why: String?
  /// What stopped the last key.
  package var fault: Words?

  package init(_ action: Action, _ targets: Targets) {
    self.action = action
    self.targets = targets
  }

  package var isForced: Bool { why != nil }
  package var isReady: Bool { !entries.isEmpty }
  package var accepted: [RecordAddress] { lines.accepted }
  package var refusedCount: Int { lines.refusedCount }

  /// Takes the answer, if it is the one to what was asked.
  mutating func take(_ plan: Plan) {
    let asked = plan.lines.filter { !$0.isOtherEnd }.map(\.address.withoutSeen)
    guard plan.action == action, plan.isForced == isForced, asked == targets.addresses else {
      return
    }
    lines = plan.lines
    entries = PreviewLayer.entries(of: lines)
    window = Window()
  }

  mutating func forget() {
    lines = []
    entries = []
  }

  // MARK: - Order

  /// The refused first, by reason; then what changes; then what is so already.
  private static func entries(of lines: [PlannedLine]) -> [Entry] {
    var refused: [(reason: PlannedLine.Refusal, lines: [Int])] = []
    var places: [PlannedLine.Refusal: Int] = [:]
    var changed: [Int] = []
    var others: [Int] = []
    var unchanged: [Int] = []
    for (index, line) in lines.enumerated() {
      if line.isUnchanged {
        unchanged.append(index)
      } else if let reason = line.refusal {
        let place = places[reason] ?? refused.count
        if place == refused.count { refused.append((reason, [])) }
        places[reason] = place
        refused[place].lines.append(index)
      } else if line.isOtherEnd {
        others.append(index)
      } else {
        changed.append(index)
      }
    }
    var entries: [Entry] = []
    if !refused.isEmpty {
      entries.append(.heading(.refused, refused.reduce(0) { $0 + $1.lines.count }))
      for (reason, lines) in refused {
        entries.append(.reason(reason))
        entries += lines.map(Entry.record)
      }
    }
    for (heading, group) in [
      (Heading.changed, changed), (.otherEnds, others), (.unchanged, unchanged),
    ] where !group.isEmpty {
      if !entries.isEmpty { entries.append(.blank) }
      entries.append(.heading(heading, group.count))
      for index in group { entries += details(of: lines[index], at: index) }
    }
    return entries
  }

  private static func details(of line: PlannedLine, at index: Int) -> [Entry] {
    [.record(index)] + line.edits.indices.map { .edit(index, $0) }
      + (line.forced.isEmpty ? [] : [.forced(index)])
  }
}
