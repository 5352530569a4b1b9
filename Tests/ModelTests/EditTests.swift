@testable import Model
import Testing
import Vietnamese

@Suite struct EditReaderTests {
  static let reader = EditReader(
    picker: EntryPicker(TypingDesk.registry, today: TypingDesk.today), forms: TypingDesk.forms,
    today: TypingDesk.today, key: { ["QN23-05": "k5"][$0] })

  static func due(_ iso: String, _ precision: DatePrecision = .day) -> Deadline {
    Deadline(PartialDate(Day(iso) ?? Day(ordinal: 0), precision: precision), origin: .officer)
  }

  @Test(arguments: [
    ("han=15/7", [FieldEdit.due(due("2026-07-15"))]),
    ("due=2027", [.due(due("2027-12-31", .year))]),
    ("hạn=", [.due(nil)]), ("chutri=ubbg!", [.set(.lead, .object(["unit": .text("ubbgqg")]))]),
    (
      "lead=dba",
      [.set(.lead, Lead(unit: "vu-dba", isProposed: true).value)]
    ),
    ("noidung=  Hai   chữ ", [.set(.title, .text("Hai chữ"))]),
    ("canbo=", [.set(.officer, .null)]),
    ("officer=Nguyễn Văn An", [.set(.officer, .text("Nguyễn Văn An"))]),
    ("uutien=cao", [.set(.priority, .number("2"))]),
    ("priority=1", [.set(.priority, .number("1"))]),
    ("loai=cam", [.set(.kind, .text("commitment"))]),
    ("chedo=internal", [.set(.regime, .text("internal"))]),
    ("ct=nghệ an", [.set(.programme, .text("ct-na"))]),
    ("ngayneu=24/3/2023", [.set(.raisedOn, .text("2023-03-24"))]),
    (
      "giaidoan=2023..11/2025",
      [.set(.period, .object(["from": .text("2023-01-01"), "to": .text("2025-11-30")]))]
    ),
    ("phoihop=dba, ubbg", [.replace(.coordinating, ["vu-dba", "ubbgqg"])]),
    ("phoihop=", [.replace(.coordinating, [])]), ("with+=dba", [.join(.coordinating, ["vu-dba"])]),
    ("with-=dba", [.leave(.coordinating, ["vu-dba"])]),
    ("nhan=+a,-b", [.leave(.tags, ["b"]), .join(.tags, ["a"])]), ("+gấp", [.join(.tags, ["gấp"])]),
    (
      "doitac.nhật bản.trangthai=xong",
      [.line(counterpart: "nhat-ban", .status(.done))]
    ),
    ("counterpart.japan.answer=", [.line(counterpart: "nhat-ban", .answer(nil))]),
    ("lienket+=phụ thuộc:QN23-05", [.link(.dependsOn, to: "k5")]),
    ("links=-QN23-05", [.unlink(.relates, to: "k5")]),
    ("nguon+=công văn 12", [.join(.sources, ["công văn 12"])]),
  ])
  func anEditIsRead(typed: String, edits: [FieldEdit]) throws {
    #expect(try Self.reader.read(typed).edits == edits)
    let decomposed = QuickAddTests.decomposed(typed)
    #expect(try Self.reader.read(decomposed).edits == edits)
  }

  @Test(arguments: [
    ("han", EditError.Fault.noSign, 0..<3),
    ("hann=1", .unknownField("hann", nearest: "han"), 0..<4),
    ("trangthai=done", .notHere(.status, .status), 0..<9),
    ("note=x", .notHere(.notes, .note), 0..<4),
    ("result=x", .notHere(.result, .status), 0..<6), ("ma=QN23-99", .notHere(.code, .never), 0..<2),
    ("tinh=qn", .notHere(.province, .never), 0..<4),
    ("han=31/2", .date(.impossible(day: 31, month: 2, year: nil)), 4..<8),
    ("ngayneu=3/2023", .notADay("3/2023", .raisedOn), 8..<14),
    ("giaidoan=2023", .notAPeriod("2023"), 9..<13),
    ("giaidoan=2025..2023", .notAPeriod("2025..2023"), 9..<19),
    ("canbo+=An", .notAList(.officer), 0..<6), ("nhan=a,-b", .signMissing(.tags), 5..<9),
    ("lienket=QN23-05", .signMissing(.links), 8..<15),
    ("lienket+=QN23-99", .unknownCode("QN23-99"), 9..<16),
    ("phoihop+=dba,xyz", .unknownValue("xyz", .coordinating, nearest: nil), 13..<16),
    (
      "chutri=vụ đông",
      .ambiguous("vụ đông", .lead, candidates: ["vu-dba", "vu-dna"]), 7..<14
    ),
    ("doitac.japan.x=1", .unknownLinePart("x", nearest: nil), 13..<14),
    ("nhan+=", .noValue(.tags), 6..<6),
  ])
  func aMistakeIsNamedWithItsPlace(typed: String, fault: EditError.Fault, range: Range<Int>) {
    #expect(throws: EditError(fault, range)) { try Self.reader.read(typed) }
  }

