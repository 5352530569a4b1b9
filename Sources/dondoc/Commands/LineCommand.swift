import App
import ArgumentParser
import Model
import Store
import Terminal
import Vietnamese

/// `dondoc line`: what came back from one counterpart of a record, or what is still missing.
struct LineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "line",
    abstract: "Từng đối tác của một mục / The counterparts of a record, one by one",
    discussion: """
      dondoc line QG23-23
      dondoc line QG23-23 'hoa kỳ' status=done paper='trả lời số 1' unit=vu-chau-my
      Các phần / parts: status, unit, answer, paper.
      """)

  @Argument(
    help: ArgumentHelp(
      "Mã, rồi đối tác và phần=giá trị / The code, then the counterpart and part=value.",
      valueName: "code [counterpart part=value…]"))
  var words: [String]

  @OptionGroup var said: DayAndReason

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let typed = words.map(nfc)
    let language = try CommandContext(options).language
    guard let code = typed.first else { throw Failure(CommandWords.noCode, language, .usage) }
    if typed.count == 1 { return try show(code) }
    guard typed.count > 2 else { throw Failure(CommandWords.noEdit, language, .usage) }
    let changing = try Changing(options)
    let context = changing.context
    let day = try said.day(context)
    var edits: [FieldEdit] = []
    for part in typed.dropFirst(2) { edits += try read(part, of: typed[1], changing) }
    let edit = RecordEdit(edits, why: said.reason, on: day)
    try changing.perform(.edit(edit), on: [code], why: said.reason)
  }

  /// The same words as `dondoc set doitac.X.part=value`.
  private func read(
    _ part: String, of counterpart: String, _ changing: Changing
  ) throws(Failure) -> [FieldEdit] {
    let opened = changing.opened
    let reader = EditReader(
      picker: EntryPicker(opened.store.registry, today: opened.context.today),
      forms: .catalogue, today: opened.context.today, key: { _ in nil })
    let text = "doitac.\(counterpart).\(part)"
    do throws(EditError) {
      return try reader.read(text).edits
    } catch {
      throw Failure(
        error.pointer(in: text) + [
          error.words(naming: opened.store.registry, on: .commandLine)(
            opened.context.language)
        ], .usage)
    }
  }

  private func show(_ code: String) throws {
    let opened = try OpenRegister(try CommandContext(options))
    let record = try opened.record(at: try opened.place(ofCode: code))
    guard let followUp = try? FollowUp(record.fields) else {
      throw Failure(RegisterProblem.recordGone(code: code).words, opened.context.language)
    }
    let output = LinesOutput(opened, followUp)
    if opened.context.isJSON {
      Output.write(output.json())
    } else {
      for line in output.lines() { Output.print(TextWidth.harmless(line)) }
    }
    try Output.flush()
    try opened.endWithProblems()
  }
}
