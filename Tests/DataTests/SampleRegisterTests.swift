import DataConverter
import Model
import Testing

/// The made-up register is as valid as the real one.
struct SampleRegisterTests {
  private func sample(_ records: Int, seed: UInt64 = 1) throws -> SampleRegister {
    try SampleRegister(from: try Repository.register(), records: records, seed: seed)
  }

  @Test(arguments: [1, 100, 2_000, 100_000])
  func theFilesHoldAsManyRecordsAsAskedFor(count: Int) throws {
    let plans = try sample(count).plans
    #expect(plans.reduce(0) { $0 + $1.count } == count)
    #expect(Set(plans.map(\.path)).count == plans.count)
  }

  @Test func aHundredThousandRecordsFillTheProvincesOfTodayAndSixYears() throws {
    let plans = try sample(100_000).plans
    #expect(plans.count == 34 * 6)
    #expect(plans.allSatisfy { (100...800).contains($0.count) })
  }

  @Test func theSameSeedGivesTheSameBytesAndAnotherGivesOthers() throws {
    let (one, same, other) = (try sample(3_000), try sample(3_000), try sample(3_000, seed: 2))
    let plan = try #require(one.plans.first)
    #expect(one.file(plan) == same.file(plan))
    #expect(one.file(plan) != other.file(plan))
  }

  @Test func everyRecordIsProvenAndAFollowUpOfItsFile() throws {
    let sample = try sample(2_000)
    var keys: Set<String> = []
    for plan in sample.plans {
      let records = sample.records(plan)
      #expect(records.map(\.code) == records.map(\.code).sorted())
      for record in records {
        #expect(record.isProven)
        #expect((2...3).contains(record.changes.count))
        #expect(keys.insert(record.key).inserted)
        let followUp = try FollowUp(record.fields)
        #expect(plan.path.hasPrefix("follow-ups/\(followUp.province)/"))
      }
    }
    #expect(keys.count == 2_000)
  }

  @Test func linksStayInTheFileAndAreSeenFromBothEnds() throws {
    let sample = try sample(20_000)
    let plan = try #require(sample.plans.last)
    let followUps = try sample.records(plan).map { try FollowUp($0.fields) }
    let known = Dictionary(uniqueKeysWithValues: followUps.map { ($0.key, $0) })
    #expect(followUps.contains { !$0.links.isEmpty })
    for followUp in followUps {
      for link in followUp.links {
        let back = Link(link.relation.inverse, to: followUp.key)
        #expect(known[link.to]?.links.contains(back) == true)
      }
      #expect(known[followUp.session ?? ""] != nil)
    }
  }

  @Test func everyUnitOfAMadeUpRecordIsInTheRegistry() throws {
    let sample = try sample(2_000)
    let (units, abroad) = (try Repository.table(.units), try Repository.table(.counterparts))
    for plan in sample.plans {
      for record in sample.records(plan) {
        let followUp = try FollowUp(record.fields)
        #expect(units[followUp.lead?.unit ?? ""] != nil)
        #expect(followUp.coordinating.allSatisfy { units[$0.id] != nil })
        #expect(followUp.counterparts.allSatisfy { abroad[$0.counterpart] != nil })
      }
    }
  }

  @Test func theOtherFilesAreTheRealOnes() throws {
    let files = try sample(1).otherFiles
    for path in try Repository.paths(under: "Data")
    where !path.hasPrefix("follow-ups/") && path != "register.json" {
      #expect(try files[path] == Repository.bytes("Data/\(path)"), "\(path)")
    }
    let register = try Repository.value(try #require(files["register.json"]))
    #expect(register["provinces"].elements.count == 34)
  }
}
