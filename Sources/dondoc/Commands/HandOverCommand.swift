import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// `dondoc hand-over`: the open work of a unit or province goes to what took its place.
struct HandOverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hand-over",
    abstract: "Chuyển giao việc đang mở cho đơn vị kế tiếp / Hand open work over to a successor",
    discussion: """
      dondoc hand-over 'Vụ Tổng hợp kinh tế' --dry-run
      dondoc hand-over vu-thkt vu-ngkt tinh:quang-ninh --on 1/3/2025
      dondoc hand-over 'Kon Tum' --yes
      Không nêu bên nhận thì theo danh mục (đơn vị, tỉnh đã sắp xếp lại). Việc đã xong giữ tên cũ. \
      Tất cả là một lô, dondoc undo lấy lại. / Without who takes over, the registry says it. What \
      has ended keeps the old name. It is all one batch, and dondoc undo takes it back.
      """)

  @Argument(
    help: ArgumentHelp(
      "Bên giao [bên nhận] [câu tìm] / Who gives [who takes] [query].",
      valueName: "old [new] [query]"))
  var words: [String]

  @OptionGroup var said: DayAndReason

  @OptionGroup var trial: TrialOptions

  @Flag(help: "Không hỏi lại khi sửa nhiều mục / Do not ask before changing several.")
  var yes = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let changing = try Changing(options)
    let (opened, context) = (changing.opened, changing.context)
    let reader = HandOverReader(
      opened.store.registry, language: context.language, on: try said.day(context))
    var rest = words.map(nfc)
    let old = rest.removeFirst()
    let hasTaker = rest.first.map { reader.isTaker($0, from: old) } ?? false
    let new = hasTaker ? rest.removeFirst() : nil
    let handOver: HandOver
    do throws(HandOverFault) {
      handOver = try reader.read(old, to: new, why: said.reason)
    } catch {
      throw Failure(error.words, context.language)
    }
    try perform(handOver, try addresses(handOver, rest, opened), changing)
  }

  private func addresses(
    _ handOver: HandOver, _ rest: [String], _ opened: OpenRegister
  ) throws(Failure) -> [RecordAddress] {
    let further = rest.isEmpty ? Query.all : try opened.parsed(rest)
    let found = opened.places(handOver.query.and(further)).compactMap { place in
      opened.register.row(at: place).map {
        RecordAddress(slot: Int(place.slot), key: $0.chunk.key($0.row))
      }
    }
    guard !found.isEmpty else {
      throw Failure(HandOverWords.nothing, opened.context.language, .nothingMatched)
    }
    return found
  }

  private func perform(
    _ handOver: HandOver, _ addresses: [RecordAddress], _ changing: Changing
  ) throws(Failure) {
    let opened = changing.opened
    let action = Action.handOver(handOver)
    let planned = try opened.planned(action, on: addresses)
    guard trial.show(planned, opened) else { return }
    if !yes { try MeantRecords(found: addresses).confirm(changing: planned.count, opened) }
    try changing.finish(isSilent: !opened.context.isJSON) { (store, signature) throws(StoreError) in
      try store.perform(action, on: addresses, as: signature)
    }
  }
}
