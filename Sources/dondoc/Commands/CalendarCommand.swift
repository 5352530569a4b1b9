import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// `dondoc calendar`: what falls on which day.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Lịch: hạn, sự kiện, kỳ hạn / Deadlines, events and recurring issues by day",
    discussion: """
      dondoc calendar
      dondoc calendar 'tinh:quang-ninh' --from 1/10/2023 --to 31/12/2023
      """)

  @Argument(help: ArgumentHelp("Câu tìm / What to find.", valueName: "query"))
  var query: [String] = []

  @Option(help: ArgumentHelp("Từ ngày; không ghi là hôm nay / From; today.", valueName: "date"))
  var from: String?
  @Option(
    help: ArgumentHelp("Đến ngày; không ghi là cuối tháng / To; month's end.", valueName: "date"))
  var to: String?

  @OptionGroup var options: GlobalOptions

  private static let longest = 3_660

  func run() throws {
    let context = try CommandContext(options)
    let first =
      try from.map { text throws(Failure) in
        try context.dates.day(text, option: "--from")
      } ?? context.today
    let last =
      try to.map { text throws(Failure) in
        try context.dates.day(text, option: "--to")
      } ?? first.lastOfMonth
    guard first <= last else { throw Failure(CommandWords.fromAfterTo, context.language, .usage) }
    guard last.ordinal - first.ordinal <= CalendarCommand.longest else {
      throw Failure(CommandWords.tooLongSpan, context.language, .usage)
    }
    let opened = try OpenRegister(context)
    let agenda = Agenda(
      try opened.places(query), in: opened.register, from: first, to: last,
      chasing: opened.queryContext)
    let output = CalendarOutput(opened, agenda, from: first, to: last)
    if context.isJSON {
      Output.write(output.json())
    } else {
      for line in output.lines() { Output.print(row: line) }
    }
    try Output.flush()
    try opened.endWithProblems()
  }
}
