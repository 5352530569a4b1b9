import Model
import Testing
import Vietnamese

/// What is made ready for quick add and for letters, against the rules as they read.
@Suite struct PreparedTests {
  private static let codes = [
    "QN23-01", "QN23-02", "NA23-01", "qn23-03", "Đ23-1", "QÑ-1", "Q\u{301}N-2", "23-1", "",
    "L-0001",
  ]

  private static func chunk(_ dice: inout Dice, _ slot: Int) -> Chunk {
    let made = dice.chunk(slot, rows: dice.below(30))
    var text = made.text[0..<made.text.count]
    let rows = made.rows.map { row in
      var row = row
      let code = codes[dice.below(codes.count)]
      row.code = Row.Span32(begin: UInt32(text.count), end: UInt32(text.count + code.utf8.count))
      text += Array(code.utf8)
      if dice.below(6) == 0 { row.province = .stray(dice.below(4)) }
      if dice.below(9) == 0 { row.province = .none }
      return row
    }
    let cut = dice.below(rows.count + 1)
    let binned = rows[cut...].map { row in
      var row = row
      row.flags.insert(.binned)
      return row
    }
    return Chunk(
      path: "\(slot)", rows: Array(rows[..<cut]), binned: binned, text: text, ids: made.ids,
      sessions: made.sessions, strays: made.strays)
  }

  private static func register(_ dice: inout Dice) -> Register {
    var register = Register(
      profile: RegisterProfile(name: ""), registry: QueryRegistry.sample, slots: 0)
    for slot in 0..<1 + dice.below(5) { register.place(chunk(&dice, slot), in: slot) }
    return register
  }

  @Test(arguments: 0..<30)
  func lettersInUseAreCountedFromBytesAsFromCharacters(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let register = Self.register(&dice)
    var counts: [String: [String: Int]] = [:]
    for case let chunk? in register.chunks {
      for row in chunk.allRows {
        guard let province = register.id(row.province, in: .provinces, chunk: chunk),
          let letters = RecordCodes.letters(of: chunk.code(row))
        else { continue }
        counts[province, default: [:]][letters, default: 0] += 1
      }
    }
    let commonest = counts.compactMapValues { counts in
      counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
    #expect(register.lettersInUse == commonest)
  }

  @Test(arguments: 0..<30)
  func anEventIsFoundByItsCodeTheLastOfSeveral(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let register = Self.register(&dice)
    var events: [String: EventFinding] = [:]
    for case let chunk? in register.chunks {
      for row in chunk.allRows where row.kind == .event {
        events[chunk.code(row).uppercased()] = row.asEvent(key: chunk.key(row))
      }
    }
    let known = EventCodes(register.chunks.compactMap { $0 }.map(EventCodes.OfFile.init))
    for code in Self.codes + ["Q\u{301}N-2".precomposed, "QN23", "QN23-011", "na23-01"] {
      #expect(known.finding(ofCode: code) == events[code.uppercased()] ?? .unknown)
    }
  }

  @Test func lettersBeginAsTheWholeOnesDo() {
    var seen = 0
    for seed in 0..<40 {
      var dice = Dice(seed: UInt64(seed))
      let register = dice.register(slots: 5)
      let context = QueryContext(
        today: Day(ordinal: 20_000 + dice.below(900)), limits: DueSoonLimits())
      let places = register.chunks.enumerated().flatMap { slot, chunk in
        (chunk?.rows.indices ?? 0..<0).map { RowPlace(slot: slot, index: $0) }
      }
      let whole = LetterRound(places, in: register, context: context).letters
      for most in [0, 1, 3, 10, 1000] {
        let first = LetterRound.beginnings(places, in: register, context: context, items: most)
        #expect(first.map { $0.to } == whole.map { $0.to })
        #expect(first.map { $0.count } == whole.map { $0.items.count })
        for (first, whole) in zip(first, whole) {
          #expect(first.items == Array(whole.items.prefix(first.items.count)))
        }
        // The letters that have items have all, but for the last of them.
        let items = first.reduce(0) { $0 + $1.items.count }
        let all = whole.reduce(0) { $0 + $1.items.count }
        #expect(items >= min(most, all))
        seen += items
      }
    }
    #expect(seen > 100)
  }
}

extension String {
  /// In the same characters with the same sign for equality, in other bytes where there are any.
  fileprivate var precomposed: String { replacing("Q\u{301}", with: "Q\u{341}") }
}
