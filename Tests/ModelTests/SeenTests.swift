@testable import Model
import Testing

/// Two people answer at once: what each says is held against what he saw, and against nothing else.
@Suite struct SeenTests {
  private static let today = Day(ordinal: 19_632)  // 2023-10-02

  private static func due(_ iso: String) -> Deadline {
    Deadline(PartialDate(Day(iso) ?? today), origin: .officer)
  }

  private static func moved(to iso: String, _ reason: String? = nil) -> Action {
    .due(due(iso), reason: reason, on: today)
  }

  private static func step(
    _ status: Status, _ alter: (inout StatusStep) -> Void = { _ in }
  ) -> Action {
    var step = StatusStep(to: status, on: today)
    alter(&step)
    return .step(step)
  }

  private static func edit(_ fields: FieldEdit...) -> Action {
    .edit(RecordEdit(fields, on: today))
  }

  private static let done = step(.done) { $0.resultKind = .met }
  private static let merging = Action.merge(into: "k2", on: today)

  private static func waiting(for whom: String) -> Action {
    step(.awaitingReply) { ($0.waitingFor, $0.waitingSince) = (whom, today) }
  }

  private static let marked = RatingEdit(year: 2023, side: .province, mark: .met, on: today)
  private static let commented = {
    var edit = RatingEdit(year: 2023, side: .province, on: today)
    edit.comment = "tốt"
    return edit
  }()

  /// As both saw it.
  private static func start(due: Deadline? = due("2023-12-31")) -> Record {
    var fields = Fields()
    let texts: [(Field, String)] = [
      (.key, "k"), (.code, "QN23-01"), (.kind, "request"), (.direction, "provinceToMinistry"),
      (.province, "quang-ninh"), (.title, "t"), (.category, "bien-gioi"), (.tier, "core"),
      (.programme, "ct"), (.status, "inProgress"),
    ]
    for (field, text) in texts { fields[field] = .text(text) }
    fields[.due] = due?.value ?? .null
    fields[.sources] = .list([.object(["document": .text("bai-001")])])
    fields[.counterparts] = .list(["a", "b"].map { .object(["id": .text($0)]) })
    return Record(changes: [FoldTests.change("c0", at: 0, after: [], fields.creation)])
  }

  private static func change(
    _ author: String, at moment: Int64, _ action: Action, on record: Record, seen: Record
  ) throws -> Change {
    let outcome = try action.outcome(
      on: record, seenAs: record.asSeen(seen.newest), author: author, noteID: author)
    var change = FoldTests.change(author, at: moment, after: seen.newest, outcome.edits)
    change.settles = outcome.settles
    return change
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var start: Record = SeenTests.start()
    var lan: Action
    var minh: Action
    /// What they are asked about.
    var matters: [String]
    /// What is in force, as Minh has it.
    var inForce: [Field: Value] = [:]
  }

  private static let deadlines = [
    Case(
      testDescription: "earlier, and later than that", lan: moved(to: "2023-10-15"),
      minh: moved(to: "2023-11-30"), matters: ["due"],
      inForce: [.due: due("2023-11-30").value, .extensions: .null]),
    Case(
      testDescription: "the first deadline of a record, twice", start: start(due: nil),
      lan: moved(to: "2023-10-15"), minh: moved(to: "2023-11-30"), matters: ["due"],
      inForce: [.due: due("2023-11-30").value, .extensions: .null]),
    Case(
      testDescription: "taken away, and moved",
      lan: .due(nil, reason: "chờ phía bạn", on: today), minh: moved(to: "2023-11-30"),
      matters: ["due"], inForce: [.due: due("2023-11-30").value, .noDeadlineReason: .null]),
    Case(
      testDescription: "set, and said to be none", start: start(due: nil),
      lan: moved(to: "2023-10-15"), minh: .due(nil, reason: "việc thường xuyên", on: today),
      matters: ["due"], inForce: [.due: .null, .noDeadlineReason: .text("việc thường xuyên")]),
    Case(
      testDescription: "the same day from both", lan: moved(to: "2023-10-15"),
      minh: moved(to: "2023-10-15"), matters: []),
  ]

