import App
@testable import Model
import Store
import Terminal
import Testing
import Vietnamese

/// What the screen says of files, queries, lines, reviews and the store names no option either.
///
/// Each walk goes on by a switch without a default: a new case does not compile before it stands in
/// its chain.
@Suite struct ProblemRefusalTests {
  private static let day = Day("2023-10-02") ?? Day(ordinal: 0)
  private static let place = FilePlace(path: "follow-ups/x.json", line: 3, column: 5)
  private static let path = "so-theo-doi"
  private static let screen = Surface.screen(.standard)

  private static func check(_ words: Words) {
    for text in [words.vi, words.en] {
      #expect(!text.contains("--"), "\(text)")
      #expect(!text.isEmpty)
    }
  }

  /// Everything from `first` on.
  private static func chain<Link>(_ first: Link, _ next: (Link) -> Link?) -> [Link] {
    var links = [first]
    while let link = links.last.flatMap(next) { links.append(link) }
    return links
  }

  // MARK: - Files

  private static func next(after problem: RegisterProblem) -> RegisterProblem? {
    switch problem {
    case .missingFolder: .notARegister(path: path)
    case .notARegister: .foreignFormat(path: path)
    case .foreignFormat: .newerFormat(path: path, version: 9, known: 1)
    case .newerFormat: .system(act: .write, path: path, code: 28)
    case .system: .badSyntax(place, .trailingComma)
    case .badSyntax(_, let fault):
      next(after: fault).map { .badSyntax(place, $0) }
        ?? .badValue(place, ValueError("x", .missing))
    case .badValue: .wrongTop(path: path, expected: .text)
    case .wrongTop: .duplicateCode("QN23-01", place, first: place)
    case .duplicateCode: .duplicateKey("k", place, first: place)
    case .duplicateKey: .unknownEntry(id: "x", kind: .units, place)
    case .unknownEntry: .unknownProgramme(id: "x", place)
    case .unknownProgramme: .danglingLink(code: "QN23-01", to: "k", .links, place)
    case .danglingLink: .oneSidedLink(code: "QN23-01", to: "k", .partOf, place)
    case .oneSidedLink: .notTheFold(code: "QN23-01", fields: ["title"], place)
    case .notTheFold: .notCanonical(place)
    case .notCanonical: .alteredReview(path: path)
    case .alteredReview: .brokenSuccessor(.cycle(["a", "b"]), .units, place)
    case .brokenSuccessor(.cycle, _, _):
      .brokenSuccessor(.unknown(id: "a", successor: "b"), .units, place)
    case .brokenSuccessor(.unknown, _, _): .tornJournal(path: path, bytes: 12)
    case .tornJournal: .damagedJournal(path: path, line: 4)
    case .damagedJournal: .recordGone(code: "QN23-01")
    case .recordGone: .fileInTrouble(path: path)
    case .fileInTrouble: .busy(path: path, process: 12)
    case .busy(_, let process):
      process == nil ? .registerExists(path: path) : .busy(path: path, process: nil)
    case .registerExists: .folderNotEmpty(path: path)
    case .folderNotEmpty: .alreadyThere(path: path)
    case .alreadyThere: .badArchive(path: path)
    case .badArchive: .wideOpen(path: path, files: 3)
    case .wideOpen: nil
    }
  }

  private static func next(after fault: SyntaxFault) -> SyntaxFault? {
    let all = SyntaxFault.allCases.filter { $0 != .trailingComma }
    guard fault != .trailingComma else { return all.first }
    return all.firstIndex(of: fault).flatMap { $0 + 1 < all.count ? all[$0 + 1] : nil }
  }

  @Test func noProblemOfFilesNamesAnOption() {
    let problems = Self.chain(.missingFolder(path: Self.path)) { Self.next(after: $0) }
    for problem in problems { Self.check(problem.words(on: Self.screen)) }
    #expect(problems.count > 50)
  }

  @Test func noCallOfTheSystemThatFailedNamesAnOption() {
    let acts: [SystemAct] = [
      .open, .read, .write, .sync, .rename, .lock, .list, .makeFolder, .makeLink, .remove,
    ]
    for act in acts {
      for code: Int32 in [1, 2, 5, 13, 20, 28, 30, 122] {
        Self.check(
          RegisterProblem.system(act: act, path: Self.path, code: code).words(on: Self.screen))
      }
    }
  }

  // MARK: - Queries and lines

  private static func next(after error: QueryError) -> QueryError? {
    switch error {
    case .unknownField: .unknownValue("x", field: "lead", offset: 0, nearest: nil)
    case .unknownValue: .ambiguousValue("x", field: "lead", offset: 0, choices: ["a", "b"])
    case .ambiguousValue: .badDate("x", field: "due", offset: 0, .notADate)
    case .badDate(_, _, _, let fault):
      next(after: fault).map { .badDate("x", field: "due", offset: 0, $0) }
        ?? .noValue(field: "lead", offset: 0)
    case .noValue: .noComparison(field: "lead", offset: 0)
    case .noComparison: .openQuote(offset: 0)
    case .openQuote: .openBracket(offset: 0)
    case .openBracket: .strayBracket(offset: 0)
    case .strayBracket: .emptyBracket(offset: 0)
    case .emptyBracket: .emptySide(offset: 0)
    case .emptySide: .tooDeep(offset: 0)
    case .tooDeep: nil
    }
  }

