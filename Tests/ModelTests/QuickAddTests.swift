@testable import Model
import Testing
import Vietnamese

/// A small registry in which some names are parts of others.
enum TypingDesk {
  static func entry(
    _ id: String, _ name: String, _ change: (inout RegistryEntry) -> Void = { _ in }
  ) -> RegistryEntry {
    var entry = RegistryEntry(id: id, name: name)
    change(&entry)
    return entry
  }

  static let registry = Registry(
    [
      .provinces: RegistryTable([
        entry("quang-ninh", "Quảng Ninh") { $0.letters = "QN" },
        entry("quang-nam", "Quảng Nam") { $0.letters = "QNa" },
        entry("ha-giang", "Hà Giang") { $0.validTo = Day("2025-06-30") },
      ]),
      .units: RegistryTable([
        entry("ubbgqg", "Ủy ban Biên giới quốc gia") { $0.abbreviations = ["UBBGQG"] },
        entry("vu-dba", "Vụ Đông Bắc Á") { $0.abbreviations = ["ĐBA"] },
        entry("vu-dna", "Vụ Đông Nam Á") { $0.abbreviations = ["ĐNA"] },
      ]),
      .counterparts: RegistryTable([
        entry("quang-tay", "Quảng Tây") { $0.nameEn = "Guangxi" },
        entry("nhat-ban", "Nhật Bản") { $0.nameEn = "Japan" },
      ]),
      .categories: RegistryTable([
        entry("bien-gioi", "Biên giới, cửa khẩu") { $0.nameEn = "Borders" },
        entry("dau-tu", "Đầu tư") { $0.nameEn = "Investment" },
      ]),
      .dossiers: RegistryTable([entry("hs-cua-khau", "Hồ sơ cửa khẩu")]),
      .documents: RegistryTable([entry("bai-000", "Bài báo số không")]),
    ],
    programmes: [Programme(id: "ct-na", name: "Chương trình Nghệ An", province: "nghe-an")])

  static let forms: ChoiceForms = {
    var forms = ChoiceForms()
    forms.kinds = [.request: ["Kiến nghị"], .commitment: ["Cam kết"], .result: ["Kết quả đã có"]]
    forms.directions = [.ministryToProvince: ["Bộ → tỉnh"], .provinceToMinistry: ["Tỉnh → Bộ"]]
    forms.priorities = [.high: ["Cao", "High"], .urgent: ["Khẩn", "Urgent"]]
    forms.relations = [.dependsOn: ["phụ thuộc"]]
    forms.statuses = [.done: ["Hoàn thành", "Xong"]]
    return forms
  }()

  static let session = WorkingSession(
    key: "qn-session", code: "QN23-01", province: "quang-ninh", raisedOn: Day("2023-03-24"),
    documents: ["bai-000", "bai-001"])

  static let today = Day("2026-03-10") ?? Day(ordinal: 0)

  static let quickAdd = QuickAdd(
    registry: registry, forms: forms, sessions: [session], today: today)

  static func read(_ line: String) -> QuickAddReading { quickAdd.read(line) }
}

@Suite struct QuickAddTests {
  /// The decomposed form of the few letters the tests need.
  static func decomposed(_ text: String) -> String {
    let parts: [Character: String] = [
      "ạ": "a\u{323}", "ế": "e\u{302}\u{301}", "ử": "u\u{31B}\u{309}", "ẩ": "a\u{302}\u{309}",
      "ố": "o\u{302}\u{301}", "ô": "o\u{302}", "ý": "y\u{301}", "ớ": "o\u{31B}\u{301}",
      "ê": "e\u{302}", "ỉ": "i\u{309}",
    ]
    return text.map { parts[$0] ?? String($0) }.joined()
  }

