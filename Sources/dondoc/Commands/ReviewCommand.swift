import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// `dondoc review`: a programme's year: shown, rated, closed, copied.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Rà soát chương trình hằng năm / The yearly review of a programme",
    discussion: """
      dondoc review ct-bng-na-2023-2025 2023 --json
      dondoc review 'nghệ an' 2023 rate NA23-30 2 --side tinh --comment 'chưa có số liệu'
      dondoc review 'nghệ an' 2023 close
      dondoc review 'nghệ an' 2023 copy 2024
      1 đạt, 2 đạt một phần, 3 chưa đạt, 4 chuyển năm sau, 5 dừng. Khóa rồi thì không sửa được. / \
      1 met, 2 partly met, 3 not met, 4 to next year, 5 stop. What is closed stays as it is.
      """)

  @Argument(
    help: ArgumentHelp(
      "Chương trình, năm, việc làm / Programme, year, deed.",
      valueName: "programme year [rate code 1–5 | close | copy year]"))
  var words: [String]

  @Option(help: ArgumentHelp("Bên đánh giá / Which side rates.", valueName: "tinh|bo"))
  var side: String?
  @Option(help: "Nhận xét / A comment.")
  var comment: String?
  @Option(help: "Minh chứng / Evidence.")
  var evidence: String?
  @OptionGroup var said: DayAndReason

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let typed = words.map(nfc)
    let language = try CommandContext(options).language
    guard typed.count >= 2 else { throw Failure(CommandWords.reviewUsage, language, .usage) }
    switch (typed.dropFirst(2).first, typed.count) {
    case (nil, _): try show(typed[0], typed[1])
    case ("rate", 4...5): try rate(typed)
    case ("close", 3): try close(typed[0], typed[1])
    case ("copy", 4): try copy(typed)
    default: throw Failure(CommandWords.reviewUsage, language, .usage)
    }
  }

  private func show(_ programme: String, _ year: String) throws {
    let opened = try OpenRegister(try CommandContext(options))
    let sheet = try ProgrammeReading(opened).sheet(programme, year)
    let output = ReviewOutput(opened, sheet)
    if opened.context.isJSON {
      Output.write(output.json())
    } else {
      for line in output.lines() { Output.print(row: line) }
    }
    if sheet.items.isEmpty {
      let none = ReviewError.noTasks(programme: sheet.programme.id, year: sheet.year)
      Output.complain(
        opened.context.say(none.words(naming: opened.store.registry, on: .commandLine)))
    }
    try Output.flush()
    try opened.endWithProblems()
  }

  private func rate(_ typed: [String]) throws {
    let changing = try Changing(options)
    let context = changing.context
    let sheet = try ProgrammeReading(changing.opened).sheet(typed[0], typed[1])
    guard sheet.closed == nil || sheet.items.isEmpty else {
      let code = typed[3].uppercased()
      throw Failure([
        changing.opened.sentence(.refused(code: code, .reviewClosed(year: sheet.year)))
      ])
    }
    guard sheet.items.contains(where: { $0.code == typed[3].uppercased() }) else {
      throw failure(.notATask(typed[3].uppercased(), year: sheet.year), changing.opened)
    }
    let mark = typed.count == 5 ? Int(typed[4]).flatMap(ReviewMark.init(rawValue:)) : nil
    guard let side, typed.count == 4 || mark != nil,
      mark != nil || comment != nil || evidence != nil
    else { throw Failure(CommandWords.rateUsage, context.language, .usage) }
    let day = try said.day(context)
    var edit = RatingEdit(
      year: sheet.year, side: try TypedWords(language: context.language).side(nfc(side)),
      mark: mark, on: day)
    edit.comment = comment.map(nfc)
    edit.evidence = evidence.map(nfc)
    try changing.perform(.rate(edit), on: [typed[3]], why: said.reason)
  }

  private func close(_ programme: String, _ year: String) throws {
    let changing = try Changing(options)
    let opened = changing.opened
    let sheet = try ProgrammeReading(opened).sheet(programme, year)
    var kept: ReviewSheet?
    try changing.finish(isSilent: true) { (store, signature) throws(StoreError) in
      let closed = try store.closeReview(
        sheet.programme, year: sheet.year, today: opened.context.today, as: signature)
      kept = closed.sheet
      return closed.saved
    }
    guard let kept else { return }
    if opened.context.isJSON {
      Output.write(ReviewOutput(opened, kept).json())
    } else {
      Output.print(CommandWords.closedNow(kept)(opened.context.language))
    }
  }

  private func copy(_ typed: [String]) throws {
    let changing = try Changing(options)
    let (opened, language) = (changing.opened, changing.context.language)
    let sheet = try ProgrammeReading(opened).sheet(typed[0], typed[1])
    guard sheet.closed != nil else { throw failure(.notClosed(year: sheet.year), opened) }
    guard Int(typed[3]) == sheet.year + 1 else {
      throw Failure(CommandWords.notNextYear(sheet.year + 1), language, .usage)
    }
    let reading = ProgrammeReading(opened)
    _ = try reading.year(typed[3], of: sheet.programme)
    let drafts = sheet.drafts(
      from: opened.records(ofProgramme: sheet.programme.id).map(\.followUp),
      raisedOn: opened.context.today)
    guard !drafts.isEmpty else { throw failure(.nothingToCopy(year: sheet.year + 1), opened) }
    try changing.finish { (store, signature) throws(StoreError) in
      try store.create(drafts, as: signature, why: sheet.whyOfCopy)
    }
  }

  private func failure(_ error: ReviewError, _ opened: OpenRegister) -> Failure {
    Failure(error.words(naming: opened.store.registry, on: .commandLine), opened.context.language)
  }
}

