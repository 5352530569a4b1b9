// A closed year as its file holds it. The figures are not kept beside the tasks they follow from.

extension ReviewSheet {
  /// What the file holds, but for its sum.
  package var value: Value {
    .object([
      "format": .text("dondoc.review"), "version": .number(1),
      "programme": .text(programme.id), "name": .text(programme.name),
      "year": .number(year), "today": .text(today.iso),
      "closedOn": .text(closed?.on.iso), "closedBy": .text(closed?.by),
      "tasks": .list(items.map(\.value)),
    ])
  }

  package init(_ value: Value, programme: Programme) throws(ValueError) {
    guard let version = value["version"].integer, version == 1 else {
      throw ValueError("version", .expected(.number))
    }
    guard let year = value["year"].integer else { throw ValueError("year", .missing) }
    guard let today = try value.day("today") else { throw ValueError("today", .missing) }
    guard let on = try value.day("closedOn") else { throw ValueError("closedOn", .missing) }
    self.programme = programme
    self.year = year
    self.today = today
    closed = Closed(on: on, by: try value.required("closedBy"))
    items = try value.parts("tasks")
  }
}

extension ReviewSheet.Item: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    self.init(
      key: try value.required("key"), code: try value.required("code"),
      title: try value.required("title"), titleEn: try value.optional("titleEn"),
      lead: try value.part("lead"), status: try value.requiredWord("status", as: Status.self),
      due: try value.part("due"), recurrence: try value.word("recurrence", as: Recurrence.self),
      state: try value.deadlineState("state"), carriedTo: value["carriedTo"].integer,
      result: try value.optional("result"), ratings: try value.parts("ratings"),
      instances: try value.parts("instances"))
  }

  package var value: Value {
    .object([
      "key": .text(key), "code": .text(code), "title": .text(title), "titleEn": .text(titleEn),
      "lead": lead?.value ?? .null, "status": .text(status.rawValue), "due": due?.value ?? .null,
      "recurrence": .text(recurrence?.rawValue), "state": state.value,
      "carriedTo": carriedTo.map { .number($0) } ?? .null, "result": .text(result),
      "decision": .text(decision?.rawValue), "ratings": .list(ratings.map(\.value)),
      "instances": .list(instances.map(\.value)),
    ])
  }
}

extension ReviewSheet.Instance: ValueCodable {
  package init(_ value: Value) throws(ValueError) {
    guard let issue = SupplyIssue(stored: try value.required("period")) else {
      throw ValueError("period", .expected(.text))
    }
    self.init(
      issue: issue, sentOn: try value.day("sentOn"), paper: try value.optional("paper"),
      state: try value.deadlineState("state"))
  }

  package var value: Value {
    .object([
      "period": .text(issue.stored), "sentOn": .text(sentOn?.iso), "paper": .text(paper),
      "state": state.value,
    ])
  }
}

extension DeadlineState {
  fileprivate var value: Value {
    .object(["name": .text(name), "days": days.map { .number($0) } ?? .null])
  }

  fileprivate init?(name: String, days: Int?) {
    switch (name, days) {
    case ("none", _): self = .none
    case ("within", let days?): self = .within(days: days)
    case ("dueSoon", let days?): self = .dueSoon(days: days)
    case ("dueToday", _): self = .dueToday
    case ("overdue", let days?): self = .overdue(days: days)
    case ("doneInTime", _): self = .doneInTime
    case ("doneLate", let days?): self = .doneLate(days: days)
    case ("periodic", let days?): self = .periodic(days: days)
    case ("off", _): self = .off
    default: return nil
    }
  }
}

extension Value {
  fileprivate func deadlineState(_ key: String) throws(ValueError) -> DeadlineState {
    let name = self[key]["name"].text ?? ""
    guard let state = DeadlineState(name: name, days: self[key]["days"].integer) else {
      throw ValueError(key, .expected(.object))
    }
    return state
  }
}
