import App
import Foundation
import Model
import Store
import TestKit
import Testing
import Vietnamese

/// Story S1: the 46 items of the Quảng Ninh session go into an empty register by quick add, and are
/// triaged by keys. What is typed for each comes out of Data.
@Suite(.serialized, .timeLimit(.minutes(2))) struct SessionStoryTests {
  private static let today = "2023-03-27"
  private static let mostKeysPerItem = 12.0

  /// The keys an item has cost beyond its title's letters; what was done to several is shared.
  private struct Tally {
    var keys: [String: Double] = [:]

    mutating func add(_ count: Int, for codes: [String]) {
      for code in codes { keys[code, default: 0] += Double(count) / Double(codes.count) }
    }
  }

  private struct NotSeen: Error, CustomStringConvertible {
    let text: String
    let screen: String
    var description: String { "“\(text)” is not on the screen:\n\(screen)" }
  }

  private struct Desk {
    let terminal: CountingTerminal
    let items: [SessionItem]
    let registry: Registry
    var tally = Tally()

    /// Counts what is pressed in `body` for these items, without their titles' letters.
    mutating func doing(
      _ items: [SessionItem], titles: Int = 0, _ body: (inout Desk) throws -> Void
    ) rethrows {
      let before = terminal.presses
      try body(&self)
      tally.add(terminal.presses - before - titles, for: items.map(\.code))
    }

    /// Waits for words on the screen.
    func see(_ text: String) throws {
      guard try !terminal.shows(text) else { return }
      throw NotSeen(text: text, screen: try terminal.screen())
    }

    /// Waits until another record, or none, is shown.
    func seeNext(after code: String) throws {
      for _ in 0..<200 {
        if Queue.code(on: try terminal.screen()) != code { return }
        usleep(50_000)
      }
      throw NotSeen(text: "what comes after \(code)", screen: try terminal.screen())
    }
  }

  @Test func theSessionsItemsAreEnteredAndTriagedByKeys() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/so"
    #expect(try Run("init", path, "--from", RealRegister.path, "--name", "Sổ mới").code == 0)
    var desk = try Self.desk(path)
    try desk.see("0 / 0")
    try Self.enter(&desk)
    try Self.setStatuses(&desk)
    try Self.triage(&desk)
    #expect(try desk.terminal.quit())
    try Self.check(desk.items, in: path)
    Self.report(desk)
  }

  private static func desk(_ path: String) throws -> Desk {
    let store = try RegisterStore(RealRegister.path)
    let (register, _) = store.load()
    var items: [SessionItem] = []
    for (slot, chunk) in register.chunks.enumerated() {
      guard let chunk else { continue }
      for row in chunk.rows where chunk.session(row) == "qn-session-2023-03-24" {
        let record = try store.record(slot: slot, key: chunk.key(row))
        items.append(SessionItem(try FollowUp(record.fields)))
      }
    }
    items.sort { $0.code < $1.code }
    try #require(items.count == 46)
    return Desk(
      terminal: try CountingTerminal(path, today: today), items: items, registry: store.registry)
  }

  // MARK: - Entering

  /// A line an item; the first opens the session, which all others keep.
  private static func enter(_ desk: inout Desk) throws {
    var lines = SessionLines(desk.registry, today: Day(today) ?? Day(ordinal: 0))
    for (index, item) in desk.items.enumerated() {
      try desk.doing([item], titles: item.title.count) { desk in
        if index == 0 { try desk.terminal.type("a") }
        let fields = lines.fields(of: item)
        try desk.terminal.type(item.title + fields)
        try desk.terminal.press(.enter)
      }
      // Who types goes on; whoever looks up now and then sees that all is there.
      if index == 0 || index % 6 == 5 || index == desk.items.count - 1 {
        try desk.see("Đã thêm 1 mục: \(item.code)")
      }
    }
    try desk.doing(desk.items) { desk in try desk.terminal.press(.escape) }
    try desk.see("s trạng thái")
  }

  // MARK: - What the minutes already say of where they stand

  /// Marked by their words, and changed at once.
  private static func setStatuses(_ desk: inout Desk) throws {
    let agreed = desk.items.filter { $0.kind == .request }
    try desk.doing(agreed) { desk in
      try desk.terminal.type("Tkind:request")
      try desk.terminal.press(.enter)
      try desk.see("đánh dấu \(agreed.count)")
      try desk.terminal.type("s2")
      try desk.see("Đồng ý về nguyên tắc")
      try desk.terminal.type("Bộ trưởng")
      try desk.terminal.press(.enter)
      try desk.terminal.type("biên bản")
      try desk.terminal.press(.save)
      try change(agreed.count, desk)
    }
    let begun = desk.items.filter { $0.status == .inProgress }
    try desk.doing(begun) { desk in
      // By the words of their titles, or the ends of their codes.
      for words in ["yên tử", "04", "46"] {
        try desk.terminal.type("T" + words)
        try desk.terminal.press(.enter)
      }
      try desk.see("đánh dấu \(begun.count)")
      try desk.terminal.type("s4đang làm")
      try desk.terminal.press(.save)
      try change(begun.count, desk)
    }
  }

  /// From the preview of a change of several to the end of their marks.
  private static func change(_ count: Int, _ desk: Desk) throws {
    try desk.see("Sẽ sửa (\(count))")
    try desk.terminal.press(.enter)
    try desk.see("Đã sửa \(count) mục")
    try desk.terminal.type("U")
    try desk.see("Hộp tiếp nhận")
  }

  // MARK: - Triage

  /// Each record as the screen shows it: its lead by a digit, what is done or begun, and on.
  private static func triage(_ desk: inout Desk) throws {
    try desk.doing(desk.items) { desk in try desk.terminal.type("i") }
    try desk.see("TIẾP NHẬN")
    let items = Dictionary(uniqueKeysWithValues: desk.items.map { ($0.code, $0) })
    var left = Set(items.keys)
    while !left.isEmpty {
      let screen = try desk.terminal.screen()
      guard let code = Queue.code(on: screen), left.remove(code) != nil, let item = items[code]
      else { throw NotSeen(text: "the next record", screen: screen) }
      try desk.doing([item]) { desk in try Queue.take(item, screen, desk) }
      try desk.seeNext(after: code)
    }
    try desk.see("Hết hàng đợi: 46 mục")
    try desk.doing(desk.items) { desk in try desk.terminal.type("q") }
    try desk.see("s trạng thái")
  }

  /// What is done with the records of the queue one after the other.
  private enum Queue {
    static func code(on screen: String) -> String? {
      screen.split(separator: "\n").first { $0.hasPrefix("    QN23-") }
        .map { String($0.dropFirst(4).prefix(7)) }
    }

    /// What is done is said so; all else is given to its unit, which goes on by itself.
    static func take(_ item: SessionItem, _ screen: String, _ desk: Desk) throws {
      guard item.status.isOpen else {
        try desk.terminal.type("d")
        try desk.see("→ Hoàn thành")
        return try desk.terminal.press(.save)
      }
      let unit = desk.registry[.units][item.unit]
      let name = unit?.brief ?? item.unit
      let digit = (1...9).first { number in
        ["  ", "\n"].contains { screen.contains(" \(number) \(name)" + $0) }
      }
      if let digit { return try desk.terminal.type(String(digit)) }
      try desk.terminal.type("o" + (unit?.abbreviations.first ?? name))
      try desk.see("▌ \(unit?.name ?? name)")
      try desk.terminal.press(.enter, .save)
      try desk.see("Đã lưu \(item.code)")
      try desk.terminal.type("n")
    }
  }

  // MARK: - What came of it

  private static func check(_ items: [SessionItem], in path: String) throws {
    let found = try Run("list", "--json", "--today", today, data: path).followUps()
    let byCode = Dictionary(
      found.compactMap { record in (record["code"] as? String).map { ($0, record) } }
    ) { first, _ in first }
    #expect(byCode.count == 46)
    for item in items {
      let record = try #require(byCode[item.code])
      #expect(record["title"] as? String == item.title)
      #expect((record["lead"] as? [String: Any])?["unit"] as? String == item.unit)
      #expect(record["status"] as? String == item.status.rawValue, "\(item.code)")
      #expect(record["kind"] as? String == item.kind.rawValue, "\(item.code)")
      #expect(record["direction"] as? String == item.direction.rawValue, "\(item.code)")
      #expect(record["category"] as? String == item.category, "\(item.code)")
      #expect(record["tier"] as? String == item.tier.rawValue, "\(item.code)")
      // What is done is entered without the day it was due.
      let due = item.status.isOpen ? item.due?.day.iso : nil
      #expect(record["due"] as? String == due, "\(item.code)")
    }
  }

  private static func report(_ desk: Desk) {
    let keys = desk.tally.keys
    let total = keys.values.reduce(0, +)
    let mean = total / Double(desk.items.count)
    let worst = keys.values.max() ?? 0
    for item in desk.items {
      print("\(item.code)  \(tenths(keys[item.code] ?? 0))")
    }
    print("keystrokes per item beyond the title: mean \(tenths(mean)), worst \(tenths(worst))")
    #expect(mean <= mostKeysPerItem)
  }

  private static func tenths(_ number: Double) -> String { String(format: "%.1f", number) }
}
