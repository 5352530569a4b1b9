import App
import Foundation
import Model
import Store
import Terminal
import TestKit
import Testing

/// Many thousand keys on a register that is really written to: typed at random and by script, with
/// resizes, pastes, a mouse, and others' changes in between.
///
/// A few thousand steps here; `DONDOC_SOAK` gives another number. From twenty thousand on the memory
/// must stay flat: the tests must then run by themselves, for they share a process.
@Suite(.serialized, .timeLimit(.minutes(60))) struct SoakTests {
  private static let steps =
    ProcessInfo.processInfo.environment["DONDOC_SOAK"].flatMap { Int($0) } ?? 3000
  /// Per cent.
  private static let roomToGrow = 3.0

  /// `DONDOC_SOAK_SEED` names one, so that several can go on at once.
  private static let seeds: [UInt64] =
    ProcessInfo.processInfo.environment["DONDOC_SOAK_SEED"].flatMap { UInt64($0) }.map { [$0] }
    ?? [1, 2]

  @Test(arguments: Self.seeds)
  func nothingGivesWay(seed: UInt64) async throws {
    let register = try SampleRegister()
    var soak = try Soak(register, seed: seed)
    let before = try register.snapshot().keys
    let longRun = LongRun()
    let memory = try await withTaskCancellationHandler {
      try soak.run(Self.steps, longRun)
    } onCancel: {
      longRun.giveUp()
    }
    print("soak \(seed): \(Self.steps) steps, \(soak.changes) changes, \(memory)")
    if Self.steps >= 20_000 {
      #expect(try #require(memory.growth) < Self.roomToGrow)
      #expect(memory.newThreads < 8)
    }
    _ = try soak.driver.store.foldJournal()
    let check = try RegisterCheck.run(register.path)
    #expect(check.problems.isEmpty)
    let after = Set(try register.snapshot().keys).subtracting(before)
    let isExpected = after.allSatisfy { name in
      (name.hasPrefix("follow-ups/") || name == "views.json") && !name.hasSuffix(".tmp")
    }
    #expect(isExpected, "\(after)")
  }

  /// Beginning does not count, nor a single peak; going on growing does.
  @Test(arguments: [
    (resident: Array(repeating: 1000, count: 100), isGrowing: false),
    (Array(1...10) + Array(repeating: 1000, count: 90), false),
    (Array(repeating: 1000, count: 97) + [9000, 9000, 9000], false),
    (Array(repeating: 1000, count: 60) + Array(repeating: 1050, count: 40), true),
    ((0..<100).map { 1000 + $0 }, true),
  ])
  func memoryThatGrowsIsTold(resident: [Int], isGrowing: Bool) throws {
    let growth = try #require(MemoryRecord(resident: resident).growth)
    #expect((growth >= Self.roomToGrow) == isGrowing, "\(growth)")
  }
}

/// An app that is driven at random.
private struct Soak {
  private(set) var driver: AppDriver
  private(set) var changes = 0
  private let register: SampleRegister
  private var random: SplitMix
  private var minutes: Int64 = 0

  init(_ register: SampleRegister, seed: UInt64) throws {
    self.register = register
    driver = try AppDriver(register.path, size: Size(rows: 24, columns: 80))
    driver.isWriting = true
    random = SplitMix(state: seed)
  }

  private static let names = [
    "enter", "esc", "tab", "shift-tab", "backspace", "del", "up", "down", "left", "right",
    "home", "end", "pgup", "pgdn", "space", "ctrl-z", "ctrl-s", "ctrl-t", "ctrl-u",
    "ctrl-w", "ctrl-y", "ctrl-l", "ctrl-r", "ctrl-a", "ctrl-k", "f1",
  ]
  private static let characters = Array(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 /:;?+-=.,<>[]{}()*!@#đươấ😀")

  private static let scripts = [
    "s 4", "g g", "G", "j j j", "k", "/", "esc esc esc", "a", "i", "e", "m", "u", "U",
    "space j space", "v", "n", "d", "?", ":", "1", "2", "3", "tab", "z", "esc",
  ]

  private static let texts = [
    "đã gửi công văn", "Công bố cửa khẩu tinh:qn han:15/4 chutri:ubbg nguon:bai-000",
    "han:+7 chutri:ubbg", "15/3", "khong co", "(", "\u{1B}[31mđỏ\u{202E}", "a\nb\nc\td",
  ]

  /// Gives what the process held meanwhile.
  mutating func run(_ steps: Int, _ longRun: LongRun) throws -> MemoryRecord {
    var memory = MemoryRecord()
    for step in 0..<steps {
      try longRun.check()
      try advance()
      if driver.state.layers.count > 8 {
        Issue.record("\(driver.state.layers.count) layers at step \(step)")
        return memory
      }
      if step % 60 == 59 { beginLineAnew() }
      if step % 40 == 0 { check() }
      if step % 200 == 199 { _ = try driver.store.foldJournal() }
      if step % max(1, steps / 400) == 0 { memory.note() }
    }
    return memory
  }

  /// Each key in a line reads all of it, and nobody types for pages in one. What is cut twice is put
  /// in again by `ctrl-y`, so that lines would double: a letter is cut after all the rest.
  private mutating func beginLineAnew() {
    driver.press("end ctrl-u")
    driver.type("x")
    driver.press("ctrl-u")
  }

  private mutating func advance() throws {
    switch random.next(below: 100) {
    case 0..<40: driver.press(random.pick(Self.names))
    case 40..<68: driver.type(String(random.pick(Self.characters)))
    case 68..<84: driver.press(random.pick(Self.scripts))
    case 84..<90: driver.type(random.pick(Self.texts))
    case 90..<93: driver.send(.paste(random.pick(Self.texts)))
    case 93..<96:
      driver.send(
        .resized(Size(rows: 1 + random.next(below: 60), columns: 1 + random.next(below: 200))))
    case 96..<98: try reload()
    default:
      minutes += 1
      let codes = ["QN23-02", "NA23-01"]
      try note("của đồng nghiệp \(minutes)", on: random.pick(codes))
    }
    let written = driver.effects.count
    changes += written
    driver.forgetEffects()
  }

  private mutating func reload() throws {
    let news = try driver.store.refresh().map { ChunkNews(slot: $0.slot, chunk: $0.chunk) }
    if !news.isEmpty { driver.send(.shelved(news, [])) }
  }

  /// Somebody else writes, with a store of their own.
  private mutating func note(_ text: String, on code: String) throws {
    guard minutes % 5 == 0 else { return }
    let other = try RegisterStore(register.path)
    let (loaded, _) = other.load()
    guard let place = loaded.place(ofCode: code), let (chunk, row) = loaded.row(at: place)
    else { return }
    do throws(StoreError) {
      _ = try other.perform(
        .note(text, on: Day(ordinal: 19_632)),
        on: [RecordAddress(slot: Int(place.slot), key: chunk.key(row))],
        as: Signature(
          author: "Minh", now: Moment(milliseconds: 1_696_204_800_000 + minutes * 60_000)))
    } catch .refused {
      // A key has put it into the bin meanwhile.
    }
    try reload()
  }

  /// The picture has the size of the screen, whatever was done to the app.
  private func check() {
    let canvas = driver.canvas
    #expect(canvas.size == driver.state.size)
  }
}

/// The same sequence for the same seed.
private struct SplitMix {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[next(below: list.count)] }
}
