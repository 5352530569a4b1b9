import App
import Model
import Store
import Terminal
import TestKit
import Testing
import Vietnamese

/// The former versions that are kept, by keys.
@Suite struct VersionsScreenTests {
  private static let middle = Size(rows: 36, columns: 120)

  /// Two versions of the file of Quảng Ninh: before two notes and a new deadline, and between them.
  private static func driver(
    _ size: Size = middle, language: Language = .vi
  ) throws -> (AppDriver, SampleRegister) {
    let register = try SampleRegister()
    let store = try RegisterStore(register.path)
    let day = ConflictStory.today
    func perform(_ action: Action, _ key: String, minutes: Int64) throws {
      let now = Moment(milliseconds: Moment(startOf: day).milliseconds + minutes * 60_000)
      _ = store.load()
      let slot = try #require(store.files.firstIndex(of: SampleRegister.quangNinh))
      _ = try store.perform(
        action, on: [RecordAddress(slot: slot, key: key)], as: Signature(author: "Lan", now: now))
      _ = try store.foldJournal()
    }
    try perform(.note("đã họp", on: day), "qn-gate", minutes: 60)
    try perform(
      .edit(RecordEdit([.set(.officer, .text("Minh"))], on: day)), "qn-twin", minutes: 90)
    var driver = try AppDriver(
      register.path, size: size, language: language, today: ConflictStory.today)
    driver.isWriting = true
    driver.folder = register
    return (driver, register)
  }

  private static func screen(_ driver: AppDriver) -> VersionsScreen? {
    guard case .versions(let versions)? = driver.state.layers.first?.screen else { return nil }
    return versions
  }

  private static func differences(_ driver: AppDriver) -> [GenerationDifference?] {
    let screen = screen(driver)
    return (screen?.versions ?? []).map { version in
      guard case .compared(let difference)? = screen?.standings[version.name] else { return nil }
      return difference
    }
  }

