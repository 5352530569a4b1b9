import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// `dondoc list`: the follow-ups a query finds.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Liệt kê mục theo dõi / List follow-ups",
    discussion: """
      dondoc list 'quảng tây kind:request open'
      dondoc list 'han<=+7d -(tinh:"nghệ an" OR unesco) mở'
      Cách viết câu tìm / how to write a query: dondoc fields
      """)

  @Argument(help: ArgumentHelp("Câu tìm / What to find.", valueName: "query"))
  var query: [String] = []

  @Option(
    help: ArgumentHelp(
      "Sắp xếp / Sort by: register, due, code, title, lead, status, updated, priority.",
      valueName: "key"))
  var sort: String?

  @Flag(name: .customLong("reverse"), help: "Đảo thứ tự / The other way round.")
  var isReversed = false

  @Option(
    help: ArgumentHelp(
      "Chế độ xem chuẩn hoặc đã lưu / A standard or saved view.", valueName: "name"))
  var view: String?

  @Option(help: ArgumentHelp("Nhiều nhất bấy nhiêu / At most so many.", valueName: "n"))
  var limit: Int?

  @Flag(name: .customLong("exit-code"), help: "Mã thoát 3 khi không có mục nào / Exit 3 if none.")
  var hasExitCode = false

  @Flag(
    name: .customLong("for-others"),
    help: "Cho nơi khác: bỏ mục nội bộ và dấu mật / For others: nothing internal, no mark.")
  var isForOthers = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let context = try CommandContext(options)
    let opened = try OpenRegister(context)
    let found = try places(opened).filter { place in
      !isForOthers || opened.register.row(at: place)?.row.flags.contains(.isInternal) == false
    }
    let shown = limit.map { Array(found.prefix(max(0, $0))) } ?? found
    if context.isJSON {
      var list = ListJSON(opened, count: found.count)
      Output.write(list.bytes(of: shown))
    } else {
      ListTable(opened, isForOthers: isForOthers).print(shown)
    }
    try Output.flush()
    try opened.endWithProblems()
    if hasExitCode && found.isEmpty { throw Failure([], .nothingMatched) }
  }

  private func places(_ opened: OpenRegister) throws(Failure) -> [RowPlace] {
    let language = opened.context.language
    let parsed = try opened.parsed(query)
    let named = try view.map { name throws(Failure) in try NamedView(name, opened) }
    let found = opened.places(named?.query.and(parsed) ?? parsed)
    guard let sort else {
      let rows = named.map { named in
        Arrangement(found, in: opened.register, sorting: named.sorting, grouping: .none).rows
      }
      return isReversed ? (rows ?? found).reversed() : rows ?? found
    }
    let key = try TypedWords(language: language).sortKey(nfc(sort))
    return Arrangement(
      found, in: opened.register, sorting: Sorting(by: key, isDescending: isReversed),
      grouping: .none
    ).rows
  }
}
