import App
import Model
import Terminal
import TestKit
import Testing
import Vietnamese

@Suite final class SavedViewTests {
  /// They go with the test.
  private var folders: [TemporaryFolder] = []

  private static let views = """
    {
      "views": [
        {"name": "Biên giới đang mở", "query": "linhvuc:\\"biên giới\\" mở", "sort": "due"},
        {"name": "UNESCO", "query": "unesco", "group": "status"},
        {"name": "Hỏng", "query": "tinnh:x"}
      ]
    }
    """

  private func driver(
    _ views: String? = views, size: Size = Size(rows: 36, columns: 120), language: Language = .vi,
    isWriting: Bool = false
  ) throws -> (AppDriver, TemporaryFolder) {
    let folder = try RealRegister.copy()
    folders.append(folder)
    if let views { try folder.write(views, to: "views.json") }
    var driver = try AppDriver(folder.path, size: size, language: language)
    driver.isWriting = isWriting
    try driver.readViews()
    return (driver, folder)
  }

  @Test(
    arguments: [Size(rows: 24, columns: 80), Size(rows: 36, columns: 120)], Language.allCases)
  func thePaneListsThem(size: Size, language: Language) throws {
    var (driver, _) = try driver(size: size, language: language)
    driver.press("h")
    for _ in 0..<20 { driver.press("j") }
    driver.press("k")
    try expectPicture(
      driver.canvas, "views-saved-\(size.columns)x\(size.rows)-\(language.rawValue)")
  }

  @Test(
    arguments: [Size(rows: 24, columns: 80), Size(rows: 36, columns: 120)], Language.allCases)
  func theMenuListsThem(size: Size, language: Language) throws {
    var (driver, _) = try driver(size: size, language: language)
    driver.press("F")
    try expectPicture(
      driver.canvas, "saved-menu-\(size.columns)x\(size.rows)-\(language.rawValue)")
  }

  @Test func theMenuSaysWhenThereAreNoneAndAsksForAName() throws {
    var (driver, _) = try driver(nil)
    driver.press("F s")
    driver.type("Việc của UB")
    try expectPicture(driver.canvas, "saved-name-120x36-vi")
  }

  @Test func theyAreCountedAsTheCommandCounts() throws {
    var (driver, _) = try driver()
    for (index, listed) in driver.state.views.saved.enumerated() where listed.fault == nil {
      driver.state.show(.saved(listed.id))
      driver.press("g g")
      #expect(Set(driver.codes).count == driver.state.views.counts.count(index))
      #expect(!driver.codes.isEmpty)
    }
  }

  @Test func aFaultyQueryShowsItsFaultAndFindsNothing() throws {
    var (driver, _) = try driver()
    driver.press("F 3")
    #expect(driver.codes.isEmpty)
    #expect(driver.text.contains("“Hỏng” (tinnh:x)"))
    #expect(driver.state.notice?.tone == .bad)
  }

  @Test func theListIsSavedAsItStandsAndShownAgain() throws {
    var (driver, folder) = try driver(nil, isWriting: true)
    driver.press("5 /")
    driver.type("hai")
    driver.press("enter S 3 F s")
    let before = driver.codes
    driver.type("Việc Hải")
    driver.press("enter")
    #expect(driver.state.views.selected == .saved(SavedViewID(.shared, "Việc Hải")))
    #expect(driver.codes == before)
    #expect(driver.state.list.filter == "")
    #expect(try folder.read("views.json").contains(#""view": "overdue", "query": "hai""#))
    let again = try AppDriver(folder.path, size: Size(rows: 36, columns: 120))
    var second = again
    try second.readViews()
    second.press("F 1")
    #expect(second.codes == before)
  }

  @Test func aNameThatIsTakenIsRefusedAndStaysInTheField() throws {
    var (driver, _) = try driver(isWriting: true)
    driver.press("F s")
    driver.type("UNESCO")
    driver.press("enter")
    guard case .savedViews(let layer)? = driver.state.layers.last else {
      Issue.record("the menu is closed")
      return
    }
    #expect(layer.fault == .taken("UNESCO"))
    #expect(layer.field.text == "UNESCO")
    #expect(driver.effects.isEmpty)
  }

  @Test func removingIsConfirmed() throws {
    var (driver, folder) = try driver(isWriting: true)
    driver.press("F j x esc")
    #expect(driver.effects.isEmpty)
    driver.press("x enter")
    #expect(driver.effects == [.editViews(.remove("UNESCO"), in: .shared)])
    #expect(try !folder.read("views.json").contains("UNESCO"))
  }

  @Test func aViewIsRenamedWhileItIsShown() throws {
    var (driver, _) = try driver(isWriting: true)
    driver.press("F 2 F r ctrl-u")
    driver.type("Di sản")
    driver.press("enter esc")
    #expect(driver.state.views.selected == .saved(SavedViewID(.shared, "Di sản")))
    #expect(driver.text.contains("DI SẢN"))
  }

