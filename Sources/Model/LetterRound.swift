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
    let test = ChaseTest(register.registry, context: context)
    var items: [String: [Item]] = [:]
    for place in places {
      guard let (chunk, row) = register.row(at: place) else { continue }
      let code = chunk.code(row)
      switch test.verdict(row) {
      case .own(let days): own.append(Own(code: code, days: days))
      case .chase(let due, let days):
        guard let unit = register.id(row.lead, in: .units, chunk: chunk) else { continue }
        if let reason = LetterRound.obstacle(row, register, context) {
          left.append(Left(code: code, reason: reason))
        } else {
          let item = Item(
            place: place, code: code, due: PartialDate(due, precision: row.duePrecision),
            daysOverdue: days, reminder: Int(row.letters) + 1,
            isLeadProposed: row.flags.contains(.leadProposed))
          items[unit, default: []].append(item)
        }
      case .foreign: left.append(Left(code: code, reason: .withForeignSide))
      case .confirming: left.append(Left(code: code, reason: .toBeConfirmed))
      case .result: left.append(Left(code: code, reason: .pastResult))
      case .notOverdue(let state, let status):
        left.append(Left(code: code, reason: LetterRound.reason(state, status)))
      }
    }
    own.sort { ($1.days, $0.code) < ($0.days, $1.code) }
    letters = items.map { unit, items in
      Letter(
        to: unit, items: items.sorted { ($1.daysOverdue, $0.code) < ($0.daysOverdue, $1.code) })
    }
    letters.sort(by: LetterRound.isInOrder)
  }

  private static func isInOrder(_ one: Letter, _ other: Letter) -> Bool {
    func key(_ letter: Letter) -> (Int, Int) {
      (-letter.items.count, -(letter.items.first?.daysOverdue ?? 0))
    }
    return key(one) == key(other) ? one.to < other.to : key(one) < key(other)
  }

  private static func obstacle(
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

  private static func reason(_ state: DeadlineState, _ status: Status) -> Reason {
    switch state {
    case .off: .status(status)
    case .none where status == .done || status == .closed: .status(status)
    case .none, .within, .dueSoon, .dueToday, .overdue, .doneInTime, .doneLate, .periodic:
      .state(state)
    }
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
