package import Model
internal import Terminal

/// What can stand over the panes. The topmost hears every key.
package enum Layer: Equatable, Sendable {
  case help(HelpLayer)
  case menu(MenuLayer)
  case form(FormLayer)
  case savedViews(SavedViewsLayer)
}

/// A list of choices, each with a key of its own.
package struct MenuLayer: Equatable, Sendable {
  package enum Choice: Equatable, Sendable {
    case status(Status)
    case sorting(Sorting.Key)
    case grouping(Grouping)
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
  package var field = TextField()
  package var cursor = 0
  package var window = Window()

  package init() {}
}