  @Test func everyNameOfAFieldIsItsOwn() {
    var names: [String: Field] = [:]
    for field in Field.allCases {
      for name in Set(field.typedNames + [SearchWord.fold(field.rawValue)]) {
        #expect(names.updateValue(field, forKey: name) == nil, "\(name)")
      }
    }
    #expect(Field.editableNames.contains("han"))
    #expect(!Field.editableNames.contains("trangthai"))
  }
}

@Suite struct EditActionTests {
  static let day = TypingDesk.today
  static let record = Record(changes: [
    Change(
      id: "c", at: Moment(milliseconds: 0), by: "import",
      edits: [
        .set(.key, from: .null, to: .text("k")), .set(.code, from: .null, to: .text("QN23-02")),
        .set(.kind, from: .null, to: .text("request")),
        .set(.direction, from: .null, to: .text("provinceToMinistry")),
        .set(.province, from: .null, to: .text("quang-ninh")),
        .set(.title, from: .null, to: .text("A")),
        .set(.category, from: .null, to: .text("dau-tu")),
        .set(.tier, from: .null, to: .text("core")),
        .set(.raisedOn, from: .null, to: .text("2023-03-24")),
        .add(.counterparts, [inferred("nhat-ban"), inferred("quang-tay")]),
        .add(.tags, [.text("a"), .text("b")]),
        .set(.due, from: .null, to: EditReaderTests.due("2023-06-30").value),
        .set(.status, from: .null, to: .text("new")),
        .add(.sources, [.object(["document": .text("bai-000")])]),
      ])
  ])

  static func inferred(_ id: String) -> Value {
    .object(["id": .text(id), "inferred": .bool(true)])
  }

  static func outcome(
    _ edits: [FieldEdit], why: String? = nil, force: Bool = false
  ) throws(ActionError) -> ActionOutcome {
    try Action.edit(RecordEdit(edits, why: why, on: day)).outcome(
      on: record, author: "Lan", noteID: "n", force: force)
  }

  @Test func whatIsNamedIsInferredNoLonger() throws {
    let outcome = try Self.outcome([.join(.counterparts, ["nhat-ban", "han-quoc"])])
    let named = Value.object(["id": .text("nhat-ban")])
    #expect(
      outcome.edits == [
        .alter(field: "counterparts", remove: [Self.inferred("nhat-ban")], add: [named]),
        .add(.counterparts, [.object(["id": .text("han-quoc")])]),
      ])
    #expect(try Self.outcome([.leave(.counterparts, ["quang-tay"])]).edits.count == 1)
  }

  @Test func aLineOfACounterpartIsFollowedByItself() throws {
    let outcome = try Self.outcome([
      .line(counterpart: "nhat-ban", .status(.done)),
      .line(counterpart: "nhat-ban", .answer("rồi")),
    ])
    var fields = Self.record.fields
    for edit in outcome.edits { fields.apply(edit) }
    let line = try FollowUp(fields).counterparts[0]
    #expect(line.status == .done)
    #expect(line.answer == "rồi")
    #expect(line.on == Self.day)
    #expect(!line.isInferred)
    #expect(throws: ActionError.noSuchLine("lao")) {
      try Self.outcome([.line(counterpart: "lao", .status(.done))])
    }
  }

  @Test func aListIsReplacedByWhatDiffers() throws {
    let edits = try Self.outcome([.replace(.tags, ["b", "c"])]).edits
    #expect(
      edits == [
        .alter(field: "tags", remove: [.text("a")], add: []), .add(.tags, [.text("c")]),
      ])
  }

  @Test func aDeadlineKeepsItsRules() throws {
    let later = FieldEdit.due(EditReaderTests.due("2023-07-31"))
    let needed = ActionError.extensionWithoutReason(
      from: Day("2023-06-30") ?? Self.day, to: Day("2023-07-31") ?? Self.day)
    #expect(throws: needed) { try Self.outcome([later]) }
    let moved = try Self.outcome([later], why: "chờ")
    #expect(moved.edits.compactMap(\.field) == ["due", "extensions"])
    #expect(throws: ActionError.noDeadlineWithoutReason) { try Self.outcome([.due(nil)]) }
    let none = try Self.outcome([.due(nil), .set(.noDeadlineReason, .text("thường xuyên"))])
    #expect(Set(none.edits.compactMap(\.field)) == ["due", "extensions", "noDeadlineReason"])
    #expect(throws: ActionError.reasonBesideDeadline) {
      try Self.outcome([.set(.noDeadlineReason, .text("x"))])
    }
    let before = ActionError.dueBeforeRaised(
      due: Day("2023-06-30") ?? Self.day, raised: Day("2023-08-01") ?? Self.day)
    #expect(throws: before) { try Self.outcome([.set(.raisedOn, .text("2023-08-01"))]) }
  }

  @Test(arguments: [
    (FieldEdit.set(.title, .null), ActionError.mandatory(.title)),
    (.replace(.sources, []), .mandatory(.sources)), (.set(.title, .text("A")), .nothingChanged),
    (.join(.tags, ["a"]), .nothingChanged), (.leave(.tags, ["z"]), .nothingChanged),
    (.link(.relates, to: "k"), .linkToItself),
    (.due(EditReaderTests.due("2023-06-30")), .nothingChanged),
  ])
  func anEditIsRefused(edit: FieldEdit, error: ActionError) {
    #expect(throws: error) { try Self.outcome([edit]) }
  }
}
