import App
import ArgumentParser
import Glibc
import Model
import Store
import Vietnamese

/// `dondoc add`: makes new records, each from one line with inline fields.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Thêm mục, mỗi dòng một mục / Add records, one a line",
    discussion: """
      dondoc add 'Công bố cửa khẩu X tinh:qn linhvuc:"biên giới" phien:QN23-01 han:cuối quý +gấp'
      dondoc add --dry-run - < bien-ban.txt
      Trường: tinh: loai: chieu: muc: linhvuc: chutri: phoihop: doitac: han: ngay: phien: \
      uutien: ct: hoso: nhan: nguon: và +nhãn, #lĩnhvực, @chủtrì, /loại; chữ khác là nội dung. chutri:ubbg là dự kiến, chutri:ubbg! là đã \
      xác nhận. phien:mới lập một buổi làm việc.
      Fields: province: kind: direction: tier: category: lead: with: counterpart: due: raised: \
      session: priority: programme: dossier: tag: source: and +tag, #category, @lead, /kind; other words are the title. lead:ubbg is \
      proposed, lead:ubbg! confirmed. session:new makes a working session.
      """)

  @Argument(
    help: ArgumentHelp("Dòng; - đọc từ đầu vào / Lines; - reads standard input.", valueName: "line")
  )
  var lines: [String] = []

  @Flag(name: .customLong("dry-run"), help: "Chỉ nói đã hiểu gì / Only say what was understood.")
  var isTrial = false

  @Option(help: "Vì sao / Why it is done so; kept in the history.")
  var why: String?

  @Option(
    help: ArgumentHelp(
      "Mã tạm khi ghi ngoài văn phòng: L cho L-0001 / Provisional codes, for a copy that is away.",
      valueName: "letters"))
  var provisional: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let changing = try Changing(options)
    let (opened, language) = (changing.opened, changing.context.language)
    let lines = try typedLines(language)
    guard !lines.isEmpty else {
      throw Failure(CommandWords.nothingTyped, language, .usage)
    }
    var readings = AddCommand.read(lines, opened)
    if let provisional = provisional.map({ nfc($0).uppercased() }) {
      guard (1...3).contains(provisional.utf8.count), provisional.allSatisfy(\.isLetter) else {
        throw Failure(CommandWords.provisionalLetters, language, .usage)
      }
      for index in readings.indices { readings[index].draft.provisional = provisional }
    }
    let understood = Understood(opened, lines: lines, readings: readings)
    let isReady = readings.allSatisfy(\.isReady)
    if isTrial {
      changing.context.isJSON ? Output.write(understood.json()) : understood.print()
    }
    understood.complain()
    if !isReady { throw Failure(isTrial ? [] : [CommandWords.nothingAdded(language)], .usage) }
    if isTrial { return }
    try changing.finish(deed: CommandWords.added) { (store, signature) throws(StoreError) in
      try store.create(readings.map(\.draft), as: signature, why: why.map(nfc))
    }
  }

  static func read(_ lines: [String], _ opened: OpenRegister) -> [QuickAddReading] {
    let workingDays = WorkingDays(opened.store.folder)
    let quickAdd = QuickAdd(
      registry: opened.store.registry, letters: opened.store.lettersInUse, forms: .catalogue,
      sessions: opened.store.sessions(), events: opened.store.events(), today: opened.context.today)
    return lines.map { line in
      quickAdd.read(line) { workingDays.isWorked(Day($0)) }
    }
  }

  private func typedLines(_ language: Language) throws(Failure) -> [String] {
    var all: [String] = []
    for line in lines {
      if line == "-" { all += try Input.lines(language) } else { all.append(nfc(line)) }
    }
    // A blank line between others is no record.
    return all.filter { $0.contains { !$0.isWhitespace } }
  }
}

/// Standard input.
enum Input {
  /// The lines in NFC, to the end of the input.
  static func lines(_ language: Language) throws(Failure) -> [String] {
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(STDIN_FILENO, &room, room.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw Failure(
          RegisterProblem.system(act: .read, path: "stdin", code: errno).words, language)
      }
      if count == 0 { break }
      bytes += room[..<count]
    }
    return nfc(String(decoding: bytes, as: UTF8.self)).split(whereSeparator: \.isNewline)
      .map { String($0) }
  }
}
