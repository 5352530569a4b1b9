import Testing

@testable import benchmark

/// The sums and words of the benchmark; what it measures is not tested.
struct BenchmarkTests {
  @Test func theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
    #expect(Samples([4, 1, 3]).median == 3)
    #expect(Samples([4, 1, 3, 2]).median == 2.5)
    #expect(Samples([]).median == nil)
  }

  @Test(arguments: [(99.0, 99.0), (99.1, 100.0), (100.0, 100.0), (1.0, 1.0), (0.0, 1.0)])
  func aPercentileIsTheSmallestValueThatSoManyDoNotPass(percent: Double, value: Double) {
    #expect(Samples((1...100).map(Double.init)).percentile(percent) == value)
  }

  @Test(arguments: [
    (0.0, "0"), (0.084, "0.08"), (9.994, "9.99"), (9.996, "10"), (12.34, "12.3"), (12.0, "12"),
    (99.96, "100"), (4218.0, "4 218"), (1_234_567.0, "1 234 567"), (-2.5, "-2.5"), (1.05, "1.05"),
  ])
  func aNumberIsShownInThreeFigures(value: Double, text: String) {
    #expect(value.short == text)
  }

  @Test(arguments: [
    (Figure.firstScreen, 15.0, 185, "15 ms of 15 ok"),
    (.firstScreen, 15.5, 185, "15.5 ms of 15 **over by 0.5**"),
    (.firstScreen, 15.5, 10_000, "15.5 ms of 20 ok"),
    (.filterKey, 9.0, 100_000, "9 ms of 8 **over by 1**"),
    (.bulk, 60.0, 185, "60 ms"), (.idleSwitches, 3.0, 185, "3 of 0 **over by 3**"),
  ])
  func aFigureStandsBesideItsBudget(
    figure: Figure, value: Double, records: Int, text: String
  ) {
    #expect(figure.verdict(value, records: records) == text)
  }

  @Test func theScreenIsFullBeforeEverythingIsRead() throws {
    let row = "  Hộp tiếp nhận    1191 │  HY21-024  Tỉnh đa dạng   UBND HY  ◕ Đã giao"
    let mark = " ĐÔN ĐỐC    đang đọc sổ…"
    let times = try #require(
      InterfaceFigures.times(of: [
        (1, [mark, ""]), (2, [mark, row]), (3, [mark, row, row]), (4, ["", row, row]),
      ]))
    #expect(times.first == 3)
    #expect(times.everything == 4)
    #expect(InterfaceFigures.times(of: [(1, [mark])]) == nil)
  }

  @Test func onlyCharactersThatChangeCount() {
    #expect(Session.changedBytes(["abc", "x"], ["abd", "xế"]) == 4)
    #expect(Session.changedBytes(["abc"], ["abc"]) == 0)
  }
}