  @Test(arguments: [
    "Công bố cửa khẩu X tinh:qn chutri:ubbg han:cuối quý +biên-giới linhvuc:biên nguon:bai-000",
    "Công bố cửa khẩu X province:qn lead:ubbg due:end of quarter +biên-giới category:borders source:bai-000",
    "  tinh:QN  chutri:ủy ban biên giới  Công bố   cửa khẩu X han:31/3 nhan:biên-giới "
      + "linhvuc:bien-gioi nguon:\"bài báo số không\"",
    "Tỉnh:quảng-ninh Hạn:\"cuối quý\" chủtrì:UBBGQG? \t Công bố cửa khẩu X lĩnhvực:\"biên giới\" "
      + "+biên-giới nguồn:bai-000",
  ])
  func aLineIsReadInEitherLanguageAndOrder(line: String) {
    var draft = RecordDraft(year: 2026)
    draft.title = "Công bố cửa khẩu X"
    draft.province = "quang-ninh"
    draft.category = "bien-gioi"
    draft.lead = Lead(unit: "ubbgqg", isProposed: true)
    draft.due = Deadline(PartialDate(Day("2026-03-31") ?? Day(ordinal: 0)), origin: .officer)
    draft.tags = ["biên-giới"]
    draft.sources = ["bai-000"]
    for line in [line, Self.decomposed(line)] {
      let reading = TypingDesk.read(line)
      #expect(reading.errors == [])
      #expect(reading.missing == [])
      #expect(reading.draft == draft)
    }
  }

  @Test(arguments: [
    ("chutri:ubbg", true), ("chutri:ubbg?", true), ("chutri:ubbg!", false),
    ("chutri:vụ đông bắc á!", false), ("lead:\"Vụ Đông Bắc Á!\"", false),
  ])
  func aLeadIsProposedUnlessItIsSaidToBeConfirmed(typed: String, isProposed: Bool) {
    let reading = TypingDesk.read("Việc \(typed) lớn")
    #expect(reading.draft.lead?.isProposed == isProposed)
    #expect(reading.draft.title == "Việc lớn")
  }

  @Test func nothingIsInventedAndWhatIsMissingIsSaid() {
    let reading = TypingDesk.read("Công bố cửa khẩu Hoành Mô ở Quảng Ninh trong quý III")
    #expect(reading.missing == [.province, .category, .sources])
    #expect(!reading.isReady)
    var draft = RecordDraft(year: 2026)
    draft.title = "Công bố cửa khẩu Hoành Mô ở Quảng Ninh trong quý III"
    #expect(reading.draft == draft)
    #expect(reading.facts.map(\.origin) == [.usual, .usual, .usual])
    #expect(TypingDesk.read("").missing == [.title, .province, .category, .sources])
  }

  @Test func aSessionGivesItsProvinceItsDayItsYearAndItsFirstDocument() {
    let draft = TypingDesk.read("A phien:qn23-01 linhvuc:dau-tu").draft
    #expect(draft.session == "qn-session")
    #expect(draft.province == "quang-ninh")
    #expect(draft.raisedOn == Day("2023-03-24"))
    #expect(draft.sources == ["bai-000"])
    #expect(draft.year == 2023)
    let other = TypingDesk.read("A phien:qn23-01 tinh:quảng nam nguon:\"công văn 5\"").draft
    #expect(other.province == "quang-nam")
    #expect(other.sources == ["công văn 5"])
  }

  @Test func whatIsKeptFromTheLineBeforeGivesWayToWhatIsTyped() {
    var kept = QuickAddDefaults()
    kept.session = TypingDesk.session
    kept.category = "dau-tu"
    kept.kind = .commitment
    let plain = TypingDesk.quickAdd.read("A", defaults: kept)
    #expect(plain.isReady)
    #expect(plain.draft.kind == .commitment)
    #expect(plain.draft.session == "qn-session")
    #expect(plain.facts.first { $0.field == .category }?.origin == .kept)
    let typed = TypingDesk.quickAdd.read("A linhvuc:bien-gioi loai:kiến nghị", defaults: kept)
    #expect(typed.draft.category == "bien-gioi")
    #expect(typed.draft.kind == .request)
    let own = TypingDesk.quickAdd.read("Buổi làm việc phien:mới", defaults: kept)
    #expect(own.draft.isSession)
    #expect(own.draft.session == nil)
    #expect(own.draft.kind == .event)
  }

