import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// `dondoc quantities`: what was given and what was received.
struct QuantitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quantities",
    abstract: "Cho và nhận: số lượng hai chiều / Given and received",
    discussion: """
      dondoc quantities 'hoso:hs-covid'
      dondoc quantities 'hoso:hs-covid' --with lào
      """)

  @Argument(help: ArgumentHelp("Câu tìm / What to find.", valueName: "query"))
  var query: [String] = []

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp(
      "Đối tác, hoặc nước cùng mọi nơi của nước ấy / A counterpart, or a country with its places.",
      valueName: "counterpart"))
  var partner: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let opened = try OpenRegister(try CommandContext(options))
    let partners = try partner.map { typed throws(Failure) in try ids(typed, opened) }
    let records = try opened.places(query).compactMap { opened.followUp(at: $0) }.filter { record in
      partners.map { ids in record.counterparts.contains { ids.contains($0.counterpart) } } ?? true
    }
    let reader = GiftReader(opened.store.registry)
    let quantities = TwoWayQuantities(records) { reader.way($0) }
    let output = QuantitiesOutput(opened, quantities)
    if opened.context.isJSON {
      Output.write(output.json())
    } else {
      for line in output.lines() { Output.print(row: line) }
    }
    try Output.flush()
    try opened.endWithProblems()
  }

  private func ids(_ typed: String, _ opened: OpenRegister) throws(Failure) -> Set<String> {
    let registry = opened.store.registry
    let picked = EntryPicker(registry, today: opened.context.today)
      .pick(nfc(typed), in: .entries(.counterparts))
    guard let id = picked.only else {
      let error = EditError(
        .unknownValue(typed, .counterparts, nearest: nil), 0..<typed.count)
      throw Failure(
        error.words(naming: registry, on: .commandLine), opened.context.language, .usage)
    }
    let within = registry[.counterparts].entries.filter { $0.country == id }.map(\.id)
    return Set([id] + within)
  }
}
