internal import Vietnamese

extension QuickAddReader {
  /// `30 ngày trước QN23-24`, and how many words it took; nil for what says no such thing.
  mutating func relative(
    _ value: FieldValue, _ isWorkingDay: (CivilDate) -> Bool?
  ) -> Int? {
    for count in stride(from: 0, through: value.further.count, by: 1) {
      guard let typed = TypedOffset(value.text(count)) else { continue }
      take(typed, value.range(count), isWorkingDay)
      return count
    }
    return nil
  }

  private mutating func take(
    _ typed: TypedOffset, _ range: Range<Int>, _ isWorkingDay: (CivilDate) -> Bool?
  ) {
    switch quickAdd.events.finding(ofCode: typed.event) {
    case .unknown: errors.append(QuickAddError(.event(typed.event, nil), range))
    case .unfit(let fault): errors.append(QuickAddError(.event(typed.event, fault), range))
    case .event(let key, let day):
      let offset = EventOffset(event: key, typed.span)
      guard let day else {
        draft.undatedDue = offset
        note(.due, offset.undated, .typed, range)
        return
      }
      let (deadline, years) = offset.deadline(of: day) { isWorkingDay($0.civil) }
      yearsWithoutHolidays = years
      draft.due = deadline
      note(.due, deadline.value, .typed, range)
    }
  }
}
