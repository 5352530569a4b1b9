import DataConverter
import Model
import Testing

/// `Data/` is what the converter makes of the sources, and holds together.
struct ConversionTests {
  @Test func theDataAreWhatTheConverterMakesOfTheSources() throws {
    let made = try convert(try Repository.sources())
    let stale = try Set(made.keys).union(Repository.paths(under: "Data")).filter {
      (try? Repository.bytes("Data/\($0)")) != made[$0]
    }
    #expect(
      stale.isEmpty, "run: swift run devtool convert-data Scripts/source Data (\(stale.sorted()))")
  }

  @Test func everyRecordIsThere() throws {
    let records = try Repository.records()
    #expect(records.count == 185)
    #expect(Set(records.map(\.code)).count == 185)
    #expect(Set(records.map(\.key)).count == 185)
  }

  @Test func theFieldsOfEveryRecordAreTheFoldOfItsChanges() throws {
    for record in try Repository.records() {
      #expect(record.isProven, "\(record.code)")
      #expect(record.changes.count == 1)
    }
  }

  @Test func everyRecordIsAFollowUpWithWhatNoneMayLack() throws {
    for record in try Repository.records() {
      let followUp = try FollowUp(record.fields)
      #expect(followUp.code == record.code)
      for field in Field.mandatory { #expect(!record.fields[field].isEmpty, "\(record.code)") }
    }
  }

  @Test func theFieldsStandInCanonicalOrder() throws {
    let order = Field.allCases.map(\.rawValue)
    for (path, file) in try Repository.register() where path.hasPrefix("follow-ups/") {
      for record in file.elements {
        guard case .object(let members) = record else { continue }
        let keys = members.map(\.key)
        #expect(keys == order.filter(keys.contains) + ["changes"])
      }
    }
  }

  @Test func everyFileHoldsItsProvinceAndYearInOrderOfCode() throws {
    for (path, file) in try Repository.register() where path.hasPrefix("follow-ups/") {
      let codes = file.elements.compactMap { $0["code"].text }
      #expect(codes == codes.sorted())
      for record in file.elements {
        let year = (record["code"].text ?? "").prefix { $0 != "-" }.suffix(2)
        #expect(path == "follow-ups/\(record["province"].text ?? "")/20\(year).json")
      }
    }
  }

  @Test func everyLinkIsSeenFromBothEnds() throws {
    let followUps = try Repository.records().map { try FollowUp($0.fields) }
    let known = Dictionary(uniqueKeysWithValues: followUps.map { ($0.key, $0) })
    for followUp in followUps {
      for link in followUp.links {
        let back = Link(link.relation.inverse, to: followUp.key)
        #expect(known[link.to]?.links.contains(back) == true, "\(followUp.code) → \(link.to)")
      }
      for key in followUp.appliesTo + [followUp.session].compactMap({ $0 }) {
        #expect(known[key] != nil, "\(followUp.code) → \(key)")
      }
    }
    #expect(followUps.reduce(0) { $0 + $1.links.count } == 96)
  }

  @Test func everyNameOfEveryRecordIsInItsTable() throws {
    let programmes = try Repository.paths(under: "Data/programmes")
    let tables = Dictionary(
      uniqueKeysWithValues: try RegistryKind.allCases.map { ($0, try Repository.table($0)) })
    for record in try Repository.records() {
      let followUp = try FollowUp(record.fields)
      for (kind, ids) in names(of: followUp) {
        for id in ids { #expect(tables[kind]?[id] != nil, "\(followUp.code): \(id) of \(kind)") }
      }
      if let id = followUp.programme { #expect(programmes.contains("\(id).json")) }
    }
  }

  private func names(of followUp: FollowUp) -> [RegistryKind: [String]] {
    [
      .provinces: [followUp.province] + followUp.alsoProvinces.map(\.id),
      .units: [followUp.lead?.unit].compactMap { $0 } + followUp.coordinating.map(\.id),
      .counterparts: followUp.counterparts.map(\.counterpart),
      .places: followUp.places.map(\.id), .categories: [followUp.category],
      .documents: followUp.documents + followUp.sources.map(\.document),
      .dossiers: followUp.dossiers,
    ]
  }

  @Test func theOwnRecordOfASessionIsItsSession() throws {
    let sessions = ["QN23-01", "QG23-01", "NA23-01"]
    for record in try Repository.records() {
      let isOwn = record.fields[.session] == record.fields[.key]
      #expect(isOwn == sessions.contains(record.code))
      let hasSession = ["QN23", "QG23", "NA23"].contains { record.code.hasPrefix($0) }
      #expect(record.fields[.session].isEmpty != hasSession)
    }
  }

  @Test(arguments: [
    ("QN22-02", "2020-02-29", DatePrecision.month), ("NA23-16", "2025-12-31", .period),
    ("QN23-24", "2023-12-31", .year), ("QN23-03", "2023-02-11", .day),
  ])
  func aDeadlineIsTheLastDayMeant(code: String, day: String, precision: DatePrecision) throws {
    let record = try #require(try Repository.records().first { $0.code == code })
    let due = try #require(try FollowUp(record.fields).due)
    #expect(due.date.day.iso == day)
    #expect(due.date.precision == precision)
    #expect(due.origin == .paper)
  }
}
