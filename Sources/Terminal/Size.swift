/// A width and a height, in cells; never negative.
package struct Size: Hashable, Sendable {
  package let rows: Int
  package let columns: Int

  package init(rows: Int, columns: Int) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }
}

/// A cell's place, counted from 0 at the top left.
package struct Point: Hashable, Sendable {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells; one without rows or columns is empty, and none has a negative size.
package struct Rect: Hashable, Sendable {
  package let row: Int
  package let column: Int
  package let rows: Int
  package let columns: Int

  package init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// All of a screen of `size`.
  package init(_ size: Size) {
    self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
  }

  package var size: Size { Size(rows: rows, columns: columns) }
  package var isEmpty: Bool { rows == 0 || columns == 0 }

  /// The row below the last, and the column right of the last.
  package var endRow: Int { row + rows }
  package var endColumn: Int { column + columns }

  package func contains(_ point: Point) -> Bool {
    (row..<endRow).contains(point.row) && (column..<endColumn).contains(point.column)
  }
}

extension Rect {
  /// Row `index` alone; empty when there is no such row.
  package func row(_ index: Int) -> Rect {
    rows(from: index, count: 1)
  }

  /// The rows from `first` on, counted within this rectangle: `count` of them, or all.
  package func rows(from first: Int, count: Int = .max) -> Rect {
    let start = min(max(0, first), rows)
    let kept = min(max(0, count), rows - start)
    return Rect(row: row + start, column: column, rows: kept, columns: columns)
  }

  /// The columns from `first` on, counted within this rectangle: `count` of them, or all.
  package func columns(from first: Int, count: Int = .max) -> Rect {
    let start = min(max(0, first), columns)
    let kept = min(max(0, count), columns - start)
    return Rect(row: row, column: column + start, rows: rows, columns: kept)
  }

  /// The first `count` rows, and the rest below them; what is missing, the rest goes without.
  package func splitTop(_ count: Int) -> (top: Rect, rest: Rect) {
    (rows(from: 0, count: count), rows(from: count))
  }

  /// The last `count` rows, and the rest above them.
  package func splitBottom(_ count: Int) -> (rest: Rect, bottom: Rect) {
    let cut = rows - min(max(0, count), rows)
    return (rows(from: 0, count: cut), rows(from: cut))
  }

  /// The first `count` columns, and the rest right of them.
  package func splitLeft(_ count: Int) -> (left: Rect, rest: Rect) {
    (columns(from: 0, count: count), columns(from: count))
  }

  /// The last `count` columns, and the rest left of them.
  package func splitRight(_ count: Int) -> (rest: Rect, right: Rect) {
    let cut = columns - min(max(0, count), columns)
    return (columns(from: 0, count: cut), columns(from: cut))
  }

  /// This without `rows` at top and bottom and `columns` at either side.
  package func inset(rows margin: Int = 0, columns side: Int = 0) -> Rect {
    Rect(
      row: row + min(margin, rows), column: column + min(side, columns),
      rows: rows - 2 * margin, columns: columns - 2 * side)
  }

  /// A rectangle of `size` in the middle of this one, made smaller where it does not fit.
  package func centred(_ size: Size) -> Rect {
    let (height, width) = (min(size.rows, rows), min(size.columns, columns))
    return Rect(
      row: row + (rows - height) / 2, column: column + (columns - width) / 2,
      rows: height, columns: width)
  }

  /// What this and `other` have in common.
  package func intersection(_ other: Rect) -> Rect {
    let (top, left) = (max(row, other.row), max(column, other.column))
    return Rect(
      row: top, column: left, rows: min(endRow, other.endRow) - top,
      columns: min(endColumn, other.endColumn) - left)
  }
}