/// Finds programmes and their years as people name them.
struct ProgrammeReading {
  private let opened: OpenRegister

  init(_ opened: OpenRegister) { self.opened = opened }

  /// By its id, or by any part of its name.
  func programme(_ typed: String) throws(Failure) -> Programme {
    let registry = opened.store.registry
    let language = opened.context.language
    switch EntryPicker(registry, today: opened.context.today).pick(typed, in: .programmes) {
    case .one(let id):
      guard let programme = registry.programme(id) else { break }
      return programme
    case .several(let ids):
      let fits = ids.map { Words($0, $0) }
      throw Failure(
        CommandWords.ambiguousWord(CommandWords.programme, typed, fits), language, .usage)
    case .none: break
    }
    let nearest = Nearest.of(typed, among: registry.programmes.map(\.id))
    throw Failure(
      ReviewError.unknownProgramme(typed, nearest: nearest).words(
        naming: registry, on: .commandLine), language)
  }

  func year(_ typed: String, of programme: Programme) throws(Failure) -> Int {
    guard let year = Int(typed), (1900...2199).contains(year) else {
      throw Failure(CommandWords.notAYear(typed), opened.context.language, .usage)
    }
    do throws(ReviewError) {
      try programme.check(year: year)
    } catch {
      throw Failure(
        error.words(naming: opened.store.registry, on: .commandLine), opened.context.language)
    }
    return year
  }

  /// The year as it was closed, else as it stands.
  func sheet(_ programme: String, _ year: String) throws(Failure) -> ReviewSheet {
    let programme = try self.programme(programme)
    let year = try self.year(year, of: programme)
    do throws(RegisterProblem) {
      return try opened.review(programme, year: year)
    } catch {
      throw Failure(error.words, opened.context.language)
    }
  }
}

extension OpenRegister {
  /// The records of a programme, as they were on the past day where one is shown.
  func records(ofProgramme id: String) -> [(followUp: FollowUp, status: Status)] {
    register.places(ofProgramme: id).compactMap { place in
      guard let followUp = followUp(at: place), let (_, row) = register.row(at: place) else {
        return nil
      }
      return (followUp, row.status)
    }
  }

  /// A year as it was closed, else as it stands; of a past day as it stood then.
  func review(_ programme: Programme, year: Int) throws(RegisterProblem) -> ReviewSheet {
    if let kept = try store.closedReview(programme, year: year), let closed = kept.closed,
      context.asOf.map({ closed.on <= $0 }) ?? true
    {
      return kept
    }
    return ReviewSheet(
      programme, year: year, records: records(ofProgramme: programme.id), today: context.today,
      limits: store.profile.dueSoon)
  }
}
