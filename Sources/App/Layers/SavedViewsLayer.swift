package import Model
internal import Terminal
internal import Vietnamese

/// The menu of saved views: open one, save the list as it is now, rename, remove.
package struct SavedViewsLayer: Equatable, Sendable {
  package enum Mode: Equatable, Sendable {
    case choosing
    /// Typing narrows the list of views.
    case finding
    case saving(ViewHome)
    case renaming
    /// Enter removes.
    case removing
  }

  package var mode = Mode.choosing
  package var field = TextField()
  package var cursor = 0
  /// Why the name that was typed will not do.
  package var fault: SavedViewError?

  init(_ state: AppState) {
    if case .saved(let id) = state.views.selected {
      cursor = state.views.saved.firstIndex { $0.id == id } ?? 0
    }
  }

  package var isTyping: Bool {
    switch mode {
    case .choosing, .removing: false
    case .finding, .saving, .renaming: true
    }
  }

  /// The views that show: all, or those whose name fits what is typed.
  package func views(_ state: AppState) -> [ListedView] {
    let query = PickQuery(field.text)
    guard mode == .finding, !query.isEmpty else { return state.views.saved }
    return state.views.saved.filter { PickCandidate(names: [$0.view.name]).match(query) != nil }
  }

  func chosen(_ state: AppState) -> ListedView? {
    let views = views(state)
    return views.indices.contains(cursor) ? views[cursor] : nil
  }
}

extension AppState {
  /// The list as it is now, as a view with that name.
  func viewOfList(named name: String) -> SavedView {
    var query = list.filter
    var base = StandardView.all
    switch views.selected {
    case .standard(let view): base = view
    case .group(let view, let id):
      base = view
      query = [view.partText(id), query].filter { !$0.isEmpty }.joined(separator: " ")
    case .saved(let id):
      guard let saved = views.savedView(id) else { break }
      base = saved.view.base
      let both = [saved.view.query, query].filter { !$0.isEmpty }
      query = both.count == 2 ? both.map { "(\($0))" }.joined(separator: " ") : both.first ?? ""
    }
    return SavedView(
      name, query: query, base: base, sorting: list.sorting, grouping: list.grouping)
  }

  /// After the views have changed: the cursor stays within them.
  mutating func keepLayer() {
    guard case .savedViews(var layer)? = layers.last else { return }
    layer.cursor = max(0, min(layer.cursor, layer.views(self).count - 1))
    layers[layers.count - 1] = .savedViews(layer)
  }

  mutating func pressInSavedViews(_ key: KeyPress, _ layer: SavedViewsLayer) -> [Effect] {
    var layer = layer
    layer.fault = nil
    switch layer.mode {
    case .choosing: return chooseSavedView(key, layer)
    case .removing:
      layer.mode = .choosing
      layers[layers.count - 1] = .savedViews(layer)
      guard key == .enter, let view = layer.chosen(self) else { return [] }
      return [.editViews(.remove(view.view.name), in: view.id.home)]
    case .finding, .saving, .renaming: break
    }
    switch key {
    case .escape, .control("c"):
      layer.mode = .choosing
      layer.field = TextField()
    case .enter: return confirm(layer)
    case .tab, .backTab:
      if case .saving(let home) = layer.mode {
        layer.mode = .saving(home == .shared ? .own : .shared)
      }
    case .up where layer.mode == .finding: layer.cursor = max(0, layer.cursor - 1)
    case .down where layer.mode == .finding:
      layer.cursor = max(0, min(layer.views(self).count - 1, layer.cursor + 1))
    case .character, .control, .alt, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .insert, .delete, .backspace, .function:
      if layer.field.press(key, typing, tones: tones), layer.mode == .finding { layer.cursor = 0 }
    }
    layers[layers.count - 1] = .savedViews(layer)
    return []
  }

  private mutating func chooseSavedView(_ key: KeyPress, _ chosen: SavedViewsLayer) -> [Effect] {
    var layer = chosen
    let last = max(0, views.saved.count - 1)
    switch key {
    case .escape, .control("c"), .character("q"):
      layers.removeLast()
      return []
    case .down, .character("j"), .control("n"): layer.cursor = min(last, layer.cursor + 1)
    case .up, .character("k"), .control("p"): layer.cursor = max(0, layer.cursor - 1)
    case .home: layer.cursor = 0
    case .end, .character("G"): layer.cursor = last
    case .enter: return confirm(layer)
    case .character("/"): (layer.mode, layer.cursor) = (.finding, 0)
    case .character("s"): layer.mode = .saving(.shared)
    case .character("r"):
      guard let view = layer.chosen(self) else { break }
      (layer.mode, layer.field) = (.renaming, TextField(view.view.name))
    case .character("x"), .character("D"), .delete:
      if layer.chosen(self) != nil { layer.mode = .removing }
    case .character(let digit):
      guard let number = digit.wholeNumberValue, (1...views.saved.count + 1).contains(number),
        number <= views.saved.count
      else { break }
      layer.cursor = number - 1
      return confirm(layer)
    case .control, .alt, .left, .right, .pageUp, .pageDown, .insert, .backspace, .tab, .backTab,
      .function:
      break
    }
    layers[layers.count - 1] = .savedViews(layer)
    return []
  }

  /// Enter: opens the view, or does what was typed.
  private mutating func confirm(_ layer: SavedViewsLayer) -> [Effect] {
    var layer = layer
    layer.field.finishWord()
    let edit: SavedViewEdit
    let home: ViewHome
    switch layer.mode {
    case .choosing, .finding, .removing:
      guard let view = layer.chosen(self) else { return [] }
      layers.removeLast()
      show(.saved(view.id))
      focus = .list
      return openSelected()
    case .saving(let chosen):
      (edit, home) = (.add(viewOfList(named: layer.field.text)), chosen)
    case .renaming:
      guard let view = layer.chosen(self) else { return [] }
      (edit, home) = (.rename(view.view.name, to: layer.field.text), view.id.home)
    }
    var kept = views.saved.filter { $0.id.home == home }.map(\.view)
    do throws(SavedViewError) {
      try edit.apply(to: &kept)
    } catch {
      layer.fault = error
      layers[layers.count - 1] = .savedViews(layer)
      return []
    }
    if layer.mode == .renaming {
      (layer.mode, layer.field) = (.choosing, TextField())
      layers[layers.count - 1] = .savedViews(layer)
    } else {
      layers.removeLast()
    }
    return [.editViews(edit, in: home)]
  }
}

extension StandardView {
  /// The part of the view that is one of its groups, as it is typed.
  fileprivate func partText(_ id: String) -> String {
    switch self {
    case .byUnit: "lead:\(id)"
    case .byCounterpart: "counterpart:\(id)"
    case .programmes: "programme:\(id)"
    case .dossiers: "dossier:\(id)"
    case .inbox, .open, .ours, .theirs, .overdue, .dueSoon, .awaiting, .toChase, .calendar, .closed,
      .all:
      ""
    }
  }
}