  @Test func theyAreListedWithWhatEachHasOtherwise() throws {
    var (driver, register) = try Self.driver()
    defer { withExtendedLifetime(register) {} }
    driver.press("g b")
    #expect(Self.differences(driver).map { $0?.records } == [3, 3])
    #expect(Set(Self.differences(driver).map { $0?.changed }) == [1, 2])
    #expect(
      Self.screen(driver)?.versions?.allSatisfy { $0.file == SampleRegister.quangNinh } == true)
  }

  @Test func enterShowsTheDifferencesAndEscGoesBackToTheList() throws {
    var (driver, register) = try Self.driver()
    defer { withExtendedLifetime(register) {} }
    driver.press("g b G enter")
    let plan = try #require(Self.screen(driver)?.plan)
    #expect(plan.lines.map(\.code) == ["QN23-02", "QN23-03"])
    driver.press("esc")
    #expect(Self.screen(driver)?.plan == nil)
    driver.press("esc")
    #expect(driver.state.layers.isEmpty)
  }

  @Test func restoringIsShownThenAskedForThenDoneAndUndone() throws {
    var (driver, register) = try Self.driver()
    defer { withExtendedLifetime(register) {} }
    driver.press("g b G r")
    #expect(driver.effects.isEmpty)
    #expect(Self.screen(driver)?.plan != nil)
    driver.press("r")
    #expect(driver.effects.isEmpty)
    driver.press("1")
    #expect(driver.effects.isEmpty)
    driver.press("r 2")
    let name = try #require(Self.screen(driver)?.version?.name)
    #expect(driver.effects == [.restoreVersion(name)])
    #expect(Self.screen(driver)?.plan == nil)
    let slot = try #require(driver.store.files.firstIndex(of: SampleRegister.quangNinh))
    #expect(try driver.store.record(slot: slot, key: "qn-gate").fields[.notes].isEmpty)
    driver.press("u")
    #expect(try !driver.store.record(slot: slot, key: "qn-gate").fields[.notes].isEmpty)
  }

  @Test func aVersionThatIsAsTheRegisterHasNothingToRestore() throws {
    var (driver, register) = try Self.driver()
    defer { withExtendedLifetime(register) {} }
    driver.press("g b G r r 2 G")
    for _ in 0..<3 where Self.differences(driver)[Self.screen(driver)?.cursor ?? 0]?.changed != 0 {
      driver.press("k")
    }
    driver.forgetEffects()
    driver.press("r r")
    #expect(driver.effects.isEmpty)
    #expect(driver.state.notice?.text.contains("không khác") == true)
  }

  @Test func aDamagedVersionSaysSo() throws {
    var (driver, register) = try Self.driver()
    defer { withExtendedLifetime(register) {} }
    driver.press("g b")
    let version = try #require(Self.screen(driver)?.versions?.last)
    let stem = try #require(version.name.split(separator: "@").last)
    try register.write(".generations/\(version.file)/\(stem).json", "[ oops")
    driver.press("esc g b")
    #expect(Self.screen(driver)?.standings[version.name] == .unreadable)
    driver.press("G r")
    #expect(Self.screen(driver)?.plan == nil)
  }

  @Test func inThePastThereIsNothingToRestore() throws {
    var (driver, register) = try Self.driver()
    defer { withExtendedLifetime(register) {} }
    driver.state.past = PastView(day: ConflictStory.today, present: ConflictStory.today)
    driver.press("g b X")
    #expect(driver.state.layers.isEmpty)
    #expect(driver.state.notice != nil)
  }

  // MARK: - Pictures

  private static let cases: [(Size, Language)] = [
    (Size(rows: 24, columns: 80), .vi), (middle, .vi), (Size(rows: 24, columns: 80), .en),
    (middle, .en),
  ]

  /// A list with fixed days, for the days of files are those of the test's run.
  private static func pictured(_ size: Size, _ language: Language) throws -> AppDriver {
    var driver = try AppDriver(RealRegister.path, size: size, language: language)
    driver.press("g b")
    let start = Moment(startOf: ConflictStory.today)
    let names = ["quang-ninh/2023", "quang-ninh/2023", "nghe-an/2023", "quang-ngai/2023"]
    let versions = names.enumerated().map { index, name in
      KeptVersion(
        name: "\(name)@\(index)", file: "follow-ups/\(name).json",
        written: Moment(milliseconds: start.milliseconds - Int64(index) * 7_260_000))
    }
    driver.send(.versions(.listed(versions)))
    var some = GenerationDifference()
    (some.records, some.changed, some.missing, some.newer) = (46, 3, 1, 2)
    var same = GenerationDifference()
    same.records = 39
    var broken = GenerationDifference()
    (broken.records, broken.putsBack) = (47, true)
    let found = [some, same, broken].enumerated().map {
      ComparedVersion(name: versions[$0].name, difference: $1)
    }
    driver.send(
      .versions(
        .compared(found + [ComparedVersion(name: versions[3].name, difference: nil)])))
    return driver
  }

  private static func name(_ what: String, _ driver: AppDriver) -> String {
    let size = driver.state.size
    return "\(what)-\(size.columns)x\(size.rows)-\(driver.state.language.rawValue)"
  }

  @Test(arguments: cases)
  func theScreenIsDrawn(size: Size, language: Language) throws {
    var driver = try Self.pictured(size, language)
    try expectPicture(driver.canvas, Self.name("versions", driver))
    let version = try #require(Self.screen(driver)?.version)
    var difference = GenerationDifference()
    (difference.records, difference.changed, difference.missing) = (46, 1, 1)
    let edits: [Edit] = [
      .set(.officer, from: .text("Minh"), to: .text("Lan")),
      .set(.status, from: .text("assigned"), to: .text("agreed")),
    ]
    driver.send(
      .versions(
        .planned(
          RestoringPlan(
            name: version.name, difference: difference,
            lines: [
              RestoringPlan.Line(
                code: "QN23-09", title: "Công bố cặp cửa khẩu song phương Hoành Mô – Động Trung",
                edits: edits, isNew: false),
              RestoringPlan.Line(
                code: "QN23-47", title: "Mục bị xóa nhầm khỏi tệp", edits: [], isNew: true),
            ]))))
    driver.press("r")
    try expectPicture(driver.canvas, Self.name("versions-plan", driver))
  }

  @Test func noVersionIsSaidInWords() throws {
    var driver = try AppDriver(RealRegister.path, size: Size(rows: 24, columns: 80))
    driver.press("g b")
    driver.send(.versions(.listed([])))
    try expectPicture(driver.canvas, "versions-none-80x24-vi")
  }
}
