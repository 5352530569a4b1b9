import App
@testable import Model
import Store
import Terminal
import TestKit
import Testing
import Vietnamese

/// The command line of the interface.
@Suite struct PaletteTests {
  private func run(_ line: String, _ driver: inout AppDriver) {
    driver.press(":")
    driver.type(line)
    driver.press("enter")
  }

  private func palette(_ driver: AppDriver) -> PaletteLayer? {
    if case .palette(let palette) = driver.state.layers.last { palette } else { nil }
  }

  private func driver(
    typing: Bool = false, writing: Bool = false
  ) throws -> (AppDriver, TemporaryFolder) {
    try MarkingTests.driver(writing: writing)
  }

  @Test func everyCommandIsFoundByItsWordsInEitherLanguage() throws {
    let (driver, folder) = try driver()
    defer { withExtendedLifetime(folder) {} }
    for command in Command.allCases {
      for name in [command.summary.vi, command.summary.en, command.hint.vi, command.hint.en] {
        var typed = driver
        typed.press(":")
        typed.send(.paste(name))
        let found = palette(typed)?.candidates.compactMap(\.command) ?? []
        let isVerb = palette(typed)?.candidates.isEmpty == true
        #expect(found.contains(command) || isVerb, "\(name)")
      }
    }
  }

  @Test(arguments: [
    ("hoan tac", Command.undo), ("undo", .undo), ("ht", .undo), ("q", .quit), ("tro giup", .help),
    ("khong lam", .closeWithoutResult), ("chu tri", .lead), ("assign", .lead), ("due", .due),
  ])
  func theBestCandidateIsWhatIsMeant(typed: String, command: Command) throws {
    var (driver, folder) = try driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press(":")
    driver.type(typed)
    #expect(palette(driver)?.candidates.first?.command == command)
  }

  @Test func aCandidateShowsTheKeysToLearn() throws {
    var (driver, folder) = try driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press(":")
    driver.type("hoàn tác")
    #expect(palette(driver)?.candidates.first?.keys == "u ctrl-z")
  }

  @Test func enterRunsACommandAndTabCompletesIt() throws {
    var (driver, folder) = try driver()
    defer { withExtendedLifetime(folder) {} }
    run("hoan tac", &driver)
    #expect(driver.effects == [.undo])
    driver.press(":")
    driver.type("xep")
    driver.press("tab")
    #expect(palette(driver)?.field.text == "xếp ")
    driver.type("han")
    driver.press("enter")
    #expect(driver.state.list.sorting == Sorting(by: .due))
  }

  @Test(arguments: ["QN23-05", "qn23-05", "open QN23-05", "mở qn23-05"])
  func aCodeIsJumpedTo(line: String) throws {
    var (driver, folder) = try driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("/")
    driver.type("cửa khẩu")
    driver.press("enter")
    run(line, &driver)
    #expect(driver.state.list.cursorKey == "k5")
    #expect(driver.state.detail.record?.key == "k5")
  }

  @Test(arguments: [
    ("set uutien:1", ["k1"]), ("set uutien=1 where chutri:ubbgqg", ["k1", "k3"]),
    ("đặt uutien:1 khi mở -chutri:ubbgqg", ["k2", "k4", "k5"]),
  ])
  func setIsForTheRowOrForWhatIsShownAndMatches(line: String, keys: [String]) throws {
    var (driver, folder) = try driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    driver.press(":")
    driver.send(.paste(line))
    driver.press("enter")
    if keys.count > 1 { driver.press("enter") }
    #expect(driver.state.layers.isEmpty)
    for index in 1...6 {
      let record = try driver.store.record(slot: 0, key: "k\(index)")
      #expect((record.fields[.priority] == .number(1)) == keys.contains("k\(index)"))
    }
  }

  @Test func aQueryOfSetReachesOnlyWhatTheListShows() throws {
    var (driver, folder) = try driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("/")
    driver.type("QN23-01")
    driver.press("enter")
    run("set uutien:1 where chutri:ubbgqg", &driver)
    guard case .act(_, slot: 0, key: "k1", _)? = driver.effects.last else {
      Issue.record("\(driver.effects)")
      return
    }
  }

  @Test func aChangeIsTypedWhole() throws {
    var (driver, folder) = try driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    run("due 15/3", &driver)
    #expect(driver.state.detail.followUp?.due?.date.day == Day("2024-03-15"))
    run("note đã gọi", &driver)
    #expect(driver.state.detail.followUp?.notes.map(\.text) == ["đã gọi"])
    run("assign dba", &driver)
    #expect(driver.state.detail.followUp?.lead == Lead(unit: "vu-dba", isProposed: false))
    run("giao ubbgqg?", &driver)
    #expect(driver.state.detail.followUp?.lead == Lead(unit: "ubbgqg", isProposed: true))
  }

  @Test func aReasonStandsInTheLine() throws {
    var (driver, folder) = try driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    driver.press("j")
    run("due 15/12/2023", &driver)
    #expect(palette(driver)?.fault != nil)
    #expect(palette(driver)?.field.text == "due 15/12/2023")
    driver.send(.paste(" why:\"chờ phía bạn\""))
    driver.press("enter")
    #expect(driver.state.detail.followUp?.extensions.map(\.reason) == ["chờ phía bạn"])
  }

  @Test func aStatusBeginsItsForm() throws {
    var (driver, folder) = try driver()
    defer { withExtendedLifetime(folder) {} }
    run("status done", &driver)
    guard case .form(let form) = driver.state.layers.last else {
      Issue.record("no form")
      return
    }
    #expect(form.purpose == .step(.done))
  }

