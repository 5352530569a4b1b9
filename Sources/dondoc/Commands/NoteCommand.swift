import App
import ArgumentParser
import Model
import Vietnamese

/// `dondoc note`: adds a progress note.
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Ghi diễn biến / Add a progress note",
    discussion: "dondoc note QN23-09 'đã gửi công văn 123/CV-SNV'")

  @Argument(
    help: ArgumentHelp(
      "Mã… rồi diễn biến / Codes, then the text.", valueName: "code… text"))
  var words: [String]

  @Option(help: ArgumentHelp("Ngày của việc này / The day it happened.", valueName: "date"))
  var on: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let changing = try Changing(options)
    let context = changing.context
    guard words.count > 1, let text = words.last else {
      throw Failure(CommandWords.noCode, context.language, .usage)
    }
    let day = try on.map { text throws(Failure) in try context.dates.day(text, option: "--on") }
    try changing.perform(
      .note(nfc(text), on: day ?? context.today), on: words.dropLast(), why: nil)
  }
}