  private static let steps = [
    Case(
      testDescription: "done, and waiting for an answer", lan: done, minh: waiting(for: "Bộ"),
      matters: ["status"],
      inForce: [.status: .text("awaitingReply"), .doneOn: .null, .result: .null]),
    Case(
      testDescription: "waiting, and done", lan: waiting(for: "Bộ"), minh: done,
      matters: ["status"], inForce: [.status: .text("done"), .waiting: .null]),
    Case(
      testDescription: "waiting for two", lan: waiting(for: "Bộ"), minh: waiting(for: "Sở"),
      matters: ["waiting"]),
    Case(testDescription: "done by both", lan: done, minh: done, matters: []),
    Case(
      testDescription: "done, and pressed for", lan: done,
      minh: .chase(Chase(on: today, channel: .call)), matters: [],
      inForce: [.status: .text("done")]),
    Case(
      testDescription: "done, and split", lan: done,
      minh: .split([Part(title: "phần", counterparts: ["a"])], on: today), matters: []),
    Case(
      testDescription: "done, and merged", lan: done, minh: merging, matters: ["removal"],
      inForce: [.status: .text("merged"), .mergedInto: .text("k2")]),
    Case(
      testDescription: "merged, and given to a unit", lan: merging,
      minh: .lead(unit: "cuc-le-tan", isProposed: false, on: today), matters: ["removal"]),
  ]

  private static let others = [
    Case(
      testDescription: "two leads", lan: .lead(unit: "vu-dba", isProposed: false, on: today),
      minh: .lead(unit: "ubbgqg", isProposed: false, on: today), matters: ["lead"]),
    Case(
      testDescription: "one tag from both", lan: edit(.join(.tags, ["gấp"])),
      minh: edit(.join(.tags, ["gấp", "riêng"])), matters: [],
      inForce: [.tags: .list([.text("gấp"), .text("riêng")])]),
    Case(
      testDescription: "a list written anew keeps what its writer had not seen",
      lan: edit(.join(.tags, ["gấp"])), minh: edit(.replace(.tags, ["riêng"])), matters: [],
      inForce: [.tags: .list([.text("gấp"), .text("riêng")])]),
    Case(
      testDescription: "the status and the answer of one line",
      lan: edit(.line(counterpart: "a", .status(.done))),
      minh: edit(.line(counterpart: "a", .answer("đồng ý"))),
      matters: ["\(Field.counterparts.rawValue).a"]),
    Case(
      testDescription: "the mark and the comment of one side's rating", lan: .rate(marked),
      minh: .rate(commented), matters: []),
  ]

