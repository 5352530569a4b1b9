import DataConverter
import Model
import Testing

/// What each place of the extraction may hold, told from the register alone.
private struct Traces {
  private(set) var allowed: [String: Set<Value>] = [:]
  let tables: [RegistryKind: [String: Value]]

  init(_ tables: [RegistryKind: [String: Value]]) { self.tables = tables }

  subscript(path: String) -> Set<Value> {
    get { allowed[path] ?? [] }
    set { allowed[path] = newValue }
  }

  mutating func add(_ path: String, _ value: Value) {
    if !value.isEmpty { allowed[path, default: []].insert(value) }
  }

  mutating func add(_ path: String, list: Value) {
    for (index, value) in list.elements.enumerated() { add("\(path)[\(index)]", value) }
  }

  /// The id of something, any of its names, and whether it was inferred.
  mutating func add(
    _ path: String, id: Value, in kind: RegistryKind, inferredBy flag: Value? = nil
  ) {
    let entry = tables[kind]?[id.text ?? ""] ?? .null
    add("\(path).id", id)
    for name in [entry["name"]] + entry["aliases"].elements { add("\(path).name_vi", name) }
    for name in [entry["nameEn"]] + entry["aliases"].elements { add("\(path).name_en", name) }
    for code in [entry["code"], entry["code63"]] { add("\(path).code", code) }
    if let flag { add("\(path).inferred", .bool(flag == .bool(true))) }
  }

  mutating func add(_ path: String, list: Value, in kind: RegistryKind) {
    for (index, item) in list.elements.enumerated() {
      add("\(path)[\(index)]", id: item["id"], in: kind, inferredBy: item["inferred"])
    }
  }
}

struct NothingLostTests {
  @Test func everyScalarOfTheExtractionIsAtItsPlace() throws {
    var tables: [RegistryKind: [String: Value]] = [:]
    for kind in RegistryKind.allCases {
      let entries = try Repository.value("Data/registry/\(kind.rawValue).json").elements
      tables[kind] = Dictionary(uniqueKeysWithValues: entries.map { ($0["id"].text ?? "", $0) })
    }
    let records = Dictionary(
      uniqueKeysWithValues: try Repository.records().map { ($0.key, $0.fields) })
    let sources = try Repository.value("Scripts/source/extraction.json").elements
    #expect(sources.count == 185)
    for source in sources {
      let key = source["key"].text ?? ""
      let fields = try #require(records[key])
      let traces = traces(of: fields, tables)
      for (path, value) in scalars(of: source, at: "") {
        if value.isEmpty {
          #expect(traces[path].isEmpty, "\(key): \(path) was empty")
        } else {
          #expect(traces[path].contains(value), "\(key): \(path) was \(value)")
        }
      }
    }
  }

  private func scalars(of value: Value, at path: String) -> [(String, Value)] {
    switch value {
    case .null, .bool, .number, .text: [(path, value)]
    case .list(let items):
      items.enumerated().flatMap { scalars(of: $1, at: "\(path)[\($0)]") }
    case .object(let members):
      members.flatMap { scalars(of: $0.value, at: path.isEmpty ? $0.key : "\(path).\($0.key)") }
    }
  }

  private func traces(of fields: Fields, _ tables: [RegistryKind: [String: Value]]) -> Traces {
    var traces = Traces(tables)
    for (field, path) in [
      (Field.key, "key"), (.code, "code"), (.kind, "kind"), (.tier, "tier"),
      (.title, "title_vi"), (.titleEn, "title_en"), (.category, "category"),
      (.emphasis, "emphasis"), (.programme, "programme"), (.toConfirm, "to_confirm"),
      (.remarks, "notes"), (.raisedOn, "dates.session_date"), (.dateWords, "dates.when_text"),
      (.recurrence, "dates.recurrence"),
    ] { traces.add(path, fields[field]) }
    for (field, path) in [
      (Field.topics, "topics"), (.dossiers, "dossiers"), (.documents, "documents"),
      (.appliesTo, "applies_to"),
    ] { traces.add(path, list: fields[field]) }
    traces.add("direction", words[fields[.direction]] ?? .null)
    traces.add("status", words[fields[.status]] ?? .null)
    traces.add("classification", words[fields[.regime]] ?? .null)
    traces.add("province", id: fields[.province], in: .provinces)
    let lead = fields[.lead]
    traces.add("lead_unit", id: lead["unit"], in: .units, inferredBy: lead["proposed"])
    traces.add("also_provinces", list: fields[.alsoProvinces], in: .provinces)
    traces.add("coordinating_units", list: fields[.coordinating], in: .units)
    traces.add("counterpart", list: fields[.counterparts], in: .counterparts)
    traces.add("places", list: fields[.places], in: .places)
    for (index, quantity) in fields[.quantities].elements.enumerated() {
      for key in ["value", "unit", "item", "qualifier", "note"] {
        traces.add("quantities[\(index)].\(key)", quantity[key])
      }
    }
    for (index, link) in fields[.links].elements.enumerated() {
      traces.add("links[\(index)].rel", link["relation"])
      traces.add("links[\(index)].key", link["to"])
    }
    addTime(of: fields, to: &traces)
    addSources(of: fields, to: &traces)
    return traces
  }

  private let words: [Value: Value] = [
    "provinceToMinistry": "province→ministry", "ministryToProvince": "ministry→province",
    "ministerToUnits": "minister→ministry-units", "joint": "joint", "external": "external",
    "new": "new", "agreed": "agreed in principle", "inProgress": "in progress", "done": "done",
    "public": "công khai",
  ]

  private func addTime(of fields: Fields, to traces: inout Traces) {
    let (due, period) = (fields[.due], fields[.period])
    traces.add("dates.period_from", period["from"])
    traces.add("dates.period_to", period["to"])
    let isMonth = due["precision"] == "month"
    traces.add(
      "dates.target_date", .text(due["date"].text.map { String($0.prefix(isMonth ? 7 : 10)) }))
    let said = [due["precision"], period["precision"]].first { !$0.isEmpty }
    let unsaid: Value = due.isEmpty ? (period.isEmpty ? "none" : "period") : "day"
    traces.add("dates.precision", said ?? unsaid)
  }

  private func addSources(of fields: Fields, to traces: inout Traces) {
    let sources = fields[.sources].elements
    let further = sources.dropFirst().enumerated().map { ("sources_also[\($0)]", $1) }
    for (path, source) in [("source", sources.first ?? .null)] + further {
      let article = traces.tables[.documents]?[source["document"].text ?? ""] ?? .null
      traces.add("\(path).seed", article["file"])
      traces.add("\(path).publisher", article["publisher"])
      traces.add("\(path).article_date", article["date"])
      traces.add("\(path).article_date_inferred", article["dateInferred"])
      traces.add("\(path).paragraphs", list: source["paragraphs"])
      let first = source["paragraphs"].elements.first ?? .null
      traces.add("\(path).paragraph", source["paragraph"].isEmpty ? first : source["paragraph"])
    }
    for (place, source) in sources.enumerated() {
      #expect((source["further"] == .bool(true)) == (place > 0))
    }
  }
}
