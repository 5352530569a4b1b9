import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// `dondoc split`: makes parts of a record that are followed by themselves.
struct SplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Tách một mục thành các mục con / Split a record into parts",
    discussion: """
      dondoc split QN23-16 'Tìm đối tác ở châu Âu' 'Tìm đối tác ở châu Mỹ'
      dondoc split QN23-16 --by-counterpart
      Mục con có mã riêng, nhận mọi thông tin chung của mục mẹ; chủ trì là dự kiến. Mục mẹ chỉ hoàn \
      thành khi mọi mục con đã đóng. / Parts have codes of their own and what they share with the \
      whole; their lead is proposed. The whole is done only when each part is closed.
      """)

  @Argument(help: ArgumentHelp("Mã / The code.", valueName: "code"))
  var code: String

  @Argument(help: ArgumentHelp("Nội dung các mục con / Titles of the parts.", valueName: "title"))
  var titles: [String] = []

  @Flag(help: "Mỗi đối tác một mục con / A part for each counterpart.")
  var byCounterpart = false

  @OptionGroup var trial: TrialOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let changing = try Changing(options)
    let language = changing.context.language
    guard titles.isEmpty == byCounterpart else {
      throw Failure(CommandWords.splitIntoWhat, language, .usage)
    }
    let parts =
      byCounterpart
      ? try parts(of: code, changing.opened) : titles.map { Part(title: nfc($0)) }
    let action = Action.split(parts, on: try trial.day(changing.context))
    try trial.perform(action, on: [code], changing)
  }

  private func parts(of code: String, _ opened: OpenRegister) throws(Failure) -> [Part] {
    let record = try opened.record(at: try opened.place(ofCode: code))
    let followUp: FollowUp
    do throws(ValueError) {
      followUp = try FollowUp(record.fields)
    } catch {
      throw Failure(
        ActionError.unreadable(error).words(naming: opened.store.registry, on: .commandLine),
        opened.context.language)
    }
    guard followUp.counterparts.count > 1 else {
      throw Failure(CommandWords.noCounterpartsToSplit(record.code), opened.context.language)
    }
    return Part.perCounterpart(of: followUp) { opened.store.registry.name($0, in: .counterparts) }
  }
}

/// `dondoc merge-into`: a record goes on as another one.
struct MergeIntoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge-into",
    abstract: "Gộp một mục vào mục khác / Merge a record into another",
    discussion: """
      dondoc merge-into QN23-07 QN23-34 --why 'cùng một đoàn'
      Mã cũ vẫn tìm được và dẫn đến mục mới; đối tác, nhãn, văn bản, diễn biến, cơ quan phối hợp mà \
      mục mới chưa có được chuyển sang. / The code is still found and leads to the other record, \
      which takes over what it has not got.
      """)

  @Argument(help: ArgumentHelp("Mã được gộp / The code to merge.", valueName: "code"))
  var code: String

  @Argument(help: ArgumentHelp("Gộp vào mã / The code it goes into.", valueName: "target"))
  var target: String

  @OptionGroup var trial: TrialOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let changing = try Changing(options)
    let target = try changing.opened.address(ofCode: target)
    let action = Action.merge(into: target.key, on: try trial.day(changing.context))
    try trial.perform(action, on: [code], changing)
  }
}

/// What the commands share that show what they would do before they do it.
struct TrialOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Ngày của việc này / The day it happened.", valueName: "date"))
  var on: String?

  @Option(help: "Vì sao / Why it is done so; kept in the history.")
  var why: String?

  @Flag(name: .customLong("dry-run"), help: "Chỉ xem trước → sau / Only show before → after.")
  var isTrial = false

  @Flag(help: "Cho qua dù thiếu; phải có --why / Pass although something is missing; needs --why.")
  var force = false

  func day(_ context: CommandContext) throws(Failure) -> Day {
    guard let on else { return context.today }
    return try context.dates.day(on, option: "--on")
  }

  /// Shows what `action` does, and does it unless it is only tried.
  func perform(_ action: Action, on codes: [String], _ changing: Changing) throws(Failure) {
    let (opened, context) = (changing.opened, changing.context)
    if force && (why ?? "").isEmpty {
      throw Failure(CommandWords.forceNeedsWhy, context.language, .usage)
    }
    let addresses = try opened.addresses(ofCodes: codes)
    let planned: [PlannedChange]
    do throws(StoreError) {
      planned = try opened.store.preview(
        action, on: addresses, as: context.surroundings.signature(), force: force)
    } catch {
      throw Failure([opened.sentence(error)])
    }
    let preview = PlannedText(opened, planned)
    if isTrial {
      context.isJSON ? Output.write(preview.json()) : preview.print()
      return
    }
    if !context.isJSON { preview.print() }
    try changing.finish(isSilent: !context.isJSON) { (store, signature) throws(StoreError) in
      try store.perform(action, on: addresses, as: signature, force: force, why: why.map(nfc))
    }
  }
}
