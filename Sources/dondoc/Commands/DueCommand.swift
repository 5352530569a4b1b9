import ArgumentParser
import App
import Model
import Vietnamese

/// `dondoc due`: sets, moves or takes away deadlines.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "Đặt hạn, gia hạn, bỏ hạn / Set, extend or remove the deadline",
    discussion: """
      dondoc due QN23-09 30/6
      dondoc due QN23-09 'cuối quý' --reason 'chờ phía bạn'
      dondoc due QN23-23 '30 ngày trước QN23-24'
      dondoc due QN23-09 none --reason 'việc thường xuyên'
      """)

  @Argument(
    help: ArgumentHelp(
      "Mã… rồi ngày, hoặc none / Codes, then the date or none.", valueName: "code… date"))
  var words: [String]

  @Option(help: "Lý do gia hạn hoặc bỏ hạn / Why it is moved or taken away.")
  var reason: String?

  @Option(help: "Văn bản gia hạn / The paper that extends it.")
  var paper: String?

  @Option(help: ArgumentHelp("Ngày của việc này / The day it happened.", valueName: "date"))
  var on: String?

  @Flag(help: "Cho qua dù thiếu; phải có --why / Pass although something is missing; needs --why.")
  var force = false

  @Option(help: "Vì sao / Why it is done so; kept in the history.")
  var why: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let changing = try Changing(options)
    let context = changing.context
    guard words.count > 1, let typed = words.last else {
      throw Failure(CommandWords.noCode, context.language, .usage)
    }
    if force && (why ?? "").isEmpty {
      throw Failure(CommandWords.forceNeedsWhy, context.language, .usage)
    }
    if TypedOffset(nfc(typed)) != nil { return try count(from: nfc(typed), changing) }
    let deadline = try changing.deadline(typed)
    let day = try on.map { text throws(Failure) in try context.dates.day(text, option: "--on") }
    try changing.perform(
      .due(
        deadline, reason: reason.map(nfc), on: day ?? context.today, paper: paper.map(nfc)),
      on: words.dropLast(), force: force, why: (why ?? reason).map(nfc))
  }

  /// A deadline that is counted from an event.
  private func count(from typed: String, _ changing: Changing) throws(Failure) {
    let context = changing.context
    if paper != nil { throw Failure(CommandWords.noPaperHere, context.language, .usage) }
    let day = try on.map { text throws(Failure) in try context.dates.day(text, option: "--on") }
    let edits = try FieldEdits.read(["due=" + typed], changing.opened)
    let edit = RecordEdit(edits, why: (reason ?? why).map(nfc), on: day ?? context.today)
    try changing.perform(
      .edit(edit), on: words.dropLast(), force: force, why: (why ?? reason).map(nfc))
  }
}
