import App
import Foundation
import Model
import Store
import Terminal
import TestKit
import Testing
import Vietnamese

/// The same register on the same day: every screen and every command say the same figures.
@Suite struct AgreementTests {
  private static let monday = "2023-10-02"

  private func driver(_ folder: TemporaryFolder, _ today: String, filter: String = "") throws
    -> AppDriver
  {
    var driver = try AppDriver(
      folder.path, size: Size(rows: 36, columns: 120), today: try #require(Day(today)))
    driver.state.views.selected = .standard(.all)
    driver.state.list.filter = filter
    return driver
  }

  private func run(_ arguments: [String], _ today: String, _ folder: TemporaryFolder) throws
    -> [String: Any]
  {
    let run = try Run(list: arguments + ["--json", "--today", today], data: folder.path)
    #expect(run.code == 0, "\(arguments): \(run.complaint)")
    return try run.json()
  }

  private func dashboard(_ driver: AppDriver) throws -> DashboardScreen {
    guard case .dashboard(let dashboard)? = driver.state.layers.last?.screen else {
      throw Missing()
    }
    return dashboard
  }

  private struct Missing: Error {}

  private func named(_ boxes: Boxes) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: Box.allCases.map { ($0.rawValue, boxes[$0]) })
  }

  /// Monday of story S4, with a deadline that was moved over that day and one that was taken away.
  private func register() throws -> TemporaryFolder {
    let folder = try RoundStory.register()
    for step in [
      ["due", "QN23-06", "2023-11-30", "--reason", "chờ phía bạn"],
      ["due", "QN23-14", "none", "--reason", "việc thường xuyên"],
      ["hand-over", "vu-thkt", "vu-chau-au", "ma:QN23-19", "--yes"],
    ] {
      let run = try Run(list: step + ["--today", Self.monday], data: folder.path)
      #expect(run.code == 0, "\(step): \(run.complaint)")
    }
    return folder
  }

  // MARK: - Dashboard and stats

  @Test(arguments: ["", "tinh:quang-ninh", "linhvuc:bien-gioi mở"])
  func dashboardAndStatsSayTheSame(filter: String) throws {
    let folder = try register()
    var driver = try driver(folder, Self.monday, filter: filter)
    driver.press("B")
    let statistics = try dashboard(driver).statistics
    let query = filter.isEmpty ? [] : [filter]
    let json = try run(["stats"] + query, Self.monday, folder)
    #expect(json["total"] as? Int == statistics.boxes.total)
    #expect(json["boxes"] as? [String: Int] == named(statistics.boxes))
    let bases = json["byBasis"] as? [String: [String: Int]]
    for basis in DeadlineBasis.allCases {
      #expect(bases?[basis.rawValue] == named(statistics.boxes(by: basis)))
      let counted = try run(["stats", "--by", basis.rawValue] + query, Self.monday, folder)
      #expect(counted["boxes"] as? [String: Int] == named(statistics.boxes(by: basis)))
    }
    let tables = json["by"] as? [String: [[String: Any]]] ?? [:]
    for dimension in Statistics.Dimension.allCases {
      let printed = (tables[dimension.rawValue] ?? []).map {
        "\($0["id"] as? String ?? "-") \($0["boxes"] as? [String: Int] ?? [:] == [:])"
          + " \($0["total"] ?? "")"
      }
      #expect(
        printed
          == statistics.lines(dimension).map { "\($0.id ?? "-") false \($0.boxes.total)" })
    }
    let held = json["held"] as? [String: [String: Int]]
    for holder in Holder.allCases {
      let shown = statistics.course.held(by: holder)
      #expect(held?[holder.rawValue] == ["count": shown.count, "days": shown.days])
    }
    let ages = json["openByAge"] as? [String: Int]
    for age in Course.Age.allCases {
      #expect(ages?[age.rawValue] == statistics.course.count(age))
    }
    let differs = (json["differs"] as? [[String: String]])?.compactMap { $0["code"] }
    #expect(differs == statistics.movedCodes(in: driver.state.register))
  }

  @Test func whatAnExtensionMovedStandsInTheOtherBoxByItsOriginalDeadline() throws {
    let folder = try register()
    var driver = try driver(folder, Self.monday, filter: "tinh:quang-ninh")
    driver.press("B")
    let statistics = try dashboard(driver).statistics
    // QN23-06 is not overdue any more, nor is QN23-14, which has no deadline now.
    #expect(statistics.movedCodes(in: driver.state.register) == ["QN23-06", "QN23-14"])
    let (first, now) = (statistics.boxes(by: .original), statistics.boxes(by: .adjusted))
    #expect(first[.openOverdue] - now[.openOverdue] == 2)
    #expect(first[.openInTime] - now[.openInTime] == -1)
    #expect(first[.noDeadline] - now[.noDeadline] == -1)
    #expect(first.total == now.total)
    let figures = try dashboard(driver).figures(.bases)
    #expect(figures.map(\.count) == [2])
    #expect(figures.map(\.target) == [.query("ma:QN23-06,QN23-14")])
    #expect(driver.text.contains("theo hạn gốc, 2 mục khác ô"))
  }

  @Test func aRowKnowsTheOriginalDeadlineThatItsRecordHas() throws {
    let folder = try register()
    let store = try RegisterStore(folder.path)
    let (register, problems) = store.load()
    #expect(problems.isEmpty)
    var moved = 0
    for case (let slot, let chunk?) in register.chunks.enumerated() {
      for row in chunk.rows {
        let record = try store.record(slot: slot, key: chunk.key(row))
        let followUp = try FollowUp(record.fields)
        #expect(row.originalDue == followUp.originalDue, "\(followUp.code)")
        moved += followUp.extensions.isEmpty ? 0 : 1
      }
    }
    #expect(moved == 2)
  }

  // MARK: - Views, lists

  @Test(
    arguments: [
      (.all, []), (.open, ["open"]), (.ours, ["ours"]), (.theirs, ["theirs"]),
      (.overdue, ["overdue"]), (.dueSoon, ["due-soon"]), (.awaiting, ["awaiting"]),
      (.closed, ["closed"]), (.toChase, ["to-chase"]),
    ] as [(StandardView, [String])])
  func aViewCountsWhatTheListLists(view: StandardView, query: [String]) throws {
    let folder = try register()
    var driver = try driver(folder, Self.monday)
    let listed = try run(["list"] + query, Self.monday, folder)
    let count = driver.state.views.tally.count(view)
    #expect(listed["count"] as? Int == count)
    let stats = try run(["stats"] + query, Self.monday, folder)
    #expect(stats["total"] as? Int == count)
    driver.state.views.selected = .standard(view)
    driver.press("/ enter")
    #expect(driver.state.list.arrangement.rows.count == count)
  }

  @Test func theViewsAndTheBoxesAgree() throws {
    let folder = try register()
    var driver = try driver(folder, Self.monday)
    driver.press("B")
    let statistics = try dashboard(driver).statistics
    let tally = driver.state.views.tally
    #expect(tally.count(.all) == statistics.boxes.total)
    #expect(tally.count(.overdue) == statistics.boxes[.openOverdue])
    #expect(
      tally.count(.open) == Holder.allCases.reduce(0) { $0 + statistics.course.held(by: $1).count })
    #expect(
      tally.count(.open) == Course.Age.allCases.reduce(0) { $0 + statistics.course.count($1) })
  }

  // MARK: - Review

  @Test func theReviewScreenAndItsCommandSayTheSame() throws {
    let folder = try RealRegister.copy()
    for command in ReviewStory.commands {
      let run = try Run(list: command + ["--today", ReviewStory.today], data: folder.path)
      #expect(run.code == 0, "\(command): \(run.complaint)")
    }
    var driver = try driver(folder, ReviewStory.today, filter: "ma:NA23-30")
    driver.press("/ enter P enter")
    guard case .review(let review)? = driver.state.layers.first?.screen, let sheet = review.sheet
    else {
      Issue.record("no review: \(driver.text)")
      return
    }
    let json = try run(["review", ReviewStory.programme, "2023"], ReviewStory.today, folder)
    func codes(_ name: String) -> [String]? { json[name] as? [String] }
    #expect(json["tasks"] as? Int == sheet.tasks)
    #expect(json["done"] as? Int == sheet.done.count)
    #expect(json["doneInTime"] as? Int == sheet.doneInTime.count)
    #expect(codes("doneLate") == sheet.doneLate.map(\.code))
    #expect(json["open"] as? Int == sheet.open.count)
    #expect(
      json["overdue"] as? [String: Int]
        == Dictionary(uniqueKeysWithValues: sheet.overdue.map { ($0.item.code, $0.days) }))
    #expect(codes("dueSoon") == sheet.dueSoon.map(\.code))
    #expect(codes("noDeadline") == sheet.noDeadline.map(\.code))
    #expect(codes("carriedOver") == sheet.carriedOver.map(\.code))
    #expect(codes("unrated") == sheet.unrated.map(\.code))
    // What the review counts is what the boxes of the same tasks count.
    let tasks = "ma:" + sheet.items.map(\.code).joined(separator: ",")
    let stats = try run(["stats", tasks], ReviewStory.today, folder)
    let boxes = stats["boxes"] as? [String: Int]
    #expect(stats["total"] as? Int == sheet.tasks)
    #expect(boxes?["doneInTime"] == sheet.doneInTime.count)
    #expect(boxes?["doneLate"] == sheet.doneLate.count)
    #expect(boxes?["openOverdue"] == sheet.overdue.count)
  }

  // MARK: - Visit

  @Test func theVisitSheetItsCommandAndTheBoxesSayTheSame() throws {
    let folder = try register()
    var driver = try driver(folder, Self.monday, filter: "ma:QN23-09")
    driver.press("/ enter M 1")
    guard case .visit(let visit)? = driver.state.layers.last?.screen else {
      Issue.record("no sheet: \(driver.text)")
      return
    }
    #expect(visit.subject == .province("quang-ninh"))
    let json = try run(["visit", "quảng ninh"], Self.monday, folder)
    let shown = driver.state.register
    for section in VisitSheet.Section.allCases {
      let codes = visit.sheet.places(section).compactMap { place in
        shown.row(at: place).map { $0.chunk.code($0.row) }
      }
      #expect(json[section.rawValue] as? [String] == codes, "\(section)")
    }
    let boxes = try run(["stats", "tinh:quang-ninh"], Self.monday, folder)["boxes"]
    #expect((boxes as? [String: Int])?["openOverdue"] == visit.sheet.places(.overdue).count)
    let found = try run(["list", "tinh:quang-ninh", "overdue"], Self.monday, folder)
    #expect(found["count"] as? Int == visit.sheet.places(.overdue).count)
  }
}
