import App
import Model
import Store
import Terminal
import TestKit
import Testing

/// Finding in the list: story S10, and what the filter does while it is typed.
@Suite struct FindingTests {
  static let answers: [(typed: String, codes: [String])] = [
    ("xay nha bu ly", ["QN22-01", "QN22-03", "QN22-08"]),
    ("Xay Nhạ By Ly", ["QN22-01", "QN22-03", "QN22-08"]),
    ("dung quat", ["QG23-03", "QG23-04", "QG23-08", "QG23-13"]),
    ("DUNG QUẤT", ["QG23-03", "QG23-04", "QG23-08", "QG23-13"]),
    ("oita", ["QG23-07", "QG23-31"]),
    ("hoanh mo dong trung", ["QN23-09"]),
    (
      "unesco",
      [
        "QN23-18", "QN23-20", "QN23-42", "QN23-43", "QG23-18", "QG23-19", "QG23-47", "NA23-30",
      ]
    ),
    ("houston", ["QG23-08"]),
    ("yên tử côn sơn", ["QN23-20", "QN23-43"]),
    ("jeju", ["QG23-30"]),
  ]

  @Test(arguments: answers)
  func tenSearchesGiveTheAnswersOfTheStory(typed: String, codes: [String]) throws {
    let (register, problems) = try RegisterStore(RealRegister.path).load()
    #expect(problems.isEmpty)
    let context = QueryContext(today: Day(ordinal: 19_632), limits: DueSoonLimits())
    let query = try QueryParser(registry: register.registry).parse(typed)
    let found = Matcher(query, in: register, context: context).places(in: register)
    let names = found.compactMap { place in
      register.row(at: place).map { $0.chunk.code($0.row) }
    }
    #expect(names == codes)
  }

  @Test(arguments: answers)
  func theListFindsTheSameWhileTyping(typed: String, codes: [String]) throws {
    var driver = try AppDriver(RealRegister.path, size: Size(rows: 36, columns: 120))
    driver.state.views.selected = .all
    driver.press("/")
    driver.type(typed)
    #expect(Set(driver.codes) == Set(codes))
  }

  @Test func escapePutsBackWhatWasThere() throws {
    var driver = try AppDriver(RealRegister.path, size: Size(rows: 36, columns: 120))
    let before = driver.codes
    driver.press("/")
    driver.type("unesco")
    #expect(driver.codes.count < before.count)
    driver.press("esc")
    #expect(driver.codes == before)
    #expect(driver.state.list.typing == nil)
  }

  @Test func theCursorStaysOnItsRecordWhileTheListNarrows() throws {
    var driver = try AppDriver(RealRegister.path, size: Size(rows: 36, columns: 120))
    driver.press("/")
    driver.type("quang tay")
    driver.press("enter j j")
    let selected = driver.state.list.cursorKey
    driver.press("S 3")
    #expect(driver.state.list.cursorKey == selected)
    #expect(driver.state.selectedRecord?.key == selected)
  }

  @Test func aFieldThatIsNotKnownIsNamedWhenKept() throws {
    var driver = try AppDriver(RealRegister.path, size: Size(rows: 36, columns: 120))
    driver.press("/")
    driver.type("statu:new")
    #expect(
      driver.state.list.filterError
        == .unknownField("statu", offset: 0, nearest: "status"))
  }
}
