internal import Vietnamese

/// A query made ready for one register: ids looked up, words folded.
///
/// Matching costs one scan of a chunk's folded bytes for each word, and a few comparisons a row.
package struct Matcher: Sendable {
  private let node: Node
  private let context: QueryContext
  private let sides: [Side]

  private indirect enum Node: Sendable {
    case every([Node])
    case some([Node])
    case not(Node)
    case needles([Needle])
    case test(Test)
    case session(key: String)
    case code(String)
    case codePrefix([UInt8])
    case nothing
  }

  private enum Test: Sendable {
    case kind(Kind), status(Status), direction(Direction), tier(Tier)
    case province(EntryPlace), category(EntryPlace), lead(EntryPlace), programme(EntryPlace)
    case counterpart(EntryPlace), dossier(EntryPlace)
    case open, overdue, dueSoon, awaiting, inbox, ours, theirs, dated, inProgramme, inDossier
  }

  package init(_ query: Query, in register: Register, context: QueryContext) {
    self.context = context
    sides = register.registry[.units].entries.map(\.side)
    node = Matcher.node(query, in: register)
  }

  /// The indices of the rows that match, in order.
  package func indices(in chunk: Chunk) -> [Int] {
    let marks = marks(node, in: chunk)
    return chunk.rows.indices.filter { marks[$0] }
  }

  /// Every row that matches, in register order.
  package func places(in register: Register) -> [RowPlace] {
    var places: [RowPlace] = []
    for (slot, chunk) in register.chunks.enumerated() {
      guard let chunk else { continue }
      for index in indices(in: chunk) { places.append(RowPlace(slot: slot, index: index)) }
    }
    return places
  }

  private func marks(_ node: Node, in chunk: Chunk) -> [Bool] {
    let count = chunk.rows.count
    switch node {
    case .every(let nodes):
      return nodes.reduce(Array(repeating: true, count: count)) { marks, node in
        both(marks, self.marks(node, in: chunk))
      }
    case .some(let nodes):
      return nodes.reduce(Array(repeating: false, count: count)) { marks, node in
        zip(marks, self.marks(node, in: chunk)).map { $0 || $1 }
      }
    case .not(let node):
      return marks(node, in: chunk).map { !$0 }
    case .needles(let needles):
      return needles.reduce(Array(repeating: true, count: count)) { marks, needle in
        both(marks, chunk.rowsHolding(needle))
      }
    case .test(let test):
      return chunk.rows.map { matches(test, $0, in: chunk) }
    case .session(let key):
      guard let index = chunk.sessions.firstIndex(of: key) else {
        return Array(repeating: false, count: count)
      }
      return chunk.rows.map { $0.session == EntryPlace(index) || chunk.key($0) == key }
    case .code(let code):
      let wanted = chunk.index(ofCode: code)
      return chunk.rows.indices.map { $0 == wanted }
    case .codePrefix(let typed):
      return chunk.rows.map { chunk.text[$0.code.range].starts(with: typed) }
    case .nothing:
      return Array(repeating: false, count: count)
    }
  }

  private func both(_ one: [Bool], _ other: [Bool]) -> [Bool] {
    zip(one, other).map { $0 && $1 }
  }

  private func matches(_ test: Test, _ row: Row, in chunk: Chunk) -> Bool {
    switch test {
    case .kind(let kind): row.kind == kind
    case .status(let status): row.status == status
    case .direction(let direction): row.direction == direction
    case .tier(let tier): row.tier == tier
    case .province(let place):
      row.province == place || chunk.otherProvinces(row).contains(place)
    case .category(let place): row.category == place
    case .lead(let place): row.lead == place
    case .programme(let place): row.programme == place
    case .counterpart(let place): chunk.counterparts(row).contains(place)
    case .dossier(let place): chunk.dossiers(row).contains(place)
    case .open: row.status.isOpen
    case .overdue: isOverdue(row)
    case .dueSoon: isDueSoon(row)
    case .awaiting: row.status == .awaitingReply
    case .inbox: (row.status == .new || row.status == .agreed) && !row.isFiveClear
    case .ours: row.status.isOpen && side(of: row) == .province
    case .theirs: row.status.isOpen && side(of: row) == .ministry
    case .dated: row.due != nil
    case .inProgramme: row.programme != .none
    case .inDossier: row.lists.dossiers > 0
    }
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

  /// Who is to act: the side of the lead, but the province once the ministry has reported to it.
  private func side(of row: Row) -> Side {
    if row.status == .reported && row.kind == .request { return .province }
    return Int(row.lead.raw) < sides.count ? sides[Int(row.lead.raw)] : .other
  }
}

extension Matcher {
  private static func node(_ query: Query, in register: Register) -> Node {
    switch query {
    case .every(let queries): return .every(queries.map { node($0, in: register) })
    case .some(let queries): return .some(queries.map { node($0, in: register) })
    case .not(let query): return .not(node(query, in: register))
    case .text(let text): return .needles(SearchNeedles(typed: text).needles)
    case .kind(let kind): return .test(.kind(kind))
    case .status(let status): return .test(.status(status))
    case .direction(let direction): return .test(.direction(direction))
    case .tier(let tier): return .test(.tier(tier))
    case .province(let id): return entry(id, in: register, .provinces, Test.province)
    case .category(let id): return entry(id, in: register, .categories, Test.category)
    case .lead(let id): return entry(id, in: register, .units, Test.lead)
    case .counterpart(let id): return entry(id, in: register, .counterparts, Test.counterpart)
    case .dossier(let id): return entry(id, in: register, .dossiers, Test.dossier)
    case .programme(let id):
      let index = register.registry.programmes.firstIndex { $0.id == id }
      return index.map { .test(.programme(EntryPlace($0))) } ?? .nothing
    case .session(let code):
      guard let place = register.place(ofCode: code), let (chunk, row) = register.row(at: place)
      else { return .nothing }
      return .session(key: chunk.key(row))
    case .code(let code): return .code(code)
    case .codePrefix(let code): return .codePrefix(Array(code.utf8))
    case .open: return .test(.open)
    case .overdue: return .test(.overdue)
    case .dueSoon: return .test(.dueSoon)
    case .awaiting: return .test(.awaiting)
    case .inbox: return .test(.inbox)
    case .ours: return .test(.ours)
    case .theirs: return .test(.theirs)
    case .dated: return .test(.dated)
    case .inProgramme: return .test(.inProgramme)
    case .inDossier: return .test(.inDossier)
    }
  }

  private static func entry(
    _ id: String, in register: Register, _ kind: RegistryKind, _ test: (EntryPlace) -> Test
  ) -> Node {
    register.registry[kind].place(of: id).map { .test(test(EntryPlace($0))) } ?? .nothing
  }
}

extension Chunk {
  /// For each row whether its search form holds `needle`. One scan of the folded bytes.
  fileprivate func rowsHolding(_ needle: Needle) -> [Bool] {
    var marks = Array(repeating: false, count: rows.count)
    folded.withUnsafeBytes { bytes in
      var offset = 0
      var index = 0
      while let hit = needle.firstMatch(in: bytes, from: offset) {
        while index < rows.count, rows[index].folded.end <= hit { index += 1 }
        guard index < rows.count else { return }
        marks[index] = true
        offset = Int(rows[index].folded.end)
      }
    }
    return marks
  }
}
