import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// `dondoc follow`: deadlines that are counted from an event go with its day.
struct FollowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow",
    abstract: "Dời hạn theo ngày mới của sự kiện / Move deadlines with an event's new day",
    discussion: """
      dondoc set QN23-24 han=20/5        # báo hạn nào phải dời / says what would have to move
      dondoc follow QN23-24 --dry-run
      dondoc follow QN23-24
      Dời hạn tính theo sự kiện ('30 ngày trước QN23-24') và hạn của việc phục vụ nó, trong một lô. \
      / Moves deadlines counted from the event and those of what serves it, in one batch.
      """)

  @Argument(help: ArgumentHelp("Mã sự kiện / The event's code.", valueName: "code"))
  var code: String

  @Option(help: "Vì sao / Why it is done so; kept in the history.")
  var why: String?

  @Flag(name: .customLong("dry-run"), help: "Chỉ xem trước → sau / Only show before → after.")
  var isTrial = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let changing = try Changing(options)
    let (opened, context) = (changing.opened, changing.context)
    let record = try opened.record(at: try opened.place(ofCode: code))
    guard let event = try? FollowUp(record.fields), event.kind == .event else {
      throw Failure(EventFault.notAnEvent.words(record.code), context.language)
    }
    guard let day = event.eventDay else {
      throw Failure(EventText.noDay(record.code), context.language)
    }
    let before = record.lastMovedDue.flatMap { $0.to == day ? $0.from : nil }
    guard
      var move = EventMove(
        event, from: before, to: day, in: opened.register, isWorked: opened.isWorked)
    else {
      throw Failure(EventText.nothingFollows(record.code), context.language, .nothingMatched)
    }
    var kept: [EventMove.Line] = []
    for line in move.lines where try line.span != nil || !hasFollowed(line, record, opened) {
      kept.append(line)
    }
    move.lines = kept
    guard !move.lines.isEmpty else {
      throw Failure(EventText.nothingFollows(record.code), context.language, .nothingMatched)
    }
    let text = EventText(context.language)
    let action = move.action(reason: why.map(nfc) ?? text.reason(move), on: context.today)
    let addresses = move.lines.map(\.address)
    if isTrial && context.isJSON {
      let planned = try opened.planned(action, on: addresses)
      Output.write(PlannedText(opened, planned).json())
      return
    }
    if !context.isJSON {
      Output.print(text.head(move))
      for line in move.lines { Output.print("  " + text.line(line, of: move)) }
    }
    if isTrial { return }
    try changing.finish(isSilent: !context.isJSON) { (store, signature) throws(StoreError) in
      try store.perform(action, on: addresses, as: signature)
    }
  }

  /// Whether what only serves the event got another deadline since the event was moved: its
  /// distance is kept once.
  private func hasFollowed(
    _ line: EventMove.Line, _ event: Record, _ opened: OpenRegister
  ) throws(Failure) -> Bool {
    guard let moved = event.changes.last(where: { $0.moves(.due) })?.at else { return false }
    let record = try opened.record(at: line.place)
    let before = Record(changes: record.changes.filter { $0.at < moved })
    return before.fields[.due] != record.fields[.due]
  }
}

extension Change {
  /// Whether it sets a field anew.
  fileprivate func moves(_ field: Field) -> Bool { edits.contains { $0.field == field.rawValue } }
}
