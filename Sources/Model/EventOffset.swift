internal import Vietnamese

/// How far before or after an event something is due. Source: domain.md §8.
package struct EventOffset: Hashable, Sendable {
  package enum Unit: String, CaseIterable, Sendable, BitwiseCopyable {
    case day, week, workingDay
  }

  /// The key of the event's record.
  package var event: String
  package var span: Span

  /// `30 ngày trước`: the event itself left out.
  package struct Span: Hashable, Sendable, BitwiseCopyable {
    /// Negative before the event, positive after it; 0 on its day.
    package var count: Int16
    package var unit: Unit

    package init(_ count: Int16, _ unit: Unit) {
      self.count = count
      self.unit = unit
    }

    /// The day so far from `day`, and the years, ascending, whose holidays were needed and are not
    /// known.
    package func day(
      from day: Day, isWorked: (Day) -> Bool?
    ) -> (day: Day, yearsWithoutHolidays: [Int]) {
      switch unit {
      case .day: return (Day(ordinal: day.ordinal + Int(count)), [])
      case .week: return (Day(ordinal: day.ordinal + 7 * Int(count)), [])
      case .workingDay:
        let (found, years) = day.civil.adding(workingDays: Int(count)) { isWorked(Day($0)) }
        return (Day(found), years)
      }
    }
  }

  package init(event: String, _ span: Span) {
    self.event = event
    self.span = span
  }
}

extension EventOffset {
  /// nil where a deadline does not hang on an event.
  package init?(inDue value: Value) throws(ValueError) {
    guard let event = value["event"].text else { return nil }
    guard let count = value["offset"].integer.flatMap(Int16.init(exactly:)) else {
      throw ValueError("due.offset", .expected(.number))
    }
    self.init(
      event: event, Span(count, try value.word("unit", as: Unit.self) ?? .day))
  }

  /// The deadline as the files hold it, while the event's day is not known.
  package var undated: Value {
    .object([
      "precision": .text(DatePrecision.relative.rawValue),
      "origin": .text(DueOrigin.officer.rawValue), "event": .text(event),
      "offset": .number(Int(span.count)), "unit": unitValue,
    ])
  }

  var unitValue: Value { span.unit == .day ? .null : .text(span.unit.rawValue) }

  /// The deadline, where the event's day is known.
  package func deadline(of eventDay: Day, isWorked: (Day) -> Bool?) -> (Deadline, [Int]) {
    let (day, years) = span.day(from: eventDay, isWorked: isWorked)
    var deadline = Deadline(PartialDate(day, precision: .relative), origin: .officer)
    deadline.event = self
    return (deadline, years)
  }
}

// MARK: - As people type it

/// `30 ngày trước QN23-24`, `2 weeks after QN23-24`, `5nlv trước QN23-24`, `trước QN23-24 3 tuần`.
package struct TypedOffset: Hashable, Sendable {
  package var span: EventOffset.Span
  /// What names the event, as it was typed.
  package var event: String

  package static let mostCount = 3_650

  /// nil for what says nothing of before or after something; a date may still be read then.
  package init?(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).map { String($0) }
    let folded = words.map(SearchWord.fold)
    guard let side = folded.firstIndex(where: { TypedOffset.sides[$0] != nil }),
      let direction = TypedOffset.sides[folded[side]], side + 1 < words.count
    else { return nil }
    let before = folded[..<side].joined()
    if before.isEmpty {
      guard words.count > side + 2,
        let (count, unit) = TypedOffset.amount(folded[(side + 2)...].joined())
      else { return nil }
      event = words[side + 1]
      span = EventOffset.Span(direction * count, unit)
    } else {
      guard let (count, unit) = TypedOffset.amount(before) else { return nil }
      event = words[(side + 1)...].joined(separator: " ")
      span = EventOffset.Span(direction * count, unit)
    }
  }

  private static let sides: [String: Int16] = [
    "truoc": -1, "before": -1, "sau": 1, "after": 1,
  ]

  private static let units: [String: EventOffset.Unit] = [
    "ngay": .day, "day": .day, "days": .day, "d": .day,
    "tuan": .week, "week": .week, "weeks": .week, "w": .week, "t": .week,
    "ngaylamviec": .workingDay, "nlv": .workingDay, "workingday": .workingDay,
    "workingdays": .workingDay, "wd": .workingDay,
  ]

  private static func amount(_ folded: String) -> (Int16, EventOffset.Unit)? {
    let digits = folded.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int16(digits), count <= mostCount,
      let unit = units[String(folded.dropFirst(digits.count))]
    else { return nil }
    return (count, unit)
  }
}

/// What is at hand of the record that a deadline is to hang on.
package enum EventFinding: Hashable, Sendable {
  case event(key: String, day: Day?)
  case unknown
  case unfit(EventFault)
}

/// Why a deadline cannot hang on a record.
package enum EventFault: Hashable, Sendable {
  case notAnEvent, binned
  case merged, notPursued
}

extension Register {
  /// The event with this code, and its day where that is known to the day.
  package func event(ofCode code: String) -> EventFinding {
    guard let place = place(ofCode: code.uppercased()), let (chunk, row) = row(at: place) else {
      return .unknown
    }
    return row.asEvent(key: chunk.key(row))
  }
}

extension Register {
  /// The code of the event that a deadline without a day is counted from. The event is looked for
  /// among its neighbours first; in another file, that is linear in the records.
  package func eventAwaited(by row: Row, in chunk: Chunk) -> String? {
    guard row.due == nil, let key = chunk.dueEvent(row) else { return nil }
    if let place = chunk.index(ofKey: key) { return chunk.row(at: place).map(chunk.code) }
    return code(ofKey: key)
  }
}

extension Row {
  package func asEvent(key: String) -> EventFinding {
    if kind != .event { return .unfit(.notAnEvent) }
    if flags.contains(.binned) { return .unfit(.binned) }
    if status == .merged { return .unfit(.merged) }
    if status == .notPursued { return .unfit(.notPursued) }
    return .event(key: key, day: eventDay)
  }

  /// A month or a year is no day: nothing is counted from it.
  package var eventDay: Day? {
    let isDay = duePrecision == .day || duePrecision == .relative
    return isDay ? due ?? doneOn : nil
  }
}

extension FollowUp {
  /// The same of a record that was read whole.
  package var eventDay: Day? {
    guard let due else { return doneOn?.precision == .day ? doneOn?.day : nil }
    return due.date.precision == .day || due.date.precision == .relative ? due.date.day : nil
  }
}
