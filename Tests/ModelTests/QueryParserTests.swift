import Model
import Testing

@Suite struct QueryParserTests {
  static let parser = QueryParser(
    registry: Registry(
      [
        .provinces: RegistryTable([RegistryEntry(id: "quang-ninh", name: "Quảng Ninh")]),
        .units: RegistryTable([RegistryEntry(id: "vu-dba", name: "Vụ Đông Bắc Á")]),
      ]))

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
    ("knd:request", QueryError.unknownField("knd", offset: 0, nearest: "kind")),
    ("a xyz:1", .unknownField("xyz", offset: 2, nearest: nil)),
    ("kind:", .noValue(field: "kind", offset: 5)),
    (
      "status:asigned",
      .unknownValue("asigned", field: "status", offset: 7, nearest: "assigned")
    ),
    (
      "tinh:quang-nin",
      .unknownValue("quang-nin", field: "province", offset: 5, nearest: "quang-ninh")
    ),
    ("a \"b", .openQuote(offset: 2)),
  ])
  func pointsAtWhatIsWrong(text: String, error: QueryError) {
    #expect(throws: error) { try Self.parser.parse(text) }
  }
}
