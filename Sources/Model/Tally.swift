/// The one place that counts records.
package struct Tally: Equatable, Sendable {
  package private(set) var byView: [StandardView: Int] = [:]
  package private(set) var total = 0

  package init() {}

  /// Counts every view at once. Linear in the records.
  package init(_ register: Register, context: QueryContext) {
    let matchers = StandardView.allCases.map {
      (view: $0, matcher: Matcher($0.query, in: register, context: context))
    }
    for case let chunk? in register.chunks {
      total += chunk.rows.count
      for (view, matcher) in matchers {
        byView[view, default: 0] += matcher.indices(in: chunk).count
      }
    }
  }

  package func count(_ view: StandardView) -> Int { byView[view] ?? 0 }
}
