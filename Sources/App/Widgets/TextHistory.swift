/// What was done to a text, so that it can be taken back: a word at a time, or a run of deletions.
struct TextHistory: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case typing, deleting
    /// Taken back by itself, such as a paste.
    case whole
  }

  struct Step: Equatable, Sendable {
    var start: Int
    var removed: [Character]
    var inserted: [Character]
    var kind: Kind
    /// Where the cursor stood before.
    var cursor: Int
  }

  private var done: [Step] = []
  private var undone: [Step] = []
  /// Whether the next step may join the last.
  var isOpen = false

  private static let mostSteps = 200

  mutating func note(_ step: Step) {
    undone = []
    if isOpen, let last = done.last, let joined = last.joined(with: step) {
      done[done.count - 1] = joined
    } else {
      done.append(step)
      if done.count > TextHistory.mostSteps { done.removeFirst() }
    }
    isOpen = true
  }

  mutating func back() -> Step? {
    isOpen = false
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return step
  }

  mutating func forth() -> Step? {
    isOpen = false
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return step
  }
}

extension TextHistory.Step {
  /// Both as one; nil where the second is a thing of its own.
  fileprivate func joined(with next: Self) -> Self? {
    switch (kind, next.kind) {
    case (.typing, .typing): joinedTyping(next)
    case (.deleting, .deleting): joinedDeleting(next)
    case (.typing, _), (.deleting, _), (.whole, _): nil
    }
  }

  /// A word with the blanks behind it: the composer alters its end while it is typed.
  private func joinedTyping(_ next: Self) -> Self? {
    let end = start + inserted.count
    guard next.start >= start, next.start + next.removed.count == end else { return nil }
    let isNewWord =
      next.removed.isEmpty && inserted.last?.isWhitespace == true
      && next.inserted.first?.isWhitespace == false
    guard !isNewWord else { return nil }
    var joined = self
    joined.inserted.removeLast(next.removed.count)
    joined.inserted += next.inserted
    return joined
  }

  private func joinedDeleting(_ next: Self) -> Self? {
    guard inserted.isEmpty, next.inserted.isEmpty else { return nil }
    var joined = self
    if next.start + next.removed.count == start {
      joined.removed = next.removed + removed
      joined.start = next.start
    } else if next.start == start {
      joined.removed += next.removed
    } else {
      return nil
    }
    return joined
  }
}
