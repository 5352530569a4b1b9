import App
import Model
import Store
import Terminal
import Vietnamese

/// The shape `dondoc.quantities/1`, and the same as a table.
struct QuantitiesOutput {
  private let opened: OpenRegister
  private let quantities: TwoWayQuantities
  private let language: Language

  init(_ opened: OpenRegister, _ quantities: TwoWayQuantities) {
    self.opened = opened
    self.quantities = quantities
    language = opened.context.language
  }

  func json() -> [UInt8] {
    var json = JSONText()
    json.openObject()
    json.member("schema")
    json.text("dondoc.quantities/1")
    json.member("today")
    json.text(opened.context.today.iso)
    json.member("items")
    json.openList()
    for line in quantities.lines {
      json.newLineBeforeElement()
      json.openObject()
      json.member("item")
      json.text(line.item)
      json.member("unit")
      json.text(line.unit)
      json.member("given")
      add(line.given, to: &json)
      json.member("received")
      add(line.received, to: &json)
      json.closeObject()
    }
    json.closeList()
    json.member("unquantified")
    add(quantities.unquantified, to: &json)
    json.member("converted")
    add(quantities.converted, to: &json)
    json.member("sources")
    json.openList()
    for code in quantities.sources { json.text(code) }
    json.closeList()
    json.member("left")
    json.openList()
    for code in quantities.left { json.text(code) }
    json.closeList()
    json.closeObject()
    json.newLine()
    return json.bytes
  }

  private func add(_ sum: TwoWayQuantities.Sum?, to json: inout JSONText) {
    guard let sum else { return json.null() }
    json.openObject()
    json.member("value")
    json.value(.number(sum.value.text))
    json.member("qualifier")
    json.text(sum.qualifier.rawValue)
    json.member("sources")
    json.openList()
    for code in sum.sources { json.text(code) }
    json.closeList()
    json.closeObject()
  }

  private func add(_ singles: [TwoWayQuantities.Single], to json: inout JSONText) {
    json.openList()
    for single in singles {
      json.newLineBeforeElement()
      json.openObject()
      json.member("code")
      json.text(single.code)
      json.member("way")
      json.text(single.way.rawValue)
      json.member("quantity")
      json.value(single.quantity.value)
      json.closeObject()
    }
    json.closeList()
  }

  // MARK: - For people

  func lines() -> [String] {
    let isTerminal = Output.isTerminal
    func row(_ item: String, _ given: String, _ received: String) -> String {
      let item = TextWidth.harmless(item)
      guard isTerminal else { return Output.row([item, given, received]) }
      return TextWidth.pad(item, to: 34) + TextWidth.pad(given, to: 22, alignment: .trailing) + "  "
        + TextWidth.pad(received, to: 22, alignment: .trailing)
    }
    var lines = [
      row(
        CommandWords.item(language), CommandWords.given(language), CommandWords.received(language))
    ]
    for line in quantities.lines {
      lines.append(row("\(line.item) (\(line.unit))", number(line.given), number(line.received)))
    }
    lines += section(CommandWords.unquantified, quantities.unquantified)
    lines += section(CommandWords.converted, quantities.converted)
    if !quantities.sources.isEmpty {
      lines.append(CommandWords.sumSources(language) + quantities.sources.joined(separator: ", "))
    }
    if !quantities.left.isEmpty {
      lines.append(CommandWords.unclearWay(language) + quantities.left.joined(separator: ", "))
    }
    return lines
  }

  private func number(_ sum: TwoWayQuantities.Sum?) -> String {
    sum.map { QuantityText.number($0.value.text, $0.qualifier, language) } ?? "—"
  }

  private func section(_ heading: Words, _ singles: [TwoWayQuantities.Single]) -> [String] {
    guard !singles.isEmpty else { return [] }
    return [heading(language)]
      + singles.map { single in
        let way = single.way == .given ? CommandWords.given : CommandWords.received
        let quantity = single.quantity
        let number = quantity.number.map {
          QuantityText.number($0, quantity.qualifier, language) + " "
        }
        return "  \(way(language)): " + (number ?? "")
          + [quantity.unit, quantity.item].filter { !$0.isEmpty }.map { TextWidth.harmless($0) }
          .joined(separator: " ")
          + " (\(single.code))"
      }
  }
}
