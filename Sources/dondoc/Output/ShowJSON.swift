import Model
import Store

/// The shape `dondoc.show/1`. Documented in `docs/json.md`.
struct ShowJSON {
  private let opened: OpenRegister

  init(_ opened: OpenRegister) { self.opened = opened }

  func bytes(of records: [Record]) -> [UInt8] {
    var json = JSONText(room: 8192 * records.count)
    json.openObject()
    json.member("schema")
    json.text("dondoc.show/1")
    json.member("today")
    json.text(opened.context.today.iso)
    if let asOf = opened.context.asOf {
      json.member("asOf")
      json.text(asOf.iso)
    }
    json.member("followUps")
    json.openList()
    for record in records {
      json.newLineBeforeElement()
      add(record, to: &json)
    }
    json.closeList()
    json.closeObject()
    json.newLine()
    return json.bytes
  }

  /// Every field as in the file, but for those that name other records and the deadline; then what
  /// follows from them, then the changes.
  private func add(_ record: Record, to json: inout JSONText) {
    json.openObject()
    for member in record.fields.members {
      for (name, value) in shown(member) {
        json.member(named: name)
        json.value(value)
      }
    }
    if let followUp = try? FollowUp(record.fields) {
      json.member("derivedStatus")
      let status = opened.register.status(of: followUp)
      json.text(status.rawValue)
      json.member("deadlineState")
      let context = opened.queryContext
      json.deadline(
        followUp.deadlineFacts(status: status).state(on: context.today, limits: context.limits))
      addHolder(of: record, followUp, to: &json)
    }
    json.member("history")
    json.openList()
    for change in record.changes.reversed() { json.value(change.value) }
    json.closeList()
    json.closeObject()
  }

  /// Who has it, how long each side had it, and what came back from each counterpart.
  private func addHolder(of record: Record, _ followUp: FollowUp, to json: inout JSONText) {
    let registry = opened.store.registry
    let waited = WaitedFor(registry)
    let days = HolderDays(
      record, in: registry, waited: waited, today: opened.context.today,
      secondsEast: opened.context.surroundings.secondsEast())
    json.member("heldBy")
    json.text(followUp.holder(in: registry, waited: waited)?.rawValue)
    json.member("holderDays")
    json.openObject()
    json.member("age")
    json.number(days.age)
    for holder in Holder.allCases {
      json.member(named: holder.rawValue)
      json.number(days.days[holder] ?? 0)
    }
    json.member("ended")
    json.number(days.ended)
    json.member("paused")
    json.number(days.paused)
    json.closeObject()
    let lines = CounterpartLines(followUp)
    json.member("answers")
    json.openObject()
    json.member("lines")
    json.number(lines.lines.count)
    json.member("answered")
    json.number(lines.answered)
    json.member("missing")
    json.openList()
    for line in lines.missing { json.text(line.counterpart) }
    json.closeList()
    json.closeObject()
  }

  private func shown(_ member: Value.Member) -> [(String, Value)] {
    switch Field(rawValue: member.key) {
    case .due:
      let due = member.value
      return [
        ("due", due["date"]),
        ("duePrecision", due["precision"].isEmpty ? .text("day") : due["precision"]),
        ("dueOrigin", due["origin"].isEmpty ? .text("officer") : due["origin"]),
      ] + (due["event"].text.map { [("dueEvent", event($0, due))] } ?? [])
    case .links:
      return [(member.key, .list(member.value.elements.map(withCode)))]
    case .appliesTo:
      return [(member.key, .list(member.value.elements.map(named)))]
    case .session, .mergedInto:
      return [(member.key, named(member.value))]
    default:
      return [(member.key, member.value)]
    }
  }

  /// What the deadline is counted from.
  private func event(_ key: String, _ due: Value) -> Value {
    .object([
      Value.Member("key", .text(key)), Value.Member("code", code(ofKey: key)),
      Value.Member("offset", due["offset"]),
      Value.Member("unit", due["unit"].isEmpty ? .text("day") : due["unit"]),
    ])
  }

  /// A link with the code of the record it leads to.
  private func withCode(_ link: Value) -> Value {
    guard case .object(let members) = link, let key = link["to"].text else { return link }
    return .object(members + [Value.Member("code", code(ofKey: key))])
  }

  /// A key and its code, in place of the key.
  private func named(_ key: Value) -> Value {
    guard let text = key.text else { return key }
    return .object([Value.Member("key", key), Value.Member("code", code(ofKey: text))])
  }

  private func code(ofKey key: String) -> Value {
    guard let place = opened.register.place(ofKey: key),
      let (chunk, row) = opened.register.row(at: place)
    else { return .null }
    return .text(chunk.code(row))
  }
}
