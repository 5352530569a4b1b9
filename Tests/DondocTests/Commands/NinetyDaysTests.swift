import Foundation
import Model
import TestKit
import Testing

/// Ninety days of pressing, from 24/7 to 21/10/2023, with Quốc khánh (1/9 and 4/9 off) in them.
@Suite struct NinetyDaysTests {
  /// What is done on a day, after the list of that day was looked at.
  private static let script: [String: [[String]]] = [
    "2023-08-01": [["chase", "QN23-01"]],
    "2023-08-04": [["chase", "QN23-01"]],
    "2023-08-11": [["chase", "QN23-01", "--paper", "1/CV"]],
    "2023-08-28": [["chase", "QN23-01", "--paper", "2/CV", "--reply-by", "2023-09-01"]],
    "2023-09-05": [["chase", "QN23-01"]],
    "2023-09-06": [["chase", "QN23-02"]],
    "2023-09-11": [["status", "QN23-02", "reported", "--result", "xong", "--evidence", "3/CV"]],
    "2023-09-18": [
      ["status", "QN23-02", "inProgress", "--note", "chưa đủ", "--reason", "tỉnh chưa đồng ý"]
    ],
    "2023-09-19": [["chase", "QN23-02"]],
    "2023-09-20": [["status", "QN23-01", "done", "--result-kind", "met"]],
    "2023-09-26": [["chase", "QN23-02"]],
    "2023-10-10": [
      ["status", "QN23-02", "paused", "--reason", "bão", "--look-again", "2023-11-01"]
    ],
  ]

  /// The days on which there is anything to do; on every other day the list is empty.
  ///
  /// QN23-01 was due on Friday 28/7: nobody calls at the weekend, so from Monday. A call has three
  /// working days (1/8 to 4/8), an e-mail five (to 11/8), a letter fourteen days (to 25/8, and it
  /// stays until the second goes on 28/8). That one asks for an answer by 1/9; the first working
  /// day after it is 5/9. The report to the leader has ten working days, to 19/9.
  /// QN23-02 was due on 31/8, so from 5/9. While its result is reported it is ours to confirm; sent
  /// back on the 18th, it is there again on the 19th, where the ladder had come to.
  private static let expected: [String: [String]] = [
    "2023-07-31": ["QN23-01 call"], "2023-08-01": ["QN23-01 call"],
    "2023-08-04": ["QN23-01 email"], "2023-08-11": ["QN23-01 letter"],
    "2023-08-25": ["QN23-01 letter"], "2023-08-26": ["QN23-01 letter"],
    "2023-08-27": ["QN23-01 letter"], "2023-08-28": ["QN23-01 letter"],
    "2023-09-05": ["QN23-01 leader", "QN23-02 call"], "2023-09-06": ["QN23-02 call"],
    "2023-09-11": ["QN23-02 email"], "2023-09-19": ["QN23-01 leader", "QN23-02 email"],
    "2023-09-20": ["QN23-01 leader"], "2023-09-26": ["QN23-02 letter"],
    "2023-10-10": ["QN23-02 letter"],
  ]

  @Test func everyDayHasItsList() throws {
    func due(_ day: String) -> String { #"{"date": "\#(day)", "origin": "officer"}"# }
    let folder = try SmallRegister.make([
      ["due": due("2023-07-28"), "lead": #"{"unit": "ubbgqg"}"#, "status": "\"inProgress\""],
      ["due": due("2023-08-31"), "lead": #"{"unit": "vu-dba"}"#, "status": "\"inProgress\""],
    ])
    let holidays = try String(
      contentsOfFile: RealRegister.path + "/holidays/2023.json", encoding: .utf8)
    try folder.write(holidays, to: "holidays/2023.json")
    let start = try #require(Day("2023-07-24")).ordinal
    for ordinal in start..<(start + 90) {
      let day = Day(ordinal: ordinal).iso
      let run = try Run(
        "chase", "--today-list", "--json", "--today", day, data: folder.path)
      let items = try #require(try run.json()["items"] as? [[String: Any]])
      let list = items.map { "\($0["code"] ?? "?") \($0["channel"] ?? "?")" }
      #expect(list == Self.expected[day] ?? [], "\(day)")
      for step in Self.script[day] ?? [] {
        let done = try Run(list: step + ["--today", day], data: folder.path)
        #expect(done.code == 0, "\(day) \(step): \(done.complaint)")
      }
    }
  }
}
