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

  @OptionGroup var asked: OneRecordOptions
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
    let action = Action.split(parts, on: try asked.said.day(changing.context))
    try asked.perform(action, on: [code], changing)
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

  @OptionGroup var asked: OneRecordOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let changing = try Changing(options)
    let target = try changing.opened.address(ofCode: target)
    let action = Action.merge(into: target.key, on: try asked.said.day(changing.context))
    try asked.perform(action, on: [code], changing)
  }
}

/// What splitting, merging and settling share.
struct OneRecordOptions: ParsableArguments {
  @OptionGroup var said: DayAndReason
  @OptionGroup var trial: TrialOptions

  @Flag(help: "Cho qua dù thiếu; phải có --why / Pass although something is missing; needs --why.")
  var force = false

  /// Shows what `action` does, and does it unless it is only tried.
  func perform(_ action: Action, on codes: [String], _ changing: Changing) throws(Failure) {
    let opened = changing.opened
    try said.check(force: force, opened.context)
    let addresses = try opened.addresses(ofCodes: codes)
    let planned = try opened.planned(action, on: addresses, force: force)
    guard trial.show(planned, opened) else { return }
    try changing.finish(isSilent: !opened.context.isJSON) { (store, signature) throws(StoreError) in
      try store.perform(action, on: addresses, as: signature, force: force, why: said.reason)
    }
  }
}
