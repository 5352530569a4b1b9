package import Terminal

/// Where the panes stand, by the size of the screen. Source: product.md §2.
package struct Layout: Equatable, Sendable {
  package enum Shape: Equatable, Sendable {
    case tooSmall, onePane, viewsAndStack, threeColumns
  }

  package let shape: Shape
  package let size: Size
  /// One line at the top and one at the bottom; between them and the panes a hairline each.
  package let status: Rect
  package let banner: Rect
  package let body: Rect
  package let hints: Rect
  package private(set) var views: Rect
  package private(set) var list: Rect
  package private(set) var detail: Rect

  /// The smallest screen the panes are drawn on.
  package static let smallest = Size(rows: 15, columns: 60)
  package static let viewsWidth = 24

  package init(_ state: AppState) {
    size = state.size
    let all = Rect(size)
    shape =
      size.columns < Layout.smallest.columns || size.rows < Layout.smallest.rows
      ? .tooSmall
      : state.isZoomed || size.columns < 100
        ? .onePane : size.columns < 140 ? .viewsAndStack : .threeColumns
    let bannerRows = state.problems.isEmpty ? 0 : 1
    status = all.row(0)
    banner = all.rows(from: 1, count: bannerRows)
    hints = all.row(size.rows - 1)
    body = all.rows(from: 2 + bannerRows, count: max(0, size.rows - 4 - bannerRows))
    (views, list, detail) = (body, body, body)
    switch shape {
    case .tooSmall, .onePane: break
    case .viewsAndStack:
      let (left, rest) = body.splitLeft(Layout.viewsWidth + 1)
      views = left.columns(from: 0, count: Layout.viewsWidth)
      // The detail gets what a summary needs, the list at least half.
      let (top, bottom) = rest.splitBottom(max(8, min(14, body.rows * 2 / 5)))
      list = top
      detail = bottom.rows(from: 1)
    case .threeColumns:
      let (left, rest) = body.splitLeft(Layout.viewsWidth + 1)
      views = left.columns(from: 0, count: Layout.viewsWidth)
      let (middle, right) = rest.splitRight(max(48, rest.columns * 2 / 5))
      list = middle
      detail = right.columns(from: 1)
    }
  }

  /// The rows of records: the list without its heading.
  package var listRows: Int { max(0, list.rows - 1) }
  /// The rows of text: the detail without its heading, title and the blank below.
  package var detailTextRows: Int { max(0, detail.rows - 1) }

  package func isVisible(_ pane: Pane, focus: Pane) -> Bool {
    switch shape {
    case .tooSmall: false
    case .onePane: pane == focus
    case .viewsAndStack, .threeColumns: true
    }
  }

  package func rect(of pane: Pane) -> Rect {
    switch pane {
    case .views: views
    case .list: list
    case .detail: detail
    }
  }
}