  private static func next(after fault: QueryDateFault) -> QueryDateFault? {
    switch fault {
    case .notADate: .impossible
    case .impossible: .ambiguous
    case .ambiguous: .outOfRange
    case .outOfRange: .workingDays
    case .workingDays: nil
    }
  }

  @Test func noQueryErrorNamesAnOption() {
    let errors = Self.chain(.unknownField("x", offset: 0, nearest: nil)) { Self.next(after: $0) }
    for error in errors { Self.check(error.words) }
    #expect(errors.count == 16)
  }

  private static func next(after fault: QuickAddError.Fault) -> QuickAddError.Fault? {
    switch fault {
    case .unknownField: .noValue(.lead)
    case .noValue: .unknownValue("x", .lead, nearest: nil)
    case .unknownValue: .ambiguous("x", .lead, candidates: ["a", "b"])
    case .ambiguous: .date(.notADate("x"))
    case .date: .event("QN23-24", .merged)
    case .event(_, let event): event == nil ? .notADay("x", .due) : .event("QN23-24", nil)
    case .notADay: .repeated(.lead)
    case .repeated: .openQuote
    case .openQuote: .tooLong(characters: 5_000)
    case .tooLong: nil
    }
  }

  @Test func noQuickAddErrorNamesAnOption() {
    let faults = Self.chain(.unknownField("x", nearest: nil)) { Self.next(after: $0) }
    for fault in faults { Self.check(QuickAddError(fault, 0..<1).words(naming: Registry())) }
    #expect(faults.count == 11)
  }

  // MARK: - Reviews and the store

  private static func next(after error: ReviewError) -> ReviewError? {
    switch error {
    case .unknownProgramme: .outsidePeriod(year: 2020, Period(from: day, to: day))
    case .outsidePeriod: .noTasks(programme: "x", year: 2023)
    case .noTasks: .notBegun(year: 2024)
    case .notBegun: .closedAlready(year: 2023, on: day, by: "Lan")
    case .closedAlready: .notClosed(year: 2023)
    case .notClosed: .unsettled(["QN23-01"])
    case .unsettled: .notATask("QN23-01", year: 2023)
    case .notATask: .damaged(path: path)
    case .damaged: .nothingToCopy(year: 2024)
    case .nothingToCopy: nil
    }
  }

  @Test func noReviewErrorNamesAnOption() {
    let errors = Self.chain(.unknownProgramme("x", nearest: nil)) { Self.next(after: $0) }
    for error in errors { Self.check(error.words(naming: Registry(), on: Self.screen)) }
    #expect(errors.count == 10)
  }

  private static let conflict = UndoConflict(
    code: "QN23-01", field: "title", by: "Lan", at: Moment(startOf: day))

  @Test func aConflictOfUndoNamesNoOption() {
    Self.check(Self.conflict.words(secondsEast: 25_200, on: Self.screen))
  }

  /// What the store's errors are made of; those within are walked above and in ``RefusalTests``.
  private static func words(_ error: StoreError) -> [Words] {
    switch error {
    case .problem(let problem): [problem.words(on: screen)]
    case .refused(_, let error): [error.words(naming: Registry(), on: screen)]
    case .undoConflict(let conflict): [conflict.words(secondsEast: 0, on: screen)]
    case .incomplete(let index, let fields):
      [CommandWords.ofLine(index + 1, CommandWords.stillMissing(fields))]
    case .review(let error): [error.words(naming: Registry(), on: screen)]
    case .secretMark(let index, let mark):
      [CommandWords.ofLine(index + 1, mark.refusal(on: screen))]
    case .mergeStays(let obstacle): [obstacle.words]
    case .nothingToUndo: [CommandWords.nothingToUndo]
    case .nothingToRedo: [CommandWords.nothingToRedo]
    }
  }

  private static func next(after error: StoreError) -> StoreError? {
    switch error {
    case .problem: .refused(code: "QN23-01", .emptyNote)
    case .refused: .undoConflict(conflict)
    case .undoConflict: .incomplete(index: 0, Field.allCases)
    case .incomplete: .review(.notBegun(year: 2024))
    case .review:
      SecretMark.find(in: "Độ mật: MẬT").map { .secretMark(index: 0, $0) } ?? .nothingToUndo
    case .secretMark: .mergeStays(.altered(file: "views.json"))
    case .mergeStays(.altered): .mergeStays(.named(entry: "Cục Mới", by: ["A", "B", "C", "D"]))
    case .mergeStays(.named): .nothingToUndo
    case .nothingToUndo: .nothingToRedo
    case .nothingToRedo: nil
    }
  }

  @Test func noErrorOfTheStoreNamesAnOption() {
    let errors = Self.chain(.problem(.recordGone(code: "QN23-01"))) { Self.next(after: $0) }
    for error in errors { Self.words(error).forEach(Self.check) }
    #expect(errors.count == 10)
  }
}
