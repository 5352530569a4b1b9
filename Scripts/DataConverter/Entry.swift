internal import Model

/// One entry of a registry table in the making: the keys every table has come first, in one
/// order; those of its own follow as the sources have them.
struct Entry {
  private static let order = [
    "id", "name", "nameEn", "short", "abbreviations", "aliases", "sort", "parent", "province",
    "country", "validFrom", "validTo", "successor", "verified", "source",
  ]

  private var members: [Value.Member] = []

  init() {}

  /// The entry a source describes, its keys renamed as the register has them.
  init(_ source: Value, _ articles: Articles, sort: String? = nil) {
    guard case .object(let members) = SourceKeys.renamed(source, articles) else { return }
    for member in members { self[member.key] = member.value }
    if let sort { self["sort"] = .text(sort) }
  }

  var id: String { self["id"].text ?? "" }
  var name: String { self["name"].text ?? "" }

  /// Null where there is none; what is empty is not kept.
  subscript(key: String) -> Value {
    get { members.first { $0.key == key }?.value ?? .null }
    set {
      let place = members.firstIndex { $0.key == key }
      if let place { members.remove(at: place) }
      guard !newValue.isEmpty else { return }
      members.insert(Value.Member(key, newValue), at: place ?? members.count)
    }
  }

  /// The texts of a list of the entry.
  func texts(_ key: String) -> [String] { self[key].elements.compactMap(\.text) }

  mutating func rename(_ key: String, to newKey: String) {
    let value = self[key]
    self[key] = .null
    self[newKey] = value
  }

  /// Adds a form the thing is also known by, unless the entry has it already.
  mutating func addAlias(_ alias: String) {
    let forms = [name, self["nameEn"].text ?? ""] + texts("abbreviations") + texts("aliases")
    guard !forms.contains(alias) else { return }
    self["aliases"] = .list((texts("aliases") + [alias]).map { .text($0) })
  }

  /// Every form the entry is known by.
  var forms: [String] { [name] + texts("aliases") + texts("abbreviations") }

  var value: Value {
    func place(_ member: Value.Member) -> Int { Entry.order.firstIndex(of: member.key) ?? .max }
    let common = members.filter { place($0) != .max }.sorted { place($0) < place($1) }
    return .object(common + members.filter { place($0) == .max })
  }
}
