import App
import ArgumentParser
import Model
import Store
import Terminal
import Vietnamese

/// `dondoc conflicts`: what two people changed without sight of each other.
struct ConflictsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts", abstract: "Các xung đột chưa xử lý / Conflicts nobody has settled")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let context = try CommandContext(options)
    let opened = try OpenRegister(context)
    let found = try opened.conflicted()
    let all = found.flatMap { record in record.conflicts.map { (record.code, $0) } }
    if context.isJSON {
      var json = JSONText()
      json.openObject()
      json.member("schema")
      json.text("dondoc.conflicts/1")
      json.member("conflicts")
      json.value(.list(all.map { CopyReportText.value($1, code: $0, copies: nil) }))
      json.closeObject()
      json.newLine()
      Output.write(json.bytes)
    } else if all.isEmpty {
      Output.print(context.say(ConflictWords.none))
    } else {
      let register = opened.register
      let text = ConflictText(opened.store.registry, language: context.language) {
        register.code(ofKey: $0)
      }
      for (code, conflict) in all {
        Output.print(TextWidth.harmless("\(code)  \(text.line(conflict))"))
      }
    }
    try Output.flush()
    try opened.endWithProblems()
  }
}

extension OpenRegister {
  /// The records with conflicts, in register order, those in the bin too.
  func conflicted() throws(Failure) -> [Record] {
    var records: [Record] = []
    for place in register.placesInConflict { records.append(try record(at: place)) }
    return records
  }
}

/// `dondoc settle`: decides a conflict.
struct SettleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: "Xử lý một xung đột / Settle a conflict",
    discussion: """
      dondoc settle QN23-22 due 1          chọn giá trị thứ nhất trong dondoc conflicts
      dondoc settle QN23-22 hạn 15/9/2023  chọn một giá trị khác
      dondoc settle QN23-16 split 2        giữ bên thứ hai, bỏ việc tách
      Giá trị không chọn vẫn ở trong lịch sử. / What is not chosen stays in the history.
      """)

  @Argument(help: ArgumentHelp("Mã / The code.", valueName: "code"))
  var code: String

  @Argument(help: ArgumentHelp("Trường, split hoặc removal / The field.", valueName: "field"))
  var field: String

  @Argument(help: ArgumentHelp("1, 2… hoặc giá trị / 1, 2… or a value.", valueName: "value"))
  var value: String

  @OptionGroup var asked: OneRecordOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let changing = try Changing(options)
    let (opened, language) = (changing.opened, changing.context.language)
    let record = try opened.record(at: try opened.place(ofCode: code))
    let conflicts = record.conflicts
    guard let conflict = conflicts.first(where: { isMeant($0, opened) }) else {
      let registry = opened.store.registry
      let known = conflicts.map { $0.matter.words(naming: registry)(language) }
      throw Failure(ConflictWords.noSuchConflict(record.code, nfc(field), known), language)
    }
    let settlement: Settlement
    if let number = Int(value), conflict.sides.indices.contains(number - 1) {
      settlement = .side(conflict.sides[number - 1].change)
    } else {
      settlement = .value(try typedValue(conflict, changing))
    }
    let action = Action.settle(
      conflict.matter, settlement, on: try asked.said.day(changing.context))
    try asked.perform(action, on: [code], changing)
  }

  private func isMeant(_ conflict: Conflict, _ opened: OpenRegister) -> Bool {
    let words = conflict.matter.words(naming: opened.store.registry)
    let typed = Folding.words(nfc(field))
    return [conflict.matter.name, words.vi, words.en].contains { Folding.words($0) == typed }
  }

  /// A value that is on neither side, as `set` or `status` would read it.
  private func typedValue(_ conflict: Conflict, _ changing: Changing) throws(Failure) -> Value {
    let language = changing.context.language
    guard case .field(let name) = conflict.matter else {
      throw Failure(ConflictWords.whichSide(conflict.sides.count), language, .usage)
    }
    if name == Field.status.rawValue {
      return .text(try TypedWords(language: language).status(nfc(value)).rawValue)
    }
    let edits = try FieldEdits.read(["\(name)=\(nfc(value))"], changing.opened)
    switch edits.first {
    case .set(_, let value): return value
    case .due(let deadline): return deadline?.value ?? .null
    default: throw Failure(ConflictWords.whichSide(conflict.sides.count), language, .usage)
    }
  }
}
