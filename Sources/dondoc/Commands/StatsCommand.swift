import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// `dondoc stats`: the records a query finds, counted in boxes.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Thống kê theo bốn ô / Count in the four boxes",
    discussion: """
      dondoc stats 'tinh:quang-ninh muc:chinh' --today 31/12/2023
      dondoc stats --by original
      Đếm đúng những mục mà dondoc list với cùng câu tìm liệt kê. / Counts just what dondoc list \
      lists for the same query.
      """)

  @Argument(help: ArgumentHelp("Câu tìm / What to find.", valueName: "query"))
  var query: [String] = []

  @Option(
    help: ArgumentHelp(
      "Theo hạn nào / By which deadline: adjusted, original.", valueName: "adjusted|original"))
  var by = "adjusted"

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let context = try CommandContext(options)
    guard let basis = DeadlineBasis(rawValue: by) else {
      let known = DeadlineBasis.allCases.map { Words($0.rawValue, $0.rawValue) }
      throw Failure(
        CommandWords.unknownWord(CommandWords.basis, by, known: known, nearest: nil),
        context.language, .usage)
    }
    let opened = try OpenRegister(context)
    let places = try opened.places(query)
    let statistics = Statistics(
      of: places, in: opened.register, context: opened.queryContext, basis: basis)
    let output = StatsOutput(opened, statistics, basis)
    if context.isJSON {
      Output.write(output.json())
    } else {
      for line in output.lines() { Output.print(row: line) }
    }
    try Output.flush()
    try opened.endWithProblems()
  }
}
