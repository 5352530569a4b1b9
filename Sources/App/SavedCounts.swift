internal import Model

/// How many records each saved view has: counted file by file, only where something has changed,
/// and in short pieces, so that no key waits for it.
package struct SavedCounts: Equatable, Sendable {
  /// By view and slot; nil where it is still to be counted.
  private var bySlot: [[Int?]] = []

  package init() {}

  /// nil while not all is counted.
  package func count(_ view: Int) -> Int? {
    guard bySlot.indices.contains(view) else { return nil }
    return bySlot[view].reduce(0) { sum, count in
      guard let sum, let count else { return nil }
      return sum + count
    }
  }

  /// What was counted of these slots holds no longer; nil for all.
  mutating func forget(_ slots: [Int]?) {
    guard let slots else { return bySlot = [] }
    for view in bySlot.indices {
      for slot in slots where bySlot[view].indices.contains(slot) { bySlot[view][slot] = nil }
    }
  }

  /// What was counted of these views holds no longer.
  mutating func forget(views: [Int]) {
    for view in views where bySlot.indices.contains(view) {
      bySlot[view] = Array(repeating: nil, count: bySlot[view].count)
    }
  }

  /// How many records are looked at before keys are heard again: about a millisecond's worth.
  private static let piece = 20_000

  /// Counts on for a while; false when all is counted.
  mutating func advance(
    _ views: [ListedView], in register: Register, context: QueryContext
  ) -> Bool {
    let slots = register.chunks.count
    if bySlot.count != views.count || bySlot.contains(where: { $0.count != slots }) {
      bySlot = views.map { _ in Array(repeating: nil, count: slots) }
    }
    var seen = 0
    for (index, view) in views.enumerated() where bySlot[index].contains(nil) {
      let matcher = view.query.map { Matcher($0, in: register, context: context) }
      for slot in 0..<slots where bySlot[index][slot] == nil {
        guard seen < SavedCounts.piece else { return true }
        let chunk = register.chunks[slot]
        seen += chunk?.rows.count ?? 0
        bySlot[index][slot] = chunk.flatMap { matcher?.indices(in: $0, slot: slot).count } ?? 0
      }
    }
    return false
  }
}
