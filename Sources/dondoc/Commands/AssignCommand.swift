import App
import ArgumentParser
import Model
import Vietnamese

/// `dondoc assign`: sets the lead unit.
struct AssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: "Đặt cơ quan chủ trì / Set the lead unit",
    discussion: """
      dondoc assign QN23-09 ubbg
      Gõ một phần tên hoặc chữ viết tắt, có dấu hay không. / Any part of a name or abbreviation.
      """)

  @Argument(
    help: ArgumentHelp(
      "Mã… rồi cơ quan / Codes, then the unit.", valueName: "code… unit"))
  var words: [String]

  @Flag(name: .customLong("proposed"), help: "Mới dự kiến / Proposed, not confirmed.")
  var isProposed = false

  @OptionGroup var said: DayAndReason

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let changing = try Changing(options)
    let context = changing.context
    guard words.count > 1, let typed = words.last else {
      throw Failure(CommandWords.noCode, context.language, .usage)
    }
    let unit = try changing.unit(typed)
    let day = try said.day(context)
    try changing.perform(
      .lead(unit: unit, isProposed: isProposed, on: day), on: words.dropLast(),
      why: said.reason)
  }
}
