internal import Model

/// The ministry's units, the missions abroad, the other ministries, the central bodies and the
/// bodies of the provinces.
func units(_ sources: SourceFiles, _ articles: Articles) -> [Entry] {
  let letters = provinceLetters(sources)
  let all =
    ministryUnits(sources, articles) + missions(sources, articles)
    + sorted(sources.reference("agencies", "ministries"), "ministry", articles)
    + sorted(sources.reference("agencies", "central_bodies"), "central", articles)
    + sorted(sources.reference("agencies", "provincial_bodies"), "provincial", articles)
  let own = [
    ("ministry_units", "collective"), ("missions_abroad", "collective"),
    ("provincial_bodies", "provincial"), ("central_bodies", "central"),
  ].flatMap { list, sort in sorted(sources.registry(list), sort, articles) }
  return all.joined(with: own).map { unit in
    var unit = unit
    unit["short"] = .text(ShortName.of(unit, provinceLetters: letters))
    return unit
  }
}

private func sorted(_ list: [Value], _ sort: String, _ articles: Articles) -> [Entry] {
  list.map { Entry($0, articles, sort: sort) }
}

/// A unit that stands for many, such as "the ministry's units", is of its own sort.
private func ministryUnits(_ sources: SourceFiles, _ articles: Articles) -> [Entry] {
  sources.reference("agencies", "mofa_units").map { source in
    let isCollective = source["level"].text == "collective"
    return Entry(source, articles, sort: isCollective ? "collective" : "ministry-unit")
  }
}

/// The missions and the collectives of missions that are not among the ministry's units.
private func missions(_ sources: SourceFiles, _ articles: Articles) -> [Entry] {
  let units = Set(sources.reference("agencies", "mofa_units").map { $0["id"] })
  let collectives = sources.reference("missions", "collective").filter {
    !units.contains($0["id"])
  }
  return sorted(sources.reference("missions", "missions"), "mission", articles)
    + sorted(collectives, "collective", articles)
}

private func provinceLetters(_ sources: SourceFiles) -> [String: String] {
  var letters: [String: String] = [:]
  for province in sources.reference("provinces", "units") {
    letters[province["id"].text ?? ""] = province["letters_ascii"].text
  }
  return letters
}
