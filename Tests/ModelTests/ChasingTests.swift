import Model
import Testing
import Vietnamese

@Suite struct ChasingTests {
  /// 1/9 and 4/9/2023 are off, and nothing is known of 2024.
  private static func isWorked(_ day: Day) -> Bool? {
    guard day.year == 2023 else { return nil }
    if ["2023-09-01", "2023-09-04"].contains(day.iso) { return false }
    return ![.saturday, .sunday].contains(day.civil.weekday)
  }

  private func round(_ today: String) throws -> ChaseRound {
    ChaseRound(today: try #require(Day(today)), isWorked: Self.isWorked)
  }

  @Test(arguments: [
    ("2023-08-31", "2023-09-04", false), ("2023-08-31", "2023-09-05", true),
    ("2023-07-28", "2023-07-30", false), ("2023-07-28", "2023-07-31", true),
    ("2023-10-02", "2023-10-02", false), ("2023-10-02", "2023-10-03", true),
  ])
  func theFirstStepIsOnTheFirstWorkingDayAfterTheDeadline(
    due: String, today: String, isTime: Bool
  ) throws {
    #expect(try round(today).isTime(due: try #require(Day(due)), after: nil) == isTime)
  }

  @Test(
    arguments: [
      (ChaseChannel.call, 0, nil, "2023-08-30", "2023-09-04", false),
      (.call, 0, nil, "2023-08-30", "2023-09-06", true),
      (.email, 0, nil, "2023-10-02", "2023-10-06", false),
      (.email, 0, nil, "2023-10-02", "2023-10-09", true),
      (.letter, 1, nil, "2023-08-21", "2023-09-04", false),
      (.letter, 1, nil, "2023-08-21", "2023-09-05", true),
      (.letter, 1, "2023-10-20", "2023-09-01", "2023-10-20", false),
      (.letter, 1, "2023-10-20", "2023-09-01", "2023-10-23", true),
      (.leader, 2, nil, "2023-10-02", "2023-10-13", false),
      (.leader, 2, nil, "2023-10-02", "2023-10-16", true),
    ] as [(ChaseChannel, Int, String?, String, String, Bool)])
  func eachStepIsGivenItsTime(
    channel: ChaseChannel, letters: Int, replyBy: String?, on: String, today: String,
    isTime: Bool
  ) throws {
    let chase = LastChase(
      on: try #require(Day(on)), channel: channel, letters: letters,
      replyBy: replyBy.flatMap { Day($0) })
    let due = try #require(Day("2023-07-01"))
    #expect(try round(today).isTime(due: due, after: chase) == isTime)
  }

  @Test func theLadderIsClimbedStepByStepAndItsTopStays() {
    let ladder = ChaseLadder.standard
    let day = Day(ordinal: 0)
    func next(_ channel: ChaseChannel?, _ letters: Int) -> ChaseChannel {
      ladder.next(after: LastChase(on: day, channel: channel, letters: letters)).channel
    }
    #expect(ladder.next(after: nil).channel == .call)
    #expect(next(.call, 0) == .email)
    #expect(next(.email, 0) == .letter)
    #expect(next(.letter, 1) == .letter)
    #expect(next(.letter, 2) == .leader)
    #expect(next(.letter, 9) == .leader)
    #expect(next(.leader, 2) == .leader)
    #expect(next(nil, 0) == .call)
  }

  @Test func aYearThatIsNotKnownIsNamedAndCountedMondayToFriday() throws {
    let round = try round("2024-01-15")
    #expect(round.unknownYears == [2024])
    #expect(round.isTime(due: try #require(Day("2024-01-12")), after: nil))
    #expect(try self.round("2023-10-02").unknownYears == [])
  }

  @Test func aLadderWithoutARungIsNone() {
    #expect(ChaseLadder([]) == nil)
  }
}
