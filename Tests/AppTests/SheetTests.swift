@testable import App
@testable import Model
import Terminal
import TestKit
import Testing
import Vietnamese

/// A record as text for an editor, and back.
@Suite struct SheetTests {
  private static func driver(_ language: Language = .vi) throws -> (AppDriver, String) {
    var driver = try AppDriver(
      RealRegister.path, size: Size(rows: 36, columns: 120), language: language)
    driver.press("/")
    driver.type("QN23-09")
    driver.press("enter E")
    guard case .editOutside(let text) = driver.effects.last else { return (driver, "") }
    return (driver, text)
  }

  private static func replaced(_ text: String, _ line: String, by new: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(line) ? new : String($0) }.joined(separator: "\n")
  }

  @Test(arguments: Language.allCases)
  func whatComesBackUnchangedChangesNothing(language: Language) throws {
    for code in ["QN23-09", "QN23-01", "NA23-16", "QG23-08", "QN23-16"] {
      var driver = try AppDriver(
        RealRegister.path, size: Size(rows: 36, columns: 120), language: language)
      driver.state.views.selected = .all
      driver.press("/")
      driver.type(code)
      driver.press("enter E")
      guard case .editOutside(let text) = driver.effects.last else {
        Issue.record("no editor")
        return
      }
      driver.send(.editedOutside(OutsideEdit(editor: "ed", text: text)))
      #expect(driver.state.layers.isEmpty, "\(code)")
      #expect(driver.effects.count == 1)
    }
  }

  @Test func realDifferencesAreShownAndThenSaved() throws {
    var (driver, text) = try Self.driver()
    text = Self.replaced(text, "Ghi chú:", by: "Ghi chú: dòng một\n\n  dòng ba")
    text = Self.replaced(text, "Nhãn:", by: "Nhãn:\n  - gấp\n  - cửa khẩu")
    driver.send(.editedOutside(OutsideEdit(editor: "ed", text: text)))
    guard case .sheet(let layer) = driver.state.layers.last else {
      Issue.record("nothing is asked")
      return
    }
    #expect(layer.fault == nil)
    #expect(layer.lines.count == 2)
    try expectPicture(driver.canvas, "sheet-120x36-vi")
    driver.press("enter")
    guard case .act(.edit(let edit), _, _, _) = driver.effects.last else {
      Issue.record("nothing is saved")
      return
    }
    #expect(
      Set(edit.fields) == [
        .set(.remarks, .text("dòng một\n\ndòng ba")), .join(.tags, ["gấp", "cửa khẩu"]),
      ])
  }

  @Test(arguments: [
    ("Hạn:", "Hạn: 31/2"), ("Lĩnh vực:", "Lĩnh vực: zzzz"), ("Ghi chú:", "Ghi chu chú: x"),
    ("Ghi chú:", "không có dấu"), ("Ghi chú:", "Nội dung: hai lần"), ("Nội dung:", "Nội dung:"),
  ])
  func aFaultKeepsTheTextAndOpensItAgainAtTheFault(line: String, new: String) throws {
    var (driver, text) = try Self.driver()
    let typed = Self.replaced(text, line, by: new)
    text = typed
    driver.send(.editedOutside(OutsideEdit(editor: "ed", text: typed)))
    guard case .sheet(let layer) = driver.state.layers.last else {
      Issue.record("no layer")
      return
    }
    #expect(layer.fault != nil)
    driver.press("enter")
    #expect(driver.effects.count == 1)
    driver.press("e")
    guard case .editOutside(let again) = driver.effects.last else {
      Issue.record("not opened again")
      return
    }
    #expect(again.contains("#!! "))
    #expect(again.contains(new))
    driver.send(.editedOutside(OutsideEdit(editor: "ed", text: again)))
    driver.press("esc")
    #expect(driver.state.layers.isEmpty)
  }

  @Test(arguments: [
    OutsideEdit(editor: "ed", text: "", fault: nil), OutsideEdit(editor: "ed", text: " \n\n"),
    OutsideEdit(editor: "ed", text: "# chỉ có ghi chú\n"),
    OutsideEdit(editor: "ed", text: "x", fault: .exited(1)),
    OutsideEdit(editor: "ed", text: nil, fault: .notText),
    OutsideEdit(editor: "ed", text: nil, fault: .killed(signal: 9)),
    OutsideEdit(editor: "ed", text: nil, fault: .notFound),
    OutsideEdit(editor: "ed", text: nil, fault: .tooLong),
    OutsideEdit(editor: "ed", text: nil, fault: .system("Disk quota exceeded")),
  ])
  func anEditorThatFailsIsSaidAndNothingChanges(edit: OutsideEdit) throws {
    var (driver, _) = try Self.driver()
    driver.send(.editedOutside(edit))
    guard case .sheet(let layer) = driver.state.layers.last else {
      Issue.record("no layer")
      return
    }
    #expect(layer.fault != nil)
    #expect(layer.action == nil)
    driver.press("enter esc")
    #expect(driver.effects.count == 1)
    #expect(driver.state.layers.isEmpty)
  }
}
