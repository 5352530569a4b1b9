import App
@testable import Model
import Store
import Terminal
import TestKit
import Testing

/// What a person does to a record, by keys: nothing is altered before the store says so.
@Suite struct ChangingTests {
  static func driver(writing: Bool = false) throws -> (AppDriver, TemporaryFolder) {
    let folder = try SmallRegister.make([
      ["status": "\"agreed\"", "lead": "{\"unit\": \"ubbgqg\", \"proposed\": true}"],
      ["status": "\"inProgress\"", "due": "{\"date\": \"2023-09-29\", \"origin\": \"officer\"}"],
      ["status": "\"done\""],
    ])
    var driver = try AppDriver(folder.path, size: Size(rows: 36, columns: 120))
    driver.state.views.selected = .all
    driver.press("S 3")
    driver.press("g g")
    driver.isWriting = writing
    return (driver, folder)
  }

  @Test func aStepIsAskedOfTheStoreAndChangesNothingYet() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("s 4")
    driver.type("đã gọi")
    driver.press("ctrl-s")
    var step = StatusStep(to: .inProgress, on: Day(ordinal: 19_632))
    step.note = "đã gọi"
    #expect(driver.effects == [.act(.step(step), slot: 0, key: "k1", seen: ["c1"])])
    #expect(driver.state.detail.followUp?.status == .agreed)
    #expect(driver.state.layers.isEmpty)
  }

  @Test func aMissingAnswerIsSaidBesideItsQuestion() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("s 4 ctrl-s")
    guard case .form(let form) = driver.state.layers.last else {
      Issue.record("the form has gone")
      return
    }
    #expect(form.fault?.question == .required(.note))
    #expect(driver.effects.isEmpty)
  }

  @Test func whatWasTypedStaysWhenAnAnswerWillNotDo() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("w")
    driver.type("31/2")
    driver.press("enter ctrl-s")
    guard case .form(let form) = driver.state.layers.last else {
      Issue.record("the form has gone")
      return
    }
    #expect(form.fields[0].input.text == "31/2")
    #expect(form.fault?.question == .due)
  }

  @Test func puttingADeadlineOffNeedsAReason() throws {
    var (driver, folder) = try Self.driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    driver.press("j w")
    driver.type("15/10/2023")
    driver.press("ctrl-s")
    #expect(!driver.state.layers.isEmpty)
    driver.type("phía bạn đề nghị")
    driver.press("ctrl-s")
    #expect(driver.state.layers.isEmpty)
    let followUp = driver.state.detail.followUp
    #expect(followUp?.due?.date.day == Day("2023-10-15"))
    #expect(followUp?.extensions.map(\.reason) == ["phía bạn đề nghị"])
    #expect(followUp?.extensions.first?.from.day == Day("2023-09-29"))
  }

  @Test func undoAndRedoGoThereAndBack() throws {
    var (driver, folder) = try Self.driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    let before = driver.state.detail.record?.fields
    driver.press("A")
    driver.type("một diễn biến")
    driver.press("ctrl-s")
    let after = driver.state.detail.record?.fields
    #expect(driver.state.detail.followUp?.notes.map(\.text) == ["một diễn biến"])
    driver.press("u")
    #expect(driver.state.detail.record?.fields == before)
    driver.press("ctrl-r")
    #expect(driver.state.detail.record?.fields == after)
    driver.press("ctrl-z")
    #expect(driver.state.detail.record?.fields == before)
  }

  @Test func aLeadIsPickedByAnyPartOfItsNameAndConfirmed() throws {
    var (driver, folder) = try Self.driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    driver.press("o ctrl-u")
    driver.type("dba")
    driver.press("enter enter")
    #expect(driver.state.detail.followUp?.lead == Lead(unit: "vu-dba", isProposed: false))
  }

  @Test func aLeadCanStayProposed() throws {
    var (driver, folder) = try Self.driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    driver.press("o ctrl-u")
    driver.type("dong bac")
    driver.press("enter 2 enter")
    #expect(driver.state.detail.followUp?.lead == Lead(unit: "vu-dba", isProposed: true))
  }

  @Test func doneAsksForTheKindOfResult() throws {
    var (driver, folder) = try Self.driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    driver.press("j d 2 enter")
    driver.type("đã có văn bản")
    driver.press("ctrl-s")
    let followUp = driver.state.detail.followUp
    #expect(followUp?.status == .done)
    #expect(followUp?.result == Outcome(kind: .partlyMet, text: "đã có văn bản"))
    #expect(followUp?.doneOn?.day == Day("2023-10-02"))
  }

  @Test func whatIsDoneOpensAgainOnlyAsInProgress() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("j j s 2")
    driver.type("Lan")
    driver.press("enter")
    driver.type("họp")
    driver.press("enter")
    driver.type("nhầm")
    driver.press("ctrl-s")
    #expect(driver.effects.isEmpty)
    #expect(!driver.state.layers.isEmpty)
  }

  @Test func aFailureIsSaidAndNothingChanges() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    let before = driver.state.register
    driver.send(.refused(sentence: "Đĩa đầy."))
    #expect(driver.state.notice == Notice("Đĩa đầy.", .bad))
    #expect(driver.state.register == before)
  }

  @Test func withNoRecordACommandSaysWhy() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("/")
    driver.type("zzzz")
    driver.press("enter s")
    #expect(driver.state.layers.isEmpty)
    #expect(driver.state.notice?.text == "Ở đây không có mục nào.")
  }
}
