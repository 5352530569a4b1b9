/// A year's review of a programme: its tasks, and every figure of them. The one place that counts.
///
/// Source: domain.md §6. It is made from records as they are, or read back from a closed year.
package struct ReviewSheet: Hashable, Sendable {
  package var programme: Programme
  package var year: Int
  /// The day the states are of.
  package var today: Day
  package var items: [Item]
  /// When the year was closed, and by whom; nil while it is open.
  package var closed: Closed?

  package struct Closed: Hashable, Sendable {
    package var on: Day
    package var by: String

    package init(on: Day, by: String) {
      self.on = on
      self.by = by
    }
  }

  /// One task as the review shows it.
  package struct Item: Hashable, Sendable, Identifiable {
    package var key: String
    package var code: String
    package var title: String
    package var titleEn: String?
    package var lead: Lead?
    package var status: Status
    package var due: PartialDate?
    package var recurrence: Recurrence?
    package var state: DeadlineState
    /// The year it goes on in, where it was carried over.
    package var carriedTo: Int?
    package var result: String?
    package var ratings: [Rating] = []
    /// The issues of the year, of what is supplied again and again.
    package var instances: [Instance] = []
    /// How it stood in each of the programme's years; not kept when a year is closed.
    package var marks: [YearMark] = []

    package var id: String { key }
  }

  /// One issue of a recurring supply, judged by itself.
  package struct Instance: Hashable, Sendable {
    package var issue: SupplyIssue
    package var sentOn: Day?
    package var paper: String?
    package var state: DeadlineState
  }

  /// How a task stands in one year of its programme.
  package enum YearMark: Hashable, Sendable {
    /// It was no task then, or is none any more.
    case none
    /// It was worked on, and went on.
    case worked
    case standing(Status)
    /// It is still to be worked on.
    case goesOn
  }

  /// What is to become of a task. Source: domain.md §6.
  package enum Decision: String, Sendable {
    case goesOn, complete, nextYear, stop
  }
}

// MARK: - A task

extension ReviewSheet.Item {
  package func rating(_ side: ReviewSide) -> Rating? { ratings.last { $0.side == side } }

  /// The sides have given different ratings.
  package var differs: Bool {
    guard let one = rating(.province)?.mark, let other = rating(.ministry)?.mark else {
      return false
    }
    return one != other
  }

  package var isRated: Bool { ratings.contains { $0.mark != nil } }

  /// What both sides, or the one that has rated, come to; nil where they differ or have said nothing.
  package var decision: ReviewSheet.Decision? {
    guard !differs, let mark = ratings.compactMap(\.mark).first else { return nil }
    switch mark {
    case .met, .partlyMet, .notMet: return isDone ? .complete : .goesOn
    case .nextYear: return .nextYear
    case .stopped: return .stop
    }
  }

  package var isDone: Bool { status == .done || status == .closed }
  package var isNotPursued: Bool { status == .notPursued }
  package func isCarriedOver(from year: Int) -> Bool {
    status == .carriedOver || (carriedTo ?? 0) > year
  }
}

// MARK: - Figures

extension ReviewSheet {
  package var tasks: Int { items.count }
  package var done: [Item] { items.filter(\.isDone) }
  package var doneInTime: [Item] { done.filter { $0.state == .doneInTime } }
  package var doneLate: [Item] {
    done.filter { if case .doneLate = $0.state { true } else { false } }
  }
  /// All that is neither done nor given up: what was carried over too.
  package var open: [Item] { items.filter { !$0.isDone && !$0.isNotPursued } }
  package var carriedOver: [Item] { open.filter { $0.isCarriedOver(from: year) } }
  package var notPursued: [Item] { items.filter(\.isNotPursued) }
  private var waiting: [Item] { open.filter { !$0.isCarriedOver(from: year) } }

  package var overdue: [(item: Item, days: Int)] {
    waiting.compactMap { item in
      if case .overdue(let days) = item.state { (item, days) } else { nil }
    }
  }
  package var dueSoon: [Item] {
    waiting.filter { item in
      switch item.state {
      case .dueSoon, .dueToday: true
      case .none, .within, .overdue, .doneInTime, .doneLate, .periodic, .off: false
      }
    }
  }
  package var noDeadline: [Item] { waiting.filter { $0.state == .none } }
  package var differences: [Item] { items.filter(\.differs) }
  package var unrated: [Item] { items.filter { !$0.isRated } }
  package func count(_ mark: ReviewMark, _ side: ReviewSide) -> Int {
    items.count { $0.rating(side)?.mark == mark }
  }
  /// How many the side has rated.
  package func rated(by side: ReviewSide) -> Int {
    items.count { $0.rating(side)?.mark != nil }
  }

  /// Done of all tasks, in tenths of a percent; nil where there are no tasks.
  package var doneRate: Int? { ReviewSheet.rate(done.count, of: tasks) }
  /// In time of all that is done, in tenths of a percent; nil where nothing is.
  package var inTimeRate: Int? { ReviewSheet.rate(doneInTime.count, of: done.count) }

  private static func rate(_ part: Int, of all: Int) -> Int? {
    all == 0 ? nil : (part * 1000 + all / 2) / all
  }
}

// MARK: - From records

