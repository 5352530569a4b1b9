internal import Model
package import Terminal
internal import Vietnamese

/// A piece of a line in one style.
package struct Span: Equatable, Sendable {
  package var text: String
  package var style: Style
}

/// The text of the detail pane: the tab's lines, wrapped to the pane.
package struct DetailText: Sendable {
  let state: AppState
  let words: DeadlineText

  package init(_ state: AppState) {
    self.state = state
    words = DeadlineText(state.language)
  }

  /// Columns of the labels on the left.
  static let labelWidth = 13

  package func lines(width: Int) -> [[Span]] {
    guard let followUp = state.detail.followUp, let record = state.detail.record else { return [] }
    let lines =
      switch state.detail.tab {
      case .summary: summary(followUp)
      case .history: history(record)
      case .papers: papers(followUp)
      case .programme: programme(followUp)
      }
    return lines.flatMap { wrapped($0, width: width) }
  }

  /// One entry of a tab, before it is wrapped.
  enum Entry {
    /// A label on the left, its text beside it.
    case field(Words, String, Style)
    case text(String, Style)
    /// A line of a list, its further lines set in as the first.
    case item(String, Style)
    case blank
  }

  func style(_ role: Role) -> Style { state.theme.style(role) }
  func say(_ words: Words) -> String { words(state.language) }

  private func wrapped(_ entry: Entry, width: Int) -> [[Span]] {
    switch entry {
    case .blank: return [[]]
    case .text(let text, let style):
      return TextWidth.wrap(text, to: max(8, width)).map { [Span(text: $0, style: style)] }
    case .item(let text, let style):
      return TextWidth.wrap(text, to: max(8, width - 2)).map {
        [Span(text: "  " + $0, style: style)]
      }
    case .field(let label, let text, let style):
      let lines = TextWidth.wrap(text, to: max(8, width - DetailText.labelWidth))
      return lines.enumerated().map { index, line in
        let name = index == 0 ? say(label) : ""
        return [
          Span(
            text: TextWidth.pad(name, to: DetailText.labelWidth), style: self.style(.dim)),
          Span(text: line, style: style),
        ]
      }
    }
  }

  func name(_ id: String, _ kind: RegistryKind) -> String {
    state.register.registry.name(id, in: kind, language: state.language)
  }

  /// The names, each that was inferred marked so; if all were, they are marked together.
  func names(_ mentions: [Mention], _ kind: RegistryKind) -> String {
    let inferred = say(Words(" (suy ra)", " (inferred)"))
    if mentions.count > 1 && mentions.allSatisfy(\.isInferred) {
      return mentions.map { name($0.id, kind) }.joined(separator: "; ")
        + say(Words(" (đều suy ra)", " (all inferred)"))
    }
    return mentions.map { name($0.id, kind) + ($0.isInferred ? inferred : "") }
      .joined(separator: "; ")
  }

  func titled(_ key: String) -> String {
    guard let place = state.register.place(ofKey: key),
      let (chunk, row) = state.register.row(at: place)
    else { return key }
    return chunk.code(row) + "  " + chunk.titleForALine(row)
  }
}
