/// The letters of one day: one for each lead, and why the other records are in none.
/// Source: domain.md §12; story S4.
package struct LetterRound: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package var place: RowPlace
    package var code: String
    package var due: PartialDate
    package var daysOverdue: Int
    /// Which letter about it this is, from 1.
    package var reminder: Int
    package var isLeadProposed: Bool
  }

  package struct Letter: Hashable, Sendable {
    /// The lead unit's id.
    package var to: String
    /// The most overdue first.
    package var items: [Item]
    /// How many there are: more than ``items`` where only the first are wanted.
    package let count: Int

    init(to unit: String, items: [Item], count: Int? = nil) {
      to = unit
      self.items = items
      self.count = count ?? items.count
    }
  }

  package struct Own: Hashable, Sendable {
    package var code: String
    package var days: Int
  }

  package enum Reason: Hashable, Sendable {
    case state(DeadlineState)
    /// Done without a deadline, paused, carried over, not pursued or merged.
    case status(Status)
    case withForeignSide
    /// The ministry is to confirm.
    case toBeConfirmed
    case pastResult
    /// "Các đơn vị của Bộ": a letter needs one unit. Source: domain.md §2.
    case collectiveLead
    case replyAwaited(until: Day)
    case letterSent(on: Day)
  }

  package struct Left: Hashable, Sendable {
    package var code: String
    package var reason: Reason
  }

  package private(set) var letters: [Letter] = []
  /// Overdue, and for ourselves to act on; the longest first.
  package private(set) var own: [Own] = []
  package private(set) var left: [Left] = []

  /// Every record at `places` comes into exactly one of the three lists.
  package init(_ places: [RowPlace], in register: Register, context: QueryContext) {
    let sorting = LetterSorting(places, in: register, context: context, isWhole: true)
    letters = sorting.units.map { unit, pieces in
      Letter(to: unit, items: sorting.items(pieces, in: register))
    }
    letters.sort(by: LetterRound.isInOrder)
    own = sorting.own.map { Own(code: register.code(at: $0.place), days: $0.days) }
    own.sort { ($1.days, $0.code) < ($0.days, $1.code) }
    left = sorting.left.map { Left(code: register.code(at: $0.place), reason: $0.reason) }
  }

  /// The letters alone, in their order; of the first of them the first items, so many in all, and of
  /// the others how many there are. A few milliseconds for 100 000 records: no text is read but theirs.
  package static func beginnings(
    _ places: [RowPlace], in register: Register, context: QueryContext, items most: Int
  ) -> [Letter] {
    let sorting = LetterSorting(places, in: register, context: context, isWhole: false)
    var letters = sorting.units.map { unit, pieces in
      let days = pieces.map(\.days).max() ?? 0
      return (days, pieces, Letter(to: unit, items: [], count: pieces.count))
    }
    letters.sort { LetterRound.order($0.2, $0.0) < LetterRound.order($1.2, $1.0) }
    var room = most
    return letters.map { _, pieces, letter in
      guard room > 0 else { return letter }
      var letter = letter
      letter.items = sorting.items(pieces.longest(room), in: register)
      room -= letter.items.count
      return letter
    }
  }

  private static func order(_ letter: Letter, _ days: Int) -> (Int, Int, String) {
    (-letter.count, -days, letter.to)
  }

  private static func isInOrder(_ one: Letter, _ other: Letter) -> Bool {
    order(one, one.items.first?.daysOverdue ?? 0)
      < order(other, other.items.first?.daysOverdue ?? 0)
  }

  fileprivate static func obstacle(
    _ row: Row, _ register: Register, _ context: QueryContext
  ) -> Reason? {
    if register.entry(row.lead, in: .units)?.sort == "collective" { return .collectiveLead }
    guard let chase = row.lastChase else { return nil }
    if let replyBy = chase.replyBy, context.today <= replyBy {
      return .replyAwaited(until: replyBy)
    }
    if !context.round.isTimeForLetter(after: chase), let sent = chase.letterOn {
      return .letterSent(on: sent)
    }
    return nil
  }

  fileprivate static func reason(_ state: DeadlineState, _ status: Status) -> Reason {
    switch state {
    case .off: .status(status)
    case .none where status == .done || status == .closed: .status(status)
    case .none, .within, .dueSoon, .dueToday, .overdue, .doneInTime, .doneLate, .periodic:
      .state(state)
    }
  }
}

/// What becomes of each record, found out without reading a text.
private struct LetterSorting {
  struct Piece {
    let place: RowPlace
    let days: Int
  }