extension ReviewSheet {
  /// The tasks of the year among the records of the programme, in the order given.
  ///
  /// `status` is what a record shows where parts of it have a say.
  package init(
    _ programme: Programme, year: Int, records: [(followUp: FollowUp, status: Status)],
    today: Day, limits: DueSoonLimits
  ) {
    self.programme = programme
    self.year = year
    self.today = today
    let tasks = records.filter { ReviewSheet.isTask($0.followUp, $0.status, in: year) }
    items = tasks.map { followUp, status in
      Item(followUp, status, programme, year: year, today: today, limits: limits)
    }
  }

  /// Whether a record of a programme is a task at all: the session it came out of is its origin,
  /// background tells how things stood, and what was merged goes on as another.
  package static func isTask(_ followUp: FollowUp, _ status: Status) -> Bool {
    followUp.session != followUp.key && followUp.tier != .background && status != .merged
      && followUp.binned == nil
  }

  /// Whether it is a task of this year: it had come up, its time had come, and had not ended.
  package static func isTask(_ followUp: FollowUp, _ status: Status, in year: Int) -> Bool {
    guard isTask(followUp, status) else { return false }
    if let raised = followUp.raisedOn, raised.year > year { return false }
    if let period = followUp.period, year < period.from.year || period.to.year < year {
      return false
    }
    switch status {
    case .done, .closed, .notPursued:
      let ended = followUp.doneOn?.day ?? followUp.statusOn
      return ended.map { $0.year >= year } ?? true
    case .new, .agreed, .assigned, .inProgress, .awaitingReply, .reported, .paused, .carriedOver,
      .merged:
      return true
    }
  }
}

extension ReviewSheet.Item {
  fileprivate init(
    _ followUp: FollowUp, _ status: Status, _ programme: Programme, year: Int, today: Day,
    limits: DueSoonLimits
  ) {
    self.init(
      key: followUp.key, code: followUp.code, title: followUp.title, titleEn: followUp.titleEn,
      lead: followUp.lead, status: status, due: followUp.due?.date,
      recurrence: followUp.recurrence,
      state: followUp.deadlineFacts(status: status).state(on: today, limits: limits),
      carriedTo: followUp.carriedTo, result: followUp.result?.text,
      ratings: followUp.ratings.filter { $0.year == year })
    if isCarriedOver(from: year) { state = .off }
    marks = (programme.years.isEmpty ? [year] : programme.years).map {
      followUp.mark(status, in: $0, today: today)
    }
    instances = followUp.issues(in: year, programme.period?.to).map { issue in
      let delivery = followUp.deliveries.last { $0.issue == issue }
      let facts = DeadlineFacts(
        status: delivery != nil ? .done : (status.stopsTheClock ? status : .inProgress),
        kind: followUp.kind, due: issue.due, doneOn: delivery?.sentOn, recurrence: nil)
      return ReviewSheet.Instance(
        issue: issue, sentOn: delivery?.sentOn, paper: delivery?.paper,
        state: facts.state(on: today, limits: limits))
    }
  }
}

extension FollowUp {
  fileprivate func mark(_ status: Status, in year: Int, today: Day) -> ReviewSheet.YearMark {
    guard ReviewSheet.isTask(self, status, in: year) else { return .none }
    switch status {
    case .done, .closed, .notPursued:
      return (doneOn?.day ?? statusOn)?.year ?? year == year ? .standing(status) : .worked
    case .new, .agreed, .assigned, .inProgress, .awaitingReply, .reported, .paused, .carriedOver,
      .merged:
      let now = max(carriedTo.map { status == .carriedOver ? $0 - 1 : $0 } ?? 0, today.year)
      if year == now { return .standing(status) }
      return year < now ? .worked : .goesOn
    }
  }

  /// The issues that fall due in a year; none where it has a deadline of its own, where it does not
  /// come in issues, or where nobody knows yet with which issue it begins.
  ///
  /// An open end runs to the end of the year asked for, and no further.
  package func issues(in year: Int, _ lastDay: Day?) -> [SupplyIssue] {
    guard let span = SupplyIssue.Span(recurrence), due == nil, var issue = firstIssue(span) else {
      return []
    }
    var end = Day(year: year, month: 12, day: 31) ?? issue.due
    for day in [period?.to, lastDay, status.isOpen ? nil : doneOn?.day].compactMap(\.self) {
      end = min(end, day)
    }
    if issue.year < year, let first = SupplyIssue(year: year, number: 1, span: span) {
      issue = first
    }
    var issues: [SupplyIssue] = []
    while issue.firstDay <= end, issue.year == year {
      issues.append(issue)
      issue = issue.next
    }
    return issues
  }

  /// Where the period begins after the matter was raised, that says when the supply begins; else the
  /// first issue that was sent does. Nothing else is taken for a beginning.
  private func firstIssue(_ span: SupplyIssue.Span) -> SupplyIssue? {
    if let from = period?.from, raisedOn.map({ $0 <= from }) ?? true {
      return SupplyIssue(of: from, span: span)
    }
    return deliveries.map(\.issue).filter { $0.span == span }.min { $0.firstDay < $1.firstDay }
  }
}

extension Register {
  /// The records of a programme, in register order. Linear in the records.
  package func places(ofProgramme id: String) -> [RowPlace] {
    guard let index = registry.programmes.firstIndex(where: { $0.id == id }) else { return [] }
    var places: [RowPlace] = []
    for case (let slot, let chunk?) in chunks.enumerated() {
      for (place, row) in chunk.rows.enumerated() where Int(row.programme.raw) == index {
        places.append(RowPlace(slot: slot, index: place))
      }
    }
    return places
  }
}
