package import Model
package import Vietnamese

/// What the interface remembers from one time to the next. It is not the person's to write:
/// losing it costs nothing but the memory.
package struct RememberedState: Equatable, Sendable {
  /// Chosen with the keys for it; nil while nothing was.
  package var typing: Composer.Method?
  package var language: Language?
  /// Searches that were confirmed.
  package var filters = History()
  /// Lines of the palette.
  package var commands = History()

  package init() {}

  /// Lines typed before, the newest last.
  package struct History: Equatable, Sendable {
    package private(set) var lines: [String] = []

    package static let most = 100

    package init() {}

    /// A line typed again moves to the end.
    package mutating func add(_ line: String) {
      guard line.contains(where: { !$0.isWhitespace }) else { return }
      lines.removeAll { $0 == line }
      lines.append(line)
      if lines.count > History.most { lines.removeFirst(lines.count - History.most) }
    }
  }
}

extension RememberedState {
  /// Out of a file: what cannot be read is as if it were not there.
  package init(_ value: Value) {
    typing = value["typing"].text.flatMap(Composer.Method.init(rawValue:))
    language = value["language"].text.flatMap(Language.init(rawValue:))
    for line in value["filters"].elements { filters.add(line.text ?? "") }
    for line in value["commands"].elements { commands.add(line.text ?? "") }
  }

  package var value: Value {
    .object([
      "typing": .text(typing?.rawValue), "language": .text(language?.rawValue),
      "filters": .list(filters.lines.map(Value.text)),
      "commands": .list(commands.lines.map(Value.text)),
    ])
  }
}

/// A walk back through a ``RememberedState/History``.
package struct HistoryWalk: Equatable, Sendable {
  private var place: Int?

  package init() {}

  /// Whether a line out of the history is shown.
  package var isWalking: Bool { place != nil }

  /// The line before; nil at the oldest.
  package mutating func earlier(in history: RememberedState.History) -> String? {
    let next = (place ?? history.lines.count) - 1
    guard history.lines.indices.contains(next) else { return nil }
    place = next
    return history.lines[next]
  }

  /// The line after; an empty one behind the newest; nil when nobody walks.
  package mutating func later(in history: RememberedState.History) -> String? {
    guard let place else { return nil }
    self.place = history.lines.indices.contains(place + 1) ? place + 1 : nil
    return self.place.map { history.lines[$0] } ?? ""
  }

  package mutating func end() { place = nil }
}
