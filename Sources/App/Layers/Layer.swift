package import Model
internal import Terminal

/// What can stand over the panes. The topmost hears every key.
package enum Layer: Equatable, Sendable {
  /// A full-screen view: it covers the panes and every layer below it.
  case screen(Screen)
  case help(HelpLayer)
  case menu(MenuLayer)
  case form(FormLayer)
  case modify(ModifyLayer)
  case sheet(SheetLayer)
  /// The quick-add line; what is typed stands in ``AppState/entry``.
  case entry
  case minutes(MinutesLayer)
  case preview(PreviewLayer)
  case palette(PaletteLayer)
  case draft(DraftLayer)
  case savedViews(SavedViewsLayer)

  /// Whether it takes the place of the panes.
  package var isScreen: Bool {
    switch self {
    case .screen, .minutes: true
    case .help, .menu, .form, .modify, .sheet, .entry, .preview, .palette, .draft, .savedViews:
      false
    }
  }

  package var screen: Screen? {
    if case .screen(let screen) = self { screen } else { nil }
  }
}

/// A list of choices, each with a key of its own.
package struct MenuLayer: Equatable, Sendable {
  package enum Choice: Equatable, Sendable {
    case status(Status)
    case sorting(Sorting.Key)
    case grouping(Grouping)
    case act(Action, slot: Int, key: String)
    case programme(String)
    case review(programme: String, year: Int)
    case closeReview(programme: String, year: Int)
    case restoreVersion(String)
    case nothing
    case actOnMany(Action, [RecordAddress])
    case visit(VisitSubject)
    /// The record with this code is the same; empty for one that is not listed.
    case duplicate(code: String)
  }

  package struct Item: Equatable, Sendable {
    package var choice: Choice
    package var glyph: Character?
    package var label: Words
    /// What comes of it, or what it will ask for.
    package var remark: String
    /// Where the record, or the list, stands now.
    package var isCurrent: Bool
  }

  package var title: Words
  package var items: [Item]
  package var cursor: Int

  /// The keys of the items in order.
  package static let keys = Array("1234567890-=")

  package init(title: Words, items: [Item]) {
    self.title = title
    self.items = items
    cursor = items.firstIndex { $0.isCurrent } ?? 0
  }
}

/// Every command with its keys; typing filters, Enter runs.
package struct HelpLayer: Equatable, Sendable {
  /// The full-screen view it was opened on, whose keys come first.
  package var screen: ScreenName?
  package var field = TextField()
  package var cursor = 0
  package var window = Window()

  package init(on screen: ScreenName? = nil) { self.screen = screen }
}