  private(set) var units: [String: [Piece]] = [:]
  private(set) var own: [Piece] = []
  private(set) var left: [(place: RowPlace, reason: LetterRound.Reason)] = []
  private let register: Register
  private let context: QueryContext
  private let test: ChaseTest
  /// Whether more than the letters is wanted.
  private let isWhole: Bool

  init(_ places: [RowPlace], in register: Register, context: QueryContext, isWhole: Bool) {
    (self.register, self.context, self.isWhole) = (register, context, isWhole)
    test = ChaseTest(register.registry, context: context)
    var start = places.startIndex
    while start < places.endIndex {
      let slot = places[start].slot
      let end = places[start...].firstIndex { $0.slot != slot } ?? places.endIndex
      if let chunk = register.chunk(inSlot: Int(slot)) { sort(places[start..<end], of: chunk) }
      start = end
    }
  }

  private mutating func sort(_ places: ArraySlice<RowPlace>, of chunk: Chunk) {
    chunk.rows.withUnsafeBufferPointer { rows in
      for place in places {
        if rows.indices.contains(Int(place.index)) {
          sort(rows[Int(place.index)], at: place, of: chunk)
        } else if let row = chunk.row(at: Int(place.index)) {
          sort(row, at: place, of: chunk)
        }
      }
    }
  }

  @inline(__always)
  private mutating func sort(_ row: Row, at place: RowPlace, of chunk: Chunk) {
    switch test.verdict(row) {
    case .own(let days): if isWhole { own.append(Piece(place: place, days: days)) }
    case .chase(_, let days):
      guard let unit = register.id(row.lead, in: .units, chunk: chunk) else { return }
      if let reason = LetterRound.obstacle(row, register, context) {
        leave(place, reason)
      } else {
        units[unit, default: []].append(Piece(place: place, days: days))
      }
    case .foreign: leave(place, .withForeignSide)
    case .confirming: leave(place, .toBeConfirmed)
    case .result: leave(place, .pastResult)
    case .notOverdue(let state, let status): leave(place, LetterRound.reason(state, status))
    }
  }

  private mutating func leave(_ place: RowPlace, _ reason: LetterRound.Reason) {
    if isWhole { left.append((place, reason)) }
  }

  /// In the order of a letter.
  func items(_ pieces: [Piece], in register: Register) -> [LetterRound.Item] {
    let items = pieces.compactMap { piece -> LetterRound.Item? in
      guard let (chunk, row) = register.row(at: piece.place), let due = row.due else { return nil }
      return LetterRound.Item(
        place: piece.place, code: chunk.code(row),
        due: PartialDate(due, precision: row.duePrecision), daysOverdue: piece.days,
        reminder: Int(row.letters) + 1, isLeadProposed: row.flags.contains(.leadProposed))
    }
    return items.sorted { ($1.daysOverdue, $0.code) < ($0.daysOverdue, $1.code) }
  }
}

extension [LetterSorting.Piece] {
  /// At least so many of the most overdue, if there are as many: all that are as overdue as the last.
  fileprivate func longest(_ count: Int) -> [LetterSorting.Piece] {
    guard self.count > count else { return self }
    let least = map(\.days).sorted(by: >)[count - 1]
    return filter { $0.days >= least }
  }
}

extension Register {
  fileprivate func code(at place: RowPlace) -> String {
    row(at: place).map { chunk, row in chunk.code(row) } ?? ""
  }
}

extension LetterRound.Reason {
  /// The name in `--json`.
  package var name: String {
    switch self {
    case .state(.none): "noDeadline"
    case .state(let state): state.name
    case .status(let status): status.rawValue
    case .withForeignSide: "withForeignSide"
    case .toBeConfirmed: "toBeConfirmed"
    case .pastResult: "pastResult"
    case .collectiveLead: "collectiveLead"
    case .replyAwaited: "replyAwaited"
    case .letterSent: "letterSent"
    }
  }
}

extension LetterRound.Letter {
  /// The letter about one record alone, as the newest one would be; nil for what is not overdue or
  /// has no lead.
  package init?(about followUp: FollowUp, at place: RowPlace, context: QueryContext) {
    guard let lead = followUp.lead, let due = followUp.due,
      case .overdue(let days) = followUp.deadlineFacts.state(
        on: context.today, limits: context.limits)
    else { return nil }
    let item = LetterRound.Item(
      place: place, code: followUp.code, due: due.date, daysOverdue: days,
      reminder: max(1, followUp.lastChase?.letters ?? 0), isLeadProposed: lead.isProposed)
    self.init(to: lead.unit, items: [item])
  }
}