  @Test func theListIsArrangedByWords() throws {
    var (driver, folder) = try driver()
    defer { withExtendedLifetime(folder) {} }
    run("group lead", &driver)
    #expect(driver.state.list.grouping == .lead)
    run("view open", &driver)
    #expect(driver.state.views.selected == .open)
    run("filter cua khau", &driver)
    #expect(driver.codes == ["QN23-04"])
    run("lang en", &driver)
    #expect(driver.state.language == .en)
    run("q", &driver)
    #expect(driver.effects == [.quit])
  }

  @Test(arguments: [
    ("blarg x", 0, 5), ("set han:31/2", 8, 12), ("filter statu:new", 7, 16), ("due 31/2", 4, 8),
    ("sort zzz", 5, 8), ("set uutien:1 where tinhh:qn", 19, 27), ("set bla:1", 4, 7),
  ])
  func anErrorPointsAtTheWord(line: String, from: Int, to: Int) throws {
    var (driver, folder) = try driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press(":")
    driver.send(.paste(line))
    driver.press("enter")
    #expect(palette(driver)?.fault?.range == from..<to)
    #expect(palette(driver)?.field.text == line)
    #expect(driver.effects.isEmpty)
  }

  @Test func whatWasRunComesBack() throws {
    var (driver, folder) = try driver()
    defer { withExtendedLifetime(folder) {} }
    run("sort due", &driver)
    run("group lead", &driver)
    driver.press(":")
    driver.type("no")
    driver.press("up")
    #expect(palette(driver)?.field.text == "group lead")
    driver.press("up up")
    #expect(palette(driver)?.field.text == "sort due")
    driver.press("down down")
    #expect(palette(driver)?.field.text == "no")
  }

  @Test func helpListsEveryCommand() throws {
    let listed = HelpLayer().choices(keymap: .standard)
    let keys = KeyPlace.allCases.map(\.keys.count).reduce(0, +)
    #expect(listed.count == Command.allCases.count + keys)
    for command in Command.allCases { #expect(listed.contains(.command(command))) }
  }

  // MARK: - Adding

  @Test(arguments: ["add", "thêm"])
  func aLineIsAdded(verb: String) throws {
    var (driver, folder) = try driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    driver.press(":")
    driver.type("\(verb) Mở đường bay tinh:qn #bien-gioi nguon:\"biên bản 12\" han:15/4")
    #expect(palette(driver)?.echo?(.vi).contains("Tỉnh: Quảng Ninh") == true)
    driver.press("enter")
    #expect(driver.state.layers.isEmpty)
    let drafts = driver.effects.compactMap { effect -> [RecordDraft]? in
      if case .create(let drafts, _) = effect { drafts } else { nil }
    }
    #expect(drafts.joined().map(\.title) == ["Mở đường bay"])
    #expect(driver.state.remembered.commands.lines.last?.hasPrefix("\(verb) Mở") == true)
  }

  @Test(arguments: [
    ("add Mở đường bay tinh:zzz", 17), ("add Mở đường bay tinh:qn", 4),
    ("add Mở đường bay chutrii:x", 17),
  ])
  func whatIsWrongWithAnAddedLineIsPointedAt(line: String, place: Int) throws {
    var (driver, folder) = try driver()
    defer { withExtendedLifetime(folder) {} }
    run(line, &driver)
    #expect(palette(driver)?.fault?.range.lowerBound == place)
    #expect(palette(driver)?.field.text == line)
  }

  @Test func whatWasRunIsThereAfterARestart() throws {
    var (driver, folder) = try driver()
    defer { withExtendedLifetime(folder) {} }
    for number in 0..<150 { run("sort \(number.isMultiple(of: 2) ? "hạn" : "mã")", &driver) }
    run("filter QN23-0\(9)", &driver)
    let kept = try #require(driver.remembered)
    #expect(kept.commands.lines == ["sort hạn", "sort mã", "filter QN23-09"])
    var (next, nextFolder) = try self.driver()
    defer { withExtendedLifetime(nextFolder) {} }
    next.state.remembered = RememberedState(kept.value)
    next.press(": up")
    #expect(palette(next)?.field.text == "filter QN23-09")
  }

  // MARK: - Working days

  /// 2/9/2023 was a Saturday, made up for on Friday 1/9 and Monday 4/9.
  private static let calendar = WorkingCalendar(
    [
      2023: WorkingCalendar.Year(
        .object(["year": .number(2023), "weekdaysOff": .list([.text("2023-10-03")])]), of: 2023)
    ]
    .compactMapValues { $0 })

  @Test(arguments: ["due +2nlv", "set han:+2nlv"])
  func workingDaysAreThoseOfTheRegister(line: String) throws {
    var (driver, folder) = try driver()
    defer { withExtendedLifetime(folder) {} }
    driver.send(.calendar(Self.calendar))
    driver.press(":")
    driver.type(line)
    #expect(palette(driver)?.echo?(.vi).contains("thứ Năm, 05/10/2023") == true)
    driver.press("ctrl-u")
    driver.type(line.replacing("+2nlv", with: "+90nlv"))
    #expect(palette(driver)?.echo?(.vi).contains("chưa có lịch nghỉ 2024") == true)
  }

  @Test func theLineOfChangesKnowsThemToo() throws {
    var (driver, folder) = try driver()
    defer { withExtendedLifetime(folder) {} }
    driver.send(.calendar(Self.calendar))
    driver.press("m")
    driver.type("han:+2nlv lydo:x")
    #expect(driver.text.contains("05/10/2023"))
  }
}
