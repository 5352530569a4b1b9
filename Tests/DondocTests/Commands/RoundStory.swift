import Foundation
import TestKit
import Testing

/// What stories S4 and S7 suppose: commands, in order.
enum RoundStory {
  static let steps: [[String]] = [
    ["status", "QN23-06", "QN23-08", "QN23-14", "QN23-23", "QN23-40", "QN23-12", "NA23-32"]
      + ["inProgress", "--note", "đang làm", "--on", "2023-08-01"],
    ["due", "QN23-06", "2023-08-31"], ["due", "QN23-08", "2023-10-02"],
    ["due", "QN23-09", "QN23-10", "QN23-11", "NA23-32", "2023-09-29"],
    ["due", "QN23-12", "2023-10-06"], ["due", "QN23-14", "QN23-17", "2023-09-15"],
    ["due", "QN23-18", "2023-09-25"], ["due", "QN23-20", "2023-12-31"],
    ["due", "QN23-22", "2023-09-28"], ["due", "QN23-23", "2023-11-16"],
    ["due", "QN23-40", "2023-09-20"],
    ["status", "QN23-09", "QN23-10", "awaitingReply", "--waiting-for", "UBBGQG"]
      + ["--since", "2023-09-01"],
    ["status", "QN23-11", "reported", "--force", "--why", "văn bản chưa về"],
    ["status", "QN23-17", "paused", "--reason", "dịch", "--look-again", "2024-01-15"],
    ["status", "QN23-18", "done", "--result-kind", "met", "--on", "2023-09-27"],
    ["status", "QN23-22", "assigned", "--lead", "vu-dba", "--assigner", "Giám đốc Sở"],
    ["chase", "QN23-06", "--channel", "letter", "--on", "2023-09-11"],
  ]

  static let answers: [[String]] = [
    ["hoa-ky", "status=done", "paper=trả lời số 1", "unit=vu-chau-my", "--on", "2024-03-15"],
    ["australia", "status=inProgress", "paper=trả lời tạm số 2", "unit=vu-dna-na-ntbd"],
    ["chau-a", "status=awaitingReply", "unit=vu-dba"],
    ["chau-au", "status=notPursued", "paper=trả lời số 3", "answer=chưa phù hợp"],
  ]

  /// Monday, 2 October 2023.
  static func register() throws -> TemporaryFolder {
    let folder = try RealRegister.copy()
    for step in steps {
      let run = try Run(list: step + ["--today", "2023-10-02"], data: folder.path)
      #expect(run.code == 0, "\(step): \(run.complaint)")
    }
    return folder
  }
}
