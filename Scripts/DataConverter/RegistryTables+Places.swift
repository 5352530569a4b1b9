internal import Model
internal import Vietnamese

/// The provinces in the order of their official codes, with the two groups of provinces last.
func provinces(_ sources: SourceFiles, _ articles: Articles) -> [Entry] {
  var bodies: [String: Value] = [:]
  for body in sources.reference("agencies", "foreign_affairs_bodies") {
    bodies[body["province"].text ?? ""] = SourceKeys.renamed(body, articles)
  }
  let all = ["units", "pseudo"].flatMap { list in
    sources.reference("provinces", list).map { source in
      var province = Entry(source, articles)
      province.rename("kind", to: "sort")
      if case .object(let members) = bodies[province.id] {
        province["foreignAffairsBody"] = .object(members.filter { $0.key != "province" })
      }
      return province
    }
  }
  let own = sources.registry("provinces").map { Entry($0, articles) }
  return all.joined(with: own).enumerated()
    .sorted { orderByCode($0.element, $0.offset) < orderByCode($1.element, $1.offset) }
    .map(\.element)
}

/// Today's code; of two provinces that had one code the one still there comes first.
private func orderByCode(_ province: Entry, _ offset: Int) -> (Int, Int, Int) {
  let isGroup = province["letters"].isEmpty
  let code = province["code"].text.flatMap { Int($0) } ?? .max
  return (isGroup ? .max : code, province["validTo"].isEmpty ? 0 : 1, offset)
}

/// Countries, regions, localities and organisations abroad.
func counterparts(_ sources: SourceFiles, _ articles: Articles) -> [Entry] {
  let all = ["countries", "regions", "localities", "organisations"].flatMap { list in
    sources.reference("countries", list).map { sorted($0, articles) }
  }
  return all.joined(with: sources.registry("foreign_counterparts").map { sorted($0, articles) })
}

/// The places of the articles' registry, and those that only the records name.
func places(_ sources: SourceFiles, _ articles: Articles) -> [Entry] {
  let named = sources.registry("places").map { sorted($0, articles) }
  var ids = Set(named.map(\.id))
  let provinces = sources.reference("provinces", "units")
  let others = sources.records.flatMap { $0["places"].elements }.compactMap { place in
    ids.insert(place["id"].text ?? "").inserted ? place["id"] : nil
  }
  return [].joined(with: named)
    + provinces.filter { others.contains($0["id"]) }.map { province in
      var place = Entry()
      for key in ["id", "name", "nameEn", "sort", "province", "verified", "source"] {
        place[key] = sorted(province, articles)[key]
      }
      place["sort"] = SourceKeys.renamed(province, articles)["kind"]
      place["province"] = province["id"]
      return place
    }
}

/// The entry with its type as its sort.
private func sorted(_ source: Value, _ articles: Articles) -> Entry {
  var entry = Entry(source, articles)
  entry.rename("type", to: "sort")
  return entry
}

/// The people the articles name, whose ids are their names in plain letters.
func people(_ sources: SourceFiles, _ articles: Articles) -> [Entry] {
  let provinces = sources.registry("provinces").map { $0["id"] }
  return sources.registry("people").map { source in
    var person = Entry(source, articles)
    person["id"] = .text(slug(person.name))
    if provinces.contains(person["side"]) { person["province"] = person["side"] }
    return person
  }
}

/// The words of a name in plain letters with hyphens between, without what is in brackets.
private func slug(_ name: String) -> String {
  let plain = name.split(separator: ")").last.map(String.init) ?? name
  return Folding.words(plain).map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
}

/// The papers of the articles' registry, then the articles themselves.
func documents(_ sources: SourceFiles, _ articles: Articles) throws(ConversionError) -> [Entry] {
  let papers = sources.registry("documents").map { sorted($0, articles) }
  return [].joined(with: papers) + (try articleEntries(sources, articles))
}

/// The articles as documents; one that prints no title is named for the session it reports.
private func articleEntries(
  _ sources: SourceFiles, _ articles: Articles
) throws(ConversionError) -> [Entry] {
  var entries: [Entry] = []
  for source in sources.registry("seeds") {
    var entry = Entry(source, articles, sort: "article")
    let number = entry.id
    entry["id"] = .text(try articles.id(ofFile: try source.text("file", of: number)))
    entry["file"] = source["file"]
    entry["short"] = .text("Bài \(number)")
    entry.rename("articleDate", to: "date")
    entry.rename("articleDateInferred", to: "dateInferred")
    let session = sources.records.first {
      $0["source"]["seed"] == source["file"] && $0["kind"].text == Kind.event.rawValue
    }
    entry["name"] = .text(
      source["title"].text ?? session?["title_vi"].text.map { "Bài báo: " + $0 })
    entries.append(entry)
  }
  return entries
}
