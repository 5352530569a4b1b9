internal import Model
internal import Store

/// The names of a register that a made-up record may use, all of them valid on ``today``.
struct SampleNames {
  /// The day the register is made up for: what is later has not happened.
  static let today = Day(ordinal: 20_779)  // 22 November 2026

  struct Province {
    let id: String
    let name: String
    /// The letters of its codes, unique even without case.
    let letters: String
  }

  /// The 34 provinces of today in the order of their codes.
  let provinces: [Province]
  /// Units of the ministry that lead the work.
  let ministryUnits: [String]
  let counterparts: RegistryTable
  let places: [RegistryEntry]
  let documents: [String]
  let dossiers: [String]
  private let units: RegistryTable
  private let bodies: [String: String]
  private let abroad: [String: [RegistryEntry]]

  init(_ tables: [RegistryKind: [Value]]) throws(ValueError) {
    var entries: [RegistryKind: [RegistryEntry]] = [:]
    for (kind, values) in tables {
      for value in values { entries[kind, default: []].append(try RegistryEntry(value)) }
    }
    let letters = Dictionary(
      (tables[.provinces] ?? []).map { ($0["id"].text ?? "", $0["lettersAscii"].text ?? "") },
      uniquingKeysWith: { first, _ in first })
    provinces = (entries[.provinces] ?? [])
      .filter { $0.isValid(on: SampleNames.today) && letters[$0.id]?.isEmpty == false }
      .map { Province(id: $0.id, name: $0.name, letters: letters[$0.id] ?? "") }
    ministryUnits = (entries[.units] ?? [])
      .filter { $0.sort == "ministry-unit" && $0.isValid(on: SampleNames.today) }.map(\.id)
    units = RegistryTable(entries[.units] ?? [])
    bodies = Dictionary(
      (tables[.units] ?? []).map { unit in
        ("\(unit["pattern"].text ?? "") \(unit["province"].text ?? "")", unit["id"].text ?? "")
      }, uniquingKeysWith: { first, _ in first })
    counterparts = RegistryTable(entries[.counterparts] ?? [])
    abroad = Dictionary(grouping: entries[.counterparts] ?? [], by: { $0.sort ?? "" })
    places = entries[.places] ?? []
    documents = (entries[.documents] ?? []).filter { $0.sort == "article" }.map(\.id)
    dossiers = (entries[.dossiers] ?? []).map(\.id)
  }

  /// Another counterpart of the same sort.
  func counterpart(like id: String, _ dice: inout Dice) -> RegistryEntry? {
    counterparts[id].flatMap { dice.one(of: abroad[$0.sort ?? ""] ?? []) }
  }

  /// The unit that stands for `id` in another province on a day: the body of the same kind
  /// there, the successor of one that has ended, else the same.
  func unit(like id: String, in province: Province, on day: Day) -> String {
    guard let unit = units[id] else { return id }
    if unit.side == .province {
      let kind = String(id.prefix(id.hasPrefix("so-nv-") ? 5 : 4))
      let body = kind == "so-nv" ? bodies["so-nv \(province.id)"] : nil
      return body ?? bodies["ubnd \(province.id)"] ?? id
    }
    var newest = unit
    while !newest.isValid(on: day), let successor = newest.successor.flatMap({ units[$0] }) {
      newest = successor
    }
    return newest.id
  }
}
