import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// `dondoc status`: moves records to another status.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Đổi trạng thái / Change the status",
    discussion: """
      dondoc status QN23-09 dang-lam --note 'đã họp với UBBGQG'
      dondoc status QN23-09 done --result-kind met --on 15/3
      Thiếu gì thì được nói rõ là lựa chọn nào. / What is missing is named with its option.
      """)

  @Argument(
    help: ArgumentHelp(
      "Mã… rồi trạng thái / Codes, then the status.", valueName: "code… status"))
  var words: [String]

  @Option(help: "Hình thức kết quả / Kind of result: met, partlyMet, explained, refused…")
  var resultKind: String?
  @Option(help: "Kết quả / The result.")
  var result: String?
  @Option(help: "Lý do / The reason.")
  var reason: String?
  @Option(help: "Chờ ai / Waiting for whom.")
  var waitingFor: String?
  @Option(help: ArgumentHelp("Chờ từ ngày / Waiting since.", valueName: "date"))
  var since: String?
  @Option(help: "Văn bản đã gửi / The letter that was sent.")
  var letter: String?
  @Option(help: ArgumentHelp("Ngày của việc này / The day it happened.", valueName: "date"))
  var on: String?
  @Option(help: "Ai đồng ý / Who agreed.")
  var agreedBy: String?
  @Option(help: "Căn cứ / Source: the paper or meeting.")
  var source: String?
  @Option(help: ArgumentHelp("Cơ quan chủ trì / The lead unit.", valueName: "unit"))
  var lead: String?
  @Option(help: "Người giao / Assigned by.")
  var assigner: String?
  @Option(help: ArgumentHelp("Hạn / The deadline.", valueName: "date"))
  var due: String?
  @Option(help: ArgumentHelp("Vì sao chưa có hạn / Why there is no deadline.", valueName: "reason"))
  var noDue: String?
  @Option(help: "Diễn biến / A progress note.")
  var note: String?
  @Option(help: "Minh chứng / Evidence.")
  var evidence: String?
  @Option(help: ArgumentHelp("Xem lại ngày / Look again on.", valueName: "date"))
  var lookAgain: String?
  @Option(help: "Chuyển sang năm / Carry over to the year.")
  var year: Int?
  @Option(help: ArgumentHelp("Gộp vào mã / Merge into this code.", valueName: "code"))
  var into: String?
  @Flag(help: "Cho qua dù thiếu; phải có --why / Pass although something is missing; needs --why.")
  var force = false
  @Option(help: "Vì sao / Why it is done so; kept in the history.")
  var why: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let changing = try Changing(options)
    let language = changing.context.language
    guard words.count > 1, let typed = words.last else {
      throw Failure(CommandWords.noCode, language, .usage)
    }
    if force && (why ?? "").isEmpty {
      throw Failure(CommandWords.forceNeedsWhy, language, .usage)
    }
    let status = try TypedWords(language: language).status(nfc(typed))
    let step = try step(to: status, changing)
    try changing.perform(
      .step(step), on: words.dropLast(), force: force, why: why.map(nfc))
  }

  private func step(to status: Status, _ changing: Changing) throws(Failure) -> StatusStep {
    let context = changing.context
    let dates = context.dates
    let on = try on.map { text throws(Failure) in try dates.day(text, option: "--on") }
    var step = StatusStep(to: status, on: on ?? context.today)
    step.agreedBy = agreedBy.map(nfc)
    step.source = source.map(nfc)
    step.assigner = assigner.map(nfc)
    step.note = note.map(nfc)
    step.waitingFor = waitingFor.map(nfc)
    step.letter = letter.map(nfc)
    step.result = result.map(nfc)
    step.evidence = evidence.map(nfc)
    step.reason = reason.map(nfc)
    step.targetYear = year
    step.waitingSince = try since.map { text throws(Failure) in
      try dates.day(text, option: "--since")
    }
    step.lookAgainOn = try lookAgain.map { text throws(Failure) in
      try dates.day(text, option: "--look-again", missingYear: .upcoming)
    }
    step.resultKind = try resultKind.map { text throws(Failure) in
      try TypedWords(language: context.language).resultKind(nfc(text))
    }
    step.otherKey = try into.map { text throws(Failure) in
      try changing.opened.address(ofCode: text).key
    }
    step.lead = try lead.map { text throws(Failure) in
      try changing.unit(text)
    }
    try setDeadline(&step, changing)
    return step
  }

  private func setDeadline(_ step: inout StatusStep, _ changing: Changing) throws(Failure) {
    let language = changing.context.language
    if due != nil && noDue != nil {
      throw Failure(CommandWords.dueAndNoDue, language, .usage)
    }
    step.noDeadlineReason = noDue.map(nfc)
    guard let due else { return }
    guard let deadline = try changing.deadline(due) else {
      throw Failure(CommandWords.dueNeedsADate, language, .usage)
    }
    step.due = deadline
  }
}