  @Test(arguments: [
    ("Hội nghị \"Gặp gỡ tinh:qn\" lần 2", "Hội nghị \"Gặp gỡ tinh:qn\" lần 2"),
    ("Lễ “khởi công: han:15/3”, lúc 14:30", "Lễ “khởi công: han:15/3”, lúc 14:30"),
    ("Đề nghị của tỉnh: mở cửa khẩu", "Đề nghị của tỉnh: mở cửa khẩu"),
    ("Xem https://example.org/a +10 % C++ 3:2", "Xem https://example.org/a +10 % C++ 3:2"),
    ("Dấu \" lẻ vẫn là chữ", "Dấu \" lẻ vẫn là chữ"),
    ("\u{1B}[31mđỏ\u{1B}[0m \u{7} chữ\r\nhai", "[31mđỏ [0m chữ hai"),
  ])
  func whatIsNoFieldIsTheTitle(line: String, title: String) {
    let reading = TypingDesk.read(line)
    #expect(reading.errors == [])
    #expect(reading.draft.title == title)
  }

  @Test func listsTakeCommasAndComeSeveralTimes() {
    let reading = TypingDesk.read(
      "A phoihop:dba,ubbg doitac:quảng tây, nhật bản with:vụ đông nam á B doitac:japan +x +x")
    #expect(reading.errors == [])
    #expect(reading.draft.coordinating == ["vu-dba", "ubbgqg", "vu-dna"])
    #expect(reading.draft.counterparts == ["quang-tay", "nhat-ban"])
    #expect(reading.draft.tags == ["x"])
    #expect(reading.draft.title == "A B")
  }

  @Test(arguments: [
    ("15/3", "2026-03-15", DatePrecision.day, "A"), ("15/3/27", "2027-03-15", .day, "A"),
    ("cuối năm", "2026-12-31", .day, "A"), ("2027", "2027-12-31", .year, "A"),
    ("tháng 11", "2026-11-30", .month, "A"), ("15 tháng 3 năm 2027", "2027-03-15", .day, "A"),
    ("mai họp với Bộ", "2026-03-11", .day, "A họp với Bộ"),
  ])
  func aDateTakesAsManyWordsAsItHas(
    typed: String, day: String, precision: DatePrecision, title: String
  ) {
    let reading = TypingDesk.read("A han:\(typed)")
    #expect(reading.errors == [])
    #expect(
      reading.draft.due?.date == PartialDate(Day(day) ?? Day(ordinal: 0), precision: precision))
    #expect(reading.draft.title == title)
  }

  @Test(arguments: [
    ("Việc hann:15/3", QuickAddError.Fault.unknownField("hann", nearest: "han"), 5..<14),
    ("A zzzzzz:x B", .unknownField("zzzzzz", nearest: nil), 2..<10),
    ("A tinh: qn", .noValue(.province), 2..<7),
    ("A chutri:vụ đông", .ambiguous("vụ đông", .lead, candidates: ["vu-dba", "vu-dna"]), 2..<16),
    ("A chutri:xyz B", .unknownValue("xyz", .lead, nearest: nil), 2..<12),
    ("A tinh:hà B", .unknownValue("hà", .province, nearest: nil), 2..<9),
    ("A han:31/2 B", .date(.impossible(day: 31, month: 2, year: nil)), 2..<10),
    ("A han:31/2/26", .date(.impossible(day: 31, month: 2, year: 2026)), 2..<13),
    ("A han:xyz B", .date(.notADate("xyz")), 2..<9),
    ("A han:1/4 due:2/4", .repeated(.due), 10..<17),
    ("A nguon:\"công văn", .openQuote, 2..<17),
    ("A nguon:bai-00", .unknownValue("bai-00", .sources, nearest: "bai-000"), 2..<14),
    ("A phien:QN23-02", .unknownValue("QN23-02", .session, nearest: "QN23-01"), 2..<15),
    ("A loai:k", .ambiguous("k", .kind, candidates: ["request", "result"]), 2..<8),
    ("A uutien:9", .unknownValue("9", .priority, nearest: "1"), 2..<10),
    ("A phoihop:dba,xyz", .unknownValue("xyz", .coordinating, nearest: nil), 2..<17),
  ])
  func aMistakeIsNamedWithItsPlace(
    line: String, fault: QuickAddError.Fault, range: Range<Int>
  ) {
    let reading = TypingDesk.read(line)
    #expect(reading.errors == [QuickAddError(fault, range)])
    #expect(!reading.isReady)
    #expect(TypingDesk.read(Self.decomposed(line)).errors.map(\.range) == [range])
  }

  @Test func aWrongFieldIsNotMissingToo() {
    let reading = TypingDesk.read("A tinh:zz linhvuc:zz nguon:zz han:zz")
    #expect(reading.errors.count == 4)
    #expect(reading.missing == [])
  }

  @Test func whatHasEndedIsFoundByItsWholeName() {
    #expect(TypingDesk.read("A tinh:hà giang").draft.province == "ha-giang")
    #expect(TypingDesk.read("A tinh:giang").draft.province == nil)
  }

  @Test func lettersInUseComeBeforeThoseOfTheRegistry() {
    let quickAdd = QuickAdd(
      registry: TypingDesk.registry, letters: ["quang-nam": "QM"], forms: TypingDesk.forms,
      today: TypingDesk.today)
    #expect(quickAdd.read("A tinh:qm").draft.province == "quang-nam")
  }

  @Test func aPasteOfMegabytesIsRefusedAtOnce() {
    let line = String(repeating: "chữ ", count: 2_500_000)
    let reading = TypingDesk.read(line)
    #expect(reading.errors.map(\.fault) == [.tooLong(characters: 10_000_000)])
    let longest = String(repeating: "ữ", count: QuickAdd.mostCharacters)
    #expect(TypingDesk.read(longest).errors == [])
    #expect(TypingDesk.read(longest + "a").errors.count == 1)
  }

  @Test func everyFactKnowsWhereItWasRead() {
    let line = "A tinh:qn han:cuối quý +x"
    let typed = TypingDesk.read(line).facts.filter { $0.origin == .typed }
    let characters = Array(line)
    let words = typed.compactMap(\.range).map { String(characters[$0]) }
    #expect(words == ["tinh:qn", "han:cuối quý", "+x"])
  }

  @Test func workingDaysWithoutHolidaysAreNamed() {
    #expect(TypingDesk.read("A han:+5nlv").yearsWithoutHolidays == [2026])
    #expect(TypingDesk.quickAdd.read("A han:+5nlv") { _ in true }.yearsWithoutHolidays == [])
  }
}

