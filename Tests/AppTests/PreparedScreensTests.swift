import App
import Model
import Terminal
import TestKit
import Testing

/// Screens that show at once, and what a worker finds out a moment later.
@Suite struct PreparedScreensTests {
  private static let middle = Size(rows: 36, columns: 120)
  private static let today = Day("2023-03-27") ?? Day(ordinal: 0)

  private static func driver(_ size: Size = middle, filter: String = "") throws -> AppDriver {
    var driver = try AppDriver(RealRegister.path, size: size, today: today)
    driver.state.views.selected = .standard(.all)
    driver.press("/")
    driver.type(filter)
    driver.press("enter g g")
    return driver
  }

  private static func triage(_ driver: AppDriver) -> TriageScreen? {
    guard case .triage(let triage)? = driver.state.layers.first?.screen else { return nil }
    return triage
  }

  private static func lines(_ driver: AppDriver) -> [Substring] {
    driver.text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  // MARK: - Triage

  @Test(arguments: [Size(rows: 24, columns: 80), middle, Size(rows: 15, columns: 60)])
  func whatIsLikeARecordComesIntoItsOwnLines(size: Size) throws {
    var driver = try Self.driver(size, filter: "QN23-10")
    driver.isHolding = true
    driver.press("i")
    #expect(Self.triage(driver)?.similar == nil)
    #expect(driver.state.detail.followUp?.code == "QN23-10")
    let before = Self.lines(driver)
    #expect(driver.held.count == 1)
    driver.answerHeld()
    #expect(Self.triage(driver)?.similar?.isEmpty == false)
    let changed = zip(before, Self.lines(driver)).filter { $0 != $1 }
    #expect(changed.count == 1)
    #expect(changed.first?.0.contains("…") == true)
    #expect(changed.first?.1.contains("%") == true)
  }

  @Test func aRecordIsAskedAboutOnceAndAnAnswerToAnotherIsLeft() throws {
    var driver = try Self.driver(filter: "session:QN23-01 kind:request")
    driver.isHolding = true
    driver.press("i J K J")
    #expect(driver.held.count == 1)
    driver.press("n")
    #expect(driver.held.count == 2)
    driver.send(.similar([], key: "another"))
    #expect(Self.triage(driver)?.similar == nil)
    driver.answerHeld()
    let kept = Self.triage(driver)?.similar
    var direct = try Self.driver(filter: "session:QN23-01 kind:request")
    direct.press("i n")
    #expect(kept == Self.triage(direct)?.similar)
    #expect(kept != nil)
  }

  @Test func theMenuOfDuplicatesDoesNotWait() throws {
    var driver = try Self.driver(filter: "QN23-10")
    var direct = driver
    driver.isHolding = true
    driver.press("i =")
    direct.press("i =")
    #expect(driver.state.layers.last == direct.state.layers.last)
    guard case .menu = driver.state.layers.last else {
      Issue.record("no menu")
      return
    }
  }

  // MARK: - Quick add

  private static let line = #"Công bố linhvuc:"bien gioi" nguon:"biên bản 12" tinh:qn"#

  @Test func whatIsTypedBeforeLinesCanBeReadIsReadThen() throws {
    var driver = try Self.driver()
    var direct = driver
    driver.isHolding = true
    driver.press("a")
    direct.press("a")
    driver.type(Self.line + " chutri:ub")
    direct.type(Self.line + " chutri:ub")
    #expect(driver.state.entry.field.text == direct.state.entry.field.text)
    #expect(driver.state.entry.reading == nil)
    driver.answerHeld()
    #expect(driver.state.entry == direct.state.entry)
    #expect(driver.state.entry.completion?.options.isEmpty == false)
    #expect(driver.text == direct.text)
  }

  @Test(arguments: ["enter", "tab", "shift-tab"])
  func aKeyThatNeedsThemReadDoesNotComeToNothing(key: String) throws {
    var driver = try Self.driver()
    var direct = driver
    driver.isHolding = true
    driver.press("a")
    direct.press("a")
    let text = key == "enter" ? Self.line : Self.line + " chutri:ub"
    driver.type(text)
    direct.type(text)
    driver.press(key)
    direct.press(key)
    #expect(driver.effects == direct.effects)
    #expect(driver.effects.isEmpty == (key != "enter"))
    #expect(driver.state.entry == direct.state.entry)
    // What was asked for first comes after.
    driver.answerHeld()
    #expect(driver.state.entry == direct.state.entry)
    #expect(driver.effects == direct.effects)
  }

  @Test func aLineThatWasLeftIsNotEnteredWhenLinesCanBeRead() throws {
    var driver = try Self.driver()
    driver.isHolding = true
    driver.press("a")
    driver.type(Self.line)
    driver.press("esc")
    driver.answerHeld()
    #expect(driver.effects.isEmpty)
    #expect(driver.state.layers.isEmpty)
    #expect(driver.state.entry.field.text == Self.line)
  }

  // MARK: - Letters

  private static func papers(_ size: Size) throws -> (driver: AppDriver, whole: DraftLayer) {
    var driver = try Self.driver(size)
    driver.send(.today(Day("2026-11-22") ?? today))
    let question = LettersQuestion(driver.state)
    driver.state.layers.append(.draft(question.beginning()))
    return (driver, question.answer())
  }

  private static func top(_ driver: AppDriver) -> DraftLayer? {
    guard case .draft(let draft)? = driver.state.layers.last else { return nil }
    return draft
  }

  @Test(arguments: [Size(rows: 15, columns: 60), Size(rows: 24, columns: 80)])
  func theFirstPagesOfLettersAreThoseOfAllOfThem(size: Size) throws {
    var (driver, whole) = try Self.papers(size)
    let first = try #require(Self.top(driver))
    #expect(first.title == whole.title)
    #expect(first.lines.count > size.rows - 6)
    #expect(Array(whole.lines.prefix(first.lines.count)) == first.lines)
    let before = driver.text
    driver.press("j")
    driver.send(.lettersWritten(whole, of: LettersQuestion(driver.state)))
    #expect(Self.top(driver)?.lines == whole.lines)
    #expect(Self.top(driver)?.top == 1)
    driver.press("k")
    #expect(driver.text == before)
  }

  @Test func noMoreLinesAreMadeThanThreePagesTake() throws {
    let (driver, whole) = try Self.papers(Size(rows: 5, columns: 60))
    let first = try #require(Self.top(driver))
    #expect(first.lines.count == 15)
    #expect(Array(whole.lines.prefix(15)) == first.lines)
  }

  @Test(arguments: ["G", "end", "y"])
  func aKeyThatNeedsAllOfThePaperHasIt(key: String) throws {
    var (driver, whole) = try Self.papers(Size(rows: 24, columns: 80))
    var direct = driver
    direct.state.layers[direct.state.layers.count - 1] = .draft(whole)
    driver.press(key)
    direct.press(key)
    #expect(driver.state == direct.state)
    #expect(driver.effects == direct.effects)
    #expect(Self.top(driver)?.lines == whole.lines)
  }

  @Test func scrollingPastTheFirstPagesGoesOn() throws {
    var (driver, whole) = try Self.papers(Size(rows: 15, columns: 60))
    var direct = driver
    direct.state.layers[direct.state.layers.count - 1] = .draft(whole)
    for key in Array(repeating: "pgdn", count: 9) + Array(repeating: "j", count: 90) {
      driver.press(key)
      direct.press(key)
      #expect(Self.top(driver)?.top == Self.top(direct)?.top)
    }
    #expect(driver.text == direct.text)
  }

  @Test func theSentLettersAreWrittenDownForAllRecords() throws {
    var (driver, whole) = try Self.papers(Size(rows: 24, columns: 80))
    driver.press("enter")
    guard case .preview(_, let addresses, _)? = driver.effects.last else {
      Issue.record("no preview")
      return
    }
    #expect(addresses == whole.toRecord)
    #expect(!addresses.isEmpty)
  }
}
