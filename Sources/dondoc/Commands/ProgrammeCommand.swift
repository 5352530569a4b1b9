import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// `dondoc programme`: the programmes, or one of them with its tasks over the years.
struct ProgrammeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "programme",
    abstract: "Chương trình: danh sách, hoặc nhiệm vụ qua các năm / Programmes",
    discussion: """
      dondoc programme
      dondoc programme 'nghệ an'
      """)

  @Argument(help: ArgumentHelp("Chương trình / The programme.", valueName: "id"))
  var words: [String] = []

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let opened = try OpenRegister(try CommandContext(options))
    let output: ProgrammeOutput
    if words.isEmpty {
      output = ProgrammeOutput(
        opened, programmes: opened.store.registry.programmes, isMatrix: false)
    } else {
      let one = try ProgrammeReading(opened).programme(nfc(words.joined(separator: " ")))
      output = ProgrammeOutput(opened, programmes: [one], isMatrix: true)
    }
    if opened.context.isJSON {
      Output.write(output.json())
    } else {
      for line in output.lines() { Output.print(line) }
    }
    try Output.flush()
    try opened.endWithProblems()
  }
}

/// `dondoc deliver`: an issue of a recurring supply was sent.
struct DeliverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliver",
    abstract: "Ghi một kỳ đã gửi / Record an issue that was sent",
    discussion: """
      dondoc deliver NA23-37 07/2023 --on 31/7/2023 --paper '12/CNV-TH'
      Mỗi kỳ được xét đúng hạn hay chậm riêng. / Each issue is judged by itself.
      """)

  @Argument(help: ArgumentHelp("Mã, rồi kỳ / The code, then the issue.", valueName: "code issue"))
  var words: [String]

  @Option(help: ArgumentHelp("Ngày gửi / The day it was sent.", valueName: "date"))
  var on: String?
  @Option(help: "Văn bản / The paper.")
  var paper: String?
  @Option(help: "Vì sao / Why it is done so; kept in the history.")
  var why: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let changing = try Changing(options)
    let context = changing.context
    guard words.count == 2 else {
      throw Failure(CommandWords.deliverUsage, context.language, .usage)
    }
    let day = try on.map { text throws(Failure) in try context.dates.day(text, option: "--on") }
    try changing.perform(
      .deliver(issue: nfc(words[1]), on: day ?? context.today, paper: paper.map(nfc)),
      on: [words[0]], why: why.map(nfc))
  }
}
