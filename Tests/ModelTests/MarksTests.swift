import Model
import Testing

@Suite struct MarksTests {
  private func place(_ slot: Int, _ index: Int) -> RowPlace { RowPlace(slot: slot, index: index) }

  @Test func aMarkIsSetAndTakenOnce() {
    var marks = Marks()
    let inserted = [marks.insert(place(2, 5)), marks.insert(place(2, 5))]
    #expect(inserted == [true, false])
    #expect(marks.contains(place(2, 5)))
    #expect(!marks.contains(place(2, 6)))
    #expect(!marks.contains(place(1, 5)))
    #expect(marks.count == 1)
    let removed = [marks.remove(place(2, 5)), marks.remove(place(2, 5))]
    #expect(removed == [true, false])
    #expect(marks.isEmpty)
  }

  @Test func placesComeInRegisterOrder() {
    let places = [place(3, 0), place(0, 9), place(0, 2)]
    #expect(Marks(places).places == [place(0, 2), place(0, 9), place(3, 0)])
  }

  @Test func marksFollowTheirRecordsIntoANewReading() {
    let old = Made.chunk([Made("a"), Made("b"), Made("c"), Made("d")])
    // b has gone, d stands first.
    let new = Made.chunk([Made("d"), Made("a"), Made("c")])
    var marks = Marks([place(0, 1), place(0, 2), place(0, 3), place(1, 0)])
    marks.follow(slot: 0, from: old, to: new)
    #expect(marks.places == [place(0, 0), place(0, 2), place(1, 0)])
    #expect(marks.count == 3)
  }

  @Test func marksOfAFileThatCannotBeReadAreDropped() {
    let old = Made.chunk([Made("a")])
    var marks = Marks([place(0, 0), place(1, 0)])
    marks.follow(slot: 0, from: old, to: nil)
    #expect(marks.places == [place(1, 0)])
  }
}
