/// Which lines of a long list show, so that the cursor is always among them.
package struct Window: Equatable, Sendable {
  package var top = 0

  package init() {}

  /// Moves as little as needed to keep `line` in sight, with a margin where there is room.
  package mutating func follow(_ line: Int, of count: Int, height: Int) {
    guard height > 0 else { return }
    let margin = min(2, max(0, (height - 1) / 2))
    if line < top + margin { top = line - margin }
    if line > top + height - 1 - margin { top = line - height + 1 + margin }
    top = max(0, min(top, count - height))
  }

  package func lines(of count: Int, height: Int) -> Range<Int> {
    let start = max(0, min(top, count))
    return start..<min(count, start + max(0, height))
  }
}
