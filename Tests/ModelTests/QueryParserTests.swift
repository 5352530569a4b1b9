import Model
import Testing

@Suite struct QueryParserTests {
  static let parser = QueryParser(registry: QueryRegistry.sample)

  @Test(arguments: [
    ("", Query.all), ("hoành mô", .text("hoành mô")), ("hoành mô ", .text("hoành mô ")),
    ("kind:request open", .every([.kind(.request), .open])),
    ("loai:request mở", .every([.kind(.request), .open])),
    ("quảng tây kind:request open", .every([.kind(.request), .open, .text("quảng tây")])),
    ("status:inprogress", .status(.inProgress)), ("province:quang-ninh", .province("quang-ninh")),
    ("tinh:\"Quảng Ninh\"", .province("quang-ninh")), ("lead:vu-dba", .lead("vu-dba")),
    ("session:qn23-01", .session("QN23-01")),
    ("tier:core overdue", .every([.tier(.core), .overdue])),
    ("qn23-0", .codePrefix("QN23-0")), ("covid-19", .text("covid-19")),
    ("\"open\"", .text("open")), ("mo", .text("mo")),
  ])
  func readsWhatPeopleType(text: String, query: Query) throws {
    #expect(try Self.parser.parse(text) == query)
  }

  @Test(arguments: [
    ("-open", Query.not(.open)), ("--open", .open), ("-unesco", .not(.text("unesco "))),
    ("-\"open\"", .not(.text("open "))), ("hoành mô - động trung", .text("hoành mô - động trung")),
    ("open OR overdue", .some([.open, .overdue])),
    ("open HOẶC overdue", .some([.open, .overdue])),
    ("open HOA\u{323}\u{306}C overdue", .some([.open, .overdue])),
    ("open or overdue", .every([.open, .overdue, .text("or")])),
    ("unesco OR jeju", .some([.text("unesco "), .text("jeju")])),
    ("open (ours OR theirs)", .every([.open, .some([.ours, .theirs])])),
    ("-(ours OR theirs) open", .every([.not(.some([.ours, .theirs])), .open])),
    ("(unesco)", .text("unesco ")),
    ("(a (b OR c))", .every([.some([.text("b "), .text("c ")]), .text("a ")])),
    ("1) công bố", .text("1) công bố")), ("asean(1) x", .text("asean(1) x")),
    ("(asean(1))", .text("asean(1) ")),
    ("((open))", .open), ("\"(\" open", .every([.open, .text("(")])),
  ])
  func joinsPartsAndNegates(text: String, query: Query) throws {
    #expect(try Self.parser.parse(text) == query)
  }

  @Test(arguments: [
    ("trangthai:moi,dong-y", Query.some([.status(.new), .status(.agreed)])),
    ("trangthai:\"đồng ý\"", .status(.agreed)), ("status:dong", .status(.closed)),
    ("status:awaiting", .status(.awaitingReply)), ("loai:cam-kết", .kind(.commitment)),
    ("chieu:p>m", .direction(.provinceToMinistry)), ("muc:khung", .tier(.framework)),
    ("thieu:người,hạn", .some([.missing(.person), .missing(.due)])),
    ("missing:officer", .missing(.responsibility)),
    ("uutien<=2", .priority(.atMost, .high)), ("priority:khẩn", .priority(.equal, .urgent)),
    ("priority>1", .priority(.more, .urgent)),
    ("han<2023-10-02", .due(WrittenDate(.less, "2023-10-02"))),
    ("due<=+7d", .due(WrittenDate(.atMost, "+7d"))),
    ("hạn:11/2023", .due(WrittenDate(.equal, "11/2023"))),
    ("han:>=mai", .due(WrittenDate(.atLeast, "mai"))),
    ("han=\"cuối quý\"", .due(WrittenDate(.equal, "cuối quý"))),
    ("due:none", .undated), ("han:không", .undated), ("-han:khong", .not(.undated)),
    ("sua>-3n", .changed(WrittenDate(.more, "-3n"))),
    ("nhãn:biên-giới", .tag("biên-giới")), ("tag:\"a,b\",c", .some([.tag("a,b"), .tag("c")])),
    ("ma:qn23-02", .code("QN23-02")), ("phoihop:vu-dba", .with("vu-dba")),
  ])
  func readsFieldsAndTheirValues(text: String, query: Query) throws {
    #expect(try Self.parser.parse(text) == query)
  }

  @Test(arguments: [
    ("tỉnh:quảng-ninh", Query.province("quang-ninh")), ("tinh:ngh", .province("nghe-an")),
    ("tinh:\"nghệ\"", .province("nghe-an")), ("tinh:QN", .province("quang-ninh")),
    ("chutri:đba", .lead("vu-dba")), ("chutri:\"đông bắc\"", .lead("vu-dba")),
    ("chutri:northeast", .lead("vu-dba")), ("lĩnh-vực:bien", .category("bien-gioi")),
    ("chutri:sngv", .some([.lead("so-nv-qn"), .lead("so-nv-na")])),
    ("doitac:hokk", .counterpart("hokkaido")), ("hoso:yen-tu", .dossier("yen-tu")),
    ("ct:phối", .programme("ct-na")),
    ("tinh:nghe-an,qn", .some([.province("nghe-an"), .province("quang-ninh")])),
  ])
  func findsNamesByAnyPartThatIsTheirsAlone(text: String, query: Query) throws {
    #expect(try Self.parser.parse(text) == query)
  }

