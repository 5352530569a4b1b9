internal import Model

extension SampleRecord {
  /// The record with two or three changes: raised, taken up or noted, and for most what came of
  /// it.
  mutating func record() -> Record {
    let author = dice.one(of: SampleWords.authors) ?? ""
    var record = Record(creating: fields, id: "\(key).1", on: raisedOn, by: author)
    let takenUpOn = later(than: raisedOn, by: 1...40)
    add(takingUp(of: record, on: takenUpOn), on: takenUpOn, to: &record)
    if dice.percent(record.fields[.status] == .text(Status.new.rawValue) ? 20 : 75) {
      let endedOn = later(than: takenUpOn, by: 10...420)
      add(course(of: record, on: endedOn), on: endedOn, to: &record)
    }
    return record
  }

  private mutating func later(than day: Day, by days: ClosedRange<Int>) -> Day {
    min(Day(ordinal: day.ordinal + dice.within(days)), SampleNames.today)
  }

  private mutating func add(_ edits: [Edit], on day: Day, to record: inout Record) {
    let start = Moment(startOf: day).milliseconds
    let time = start + Int64(dice.below(36_000)) * 1000
    let after = max(time, record.lastMoment.milliseconds + 1)
    let change = Change(
      id: "\(key).\(record.changes.count + 1)", at: Moment(milliseconds: after),
      by: dice.one(of: SampleWords.authors) ?? "", on: day, after: record.newest, edits: edits)
    record = record.merged(with: [change])
  }

  /// The deadline is set, and the lead confirmed unless a leader has only agreed.
  private mutating func takingUp(of record: Record, on day: Day) -> [Edit] {
    var edits: [Edit] = []
    if dice.percent(75) {
      edits.append(.set(.due, from: .null, to: deadline(after: day).value))
    }
    if dice.percent(12) {
      return edits + [.add(.notes, [note(1, on: day)])]
    }
    let steps: [Status] = [.agreed, .assigned, .assigned, .inProgress, .inProgress, .inProgress]
    let status = dice.one(of: steps) ?? .assigned
    let lead = record.fields[.lead]
    if status != .agreed, lead["proposed"] == .bool(true) {
      edits.append(.set(.lead, from: lead, to: .object(["unit": lead["unit"]])))
    }
    edits += step(of: record, to: status, on: day)
    if status == .agreed {
      let agreement: Value = .object([
        "by": .text("Lãnh đạo Bộ Ngoại giao"), "on": .text(day.iso),
      ])
      edits.append(.set(.agreement, from: .null, to: agreement))
    }
    if dice.percent(25) {
      edits.append(.add(.notes, [note(1, on: day)]))
    }
    return edits
  }

  private mutating func deadline(after day: Day) -> Deadline {
    let due = Day(ordinal: day.ordinal + dice.within(20...500))
    let origin: DueOrigin = dice.percent(40) ? .paper : .officer
    let date =
      switch dice.below(20) {
      case 0..<13: PartialDate(due)
      case 13..<17: PartialDate(due.lastOfMonth, precision: .month)
      case 17..<19: PartialDate(due.lastOfYear, precision: .year)
      default: PartialDate(due.lastOfYear, precision: .period)
      }
    return Deadline(date, origin: origin)
  }

  private func step(of record: Record, to status: Status, on day: Day) -> [Edit] {
    [
      .set(.status, from: record.fields[.status], to: .text(status.rawValue)),
      .set(.statusOn, from: record.fields[.statusOn], to: .text(day.iso)),
    ]
  }

  private mutating func note(_ number: Int, on day: Day) -> Value {
    Note(
      id: "\(key).note\(number)", on: day, by: dice.one(of: SampleWords.authors) ?? "",
      text: dice.one(of: SampleWords.notes) ?? ""
    ).value
  }

  /// What came of it by `day`: most matters end, some wait or are put off.
  private mutating func course(of record: Record, on day: Day) -> [Edit] {
    switch dice.below(20) {
    case 0..<9: return ending(of: record, as: .done, ResultKind.forDone, on: day)
    case 9..<11: return ending(of: record, as: .closed, ResultKind.forDone, on: day)
    case 11: return ending(of: record, as: .notPursued, ResultKind.forNotPursued, on: day)
    case 12: return putOff(record, on: day)
    case 13: return step(of: record, to: .reported, on: day)
    case 14..<16:
      let waiting: Value = .object(["whom": .text("cơ quan đại diện"), "since": .text(day.iso)])
      return step(of: record, to: .awaitingReply, on: day) + [
        .set(.waiting, from: .null, to: waiting)
      ]
    case 16..<18:
      let chase: Value = .object([
        "on": .text(day.iso), "channel": .text(dice.one(of: SampleWords.channels)),
        "replyBy": .text(Day(ordinal: day.ordinal + 15).iso),
      ])
      return [.add(.chases, [chase])]
    default: return [.add(.notes, [note(2, on: day)])]
    }
  }

  private mutating func ending(
    of record: Record, as status: Status, _ kinds: [ResultKind], on day: Day
  ) -> [Edit] {
    let outcome: Value = .object([
      "kind": .text(dice.one(of: kinds)?.rawValue),
      "text": .text(dice.one(of: SampleWords.results)),
    ])
    let last: Edit =
      status == .notPursued
      ? .set(.reason, from: .null, to: .text(dice.one(of: SampleWords.reasons)))
      : .set(.doneOn, from: .null, to: PartialDate(day).value)
    return step(of: record, to: status, on: day) + [
      .set(.result, from: .null, to: outcome), last,
    ]
  }

  private mutating func putOff(_ record: Record, on day: Day) -> [Edit] {
    let reason = dice.one(of: SampleWords.reasons) ?? ""
    guard dice.percent(50) else {
      return step(of: record, to: .carriedOver, on: day) + [
        .set(.carriedTo, from: .null, to: .number(day.year + 1)),
        .set(.reason, from: .null, to: .text(reason)),
      ]
    }
    let pause: Value = .object([
      "reason": .text(reason), "lookAgainOn": .text(Day(ordinal: day.ordinal + 90).iso),
    ])
    return step(of: record, to: .paused, on: day) + [
      .set(.pause, from: .null, to: pause)
    ]
  }
}
