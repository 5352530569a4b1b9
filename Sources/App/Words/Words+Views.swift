package import Model

extension ViewHome {
  /// In a list: whose the view is.
  package var words: Words {
    switch self {
    case .shared: Words("chung", "shared")
    case .own: Words("riêng", "own")
    }
  }
}

extension SavedViewError {
  package var words: Words {
    switch self {
    case .noName: Words("Cần một cái tên.", "A name is needed.")
    case .taken(let name):
      Words("Đã có chế độ xem “\(name)”.", "There is a view “\(name)” already.")
    case .unknown(let name, let nearest):
      Words(
        "Không có chế độ xem “\(name)”" + (nearest.map { "; có lẽ là “\($0)”?" } ?? "."),
        "There is no view “\(name)”" + (nearest.map { "; perhaps “\($0)”?" } ?? "."))
    }
  }
}

extension QueryError {
  /// As the query of a saved view.
  package func words(of view: SavedView) -> Words {
    Words(
      "“\(view.name)” (\(view.query)): \(words.vi)", "“\(view.name)” (\(view.query)): \(words.en)")
  }
}
