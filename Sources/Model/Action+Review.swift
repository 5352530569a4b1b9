extension Action {
  /// One side's rating of a year: what was said before stays where nothing else is said.
  func outcomeOfRating(
    _ edit: RatingEdit, _ followUp: FollowUp, _ fields: Fields, author: String
  ) throws(ActionError) -> ActionOutcome {
    guard followUp.programme != nil else { throw .notInProgramme }
    guard followUp.session != followUp.key else { throw .originOfProgramme }
    let old = followUp.rating(edit.side, in: edit.year)
    var new = Rating(
      year: edit.year, side: edit.side, mark: edit.mark ?? old?.mark,
      comment: edit.comment ?? old?.comment, evidence: edit.evidence ?? old?.evidence,
      on: edit.on, by: author)
    if new.comment == "" { new.comment = nil }
    if new.evidence == "" { new.evidence = nil }
    if let old, (old.mark, old.comment, old.evidence) == (new.mark, new.comment, new.evidence) {
      throw .nothingChanged
    }
    let gone = fields[.ratings].elements.filter { value in
      value["year"].integer == edit.year && value["side"].text == edit.side.rawValue
    }
    return ActionOutcome(
      edits: [.alter(field: Field.ratings.rawValue, remove: gone, add: [new.value])])
  }

  /// An issue that was sent; of one that was written down before, what is said now holds.
  func outcomeOfDelivery(
    _ issue: String, on sentOn: Day, paper: String?, _ followUp: FollowUp, _ fields: Fields
  ) throws(ActionError) -> ActionOutcome {
    guard let span = SupplyIssue.Span(followUp.recurrence) else { throw .notPeriodic }
    guard let issue = SupplyIssue(issue, span: span) else { throw .noSuchIssue(issue, span) }
    if let period = followUp.period, issue.due < period.from || period.to < issue.firstDay {
      throw .issueOutside(issue, period)
    }
    let new = Delivery(issue, sentOn: sentOn, paper: paper).value
    let gone = fields[.deliveries].elements.filter { $0["period"].text == issue.stored }
    guard gone != [new] else { throw .nothingChanged }
    return ActionOutcome(
      edits: [.alter(field: Field.deliveries.rawValue, remove: gone, add: [new])])
  }
}

extension FollowUp {
  /// What a side said of it in a year's review; the newest where two were written at once.
  package func rating(_ side: ReviewSide, in year: Int) -> Rating? {
    ratings.last { $0.side == side && $0.year == year }
  }
}
