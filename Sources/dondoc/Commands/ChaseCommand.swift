import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// `dondoc chase`: writes down that somebody was pressed, or lists whom to press today.
struct ChaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chase",
    abstract: "Ghi một lần đôn đốc / Write down a chase",
    discussion: """
      dondoc chase QN23-09 --channel call --to 'anh Bình, Vụ ĐBÁ' --reply-by +5nlv
      dondoc chase QN23-09 QN23-10 --channel letter --paper '123/SNgV-HTQT'
      dondoc chase --today-list 'tinh:quang-ninh'
      Không ghi --channel thì là bước kế tiếp của thang đôn đốc. / Without --channel it is the \
      next step of the ladder.
      """)

  @Argument(help: ArgumentHelp("Mã, hoặc câu tìm / Codes, or a query.", valueName: "code…"))
  var words: [String] = []

  @Flag(name: .customLong("today-list"), help: "Liệt kê mục cần đôn đốc hôm nay / List today's.")
  var isList = false

  @Option(help: "call, email, letter, leader.")
  var channel: String?
  @Option(help: "Văn bản / The paper.")
  var paper: String?
  @Option(help: "Gửi ai; không ghi là cơ quan chủ trì / To whom; the lead if not said.")
  var to: String?
  @Option(help: ArgumentHelp("Cần trả lời trước / Answer by.", valueName: "date"))
  var replyBy: String?
  @OptionGroup var said: DayAndReason

  @OptionGroup var options: GlobalOptions

  func run() throws {
    if isList { return try list() }
    let changing = try Changing(options)
    let context = changing.context
    let day = try said.day(context)
    let reply = try replyBy.map { text throws(Failure) in
      try changing.day(text, option: "--reply-by")
    }
    let channel = try channel(changing)
    let chase = Chase(
      on: day, channel: channel, to: to.map(nfc), paper: paper.map(nfc),
      replyBy: reply)
    try changing.perform(.chase(chase), on: words, why: said.reason)
  }

  /// As typed, else the next step of the first record.
  private func channel(_ changing: Changing) throws(Failure) -> ChaseChannel {
    if let channel {
      return try TypedWords(language: changing.context.language).channel(nfc(channel))
    }
    guard let code = words.first else {
      throw Failure(CommandWords.noCode, changing.context.language, .usage)
    }
    let place = try changing.opened.place(ofCode: code)
    let row = changing.opened.register.row(at: place)?.row
    return changing.opened.store.profile.ladder.next(after: row?.lastChase).channel
  }

  // MARK: - To chase today

  private func list() throws {
    let context = try CommandContext(options)
    let opened = try OpenRegister(context)
    opened.complainOfHolidays()
    let test = ChaseTest(opened.register.registry, context: opened.queryContext)
    let places = try opened.places(words).filter { place in
      opened.register.row(at: place).map { test.isToChase($0.row) } ?? false
    }
    let output = ChaseListOutput(opened, places)
    if context.isJSON {
      Output.write(output.json())
    } else {
      for line in output.lines() { Output.print(row: line) }
    }
    try Output.flush()
    try opened.endWithProblems()
  }
}

extension Changing {
  /// A day to come, which may be counted in working days.
  func day(_ typed: String, option: String) throws(Failure) -> Day {
    let workingDays = WorkingDays(opened.store.folder)
    var dates = context.dates
    dates.isWorkingDay = { workingDays.isWorked(Day($0)) }
    return try dates.day(typed, option: option, missingYear: .upcoming)
  }
}