@Suite struct NewRecordTests {
  @Test func aCreationHasItsEditsInTheOrderOfTheFiles() {
    let draft = TypingDesk.read(
      "A phien:QN23-01 linhvuc:dau-tu +x chutri:dba han:15/3 uutien:cao doitac:japan"
    ).draft
    let new = NewRecord(draft, key: "k", code: "QN23-02")
    let at = Moment(milliseconds: 5)
    let change = new.creation(id: "i", at: at, by: "Lan", batch: "i")
    let order = change.edits.compactMap { $0.field.flatMap(Field.init(rawValue:)) }
    #expect(order == Field.allCases.filter(order.contains))
    #expect(change.isUndoable)
    let record = Record(changes: [change])
    #expect(record.isProven)
    let followUp = try? FollowUp(record.fields)
    #expect(followUp?.status == .new)
    #expect(followUp?.lead == Lead(unit: "vu-dba", isProposed: true))
    #expect(followUp?.sources.map(\.document) == ["bai-000"])
  }

  @Test func aSessionIsItsOwnSession() {
    let draft = TypingDesk.read("Họp tinh:qn linhvuc:dau-tu nguon:\"CV 1\" phien:mới").draft
    let change = NewRecord(draft, key: "k", code: "c").creation(
      id: "i", at: Moment(milliseconds: 0), by: "Lan", batch: "i")
    #expect(Record(changes: [change]).fields[.session] == .text("k"))
    #expect(draft.kind == .event)
    #expect(draft.direction == .joint)
  }

  @Test(arguments: [(1, "QN23-01"), (9, "QN23-09"), (10, "QN23-10"), (100, "QN23-100")])
  func numbersHaveTwoDigitsAtLeast(number: Int, code: String) {
    #expect(RecordCodes.code(letters: "QN", year: 2023, number: number) == code)
  }

