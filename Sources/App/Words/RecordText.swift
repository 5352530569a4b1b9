package import Model
internal import Terminal
package import Vietnamese

/// A whole record as lines of plain text, as the detail pane words it.
package struct RecordText: Sendable {
  private let register: Register
  private let context: QueryContext
  private let language: Language

  package init(_ register: Register, context: QueryContext, language: Language) {
    self.register = register
    self.context = context
    self.language = language
  }

  /// The title, the summary, then each of the other tabs under its heading.
  package func lines(_ record: Record, width: Int) -> [String] {
    var state = AppState(
      register: register, context: context, language: language, theme: Theme(.mono),
      size: Size(rows: 24, columns: width))
    state.show(record)
    guard let followUp = state.detail.followUp else { return [record.code] }
    let kind = "\(followUp.kind.words(language)) · \(followUp.direction.words(language))"
    var lines = ["\(followUp.code)  \(kind)"]
    lines += TextWidth.wrap(followUp.title, to: width)
    if language == .en, let english = followUp.titleEn {
      lines += TextWidth.wrap(english, to: width)
    }
    if let since = followUp.binned {
      lines += TextWidth.wrap(
        CommandWords.inTheBin(DeadlineText(language).day(since))(language), to: width)
    }
    lines.append("")
    for tab in DetailPane.Tab.allCases {
      state.detail.tab = tab
      let text = DetailText(state).lines(width: width).map { spans in
        spans.map(\.text).joined()
      }
      if tab == .summary {
        lines += text
      } else if text != ["—"] && !text.isEmpty {
        lines += ["", "— " + tab.words(language)] + text
      }
    }
    return RecordText.withoutBlankEnd(lines)
  }

  private static func withoutBlankEnd(_ lines: [String]) -> [String] {
    var lines = lines
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
