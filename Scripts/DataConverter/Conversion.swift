internal import Model
internal import Store

/// Makes a register out of the sources: the content of each file by its path in the register.
///
/// - Throws: A ``ConversionError`` where the sources contradict themselves or a record names
///   something that no table holds.
package func convert(_ sources: SourceFiles) throws(ConversionError) -> [String: [UInt8]] {
  let articles = try Articles(sources)
  let records = try followUps(sources, articles)
  let registry = try RegistryTables(sources, articles)
  try registry.check(records)
  try checkDossiers(sources)
  var files = registry.files
  files["register.json"] = CanonicalWriter.object(registerFile)
  for programme in programmes(sources, articles) {
    files["programmes/\(programme.id).json"] = CanonicalWriter.object(programme.value)
  }
  for (year, holidays) in holidays(sources, articles) {
    files["holidays/\(year).json"] = CanonicalWriter.object(holidays)
  }
  for (path, group) in Dictionary(grouping: records, by: path) {
    let ordered = group.sorted { $0.code < $1.code }
    files[path] = CanonicalWriter.file(records: ordered.map(\.fileValue))
  }
  return files
}

private let registerFile: Value = .object([
  "format": .text("dondoc"), "version": .number(1),
  "name": .text("Sổ theo dõi Bộ Ngoại giao – địa phương"),
  "nameEn": .text("Ministry of Foreign Affairs – provinces register"),
  "provinces": .list(["quang-ninh", "quang-ngai", "toan-quoc", "nghe-an"].map { .text($0) }),
  "settings": .object(["dueSoonDays": .number(7), "dueSoonDaysForEvents": .number(30)]),
])

/// The file a record belongs in: its province, and the year in its code.
private func path(of record: Record) -> String {
  let year = FollowUpMapping.prefix(ofCode: record.code).suffix(2)
  return "follow-ups/\(record.fields[.province].text ?? "")/20\(year).json"
}

/// The records, each with the one change that created it on the day of its session or article.
private func followUps(
  _ sources: SourceFiles, _ articles: Articles
) throws(ConversionError) -> [Record] {
  let mapping = FollowUpMapping(sources.records, articles)
  var records: [Record] = []
  for source in sources.records {
    let fields = try mapping.fields(of: source)
    let key = try source.text("key", of: "extraction")
    let day = try articles.day(ofFile: try source["source"].text("seed", of: key))
    guard let day = Day(day) else { throw .missing(key: "article_date", of: key) }
    records.append(Record(creating: fields, id: "import-\(key)", on: day, by: "import"))
  }
  return records
}

/// Makes sure that the registry's lists of a dossier's records say what the records say.
private func checkDossiers(_ sources: SourceFiles) throws(ConversionError) {
  for dossier in sources.registry("dossiers") {
    let listed = Set(dossier["record_keys"].elements)
    let members = sources.records.filter { $0["dossiers"].elements.contains(dossier["id"]) }
    guard listed == Set(members.map { $0["key"] }) else {
      throw .dossierDiffers(id: dossier["id"].text ?? "")
    }
  }
}

/// The programmes, with what the sources call their status as their standing.
private func programmes(_ sources: SourceFiles, _ articles: Articles) -> [Entry] {
  sources.registry("programmes").map { source in
    var programme = Entry(source, articles)
    let period = programme["period"].elements
    if period.count == 2 {
      programme["period"] = .object(["from": period[0], "to": period[1]])
    }
    programme.rename("status", to: "standing")
    return programme
  }
}

private func holidays(_ sources: SourceFiles, _ articles: Articles) -> [(String, Value)] {
  guard case .object(let years) = sources["reference/holidays.json"]["years"] else { return [] }
  return years.map { year in
    guard case .object(let members) = SourceKeys.renamed(year.value, articles) else {
      return (year.key, year.value)
    }
    return (year.key, .object([Value.Member("year", .number(year.key))] + members))
  }
}