  @Test(arguments: deadlines + steps + others)
  func whatWasAllowedOnWhatHeSawIsAConflictAndNoRefusal(_ item: Case) throws {
    let lan = try Self.change("lan", at: 1, item.lan, on: item.start, seen: item.start)
    let base = item.start.merged(with: [lan])
    let minh = try Self.change("minh", at: 2, item.minh, on: base, seen: item.start)
    let record = base.merged(with: [minh])
    #expect(record.conflicts.map(\.matter.name) == item.matters)
    for (field, value) in item.inForce { #expect(record.fields[field] == value, "\(field)") }
    #expect(record.isProven)
    // Either way and again it comes to the same.
    #expect(Record(changes: [minh, lan] + item.start.changes) == record)
    // Undo of the second is the first alone.
    var fields = record.fields
    for edit in try record.edits(undoing: "minh", today: Self.today) { fields.apply(edit) }
    #expect(fields == base.fields)
  }

  /// Whatever side is chosen: it stands as it would by itself.
  @Test(arguments: (deadlines + steps).filter { $0.matters == ["due"] || $0.matters == ["status"] })
  func eachSideCanBeChosenWithWhatGoesWithIt(_ item: Case) throws {
    let lan = try Self.change("lan", at: 1, item.lan, on: item.start, seen: item.start)
    let base = item.start.merged(with: [lan])
    let minh = try Self.change("minh", at: 2, item.minh, on: base, seen: item.start)
    let record = base.merged(with: [minh])
    let conflict = try #require(record.conflicts.first)
    for (side, alone) in [("lan", base), ("minh", record)] {
      let settle = Action.settle(conflict.matter, .side(side), on: Self.today)
      let change = try Self.change("hoa", at: 3, settle, on: record, seen: record)
      let settled = record.merged(with: [change])
      #expect(settled.conflicts.isEmpty)
      for field in Field.withStatus + [.status, .due, .noDeadlineReason] {
        #expect(settled.fields[field] == alone.fields[field], "\(side) \(field)")
      }
    }
  }

  @Test func ofOneLineBothPartsAreKept() throws {
    let start = Self.start()
    let line = { (part: FieldEdit.LinePart) in Self.edit(.line(counterpart: "a", part)) }
    let lan = try Self.change("lan", at: 1, line(.status(.done)), on: start, seen: start)
    let base = start.merged(with: [lan])
    let minh = try Self.change("minh", at: 2, line(.answer("đồng ý")), on: base, seen: start)
    let followUp = try FollowUp(base.merged(with: [minh]).fields)
    #expect(followUp.counterparts.count == 2)
    #expect(followUp.counterparts.first?.status == .done)
    #expect(followUp.counterparts.first?.answer == "đồng ý")
  }

  @Test func ofOneRatingBothPartsAreKept() throws {
    let start = Self.start()
    let lan = try Self.change("lan", at: 1, .rate(Self.marked), on: start, seen: start)
    let base = start.merged(with: [lan])
    let minh = try Self.change("minh", at: 2, .rate(Self.commented), on: base, seen: start)
    let ratings = try FollowUp(base.merged(with: [minh]).fields).ratings
    #expect(ratings.count == 1)
    #expect(ratings.first?.mark == .met)
    #expect(ratings.first?.comment == "tốt")
  }

  @Test(arguments: [
    (
      "a later day than he saw needs a reason, also where it is earlier than the new one",
      moved(to: "2024-06-30", "theo lịch"), moved(to: "2024-02-01"),
      ActionError.extensionWithoutReason(
        from: Day("2023-12-31") ?? today, to: Day("2024-02-01") ?? today)
    ),
    (
      "what is in the bin by now is left alone", .bin(on: today), moved(to: "2023-11-30"),
      .inTheBin(since: today)
    ),
    (
      "what goes on as another record is not given a status of its own", merging, done,
      .mergedMeanwhile(into: "k2")
    ),
    (
      "a secret paper noted meanwhile", .stub(SecretStub(degree: .secret, entry: "12"), on: today),
      .note("xem toan-van.pdf", on: today), .attachment
    ),
  ])
  func whatIsRefused(why: String, lan: Action, minh: Action, error: ActionError) throws {
    let start = Self.start()
    let first = try Self.change("lan", at: 1, lan, on: start, seen: start)
    let base = start.merged(with: [first])
    #expect(throws: error) {
      try Self.change("minh", at: 2, minh, on: base, seen: start)
    }
  }

  @Test func whoHasSeenItAllIsHeldAgainstItAll() throws {
    let start = Self.start()
    let lan = try Self.change("lan", at: 1, Self.moved(to: "2023-10-15"), on: start, seen: start)
    let base = start.merged(with: [lan])
    for seen in [base.newest, ["of another copy"], []] {
      #expect(base.asSeen(seen) == base)
    }
    #expect(base.asSeen(nil) == base)
    #expect(base.asSeen(start.newest) == start)
    #expect(throws: ActionError.self) {
      try Self.change("minh", at: 2, Self.moved(to: "2023-11-30"), on: base, seen: base)
    }
  }

  @Test func whatTwoSaidAlikeIsThereOnce() throws {
    let start = Self.start()
    let tag = Self.edit(.join(.tags, ["gấp"]))
    let lan = try Self.change("lan", at: 1, tag, on: start, seen: start)
    #expect(throws: ActionError.nothingChanged) {
      try Self.change("minh", at: 2, tag, on: start.merged(with: [lan]), seen: start)
    }
  }
}
