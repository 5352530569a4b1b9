internal import Vietnamese

/// Why a programme's year cannot be reviewed, rated or closed so.
package enum ReviewError: Error, Hashable, Sendable {
  case unknownProgramme(String, nearest: String?)
  /// The programme runs over other years.
  case outsidePeriod(year: Int, Period)
  case noTasks(programme: String, year: Int)
  /// The year has not begun, so there is nothing to be found of it.
  case notBegun(year: Int)
  case closedAlready(year: Int, on: Day, by: String)
  /// Only what is closed is copied.
  case notClosed(year: Int)
  /// The sides differ on whether these go on: that is to be settled first.
  case unsettled([String])
  /// The code is of no task of this programme and year.
  case notATask(String, year: Int)
  /// A closed year's file that cannot be read, or was altered.
  case damaged(path: String)
  case nothingToCopy(year: Int)
}

extension Programme {
  /// - Throws: ``ReviewError/outsidePeriod(year:_:)`` for a year it does not run in.
  package func check(year: Int) throws(ReviewError) {
    guard let period, year < period.from.year || period.to.year < year else { return }
    throw .outsidePeriod(year: year, period)
  }

  /// The years it runs over, as far as a period says so.
  package var years: [Int] {
    period.map { Array($0.from.year...max($0.from.year, min($0.to.year, $0.from.year + 30))) } ?? []
  }
}

extension ReviewSheet {
  /// Why the year cannot be closed; nil when it can.
  package var obstacleToClosing: ReviewError? {
    if let closed { return .closedAlready(year: year, on: closed.on, by: closed.by) }
    if items.isEmpty { return .noTasks(programme: programme.id, year: year) }
    if today.year < year { return .notBegun(year: year) }
    let ends: Set<ReviewMark> = [.nextYear, .stopped]
    let unsettled = differences.filter {
      $0.ratings.compactMap(\.mark).contains(where: ends.contains)
    }
    return unsettled.isEmpty ? nil : .unsettled(unsettled.map(\.code))
  }

  /// What is carried over when the year is closed.
  package var toCarryOver: [Item] {
    items.filter { item in
      guard !item.isDone, !item.isNotPursued else { return false }
      return item.decision == .nextYear || item.status == .carriedOver
    }
  }

  /// The year as it is kept when it is closed: what is carried over shows so.
  package func closed(on day: Day, by author: String) -> ReviewSheet {
    var sheet = self
    sheet.closed = Closed(on: day, by: author)
    let carried = Set(toCarryOver.map(\.key))
    for index in sheet.items.indices where carried.contains(sheet.items[index].key) {
      sheet.items[index].status = .carriedOver
      sheet.items[index].state = .off
      sheet.items[index].carriedTo = sheet.items[index].carriedTo ?? year + 1
    }
    return sheet
  }

  /// What closing the year does to one record of the programme; nothing to most.
  ///
  /// Doing it again does nothing: what goes on in the next year already is left alone.
  package func editsOfClosing(_ followUp: FollowUp, _ fields: Fields) -> [Edit] {
    if let item = toCarryOver.first(where: { $0.key == followUp.key }) {
      return editsOfCarryingOver(item, followUp, fields)
    }
    return isReviewTask(followUp) ? editsOfNextReview(followUp, fields) : []
  }

  /// The task goes on in the year it was carried over to. A deadline that would be past then is
  /// taken away and kept among the extensions; nobody has named another.
  private func editsOfCarryingOver(
    _ item: Item, _ followUp: FollowUp, _ fields: Fields
  ) -> [Edit] {
    let target = followUp.carriedTo ?? year + 1
    let isCarriedAlready = followUp.carriedTo == target && followUp.status != .carriedOver
    guard target > year, !isCarriedAlready else { return [] }
    var edits = FieldEdits(fields)
    if followUp.status == .carriedOver {
      edits.set(.status, .text(Status.inProgress.rawValue))
      edits.set(.statusOn, .text(today.iso))
    }
    edits.set(.carriedTo, .number(target))
    if let due = followUp.due, due.date.day.year < target {
      let reason = "Chuyển từ kỳ rà soát năm \(year) sang năm \(target)"
      edits.set(.due, .null)
      edits.set(.noDeadlineReason, .text(reason))
      edits.add(
        .extensions,
        [Extension(on: today, from: due.date, to: nil, reason: reason, paper: nil).value])
    }
    return edits.all
  }

  /// The programme's own yearly review among its tasks: it recurs yearly and is named so.
  private func isReviewTask(_ followUp: FollowUp) -> Bool {
    followUp.recurrence == .annual && followUp.due?.date.day.year == year
      && SearchWord.fold(followUp.title).hasPrefix("rasoat")
  }

  /// The same day of the next year; the year's own review is written down as delivered.
  private func editsOfNextReview(_ followUp: FollowUp, _ fields: Fields) -> [Edit] {
    guard let due = followUp.due, let issue = SupplyIssue(year: year, number: 1, span: .year) else {
      return []
    }
    var edits = FieldEdits(fields)
    edits.add(.deliveries, [Delivery(issue, sentOn: today).value])
    let last = programme.period?.to ?? followUp.period?.to
    let civil = due.date.day.civil
    let next =
      Day(year: year + 1, month: civil.month, day: civil.day)
      ?? Day(year: year + 1, month: civil.month, day: 28)
    guard let next, last.map({ next <= $0 }) ?? true else { return edits.all }
    var deadline = due
    deadline.date.day = next
    edits.set(.due, deadline.value)
    if followUp.status == .done || followUp.status == .reported {
      edits.set(.status, .text(Status.inProgress.rawValue))
      edits.set(.statusOn, .text(today.iso))
      edits.set(.doneOn, .null)
    }
    return edits.all
  }
}

extension ReviewSheet {
  /// The tasks that were done in this closed year, as new records of the next: what is open goes on
  /// by itself. Of a task that is planned again already there is none. Deadlines are not copied.
  ///
  /// `records` are those of the programme as they are now.
  package func drafts(from records: [FollowUp], raisedOn day: Day) -> [RecordDraft] {
    let planned = Set(
      records.filter { ($0.raisedOn?.year ?? 0) > year || $0.tags.contains(planTag) }.map(\.title))
    return done.compactMap { item in
      guard let record = records.first(where: { $0.key == item.key }),
        !planned.contains(record.title)
      else { return nil }
      var draft = RecordDraft(year: year + 1)
      draft.title = record.title
      draft.kind = record.kind == .result ? .commitment : record.kind
      draft.direction = record.direction
      draft.tier = record.tier
      draft.province = record.province
      draft.category = record.category
      draft.raisedOn = day
      draft.lead = record.lead.map { Lead(unit: $0.unit, isProposed: true) }
      draft.coordinating = record.coordinating.map(\.id)
      draft.counterparts = record.counterparts.map(\.counterpart)
      draft.tags = record.tags + [planTag]
      draft.programme = programme.id
      draft.dossiers = record.dossiers
      draft.sources = record.sources.map(\.document)
      draft.remarks = "Chép từ \(record.code), kỳ rà soát năm \(year)."
      return draft
    }
  }

  /// What the history of the new records keeps.
  package var whyOfCopy: String { "Chép kế hoạch từ kỳ rà soát năm \(year)" }

  /// By it a plan that was copied is known again.
  private var planTag: String { "kế-hoạch-\(year + 1)" }
}
