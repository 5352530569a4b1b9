/// The one place that counts records.
package struct Tally: Equatable, Sendable {
  package private(set) var byView: [StandardView: Int] = [:]
  package private(set) var total = 0
  /// Records that two people changed in different ways, those in the bin too.
  package private(set) var conflicts = 0

  package init() {}

  /// Counts every view at once. Linear in the records.
  package init(_ register: Register, context: QueryContext) {
    let matchers = StandardView.allCases.map {
      (view: $0, matcher: Matcher($0.query, in: register, context: context))
    }
    for (slot, chunk) in register.chunks.enumerated() {
      guard let chunk else { continue }
      total += chunk.rows.count
      conflicts += chunk.conflicts
      for (view, matcher) in matchers {
        byView[view, default: 0] += matcher.indices(in: chunk, slot: slot).count
      }
    }
  }

  package func count(_ view: StandardView) -> Int { byView[view] ?? 0 }
}
