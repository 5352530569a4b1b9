package import Model

extension AppState {
  /// Asks for the saved views to be counted, and for what the screens that count keep.
  func countViews() -> [Effect] { isLoading ? [] : [.countViews] }

  /// Counts the views anew that ask what is marked.
  mutating func recountMarked() -> [Effect] {
    let asking = views.saved.indices.filter { views.saved[$0].query?.asksForMarks ?? false }
    guard !asking.isEmpty else { return [] }
    views.counts.forget(views: asking)
    return countViews()
  }

  /// Counts on for a while, and asks for more if that was not all.
  mutating func countOn() -> [Effect] {
    let goesOn =
      views.counts.advance(views.saved, in: register, context: context)
      || standing.follow(register, context, atMost: AppState.standingPiece)
      || titles?.follow(register, atMost: AppState.titlePiece) ?? false
    return goesOn ? [.countViews] : []
  }

  /// How many records are counted for the screens before keys are heard again: about a
  /// millisecond's worth.
  private static let standingPiece = 4_000
  /// The same of titles that are taken apart.
  private static let titlePiece = 200

  mutating func take(_ news: SavedViewsNews) -> [Effect] {
    problems += news.problems.filter { !problems.contains($0) }
    let selected = views.selected
    views.take(shared: news.shared, own: news.own, register.registry)
    keepLayer()
    if let deed = news.deed { follow(deed, news.home) }
    if case .saved(let id) = views.selected, views.savedView(id) == nil { show(ViewChoice.open) }
    if case .saved = selected, selected == views.selected { arrangeList() }
    beginWithSavedView()
    followView()
    return openSelected() + countViews()
  }

  /// After what the person did: the view that was saved is shown, one that was renamed stays shown.
  private mutating func follow(_ deed: SavedViewEdit, _ home: ViewHome) {
    switch deed {
    case .add(let view):
      list.filter = ""
      show(.saved(SavedViewID(home, view.name)))
      say(Words("Đã lưu chế độ xem “\(view.name)”.", "Saved the view “\(view.name)”."), .good)
    case .rename(let old, let new):
      if views.selected == .saved(SavedViewID(home, old)) {
        views.selected = .saved(SavedViewID(home, new))
      }
      say(Words("“\(old)” nay là “\(new)”.", "“\(old)” is “\(new)” now."), .good)
    case .remove(let name):
      say(
        Words(
          "Đã bỏ chế độ xem “\(name)”; các mục vẫn còn.",
          "Removed the view “\(name)”; its records stay."),
        .good)
    }
  }

  // MARK: - What settings begin with

  /// Begins with the view and the order that are configured.
  package mutating func begin(with start: StartingView) {
    self.start = start
    if let name = start.view, let view = StandardView.named(name) {
      show(view)
      self.start.view = nil
    }
    if let sorting = start.sorting { list.sorting = sorting }
  }

  /// A saved view is known only when it was read.
  private mutating func beginWithSavedView() {
    guard let name = start.view else { return }
    start.view = nil
    guard let saved = views.saved(named: name) else {
      return say(SavedViewError.unknown(name, nearest: nil).words, .bad)
    }
    show(.saved(saved.id))
    if let sorting = start.sorting { list.sorting = sorting }
    arrangeList()
  }
}

/// What the person's settings begin with.
package struct StartingView: Equatable, Sendable {
  /// The name of a view; nil once it is shown.
  package var view: String?
  package var sorting: Sorting?

  package init(view: String? = nil, sorting: Sorting? = nil) {
    self.view = view
    self.sorting = sorting
  }
}

extension StandardView {
  /// By its name in the files, or as it stands on the screen in either language.
  package static func named(_ name: String) -> StandardView? {
    let wanted = SearchWord.fold(name)
    return allCases.first { view in
      [view.rawValue, view.words.vi, view.words.en].contains { SearchWord.fold($0) == wanted }
    }
  }
}

extension ViewsPane {
  /// The person's own before the register's.
  package func saved(named name: String) -> ListedView? {
    let wanted = SearchWord.fold(name)
    let fits = saved.filter { $0.view.name == name || SearchWord.fold($0.view.name) == wanted }
    return fits.first { $0.id.home == .own } ?? fits.first
  }

  mutating func take(shared: [SavedView], own: [SavedView], _ registry: Registry) {
    let all =
      shared.map { (SavedViewID(.shared, $0.name), $0) }
      + own.map { (SavedViewID(.own, $0.name), $0) }
    saved = all.map { ListedView($0, $1, registry) }
    counts = SavedCounts()
  }
}
