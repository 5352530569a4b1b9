import App
import ArgumentParser
import Model
import Vietnamese

/// `dondoc show`: whole records.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Xem trọn một mục / Show whole records, with their history")

  @Argument(help: ArgumentHelp("Mã mục / Codes.", valueName: "code"))
  var codes: [String]

  @Flag(
    name: .customLong("for-others"),
    help: "Cho nơi khác: không dấu mật, ghi chép nội bộ, lịch sử / For others: what may be public.")
  var isForOthers = false

  @OptionGroup var options: GlobalOptions

  /// Columns of text on a terminal that is wider.
  private static let mostColumns = 100

  func run() throws {
    let context = try CommandContext(options)
    let opened = try OpenRegister(context)
    var records: [Record] = []
    for code in codes {
      let record = try opened.record(at: try opened.place(ofCode: code))
      guard isForOthers else {
        records += try opened.withTargets(record)
        continue
      }
      guard let shared = record.forOthers else {
        throw Failure(CommandWords.internalOnly(record.code), context.language)
      }
      records.append(shared)
    }
    if context.isJSON {
      Output.write(ShowJSON(opened).bytes(of: records))
    } else {
      let text = RecordText(
        opened.register, context: opened.queryContext, language: context.language)
      let width = Output.isTerminal ? min(Output.columns, ShowCommand.mostColumns) : 100
      for (index, record) in records.enumerated() {
        if index > 0 { Output.print("") }
        if let before = index > 0 ? records[index - 1] : nil,
          before.fields[.mergedInto].text == record.key
        {
          Output.print(CommandWords.goesOnAs(before.code, record.code)(context.language))
        }
        for line in text.lines(record, width: width) { Output.print(line) }
      }
    }
    try Output.flush()
    try opened.endWithProblems()
  }
}
