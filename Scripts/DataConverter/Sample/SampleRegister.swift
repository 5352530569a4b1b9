package import Model
internal import Store

/// A larger register made up from the real one, for measuring: the same names, programmes and
/// holidays, and any number of follow-ups over the provinces of today and the years 2021 to 2026.
///
/// The same seed and number give the same bytes. A file is made when it is asked for, so that no
/// more than one is held.
package struct SampleRegister {
  private static let years = Array(2021...2026)
  /// How full a year is beside the others.
  private static let fullness = [5, 6, 8, 10, 12, 14]

  private let names: SampleNames
  private let templates: [SampleTemplate]
  private let seed: UInt64
  private let real: [String: Value]

  /// What a follow-up file will hold.
  package struct Plan: Sendable {
    package let path: String
    package let count: Int
    let province: Int
    let year: Int
  }

  package let plans: [Plan]

  /// Plans a register from `real`, the values of all files of the real one by their path.
  ///
  /// - Throws: A ``ValueError`` where an entry of its registry is not what it should be.
  package init(from real: [String: Value], records: Int, seed: UInt64) throws(ValueError) {
    self.seed = seed
    self.real = real
    var tables: [RegistryKind: [Value]] = [:]
    for kind in RegistryKind.allCases {
      tables[kind] = real["registry/\(kind.rawValue).json"]?.elements
    }
    let names = try SampleNames(tables)
    let provinces = try SampleRegister.table(tables[.provinces] ?? [])
    templates = real.filter { $0.key.hasPrefix("follow-ups/") }.sorted { $0.key < $1.key }
      .flatMap(\.value.elements).map { record in
        guard case .object(let members) = record else { return Fields() }
        return Fields(members.filter { $0.key != "changes" })
      }
      .map { SampleTemplate($0, names, provinces: provinces) }
    self.names = names
    plans = SampleRegister.plans(names.provinces, records: records)
  }

  private static func table(_ values: [Value]) throws(ValueError) -> RegistryTable {
    var entries: [RegistryEntry] = []
    for value in values { entries.append(try RegistryEntry(value)) }
    return RegistryTable(entries)
  }

  /// Every file's share of the records; together they are exactly as many as asked for.
  private static func plans(_ provinces: [SampleNames.Province], records: Int) -> [Plan] {
    let whole = provinces.count * fullness.reduce(0, +)
    var plans: [Plan] = []
    var sum = 0
    for place in provinces.indices {
      for (year, share) in zip(years, fullness) {
        let count = records * (sum + share) / whole - records * sum / whole
        sum += share
        let path = "follow-ups/\(provinces[place].id)/\(year).json"
        if count > 0 { plans.append(Plan(path: path, count: count, province: place, year: year)) }
      }
    }
    return plans
  }

  /// The register's files but the follow-ups: the real ones, for the provinces of today.
  package var otherFiles: [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for (path, value) in real where !path.hasPrefix("follow-ups/") {
      switch value {
      case .list(let entries): files[path] = CanonicalWriter.file(records: entries)
      case .null, .bool, .number, .text, .object: files[path] = CanonicalWriter.object(value)
      }
    }
    if case .object(let members) = real["register.json"] ?? .null {
      let provinces = Value.list(names.provinces.map { .text($0.id) })
      files["register.json"] = CanonicalWriter.object(
        .object(members.map { $0.key == "provinces" ? Value.Member($0.key, provinces) : $0 }))
    }
    return files
  }

  /// The content of a follow-up file.
  package func file(_ plan: Plan) -> [UInt8] {
    CanonicalWriter.file(records: records(plan).map(\.fileValue))
  }

  /// The records of a follow-up file in the order of their codes.
  package func records(_ plan: Plan) -> [Record] {
    let mixed = UInt64(plan.province * 10_000 + plan.year) &* 0xD6E8_FEB8_6659_FD93
    var dice = Dice(seed: seed ^ mixed)
    let links = links(plan, &dice)
    let sessions = templates.filter(\.isSession)
    var session = (key: "", day: Day(ordinal: 0))
    return (0..<plan.count).compactMap { place in
      let code = code(plan, place)
      let key = code.lowercased()
      let isSession = place % SampleRegister.recordsPerSession == 0
      if isSession { session = (key, dayOfSession(plan, place)) }
      guard let template = dice.one(of: isSession ? sessions : templates) else { return nil }
      var record = SampleRecord(
        template, names, names.provinces[plan.province], key: key, code: code,
        raisedOn: session.day, session: session.key, dice: dice)
      record.add(links: links[place])
      let made = record.record()
      dice = record.dice
      return made
    }
  }
}

extension SampleRegister {
  fileprivate static let recordsPerSession = 50

  /// Letters, year and running number, with as many digits as the largest number has.
  fileprivate func code(_ plan: Plan, _ place: Int) -> String {
    let number = String(place + 1)
    let zeros = max(3, String(plan.count).count) - number.count
    return "\(names.provinces[plan.province].letters)\(plan.year % 100)-"
      + String(repeating: "0", count: zeros) + number
  }

  /// The sessions of a year follow each other in equal steps, none later than today.
  fileprivate func dayOfSession(_ plan: Plan, _ place: Int) -> Day {
    let first = Day(year: plan.year, month: 1, day: 10) ?? SampleNames.today
    let last = min(first.lastOfYear, SampleNames.today)
    let steps = (plan.count - 1) / SampleRegister.recordsPerSession + 1
    let step = (last.ordinal - first.ordinal) / steps
    return Day(ordinal: first.ordinal + step * (place / SampleRegister.recordsPerSession))
  }

  /// For a fifth of the records a link to one of the ten before it, which links back.
  fileprivate func links(_ plan: Plan, _ dice: inout Dice) -> [[Link]] {
    let keys = (0..<plan.count).map { code(plan, $0).lowercased() }
    let relations: [Relation] = [.answers, .answers, .sameKind, .dependsOn, .partOf, .relates]
    var links = Array(repeating: [Link](), count: plan.count)
    for place in links.indices.dropFirst() where dice.percent(20) {
      let other = place - dice.within(1...min(place, 10))
      let relation = dice.one(of: relations) ?? .relates
      links[place].append(Link(relation, to: keys[other]))
      links[other].append(Link(relation.inverse, to: keys[place]))
    }
    return links
  }
}