  @Test func theUndoOfACreationIsABin() throws {
    let draft = TypingDesk.read("A phien:QN23-01 linhvuc:dau-tu").draft
    let creation = NewRecord(draft, key: "k", code: "c").creation(
      id: "i", at: Moment(milliseconds: 0), by: "Lan", batch: "i")
    let record = Record(changes: [creation])
    let today = TypingDesk.today
    let edits = try record.edits(undoing: "i", today: today)
    #expect(edits == [.set(.binned, from: .null, to: .text(today.iso))])
    let undo = Change(
      id: "u", at: Moment(milliseconds: 1), by: "Lan", after: ["i"], edits: edits, undoes: "i")
    let binned = record.merged(with: [undo])
    #expect(try FollowUp(binned.fields).binned == today)
    let back = try binned.edits(undoing: "u", today: today)
    #expect(back == [.set(.binned, from: .text(today.iso), to: .null)])
    #expect(throws: ActionError.inTheBin(since: today)) {
      try Action.note("x", on: today).outcome(on: binned, author: "Lan", noteID: "n")
    }
  }

  // MARK: - Short signs

  @Test(arguments: [
    "A #bien-gioi @dba /cam", "A #biên giới @vu-dba /cam kết", "A #bien-gioi/cam@dba",
    "#bien-gioi@dba?/cam A",
  ])
  func signsStandForTheNamesOfFields(line: String) {
    let draft = TypingDesk.read(line).draft
    #expect(draft.title == "A")
    #expect(draft.category == "bien-gioi")
    #expect(draft.lead == Lead(unit: "vu-dba", isProposed: true))
    #expect(draft.kind == .commitment)
  }

  @Test func aSignByItselfOrBeforeANumberIsOfTheTitle() {
    let reading = TypingDesk.read("Họp @ 9h về mục #2 và/hoặc /3")
    #expect(reading.draft.title == "Họp @ 9h về mục #2 và/hoặc /3")
    #expect(reading.errors.isEmpty)
  }

  @Test func theSignOfTheKindTakesADirectionToo() {
    let draft = TypingDesk.read("A /cam /bộ").draft
    #expect(draft.kind == .commitment)
    #expect(draft.direction == .ministryToProvince)
    #expect(TypingDesk.read("A /xyz").errors.map(\.range) == [2..<6])
  }

  @Test func aDayRaisedIsOneThatHasBeen() {
    #expect(TypingDesk.read("A ngay:24/12").draft.raisedOn == Day("2025-12-24"))
    #expect(TypingDesk.read("A raised:24/3/2023").draft.raisedOn == Day("2023-03-24"))
    let month = TypingDesk.read("A ngay:3/2026")
    #expect(month.errors.map(\.fault) == [.notADay("3/2026", .raisedOn)])
  }

  @Test func aSessionsCodeIsOfTheYearItWasHeldIn() {
    #expect(TypingDesk.read("A phien:mới ngay:24/3/2023").draft.year == 2023)
  }

  @Test(arguments: [
    (Kind.request, Side.ministry, Direction.provinceToMinistry),
    (.commitment, .ministry, .ministryToProvince), (.commitment, .province, .provinceToMinistry),
    (.instruction, .province, .ministryToProvince), (.instruction, .ministry, .ministerToUnits),
    (.event, .ministry, .joint), (.result, .province, .provinceToMinistry),
  ])
  func theDirectionFollowsTheKindAndTheLead(kind: Kind, side: Side, direction: Direction) {
    #expect(kind.usualDirection(lead: side) == direction)
  }

  @Test func anotherKindDoesNotKeepTheDirection() {
    var kept = QuickAddDefaults()
    (kept.kind, kept.direction) = (.request, .external)
    #expect(TypingDesk.quickAdd.read("A", defaults: kept).draft.direction == .external)
    let other = TypingDesk.quickAdd.read("A /cam", defaults: kept)
    #expect(other.draft.direction == .ministryToProvince)
  }

  @Test(arguments: [
    ("tinh:qn #biên-giới", true), ("/cam phien:QN23-01", true), ("A tinh:qn", false),
    ("tinh:qn han:15/4", false), ("tinh:zzz", false), ("", false), ("phien:mới", false),
  ])
  func aLineOfKeptFieldsIsAHeader(line: String, isHeader: Bool) {
    #expect(TypingDesk.read(line).isHeader == isHeader)
  }
}
