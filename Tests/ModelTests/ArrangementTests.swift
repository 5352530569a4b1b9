import Model
import Testing

/// Lists are sorted alike whether their keys lie close together or far apart.
struct ArrangementTests {
  private static let days: [Int32] = [500, Row.noDay, 100, 500, 300]

  private func rows(_ key: Sorting.Key, spread: Int64, isDescending: Bool = false) -> [Int] {
    var rows: [Row] = []
    for (index, day) in ArrangementTests.days.enumerated() {
      var row = Row()
      row.dueOrdinal = day == Row.noDay ? day : Int32(Int64(day) * spread)
      row.tier = index == 2 ? .background : .core
      rows.append(row)
    }
    var register = Register(
      profile: RegisterProfile(name: "Sổ"), registry: Registry([:], programmes: []), slots: 0)
    register.place(Chunk(path: "a.json", rows: rows), in: 0)
    let places = rows.indices.map { RowPlace(slot: 0, index: $0) }
    return Arrangement(
      places, in: register, sorting: Sorting(by: key, isDescending: isDescending), grouping: .none
    ).rows.map { Int($0.index) }
  }

  @Test(arguments: [1, 100_000] as [Int64])
  func coreRecordsComeFirstAndThoseWithoutADayLast(spread: Int64) {
    #expect(rows(.due, spread: spread) == [4, 0, 3, 1, 2])
  }

  @Test(arguments: [1, 100_000] as [Int64])
  func theOtherWayRoundTheyStillComeLast(spread: Int64) {
    #expect(rows(.due, spread: spread, isDescending: true) == [0, 3, 4, 1, 2])
  }

  @Test func registerOrderCanBeTurnedRound() {
    #expect(rows(.register, spread: 1) == [0, 1, 3, 4, 2])
    #expect(rows(.register, spread: 1, isDescending: true) == [4, 3, 1, 0, 2])
  }

  @Test func aListOfNothingButMissingKeysKeepsItsOrder() {
    #expect(rows(.priority, spread: 1) == [0, 1, 3, 4, 2])
  }
}
