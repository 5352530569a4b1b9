import DataConverter
import Foundation
import Model
import Store
import Testing

/// What closing a programme's year writes is as its schema says.
@Suite struct ReviewSchemaTests {
  @Test func aClosedYearIsAsItsSchemaSaysAndTheNextOneToCloseItIsTold() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "dondoc-review-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(
      atPath: Repository.root.appending(path: "Data").path, toPath: folder)
    let (one, other) = (try RegisterStore(folder), try RegisterStore(folder))
    _ = one.load()
    _ = other.load()
    let programme = try #require(one.registry.programme("ct-bng-na-2023-2025"))
    let today = try #require(Day("2023-12-29"))
    let now = Moment(startOf: today)
    let (saved, sheet) = try one.closeReview(
      programme, year: 2023, today: today, as: Signature(author: "Lan", now: now))
    #expect(sheet.closed?.by == "Lan")
    let carried = saved.records.count
    #expect(throws: StoreError.self) {
      try other.closeReview(
        programme, year: 2023, today: today, as: Signature(author: "Minh", now: now))
    }
    let after = try other.review(programme, year: 2023, today: today)
    #expect(after.closed?.by == "Lan")
    _ = try other.refresh()
    let again = other.load().register
    #expect(again.chunks.compactMap { $0 }.flatMap(\.rows).count > carried)

    var schemas: [String: Value] = [:]
    for path in try Repository.paths(under: "docs/schema") {
      schemas[path] = try Repository.value("docs/schema/\(path)")
    }
    let validator = SchemaValidator(schemas: schemas)
    let bytes = try Data(
      contentsOf: URL(filePath: folder + "/reviews/ct-bng-na-2023-2025-2023.json"))
    let value = try Repository.value([UInt8](bytes))
    let file = "review.schema.json"
    #expect(
      validator.faults(of: value, as: validator.schemas[file] ?? ["no schema": true], in: file)
        == [])
  }
}
