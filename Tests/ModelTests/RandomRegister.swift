import Model

/// The same numbers on every run.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  mutating func row() -> Row {
    var row = Row()
    row.status = Status.allCases[below(Status.allCases.count)]
    row.kind = Kind.allCases[below(Kind.allCases.count)]
    row.direction = Direction.allCases[below(Direction.allCases.count)]
    if below(3) > 0 { row.dueOrdinal = Int32(19_000 + below(1_500)) }
    if below(3) > 0 { row.doneOrdinal = Int32(19_000 + below(1_500)) }
    if below(3) == 0 {
      row.flags.insert(.isExtended)
      row.firstDueOrdinal = Int32(19_000 + below(1_500))
    }
    if below(4) == 0 { row.recurrence = Recurrence.allCases[below(Recurrence.allCases.count)] }
    if below(4) > 0 { row.lead = EntryPlace(below(6)) }
    row.province = EntryPlace(below(3))
    return row
  }
}

extension Dice {
  /// Rows as registers have them: with counterparts, other provinces, sessions, chases and strays.
  mutating func chunk(_ slot: Int, rows count: Int) -> Chunk {
    var text: [UInt8] = []
    var ids: [EntryPlace] = []
    let home = below(3)
    func add(_ words: String) -> Row.Span32 {
      let begin = UInt32(text.count)
      text += Array(words.utf8)
      return Row.Span32(begin: begin, end: UInt32(text.count))
    }
    let rows = (0..<count).map { index in
      var row = row()
      row.key = add("k\(slot)-\(index)")
      let isOfAYear = below(3) == 0
      row.title = add(isOfAYear ? "Năm kỷ niệm \(index)" : "Việc \(index)")
      row.province = below(5) == 0 ? EntryPlace(below(3)) : EntryPlace(home)
      row.duePrecision = DatePrecision.allCases[below(DatePrecision.allCases.count)]
      if isOfAYear && row.duePrecision == .year { row.flags.insert(.isAnniversary) }
      if below(3) == 0 { row.raisedOrdinal = Int32(19_000 + below(900)) }
      if below(3) == 0 { row.statusOrdinal = Int32(19_000 + below(900)) }
      if below(3) == 0 { row.periodStartOrdinal = Int32(19_000 + below(900)) }
      if below(3) == 0 { row.periodEndOrdinal = Int32(19_000 + below(900)) }
      if below(4) == 0 { row.flags.insert(.hasQuantities) }
      if below(4) == 0 { row.programme = EntryPlace(0) }
      if below(4) == 0 { row.category = below(2) == 0 ? EntryPlace(0) : .stray(1) }
      if below(6) == 0 { row.lead = .stray(0) }
      if below(2) == 0 { row.session = EntryPlace(below(2)) }
      if below(3) == 0 {
        row.chaseOrdinal = Int32(19_000 + below(900))
        row.chaseChannel = .letter
        row.letters = 1
        if below(2) == 0 { row.replyByOrdinal = Int32(19_000 + below(900)) }
      }
      row.lists.start = UInt32(ids.count)
      row.lists.counterparts = UInt8(below(3))
      row.lists.provinces = UInt8(below(2))
      for _ in 0..<row.lists.counterparts { ids.append(below(4) == 0 ? .stray(2) : EntryPlace(0)) }
      for _ in 0..<row.lists.provinces { ids.append(EntryPlace(below(3))) }
      return row
    }
    return Chunk(
      path: "\(slot)", rows: rows, text: text, ids: ids, sessions: ["k0-0", "k1-1"],
      strays: ["la-\(slot % 2)", "lb", "lc-\(slot % 3)"])
  }

  mutating func register(slots: Int) -> Register {
    var register = Register(
      profile: RegisterProfile(name: ""), registry: QueryRegistry.sample, slots: slots)
    for slot in 0..<slots where below(6) > 0 {
      register.place(chunk(slot, rows: below(40)), in: slot)
    }
    return register
  }
}
