internal import Model

/// Turns one record of the extraction into the fields of a follow-up; what the extraction leaves
/// empty stays empty.
struct FollowUpMapping {
  private static let directions: [String: Direction] = [
    "province→ministry": .provinceToMinistry, "ministry→province": .ministryToProvince,
    "minister→ministry-units": .ministerToUnits, "joint": .joint, "external": .external,
  ]
  private static let statuses: [String: Status] = [
    "new": .new, "agreed in principle": .agreed, "in progress": .inProgress, "done": .done,
  ]
  private static let regimes: [String: Regime] = ["công khai": .public]

  let articles: Articles
  /// The key of the working session that a code's letters and year stand for.
  let sessions: [String: String]

  init(_ records: [Value], _ articles: Articles) {
    self.articles = articles
    var sessions: [String: String] = [:]
    for record in records where FollowUpMapping.isSession(record) {
      sessions[FollowUpMapping.prefix(ofCode: record["code"].text ?? "")] = record["key"].text
    }
    self.sessions = sessions
  }

  /// `QN23` of `QN23-09`.
  static func prefix(ofCode code: String) -> String { String(code.prefix { $0 != "-" }) }

  private static func isSession(_ record: Value) -> Bool {
    record["code"].text?.hasSuffix("-01") == true && record["kind"].text == Kind.event.rawValue
      && !record["dates"]["session_date"].isEmpty
  }

  func fields(of record: Value) throws(ConversionError) -> Fields {
    let code = try record.text("code", of: "extraction")
    var fields = Fields()
    fields[.code] = .text(code)
    for (field, key) in copied { fields[field] = record[key] }
    fields[.direction] = .text(
      try word(record, "direction", among: FollowUpMapping.directions, code).rawValue)
    fields[.status] = .text(
      try word(record, "status", among: FollowUpMapping.statuses, code).rawValue)
    fields[.regime] = .text(
      try word(record, "classification", among: FollowUpMapping.regimes, code).rawValue)
    fields[.session] = .text(sessions[FollowUpMapping.prefix(ofCode: code)])
    addParties(of: record, to: &fields)
    addTime(of: record, to: &fields)
    fields[.links] = .list(
      record["links"].elements.map { .object(["relation": $0["rel"], "to": $0["key"]]) })
    fields[.sources] = .list(try sources(of: record, code))
    return fields
  }

  private var copied: [(Field, String)] {
    [
      (.key, "key"), (.kind, "kind"), (.title, "title_vi"), (.titleEn, "title_en"),
      (.category, "category"), (.tier, "tier"), (.emphasis, "emphasis"), (.topics, "topics"),
      (.programme, "programme"), (.dossiers, "dossiers"), (.documents, "documents"),
      (.appliesTo, "applies_to"), (.toConfirm, "to_confirm"), (.remarks, "notes"),
    ]
  }

  private func word<Word>(
    _ record: Value, _ key: String, among words: [String: Word], _ code: String
  ) throws(ConversionError) -> Word {
    let text = try record.text(key, of: code)
    guard let word = words[text] else { throw .unknownWord(text, key: key, of: code) }
    return word
  }

  private func addParties(of record: Value, to fields: inout Fields) {
    let lead = record["lead_unit"]
    fields[.province] = record["province"]["id"]
    fields[.alsoProvinces] = mentions(record["also_provinces"])
    fields[.lead] = .object([
      "unit": lead["id"], "proposed": lead.isTrue("inferred") ? .bool(true) : .null,
    ])
    fields[.coordinating] = mentions(record["coordinating_units"])
    fields[.counterparts] = mentions(record["counterpart"])
    fields[.places] = mentions(record["places"])
    fields[.quantities] = .list(
      record["quantities"].elements.map { quantity in
        .object([
          "value": quantity["value"], "unit": quantity["unit"], "item": quantity["item"],
          "qualifier": quantity["qualifier"], "note": quantity["note"],
        ])
      })
  }

  private func mentions(_ list: Value) -> Value {
    .list(
      list.elements.map { mention in
        .object([
          "id": mention["id"], "inferred": mention.isTrue("inferred") ? .bool(true) : .null,
        ])
      })
  }

  /// The main source first, then the further ones.
  private func sources(of record: Value, _ code: String) throws(ConversionError) -> [Value] {
    var sources: [Value] = []
    for (place, source) in ([record["source"]] + record["sources_also"].elements).enumerated() {
      let isFirst = source["paragraphs"].elements.first == source["paragraph"]
      sources.append(
        .object([
          "document": .text(try articles.id(ofFile: try source.text("seed", of: code))),
          "paragraphs": source["paragraphs"],
          "further": place > 0 ? .bool(true) : .null,
          "paragraph": isFirst ? .null : source["paragraph"],
        ]))
    }
    return sources
  }
}
