package import Model

/// Pasted minutes and what they were split into, before anything is stored.
package struct MinutesLayer: Equatable, Sendable {
  package struct Item: Equatable, Sendable {
    package var candidate: MinutesCandidate
    package var isKept: Bool
    /// Whether it has been on the screen: nothing is stored unseen.
    package var wasSeen = false
    /// The quick-add line it was changed to; nil while its title stands as proposed.
    package var line: String?

    package init(_ candidate: MinutesCandidate) {
      self.candidate = candidate
      isKept = candidate.score >= MinutesSplitter.keepingScore
    }
  }

  /// What is being typed or asked.
  package enum Mode: Equatable, Sendable {
    case list
    /// The line of the item the cursor is on.
    case line(TextField)
    /// The fields that all records get.
    case common(TextField)
    /// Where to split: which of the points.
    case splitting([Int], chosen: Int)
    case confirming
    /// On its way to the disk.
    case sent
    case leaving
  }

  private struct Step: Equatable, Sendable {
    var items: [Item]
    var cursor: Int
  }

  package let reading: MinutesReading
  package let characters: [Character]
  package private(set) var items: [Item]
  package var cursor = 0
  package var window = Window()
  package var mode = Mode.list
  /// As it was typed; ``defaults`` is what it comes to.
  package var common = ""
  package var defaults: QuickAddDefaults
  /// What is wrong with what was typed, or keeps the records from being made.
  package var fault: String?
  private var steps: [Step] = []

  package init(_ reading: MinutesReading, defaults: QuickAddDefaults) {
    self.reading = reading
    characters = Array(reading.text)
    items = reading.candidates.map(Item.init)
    self.defaults = defaults
    // What the minutes say of each is not what the line before said.
    self.defaults.kind = nil
    self.defaults.direction = nil
  }

  package var isTyping: Bool {
    switch mode {
    case .line, .common: true
    case .list, .splitting, .confirming, .sent, .leaving: false
    }
  }

  package var isChanged: Bool { !steps.isEmpty || !common.isEmpty }
  package var keptCount: Int { items.count { $0.isKept } }

  package var current: Item? { items.indices.contains(cursor) ? items[cursor] : nil }

  /// The first of those to be kept that was never on the screen, and how many there are.
  package var unseen: (first: Int, count: Int)? {
    let places = items.indices.filter { items[$0].isKept && !items[$0].wasSeen }
    return places.first.map { ($0, places.count) }
  }

  // MARK: - What changes it

  package mutating func move(to place: Int) {
    cursor = max(0, min(items.count - 1, place))
  }

  /// Scrolls to the cursor, and notes what shows.
  package mutating func settle(height: Int) {
    window.follow(cursor, of: items.count, height: height)
    for index in window.lines(of: items.count, height: height) { items[index].wasSeen = true }
  }

  private mutating func remember() {
    steps.append(Step(items: items, cursor: cursor))
    if steps.count > 50 { steps.removeFirst() }
  }

  /// Takes the last change back; false when there is none.
  package mutating func undo() -> Bool {
    guard let step = steps.popLast() else { return false }
    (items, cursor) = (step.items, step.cursor)
    return true
  }

  package mutating func toggle() {
    guard current != nil else { return }
    remember()
    items[cursor].isKept.toggle()
  }

  package mutating func keepAll(_ isKept: Bool) {
    remember()
    for index in items.indices { items[index].isKept = isKept }
  }

  package mutating func setKind(_ kind: Kind) {
    guard current != nil else { return }
    remember()
    items[cursor].candidate.kind = kind
    items[cursor].isKept = true
  }

  package mutating func setLine(_ line: String) {
    guard current != nil else { return }
    remember()
    items[cursor].line = line
    items[cursor].isKept = true
  }

  /// The one the cursor is on and the next are one; what was typed for the first stands.
  package mutating func joinNext(_ splitter: MinutesSplitter) -> Bool {
    guard cursor + 1 < items.count else { return false }
    remember()
    let (one, next) = (items[cursor], items.remove(at: cursor + 1))
    let range = one.candidate.range.lowerBound..<next.candidate.range.upperBound
    items[cursor].candidate = splitter.candidate(
      of: reading.text, range: range, like: one.candidate)
    items[cursor].isKept = one.isKept || next.isKept
    return true
  }

  /// Parts the one the cursor is on at a character of the source.
  package mutating func split(at place: Int, _ splitter: MinutesSplitter) {
    guard let one = current, one.candidate.range.contains(place),
      place > one.candidate.range.lowerBound
    else { return }
    remember()
    let range = one.candidate.range
    var second = one
    items[cursor].candidate = splitter.candidate(
      of: reading.text, range: range.lowerBound..<place, like: one.candidate)
    second.candidate = splitter.candidate(
      of: reading.text, range: place..<range.upperBound, like: one.candidate)
    second.line = nil
    second.wasSeen = false
    items.insert(second, at: cursor + 1)
  }
}
