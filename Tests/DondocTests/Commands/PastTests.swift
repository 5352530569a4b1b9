import Foundation
import Model
import Store
import TestKit
import Testing

/// `--as-of`: what the register said on a past day, and goes on saying.
@Suite(.timeLimit(.minutes(3))) struct PastCommandTests {
  @Test func aPastDayIsPrintedAlikeByteForByteAfterAThousandLaterEdits() throws {
    let folder = try RealRegister.copy()
    var edits = try RandomEdits(folder.path, from: "2023-06-01", seed: 7)
    try edits.make(60)
    let commands = [
      ["list"], ["list", "--json"], ["list", "--lang", "en"], ["list", "quá-hạn", "--sort", "due"],
      ["show", "QN23-09", "QN22-23", "NA23-05"], ["show", "--json", "QN23-09", "NA23-01"],
    ].map { $0 + ["--as-of", "2023-10-02"] }
    let before = try commands.map { try Run(list: $0, data: folder.path) }
    let present = try Run("list", "--json", "--today", "2023-10-02", data: folder.path).output
    var later = try RandomEdits(folder.path, from: "2023-10-03", seed: 11)
    try later.make(1000)
    for (command, old) in zip(commands, before) {
      let new = try Run(list: command, data: folder.path)
      #expect(old.code == 0 && new.code == 0 && !old.output.isEmpty)
      #expect(new.output == old.output, "\(command)")
    }
    #expect(
      try Run("list", "--json", "--today", "2023-10-02", data: folder.path).output != present)
  }

  @Test func theDayInForceIsThatDayUnlessAnotherIsNamed() throws {
    let path = RealRegister.path
    let past = try Run("list", "--json", "--as-of", "2023-04-01", data: path).json()
    #expect(past["today"] as? String == "2023-04-01")
    #expect(past["asOf"] as? String == "2023-04-01")
    let both = try Run("--as-of", "1/4/2023", "list", "--json", "--today=2023-05-01", data: path)
    #expect(try both.json()["today"] as? String == "2023-05-01")
    #expect(try both.json()["count"] as? Int == past["count"] as? Int)
  }

  @Test func recordsOfLaterAreNotFound() throws {
    let run = try Run("show", "QG23-12", "--as-of", "2023-04-01", data: RealRegister.path)
    #expect(run.code == 1)
    #expect(run.output.isEmpty)
    #expect(try Run("show", "QG23-12", data: RealRegister.path).code == 0)
  }

  @Test func theDayEndsOnTheOfficesClock() throws {
    // 2023-10-01T18:00Z is 01:00 of 2/10 in Hà Nội.
    let register = try SampleRegister()
    let store = try RegisterStore(register.path)
    let (loaded, _) = store.load()
    let place = try #require(loaded.place(ofCode: "QN23-02"))
    let (chunk, row) = try #require(loaded.row(at: place))
    let address = RecordAddress(slot: Int(place.slot), key: chunk.key(row))
    let now = try #require(Moment("2023-10-01T18:00:00.000Z"))
    _ = try store.perform(
      .note("đêm", on: now.day), on: [address], as: Signature(author: "Lan", now: now))
    for (zone, day, isThere) in [
      ("Asia/Ho_Chi_Minh", "2023-10-01", false), ("Asia/Ho_Chi_Minh", "2023-10-02", true),
      ("UTC", "2023-10-01", true),
    ] {
      let run = try Run(
        "show", "QN23-02", "--as-of", day, data: register.path, environment: ["TZ": zone])
      #expect(run.output.contains("đêm") == isThere, "\(zone) \(day)")
    }
  }

  @Test(arguments: [
    ["note", "QN23-02", "x"], ["set", "QN23-02", "han=1/1/2024"], ["undo"], ["check"],
    ["add", "x"], ["stub", "QN23-02", "--degree", "mat", "--entry", "1"],
  ])
  func nothingIsWrittenInThePast(command: [String]) throws {
    let register = try SampleRegister()
    let before = try register.snapshot()
    let run = try Run(list: command + ["--as-of", "2023-10-02"], data: register.path)
    #expect(run.code == 2)
    #expect(run.complaint.contains("Sổ ngày 02/10/2023 chỉ để xem"))
    #expect(try register.snapshot() == before)
  }
}

/// Edits of every kind on random records, an hour apart.
private struct RandomEdits {
  private let store: RegisterStore
  private let addresses: [RecordAddress]
  private var now: Moment
  private var state: UInt64

  init(_ path: String, from day: String, seed: UInt64) throws {
    store = try RegisterStore(path)
    let (register, _) = store.load()
    addresses = register.chunks.enumerated().flatMap { slot, chunk in
      (chunk?.rows ?? []).compactMap { row in
        chunk.map { RecordAddress(slot: slot, key: $0.key(row)) }
      }
    }
    now = Moment(startOf: try #require(Day(day)))
    state = seed
  }

  private mutating func dice(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }

  mutating func make(_ count: Int) throws {
    var done = 0
    while done < count {
      now = Moment(milliseconds: now.milliseconds + 120_000)
      let signature = Signature(author: "Lan", now: now)
      do throws(StoreError) {
        try one(signature)
        done += 1
      } catch {
        // What the rules refuse is no edit.
        guard case .problem(let problem) = error else { continue }
        throw problem
      }
      if done % 100 == 0 { _ = try store.foldJournal() }
    }
    _ = try store.foldJournal()
  }

  private mutating func one(_ signature: Signature) throws(StoreError) {
    let (address, number) = (addresses[dice(addresses.count)], dice(1000))
    let day = signature.now.day
    let edits: [FieldEdit] = [
      .set(.title, .text("Nội dung \(number)")), .set(.titleEn, .text("Title \(number)")),
      .set(.officer, .text("Cán bộ \(number)")), .join(.tags, ["t\(number % 9)"]),
      .leave(.tags, ["t\(number % 9)"]), .set(.priority, .number(1 + number % 4)),
      .join(.topics, ["chủ đề \(number % 5)"]),
    ]
    switch dice(12) {
    case 0: _ = try store.perform(.note("ghi \(number)", on: day), on: [address], as: signature)
    case 1: _ = try store.undo(as: signature)
    case 2: _ = try store.redo(as: signature)
    case 3:
      _ = try store.perform(
        .lead(unit: "ubbgqg", isProposed: number % 2 == 0, on: day), on: [address], as: signature)
    case 4:
      var draft = RecordDraft(year: 2023)
      draft.title = "Mục mới \(number)"
      draft.province = "quang-ninh"
      draft.category = "bien-gioi"
      draft.sources = ["công văn \(number)"]
      _ = try store.create([draft], as: signature)
    default:
      let edit = RecordEdit([edits[dice(edits.count)]], on: day)
      _ = try store.perform(.edit(edit), on: [address], as: signature)
    }
  }
}
