internal import Vietnamese

/// A query made ready for one register: ids looked up, words folded.
///
/// Matching costs one scan of a chunk's folded bytes for each word, and a few comparisons a row;
/// a word typed with marks costs another look at the texts of the rows found so far.
package struct Matcher: Sendable {
  private let node: Node
  private let context: QueryContext
  private let sides: UnitSides
  private let chasing: ChaseTest

  indirect enum Node: Sendable {
    case every([Node])
    case some([Node])
    case not(Node)
    /// Each with the names that have it.
    case needles([(Needle, NameMatches?)], marked: [MarkedSearch])
    case test(Test)
    case session(key: String)
    case code(String)
    case codePrefix([UInt8])
    case tag(TagSearch)
    case nothing
  }

  enum Test: Sendable {
    case kind(Kind), status(Status), direction(Direction), tier(Tier)
    case province(EntrySet), category(EntrySet), lead(EntrySet), with(EntrySet)
    case lineUnit(EntrySet)
    case programme(EntrySet), counterpart(EntrySet), dossier(EntrySet)
    case due(ClosedRange<Int>), changed(ClosedRange<Int>), priority(ClosedRange<Int>)
    case missing(Need)
    case open, overdue, dueSoon, awaiting, inbox, ours, theirs, dated, undated
    case inProgramme, inDossier, marked, inConflict
    case holder(Holder), toChase, box(Box), absent(QueryField)
    case home(EntrySet)
    case day(DayField, ClosedRange<Int>), noDay(DayField)
  }

  package init(_ query: Query, in register: Register, context: QueryContext) {
    self.context = context
    sides = UnitSides(register.registry)
    chasing = ChaseTest(register.registry, context: context)
    node = NodeMaker(register: register, today: context.today).node(query)
  }

  /// The indices of the rows that match, in order.
  ///
  /// `slot` is the chunk's, by which marked rows are known; no row but the candidates is looked at,
  /// where they are given.
  package func indices(in chunk: Chunk, slot: Int, among candidates: [Int]? = nil) -> [Int] {
    var marks = Array(repeating: candidates == nil, count: chunk.rows.count)
    for index in candidates ?? [] { marks[index] = true }
    narrow(&marks, to: node, in: chunk, slot)
    return chunk.rows.indices.filter { marks[$0] }
  }

  /// How many of the chunk's rows match.
  func count(in chunk: Chunk, slot: Int) -> Int {
    var marks = Array(repeating: true, count: chunk.rows.count)
    narrow(&marks, to: node, in: chunk, slot)
    return marks.reduce(0) { $0 + ($1 ? 1 : 0) }
  }

  /// Every row that matches, in register order.
  package func places(in register: Register) -> [RowPlace] {
    var places: [RowPlace] = []
    for (slot, chunk) in register.chunks.enumerated() {
      guard let chunk else { continue }
      for index in indices(in: chunk, slot: slot) {
        places.append(RowPlace(slot: slot, index: index))
      }
    }
    return places
  }

  /// Takes the mark from every row that does not match; rows without one are not looked at.
  private func narrow(_ marks: inout [Bool], to node: Node, in chunk: Chunk, _ slot: Int) {
    switch node {
    case .every(let nodes):
      for node in nodes { narrow(&marks, to: node, in: chunk, slot) }
    case .some(let nodes):
      var left = marks
      for node in nodes {
        var matching = left
        narrow(&matching, to: node, in: chunk, slot)
        for index in left.indices where matching[index] { left[index] = false }
      }
      for index in marks.indices where left[index] { marks[index] = false }
    case .not(let node):
      var matching = marks
      narrow(&matching, to: node, in: chunk, slot)
      for index in marks.indices where matching[index] { marks[index] = false }
    case .needles(let needles, let marked):
      for (needle, names) in needles {
        chunk.narrow(&marks, toRowsHolding: needle, orNaming: names)
      }
      if !marked.isEmpty { chunk.narrow(&marks, toRowsHolding: marked) }
    case .test(.marked):
      let marked = context.marks.rows(inSlot: slot)
      for index in marks.indices where marks[index] {
        marks[index] = index < marked.count && marked[index]
      }
    case .test(let test): keep(in: &marks, chunk) { matches(test, $0, in: chunk) }
    case .session(let key):
      guard let index = chunk.sessions.firstIndex(of: key) else {
        marks = Array(repeating: false, count: marks.count)
        return
      }
      keep(in: &marks, chunk) { $0.session == EntryPlace(index) || chunk.key($0) == key }
    case .code(let code):
      let wanted = Array(code.utf8)
      keep(in: &marks, chunk) { chunk.text.part($0.code.range, is: wanted) }
    case .codePrefix(let typed):
      keep(in: &marks, chunk) { chunk.text.part($0.code.range, startsWith: typed) }
    case .tag(let search): keep(in: &marks, chunk) { search.matches($0, in: chunk) }
    case .nothing: marks = Array(repeating: false, count: marks.count)
    }
  }

  private func keep(in marks: inout [Bool], _ chunk: Chunk, where matches: (Row) -> Bool) {
    // In place: a row out of an array would be copied for each look.
    chunk.rows.withUnsafeBufferPointer { rows in
      for index in rows.indices where marks[index] { marks[index] = matches(rows[index]) }
    }
  }

  private func matches(_ test: Test, _ row: Row, in chunk: Chunk) -> Bool {
    switch test {
    case .kind(let kind): row.kind == kind
    case .status(let status): row.status == status
    case .direction(let direction): row.direction == direction
    case .tier(let tier): row.tier == tier
    case .province(let set):
      set.contains(row.province) || chunk.otherProvinces(row).contains(where: set.contains)
    case .home(let set): set.contains(row.province)
    case .category(let set): set.contains(row.category)
    case .lead(let set): set.contains(row.lead)
    case .with(let set): chunk.coordinating(row).contains(where: set.contains)
    case .lineUnit(let set): chunk.lineUnits(row).contains(where: set.contains)
    case .programme(let set): set.contains(row.programme)
    case .counterpart(let set): chunk.counterparts(row).contains(where: set.contains)
    case .dossier(let set): chunk.dossiers(row).contains(where: set.contains)
    case .due(let days): row.dueOrdinal != Row.noDay && days.contains(Int(row.dueOrdinal))
    case .changed(let days): days.contains(dayOfChange(row))
    case .priority(let range): row.priority.map { range.contains($0.rawValue) } ?? false
    case .missing(let need): FiveClear(row).lacks(need)
    case .open: row.status.isOpen
    case .overdue: isOverdue(row)
    case .dueSoon: isDueSoon(row)
    case .awaiting: row.status == .awaitingReply
    case .inbox: row.isInInbox(on: context.today)
    case .ours: sides.holder(of: row)?.isOurs ?? false
    case .theirs: sides.holder(of: row) == .ministry
    case .holder(let holder): sides.holder(of: row) == holder
    case .toChase: chasing.isToChase(row)
    case .inConflict: row.flags.contains(.hasConflict)
    case .box(let box):
      row.deadlineState(on: context.today, limits: context.limits).box == box
    case .absent(let field): isAbsent(field, row)
    case .day(let field, let days):
      field.ordinal(row) != Row.noDay && days.contains(Int(field.ordinal(row)))
    case .noDay(let field): field.ordinal(row) == Row.noDay
    case .dated: row.due != nil
    case .undated: row.due == nil
    case .inProgramme: row.programme != .none
    case .inDossier: row.lists.dossiers > 0
    // Known by place alone, and looked at before.
    case .marked: false
    }
  }

  private func isAbsent(_ field: QueryField, _ row: Row) -> Bool {
    switch field {
    case .lead: row.lead == .none
    case .programme: row.programme == .none
    case .counterpart: row.lists.counterparts == 0
    case .dossier: row.lists.dossiers == 0
    case .province, .kind, .direction, .category, .with, .status, .due, .priority, .tag, .code,
      .session, .changed, .missing, .tier, .holder, .home, .box, .raised, .since, .done,
      .extended, .chased:
      false
    }
  }

  private func dayOfChange(_ row: Row) -> Int {
    Moment(milliseconds: row.updated).shifted(bySeconds: context.secondsEastOfUTC).day.ordinal
  }

  private func isOverdue(_ row: Row) -> Bool {
    if case .overdue = row.deadlineState(on: context.today, limits: context.limits) {
      return row.status.isOpen
    }
    return false
  }

  private func isDueSoon(_ row: Row) -> Bool {
    switch row.deadlineState(on: context.today, limits: context.limits) {
    case .dueSoon, .dueToday: row.status.isOpen
    case .none, .within, .overdue, .doneInTime, .doneLate, .periodic, .off: false
    }
  }
}

