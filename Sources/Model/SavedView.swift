/// A query that was given a name, with the order and the groups of its list.
package struct SavedView: Hashable, Sendable {
  package var name: String
  /// The standard view it is part of.
  package var base: StandardView
  /// As it was typed.
  package var query: String
  package var sorting: Sorting
  package var grouping: Grouping
  /// Members that only a newer dondoc knows; they are carried along.
  private var others: [Value.Member]

  package init(
    _ name: String, query: String, base: StandardView = .all, sorting: Sorting? = nil,
    grouping: Grouping? = nil
  ) {
    self.name = name
    self.base = base
    self.query = query
    self.sorting = sorting ?? base.sorting
    self.grouping = grouping ?? base.grouping
    others = []
  }

  /// What it finds.
  package func parsed(_ registry: Registry) throws(QueryError) -> Query {
    base.query.and(try QueryParser(registry: registry).parse(query))
  }
}

extension SavedView: ValueCodable {
  private static let known: Set<String> = ["name", "view", "query", "sort", "descending", "group"]

  package init(_ value: Value) throws(ValueError) {
    let base = try value.word("view", as: StandardView.self) ?? .all
    let key = try value.word("sort", as: Sorting.Key.self)
    let isDescending = try value.flag("descending")
    self.init(
      try value.required("name"), query: try value.optional("query") ?? "", base: base,
      sorting: key.map { Sorting(by: $0, isDescending: isDescending) },
      grouping: try value.word("group", as: Grouping.self))
    if case .object(let members) = value {
      others = members.filter { !SavedView.known.contains($0.key) }
    }
  }

  package var value: Value {
    let members: [Value.Member] = [
      Value.Member("name", .text(name)),
      Value.Member("view", base == .all ? .null : .text(base.rawValue)),
      Value.Member("query", .text(query)),
      Value.Member("sort", .text(sorting.key.rawValue)),
      Value.Member("descending", sorting.isDescending ? .bool(true) : .null),
      Value.Member("group", grouping == .none ? .null : .text(grouping.rawValue)),
    ]
    return .object(members.filter { !$0.value.isEmpty } + others)
  }
}

/// Where a saved view is kept.
package enum ViewHome: String, CaseIterable, Hashable, Sendable {
  /// In the register, for everybody who opens it.
  case shared
  /// In the person's own settings.
  case own
}

/// Which saved view is meant.
package struct SavedViewID: Hashable, Sendable {
  package var home: ViewHome
  package var name: String

  package init(_ home: ViewHome, _ name: String) {
    self.home = home
    self.name = name
  }
}

/// Something done to the saved views of one place.
package enum SavedViewEdit: Hashable, Sendable {
  case add(SavedView)
  case rename(String, to: String)
  case remove(String)

  /// - Throws: Why it cannot be done; then nothing is altered.
  package func apply(to views: inout [SavedView]) throws(SavedViewError) {
    switch self {
    case .add(let view):
      try SavedViewEdit.check(view.name, among: views)
      views.append(view)
    case .rename(let name, let new):
      let index = try SavedViewEdit.index(of: name, in: views)
      try SavedViewEdit.check(new, among: views.filter { $0.name != views[index].name })
      views[index].name = new
    case .remove(let name):
      views.remove(at: try SavedViewEdit.index(of: name, in: views))
    }
  }

  /// The place of the view with that name, however it is written.
  package static func index(
    of name: String, in views: [SavedView]
  ) throws(SavedViewError) -> Int {
    if let index = views.firstIndex(where: { $0.name == name }) { return index }
    let wanted = SearchWord.fold(name)
    let fits = views.indices.filter { SearchWord.fold(views[$0].name) == wanted }
    guard fits.count == 1 else {
      throw .unknown(name, nearest: Nearest.of(name, among: views.map(\.name)))
    }
    return fits[0]
  }

  private static func check(_ name: String, among views: [SavedView]) throws(SavedViewError) {
    guard name.contains(where: { $0.isLetter || $0.isNumber }) else { throw .noName }
    guard !views.contains(where: { $0.name == name }) else { throw .taken(name) }
  }
}

package enum SavedViewError: Error, Hashable, Sendable {
  /// A name has at least a letter or a digit.
  case noName
  case taken(String)
  case unknown(String, nearest: String?)
}
