import Model
import Testing
import Vietnamese

/// Rows made by hand, each found by what is particular of it.
@Suite struct MatcherTests {
  private static let today = Day(ordinal: 19_632)  // 2023-10-02, a Monday

  /// The titles of what a query finds among `rows`.
  private func found(
    _ text: String, among rows: [Made], marks: Set<String> = [], seconds: Int = 25_200
  ) throws -> [String] {
    var register = Register(
      profile: RegisterProfile(name: ""), registry: QueryRegistry.sample, slots: 1)
    let chunk = Made.chunk(rows)
    register.place(chunk, in: 0)
    let marked = Marks(
      chunk.rows.indices.filter { marks.contains(chunk.title(chunk.rows[$0])) }
        .map { RowPlace(slot: 0, index: $0) })
    let context = QueryContext(
      today: Self.today, limits: DueSoonLimits(), marks: marked, secondsEastOfUTC: seconds)
    let query = try QueryParser(registry: register.registry).parse(text)
    return Matcher(query, in: register, context: context).indices(in: chunk, slot: 0)
      .map { chunk.title(chunk.rows[$0]) }
  }

  private static func due(_ title: String, _ days: Int?) -> Made {
    Made(title) { row in
      if let days { row.dueOrdinal = Int32(today.ordinal + days) }
    }
  }

  @Test(arguments: [
    ("due<2023-10-02", ["-1"]), ("due<=2/10/2023", ["-1", "0"]), ("due:today", ["0"]),
    ("due>2/10/2023", ["7", "8", "30"]), ("due>=2/10/2023", ["0", "7", "8", "30"]),
    ("due<=+7d", ["-1", "0", "7"]), ("han<+1t", ["-1", "0"]), ("due>+7n", ["8", "30"]),
    ("due:11/2023", ["30"]), ("due<11/2023", ["-1", "0", "7", "8"]),
    ("due<=10/2023", ["-1", "0", "7", "8"]), ("due>10/2023", ["30"]),
    ("due:2023", ["-1", "0", "7", "8", "30"]), ("due>2023", []), ("due:none", ["none"]),
    ("no-due", ["none"]), ("-due<+7d", ["7", "8", "30", "none"]),
    ("due:+7d,+8d", ["7", "8"]), ("due>=+7d due<=+8d", ["7", "8"]),
    ("due<=cuối-tháng", ["-1", "0", "7", "8"]),
  ])
  func deadlinesAreCompared(query: String, titles: [String]) throws {
    let rows = [
      Self.due("-1", -1), Self.due("0", 0), Self.due("7", 7), Self.due("8", 8),
      Self.due("30", 30), Self.due("none", nil),
    ]
    #expect(try found(query, among: rows) == titles)
  }

  @Test(arguments: [
    ("changed>-3d", 25_200, ["b", "c"]), ("changed>-3d", 0, ["c"]),
    ("sua:-3d", 0, ["a", "b"]), ("sửa<=-3n", 25_200, ["a"]),
  ])
  func aChangeBelongsToTheDayOfTheOffice(query: String, seconds: Int, titles: [String]) throws {
    // Three days before today, at 16:59 and 17:00 UTC; the second is midnight in Việt Nam.
    let day = Int64(Self.today.ordinal - 3) * 86_400_000
    let rows = [
      Made("a") { $0.updated = day + 16 * 3_600_000 + 59 * 60_000 },
      Made("b") { $0.updated = day + 17 * 3_600_000 },
      Made("c") { $0.updated = day + 86_400_000 },
    ]
    #expect(try found(query, among: rows, seconds: seconds) == titles)
  }

  @Test(arguments: [
    ("uutien:1", ["1"]), ("uutien<=2", ["1", "2"]), ("priority<high", ["1"]),
    ("priority>2", ["3"]), ("priority>=2", ["2", "3"]), ("-priority<=4", ["none"]),
    ("uutien:1,3", ["1", "3"]),
  ])
  func prioritiesAreCompared(query: String, titles: [String]) throws {
    let rows = [
      Made("1") { $0.priority = .urgent }, Made("2") { $0.priority = .high },
      Made("3") { $0.priority = .normal }, Made("none"),
    ]
    #expect(try found(query, among: rows) == titles)
  }

  @Test(arguments: [
    ("missing:person", ["proposed", "bare"]), ("missing:lead", ["bare"]),
    ("missing:time", ["proposed", "bare"]), ("missing:due", ["whole", "proposed", "bare"]),
    ("missing:result", ["proposed", "bare"]), ("thieu:can-bo", ["proposed", "bare"]),
    ("missing:work", []), ("-missing:person", ["whole"]), ("lead:vu-dba", ["whole", "proposed"]),
  ])
  func whatIsMissingIsFound(query: String, titles: [String]) throws {
    let rows = [
      Made("whole") { row in
        row.lead = EntryPlace(0)
        row.flags = [.hasNoDeadlineReason, .hasExpectedResult, .hasOfficer]
      },
      Made("proposed") { row in
        row.lead = EntryPlace(0)
        row.flags = [.leadProposed]
      },
      Made("bare"),
    ]
    #expect(try found(query, among: rows) == titles)
  }