  @Test func tabKeepsAViewForOneself() throws {
    var (driver, folder) = try driver(nil, isWriting: true)
    driver.press("F s tab")
    driver.type("Riêng tôi")
    driver.press("enter")
    #expect(driver.state.views.saved.map(\.id) == [SavedViewID(.own, "Riêng tôi")])
    #expect(throws: (any Error).self) { try folder.read("views.json") }
  }

  @Test func aViewIsFoundByTyping() throws {
    var (driver, _) = try driver()
    driver.press("F /")
    driver.type("bien gioi")
    driver.press("enter")
    #expect(driver.state.views.selected == .saved(SavedViewID(.shared, "Biên giới đang mở")))
  }

  @Test func countsFollowChanges() throws {
    var (driver, _) = try driver(
      #"{"views": [{"name": "Mới", "query": "trangthai:moi"}]}"#, isWriting: true)
    let before = try #require(driver.state.views.counts.count(0))
    driver.press("F 1 s 4")
    driver.type("đã gọi")
    driver.press("ctrl-s")
    #expect(driver.state.layers.isEmpty)
    #expect(driver.state.views.counts.count(0) == before - 1)
    #expect(driver.codes.count == before - 1)
  }

  @Test func aViewThatSomebodyRemovedIsLeft() throws {
    var (driver, folder) = try driver()
    driver.press("F 2")
    try folder.write(#"{"views": []}"#, to: "views.json")
    try driver.readViews()
    #expect(driver.state.views.selected == .open)
    #expect(!driver.codes.isEmpty)
  }

  @Test func aViewOfTheMarksIsCountedAnewWhenTheyChange() throws {
    let views =
      #"{"views": [{"name": "Đã chọn", "query": "marked"}, {"name": "Mở", "query": "mở"}]}"#
    var (driver, _) = try driver(views)
    #expect(driver.state.views.counts.count(0) == 0)
    driver.press("space space")
    #expect(driver.state.views.counts.count(0) == 2)
    driver.press("V")
    #expect(driver.state.views.counts.count(0) == driver.codes.count)
    driver.press("U")
    #expect(driver.state.views.counts.count(0) == 0)
    #expect(driver.state.views.counts.count(1) ?? 0 > 0)
  }
}

@Suite struct FoldedViewTests {
  private static func driver(
    _ size: Size = Size(rows: 36, columns: 120), _ language: Language = .vi
  ) throws -> AppDriver {
    var driver = try AppDriver(RealRegister.path, size: size, language: language)
    driver.press("9 h")
    return driver
  }

  @Test(
    arguments: [Size(rows: 24, columns: 80), Size(rows: 36, columns: 120)], Language.allCases)
  func byUnitUnfoldsIntoUnits(size: Size, language: Language) throws {
    var driver = try Self.driver(size, language)
    #expect(driver.state.views.selected == .standard(.byUnit))
    driver.press("enter j j")
    try expectPicture(
      driver.canvas, "views-unfolded-\(size.columns)x\(size.rows)-\(language.rawValue)")
  }

  @Test(arguments: [StandardView.byUnit, .byCounterpart, .programmes, .dossiers])
  func eachGroupHasAsManyAsItsNumberSays(view: StandardView) throws {
    var driver = try Self.driver()
    driver.state.show(view)
    driver.press("enter")
    let groups = try #require(driver.state.views.groups[view])
    #expect(!groups.isEmpty)
    for group in groups {
      driver.press("j")
      #expect(driver.state.views.selected == .group(view, id: group.id))
      #expect(driver.codes.count == group.count, "\(group.id)")
    }
  }

  @Test func foldingGoesBackToTheView() throws {
    var driver = try Self.driver()
    driver.press("l j j h")
    #expect(driver.state.views.selected == .standard(.byUnit))
    #expect(driver.state.views.groups.isEmpty)
    #expect(driver.state.focus == .views)
  }

  @Test func numbersStayWithTheStandardViews() throws {
    var driver = try Self.driver()
    driver.press("l 5")
    #expect(driver.state.views.selected == .standard(.overdue))
  }
}

@Suite struct HolderGroupTests {
  /// Whose court it is in: each group is what the query by that holder finds.
  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 36, columns: 120)], Language.allCases)
  func aListGroupedByHolderIsWhatTheQueriesFind(size: Size, language: Language) throws {
    var driver = try AppDriver(RealRegister.path, size: size, language: language)
    let place = try #require(Grouping.allCases.firstIndex(of: .holder))
    driver.press("b" + String(repeating: " j", count: place) + " enter")
    let arrangement = driver.state.list.arrangement
    #expect(arrangement.grouping == .holder)
    #expect(arrangement.groups.count > 1)
    for group in arrangement.groups {
      let holder = try #require(group.id.flatMap(Holder.init(rawValue:)))
      let matcher = Matcher(
        .every([.open, .holder(holder)]), in: driver.state.register, context: driver.state.context)
      let found = Set(matcher.places(in: driver.state.register))
      #expect(Set(arrangement.rows[group.rows]) == found)
    }
    try expectPicture(
      driver.canvas, "grouped-by-holder-\(size.columns)x\(size.rows)-\(language.rawValue)")
  }
}