extension Chunk {
  /// Takes the mark from the rows that have the word neither in their texts nor in a name.
  ///
  /// One scan of the folded bytes; where few rows are left, only of theirs.
  fileprivate func narrow(
    _ marks: inout [Bool], toRowsHolding needle: Needle, orNaming names: NameMatches?
  ) {
    let left = marks.reduce(0) { $0 + ($1 ? 1 : 0) }
    guard left > 0 else { return }
    if left < marks.count / Chunk.few {
      narrowFew(&marks, toRowsHolding: needle, orNaming: names)
    } else {
      narrowAll(&marks, toRowsHolding: needle, orNaming: names)
    }
  }

  /// Where fewer than one in so many are left, each is looked at by itself.
  private static let few = 4

  private func narrowFew(
    _ marks: inout [Bool], toRowsHolding needle: Needle, orNaming names: NameMatches?
  ) {
    folded.withUnsafeBytes { bytes in
      for index in marks.indices where marks[index] {
        let own = UnsafeRawBufferPointer(rebasing: bytes[rows[index].folded.range])
        marks[index] =
          needle.occurs(in: own) || names?.isNamed(by: rows[index], in: self) ?? false
      }
    }
  }

  private func narrowAll(
    _ marks: inout [Bool], toRowsHolding needle: Needle, orNaming names: NameMatches?
  ) {
    func drop(_ index: Int) {
      if marks[index] { marks[index] = names?.isNamed(by: rows[index], in: self) ?? false }
    }
    folded.withUnsafeBytes { bytes in
      var offset = 0
      var index = 0
      while index < rows.count, let hit = needle.firstMatch(in: bytes, from: offset) {
        while index < rows.count, rows[index].folded.end <= hit {
          drop(index)
          index += 1
        }
        guard index < rows.count else { return }
        offset = Int(rows[index].folded.end)
        index += 1
      }
      while index < rows.count {
        drop(index)
        index += 1
      }
    }
  }
}
