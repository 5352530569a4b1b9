import Terminal
import Testing

@Suite struct RectTests {
  let screen = Rect(Size(rows: 10, columns: 20))

  @Test(arguments: [
    (count: 3, top: 3, rest: 7), (count: 0, top: 0, rest: 10), (count: 10, top: 10, rest: 0),
    (count: 11, top: 10, rest: 0), (count: -1, top: 0, rest: 10),
  ])
  func splittingOffTheTopGivesWhatThereIs(count: Int, top: Int, rest: Int) {
    let parts = screen.splitTop(count)
    #expect([parts.top.rows, parts.rest.rows] == [top, rest])
    #expect(parts.rest.row == top)
  }

  @Test func splittingAtAnySideLeavesNoGap() {
    let (left, right) = screen.splitLeft(6)
    #expect(left == Rect(row: 0, column: 0, rows: 10, columns: 6))
    #expect(right == Rect(row: 0, column: 6, rows: 10, columns: 14))
    let (rest, edge) = screen.splitRight(6)
    #expect(edge == Rect(row: 0, column: 14, rows: 10, columns: 6))
    #expect(rest.endColumn == edge.column)
    let (above, bottom) = screen.splitBottom(2)
    #expect(bottom == Rect(row: 8, column: 0, rows: 2, columns: 20))
    #expect(above.endRow == bottom.row)
  }

  @Test func anInsetLargerThanTheRectangleIsEmpty() {
    #expect(screen.inset(rows: 1, columns: 2) == Rect(row: 1, column: 2, rows: 8, columns: 16))
    #expect(screen.inset(rows: 6).isEmpty)
  }

  @Test func whatDoesNotFitIsCentredSmaller() {
    let box = screen.centred(Size(rows: 4, columns: 30))
    #expect(box == Rect(row: 3, column: 0, rows: 4, columns: 20))
  }

  @Test func rowsAreCountedWithinTheRectangle() {
    let pane = Rect(row: 5, column: 3, rows: 4, columns: 10)
    #expect(pane.row(3) == Rect(row: 8, column: 3, rows: 1, columns: 10))
    #expect(pane.row(4).isEmpty)
    #expect(pane.rows(from: 1) == Rect(row: 6, column: 3, rows: 3, columns: 10))
  }

  @Test(arguments: [(4, 3, false), (5, 3, true), (8, 12, true), (8, 13, false), (9, 12, false)])
  func containsItsCellsAndNoOthers(row: Int, column: Int, isInside: Bool) {
    let pane = Rect(row: 5, column: 3, rows: 4, columns: 10)
    #expect(pane.contains(Point(row: row, column: column)) == isInside)
  }
}
