import Foundation
import TestKit
import Testing

@Suite struct ShowTests {
  @Test func printsTheWholeRecordWithItsHistory() throws {
    let register = try SampleRegister()
    let run = try Run(
      "show", "qn23-02", "--json", "--today", "2023-06-25", data: register.path)
    let json = try run.json()
    #expect(json["schema"] as? String == "dondoc.show/1")
    let record = try #require(run.followUps().first)
    #expect(record["key"] as? String == "qn-gate")
    #expect(record["due"] as? String == "2023-06-30")
    #expect(record["duePrecision"] as? String == "day")
    #expect(record["dueOrigin"] as? String == "officer")
    #expect(record["derivedStatus"] as? String == "agreed")
    let state = try #require(record["deadlineState"] as? [String: Any])
    #expect(state["state"] as? String == "dueSoon")
    #expect(state["days"] as? Int == 5)
    #expect(
      record["session"] as? [String: String] == ["key": "qn-session", "code": "QN23-01"])
    #expect(
      record["links"] as? [[String: String]]
        == [["relation": "relates", "to": "qn-twin", "code": "QN23-03"]])
    let history = try #require(record["history"] as? [[String: Any]])
    #expect(history.count == 1)
    #expect(history.first?["id"] as? String == "import-qn-gate")
    #expect(record["changes"] == nil)
  }

  @Test func theNewestChangeComesFirst() throws {
    let register = try SampleRegister()
    _ = try Run("note", "QN23-02", "một", data: register.path)
    let record = try Run("show", "QN23-02", "--json", data: register.path).followUps().first
    let history = try #require(record?["history"] as? [[String: Any]])
    #expect(history.count == 2)
    #expect(history.first?["by"] as? String == "Lan")
  }

  @Test func readsAsText() throws {
    let register = try SampleRegister()
    let run = try Run("show", "QN23-02", "QN23-03", "--today", "2023-06-25", data: register.path)
    #expect(run.output.hasPrefix("QN23-02  Kiến nghị · Tỉnh → Bộ\nCông bố cửa khẩu Hoành Mô"))
    #expect(run.output.contains("Ủy ban Biên giới quốc gia (dự kiến)"))
    #expect(run.output.contains("30/06/2023 · ◆ sắp đến hạn, còn 5 ngày"))
    #expect(run.output.contains("\n\nQN23-03  Kiến nghị"))
    #expect(run.code == 0)
  }

  @Test(arguments: [
    ("vi", "Không có mục “QN23-2” trong sổ; có lẽ là QN23-02?\n"),
    ("en", "There is no “QN23-2” in the register; perhaps QN23-02?\n"),
  ])
  func anUnknownCodeSuggestsTheNearest(language: String, said: String) throws {
    let register = try SampleRegister()
    let run = try Run("show", "QN23-2", data: register.path, language: language)
    #expect(run.complaint == said)
    #expect(run.code == 1)
  }
}
