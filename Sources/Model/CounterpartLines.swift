/// What came back from each counterpart of a record. Source: domain.md §8; story S7.
package struct CounterpartLines: Hashable, Sendable {
  package let lines: [CounterpartLine]

  /// The lines that are followed by themselves; none while nobody does.
  package init(_ followUp: FollowUp) {
    lines = followUp.counterparts.contains { $0.isFollowed } ? followUp.counterparts : []
  }

  package var answered: Int { lines.count - missing.count }

  /// Those that have not answered yet.
  package var missing: [CounterpartLine] { lines.filter { !$0.isAnswered } }
}

extension CounterpartLine {
  fileprivate var isFollowed: Bool { status != nil || isAnswered }

  /// A paper, words, or an end is an answer; an answer that is not the last one too.
  package var isAnswered: Bool {
    answer != nil || paper != nil || status.map { !$0.isOpen } == true
  }
}
