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
    QuantityTable(quantities, language).lines(isTabbed: !Output.isTerminal)
  }
}
