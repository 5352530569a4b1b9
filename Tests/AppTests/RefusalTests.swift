import App
@testable import Model
import Testing
import Vietnamese

/// What the screen says of a refusal names no option of the command line.
@Suite struct RefusalTests {
  private static let day = Day("2023-10-02") ?? Day(ordinal: 0)
  private static let mark = SecretMark.find(in: "Độ mật: MẬT") ?? SecretMark.find(in: "TỐI MẬT")

  private static let period = Period(from: day, to: day)
  private static let issue = SupplyIssue("7/2023", span: .month)

  /// The refusal after this one; so a new one does not compile before it stands here.
  private static func next(after error: StepError) -> StepError? {
    switch error {
    case .alreadyThere: .missing(Requirement.allCases, status: .agreed)
    case .missing: .wrongResultKind(.met, status: .notPursued)
    case .wrongResultKind: .reopensAsInProgress(from: .done)
    case .reopensAsInProgress: .intoItself
    case .intoItself: .dueBeforeRaised(due: day, raised: day)
    case .dueBeforeRaised: .openLines(["nga"])
    case .openLines: .openParts(["QN23-01"])
    case .openParts: .extensionWithoutReason(from: day, to: day)
    case .extensionWithoutReason: nil
    }
  }

  private static func next(after error: ActionError) -> ActionError? {
    switch error {
    case .step(let step): next(after: step).map(ActionError.step) ?? .emptyNote
    case .emptyNote: .extensionWithoutReason(from: day, to: day)
    case .extensionWithoutReason: .dueBeforeRaised(due: day, raised: day)
    case .dueBeforeRaised: .noDeadlineWithoutReason
    case .noDeadlineWithoutReason: .nothingChanged
    case .nothingChanged: .mandatory(.title)
    case .mandatory: .reasonBesideDeadline
    case .reasonBesideDeadline: .dueInARing(["QN23-24"])
    case .dueInARing: .noSuchLine("nga")
    case .noSuchLine: .linkToItself
    case .linkToItself: .inTheBin(since: day)
    case .inTheBin: .notClear(Need.allCases)
    case .notClear: .noParts
    case .noParts: .emptyTitle
    case .emptyTitle: .endedAlready(.done)
    case .endedAlready: .targetIsMerged(code: "A", into: "B")
    case .targetIsMerged: .mergedMeanwhile(into: "B")
    case .mergedMeanwhile: .chaseOfEnded(.done)
    case .chaseOfEnded: .replyBeforeChase(replyBy: day, on: day)
    case .replyBeforeChase: .notInProgramme
    case .notInProgramme: .originOfProgramme
    case .originOfProgramme: .reviewClosed(year: 2023)
    case .reviewClosed: .notPeriodic
    case .notPeriodic: .noSuchIssue("x", .month)
    case .noSuchIssue: issue.map { .issueOutside($0, period) } ?? mark.map(ActionError.secretMark)
    case .issueOutside: mark.map(ActionError.secretMark) ?? .notAnEntry("x")
    case .secretMark: .attachment
    case .attachment: .notAnEntry("x")
    case .notAnEntry: .noConflict(.field("title"))
    case .noConflict: .unreadable(ValueError("title", .missing))
    case .unreadable: nil
    }
  }

  private static func next(after fault: EditError.Fault) -> EditError.Fault? {
    switch fault {
    case .noSign: .unknownField("x", nearest: nil)
    case .unknownField: .notHere(.status, .status)
    case .notHere(_, let instead):
      next(after: instead).map { .notHere(.status, $0) } ?? .noValue(.title)
    case .noValue: .unknownValue("x", .lead, nearest: nil)
    case .unknownValue: .ambiguous("x", .lead, candidates: ["a", "b"])
    case .ambiguous: .date(.notADate("x"))
    case .date: .event("QN23-24", .merged)
    case .event: .notADay("x", .raisedOn)
    case .notADay: .notAPeriod("x")
    case .notAPeriod: .notAList(.title)
    case .notAList: .signMissing(.links)
    case .signMissing: .unknownLinePart("x", nearest: nil)
    case .unknownLinePart: .unknownCode("x")
    case .unknownCode: .repeated(.title)
    case .repeated: nil
    }
  }

  private static func next(after instead: EditError.Instead) -> EditError.Instead? {
    switch instead {
    case .status: .note
    case .note: .due
    case .due: .chase
    case .chase: .review
    case .review: .deliver
    case .deliver: .never
    case .never: nil
    }
  }

  private static func check(_ words: Words) {
    for text in [words.vi, words.en] {
      #expect(!text.contains("--"), "\(text)")
      #expect(!text.isEmpty)
    }
  }

  @Test func noRefusalOfAnActionNamesAnOption() {
    var error: ActionError? = .step(.alreadyThere(.new))
    var count = 0
    while let now = error {
      Self.check(now.words(naming: Registry(), on: .screen(.standard)))
      (error, count) = (Self.next(after: now), count + 1)
    }
    #expect(count > 30)
  }

  @Test func noRefusalOfAFieldNamesAnOption() {
    var fault: EditError.Fault? = .noSign
    while let now = fault {
      Self.check(EditError(now, 0..<1).words(naming: Registry(), on: .screen(.standard)))
      fault = Self.next(after: now)
    }
  }

  @Test func theCommandLineStillNamesThem() {
    let error = ActionError.extensionWithoutReason(from: Self.day, to: Self.day)
    #expect(error.words(naming: Registry(), on: .commandLine).vi.contains("(--reason)"))
  }
}
