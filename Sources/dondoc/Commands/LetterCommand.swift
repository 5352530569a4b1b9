import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// `dondoc letter`: the letters of chasing that a list of records comes to.
struct LetterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter",
    abstract: "Soạn công văn đôn đốc / Draft the letters of chasing",
    discussion: """
      dondoc letter --dry-run 'tinh:quang-ninh' --today 2/10/2023
      dondoc letter --record --paper '123/SNgV-HTQT' 'tinh:quang-ninh'
      Mỗi cơ quan chủ trì một công văn; --record ghi đã gửi, trạng thái không đổi. / One letter a \
      lead; --record writes down the sending, statuses stay.
      """)

  @Argument(help: ArgumentHelp("Câu tìm / What to find.", valueName: "query"))
  var query: [String] = []

  @Flag(name: .customLong("dry-run"), help: "Chỉ xem công văn nào, mục nào / Only what would go.")
  var isTrial = false
  @Flag(name: .customLong("record"), help: "Ghi là đã gửi / Write down that they were sent.")
  var isRecording = false
  @Option(help: "Số, ký hiệu công văn / The number of the letter.")
  var paper: String?
  @Option(help: ArgumentHelp("Cần trả lời trước / Answer by.", valueName: "date"))
  var replyBy: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let changing = try Changing(options)
    let (opened, context) = (changing.opened, changing.context)
    opened.complainOfHolidays()
    let round = LetterRound(
      try opened.places(query), in: opened.register, context: opened.queryContext)
    let proposed = round.letters.flatMap(\.items).filter(\.isLeadProposed).map(\.code)
    if !proposed.isEmpty {
      let list = proposed.joined(separator: ", ")
      Output.complain(context.say(CommandWords.unconfirmedLeads) + list)
    }
    if isRecording && !isTrial { try record(round, changing) }
    let output = LetterOutput(opened, round)
    if context.isJSON {
      Output.write(output.json())
    } else {
      for line in output.lines(isDraft: !isTrial) { Output.print(line) }
    }
  }

  /// One batch, so that one undo takes all back.
  private func record(_ round: LetterRound, _ changing: Changing) throws(Failure) {
    let items = round.letters.flatMap(\.items)
    guard !items.isEmpty else { return }
    let reply = try replyBy.map { text throws(Failure) in
      try changing.day(text, option: "--reply-by")
    }
    let chase = Chase(
      on: changing.context.today, channel: .letter, paper: paper.map(nfc), replyBy: reply)
    let addresses = items.compactMap { item -> RecordAddress? in
      changing.opened.register.row(at: item.place).map { chunk, row in
        RecordAddress(slot: Int(item.place.slot), key: chunk.key(row))
      }
    }
    try changing.finish(isSilent: true) { (store, signature) throws(StoreError) in
      try store.perform(.chase(chase), on: addresses, as: signature)
    }
  }
}