  @Test(arguments: QueryShorthand.allCases)
  func everyShorthandHasBothLanguages(shorthand: QueryShorthand) throws {
    #expect(shorthand.names.count == 2)
    for name in shorthand.names {
      #expect(try Self.parser.parse(name) == shorthand.query, "\(name)")
      #expect(try Self.parser.parse(name.uppercased()) == shorthand.query, "\(name)")
    }
  }

  @Test func shorthandsOfSeveralSyllablesNeedNoAccents() throws {
    #expect(try Self.parser.parse("qua-han") == .overdue)
    #expect(try Self.parser.parse("chua-co-han") == .undated)
    #expect(try Self.parser.parse("cho") == .text("cho"))
  }

  @Test func noNameIsThatOfTwoFields() {
    let names = QueryField.allCases.flatMap(\.names)
    #expect(Set(names).count == names.count)
  }

  @Test func bracketsWithinBracketsHaveALimit() throws {
    let deep = String(repeating: "(", count: 50) + "open" + String(repeating: ")", count: 50)
    #expect(try Self.parser.parse(deep) == .open)
    #expect(throws: QueryError.tooDeep(offset: 50)) { try Self.parser.parse("(\(deep))") }
  }

  @Test func anyTextIsReadOrRefused() {
    var random = Sequence(state: 20)
    let pieces = [
      "(", ")", "-", "\"", ":", "<", "=", ",", " ", "OR", "HOẶC", "tinh", "han", "kind", "quảng",
      "+7d", "31/2", "e\u{301}", "\u{301}", "\u{0}", "👨‍👩‍👧", "日", "QN23-", "mở", "nhan", "\n",
      "9999999",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      do throws(QueryError) {
        _ = try Self.parser.parse(text)
      } catch {
        #expect((0...text.count).contains(error.offset), "\(text.debugDescription)")
      }
    }
  }
}

/// The same numbers in every run.
private struct Sequence: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

/// What is wrong, and the character it begins at.
@Suite struct QueryErrorTests {
  @Test(arguments: [
    ("knd:request", QueryError.unknownField("knd", offset: 0, nearest: "kind")),
    ("a xyz:1", .unknownField("xyz", offset: 2, nearest: nil)),
    ("a -tinhh:1", .unknownField("tinhh", offset: 3, nearest: "tinh")),
    ("hann<2023", .unknownField("hann", offset: 0, nearest: "han")),
    ("kind:", .noValue(field: "kind", offset: 5)),
    ("lĩnh-vực:", .noValue(field: "linhvuc", offset: 9)),
    ("tinh:\"\"", .noValue(field: "tinh", offset: 5)), ("han<", .noValue(field: "han", offset: 4)),
    ("kind:event,,request", .noValue(field: "kind", offset: 11)),
    ("kind:event, x", .noValue(field: "kind", offset: 11)),
    (
      "status:asigned",
      .unknownValue("asigned", field: "status", offset: 7, nearest: "assigned")
    ),
    (
      "tinh:quang-nimh",
      .unknownValue("quang-nimh", field: "province", offset: 5, nearest: "quang-ninh")
    ),
    (
      "tinh:nghe-an,\"quảng níh\"",
      .unknownValue("quảng níh", field: "province", offset: 14, nearest: "quang-ninh")
    ),
    (
      "tinh:\"Quáng Ninh\"",
      .unknownValue("Quáng Ninh", field: "province", offset: 6, nearest: "quang-ninh")
    ),
    ("uutien<5", .unknownValue("5", field: "priority", offset: 7, nearest: "1")),
    (
      "lead:vu",
      .ambiguousValue("vu", field: "lead", offset: 5, choices: ["vu-dba", "so-nv-qn", "so-nv-na"])
    ),
    (
      "status:da",
      .ambiguousValue(
        "da", field: "status", offset: 7,
        choices: ["assigned", "inProgress", "reported", "closed", "merged"])
    ),
    ("open han<31/2", .badDate("31/2", field: "due", offset: 9, .impossible)),
    ("han:xyz", .badDate("xyz", field: "due", offset: 4, .notADate)),
    ("han<khong", .badDate("khong", field: "due", offset: 4, .notADate)),
    ("sua:khong", .badDate("khong", field: "changed", offset: 4, .notADate)),
    ("han:\"tuần này\"", .badDate("tuần này", field: "due", offset: 5, .ambiguous)),
    ("han:1/1/2500", .badDate("1/1/2500", field: "due", offset: 4, .outOfRange)),
    ("han<+5nlv", .badDate("+5nlv", field: "due", offset: 4, .workingDays)),
    ("tinh<3", .noComparison(field: "tinh", offset: 4)),
    ("a \"b", .openQuote(offset: 2)), ("a (b", .openBracket(offset: 2)),
    ("(a (b)", .openBracket(offset: 0)), ("(a) b)", .strayBracket(offset: 5)),
    ("a ()", .emptyBracket(offset: 2)), ("-( )", .emptyBracket(offset: 1)),
    ("OR a", .emptySide(offset: 0)), ("a OR", .emptySide(offset: 2)),
    ("a OR OR b", .emptySide(offset: 5)), ("(a OR ) b", .emptySide(offset: 3)),
  ])
  func pointsAtWhatIsWrong(text: String, error: QueryError) {
    #expect(throws: error) { try QueryParserTests.parser.parse(text) }
  }

  @Test func whatOnlyLooksLikeAFieldIsText() throws {
    #expect(try QueryParserTests.parser.parse("x<5 a=b") == .text("x<5 a=b"))
    #expect(try QueryParserTests.parser.parse("\"http://x\"") == .text("http://x"))
  }
}
