extension Canvas: Equatable {
  package static func == (one: Canvas, other: Canvas) -> Bool {
    one.size == other.size && one.changes(since: other).isEmpty
  }
}

extension Canvas {
  /// Neighbouring cells of one row that differ from what the screen shows.
  package struct Run: Equatable, Sendable {
    package let row: Int
    package let column: Int
    /// Never begins with a second half; ``Canvas/scalars(of:)`` says what they show.
    package let cells: ArraySlice<Cell>

    package var columns: Range<Int> { column..<column + cells.count }
  }

  /// The cells to send so that a screen showing `old` shows this; all of them if the size changed.
  ///
  /// A wide glyph is sent whole, and what `old` had under a new second half is part of the run.
  package func changes(since old: Canvas?) -> [Run] {
    guard let old, old.size == size else {
      return (0..<rows).filter { _ in columns > 0 }.map { run(row: $0, from: 0, to: columns) }
    }
    let hasSameClusters = clusters == old.clusters
    var runs: [Run] = []
    for row in 0..<rows {
      let base = row * columns
      var column = 0
      while true {
        column = firstChange(row: row, from: column, since: old, hasSameClusters: hasSameClusters)
        guard column < columns else { break }
        let start = glyphStart(row: row, column: column)
        column += 1
        while column < columns,
          cells[base + column].columns == 0
            || differs(base + column, from: old, hasSameClusters: hasSameClusters)
        {
          column += 1
        }
        runs.append(run(row: row, from: start, to: column))
      }
    }
    return runs
  }

  /// The first column from `start` on that differs; ``columns`` where none does.
  private func firstChange(
    row: Int, from start: Int, since old: Canvas, hasSameClusters: Bool
  ) -> Int {
    let base = row * columns
    var column = start
    if hasSameClusters {
      // Most cells are as they were: nothing but the comparison is done for them.
      cells.withUnsafeBufferPointer { new in
        old.cells.withUnsafeBufferPointer { old in
          while column < columns, new[base + column] == old[base + column] { column += 1 }
        }
      }
      return column
    }
    while column < columns, !differs(base + column, from: old, hasSameClusters: false) {
      column += 1
    }
    return column
  }

  private func run(row: Int, from start: Int, to end: Int) -> Run {
    let base = row * columns
    return Run(row: row, column: start, cells: cells[base + start..<base + end])
  }

  private func glyphStart(row: Int, column: Int) -> Int {
    column > 0 && cells[row * columns + column].columns == 0 ? column - 1 : column
  }

  @inline(__always)
  private func differs(_ index: Int, from old: Canvas, hasSameClusters: Bool) -> Bool {
    let (new, before) = (cells[index], old.cells[index])
    guard new == before else {
      return new.style != before.style || new.columns != before.columns
        || hasSameClusters || scalars(of: new) != old.scalars(of: before)
    }
    return !hasSameClusters && new.content & Cell.clusterBit != 0
      && scalars(of: new) != old.scalars(of: before)
  }
}