  @Test func aRecordIsFiveClearWhenNothingOfTheFiveIsMissing() {
    let five = [Need.person, .work, .time, .result, .responsibility]
    for bits in 0..<32 as Range<UInt16> {
      let row = Made.chunk([
        Made("x") { row in
          row.lead = EntryPlace(0)
          row.flags = Row.Flags(rawValue: bits)
        }
      ]).rows[0]
      #expect(FiveClear(row).isClear == !five.contains(where: FiveClear(row).lacks), "\(bits)")
    }
  }

  @Test func tagsAreWholeAndKnowTheirMarks() throws {
    let rows = [
      Made("a", tags: ["biên giới", "UNESCO"]), Made("b", tags: ["biên giới biển"]), Made("c"),
    ]
    #expect(try found("tag:bien-gioi", among: rows) == ["a"])
    #expect(try found("nhan:biên-giới", among: rows) == ["a"])
    #expect(try found("nhan:biển-giới", among: rows) == [])
    #expect(try found("tag:unesco,\"bien gioi bien\"", among: rows) == ["a", "b"])
    #expect(try found("-tag:unesco", among: rows) == ["b", "c"])
  }

  @Test func marksComeFromTheContext() throws {
    let rows = [Made("a"), Made("b")]
    #expect(try found("marked", among: rows) == [])
    #expect(try found("đã-đánh-dấu", among: rows, marks: ["b"]) == ["b"])
  }

  @Test func manyUnitsOfOneAbbreviationAreAllFound() throws {
    let rows = (0..<4).map { unit in Made("\(unit)") { $0.lead = EntryPlace(unit) } }
    #expect(try found("chutri:sngv", among: rows) == ["1", "2"])
    #expect(try found("-chutri:sngv", among: rows) == ["0", "3"])
    #expect(try found("chutri:sngv OR chutri:đba", among: rows) == ["0", "1", "2"])
  }

  @Test(arguments: [
    ("cửa", ["Cửa khẩu", "cu\u{31B}\u{309}a NFD"]),
    ("cua", ["Cửa khẩu", "cu\u{31B}\u{309}a NFD", "của ta"]),
    ("của ", ["của ta"]), ("-cửa", ["của ta"]),
    ("cửa OR của", ["Cửa khẩu", "cu\u{31B}\u{309}a NFD", "của ta"]),
    ("cửa của", []),
  ])
  func marksThatWereTypedAreRespected(query: String, titles: [String]) throws {
    let rows = [Made("Cửa khẩu"), Made("cu\u{31B}\u{309}a NFD"), Made("của ta")]
    #expect(try found(query, among: rows) == titles)
  }

  /// What a query finds and what its negation finds are all rows, each once.
  @Test(arguments: ["open", "a", "due:none OR a", "(a OR b) -open", "tag:x", "cửa", "marked"])
  func aNegationFindsTheRest(query: String) throws {
    let rows = ["a", "b", "cửa", "của"].map { Made($0) { $0.status = .done } } + [Made("d")]
    let one = try found(query, among: rows)
    let other = try found("-(\(query))", among: rows)
    #expect(Set(one).union(other).count == rows.count)
    #expect(one.count + other.count == rows.count)
  }
}

/// A row to be made: its title, its tags and whatever else it is.
struct Made {
  let title: String
  let tags: [String]
  let alter: (inout Row) -> Void

  init(_ title: String, tags: [String] = [], alter: @escaping (inout Row) -> Void = { _ in }) {
    self.title = title
    self.tags = tags
    self.alter = alter
  }

  /// The title serves as the key as well.
  static func chunk(_ made: [Made]) -> Chunk {
    var (text, folded): ([UInt8], [UInt8]) = ([], [])
    func span(_ start: Int, _ end: Int) -> Row.Span32 {
      Row.Span32(begin: UInt32(start), end: UInt32(end))
    }
    let rows = made.map { made in
      var row = Row()
      let (textStart, foldedStart) = (text.count, folded.count)
      text += Array(made.title.utf8)
      row.title = span(textStart, text.count)
      row.key = row.title
      folded += Folding.searchForm(made.title)
      for tag in made.tags { text += [Chunk.tagBegins] + Array(tag.utf8) }
      if !made.tags.isEmpty { row.flags.insert(.hasTags) }
      row.texts = span(textStart, text.count)
      row.folded = span(foldedStart, folded.count)
      made.alter(&row)
      return row
    }
    return Chunk(path: "x", rows: rows, text: text, folded: folded)
  }
}
